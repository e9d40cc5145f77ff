//! Lines and columns of many places, at a cost that does not depend on how long the lines are.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diag::Finding;
use crate::source::lines::{LineColumn, LineIndex};
use crate::source::{SourceId, SourceMap, Span};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The bytes after which the number of characters is noted down.
const STEP: usize = 1024;

/// Lines and columns of the texts that findings point into; each text is indexed once.
pub(super) struct Positions<'a> {
    sources: &'a SourceMap,
    indices: BTreeMap<SourceId, Index>,
}

/// Where the lines of one text start, and how many characters stand before each [`STEP`].
struct Index {
    lines: LineIndex,
    characters: Vec<usize>,
}

impl<'a> Positions<'a> {
    /// Returns the positions of every text that `findings` point into.
    pub(super) fn new(findings: &[Finding], sources: &'a SourceMap) -> Self {
        let mut indices = BTreeMap::new();
        for span in findings.iter().flat_map(spans) {
            indices.entry(span.source).or_insert_with(|| Index::new(&sources.get(span.source).text));
        }
        Self { sources, indices }
    }

    pub(super) fn path(&self, source: SourceId) -> &'a str {
        &self.sources.get(source).path
    }

    pub(super) fn text(&self, source: SourceId) -> &'a str {
        &self.sources.get(source).text
    }

    /// Returns the bytes of `span`, cut to whole characters of its text where it does not name such.
    pub(super) fn bytes(&self, span: Span) -> Range<usize> {
        let text = self.text(span.source);
        let start = text.floor_char_boundary(span.start as usize);
        start..text.floor_char_boundary(span.end as usize).max(start)
    }

    /// Returns where byte `at` of `source` stands; a byte order mark is no column.
    pub(super) fn line_column(&self, source: SourceId, at: usize) -> LineColumn {
        let text = self.text(source);
        let index = self.index(source);
        let line = index.lines.line(at);
        let start = content_start(text, index.lines.start(line, text)).min(at);
        LineColumn { line: line + 1, column: index.characters(text, at) - index.characters(text, start) + 1 }
    }

    /// Returns the line (from 0) of byte `at`.
    pub(super) fn line(&self, source: SourceId, at: usize) -> usize {
        self.index(source).lines.line(at)
    }

    /// Returns the bytes of `line` (from 0) without a byte order mark and without its line end.
    pub(super) fn content(&self, source: SourceId, line: usize) -> Range<usize> {
        let text = self.text(source);
        let lines = &self.index(source).lines;
        let start = content_start(text, lines.start(line, text));
        let end = lines.start(line + 1, text);
        let whole = &text[start..end];
        let content = whole.strip_suffix('\n').unwrap_or(whole);
        let content = content.strip_suffix('\r').unwrap_or(content);
        start..start + content.len()
    }

    fn index(&self, source: SourceId) -> &Index {
        self.indices.get(&source).expect("new() indexes every text that a finding points into")
    }
}

impl Index {
    fn new(text: &str) -> Self {
        let mut characters = vec![0];
        let mut before = 0;
        for chunk in text.as_bytes().chunks_exact(STEP) {
            before += count(chunk);
            characters.push(before);
        }
        Self { lines: LineIndex::new(text), characters }
    }

    /// Returns how many characters of `text` start before byte `at`.
    fn characters(&self, text: &str, at: usize) -> usize {
        let step = at / STEP;
        self.characters[step] + count(&text.as_bytes()[step * STEP..at])
    }
}

/// Returns where a line that starts at `start` begins for people: behind a byte order mark.
fn content_start(text: &str, start: usize) -> usize {
    if start == 0 && text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { start }
}

/// Returns how many characters start in `bytes` of UTF-8.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count()
}

/// Returns every span that `finding` names.
fn spans(finding: &Finding) -> impl Iterator<Item = Span> {
    let labels = finding.origin.iter().chain(&finding.labels).map(|label| label.span);
    let edits = finding.fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
    finding.span().into_iter().chain(finding.literal).chain(labels).chain(edits)
}

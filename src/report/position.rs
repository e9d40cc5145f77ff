//! Lines and columns of many places, at a cost that does not depend on how long the lines are.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::ops::Range;
use std::rc::Rc;

use crate::source::lines::{LineColumn, LineIndex};
use crate::source::{SourceId, SourceMap, Span};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The bytes after which the number of characters is noted down.
const STEP: usize = 1024;

/// So many texts are kept indexed: those that a finding and the ones beside it point into. All of a large site's would
/// be megabytes.
const KEPT: usize = 64;

/// Lines and columns of the texts that findings point into; each text is indexed when it is asked for.
pub(super) struct Positions<'a> {
    sources: &'a SourceMap,
    /// The last ones that were asked for, the latest behind.
    indices: RefCell<VecDeque<(SourceId, Rc<Index>)>>,
}

/// Where the lines of one text start, and how many characters stand before each [`STEP`].
struct Index {
    lines: LineIndex,
    characters: Vec<usize>,
}

impl<'a> Positions<'a> {
    pub(super) fn new(sources: &'a SourceMap) -> Self {
        Self { sources, indices: RefCell::default() }
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
        let index = self.index(source);
        let start = content_start(text, index.lines.start(line, text));
        let end = index.lines.start(line + 1, text);
        let whole = &text[start..end];
        let content = whole.strip_suffix('\n').unwrap_or(whole);
        let content = content.strip_suffix('\r').unwrap_or(content);
        start..start + content.len()
    }

    fn index(&self, source: SourceId) -> Rc<Index> {
        let mut indices = self.indices.borrow_mut();
        let known = indices.iter().rposition(|(known, _)| *known == source).and_then(|at| indices.remove(at));
        let (_, index) = known.unwrap_or_else(|| (source, Rc::new(Index::new(self.text(source)))));
        if indices.len() == KEPT {
            indices.pop_front();
        }
        indices.push_back((source, Rc::clone(&index)));
        index
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

//! What a passage became that is no longer what it was.

use super::View;
use crate::catalog::outline::Passage;
use crate::model::document::{BlockKind, ContainerKind, Containers};

/// What a passage became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    /// A heading of another level.
    Level,
    /// A heading became plain text, its signs standing in it.
    Signs,
    /// A heading became plain text.
    NoHeading,
    /// Text became a heading.
    Heading,
    /// Text became an item of a list, because it begins like one.
    List,
    /// An item of a list became plain text, its marker standing in it.
    NoList,
    /// Text became code, because it is indented.
    Code,
    /// A table became text.
    Table,
    /// An alert became a plain quote or plain text.
    Quote,
}

/// Returns what `passage` became if it is `block` now; `Some(None)` where nothing needs to be said of it.
pub(super) fn of(view: &View<'_>, passage: &Passage, block: u32) -> Option<Option<Became>> {
    let (was, is) = (view.original(passage), view.block(block));
    let source = view.sources.slice(is.span).trim_start();
    match (was.kind, is.kind) {
        (BlockKind::Heading(a), BlockKind::Heading(b)) => Some((a != b).then_some(Became::Level)),
        (BlockKind::Heading(_), BlockKind::Paragraph) if source.starts_with(['#', '＃']) => Some(Some(Became::Signs)),
        (BlockKind::Heading(_), BlockKind::Paragraph) if was.containers == is.containers => {
            is_as_long(view, passage, block).then_some(Some(Became::NoHeading))
        }
        (BlockKind::Paragraph, BlockKind::Heading(_)) => {
            is_as_long(view, passage, block).then_some(Some(Became::Heading))
        }
        (BlockKind::Paragraph, BlockKind::Code) if !source.starts_with("```") && !source.starts_with("~~~") => {
            Some(Some(Became::Code))
        }
        (BlockKind::Cell, BlockKind::Paragraph) if source.contains(['|', '｜']) => Some(Some(Became::Table)),
        // What is left of a directive begins with its sign; other text is a passage of its own.
        (BlockKind::Directive, BlockKind::Paragraph) => {
            source.starts_with(['[', '［', ':', '：', '>', '!', '！', '<']).then_some(None)
        }
        (BlockKind::Paragraph, BlockKind::Paragraph) => text(view, passage, block),
        (BlockKind::Code, BlockKind::Code | BlockKind::Paragraph)
        | (BlockKind::Html | BlockKind::Rule, BlockKind::Html | BlockKind::Rule) => Some(None),
        _ => None,
    }
}

/// Returns what became of text that is still text.
fn text(view: &View<'_>, passage: &Passage, block: u32) -> Option<Option<Became>> {
    let (was, is) = (view.original(passage), view.block(block));
    let source = view.sources.slice(is.span).trim_start();
    let (old, new) = (was.containers, is.containers);
    let sign = source.trim_start_matches(['＞', ' ', '\u{3000}']);
    if let Some(outer) = without_alert(old)
        && (new == outer.inside(ContainerKind::Quote)
            || new == outer && ["[!", "[！", "［!", "［！"].iter().any(|start| sign.starts_with(start)))
    {
        return Some(Some(Became::Quote));
    }
    let lists = [ContainerKind::Bullets, ContainerKind::Numbers];
    let original = view.sources.slice(was.span).trim_start();
    if lists.iter().any(|&list| new == old.inside(list)) && is_as_long(view, passage, block) {
        let is_meant = marker(original).is_some() || original.starts_with(['•', '·']) || is_escaped_step(original);
        return Some((!is_meant && !old.is_in_list() && starts_item(view, block)).then_some(Became::List));
    }
    if lists.iter().any(|&list| old == new.inside(list)) {
        let marker = marker(source);
        // Without its marker an item takes in those that follow it.
        if is_as_long(view, passage, block) || marker.is_some() && is_list(source) {
            return Some(marker.map(|_| Became::NoList));
        }
    }
    (old != new && is_as_long(view, passage, block)).then_some(None)
}

/// Tells whether a line behind the first of a block begins with a marker, too.
pub(super) fn is_list(source: &str) -> bool {
    source.lines().skip(1).any(|line| marker(line.trim_start_matches([' ', '\t', '>'])).is_some())
}

/// Returns what an alert stands in, if the innermost container is one.
fn without_alert(containers: Containers) -> Option<Containers> {
    containers.outer().filter(|outer| outer.inside(ContainerKind::Alert) == containers)
}

/// Tells whether the two may say the same, by their lengths alone.
fn is_as_long(view: &View<'_>, passage: &Passage, block: u32) -> bool {
    let was = view.original_text(passage).chars().count();
    let is = view.text(block).chars().count();
    // Chinese takes a third of the characters that English takes, Malay or Greek up to twice as many.
    is <= 3 * was + 20 && was <= 5 * is + 20
}

/// Tells whether a block is the first thing behind a marker on its line.
fn starts_item(view: &View<'_>, block: u32) -> bool {
    let span = view.block(block).span;
    let text = &view.sources.get(span.source).text;
    let start = text[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
    let line = text[start..].trim_start_matches([' ', '\t', '>']);
    marker(line).is_some()
}

/// Tells whether a line begins with the number of a step that is kept from being a marker: `1\. `.
fn is_escaped_step(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(line.len() - rest.len())) && rest.starts_with('\\') && rest[1..].starts_with(['.', ')'])
}

/// Returns the list marker that a line begins with, as it is or spoilt: `2024.`, `-`, `1)`, `1．`.
pub(super) fn marker(line: &str) -> Option<&str> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_numeric()).len();
    let rest = &line[digits..];
    let first = rest.chars().next()?;
    if digits > 0 {
        return matches!(first, '.' | ')' | '．' | '）' | '、' | '。').then_some(&line[..digits + first.len_utf8()]);
    }
    let is_bold = rest.starts_with("**") || rest.starts_with("--");
    (matches!(first, '-' | '+' | '*' | '•' | '–' | '—' | '－' | '·') && !is_bold).then_some(&line[..first.len_utf8()])
}

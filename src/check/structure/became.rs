//! What a passage became that is no longer what it was.

use super::View;
use crate::catalog::outline::Passage;
use crate::model::document::{Block, BlockKind, ContainerKind};
use crate::source::SourceMap;

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
    /// An item of an inner list became one of the outer list.
    Outer,
    /// An item of a list stands in the one before it.
    Joined,
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
        (BlockKind::Paragraph | BlockKind::Heading(_), BlockKind::Code)
            if !source.starts_with("```") && !source.starts_with("~~~") =>
        {
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
    if let Some(plain) = old.without_alert(None) {
        let is_quote = old.without_alert(Some(ContainerKind::Quote)) == Some(new);
        // An older version of the origin had a bold word where the alert is now.
        let is_lost = || !source.starts_with(['*', '_']) && is_as_long(view, passage, block);
        if is_quote || new == plain && (starts_alert(source) || is_lost()) {
            return Some(Some(Became::Quote));
        }
        // What follows it is the passage.
        if is_word_of_alert(source) {
            return None;
        }
    }
    let lists = [ContainerKind::Bullets, ContainerKind::Numbers];
    let original = view.sources.slice(was.span).trim_start();
    if lists.iter().any(|&list| new == old.inside(list)) && is_as_long(view, passage, block) {
        let is_meant = marker(original).is_some() || original.starts_with(['•', '·']) || is_escaped_step(original);
        return Some((!is_meant && !old.is_in_list() && starts_item(view.sources, is)).then_some(Became::List));
    }
    if lists.iter().any(|&list| old == new.inside(list)) {
        let marker = marker(source);
        // Without its marker an item takes in those that follow it.
        if is_as_long(view, passage, block) || marker.is_some() && is_list(source) {
            let is_lost = marker.is_some()
                || is_list(source) && !is_list(original)
                || is_before_item(view.sources, is)
                || is_among_items(view, passage, block);
            return Some(is_lost.then_some(Became::NoList));
        }
    }
    if old.is_in_list() && !new.is_in_list() && is_among_items(view, passage, block) && is_as_long(view, passage, block)
    {
        return Some(Some(Became::NoList));
    }
    if old != new && is_as_long(view, passage, block) {
        let is_item = old.is_nested_in(new) && starts_item(view.sources, was) && starts_item(view.sources, is);
        return Some(is_item.then_some(Became::Outer));
    }
    None
}

/// Tells whether an item of a list is none here, where the one before or behind it still is.
fn is_among_items(view: &View<'_>, passage: &Passage, block: u32) -> bool {
    let was = view.original(passage);
    let blocks = |article: usize| &view.group.articles[article].blocks;
    let starts = |other: &Block| other.containers == was.containers && starts_item(view.sources, other);
    // An item may have several blocks.
    let is_behind_item = |article: usize, at: u32| {
        let before = blocks(article)[..at as usize].iter().rev().take(REACH);
        before.take_while(|other| other.containers.is_in_list()).any(starts)
    };
    let is_before_item = |article: usize, at: u32| blocks(article).get(at as usize + 1).is_some_and(starts);
    let both = |is: &dyn Fn(usize, u32) -> bool| is(passage.article, passage.block) && is(view.article, block);
    starts_item(view.sources, was)
        && !starts_item(view.sources, view.block(block))
        && (both(&is_behind_item) || both(&is_before_item))
}

/// So many blocks of an item are looked at for its marker.
const REACH: usize = 16;

/// Tells whether the line behind a block begins with a marker.
fn is_before_item(sources: &SourceMap, block: &Block) -> bool {
    let text = &sources.get(block.span.source).text;
    let end = block.span.start as usize + text[block.span.range()].trim_end().len();
    let mut lines = text[end..].split('\n').skip(1);
    lines.next().is_some_and(|line| marker(line.trim_start_matches([' ', '\t', '>'])).is_some())
}

/// Tells whether a line behind the first of a block begins with a marker, too.
pub(super) fn is_list(source: &str) -> bool {
    source.lines().skip(1).any(|line| marker(line.trim_start_matches([' ', '\t', '>'])).is_some())
}

/// Tells whether a text begins with the word of an alert, as it is or spoilt: `[!NOTE]`, `［！Note`.
fn starts_alert(source: &str) -> bool {
    let sign = source.trim_start_matches(['＞', ' ', '\u{3000}']);
    ["[!", "[！", "［!", "［！"].iter().any(|start| sign.starts_with(start))
}

/// Tells whether a text is nothing but the word of an alert, however it is spoilt.
pub fn is_word_of_alert(source: &str) -> bool {
    const LONGEST: usize = 26;
    let source = source.trim();
    source.starts_with(['[', '［', '\\']) && !source.contains('\n') && source.chars().count() <= LONGEST
}

/// Tells whether the two may say the same, by their lengths alone.
fn is_as_long(view: &View<'_>, passage: &Passage, block: u32) -> bool {
    let was = view.length(passage.article, passage.block, usize::MAX);
    // Chinese takes a third of the characters that English takes, Malay or Greek up to twice as many.
    let most = 3 * was + 20;
    let is = view.length(view.article, block, most + 1);
    is <= most && was <= 5 * is + 20
}

/// Tells whether a block is the first thing behind a marker on its line.
pub(super) fn starts_item(sources: &SourceMap, block: &Block) -> bool {
    let span = block.span;
    let text = &sources.get(span.source).text;
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
    (matches!(first, '-' | '+' | '*' | '•' | '–' | '—' | '－' | '·' | '・') && !is_bold)
        .then_some(&line[..first.len_utf8()])
}

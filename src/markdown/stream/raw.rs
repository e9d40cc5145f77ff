//! What pulldown-cmark's events say, in our own words.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event as Raw, HeadingLevel, Tag as RawTag, TagEnd};

use super::super::emphasis::{self, Candidate};
use super::super::event::{Alignment, Tag};
use super::super::html;
use crate::model::document::AlertKind;

/// Returns the emphasis that CommonMark dropped, block by block.
pub(super) fn candidates(text: &str, raw: &[(Raw<'_>, Range<usize>)]) -> Vec<Candidate> {
    let blocks = raw.split(|(event, _)| is_border(event));
    blocks.filter(|block| !block.is_empty()).flat_map(|block| emphasis::candidates(text, block)).collect()
}

/// Leaves out what stands in elements that hold no text: scripts, styles, frames.
pub(super) fn without_dropped<'a>(mut raw: Vec<(Raw<'a>, Range<usize>)>) -> Vec<(Raw<'a>, Range<usize>)> {
    // Only tags can begin such an element, and most articles have none.
    if !raw.iter().any(|(event, _)| matches!(event, Raw::InlineHtml(_))) {
        return raw;
    }
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for block in raw.split(|(event, _)| is_border(event)) {
        // The tag itself is kept: reading it says what was taken out.
        ranges.extend(html::dropped(block).into_iter().map(|range| start + range.start + 1..start + range.end));
        start += block.len() + 1;
    }
    if ranges.is_empty() {
        return raw;
    }
    let mut dropped = vec![false; raw.len()];
    ranges.into_iter().for_each(|range| dropped[range].fill(true));
    let mut dropped = dropped.into_iter();
    raw.retain(|_| !dropped.next().unwrap_or_default());
    raw
}

/// Tells whether an event starts or ends a block.
pub(super) fn is_border(event: &Raw<'_>) -> bool {
    match event {
        Raw::Start(tag) => !is_inline(tag),
        Raw::End(tag) => {
            !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
        }
        _ => false,
    }
}

pub(super) fn cow(text: CowStr<'_>) -> Cow<'_, str> {
    match text {
        CowStr::Borrowed(text) => Cow::Borrowed(text),
        text => Cow::Owned(text.into_string()),
    }
}

pub(super) fn is_inline(tag: &RawTag<'_>) -> bool {
    matches!(
        tag,
        RawTag::Emphasis | RawTag::Strong | RawTag::Strikethrough | RawTag::Link { .. } | RawTag::Image { .. }
    )
}

pub(super) fn is_inline_tag(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. } | Tag::Original
    )
}

pub(super) fn level_number(level: HeadingLevel) -> u8 {
    level as u8
}

pub(super) fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Start,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::End,
    }
}

/// Returns the first word of a fence's info string.
pub(super) fn language(kind: CodeBlockKind<'_>) -> Option<Cow<'_, str>> {
    match kind {
        CodeBlockKind::Indented => None,
        CodeBlockKind::Fenced(info) => {
            let word = info.split([' ', '\t', ',', '{']).next().unwrap_or_default();
            (!word.is_empty()).then(|| Cow::Owned(word.to_owned()))
        }
    }
}

/// Reads `[!NOTE]` at the start of `text`, with its line end; returns the kind and the length.
pub(super) fn alert(text: &str) -> Option<(AlertKind, usize)> {
    let rest = text.strip_prefix("[!")?;
    let end = rest.find(']').filter(|&end| end < 16)?;
    let kind = AlertKind::parse(rest[..end].trim())?;
    let after = &rest[end + 1..];
    let blank = after.len() - after.trim_start_matches([' ', '\t']).len();
    let line_end = match &after.as_bytes()[blank..] {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    };
    Some((kind, 2 + end + 1 + blank + line_end))
}

/// Splits `Heading {#id}` into text and id.
pub(super) fn trailing_anchor(text: &str) -> Option<(&str, &str)> {
    let open = text.rfind("{#")?;
    let id = text[open..].strip_prefix("{#")?.strip_suffix('}')?;
    let valid = !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'));
    valid.then(|| (text[..open].trim_end(), id))
}

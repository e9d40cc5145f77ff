//! Excerpts: the lines of a place, cut to what fits and with everything in them visible.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::escape;
use super::position::Positions;
use crate::source::Span;

/// The most lines that an excerpt shows.
const MOST_LINES: usize = 6;

/// The fewest columns that a line is cut to, however narrow the terminal.
const NARROWEST: usize = 20;

/// The lines of a place, ready to be printed.
pub(super) struct Excerpt {
    pub(super) text: String,
    /// The bytes of `text` that are the place.
    pub(super) mark: Range<usize>,
    /// The number of the first line, from 1.
    pub(super) first_line: usize,
    /// The number of the place's last line, where it is too far away to be shown.
    pub(super) hidden_end: Option<usize>,
}

/// Returns the lines of `span` in `width` columns each.
///
/// Of a place with many lines only the first is shown. The cost depends on `width`, not on how long
/// the text or its lines are.
pub(super) fn excerpt(positions: &Positions, span: Span, width: usize) -> Excerpt {
    let text = positions.text(span.source);
    let bytes = positions.bytes(span);
    let content = |line| positions.content(span.source, line);
    let first = positions.line(span.source, bytes.start);
    let last = positions.line(span.source, bytes.end.saturating_sub(1).max(bytes.start));
    let in_line = |line, at: usize| {
        let content: Range<usize> = content(line);
        at.clamp(content.start, content.end) - content.start
    };

    let first_text = &text[content(first)];
    let start = in_line(first, bytes.start);
    let far = last - first >= MOST_LINES;
    if first == last || far {
        let (text, mark) = window(first_text, start..in_line(first, bytes.end), width);
        return Excerpt { text, mark, first_line: first + 1, hidden_end: far.then_some(last + 1) };
    }

    let (mut shown, mark) = window(first_text, start..start, width);
    for line in first + 1..last {
        shown.push('\n');
        shown.push_str(&window(&text[content(line)], 0..0, width).0);
    }
    let end = in_line(last, bytes.end);
    let (last_text, last_mark) = window(&text[content(last)], end..end, width);
    shown.push('\n');
    let mark = mark.start..shown.len() + last_mark.start;
    shown.push_str(&last_text);
    Excerpt { text: shown, mark, first_line: first + 1, hidden_end: None }
}

/// Returns what of `line` fits in `width` columns around `mark`, and the mark in it.
fn window(line: &str, mark: Range<usize>, width: usize) -> (String, Range<usize>) {
    let mark = if mark.is_empty() { mark } else { drawn_from(line, mark.start)..mark.end };
    let width = width.max(NARROWEST) - 2 * "…".chars().count();
    let (before, after) = line.split_at(mark.start);
    let (_, ahead) = reach(after.chars(), width * 2 / 3);
    let (left, behind) = reach(before.chars().rev(), width - ahead);
    let (right, _) = reach(after.chars(), width - behind);
    let (from, to) = (mark.start - left, mark.start + right);

    let mut shown = String::with_capacity(to - from + 2 * "…".len());
    if from > 0 {
        shown.push('…');
    }
    let mut offset = |range: Range<usize>| {
        escape::append(&mut shown, &line[range]);
        shown.len()
    };
    let start = offset(from..mark.start);
    let end = offset(mark.start..mark.end.min(to));
    offset(mark.end.min(to)..to);
    if to < line.len() {
        shown.push('…');
    }
    (shown, start..end)
}

/// Returns how many bytes and columns of `chars` fit in `width` columns.
///
/// A combining mark counts as a column here, so that ten thousand of them on one letter end too.
fn reach(chars: impl Iterator<Item = char>, width: usize) -> (usize, usize) {
    let (mut bytes, mut columns) = (0, 0);
    for c in chars {
        let next = columns + escape::width(c).max(1);
        if next > width {
            break;
        }
        (bytes, columns) = (bytes + c.len_utf8(), next);
    }
    (bytes, columns)
}

/// Returns where the drawing of the character at `at` begins: a combining mark is drawn on the letter before it.
fn drawn_from(line: &str, at: usize) -> usize {
    let combines = |c: char| escape::width(c) == 0 && c.width() == Some(0);
    if !line[at..].starts_with(combines) {
        return at;
    }
    let letter = line[..at].char_indices().rev().take(NARROWEST).find(|&(_, c)| !combines(c));
    letter.map_or(at, |(start, _)| start)
}

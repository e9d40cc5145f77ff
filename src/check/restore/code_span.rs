//! Code spans: back-ticks around them, line ends and `\|` inside.

use std::ops::Range;

use crate::check::difference::difference;
use crate::model::literal::Literal;
use crate::source::Span;
use crate::source::edit::Edit;

/// Returns the edit after which the code span `actual` has `value`: of the differing characters alone where
/// the back-ticks around it can stay.
pub(super) fn restored(text: &str, actual: &Literal, value: &str, is_in_cell: bool) -> Option<Edit> {
    let range = actual.span.range();
    let (ticks, whole) = delimiters(text, &range)?;
    let is_padded = whole.len() > range.len() + 2 * ticks;
    let keeps_ticks = runs(value).all(|run| run != ticks) && (is_padded || !needs_padding(value));
    let places = places(&text[range.clone()], &actual.value).filter(|_| keeps_ticks);
    let (bytes, text) = match places {
        Some(places) => {
            let difference = difference(value, &actual.value);
            let place = |at: usize| range.start + places[at];
            let bytes = place(difference.actual.start)..place(difference.actual.end);
            (bytes, escaped(&value[difference.expected], is_in_cell))
        }
        None => (whole, marked(value, is_in_cell)),
    };
    Some(Edit { span: Span::new(actual.span.source, bytes), text })
}

/// Returns `value` as a code span.
pub(super) fn marked(value: &str, is_in_cell: bool) -> String {
    let taken: Vec<usize> = runs(value).collect();
    let count = (1..).find(|count| !taken.contains(count)).expect("a text has a finite number of runs");
    let (ticks, blank) = ("`".repeat(count), if needs_padding(value) { " " } else { "" });
    format!("{ticks}{blank}{}{blank}{ticks}", escaped(value, is_in_cell))
}

/// Returns the number of back-ticks around the content at `range`, and the code span with them.
fn delimiters(text: &str, range: &Range<usize>) -> Option<(usize, Range<usize>)> {
    let is_blank = |c: char| matches!(c, ' ' | '\n' | '\r');
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let (before, after) = match (before.ends_with('`'), after.starts_with('`')) {
        (true, true) => (before, after),
        _ => (before.strip_suffix(is_blank)?, after.strip_prefix(is_blank)?),
    };
    let count = before.len() - before.trim_end_matches('`').len();
    let closing = after.len() - after.trim_start_matches('`').len();
    let whole = before.len() - count..text.len() - after.len() + count;
    (count > 0 && count == closing).then_some((count, whole))
}

/// Returns the lengths of the runs of back-ticks in `value`.
fn runs(value: &str) -> impl Iterator<Item = usize> {
    value.split(|c| c != '`').map(str::len).filter(|length| *length > 0)
}

/// Tells whether CommonMark would take a blank off `value` or a back-tick for its delimiter (section 6.1).
fn needs_padding(value: &str) -> bool {
    let is_stripped = value.starts_with(' ') && value.ends_with(' ') && !value.trim_matches(' ').is_empty();
    is_stripped || value.starts_with('`') || value.ends_with('`')
}

fn escaped(value: &str, is_in_cell: bool) -> String {
    if is_in_cell { value.replace('|', "\\|") } else { value.to_owned() }
}

/// Returns for each byte of `value`, and for its end, where it stands in `raw`, the Markdown that makes it:
/// a line end and what the blocks around put behind it make one blank, `\|` in a table makes `|`.
fn places(raw: &str, value: &str) -> Option<Vec<usize>> {
    let mut places = Vec::with_capacity(value.len() + 1);
    let mut at = 0;
    for (offset, c) in value.char_indices() {
        let rest = &raw[at..];
        places.resize(offset + c.len_utf8(), at);
        at += match c {
            c if rest.starts_with(c) => c.len_utf8(),
            '|' if rest.starts_with("\\|") => "\\|".len(),
            ' ' => line_end(rest, value[offset + 1..].starts_with('>'))?,
            _ => return None,
        };
    }
    places.push(at);
    (at == raw.len()).then_some(places)
}

/// Returns the length of the line end that `rest` begins with, and of what does not belong to the next line's text.
fn line_end(rest: &str, is_greater_text: bool) -> Option<usize> {
    let behind = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']))?;
    let is_prefix = |c: char| matches!(c, ' ' | '\t') || c == '>' && !is_greater_text;
    Some(rest.len() - behind.trim_start_matches(is_prefix).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_in_the_markdown_that_makes_them() {
        let check =
            |raw: &str, value: &str, at: usize| assert_eq!(places(raw, value).map(|all| all[at]), Some(at), "{raw}");
        check("a  b", "a  b", 3);
        assert_eq!(places("a\r\n> b", "a b"), Some(vec![0, 1, 5, 6]));
        assert_eq!(places("a\\|b", "a|b"), Some(vec![0, 1, 3, 4]));
        assert_eq!(places("a\nb", "ab"), None);
    }

    #[test]
    fn back_ticks_inside_take_longer_ones_around() {
        assert_eq!(marked("a", false), "`a`");
        assert_eq!(marked("`a", false), "`` `a ``");
        assert_eq!(marked("a``b`c", false), "```a``b`c```");
        assert_eq!(marked(" a ", false), "`  a  `");
        assert_eq!(marked("a|b", true), "`a\\|b`");
    }
}

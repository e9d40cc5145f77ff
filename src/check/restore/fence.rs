//! Code blocks: line by line, with the line ends and the indentation of the block at hand.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::check::difference::difference;
use crate::model::literal::Literal;
use crate::source::Span;
use crate::source::edit::Edit;

/// One line of a code block in its file.
struct Line<'a> {
    text: &'a str,
    /// Where the text stands, without indentation, the marks of quotes and the line end.
    place: Range<usize>,
    /// What stands before it in its line.
    prefix: &'a str,
}

/// Returns the edits after which the code block `actual` has `value`; lines that agree are not touched.
pub(super) fn restored(text: &str, actual: &Literal, value: &str) -> Option<Vec<Edit>> {
    if actual.value.ends_with('\n') != value.ends_with('\n') || actual.value.is_empty() || value.is_empty() {
        return None;
    }
    let lines = lines(text, actual.span.range(), &actual.value)?;
    let line_end = if text[actual.span.range()].contains("\r\n") { "\r\n" } else { "\n" };
    let old: Vec<&str> = lines.iter().map(|line| line.text).collect();
    let new: Vec<&str> = value.split_terminator('\n').collect();
    let mut edits = Vec::new();
    let mut push = |(range, text)| edits.push(Edit { span: Span::new(actual.span.source, range), text });
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (_, before, after) = op.as_tag_tuple();
        match op {
            DiffOp::Equal { .. } => {}
            _ if before.len() == after.len() => {
                before.zip(after).map(|(before, after)| line_edit(&lines[before], new[after])).for_each(&mut push);
            }
            _ => push(lines_edit(&lines, before, &new[after], line_end)?),
        }
    }
    Some(edits)
}

/// Returns the edits that put the fences of `origin`, a code block in Markdown, around the lines at `place`; nothing
/// where other text stands beside them.
pub(super) fn around(text: &str, place: Span, origin: &str) -> Option<Vec<Edit>> {
    let range = place.range();
    let is_apart =
        text[..range.start].ends_with('\n') && (range.end == text.len() || text[range.end..].starts_with(['\n', '\r']));
    let first = origin.trim_start().lines().next()?.trim_end();
    let sign = first.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let fence: String = first.chars().take_while(|c| *c == sign).collect();
    if !is_apart || fence.len() < 3 || text[range.clone()].contains(&fence) {
        return None;
    }
    let line_end = if text[..range.start].ends_with("\r\n") { "\r\n" } else { "\n" };
    let edit = |at: usize, text: String| Edit { span: Span::new(place.source, at..at), text };
    Some(vec![edit(range.start, format!("{first}{line_end}")), edit(range.end, format!("{line_end}{fence}"))])
}

/// Returns the lines of the code block at `range`, whose value is `value`.
fn lines<'a>(text: &'a str, range: Range<usize>, value: &str) -> Option<Vec<Line<'a>>> {
    let mut lines = Vec::new();
    let mut at = range.start;
    for wanted in value.split_terminator('\n') {
        let rest = text.get(at..range.end)?;
        let raw = rest.split(['\n', '\r']).next().unwrap_or_default();
        let prefix = raw.len() - wanted.len().min(raw.len());
        let starts = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let place = at + prefix..at + raw.len();
        if raw.get(prefix..) != Some(wanted) || !raw[..prefix].chars().all(|c| matches!(c, ' ' | '\t' | '>')) {
            return None;
        }
        lines.push(Line { text: &text[place.clone()], prefix: &text[starts..place.start], place });
        let behind = &rest[raw.len()..];
        at += raw.len() + if behind.starts_with("\r\n") { 2 } else { behind.len().min(1) };
    }
    (at == range.end).then_some(lines)
}

/// Replaces the differing characters of one line.
fn line_edit(line: &Line<'_>, new: &str) -> (Range<usize>, String) {
    let difference = difference(new, line.text);
    let start = line.place.start;
    (start + difference.actual.start..start + difference.actual.end, new[difference.expected].to_owned())
}

/// Replaces the lines `old` by more or fewer `new` ones.
fn lines_edit(lines: &[Line<'_>], old: Range<usize>, new: &[&str], line_end: &str) -> Option<(Range<usize>, String)> {
    // The first line's prefix may hold the marker of a list item, which further lines have not.
    let prefix = lines.get(1).or(lines.first())?.prefix;
    let prefix: String = prefix.chars().map(|c| if matches!(c, '>' | '\t') { c } else { ' ' }).collect();
    let between = |line: &&str| {
        if line.is_empty() { format!("{line_end}{}", prefix.trim_end()) } else { format!("{line_end}{prefix}") }
    };
    let behind = |lines: &[&str]| lines.iter().map(|line| between(line) + line).collect::<String>();
    let (first, last) = (lines.get(old.start), lines.get(old.end));
    Some(match (first, last, new) {
        _ if !old.is_empty() && !new.is_empty() => {
            (lines[old.start].place.start..lines[old.end - 1].place.end, new[0].to_owned() + &behind(&new[1..]))
        }
        (Some(first), Some(last), []) => (first.place.start..last.place.start, String::new()),
        (Some(_), None, []) if old.start > 0 => {
            (lines[old.start - 1].place.end..lines[old.end - 1].place.end, String::new())
        }
        (Some(next), _, [one, more @ ..]) => {
            let at = next.place.start;
            (at..at, (*one).to_owned() + &behind(more) + &between(&next.text))
        }
        (None, ..) if !new.is_empty() => {
            let at = lines[old.start - 1].place.end;
            (at..at, behind(new))
        }
        _ => return None,
    })
}

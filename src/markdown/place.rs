//! Where exactly a literal stands within the Markdown that makes it.

use std::borrow::Cow;
use std::ops::Range;

/// Returns where the content of the code span at `range` stands: without back-ticks and the blanks that
/// CommonMark strips (section 6.1).
pub(super) fn inside_ticks(text: &str, range: &Range<usize>) -> Range<usize> {
    let whole = &text[range.clone()];
    let ticks = whole.len() - whole.trim_start_matches('`').len();
    if ticks == 0 || whole.len() < 2 * ticks || !whole.ends_with('`') {
        return range.clone();
    }
    let inner = &whole[ticks..whole.len() - ticks];
    let is_blank = |byte: Option<&u8>| byte.is_some_and(|byte| matches!(byte, b' ' | b'\n' | b'\r'));
    let strip = is_blank(inner.as_bytes().first())
        && is_blank(inner.as_bytes().last())
        && inner.bytes().any(|byte| !matches!(byte, b' ' | b'\n' | b'\r'));
    let outer = ticks + usize::from(strip);
    range.start + outer..range.end - outer
}

/// Returns the value of the code span at `range` with one blank for each line end: the parser makes two of CRLF.
pub(super) fn with_one_blank_a_line<'a>(text: &str, range: &Range<usize>, value: Cow<'a, str>) -> Cow<'a, str> {
    let mut source = &text[inside_ticks(text, range)];
    if !source.contains("\r\n") {
        return value;
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = &*value;
    while let (Some(theirs), Some(ours)) = (source.chars().next(), rest.chars().next()) {
        if source.starts_with("\r\n") && rest.starts_with("  ") {
            out.push(' ');
            (source, rest) = (&source[2..], &rest[2..]);
            continue;
        }
        // What the value lacks is markup at the start of a line, or a back-slash in a table.
        source = &source[theirs.len_utf8()..];
        if theirs == ours {
            out.push(ours);
            rest = &rest[ours.len_utf8()..];
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Returns where `value` stands in `range`; all of `range` where it is spelt otherwise there.
pub(super) fn within(text: &str, range: &Range<usize>, value: &str) -> Range<usize> {
    match text[range.clone()].find(value) {
        Some(at) if !value.is_empty() => range.start + at..range.start + at + value.len(),
        _ => range.clone(),
    }
}

/// Returns where the target of the link or picture at `range` stands.
pub(super) fn of_target(text: &str, range: &Range<usize>, target: &str) -> Range<usize> {
    let whole = &text[range.clone()];
    let start = match whole.rfind("](") {
        Some(at) => at + 2,
        None => return within(text, range, target.strip_prefix("mailto:").unwrap_or(target)),
    };
    let rest = whole[start..].trim_start();
    let start = whole.len() - rest.len();
    let length = match rest.strip_prefix('<') {
        Some(inner) => return shifted(range, start + 1, inner.find('>').unwrap_or(inner.len())),
        None => bare_length(rest),
    };
    shifted(range, start, length)
}

fn shifted(range: &Range<usize>, start: usize, length: usize) -> Range<usize> {
    range.start + start..range.start + start + length
}

/// Returns how long a target without pointed brackets is: to a blank or its closing parenthesis.
fn bare_length(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth += 1,
            b')' if depth == 0 => return at,
            b')' => depth -= 1,
            byte if byte.is_ascii_whitespace() => return at,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_stand_in_their_parentheses() {
        let check = |text: &str, target: &str, place: &str| {
            let range = of_target(text, &(0..text.len()), target);
            assert_eq!(&text[range], place, "{text}");
        };
        check("[a](b(c)d \"t\")", "b(c)d", "b(c)d");
        check("[a](<b c>)", "b c", "b c");
        check("<https://x.y>", "https://x.y", "https://x.y");
        check("<me@x.y>", "mailto:me@x.y", "me@x.y");
        check("[a][b]", "https://x", "[a][b]");
        check("[a]()", "", "");
    }

    #[test]
    fn code_spans_lose_their_ticks_and_one_blank() {
        let check = |text: &str, inner: &str| assert_eq!(&text[inside_ticks(text, &(0..text.len()))], inner);
        check("`a  b`", "a  b");
        check("`` `a` ``", "`a`");
        check("` `", " ");
    }
}

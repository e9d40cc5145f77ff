//! Literals inside plain text: codes, names and addresses that browsers must not translate or turn round.

use std::ops::Range;

use super::super::view::Html;
use super::escape;

/// What stands before and behind a literal that is no code span.
const OPEN: &str = "<bdi translate=\"no\" dir=\"ltr\">";
const CLOSE: &str = "</bdi>";

/// Returns `text` as HTML; those of `literals` that stand in it as words are marked, longer ones first.
pub fn marked(text: &str, literals: &[&str]) -> Html {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(found) = next(text, at, literals) {
        escape(&mut out, &text[at..found.start]);
        whole(&mut out, &text[found.clone()]);
        at = found.end;
    }
    escape(&mut out, &text[at..]);
    Html(out)
}

/// Adds `literal` to `out`, marked.
pub(super) fn whole(out: &mut String, literal: &str) {
    out.push_str(OPEN);
    escape(out, literal);
    out.push_str(CLOSE);
}

/// Tells whether `text` is the address of a page, as links without a text of their own show it.
pub(super) fn is_address(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://")) && !text.contains(char::is_whitespace)
}

/// Returns where the first of `literals` stands in `text`, from `at` on.
fn next(text: &str, at: usize, literals: &[&str]) -> Option<Range<usize>> {
    let found = literals.iter().filter_map(|literal| word(text, at, literal));
    found.min_by_key(|range| (range.start, std::cmp::Reverse(range.end)))
}

/// Returns where `literal` stands in `text` with no letter or digit of Latin script beside it.
fn word(text: &str, at: usize, literal: &str) -> Option<Range<usize>> {
    let is_border = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
    let mut starts = text[at..].match_indices(literal).filter(|_| !literal.is_empty()).map(|(found, _)| at + found);
    let start = starts.find(|&start| {
        let before = start.checked_sub(1).and_then(|before| text.as_bytes().get(before));
        is_border(before) && is_border(text.as_bytes().get(start + literal.len()))
    })?;
    Some(start..start + literal.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, literals: &[&str], expected: &str) {
        assert_eq!(marked(text, literals).0.replace(OPEN, "[").replace(CLOSE, "]"), expected);
    }

    #[test]
    fn literals_are_marked_where_they_are_words() {
        check("a < AADSTS1, AADSTS12 와 AADSTS1은", &["AADSTS1"], "a &lt; [AADSTS1], AADSTS12 와 [AADSTS1]은");
        check("رمز 30015-11 (26)", &["30015-11", "30015"], "رمز [30015-11] (26)");
        check("nothing", &[""], "nothing");
    }
}

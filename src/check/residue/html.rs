//! Tags and signs of HTML that readers see, because a blank stands in them or a quotation mark does not.

use std::ops::Range;

/// Returns where a text shows a broken tag of HTML: `< br>`, `</ a>`, `<a name="x>`.
pub fn broken_tag(text: &str) -> Option<Range<usize>> {
    text.char_indices().filter(|(_, c)| matches!(c, '<' | '＜')).find_map(|(at, c)| {
        let rest = &text[at + c.len_utf8()..];
        let inner =
            rest.trim_start_matches([' ', '\u{a0}']).trim_start_matches('/').trim_start_matches([' ', '\u{a0}']);
        let name: &str = &inner[..inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len())];
        let is_tag = TAGS.iter().any(|tag| name.eq_ignore_ascii_case(tag));
        let behind = is_tag.then(|| without_attribute(&inner[name.len()..]))?;
        let close = behind.chars().next().filter(|c| matches!(c, '>' | '＞'))?;
        Some(at..text.len() - behind.len() + close.len_utf8())
    })
}

/// Returns what stands behind the name of a tag and its first attribute, if it has one: the sign that should end it.
fn without_attribute(text: &str) -> &str {
    let rest = text.trim_start_matches([' ', '/', '\u{a0}']);
    let name = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '-').len();
    let has_value = name > 0 && rest.len() < text.len() && rest[name..].starts_with(['=', '＝']);
    let end = || rest.lines().next().and_then(|line| line.find(['>', '＞']));
    if has_value { end().map_or("", |end| &rest[end..]) } else { rest }
}

/// Returns where a text shows a broken sign of HTML: `& nbsp;`.
pub fn broken_entity(text: &str) -> Option<Range<usize>> {
    const NAMES: [&str; 5] = ["nbsp", "lt", "gt", "amp", "quot"];
    text.match_indices('&').find_map(|(at, _)| {
        let inner = text[at + 1..].trim_start_matches([' ', '\u{a0}']);
        let name = &inner[..inner.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(inner.len())];
        let behind = inner[name.len()..].trim_start_matches([' ', '\u{a0}']);
        let close = behind.chars().next().filter(|c| matches!(c, ';' | '；' | '؛'))?;
        let is_known = NAMES.iter().any(|known| name.eq_ignore_ascii_case(known));
        is_known.then(|| at..text.len() - behind.len() + close.len_utf8())
    })
}

/// The tags that articles use.
const TAGS: [&str; 38] = [
    "a",
    "b",
    "blockquote",
    "br",
    "center",
    "code",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_entities_are_those_that_are_shown() {
        assert_eq!(broken_entity("20& nbsp;GB"), Some(2..9));
        assert_eq!(broken_entity("a &lt ; b"), Some(2..7));
        assert_eq!(broken_entity("R&D; Q & A;"), None);
    }

    #[test]
    fn broken_tags_are_those_with_blanks() {
        assert_eq!(broken_tag("a < br> b"), Some(2..7));
        assert_eq!(broken_tag("a </ a>"), Some(2..7));
        assert_eq!(broken_tag("＜br＞"), Some(0..8));
        assert_eq!(broken_tag("<a name=\"x>Words"), Some(0..11));
        assert_eq!(broken_tag("< a name = x"), None);
        assert_eq!(broken_tag("a <b and c=1"), None);
        assert_eq!(broken_tag("a < b and c > d"), None);
        assert_eq!(broken_tag("< tenant >"), None);
    }
}

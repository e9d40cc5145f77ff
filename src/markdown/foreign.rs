//! What other tools write into Markdown: short codes, components, expressions, the opening lines of asides.
//!
//! Nothing of it is run or judged. What has to read the same in every language is a literal; what may be text for
//! readers (titles, labels, addresses with a locale in them) is left out of it.

use std::ops::Range;

/// What a text may have besides Markdown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Dialect {
    /// Nothing.
    #[default]
    Plain,
    /// `{{< name >}}`, `{{% name %}}`, `{% name %}`, `{{ name }}`, `!!! note`, `=== "Tab"`, as Hugo and MkDocs have them.
    ShortCodes,
    /// Components, expressions, imports and `:::note`, as Docusaurus and Starlight have them.
    Mdx,
}

/// A piece of another tool's language, and what of it is a literal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Foreign {
    pub range: Range<usize>,
    pub literal: Option<Range<usize>>,
}

/// The longest piece that is looked for the end of, in bytes.
const LONGEST: usize = 600;

/// Returns the first piece that starts within `range` of `text`; it may reach further, but not out of its paragraph.
pub(super) fn find(text: &str, range: Range<usize>, dialect: Dialect) -> Option<Foreign> {
    if dialect == Dialect::Plain {
        return None;
    }
    let bytes = text.as_bytes();
    let mut close = range.start;
    let mut signs = memchr::memchr3_iter(b'{', b':', b'!', &bytes[range.clone()]).map(|at| range.start + at);
    opening(text, range.start, dialect).or_else(|| {
        signs.find_map(|at| match bytes[at] {
            b'{' => {
                if close <= at {
                    close = memchr::memchr(b'}', &bytes[at..]).map_or(bytes.len(), |skip| at + skip);
                }
                // Without a brace that closes, nothing needs to be looked at twice.
                if close - at < LONGEST { braces(text, at, dialect) } else { None }
            }
            _ => opening(text, at, dialect),
        })
    })
}

/// Reads what is in braces at `at`.
fn braces(text: &str, at: usize, dialect: Dialect) -> Option<Foreign> {
    let rest = &text[at..];
    let rest = &rest[..rest.floor_char_boundary(LONGEST)];
    let rest = &rest[..rest.find("\n\n").unwrap_or(rest.len())];
    let pairs = [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}")];
    let length = match dialect {
        Dialect::Mdx if !rest.starts_with("{#") => balanced(rest)?,
        Dialect::ShortCodes => {
            let (open, close) = pairs.into_iter().find(|(open, _)| rest.starts_with(open))?;
            open.len() + rest[open.len()..].find(close)? + close.len()
        }
        _ => return None,
    };
    let whole = &rest[..length];
    let is_comment = whole.contains("/*") || whole.starts_with("{#");
    let literal = match literal_length(whole) {
        _ if is_comment => None,
        // An expression has no name that says anything by itself.
        length if dialect == Dialect::Mdx && length < whole.len() => None,
        length => Some(at..at + length),
    };
    Some(Foreign { range: at..at + length, literal })
}

/// Returns the length of the expression in braces that `text` begins with.
fn balanced(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return Some(at + 1),
            b'}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// How far a line is looked at for whether something stands before, in bytes.
const DEEPEST: usize = 64;

/// Reads `:::note`, `!!! note`, `??? tip` or `=== "Tab"` at `at`, if a line begins there.
fn opening(text: &str, at: usize, dialect: Dialect) -> Option<Foreign> {
    let before = text.as_bytes()[..at].iter().rev().take(DEEPEST).find(|byte| !matches!(byte, b' ' | b'\t'));
    if before.is_some_and(|byte| *byte != b'\n') {
        return None;
    }
    let rest = text[at..].split(['\n', '\r']).next().unwrap_or_default();
    let marks: &[&str] = match dialect {
        Dialect::Mdx => &[":::"],
        Dialect::ShortCodes => &["!!!", "???+", "???"],
        Dialect::Plain => &[],
    };
    let mark = marks.iter().find(|mark| rest.starts_with(**mark))?;
    let mark = rest[mark.len()..].chars().take_while(|c| *c == ':').count() + mark.len();
    let blank = rest[mark..].len() - rest[mark..].trim_start_matches(' ').len();
    let name = rest[mark + blank..].chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let name: usize = name.map(char::len_utf8).sum();
    let length = if name == 0 { mark } else { mark + blank + name };
    // A line that closes, or is text with a row of signs, is no literal.
    let literal = (name > 0).then(|| at..at + length);
    Some(Foreign { range: at..at + length, literal })
}

/// Tells whether the indented text behind `before` belongs to an aside or a tab of MkDocs, and is no code.
pub(super) fn is_indented_text(before: &str) -> bool {
    const FAR: usize = 4_096;
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(FAR))..];
    let is_inner = |line: &&str| line.trim().is_empty() || line.starts_with(['\t']) || line.starts_with("    ");
    let opening = before.lines().rev().find(|line| !is_inner(line)).unwrap_or_default();
    ["!!!", "???", "==="].iter().any(|mark| opening.starts_with(mark)) && !opening.trim_end().ends_with("==")
}

/// Returns the pieces of a paragraph of imports and exports, or `None` where it is another paragraph.
pub(super) fn module(text: &str, range: Range<usize>) -> Option<Vec<Foreign>> {
    let paragraph = &text[range.clone()];
    if !paragraph.starts_with("import ") && !paragraph.starts_with("export ") {
        return None;
    }
    let mut at = range.start;
    let mut pieces = Vec::new();
    for line in paragraph.split_inclusive('\n') {
        let whole = at..at + line.trim_end().len();
        // What is relative depends on where the file is; what is exported may be text.
        let is_literal = line.starts_with("import ") && !["'.", "\"."].iter().any(|relative| line.contains(relative));
        pieces.push(Foreign { literal: is_literal.then(|| whole.clone()), range: whole });
        at += line.len();
    }
    Some(pieces)
}

/// Returns what of the component's tag `raw`, which stands at `range`, is a literal.
pub(super) fn component(raw: &str, range: &Range<usize>) -> Foreign {
    let length = literal_length(raw).min(range.len());
    Foreign { range: range.clone(), literal: Some(range.start..range.start + length) }
}

/// Tells whether the name of a tag is that of a component and not of an element.
pub(super) fn is_component(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase()) || name.contains('.')
}

/// Names of what is text for readers, or an address that may have a locale in it.
const TEXTS: [&str; 20] = [
    "alt",
    "aria-label",
    "caption",
    "description",
    "header",
    "heading",
    "href",
    "image",
    "img",
    "label",
    "link",
    "name",
    "placeholder",
    "src",
    "summary",
    "text",
    "title",
    "to",
    "tooltip",
    "url",
];

/// Returns how much of `piece`, from its beginning, reads the same in every language: all of it, or its name.
fn literal_length(piece: &str) -> usize {
    let name = piece.find(|c: char| c.is_ascii_alphanumeric()).map_or(0, |start| {
        let word = piece[start..].find(|c: char| c.is_whitespace() || matches!(c, '>' | '}' | '/' | '%'));
        word.map_or(piece.len(), |length| start + length)
    });
    let mut rest = &piece[name..];
    while let Some(open) = rest.find(['"', '\'', '`']) {
        let quote = char::from(rest.as_bytes()[open]);
        let Some(length) = rest[open + 1..].find(quote) else { return name };
        let (key, value) = (key(&rest[..open]), &rest[open + 1..open + 1 + length]);
        if quote == '`' || !is_literal(key, value) {
            return name;
        }
        rest = &rest[open + length + 2..];
    }
    let is_plain = piece.is_ascii() && !piece.contains('\n') && !piece[1..].contains('<') || piece.starts_with("{{<");
    if is_plain && piece.is_ascii() && !piece.contains('\n') { piece.len() } else { name }
}

/// Returns the name that a value is given to, where it is: `title` of `title=`.
fn key(before: &str) -> Option<&str> {
    let before = before.trim_end().strip_suffix(['=', ':', '{'])?.trim_end().trim_end_matches('=');
    before.rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next()
}

/// Tells whether a quoted value is a name for programs and not a text for readers.
fn is_literal(key: Option<&str>, value: &str) -> bool {
    let is_text = key.is_some_and(|key| TEXTS.iter().any(|text| text.eq_ignore_ascii_case(key)));
    let has_sign = value.contains(|c: char| c.is_ascii_digit() || matches!(c, '.' | '_' | '#' | '-'));
    let is_word = key.is_some() && value.bytes().all(|byte| byte.is_ascii_lowercase());
    !is_text && value.is_ascii() && !value.contains([' ', '/']) && (has_sign || is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expects the first piece of `text`, and what of it is a literal.
    #[track_caller]
    fn check(dialect: Dialect, text: &str, whole: &str, literal: Option<&str>) {
        let found = find(text, 0..text.len(), dialect).unwrap_or_else(|| panic!("nothing in {text}"));
        assert_eq!(&text[found.range], whole, "{text}");
        assert_eq!(found.literal.map(|range| &text[range]), literal, "{text}");
    }

    #[test]
    fn short_codes_are_found_whole() {
        let check = |text: &str, whole: &str, literal| check(Dialect::ShortCodes, text, whole, literal);
        check("see {{< param version >}} x", "{{< param version >}}", Some("{{< param version >}}"));
        check("{{< ref \"a-b.md\" >}}", "{{< ref \"a-b.md\" >}}", Some("{{< ref \"a-b.md\" >}}"));
        check(
            "{{< figure src=\"/ko/x.png\" title=\"A b\" >}}",
            "{{< figure src=\"/ko/x.png\" title=\"A b\" >}}",
            Some("{{< figure"),
        );
        check("{{% tab \"제목\" %}}", "{{% tab \"제목\" %}}", Some("{{% tab"));
        check("{% include x.html %}", "{% include x.html %}", Some("{% include x.html %}"));
        check("{{/* 메모 */}}", "{{/* 메모 */}}", None);
        check("!!! note \"제목\"", "!!! note", Some("!!! note"));
        check("??? 팁", "??? 팁", Some("??? 팁"));
        assert_eq!(find("{x} {{ never closed", 0..19, Dialect::ShortCodes), None);
    }

    #[test]
    fn expressions_and_asides_are_found_whole() {
        let check = |text: &str, whole: &str, literal| check(Dialect::Mdx, text, whole, literal);
        check("a {props.x} b", "{props.x}", Some("{props.x}"));
        check("{f({a: 1})}", "{f({a: 1})}", Some("{f({a: 1})}"));
        check("{/* 메모 */}", "{/* 메모 */}", None);
        check("{t('제목')}", "{t('제목')}", None);
        check(":::note[제목]\n본문", ":::note", Some(":::note"));
        check("본문\n:::", ":::", None);
        assert_eq!(find("# x {#id} a ::: b", 0..17, Dialect::Mdx), None);
        assert_eq!(find("{x} :::note", 0..11, Dialect::Plain), None);
    }

    #[test]
    fn components_are_literals_but_for_their_texts() {
        let literal = |raw: &str| component(raw, &(0..raw.len())).literal.map(|range| raw[range].to_owned());
        assert_eq!(literal("<Tabs groupId=\"os-1\">").as_deref(), Some("<Tabs groupId=\"os-1\">"));
        assert_eq!(literal("<TabItem value=\"win\" label=\"Windows\">").as_deref(), Some("<TabItem"));
        assert_eq!(literal("</Tabs>").as_deref(), Some("</Tabs>"));
        assert_eq!(literal("<Card to=\"/ko/x\" />").as_deref(), Some("<Card"));
    }

    #[test]
    fn what_never_ends_is_looked_at_once() {
        for unit in ["{", "{{<", ":", "!", "{a ", "! :"] {
            let text = unit.repeat(1 << 15);
            for dialect in [Dialect::ShortCodes, Dialect::Mdx] {
                let found = find(&text, 0..text.len(), dialect);
                assert!(found.is_none_or(|found| found.literal.is_none()), "{unit}");
            }
        }
    }

    #[test]
    fn text_of_an_aside_is_no_code() {
        assert!(is_indented_text("!!! note\n\n"));
        assert!(is_indented_text("=== \"Tab\"\n\n    a\n\n"));
        assert!(!is_indented_text("!!! note\n\n    a\n\nb\n\n"));
        assert!(!is_indented_text("Heading\n=====\n\n"));
    }
}

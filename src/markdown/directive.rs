//! Directives in brackets and colons: `[!INCLUDE …]`, `[!VIDEO …]`, `:::image …:::`.
//!
//! Source: the Markdown extensions of DocFX and Microsoft Learn.

use std::ops::Range;

use super::foreign::Foreign;

/// A directive and the bytes that it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found<'a> {
    pub directive: Directive<'a>,
    pub range: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Directive<'a> {
    /// The path of a fragment.
    Include(&'a str),
    /// The address of a video.
    Video(&'a str),
    Image {
        source: &'a str,
        alt: &'a str,
    },
    /// The end of a picture with a long description; the description stays text.
    ImageEnd,
    /// A piece of another tool's language.
    Foreign(Foreign),
}

/// Returns the first directive that starts within `range` of `text`; it may reach further.
pub(super) fn find(text: &str, range: Range<usize>) -> Option<Found<'_>> {
    let bytes = &text.as_bytes()[range.clone()];
    let at = memchr::memchr2_iter(b'[', b':', bytes).map(|at| range.start + at);
    at.into_iter().find_map(|at| {
        let line = &text[at..];
        if !line.starts_with("[!") && !line.starts_with(":::") {
            return None;
        }
        let line = &line[..memchr::memchr2(b'\n', b'\r', line.as_bytes()).unwrap_or(line.len())];
        let (directive, length) = if line.starts_with("[!") { bracketed(line)? } else { colons(line)? };
        Some(Found { directive, range: at..at + length })
    })
}

/// Reads `[!VIDEO url]`, `[!INCLUDE [title](path)]`, `[!INCLUDE[title](path)]`, in any case.
fn bracketed(line: &str) -> Option<(Directive<'_>, usize)> {
    let inner = &line[2..];
    let word = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let rest = &inner[word..];
    if inner[..word].eq_ignore_ascii_case("video") {
        let end = rest.find(']')?;
        let url = rest[..end].trim();
        return (!url.is_empty()).then_some((Directive::Video(url), 2 + word + end + 1));
    }
    if !inner[..word].eq_ignore_ascii_case("include") {
        return None;
    }
    let middle = rest.find("](")?;
    rest.trim_start().starts_with('[').then_some(())?;
    let end = middle + rest[middle..].find(')')?;
    let close = end + rest[end..].find(']')?;
    (rest[end + 1..close].trim().is_empty()).then_some(())?;
    Some((Directive::Include(rest[middle + 2..end].trim()), 2 + word + close + 1))
}

/// Reads `:::image type="content" source="…" alt-text="…":::` and `:::image-end:::`.
fn colons(line: &str) -> Option<(Directive<'_>, usize)> {
    let inner = line.strip_prefix(":::")?;
    let name = inner.trim_start();
    if name.starts_with("image-end") {
        let end = inner.find(":::")?;
        return Some((Directive::ImageEnd, 3 + end + 3));
    }
    name.strip_prefix("image").filter(|rest| rest.starts_with([' ', '\t']))?;
    let end = inner.find(":::").unwrap_or(inner.len());
    let source = attribute(&inner[..end], "source")?;
    let alt = attribute(&inner[..end], "alt-text").unwrap_or_default();
    Some((Directive::Image { source, alt }, (3 + end + 3).min(line.len())))
}

/// Returns the value of `name="…"` in `text`.
fn attribute<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = text;
    loop {
        let at = rest.find(name)?;
        let value = rest[at + name.len()..].trim_start();
        if let Some(value) = value.strip_prefix('=').map(str::trim_start) {
            let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            return value[1..].split(quote).next();
        }
        rest = &rest[at + name.len()..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(Directive<'_>, &str)>) {
        let found = find(text, 0..text.len());
        assert_eq!(found.map(|found| (found.directive, &text[found.range])), expected, "{text}");
    }

    #[test]
    fn directives_are_found_where_they_stand() {
        check("a [!VIDEO https://x/y] b", Some((Directive::Video("https://x/y"), "[!VIDEO https://x/y]")));
        check(
            "[!INCLUDE [x](includes/a.md)] b",
            Some((Directive::Include("includes/a.md"), "[!INCLUDE [x](includes/a.md)]")),
        );
        check("[!include[x](a.md)]", Some((Directive::Include("a.md"), "[!include[x](a.md)]")));
        let image = ":::image type=\"content\" source=\"m/x.png\" alt-text=\"A b\":::";
        check(image, Some((Directive::Image { source: "m/x.png", alt: "A b" }, image)));
        check("[!NOTE] [x](y) :: ::: no", None);
    }
}

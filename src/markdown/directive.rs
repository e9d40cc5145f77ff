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

/// The longest directive, in bytes: what is never closed is not looked for up to the end of the text.
const LONGEST: usize = 8 << 10;

/// Returns the first directive that starts within `range` of `text`; it may reach further.
pub(super) fn find(text: &str, range: Range<usize>) -> Option<Found<'_>> {
    let bytes = &text.as_bytes()[range.clone()];
    let at = memchr::memchr2_iter(b'[', b':', bytes).map(|at| range.start + at);
    at.into_iter().find_map(|at| {
        let ahead = &text[at..text.floor_char_boundary(at + LONGEST)];
        let (directive, length) = bracketed(ahead).or_else(|| colons(ahead))?;
        Some(Found { directive, range: at..at + length })
    })
}

/// Returns `text` up to the end of its first line.
fn line(text: &str) -> &str {
    &text[..memchr::memchr2(b'\n', b'\r', text.as_bytes()).unwrap_or(text.len())]
}

/// Reads `[!VIDEO url]`, `[!INCLUDE [title](path)]`, `[!INCLUDE[title](path)]`, in any case.
fn bracketed(ahead: &str) -> Option<(Directive<'_>, usize)> {
    let inner = ahead.strip_prefix("[!")?;
    let word = inner.bytes().take_while(u8::is_ascii_alphabetic).count();
    let is_video = inner[..word].eq_ignore_ascii_case("video");
    if !is_video && !inner[..word].eq_ignore_ascii_case("include") {
        return None;
    }
    let rest = line(&inner[word..]);
    if is_video {
        let end = rest.find(']')?;
        let url = rest[..end].trim();
        return (!url.is_empty()).then_some((Directive::Video(url), 2 + word + end + 1));
    }
    let middle = rest.find("](")?;
    rest.trim_start().starts_with('[').then_some(())?;
    let end = middle + rest[middle..].find(')')?;
    let close = end + rest[end..].find(']')?;
    (rest[end + 1..close].trim().is_empty()).then_some(())?;
    Some((Directive::Include(rest[middle + 2..end].trim()), 2 + word + close + 1))
}

/// Reads `:::image type="content" source="…" alt-text="…":::` and `:::image-end:::`.
fn colons(ahead: &str) -> Option<(Directive<'_>, usize)> {
    let inner = ahead.strip_prefix(":::")?;
    let is_blank = |c: char| c.is_whitespace() && !matches!(c, '\n' | '\r');
    let rest = inner.trim_start_matches(is_blank).strip_prefix("image")?;
    let inner = line(inner);
    if rest.starts_with("-end") {
        let end = inner.find(":::")?;
        return Some((Directive::ImageEnd, 3 + end + 3));
    }
    rest.starts_with([' ', '\t']).then_some(())?;
    let end = inner.find(":::").unwrap_or(inner.len());
    let source = attribute(&inner[..end], "source")?;
    let alt = attribute(&inner[..end], "alt-text").unwrap_or_default();
    Some((Directive::Image { source, alt }, (3 + end + 3).min(3 + inner.len())))
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

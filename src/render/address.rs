//! Where pages stand: paths in the site, and the relative ways between them (DESIGN "URLs").
//!
//! A path is that of a folder, ends in a slash and has no slash in front: `ko/errors/aadsts50000/`.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::model::locale::Locale;

/// What a path in a link must not hold as it is (RFC 3986, section 3.3).
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'%')
    .add(b'\\')
    .add(b'^')
    .add(b'|')
    .add(b'[')
    .add(b']');

/// What a value in a query must not hold as it is (RFC 3986, section 2.3).
pub const VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The same for a path that is such a value.
pub const PATH_IN_QUERY: &AsciiSet = &VALUE.remove(b'/');

/// Returns `path` as it stands in a link.
pub fn encoded(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

/// Returns the relative way from the page at `from` to `to`, percent-encoded; `./` where they are one.
pub fn relative(from: &str, to: &str) -> String {
    let equal = from.bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count();
    let shared = from[..from.floor_char_boundary(equal)].rfind('/').map_or(0, |slash| slash + 1);
    let (from, to) = (&from[shared..], &to[shared..]);
    let up = from.bytes().filter(|byte| *byte == b'/').count();
    let mut way = String::with_capacity(3 * up + 2 + to.len());
    way.extend(std::iter::repeat_n("../", up));
    // A colon in the first part would make it a scheme.
    if way.is_empty() && (to.is_empty() || to.split('/').next().is_some_and(|first| first.contains(':'))) {
        way.push_str("./");
    }
    // Most ways have nothing to encode.
    if to.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_')) {
        way.push_str(to);
    } else {
        way.extend(utf8_percent_encode(to, PATH));
    }
    way
}

/// Returns the way from the page at `path` to the site's root: `../../`, or nothing at the root.
pub fn to_root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

pub fn home(locale: &Locale) -> String {
    [locale.segment(), "/"].concat()
}

pub fn errors(locale: &Locale) -> String {
    [locale.segment(), "/errors/"].concat()
}

pub fn code(locale: &Locale, slug: &str) -> String {
    [locale.segment(), "/errors/", slug, "/"].concat()
}

/// Returns the path of a folder below a locale.
pub fn below(locale: &Locale, folder: &str) -> String {
    [locale.segment(), "/", folder, "/"].concat()
}

/// Returns where the feed of a locale stands.
pub fn feed(locale: &Locale) -> String {
    ["feed/", locale.segment(), ".xml"].concat()
}

/// Returns where the Markdown of the page at `path` stands.
pub fn twin(path: &str) -> String {
    [path, "index.md"].concat()
}

pub fn articles(locale: &Locale) -> String {
    [locale.segment(), "/articles/"].concat()
}

/// Returns the path of an article whose key makes the folder `folder`.
pub fn article(locale: &Locale, folder: &str) -> String {
    [locale.segment(), "/articles/", folder, "/"].concat()
}

pub fn parameters(locale: &Locale) -> String {
    [locale.segment(), "/parameters/"].concat()
}

pub fn parameter(locale: &Locale, name: &str) -> String {
    [locale.segment(), "/parameters/", name, "/"].concat()
}

pub fn search(locale: &Locale) -> String {
    [locale.segment(), "/search/"].concat()
}

pub fn list(locale: &Locale, list: &str, part: &str) -> String {
    [locale.segment(), "/lists/", list, "/", part, "/"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_relative() {
        assert_eq!(relative("ko/errors/a/", "ko/errors/b/"), "../b/");
        assert_eq!(relative("ko/errors/a/", "_/style.css"), "../../../_/style.css");
        assert_eq!(relative("ko/", "ko/"), "./");
        assert_eq!(relative("ko/", "ko/articles/오류 1/"), "articles/%EC%98%A4%EB%A5%98%201/");
        assert_eq!(relative("", "ko/"), "ko/");
    }
}

//! Where pages stand: paths in the site, and the relative ways between them (DESIGN "URLs").
//!
//! A path is that of a folder, ends in a slash and has no slash in front: `ko/errors/aadsts50000/`.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::model::folder::folder;
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

/// Returns `path` as it stands in a link.
pub fn encoded(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

/// Returns the relative way from the page at `from` to `to`, percent-encoded; `./` where they are one.
pub fn relative(from: &str, to: &str) -> String {
    let shared: usize = from
        .split_inclusive('/')
        .zip(to.split_inclusive('/'))
        .take_while(|(a, b)| a == b && a.ends_with('/'))
        .map(|(a, _)| a.len())
        .sum();
    let up = "../".repeat(from[shared..].matches('/').count());
    let way = format!("{up}{}", encoded(&to[shared..]));
    if way.is_empty() {
        "./".to_owned()
    } else if way.split('/').next().is_some_and(|first| first.contains(':')) {
        format!("./{way}")
    } else {
        way
    }
}

/// Returns the way from the page at `path` to the site's root: `../../`, or nothing at the root.
pub fn to_root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

pub fn home(locale: &Locale) -> String {
    format!("{}/", locale.segment())
}

pub fn errors(locale: &Locale) -> String {
    format!("{}/errors/", locale.segment())
}

pub fn code(locale: &Locale, slug: &str) -> String {
    format!("{}/errors/{slug}/", locale.segment())
}

pub fn articles(locale: &Locale) -> String {
    format!("{}/articles/", locale.segment())
}

pub fn article(locale: &Locale, key: &str) -> String {
    format!("{}/articles/{}/", locale.segment(), folder(key))
}

pub fn parameters(locale: &Locale) -> String {
    format!("{}/parameters/", locale.segment())
}

pub fn parameter(locale: &Locale, name: &str) -> String {
    format!("{}/parameters/{name}/", locale.segment())
}

pub fn search(locale: &Locale) -> String {
    format!("{}/search/", locale.segment())
}

pub fn list(locale: &Locale, list: &str, part: &str) -> String {
    format!("{}/lists/{list}/{part}/", locale.segment())
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

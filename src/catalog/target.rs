//! When two literals are one thing: most byte for byte, targets of links where they lead to one place.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::model::literal::{Literal, LiteralKind};
use crate::model::locale::Locale;

/// Returns what a literal is compared by: its value, for a link what all spellings of the target share, for a
/// command what is left without sample values, for an error code in hexadecimal digits those in small letters.
pub fn key(literal: &Literal) -> Cow<'_, str> {
    match literal.kind {
        LiteralKind::Link => link_key(&literal.value),
        LiteralKind::Command => without_samples(&literal.value).into(),
        LiteralKind::ErrorCode if is_hexadecimal(&literal.value) => literal.value.to_ascii_lowercase().into(),
        _ => Cow::Borrowed(&literal.value),
    }
}

/// Tells whether a code is a number in hexadecimal digits, which are the same in either case.
pub fn is_hexadecimal(code: &str) -> bool {
    let digits = code.strip_prefix("0x").or_else(|| code.strip_prefix("0X"));
    digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Returns what all spellings of a link's target share.
pub fn link_key(target: &str) -> Cow<'_, str> {
    Target::of(target).key()
}

/// Returns a command without the text in its quotes and placeholders, which may be localised. Quotes within quotes make
/// the outer ones an expression: of it only what the inner ones hold.
pub fn without_samples(command: &str) -> String {
    let mut kept = String::with_capacity(command.len());
    let mut rest = command;
    while let Some(first) = rest.chars().next() {
        let (_, behind) = rest.split_at(first.len_utf8());
        kept.push(first);
        let close = match first {
            '"' | '\'' => Some(first),
            '<' => Some('>'),
            '[' => Some(']'),
            _ => None,
        };
        let Some(close) = close else {
            rest = behind;
            continue;
        };
        let (inside, behind) = behind.split_at(behind.find(close).unwrap_or(behind.len()));
        if first == '"' && has_quotes(inside) {
            kept.push_str(&without_samples(inside));
        }
        rest = behind.strip_prefix(close).map_or("", |behind| {
            kept.push(close);
            behind
        });
    }
    kept
}

/// Tells whether a text has something in single quotes, which are no apostrophes.
fn has_quotes(text: &str) -> bool {
    let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut quotes = text.match_indices('\'').filter(|(at, _)| {
        let (before, behind) = (text[..*at].chars().next_back(), text[at + 1..].chars().next());
        !(is_inside(before) && is_inside(behind))
    });
    quotes.next().is_some() && quotes.next().is_some()
}

/// Returns what two spellings of one target share even where only one of them names the host.
pub fn path_key(target: &str) -> String {
    Target { host: Cow::Borrowed(""), ..Target::of(target) }.key().into_owned()
}

/// Tells whether two values of one kind are the same.
pub fn is_same(kind: LiteralKind, left: &str, right: &str) -> bool {
    left == right
        || kind == LiteralKind::Link && is_same_target(left, right)
        || kind == LiteralKind::ErrorCode && is_hexadecimal(left) && left.eq_ignore_ascii_case(right)
}

/// Tells whether `actual` leads to the site of `original` in another language: to the site's part for that language, as
/// `de.example.org` for `en.example.org`, or to an address that names it, as `?lang=de` or `index.de.html`.
pub fn is_localised(original: &str, actual: &str, language: &str) -> bool {
    if !original.contains("://") || !actual.contains("://") {
        return false;
    }
    let [own, other] = [original, actual].map(|address| Target::of(address).host.into_owned());
    let part = |host: &str| host.split_once('.').filter(|(part, _)| is_language(part)).map(|(_, site)| site.to_owned());
    let site = |host: &str| part(host).unwrap_or_else(|| host.strip_prefix("www.").unwrap_or(host).to_owned());
    let has_parts = part(&own).is_some() && part(&other).is_some();
    // A folder of a locale is none of the key.
    let names = |address: &str| {
        let key = link_key(address);
        let words = key.split(|c: char| !c.is_ascii_alphanumeric());
        words.filter(|word| word.eq_ignore_ascii_case(language)).count()
    };
    own != other && has_parts && site(&own) == site(&other)
        || site(&own) == site(&other) && names(actual) > names(original)
}

/// Targets are one where they lead to one place: scheme and host in any case, locale segments, a trailing
/// slash and percent-encoding do not count, and a root-relative target equals an absolute one.
fn is_same_target(left: &str, right: &str) -> bool {
    let (left, right) = (Target::of(left), Target::of(right));
    let same_host =
        left.host == right.host || left.host.is_empty() && left.rooted || right.host.is_empty() && right.rooted;
    same_host && left.parts().eq(right.parts()) && left.rest == right.rest
}

/// A target in its parts, as far as they count.
struct Target<'t> {
    host: Cow<'t, str>,
    rooted: bool,
    /// As it is written.
    path: Vec<&'t str>,
    /// Query and fragment.
    rest: Cow<'t, str>,
}

impl<'t> Target<'t> {
    fn of(target: &'t str) -> Self {
        let target = target.trim();
        let (address, rest) = target.split_at(memchr::memchr2(b'?', b'#', target.as_bytes()).unwrap_or(target.len()));
        let (scheme, path) = match memchr::memmem::find(address.as_bytes(), b"//") {
            Some(at) if at == 0 || address[..at].ends_with(':') => (&address[..at], &address[at + 2..]),
            _ => ("", address),
        };
        let has_host = path.len() < address.len();
        let (host, path) = path.split_at(if has_host { path.find('/').unwrap_or(path.len()) } else { 0 });
        let rooted = path.starts_with('/');
        let parts = path.split('/').filter(|part| !part.is_empty() && !is_locale(part));
        let mut path: Vec<&'t str> = parts.collect();
        let folders = path.len().saturating_sub(1);
        if (has_host || rooted)
            && let Some(at) = path[..folders].iter().position(|part| is_language(part))
        {
            path.remove(at);
        }
        // http and https lead to one place; other schemes do not.
        let is_web = ["", "http:", "https:"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
        let host = match is_web {
            true if !host.bytes().any(|byte| byte.is_ascii_uppercase()) => Cow::Borrowed(host),
            true => host.to_ascii_lowercase().into(),
            false => format!("{scheme}{host}").to_ascii_lowercase().into(),
        };
        Self { host, rooted, path, rest: without_locales(rest) }
    }

    /// Returns the parts of the path.
    fn parts(&self) -> impl Iterator<Item = Cow<'t, str>> {
        self.path.iter().map(|part| decoded(part))
    }

    fn key(&self) -> Cow<'static, str> {
        let mut key = String::with_capacity(128);
        key.push_str(&self.host);
        key.push(' ');
        for (at, part) in self.parts().enumerate() {
            key.push_str(if at > 0 { "/" } else { "" });
            key.push_str(&part);
        }
        key.push_str(&self.rest);
        key.into()
    }
}

fn decoded(text: &str) -> Cow<'_, str> {
    if text.contains('%') { percent_decode_str(text).decode_utf8_lossy() } else { text.into() }
}

/// Parameters whose value is a locale's number in Windows: `clcid=0x409`.
const LOCALE_NUMBERS: [&str; 2] = ["clcid", "lcid"];

/// Returns a query and a fragment without the locales that it names: `?ui=en-US&page=2` is `?ui=&page=2`.
fn without_locales(rest: &str) -> Cow<'_, str> {
    let (query, fragment) = rest.split_at(rest.find('#').unwrap_or(rest.len()));
    let is_one = |part: &str| {
        let mut pair = part.trim_start_matches('?').splitn(2, '=');
        let (key, value) = (pair.next().unwrap_or_default(), pair.next().unwrap_or_default());
        is_locale(value) || LOCALE_NUMBERS.iter().any(|name| name.eq_ignore_ascii_case(key)) && !value.is_empty()
    };
    if !query.contains('=') || !query.split('&').any(is_one) {
        return decoded(rest);
    }
    let kept = |part| if is_one(part) { part.split_inclusive('=').next().unwrap_or_default() } else { part };
    let query = query.split('&').map(kept).collect::<Vec<_>>().join("&");
    format!("{}{}", decoded(&query), decoded(fragment)).into()
}

/// Tells whether a part of a path names a language: `/de/help`.
fn is_language(part: &str) -> bool {
    part.len() == 2 && part.parse().is_ok_and(|locale: Locale| locale.is_in_use())
}

/// Tells whether a part of a path names a locale: a language with a script or a region.
pub fn is_locale(part: &str) -> bool {
    let has_form = part.len() <= 12 && matches!(part.bytes().position(|byte| byte == b'-'), Some(1..=3));
    let letters = has_form && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let is_one = |locale: Locale| {
        let id = locale.id();
        locale.language().len() <= 3 && (id.region.is_some() || id.script.is_some()) && locale.is_in_use()
    };
    letters && part.parse::<Locale>().is_ok_and(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_has_many_spellings() {
        let same = |left, right| is_same(LiteralKind::Link, left, right);
        assert!(same("https://docs.microsoft.com/en-us/x/", "https://Docs.Microsoft.com/ko-kr/x"));
        assert!(same("https://docs.microsoft.com/x", "/x"));
        assert!(same("https://docs.microsoft.com/zh-hans/x", "http://docs.microsoft.com/x"));
        assert!(same("https://x.y/a%20b", "https://x.y/a b"));
        assert!(same("https://x.y/en/help", "https://x.y/de/help") && same("https://x.y/help", "https://x.y/ja/help"));
        assert!(same("https://x.y/docs/en-us/help", "https://x.y/docs/de/help"));
        assert!(same("https://x.y/a?ui=en-US&p=2#b", "https://x.y/a?ui=ko-KR&p=2#b"));
        assert!(!same("https://x.y/a?ui=en-US&p=2", "https://x.y/a?ui=en-US&p=3"));
        assert!(same("https://x.y/a?linkid=7&clcid=0x409", "https://x.y/a?linkid=7&clcid=0x407"));
        assert!(!same("https://x.y/a?linkid=7&clcid=0x409", "https://x.y/a?linkid=8&clcid=0x409"));
        assert!(!same("https://x.y/it", "https://x.y/de"));
        assert!(!same("https://x.y/a%3Fb", "https://x.y/a?b"));
        assert!(!same("https://x.y/a#one", "https://x.y/a#two"));
        assert!(!same("https://x.y/a", "https://x.y/b"));
        assert!(!same("other.md", "another.md"));
        assert!(!is_same(LiteralKind::CodeSpan, "https://x.y/a", "https://x.y/a/"));
    }

    #[test]
    fn a_site_has_addresses_for_each_language() {
        let german = |original, actual| is_localised(original, actual, "de");
        assert!(german("https://en.wiki.example/wiki/Mail", "https://de.wiki.example/wiki/Post"));
        assert!(german("https://x.example/", "https://x.example/?lang=de"));
        assert!(german("https://www.x.example/gpl.html", "https://x.example/gpl.de.html"));
        assert!(!german("https://x.example/en/a", "https://x.example/de/b"));
        assert!(!german("https://x.example/a", "https://x.example/b"));
        assert!(!german("https://x.example/a", "https://y.example/de/a"));
        assert!(!german("https://x.example/a.fr.html", "https://x.example/a.es.html"));
    }

    #[test]
    fn hexadecimal_digits_have_no_case() {
        assert!(is_same(LiteralKind::ErrorCode, "0x8004DE40", "0x8004de40"));
        assert!(!is_same(LiteralKind::ErrorCode, "0x8004DE40", "0x8004DE41"));
        assert!(!is_same(LiteralKind::ErrorCode, "AADSTS50000", "aadsts50000"));
        assert!(!is_same(LiteralKind::CodeSpan, "0x8004DE40", "0x8004de40"));
    }

    #[test]
    fn words_with_a_hyphen_are_no_locales() {
        for part in ["en-us", "ko-KR", "zh-hans", "zh-Hant-TW", "sr-latn-rs", "fil-ph", "es-419", "pt-br"] {
            assert!(is_locale(part), "{part}");
        }
        for part in ["pay-bill", "how-to", "go-to", "add-in", "log-in", "set-up", "sign-in", "my-team", "no-op"] {
            assert!(!is_locale(part), "{part}");
        }
        assert!(!is_same(LiteralKind::Link, "https://x.y/pay-bill/a", "https://x.y/a"));
    }
}

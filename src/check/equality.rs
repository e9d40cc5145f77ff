//! When two spellings are one thing.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::model::locale::Locale;

/// Code spans, fences and anchors are compared byte for byte.
pub fn is_same_text(left: &str, right: &str) -> bool {
    left == right
}

/// Targets of links are one where they lead to one place: scheme and host in any case, locale segments,
/// a trailing slash and percent-encoding do not count, and a root-relative link equals an absolute one.
pub fn is_same_target(left: &str, right: &str) -> bool {
    if left == right {
        return true;
    }
    let (left, right) = (Parts::of(left), Parts::of(right));
    let same_host =
        left.host.is_empty() && left.rooted || right.host.is_empty() && right.rooted || left.host == right.host;
    same_host && left.path == right.path && left.rest == right.rest
}

struct Parts {
    host: String,
    rooted: bool,
    path: Vec<String>,
    /// Query and fragment.
    rest: String,
}

impl Parts {
    fn of(target: &str) -> Self {
        let target: Cow<'_, str> = percent_decode_str(target.trim()).decode_utf8_lossy();
        let at = target.find(['?', '#']).unwrap_or(target.len());
        let (address, rest) = target.split_at(at);
        let (scheme, address) = match address.split_once("//") {
            Some((scheme, address)) if scheme.is_empty() || scheme.ends_with(':') => (scheme, address),
            _ => ("", address),
        };
        let (host, path) = if address.len() < target[..at].len() {
            address.split_at(address.find('/').unwrap_or(address.len()))
        } else {
            ("", address)
        };
        let path = path.split('/').filter(|part| !part.is_empty() && !is_locale(part)).map(str::to_owned).collect();
        // http and https lead to one place; other schemes do not.
        let scheme = if matches!(scheme.to_ascii_lowercase().as_str(), "http:" | "https:" | "") { "" } else { scheme };
        let host = format!("{scheme}{}", host.to_ascii_lowercase());
        Self { host, rooted: address.starts_with('/'), path, rest: rest.to_owned() }
    }
}

/// Tells whether a part of a path names a locale: a language with a region, or a script and a region.
fn is_locale(part: &str) -> bool {
    let has_region = part.contains('-') && part.len() <= 12;
    has_region
        && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && part.parse::<Locale>().is_ok_and(|locale| locale.id().region.is_some() && locale.language().len() <= 3)
}

#[cfg(test)]
mod tests {
    use super::is_same_target;

    #[test]
    fn one_place_has_many_spellings() {
        assert!(is_same_target("https://docs.microsoft.com/en-us/x/", "https://Docs.Microsoft.com/ko-kr/x"));
        assert!(is_same_target("https://docs.microsoft.com/x", "/x"));
        assert!(is_same_target("https://x.y/a%20b", "https://x.y/a b"));
        assert!(!is_same_target("https://x.y/a#one", "https://x.y/a#two"));
        assert!(!is_same_target("https://x.y/a", "https://x.y/b"));
        assert!(!is_same_target("other.md", "another.md"));
    }
}

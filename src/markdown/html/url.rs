//! Which addresses a page may have.

use std::borrow::Cow;

use super::entity::decode;
use super::table::SCHEMES;

/// Tells whether a page may have `url`: it is relative, or its scheme is one of [`SCHEMES`] or of `extra`.
///
/// Judged as browsers read it (blanks and controls before it, tabs and line ends anywhere are nothing),
/// and once more with its entities decoded.
pub fn allowed_url(url: &str, extra: &[String]) -> bool {
    is_allowed(url, extra) && (!url.contains('&') || is_allowed(&decode(url), extra))
}

fn is_allowed(url: &str, extra: &[String]) -> bool {
    // What nearly all are.
    let is_printed =
        |bytes: &[u8]| bytes.iter().fold(true, |is_printed, byte| is_printed & matches!(byte, b' '..=b'~'));
    if url.starts_with("https://") && url.as_bytes().chunks(64).all(is_printed) {
        return true;
    }
    let ignored = |c: char| matches!(c, '\t' | '\n' | '\r');
    let url = url.trim_start_matches(|c: char| c <= ' ');
    let url = if url.contains(ignored) { Cow::Owned(url.replace(ignored, "")) } else { Cow::Borrowed(url) };
    if !url.bytes().all(|byte| matches!(byte, b' '..=b'~')) && url.chars().any(char::is_control) {
        return false;
    }
    let Some(end) = url.find([':', '/', '?', '#', '\\']).filter(|end| url[*end..].starts_with(':')) else {
        return true;
    };
    let scheme = &url[..end];
    let sign = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    if scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.bytes().all(sign) {
        let is = |allowed: &str| allowed.eq_ignore_ascii_case(scheme);
        return SCHEMES.iter().any(|allowed| is(allowed)) || extra.iter().any(|allowed| is(allowed));
    }
    // No scheme by the standard; but what differs from an active one by odd characters only is no accident.
    let letters: String = scheme.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
    !["javascript", "vbscript", "livescript", "data"].contains(&&*letters)
}

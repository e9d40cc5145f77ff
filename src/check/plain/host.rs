//! Names of computers, and those that stand for any.

use super::words;

/// Tells whether `text` is the name of a computer on the network.
pub fn is_host(text: &str) -> bool {
    let Some((name, top)) = text.rsplit_once('.') else { return false };
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    words::TOP_DOMAINS.contains(&&*top.to_ascii_lowercase())
        && name.split('.').all(is_label)
        && name.len() >= 2
        && name.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Tells whether an address is one of those that stand for the reader's own.
pub fn is_sample(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    is_company(&text) || words::STAND_INS.iter().any(|sample| text.contains(sample))
}

fn is_company(text: &str) -> bool {
    words::COMPANIES.iter().any(|company| text.contains(company))
}

/// Tells whether a sample address was meant to stay and has a slip of the pen in its host.
///
/// Words may be localised (`server` is `serwer` in Polish), so that a letter lost counts only where no word is:
/// in a label with a digit and behind the first label; other slips count in the name of a company.
pub fn is_slip(actual: &str, value: &str) -> bool {
    let (actual, value) = (host(actual), host(value));
    let (left, right): (Vec<&str>, Vec<&str>) = (actual.split('.').collect(), value.split('.').collect());
    if left.len() != right.len() || !is_host(&value) {
        return false;
    }
    let mut changed = left.iter().zip(&right).enumerate().filter(|(_, (left, right))| left != right);
    let (Some((at, (left, right))), None) = (changed.next(), changed.next()) else { return false };
    let is_name = at > 0 || right.bytes().any(|byte| byte.is_ascii_digit());
    match slip(left, right) {
        Some(_) if is_company(right) => !is_company(left),
        Some(Slip::Lost | Slip::Swapped) => is_name && at + 1 < value.split('.').count(),
        _ => false,
    }
}

/// Tells whether a blank follows where the host of an address begins: nobody writes a sample so.
pub fn is_torn(address: &str) -> bool {
    address.split_once("://").is_some_and(|(_, host)| host.starts_with(char::is_whitespace))
}

/// Returns the host of an address in small letters.
fn host(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.split(['/', ':', '?', '#']).next().unwrap_or(rest);
    rest.rsplit('@').next().unwrap_or(rest).to_ascii_lowercase()
}

/// Tells whether a word is another one with a letter lost or exchanged, or two that changed places.
pub fn is_slip_of(actual: &str, value: &str) -> bool {
    actual.len() <= value.len() && slip(actual, value).is_some()
}

/// Tells whether a word is another one with a letter lost, added or exchanged, or two that changed places (F. J. Damerau,
/// "A technique for computer detection and correction of spelling errors", Communications of the ACM 7, 1964).
pub fn is_one_slip(actual: &str, value: &str) -> bool {
    slip(actual, value).is_some()
}

/// Tells whether a word is another one by a slip amid it, and none by which a language, or an English-speaking country,
/// spells its words otherwise: `Colour`, `Organisation`, `Travelled`.
pub fn is_inner_slip(actual: &str, value: &str) -> bool {
    let (start, left, right) = changed(actual.as_bytes(), value.as_bytes());
    let end = actual.len() - start - left.len();
    let is_variant = match (left, right) {
        ([a], [b]) => a.eq_ignore_ascii_case(b) || [a, b].iter().all(|byte| matches!(byte, b'c' | b's' | b'z')),
        ([b'u' | b'l'], []) | ([], [b'u' | b'l']) | ([b'e', b'r'], [b'r', b'e']) | ([b'r', b'e'], [b'e', b'r']) => true,
        _ => false,
    };
    start > 0 && end > 0 && !is_variant && slip(actual, value).is_some()
}

/// Returns where two words begin to differ, and what differs.
fn changed<'w>(actual: &'w [u8], value: &'w [u8]) -> (usize, &'w [u8], &'w [u8]) {
    let start = actual.iter().zip(value).take_while(|(left, right)| left == right).count();
    let (left, right) = (&actual[start..], &value[start..]);
    let end = left.iter().rev().zip(right.iter().rev()).take_while(|(left, right)| left == right).count();
    (start, &left[..left.len() - end], &right[..right.len() - end])
}

/// What one slip does to a word.
#[derive(Debug, PartialEq, Eq)]
enum Slip {
    Lost,
    Swapped,
    /// A letter is too much, or is another one.
    Other,
}

/// Returns the one slip by which `value` became `actual`.
fn slip(actual: &str, value: &str) -> Option<Slip> {
    let (_, left, right) = changed(actual.as_bytes(), value.as_bytes());
    match (left, right) {
        ([], [_]) => Some(Slip::Lost),
        ([a, b], [c, d]) if a == d && b == c => Some(Slip::Swapped),
        ([_], [] | [_]) => Some(Slip::Other),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_told_from_a_localised_sample() {
        for (actual, value) in [
            ("wsus01.cotoso.com", "wsus01.contoso.com"),
            ("wsu01.contoso.com", "wsus01.contoso.com"),
            ("anna@contosso.com", "ann@contoso.com"),
            ("https://contoso.sharepoin.com/a", "https://contoso.sharepoint.com/b"),
        ] {
            assert!(is_slip(actual, value), "{actual}");
        }
        for (actual, value) in [
            ("ivan@contoso.com", "alain@contoso.com"),
            ("serwer.contoso.com", "server.contoso.com"),
            ("projet.contoso.com", "project.contoso.com"),
            ("mail.fabrikam.com", "mail.contoso.com"),
            ("exemple.com", "example.com"),
        ] {
            assert!(!is_slip(actual, value), "{actual}");
        }
    }
}

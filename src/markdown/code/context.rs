//! What the words around a number, and of a whole article, say of it.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::words::{DELIVERY, ERROR, LATER, LETTER, MAIL, PRODUCT, VERSION};

/// How far words beside a number are looked for, in bytes.
pub(super) const REACH: usize = 72;

/// From how many words for "mail" on a text speaks of it.
const MANY: usize = 3;

/// Tells whether `text` speaks of mail delivery.
///
/// By signs that need no language (SMTP, NDR, DSN, a reply number before an enhanced code), by English
/// phrases of delivery, or by the word "mail", several times, in most languages. Worth asking only where
/// a code depends on it.
pub fn speaks_of_mail(text: &str) -> bool {
    static SIGN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?-u:\b)(?:SMTP|ESMTP|NDRs?|DSNs?|[245]\d\d[ \-]#?[245]\.\d{1,3}\.\d{1,3})(?-u:\b)")
    });
    static PHRASE: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("(?i){DELIVERY}")));
    static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("(?i){MAIL}")));
    SIGN.is_match(text) || PHRASE.is_match(text) || WORD.find_iter(text).take(MANY).count() == MANY
}

/// Tells whether `text` has the word "error", in any language that the program knows it in.
///
/// Worth asking only where a code depends on it.
pub fn speaks_of_errors(text: &str) -> bool {
    static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("(?i)(?:{ERROR})")));
    WORD.is_match(text)
}

/// Tells whether the words beside the number at `range` make it a version or the number of a section.
pub(super) fn is_version(text: &str, range: &Range<usize>) -> bool {
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        let words = format!(r"(?:(?:{VERSION}){LETTER}*|{PRODUCT})");
        pattern(&format!(r#"(?i)(?:^|[^\p{{L}}\d_]|[^\x00-\x7F]){words}[.:：]?[\s(（"'“]{{0,2}}$|§\s?$"#))
    });
    static AFTER: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)^[\s,)]{{0,2}}(?:{LATER})")));
    BEFORE.is_match(window_before(text, range.start)) || AFTER.is_match(window_after(text, range.end))
}

/// Tells whether the number at `range` is an American postal code: `WA 98052-6399`.
pub(super) fn is_postal(text: &str, range: &Range<usize>) -> bool {
    let mut before = text[..range.start].bytes().rev();
    let state = before.next() == Some(b' ') && before.by_ref().take(2).filter(u8::is_ascii_uppercase).count() == 2;
    state && range.len() == 10 && !before.next().is_some_and(|byte| byte.is_ascii_alphanumeric())
}

/// Returns the text just before `at`.
pub(super) fn window_before(text: &str, at: usize) -> &str {
    &text[text.floor_char_boundary(at.saturating_sub(REACH))..at]
}

/// Returns the text from `at` on.
pub(super) fn window_after(text: &str, at: usize) -> &str {
    &text[at..text.ceil_char_boundary((at + REACH).min(text.len()))]
}

/// Returns the regular expression of one of the program's own patterns.
pub(super) fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("the program's own patterns are regular expressions")
}

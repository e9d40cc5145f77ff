//! HTTP status codes: registered numbers that something beside them makes a status.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::border::Borders;
use super::context::{pattern, window_after, window_before};
use super::words::{CODE, ERROR, LETTER};
use crate::model::code::{Context, reason_phrase};

/// Returns the context that makes the three digits at `range` a status, or `None` where they are none.
pub(super) fn status(text: &str, range: &Range<usize>) -> Option<Context> {
    let phrase = reason_phrase(&text[range.clone()])?;
    let is_error = matches!(text.as_bytes()[range.start], b'4' | b'5');
    let (before, after) = (window_before(text, range.start), window_after(text, range.end));
    let tied = before.ends_with(['-', 'p', 'P']);
    let borders = Borders::new(text, if tied { range.start - tie(before)..range.end } else { range.clone() });
    if !borders.of_number() || is_in_group_of_digits(before, after) || is_reply(after) {
        return None;
    }
    if is_beside_http(before, after) || is_error && has_phrase(before, after, phrase) {
        return Some(Context::NotMail);
    }
    if is_error && is_beside_error(before, after) {
        return Some(Context::Errors);
    }
    (is_error && !tied).then_some(Context::Lead)
}

/// Returns how many bytes of `before` are tied to the number as one word: `HTTP-404`, `error-404`.
fn tie(before: &str) -> usize {
    let word = before.trim_end_matches('-');
    before.len() - word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len()
}

/// Tells whether the three digits are part of a longer number: `500,000`, `10 500`.
fn is_in_group_of_digits(before: &str, after: &str) -> bool {
    let grouping = |c: char| matches!(c, ',' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'');
    let digit = |text: &str, at_end: bool| {
        let c = if at_end { text.chars().next_back() } else { text.chars().next() };
        c.is_some_and(|c| c.is_ascii_digit())
    };
    before.strip_suffix(grouping).is_some_and(|rest| digit(rest, true))
        || after.strip_prefix(grouping).is_some_and(|rest| digit(rest, false))
        || before.ends_with('#')
}

/// Tells whether an enhanced status code follows, which makes the number a reply of a mail server.
fn is_reply(after: &str) -> bool {
    let rest = after.trim_start_matches([' ', '-', '#']);
    let mut bytes = rest.bytes();
    rest.len() < after.len()
        && matches!(bytes.next(), Some(b'2' | b'4' | b'5'))
        && bytes.next() == Some(b'.')
        && bytes.next().is_some_and(|byte| byte.is_ascii_digit())
}

fn is_beside_http(before: &str, after: &str) -> bool {
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        let words = format!(r"(?:(?:{ERROR}|{CODE}){LETTER}{{0,6}}[\s:：\-]{{0,3}}){{0,4}}");
        pattern(&format!(r#"(?i)(?-u:\b)HTTPS?(?:/\d(?:\.\d)?)?[\s:：\-]{{0,3}}{words}[(（"'“«「]?{}$"#, list()))
    });
    static AFTER: LazyLock<Regex> = LazyLock::new(|| pattern(r#"(?i)^[)）"'”]?[\s(（\-]{0,2}HTTP(?:[^s:/\w]|$)"#));
    has_http(before) && BEFORE.is_match(before) || has_http(after) && AFTER.is_match(after)
}

/// Tells whether the word stands there at all, which costs less than to look where.
fn has_http(text: &str) -> bool {
    text.as_bytes().windows(4).any(|word| word.eq_ignore_ascii_case(b"http"))
}

/// Returns the pattern of further numbers between the word and the number: `errors 401, 403 or 404`.
fn list() -> String {
    format!(r"(?:[1-5]\d\d(?:\s?[,/、]\s?|\s{LETTER}{{1,4}}\s)(?:{LETTER}{{1,4}}\s)?){{0,4}}")
}

fn is_beside_error(before: &str, after: &str) -> bool {
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        let words = format!(r"(?:(?:{CODE}){LETTER}{{0,6}}[\s:：]{{0,3}}){{0,2}}");
        pattern(&format!(r#"(?i)(?:{ERROR}){LETTER}{{0,6}}[\s:：\-]{{0,3}}{words}[(（\["'“”«「]{{0,2}}{}$"#, list()))
    });
    static AFTER: LazyLock<Regex> = LazyLock::new(|| {
        let list = format!(r"(?:(?:\s?[,/、]\s?|\s{LETTER}{{1,4}}\s)[1-5]\d\d){{0,4}}");
        let words = format!(r"(?:(?:{CODE}){LETTER}{{0,4}}\s?)?");
        pattern(&format!(r#"(?i)^{list}[)）\]"'”»」]?[\s\-]{{0,2}}{words}(?:{ERROR})"#))
    });
    BEFORE.is_match(before) || AFTER.is_match(after)
}

/// Tells whether the status's reason phrase follows or stands before it: `404 Not Found`, `Forbidden (403)`.
fn has_phrase(before: &str, after: &str, phrase: &str) -> bool {
    let sign = |c: char| {
        matches!(c, ' ' | '(' | ')' | '"' | '\'' | ':' | '-' | '–' | '—' | ',' | '.' | '“' | '”' | '：' | '*')
    };
    let after = after.trim_start_matches(sign);
    let after = after.strip_prefix("File ").or_else(|| after.strip_prefix("Page ")).unwrap_or(after);
    let follows = after.get(..phrase.len()).is_some_and(|start| start.eq_ignore_ascii_case(phrase))
        && !after[phrase.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
    let before = before.trim_end_matches(sign);
    let start = before.len().checked_sub(phrase.len());
    let leads = start.and_then(|start| before.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(phrase))
        && !start.is_some_and(|start| before[..start].ends_with(|c: char| c.is_ascii_alphanumeric()));
    follows || leads
}

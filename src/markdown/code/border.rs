//! What may stand beside a code.

use std::ops::Range;

/// How far an address is looked for to the left and to the right, in bytes.
const REACH: usize = 1024;

/// The neighbours of a place in a text.
pub(super) struct Borders<'a> {
    text: &'a str,
    range: Range<usize>,
}

impl<'a> Borders<'a> {
    pub(super) fn new(text: &'a str, range: Range<usize>) -> Self {
        Self { text, range }
    }

    /// Tells whether the place is no part of a longer word or of an address: enough for configured families.
    pub(super) fn of_any(&self) -> bool {
        let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
        let inside = &self.text[self.range.clone()];
        let cut_left = word(self.before().next()) && word(inside.chars().next());
        let cut_right = word(self.after().next()) && word(inside.chars().next_back());
        !cut_left && !cut_right && !self.is_in_address()
    }

    /// Tells whether a code that no plain number resembles may stand here: `AADSTS50000`, `0x8004DE40`.
    pub(super) fn of_word(&self) -> bool {
        self.left() && self.right() && !self.is_in_address()
    }

    /// Tells whether a code may stand here that looks like a number or a version: `5.7.1`, `30015-11`, `404`.
    ///
    /// Not in a range, not with a unit or a percent sign.
    pub(super) fn of_number(&self) -> bool {
        let number_sign = matches!(self.after().next(), Some('+' | '%' | '％' | '°' | '€' | '£' | '¥' | '₽' | '₩'));
        let money = matches!(self.before().next(), Some('€' | '£' | '¥' | '₽' | '₩' | '§'));
        self.of_word() && !number_sign && !money && !self.is_in_range() && !self.has_unit()
    }

    fn before(&self) -> impl Iterator<Item = char> + '_ {
        self.text[..self.range.start].chars().rev()
    }

    fn after(&self) -> impl Iterator<Item = char> + '_ {
        self.text[self.range.end..].chars()
    }

    fn left(&self) -> bool {
        let mut before = self.before();
        let (first, second) = (before.next(), before.next());
        let digit = second.is_some_and(|c| c.is_ascii_digit());
        match first {
            Some('_' | '.' | '@' | '\\' | '%' | '&' | '+' | '$' | '^') => false,
            // A path or a list of codes: `outlook.com/404`, `401/403`.
            Some('/') => digit || second.is_none_or(|c| !c.is_ascii() || c == ' '),
            Some('-') => second.is_none_or(|c| !c.is_ascii_alphanumeric()),
            Some(':') => !digit,
            Some(c) => !c.is_ascii_alphanumeric(),
            None => true,
        }
    }

    fn right(&self) -> bool {
        let mut after = self.after();
        let (first, second) = (after.next(), after.next());
        let digit = second.is_some_and(|c| c.is_ascii_digit());
        match first {
            Some('_' | '@' | '\\' | '%' | '&' | '$' | '^' | '=') => false,
            Some('.') => !digit && !second.is_some_and(|c| c.is_ascii_lowercase()),
            Some('/') => !second.is_some_and(|c| c.is_ascii_lowercase()),
            Some(':') => !digit,
            Some('-') => self.is_compound(),
            Some(c) => !c.is_ascii_alphanumeric(),
            None => true,
        }
    }

    /// Tells whether one word hangs on the code by a hyphen (`AADSTS50000-Fehler`), not a whole name
    /// (`aadsts50000-error-code`), a number or the end of a version (`5.7.1-beta`).
    fn is_compound(&self) -> bool {
        let rest = &self.text[self.range.end + 1..];
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let word = &rest[..end];
        let mut then = rest[end..].chars();
        let (next, after) = (then.next(), then.next());
        let goes_on = match next {
            Some('-' | '_' | '/' | '@' | '=' | '\\') => true,
            Some('.') => after.is_some_and(|c| c.is_ascii_alphanumeric()),
            Some(c) => c.is_ascii_digit(),
            None => false,
        };
        let version = ["alpha", "beta", "rc", "pre", "preview", "dev", "snapshot", "final"];
        !goes_on && !version.iter().any(|suffix| word.eq_ignore_ascii_case(suffix))
    }

    /// Tells whether a dash without blanks ties the number to another one: `5.7.1–5.7.9`, `400-499`.
    fn is_in_range(&self) -> bool {
        let dash = |c: Option<char>| matches!(c, Some('-' | '‐' | '‑' | '–' | '—' | '−' | '~' | '～' | '〜'));
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let (mut before, mut after) = (self.before(), self.after());
        dash(before.next()) && digit(before.next()) || dash(after.next()) && digit(after.next())
    }

    /// Tells whether a unit follows, at once or behind one blank: `5.7.1 GB`.
    fn has_unit(&self) -> bool {
        let rest = &self.text[self.range.end..];
        let rest = rest.strip_prefix([' ', '\u{a0}', '\u{202f}']).unwrap_or(rest);
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let (unit, then) = rest.split_at(end);
        then.starts_with(['%', '％', '°']) && unit.is_empty() || UNITS.contains(&unit)
    }

    /// Tells whether the place is inside a URL, an e-mail address or a query.
    fn is_in_address(&self) -> bool {
        let ends = |byte: u8| !byte.is_ascii_graphic() || b"\"<>()[]{}|`,;".contains(&byte);
        let (start, end) = (self.range.start, self.range.end);
        let bytes = self.text.as_bytes();
        let before = bytes[..start].iter().rev().take(REACH).take_while(|byte| !ends(**byte)).count();
        let after = bytes[end..].iter().take(REACH).take_while(|byte| !ends(**byte)).count();
        // Only ASCII is passed over, so both ends stand between characters.
        let (left, right) = (&self.text[start - before..start], &self.text[end..end + after]);
        let query = left.find('?').is_some_and(|at| left[at..].contains('='));
        left.contains("://") || left.starts_with("www.") || left.contains('@') || right.contains('@') || query
    }
}

/// Units as they follow a number.
const UNITS: &[&str] = &[
    "B",
    "KB",
    "kB",
    "MB",
    "GB",
    "TB",
    "PB",
    "KiB",
    "MiB",
    "GiB",
    "TiB",
    "bit",
    "bits",
    "byte",
    "bytes",
    "Bytes",
    "Kbps",
    "kbps",
    "Mbps",
    "Gbps",
    "Hz",
    "kHz",
    "MHz",
    "GHz",
    "ms",
    "sec",
    "second",
    "seconds",
    "min",
    "minute",
    "minutes",
    "hour",
    "hours",
    "hr",
    "hrs",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "px",
    "pt",
    "dpi",
    "cm",
    "mm",
    "km",
    "kg",
    "times",
    "users",
    "items",
    "messages",
    "recipients",
    "characters",
    "people",
    "Б",
    "КБ",
    "МБ",
    "ГБ",
    "ТБ",
    "байт",
    "мс",
    "сек",
    "мин",
    "기가바이트",
    "메가바이트",
    "바이트",
    "초",
    "분",
    "개",
    "명",
    "个",
    "個",
    "秒",
    "分钟",
    "天",
    "字节",
    "次",
];

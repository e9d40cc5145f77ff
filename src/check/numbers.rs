//! Numbers in prose, read as values: `10,000`, `10.000`, `10 000` and `１０，０００` are one.

use std::ops::Range;

use super::plain::shape;

/// A number where it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    pub range: Range<usize>,
    /// What it may mean: `1.234` is a thousand in one language and little more than one in another. Digits, and
    /// perhaps a point and digits behind it.
    pub values: Vec<String>,
    /// Whether it is a plain number of two digits or more, or one with a fraction; parts of codes, names, versions,
    /// addresses, dates and times are not.
    pub is_plain: bool,
    /// Whether it is a number of one digit, and else plain.
    pub is_digit: bool,
    /// Whether a translation must have it: numbers up to twelve are often written as words.
    pub is_required: bool,
}

/// Returns the numbers in `text`.
pub fn numbers(text: &str) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| digit(c).is_some()).map(|found| at + found) {
        let token = Token::read(&text[start..]);
        let is_code = token.is_signed_code(&text[..start]);
        let sign = text[..start].chars().next_back().filter(|_| is_code).map_or(0, char::len_utf8);
        let range = start - sign..start + token.length;
        at = range.end;
        let values = token.all_values(text, start);
        let is_version = || versioned(text, &range).is_some();
        let is_plain = is_code || token.is_number() && (is_alone(text, &range) || is_version());
        let is_large = token.parts.len() > 1
            || token.parts[0].trim_start_matches('0').parse::<u64>().is_ok_and(|number| number > 12);
        numbers.push(Number {
            is_plain: is_plain && token.digits() >= 2,
            is_digit: is_plain && token.digits() == 1,
            is_required: is_plain && is_large,
            range,
            values,
        });
    }
    numbers
}

/// Returns the name of what the number at `range` is a version of, in two parts: `OAuth 2.0`, `OAuth2.0`. No language
/// writes it with a comma.
pub fn versioned<'t>(text: &'t str, range: &Range<usize>) -> Option<&'t str> {
    let (first, second) = text[range.clone()].split_once('.')?;
    let are_digits = [first, second].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    named(text, range).filter(|_| are_digits && first != "0")
}

/// Returns the name right before the number at `range`: `Windows 10`.
pub fn named<'t>(text: &'t str, range: &Range<usize>) -> Option<&'t str> {
    let before = &text[..range.start];
    let before = before.strip_suffix([' ', '\u{a0}']).unwrap_or(before);
    let name = before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let is_name = name.len() > 1 && name.starts_with(|c: char| c.is_ascii_uppercase());
    (is_name && !AMOUNTS.contains(&name)).then_some(name)
}

/// What stands before amounts and measures, which no version follows: money as ISO 4217 has it, Greek letters.
const AMOUNTS: [&str; 34] = [
    "AED", "ARS", "AUD", "Alpha", "BRL", "Beta", "CAD", "CHF", "CNY", "CZK", "DKK", "Delta", "EUR", "Epsilon", "GBP",
    "Gamma", "HKD", "HUF", "IDR", "INR", "JPY", "KRW", "MXN", "NOK", "NZD", "PLN", "RUB", "SEK", "SGD", "THB", "TRY",
    "USD", "ZAR", "Sigma",
];

/// Returns for each number in `text` every value that it may be said to have, parts of longer ones too.
pub fn held(text: &str) -> Vec<Vec<String>> {
    let mut held = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| digit(c).is_some()).map(|found| at + found) {
        let token = Token::read(&text[start..]);
        at = start + token.length;
        let mut values = token.all_values(text, start);
        if token.parts.len() > 2 && !token.is_number() {
            values.extend(token.parts.iter().map(|part| whole(part)));
        }
        held.push(values);
    }
    held
}

/// Returns the value of a decimal digit in any script.
pub fn digit(c: char) -> Option<char> {
    /// The zeros of the scripts that have digits of their own.
    const ZEROS: [char; 13] = ['٠', '۰', '०', '০', '੦', '૦', '௦', '౦', '೦', '๐', '໐', '၀', '０'];
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    // None of them is where most letters are.
    if matches!(c, '\u{80}'..'\u{660}' | '\u{1100}'..'\u{ff00}') {
        return None;
    }
    let zero = ZEROS.into_iter().find(|&zero| (zero..=char::from_u32(zero as u32 + 9).unwrap_or(zero)).contains(&c))?;
    char::from_digit(c as u32 - zero as u32, 10)
}

/// Digits with what parts them.
struct Token {
    parts: Vec<String>,
    marks: Vec<char>,
    length: usize,
}

impl Token {
    /// Reads the token that begins `text`.
    fn read(text: &str) -> Self {
        let (part, mut length) = digits(text);
        let mut token = Self { parts: vec![part], marks: Vec::new(), length };
        while let Some(mark) = text[length..].chars().next() {
            let (part, more) = digits(&text[length + mark.len_utf8()..]);
            let joins = match mark {
                '.' | ',' | '\'' | '’' | '٫' | '٬' | '،' | '．' | '，' => !part.is_empty(),
                ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => part.len() == 3 && token.takes_blank(mark),
                _ => false,
            };
            if !joins {
                break;
            }
            length += mark.len_utf8() + more;
            token.parts.push(part);
            token.marks.push(mark);
            token.length = length;
        }
        token
    }

    /// Tells whether a group of three digits behind a blank may belong to the number: no other mark stands before.
    fn takes_blank(&self, mark: char) -> bool {
        self.parts[0].len() <= 3
            && !self.parts[0].starts_with('0')
            && self.marks.last().is_none_or(|&last| last == mark)
    }

    fn digits(&self) -> usize {
        self.parts.iter().map(String::len).sum()
    }

    /// Tells whether the groups behind the first have three digits each (`1,00,000`: the last one, and two each before
    /// it), and the marks between them are alike.
    fn is_grouped(&self, parts: usize) -> bool {
        let are_groups = |parts: &[String], length| parts.iter().all(|part| part.len() == length);
        let is_indian = parts > 2
            && self.parts[0].len() <= 2
            && matches!(self.marks[0], ',' | '٬' | '،')
            && are_groups(&self.parts[1..parts - 1], 2)
            && self.parts[parts - 1].len() == 3;
        (1..=3).contains(&self.parts[0].len())
            && (are_groups(&self.parts[1..parts], 3) || is_indian)
            && self.marks[..parts - 1].iter().all(|&mark| mark == self.marks[0])
    }

    /// Tells whether it is the code of an error as a negative number behind `before`: `-2147024891`, which is `0x80070005`
    /// with its first bit for a sign ([MS-ERREF] section 2.1).
    fn is_signed_code(&self, before: &str) -> bool {
        const FEWEST: usize = 7;
        let behind = before.strip_suffix(['-', '−', '–']);
        self.marks.is_empty()
            && self.digits() >= FEWEST
            && behind.is_some_and(|before| !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_')))
    }

    /// Returns every value that the token at `start` of a text may be said to have.
    fn all_values(&self, text: &str, start: usize) -> Vec<String> {
        let mut values = with_multiples(self.values(), &text[start + self.length..]);
        if self.is_signed_code(&text[..start]) {
            values.iter_mut().for_each(|value| value.insert(0, '-'));
        }
        values
    }

    /// Tells whether the token is one number, and no version or list.
    fn is_number(&self) -> bool {
        let last = self.parts.len();
        match last {
            1 | 2 => true,
            _ if self.marks.iter().all(|&mark| mark == '.') && shape::is_ip(&self.parts) => false,
            _ => self.is_grouped(last) || self.is_grouped(last - 1) && self.marks[last - 2] != self.marks[0],
        }
    }

    fn values(&self) -> Vec<String> {
        let last = self.parts.len();
        let mut values = Vec::new();
        if last == 1 {
            return vec![whole(&self.parts[0])];
        }
        if self.is_grouped(last) {
            values.push(whole(&self.parts.concat()));
        }
        // `19045.3803` is the number of a build, and no comma may part it.
        if last == 2 && self.parts.iter().all(|part| part.len() > 3) && matches!(self.marks[0], ',' | '，') {
            return vec![format!("{}{}{}", self.parts[0], self.marks[0], self.parts[1])];
        }
        let is_decimal = matches!(self.marks[last - 2], '.' | ',' | '٫' | '،' | '．' | '，');
        if is_decimal && (last == 2 || self.is_grouped(last - 1) && self.marks[last - 2] != self.marks[0]) {
            values.push(fraction(&self.parts[..last - 1].concat(), &self.parts[last - 1]));
        }
        // A blank may also part two numbers.
        if self.marks.iter().any(|mark| mark.is_whitespace()) {
            values.extend(self.parts.iter().map(|part| whole(part)));
        }
        if values.is_empty() {
            values.push(self.parts.join("."));
        }
        values
    }
}

/// Returns the digits that begin `text`, as ASCII, and how many bytes they take.
fn digits(text: &str) -> (String, usize) {
    let mut found = String::new();
    let mut length = 0;
    for c in text.chars() {
        let Some(digit) = digit(c) else { break };
        found.push(digit);
        length += c.len_utf8();
    }
    (found, length)
}

fn whole(digits: &str) -> String {
    let kept = digits.trim_start_matches('0');
    if kept.is_empty() { "0".to_owned() } else { kept.to_owned() }
}

fn fraction(digits: &str, behind: &str) -> String {
    let behind = behind.trim_end_matches('0');
    if behind.is_empty() { whole(digits) } else { format!("{}.{behind}", whole(digits)) }
}

/// Adds what values become by a word or letter of multitude behind them: 1万 is 10,000.
fn with_multiples(mut values: Vec<String>, behind: &str) -> Vec<String> {
    const WORDS: &[(&str, usize)] = &[
        ("万", 4),
        ("萬", 4),
        ("만", 4),
        ("億", 8),
        ("亿", 8),
        ("억", 8),
        ("千", 3),
        ("천", 3),
        ("百", 2),
        ("백", 2),
        ("тыс", 3),
        ("млн", 6),
        ("млрд", 9),
        ("tis", 3),
        ("mil", 3),
        ("tsd", 3),
        ("rb", 3),
        ("ribu", 3),
        ("juta", 6),
        ("thousand", 3),
        ("million", 6),
        ("billion", 9),
        ("milion", 6),
        ("milijon", 6),
        ("millón", 6),
        ("milhõ", 6),
        ("mio", 6),
        ("mrd", 9),
        ("k", 3),
        ("lakh", 5),
        ("พัน", 3),
        ("หมื่น", 4),
        ("แสน", 5),
        ("ล้าน", 6),
        ("ألف", 3),
        ("آلاف", 3),
        ("مليون", 6),
        ("אלף", 3),
        ("מיליון", 6),
        ("bin", 3),
        ("milyon", 6),
        ("triệu", 6),
        ("nghìn", 3),
        ("tausend", 3),
        ("tys", 3),
        ("тис", 3),
        ("mila", 3),
        ("tusen", 3),
        ("tusind", 3),
        ("duizend", 3),
        ("ezer", 3),
        ("χιλι", 3),
        ("εκατ", 6),
        ("هزار", 3),
        ("میلیون", 6),
        ("हज़ार", 3),
        ("हजार", 3),
        ("लाख", 5),
        ("करोड़", 7),
        ("হাজার", 3),
        ("লাখ", 5),
        ("কোটি", 7),
    ];
    let behind = behind.trim_start();
    // Most numbers stand before a sign or at the end, and no ASCII sign becomes a letter.
    if behind.bytes().next().is_none_or(|first| first.is_ascii() && !first.is_ascii_alphabetic()) {
        return values;
    }
    let behind = behind[..behind.floor_char_boundary(24)].to_lowercase();
    let first = behind.as_bytes().first();
    let is_next = |word: &str| word.as_bytes().first() == first && behind.starts_with(word);
    for (_, zeros) in WORDS.iter().filter(|(word, _)| is_next(word)) {
        let multiples: Vec<String> = values.iter().map(|value| multiplied(value, *zeros)).collect();
        values.extend(multiples);
    }
    values
}

fn multiplied(value: &str, zeros: usize) -> String {
    let (digits, behind) = value.split_once('.').unwrap_or((value, ""));
    let moved = &behind[..behind.len().min(zeros)];
    let rest = &behind[moved.len()..];
    fraction(&format!("{digits}{moved}{}", "0".repeat(zeros - moved.len())), rest)
}

/// Units that stand directly behind a number.
const UNITS: &[&str] = &[
    "b", "kb", "mb", "gb", "tb", "pb", "kib", "mib", "gib", "tib", "bit", "bits", "ms", "s", "sec", "secs", "min",
    "mins", "h", "hr", "hrs", "d", "px", "pt", "em", "kbps", "mbps", "gbps", "bps", "hz", "khz", "mhz", "ghz", "mm",
    "cm", "m", "km", "st", "nd", "rd", "th", "w", "kw", "v", "k", "fps", "dpi",
];

/// How much of a word without blanks is looked at on each side of a number, in bytes.
const REACH: usize = 1 << 10;

/// Tells whether a number is no part of a code, a name, an address, a date or a time.
fn is_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let behind = &text[range.end..];
    // In `v2.0` the letter is a word.
    let is_version = || {
        let mut before = text[..range.start].chars().rev();
        matches!(before.next(), Some('v' | 'V'))
            && text[range.clone()].contains('.')
            && before.next().is_none_or(|c| c.is_whitespace() || c == '(')
    };
    let is_start = is_version()
        || before.is_none_or(|c| {
            !(c.is_ascii_alphanumeric()
                || matches!(c, '_' | '/' | '\\' | '@' | '#' | '=' | '%' | '&' | '.' | ':' | '+' | '*' | '^'))
        });
    let letters = &behind[..behind.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(behind.len())];
    let after = behind[letters.len()..].chars().next();
    let is_unit = letters.is_empty() || UNITS.contains(&&*letters.to_ascii_lowercase());
    let digit_follows =
        |c: char| behind[letters.len() + c.len_utf8()..].starts_with(|next: char| next.is_alphanumeric());
    let is_end = after.is_none_or(|c| match c {
        '_' | '/' | '\\' | '@' | '=' | '#' | '&' => false,
        ':' | '.' => !digit_follows(c),
        c => digit(c).is_none(),
    });
    if !(is_start && is_unit && is_end) || is_hour(behind) {
        return false;
    }
    let reach = &text[text.ceil_char_boundary(range.start.saturating_sub(REACH))..range.start];
    let start = range.start - reach.chars().rev().take_while(|c| !c.is_whitespace()).map(char::len_utf8).sum::<usize>();
    let reach = &behind[..behind.floor_char_boundary(REACH)];
    let end = range.end + reach.find(char::is_whitespace).unwrap_or(reach.len());
    let word = &text[start..end];
    let hyphens = word.matches('-').count();
    let is_name = before == Some('-') && text[start..range.start].chars().any(|c| c.is_ascii_alphanumeric());
    let is_range = hyphens == 1 && text[start..range.start].starts_with(|c: char| c.is_ascii_digit());
    (!is_name || is_range)
        && hyphens < 3
        && !(hyphens == 2 && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ',' | '.' | '(' | ')')))
        && !["://", "www.", "@"].iter().any(|part| word.contains(part))
}

/// Tells whether what stands behind a number makes it an hour.
fn is_hour(behind: &str) -> bool {
    let next = behind.trim_start();
    let next = next[..next.floor_char_boundary(8)].to_ascii_lowercase();
    ["am", "pm", "a.m", "p.m", "o'clock"].iter().any(|word| next.starts_with(word))
        && !next.chars().nth(2).is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(left: &str, right: &str) -> bool {
        let held = held(right);
        numbers(left)
            .iter()
            .all(|number| number.values.iter().any(|value| held.iter().any(|values| values.contains(value))))
    }

    #[test]
    fn one_value_has_many_spellings() {
        for other in [
            "10.000",
            "10 000",
            "10\u{a0}000",
            "10\u{202f}000",
            "10'000",
            "１０，０００",
            "١٠٬٠٠٠",
            "1万",
            "10 tisoč",
            "๑๐,๐๐๐",
            "10000",
            "۱۰،۰۰۰",
            "10 Tausend",
            "१० हज़ार",
        ] {
            assert!(same("10,000", other), "{other}");
        }
        assert!(same("0.5", "0,5") && same("0.50", "٠٫٥") && same("1,234,567.5", "1.234.567,5"));
        assert!(
            same("1,000,000,000", "1.000.000.000")
                && same("1.234", "1,234")
                && same("16.0", "16")
                && same("2 million", "200万")
                && same("2.5 million", "250만")
        );
        assert!(!same("10,000", "1,000") && !same("30", "300") && !same("0.5", "5") && !same("100,000", "10,00,000"));
        assert!(!same("19045.3803", "19045,3803") && same("19045.3803", "１９０４５．３８０３"));
    }

    #[test]
    fn parts_of_names_codes_and_dates_are_no_plain_numbers() {
        let plain = |text: &str| {
            let found: Vec<_> = numbers(text).into_iter().filter(|number| number.is_plain).collect();
            found.iter().map(|number| text[number.range.clone()].to_owned()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(plain("wait 30 days, 25-30 at 99.9% or 100MB (443), 30-day"), "30 25 30 99.9 100 443 30");
        assert_eq!(
            plain(
                "KB4023057 AES-256 10.0.0.1 162.231.119.187 16.0.4266.1001 3/14/2021 15:30 11 PM 2021-03-14 https://x.y/365 x64 24/7"
            ),
            ""
        );
        assert_eq!(plain("1-800-555-0199 0x80070005 #1234 a@99.example"), "");
    }
}

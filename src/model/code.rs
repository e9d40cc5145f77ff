//! Error codes: identifiers of a family, one canonical spelling each.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use super::literal::Side;
use super::segment;
use crate::source::Span;

/// An error code in canonical spelling, such as `AADSTS50000` or `0x8004DE40`.
///
/// Two spellings of one code compare equal, so the code can name a page. Ordered by family, then by number;
/// the built-in families come first, in the order of [`BuiltIn`], the configured ones by their id.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ErrorCode {
    /// The id of its family: `aadsts`.
    pub family: Arc<str>,
    /// The canonical spelling.
    pub text: Arc<str>,
    /// Its name in addresses, with the family's prefix: `aadsts50000`, `http-404`.
    pub slug: Arc<str>,
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Ord for ErrorCode {
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |code: &Self| BuiltIn::ALL.iter().position(|kind| kind.id() == &*code.family).unwrap_or(usize::MAX);
        rank(self)
            .cmp(&rank(other))
            .then_with(|| self.family.cmp(&other.family))
            .then_with(|| natural(&self.text, &other.text))
            .then_with(|| self.text.cmp(&other.text))
            .then_with(|| self.slug.cmp(&other.slug))
    }
}

impl PartialOrd for ErrorCode {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares two texts as people sort them: runs of digits by their value, hexadecimal numbers as such.
fn natural(a: &str, b: &str) -> Ordering {
    if let (Some(a), Some(b)) = (a.strip_prefix("0x"), b.strip_prefix("0x")) {
        return a.len().cmp(&b.len()).then_with(|| a.cmp(b));
    }
    let (mut a, mut b) = (a, b);
    while let (Some(first), Some(second)) = (a.chars().next(), b.chars().next()) {
        let order = if first.is_ascii_digit() && second.is_ascii_digit() {
            let (ours, theirs) = (take_digits(&mut a), take_digits(&mut b));
            ours.len().cmp(&theirs.len()).then_with(|| ours.cmp(theirs))
        } else {
            (a, b) = (&a[first.len_utf8()..], &b[second.len_utf8()..]);
            first.cmp(&second)
        };
        if order.is_ne() {
            return order;
        }
    }
    a.len().cmp(&b.len())
}

/// Takes the digits at the start of `text` off and returns them without leading zeros.
fn take_digits<'a>(text: &mut &'a str) -> &'a str {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    *text = rest;
    digits.trim_start_matches('0')
}

/// A family of codes that the program knows by itself, in the order in which lists show them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BuiltIn {
    /// Sign-in: `AADSTS50000`.
    Aadsts,
    /// HRESULT and NTSTATUS: `0x8004DE40`.
    Hresult,
    /// Enhanced status codes of mail: `5.7.750` (RFC 3463).
    Smtp,
    /// Office installation: `30015-11`.
    Office,
    /// HTTP status codes: `HTTP 404`.
    Http,
}

impl BuiltIn {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Aadsts, Self::Hresult, Self::Smtp, Self::Office, Self::Http];

    /// Returns the family's id: `aadsts`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Aadsts => "aadsts",
            Self::Hresult => "hresult",
            Self::Smtp => "smtp",
            Self::Office => "office",
            Self::Http => "http",
        }
    }

    /// Returns the canonical spelling of the family's code that `text` is as a whole, in any case.
    pub fn canonical(self, text: &str) -> Option<String> {
        match self {
            Self::Aadsts => {
                let digits = strip_word(text, "aadsts").filter(|digits| is_number(digits, 1..=18))?;
                Some(format!("AADSTS{digits}"))
            }
            Self::Hresult => {
                let digits = strip_word(text, "0x")?;
                let hex = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
                hex.then(|| format!("0x{}", digits.to_ascii_uppercase()))
            }
            Self::Smtp => {
                let (class, rest) = text.split_once('.')?;
                let (subject, detail) = rest.split_once('.')?;
                let known = matches!(class, "2" | "4" | "5") && is_number(subject, 1..=3) && is_number(detail, 1..=3);
                known.then(|| text.to_owned())
            }
            Self::Office => {
                let (error, detail) = text.split_once('-')?;
                (is_number(error, 5..=5) && is_number(detail, 1..=4)).then(|| text.to_owned())
            }
            Self::Http => {
                let number = strip_word(text, "http").unwrap_or(text).trim_start_matches([' ', '-']);
                reason_phrase(number).map(|_| format!("HTTP {number}"))
            }
        }
    }
}

/// Returns what follows `word` (in lower case) at the start of `text`, in any case.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then_some(rest)
}

/// Tells whether `text` consists of as many ASCII digits as `width` allows.
fn is_number(text: &str, width: std::ops::RangeInclusive<usize>) -> bool {
    width.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the reason phrase of a registered HTTP status (IANA, RFC 9110), given its three digits.
pub fn reason_phrase(status: &str) -> Option<&'static str> {
    let number: u16 = is_number(status, 3..=3).then(|| status.parse().ok()).flatten()?;
    let at = REASONS.binary_search_by_key(&number, |&(number, _)| number).ok()?;
    Some(REASONS[at].1)
}

/// The registered HTTP status codes, by number.
const REASONS: [(u16, &str); 61] = [
    (100, "Continue"),
    (101, "Switching Protocols"),
    (102, "Processing"),
    (103, "Early Hints"),
    (200, "OK"),
    (201, "Created"),
    (202, "Accepted"),
    (203, "Non-Authoritative Information"),
    (204, "No Content"),
    (205, "Reset Content"),
    (206, "Partial Content"),
    (207, "Multi-Status"),
    (208, "Already Reported"),
    (226, "IM Used"),
    (300, "Multiple Choices"),
    (301, "Moved Permanently"),
    (302, "Found"),
    (303, "See Other"),
    (304, "Not Modified"),
    (305, "Use Proxy"),
    (307, "Temporary Redirect"),
    (308, "Permanent Redirect"),
    (400, "Bad Request"),
    (401, "Unauthorized"),
    (402, "Payment Required"),
    (403, "Forbidden"),
    (404, "Not Found"),
    (405, "Method Not Allowed"),
    (406, "Not Acceptable"),
    (407, "Proxy Authentication Required"),
    (408, "Request Timeout"),
    (409, "Conflict"),
    (410, "Gone"),
    (411, "Length Required"),
    (412, "Precondition Failed"),
    (413, "Content Too Large"),
    (414, "URI Too Long"),
    (415, "Unsupported Media Type"),
    (416, "Range Not Satisfiable"),
    (417, "Expectation Failed"),
    (421, "Misdirected Request"),
    (422, "Unprocessable Content"),
    (423, "Locked"),
    (424, "Failed Dependency"),
    (425, "Too Early"),
    (426, "Upgrade Required"),
    (428, "Precondition Required"),
    (429, "Too Many Requests"),
    (431, "Request Header Fields Too Large"),
    (451, "Unavailable For Legal Reasons"),
    (500, "Internal Server Error"),
    (501, "Not Implemented"),
    (502, "Bad Gateway"),
    (503, "Service Unavailable"),
    (504, "Gateway Timeout"),
    (505, "HTTP Version Not Supported"),
    (506, "Variant Also Negotiates"),
    (507, "Insufficient Storage"),
    (508, "Loop Detected"),
    (510, "Not Extended"),
    (511, "Network Authentication Required"),
];

/// What an article must speak of before something that looks like a code is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// Nothing: the form is enough.
    Any,
    /// Mail delivery.
    Mail,
    /// Errors, and not mail: a bare HTTP status beside the word "error".
    Errors,
    /// Not mail: a status with `HTTP` or its reason phrase beside it.
    NotMail,
    /// Nothing in this article makes it a code: a bare number that is one only where the lead has that code.
    Lead,
}

/// Where in an article a code stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// In the first heading.
    Title,
    Heading,
    CodeSpan,
    Text,
}

/// A place where an article has an error code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeMention {
    pub code: ErrorCode,
    pub position: Position,
    pub context: Context,
    pub span: Span,
    pub side: Side,
    pub segment: Option<segment::Index>,
    pub block: u32,
}

/// A code with what is said of it: `**AADSTS50000**: TokenIssuanceError - There's an issue …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Introduction {
    pub code: ErrorCode,
    /// The symbolic name.
    pub name: Option<Span>,
    /// The sentence behind the dash.
    pub message: Option<Span>,
    pub side: Side,
    pub segment: Option<segment::Index>,
    pub block: u32,
}

#[cfg(test)]
mod tests {
    use crate::model::family::Families;

    fn spellings(texts: &[&str]) -> Vec<String> {
        let families = Families::default();
        let mut codes: Vec<_> = texts.iter().map(|text| families.parse(text).expect("a code")).collect();
        codes.sort();
        codes.iter().map(|code| code.text.to_string()).collect()
    }

    #[test]
    fn codes_sort_by_family_and_then_as_numbers() {
        assert_eq!(
            spellings(&["http-404", "5.7.750", "30125-1011", "AADSTS700016", "5.7.57", "0x9A000000", "30125-4"]),
            ["AADSTS700016", "0x9A000000", "5.7.57", "5.7.750", "30125-4", "30125-1011", "HTTP 404"]
        );
        assert_eq!(spellings(&["aadsts50000", "AADSTS9002325", "AADSTS7000"])[0], "AADSTS7000");
        assert_eq!(spellings(&["0x9A000000", "0x80070005"]), ["0x80070005", "0x9A000000"]);
    }

    #[test]
    fn the_statuses_stand_in_order() {
        assert!(super::REASONS.is_sorted_by_key(|&(number, _)| number));
        assert_eq!(super::reason_phrase("404"), Some("Not Found"));
        assert_eq!([super::reason_phrase("418"), super::reason_phrase("+04"), super::reason_phrase("4040")], [None; 3]);
    }
}

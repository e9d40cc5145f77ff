//! What a piece of text is by its shape, and how much may be asked of a translation for it.

use std::ops::Range;

use super::host::{is_host, is_sample};
use super::{output, words};
use crate::check::language::English;
use crate::model::literal::LiteralKind;

/// How sure it is that a translation must have a piece as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Demand {
    /// It may be a common word, and must be there only where other translations have kept it.
    Shared,
    /// Its letters may be localised; blanks, marks and look-alike letters in it are wrong all the same.
    Form,
    /// It may be dropped or said otherwise; what is like it and stands in its place is a mistake.
    Change,
    /// It must be there.
    Whole,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    kind: LiteralKind,
    pub demand: Demand,
    /// Whether upper and lower case are one.
    pub any_case: bool,
}

impl Shape {
    const fn name(demand: Demand) -> Self {
        Self { kind: LiteralKind::Name, demand, any_case: false }
    }

    const fn host(demand: Demand) -> Self {
        Self { kind: LiteralKind::Name, demand, any_case: true }
    }

    const PRODUCT: Self = Self { kind: LiteralKind::Product, demand: Demand::Change, any_case: false };

    /// Returns the kind of literal that such a piece is.
    pub fn kind(self) -> LiteralKind {
        self.kind
    }
}

/// Returns what `piece` is, or `None` where it may be a common word.
pub fn of(piece: &str) -> Option<Shape> {
    let bytes = piece.as_bytes();
    let first = *bytes.first()?;
    if bytes.len() < 3 || !piece.is_ascii() {
        return None;
    }
    if is_call(piece) {
        return Some(Shape::name(Demand::Change));
    }
    if output::is_line(piece) {
        return Some(Shape::name(Demand::Change));
    }
    match first {
        b'<' | b'{' => return Some(Shape::name(Demand::Whole)),
        b'%' => return Some(Shape::name(Demand::Whole)),
        b'$' => return variable(piece),
        b'-' => return parameter(piece),
        b'/' => return unix_path(piece),
        b'.' => return None,
        _ => {}
    }
    if piece.contains("://") {
        return Some(address(piece));
    }
    if piece.contains('\\') {
        return windows_path(piece);
    }
    if piece.contains('@') {
        return mail(piece);
    }
    if let Some(shape) = number(piece) {
        return Some(shape);
    }
    if piece.contains('.') {
        return dotted(piece);
    }
    if let Some(shape) = registry_value(piece) {
        return Some(shape);
    }
    if piece.contains('-') {
        return hyphenated(piece);
    }
    word(piece).or_else(|| is_acronym(piece).then_some(Shape::name(Demand::Shared)))
}

/// Tells whether a name has the parentheses of a function: `malloc()`.
pub fn is_call(piece: &str) -> bool {
    let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b':');
    piece.strip_suffix("()").is_some_and(|name| {
        name.len() >= 3
            && name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && name.bytes().all(is_inside)
    })
}

/// Tells whether a word is all in capitals, and neither a key nor known to have other letters in other languages.
pub fn is_acronym(piece: &str) -> bool {
    let is_date = || piece.bytes().all(|byte| b"DHMSY".contains(&byte));
    piece.len() >= 4
        && piece.bytes().all(|byte| byte.is_ascii_uppercase())
        && !words::CAPITALS.contains(&piece)
        && !is_date()
}

/// `dword:00000001`, with or without the name that has this value.
fn registry_value(piece: &str) -> Option<Shape> {
    let value = piece.strip_prefix('"').and_then(|named| named.split_once("\"=")).map_or(piece, |(_, value)| value);
    let (kind, digits) = value.split_once(':')?;
    let is_number = digits.len() >= 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    (matches!(kind, "dword" | "qword") && is_number).then_some(Shape::name(Demand::Whole))
}

/// `$true`, `$env:TEMP`.
fn variable(piece: &str) -> Option<Shape> {
    let name = &piece[1..];
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'.');
    let has_form = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.bytes().all(is_name);
    (has_form && name.bytes().any(|byte| byte.is_ascii_lowercase()) || name.starts_with("env:"))
        .then_some(Shape::name(Demand::Whole))
}

/// `-AccessRights`, `--query`.
fn parameter(piece: &str) -> Option<Shape> {
    let name = piece.trim_start_matches('-');
    let hyphens = piece.len() - name.len();
    let has_form = name.len() >= 2
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' && hyphens == 2);
    match hyphens {
        1 if has_form && inner_capitals(name) > 0 && !name.contains('-') => Some(Shape::name(Demand::Whole)),
        1 if has_form && name.starts_with(|c: char| c.is_ascii_uppercase()) && name.len() > 3 => {
            Some(Shape::name(Demand::Change))
        }
        2 if has_form && name.starts_with(|c: char| c.is_ascii_lowercase()) => Some(Shape::name(Demand::Whole)),
        _ => None,
    }
}

/// `/etc/hosts`, `/scannow`.
fn unix_path(piece: &str) -> Option<Shape> {
    let parts = piece[1..].split('/').collect::<Vec<_>>();
    let is_part = |part: &&str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'~'))
    };
    let is_word = piece[1..].bytes().all(|byte| byte.is_ascii_lowercase());
    if !parts.iter().all(is_part) {
        None
    } else if parts.len() >= 2 && words::ROOTS.contains(&parts[0]) {
        Some(Shape::name(Demand::Whole))
    } else {
        (is_folder(&parts) || parts.len() == 1 && is_word && piece.len() > 4).then_some(Shape::name(Demand::Change))
    }
}

/// Tells whether the parts of a path are those of folders on a disk or a server, and none is a number or a locale.
fn is_folder(parts: &[&str]) -> bool {
    let is_name = |part: &&str| {
        let is_locale = matches!(part.len(), 2 | 5) && (part.len() == 2 || part.as_bytes()[2] == b'-');
        !is_locale && part.len() >= 2 && part.starts_with(|c: char| c.is_ascii_lowercase())
    };
    parts.len() >= 2 && parts.iter().all(is_name)
}

/// `https://…`: locales in it may differ, samples too; `{tenant}` is a parameter's name, and no sample.
fn address(piece: &str) -> Shape {
    let fixed: String = piece.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect();
    Shape::host(if is_sample(&fixed) { Demand::Form } else { Demand::Whole })
}

/// `C:\Windows`, `\\server\share`, `HKLM:\SOFTWARE`.
fn windows_path(piece: &str) -> Option<Shape> {
    let bytes = piece.as_bytes();
    let drive = bytes[0].is_ascii_alphabetic() && bytes[1] == b':' && bytes[2] == b'\\';
    let registry = words::HIVES.iter().any(|hive| piece.starts_with(hive));
    let variable = piece.starts_with('%') || piece.starts_with('$');
    let parts = piece.split('\\').filter(|part| !part.is_empty()).count();
    let deep = parts >= 3 || parts == 2 && piece.len() > 8;
    // `the C:\ drive` needs no sign in other languages.
    if drive && piece.len() == 3 {
        return Some(Shape::name(Demand::Form));
    }
    if drive || registry || variable {
        return Some(Shape::name(Demand::Whole));
    }
    // `CONTOSO\someone`: the accounts of samples are localised.
    if parts == 2 && !piece.starts_with('\\') && is_sample(piece) {
        return Some(Shape::name(Demand::Form));
    }
    let has_letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count() >= 4;
    (deep && has_letters).then_some(Shape::name(Demand::Change))
}

/// `someone@example.com`: sample addresses are localised.
fn mail(piece: &str) -> Option<Shape> {
    let (user, host) = piece.split_once('@')?;
    let is_host = !user.is_empty() && is_host(host);
    is_host.then(|| Shape::host(if is_sample(host) { Demand::Form } else { Demand::Whole }))
}

/// IP addresses, versions of three numbers or more, unique identifiers, times in them left out.
fn number(piece: &str) -> Option<Shape> {
    if is_guid(piece) {
        return Some(Shape { any_case: true, ..Shape::name(Demand::Whole) });
    }
    if let Some(digits) = piece.strip_prefix("0x") {
        let is_number = digits.len() >= 2 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        return is_number.then_some(Shape { any_case: true, ..Shape::name(Demand::Whole) });
    }
    if !piece.as_bytes()[0].is_ascii_digit() {
        let digits = piece.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let letters = piece.len() - digits.len();
        let is_year = digits.len() == 4 && digits.starts_with(['1', '2']) && letters < 3;
        let is_one = digits.len() >= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        return (is_one && letters > 0 && !is_year).then_some(Shape::name(Demand::Whole));
    }
    let (numbers, tail) = piece.split_at(piece.find(['/', ':', '-', 'x']).unwrap_or(piece.len()));
    let parts: Vec<&str> = numbers.split('.').collect();
    let is_number = |part: &&str| !part.is_empty() && part.len() <= 6 && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.len() < 3 || !parts.iter().all(is_number) || tail.len() > 6 {
        return None;
    }
    // Thousands, dates and telephone numbers are written with full stops too.
    let is_thousands = parts[1..].iter().all(|part| part.len() == 3);
    match parts.len() {
        3 if is_thousands || is_year_date(&parts) => None,
        3 if parts[0].len() >= 3 || may_be_date(&parts) => Some(Shape::name(Demand::Change)),
        4 if is_thousands && !is_ip(&parts) => None,
        4.. if is_thousands && parts.len() > 4 => None,
        _ => Some(Shape::name(Demand::Whole)),
    }
}

/// Tells whether four numbers are an address of the Internet.
pub fn is_ip(parts: &[impl AsRef<str>]) -> bool {
    let is_byte = |part: &str| (part == "0" || !part.starts_with('0')) && part.parse::<u8>().is_ok();
    parts.len() == 4 && parts.iter().all(|part| is_byte(part.as_ref()))
}

/// Tells whether three numbers are a day, a month and a year of four digits.
fn is_year_date(parts: &[&str]) -> bool {
    let is_year = |part: &str| part.len() == 4 && ["19", "20", "25"].iter().any(|century| part.starts_with(century));
    let is_day = |part: &&str| part.len() <= 2;
    is_year(parts[0]) && parts[1..].iter().all(is_day) || is_year(parts[2]) && parts[..2].iter().all(is_day)
}

/// Tells whether three numbers may be a day, a month and a year of two digits, or the number of a section.
fn may_be_date(parts: &[&str]) -> bool {
    parts[1].parse::<u32>().is_ok_and(|middle| middle <= 31) && parts[2].len() <= 2
}

fn is_guid(piece: &str) -> bool {
    piece.len() == 36
        && piece.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// `outlook.office365.com`, `config.xml`, `Microsoft.Exchange.Foo`, `Node.js`.
fn dotted(piece: &str) -> Option<Shape> {
    let host = piece.split(['/', ':']).next().unwrap_or(piece);
    if is_host(host) {
        return Some(Shape::host(if is_sample(piece) { Demand::Form } else { Demand::Whole }));
    }
    if is_operation(piece) {
        return Some(Shape::name(Demand::Whole));
    }
    let (name, extension) = piece.rsplit_once('.')?;
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    if !name.bytes().all(is_name) || name.len() < 2 {
        return None;
    }
    let extension = extension.to_ascii_lowercase();
    if words::FILES.contains(&&*extension) {
        return Some(Shape::name(Demand::Whole));
    }
    if words::DOCUMENTS.contains(&&*extension) {
        return Some(Shape::name(Demand::Form));
    }
    let parts: Vec<&str> = piece.split('.').collect();
    let is_part = |part: &&str| part.len() >= 3 && part.starts_with(|c: char| c.is_ascii_uppercase());
    let capitals = parts.len() >= 3 || inner_capitals(piece) >= parts.len();
    let demand = if parts.len() >= 3 { Demand::Whole } else { Demand::Change };
    if parts.iter().all(is_part) && capitals {
        return Some(Shape::name(demand));
    }
    // Words in small letters with a full stop inside may be two sentences, but both of them are no translation.
    let is_label = |part: &&str| {
        part.len() >= 2
            && part.starts_with(|c: char| c.is_ascii_lowercase())
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    (piece.len() >= 7 && parts.iter().all(is_label)).then_some(Shape::name(Demand::Form))
}

/// Tells whether a name is one of an operation or of a type of a service: `Contoso.Storage/storageAccounts/read`.
fn is_operation(piece: &str) -> bool {
    let mut parts = piece.split('/');
    let is_word = |part: &str| part.len() >= 3 && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_space = |part: &str| is_word(part) && part.starts_with(|c: char| c.is_ascii_uppercase());
    let is_type = |part: &str| part == "*" || is_word(part) && part.starts_with(|c: char| c.is_ascii_lowercase());
    let space = parts.next().unwrap_or_default();
    let types: Vec<&str> = parts.collect();
    space.contains('.')
        && space.split('.').all(is_space)
        && types.iter().all(|part| is_type(part))
        && (types.len() >= 2 || types.iter().any(|part| inner_capitals(part) > 0))
}

/// `Remove-MsolContact`, `X-MS-Exchange-Organization`, `x-ms-request-id`, `WWW-Authenticate`.
fn hyphenated(piece: &str) -> Option<Shape> {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !piece.split('-').all(is_part) {
        return None;
    }
    let is_own_header = piece.starts_with(['X', 'x']) && piece[1..].starts_with('-') && piece.matches('-').count() > 1;
    if words::HEADERS.contains(&piece) || is_own_header {
        return Some(Shape::name(Demand::Whole));
    }
    if piece.contains('_') {
        // In `non-MAX_SIZE` the first word is one of the language.
        let is_word = |part: &str| part.len() >= 3 && part.bytes().all(|byte| byte.is_ascii_lowercase());
        return (!piece.split('-').any(is_word)).then_some(Shape::name(Demand::Whole));
    }
    if is_attribute(piece) {
        return Some(Shape::name(Demand::Whole));
    }
    cmdlet(piece).or_else(|| is_joined(piece).then_some(Shape::name(Demand::Shared)))
}

/// Tells whether a piece is the name of an attribute of a directory: `msDS-ConsistencyGuid`.
fn is_attribute(piece: &str) -> bool {
    let Some((prefix, rest)) = piece.split_once('-') else { return false };
    let is_prefix = prefix.starts_with(|c: char| c.is_ascii_lowercase()) && inner_capitals(prefix) > 0;
    let is_part = |part: &str| part.len() > 2 && part.starts_with(|c: char| c.is_ascii_uppercase());
    is_prefix && !is_unit(prefix) && rest.split('-').all(is_part) && inner_capitals(rest) > 0
}

/// Tells whether words are joined into what may be the name of an error: `sync-rule-exception`. A compound of English
/// has words of grammar: `pay-as-you-go`.
fn is_joined(piece: &str) -> bool {
    let is_name = |part: &str| {
        let mut english = English::default();
        english.take(part);
        part.len() >= 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic()) && english.grammar() == 0
    };
    // `yyyy-mm-dd` is the form of a date.
    let is_stand_in = |part: &str| part.bytes().all(|byte| byte == part.as_bytes()[0]);
    piece.matches('-').count() >= 2 && piece.split('-').all(is_name) && !piece.split('-').all(is_stand_in)
}

/// Returns the shape of a cmdlet: an approved verb, and a noun with an inner capital; where the noun is one
/// word, it may be a compound of a common language.
fn cmdlet(piece: &str) -> Option<Shape> {
    let (verb, noun) = piece.split_once('-')?;
    let is_noun = noun.len() >= 3
        && noun.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && noun.starts_with(|c: char| c.is_ascii_uppercase());
    if !is_noun || !words::VERBS.contains(&verb) {
        return None;
    }
    if words::OF_PIPES.contains(&piece) {
        return Some(Shape::name(Demand::Whole));
    }
    let is_one = inner_capitals(noun) == 0 && !noun.starts_with("AD") && !noun.starts_with("SPO");
    if !is_one || words::SURE_VERBS.contains(&verb) && noun.len() >= 4 {
        Some(Shape::name(Demand::Whole))
    } else {
        (noun.len() >= 6).then_some(Shape::name(Demand::Change))
    }
}

/// `interaction_required`, `InvalidReplyTo`, `userPrincipalName`, `SharePoint`.
pub fn word(piece: &str) -> Option<Shape> {
    if piece.contains('_') {
        return with_underscore(piece);
    }
    // A half of a year that a version is named after: `22H2`.
    if matches!(piece.as_bytes(), [b'1'..=b'9', b'0'..=b'9', b'H', b'1' | b'2']) {
        return Some(Shape::name(Demand::Whole));
    }
    if !piece.bytes().all(|byte| byte.is_ascii_alphanumeric()) || piece.as_bytes()[0].is_ascii_digit() {
        return None;
    }
    let capitals = inner_capitals(piece);
    if capitals == 0 || is_unit(piece) {
        return None;
    }
    let lower = piece.bytes().take_while(u8::is_ascii_lowercase).count();
    if lower == 0 && capitals >= 2 && piece.len() >= 8 || lower >= 2 && !piece.ends_with("OS") {
        return Some(Shape::name(Demand::Whole));
    }
    // `eDiscovery` and its like are translated.
    let is_electronic = lower == 1 && piece.starts_with('e');
    let fits = piece.len() >= 4 || piece == "iOS";
    (fits && !is_electronic && !words::FEATURES.contains(&piece)).then_some(Shape::PRODUCT)
}

/// Tells whether a name of joined words is that of a thing in a program: makers call their products by short words.
pub fn is_identifier(piece: &str) -> bool {
    const LONG: usize = 7;
    let bytes = piece.as_bytes();
    let starts = (1..bytes.len()).filter(|&at| bytes[at].is_ascii_uppercase() && !bytes[at - 1].is_ascii_uppercase());
    let starts: Vec<usize> = std::iter::once(0).chain(starts).chain([bytes.len()]).collect();
    starts.windows(2).any(|part| part[1] - part[0] >= LONG)
}

fn with_underscore(piece: &str) -> Option<Shape> {
    let is_part = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let parts: Vec<&str> = piece.split('_').collect();
    let letters = piece.bytes().filter(u8::is_ascii_alphabetic).count();
    let filled = parts.iter().filter(|part| !part.is_empty()).count();
    // `en_US` is a locale, which may be the reader's.
    let is_locale = piece.len() == 5 && parts.len() == 2 && parts[0].len() == 2;
    (parts.iter().all(|part| is_part(part)) && filled >= 2 && letters >= 3 && !is_locale)
        .then_some(Shape::name(Demand::Whole))
}

fn is_unit(piece: &str) -> bool {
    piece.len() <= 4 && ["Hz", "B", "bps", "Bps", "Wh", "W", "PhD", "V"].iter().any(|unit| piece.ends_with(unit))
}

/// Returns how many capitals follow a small letter or a digit.
pub fn inner_capitals(piece: &str) -> usize {
    let is_inner = |two: &[u8]| (two[0].is_ascii_lowercase() || two[0].is_ascii_digit()) && two[1].is_ascii_uppercase();
    piece.as_bytes().windows(2).filter(|two| is_inner(two)).count()
}

/// Tells whether what stands at `range` is no part of a longer ASCII word.
pub fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let value = &text[range.clone()];
    let after = text[range.end..].chars().next().is_some_and(is_word);
    begins_word(text, range) && !(after && value.ends_with(is_word))
}

/// Returns where a text has a name that is no part of a longer ASCII word.
pub fn places<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let places = text.match_indices(name).map(|(at, found)| at..at + found.len());
    places.filter(|range| stands_alone(text, range))
}

/// Tells whether no ASCII word goes on into what stands at `range`; none does into a parameter, which has a blank
/// before it.
pub fn begins_word(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back().is_some_and(is_word);
    !(before && text[range.clone()].starts_with(|c| is_word(c) || c == '-'))
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Tells whether `actual` is `value` with an ending of a language that inflects names: `OneNotu`, `SharePointa`.
pub fn is_inflected(actual: &str, value: &str) -> bool {
    let stem = value.trim_end_matches(['a', 'e', 'o']);
    let ending = actual.strip_prefix(stem).unwrap_or_default();
    (1..=4).contains(&ending.chars().count())
        && ending.chars().all(char::is_lowercase)
        && (stem == value || ending.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'ě', 'ů', 'ą', 'ę', 'ă']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_by_their_shape() {
        let demand = |piece| of(piece).map(|shape| shape.demand);
        for piece in ["Remove-MsolContact", "interaction_required", "x-ms-request-id", "%windir%", "/etc/hosts"] {
            assert_eq!(demand(piece), Some(Demand::Whole), "{piece}");
        }
        for piece in ["2.61.3", "16.0.4266", "162.231.119.187", "10.100.200.0/24", "16.0.13801.20274"] {
            assert_eq!(demand(piece), Some(Demand::Whole), "{piece}");
        }
        for piece in ["SharePoint", "-Identity", "/quiet", "1.2.3", "800.555.0199"] {
            assert_eq!(demand(piece), Some(Demand::Change), "{piece}");
        }
        for piece in ["alain@contoso.com", "Report.docx"] {
            assert_eq!(demand(piece), Some(Demand::Form), "{piece}");
        }
        for piece in [
            "Add-Ins",
            "Test-Anruf",
            "-konfiguration",
            "kHz",
            "en_US",
            "1.000.000",
            "1.000.000.000",
            "12.03.2021",
            "x-axis",
        ] {
            assert_eq!(demand(piece), None, "{piece}");
        }
    }
}

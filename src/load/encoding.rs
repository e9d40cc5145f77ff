//! Tells what is wrong with bytes that are not UTF-8, and which encoding they are likely in.

use std::str::Utf8Error;

use super::rules::NOT_UTF8;
use crate::diag::Finding;
use crate::model::locale::Locale;
use crate::source::{SourceId, Span};

/// What was found out about bytes that are not UTF-8.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Diagnosis {
    /// The text before the first wrong byte.
    pub(super) valid: String,
    pub(super) message: String,
    pub(super) help: String,
}

impl Diagnosis {
    /// Returns the finding on `source`, which begins with what is readable.
    pub(super) fn finding(self, source: SourceId) -> Finding {
        let end = self.valid.len();
        Finding::at(&NOT_UTF8, Span::new(source, end..end), self.message)
            .caption("the text is readable up to here")
            .help(self.help)
    }
}

/// Returns `bytes` as the text of `locale`.
///
/// # Errors
/// What is wrong with them. UTF-16 without a byte order mark can be valid UTF-8 full of NULs; it is told by these.
pub(super) fn text(bytes: Vec<u8>, locale: &Locale) -> Result<String, Diagnosis> {
    if let Some(name) = wide(&bytes) {
        let message = format!("the file is {name}, not UTF-8");
        return Err(Diagnosis { valid: String::new(), message, help: "save the file as UTF-8".to_owned() });
    }
    String::from_utf8(bytes).map_err(|error| {
        let (message, help) = explain(error.as_bytes(), error.utf8_error(), locale);
        let end = error.utf8_error().valid_up_to();
        let mut bytes = error.into_bytes();
        bytes.truncate(end);
        let valid = String::from_utf8(bytes).expect("the bytes before the first wrong one are UTF-8");
        Diagnosis { valid, message, help }
    })
}

/// Returns what is wrong with the byte that `error` names, and what to do.
fn explain(bytes: &[u8], error: Utf8Error, locale: &Locale) -> (String, String) {
    let byte = bytes[error.valid_up_to()];
    if error.error_len().is_none() {
        let message = format!("the file ends within a character, behind byte 0x{byte:02X}");
        return (message, "the end of the file is lost; restore it".to_owned());
    }
    let help = match likely(bytes, locale) {
        Some(name) => format!("save the file as UTF-8; it looks like {name}"),
        None => "the rest of the file is UTF-8, so this one is damage; type the character anew".to_owned(),
    };
    (format!("byte 0x{byte:02X} is not UTF-8"), help)
}

/// Names the encoding with units of two or four bytes that `bytes` are in.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => return Some("UTF-32 (little-endian)"),
        [0, 0, 0xfe, 0xff, ..] => return Some("UTF-32 (big-endian)"),
        [0xff, 0xfe, ..] => return Some("UTF-16 (little-endian)"),
        [0xfe, 0xff, ..] => return Some("UTF-16 (big-endian)"),
        _ => {}
    }
    let head = &bytes[..bytes.len().min(1024)];
    memchr::memchr(0, head)?;
    let nuls = |offset| head.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    match head.len() / 4 {
        0 => None,
        enough if odd >= enough && even == 0 => Some("UTF-16 (little-endian)"),
        enough if even >= enough && odd == 0 => Some("UTF-16 (big-endian)"),
        _ => None,
    }
}

/// Names the encoding of one or two bytes a character that `bytes` are likely in; `None` where they are UTF-8 with
/// little damage.
fn likely(bytes: &[u8], locale: &Locale) -> Option<&'static str> {
    let (mut wrong, mut right) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        wrong += chunk.invalid().len();
        right += chunk.valid().chars().filter(|char| !char.is_ascii()).count();
    }
    if right > 4 * wrong {
        return None;
    }
    let high: Vec<u8> = bytes.iter().copied().filter(|byte| !byte.is_ascii()).collect();
    let script = locale.script();
    Some(match (locale.language(), script.as_ref().map_or("", |script| script.as_str())) {
        ("ja", _) if is_shift_jis(bytes) => "Shift_JIS",
        ("ja", _) => "EUC-JP",
        ("ko", _) if has_pairs(bytes) => "EUC-KR",
        (_, "Hant") if has_pairs(bytes) => "Big5",
        ("zh", _) if has_pairs(bytes) => "GBK",
        ("th", _) => "windows-874",
        ("vi", _) => "windows-1258",
        ("tr" | "az", _) => "windows-1254",
        ("lt" | "lv" | "et", _) => "windows-1257",
        ("sl" | "cs" | "sk" | "pl" | "hu" | "hr" | "bs" | "ro" | "sq", _) => "windows-1250",
        (_, "Grek") => "windows-1253",
        (_, "Hebr") => "windows-1255",
        (_, "Arab") => "windows-1256",
        (_, "Cyrl") => cyrillic(&high),
        // Letters beyond ASCII stand alone in Latin text, and side by side in Cyrillic text.
        _ if runs(bytes) && has_pairs(bytes) => "GBK, EUC-KR or Shift_JIS",
        _ if runs(bytes) => cyrillic(&high),
        _ => "windows-1252",
    })
}

/// Names the Cyrillic encoding by where most of its letters, the small ones, stand.
fn cyrillic(high: &[u8]) -> &'static str {
    let count = |range: std::ops::RangeInclusive<u8>| high.iter().filter(|byte| range.contains(byte)).count();
    let (low, middle, top) = (count(0x80..=0xaf), count(0xc0..=0xdf), count(0xe0..=0xff));
    if low > middle.max(top) {
        "IBM866"
    } else if middle > top {
        "KOI8-R"
    } else {
        "windows-1251"
    }
}

/// Tells whether most bytes beyond ASCII stand beside another one.
fn runs(bytes: &[u8]) -> bool {
    let runs = bytes.split(u8::is_ascii).map(<[u8]>::len).filter(|&length| length > 0);
    let (all, side_by_side) =
        runs.fold((0, 0), |(all, beside), length| (all + length, beside + if length > 1 { length } else { 0 }));
    side_by_side * 4 > all * 3
}

/// Tells whether runs of bytes beyond ASCII have an even length, as in encodings of two such bytes a character.
fn has_pairs(bytes: &[u8]) -> bool {
    let runs = bytes.split(u8::is_ascii).filter(|run| !run.is_empty());
    let (even, odd) =
        runs.fold((0, 0), |(even, odd), run| if run.len() % 2 == 0 { (even + 1, odd) } else { (even, odd + 1) });
    even > 4 * odd
}

/// Tells whether `bytes` are Shift_JIS rather than EUC-JP, whose bytes beyond ASCII begin at 0xA1.
fn is_shift_jis(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| (0x81..=0x9f).contains(byte) && *byte != 0x8e && *byte != 0x8f)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], locale: &str, expected: &str) {
        let said = match text(bytes.to_vec(), &locale.parse().expect("a tag")) {
            Ok(_) => "fine".to_owned(),
            Err(found) => format!("{}: {}; {}", found.valid.len(), found.message, found.help),
        };
        assert!(said.contains(expected), "{said} lacks {expected}");
    }

    #[test]
    fn utf8_is_fine() {
        check("한국어 текст\0".as_bytes(), "ko", "fine");
        check(b"", "ko", "fine");
    }

    #[test]
    fn encodings_are_told_by_language_and_form() {
        let ошибка_1251 = b"# \xce\xf8\xe8\xe1\xea\xe0 \xe2\xf5\xee\xe4\xe0";
        check(ошибка_1251, "ru", "2: byte 0xCE is not UTF-8; save the file as UTF-8; it looks like windows-1251");
        check(ошибка_1251, "en", "windows-1251");
        check(b"\xef\xdb\xc9\xc2\xcb\xc1 \xd7\xc8\xcf\xc4\xc1", "ru", "KOI8-R");
        check(b"\x8e\xe8\xa8\xa1\xaa\xa0 \xa2\xe5\xae\xa4\xa0", "ru", "IBM866");
        check(
            b"caf\xe9 ferm\xe9",
            "fr",
            "3: byte 0xE9 is not UTF-8; save the file as UTF-8; it looks like windows-1252",
        );
        check(b"napa\xe8na \x9aifra", "sl", "windows-1250");
        check(b"\xb4\xed\xce\xf3 \xb4\xfa\xc2\xeb", "zh-CN", "GBK");
        check(b"\xc0\xa4\xb7\xf9 \xc4\xda\xb5\xe5", "ko", "EUC-KR");
        check(b"\x83G\x83\x89\x81[", "ja", "Shift_JIS");
        check(b"\xa5\xa8\xa5\xe9\xa1\xbc", "ja", "EUC-JP");
    }

    #[test]
    fn utf16_is_named() {
        let units = |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        check(&units("\u{feff}# Ошибка", u16::to_le_bytes), "ru", "0: the file is UTF-16 (little-endian), not UTF-8");
        check(&units("\u{feff}# Ошибка", u16::to_be_bytes), "ru", "UTF-16 (big-endian)");
        check(&units("# Error and more", u16::to_le_bytes), "en", "UTF-16 (little-endian)");
    }

    #[test]
    fn damage_is_told_from_another_encoding() {
        let damaged = ["Ошибка ".as_bytes(), b"\xff", " при входе".as_bytes()].concat();
        check(&damaged, "ru", "13: byte 0xFF is not UTF-8; the rest of the file is UTF-8");
        check(&"Ошибка".as_bytes()[..11], "ru", "10: the file ends within a character, behind byte 0xD0");
    }
}

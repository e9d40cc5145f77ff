//! Folding: spellings that readers take for one become one text.
//!
//! `templates/assets/search.js` folds in the same way; `tests/search/cases.json` holds both to it.

use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The first character that needs more than the table.
const TABLE_END: u32 = 0x700;

/// Appends `text` to `out`: compatibility forms as plain ones, in lower case, without marks on Latin, Greek,
/// Cyrillic, Arabic and Hebrew letters. Kana and Hangul keep theirs.
pub fn fold(text: &str, out: &mut String) {
    let start = out.len();
    for c in text.chars() {
        match c {
            '\0'..='\x7f' => out.push(c.to_ascii_lowercase()),
            // Han, kana and Hangul are what they are; quotation marks and dashes too.
            '\u{2010}'..='\u{201f}'
            | '\u{3001}'..='\u{3035}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30a0}'..='\u{30fe}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}' => out.push(c),
            _ if u32::from(c) < TABLE_END => out.push_str(&table()[c as usize - 0x80]),
            '\u{1100}'..='\u{11ff}' | '\u{ff61}'..='\u{ff9f}' => return whole(text, start, out),
            _ if is_combining_mark(c) => return whole(text, start, out),
            _ => folded(std::iter::once(c), out),
        }
    }
}

/// Folds all of `text` at once, where characters combine with those before them.
fn whole(text: &str, start: usize, out: &mut String) {
    out.truncate(start);
    folded(text.chars(), out);
}

fn folded(chars: impl Iterator<Item = char>, out: &mut String) {
    let bare = chars.nfkd().flat_map(char::to_lowercase).filter(|c| !is_dropped(*c));
    for c in bare.nfc() {
        match plain(c) {
            Some(plain) => out.push_str(plain),
            None => out.push(c),
        }
    }
}

/// What each character from U+0080 on becomes.
fn table() -> &'static [Box<str>] {
    static TABLE: OnceLock<Vec<Box<str>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let of = |c: char| {
            let mut text = String::new();
            folded(std::iter::once(c), &mut text);
            text.into_boxed_str()
        };
        (0x80..TABLE_END).filter_map(char::from_u32).map(of).collect()
    })
}

/// Tells whether a character is a mark on a letter, or cannot be seen.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200b}'..='\u{200f}' | '\u{feff}')
}

/// Returns the plain spelling of a letter that has no decomposition.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ø' => "o",
        'ı' => "i",
        'ς' => "σ",
        'ٱ' => "ا",
        'ة' => "ه",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        '٠'..='٩' => DIGITS[c as usize - '٠' as usize],
        '۰'..='۹' => DIGITS[c as usize - '۰' as usize],
        _ => return None,
    })
}

const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

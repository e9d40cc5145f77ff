//! Keys: forms of one word stand beside each other in the index when their keys are equal.
//!
//! A key is no stem that is looked for. It only decides where a term stands, so that one file holds a word with its
//! forms; the browser judges how alike they are. `templates/assets/search.js` makes the same keys.

use std::borrow::Cow;

/// Which affixes the words of a locale have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Affixes {
    None,
    /// `me-`, `ber-`, `di-`, `-kan`, `-nya` and so on.
    Malay,
}

impl Affixes {
    /// Returns those of a language, by its subtag.
    pub fn of(language: &str) -> Self {
        if matches!(language, "id" | "ms") { Self::Malay } else { Self::None }
    }
}

/// Returns the key of a term.
pub fn key(term: &str, affixes: Affixes) -> Cow<'_, str> {
    let Some(first) = term.chars().next() else { return term.into() };
    match first {
        'a'..='z' if affixes == Affixes::Malay => malay(term).into(),
        '\u{ac00}'..='\u{d7a3}' => term.chars().map(open_syllable).collect::<String>().into(),
        '\u{4e00}'..='\u{9fff}' => {
            // A verb without its ending: 送る, 送り, 送っ.
            let rest = &term[first.len_utf8()..];
            let is_ending = rest.chars().next().is_some_and(|c| ('\u{3041}'..='\u{3096}').contains(&c));
            if is_ending { term[..first.len_utf8()].into() } else { term.into() }
        }
        '\u{621}'..='\u{64a}' => arabic(term).into(),
        _ => term.into(),
    }
}

/// Returns a Hangul syllable without its final consonant, and with the vowel that it has before an ending was
/// drawn into it: 보낼 and 보내 are 보나, 바꿔 is 바구.
fn open_syllable(c: char) -> char {
    const FINALS: u32 = 28;
    const VOWELS: u32 = 21;
    let Some(index) = (c as u32).checked_sub(0xac00).filter(|_| c <= '\u{d7a3}') else { return c };
    let (initial, vowel) = (index / (FINALS * VOWELS), index / FINALS % VOWELS);
    let vowel = match vowel {
        1 => 0,       // ㅐ
        6 => 20,      // ㅕ
        9 => 8,       // ㅘ
        10 => 11,     // ㅙ
        14 => 13,     // ㅝ
        vowel => vowel,
    };
    char::from_u32(0xac00 + (initial * VOWELS + vowel) * FINALS).unwrap_or(c)
}

/// Returns an Arabic word without article, ending and long vowels: رسالة and الرسائل are رسل.
fn arabic(term: &str) -> String {
    let word = without_article(term).unwrap_or(term);
    let endings = ["تها", "ات", "ون", "ين", "ان", "يه", "ها", "هم", "نا", "ه", "ي", "ا"];
    let stem = endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| has(rest, 3)));
    let is_long = |c: &char| matches!(c, 'ا' | 'و' | 'ي' | 'ء');
    let bare: String = stem.unwrap_or(word).chars().filter(|c| !is_long(c)).collect();
    if bare.is_empty() { word.to_owned() } else { bare }
}

fn without_article(word: &str) -> Option<&str> {
    let word = word.strip_prefix(['و', 'ف']).filter(|rest| rest.starts_with(['ا', 'ب', 'ل', 'ك'])).unwrap_or(word);
    let contracted = word.strip_prefix("لل");
    let article = || word.strip_prefix(['ب', 'ل', 'ك']).unwrap_or(word).strip_prefix("ال");
    contracted.or_else(article).filter(|rest| has(rest, 3))
}

/// Returns an Indonesian or Malay word without affixes, and without the letter that `me-` and `pe-` swallow:
/// mengirim, pengiriman and kirim are irim.
fn malay(term: &str) -> String {
    let mut word = term;
    for ending in ["nya", "lah", "kah"] {
        word = word.strip_suffix(ending).filter(|rest| has(rest, 4)).unwrap_or(word);
    }
    word = ["kan", "an", "i"].iter().find_map(|end| word.strip_suffix(end).filter(|rest| has(rest, 4))).unwrap_or(word);
    // `diper-` and `memper-` are two.
    for _ in 0..2 {
        let prefixes =
            ["meny", "peny", "meng", "peng", "mem", "pem", "men", "pen", "ber", "ter", "per", "me", "di", "ke"];
        word = prefixes.iter().find_map(|start| word.strip_prefix(start).filter(|rest| has(rest, 3))).unwrap_or(word);
    }
    let swallowed = word.strip_prefix("ny").or_else(|| word.strip_prefix(['k', 't', 'p', 's', 'n', 'm']));
    swallowed.filter(|rest| rest.starts_with(['a', 'e', 'i', 'o', 'u']) && has(rest, 2)).unwrap_or(word).to_owned()
}

/// Tells whether `text` has that many characters or more.
fn has(text: &str, count: usize) -> bool {
    text.chars().nth(count - 1).is_some()
}

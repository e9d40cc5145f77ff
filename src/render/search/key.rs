//! Keys: forms of one word stand beside each other in the index when their keys are equal.
//!
//! A key is no stem that is looked for. It only decides where a term stands, so that one file holds a word with its
//! forms; the browser judges how alike they are. A language's rules go to the browser with the index, which makes the
//! same keys by them.

use std::borrow::Cow;

use regex::Regex;
use unicode_normalization::UnicodeNormalization;

/// How the words of a language change, as far as their beginnings and ends don't tell.
pub struct Rules {
    /// Pairs of a pattern and what it becomes, made one after the other in the decomposed term.
    ///
    /// They are regular expressions of both Rust and the browser.
    pub pairs: &'static [(&'static str, &'static str)],
    /// What a word may end in that says nothing; a pattern for the browser alone.
    pub endings: &'static str,
    compiled: Vec<Regex>,
}

/// A syllable without its final consonant, and with the vowel that it has before an ending is drawn into it: 보낼 and
/// 보내 are 보나, 바꿔 is 바구.
const KOREAN: &[(&str, &str)] = &[("[ᆨ-ᇂ]", ""), ("ᅢ", "ᅡ"), ("ᅧ", "ᅵ"), ("ᅪ", "ᅩ"), ("ᅫ", "ᅬ"), ("ᅯ", "ᅮ")];

/// Particles and endings of verbs.
const KOREAN_ENDINGS: &str = "(?:에서[는도]?|으로|에게|까지|부터|이나|[하되](?:[는여다고기지어]|려면|였|었)?|[합했됩]?니다|습니다|\
                              [을를이가은는에의로와과도만할한해된될]|[않없있][는음]?(?:습니다)?)$";

/// A verb without its ending: 送る, 送り, 送っ.
const JAPANESE: &[(&str, &str)] = &[("^([一-鿿])[ぁ-ゖ]\u{3099}?$", "$1")];

/// A word without article, ending and long vowels: رسالة and الرسائل are رسل.
const ARABIC: &[(&str, &str)] = &[
    ("^[وف]?(?:لل|[بلك]?ال)(.{3,})$", "$1"),
    ("^(.{3,}?)(?:تها|ات|ون|ين|ان|يه|ها|هم|نا|[هيا])$", "$1"),
    ("[اويء]", ""),
];

/// A word without affixes, and without the letter that `me-` and `pe-` swallow: mengirim, pengiriman and kirim are
/// irim.
const MALAY: &[(&str, &str)] = &[
    ("^(.{4,})(?:nya|[lk]ah)$", "$1"),
    ("^(.{4,}?)(?:k?an|i)$", "$1"),
    ("^(?:[mp]e(?:ny|ng|m|n)|[bpt]er|me|di|ke){1,2}(.{3,})$", "$1"),
    ("^(?:ny|[ktpsnm])([aeiou].)", "$1"),
];

impl Rules {
    /// Returns those of a language, by its subtag.
    pub fn of(language: &str) -> Self {
        let (pairs, endings) = match language {
            "ko" => (KOREAN, KOREAN_ENDINGS),
            "ja" => (JAPANESE, ""),
            "ar" => (ARABIC, ""),
            "id" | "ms" => (MALAY, ""),
            _ => (&[][..], ""),
        };
        let compiled = pairs.iter().map(|(from, _)| Regex::new(from).expect("the patterns are ours")).collect();
        Self { pairs, endings, compiled }
    }

    /// Returns the key of a term.
    pub fn key<'t>(&self, term: &'t str) -> Cow<'t, str> {
        if self.pairs.is_empty() || term.starts_with('~') {
            return term.into();
        }
        let mut word: String = term.nfd().collect();
        for (pattern, (_, to)) in self.compiled.iter().zip(self.pairs) {
            if let Cow::Owned(changed) = pattern.replace_all(&word, *to) {
                word = changed;
            }
        }
        word.nfc().collect::<String>().into()
    }
}

//! Which language or script a sentence is written in, as far as that can be told without doubt.

use std::sync::LazyLock;

use unicode_script::{Script, UnicodeScript};

use crate::model::locale::Locale;

/// English words of grammar that no other language in Latin letters has.
const PLAIN: &[&str] = &[
    "about",
    "after",
    "again",
    "aren't",
    "because",
    "been",
    "before",
    "being",
    "between",
    "both",
    "cannot",
    "can't",
    "could",
    "couldn't",
    "did",
    "didn't",
    "does",
    "doesn't",
    "doing",
    "don't",
    "during",
    "each",
    "either",
    "every",
    "following",
    "from",
    "further",
    "hasn't",
    "haven't",
    "having",
    "how",
    "however",
    "if",
    "instead",
    "into",
    "isn't",
    "it's",
    "its",
    "itself",
    "likely",
    "might",
    "need",
    "neither",
    "not",
    "nothing",
    "off",
    "only",
    "other",
    "our",
    "out",
    "own",
    "please",
    "same",
    "shall",
    "should",
    "shouldn't",
    "since",
    "some",
    "such",
    "than",
    "that",
    "that's",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "through",
    "unless",
    "until",
    "upon",
    "using",
    "very",
    "wasn't",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "with",
    "within",
    "without",
    "won't",
    "would",
    "you",
    "you'll",
    "you're",
    "you've",
    "your",
    "yours",
    "yourself",
    "and",
    "are",
    "it",
    "below",
    "above",
    "click",
    "select",
    "choose",
    "make",
    "sure",
    "try",
    "already",
    "working",
    "many",
    "needed",
    "follow",
    "steps",
    "learn",
    "issues",
    "users",
    "we're",
    "there's",
];

/// English words of grammar that other languages in Latin letters have, too.
const SHARED: &[&str] = &[
    "a", "all", "also", "am", "an", "as", "at", "be", "but", "can", "do", "go", "has", "he", "her", "him", "his", "i",
    "in", "is", "me", "my", "no", "nor", "now", "on", "or", "over", "she", "so", "to", "too", "under", "up", "us",
    "was", "we", "will", "use", "used", "for", "have", "by", "more", "most", "of", "had", "once", "any", "must",
    "want", "see", "may", "just", "here", "get", "set",
];

/// Both lists by their words' first letters, for looking words up; with each word whether only English has it.
static GRAMMAR: LazyLock<[Vec<(&str, bool)>; 26]> = LazyLock::new(|| {
    let mut lists = [const { Vec::new() }; 26];
    for (word, is_plain) in PLAIN.iter().map(|word| (*word, true)).chain(SHARED.iter().map(|word| (*word, false))) {
        lists[usize::from(word.as_bytes()[0] - b'a')].push((word, is_plain));
    }
    lists
});

/// Returns whether a word of English grammar is only English; `None` for any other word.
fn grammar(word: &str) -> Option<bool> {
    let first = word.bytes().next().filter(u8::is_ascii_alphabetic)?.to_ascii_lowercase();
    let list = &GRAMMAR[usize::from(first - b'a')];
    list.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, is_plain)| *is_plain)
}

/// Words that titles of books and articles have in small letters.
const IN_TITLES: &[&str] = &["and", "but", "for", "from", "into", "nor", "onto", "over", "the", "upon", "with"];

/// Tells whether a title whose words have capitals has this word in small letters; shorter ones are not asked about.
pub fn is_small_in_titles(word: &str) -> bool {
    (3..=4).contains(&word.len()) && IN_TITLES.contains(&word)
}

/// Returns whether English has a word of grammar.
pub fn is_english_grammar(word: &str) -> bool {
    grammar(word).is_some()
}

/// How English a sentence is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct English {
    /// Words that only English has, words that it shares, and all words.
    pub plain: usize,
    pub shared: usize,
    pub words: usize,
}

impl English {
    /// Counts one word.
    pub fn take(&mut self, word: &str) {
        self.words += 1;
        // Capitals throughout are a name or an operator: AND, IT.
        let is_name = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        if !word.is_ascii() && !word.contains('’') || word.len() > 12 || is_name {
            return;
        }
        let found = if word.is_ascii() { grammar(word) } else { grammar(&word.replace('’', "'")) };
        match found {
            Some(true) => self.plain += 1,
            Some(false) => self.shared += 1,
            None => {}
        }
    }

    /// Returns how many words of grammar there are.
    pub fn grammar(&self) -> usize {
        self.plain + self.shared
    }

    /// Tells whether the sentence is English where the other translations have something else in its place.
    pub fn is_likely(&self, latin: bool) -> bool {
        let enough = if latin { self.plain >= 1 && self.grammar() >= 2 } else { self.grammar() >= 1 };
        self.words >= 3 && enough && self.grammar() * 6 >= self.words
    }

    /// Tells whether the sentence is English beyond doubt; of an article in Latin letters more is asked.
    pub fn is_sure(&self, latin: bool) -> bool {
        let enough = if latin { self.plain >= 2 && self.plain + self.shared >= 3 } else { self.grammar() >= 2 };
        self.words >= 5 && enough && self.grammar() * 5 >= self.words
    }
}

/// The scripts that a locale is written in, besides Latin.
#[derive(Debug, Clone)]
pub struct Scripts {
    own: Vec<Script>,
    /// Whether Latin letters are the locale's own.
    pub latin: bool,
}

impl Scripts {
    /// Returns what the language of `locale` is written in; `None` where that is not known.
    pub fn of(locale: &Locale) -> Option<Self> {
        // Serbian and others are written in two scripts, and only a tag that names one is a promise.
        let both = matches!(
            locale.language(),
            "sr" | "bs" | "uz" | "az" | "kk" | "mn" | "ku" | "tg" | "tk" | "pa" | "ms" | "sd" | "ks"
        ) && locale.id().script.is_none();
        if both {
            return None;
        }
        let own = match locale.script()?.as_str() {
            "Latn" => return Some(Self { own: Vec::new(), latin: true }),
            "Hans" | "Hant" | "Hani" => vec![Script::Han, Script::Bopomofo],
            "Jpan" => vec![Script::Han, Script::Hiragana, Script::Katakana],
            "Kore" => vec![Script::Hangul],
            name => vec![Script::from_short_name(name)?],
        };
        Some(Self { own, latin: false })
    }

    /// Tells whether a locale is surely written in other letters than Latin ones, which stand for names alone there.
    pub fn are_foreign(locale: &Locale) -> bool {
        Self::of(locale).is_some_and(|scripts| !scripts.latin)
    }

    /// Returns how many letters of `text` are the locale's own, Latin, and others.
    pub fn count(&self, text: &str) -> Letters {
        let mut letters = Letters { latin: text.bytes().filter(u8::is_ascii_alphabetic).count(), ..Letters::default() };
        if text.is_ascii() {
            return letters;
        }
        let bytes = text.as_bytes();
        let mut at = 0;
        // How many characters were met whose first byte says all, by script.
        let mut met = [0_usize; TOLD.len()];
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii() {
                // Many at a time, as they stand in Latin text.
                at += 1;
                while bytes[at..].first_chunk::<8>().is_some_and(|bytes| bytes.is_ascii()) {
                    at += 8;
                }
                continue;
            }
            let (script, length) = BEGINS[usize::from(byte)];
            if length > 0 {
                met[usize::from(script)] += 1;
                at += usize::from(length);
                continue;
            }
            let Some(c) = text[at..].chars().next() else { break };
            at += c.len_utf8();
            match frequent(c) {
                Some(script) => letters.take(script, &self.own, 1),
                None if c.is_alphabetic() => letters.take(c.script(), &self.own, 1),
                None => {}
            }
        }
        for (script, count) in TOLD.into_iter().zip(&met) {
            letters.take(script, &self.own, *count);
        }
        letters
    }
}

/// Scripts that the first byte of a letter in UTF-8 can tell.
const TOLD: [Script; 3] = [Script::Cyrillic, Script::Han, Script::Hangul];

/// For each first byte in UTF-8 that tells all about its characters, the number of their script in [`TOLD`], and how many
/// bytes they have; no bytes where it does not.
static BEGINS: [(u8, u8); 256] = {
    let mut begins = [(0, 0); 256];
    let mut byte = 0;
    while byte < 256 {
        begins[byte] = match byte {
            0xd0..=0xd1 => (0, 2),
            0xe5..=0xe8 => (1, 3),
            0xeb..=0xec => (2, 3),
            _ => (0, 0),
        };
        byte += 1;
    }
    begins
};

/// Returns the script of a letter from the middle of a block that holds nothing else: the tables of all characters
/// cost more than the rest of a text's reading.
fn frequent(c: char) -> Option<Script> {
    match c {
        'а'..='я' | 'А'..='Я' => Some(Script::Cyrillic),
        '가'..='힣' => Some(Script::Hangul),
        '一'..='鿿' => Some(Script::Han),
        'ぁ'..='ゖ' => Some(Script::Hiragana),
        'ァ'..='ヺ' => Some(Script::Katakana),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' => Some(Script::Latin),
        _ => None,
    }
}

/// Returns the script of a character, as its table does.
#[inline]
pub fn script(c: char) -> Script {
    if c.is_ascii_alphabetic() { Script::Latin } else { frequent(c).unwrap_or_else(|| c.script()) }
}

/// Tells whether `c` is a letter, as [`char::is_alphabetic`] does.
#[inline]
pub fn is_alphabetic(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { frequent(c).is_some() || c.is_alphabetic() }
}

/// Tells whether `c` is a letter or a digit, as [`char::is_alphanumeric`] does.
#[inline]
pub fn is_alphanumeric(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { frequent(c).is_some() || c.is_alphanumeric() }
}

/// The letters of a text by whose they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Letters {
    pub own: usize,
    pub latin: usize,
    pub other: usize,
    /// The script of one of the others.
    pub script: Option<Script>,
}

impl Letters {
    /// Counts letters of a script, of a text in a locale whose scripts are `own`.
    fn take(&mut self, script: Script, own: &[Script], count: usize) {
        match script {
            _ if count == 0 => {}
            Script::Latin => self.latin += count,
            Script::Common | Script::Inherited => {}
            script if own.contains(&script) => self.own += count,
            script => {
                self.other += count;
                self.script = Some(script);
            }
        }
    }
}

/// Letters of Traditional Chinese with their Simplified forms, each of which says which of the two a text is.
const TRADITIONAL: &str = "這個們對時為會說國點開啟設選擇關閉請將與還電腦檔資訊網錯誤帳號應該無傳輸輯編碼連線機";
const SIMPLIFIED: &str = "这个们对时为会说国点开启设选择关闭请将与还电脑档资讯网错误帐号应该无传输辑编码连线机";

/// From how many letters of the other form on a Chinese sentence is written in it.
const OTHER_FORM: usize = 4;

/// Tells whether a Chinese sentence is written in the other form than the locale's, beyond doubt.
pub fn is_other_chinese(locale: &Locale, text: &str) -> bool {
    forms(locale, text).is_some_and(|(own, other)| other >= OTHER_FORM && own == 0)
}

/// Tells whether any sentence of a Chinese text may be written in the other form than the locale's.
pub fn may_be_other_chinese(locale: &Locale, text: &str) -> bool {
    forms(locale, text).is_some_and(|(_, other)| other >= OTHER_FORM)
}

/// Tells whether a letter is one of Simplified Chinese, and of no word of Japanese: JIS X 0208 has it not.
pub fn is_simplified(c: char) -> bool {
    const LETTERS: &str = "这们对时为说开启设选择关闭请还电脑资讯错误账应该传输辑编码连线发务户录专业页单视频图标签题\
                           级组织权证书键钮项处访问见规则动运达进过钟链现实备缓载释栏让变认邮邻针纸";
    !c.is_ascii() && LETTERS.contains(c)
}

/// Tells whether a text has two letters of Simplified Chinese.
pub fn has_simplified(text: &str) -> bool {
    text.chars().filter(|c| is_simplified(*c)).take(2).count() == 2
}

/// Returns how many letters of `text` only the locale's own form of Chinese has, and how many only the other one;
/// `None` where the locale is not Chinese.
fn forms(locale: &Locale, text: &str) -> Option<(usize, usize)> {
    // By letter, for looking letters up.
    static FORMS: LazyLock<Vec<(char, bool)>> = LazyLock::new(|| {
        let of = |letters: &'static str, other: &'static str, is_simplified: bool| {
            letters.chars().filter(|c| !other.contains(*c)).map(move |c| (c, is_simplified))
        };
        let mut forms: Vec<_> = of(TRADITIONAL, SIMPLIFIED, false).chain(of(SIMPLIFIED, TRADITIONAL, true)).collect();
        forms.sort_unstable();
        forms
    });
    let is_simplified = match locale.script().as_ref().map(|script| script.as_str()) {
        Some("Hans") => true,
        Some("Hant") => false,
        _ => return None,
    };
    let (mut own, mut other) = (0, 0);
    let find = |c: char| FORMS.binary_search_by_key(&c, |(letter, _)| *letter).ok().map(|at| FORMS[at].1);
    for form in text.chars().filter(|c| !c.is_ascii()).filter_map(find) {
        if form == is_simplified { own += 1 } else { other += 1 }
    }
    Some((own, other))
}

/// Languages that are so near each other that a sentence may read alike in both.
const NEAR: &[&[&str]] = &[
    &["no", "nb", "nn", "da", "sv"],
    &["hr", "bs", "sr", "sh", "cnr", "sl", "mk"],
    &["cs", "sk"],
    &["id", "ms"],
    &["pt", "gl", "es", "ca"],
    &["ru", "uk", "be", "bg"],
    &["de", "nds", "lb", "gsw"],
    &["nl", "af"],
    &["zh", "yue", "ja"],
];

/// Tells whether two locales have one language, or two that are nearly one.
pub fn is_near(left: &Locale, right: &Locale) -> bool {
    let (left, right) = (left.language(), right.language());
    left == right || NEAR.iter().any(|near| near.contains(&left) && near.contains(&right))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(text: &str) -> English {
        let mut english = English::default();
        text.split_whitespace().for_each(|word| english.take(word));
        english
    }

    #[test]
    fn english_is_told_from_its_neighbours() {
        assert!(english("You can do this for the mailbox that is full").is_sure(true));
        assert!(!english("Was man in der Office App machen kann ist so").is_sure(true));
        assert!(!english("De gebruiker kan de app niet openen als we in Outlook is").is_sure(true));
        assert!(!english("Exchange Online Protection Standard Edition").is_sure(false));
    }

    #[test]
    fn frequent_letters_are_those_of_the_tables() {
        for c in '\u{80}'..='\u{ffff}' {
            if let Some(script) = frequent(c) {
                assert!(c.is_alphabetic() && c.script() == script, "{c:?}");
            }
        }
    }

    #[test]
    fn first_bytes_are_those_of_one_script() {
        for c in '\u{80}'..='\u{10ffff}' {
            let (script, length) = BEGINS[usize::from(c.encode_utf8(&mut [0; 4]).as_bytes()[0])];
            if length > 0 {
                let script = TOLD[usize::from(script)];
                assert!(c.is_alphabetic() && c.script() == script && c.len_utf8() == usize::from(length), "{c:?}");
            }
        }
    }

    #[test]
    fn chinese_is_told_by_letters_that_only_one_form_has() {
        let locale = |tag: &str| tag.parse().expect("a tag");
        assert!(is_other_chinese(&locale("zh-CN"), "請選擇這個檔案並關閉電腦"));
        assert!(!is_other_chinese(&locale("zh-CN"), "请选择这个文件并关闭电脑"));
        assert!(is_other_chinese(&locale("zh-TW"), "请选择这个文件并关闭电脑"));
        assert!(!is_other_chinese(&locale("ja"), "請選擇這個檔案"));
        assert!(has_simplified("下图显示了该开关，请查看。") && !has_simplified("会社員国内機能点検"));
    }
}

//! Which locale a folder's name means, and which was likely meant where it means none.

use std::cell::RefCell;
use std::collections::BTreeMap;

use icu_locale::subtags::Language;
use icu_locale::{LanguageIdentifier, LocaleCanonicalizer, LocaleExpander};
use unicode_script::{Script, UnicodeScript};

use crate::config::Config;
use crate::model::locale::Locale;

/// Reads names of folders as locales, each name once.
pub(super) struct Locales<'a> {
    config: &'a Config,
    known: RefCell<BTreeMap<String, Option<Locale>>>,
}

impl<'a> Locales<'a> {
    pub(super) fn new(config: &'a Config) -> Self {
        Self { config, known: RefCell::default() }
    }

    /// Returns the locale that `name` means: a tag whose language CLDR can name, or one that is configured.
    pub(super) fn named(&self, name: &str) -> Option<Locale> {
        if let Some(known) = self.known.borrow().get(name) {
            return known.clone();
        }
        let locale = name.parse::<Locale>().ok().filter(|locale| self.config.lists(locale) || locale.is_named());
        self.known.borrow_mut().insert(name.to_owned(), locale.clone());
        locale
    }
}

/// Tells whether `name` is a tag whose language CLDR can name.
pub(super) fn is_locale(name: &str) -> bool {
    name.parse().is_ok_and(|locale: Locale| locale.is_named())
}

/// Returns the tag that was likely meant by `name`, which is no locale: `jp` is `ja`, `czech` is `cs`.
pub(super) fn guess(name: &str) -> Option<Locale> {
    match name.to_ascii_lowercase().as_str() {
        "zh-chs" | "chs" => return "zh-Hans".parse().ok(),
        "zh-cht" | "cht" => return "zh-Hant".parse().ok(),
        _ => {}
    }
    let Ok(tag) = name.parse::<Locale>() else { return by_english_name(name) };
    let mut canonical = icu_locale::Locale::from(tag.id().clone());
    LocaleCanonicalizer::new_extended().canonicalize(&mut canonical);
    let canonical = canonical.id.to_string().parse().ok().filter(|locale: &Locale| *locale != tag && locale.is_named());
    canonical.or_else(|| by_country(&tag)).or_else(|| by_english_name(name))
}

/// Returns the locale that `tag` means if its language is a country: `cz-CZ` is `cs-CZ`.
fn by_country(tag: &Locale) -> Option<Locale> {
    let mut id: LanguageIdentifier = format!("und-{}", tag.language()).parse().ok()?;
    let country = id.region?;
    let expander = LocaleExpander::new_extended();
    expander.maximize(&mut id);
    let mut alone = LanguageIdentifier { language: id.language, ..LanguageIdentifier::UNKNOWN };
    expander.maximize(&mut alone);
    let needs_region = alone.script != id.script;
    let region = tag.id().region.or(needs_region.then_some(country));
    let id = LanguageIdentifier { language: id.language, region, ..LanguageIdentifier::UNKNOWN };
    id.to_string().parse().ok().filter(|locale: &Locale| locale.is_named() && locale.language() != tag.language())
}

/// Returns the language of that English name, among those with a tag of two letters.
fn by_english_name(name: &str) -> Option<Locale> {
    let letters = || (b'a'..=b'z').map(char::from);
    let tags = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
    let languages = tags.filter(|tag| Language::try_from_str(tag).is_ok()).filter_map(|tag| tag.parse::<Locale>().ok());
    let mut named =
        languages.filter(|locale| locale.english_name().is_some_and(|other| other.eq_ignore_ascii_case(name)));
    named.next()
}

/// Returns the locale that was likely meant by `locale`, if `texts` are not in its script but in that of the
/// country's language: `kr` with Hangul is `ko`.
pub(super) fn mixed_up<'a>(locale: &Locale, texts: impl IntoIterator<Item = &'a str>) -> Option<Locale> {
    let meant = by_country(locale)?;
    // CLDR knows no script for some languages; what is in the country's script is none of theirs either.
    let (own, other) = (locale.script(), meant.script()?);
    if own == Some(other) {
        return None;
    }
    let counts = Letters::count(texts);
    let is_in_own = || own.is_some_and(|own| counts.is_in(own.as_str()));
    (counts.is_in(other.as_str()) && !is_in_own()).then_some(meant)
}

/// How many letters of which script.
#[derive(Default)]
struct Letters {
    all: usize,
    /// Latin letters with marks; English has none, and stands untranslated in every language.
    marked: usize,
    scripts: BTreeMap<&'static str, usize>,
}

impl Letters {
    fn count<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut letters = Self::default();
        for letter in texts.into_iter().flat_map(str::chars).filter(|char| char.is_alphabetic()) {
            let script = letter.script();
            letters.all += 1;
            letters.marked += usize::from(script == Script::Latin && !letter.is_ascii());
            *letters.scripts.entry(script.short_name()).or_default() += 1;
        }
        letters
    }

    /// Returns how many are of `script`, of which some consist of several.
    fn of(&self, script: &str) -> usize {
        let parts: &[&str] = match script {
            "Hans" | "Hant" => &["Hani"],
            "Jpan" => &["Hani", "Hira", "Kana"],
            "Kore" => &["Hang"],
            _ => &[script],
        };
        parts.iter().filter_map(|part| self.scripts.get(part)).sum()
    }

    /// Tells whether the text is written in `script`, names and literals in Latin letters apart.
    fn is_in(&self, script: &str) -> bool {
        match script {
            "Latn" => self.of(script) * 2 > self.all && self.marked * 100 > self.all,
            _ => self.of(script) * 10 > self.all,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_guessed() {
        let check = |name, expected| assert_eq!(guess(name).as_ref().map(Locale::tag), expected, "{name}");
        check("jp", Some("ja"));
        check("cz", Some("cs"));
        check("cz-CZ", Some("cs-CZ"));
        check("cn", Some("zh"));
        check("ua", Some("uk"));
        check("gr", Some("el"));
        check("dk", Some("da"));
        check("zh-CHS", Some("zh-Hans"));
        check("kor", Some("ko"));
        check("Korean", Some("ko"));
        check("bilingual", None);
        check("media", None);
        check("한국어", None);
    }

    #[test]
    fn countries_are_told_from_languages_by_script() {
        let check = |tag: &str, text, expected| {
            let meant = mixed_up(&tag.parse().expect("a tag"), [text]);
            assert_eq!(meant.as_ref().map(Locale::tag), expected, "{tag}");
        };
        check("kr", "오류 해결: Contact your administrator", Some("ko"));
        check("kr", "Nza kanuri wono", None);
        check("tw", "錯誤碼", Some("zh-TW"));
        check("si", "Napačna številka šifre", Some("sl"));
        check("ba", "Pogrešna šifra, obratite se", Some("bs"));
        check("am", "Սխալ մուտք", Some("hy"));
        for (tag, text) in
            [("ar", "An article that is not translated"), ("ar", "خطأ"), ("sl", "šifra"), ("ko", "error")]
        {
            check(tag, text, None);
        }
    }
}

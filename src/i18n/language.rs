//! What CLDR knows of a language: its name, its direction, its relatives.
//!
//! Each call looks into CLDR's data: ask once for a locale, not once for a page.

use icu_locale::fallback::LocaleFallbackConfig;
use icu_locale::names::{LanguageDisplay, LanguageIdentifierDisplayName, LanguageIdentifierDisplayNameOptions};
use icu_locale::subtags::Region;
use icu_locale::{LanguageIdentifier, LocaleDirectionality, LocaleExpander, LocaleFallbacker, langid};
use writeable::TryWriteable;

use crate::model::locale::Locale;

/// Where a script's lines begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// Returns the value of HTML's `dir`: `ltr` or `rtl`.
    pub fn html(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// Returns the direction of the script that `locale` is written in, by its likely subtags where the tag has none.
pub fn direction(locale: &Locale) -> Direction {
    let directions = LocaleDirectionality::new_extended();
    if directions.is_right_to_left(locale.id()) { Direction::RightToLeft } else { Direction::LeftToRight }
}

/// Returns what CLDR falls back to from `locale`, nearest first, without `locale` itself and the root.
///
/// `zh-CN` has `zh`, `es-MX` has `es-419` and `es`; `zh-TW` has `zh-Hant`, but not `zh`.
pub fn parents(locale: &Locale) -> Vec<Locale> {
    let mut steps =
        LocaleFallbacker::new().for_config(LocaleFallbackConfig::default()).fallback_for(locale.id().into());
    let mut parents = Vec::new();
    while !steps.get().is_unknown() {
        let parent: Option<Locale> = steps.get().to_string().parse().ok();
        parents.extend(parent.filter(|parent| parent != locale));
        steps.step();
    }
    parents
}

/// Tells whether two locales are of one language in one script, as `pt-BR` and `pt-PT` are and `zh-CN` and `zh-TW` are not.
pub fn same_script_sibling(a: &Locale, b: &Locale) -> bool {
    a.language() == b.language() && a.script() == b.script()
}

/// Returns the name of `of` in the language of `in_`, as it stands within a sentence.
///
/// Where CLDR has none, it is the English name, else the tag.
pub fn language_name(of: &Locale, in_: &Locale) -> String {
    named(shown(of), of, in_)
}

/// Returns the name of `id`, which stands for `of`, to a reader of `in_`.
fn named(id: LanguageIdentifier, of: &Locale, in_: &Locale) -> String {
    let mut options = LanguageIdentifierDisplayNameOptions::default();
    options.language_display = Some(LanguageDisplay::Standard);
    let name_in = |reader: &LanguageIdentifier| {
        let name = LanguageIdentifierDisplayName::try_new_heavy(reader.into(), id.clone(), options).ok()?;
        let mut text = String::new();
        name.as_borrowed().try_write_to(&mut text).ok()?.ok()?;
        Some(text)
    };
    name_in(in_.id()).or_else(|| name_in(&langid!("en"))).unwrap_or_else(|| of.tag().to_owned())
}

/// Returns the name of a language in itself, as an entry of a menu: `한국어`, `Slovenščina`, `中文（简体）`.
pub fn own_name(locale: &Locale) -> String {
    capitalised(&language_name(locale, locale))
}

/// Returns the names of `locales` in themselves for one menu: as short as can be without two that read alike.
///
/// `ar-SA` alone is `العربية`; beside `ar-EG` both say their region.
pub fn own_names(locales: &[Locale]) -> Vec<String> {
    let short: Vec<LanguageIdentifier> =
        locales.iter().map(|locale| LanguageIdentifier { region: None, ..with_script(locale) }).collect();
    let is_alone = |id: &LanguageIdentifier| short.iter().filter(|other| *other == id).count() == 1;
    let name = |(locale, id): (&Locale, &LanguageIdentifier)| {
        let id = if is_alone(id) { id.clone() } else { LanguageIdentifier { region: region(locale), ..id.clone() } };
        capitalised(&named(id, locale, locale))
    };
    locales.iter().zip(&short).map(name).collect()
}

/// Languages whose readers choose between two scripts: their names always say which.
const TWO_SCRIPTS: [&str; 3] = ["sr", "yue", "zh"];

/// Returns the identifier that is enough to name a locale: `ko-KR` is just Korean, `zh-CN` is Chinese in simplified script.
fn shown(locale: &Locale) -> LanguageIdentifier {
    if TWO_SCRIPTS.contains(&locale.language()) {
        return with_script(locale);
    }
    let mut id = locale.id().clone();
    LocaleExpander::new_extended().minimize(&mut id);
    id
}

/// Returns the identifier with its script where that says something, and with its region where that still does.
fn with_script(locale: &Locale) -> LanguageIdentifier {
    let expander = LocaleExpander::new_extended();
    let mut id = locale.id().clone();
    expander.maximize(&mut id);
    let script = id.script;
    expander.minimize_favor_script(&mut id);
    if TWO_SCRIPTS.contains(&locale.language()) {
        id.script = script;
    }
    id
}

/// Returns the region of a locale, the likely one where its tag has none.
fn region(locale: &Locale) -> Option<Region> {
    let mut id = locale.id().clone();
    LocaleExpander::new_extended().maximize(&mut id);
    id.region
}

/// Returns `text` with a capital at its start, where its script has capitals for titles (Georgian has none).
fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    let Some(first) = rest.next() else { return String::new() };
    let is_georgian = ('\u{10a0}'..='\u{10ff}').contains(&first);
    if is_georgian { text.to_owned() } else { first.to_uppercase().chain(rest).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        tag.parse().expect("a tag")
    }

    fn check_parents(tag: &str, expected: &[&str]) {
        let parents = parents(&locale(tag));
        assert_eq!(parents.iter().map(Locale::tag).collect::<Vec<_>>(), expected, "{tag}");
    }

    #[test]
    fn parents_are_those_of_cldr() {
        check_parents("ko", &[]);
        check_parents("zh-CN", &["zh"]);
        check_parents("zh-TW", &["zh-Hant"]);
        check_parents("zh-Hant-TW", &["zh-TW", "zh-Hant"]);
        check_parents("zh-HK", &["zh-Hant"]);
        check_parents("es-MX", &["es-419", "es"]);
        check_parents("en-AU", &["en-001", "en"]);
        check_parents("sr-Latn-RS", &["sr-Latn"]);
        check_parents("pt-PT", &["pt"]);
        check_parents("nb-NO", &["nb", "no"]);
    }

    #[test]
    fn siblings_share_language_and_script() {
        let siblings = |a, b| same_script_sibling(&locale(a), &locale(b));
        assert!(siblings("pt-BR", "pt-PT"));
        assert!(siblings("zh-TW", "zh-HK"));
        assert!(siblings("zh-CN", "zh-Hans"));
        assert!(!siblings("zh-CN", "zh-TW"));
        assert!(!siblings("sr-Latn-RS", "sr"));
        assert!(!siblings("nl", "de"));
    }

    #[test]
    fn menus_name_languages_in_themselves() {
        let names = ["ko-KR", "zh-CN", "zh-TW", "ru", "sl-SI", "id-ID", "en-US", "en-GB", "ar-SA", "pt-BR", "ka"];
        let names: Vec<String> = names.iter().map(|tag| own_name(&locale(tag))).collect();
        insta::assert_snapshot!(names.join("\n"), @r"
        한국어
        中文（简体）
        中文（繁體）
        Русский
        Slovenščina
        Indonesia
        English
        English (United Kingdom)
        العربية (المملكة العربية السعودية)
        Português
        ქართული
        ");
        assert_eq!(own_name(&locale("sr-Latn-RS")), "Srpski (latinica)");
    }

    #[test]
    fn names_in_one_menu_differ() {
        let names = |tags: &[&str]| own_names(&tags.iter().map(|tag| locale(tag)).collect::<Vec<_>>()).join(", ");
        assert_eq!(names(&["ar-SA", "en-GB", "zh-TW"]), "العربية, English, 中文（繁體）");
        assert_eq!(names(&["en", "en-GB"]), "English (United States), English (United Kingdom)");
        assert_eq!(names(&["sr-Latn-RS", "sr-Cyrl-RS"]), "Srpski (latinica), Српски (ћирилица)");
    }

    #[test]
    fn sentences_name_languages_in_the_language_of_the_reader() {
        assert_eq!(language_name(&locale("en-US"), &locale("ru")), "английский");
        assert_eq!(language_name(&locale("zh-CN"), &locale("en")), "Chinese (Simplified)");
        assert_eq!(language_name(&locale("ko"), &locale("xx")), "Korean");
    }

    #[test]
    fn direction_is_that_of_the_script() {
        let right_to_left = ["ar", "ar-SA", "he", "fa-IR", "ur", "ckb", "az-Arab"];
        assert!(right_to_left.iter().all(|tag| direction(&locale(tag)) == Direction::RightToLeft));
        let left_to_right = ["en", "ko-KR", "sr-Latn-RS", "az", "zh-CN"];
        assert!(left_to_right.iter().all(|tag| direction(&locale(tag)) == Direction::LeftToRight));
    }
}

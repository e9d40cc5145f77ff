//! Dates, numbers, lists, order and plural categories of a locale, by ICU.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use icu_calendar::{Date as IcuDate, Iso};
use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::ListFormatter;
use icu_locale::LanguageIdentifier;
use icu_plurals::{PluralCategory, PluralRules};

use crate::model::date::Date;
use crate::model::locale::Locale;

/// How one locale writes dates, numbers and lists, sorts texts and counts.
///
/// Making one costs far more than using it, so [`Formats::of`] keeps them for the whole run.
pub struct Formats {
    date: DateTimeFormatter<YMD>,
    number: DecimalFormatter,
    list: ListFormatter,
    collator: CollatorBorrowed<'static>,
    plurals: PluralRules,
}

/// The formats that were asked for so far. They depend on the locale alone, so all sites share them.
static FORMATS: LazyLock<RwLock<BTreeMap<Locale, Arc<Formats>>>> = LazyLock::new(RwLock::default);

impl Formats {
    /// Returns the formats of `locale`; of its nearest parent where CLDR has none for it.
    pub fn of(locale: &Locale) -> Arc<Self> {
        if let Some(formats) = FORMATS.read().unwrap_or_else(PoisonError::into_inner).get(locale) {
            return Arc::clone(formats);
        }
        let formats = Arc::new(Self::new(locale.id()));
        let mut known = FORMATS.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(locale.clone()).or_insert(formats))
    }

    fn new(id: &LanguageIdentifier) -> Self {
        let reason = "ICU's compiled data falls back to the root locale";
        let mut order = CollatorPreferences::from(id);
        order.numeric_ordering = Some(CollationNumericOrdering::True);
        // CLDR counts by language and region; asked for a script (`sr-Latn`), ICU4X answers with the root's rules.
        let without_script = LanguageIdentifier { script: None, ..id.clone() };
        Self {
            date: DateTimeFormatter::try_new(id.into(), YMD::long()).expect(reason),
            number: DecimalFormatter::try_new(id.into(), Default::default()).expect(reason),
            list: ListFormatter::try_new_and(id.into(), Default::default()).expect(reason),
            collator: CollatorBorrowed::try_new(order, CollatorOptions::default()).expect(reason),
            plurals: PluralRules::try_new(without_script.into(), Default::default()).expect(reason),
        }
    }

    /// Returns a day in the locale's long form and its own calendar: `19 марта 2021 г.`
    pub fn date(&self, date: Date) -> String {
        let day = IcuDate::<Iso>::try_new_iso(date.year().into(), date.month(), date.day())
            .expect("a Date is a day of the Gregorian calendar");
        self.date.format(&day).to_string()
    }

    /// Returns `number` with the locale's digits and grouping: `17 808`.
    pub fn number(&self, number: u64) -> String {
        self.number.format(&Decimal::from(number)).to_string()
    }

    /// Returns a decimal number given in ASCII (`-1.50`) with the locale's digits, or `None` where it is none.
    pub(super) fn decimal(&self, number: &str) -> Option<String> {
        Decimal::try_from_str(number).ok().map(|number| self.number.format(&number).to_string())
    }

    /// Returns `items` as a sentence lists them: `a, b and c`.
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        self.list.format(items.iter().map(AsRef::as_ref)).to_string()
    }

    /// Compares as the locale sorts, numbers by their value; texts that sort alike by their characters.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b).then_with(|| a.cmp(b))
    }

    /// Returns the plural category that goes with `number`.
    pub fn plural(&self, number: u64) -> PluralCategory {
        self.plurals.category_for(number)
    }

    /// Returns the plural category of a decimal number given in ASCII; digits behind the point count.
    pub(super) fn plural_of(&self, number: &str) -> PluralCategory {
        Decimal::try_from_str(number).map_or(PluralCategory::Other, |number| self.plurals.category_for(&number))
    }

    /// Returns every category of the locale, in CLDR's usual order from `zero` to `other`.
    pub fn categories(&self) -> Vec<PluralCategory> {
        let mut categories: Vec<PluralCategory> = self.plurals.categories().collect();
        categories.sort();
        categories
    }

    /// Returns the categories that whole numbers up to 1,000 have: `other` is only for fractions in Russian.
    pub fn whole_categories(&self) -> Vec<PluralCategory> {
        let mut categories: Vec<PluralCategory> = (0..=1000).map(|number| self.plural(number)).collect();
        categories.sort();
        categories.dedup();
        categories
    }
}

impl fmt::Debug for Formats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Formats").finish_non_exhaustive()
    }
}

/// Returns the word that CLDR and Fluent have for a category: `few`.
pub(super) fn category_word(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formats(tag: &str) -> Arc<Formats> {
        Formats::of(&tag.parse().expect("a tag"))
    }

    #[test]
    fn dates_are_in_the_long_form_of_the_locale() {
        let tags = ["en", "ko-KR", "zh-CN", "ru-RU", "sl-SI", "id-ID", "ar", "th-TH", "sr-Latn-RS"];
        let day = Date::new(2021, 3, 19).expect("a day");
        let dates: Vec<String> = tags.iter().map(|tag| format!("{tag}: {}", formats(tag).date(day))).collect();
        insta::assert_snapshot!(dates.join("\n"), @r"
        en: March 19, 2021
        ko-KR: 2021년 3월 19일
        zh-CN: 2021年3月19日
        ru-RU: 19 марта 2021 г.
        sl-SI: 19. marec 2021
        id-ID: 19 Maret 2021
        ar: 19 مارس 2021
        th-TH: 19 มีนาคม 2564
        sr-Latn-RS: 19. mart 2021.
        ");
    }

    #[test]
    fn numbers_and_lists_are_in_the_form_of_the_locale() {
        let tags = ["en", "ko", "zh", "ru", "sl", "id", "ar"];
        let line = |tag| format!("{tag}: {}; {}", formats(tag).number(17808), formats(tag).list(&["A", "B", "C"]));
        insta::assert_snapshot!(tags.map(line).join("\n"), @r"
        en: 17,808; A, B, and C
        ko: 17,808; A, B 및 C
        zh: 17,808; A、B和C
        ru: 17 808; A, B и C
        sl: 17.808; A, B in C
        id: 17.808; A, B, dan C
        ar: 17,808; A وB وC
        ");
    }

    #[test]
    fn order_is_that_of_the_language_with_numbers_by_value() {
        let sorted = |tag, mut texts: Vec<&'static str>| {
            let formats = formats(tag);
            texts.sort_by(|a, b| formats.compare(a, b));
            texts
        };
        assert_eq!(sorted("en", vec!["Code 100", "code 20", "Apple"]), ["Apple", "code 20", "Code 100"]);
        assert_eq!(sorted("sl", vec!["zadeva", "črka", "cena", "dom"]), ["cena", "črka", "dom", "zadeva"]);
        assert_eq!(sorted("zh-CN", vec!["账户", "错误", "安全"]), ["安全", "错误", "账户"]);
    }

    #[test]
    fn plural_categories_are_those_of_cldr() {
        let of = |tag, numbers: &[u64]| {
            let words: Vec<_> = numbers.iter().map(|&number| category_word(formats(tag).plural(number))).collect();
            words.join(" ")
        };
        assert_eq!(of("sl", &[1, 2, 3, 5, 101]), "one two few other one");
        assert_eq!(of("ru", &[1, 2, 5, 21]), "one few many one");
        assert_eq!(of("ar", &[0, 1, 2, 3, 11, 100]), "zero one two few many other");
        assert_eq!(of("sr-Latn", &[1, 2, 5]), "one few other");
        assert_eq!(of("sr-Latn-RS", &[1, 2, 5]), "one few other");
        assert_eq!(of("ko", &[0, 1, 2]), "other other other");
        assert_eq!(of("lv", &[0, 1, 10]), "zero one zero");
    }

    #[test]
    fn any_well_formed_tag_has_formats() {
        for tag in ["xx", "qaa-Qaaa-ZZ", "tlh", "en-Shaw", "sl-rozaj-biske", "fa-AF"] {
            assert!(!formats(tag).date(Date::new(2021, 3, 19).expect("a day")).is_empty(), "{tag}");
        }
    }
}

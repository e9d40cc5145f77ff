//! Locales: which language, script and region an article is written in.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::{Arc, LazyLock};

use icu_locale::names::{
    DisplayNamesPreferences, LanguageIdentifierDisplayName, LanguageIdentifierDisplayNameOptions, RegionDisplayName,
    ScriptDisplayName,
};
use icu_locale::subtags::{Region, Script};
use icu_locale::{LanguageIdentifier, LocaleExpander, langid};
use thiserror::Error;
use writeable::TryWriteable;

/// A BCP 47 language tag in canonical case, such as `ko`, `zh-CN` or `sr-Latn-RS`.
///
/// Two tags that differ in case only are equal. Cloning is cheap.
#[derive(Clone)]
pub struct Locale(Arc<Inner>);

struct Inner {
    tag: Box<str>,
    /// The length of the language subtag at the start of the tag.
    language: usize,
    segment: Box<str>,
    id: LanguageIdentifier,
}

/// The text is not a BCP 47 language tag.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is no language tag (BCP 47)")]
pub struct NotATag(pub String);

impl Locale {
    /// Returns the tag in canonical case: `zh-CN`.
    pub fn tag(&self) -> &str {
        &self.0.tag
    }

    /// Returns the tag as it stands in addresses: `zh-cn`.
    pub fn segment(&self) -> &str {
        &self.0.segment
    }

    /// Returns the language subtag: `zh`.
    pub fn language(&self) -> &str {
        &self.0.tag[..self.0.language]
    }

    /// Tells whether the locale is `range` or one below it, as `zh-CN` is below `zh` (RFC 4647, basic filtering).
    pub fn is_within(&self, range: &Locale) -> bool {
        let rest = self.tag().strip_prefix(range.tag());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }

    /// Returns the identifier for look-ups in CLDR.
    pub fn id(&self) -> &LanguageIdentifier {
        &self.0.id
    }

    /// Tells whether CLDR has an English name for the language, as it has for every language in use.
    pub fn is_named(&self) -> bool {
        self.english_name().is_some()
    }

    /// Tells whether CLDR has names for the language, the script and the region: `pay-bill` and `how-to` have the form
    /// of a tag, but nobody writes in a script called "bill", nor in a language called "how".
    pub fn is_in_use(&self) -> bool {
        let id = &self.0.id;
        let script = id.script.is_none_or(|script| ScriptDisplayName::try_new_heavy(english(), script).is_ok());
        let region = id.region.is_none_or(|region| match letters(region.as_str()) {
            Some(at) => PAIRS.regions[at],
            None => is_region(region),
        });
        script && region && letters(self.language()).map_or_else(|| self.is_named(), |at| PAIRS.languages[at])
    }

    /// Returns CLDR's English name of the language, without script and region: `Korean`.
    pub fn english_name(&self) -> Option<String> {
        let mut language = self.0.id.clone();
        language.script = None;
        language.region = None;
        language.variants.clear();
        let name = LanguageIdentifierDisplayName::try_new_heavy(
            english(),
            language,
            LanguageIdentifierDisplayNameOptions::default(),
        );
        let mut text = String::new();
        matches!(name.ok()?.as_borrowed().try_write_to(&mut text), Ok(Ok(()))).then_some(text)
    }

    /// Returns the script that the locale is written in, from its likely subtags where the tag has none: `Hans`.
    pub fn script(&self) -> Option<Script> {
        let mut id = self.0.id.clone();
        LocaleExpander::new_extended().maximize(&mut id);
        id.script
    }
}

/// Which languages and regions with tags of two letters CLDR has names for: nearly all addresses have such tags.
struct Pairs {
    languages: Vec<bool>,
    regions: Vec<bool>,
}

static PAIRS: LazyLock<Pairs> = LazyLock::new(|| {
    let tags = || (b'a'..=b'z').flat_map(|first| (b'a'..=b'z').map(move |second| [first, second].map(char::from)));
    let is_language = |tag: [char; 2]| String::from_iter(tag).parse().is_ok_and(|locale: Locale| locale.is_named());
    let is_named_region = |tag: [char; 2]| String::from_iter(tag).parse().is_ok_and(is_region);
    Pairs { languages: tags().map(is_language).collect(), regions: tags().map(is_named_region).collect() }
});

/// Returns the number of a tag of two letters among all of them.
fn letters(tag: &str) -> Option<usize> {
    let number = |byte: u8| byte.is_ascii_alphabetic().then(|| usize::from(byte.to_ascii_lowercase() - b'a'));
    match tag.as_bytes() {
        &[first, second] => Some(number(first)? * 26 + number(second)?),
        _ => None,
    }
}

fn is_region(region: Region) -> bool {
    RegionDisplayName::try_new_light(english(), region).is_ok()
}

fn english() -> DisplayNamesPreferences {
    langid!("en").into()
}

impl FromStr for Locale {
    type Err = NotATag;

    /// Reads a tag; `_` is taken for `-`, as in file names of other tools.
    fn from_str(text: &str) -> Result<Self, NotATag> {
        let no_tag = || NotATag(text.to_owned());
        let id = LanguageIdentifier::from_str(text).map_err(|_| no_tag())?;
        if id.language.is_unknown() {
            return Err(no_tag());
        }
        let tag = id.to_string();
        let language = tag.find('-').unwrap_or(tag.len());
        let segment = tag.to_ascii_lowercase().into();
        Ok(Self(Arc::new(Inner { tag: tag.into(), language, segment, id })))
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.tag())
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.tag() == other.tag()
    }
}

impl Eq for Locale {}

impl PartialOrd for Locale {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Locale {
    fn cmp(&self, other: &Self) -> Ordering {
        if Arc::ptr_eq(&self.0, &other.0) { Ordering::Equal } else { self.tag().cmp(other.tag()) }
    }
}

impl Hash for Locale {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.tag().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_one_spelling() {
        let tag = |text: &str| text.parse::<Locale>().map(|locale| locale.tag().to_owned()).ok();
        assert_eq!(tag("zh-cn").as_deref(), Some("zh-CN"));
        assert_eq!(tag("SR-latn-rs").as_deref(), Some("sr-Latn-RS"));
        assert_eq!(tag("x.y"), None);
        assert_eq!(tag("bilingual!"), None);
    }

    #[test]
    fn a_language_holds_its_regions() {
        let check = |tag: &str, range: &str| {
            tag.parse::<Locale>().expect("a tag").is_within(&range.parse::<Locale>().expect("a tag"))
        };
        assert!(check("zh-CN", "zh") && check("zh", "ZH") && check("zh-Hant-TW", "zh-hant"));
        assert!(!check("zh", "zh-CN") && !check("fil", "fi"));
    }

    #[test]
    fn languages_in_use_have_names() {
        let named = |text: &str| text.parse::<Locale>().expect("a tag").is_named();
        assert!(["ko", "zh-CN", "ru", "sl-SI", "id", "en-US", "ar", "th", "sr-Latn-RS"].iter().all(|tag| named(tag)));
        assert!(!named("jp"));
    }
}

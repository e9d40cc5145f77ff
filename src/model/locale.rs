//! Locales: which language, script and region an article is written in.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;

use icu_locale::names::{DisplayNamesPreferences, LanguageIdentifierDisplayName, LanguageIdentifierDisplayNameOptions};
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
        self.0.tag.split('-').next().expect("a tag starts with a language")
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

    /// Returns CLDR's English name of the language, without script and region: `Korean`.
    pub fn english_name(&self) -> Option<String> {
        let mut language = self.0.id.clone();
        language.script = None;
        language.region = None;
        language.variants.clear();
        let name = LanguageIdentifierDisplayName::try_new_heavy(
            DisplayNamesPreferences::from(langid!("en")),
            language,
            LanguageIdentifierDisplayNameOptions::default(),
        );
        let mut text = String::new();
        matches!(name.ok()?.as_borrowed().try_write_to(&mut text), Ok(Ok(()))).then_some(text)
    }

    /// Returns the script that the locale is written in, from its likely subtags where the tag has none: `Hans`.
    pub fn script(&self) -> Option<String> {
        let mut id = self.0.id.clone();
        LocaleExpander::new_extended().maximize(&mut id);
        id.script.map(|script| script.as_str().to_owned())
    }
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
        Ok(Self(Arc::new(Inner { segment: tag.to_ascii_lowercase().into(), tag: tag.into(), id })))
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
        self.tag().cmp(other.tag())
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

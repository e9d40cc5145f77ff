//! What stands in for an article that a locale does not have.

use std::collections::BTreeMap;

use super::Settings;
use super::group::Group;
use crate::i18n;
use crate::model::article::Article;
use crate::model::locale::Locale;

/// For each locale, the others in the order in which they stand in for it.
#[derive(Debug, Default)]
pub struct Fallbacks {
    chains: BTreeMap<Locale, Vec<Locale>>,
}

/// An article as it is shown in some locale.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'g> {
    pub article: &'g Article,
    pub standing: Standing,
}

/// In what capacity an article is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is the locale's own.
    Own,
    /// It stands in from another locale.
    Fallback,
    /// The source, rebuilt from a translation.
    Rebuilt,
}

impl Fallbacks {
    /// Orders `locales` for each of them: the CLDR parents, other regions of the language in the same
    /// script, the source locale, what is configured, then the site's order.
    pub(super) fn of(locales: &[Locale], source: Option<&Locale>, settings: &Settings) -> Self {
        let extra = settings.source_locale.iter().filter(|locale| !locales.contains(locale));
        let rebuilt: Locale = "en".parse().expect("`en` is a language tag");
        let chains = locales.iter().chain(extra).chain([&rebuilt]).map(|locale| {
            let parents = i18n::parents(locale);
            let regions = locales.iter().filter(|other| i18n::same_script_sibling(locale, other)).cloned();
            let configured = settings.fallback.get(locale).into_iter().flatten().cloned();
            let mut chain: Vec<Locale> = Vec::new();
            let wanted = parents.into_iter().chain(regions).chain(source.cloned()).chain(configured);
            for other in wanted.chain(locales.iter().cloned()) {
                if other != *locale && locales.contains(&other) && !chain.contains(&other) {
                    chain.push(other);
                }
            }
            (locale.clone(), chain)
        });
        Self { chains: chains.collect() }
    }

    /// Returns what `locale` shows of `group`: its own article, or what stands in for it.
    ///
    /// The rebuilt source stands where the source locale would.
    pub fn shown<'g>(&self, group: &'g Group, locale: &Locale, source: Option<&Locale>) -> Option<Shown<'g>> {
        if let Some(article) = group.article(locale) {
            return Some(Shown { article, standing: Standing::Own });
        }
        let rebuilt = group.rebuilt.as_ref().map(|article| Shown { article, standing: Standing::Rebuilt });
        if rebuilt.is_some_and(|shown| shown.article.locale == *locale) {
            return rebuilt;
        }
        let fallback = |article| Shown { article, standing: Standing::Fallback };
        let chain = self.chains.get(locale).map(Vec::as_slice).unwrap_or_default();
        let language = locale.language();
        let near = chain.iter().take_while(|other| other.language() == language || Some(*other) == source);
        let near = near.filter_map(|other| group.article(other)).next().map(fallback);
        near.or(rebuilt)
            .or_else(|| chain.iter().find_map(|other| group.article(other)).map(fallback))
            .or_else(|| group.articles.first().map(fallback))
    }
}

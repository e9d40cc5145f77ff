//! How good a translation is, as its page says it, and what its reader can do: compare with the original, report.

use percent_encoding::utf8_percent_encode;

use super::super::{address, view};
use super::common::Draft;
use crate::model::article::Article;
use crate::model::document::have_one_outline;

/// Notices that speak of a translation which is not what it should be.
const OF_QUALITY: [&str; 4] = ["machine", "outdated", "fallback", "rebuilt"];

impl Draft<'_, '_> {
    /// Sets what a reader can do about the translation, once its notices are set.
    pub fn offer_original(&mut self, article: &Article, group: usize) {
        self.page.has_original = article.segments.iter().any(|segment| !segment.source.is_empty());
        let of = self.renderer.facts.group(group);
        if let Some(source) = of.source.map(|source| &of.articles[source]) {
            self.page.original = self.original(article, source, group);
            // Both pages are made of blocks in their order, so the script can pair the elements by their numbers.
            self.page.is_paired = self.page.original.is_some() && have_one_outline(&article.blocks, &source.blocks);
        }
        if self.page.notices.iter().any(|notice| OF_QUALITY.contains(&&*notice.id)) {
            self.page.report = self.report(article);
        }
    }

    /// Returns the link to the source article's page.
    fn original(&self, article: &Article, source: &Article, group: usize) -> Option<view::Link> {
        if source.locale == article.locale {
            return None;
        }
        let locale = self.renderer.setting.locales.iter().find(|of| of.locale == source.locale)?;
        Some(view::Link {
            text: locale.name.clone(),
            href: Some(self.way(&self.renderer.facts.path(group, &source.locale))),
            lang: Some(source.locale.tag().to_owned()),
            dir: Some(locale.direction.html().to_owned()),
        })
    }

    /// Returns the address for reporting what is wrong on this page.
    fn report(&self, article: &Article) -> Option<String> {
        let pattern = self.renderer.input.config.report_url.as_deref()?;
        let path = self.renderer.edits.path(article).unwrap_or_default();
        let url = self.renderer.setting.absolute(&self.path).unwrap_or_default();
        let values =
            [("title", &*self.page.title), ("url", &*url), ("path", &*path), ("locale", self.locale.locale.tag())];
        let mut filled = String::with_capacity(pattern.len() + 256);
        for (number, part) in pattern.split('{').enumerate() {
            let (name, rest) = part.split_once('}').filter(|_| number > 0).unwrap_or(("", part));
            let value = values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
            filled.extend(utf8_percent_encode(value, address::VALUE));
            filled.push_str(rest);
        }
        Some(filled)
    }
}

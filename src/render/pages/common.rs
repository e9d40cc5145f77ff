//! What every page has: its head, its way through the site, its other languages.

use serde_json::json;

use super::super::setting::PageLocale;
use super::super::{Renderer, address, view};
use crate::catalog::fallback::{Shown, Standing};
use crate::i18n::{self, Value, language_name};
use crate::model::article::Article;
use crate::model::front::Translation;
use crate::model::locale::Locale;

/// A page that is in the making: its path and its language.
pub struct Draft<'r, 's> {
    pub renderer: &'r Renderer<'s>,
    pub locale: &'r PageLocale,
    pub path: String,
    pub page: view::Page<'r>,
    /// What search engines are told of the article on the page.
    data: Option<serde_json::Value>,
}

/// An address of a page in some locale, for the switcher and for search engines.
pub struct Variant<'r> {
    pub locale: &'r PageLocale,
    pub path: String,
    pub kind: view::LocaleKind,
    /// Whether search engines are told of it, on a site that knows its own address.
    pub is_indexed: bool,
}

impl<'r, 's> Draft<'r, 's> {
    /// Starts the page at `path`.
    pub fn new(renderer: &'r Renderer<'s>, locale: usize, path: String, title: String) -> Self {
        let fragments = &renderer.fragments[locale];
        let locale = &renderer.setting.locales[locale];
        let root = address::to_root(&path);
        let way = |to: &str| address::relative(&path, to);
        let page = view::Page {
            lang: locale.locale.tag().to_owned(),
            dir: locale.direction.html().to_owned(),
            footer: fragments.footer(&root),
            root,
            home: way(&address::home(&locale.locale)),
            errors: way(&address::errors(&locale.locale)),
            articles: way(&address::articles(&locale.locale)),
            search: way(&address::search(&locale.locale)),
            codes: Some(way(&locale.codes)),
            feed: renderer.setting.base_url.is_some().then(|| way(&address::feed(&locale.locale))),
            index: locale.index.as_deref().map(way),
            description: Some(locale.texts.get("home-intro", &[]).into_owned()),
            title,
            ..view::Page::default()
        };
        Self { renderer, locale, path, page, data: None }
    }

    /// Returns the interface's text `id` in the page's language.
    pub fn text(&self, id: &str, arguments: &[(&str, Value<'_>)]) -> String {
        self.locale.texts.get(id, arguments).into_owned()
    }

    /// Returns the way from this page to `path`.
    pub fn way(&self, path: &str) -> String {
        address::relative(&self.path, path)
    }

    /// Lists the page's other languages: `variants` by locale.
    pub fn variants(&mut self, variants: Vec<Variant<'r>>) {
        let setting = &self.renderer.setting;
        self.page.locales = variants
            .iter()
            .map(|variant| view::LocaleLink {
                tag: variant.locale.locale.tag(),
                name: &variant.locale.name,
                dir: variant.locale.direction.html(),
                href: self.way(&variant.path),
                kind: variant.kind,
                current: variant.locale.locale == self.locale.locale,
            })
            .collect();
        self.page.canonical = setting.absolute(&self.path);
        if setting.base_url.is_none() {
            return;
        }
        let indexed = variants.iter().filter(|variant| variant.is_indexed);
        let alternates: Vec<view::Alternate> = indexed
            .filter_map(|variant| {
                let href = setting.absolute(&variant.path)?;
                Some(view::Alternate { hreflang: variant.locale.locale.tag().to_owned(), href })
            })
            .collect();
        if alternates.len() > 1 {
            self.page.alternates = alternates;
        }
    }

    /// Lists every locale's page of the same kind: `path` gives its address.
    pub fn every_locale(&mut self, path: impl Fn(&Locale) -> String) {
        let locales = &self.renderer.setting.locales;
        let variants = locales.iter().map(|locale| Variant {
            locale,
            path: path(&locale.locale),
            kind: if locale.is_rebuilt { view::LocaleKind::Rebuilt } else { view::LocaleKind::Own },
            is_indexed: !locale.is_rebuilt,
        });
        self.variants(variants.collect());
    }

    /// Lists the pages of a group in all locales, and sets the canonical address: that of the page whose
    /// text is shown here.
    pub fn group_variants(&mut self, group: usize, shown: &Shown<'_>, path: impl Fn(&Locale) -> String) {
        let facts = &self.renderer.facts;
        let tells = self.renderer.setting.base_url.is_some();
        let variants = self.renderer.setting.locales.iter().map(|locale| {
            let there = facts.shown(group, &locale.locale);
            Variant {
                locale,
                path: path(&locale.locale),
                kind: match there.standing {
                    Standing::Own => view::LocaleKind::Own,
                    Standing::Fallback => view::LocaleKind::Fallback,
                    Standing::Rebuilt if there.article.locale == locale.locale => view::LocaleKind::Rebuilt,
                    Standing::Rebuilt => view::LocaleKind::Fallback,
                },
                is_indexed: tells && there.standing == Standing::Own && !facts.is_hidden(there.article),
            }
        });
        self.variants(variants.collect());
        if shown.standing != Standing::Own {
            self.page.alternates.clear();
        }
        self.page.canonical = self.renderer.setting.absolute(&path(&shown.article.locale));
    }

    /// Sets what the article on the page says of itself: description, robots, date, notices.
    pub fn describe(&mut self, shown: &Shown<'_>, group: usize, opening: impl FnOnce(&Article) -> Option<String>) {
        let facts = &self.renderer.facts;
        let article = shown.article;
        let written = article.front.description.as_deref().map(str::to_owned);
        self.page.description = written.or_else(|| opening(article));
        self.page.robots = facts.robots(article);
        self.page.date =
            article.front.date.map(|date| view::Day { iso: date.to_string(), text: self.locale.formats.date(date) });
        self.page.notices = self.notices(shown, group);
        self.page.ends_with_languages = self.page.locales.len() > 1;
        self.offer_original(article, group);
        self.page.edit = self.renderer.edits.edit(article);
        let page = &self.locale.locale;
        if article.locale != *page {
            self.page.translate = self.renderer.edits.translate(facts.group(group), page);
        }
        self.page.markdown = self.renderer.input.config.markdown.then(|| address::twin(""));
        self.share(article);
    }

    fn notices(&self, shown: &Shown<'_>, group: usize) -> Vec<view::Notice> {
        let article = shown.article;
        let mut notices = Vec::new();
        let mut notice = |id: &str, text: String, link: Option<view::Link>| {
            notices.push(view::Notice { id: id.to_owned(), text, link });
        };
        if shown.article.locale != self.locale.locale {
            let language = language_name(&article.locale, &self.locale.locale);
            notice("fallback", self.text("notice-fallback", &[("language", language.as_str().into())]), None);
        }
        if shown.standing == Standing::Rebuilt {
            notice("rebuilt", self.text("notice-rebuilt", &[]), None);
        }
        let is_machine = article.front.translation == Some(Translation::Machine) && shown.standing != Standing::Rebuilt;
        match (is_machine, self.renderer.facts.is_outdated(article)) {
            (true, true) => notice("machine", self.text("notice-machine-outdated", &[]), None),
            (true, false) => notice("machine", self.text("notice-machine", &[]), None),
            (false, true) => notice("outdated", self.text("notice-outdated", &[]), None),
            (false, false) => {}
        }
        let facts = &self.renderer.facts;
        let of = facts.group(group);
        if let Some(other) = facts.replacement(of, article) {
            let title = facts.shown(other, &self.locale.locale).article.title().to_owned();
            let link = view::Link {
                href: Some(self.way(&facts.path(other, &self.locale.locale))),
                text: self.text("notice-replaced", &[("title", title.as_str().into())]),
                ..view::Link::default()
            };
            notice("replaced", String::new(), Some(link));
        } else if facts.is_unlisted(of, article) {
            notice("retired", self.text("notice-retired", &[]), None);
        }
        if article.front.draft {
            notice("draft", self.text("draft-notice", &[]), None);
        }
        notices
    }

    /// Sets what other sites are told when the page is shared, where the site knows its own address.
    fn share(&mut self, article: &Article) {
        let Some(url) = self.renderer.setting.absolute(&self.path) else { return };
        let underscored = |locale: &Locale| locale.tag().replace('-', "_");
        let others = self.page.alternates.iter().filter(|other| other.hreflang != self.locale.locale.tag());
        self.page.og = Some(view::OpenGraph {
            kind: "article".to_owned(),
            url: url.clone(),
            locale: underscored(&article.locale),
            alternates: others.map(|other| other.hreflang.replace('-', "_")).collect(),
            image: None,
        });
        let mut data = json!({
            "@type": "TechArticle",
            "headline": self.page.title,
            "inLanguage": article.locale.tag(),
            "url": url,
        });
        if let Some(description) = &self.page.description {
            data["description"] = json!(description);
        }
        let front = &article.front;
        if let (Some(published), Some(modified)) = (front.date.or(front.translated), front.date.max(front.translated)) {
            data["datePublished"] = json!(published.to_string());
            data["dateModified"] = json!(modified.to_string());
        }
        self.data = Some(data);
    }

    /// Sets the way to the page: links, and its own name last. A path may name a place of its page.
    ///
    /// Search engines are told of the way together with the article.
    pub fn breadcrumb(&mut self, links: &[(String, &str)], own: Option<String>) {
        let setting = &self.renderer.setting;
        let (mut steps, mut crumbs) = (Vec::new(), Vec::new());
        for (text, path) in links {
            let (path, place) = path.split_at(path.find('#').unwrap_or(path.len()));
            let href = Some(self.way(path) + place);
            crumbs.push(view::Link { text: text.clone(), href, ..view::Link::default() });
            steps.push((text.as_str(), setting.absolute(path).map(|url| url + place)));
        }
        crumbs.extend(own.map(|text| view::Link { text, ..view::Link::default() }));
        if let Some(article) = self.data.take() {
            steps.push((&self.page.title, None));
            let steps = steps.iter().zip(1..).map(|((name, url), position)| {
                let mut step = json!({ "@type": "ListItem", "position": position, "name": name });
                if let Some(url) = url {
                    step["item"] = json!(url);
                }
                step
            });
            let way = json!({ "@type": "BreadcrumbList", "itemListElement": steps.collect::<Vec<_>>() });
            let data = json!({ "@context": "https://schema.org", "@graph": [article, way] });
            self.page.json_ld = Some(view::Json::new(&data));
        }
        self.page.breadcrumb = crumbs;
    }
}

/// Returns the language and direction of a text that stands on a page of another language.
pub fn foreign(of: &Locale, page: &Locale) -> (Option<String>, Option<String>) {
    if of == page {
        return (None, None);
    }
    (Some(of.tag().to_owned()), Some(i18n::direction(of).html().to_owned()))
}

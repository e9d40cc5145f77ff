//! What every page has: the variables `site`, `page` and `languages`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Html, Json};

/// `site`: what is the same on every page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Site {
    /// In the language of the page.
    pub title: String,
    /// By the tag of a language that has its own.
    #[serde(skip)]
    pub titles: BTreeMap<String, String>,
    /// The logo's path from the site's root.
    pub logo: Option<String>,
    pub footer_links: Vec<FooterLink>,
    pub assets: Assets,
}

impl Site {
    /// Returns the title in the language of that tag.
    pub fn title_in(&self, tag: &str) -> &str {
        self.titles.get(tag).unwrap_or(&self.title)
    }
}

/// Paths of stylesheet, scripts and icon from the site's root; templates put `page.root` before them.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Assets {
    pub style: String,
    pub script: String,
    /// The box's script, which `script` brings in when it is needed.
    #[serde(rename = "box")]
    pub search_box: String,
    /// Full-text search, which the box brings in; not where the site is built without.
    pub search: Option<String>,
    /// The script that compares with the original and copies answers, likewise.
    pub reading: String,
    /// The script of pages that choose a language.
    pub language: String,
    pub icon: String,
    /// The site's own `static/custom.css`, where it has one.
    pub custom: Option<String>,
}

/// A link of the footer; its address is absolute, or goes from the site's root.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FooterLink {
    pub text: String,
    pub href: String,
    /// Whether the address is absolute.
    pub external: bool,
}

/// `page`: what every page has.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Page<'r> {
    /// The locale's tag: `zh-CN`. Interface texts are in this language.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// The way to the site's root: `../../../`, or an absolute path on pages that answer at any address (404).
    pub root: String,
    /// The locale's home, index of codes, articles, search page.
    pub home: String,
    pub errors: String,
    pub articles: String,
    pub search: String,
    /// The locale's data for the box ([`codes`](super::codes)).
    pub codes: Option<String>,
    /// The folder of the locale's index for full-text search.
    pub index: Option<String>,
    /// Without the site's title.
    pub title: String,
    pub description: Option<String>,
    pub robots: Option<String>,
    /// Absolute addresses, only with a base URL.
    pub canonical: Option<String>,
    pub alternates: Vec<Alternate>,
    pub x_default: Option<String>,
    pub og: Option<OpenGraph>,
    pub json_ld: Option<Json>,
    /// The locale's feed, where there is one.
    pub feed: Option<String>,
    /// The article as Markdown.
    pub markdown: Option<String>,
    pub breadcrumb: Vec<Link>,
    /// The page in all its languages, of which templates get [`Languages`].
    #[serde(skip)]
    pub locales: Vec<LocaleLink<'r>>,
    pub toc: Vec<TocEntry>,
    pub date: Option<Day>,
    pub notices: Vec<Notice>,
    /// Whether the page holds source sentences that can be shown.
    pub has_original: bool,
    /// The page of the source article, where the text was translated from it; named by its language.
    pub original: Option<Link>,
    /// Whether that page has a passage for each passage of this one.
    pub is_paired: bool,
    /// Where a passage of the translation can be reported; absolute.
    pub report: Option<String>,
    /// Whether the links to other languages stand at the page's end.
    pub ends_with_languages: bool,
    /// Where the text can be edited; absolute.
    pub edit: Option<String>,
    /// Where the translation that the page lacks can be written; absolute.
    pub translate: Option<String>,
    /// What the site says at the foot of its pages.
    pub footer: Option<Fragment>,
}

/// A fragment that the configuration names.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Fragment {
    pub html: Html,
    /// Set where the text's language is not the page's.
    pub lang: Option<String>,
    pub dir: Option<String>,
}

/// An address of this page in another language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Alternate {
    pub hreflang: String,
    pub href: String,
}

/// What Open Graph says about a page; addresses are absolute.
#[derive(Debug, Clone, Default, Serialize)]
pub struct OpenGraph {
    /// `website` or `article`.
    pub kind: String,
    pub url: String,
    /// With an underscore: `zh_CN`.
    pub locale: String,
    pub alternates: Vec<String>,
    pub image: Option<String>,
}

/// A link, or the name of the page itself where there is no address.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Link {
    pub text: String,
    pub href: Option<String>,
    /// Set where the text's language is not the page's.
    pub lang: Option<String>,
    pub dir: Option<String>,
}

/// The same page in a locale, for the language switcher.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LocaleLink<'r> {
    pub tag: &'r str,
    /// The language's own name: 한국어.
    pub name: &'r str,
    pub dir: &'static str,
    pub href: String,
    pub kind: LocaleKind,
    pub current: bool,
}

/// `languages`: the languages of a page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Languages {
    /// The list of links, as `language_list.html` makes it.
    pub list: Html,
    /// The name of the page's own language: 한국어.
    pub own: String,
    pub count: usize,
}

/// `language_list`: the links to a page's languages. It is made once for all pages that are there in the same languages,
/// and must not depend on anything else of a page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LanguageList<'r> {
    pub locales: Vec<LocaleLink<'r>>,
}

/// What stands behind a link of the language switcher.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LocaleKind {
    /// A text in that language.
    #[default]
    Own,
    /// A text in another language.
    Fallback,
    /// A source text put together from translations.
    Rebuilt,
}

/// A line of the table of contents.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TocEntry {
    pub level: u8,
    pub id: String,
    /// The heading's text, its literals marked.
    pub text: Html,
}

/// A day: for machines and for people.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Day {
    pub iso: String,
    pub text: String,
}

/// One line about the text as a whole.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Notice {
    /// `machine`, `outdated`, `fallback`, `rebuilt`, `retired`, `replaced`, `draft`.
    pub id: String,
    pub text: String,
    pub link: Option<Link>,
}

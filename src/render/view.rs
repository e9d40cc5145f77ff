//! What templates get: the names of these types' fields are the template variables.
//!
//! Every template has `site`, `page` and one variable named after its kind (`code.name`, `home.featured`).
//! Texts are plain and escaped where they are printed; only [`Html`] and [`Json`] are printed as they are.
//! Addresses are relative to the page, except where a field says otherwise. An absent value is null,
//! never a missing field, so that the engine can tell a misspelt name from an empty one.

use std::collections::BTreeMap;

use serde::Serialize;

/// Text that is HTML already, made by `render::html`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Html(pub String);

/// JSON for the inside of a `<script>` element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Json(String);

impl Json {
    /// Returns `value` as JSON that no text in it can end early: `<` is written as an escape.
    pub fn new(value: &serde_json::Value) -> Self {
        Self(value.to_string().replace('<', "\\u003c"))
    }
}

/// A kind of page: the template that shows it and the variable that the template finds it in.
pub trait View: Serialize {
    /// The template's name, `code.html`; its stem is the variable's name.
    const TEMPLATE: &'static str;
}

macro_rules! views {
    ($($view:ty, $template:literal);* $(;)?) => {
        $(impl View for $view { const TEMPLATE: &'static str = $template; })*

        /// Calls `$each` with the template's name and an empty value of every kind of page.
        pub(super) fn each_kind(mut each: impl FnMut(&'static str, tera::Value)) {
            $(each($template, tera::Value::from_serializable(&<$view>::default()));)*
        }
    };
}

views! {
    Home, "home.html";
    Errors, "errors.html";
    Code, "code.html";
    Article, "article.html";
    Articles, "articles.html";
    Parameter, "parameter.html";
    Mention, "mention.html";
    Search, "search.html";
    List, "list.html";
    NotFound, "not_found.html";
    LanguageList<'_>, "language_list.html";
    LanguageRoot<'_>, "language_root.html";
    CodeRoot<'_>, "code_root.html";
    Status, "status.html";
    StatusLocale, "status_locale.html";
    Redirect, "redirect.html";
}

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
    /// The locale's data for the box ([`codes`]).
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

/// An error code in a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CodeEntry {
    pub code: String,
    /// The symbolic name.
    pub name: Option<String>,
    pub title: String,
    pub href: String,
    /// Set where the title's language is not the page's.
    pub lang: Option<String>,
    pub dir: Option<String>,
}

/// An article in a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ArticleEntry {
    pub title: String,
    pub href: String,
    pub description: Option<String>,
    pub lang: Option<String>,
    pub dir: Option<String>,
}

/// A sentence that mentions a code, and where it stands.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MentionEntry {
    pub title: String,
    pub href: String,
    pub sentence: String,
    pub lang: Option<String>,
    pub dir: Option<String>,
}

/// A part of a list that has an address of its own.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Part {
    pub text: String,
    pub href: String,
    pub current: bool,
}

/// `home`: a locale's first page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Home {
    /// The site's own introduction.
    pub intro: Option<Fragment>,
    pub featured: Vec<CodeEntry>,
    pub newest: Vec<CodeEntry>,
    pub families: Vec<FamilyLink>,
}

/// A family of codes, as the home page links it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FamilyLink {
    pub name: String,
    pub href: String,
    /// How many codes it has, in the locale's digits.
    pub count: String,
}

/// `errors`: all codes by family.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Errors {
    pub families: Vec<Family>,
}

/// A family and its codes.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Family {
    /// Names the section: `aadsts`.
    pub id: String,
    pub name: String,
    pub count: String,
    pub entries: Vec<CodeEntry>,
    /// The parts of a family that is too long for one page; `entries` is empty then.
    pub parts: Vec<Part>,
}

/// An article's text.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Text {
    pub html: Html,
    /// The language that the text is in.
    pub lang: String,
    pub dir: String,
    /// Whether that is another language than the page's.
    pub foreign: bool,
}

/// `code`: an error code and the article about it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Code {
    pub code: String,
    /// The symbolic name.
    pub name: Option<String>,
    /// The sentence that says what the code means, in the text's language, literals marked: the message, else the
    /// title.
    pub message: Html,
    /// The article's title, where it says more than code and message; literals marked.
    pub title: Option<Html>,
    /// The id of the article's first heading.
    pub title_id: Option<String>,
    /// The id of the place that says what to do.
    pub first_step: Option<String>,
    pub text: Text,
    /// The page that shows this article, where it is not this one (an article about several codes).
    pub shown_at: Option<CodeEntry>,
    /// The locale's own articles about the code, where the text is another language's.
    pub own: Vec<ArticleEntry>,
    /// Further articles about the code.
    pub related: Vec<ArticleEntry>,
    pub mentions: Mentions,
}

/// Sentences that mention a code, at most twenty, and where the others are.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Mentions {
    pub entries: Vec<MentionEntry>,
    /// The page with all of them, where there are more.
    pub all: Option<String>,
    /// How many there are.
    pub count: usize,
}

/// `article`: an article under its own path.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Article {
    /// With its literals marked.
    pub title: Html,
    pub title_id: Option<String>,
    pub text: Text,
    /// The codes that it is about.
    pub codes: Vec<CodeEntry>,
}

/// `articles`: all articles, by initial.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Articles {
    pub groups: Vec<ArticleGroup>,
    /// The parts of a list that is too long for one page; `groups` is empty then.
    pub parts: Vec<Part>,
}

/// Articles with one initial.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ArticleGroup {
    pub initial: Option<String>,
    pub entries: Vec<ArticleEntry>,
}

/// `parameter`: an error parameter and the errors that return it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Parameter {
    pub name: String,
    /// What servers say with it, each text once.
    pub texts: Vec<ParameterText>,
}

/// One description of a parameter.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ParameterText {
    /// Byte for byte.
    pub text: String,
    pub codes: Vec<CodeEntry>,
    /// Articles without a code that have it.
    pub articles: Vec<ArticleEntry>,
}

/// `mention`: a code that no article is about.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Mention {
    pub code: String,
    pub name: Option<String>,
    pub mentions: Mentions,
}

/// `search`: where results are shown.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Search {}

/// `list`: a part of a long list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct List {
    pub codes: Vec<CodeEntry>,
    pub articles: Vec<ArticleEntry>,
    pub mentions: Vec<MentionEntry>,
    pub parts: Vec<Part>,
    pub previous: Option<String>,
    pub next: Option<String>,
}

/// `not_found`: the page for addresses that are none.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NotFound {
    /// All languages, where the page is the whole site's.
    pub locales: Vec<NotFoundLocale>,
}

/// A language that an address without a page may mean.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NotFoundLocale {
    pub tag: String,
    /// The language's own name.
    pub name: String,
    pub dir: String,
    /// Its home.
    pub href: String,
    /// Its data for the box ([`codes`]).
    pub codes: String,
}

/// `language_root`: the page that chooses a language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LanguageRoot<'r> {
    pub locales: Vec<LocaleLink<'r>>,
}

/// `code_root`: a code's page that chooses a language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CodeRoot<'r> {
    pub code: String,
    pub name: Option<String>,
    pub locales: Vec<LocaleLink<'r>>,
}

/// `redirect`: an address that leads to another page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Redirect {
    pub href: String,
    /// The title of the page that it leads to.
    pub title: String,
}

/// `status`: how far each translation is.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Status {
    pub rows: Vec<StatusRow>,
}

/// One locale's numbers, in digits of the page's locale.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StatusRow {
    pub tag: String,
    pub name: String,
    pub dir: String,
    pub href: String,
    pub articles: String,
    /// A share: `96 %`.
    pub translated: String,
    pub machine: String,
    pub outdated: String,
    pub unknown: String,
    pub missing: String,
    pub rebuilt: String,
}

/// `status_locale`: one locale's articles that want work.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StatusLocale {
    pub name: String,
    pub rows: Vec<StatusArticle>,
}

/// An article and the state of its translation.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StatusArticle {
    pub title: String,
    pub href: Option<String>,
    /// `missing`, `outdated`, `machine`, `unknown`.
    pub state: String,
    pub lang: Option<String>,
    pub dir: Option<String>,
    pub date: Option<Day>,
}

/// The data that the box works with, one file a locale.
pub mod codes {
    use serde::Serialize;

    /// `/_/codes.<locale>.json`, version 1.
    ///
    /// Addresses follow from slugs: `<home>errors/<slug>/`, `<home>parameters/<name>/`.
    #[derive(Debug, Clone, Serialize)]
    pub struct Codes {
        pub version: u32,
        pub words: Words,
        pub codes: Vec<Entry>,
        /// Names of parameters.
        pub parameters: Vec<String>,
    }

    /// What the box says, in the locale's language; `{what}` stands for a code, a name or a parameter.
    #[derive(Debug, Clone, Default, Serialize)]
    pub struct Words {
        pub recognised: String,
        pub enter: String,
        pub none: String,
        pub unknown: String,
        pub nearest: String,
        /// How many results are listed: one, two and so on.
        pub results: Vec<String>,
        pub support: String,
        pub privacy: String,
        pub copy: String,
        pub copied: String,
    }

    /// One code, as a row to keep the file small: canonical spelling, slug where that is not the spelling in lower
    /// case, symbolic name or nothing, title, and its language where that is not the locale's.
    #[derive(Debug, Clone, Serialize)]
    pub struct Entry(
        pub String,
        pub String,
        pub String,
        pub String,
        #[serde(skip_serializing_if = "Option::is_none")] pub Option<String>,
    );
}

//! What templates get: the names of these types' fields are the template variables.
//!
//! Every template has `site`, `page` and one variable named after its kind (`code.name`, `home.featured`).
//! Texts are plain and escaped where they are printed; only [`Html`] and [`Json`] are printed as they are.
//! Addresses are relative to the page, except where a field says otherwise. An absent value is null,
//! never a missing field, so that the engine can tell a misspelt name from an empty one.

pub mod codes;
mod lists;
mod page;
mod status;

use serde::Serialize;

pub use lists::*;
pub use page::*;
pub use status::*;

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

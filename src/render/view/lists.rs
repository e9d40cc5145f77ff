//! Pages that are lists, and the entries of lists on other pages.

use serde::Serialize;

use super::Fragment;

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

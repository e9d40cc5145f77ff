//! How far translations are.

use serde::Serialize;

use super::Day;

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

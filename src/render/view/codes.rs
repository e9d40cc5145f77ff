//! The data that the box works with, one file a locale.

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

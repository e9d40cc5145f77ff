//! What is to be published.

use std::path::PathBuf;

/// One file of the site.
#[derive(Debug, Clone)]
pub struct Artifact {
    /// Its path in the site, with `/`, neither absolute nor with `.` or `..`: `ko/errors/aadsts50000/index.html`.
    pub path: String,
    pub content: Content,
}

/// What a published file holds.
#[derive(Debug, Clone)]
pub enum Content {
    Bytes(Vec<u8>),
    /// A file that is copied as it is: a picture beside an article.
    Copy(PathBuf),
}

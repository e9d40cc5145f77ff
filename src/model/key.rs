//! What names an article in all its locales.

use std::fmt;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

/// The path that all translations of one article share: without locale and extension, lower case, NFC, with `/`.
///
/// Made from a path of the disk; two paths that make one key claim one address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleKey(Arc<str>);

impl ArticleKey {
    /// Returns the key of `path` (relative to the locale's folder, with `/`, ending `.md`, `.mdx` or neither).
    pub fn new(path: &str) -> Self {
        let stem = stem(path).unwrap_or(path);
        if stem.is_ascii() {
            return Self(stem.to_ascii_lowercase().into());
        }
        Self(stem.nfc().collect::<String>().to_lowercase().nfc().collect::<String>().into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Tells whether the key is that of a fragment: a file below a folder `includes`.
    pub fn is_fragment(&self) -> bool {
        let mut folders = self.0.split('/');
        folders.next_back();
        folders.any(|folder| folder == "includes")
    }
}

/// Returns `path` without `.md` or `.mdx`, in any case, or `None` where it has another ending: it is no article's.
pub fn stem(path: &str) -> Option<&str> {
    let (stem, extension) = path.rsplit_once('.')?;
    ["md", "mdx"].iter().any(|known| extension.eq_ignore_ascii_case(known)).then_some(stem)
}

impl fmt::Display for ArticleKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

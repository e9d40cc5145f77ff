//! What an article's front matter says, in our own words whatever form it was published in.

use std::fmt;

use super::date::Date;
use crate::source::Span;

/// The longest front matter that is read, in bytes.
pub const MAX_BYTES: usize = 64 << 10;

/// The names of the keys that mean something here, ours and published ones, in lower case.
pub const KEYS: [&str; 25] = [
    "aliases",
    "allow",
    "date",
    "description",
    "draft",
    "error_codes",
    "ids",
    "keywords",
    "ms.contentlocale",
    "ms.custom",
    "ms.date",
    "ms.lasthandoff",
    "ms.openlocfilehash",
    "ms.service",
    "ms.sourcegitcommit",
    "ms.topic",
    "ms.translationtype",
    "replaced_by",
    "retired",
    "robots",
    "source_commit",
    "source_hash",
    "title",
    "translated",
    "translation",
];

/// The front matter of one article; a key that is absent is `None` or empty.
///
/// Keys are matched without regard to case. A key that is not known here stays in the text and is
/// nobody's error.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The text between the two lines of dashes.
    pub span: Option<Span>,
    /// The keys at the top level that are known here ([`KEYS`]), in the order of the text.
    pub keys: Vec<Key>,
    /// Where the names of the other keys at the top level stand, in the order of the text.
    pub others: Vec<Span>,
    pub title: Option<Box<str>>,
    pub description: Option<Box<str>>,
    pub keywords: Vec<Box<str>>,
    /// `date`, `ms.date`: when the text was last written.
    pub date: Option<Date>,
    /// Primary codes, as they are spelt in `error_codes`.
    pub error_codes: Vec<Box<str>>,
    /// `translation`, `ms.translationtype`.
    pub translation: Option<Translation>,
    /// `source_hash`, `ms.openlocfilehash`: which text of the source this was made from.
    pub source_hash: Option<SourceHash>,
    /// `source_commit`, `ms.sourcegitcommit`.
    pub source_commit: Option<Box<str>>,
    /// `translated`, `ms.lasthandoff`: when the translation was made.
    pub translated: Option<Date>,
    /// `robots`, in lower case.
    pub robots: Option<Box<str>>,
    /// `ids`, `ms.custom`: numbers and texts alike as text.
    pub ids: Vec<Box<str>>,
    /// `ms.topic`, `ms.service`.
    pub topic: Option<Box<str>>,
    pub service: Option<Box<str>>,
    /// `ms.contentlocale`, as written.
    pub content_locale: Option<Box<str>>,
    pub draft: bool,
    /// Further addresses of the page, below its locale.
    pub aliases: Vec<Box<str>>,
    /// Rules that are silent in this article.
    pub allow: Vec<Box<str>>,
    /// Since when the page is kept for its address only.
    pub retired: Option<Date>,
    /// The article that took its place.
    pub replaced_by: Option<Box<str>>,
}

impl FrontMatter {
    /// Returns the key `name`, which is one of [`KEYS`], in whatever case it is written.
    pub fn key(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.name() == name)
    }

    /// Returns the first of `names` that is there: the same thing has our name and a published one.
    pub fn key_of(&self, names: &[&str]) -> Option<&Key> {
        names.iter().find_map(|name| self.key(name))
    }
}

/// One key of front matter and where it stands; every article keeps a dozen of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its place in [`KEYS`].
    number: u8,
    /// How long the name is, and where it starts.
    length: u8,
    start: u32,
    value: Span,
}

impl Key {
    /// Returns the key that `written` names in any case, if it is one of [`KEYS`], with the places of its name and its
    /// value.
    pub fn known(written: &str, name: Span, value: Span) -> Option<Self> {
        let number = KEYS.iter().position(|name| written.eq_ignore_ascii_case(name))?;
        let number = u8::try_from(number).expect("fewer keys than 256");
        // No way to write one of them is longer.
        let length = u8::try_from(name.range().len()).unwrap_or_default();
        Some(Self { number, length, start: name.start, value })
    }

    /// Returns where the name stands as it is written.
    pub fn name_span(&self) -> Span {
        let start = self.start as usize;
        Span::new(self.value.source, start..start + usize::from(self.length))
    }

    /// Returns where the value stands, from its first character to its last, without a comment behind it; empty where
    /// there is none.
    pub fn value_span(&self) -> Span {
        self.value
    }

    /// Returns the name as [`KEYS`] has it.
    pub fn name(&self) -> &'static str {
        KEYS[usize::from(self.number)]
    }
}

/// How a text came into being.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Translation {
    Source,
    Human,
    PostEdited,
    Machine,
}

impl Translation {
    /// Reads our own words.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "source" => Some(Self::Source),
            "human" => Some(Self::Human),
            "post-edited" => Some(Self::PostEdited),
            "machine" => Some(Self::Machine),
            _ => None,
        }
    }

    /// Reads `ms.translationtype`.
    pub fn published(text: &str) -> Option<Self> {
        match text.to_ascii_lowercase().as_str() {
            "ht" => Some(Self::Human),
            "mt" | "auto" => Some(Self::Machine),
            _ => None,
        }
    }
}

/// The digest of the text that a translation was made from.
///
/// Digests of different keys say nothing about each other, nor do those of different lengths.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceHash {
    /// `source_hash`: SHA-256 over title, description and body, each followed by LF, line ends LF.
    Text(Box<str>),
    /// `ms.openlocfilehash`: SHA-1 (40 digits) or SHA-256 (64) of the source file's bytes.
    File(Box<str>),
}

impl SourceHash {
    /// Returns the digits, in lower case.
    pub fn digits(&self) -> &str {
        match self {
            Self::Text(digits) | Self::File(digits) => digits,
        }
    }

    /// Tells whether the two can be compared: one key, one length.
    pub fn is_comparable(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other) && self.digits().len() == other.digits().len()
    }
}

impl fmt::Display for SourceHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.digits())
    }
}

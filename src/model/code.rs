//! Error codes: identifiers of a family, one canonical spelling each.

use std::fmt;
use std::sync::Arc;

use super::literal::Side;
use crate::source::Span;

/// An error code in canonical spelling, such as `AADSTS50000` or `0x8004DE40`.
///
/// Two spellings of one code compare equal, so the code can name a page. Ordered by family, then by number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ErrorCode {
    /// The id of its family: `aadsts`.
    pub family: Arc<str>,
    /// The canonical spelling.
    pub text: Arc<str>,
    /// Its name in addresses, with the family's prefix: `aadsts50000`, `http-404`.
    pub slug: Arc<str>,
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// What an article must speak of before something that looks like a code is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// Nothing: the form is enough.
    Any,
    /// Mail delivery.
    Mail,
    /// Errors, and not mail: a bare HTTP status beside the word "error".
    Errors,
    /// Not mail: a status with `HTTP` or its reason phrase beside it.
    NotMail,
}

/// Where in an article a code stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// In the first heading.
    Title,
    Heading,
    CodeSpan,
    Text,
}

/// A place where an article has an error code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeMention {
    pub code: ErrorCode,
    pub position: Position,
    pub context: Context,
    pub span: Span,
    pub side: Side,
    pub segment: Option<u32>,
    pub block: u32,
}

/// A code with what is said of it: `**AADSTS50000**: TokenIssuanceError - There's an issue …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Introduction {
    pub code: ErrorCode,
    /// The symbolic name.
    pub name: Option<Span>,
    /// The sentence behind the dash.
    pub message: Option<Span>,
    pub side: Side,
    pub segment: Option<u32>,
    pub block: u32,
}
#[derive(Debug, Default)]
pub struct Families;

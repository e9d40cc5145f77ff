//! Comments in articles that silence rules for one block.

use crate::source::Span;

/// `<!-- faultbook: allow(rule, rule) reason -->`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// The whole comment.
    pub span: Span,
    /// The names of rules as they are written, with their places; empty where the comment is malformed.
    pub rules: Vec<(Box<str>, Span)>,
    /// Whether it says why.
    pub has_reason: bool,
    /// The block that it is for: the next one, or the one that it stands in.
    pub block: Option<Span>,
}

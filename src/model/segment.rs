//! Segments: sentences that carry their source text with them.

use crate::source::Span;

/// A translated sentence and the source sentence beside it (DocFX side-by-side markup).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// What `data-ttu-id` says: `137fa-104`.
    pub id: Box<str>,
    /// The translation, without its tags.
    pub target: Span,
    /// The source sentence, without its tags.
    pub source: Span,
    /// Index of the block that it stands in, in `Article::blocks`.
    pub block: u32,
}

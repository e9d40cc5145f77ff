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

/// Returns which of `segments`, which are in the order of the text, `span` stands in, on either side.
pub fn at(segments: &[Segment], span: Span) -> Option<u32> {
    let index = segments.partition_point(|segment| segment.target.start <= span.start).checked_sub(1)?;
    let segment = &segments[index];
    (segment.target.contains(span) || segment.source.contains(span))
        .then(|| u32::try_from(index).expect("fewer segments than bytes"))
}

//! Segments: sentences that carry their source text with them.

use std::num::NonZeroU32;

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

/// The place of a segment in its article's table. Literals have one or none, by the hundred thousand, so that one takes
/// no more room than none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Index(NonZeroU32);

impl Index {
    /// Returns the place, from 0.
    pub fn get(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// Returns which of `segments`, which are in the order of the text, `span` stands in, on either side.
pub fn at(segments: &[Segment], span: Span) -> Option<Index> {
    let behind = segments.partition_point(|segment| segment.target.start <= span.start);
    let segment = &segments[behind.checked_sub(1)?];
    let index = NonZeroU32::new(u32::try_from(behind).expect("fewer segments than bytes"))?;
    (segment.target.contains(span) || segment.source.contains(span)).then_some(Index(index))
}

//! Texts that were read, and places in them.
//!
//! Every text has one [`SourceId`]; a [`Span`] is a range of bytes in one of them. Lines and columns
//! are worked out where a place is shown, and nowhere else.

pub mod edit;
pub mod lines;

use std::ops::Range;

/// Names one text of a [`SourceMap`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// A range of bytes in one text; `start..end`, both on character borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub source: SourceId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// Returns the span of `range` in `source`; texts are shorter than 4 GiB ([`MAX_BYTES`]).
    pub fn new(source: SourceId, range: Range<usize>) -> Self {
        let offset = |at: usize| u32::try_from(at).expect("load() refuses texts over MAX_BYTES");
        Self { source, start: offset(range.start), end: offset(range.end) }
    }

    /// Returns the bytes as a range for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Tells whether `other` lies within this span.
    pub fn contains(self, other: Span) -> bool {
        self.source == other.source && self.start <= other.start && other.end <= self.end
    }
}

/// The longest text that is read, in bytes.
pub const MAX_BYTES: usize = 256 << 20;

/// One text: an article, a configuration file, a template.
#[derive(Debug, Clone)]
pub struct Source {
    pub id: SourceId,
    /// The path as people know it: relative to the working directory where possible, with `/`.
    pub path: Box<str>,
    pub text: Box<str>,
}

impl Source {
    /// Returns the text of `span`, which must be one of this source.
    pub fn slice(&self, span: Span) -> &str {
        debug_assert_eq!(self.id, span.source);
        &self.text[span.range()]
    }
}

/// All texts of one run, or some of them under the names that they have there.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    /// By name; where all are here, each stands at the place of its number.
    sources: Vec<Source>,
}

impl FromIterator<Source> for SourceMap {
    fn from_iter<T: IntoIterator<Item = Source>>(sources: T) -> Self {
        let mut sources: Vec<Source> = sources.into_iter().collect();
        sources.sort_unstable_by_key(|source| source.id);
        Self { sources }
    }
}

impl SourceMap {
    /// Takes `text` in and returns its name; `path` is kept as it is.
    pub fn add(&mut self, path: impl Into<Box<str>>, text: impl Into<Box<str>>) -> SourceId {
        let id =
            SourceId(self.sources.last().map_or(0, |last| last.id.0.checked_add(1).expect("fewer than 2^32 files")));
        self.sources.push(Source { id, path: path.into(), text: text.into() });
        id
    }

    /// Returns the text of that name.
    ///
    /// # Panics
    /// Where `id` is of a text that is not here.
    pub fn get(&self, id: SourceId) -> &Source {
        match self.sources.get(id.0 as usize) {
            Some(source) if source.id == id => source,
            _ => {
                let place = self.sources.binary_search_by_key(&id, |source| source.id);
                &self.sources[place.expect("names stay with their texts")]
            }
        }
    }

    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source).slice(span)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.sources.iter()
    }
}

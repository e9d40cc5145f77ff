//! How far suppressions reach, and which of them a finding falls under.

use crate::diag::Place;
use crate::source::Span;

/// How far a suppression reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Whole files.
    File,
    /// One block; none where nothing follows.
    Block(Option<Span>),
}

/// The suppressions of one rule in one text, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Reached {
    files: Vec<usize>,
    /// In the order in which blocks begin, each with the furthest end up to it.
    blocks: Vec<(Span, u32, usize)>,
}

impl Reached {
    /// Adds a suppression; those of blocks come in the order in which the blocks begin.
    pub(super) fn add(&mut self, reach: Reach, number: usize) {
        match reach {
            Reach::File => self.files.push(number),
            Reach::Block(Some(block)) => {
                let furthest = self.blocks.last().map_or(0, |(_, furthest, _)| *furthest).max(block.end);
                self.blocks.push((block, furthest, number));
            }
            Reach::Block(None) => {}
        }
    }

    /// Returns the suppressions that a finding at `place` falls under.
    pub(super) fn by(&self, place: &Place) -> impl Iterator<Item = usize> {
        let span = if let Place::Span(span) = place { Some(*span) } else { None };
        let end = span.map_or(0, |span| self.blocks.partition_point(|(block, ..)| block.start <= span.start));
        let reaching = self.blocks[..end].iter().rev();
        let in_blocks = reaching
            .take_while(move |(_, furthest, _)| span.is_some_and(|span| *furthest >= span.start))
            .filter(move |(block, ..)| span.is_some_and(|span| is_within(span, *block)))
            .map(|(.., number)| *number);
        self.files.iter().copied().chain(in_blocks)
    }
}

/// Tells whether `place` begins in `block`; what is missing there is reported behind its last character.
fn is_within(place: Span, block: Span) -> bool {
    block.start <= place.start && (place.start < block.end || place.is_empty() && place.start == block.end)
}

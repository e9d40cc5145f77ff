//! What the other articles have in the place of a passage: the source and the other translations.

use crate::check::context::GroupContext;
use crate::check::plain::shape;
use crate::markdown::prose::{Run, RunKind};
use crate::model::literal::Side;
use crate::source::Span;

/// The other articles of one passage, and which of them have a name there.
pub struct Peers<'c> {
    /// Each article that has the passage, with what it says there and where the name stands in it.
    passages: Vec<(usize, &'c [Run<'c>], Option<Span>)>,
    pub all: usize,
    pub keep: usize,
    /// Where the first of them has the name.
    pub place: Option<Span>,
}

impl<'c> Peers<'c> {
    /// Looks for `name` in the passages of the lead's block `at` in all articles but one.
    pub fn of(context: &GroupContext<'c>, article: usize, at: u32, name: &str) -> Self {
        let others = (0..context.prose.len()).filter(|&other| other != article);
        let passage = |other: usize| {
            let runs = context.prose[other].block(context.readings.block(other, at)?);
            Some((other, runs, place(runs, name)))
        };
        let passages: Vec<_> = others.filter_map(passage).collect();
        let place = passages.iter().find_map(|(.., place)| *place);
        let keep = passages.iter().filter(|(.., place)| place.is_some()).count();
        Self { all: passages.len(), keep, place, passages }
    }

    /// Says that so many of all articles have a name somewhere, the first of them at `place`.
    pub fn everywhere(keep: usize, all: usize, place: Span) -> Self {
        Self { passages: Vec::new(), all: all.saturating_sub(1), keep, place: Some(place) }
    }

    /// Tells whether more than half of them have the name: one that is alone, or two at least.
    pub fn most_have(&self) -> bool {
        self.keep * 2 > self.all && (self.keep >= 2 || self.all == 1)
    }

    /// Tells whether one article has the name.
    pub fn have(&self, article: usize) -> bool {
        self.passages.iter().any(|(other, _, place)| *other == article && place.is_some())
    }

    /// Tells whether one of them has `text` in the passage.
    pub fn any_has(&self, text: &str) -> bool {
        self.passages.iter().any(|(_, runs, _)| has(runs, text))
    }

    /// Returns how often the first that has the name has `name` in the passage.
    pub fn times(&self, name: &str) -> usize {
        self.passages.iter().find(|(.., place)| place.is_some()).map_or(0, |(_, runs, _)| times(runs, name))
    }

    /// Returns the articles.
    pub fn others(&self) -> impl Iterator<Item = usize> {
        self.passages.iter().map(|(other, ..)| *other)
    }
}

/// Returns the runs of plain text that an article says itself.
pub fn own_text<'c>(runs: &'c [Run<'c>]) -> impl Iterator<Item = &'c Run<'c>> {
    runs.iter().filter(|run| run.side == Side::Target && run.kind == RunKind::Text)
}

/// Tells whether one of `runs` has a word by itself.
pub fn has(runs: &[Run<'_>], word: &str) -> bool {
    place(runs, word).is_some()
}

/// Returns how often `runs` have a word by itself.
pub fn times(runs: &[Run<'_>], word: &str) -> usize {
    own_text(runs).map(|run| shape::places(&run.text, word).count()).sum()
}

/// Returns where the first of `runs` has a word by itself.
pub fn place(runs: &[Run<'_>], word: &str) -> Option<Span> {
    let mut runs = own_text(runs).filter(|run| run.text.len() >= word.len());
    runs.find_map(|run| shape::places(&run.text, word).next().map(|range| run.span_of(&range)))
}

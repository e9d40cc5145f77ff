//! What a block says in one run of text, with the way back to the source.

use std::ops::Range;

use crate::markdown::prose::{Run, RunKind};
use crate::model::literal::Side;
use crate::source::Span;

/// Stands where something is that belongs to no word: a code span that is left out, a tag, a picture.
pub const BORDER: char = '\u{1}';

/// A block's text on one side.
pub struct BlockText {
    pub text: String,
    /// For each run: where it starts in `text`, how long it is there, and its bytes in the source.
    places: Vec<(usize, usize, Span)>,
}

impl BlockText {
    /// Joins the runs of a block that stand on `side` and are plain text; code is left out.
    pub fn plain(runs: &[Run<'_>], side: Side) -> Self {
        Self::of(runs, side, |kind| matches!(kind, RunKind::Text | RunKind::Break))
    }

    /// Joins the code spans in the runs of a block on `side`.
    pub fn code(runs: &[Run<'_>], side: Side) -> Self {
        Self::of(runs, side, |kind| kind == RunKind::Code)
    }

    /// Joins all that readers read in the runs of a block on `side`, code spans too.
    pub fn whole(runs: &[Run<'_>], side: Side) -> Self {
        Self::of(runs, side, |kind| kind != RunKind::Html)
    }

    fn of(runs: &[Run<'_>], side: Side, is_read: impl Fn(RunKind) -> bool) -> Self {
        let runs = || runs.iter().filter(|run| run.side == side);
        let mut text = String::with_capacity(runs().map(|run| run.text.len() + 2).sum());
        let mut places = Vec::with_capacity(runs().count());
        let mut before = None;
        for run in runs() {
            // Two pictures or links side by side are no word.
            if run.link.is_some() && before.is_some() && run.link != before && !text.ends_with(BORDER) {
                text.push(BORDER);
            }
            before = run.link;
            let is_read = is_read(run.kind);
            // A link that shows its address ends where the next sentence may begin without a blank.
            let is_border = match run.kind {
                RunKind::Html => true,
                RunKind::Code => !is_read,
                _ => !is_read || run.link.is_some() && run.text.contains("://"),
            };
            if is_border {
                text.push(BORDER);
            }
            if is_read {
                places.push((text.len(), run.text.len(), run.span));
                text.push_str(&run.text);
            }
            if is_border {
                text.push(BORDER);
            }
        }
        Self { text, places }
    }

    /// Returns the bytes in the source that `range` of the text comes from; it holds no border alone.
    pub fn span(&self, range: &Range<usize>) -> Span {
        let at = |found: usize| &self.places[found.saturating_sub(1)];
        let first = at(self.places.partition_point(|(start, ..)| *start <= range.start));
        let last = at(self.places.partition_point(|(start, ..)| *start < range.end.max(range.start + 1)));
        let offset = |(start, length, span): &(usize, usize, Span), at: usize| {
            let inside = at.saturating_sub(*start).min(*length);
            if *length == span.range().len() { Some(span.start as usize + inside) } else { None }
        };
        let start = offset(first, range.start).unwrap_or(first.2.start as usize);
        let end = offset(last, range.end).unwrap_or(last.2.end as usize);
        Span::new(first.2.source, start..end.max(start))
    }
}

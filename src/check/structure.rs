//! How the structure of a translation departs from its origin's: passages that are lost, and those that
//! became something else.
//!
//! Blocks that the alignment leaves alone are looked at gap by gap, between neighbours that both articles
//! have. Where the text may be there in another form, nothing is said.

mod became;
mod fence;
mod lost;
mod unrelated;

use std::cell::OnceCell;
use std::collections::BTreeSet;

pub use became::{Became, is_word_of_alert};

use self::lost::Lengths;
use super::compare::Difference;
use crate::catalog::group::Group;
use crate::catalog::origin::{Evidence, Expected, Readings};
use crate::catalog::outline::{Outline, Passage};
use crate::markdown::prose::{Prose, RunKind};
use crate::model::document::{Block, BlockKind};
use crate::model::literal::{Literal, Side};
use crate::source::SourceMap;

/// From so many blocks on that the origin has not, an article translates another text of it: what it lacks
/// then is no loss.
const STRANGERS: usize = 3;

/// What happened to passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// They are nowhere.
    Lost,
    /// They are something else now.
    Became(Became),
    /// They stand in a code block that is never closed.
    Swallowed,
}

impl ChangeKind {
    /// Tells whether what stood in the passages cannot be found any more, so that nothing more is said of it.
    fn hides_more(self) -> bool {
        match self {
            Self::Lost | Self::Swallowed => true,
            Self::Became(became) => {
                matches!(became, Became::Signs | Became::NoHeading | Became::Code | Became::Table | Became::Joined)
            }
        }
    }
}

/// What happened to passages that follow each other.
#[derive(Debug, Clone)]
pub struct Change {
    pub kind: ChangeKind,
    /// The passages as the origin has them.
    pub passages: Vec<Passage>,
    /// Index of the article's block that they became.
    pub block: Option<u32>,
    pub evidence: Evidence,
}

/// So many free blocks are looked at for what a passage became.
const REACH: usize = 256;

/// All that happened to the structure of one article.
#[derive(Debug, Clone, Default)]
pub struct Structure {
    pub changes: Vec<Change>,
    /// The lead's blocks of which nothing more is to be said.
    gone: BTreeSet<u32>,
    /// The article's blocks that should be text and are code.
    coded: BTreeSet<u32>,
    /// Where the text starts that became code.
    swallowed: Option<u32>,
}

impl Structure {
    /// Compares the outline of one article with the one that it should have.
    pub fn of(
        group: &Group,
        sources: &SourceMap,
        readings: &Readings<'_>,
        prose: &[Prose<'_>],
        article: usize,
    ) -> Self {
        let Some(outline) = readings.outline(article).filter(|_| !prose.is_empty()) else { return Self::default() };
        let lengths = OnceCell::new();
        let view = View { group, sources, readings, prose, article, outline: &outline, lengths };
        let mut structure = Self::default();
        let end = match fence::unclosed(&view) {
            Some((change, start)) => {
                structure.swallowed = Some(start);
                let first = change.passages.first().map_or(u32::MAX, |passage| passage.column);
                structure.changes.push(change);
                first
            }
            None => u32::MAX,
        };
        if view.is_complete() {
            structure.changes.extend(lost::emptied(&view));
        } else {
            structure.changes.extend(view.gaps(end));
            structure.changes.extend(lost::emptied(&view));
            structure.drop_joined(&view);
            let unrelated = unrelated::of(&view);
            let strangers = view.strangers() + unrelated.lost.len();
            structure.gone.extend(unrelated.columns);
            structure.changes.extend(unrelated.lost);
            if strangers >= STRANGERS + structure.changes.len() {
                structure.changes.retain(|change| change.kind != ChangeKind::Lost);
            }
            lost::join_cells(&view, &mut structure.changes);
            lost::join_many(&mut structure.changes);
        }
        for change in &structure.changes {
            if change.kind == ChangeKind::Became(Became::Code) {
                structure.coded.extend(change.block);
            }
            if change.kind.hides_more() {
                structure.gone.extend(change.passages.iter().map(|passage| passage.column));
            }
            // Where a row lost a bar, its other cells moved up, so that none is where it should be.
            if change.kind == ChangeKind::Lost {
                structure.gone.extend(change.passages.iter().flat_map(|passage| view.row_before(passage)));
            }
            // A code span below an item that became code is a part of that code.
            if let (ChangeKind::Became(Became::Code), Some(last)) = (change.kind, change.passages.last()) {
                let behind =
                    view.outline.passages.iter().map(|passage| passage.column).find(|&at| at == last.column + 1);
                structure.gone.extend(behind.filter(|&at| readings.block(article, at).is_none()));
            }
        }
        structure.drop_children();
        structure.drop_outer();
        structure
    }

    /// Takes out that text became code where its neighbour, the item of a list that it stands below, is lost.
    fn drop_children(&mut self) {
        let is_lost = |change: &&Change| change.kind == ChangeKind::Lost && change.block.is_none();
        let lost = self.changes.iter().filter(is_lost).flat_map(|change| &change.passages);
        let lost: BTreeSet<u32> = lost.map(|passage| passage.column).collect();
        let is_child = |change: &Change| {
            let columns = change.passages.first().zip(change.passages.last());
            let is_beside = columns.is_some_and(|(first, last)| {
                lost.contains(&(last.column + 1)) || first.column.checked_sub(1).is_some_and(|at| lost.contains(&at))
            });
            change.kind == ChangeKind::Became(Became::Code) && is_beside
        };
        self.changes.retain(|change| !is_child(change));
    }

    /// Takes out what stands in a neighbour, if the article has blocks that nobody knows: it may stand there.
    fn drop_joined(&mut self, view: &View<'_>) {
        let explained = self.changes.iter().filter_map(|change| change.block).collect::<BTreeSet<u32>>();
        let explained = explained.into_iter().filter(|&block| !view.is_taken(block)).count();
        if view.strangers() > explained {
            let is_joined = |change: &Change| {
                matches!(change.kind, ChangeKind::Became(Became::Joined | Became::Heading))
                    && change.block.is_some_and(|block| view.is_taken(block))
            };
            self.changes.retain(|change| !is_joined(change));
        }
    }

    /// Takes out that items stand in the outer list where that list is broken.
    fn drop_outer(&mut self) {
        let is_list = |kind| matches!(kind, ChangeKind::Became(Became::List | Became::NoList | Became::Joined));
        if self.changes.iter().any(|change| is_list(change.kind)) {
            self.changes.retain(|change| change.kind != ChangeKind::Became(Became::Outer));
        }
    }

    /// Tells whether what is expected there is part of a change that is told as a whole.
    pub fn explains(&self, expected: &Expected<'_>) -> bool {
        expected.column.is_some_and(|column| self.is_gone(column))
    }

    /// Tells whether the lead's block is part of a change that is told as a whole.
    pub fn is_gone(&self, column: u32) -> bool {
        self.gone.contains(&column)
    }

    /// Tells whether the end of the article became code.
    pub fn is_swallowed(&self) -> bool {
        self.swallowed.is_some()
    }

    /// Tells whether a difference is part of a change that is told as a whole.
    pub fn explains_difference(&self, difference: &Difference<'_>) -> bool {
        let is_swallowed = |actual: &Literal| {
            self.swallowed.is_some_and(|start| actual.span.start >= start) || self.coded.contains(&actual.block)
        };
        match difference {
            Difference::Differs { expected, actual } | Difference::Moved { expected, actual } => {
                is_swallowed(actual) || self.explains(expected)
            }
            Difference::Missing(expected) | Difference::Fewer(expected) => self.explains(expected),
            Difference::Extra(actual) => is_swallowed(actual),
        }
    }
}

/// One article and what it should consist of.
struct View<'v> {
    group: &'v Group,
    sources: &'v SourceMap,
    readings: &'v Readings<'v>,
    prose: &'v [Prose<'v>],
    article: usize,
    outline: &'v Outline,
    /// How long the passages and their blocks are, once that is asked for.
    lengths: OnceCell<Lengths>,
}

impl View<'_> {
    fn block(&self, block: u32) -> &Block {
        &self.group.articles[self.article].blocks[block as usize]
    }

    fn original(&self, passage: &Passage) -> &Block {
        &self.group.articles[passage.article].blocks[passage.block as usize]
    }

    /// Returns what stands in a block of the article, without what stands for pictures.
    fn text(&self, block: u32) -> String {
        self.text_of(self.article, block)
    }

    /// Returns the same of a passage.
    fn original_text(&self, passage: &Passage) -> String {
        self.text_of(passage.article, passage.block)
    }

    fn text_of(&self, article: usize, block: u32) -> String {
        self.pieces(article, block).collect()
    }

    /// Returns how many characters a block's text has, counted up to some.
    fn length(&self, article: usize, block: u32, most: usize) -> usize {
        self.pieces(article, block).flat_map(str::chars).take(most).count()
    }

    fn pieces(&self, article: usize, block: u32) -> impl Iterator<Item = &str> {
        let prose = &self.prose[article];
        let is_picture = |link: Option<u32>| link.is_some_and(|link| prose.links[link as usize].is_picture);
        let runs = prose.block(block).iter();
        let runs =
            runs.filter(move |run| run.side == Side::Target && run.kind != RunKind::Html && !is_picture(run.link));
        runs.map(|run| &*run.text)
    }

    /// Tells whether a passage has words besides code spans.
    fn has_words(&self, passage: &Passage) -> bool {
        let runs = self.prose[passage.article].block(passage.block).iter();
        let mut runs = runs.filter(|run| run.side == Side::Target && run.kind == RunKind::Text);
        runs.any(|run| run.text.chars().any(char::is_alphanumeric))
    }

    /// Returns the lead's blocks that stand before the last cell of a row; of other passages none.
    fn row_before(&self, passage: &Passage) -> Vec<u32> {
        let passages = &self.outline.passages;
        let is_in_row = |other: &&Passage| self.are_in_row(passage, other);
        let at = passages.partition_point(|other| other.column < passage.column);
        let is_last = !passages.get(at + 1).as_ref().is_some_and(is_in_row);
        if self.original(passage).kind != BlockKind::Cell || !is_last {
            return Vec::new();
        }
        passages[..at].iter().rev().take_while(is_in_row).map(|passage| passage.column).collect()
    }

    /// Tells whether a cell and another passage stand in one row.
    fn are_in_row(&self, cell: &Passage, other: &Passage) -> bool {
        let (first, second) = (self.original(cell).span, self.original(other).span);
        let (start, end) = (first.end.min(second.end), first.start.max(second.start));
        let between = || &self.sources.get(first.source).text[start as usize..end.max(start) as usize];
        other.article == cell.article && self.original(other).kind == BlockKind::Cell && !between().contains('\n')
    }

    /// Tells whether every passage has its block and every block its passage.
    fn is_complete(&self) -> bool {
        let blocks = self.group.articles[self.article].blocks.len();
        blocks == self.outline.passages.len()
            && self.outline.passages.iter().all(|passage| self.readings.block(self.article, passage.column).is_some())
    }

    /// Returns how many blocks of the article translate nothing that the origin has.
    fn strangers(&self) -> usize {
        let blocks = u32::try_from(self.group.articles[self.article].blocks.len()).expect("fewer than bytes");
        (0..blocks).filter(|&block| !self.is_taken(block)).count()
    }

    /// Returns what happened to the passages before the lead's block `end`.
    fn gaps(&self, end: u32) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut gap = Gap { first: 0, passages: 0..0, blocks: 0..0 };
        for (number, passage) in self.outline.passages.iter().enumerate() {
            if passage.column >= end {
                break;
            }
            match self.readings.block(self.article, passage.column) {
                None => gap.passages.end = number + 1,
                Some(block) => {
                    gap.blocks.end = block;
                    changes.extend(self.gap(&gap));
                    gap = Gap { first: number, passages: number + 1..number + 1, blocks: block + 1..block + 1 };
                }
            }
        }
        if end == u32::MAX {
            gap.blocks.end = u32::try_from(self.group.articles[self.article].blocks.len()).expect("fewer than bytes");
            changes.extend(self.gap(&gap));
        }
        changes
    }

    /// Returns what happened in one gap: each passage goes with the first block that it may have become.
    fn gap(&self, gap: &Gap) -> Vec<Change> {
        let mut changes: Vec<Change> = Vec::new();
        if gap.passages.is_empty() {
            return changes;
        }
        let mut free: Vec<u32> = gap.blocks.clone().filter(|&block| !self.is_taken(block)).collect();
        let mut lost = Vec::new();
        for number in gap.passages.clone() {
            let passage = &self.outline.passages[number];
            let mut near = free.iter().enumerate().take(REACH);
            let found = near.find_map(|(at, &block)| Some((at, became::of(self, passage, block)?)));
            match found {
                Some((at, became)) => {
                    let block = free[at];
                    // Many cells, items or lines of a quote may have become one paragraph.
                    let source = self.sources.slice(self.block(block).span);
                    let may_go_on = match became {
                        Some(Became::Table) => true,
                        Some(Became::NoList | Became::Outer) => became::is_list(source),
                        Some(Became::Quote) => source.starts_with('＞'),
                        _ => false,
                    };
                    let used = if may_go_on { at } else { at + 1 };
                    free.drain(..used);
                    self.join(&mut changes, became, number, block);
                }
                None => lost.push(number),
            }
        }
        let other = free.iter().map(|&block| self.text(block).trim().chars().count()).sum();
        changes.extend(lost::of(self, gap, &lost, other));
        changes
    }

    /// Tells whether a block translates a passage that the outline lacks.
    fn is_taken(&self, block: u32) -> bool {
        self.readings.column(self.article, block).is_some()
    }

    /// Adds what became of a passage, to the last change where it is one with it.
    fn join(&self, changes: &mut Vec<Change>, became: Option<Became>, number: usize, block: u32) {
        let Some(became) = became else { return };
        let kind = ChangeKind::Became(became);
        let passage = self.outline.passages[number];
        if let Some(last) = changes.last_mut()
            && last.kind == kind
            && (matches!(became, Became::Table | Became::Quote | Became::Outer) || last.block == Some(block))
        {
            last.passages.push(passage);
            return;
        }
        let evidence = self.outline.evidence(number);
        changes.push(Change { kind, passages: vec![passage], block: Some(block), evidence });
    }

    /// Tells whether a block has text that a translation must have, too.
    fn says_something(&self, passage: &Passage) -> bool {
        let kind = self.original(passage).kind;
        matches!(kind, BlockKind::Heading(_) | BlockKind::Paragraph | BlockKind::Cell)
            && self.original_text(passage).chars().any(char::is_alphanumeric)
    }
}

/// Passages and blocks between two neighbours that both articles have.
struct Gap {
    /// The number of the passage before it.
    first: usize,
    /// Numbers of passages without a block.
    passages: std::ops::Range<usize>,
    /// The article's blocks between the neighbours.
    blocks: std::ops::Range<u32>,
}

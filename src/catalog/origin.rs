//! What each passage of an article is compared with, and on what evidence.
//!
//! The ladder is one for all kinds of literals: the article's own source segment, the source article,
//! the source segments of a sibling of the same version, what most articles of that version read, what
//! most siblings read, and at last a source that is known to be of another version.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::align::{Alignment, Signs, align_by};
use super::changed::Changed;
use super::column::{Column, vote};
use super::group::Group;
use super::ladder::Ladder;
use crate::markdown::prose::{Prose, RunKind};
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::model::locale::Locale;
use crate::model::segment;

/// Why a reading is taken for the right one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// The source sentence that side-by-side markup carries along.
    OwnSegment,
    /// The source article.
    Source(Locale),
    /// The source sentence in a sibling's side-by-side markup.
    Segment(Locale),
    /// So many of so many articles read like this.
    Majority { agree: usize, of: usize },
    /// The source article, though it is known to be of another version.
    OtherVersion(Locale),
}

/// A literal that an article should have.
#[derive(Debug, Clone)]
pub struct Expected<'g> {
    /// The literal as the origin has it, where it stands there.
    pub literal: &'g Literal,
    /// The lead's block that it belongs to; `None` for an own segment in a block that the lead has not.
    pub column: Option<u32>,
    /// The article's block where it should stand, where there is one.
    pub block: Option<u32>,
    /// The article's segment where it should stand.
    pub segment: Option<segment::Index>,
    pub evidence: Evidence,
}

/// The text that a passage translates: a block of an article, on one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// Index of the article that it stands in: the source, a sibling, or the translation itself.
    pub article: usize,
    /// Index of the block there.
    pub block: u32,
    /// The source sentences of side-by-side markup, or the article's own text.
    pub side: Side,
    pub evidence: Evidence,
}

/// All literals of a group, by kind and by the lead's block.
pub struct Readings<'g> {
    pub(super) group: &'g Group,
    /// The literals of each article that are not among its own tables.
    further: &'g [Vec<Literal>],
    pub(super) columns: BTreeMap<(LiteralKind, u32), Column<'g>>,
    alignments: Vec<Alignment>,
    /// For each article and each block of the lead: the article's block.
    pub(super) blocks: Vec<Vec<Option<u32>>>,
    /// For each article: its blocks that have segments.
    segmented: Vec<BTreeSet<u32>>,
    pub(super) ladders: Vec<Ladder>,
    changed: Option<Changed<'g>>,
    /// What most articles have, by block of the lead and by who votes.
    origins: BTreeMap<(LiteralKind, u32, usize), Origin<'g>>,
}

/// What an article should have in one block.
#[derive(Debug, Default)]
pub(super) struct Origin<'g> {
    literals: Vec<(&'g Literal, Evidence)>,
    /// Whether the articles disagree, with nothing to decide between them.
    pub undecided: bool,
}

impl<'g> Readings<'g> {
    /// Files the literals of `group`, and the `further` ones of each article; `prose` is what the articles say.
    pub fn of(group: &'g Group, further: &'g [Vec<Literal>], prose: &[Prose<'_>]) -> Self {
        let signs = |index: usize| signs(further.get(index), prose.get(index));
        let alignment = |index: usize| {
            // A rebuilt lead is not read, so nothing can be held against it.
            let both = || group.lead_index().map(|lead| shared_words([signs(lead), signs(index)])).unwrap_or_default();
            align_by(group.lead(), &group.articles[index], both)
        };
        let alignments: Vec<Alignment> = (0..group.articles.len()).map(alignment).collect();
        let width = group.lead().blocks.len();
        let blocks = alignments.iter().map(|alignment| inverse(alignment, width)).collect();
        let segmented = group
            .articles
            .iter()
            .map(|article| article.segments.iter().map(|segment| segment.block).collect())
            .collect();
        let ladders = (0..group.articles.len()).map(|index| Ladder::of(group, index)).collect();
        let mut readings = Self {
            group,
            further,
            columns: BTreeMap::new(),
            alignments,
            blocks,
            segmented,
            ladders,
            changed: Changed::of(group),
            origins: BTreeMap::new(),
        };
        readings.file();
        readings.mark_uniform();
        readings.climb();
        readings
    }

    fn file(&mut self) {
        for (index, article) in self.group.articles.iter().enumerate() {
            let codes = self.group.code_spans(article);
            for literal in article.literals.iter().chain(self.further(index)) {
                let Some(column) = self.alignments[index][literal.block as usize] else { continue };
                if literal.kind != LiteralKind::ErrorCode || codes.contains(&literal.span) {
                    self.columns.entry((literal.kind, column)).or_default().file(index, literal);
                }
            }
        }
    }

    fn further(&self, article: usize) -> impl Iterator<Item = &'g Literal> + use<'g> {
        self.further.get(article).into_iter().flatten()
    }

    /// Marks the columns in which all articles say the same: nothing there can differ from its origin.
    fn mark_uniform(&mut self) {
        let count = self.group.articles.len();
        for ((_, at), column) in &mut self.columns {
            let everywhere = self.blocks.iter().all(|blocks| blocks[*at as usize].is_some());
            column.uniform = everywhere && column.is_uniform(count);
        }
    }

    /// Finds the origin of every passage that is not the same everywhere.
    fn climb(&mut self) {
        let mut origins = BTreeMap::new();
        for (&(kind, at), column) in self.columns.iter().filter(|(_, column)| !column.uniform) {
            for article in (0..self.group.articles.len()).filter(|&index| !self.group.is_source(index)) {
                if !self.is_own(article, at) {
                    origins.insert((kind, at, article), self.origin(article, kind, at, column));
                }
            }
        }
        self.origins = origins;
    }

    /// Tells whether the article carries its own source sentences in that block of the lead.
    fn is_own(&self, article: usize, at: u32) -> bool {
        self.blocks[article][at as usize].is_some_and(|block| self.segmented[article].contains(&block))
    }

    /// Returns the lead's block that `block` of the article translates.
    pub fn column(&self, article: usize, block: u32) -> Option<u32> {
        self.alignments[article][block as usize]
    }

    /// Returns the last block of the article that translates the lead's block `at` or one before it.
    pub fn block_before(&self, article: usize, at: u32) -> Option<u32> {
        self.blocks[article][..=at as usize].iter().rev().find_map(|block| *block)
    }

    /// Returns the block of the article that translates the lead's block `at`.
    pub fn block(&self, article: usize, at: u32) -> Option<u32> {
        self.blocks[article][at as usize]
    }

    /// Returns the text that a block of the article translates; `None` where only majorities can say, or nothing.
    pub fn original(&self, article: usize, block: u32) -> Option<Original> {
        if self.segmented[article].contains(&block) {
            return Some(Original { article, block, side: Side::Source, evidence: Evidence::OwnSegment });
        }
        let at = self.column(article, block)?;
        let locale = |index: usize| self.group.articles[index].locale.clone();
        let ladder = &self.ladders[article];
        let of_source = |source: usize, evidence: Evidence| {
            let block = self.block(source, at)?;
            Some(Original { article: source, block, side: Side::Target, evidence })
        };
        if let Some(source) = ladder.source {
            return of_source(source, Evidence::Source(locale(source)));
        }
        if let Some(&sibling) = ladder.same_version.iter().find(|&&other| other != article && self.is_own(other, at)) {
            let block = self.block(sibling, at)?;
            let evidence = Evidence::Segment(locale(sibling));
            return Some(Original { article: sibling, block, side: Side::Source, evidence });
        }
        let source = ladder.other_version?;
        of_source(source, Evidence::OtherVersion(locale(source)))
    }

    /// Returns the article's literals of `kind` that may differ from their origin, in the order of the text.
    pub fn actual(&self, article: usize, kind: LiteralKind) -> Vec<&'g Literal> {
        let literals = self.group.articles[article].literals.iter();
        literals
            .filter(|literal| literal.kind == kind && literal.side == Side::Target)
            .filter(|literal| match self.column(article, literal.block) {
                Some(column) => self.columns.get(&(kind, column)).is_some_and(|column| !column.uniform),
                None => true,
            })
            .collect()
    }

    /// Returns every value among the article's own literals.
    pub fn values(&self, article: usize) -> BTreeSet<&'g str> {
        values(&self.group.articles[article].literals, Side::Target).collect()
    }

    /// Returns every value that the origin of the article may have: the other articles' and its own source
    /// sentences', and what all translations have though the source has it not.
    pub fn known(&self, article: usize) -> BTreeSet<&'g str> {
        let own = values(&self.group.articles[article].literals, Side::Source);
        let source = self.group.source.filter(|&source| source != article);
        let others: Vec<usize> = match source {
            Some(source) => vec![source],
            None => (0..self.group.articles.len()).filter(|&other| other != article).collect(),
        };
        let others = others.into_iter().flat_map(|other| values(&self.group.articles[other].literals, Side::Target));
        let kinds = [LiteralKind::CodeSpan, LiteralKind::Fence];
        let shared = self.changed.iter().flat_map(|changed| kinds.into_iter().flat_map(|kind| changed.shared(kind)));
        own.chain(others).chain(shared.map(|(literal, _)| &*literal.value)).collect()
    }

    /// Returns the literals of `kind` that the article should have, where they are not the same everywhere.
    pub fn expected(&self, article: usize, kind: LiteralKind) -> Vec<Expected<'g>> {
        let mut expected = self.own_segments(article, kind);
        for (at, _) in self.columns_of(kind) {
            let Some(origin) = self.origins.get(&(kind, at, article)) else { continue };
            let block = self.blocks[article][at as usize];
            expected.extend(origin.literals.iter().map(|(literal, evidence)| Expected {
                literal,
                column: Some(at),
                block,
                segment: None,
                evidence: evidence.clone(),
            }));
        }
        expected.sort_by_key(|expected| (expected.block.map_or(expected.column, Some), expected.literal.span));
        expected
    }

    /// Returns the values of `kind` that a block of the article should have, those that are the same everywhere too.
    pub fn values_in(&self, article: usize, kind: LiteralKind, block: u32) -> Vec<&'g str> {
        let Some(at) = self.column(article, block) else { return Vec::new() };
        let Some(column) = self.columns.get(&(kind, at)) else { return Vec::new() };
        let entries = if self.is_own(article, at) { column.source_of(article) } else { column.of(article) };
        match self.origins.get(&(kind, at, article)) {
            Some(origin) => origin.literals.iter().map(|(literal, _)| &*literal.value).collect(),
            None => entries.iter().map(|entry| &*entry.literal.value).collect(),
        }
    }

    pub(super) fn columns_of(&self, kind: LiteralKind) -> impl Iterator<Item = (u32, &Column<'g>)> {
        self.columns.range((kind, 0)..=(kind, u32::MAX)).map(|((_, at), column)| (*at, column))
    }

    /// Rung 1: the source sentences beside the article's own translations.
    fn own_segments(&self, article: usize, kind: LiteralKind) -> Vec<Expected<'g>> {
        let literals = self.group.articles[article].literals.iter().chain(self.further(article));
        literals
            .filter(|literal| literal.kind == kind && literal.side == Side::Source)
            .filter_map(|literal| {
                let column = self.column(article, literal.block);
                let uniform = column.and_then(|at| self.columns.get(&(kind, at))).is_some_and(|column| column.uniform);
                (!uniform).then_some(Expected {
                    literal,
                    column,
                    block: Some(literal.block),
                    segment: literal.segment,
                    evidence: Evidence::OwnSegment,
                })
            })
            .collect()
    }

    /// Rungs 2 to 6 for one block of the lead.
    fn origin(&self, article: usize, kind: LiteralKind, at: u32, column: &Column<'g>) -> Origin<'g> {
        let ladder = &self.ladders[article];
        // Anchors are added by the publisher to translations: a source without any says nothing.
        let says_something = |source: &usize| kind != LiteralKind::Anchor || !column.of(*source).is_empty();
        if self.group.history.get(&article).is_some_and(|history| history.has_changed(at)) {
            return self.of_itself(article, column);
        }
        if let Some(source) = ladder.source.filter(says_something) {
            return self.of_source(source, kind, at, column);
        }
        if let Some(&sibling) = ladder.same_version.iter().find(|&&other| other != article && self.is_own(other, at)) {
            let evidence = Evidence::Segment(self.group.articles[sibling].locale.clone());
            let literals = column.source_of(sibling).iter().map(|entry| (entry.literal, evidence.clone()));
            return Origin { literals: literals.collect(), undecided: false };
        }
        for voters in ladder.voters() {
            let vote = vote(column, voters);
            if !vote.undecided {
                let evidence = |agree| Evidence::Majority { agree, of: voters.len() };
                let literals = vote.literals.into_iter().map(|(literal, agree)| (literal, evidence(agree)));
                return Origin { literals: literals.collect(), undecided: false };
            }
        }
        match ladder.other_version.filter(says_something) {
            Some(source) => {
                let evidence = Evidence::OtherVersion(self.group.articles[source].locale.clone());
                let literals = column.of(source).iter().map(|entry| (entry.literal, evidence.clone()));
                Origin { literals: literals.collect(), undecided: false }
            }
            None => Origin { literals: Vec::new(), undecided: true },
        }
    }

    /// A passage of the source that has changed since says nothing about its translation, which is as it should be.
    fn of_itself(&self, article: usize, column: &Column<'g>) -> Origin<'g> {
        let evidence = || Evidence::OtherVersion(self.group.articles[article].locale.clone());
        let literals = column.of(article).iter().map(|entry| (entry.literal, evidence()));
        Origin { literals: literals.collect(), undecided: false }
    }

    /// Rung 2: what the source article has, and where it was changed what all its translations share.
    fn of_source(&self, source: usize, kind: LiteralKind, at: u32, column: &Column<'g>) -> Origin<'g> {
        let evidence = Evidence::Source(self.group.articles[source].locale.clone());
        let own = column.of(source).iter().filter(|entry| !self.was_changed(entry.literal, at));
        let mut literals: Vec<_> = own.map(|entry| (entry.literal, evidence.clone())).collect();
        if let Some(changed) = &self.changed {
            let is_here = |literal: &Literal| {
                let article = self.group.index_of(literal.span.source);
                article.and_then(|article| self.column(article, literal.block)) == Some(at)
            };
            let shared = changed.shared(kind).iter().filter(|(literal, _)| is_here(literal));
            literals.extend(
                shared.map(|&(literal, agree)| (literal, Evidence::Majority { agree, of: changed.siblings() })),
            );
        }
        Origin { literals, undecided: false }
    }

    fn was_changed(&self, literal: &Literal, at: u32) -> bool {
        let has_block = |index: usize| self.blocks[index][at as usize].is_some();
        self.changed.as_ref().is_some_and(|changed| changed.at(literal, has_block))
    }

    /// Returns the source's first literal of `kind` that no translation knows: the source was changed, or is old.
    pub fn changed_in_source(&self, kind: LiteralKind) -> Option<&'g Literal> {
        let source = self.group.source?;
        let mut literals = self
            .columns_of(kind)
            .flat_map(|(at, column)| column.of(source).iter().map(move |entry| (at, entry.literal)));
        literals.find(|(at, literal)| self.was_changed(literal, *at)).map(|(_, literal)| literal)
    }

    /// Tells whether nothing decides on what the article has of `kind` in its block `block`.
    pub fn is_undecided(&self, article: usize, kind: LiteralKind, block: u32) -> bool {
        if self.segmented[article].contains(&block) {
            return false;
        }
        match self.column(article, block) {
            Some(at) => self.origins.get(&(kind, at, article)).is_some_and(|origin| origin.undecided),
            None => self.ladders[article].decides_nothing(),
        }
    }

    /// Returns the articles on which nothing decides in the lead's block `at`.
    pub(super) fn undecided(&self, kind: LiteralKind, at: u32) -> Vec<usize> {
        let range = (kind, at, 0)..=(kind, at, usize::MAX);
        self.origins.range(range).filter(|(_, origin)| origin.undecided).map(|((.., article), _)| *article).collect()
    }
}

/// Returns the names and numbers that an article has in plain text.
fn signs<'a>(further: Option<&'a Vec<Literal>>, prose: Option<&'a Prose<'_>>) -> Signs<'a> {
    // What reads like a word at the start of a sentence is one in most languages.
    let is_word = |value: &str| value.starts_with(|c: char| c.is_ascii_uppercase()) && is_small(&value[1..]);
    let names = further.into_iter().flatten().filter(|literal| literal.side == Side::Target);
    let names = names.filter(|literal| !is_word(&literal.value));
    let names = names.map(|literal| (literal.block, Cow::Borrowed(&*literal.value)));
    let runs = prose.into_iter().flat_map(|prose| &prose.runs);
    let runs = runs.filter(|run| run.side == Side::Target && run.kind == RunKind::Text);
    let numbers = runs.flat_map(|run| numbers(&run.text).map(|number| (run.block, Cow::Borrowed(number))));
    names.chain(numbers).collect()
}

fn is_small(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Takes out words that one of two articles alone has: they may have been translated.
fn shared_words<'a>(mut signs: [Signs<'a>; 2]) -> [Signs<'a>; 2] {
    let words = |signs: &Signs<'a>| -> BTreeSet<Cow<'a, str>> {
        signs.iter().filter(|(_, value)| is_small(value)).map(|(_, value)| value.clone()).collect()
    };
    let [left, right] = [words(&signs[0]), words(&signs[1])];
    signs[0].retain(|(_, value)| !is_small(value) || right.contains(value));
    signs[1].retain(|(_, value)| !is_small(value) || left.contains(value));
    signs
}

/// Returns the numbers of two digits or more that read alike everywhere: no part of a longer number or word.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let words =
        text.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | ',' | '\'' | '\u{a0}' | '\u{202f}'));
    let words = words.map(|word| word.trim_matches(|c: char| !c.is_ascii_alphanumeric()));
    words.filter(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

fn values(literals: &[Literal], side: Side) -> impl Iterator<Item = &str> {
    literals.iter().filter(move |literal| literal.side == side).map(|literal| &*literal.value)
}

/// Returns for each of `width` blocks of the lead the block that translates it.
fn inverse(alignment: &Alignment, width: usize) -> Vec<Option<u32>> {
    let mut blocks = vec![None; width];
    for (block, column) in alignment.iter().enumerate() {
        if let Some(column) = column {
            blocks[*column as usize] = Some(u32::try_from(block).expect("fewer blocks than bytes"));
        }
    }
    blocks
}

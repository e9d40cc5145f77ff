//! What each passage of an article is compared with, and on what evidence.
//!
//! The ladder is one for all kinds of literals: the article's own source segment, the source article,
//! the source segments of a sibling of the same version, what most articles of that version read, what
//! most siblings read, and at last a source that is known to be of another version.

use std::collections::{BTreeMap, BTreeSet};

use super::align::Alignment;
use super::group::Group;
use super::version::Version;
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::model::locale::Locale;

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
    pub segment: Option<u32>,
    pub evidence: Evidence,
}

/// A passage on which the articles of a group disagree, with no origin to decide.
#[derive(Debug, Clone)]
pub struct Disagreement<'g> {
    /// The first reading by tag, and another.
    pub readings: [(usize, &'g Literal); 2],
}

/// All literals of a group, by kind and by the lead's block.
pub struct Readings<'g> {
    group: &'g Group,
    columns: BTreeMap<(LiteralKind, u32), Column<'g>>,
    alignments: Vec<Alignment>,
    /// For each article and each block of the lead: the article's block.
    blocks: Vec<Vec<Option<u32>>>,
    /// For each article: its blocks that have segments.
    segmented: Vec<BTreeSet<u32>>,
}

/// What the articles have in one block of the lead.
#[derive(Default)]
struct Column<'g> {
    target: Vec<(usize, &'g Literal)>,
    source: Vec<(usize, &'g Literal)>,
    uniform: bool,
}

impl<'g> Column<'g> {
    fn of(&self, article: usize) -> impl Iterator<Item = &'g Literal> {
        self.target.iter().filter(move |(index, _)| *index == article).map(|(_, literal)| *literal)
    }

    fn values(&self, article: usize) -> Vec<&'g str> {
        let mut values: Vec<&str> = self.of(article).map(|literal| &*literal.value).collect();
        values.sort_unstable();
        values
    }
}

impl<'g> Readings<'g> {
    /// Files the literals of `group`.
    pub fn of(group: &'g Group) -> Self {
        let alignments: Vec<Alignment> = group.articles.iter().map(|article| group.alignment(article)).collect();
        let width = group.lead().blocks.len();
        let blocks = alignments.iter().map(|alignment| inverse(alignment, width)).collect();
        let segmented = group
            .articles
            .iter()
            .map(|article| article.segments.iter().map(|segment| segment.block).collect())
            .collect();
        let mut readings = Self { group, columns: BTreeMap::new(), alignments, blocks, segmented };
        readings.file();
        readings.mark_uniform();
        readings
    }

    fn file(&mut self) {
        for (index, article) in self.group.articles.iter().enumerate() {
            for literal in &article.literals {
                let Some(column) = self.alignments[index][literal.block as usize] else { continue };
                if literal.kind == LiteralKind::ErrorCode && !self.is_code(index, literal) {
                    continue;
                }
                let column = self.columns.entry((literal.kind, column)).or_default();
                match literal.side {
                    Side::Target => column.target.push((index, literal)),
                    Side::Source => column.source.push((index, literal)),
                }
            }
        }
    }

    /// Tells whether a literal that looks like a code is one in this group.
    fn is_code(&self, article: usize, literal: &Literal) -> bool {
        let mut mentions = self.group.articles[article].codes.iter();
        mentions.any(|mention| mention.span == literal.span && self.group.accepts(mention))
    }

    /// Marks the columns in which all articles say the same: nothing there can differ from its origin.
    fn mark_uniform(&mut self) {
        let count = self.group.articles.len();
        for ((_, at), column) in &mut self.columns {
            let first = column.values(0);
            let same = (1..count).all(|index| column.values(index) == first)
                && self.blocks.iter().all(|blocks| blocks[*at as usize].is_some());
            column.uniform = same && column.source.iter().all(|(_, literal)| first.contains(&&*literal.value));
        }
    }

    /// Returns the lead's block that `block` of the article translates.
    pub fn column(&self, article: usize, block: u32) -> Option<u32> {
        self.alignments[article][block as usize]
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

    /// Returns every value that the origin of the article may have: the other articles' and its own source sentences'.
    pub fn known(&self, article: usize) -> BTreeSet<&'g str> {
        let own = values(&self.group.articles[article].literals, Side::Source);
        let source = self.group.source.filter(|&source| source != article);
        let others: Vec<usize> = match source {
            Some(source) => vec![source],
            None => (0..self.group.articles.len()).filter(|&other| other != article).collect(),
        };
        let others = others.into_iter().flat_map(|other| values(&self.group.articles[other].literals, Side::Target));
        own.chain(others).collect()
    }

    /// Returns the literals of `kind` that the article should have, where they are not the same everywhere.
    pub fn expected(&self, article: usize, kind: LiteralKind) -> Vec<Expected<'g>> {
        let mut expected = self.own_segments(article, kind);
        for ((_, at), column) in self.columns_of(kind) {
            let block = self.blocks[article][at as usize];
            let is_own = block.is_some_and(|block| self.segmented[article].contains(&block));
            if is_own || column.uniform {
                continue;
            }
            let (literals, _) = self.origin(article, kind, at, column);
            expected.extend(literals.into_iter().map(|(literal, evidence)| Expected {
                literal,
                column: Some(at),
                block,
                segment: None,
                evidence,
            }));
        }
        expected.sort_by_key(|expected| (expected.block.map_or(expected.column, Some), expected.literal.span));
        expected
    }

    fn columns_of(&self, kind: LiteralKind) -> impl Iterator<Item = ((LiteralKind, u32), &Column<'g>)> {
        self.columns.range((kind, 0)..=(kind, u32::MAX)).map(|(key, column)| (*key, column))
    }

    /// Rung 1: the source sentences beside the article's own translations.
    fn own_segments(&self, article: usize, kind: LiteralKind) -> Vec<Expected<'g>> {
        let literals = self.group.articles[article].literals.iter();
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

    /// Rungs 2 to 6 for one block of the lead; the second value tells whether the articles disagree.
    fn origin(
        &self,
        article: usize,
        kind: LiteralKind,
        at: u32,
        column: &Column<'g>,
    ) -> (Vec<(&'g Literal, Evidence)>, bool) {
        let versions = &self.group.versions;
        // Anchors are added by the publisher to translations: a source without any says nothing.
        let source =
            self.group.source.filter(|&source| kind != LiteralKind::Anchor || column.of(source).next().is_some());
        if let Some(source) = source.filter(|&source| source != article && self.is_trusted(source, article)) {
            let literals = column.of(source).filter(|literal| !self.was_changed(source, at, literal));
            let evidence = Evidence::Source(self.group.articles[source].locale.clone());
            return (literals.map(|literal| (literal, evidence.clone())).collect(), false);
        }
        let same_version = |other: &usize| versions.same(article, *other) == Some(true);
        let sibling = (0..self.group.articles.len()).filter(same_version).find(|&other| {
            other != article
                && self.blocks[other][at as usize].is_some_and(|block| self.segmented[other].contains(&block))
        });
        if let Some(sibling) = sibling {
            let evidence = Evidence::Segment(self.group.articles[sibling].locale.clone());
            let literals = column.source.iter().filter(|(index, _)| *index == sibling);
            return (literals.map(|(_, literal)| (*literal, evidence.clone())).collect(), false);
        }
        let all = || (0..self.group.articles.len()).filter(|&other| !self.group.is_source(other));
        let version: Vec<usize> = all().filter(same_version).collect();
        let not_other: Vec<usize> = all().filter(|&other| versions.same(article, other) != Some(false)).collect();
        if let Some(voters) = [version, not_other].into_iter().find(|voters| voters.len() >= 3) {
            return vote(column, &voters);
        }
        match source.filter(|&source| source != article) {
            Some(source) => {
                let evidence = Evidence::OtherVersion(self.group.articles[source].locale.clone());
                (column.of(source).map(|literal| (literal, evidence.clone())).collect(), false)
            }
            None => (Vec::new(), true),
        }
    }

    /// Tells whether the source article may be held against the article: not where either is known to
    /// be of another version, nor where a sibling of another version is newer than an unproven article.
    fn is_trusted(&self, source: usize, article: usize) -> bool {
        let versions = &self.group.versions;
        let articles = &self.group.articles;
        let newer_sibling = || {
            let mine = articles[article].front.translated;
            (0..articles.len()).any(|other| {
                versions.same(article, other) == Some(false)
                    && other != source
                    && articles[other].front.translated > mine
            })
        };
        match versions.of_article(article) {
            Version::Current => true,
            Version::Older | Version::Newer => false,
            Version::Unknown => versions.is_proven(source) || !newer_sibling(),
        }
    }

    /// Tells whether the source seems to have changed at one literal since its translations were made: no
    /// sibling of three or more has it, and they share another reading or lack its block.
    fn was_changed(&self, source: usize, at: u32, literal: &Literal) -> bool {
        let siblings: Vec<usize> = (0..self.group.articles.len()).filter(|&index| index != source).collect();
        if self.group.versions.is_proven(source) || siblings.len() < 3 {
            return false;
        }
        let has = |index: usize| {
            let mut literals = self.group.articles[index].literals.iter();
            literals.any(|other| other.kind == literal.kind && other.value == literal.value)
        };
        if siblings.iter().any(|&index| has(index)) {
            return false;
        }
        // Blocks may have moved with the change: what counts is what the whole articles have of this kind.
        let of_kind = |index: usize| -> BTreeSet<&str> {
            let literals = self.group.articles[index].literals.iter();
            literals.filter(|other| other.kind == literal.kind).map(|other| &*other.value).collect()
        };
        let known = of_kind(source);
        let other_reading = |index: usize| -> BTreeSet<&str> { of_kind(index).difference(&known).copied().collect() };
        let first = other_reading(siblings[0]);
        let share = !first.is_empty() && siblings.iter().all(|&index| other_reading(index) == first);
        let lacking = siblings.iter().filter(|&&index| self.blocks[index][at as usize].is_none()).count();
        share || 2 * lacking > siblings.len()
    }

    /// Returns the source's literals that no translation knows: the source was changed, or is old.
    pub fn changed_in_source(&self, kind: LiteralKind) -> Vec<&'g Literal> {
        let Some(source) = self.group.source else { return Vec::new() };
        self.columns_of(kind)
            .flat_map(|((_, at), column)| {
                column.of(source).filter(move |literal| self.was_changed(source, at, literal))
            })
            .collect()
    }

    /// Returns the passages of `kind` on which articles differ without an origin that could decide.
    pub fn disagreements(&self, kind: LiteralKind) -> Vec<Disagreement<'g>> {
        self.columns_of(kind).filter_map(|((_, at), column)| self.disagreement(kind, at, column)).collect()
    }

    fn disagreement(&self, kind: LiteralKind, at: u32, column: &Column<'g>) -> Option<Disagreement<'g>> {
        if column.uniform {
            return None;
        }
        let undecided: Vec<usize> = (0..self.group.articles.len())
            .filter(|&index| !self.group.is_source(index))
            .filter(|&index| {
                self.blocks[index][at as usize].is_some_and(|block| !self.segmented[index].contains(&block))
            })
            .filter(|&index| self.origin(index, kind, at, column).1)
            .collect();
        let reading = |index: usize| (index, column.values(index));
        let (first, values) = undecided.iter().map(|&index| reading(index)).find(|(_, values)| !values.is_empty())?;
        let (other, others) = undecided.iter().map(|&index| reading(index)).find(|(_, other)| *other != values)?;
        let ours = column.of(first).find(|literal| !others.contains(&&*literal.value))?;
        let theirs = column.of(other).find(|literal| !values.contains(&&*literal.value))?;
        Some(Disagreement { readings: [(first, ours), (other, theirs)] })
    }
}

/// Returns the literals that more than half of `voters` have, and whether most voters have others beside them.
fn vote<'g>(column: &Column<'g>, voters: &[usize]) -> (Vec<(&'g Literal, Evidence)>, bool) {
    let mut counts: BTreeMap<(&str, usize), (usize, &'g Literal)> = BTreeMap::new();
    for &voter in voters {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for literal in column.of(voter) {
            let nth = seen.entry(&literal.value).or_default();
            counts.entry((&literal.value, *nth)).or_insert((0, literal)).0 += 1;
            *nth += 1;
        }
    }
    let has_majority = |agree: usize| 2 * agree > voters.len();
    let in_minority = |literal: &&Literal| {
        !counts.iter().any(|((value, _), (agree, _))| **value == *literal.value && has_majority(*agree))
    };
    let strays = voters.iter().filter(|&&voter| column.of(voter).any(|literal| in_minority(&literal))).count();
    let mut literals: Vec<_> = counts
        .values()
        .filter(|(agree, _)| has_majority(*agree))
        .map(|&(agree, literal)| (literal, Evidence::Majority { agree, of: voters.len() }))
        .collect();
    literals.sort_by_key(|(literal, _)| literal.span);
    (literals, has_majority(strays))
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

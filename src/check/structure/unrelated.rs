//! Passages in whose place the translation has other text.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Change, ChangeKind, View};
use crate::catalog::origin::{Evidence, Expected};
use crate::check::context::occurrences;
use crate::check::near::{Budget, nearest};
use crate::check::plain::shape::{self, Demand};
use crate::model::literal::{Literal, LiteralKind, Side};

/// From so many names on a text that has none of them, nor anything like one, is no translation of theirs.
const NAMES: usize = 3;

/// What is the same in every language where it stands in a passage.
const KINDS: [LiteralKind; 6] = [
    LiteralKind::CodeSpan,
    LiteralKind::ErrorCode,
    LiteralKind::SymbolicName,
    LiteralKind::Command,
    LiteralKind::Name,
    LiteralKind::Product,
];

/// Passages that stand beside other text.
#[derive(Default)]
pub(super) struct Unrelated {
    /// Those with several names, which are nowhere.
    pub(super) lost: Vec<Change>,
    /// The lead's blocks of all of them.
    pub(super) columns: BTreeSet<u32>,
}

/// Returns the passages that have names of which their block has none, in places where the outlines differ.
pub(super) fn of(view: &View<'_>) -> Unrelated {
    let mut names: BTreeMap<u32, Vec<Expected<'_>>> = BTreeMap::new();
    for expected in KINDS.iter().flat_map(|kind| view.readings.expected(view.article, *kind)) {
        if let Some(column) = expected.column {
            names.entry(column).or_default().push(expected);
        }
    }
    let search = Search::new(view);
    let mut budget = Budget::default();
    let mut unrelated = Unrelated::default();
    for (number, passage) in view.outline.passages.iter().enumerate() {
        let Some(block) = view.readings.block(view.article, passage.column) else { continue };
        let Some(expected) = names.get(&passage.column) else { continue };
        let values: BTreeSet<&str> = expected.iter().map(|expected| &*expected.literal.value).collect();
        let text = view.text(block);
        let is_own = expected.iter().any(|expected| expected.evidence == Evidence::OwnSegment);
        if is_own || has_any(&text, &values) {
            continue;
        }
        let strong = search.strong(block, expected);
        let is_open = search.places()[number].is_open(strong.len());
        if !is_open || !has_nothing_like(&text, &values, &mut budget) {
            continue;
        }
        unrelated.columns.insert(passage.column);
        if strong.len() >= NAMES && search.is_nowhere(&strong, &mut budget) {
            let evidence = view.outline.evidence(number);
            let change = Change { kind: ChangeKind::Lost, passages: vec![*passage], block: Some(block), evidence };
            unrelated.lost.push(change);
        }
    }
    unrelated
}

/// Tells whether a text has one of the values, in any case.
fn has_any(text: &str, values: &BTreeSet<&str>) -> bool {
    let small: Vec<String> = values.iter().map(|value| value.to_ascii_lowercase()).collect();
    let small: Vec<&str> = small.iter().map(String::as_str).collect();
    !occurrences(&text.to_ascii_lowercase(), &small).is_empty()
}

/// Tells whether a text surely has nothing that one of the values may have become.
fn has_nothing_like(text: &str, values: &BTreeSet<&str>, budget: &mut Budget) -> bool {
    let letters = text.chars().count();
    values.iter().all(|value| {
        budget.spend(letters * value.chars().count()).is_some()
            && nearest(text, value, &mut Budget::default()).is_none()
    })
}

/// What is asked about an article once one of its passages may be another one.
struct Search<'v> {
    view: &'v View<'v>,
    literals: OnceCell<BTreeMap<u32, Vec<&'v Literal>>>,
    places: OnceCell<Vec<Place>>,
    /// What stands in the blocks that translate nothing known.
    strange: OnceCell<String>,
}

impl<'v> Search<'v> {
    fn new(view: &'v View<'v>) -> Self {
        Self { view, literals: OnceCell::new(), places: OnceCell::new(), strange: OnceCell::new() }
    }

    /// Returns the names among `expected` that no language changes.
    fn strong<'e>(&self, block: u32, expected: &'e [Expected<'_>]) -> BTreeSet<&'e str> {
        // Code spans of its own may be what others became.
        let has_spans = self.literals(block).iter().any(|literal| literal.kind == LiteralKind::CodeSpan);
        let is_strong = |expected: &&Expected<'_>| match expected.literal.kind {
            LiteralKind::CodeSpan => !has_spans,
            LiteralKind::Name => shape::of(&expected.literal.value).is_some_and(|shape| shape.demand >= Demand::Change),
            kind => kind != LiteralKind::Product,
        };
        expected.iter().filter(is_strong).map(|expected| &*expected.literal.value).collect()
    }

    /// Returns the literals of a block.
    fn literals(&self, block: u32) -> &[&'v Literal] {
        let literals = self.literals.get_or_init(|| {
            let mut literals: BTreeMap<u32, Vec<&Literal>> = BTreeMap::new();
            let all = self.view.group.articles[self.view.article].literals.iter();
            for literal in all.filter(|literal| literal.side == Side::Target) {
                literals.entry(literal.block).or_default().push(literal);
            }
            literals
        });
        literals.get(&block).map(Vec::as_slice).unwrap_or_default()
    }

    fn blocks(&self) -> u32 {
        u32::try_from(self.view.group.articles[self.view.article].blocks.len()).expect("fewer than bytes")
    }

    /// Returns the place of each passage.
    fn places(&self) -> &[Place] {
        self.places.get_or_init(|| {
            let passages = &self.view.outline.passages;
            let mut places = Vec::with_capacity(passages.len());
            let (mut place, mut next) = (Place::default(), 0);
            for (number, passage) in passages.iter().enumerate() {
                match self.view.readings.block(self.view.article, passage.column) {
                    Some(block) if self.shares(block) => {
                        place.strange = self.strange_blocks(next..block);
                        places.resize(number, place);
                        places.push(Place::default());
                        (place, next) = (Place::default(), block + 1);
                    }
                    Some(_) => place.paired += 1,
                    None => place.lost += 1,
                }
            }
            place.strange = self.strange_blocks(next..self.blocks());
            places.resize(passages.len(), place);
            places
        })
    }

    fn strange_blocks(&self, blocks: Range<u32>) -> usize {
        blocks.filter(|&block| !self.view.is_taken(block)).count()
    }

    /// Tells whether a block has something of the passage that it stands for that needs no language.
    fn shares(&self, block: u32) -> bool {
        let view = self.view;
        let kinds = KINDS.into_iter().chain([LiteralKind::Fence, LiteralKind::Link, LiteralKind::Anchor]);
        let values = kinds.flat_map(|kind| view.readings.values_in(view.article, kind, block));
        let values: BTreeSet<&str> = values.collect();
        self.literals(block).iter().any(|literal| values.contains(&*literal.value))
            || !values.is_empty() && has_any(&view.text(block), &values)
    }

    /// Tells whether none of the names stands in a block that translates nothing known: else the passage moved there.
    fn is_nowhere(&self, names: &BTreeSet<&str>, budget: &mut Budget) -> bool {
        let strange = self.strange.get_or_init(|| {
            let blocks = (0..self.blocks()).filter(|&block| !self.view.is_taken(block));
            blocks.map(|block| self.view.text(block) + "\n").collect()
        });
        budget.spend(strange.len()).is_some() && !has_any(strange, names)
    }
}

/// How the outlines differ between the nearest passages on both sides that surely have their block.
#[derive(Clone, Copy, Default)]
struct Place {
    /// How many passages have a block, and how many have none.
    paired: usize,
    lost: usize,
    /// How many blocks translate nothing known.
    strange: usize,
}

impl Place {
    /// Tells whether a block here may be paired with a passage that it does not translate, which has so many names.
    fn is_open(self, names: usize) -> bool {
        let is_guessed = self.lost > 0 && (self.strange > 0 || self.lost > self.paired);
        is_guessed || names >= NAMES && self.lost + self.strange > 0
    }
}

//! Passages in whose place the translation has other text.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::{Change, ChangeKind, View};
use crate::catalog::origin::{Evidence, Expected};
use crate::catalog::outline::Passage;
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
    /// Those that are nowhere.
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
    let mut unrelated = Unrelated::default();
    let mut budget = Budget::default();
    let places = OnceCell::new();
    for (number, passage) in view.outline.passages.iter().enumerate() {
        let Some(block) = view.readings.block(view.article, passage.column) else { continue };
        let Some(expected) = names.get(&passage.column) else { continue };
        let text = view.text(block);
        let is_own = expected.iter().any(|expected| expected.evidence == Evidence::OwnSegment);
        if is_own || expected.iter().any(|expected| has(&text, expected)) {
            continue;
        }
        let strong = strong(view, block, expected);
        let place = &places.get_or_init(|| Place::all(view))[number];
        if !place.is_open(strong.len()) || !has_nothing_like(&text, expected, &mut budget) {
            continue;
        }
        unrelated.columns.insert(passage.column);
        if strong.len() >= NAMES && !is_elsewhere(view, &strong) {
            unrelated.lost.push(lost(view, number, passage, block));
        }
    }
    unrelated
}

/// Returns the names among `expected` that no language changes.
fn strong<'e>(view: &View<'_>, block: u32, expected: &'e [Expected<'_>]) -> BTreeSet<&'e str> {
    // Code spans of its own may be what others became.
    let has_spans = own(view, block).any(|literal| literal.kind == LiteralKind::CodeSpan);
    let is_strong = |expected: &&Expected<'_>| match expected.literal.kind {
        LiteralKind::CodeSpan => !has_spans,
        LiteralKind::Name => shape::of(&expected.literal.value).is_some_and(|shape| shape.demand >= Demand::Change),
        kind => kind != LiteralKind::Product,
    };
    expected.iter().filter(is_strong).map(|expected| &*expected.literal.value).collect()
}

/// Returns the literals of a block.
fn own<'v>(view: &'v View<'_>, block: u32) -> impl Iterator<Item = &'v Literal> {
    let literals = view.group.articles[view.article].literals.iter();
    literals.filter(move |literal| literal.block == block && literal.side == Side::Target)
}

fn has(text: &str, expected: &Expected<'_>) -> bool {
    let value = &*expected.literal.value;
    text.contains(value) || text.to_ascii_lowercase().contains(&value.to_ascii_lowercase())
}

/// Tells whether a text surely has nothing that one of the names may have become.
fn has_nothing_like(text: &str, expected: &[Expected<'_>], budget: &mut Budget) -> bool {
    let values: BTreeSet<&str> = expected.iter().map(|expected| &*expected.literal.value).collect();
    let letters = text.chars().count();
    values.into_iter().all(|value| {
        budget.spend(letters * value.chars().count()).is_some()
            && nearest(text, value, &mut Budget::default()).is_none()
    })
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
    /// Returns the place of each passage.
    fn all(view: &View<'_>) -> Vec<Self> {
        let passages = &view.outline.passages;
        let end = u32::try_from(view.group.articles[view.article].blocks.len()).expect("fewer than bytes");
        let mut places = Vec::with_capacity(passages.len());
        let (mut place, mut next) = (Self::default(), 0);
        for (number, passage) in passages.iter().enumerate() {
            match view.readings.block(view.article, passage.column) {
                Some(block) if shares(view, block) => {
                    place.close(view, next..block);
                    places.resize(number, place);
                    places.push(Self::default());
                    (place, next) = (Self::default(), block + 1);
                }
                Some(_) => place.paired += 1,
                None => place.lost += 1,
            }
        }
        place.close(view, next..end);
        places.resize(passages.len(), place);
        places
    }

    fn close(&mut self, view: &View<'_>, blocks: std::ops::Range<u32>) {
        self.strange = blocks.filter(|&block| !view.is_taken(block)).count();
    }

    /// Tells whether a block here may be paired with a passage that it does not translate, by so many names.
    fn is_open(&self, names: usize) -> bool {
        let is_guessed = self.lost > 0 && (self.strange > 0 || self.lost > self.paired);
        is_guessed || names >= NAMES && self.lost + self.strange > 0
    }
}

/// Tells whether a block has something of the passage that it stands for that needs no language.
fn shares(view: &View<'_>, block: u32) -> bool {
    let text = view.text(block);
    let kinds = KINDS.into_iter().chain([LiteralKind::Fence, LiteralKind::Link, LiteralKind::Anchor]);
    let mut values = kinds.flat_map(|kind| view.readings.values_in(view.article, kind, block));
    values.any(|value| text.contains(value) || own(view, block).any(|literal| &*literal.value == value))
}

/// Tells whether one of the names stands in a block that translates nothing known: the passage may have moved there.
fn is_elsewhere(view: &View<'_>, names: &BTreeSet<&str>) -> bool {
    let blocks = u32::try_from(view.group.articles[view.article].blocks.len()).expect("fewer than bytes");
    (0..blocks).filter(|&block| !view.is_taken(block)).any(|block| {
        let text = view.text(block);
        names.iter().any(|name| text.contains(name))
    })
}

fn lost(view: &View<'_>, number: usize, passage: &Passage, block: u32) -> Change {
    let evidence = view.outline.evidence(number);
    Change { kind: ChangeKind::Lost, passages: vec![*passage], block: Some(block), evidence }
}

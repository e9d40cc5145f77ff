//! Pairs the literals of an article with those that it should have.
//!
//! Literals pair by equal value, then by parameter name, then by place between the same neighbours when
//! they are alike enough. What pairs is one difference, never one missing and one too many.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::likeness::{Bigrams, ENOUGH};
use crate::catalog::origin::{Expected, Readings};
use crate::catalog::target;
use crate::config::nearest;
use crate::model::literal::{Literal, LiteralKind, Parameter};
use crate::source::Span;

/// How an article's literals differ from those that it should have.
#[derive(Debug, Clone)]
pub enum Difference<'g> {
    /// A literal reads otherwise.
    Differs { expected: Expected<'g>, actual: &'g Literal },
    /// It is nowhere among the article's literals.
    Missing(Expected<'g>),
    /// Its block has it less often than the origin's; the article has it elsewhere as well.
    Fewer(Expected<'g>),
    /// The article has one that its origin has not.
    Extra(&'g Literal),
    /// It stands in another block than it should.
    Moved { expected: Expected<'g>, actual: &'g Literal },
}

/// How many candidates are looked at for a literal that pairs by its place.
const REACH: usize = 64;

/// Compares the literals of `kind` in one article of the group with their origins.
pub fn compare<'g>(readings: &Readings<'g>, article: usize, kind: LiteralKind) -> Vec<Difference<'g>> {
    let expected = readings.expected(article, kind);
    let actual = readings.actual(article, kind);
    if expected.is_empty() && actual.is_empty() {
        return Vec::new();
    }
    let mut pairing = Pairing::new(&expected, &actual);
    pairing.by_key();
    if kind == LiteralKind::Link {
        pairing.by_path();
    }
    pairing.by_name();
    pairing.by_place();
    differences(readings, article, kind, &pairing)
}

/// Which expected literal goes with which actual one.
struct Pairing<'p, 'g> {
    expected: &'p [Expected<'g>],
    actual: &'p [&'g Literal],
    /// For each expected literal its actual one, and the other way round.
    forth: Vec<Option<usize>>,
    back: Vec<Option<usize>>,
}

impl<'p, 'g> Pairing<'p, 'g> {
    fn new(expected: &'p [Expected<'g>], actual: &'p [&'g Literal]) -> Self {
        Self { expected, actual, forth: vec![None; expected.len()], back: vec![None; actual.len()] }
    }

    fn join(&mut self, expected: usize, actual: usize) {
        self.forth[expected] = Some(actual);
        self.back[actual] = Some(expected);
    }

    /// Joins what is equal and stands in the same block, then what is equal wherever it stands.
    fn by_key(&mut self) {
        let expected_keys: Vec<_> = self.expected.iter().map(|expected| target::key(expected.literal)).collect();
        let actual_keys: Vec<_> = self.actual.iter().map(|literal| target::key(literal)).collect();
        let (expected, actual) = (self.expected, self.actual);
        self.by_map(
            |at| expected[at].block.map(|block| (block, &*expected_keys[at])),
            |at| Some((actual[at].block, &*actual_keys[at])),
        );
        let replaced = self.replaced(&expected_keys, &actual_keys);
        let is_free = |at: usize| expected[at].block.is_none_or(|block| !replaced.contains(&block));
        self.by_map(|at| Some(&*expected_keys[at]).filter(|_| is_free(at)), |at| Some(&*actual_keys[at]));
    }

    /// Returns the blocks in which one code span is left over, and one that the origin has nowhere stands in its place:
    /// it was not moved to another block.
    fn replaced(&self, expected_keys: &[Cow<'_, str>], actual_keys: &[Cow<'_, str>]) -> BTreeSet<u32> {
        let is_span = |literal: &Literal| literal.kind == LiteralKind::CodeSpan;
        let mut counts: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
        if self.expected.iter().any(|expected| is_span(expected.literal)) {
            let known: BTreeSet<&str> = expected_keys.iter().map(|key| &**key).collect();
            for at in self.free_actual().into_iter().filter(|&at| !known.contains(&*actual_keys[at])) {
                counts.entry(self.actual[at].block).or_default().0 += 1;
            }
            for block in self.free_expected().into_iter().filter_map(|at| self.expected[at].block) {
                counts.entry(block).and_modify(|(_, lost)| *lost += 1);
            }
        }
        counts.into_iter().filter(|(_, counts)| *counts == (1, 1)).map(|(block, _)| block).collect()
    }

    /// Joins targets of which only one names the host.
    fn by_path(&mut self) {
        let path = |literal: &Literal| target::path_key(&literal.value);
        let mut free: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for at in self.free_actual() {
            free.entry(path(self.actual[at])).or_default().push_back(at);
        }
        for at in self.free_expected() {
            let literal = self.expected[at].literal;
            let same = |other: &usize| target::is_same(literal.kind, &literal.value, &self.actual[*other].value);
            let found = free.get_mut(&path(literal)).and_then(|free| {
                let found = free.iter().position(same)?;
                free.remove(found)
            });
            if let Some(found) = found {
                self.join(at, found);
            }
        }
    }

    /// Joins error parameters of one name.
    fn by_name(&mut self) {
        let (expected, actual) = (self.expected, self.actual);
        self.by_map(
            |at| Parameter::parse(&expected[at].literal.value).map(|parameter| parameter.name),
            |at| Parameter::name_of(&actual[at].value),
        );
    }

    /// Joins the free literals of one key, in order.
    fn by_map<K: Ord>(&mut self, expected_key: impl Fn(usize) -> Option<K>, actual_key: impl Fn(usize) -> Option<K>) {
        if self.back.iter().all(Option::is_some) || self.forth.iter().all(Option::is_some) {
            return;
        }
        let mut free: BTreeMap<K, VecDeque<usize>> = BTreeMap::new();
        for at in self.free_actual() {
            if let Some(key) = actual_key(at) {
                free.entry(key).or_default().push_back(at);
            }
        }
        for at in self.free_expected() {
            let key = expected_key(at);
            let found = key.and_then(|key| free.get_mut(&key)).and_then(VecDeque::pop_front);
            if let Some(found) = found {
                self.join(at, found);
            }
        }
    }

    fn free_actual(&self) -> Vec<usize> {
        (0..self.actual.len()).filter(|&at| self.back[at].is_none()).collect()
    }

    fn free_expected(&self) -> Vec<usize> {
        (0..self.expected.len()).filter(|&at| self.forth[at].is_none()).collect()
    }

    /// Joins what stands in the same block, or else between the same paired neighbours, and is alike enough.
    fn by_place(&mut self) {
        let mut free: BTreeSet<usize> = self.free_actual().into_iter().collect();
        let mut in_block: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
        for &at in &free {
            in_block.entry(self.actual[at].block).or_default().insert(at);
        }
        let bigrams: BTreeMap<usize, Bigrams> =
            free.iter().map(|&at| (at, Bigrams::of(&self.actual[at].value))).collect();
        let next = self.next_paired();
        let mut after = 0;
        for at in 0..self.expected.len() {
            if let Some(actual) = self.forth[at] {
                after = actual + 1;
                continue;
            }
            if free.is_empty() {
                return;
            }
            let expected = &self.expected[at];
            let wanted = Bigrams::of(&expected.literal.value);
            // What the article's own source sentence has belongs into its translation, nowhere else.
            let is_beside =
                |other: &&usize| expected.segment.is_none() || self.actual[**other].segment == expected.segment;
            let likeness = |other: &usize| (*other, wanted.likeness(&bigrams[other]));
            let block = expected.block.and_then(|block| in_block.get(&block));
            let near = block.and_then(|block| most_alike(block.iter().take(REACH).filter(is_beside).map(likeness)));
            let end = next[at].filter(|&next| next > after).unwrap_or(self.actual.len());
            let best = near
                .or_else(|| most_alike(free.range(after..end.max(after)).take(REACH).filter(is_beside).map(likeness)));
            if let Some(best) = best {
                self.join(at, best);
                free.remove(&best);
                if let Some(block) = in_block.get_mut(&self.actual[best].block) {
                    block.remove(&best);
                }
            }
        }
    }

    /// Returns for each expected literal the partner of the next one that has one.
    fn next_paired(&self) -> Vec<Option<usize>> {
        let mut next = vec![None; self.expected.len()];
        let mut seen = None;
        for at in (0..self.expected.len()).rev() {
            next[at] = seen;
            seen = self.forth[at].or(seen);
        }
        next
    }
}

/// Returns the first of those that are most alike, if they are alike enough.
fn most_alike(candidates: impl Iterator<Item = (usize, f64)>) -> Option<usize> {
    candidates
        .filter(|(_, likeness)| *likeness >= ENOUGH)
        .max_by(|(a, left), (b, right)| left.total_cmp(right).then(b.cmp(a)))
        .map(|(other, _)| other)
}

fn differences<'g>(
    readings: &Readings<'g>,
    article: usize,
    kind: LiteralKind,
    pairing: &Pairing<'_, 'g>,
) -> Vec<Difference<'g>> {
    let mut differences = Vec::new();
    let mut absent = Vec::new();
    for (expected, actual) in pairing.expected.iter().zip(&pairing.forth) {
        match actual.map(|at| pairing.actual[at]) {
            Some(actual) if target::is_same(kind, &expected.literal.value, &actual.value) => {
                if expected.block.is_some_and(|block| block != actual.block) {
                    differences.push(Difference::Moved { expected: expected.clone(), actual });
                }
            }
            Some(actual) => differences.push(Difference::Differs { expected: expected.clone(), actual }),
            None => absent.push(expected),
        }
    }
    let missing = not_seen(absent.clone(), |expected| &expected.literal.value, || readings.values(article));
    let strangers = pairing.free_actual().into_iter().map(|at| pairing.actual[at]);
    let strangers: Vec<&Literal> =
        strangers.filter(|literal| !readings.is_undecided(article, kind, literal.block)).collect();
    let extra = not_seen(strangers, |literal| &literal.value, || readings.known(article));
    let fewer = match kind {
        LiteralKind::CodeSpan | LiteralKind::Link => {
            let lost: BTreeSet<&str> = missing.iter().map(|expected| &*expected.literal.value).collect();
            absent.into_iter().filter(|expected| !lost.contains(&*expected.literal.value)).collect()
        }
        _ => Vec::new(),
    };
    let found = by_elimination(missing, fewer, extra).into_iter();
    let wanted = Wanted::of(pairing.expected, kind);
    differences.extend(found.map(|found| match found {
        Difference::Extra(actual) => wanted.slip(actual).unwrap_or(found),
        _ => found,
    }));
    differences
}

/// The code spans that the blocks of an article should have.
struct Wanted<'p, 'g>(BTreeMap<u32, Vec<&'p Expected<'g>>>);

impl<'p, 'g> Wanted<'p, 'g> {
    /// A span that is as like one of its block as this is that one with a slip in it, however often the article has it.
    const SLIP: f64 = 0.6;

    fn of(expected: &'p [Expected<'g>], kind: LiteralKind) -> Self {
        let mut blocks: BTreeMap<u32, Vec<&Expected<'_>>> = BTreeMap::new();
        for expected in expected.iter().filter(|_| kind == LiteralKind::CodeSpan) {
            if let Some(block) = expected.block {
                blocks.entry(block).or_default().push(expected);
            }
        }
        Self(blocks)
    }

    /// Returns what a code span that the origin has nowhere was meant to be.
    fn slip(&self, actual: &'g Literal) -> Option<Difference<'g>> {
        let wanted = &self.0.get(&actual.block)?[..];
        let wanted = &wanted[..wanted.len().min(REACH)];
        let own = Bigrams::of(&actual.value);
        let likeness = |expected: &Expected<'_>| own.likeness(&Bigrams::of(&expected.literal.value));
        let misspelt = || {
            let value = nearest(&actual.value, wanted.iter().map(|expected| &*expected.literal.value))?;
            wanted.iter().find(|expected| &*expected.literal.value == value)
        };
        let alike = wanted.iter().map(|expected| (expected, likeness(expected)));
        let alike = alike.max_by(|(_, left), (_, right)| left.total_cmp(right));
        let alike = alike.filter(|(_, likeness)| *likeness >= Self::SLIP && actual.value.chars().count() > 2);
        let expected = Expected::clone(alike.map(|(expected, _)| expected).or_else(misspelt)?);
        Some(Difference::Differs { expected, actual })
    }
}

/// Returns those of `literals` whose value is none of the `known` ones, each value once.
fn not_seen<'v, L: Copy>(
    literals: Vec<L>,
    value: impl Fn(L) -> &'v str,
    known: impl Fn() -> BTreeSet<&'v str>,
) -> Vec<L> {
    if literals.is_empty() {
        return literals;
    }
    let mut seen = known();
    literals.into_iter().filter(|literal| seen.insert(value(*literal))).collect()
}

/// Takes the only literal that a block lacks and the only one that it has too many for one that was changed,
/// however little they are alike: a translated one has nothing in common with its origin.
///
/// What is missing stands nowhere else; of `fewer` the article has more.
fn by_elimination<'g>(
    missing: Vec<&Expected<'g>>,
    fewer: Vec<&Expected<'g>>,
    extra: Vec<&'g Literal>,
) -> Vec<Difference<'g>> {
    let alone = |blocks: Vec<Option<u32>>| {
        let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
        for block in blocks.into_iter().flatten() {
            *counts.entry(block).or_default() += 1;
        }
        move |block: u32| counts.get(&block) == Some(&1)
    };
    let is_missing_alone = alone(missing.iter().map(|expected| expected.block).collect());
    let is_absent_alone = alone(missing.iter().chain(&fewer).map(|expected| expected.block).collect());
    let is_extra_alone = alone(extra.iter().map(|literal| Some(literal.block)).collect());
    let extra_in: BTreeMap<u32, &'g Literal> = extra.iter().map(|literal| (literal.block, *literal)).collect();
    let mut paired: BTreeSet<Span> = BTreeSet::new();
    let mut differences = Vec::new();
    for expected in &missing {
        let block = expected.block.filter(|block| is_missing_alone(*block) && is_extra_alone(*block));
        let actual = block.map(|block| extra_in[&block]);
        let expected = Expected::clone(expected);
        differences.push(match actual {
            Some(actual) => {
                paired.insert(actual.span);
                Difference::Differs { expected, actual }
            }
            None => Difference::Missing(expected),
        });
    }
    for expected in fewer {
        let is_replaced = |block: &u32| is_absent_alone(*block) && is_extra_alone(*block);
        let actual = expected.block.filter(is_replaced).map(|block| extra_in[&block]);
        differences.push(match actual {
            Some(actual) => {
                paired.insert(actual.span);
                Difference::Differs { expected: expected.clone(), actual }
            }
            None => Difference::Fewer(expected.clone()),
        });
    }
    differences.extend(extra.into_iter().filter(|literal| !paired.contains(&literal.span)).map(Difference::Extra));
    differences
}

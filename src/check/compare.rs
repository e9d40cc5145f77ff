//! Pairs the literals of an article with those that it should have.
//!
//! Literals pair by equal value, then by parameter name, then by place between the same neighbours when
//! they are alike enough. What pairs is one difference, never one missing and one too many.

use std::collections::BTreeSet;

use super::likeness::{ENOUGH, likeness};
use crate::catalog::origin::{Expected, Readings};
use crate::model::literal::{Literal, LiteralKind, Parameter};

/// How an article's literals differ from those that it should have.
#[derive(Debug, Clone)]
pub enum Difference<'g> {
    /// A literal reads otherwise.
    Differs { expected: Expected<'g>, actual: &'g Literal },
    /// It is nowhere among the article's literals.
    Missing(Expected<'g>),
    /// The article has one that its origin has not.
    Extra(&'g Literal),
    /// It stands in another block than it should.
    Moved { expected: Expected<'g>, actual: &'g Literal },
}

/// What may differ between two spellings of one thing.
pub type Same = fn(&str, &str) -> bool;

/// Compares the literals of `kind` in one article of the group with their origins.
pub fn compare<'g>(readings: &Readings<'g>, article: usize, kind: LiteralKind, same: Same) -> Vec<Difference<'g>> {
    let expected = readings.expected(article, kind);
    let actual = readings.actual(article, kind);
    if expected.is_empty() && actual.is_empty() {
        return Vec::new();
    }
    let mut pairing = Pairing::new(&expected, &actual);
    pairing.by_value(same);
    pairing.by_name();
    pairing.by_place();
    differences(readings, article, &pairing, same)
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

    /// Joins what is equal: in the same block first, then anywhere.
    fn by_value(&mut self, same: Same) {
        for in_block in [true, false] {
            // Both sides are in order: the first free partner of each value is found through a map.
            let mut free: std::collections::BTreeMap<(Option<u32>, &str), std::collections::VecDeque<usize>> =
                std::collections::BTreeMap::new();
            let key = |block: u32| in_block.then_some(block);
            for at in (0..self.actual.len()).filter(|&at| self.back[at].is_none()) {
                let literal = self.actual[at];
                free.entry((key(literal.block), &literal.value)).or_default().push_back(at);
            }
            for at in 0..self.expected.len() {
                let expected = &self.expected[at];
                if self.forth[at].is_some() || in_block && expected.block.is_none() {
                    continue;
                }
                let block = if in_block { expected.block } else { None };
                let found = free.get_mut(&(block, &*expected.literal.value)).and_then(|free| free.pop_front());
                if let Some(found) = found {
                    self.join(at, found);
                }
            }
        }
        for at in 0..self.expected.len() {
            if self.forth[at].is_some() {
                continue;
            }
            let expected = &self.expected[at];
            let found = (0..self.actual.len())
                .filter(|&other| self.back[other].is_none())
                .find(|&other| same(&expected.literal.value, &self.actual[other].value));
            if let Some(found) = found {
                self.join(at, found);
            }
        }
    }

    /// Joins error parameters of one name.
    fn by_name(&mut self) {
        for at in 0..self.expected.len() {
            let name = Parameter::parse(&self.expected[at].literal.value).map(|parameter| parameter.name);
            let Some(name) = name.filter(|_| self.forth[at].is_none()) else { continue };
            let found = (0..self.actual.len())
                .filter(|&other| self.back[other].is_none())
                .find(|&other| Parameter::name_of(&self.actual[other].value) == Some(name));
            if let Some(found) = found {
                self.join(at, found);
            }
        }
    }

    /// Joins what stands between the same paired neighbours, or in the same block, and is alike enough.
    fn by_place(&mut self) {
        let mut after = 0;
        for at in 0..self.expected.len() {
            if let Some(actual) = self.forth[at] {
                after = actual + 1;
                continue;
            }
            let before = self.forth[at + 1..].iter().flatten().copied().find(|&next| next >= after);
            let between = after..before.unwrap_or(self.actual.len());
            let expected = &self.expected[at];
            let in_block = |other: usize| expected.block == Some(self.actual[other].block);
            let free = (0..self.actual.len()).filter(|&other| self.back[other].is_none());
            let near = free.filter(|&other| between.contains(&other) || in_block(other));
            let best = near
                .map(|other| (other, likeness(&expected.literal.value, &self.actual[other].value)))
                .filter(|(_, likeness)| *likeness >= ENOUGH)
                .max_by(|(a, left), (b, right)| left.total_cmp(right).then(b.cmp(a)));
            if let Some((other, _)) = best {
                self.join(at, other);
            }
        }
    }
}

fn differences<'g>(
    readings: &Readings<'g>,
    article: usize,
    pairing: &Pairing<'_, 'g>,
    same: Same,
) -> Vec<Difference<'g>> {
    let all_values: BTreeSet<&str> = readings.values(article);
    let mut differences = Vec::new();
    let mut missing: BTreeSet<&str> = BTreeSet::new();
    for (expected, actual) in pairing.expected.iter().zip(&pairing.forth) {
        match actual.map(|at| pairing.actual[at]) {
            Some(actual) if same(&expected.literal.value, &actual.value) => {
                if expected.block.is_some_and(|block| block != actual.block) {
                    differences.push(Difference::Moved { expected: expected.clone(), actual });
                }
            }
            Some(actual) => differences.push(Difference::Differs { expected: expected.clone(), actual }),
            None if all_values.contains(&*expected.literal.value) || !missing.insert(&expected.literal.value) => {}
            None => differences.push(Difference::Missing(expected.clone())),
        }
    }
    let known = readings.known(article);
    let strangers = (0..pairing.actual.len()).filter(|&at| pairing.back[at].is_none()).map(|at| pairing.actual[at]);
    let mut named: BTreeSet<&str> = BTreeSet::new();
    for literal in strangers {
        if !known.contains(&*literal.value) && named.insert(&literal.value) {
            differences.push(Difference::Extra(literal));
        }
    }
    differences
}

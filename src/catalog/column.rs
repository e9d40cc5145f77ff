//! What the articles of a group have in one block of the lead, and what most of them have.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::target;
use crate::model::literal::{Literal, Side};

/// A literal with what it is compared by.
#[derive(Debug)]
pub(super) struct Entry<'g> {
    pub article: usize,
    pub literal: &'g Literal,
    pub key: Cow<'g, str>,
}

/// The literals of one kind in one block, article by article.
#[derive(Debug, Default)]
pub(super) struct Column<'g> {
    target: Vec<Entry<'g>>,
    source: Vec<Entry<'g>>,
    /// Whether all articles say the same: nothing there can differ from its origin.
    pub uniform: bool,
}

impl<'g> Column<'g> {
    /// Files a literal; articles come in order.
    pub fn file(&mut self, article: usize, literal: &'g Literal) {
        let entry = Entry { article, literal, key: target::key(literal) };
        match literal.side {
            Side::Target => self.target.push(entry),
            Side::Source => self.source.push(entry),
        }
    }

    /// Returns what the article itself has.
    pub fn of(&self, article: usize) -> &[Entry<'g>] {
        of(&self.target, article)
    }

    /// Returns what stands in the source sentences that the article carries along.
    pub fn source_of(&self, article: usize) -> &[Entry<'g>] {
        of(&self.source, article)
    }

    /// Returns the keys of what the article has, sorted.
    pub fn keys(&self, article: usize) -> Vec<&str> {
        let mut keys: Vec<&str> = self.of(article).iter().map(|entry| &*entry.key).collect();
        keys.sort_unstable();
        keys
    }

    /// Tells whether all of `count` articles have the same, their source sentences too.
    pub fn is_uniform(&self, count: usize) -> bool {
        let first = self.keys(0);
        (1..count).all(|index| self.keys(index) == first)
            && self.source.iter().all(|entry| first.binary_search(&&*entry.key).is_ok())
    }
}

fn of<'e, 'g>(entries: &'e [Entry<'g>], article: usize) -> &'e [Entry<'g>] {
    let start = entries.partition_point(|entry| entry.article < article);
    let end = entries.partition_point(|entry| entry.article <= article);
    &entries[start..end]
}

/// What articles decide by their number.
#[derive(Debug, Default)]
pub(super) struct Vote<'g> {
    /// The literals that more than half have, with how many have each.
    pub literals: Vec<(&'g Literal, usize)>,
    /// Whether there is something that neither more nor fewer than half have, or most have something of their own.
    pub undecided: bool,
}

/// Counts what `voters` have in `column`; a literal that stands there twice is two.
pub(super) fn vote<'g>(column: &Column<'g>, voters: &[usize]) -> Vote<'g> {
    let mut counts: BTreeMap<(&str, usize), (usize, &'g Literal)> = BTreeMap::new();
    for &voter in voters {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for entry in column.of(voter) {
            let nth = seen.entry(&entry.key).or_default();
            counts.entry((&entry.key, *nth)).or_insert((0, entry.literal)).0 += 1;
            *nth += 1;
        }
    }
    let is_most = |agree: usize| 2 * agree > voters.len();
    let decided: BTreeSet<&str> =
        counts.iter().filter(|(_, (agree, _))| is_most(*agree)).map(|((key, _), _)| *key).collect();
    let is_stray = |voter: usize| column.of(voter).iter().any(|entry| !decided.contains(&*entry.key));
    let strays = voters.iter().filter(|&&voter| is_stray(voter)).count();
    let has_tie = counts.iter().any(|((key, _), (agree, _))| 2 * agree == voters.len() && !decided.contains(key));
    let mut literals: Vec<_> =
        counts.into_values().filter(|(agree, _)| is_most(*agree)).map(|(agree, literal)| (literal, agree)).collect();
    literals.sort_by_key(|(literal, _)| literal.span);
    Vote { literals, undecided: is_most(strays) || has_tie }
}

//! Where articles differ and nothing says which of them is right.

use std::collections::BTreeSet;

use super::column::{Column, Entry};
use super::origin::Readings;
use super::target;
use crate::model::literal::{Literal, LiteralKind, Side};

/// A passage on which the articles of a group disagree, with no origin to decide.
#[derive(Debug, Clone)]
pub struct Disagreement<'g> {
    /// The first article by tag that has a reading, and its reading.
    pub first: (usize, &'g Literal),
    /// Another article, and its reading if it has one.
    pub other: (usize, Option<&'g Literal>),
    /// The lead's block.
    pub column: Option<u32>,
}

/// Returns the passages of `kind` on which articles differ without an origin that could decide: one a
/// block, and one in all for literals that only changed places.
pub fn disagreements<'g>(readings: &Readings<'g>, kind: LiteralKind) -> Vec<Disagreement<'g>> {
    let mut found = Vec::new();
    let mut has_move = false;
    let keys: Vec<BTreeSet<String>> =
        (0..readings.group.articles.len()).map(|index| keys(readings, index, kind)).collect();
    for (at, column) in readings.columns_of(kind).filter(|(_, column)| !column.uniform) {
        let Some((disagreement, is_move)) = in_column(readings, kind, at, column, &keys) else { continue };
        if !is_move || !std::mem::replace(&mut has_move, true) {
            found.push(disagreement);
        }
    }
    found.extend(outside(readings, kind, &keys));
    found
}

/// Returns the keys of everything that an article has of `kind`.
fn keys(readings: &Readings<'_>, article: usize, kind: LiteralKind) -> BTreeSet<String> {
    let literals = readings.group.articles[article].literals.iter();
    let own = literals.filter(|literal| literal.kind == kind && literal.side == Side::Target);
    own.map(|literal| target::key(literal).into_owned()).collect()
}

/// Returns the disagreement in one block of the lead, and whether it is only that literals changed places.
fn in_column<'g>(
    readings: &Readings<'g>,
    kind: LiteralKind,
    at: u32,
    column: &Column<'g>,
    keys: &[BTreeSet<String>],
) -> Option<(Disagreement<'g>, bool)> {
    let undecided = readings.undecided(kind, at);
    let first = *undecided.iter().find(|&&index| !column.of(index).is_empty())?;
    let other = *undecided.iter().find(|&&index| column.keys(index) != column.keys(first))?;
    let ours = stranger(column, first, other, keys);
    let theirs = stranger(column, other, first, keys);
    let is_move = [(ours, other), (theirs, first)]
        .iter()
        .all(|(entry, article)| entry.is_none_or(|entry| keys[*article].contains(&*entry.key)));
    let (first, other) = match (ours, theirs) {
        (Some(ours), theirs) => ((first, ours.literal), (other, theirs.map(|entry| entry.literal))),
        (None, Some(theirs)) => ((other, theirs.literal), (first, None)),
        (None, None) => return None,
    };
    Some((Disagreement { first, other, column: Some(at) }, is_move))
}

/// Returns what `article` has in the block and `other` has not; first of all what it has nowhere.
fn stranger<'c, 'g>(
    column: &'c Column<'g>,
    article: usize,
    other: usize,
    keys: &[BTreeSet<String>],
) -> Option<&'c Entry<'g>> {
    let theirs = column.keys(other);
    let strangers = || column.of(article).iter().filter(|entry| theirs.binary_search(&&*entry.key).is_err());
    strangers().find(|entry| !keys[other].contains(&*entry.key)).or_else(|| strangers().next())
}

/// Returns what articles have in blocks that the lead lacks, one a block.
fn outside<'g>(readings: &Readings<'g>, kind: LiteralKind, keys: &[BTreeSet<String>]) -> Vec<Disagreement<'g>> {
    let articles = &readings.group.articles;
    let mut found: Vec<Disagreement<'g>> = Vec::new();
    for (index, article) in articles.iter().enumerate().filter(|(index, _)| !readings.group.is_source(*index)) {
        let Some(other) = (0..articles.len()).find(|&other| other != index) else { break };
        let mut last = None;
        for literal in article.literals.iter().filter(|literal| literal.kind == kind && literal.side == Side::Target) {
            let is_outside = readings.column(index, literal.block).is_none();
            let is_known =
                || keys.iter().enumerate().any(|(at, keys)| at != index && keys.contains(&*target::key(literal)));
            if is_outside
                && last != Some(literal.block)
                && readings.is_undecided(index, kind, literal.block)
                && !is_known()
            {
                last = Some(literal.block);
                found.push(Disagreement { first: (index, literal), other: (other, None), column: None });
            }
        }
    }
    found
}

//! What blocks have that needs no language.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;

use super::Signs;
use crate::catalog::target;
use crate::model::article::Article;
use crate::model::document::Block;
use crate::model::literal::{LiteralKind, Side};

/// A block, and what it has that needs no language.
pub(super) struct Traits<'a> {
    pub(super) block: &'a Block,
    /// The numbers of its values, in order; equal values have one number.
    values: Vec<u32>,
    /// Those of them that the other article has somewhere: what it has nowhere was changed there, or left out.
    pub(super) common: Vec<u32>,
    length: usize,
}

impl<'a> Traits<'a> {
    /// Returns the traits of the blocks of two articles.
    pub(super) fn of(articles: [&'a Article; 2], signs: [Signs<'a>; 2]) -> [Vec<Self>; 2] {
        // Some tools write anchors into translations alone.
        let has_anchors =
            |article: &Article| article.literals.iter().any(|literal| literal.kind == LiteralKind::Anchor);
        let anchors = articles.iter().all(|article| has_anchors(article));
        let mut numbers = Numbers::default();
        let mut side = 0;
        let mut traits = articles.map(|article| {
            let traits = Self::listed(article, anchors, side, &mut numbers);
            side += 1;
            traits
        });
        for (side, signs) in signs.into_iter().enumerate() {
            for (block, sign) in signs {
                traits[side][block as usize].values.push(numbers.of(sign, side));
            }
        }
        for trait_ in traits.iter_mut().flatten() {
            trait_.values.sort_unstable();
            trait_.common = trait_.values.iter().copied().filter(|&value| numbers.is_common(value)).collect();
        }
        traits
    }

    /// Returns the blocks of an article with the numbers of their literals.
    fn listed(article: &'a Article, anchors: bool, side: usize, numbers: &mut Numbers<'a>) -> Vec<Self> {
        let length = |block: &Block| (block.span.end - block.span.start) as usize;
        let traits = |block| Self { block, values: Vec::new(), common: Vec::new(), length: length(block) };
        let mut traits: Vec<Self> = article.blocks.iter().map(traits).collect();
        for literal in article.literals.iter().filter(|literal| literal.side == Side::Target) {
            let values = &mut traits[literal.block as usize].values;
            match literal.kind {
                LiteralKind::SymbolicName => {}
                LiteralKind::Anchor if !anchors => {}
                // One of two spellings may lack the host.
                LiteralKind::Link => values.push(numbers.of(Cow::Owned(target::path_key(&literal.value)), side)),
                // Comments in code may be translated.
                LiteralKind::Fence => {
                    let lines = literal.value.lines().map(str::trim).filter(|line| !line.is_empty());
                    values.extend(lines.map(|line| numbers.of(Cow::Borrowed(line), side)));
                }
                _ => values.push(numbers.of(Cow::Borrowed(&*literal.value), side)),
            }
        }
        traits
    }

    /// Tells whether the two are surely the same block, seen from an end that both articles share.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        self.block.is_like(other.block) && self.values == other.values
    }

    /// Returns how well the two match: 0 for blocks of different parts, else from 1 to 48.
    pub(super) fn likeness(&self, other: &Self) -> u32 {
        if !self.block.is_like(other.block) {
            return 0;
        }
        let most = self.values.len().max(other.values.len());
        let (short, long) = (self.length.min(other.length), self.length.max(other.length).max(1));
        let likeness = match (shared(&self.common, &other.common), self.common.is_empty(), other.common.is_empty()) {
            (0, true, true) if most == 0 => 16 + 8 * short / long,
            (0, true, true) => 8 + 8 * short / long,
            // What one of them has stands elsewhere in the other's article.
            (0, false, false) => 1 + 2 * short / long,
            (0, ..) => 4 + 4 * short / long,
            (shared, ..) => 8 + 32 * shared / most + 8 * short / long,
        };
        u32::try_from(likeness).expect("a small number")
    }
}

/// Returns how many values two sorted lists share.
fn shared(left: &[u32], right: &[u32]) -> usize {
    let (mut l, mut r, mut count) = (0, 0, 0);
    while let (Some(a), Some(b)) = (left.get(l), right.get(r)) {
        match a.cmp(b) {
            Ordering::Less => l += 1,
            Ordering::Greater => r += 1,
            Ordering::Equal => {
                l += 1;
                r += 1;
                count += 1;
            }
        }
    }
    count
}

/// Numbers for values, and which of two articles have them.
#[derive(Default)]
struct Numbers<'a> {
    known: HashMap<Cow<'a, str>, u32>,
    holders: Vec<[bool; 2]>,
}

impl<'a> Numbers<'a> {
    /// Returns the number of a value that the article on that `side` has.
    fn of(&mut self, value: Cow<'a, str>, side: usize) -> u32 {
        let next = u32::try_from(self.holders.len()).expect("fewer values than bytes");
        let number = *self.known.entry(value).or_insert(next);
        if number == next {
            self.holders.push([false; 2]);
        }
        self.holders[number as usize][side] = true;
        number
    }

    fn is_common(&self, number: u32) -> bool {
        self.holders[number as usize] == [true; 2]
    }
}

//! Which block of one article is which block of another.
//!
//! Blocks match where they have the same part in the outline. Where outlines differ, what needs no
//! translation (literals, targets, anchors) says which blocks belong together.

use std::borrow::Cow;

use super::target;
use crate::model::article::Article;
use crate::model::document::Block;
use crate::model::literal::{LiteralKind, Side};

/// For each block of an article, the block of the lead that it translates.
pub type Alignment = Vec<Option<u32>>;

/// The largest table that is filled for differing outlines, in cells; above it equal outlines alone count.
const MAX_CELLS: usize = 1 << 20;

/// Texts beyond an article's literals that need no translation either, each with the block that it stands in.
pub type Signs<'a> = Vec<(u32, Cow<'a, str>)>;

/// Returns for each block of `other` the block of `lead` that it translates.
pub fn align(lead: &Article, other: &Article) -> Alignment {
    align_by(lead, other, Default::default)
}

/// Returns the same by the articles' literals and further `signs` of both, which are asked for where outlines differ.
pub fn align_by<'a>(lead: &'a Article, other: &'a Article, signs: impl FnOnce() -> [Signs<'a>; 2]) -> Alignment {
    let (left, right) = (&lead.blocks, &other.blocks);
    let same_start = left.iter().zip(right).take_while(|(a, b)| a.is_like(b)).count();
    if same_start == left.len() && same_start == right.len() {
        return (0..right.len()).map(number).map(Some).collect();
    }
    let [left, right] = signs();
    // Some tools write anchors into translations alone.
    let has_anchors = |article: &Article| article.literals.iter().any(|literal| literal.kind == LiteralKind::Anchor);
    let anchors = has_anchors(lead) && has_anchors(other);
    let (left, right) = (Traits::of(lead, left, anchors), Traits::of(other, right, anchors));
    let start = left.iter().zip(&right).take_while(|(a, b)| a.agrees(b)).count();
    let rest = left.len().min(right.len()) - start;
    let end = left.iter().rev().zip(right.iter().rev()).take(rest).take_while(|(a, b)| a.agrees(b)).count();
    let mut alignment: Alignment = vec![None; right.len()];
    for (at, cell) in alignment.iter_mut().enumerate().take(start) {
        *cell = Some(number(at));
    }
    for back in 1..=end {
        alignment[right.len() - back] = Some(number(left.len() - back));
    }
    let (left, right) = (&left[start..left.len() - end], &right[start..right.len() - end]);
    let middle = if left.len() * right.len() <= MAX_CELLS { best(left, right) } else { greedy(left, right) };
    for (l, r) in middle {
        alignment[start + r] = Some(number(start + l));
    }
    alignment
}

fn number(at: usize) -> u32 {
    u32::try_from(at).expect("fewer blocks than bytes")
}

/// What a block has that needs no language.
struct Traits<'a> {
    block: &'a Block,
    /// Sorted.
    values: Vec<Cow<'a, str>>,
    length: usize,
}

impl<'a> Traits<'a> {
    fn of(article: &'a Article, signs: Signs<'a>, anchors: bool) -> Vec<Self> {
        let mut traits: Vec<Self> = article
            .blocks
            .iter()
            .map(|block| Self { block, values: Vec::new(), length: (block.span.end - block.span.start) as usize })
            .collect();
        for literal in article.literals.iter().filter(|literal| literal.side == Side::Target) {
            let counts = match literal.kind {
                LiteralKind::SymbolicName => false,
                LiteralKind::Anchor => anchors,
                _ => true,
            };
            if counts {
                let value = match literal.kind {
                    // One of two spellings may lack the host.
                    LiteralKind::Link => Cow::Owned(target::path_key(&literal.value)),
                    _ => Cow::Borrowed(&*literal.value),
                };
                traits[literal.block as usize].values.push(value);
            }
        }
        for (block, sign) in signs {
            traits[block as usize].values.push(sign);
        }
        for trait_ in &mut traits {
            trait_.values.sort_unstable();
        }
        traits
    }

    /// Tells whether the two are surely the same block, seen from an end that both articles share.
    fn agrees(&self, other: &Self) -> bool {
        self.block.is_like(other.block) && self.values == other.values
    }

    /// Returns how well the two match: 0 for blocks of different parts, else from 8 to 48.
    fn likeness(&self, other: &Self) -> u32 {
        if !self.block.is_like(other.block) {
            return 0;
        }
        let shared = shared(&self.values, &other.values);
        let most = self.values.len().max(other.values.len());
        let (short, long) = (self.length.min(other.length), self.length.max(other.length).max(1));
        let by_values = (32 * shared).checked_div(most).unwrap_or(8);
        8 + u32::try_from(by_values + 8 * short / long).expect("a small number")
    }
}

/// Returns how many values two sorted lists share.
fn shared(left: &[Cow<'_, str>], right: &[Cow<'_, str>]) -> usize {
    let (mut l, mut r, mut count) = (0, 0, 0);
    while let (Some(a), Some(b)) = (left.get(l), right.get(r)) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => l += 1,
            std::cmp::Ordering::Greater => r += 1,
            std::cmp::Ordering::Equal => {
                l += 1;
                r += 1;
                count += 1;
            }
        }
    }
    count
}

/// Returns the pairs, in order, whose likeness adds up to most (Needleman and Wunsch, gaps cost nothing).
fn best(left: &[Traits<'_>], right: &[Traits<'_>]) -> Vec<(usize, usize)> {
    let width = right.len() + 1;
    let mut sums = vec![0_u32; (left.len() + 1) * width];
    for l in (0..left.len()).rev() {
        for r in (0..right.len()).rev() {
            let likeness = left[l].likeness(&right[r]);
            let paired = if likeness > 0 { likeness + sums[(l + 1) * width + r + 1] } else { 0 };
            sums[l * width + r] = paired.max(sums[(l + 1) * width + r]).max(sums[l * width + r + 1]);
        }
    }
    let (mut l, mut r, mut pairs) = (0, 0, Vec::new());
    while l < left.len() && r < right.len() {
        let here = sums[l * width + r];
        let likeness = left[l].likeness(&right[r]);
        if likeness > 0 && here == likeness + sums[(l + 1) * width + r + 1] {
            pairs.push((l, r));
            l += 1;
            r += 1;
        } else if here == sums[(l + 1) * width + r] {
            l += 1;
        } else {
            r += 1;
        }
    }
    pairs
}

/// Returns pairs of like blocks, each with the next one that fits within reach: for articles too long for a table.
fn greedy(left: &[Traits<'_>], right: &[Traits<'_>]) -> Vec<(usize, usize)> {
    const REACH: usize = 64;
    let (mut next, mut pairs) = (0, Vec::new());
    for (r, block) in right.iter().enumerate() {
        let window = next..left.len().min(next + REACH);
        let fits = |at: &usize| left[*at].agrees(block);
        if let Some(l) = window.clone().find(fits).or_else(|| window.clone().find(|&at| left[at].likeness(block) > 0)) {
            pairs.push((l, r));
            next = l + 1;
        }
    }
    pairs
}

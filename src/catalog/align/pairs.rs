//! Which blocks of two differing outlines go together, in order.
//!
//! A table finds the best pairs of all. For articles too long for it, blocks that nothing else is like divide both
//! into parts; a part that is still too long is taken window by window.

use std::collections::HashMap;

use super::traits::Traits;
use crate::model::document::{BlockKind, Containers};

/// The largest tables that are filled for two articles, in cells.
const MAX_CELLS: usize = 1 << 20;

/// How many blocks of both articles one window has.
const WINDOW: usize = 128;

/// Places in both articles.
type Pair = (usize, usize);

/// Returns the pairs of like blocks, in order.
pub(super) fn of(left: &[Traits<'_>], right: &[Traits<'_>]) -> Vec<Pair> {
    if left.len() * right.len() <= MAX_CELLS {
        return best(left, right);
    }
    let mut cells = MAX_CELLS;
    let mut pairs = Vec::new();
    let mut start = (0, 0);
    let end = (left.len(), right.len());
    for anchor in anchors(left, right).into_iter().chain([end]) {
        let (l, r) = (&left[start.0..anchor.0], &right[start.1..anchor.1]);
        let found = match cells.checked_sub(l.len() * r.len()) {
            Some(rest) => {
                cells = rest;
                best(l, r)
            }
            None => by_windows(l, r),
        };
        pairs.extend(found.into_iter().map(|(l, r)| (start.0 + l, start.1 + r)));
        if anchor != end {
            pairs.push(anchor);
            start = (anchor.0 + 1, anchor.1 + 1);
        }
    }
    pairs
}

/// Returns the longest chain of pairs that have the same values, which no other block of either article has.
fn anchors(left: &[Traits<'_>], right: &[Traits<'_>]) -> Vec<Pair> {
    let (on_left, on_right) = (alone(left), alone(right));
    let twins = |(l, block): (usize, &Traits<'_>)| {
        let key = key(block)?;
        let is_alone = on_left.get(&key).is_some_and(Option::is_some);
        Some((l, (*on_right.get(&key)?).filter(|_| is_alone)?))
    };
    chain(left.iter().enumerate().filter_map(twins).collect())
}

/// What makes a block known: its part in the outline, and its values.
type Key<'t> = (BlockKind, Containers, &'t [u32]);

fn key<'t>(block: &'t Traits<'_>) -> Option<Key<'t>> {
    (!block.common.is_empty()).then_some((block.block.kind, block.block.containers, &*block.common))
}

/// Returns where each key stands, with no place for one that stands twice.
fn alone<'t>(blocks: &'t [Traits<'_>]) -> HashMap<Key<'t>, Option<usize>> {
    let mut places = HashMap::new();
    for (at, key) in blocks.iter().enumerate().filter_map(|(at, block)| Some((at, key(block)?))) {
        places.entry(key).and_modify(|place| *place = None).or_insert(Some(at));
    }
    places
}

/// Returns the most of `pairs`, which are in order on the left, that are in order on the right, too.
fn chain(pairs: Vec<Pair>) -> Vec<Pair> {
    // For each length of a chain the pair that ends one and stands first on the right.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < pair.1);
        before.push(length.checked_sub(1).map(|last| ends[last]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut chain: Vec<Pair> =
        std::iter::successors(ends.last().copied(), |&at| before[at]).map(|at| pairs[at]).collect();
    chain.reverse();
    chain
}

/// Returns the pairs whose likeness adds up to most (Needleman and Wunsch, gaps cost nothing).
fn best(left: &[Traits<'_>], right: &[Traits<'_>]) -> Vec<Pair> {
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

/// Returns the best pairs of windows that overlap: those in the first half of each, whose end decides on the next.
fn by_windows(left: &[Traits<'_>], right: &[Traits<'_>]) -> Vec<Pair> {
    const HALF: usize = WINDOW / 2;
    let mut pairs: Vec<Pair> = Vec::new();
    let (mut l, mut r) = (0, 0);
    while l < left.len() && r < right.len() {
        let window = best(&left[l..left.len().min(l + WINDOW)], &right[r..right.len().min(r + WINDOW)]);
        let sure = window.partition_point(|&(down, along)| down < HALF && along < HALF);
        pairs.extend(window[..sure].iter().map(|&(down, along)| (l + down, r + along)));
        let (down, along) = window.get(sure).copied().unwrap_or((WINDOW, WINDOW));
        l += down;
        r += along;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_leaves_out_what_crosses_it() {
        assert_eq!(chain(vec![]), []);
        assert_eq!(chain(vec![(0, 5), (1, 0), (2, 1), (4, 9), (5, 2), (6, 8)]), [(1, 0), (2, 1), (5, 2), (6, 8)]);
        assert_eq!(chain(vec![(0, 2), (1, 1), (2, 0)]), [(2, 0)]);
    }
}

//! Which block of one article is which block of another.
//!
//! Blocks match where they have the same part in the outline. Where outlines differ, what needs no
//! translation (literals, targets, anchors) says which blocks belong together.

mod pairs;
mod traits;

use std::borrow::Cow;

use crate::model::article::Article;
use traits::Traits;

/// For each block of an article, the block of the lead that it translates.
pub type Alignment = Vec<Option<u32>>;

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
    let [left, right] = Traits::of([lead, other], signs());
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
    for (l, r) in pairs::of(&left[start..left.len() - end], &right[start..right.len() - end]) {
        alignment[start + r] = Some(number(start + l));
    }
    alignment
}

fn number(at: usize) -> u32 {
    u32::try_from(at).expect("fewer blocks than bytes")
}

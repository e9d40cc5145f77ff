//! What speaks for it that the words of a link stand beside it.

use std::collections::BTreeMap;

use super::gloss::{is_glossed, without_gloss};
use super::pair::{Pair, plain};
use super::text::{
    ends_passage, folded, has_clauses, has_odd_pairs, has_sentence_end, is_between_grammar, is_end, is_sign, last_end,
    starts_amid, starts_with_grammar, width,
};
use super::{NEAR, torn};
use crate::check::function_words;
use crate::markdown::prose::Run;

/// So much must speak for it that a link's words stand beside it.
pub(super) const SURE: u32 = 3;

/// What speaks for it that the words of a link stand beside it.
pub(super) struct Beside<'p, 'c> {
    pair: Pair<'p, 'c>,
    /// Whether the very text of the origin's link stands beside the link.
    has_words: bool,
    /// A name of the origin's link that stands beside it.
    pub(super) name: Option<String>,
    /// Whether the link says much more than the origin's own, and more than one whole sentence.
    is_long: bool,
    /// Whether none of its names stands in the link.
    pub(super) are_all: bool,
    /// Whether the link ends amid brackets or words, and the origin's does not, or lost its signs or took others'.
    is_torn: bool,
}

impl<'p, 'c> Beside<'p, 'c> {
    pub(super) fn of(pair: Pair<'p, 'c>) -> Self {
        let Pair { text, original, was, .. } = pair;
        let names = names(was);
        let inside = if names.is_empty() { Vec::new() } else { self::names(text) };
        let missing: Vec<&str> = names.iter().copied().filter(|name| !inside.contains(name)).collect();
        // Something of the link's own must be left out, and no more than as much stay.
        let is_thin = missing.is_empty() || 2 * missing.len() < names.len();
        let moved: Vec<&str> = if is_thin || is_glossed(pair) { Vec::new() } else { moved(pair, &missing) };
        // Another translation's link may be cut itself; and a link that is a whole sentence has its words in it, as in
        // "[For more information, click here](…)."
        let is_long = original.evidence.is_some() && 2 * width(text) > 5 * width(was) + 16;
        Self {
            pair,
            is_long: is_long && !is_sentence(pair),
            has_words: has_words(pair),
            name: moved.first().map(|name| (*name).to_owned()),
            are_all: !moved.is_empty() && missing.len() == names.len(),
            is_torn: torn::is_cut(pair),
        }
    }

    /// Returns how much speaks for it.
    pub(super) fn weight(&self) -> u32 {
        let Pair { text, was, .. } = self.pair;
        let is_new = |shows: fn(&str) -> bool| self.pair.is_new(shows);
        let names = u32::from(self.name.is_some()) + u32::from(self.are_all);
        // No text begins with a sign that ends another, or ends amid brackets.
        // A preposition at its end leads to the word behind it, unless one follows in the origin and was taken along.
        if is_new(starts_amid)
            || self.is_torn
            || is_new(is_between_grammar) && self.pair.goes_on() && !self.pair.is_followed_by_grammar()
        {
            return SURE;
        }
        let cuts = [is_new(has_odd_pairs), self.is_long].map(|holds| 2 * u32::from(holds));
        let cuts: u32 = cuts.iter().sum();
        if names + cuts == 0 && !self.has_words {
            return 0;
        }
        let signs = [
            is_new(ends_passage),
            is_new(has_sentence_end),
            is_new(has_clauses),
            is_new(starts_with_grammar),
            is_new(|text| function_words::has_see(&folded(text))),
            10 * width(text) < 3 * width(was) && width(was) > 7,
            20 * width(text) < 3 * width(was),
        ];
        let signs = cuts + signs.into_iter().map(u32::from).sum::<u32>();
        // With nothing beside the link that is its own, more must be wrong with what is in it.
        let signs = if names > 0 { signs } else { signs.saturating_sub(1) };
        names + signs + if self.has_words { SURE } else { 0 }
    }
}

/// Tells whether a link is a sentence and nothing else.
fn is_sentence(pair: Pair<'_, '_>) -> bool {
    let (text, [before, behind]) = (pair.text, pair.around());
    let starts = !before[last_end(before)..].contains(char::is_alphanumeric)
        && !text.trim_start_matches(is_sign).starts_with(char::is_lowercase);
    let first = behind.chars().find(|&c| c.is_alphanumeric() || is_end(c));
    starts && (text.ends_with(is_end) || first.is_none_or(is_end))
}

/// Tells whether the origin's link stands in the passage as it reads there, next to the link and not in it.
fn has_words(pair: Pair<'_, '_>) -> bool {
    let was = pair.was.trim_matches(is_sign);
    let has_some = was.chars().count() > 3 && was.chars().any(char::is_alphanumeric);
    let is_beside = |run: &Run<'_>| run.link.is_none() && run.text.contains(was);
    if !has_some || pair.text.contains(was) || !pair.prose().block(pair.link.block).iter().any(is_beside) {
        return false;
    }
    let [before, behind] = without_gloss(pair.around(), was);
    let is_near = |part: &str| part.chars().filter(|c| c.is_alphanumeric()).count() <= NEAR;
    let is_before = before.rfind(was).is_some_and(|at| is_near(&before[at + was.len()..]));
    let is_behind = || behind.find(was).is_some_and(|at| is_near(&behind[..at]));
    (is_before || is_behind()) && !pair.around_origin().iter().any(|part| part.contains(was))
}

/// So few names are looked for one by one.
const FEW: usize = 16;

/// Returns those of the `missing` names of the origin's link that stand beside the translation's link.
///
/// Names are words in Latin letters with a capital or a digit; how often they stand outside links of the
/// passage on both sides decides.
fn moved<'w>(pair: Pair<'_, '_>, missing: &[&'w str]) -> Vec<&'w str> {
    let original = pair.original;
    let here = pair.beside();
    // Most names of a passage stand in its links.
    if missing.len() < FEW && !missing.iter().any(|name| here.contains(name)) {
        return Vec::new();
    }
    let there = plain(original.prose, original.link);
    let (here, there) = (outside(here), outside(&there));
    let count = |all: &BTreeMap<&str, usize>, name: &str| all.get(name).copied().unwrap_or_default();
    missing.iter().copied().filter(|name| count(&here, name) > count(&there, name)).collect()
}

/// Returns the names in a text.
pub fn names(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')));
    let words = words.map(|word| word.trim_matches(['.', '-']));
    let is_short = |word: &str| word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_name = |word: &&str| {
        (word.len() > 2 || is_short(word))
            && word.bytes().any(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && word.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    words.filter(is_name).collect()
}

/// Returns the names in a text that stand not between brackets, where the original name of what was translated stands,
/// and how often each does.
fn outside(text: &str) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for name in text.split(['(', '（']).enumerate().flat_map(|(number, part)| match part.split_once([')', '）']) {
        Some((_, behind)) if number > 0 => names(behind),
        _ => names(part),
    }) {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

//! Links that stand on words of their sentence which are not their own.

use super::pair::Pair;
use super::text::{ends_with_grammar, folded, has_clauses, width};
use super::{joint, seen};
use crate::check::function_words;
use crate::markdown::prose::{Link, Prose};

/// Tells whether "this article", which the origin's link says, stands beside the link.
pub(super) fn leaves_this(pair: Pair<'_, '_>) -> bool {
    let points = |text: &str| function_words::points(&folded(text));
    pair.was_pointing() && !points(pair.text) && {
        let borders = |[before, behind]: &[String; 2]| points(&last_words(before)) || points(&first_words(behind));
        borders(pair.around()) && !borders(pair.around_origin())
    }
}

/// Tells whether a link stands on what the origin has in bold outside of its own, and less is bold there than was.
pub(super) fn takes_bold(pair: Pair<'_, '_>) -> bool {
    let is_bold = |prose: &Prose<'_>, link: &Link<'_>| {
        let mut runs = prose.runs[link.runs.clone()].iter().filter(|run| run.text.contains(char::is_alphanumeric));
        runs.all(|run| run.strong)
    };
    is_bold(pair.prose(), pair.link) && !is_bold(pair.original.prose, pair.original.link) && has_less_bold(pair)
}

/// Tells whether fewer texts are bold outside of the link than outside of the origin's.
fn has_less_bold(pair: Pair<'_, '_>) -> bool {
    let outside = |prose: &Prose<'_>, link: &Link<'_>| {
        let runs = prose.block(link.block).iter().filter(|run| run.side == link.side && run.link.is_none());
        runs.filter(|run| run.strong && run.text.contains(char::is_alphanumeric)).count()
    };
    outside(pair.prose(), pair.link) < outside(pair.original.prose, pair.original.link)
}

/// Returns the last two words of a text, or its last signs where no blanks part words.
fn last_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().rev().take(2).collect();
    let [last, before] = [0, 1].map(|at| words.get(at).copied().unwrap_or_default());
    match is_unspaced(last) {
        true => last.chars().skip(last.chars().count().saturating_sub(SIGNS)).collect(),
        false => format!("{before} {last}"),
    }
}

/// Returns the first two words of a text, or its first signs where no blanks part words.
fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(2).collect();
    let first = words.first().copied().unwrap_or_default();
    if is_unspaced(first) { first.chars().take(SIGNS).collect() } else { words.join(" ") }
}

/// So many signs of Chinese or Japanese say "this article".
const SIGNS: usize = 4;

fn is_unspaced(word: &str) -> bool {
    word.contains(|c: char| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'))
}

/// Tells whether a link holds a sentence beside the number that is all of the origin's.
pub(super) fn takes_sentence(pair: Pair<'_, '_>) -> bool {
    const WORDS: usize = 20;
    let is_number = !pair.was.contains(char::is_alphabetic) && pair.was.contains(char::is_numeric);
    is_number && pair.original.evidence.is_some() && {
        let letters: String = pair.text.chars().filter(|c| c.is_alphabetic()).collect();
        width(&letters) > WORDS
    }
}

/// Tells whether a link holds the border of two clauses where the origin's is a word or two.
pub(super) fn takes_clause(pair: Pair<'_, '_>) -> bool {
    const SHORT: usize = 20;
    // Its own words may stand behind some others, but not behind "and".
    let is_short_behind = || {
        let last = pair.text.rsplit([',', ';', '，', '；', '،', '؛']).next().unwrap_or_default().trim();
        width(last) < width(pair.was) || joint::starts_with_joint(last, pair.locale())
    };
    width(pair.was) <= SHORT
        && pair.original.evidence.is_some()
        && pair.is_new(has_clauses)
        && is_short_behind()
        && !pair.was_pointing()
        && !ends_with_grammar(pair.was)
        && !joint::is_in_origin(pair)
        && seen::ends_there(&pair.around_origin()[1])
        && (pair.goes_on() || has_less_bold(pair))
}

//! Links that say far less than they should, in sentences that say all the same.
//!
//! "For more, see Restoring deleted messages in [Outlook](…)": most words of the link stand before it. What they are in
//! the translation's language nobody knows, but how many there are can be counted.

use super::pair::Pair;
use super::text::{ends_passage, has_clauses, is_end, is_sign, is_title, last_end, starts_with_grammar, width};
use crate::markdown::prose::{Link, Prose, RunKind};
use crate::model::literal::Side;

/// A link of fewer letters may be said in very few, and a title of so many in one word.
const SOME: f64 = 20.0;
const MANY: f64 = 40.0;

/// A link with the full stop of its sentence in it says no less than this part of what it should.
const END: f64 = 0.55;

/// What leads to a link may be said in so many letters, however few the origin has: "See", "Weitere Informationen finden
/// Sie unter".
pub(super) const PHRASE: f64 = 28.0;

/// So much more or less of a sentence is a matter of style.
const SLACK: f64 = 8.0;

/// Tells whether a link has so few of the words that it should have, and its sentence so many more, that they must
/// stand beside it.
pub(super) fn is_cut(pair: Pair<'_, '_>) -> bool {
    let Pair { link, text, original, was, .. } = pair;
    let (should, has) = (width(was) as f64, width(text) as f64);
    if should < SOME || has > 0.7 * should {
        return false;
    }
    let Some(ratio) = pair.ratio() else { return false };
    let should = ratio * should;
    let here = || sentence(pair.prose(), link, text);
    // A link that took the end of its sentence, but began amid it, has the end of its words alone.
    let takes_end = text.ends_with(is_end) && !was.ends_with(is_end);
    if takes_end && has < END * should && here()[0].contains(char::is_alphanumeric) {
        return true;
    }
    let least = if should < ratio * MANY { 0.35 } else { 0.45 };
    if has >= least * should {
        return false;
    }
    let is_torn = pair.is_new(ends_passage) || pair.is_new(has_clauses) || pair.is_new(starts_with_grammar);
    if !is_title(was) && !is_torn && has >= 0.1 * should || text.chars().all(|c| c.is_ascii_uppercase()) {
        return false;
    }
    let around = |parts: [String; 2]| parts.iter().map(|part| width(part)).sum::<usize>() as f64;
    let there = around(sentence(original.prose, original.link, was));
    let more = around(here()) - (ratio * there).max(PHRASE);
    // The full stop behind the link was its neighbour's, too.
    let slack = if pair.is_new(ends_passage) { 0.0 } else { SLACK };
    more > slack + 0.5 * (should - has) && more > 0.25 * there
}

/// Returns how much an article says in the width of its origin.
pub(super) fn ratio(pair: Pair<'_, '_>) -> Option<f64> {
    let (origin, side) = pair.place()?;
    let size = |article: usize, side: Side| pair.context.sizes()[article][usize::from(side == Side::Source)] as f64;
    let (here, there) = (size(pair.article, pair.link.side), size(origin, side));
    (here > 0.0 && there > 0.0).then(|| (here / there).clamp(0.5, 1.6))
}

/// Returns how wide the texts of an article are: its own, and the sentences that it carries along.
pub fn sizes(prose: &Prose<'_>) -> [usize; 2] {
    let of = |side: Side| {
        let runs = prose.runs.iter().filter(|run| run.side == side && run.kind != RunKind::Html);
        runs.map(|run| width(&run.text)).sum()
    };
    [of(Side::Target), of(Side::Source)]
}

/// Returns what stands before and behind a link in its sentence.
pub(super) fn sentence(prose: &Prose<'_>, link: &Link<'_>, text: &str) -> [String; 2] {
    let mut parts = [String::new(), String::new()];
    let runs = prose.block(link.block).iter().filter(|run| run.side == link.side && run.kind != RunKind::Html);
    for run in runs.filter(|run| !link.span.contains(run.span)) {
        parts[usize::from(run.span.start >= link.span.end)].push_str(&run.text);
    }
    let [before, mut behind] = parts;
    let before = before[last_end(&before)..].to_owned();
    if text.trim_end().ends_with(is_end) {
        behind.clear();
    } else if let Some(end) = first_end(&behind) {
        behind.truncate(end);
    }
    [before, behind].map(|part| if part.chars().all(is_sign) { String::new() } else { part })
}

/// Returns where the first sentence of a text ends.
fn first_end(text: &str) -> Option<usize> {
    let is_first = |&(at, c): &(usize, char)| {
        is_end(c) && (c != '.' || text[at + 1..].is_empty() || text[at + 1..].starts_with(char::is_whitespace))
    };
    text.char_indices().find(is_first).map(|(at, _)| at)
}

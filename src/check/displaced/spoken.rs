//! Links whose words, as the site's own articles translate them, stand elsewhere in the passage.

use std::collections::BTreeSet;

use super::is_sign;
use crate::check::context::GroupContext;
use crate::check::function_words;
use crate::check::lexicon::{Pair, Stem, stems};
use crate::check::originals::OriginalLink;
use crate::markdown::prose::{Link, Prose, RunKind};
use crate::model::literal::Side;

/// A word is said where its translation is at least as likely as this.
const SAID: f32 = 0.2;

/// Elsewhere it must be likelier, for passages have many words.
const SAID_ELSEWHERE: f32 = 0.3;

/// Tells whether translations of the origin's words stand beside the link, and none of them in it.
pub(super) fn is_beside(
    context: &GroupContext<'_>,
    article: usize,
    link: &Link<'_>,
    text: &str,
    original: &OriginalLink<'_>,
    was: &str,
) -> bool {
    let Some(origin) = context.prose.iter().position(|prose| std::ptr::eq(prose, original.prose)) else { return false };
    if origin == article || original.link.side == Side::Source {
        return false;
    }
    let articles = &context.group.articles;
    let pair = context.lexicon.pair(&articles[origin].locale, &articles[article].locale);
    let inside: BTreeSet<Stem> = stems(text).collect();
    let words: BTreeSet<Stem> = stems(was).collect();
    let said =
        |word: &Stem| inside.contains(word) || likely(&pair, *word, &inside).is_some_and(|(_, likely)| likely >= SAID);
    let codes: Vec<&str> = codes(was).collect();
    let kept =
        words.iter().filter(|word| said(word)).count() + codes.iter().filter(|code| text.contains(*code)).count();
    if 2 * kept >= words.len() + codes.len() || function_words::is_this(&text.to_lowercase()) {
        return false;
    }
    let others: BTreeSet<Stem> = stems(&beside(original.prose, original.link)).collect();
    let outside: BTreeSet<Stem> =
        stems(&beside(&context.prose[article], link)).filter(|stem| !inside.contains(stem)).collect();
    let moved = words.iter().filter(|word| !said(word) && !others.contains(word)).filter(|word| {
        let Some((stem, likely)) = likely(&pair, **word, &outside) else { return false };
        likely >= SAID_ELSEWHERE && others.iter().all(|other| likely > likelihood(&pair, *other, stem))
    });
    let moved = moved.count();
    moved > 2 * kept && 3 * moved >= words.len()
}

/// Returns the parts of a text that no language translates: numbers, codes, abbreviations.
fn codes(text: &str) -> impl Iterator<Item = &str> {
    let parts = text
        .split(|c: char| c.is_whitespace() || is_sign(c) && !matches!(c, '-' | '.'))
        .map(|part| part.trim_matches(is_sign));
    let is_code = |part: &&str| {
        part.contains(|c: char| c.is_ascii_digit())
            || part.len() > 1 && !part.contains(|c: char| !c.is_ascii_uppercase())
    };
    parts.filter(is_code)
}

/// Returns the likeliest of a word's translations that is among `stems`.
fn likely(pair: &Pair, word: Stem, stems: &BTreeSet<Stem>) -> Option<(Stem, f32)> {
    pair.translations(word).iter().copied().find(|(stem, _)| stems.contains(stem))
}

/// Returns how likely it is that one word translates another.
fn likelihood(pair: &Pair, word: Stem, translation: Stem) -> f32 {
    let translations = pair.translations(word);
    translations.iter().find(|(stem, _)| *stem == translation).map_or(0.0, |&(_, likely)| likely)
}

/// Returns what stands beside a link in its passage, other links apart.
fn beside(prose: &Prose<'_>, link: &Link<'_>) -> String {
    let runs = prose.block(link.block).iter();
    let runs = runs.filter(|run| run.side == link.side && run.link.is_none() && run.kind != RunKind::Html);
    runs.map(|run| &*run.text).collect::<Vec<_>>().join(" ")
}

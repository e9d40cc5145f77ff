//! Links whose borders stand amid brackets, words or names.

use unicode_script::{Script, UnicodeScript};

use super::{Pair, neighbours};
use crate::markdown::prose::{Link, Prose, Run, RunKind};

/// Tells whether a link is cut where the origin's is not, or lost its signs, or took others' names.
pub(super) fn is_cut(pair: Pair<'_, '_>) -> bool {
    let Pair { link, text, original, was, .. } = pair;
    let is_new = |shows: fn(&Prose<'_>, &Link<'_>, &str) -> bool| {
        shows(pair.prose(), link, text) && !shows(original.prose, original.link, was)
    };
    is_new(is_torn) && !text.contains(was) || is_new(is_glued) || has_lost_ampersand(pair) || is_names_beside(pair)
}

/// Brackets, and quotation marks of which one opens and another closes.
const PAIRS: [[char; 2]; 6] = [['(', ')'], ['（', '）'], ['「', '」'], ['『', '』'], ['《', '》'], ['«', '»']];

/// Quotation marks that open in one language and close in another.
const QUOTES: [char; 4] = ['"', '“', '”', '„'];

/// Tells whether brackets or quotation marks open in a link and close behind it, or open before it and close in it.
fn is_torn(prose: &Prose<'_>, link: &Link<'_>, text: &str) -> bool {
    let count = |text: &str, sign: char| text.chars().filter(|c| *c == sign).count();
    let is_pair_torn = |[open, close]: [char; 2]| {
        let opens = |text: &str| text.rfind(open).is_some_and(|at| !text[at..].contains(close));
        let closes = |text: &str| text.find(close).is_some_and(|at| !text[..at].contains(open));
        count(text, open) != count(text, close) && (opens(text) || closes(text)) && {
            let [before, behind] = neighbours(prose, link);
            opens(text) && closes(&behind) || closes(text) && opens(&before)
        }
    };
    let is_odd = |text: &str| text.chars().filter(|c| QUOTES.contains(c)).count() % 2 == 1;
    let are_quotes_torn = || {
        is_odd(text) && {
            let [before, behind] = neighbours(prose, link);
            is_odd(&before) != is_odd(&behind)
        }
    };
    PAIRS.into_iter().any(is_pair_torn) || are_quotes_torn()
}

/// Tells whether a link ends amid a word, or between two that no blank parts.
///
/// Endings that a language puts behind a name are shorter.
fn is_glued(prose: &Prose<'_>, link: &Link<'_>, text: &str) -> bool {
    let is_letter =
        |c: char| c.is_lowercase() && matches!(c.script(), Script::Latin | Script::Cyrillic | Script::Greek);
    text.ends_with(is_letter) && {
        let runs = prose.block(link.block);
        let first = runs.partition_point(|run| run.span.start < link.span.end);
        let is_read = |run: &&Run<'_>| run.side == link.side && run.kind != RunKind::Html;
        let behind = runs[first..].iter().find(is_read).filter(|run| run.link.is_none());
        behind.is_some_and(|run| run.text.chars().take_while(|&c| is_letter(c)).count() > ENDING)
    }
}

/// So many letters may an ending have.
const ENDING: usize = 5;

/// Tells whether the sign for "and" stands beside a link that should hold it.
fn has_lost_ampersand(pair: Pair<'_, '_>) -> bool {
    let has = |text: &str| text.contains(['&', '＆']);
    has(pair.was)
        && !has(pair.text)
        && pair.around().iter().any(|part| has(part))
        && !pair.around_origin().iter().any(|part| has(part))
}

/// A link of more bytes is no list of names.
const LONGEST: usize = 200;

/// Tells whether a link holds nothing but names that stand beside the origin's.
fn is_names_beside(pair: Pair<'_, '_>) -> bool {
    let Pair { text, was, .. } = pair;
    if text.len() > LONGEST {
        return false;
    }
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let is_name = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    words.peek().is_some_and(|word| is_name(word)) && {
        let there = pair.around_origin();
        words.all(|word| is_name(word) && !was.contains(word) && there.iter().any(|part| part.contains(word)))
    }
}

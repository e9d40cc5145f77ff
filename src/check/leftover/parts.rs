//! Parts of a sentence that were left behind while the rest of it was translated, told by the script that the locale
//! is written in.

use std::ops::Range;

use super::{Case, Kept, Leftover, Survey, Why, is_quoted, quoted};
use crate::catalog::origin::Original;
use crate::check::language::{English, Scripts};
use crate::check::passage::{Passage, folded, words};
use crate::model::document::BlockKind;

/// From so many Latin letters on, a sentence of another script may have a part in English.
const LETTERS: usize = 20;

/// The fewest words in small letters that such a part has, outside of names.
const WORDS: usize = 4;

/// Words in Latin letters between others.
struct Part {
    range: Range<usize>,
    /// Where its first and its last word in small letters stand.
    core: Range<usize>,
    small: usize,
    english: English,
}

/// Tells whether a text with so many `latin` letters has words enough in small ones in a row for such a part.
pub(super) fn has_words(text: &str, latin: usize) -> bool {
    if latin < LETTERS {
        return false;
    }
    let mut small = 0;
    for piece in text.split(' ') {
        if piece.bytes().any(|byte| !byte.is_ascii()) {
            small = 0;
        } else if piece.len() > 1 && piece.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_punctuation())
        {
            small += 1;
        }
        if small + 1 >= WORDS {
            return true;
        }
    }
    false
}

/// Tells whether a heading is in Latin letters alone, while two or more translations into languages of other scripts
/// have theirs in it, each of them.
pub(super) fn is_alone_in_latin(survey: &Survey<'_, '_>, case: &Case<'_, '_, '_>, scripts: &Scripts) -> bool {
    const FEWEST: usize = 2;
    if scripts.latin || !matches!(case.kind, BlockKind::Heading(_)) {
        return false;
    }
    let context = survey.context;
    let Some(at) = context.readings.column(case.article, case.block) else { return false };
    let others = context.translations().filter(|&other| other != case.article).filter_map(|other| {
        let scripts = survey.scripts[other].as_ref().filter(|scripts| !scripts.latin)?;
        Some(scripts.count(survey.folded(other, context.readings.block(other, at)?)).own > 0)
    });
    let others: Vec<bool> = others.collect();
    others.len() >= FEWEST && others.iter().all(|has_own| *has_own)
}

/// In a passage of more bytes parts of sentences are not looked for.
const LONGEST: usize = 16_000;

/// Returns the first part of the `sentences` that was left behind; `quotes` are the quoted parts of the passage.
pub(super) fn find(
    survey: &Survey<'_, '_>,
    case: &Case<'_, '_, '_>,
    sentences: &[Range<usize>],
    quotes: &[Range<usize>],
) -> Option<Leftover> {
    if case.passage.text.len().max(case.origin.len()) > LONGEST {
        return None;
    }
    let all = sentences.iter().flat_map(|sentence| parts(case, sentence, quotes));
    all.filter(|part| part.small >= WORDS && part.english.grammar() >= 2 && part.english.plain >= 1).find_map(|part| {
        let why = why(survey, case, &part)?;
        let span = case.passage.span(&part.range)?;
        Some(Leftover { block: case.block, span, sentences: 0, whole: false, why })
    })
}

fn why(survey: &Survey<'_, '_>, case: &Case<'_, '_, '_>, part: &Part) -> Option<Why> {
    // What is announced is a message.
    if case.passage.text[..part.range.start].trim_end().ends_with([':', '：']) {
        return None;
    }
    let spelt = &case.passage.text[part.core.clone()];
    let words = folded(spelt);
    let original = case.original.as_ref().filter(|_| survey.is_honest());
    let why = match original {
        Some(original) if case.origin.contains(&words) => {
            (!is_message(survey, original, spelt)).then(|| Why::Same(original.clone()))?
        }
        Some(original) if part.small >= 2 * WORDS && is_alike(&case.origin, &words) => Why::Same(original.clone()),
        _ if part.small >= 2 * WORDS && part.english.is_sure(true) => Why::English,
        _ => return None,
    };
    let siblings = survey.siblings(case, &words, Kept::Anywhere);
    (siblings.keep * 2 < siblings.all.max(1)).then_some(why)
}

/// Tells whether the origin has what is `spelt` so between quotation marks, in bold, in a link, or behind a colon or a
/// word for messages.
pub(super) fn is_message(survey: &Survey<'_, '_>, original: &Original, spelt: &str) -> bool {
    let passage = Passage::of(&survey.context.prose[original.article], original.block, original.side);
    let Some(at) = passage.text.find(spelt) else { return false };
    let run = passage.run(at);
    run.is_some_and(|run| run.strong || run.link.is_some())
        || is_quoted(&quoted(&passage.text), at)
        || passage.text[..at].trim_end().ends_with(':')
        || is_announced(&passage.text[..at])
}

/// Tells whether a text ends with a word for messages: `you get the error`, `a message that says`.
fn is_announced(text: &str) -> bool {
    const MESSAGES: &[&str] =
        &["error", "errors", "message", "messages", "notification", "prompt", "status", "text", "warning"];
    const SAYING: &[&str] = &["as", "like", "reading", "reads", "saying", "says", "stating", "states", "that", "the"];
    let mut before = text.split_whitespace().rev().take(4).map(str::to_ascii_lowercase);
    let last = before.find(|word| !SAYING.contains(&&**word));
    last.is_some_and(|word| MESSAGES.contains(&&*word))
}

/// Cuts a sentence into the parts in Latin letters.
fn parts(case: &Case<'_, '_, '_>, sentence: &Range<usize>, quotes: &[Range<usize>]) -> Vec<Part> {
    let text = &case.passage.text[sentence.clone()];
    let mut parts: Vec<Part> = Vec::new();
    let mut is_open = false;
    let mut end = 0;
    for (at, word) in words(text) {
        let is_latin = word.is_ascii() || word.chars().all(|c| c.is_ascii() || c == '’');
        is_open &= is_latin && !text[end..at].contains(['\n', '\u{fffc}']);
        end = at + word.len();
        if !is_latin {
            continue;
        }
        let place = sentence.start + at..sentence.start + end;
        if !is_open {
            is_open = true;
            let core = place.end..place.end;
            parts.push(Part { range: place.clone(), core, small: 0, english: English::default() });
        }
        let Some(part) = parts.last_mut() else { continue };
        part.range.end = place.end;
        let is_named =
            case.passage.run(place.start).is_some_and(|run| run.link.is_some() || run.strong && !case.is_bold());
        if is_named || is_quoted(quotes, place.start) || !word.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        part.english.take(word);
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            part.small += 1;
            part.core = if part.small == 1 { place } else { part.core.start..place.end };
        }
    }
    parts
}

/// Tells whether a text says something of a message that it ends with: `The sender reads - '421 Connection dropped'`.
pub(super) fn is_announcement(text: &str) -> bool {
    const QUOTES: [(char, char); 3] = [('\'', '\''), ('"', '"'), ('“', '”')];
    let Some((before, message)) = QUOTES.iter().find_map(|(open, close)| {
        let inside = text.trim_end_matches('.').strip_suffix(*close)?;
        inside.split_once(*open).filter(|(_, message)| message.contains(' '))
    }) else {
        return false;
    };
    let said = before.trim_end();
    let small = words(said).filter(|(_, word)| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase()));
    said.ends_with(['-', '–', ':']) && small.count() >= 3 && words(message).count() >= 3
}

/// Tells whether nearly all words of a sentence stand in its origin.
pub(super) fn is_alike(origin: &str, sentence: &str) -> bool {
    let all = sentence.split(' ').filter(|word| !word.is_empty()).count();
    let there = sentence.split(' ').filter(|word| !word.is_empty() && origin.contains(&format!(" {word} "))).count();
    there * 10 >= all * 8
}

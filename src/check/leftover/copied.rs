//! Parts of a sentence that were left behind in a language of Latin letters: words in a row that the origin has in the
//! same order.

use std::ops::Range;

use super::{Case, Kept, Leftover, Sentence, Survey, Why, is_quoted, parts};
use crate::check::language::{English, is_near};
use crate::check::passage::{is_part_of_name, words};

/// Of a part, so many words in a row are looked for.
const PROBE: usize = 3;

/// So many words in a row are a part, and so many of them are ordinary ones in small letters.
const WORDS: usize = 6;
const SMALL: usize = 4;

/// In a longer origin something like everything is said somewhere.
const LONGEST: usize = 4000;

/// Returns the first part of a sentence that reads like its origin and like no other translation.
pub(super) fn find(
    survey: &Survey<'_, '_>,
    case: &Case<'_, '_, '_>,
    (range, sentence): (&Range<usize>, &Sentence<'_>),
    quotes: &[Range<usize>],
) -> Option<Leftover> {
    if sentence.all < WORDS || sentence.english.grammar() == 0 || case.origin.len() >= LONGEST {
        return None;
    }
    let run = run(sentence.folded, &case.origin)?;
    let original = case.original.as_ref()?;
    let locale = &survey.context.group.articles[case.article].locale;
    if is_near(locale, &survey.language_of(original)) || !survey.is_honest() {
        return None;
    }
    let text = &case.passage.text;
    let places: Vec<(usize, &str)> = words(&text[range.clone()]).collect();
    let places = places.get(run.clone())?;
    let (&(first, _), &(last, end)) = (places.first()?, places.last()?);
    let part = range.start + first..range.start + last + end.len();
    let (mut small, mut english) = (0, English::default());
    for &(at, word) in places {
        let at = range.start + at;
        let run = case.passage.run(at);
        let is_named = run.is_some_and(|run| run.link.is_some() || run.strong && !case.is_bold());
        if !is_named && !is_quoted(quotes, at) && !is_part_of_name(text, at..at + word.len()) {
            english.take(word);
            small += usize::from(word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase()));
        }
    }
    let spelt = &text[part.clone()];
    let is_announced = text[..part.start].trim_end().ends_with([':', '：']);
    // Titles and labels begin with a capital, wherever they stand.
    let is_title = part.start > range.start && spelt.starts_with(|c: char| c.is_ascii_uppercase());
    let is_code = spelt.contains(['\\', '=', '$', '{', '<', '_', '\u{fffc}']);
    if small < SMALL
        || english.grammar() == 0
        || is_announced
        || is_title
        || is_code
        || parts::is_message(survey, original, spelt)
    {
        return None;
    }
    let siblings = survey.siblings(case, &folded_run(sentence.folded, &run), Kept::Anywhere);
    let is_sure = siblings.all >= 2 || small >= 2 * SMALL && english.is_sure(true);
    if siblings.keep > 0 || !is_sure {
        return None;
    }
    let span = case.passage.span(&part)?;
    Some(Leftover { block: case.block, span, sentences: 0, whole: false, why: Why::Same(original.clone()) })
}

/// Tells whether a folded sentence may have such a part.
pub(super) fn may_have(sentence: &str, origin: &str) -> bool {
    origin.len() < LONGEST && run(sentence, origin).is_some()
}

/// Returns the first words in a row, by their numbers, that both texts have, if they are enough.
fn run(sentence: &str, origin: &str) -> Option<Range<usize>> {
    let blanks: Vec<usize> = sentence.match_indices(' ').map(|(at, _)| at).collect();
    let count = blanks.len().saturating_sub(1);
    let is_there = |words: &Range<usize>| origin.contains(&sentence[blanks[words.start]..=blanks[words.end]]);
    let mut at = 0;
    while at + PROBE <= count {
        let mut run = at..at + PROBE;
        at += PROBE;
        if !is_there(&run) {
            continue;
        }
        while run.end < count && is_there(&(run.start..run.end + 1)) {
            run.end += 1;
        }
        while run.start > 0 && is_there(&(run.start - 1..run.end)) {
            run.start -= 1;
        }
        if run.len() >= WORDS {
            return Some(run);
        }
        at = at.max(run.end);
    }
    None
}

fn folded_run(sentence: &str, run: &Range<usize>) -> String {
    let words = sentence.split(' ').filter(|word| !word.is_empty()).skip(run.start).take(run.len());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

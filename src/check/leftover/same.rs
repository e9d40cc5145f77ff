//! Sentences that read like their origin: whether they should have been translated.

use std::ops::Range;

use super::{Case, Sentence, Siblings, Survey, Why, short};
use crate::check::language::is_near;
use crate::check::passage::{folded, has};
use crate::model::document::BlockKind;

/// Returns why a sentence that reads like its origin is taken for one that was left behind.
pub(super) fn why(
    survey: &Survey<'_, '_>,
    case: &Case<'_, '_, '_>,
    sentence: &Sentence<'_>,
    siblings: &Siblings,
    is_short: bool,
) -> Option<Why> {
    let original = case.original.as_ref()?;
    let locale = &survey.context.group.articles[case.article].locale;
    let is_sure = survey.is_honest()
        && !is_near(locale, &survey.language_of(original))
        && (is_short || is_ordinary(case, sentence, siblings))
        && !short::is_product(sentence.folded)
        && !is_message(survey, case, sentence);
    is_sure.then(|| Why::Same(original.clone()))
}

/// Tells whether a sentence that reads like its origin should have been translated.
fn is_ordinary(case: &Case<'_, '_, '_>, sentence: &Sentence<'_>, siblings: &Siblings) -> bool {
    let is_contrasted = siblings.keep == 0 && siblings.all >= 2;
    let grammar = sentence.english.grammar();
    let is_title = matches!(case.kind, BlockKind::Heading(_));
    if sentence.free == 0 && !is_title && !case.is_bold() {
        // A long title may be left in one other translation as well.
        let is_long = sentence.all > 5 && grammar >= 2 && siblings.all >= 3 && siblings.keep * 4 <= siblings.all;
        return is_contrasted && grammar >= 1 && sentence.small >= 2 || is_long && sentence.small >= 3;
    }
    // A heading that is the origin's letter for letter is no message where it has words enough.
    if is_title && grammar >= 1 && sentence.small >= 3 && case.origin.trim() == sentence.folded.trim() {
        return true;
    }
    if siblings.keep == 0 && sentence.is_plain && stands_beside_translated(case, sentence) {
        return true;
    }
    match sentence.all {
        2 | 3 if !is_title => {
            is_contrasted && siblings.all >= 3 && sentence.english.plain >= 1 && sentence.is_exclamation
        }
        2 | 3 => is_contrasted && sentence.small >= 1,
        4 | 5 => grammar >= 1 && (is_contrasted || grammar >= 2) || is_contrasted && sentence.small >= 2,
        _ => grammar >= 2 || is_contrasted && sentence.small >= 2,
    }
}

/// Tells whether another sentence of the passage is not its origin's, and none announces this one.
fn stands_beside_translated(case: &Case<'_, '_, '_>, sentence: &Sentence<'_>) -> bool {
    let text = &case.passage.text;
    let is_translated = |range: Range<usize>| {
        let other = folded(&text[range]);
        other.split(' ').filter(|word| word.len() > 1).count() > 1 && !has(&case.origin, &other)
    };
    let has_translated = || case.passage.sentences().into_iter().any(is_translated);
    !text[..sentence.start].trim_end().ends_with([':', '：']) && *case.is_begun.get_or_init(has_translated)
}

/// Tells whether a heading stands again nearby, in a passage that somebody translated: it is a message that stays.
fn is_message(survey: &Survey<'_, '_>, case: &Case<'_, '_, '_>, sentence: &Sentence<'_>) -> bool {
    const NEARBY: u32 = 32;
    let again = |block: u32| {
        let text = survey.folded(case.article, block);
        text.len() > sentence.folded.len()
            && text.contains(sentence.folded)
            && survey.context.readings.original(case.article, block).is_some_and(|from| survey.origin(&from) != *text)
    };
    let blocks = u32::try_from(survey.folded[case.article].len()).unwrap_or(u32::MAX);
    let nearby = case.block.saturating_sub(NEARBY)..blocks.min(case.block.saturating_add(NEARBY + 1));
    matches!(case.kind, BlockKind::Heading(_)) && nearby.into_iter().filter(|&block| block != case.block).any(again)
}

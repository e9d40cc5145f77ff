//! Whose sentence it is that two translations share: the one's whose other texts use its words.

use std::collections::BTreeSet;

use super::Survey;
use crate::check::passage::folded;
use crate::model::article::Article;

/// By so many words more must one translation know a sentence than the other.
const LEAD: usize = 2;

/// How many articles of other groups are read for each of the two locales.
const ARTICLES: usize = 8;

/// Tells whether a sentence of `own`, an article and its block, was copied from `other`; `None` where their words do
/// not say so.
pub(super) fn is_copied(
    survey: &Survey<'_, '_>,
    own: (usize, u32),
    other: (usize, u32),
    sentence: &str,
) -> Option<bool> {
    let words: BTreeSet<&str> = sentence.split(' ').filter(|word| word.chars().all(char::is_alphabetic)).collect();
    let words: BTreeSet<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let here = beside(survey, own, &words);
    let there = beside(survey, other, &words);
    decided(here, there).or_else(|| {
        let locale = |(article, _): (usize, u32)| &survey.context.group.articles[article];
        decided(elsewhere(survey, locale(own), &words), elsewhere(survey, locale(other), &words))
    })
}

fn decided(here: usize, there: usize) -> Option<bool> {
    (here.abs_diff(there) >= LEAD).then_some(there > here)
}

/// Returns how many of `words` stand in the other blocks of an article.
fn beside(survey: &Survey<'_, '_>, (article, block): (usize, u32), words: &BTreeSet<&str>) -> usize {
    let blocks = u32::try_from(survey.folded[article].len()).unwrap_or(u32::MAX);
    let texts = (0..blocks).filter(|&other| other != block).map(|other| survey.folded(article, other));
    texts.flat_map(|text| text.split(' ')).filter(|word| words.contains(word)).collect::<BTreeSet<_>>().len()
}

/// Returns how many of `words` stand in other articles of the same locale.
fn elsewhere(survey: &Survey<'_, '_>, article: &Article, words: &BTreeSet<&str>) -> usize {
    let context = survey.context;
    let groups = context.catalog.groups.iter().filter(|group| group.key != context.group.key);
    let articles = groups.filter_map(|group| Some(&group.articles[group.index(&article.locale)?])).take(ARTICLES);
    let mut found: BTreeSet<&str> = BTreeSet::new();
    for article in articles {
        let text = folded(context.sources.slice(article.body));
        found.extend(text.split(' ').filter_map(|word| words.get(word)));
    }
    found.len()
}

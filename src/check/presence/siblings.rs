//! Which other translations have a literal in the very passage where one lacks it.

use std::cell::LazyCell;

use crate::catalog::origin::{Evidence, Expected};
use crate::check::context::GroupContext;
use crate::check::language::{English, Scripts};
use crate::check::near::Budget;
use crate::check::passage::words;
use crate::check::plain::block::BlockText;
use crate::check::plain::{host, shape};
use crate::model::literal::{LiteralKind, Side};

/// The other translations of one passage.
#[derive(Default)]
struct Siblings {
    all: usize,
    /// How many have the literal, and how many of these are not written in Latin letters.
    keep: usize,
    foreign: usize,
    /// How many of them are known to be of this translation's version.
    same: usize,
}

impl Siblings {
    /// Looks for a literal in the other translations; nowhere once the budget is spent.
    fn of(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>, budget: &mut Budget) -> Self {
        let mut siblings = Self::default();
        let Some(at) = expected.column else { return siblings };
        let text_of = |article: usize, block| BlockText::whole(context.prose[article].block(block), Side::Target).text;
        let origin = context.group.index_of(expected.literal.span.source);
        let origin = origin.filter(|_| expected.literal.side == Side::Target);
        let origin = LazyCell::new(|| origin.map(|origin| text_of(origin, expected.literal.block)));
        for other in context.read_translations().filter(|&other| other != article) {
            let Some(block) = context.readings.block(other, at) else { continue };
            siblings.all += 1;
            let length = context.group.articles[other].blocks[block as usize].span.range().len();
            if budget.spend(length).is_none() {
                continue;
            }
            let text = text_of(other, block);
            let is_foreign = Scripts::are_foreign(&context.group.articles[other].locale);
            // Where nothing was translated, nobody has decided what stays.
            let is_left = || is_foreign && !text.contains(CODE) || is_english(&text);
            if origin.as_ref().is_some_and(|origin| *origin == text) && is_left() {
                siblings.all -= 1;
                continue;
            }
            if has(&text, expected) {
                siblings.keep += 1;
                siblings.same += usize::from(context.group.versions.same(article, other) == Some(true));
                siblings.foreign += usize::from(is_foreign);
            }
        }
        siblings
    }
}

/// What commands and keys are written with.
const CODE: [char; 8] = ['-', '_', '=', '\\', '/', '$', '<', '|'];

/// Tells whether a text has sentences of English.
fn is_english(text: &str) -> bool {
    let mut english = English::default();
    words(text).for_each(|(_, word)| english.take(word));
    english.is_likely(true)
}

/// Tells whether a text has a literal by itself; a product may have an ending of the language.
fn has(text: &str, expected: &Expected<'_>) -> bool {
    let value = &*expected.literal.value;
    let mut places = text.match_indices(value).map(|(at, found)| at..at + found.len());
    places.any(|range| match expected.literal.kind {
        LiteralKind::Product => shape::begins_word(text, &range),
        _ => shape::stands_alone(text, &range),
    })
}

/// Returns proof for what a source of another version reads: translations made from the same version as this one have it
/// in the passage, too.
pub fn proof(
    context: &GroupContext<'_>,
    article: usize,
    expected: &Expected<'_>,
    budget: &mut Budget,
) -> Option<Evidence> {
    let is_other = matches!(expected.evidence, Evidence::OtherVersion(_));
    let siblings = is_other.then(|| Siblings::of(context, article, expected, budget))?;
    let Siblings { keep, all, .. } = siblings;
    (siblings.same > 0).then_some(Evidence::Majority { agree: keep, of: all + 1 })
}

/// Tells whether three or more other translations have a name in their place of the passage: all of them if it may be
/// said otherwise, nearly all if not.
pub fn all_keep(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>, budget: &mut Budget) -> bool {
    let value = &*expected.literal.value;
    // Samples, dates and telephone numbers are the reader's own.
    if host::is_sample(value) || value.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let siblings = Siblings::of(context, article, expected, budget);
    let is_product = expected.literal.kind == LiteralKind::Product;
    let is_enough = siblings.keep == siblings.all || !is_product && siblings.keep * 4 >= siblings.all * 3;
    siblings.keep >= 3 && is_enough && !has_form(context, article, expected, budget)
}

/// Tells whether the passage has a form of a name; it is believed to, once the budget is spent.
pub fn has_form(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>, budget: &mut Budget) -> bool {
    let Some(block) = expected.block else { return false };
    let length = context.group.articles[article].blocks[block as usize].span.range().len();
    if budget.spend(length).is_none() {
        return true;
    }
    is_form_in(&BlockText::whole(context.prose[article].block(block), Side::Target).text, &expected.literal.value)
}

/// Tells whether a text has a form of a name: in other letters, or without the end that a language changes.
pub fn is_form_in(text: &str, name: &str) -> bool {
    let stem = name.to_ascii_lowercase();
    text.to_ascii_lowercase().contains(stem.trim_end_matches(['a', 'e', 'o']))
}

/// Tells whether a quarter of two or more other translations has a literal in its passage; `None` of fewer.
pub fn some_keep(
    context: &GroupContext<'_>,
    article: usize,
    expected: &Expected<'_>,
    budget: &mut Budget,
) -> Option<bool> {
    let siblings = Siblings::of(context, article, expected, budget);
    (siblings.all >= 2).then_some(siblings.keep * 4 >= siblings.all)
}

/// Tells whether nearly all other translations that have the passage have a name there, if they are two or more.
pub fn most_keep(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>, budget: &mut Budget) -> bool {
    let siblings = Siblings::of(context, article, expected, budget);
    siblings.all < 2 || siblings.keep * 4 >= siblings.all * 3
}

/// Tells whether two or more other translations, nearly all that have the passage, have a literal there.
pub fn nearly_all_keep(
    context: &GroupContext<'_>,
    article: usize,
    expected: &Expected<'_>,
    budget: &mut Budget,
) -> bool {
    let siblings = Siblings::of(context, article, expected, budget);
    siblings.keep >= 2 && siblings.keep * 4 >= siblings.all * 3
}

/// Tells whether a word of the passage begins with a literal, in its own letters: `URLs`.
fn is_prefix(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>) -> bool {
    let text = |block| BlockText::whole(context.prose[article].block(block), Side::Target).text;
    expected.block.is_some_and(|block| {
        let (text, value) = (text(block), &*expected.literal.value);
        text.match_indices(value).any(|(at, found)| shape::begins_word(&text, &(at..at + found.len())))
    })
}

/// Of fewer other translations, one may lack an abbreviation as well.
const MANY: usize = 8;

/// Tells whether so many other translations have what may be a common word that it is none.
pub fn have_kept(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>, budget: &mut Budget) -> bool {
    let siblings = Siblings::of(context, article, expected, budget);
    let value = &*expected.literal.value;
    let is_enough = |share: usize| siblings.keep >= 3 && siblings.keep * 4 >= siblings.all * share;
    if value.contains('-') {
        (siblings.foreign > 0 || siblings.keep > 1) && siblings.keep * 3 >= siblings.all
    } else if shape::is_acronym(value) {
        // Of many translations some write the words that it stands for, or its sound.
        let lacking = siblings.all - siblings.keep;
        let is_enough = siblings.keep >= 3 && lacking <= usize::from(siblings.all < MANY);
        siblings.foreign > lacking && is_enough && !is_prefix(context, article, expected)
    } else {
        let is_small = value.starts_with(|c: char| c.is_ascii_lowercase());
        siblings.foreign > 0 && is_enough(if is_small { 4 } else { 3 }) && !has_form(context, article, expected, budget)
    }
}

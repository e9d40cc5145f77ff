//! Names that a translation lacks in one passage and keeps in all others: `Azure AD Connect`, `Teams` and `sourceAnchor`
//! are told from words by the translator, who left them as they are wherever else they stand.

use std::cell::RefCell;
use std::cmp::Reverse;

use super::lost::Lost;
use super::peers::{has, own_text, place};
use super::siblings::is_form_in;
use crate::check::context::GroupContext;
use crate::check::language::{Scripts, is_alphanumeric};
use crate::check::near::Budget;
use crate::check::passage::{Passage, words};
use crate::check::plain::{row, shape};
use crate::diag::{Finding, Meta};
use crate::markdown::prose::{Prose, Run};
use crate::model::document::BlockKind;
use crate::model::literal::Side;

/// A single word of the dictionary is a name where so many other passages keep it, any other name where fewer do.
const OF_WORD: usize = 3;
const OF_NAME: usize = 2;

/// Where the source says more than so many, a translator may say a name in other words, or once for twice.
const SENTENCES: usize = 2;

/// No article has more names.
const MOST: usize = 64;

/// A name where the source has it.
#[derive(Clone, Copy)]
pub struct Name<'c> {
    pub text: &'c str,
    /// The source's block.
    pub block: u32,
    /// Whether it stands amid a sentence, and in no bold text: there no word has a capital but a name.
    pub is_sure: bool,
}

/// Returns what may be names in the source, by their text and in its order.
pub fn names<'c>(context: &GroupContext<'c>) -> Vec<Name<'c>> {
    let prose: &'c [Prose<'c>] = context.prose;
    let Some(source) = context.group.source.and_then(|source| prose.get(source)) else { return Vec::new() };
    let mut names: Vec<Name<'c>> = own_text(&source.runs).flat_map(names_in).collect();
    names.sort_by_key(|name| (name.text, name.block));
    names
}

/// Returns a finding for each passage that lacks one of the `names` of the source.
pub fn lost(context: &GroupContext<'_>, rule: &'static Meta, names: &[Name<'_>]) -> Vec<Finding> {
    let Some(source) = context.group.source.filter(|_| !names.is_empty()) else { return Vec::new() };
    let survey = Survey { context, rule, source, budget: RefCell::default() };
    let names = names.chunk_by(|left, right| left.text == right.text);
    let mut names: Vec<&[Name<'_>]> = names.filter(|same| same.iter().any(|name| name.is_sure)).collect();
    names.sort_by_key(|same| Reverse(same[0].text.len()));
    let mut findings: Vec<Finding> = Vec::new();
    for finding in names.into_iter().take(MOST).flat_map(|same| survey.name(same)) {
        // A part of a name is lost with the whole.
        if !findings.iter().any(|known| known.place == finding.place) {
            findings.push(finding);
        }
    }
    findings
}

struct Survey<'c, 'g> {
    context: &'c GroupContext<'g>,
    rule: &'static Meta,
    source: usize,
    budget: RefCell<Budget>,
}

impl Survey<'_, '_> {
    /// Looks for a name in each translation of the passages in which the source has it.
    fn name(&self, same: &[Name<'_>]) -> Vec<Finding> {
        let mut blocks: Vec<(u32, bool)> = Vec::with_capacity(same.len());
        for name in same {
            match blocks.last_mut() {
                Some((block, is_sure)) if *block == name.block => *is_sure |= name.is_sure,
                _ => blocks.push((name.block, name.is_sure)),
            }
        }
        let name = same[0].text;
        let may_keep = |article: &usize| {
            blocks.len() > needed(name)
                || needed(name) == OF_NAME
                    && self.context.usage.keeps(&self.context.group.articles[*article].locale, name)
        };
        let articles = self.context.asked().filter(may_keep);
        articles.filter_map(|article| self.in_article(article, name, &blocks)).collect()
    }

    /// Asks the other translations of a passage: what they lack as well was in no source that they were made from.
    fn others(&self, article: usize, there: u32, name: &str) -> Option<Others> {
        let at = self.context.readings.column(self.source, there)?;
        let mut others = Others { all: 0, keep: 0 };
        for other in self.context.read_translations().filter(|&other| other != article) {
            let Some(block) = self.context.readings.block(other, at) else { continue };
            let length = self.context.group.articles[other].blocks[block as usize].span.range().len();
            self.budget.borrow_mut().spend(length)?;
            others.all += 1;
            others.keep += usize::from(has(self.context.prose[other].block(block), name));
        }
        Some(others)
    }

    fn in_article(&self, article: usize, name: &str, blocks: &[(u32, bool)]) -> Option<Finding> {
        let context = self.context;
        let locale = &context.group.articles[article].locale;
        // Other scripts may spell a word in their own letters.
        let is_word = needed(name) == OF_WORD;
        let may_be_spelt = is_word && Scripts::are_foreign(locale);
        if may_be_spelt || context.group.versions.same(self.source, article) == Some(false) {
            return None;
        }
        let (mut kept, mut lost) = (0, Vec::new());
        for &(there, is_sure) in blocks {
            let Some(at) = context.readings.column(self.source, there) else { continue };
            let Some(block) = context.readings.block(article, at) else { continue };
            let length = context.group.articles[article].blocks[block as usize].span.range().len();
            self.budget.borrow_mut().spend(length)?;
            if has(context.prose[article].block(block), name) {
                kept += 1;
            } else {
                lost.push((there, block, is_sure));
            }
        }
        let is_kept = !is_word && context.usage.keeps(locale, name);
        if lost.is_empty() || kept < needed(name) && !is_kept {
            return None;
        }
        let text = |block: u32| context.prose[article].text(block, Side::Target);
        lost.retain(|(_, block, _)| !has_form(&text(*block), name));
        let is_only = lost.len() == 1;
        let is_short = |there: u32| sentences(&context.prose[self.source], there) <= SENTENCES;
        let (there, block, _) = lost.into_iter().find(|(there, _, is_sure)| *is_sure && is_short(*there))?;
        let others = self.others(article, there, name)?;
        let evidence = if is_only && kept >= needed(name) && (others.keep > 0 || others.all == 0) {
            format!("{kept} other passages of the article keep it")
        } else if is_kept && others.keep > 0 && 2 * others.keep >= others.all {
            format!("nearly all articles in {locale} keep it")
        } else {
            return None;
        };
        let original = context.readings.original(article, block)?;
        let passage = &context.group.articles[article].blocks[block as usize];
        let is_text = matches!(passage.kind, BlockKind::Paragraph | BlockKind::Cell);
        if !is_text || context.absences().tell_of(article, block, name) {
            return None;
        }
        let there = place(context.prose[self.source].block(there), name)?;
        let lost = Lost { name, article, place: passage.span, there };
        Some(lost.finding(context, self.rule, &original.evidence).evidence(evidence))
    }
}

/// Returns how many sentences a passage has.
fn sentences(prose: &Prose<'_>, block: u32) -> usize {
    Passage::of(prose, block, Side::Target).sentences().len()
}

/// Tells whether a text has a form of a name: with other signs between its words, or with another ending.
fn has_form(text: &str, name: &str) -> bool {
    const STEM: usize = 4;
    let squeezed = |text: &str| text.chars().filter(|c| is_alphanumeric(*c)).collect::<String>();
    let is_inflected = || {
        let stem = &name[..name.len().min(STEM)];
        !name.contains(' ')
            && words(text).any(|(_, word)| word.get(..STEM).is_some_and(|start| start.eq_ignore_ascii_case(stem)))
    };
    is_form_in(text, name) || is_form_in(&squeezed(text), &squeezed(name)) || is_inflected()
}

/// The other translations of a passage, and those of them that have a name there.
struct Others {
    all: usize,
    keep: usize,
}

/// Returns in how many other passages a name must be kept.
fn needed(name: &str) -> usize {
    if name.contains(' ') || shape::inner_capitals(name) > 0 { OF_NAME } else { OF_WORD }
}

/// Returns the names in a run: words with a capital in a row, each part of such a row, and words with one inside.
fn names_in<'c>(run: &'c Run<'c>) -> impl Iterator<Item = Name<'c>> {
    let text = &*run.text;
    row::names(text).into_iter().map(|range| Name {
        text: &text[range.clone()],
        block: run.block,
        is_sure: !run.strong && row::is_amid(text, range.start),
    })
}

//! Names of dictionary words that all other translations of a passage keep: `Delve` and `Project Server` are told from
//! words by the translations into other scripts, which have Latin letters for names alone.

use std::cell::RefCell;
use std::ops::Range;

use super::lost::Lost;
use super::peers::{Peers, own_text};
use super::siblings::is_form_in;
use crate::catalog::origin::Evidence;
use crate::check::context::GroupContext;
use crate::check::language::Scripts;
use crate::check::near::Budget;
use crate::check::plain::row::LOCALISED;
use crate::check::plain::shape;
use crate::diag::{Finding, Meta};
use crate::model::document::BlockKind;
use crate::model::literal::Side;

/// So many other translations must keep a name, and so many of them in another script.
const ENOUGH: usize = 3;
const FOREIGN: usize = 2;

/// No passage has more names.
const MOST: usize = 16;

/// Returns a finding for each name that a translation lacks in a passage where all others keep it.
pub fn lost(context: &GroupContext<'_>, rule: &'static Meta) -> Vec<Finding> {
    let translations: Vec<usize> = context.read_translations().collect();
    let is_foreign = |article: usize| Scripts::are_foreign(&context.group.articles[article].locale);
    let foreign: Vec<usize> = translations.iter().copied().filter(|&article| is_foreign(article)).collect();
    let Some(source) = context.group.source else { return Vec::new() };
    if translations.len() <= ENOUGH || foreign.len() < FOREIGN {
        return Vec::new();
    }
    let survey = Survey { context, rule, source, translations, foreign, budget: RefCell::default() };
    let blocks = context.group.articles[source].blocks.iter().enumerate();
    // Titles say it otherwise where the text has the name.
    let is_read = |kind: BlockKind| matches!(kind, BlockKind::Paragraph | BlockKind::Cell);
    let blocks = blocks.filter(|(_, block)| is_read(block.kind));
    blocks.flat_map(|(block, _)| survey.block(u32::try_from(block).expect("fewer than bytes"))).collect()
}

struct Survey<'c, 'g> {
    context: &'c GroupContext<'g>,
    rule: &'static Meta,
    source: usize,
    translations: Vec<usize>,
    /// Those into languages of other scripts.
    foreign: Vec<usize>,
    budget: RefCell<Budget>,
}

impl Survey<'_, '_> {
    fn block(&self, block: u32) -> Vec<Finding> {
        let context = self.context;
        let Some(at) = context.readings.column(self.source, block) else { return Vec::new() };
        let mut names: Vec<&str> = Vec::new();
        for run in own_text(context.prose[self.source].block(block)) {
            names.extend(self::names(&run.text).map(|range| &run.text[range]));
        }
        names.sort_unstable();
        names.dedup();
        names.truncate(MOST);
        names.into_iter().filter_map(|name| self.name(at, name)).collect()
    }

    fn name(&self, at: u32, name: &str) -> Option<Finding> {
        let context = self.context;
        let length = |article: usize| {
            let block = context.readings.block(article, at)?;
            Some(context.group.articles[article].blocks[block as usize].span.range().len())
        };
        let size = self.translations.iter().filter_map(|&article| length(article)).sum();
        self.budget.borrow_mut().spend(size)?;
        let peers = Peers::of(context, self.source, at, name);
        let mut without = self
            .translations
            .iter()
            .copied()
            .filter(|&article| context.readings.block(article, at).is_some() && !peers.have(article));
        let article = without.next().filter(|article| !self.foreign.contains(article))?;
        let kept = self.foreign.iter().filter(|&&other| peers.have(other)).count();
        if without.next().is_some() || peers.keep < ENOUGH || kept < FOREIGN {
            return None;
        }
        let block = context.readings.block(article, at)?;
        let is_changed = context.group.versions.same(self.source, article) == Some(false);
        if is_changed || is_form_in(&context.prose[article].text(block, Side::Target), name) {
            return None;
        }
        let place = context.group.articles[article].blocks[block as usize].span;
        let evidence = Evidence::Majority { agree: peers.keep + 1, of: peers.all + 1 };
        Some(Lost { name, article, place, there: peers.place? }.finding(context, self.rule, &evidence))
    }
}

/// Returns where the words with a capital stand in a text that are not the first of a sentence.
fn names(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '\'');
    let is_name = |word: &str| {
        word.len() >= 4
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word[1..].bytes().all(|byte| byte.is_ascii_lowercase())
            && shape::of(word).is_none()
            && !LOCALISED.contains(&word)
    };
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = text[end..].find(is_inside).map(|at| end + at)?;
        end = start + text[start..].find(|c| !is_inside(c)).unwrap_or(text.len() - start);
        Some(start..end)
    })
    .map(move |range| range.start..range.start + text[range].trim_end_matches(['.', '\'', '-']).len())
    .filter(move |range| is_name(&text[range.clone()]) && stands_apart(text, range))
}

/// Tells whether a word is neither the first of a sentence nor a part of a longer name.
fn stands_apart(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].strip_suffix(' ').unwrap_or_default();
    let word = before.rsplit(' ').next().unwrap_or_default();
    let after = text[range.end..].trim_start_matches([' ', '(', '"']);
    let is_small = |word: &str| word.starts_with(|c: char| c.is_ascii_lowercase());
    word.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ',')
        && is_small(word)
        && !after.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
}

//! A block of a translation in which names are looked for, and the text that it translates.

use std::collections::BTreeSet;
use std::ops::Range;

use super::holders::everything;
use super::{Changed, KINDS};
use crate::catalog::origin::Expected;
use crate::catalog::target;
use crate::check::context::{GroupContext, occurrences};
use crate::check::near::{Budget, Near, nearest};
use crate::check::plain::block::{BORDER, BlockText};
use crate::check::plain::shape::{self, Demand};
use crate::check::plain::{command, token};
use crate::model::literal::{LiteralKind, Side};

/// A block and what is to be known of it.
pub struct Passage<'c, 'g> {
    context: &'c GroupContext<'g>,
    article: usize,
    text: Option<BlockText>,
    /// Everything that must not be translated there, by kind.
    known: Vec<(LiteralKind, &'g str)>,
    /// What was found to be something else that was changed.
    claimed: Vec<Range<usize>>,
}

impl<'c, 'g> Passage<'c, 'g> {
    /// Returns the block `block` of the article; without one nothing is found.
    pub fn of(context: &'c GroupContext<'g>, article: usize, block: Option<u32>) -> Self {
        let text = block.map(|block| BlockText::whole(context.prose[article].block(block), Side::Target));
        let values = |block: u32| {
            let of_kind = move |kind: LiteralKind| context.readings.values_in(article, kind, block).into_iter().map(move |value| (kind, value));
            KINDS.into_iter().flat_map(of_kind).collect::<BTreeSet<_>>().into_iter().collect()
        };
        Self { context, article, text, known: block.map(values).unwrap_or_default(), claimed: Vec::new() }
    }

    /// Returns how often `value` stands there.
    pub fn count(&self, value: &str, kind: LiteralKind) -> usize {
        let Some(text) = &self.text else { return 0 };
        let shape = shape::of(value).filter(|_| kind != LiteralKind::Command);
        if value.contains("://") && kind == LiteralKind::Name {
            return self.addresses(&text.text, value);
        }
        if shape.is_some_and(|shape| shape.any_case) {
            return count(&text.text.to_ascii_lowercase(), &value.to_ascii_lowercase(), kind);
        }
        count(&text.text, value, kind)
    }

    /// Returns how many addresses lead where `value` does.
    fn addresses(&self, text: &str, value: &str) -> usize {
        let is_same = |other: &str| target::is_same(LiteralKind::Link, value, other);
        let mut count = 0;
        token::tokens(text, |range| count += usize::from(is_same(&text[range])));
        let literals = &self.context.group.articles[self.article].literals;
        let links = literals.iter().filter(|literal| literal.kind == LiteralKind::Link && literal.side == Side::Target);
        count + links.filter(|link| is_same(&link.value)).count()
    }

    /// Returns what stands there that is like `expected`.
    pub fn became(&mut self, expected: &Expected<'g>, demand: Demand, budget: &mut Budget) -> Option<Changed> {
        let masked = self.masked(expected)?;
        let near = nearest(&masked, &expected.literal.value, budget)?;
        if !self.is_change(&masked[near.range.clone()], near.form, expected, demand) {
            return None;
        }
        self.claim(near)
    }

    /// Returns what stands there that has the form of `expected`, and that its origin has nowhere.
    pub fn stranger(&mut self, expected: &Expected<'g>) -> Option<Changed> {
        if expected.literal.kind == LiteralKind::Command {
            return None;
        }
        let masked = self.masked(expected)?;
        let range = shape::stranger(&masked, &expected.literal.value, &self.original(expected))?;
        self.claim(Near { range, form: false, sure: false })
    }

    fn claim(&mut self, near: Near) -> Option<Changed> {
        let text = self.text.as_ref()?;
        self.claimed.push(near.range.clone());
        Some(Changed { span: text.span(&near.range), text: text.text[near.range.clone()].to_owned(), near })
    }

    /// Tells whether what was found is a mistake and not another word.
    fn is_change(&self, actual: &str, form: bool, expected: &Expected<'g>, demand: Demand) -> bool {
        let (kind, value) = (expected.literal.kind, &*expected.literal.value);
        let any_case = demand == Demand::Form || shape::of(value).is_some_and(|shape| shape.any_case);
        let is_allowed = kind == LiteralKind::Command && command::is_localised(value, actual)
            || kind == LiteralKind::Product && shape::is_inflected(actual, value)
            || any_case && actual.eq_ignore_ascii_case(value)
            || demand == Demand::Form && !form;
        !is_allowed && !is_in(&self.original(expected), actual)
    }

    /// Returns all that the article says in which `expected` stands.
    fn original(&self, expected: &Expected<'g>) -> String {
        let literal = expected.literal;
        let origin = self.context.group.articles.iter().position(|article| article.source == literal.span.source);
        origin.map(|origin| everything(self.context, origin, literal.side)).unwrap_or_default()
    }

    /// Returns the text without what stands there by right: names, and what was found to be something else.
    /// A command is looked for with the names that it consists of.
    fn masked(&self, expected: &Expected<'g>) -> Option<String> {
        let text = &self.text.as_ref()?.text;
        let is_command = expected.literal.kind == LiteralKind::Command;
        let known = self.known.iter().filter(|(kind, _)| !is_command || *kind == LiteralKind::Command);
        let known: Vec<&str> = known.map(|(_, value)| *value).chain([&*expected.literal.value]).collect();
        let mut masked = text.clone();
        let places = occurrences(text, &known).into_iter().map(|(_, range)| range);
        let by_right = places.filter(|range| shape::stands_alone(text, range));
        for range in by_right.chain(self.claimed.iter().cloned()) {
            let border = BORDER.to_string().repeat(range.len());
            masked.replace_range(range, &border);
        }
        Some(masked)
    }
}

/// Returns how often `value` stands in `text` by itself; a product may have an ending of the language.
fn count(text: &str, value: &str, kind: LiteralKind) -> usize {
    let places = text.match_indices(value).map(|(at, found)| at..at + found.len());
    let is_whole = |range: &Range<usize>| match kind {
        LiteralKind::Product => shape::begins_word(text, range),
        _ => shape::stands_alone(text, range),
    };
    places.filter(is_whole).count()
}

/// Tells whether `text` has `word` by itself.
fn is_in(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, found)| shape::stands_alone(text, &(at..at + found.len())))
}

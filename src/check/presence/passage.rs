//! A block of a translation in which names are looked for, and the text that it translates.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::holders::prose;
use super::{Changed, KINDS};
use crate::catalog::origin::Expected;
use crate::catalog::target;
use crate::check::context::{GroupContext, occurrences};
use crate::check::near::{Budget, Near, nearest};
use crate::check::plain::block::{BORDER, BlockText};
use crate::check::plain::shape::{self, Demand};
use crate::check::plain::token;
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::source::SourceId;

/// A block and what is to be known of it.
pub struct Passage<'c, 'g> {
    context: &'c GroupContext<'g>,
    article: usize,
    text: Option<BlockText>,
    /// Everything that must not be translated there, by kind.
    known: Vec<(LiteralKind, &'g str)>,
    /// What was found to be something else that was changed.
    claimed: Vec<Range<usize>>,
    /// The plain text of the origin's block that was looked at last.
    origin: Option<((SourceId, u32, Side), String)>,
}

impl<'c, 'g> Passage<'c, 'g> {
    /// Returns the block `block` of the article; without one nothing is found.
    pub fn of(context: &'c GroupContext<'g>, article: usize, block: Option<u32>) -> Self {
        let text = block.map(|block| BlockText::whole(context.prose[article].block(block), Side::Target));
        let values = |block: u32| {
            let of_kind = move |kind: LiteralKind| {
                context.readings.values_in(article, kind, block).into_iter().map(move |value| (kind, value))
            };
            KINDS.into_iter().flat_map(of_kind).collect::<BTreeSet<_>>().into_iter().collect()
        };
        Self { context, article, text, known: block.map(values).unwrap_or_default(), claimed: Vec::new(), origin: None }
    }

    /// Tells of a literal that stands there less often than in its origin whether it is there at all; `lost` are
    /// those that went with a longer literal.
    pub fn lack(&mut self, literal: &Literal, lost: usize) -> Option<bool> {
        let have = self.text.as_ref().map_or(0, |text| self.count(&text.text, literal));
        let place = (literal.span.source, literal.block, literal.side);
        if self.origin.as_ref().is_none_or(|(of, _)| *of != place) {
            let runs = self.origin_of(literal).map(|origin| self.context.prose[origin].block(literal.block));
            let text = runs.map(|runs| BlockText::plain(runs, literal.side).text).unwrap_or_default();
            self.origin = Some((place, text));
        }
        let need = self.origin.as_ref().map_or(1, |(_, text)| count(text, literal)).max(1);
        (have + lost < need).then_some(have > 0)
    }

    /// Returns how often a literal stands in the passage's text.
    fn count(&self, text: &str, literal: &Literal) -> usize {
        if literal.value.contains("://") && literal.kind == LiteralKind::Name {
            return self.addresses(text, &literal.value);
        }
        count(text, literal)
    }

    /// Returns the index of the article that a literal stands in.
    fn origin_of(&self, literal: &Literal) -> Option<usize> {
        self.context.group.articles.iter().position(|article| article.source == literal.span.source)
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
        if !self.is_change(&masked[range.clone()], false, expected, Demand::Change) {
            return None;
        }
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
        let is_allowed = kind == LiteralKind::Command && target::without_samples(value) == target::without_samples(actual)
            || kind == LiteralKind::Product && shape::is_inflected(actual, value)
            || any_case && actual.eq_ignore_ascii_case(value)
            // What may be no parameter is one only where a hyphen was left of it.
            || demand == Demand::Change && value.starts_with('-') && actual.starts_with(char::is_alphanumeric)
            || demand == Demand::Form && !form;
        !is_allowed && !is_in(&self.original(expected), actual)
    }

    /// Returns all that the article says in which `expected` stands.
    fn original(&self, expected: &Expected<'g>) -> String {
        let literal = expected.literal;
        self.origin_of(literal).map(|origin| prose(self.context, origin, literal.side)).unwrap_or_default()
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

/// Returns how often a literal stands in `text` by itself; a product may have an ending of the language.
fn count(text: &str, literal: &Literal) -> usize {
    let (kind, value) = (literal.kind, &*literal.value);
    let shape = shape::of(value).filter(|_| kind != LiteralKind::Command);
    let (text, value) = match shape {
        Some(shape) if shape.any_case => (text.to_ascii_lowercase().into(), value.to_ascii_lowercase().into()),
        _ => (Cow::Borrowed(text), Cow::Borrowed(value)),
    };
    let places = text.match_indices(&*value).map(|(at, found)| at..at + found.len());
    let is_whole = |range: &Range<usize>| match kind {
        LiteralKind::Product => shape::begins_word(&text, range),
        _ => shape::stands_alone(&text, range),
    };
    places.filter(is_whole).count()
}

/// Tells whether `text` has `word` by itself, and not as a part of an address or a path.
fn is_in(text: &str, word: &str) -> bool {
    let is_joint = |c: char| matches!(c, '/' | '.' | '-' | '@' | '\\' | '_');
    text.match_indices(word).any(|(at, found)| {
        let range = at..at + found.len();
        let after = &text[range.end..];
        let is_part = text[..at].ends_with(is_joint)
            || after.starts_with(['/', '-', '@', '\\', '_'])
            || after.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
        !is_part && shape::stands_alone(text, &range)
    })
}

//! A block of a translation in which names are looked for, and the text that it translates.

use crate::catalog::origin::Expected;
use crate::catalog::target;
use crate::check::context::{GroupContext, occurrences};
use crate::check::near::{Budget, Near, nearest};
use crate::check::plain::block::{BORDER, BlockText};
use crate::check::plain::shape::{self, Demand};
use crate::check::plain::{command, token};
use crate::model::literal::{LiteralKind, Side};
use crate::source::Span;

/// A block and what is to be known of it.
pub struct Passage<'c, 'g> {
    context: &'c GroupContext<'g>,
    article: usize,
    text: Option<BlockText>,
    /// What readers read in the origin of the block.
    original: String,
    /// Everything that must not be translated there.
    known: Vec<&'g str>,
}

impl<'c, 'g> Passage<'c, 'g> {
    /// Returns the block where `expected` should stand.
    pub fn of(context: &'c GroupContext<'g>, article: usize, expected: &Expected<'g>, kind: LiteralKind) -> Self {
        let whole = |article: usize, block: u32, side: Side| BlockText::whole(context.prose[article].block(block), side);
        let literal = expected.literal;
        let origin = context.group.articles.iter().position(|article| article.source == literal.span.source);
        let original = origin.map(|origin| whole(origin, literal.block, literal.side).text).unwrap_or_default();
        let known = match expected.block {
            Some(block) => known(context, article, block, kind),
            None => Vec::new(),
        };
        Self { context, article, text: expected.block.map(|block| whole(article, block, Side::Target)), original, known }
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

    /// Returns what `value` became there: its place, its text, and how sure that is.
    pub fn became(
        &self,
        value: &str,
        kind: LiteralKind,
        demand: Demand,
        is_there: bool,
        budget: &mut Budget,
    ) -> Option<(Span, String, Near)> {
        let text = self.text.as_ref()?;
        let masked = self.masked(&text.text, value);
        let near = nearest(&masked, value, budget).filter(|near| self.is_change(&masked, near, value, kind, demand));
        let near = near.or_else(|| {
            let can_be = !is_there && demand >= Demand::Change && kind != LiteralKind::Command;
            let stranger = shape::stranger(&masked, value, &self.original).filter(|_| can_be)?;
            Some(Near { range: stranger, form: false, sure: false })
        })?;
        let actual = text.text[near.range.clone()].to_owned();
        Some((text.span(&near.range), actual, near))
    }

    /// Tells whether what was found is a mistake and not another word.
    fn is_change(&self, text: &str, near: &Near, value: &str, kind: LiteralKind, demand: Demand) -> bool {
        let actual = &text[near.range.clone()];
        if kind == LiteralKind::Command && command::is_localised(value, actual) {
            return false;
        }
        let any_case = shape::of(value).is_some_and(|shape| shape.any_case);
        if any_case && actual.eq_ignore_ascii_case(value) {
            return false;
        }
        if demand == Demand::Form && !near.form {
            return false;
        }
        near.form || !is_in(&self.original, actual)
    }

    /// Returns `text` without what stands there by right: other names, and `value` where it is whole.
    fn masked(&self, text: &str, value: &str) -> String {
        let mut masked = text.to_owned();
        let known: Vec<&str> = self.known.iter().copied().chain([value]).collect();
        for (_, range) in occurrences(text, &known) {
            if shape::stands_alone(text, &range) {
                let border = BORDER.to_string().repeat(range.len());
                masked.replace_range(range, &border);
            }
        }
        masked
    }
}

/// Returns how often `value` stands in `text` by itself; a product may have an ending of the language.
fn count(text: &str, value: &str, kind: LiteralKind) -> usize {
    let places = text.match_indices(value).map(|(at, found)| at..at + found.len());
    let is_whole = |range: &std::ops::Range<usize>| match kind {
        LiteralKind::Product => shape::begins_word(text, range),
        _ => shape::stands_alone(text, range),
    };
    places.filter(is_whole).count()
}

/// Tells whether `text` has `word` by itself.
fn is_in(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, found)| shape::stands_alone(text, &(at..at + found.len())))
}

/// Returns the values of other kinds than `kind` and of its own that belong into a block; a command is looked
/// for with the names that it consists of.
fn known<'g>(context: &GroupContext<'g>, article: usize, block: u32, kind: LiteralKind) -> Vec<&'g str> {
    const KINDS: [LiteralKind; 5] = [
        LiteralKind::Command,
        LiteralKind::Name,
        LiteralKind::Product,
        LiteralKind::ErrorCode,
        LiteralKind::SymbolicName,
    ];
    let kinds = KINDS.iter().filter(|other| kind != LiteralKind::Command || **other == LiteralKind::Command);
    let mut known: Vec<&str> = kinds
        .flat_map(|kind| context.readings.values_in(article, *kind, block))
        .collect();
    known.sort_unstable();
    known.dedup();
    known
}

//! Which articles of a group have which literals, and how often.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{applicability, is_misspelt};
use crate::catalog::origin::Expected;
use crate::catalog::target::key;
use crate::check::context::GroupContext;
use crate::diag::Applicability;
use crate::model::literal::{Literal, LiteralKind, Side};

/// The literals of some kinds in all articles of a group.
pub struct Siblings<'g> {
    /// For each literal how often each article has it.
    counts: BTreeMap<(LiteralKind, Cow<'g, str>), BTreeMap<usize, usize>>,
    source: Option<usize>,
}

impl<'g> Siblings<'g> {
    /// Counts the literals of `kinds`.
    pub fn of(context: &GroupContext<'g>, kinds: &[LiteralKind]) -> Self {
        let group = context.group;
        let mut counts: BTreeMap<_, BTreeMap<usize, usize>> = BTreeMap::new();
        for (index, article) in group.articles.iter().enumerate() {
            let own = article.literals.iter().filter(|own| own.side == Side::Target && kinds.contains(&own.kind));
            for literal in own {
                *counts.entry((literal.kind, key(literal))).or_default().entry(index).or_default() += 1;
            }
        }
        Self { counts, source: group.source }
    }

    /// Tells how sure it is that `actual` should be the literal that is expected in its place.
    ///
    /// What another article has too, and as often, is no misspelling: the two may be paired wrongly.
    pub(super) fn applicability(
        &self,
        context: &GroupContext<'_>,
        article: usize,
        expected: &Expected<'_>,
        actual: &Literal,
    ) -> Applicability {
        if self.belongs(article, actual) {
            return Applicability::Suggested;
        }
        if self.is_mistake(article, expected.literal, actual) {
            return Applicability::Safe;
        }
        applicability(context, article, expected, &actual.value, || self.has_another(article, expected.literal))
    }

    /// Tells whether `actual` is the literal that is expected with mistakes in it, whatever version the article was made
    /// from: the two are alike, two other translations or more have the expected one, and no other article has `actual`.
    pub fn is_mistake(&self, article: usize, expected: &Literal, actual: &Literal) -> bool {
        let others = |literal: &Literal, counts_source: bool| {
            let counts = self.counts.get(&(literal.kind, key(literal)));
            let others = counts.into_iter().flat_map(BTreeMap::keys);
            others.filter(|&&other| other != article && (counts_source || Some(other) != self.source)).count()
        };
        is_misspelt(&expected.value, &actual.value) && others(expected, false) >= 2 && others(actual, true) == 0
    }

    /// Tells whether another article has `actual` as often as this one.
    fn belongs(&self, article: usize, actual: &Literal) -> bool {
        let Some(counts) = self.counts.get(&(actual.kind, key(actual))) else { return false };
        let own = counts.get(&article).copied().unwrap_or_default();
        counts.iter().any(|(other, count)| *other != article && *count >= own)
    }

    /// Tells whether a translation other than `article` has the literal.
    fn has_another(&self, article: usize, literal: &Literal) -> bool {
        let counts = self.counts.get(&(literal.kind, key(literal)));
        counts.is_some_and(|counts| counts.keys().any(|other| *other != article && Some(*other) != self.source))
    }
}

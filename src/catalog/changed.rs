//! Whether a source text was changed since its translations were made, where no hash can tell.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::group::Group;
use super::target;
use crate::model::literal::{Literal, LiteralKind, Side};

/// The fewest translations whose agreement outweighs a source of unproven version.
const ENOUGH: usize = 3;

/// What makes two literals one: their kind and what they are compared by.
type Identity<'g> = (LiteralKind, Cow<'g, str>);

/// What the translations of an unproven source say of it by their number.
#[derive(Debug, Default)]
pub(super) struct Changed<'g> {
    siblings: Vec<usize>,
    /// What at least one translation has.
    known: BTreeSet<Identity<'g>>,
    /// What the translations share and the source has not: the literal, and how many have it.
    shared: BTreeMap<LiteralKind, Vec<(&'g Literal, usize)>>,
    /// The kinds of which the source has something that no translation has.
    strange: BTreeSet<LiteralKind>,
}

impl<'g> Changed<'g> {
    /// Compares the source of `group` with its translations; `None` where its version is proven, or they are few.
    pub fn of(group: &'g Group) -> Option<Self> {
        let source = group.source.filter(|&source| !group.versions.is_proven(source))?;
        let siblings: Vec<usize> = (0..group.articles.len()).filter(|&index| index != source).collect();
        if siblings.len() < ENOUGH {
            return None;
        }
        let own: BTreeSet<_> = literals(group, source).map(identity).collect();
        let mut counts: BTreeMap<Identity<'g>, (usize, &'g Literal)> = BTreeMap::new();
        for &sibling in &siblings {
            let distinct: BTreeMap<_, _> =
                literals(group, sibling).map(|literal| (identity(literal), literal)).collect();
            for (identity, literal) in distinct {
                counts.entry(identity).or_insert((0, literal)).0 += 1;
            }
        }
        let mut changed = Self { siblings, ..Self::default() };
        // One translation may have gone astray in the very place.
        let most = changed.siblings.len().saturating_sub(1).max(ENOUGH);
        for (identity, (count, literal)) in counts {
            if count >= most && !own.contains(&identity) {
                changed.shared.entry(literal.kind).or_default().push((literal, count));
            }
            changed.known.insert(identity);
        }
        let strange = own.into_iter().filter(|identity| !changed.known.contains(identity)).map(|(kind, _)| kind);
        changed.strange = strange.collect();
        Some(changed)
    }

    /// Returns how many translations there are.
    pub fn siblings(&self) -> usize {
        self.siblings.len()
    }

    /// Returns what the translations share in place of something that only the source has.
    pub fn shared(&self, kind: LiteralKind) -> &[(&'g Literal, usize)] {
        let shared = self.shared.get(&kind).filter(|_| self.strange.contains(&kind));
        shared.map(Vec::as_slice).unwrap_or_default()
    }

    /// Tells whether the source was changed at `literal`: no translation has it, and they share another
    /// reading, or most lack its block (`blocks` are theirs, article by article).
    pub fn at(&self, literal: &Literal, has_block: impl Fn(usize) -> bool) -> bool {
        let lacking = self.siblings.iter().filter(|&&index| !has_block(index)).count();
        let has_other = !self.shared(literal.kind).is_empty();
        (has_other || 2 * lacking > self.siblings.len()) && !self.known.contains(&identity(literal))
    }
}

/// Returns what counts of an article's own literals: of what looks like a code only what is one here.
fn literals(group: &Group, article: usize) -> impl Iterator<Item = &Literal> {
    let article = &group.articles[article];
    let codes = group.code_spans(article);
    let counts = move |literal: &&Literal| literal.kind != LiteralKind::ErrorCode || codes.contains(&literal.span);
    article.literals.iter().filter(|literal| literal.side == Side::Target).filter(counts)
}

fn identity(literal: &Literal) -> Identity<'_> {
    (literal.kind, target::key(literal))
}

//! Which articles of a group have a value anywhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::context::{GroupContext, occurrences};
use crate::check::plain::block::BlockText;
use crate::check::plain::shape;
use crate::model::literal::{LiteralKind, Side};

/// Which articles hold which of the values that were asked for.
pub struct Holders<'v> {
    of_value: BTreeMap<&'v str, BTreeSet<usize>>,
    translations: BTreeSet<usize>,
}

impl<'v> Holders<'v> {
    /// Looks for each of `values` in all articles of the group.
    pub fn of(context: &GroupContext<'_>, values: impl Iterator<Item = &'v str>) -> Self {
        let mut of_value: BTreeMap<&str, BTreeSet<usize>> = values.map(|value| (value, BTreeSet::new())).collect();
        let values: Vec<&str> = of_value.keys().copied().collect();
        for article in 0..context.group.articles.len() {
            let text = everything(context, article);
            for (number, range) in occurrences(&text, &values) {
                if shape::stands_alone(&text, &range) {
                    of_value.entry(values[number]).or_default().insert(article);
                }
            }
        }
        Self { of_value, translations: context.translations().collect() }
    }

    /// Tells whether the article has `value` nowhere.
    pub fn lacks(&self, value: &str, article: usize) -> bool {
        !self.of_value.get(value).is_some_and(|articles| articles.contains(&article))
    }

    /// Tells whether another translation keeps `value`.
    pub fn is_elsewhere(&self, value: &str, article: usize) -> bool {
        self.others(article).any(|other| !self.lacks(value, other))
    }

    /// Tells whether other translations keep `value`: where several have it not, it is one that is translated,
    /// or the source was changed.
    pub fn supports(&self, value: &str, article: usize) -> bool {
        self.others(article).count() < 2 || self.is_elsewhere(value, article)
    }

    fn others(&self, article: usize) -> impl Iterator<Item = usize> {
        self.translations.iter().copied().filter(move |&other| other != article)
    }
}

/// Returns all that an article says itself, code blocks and targets of links too.
fn everything(context: &GroupContext<'_>, article: usize) -> String {
    let mut text = prose(context, article, Side::Target);
    let kinds = [LiteralKind::Fence, LiteralKind::Link];
    let own = context.group.articles[article].literals.iter().filter(|literal| literal.side == Side::Target);
    for literal in own.filter(|literal| kinds.contains(&literal.kind)) {
        text.push_str(&literal.value);
        text.push('\n');
    }
    text
}

/// Returns all that readers read of an article on one side, code blocks apart.
pub fn prose(context: &GroupContext<'_>, article: usize, side: Side) -> String {
    let mut text = String::new();
    for runs in context.prose[article].runs.chunk_by(|a, b| a.block == b.block) {
        text.push_str(&BlockText::whole(runs, side).text);
        text.push('\n');
    }
    text
}

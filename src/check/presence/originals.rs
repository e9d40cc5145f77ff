//! The words of the articles that translations were made from.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::holders::prose;
use crate::check::context::GroupContext;
use crate::model::literal::{Literal, Side};

/// The words of each article that was asked for, on one side.
#[derive(Default)]
pub struct Originals(BTreeMap<(usize, Side), FxHashSet<Box<str>>>);

impl Originals {
    /// Tells whether the article in which `literal` stands has all of `text` too, word by word, though not as a
    /// part of an address.
    pub fn has(&mut self, context: &GroupContext<'_>, literal: &Literal, text: &str) -> bool {
        let origin = context.group.index_of(literal.span.source);
        let Some(origin) = origin else { return false };
        let known = self.0.entry((origin, literal.side)).or_insert_with(|| {
            let text = prose(context, origin, literal.side);
            words(&text).map(Box::from).collect()
        });
        // A blank put into a name leaves two words that may stand anywhere.
        let mut words = words(text);
        words.next().is_some_and(|word| word == text && known.contains(word))
    }
}

/// Returns the words of a text; an address and a path are one.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_inside =
        |c: char| c.is_ascii_alphanumeric() || !c.is_ascii() && c.is_alphanumeric() || "_-./@\\$%:".contains(c);
    text.split(move |c: char| !is_inside(c))
        .map(|word| word.trim_end_matches(['.', ':', '-', '/']))
        .filter(|word| !word.is_empty())
}

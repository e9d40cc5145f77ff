//! What is looked for ahead in a text: directives, and pieces of other tools' languages.

use std::ops::Range;

use super::super::directive::{self, Directive};
use super::super::foreign::{self, Dialect, Foreign};

/// What comes next in a text; each kind is looked for once, until the text has passed it.
#[derive(Default)]
pub(super) struct Ahead<'a> {
    directive: Option<Option<directive::Found<'a>>>,
    foreign: Option<Option<Foreign>>,
}

impl<'a> Ahead<'a> {
    /// Returns the first directive, or piece of another tool's language, that starts within `range`.
    pub(super) fn next(
        &mut self,
        text: &'a str,
        range: Range<usize>,
        dialect: Dialect,
    ) -> Option<directive::Found<'a>> {
        let at = range.start;
        let directive = self.directive.take().filter(|next| next.as_ref().is_none_or(|next| next.range.start >= at));
        let directive = directive.unwrap_or_else(|| directive::find(text, range.clone()));
        let foreign = self.foreign.take().filter(|next| next.as_ref().is_none_or(|next| next.range.start >= at));
        let foreign = foreign.unwrap_or_else(|| foreign::find(text, range, dialect));
        let is_foreign = match (&directive, &foreign) {
            (Some(directive), Some(foreign)) => foreign.range.start < directive.range.start,
            (_, foreign) => foreign.is_some(),
        };
        self.directive = Some(directive.clone());
        self.foreign = Some(foreign.clone());
        match foreign.filter(|_| is_foreign) {
            Some(foreign) => {
                Some(directive::Found { range: foreign.range.clone(), directive: Directive::Foreign(foreign) })
            }
            None => directive,
        }
    }
}

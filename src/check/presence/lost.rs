//! What is said of a name that a translation lacks.

use crate::catalog::origin::Evidence;
use crate::check::context::GroupContext;
use crate::diag::{Finding, Meta};
use crate::source::Span;

/// A name that a passage or a title lacks.
pub struct Lost<'n> {
    pub name: &'n str,
    pub article: usize,
    /// The passage that lacks it.
    pub place: Span,
    /// Where another article has it.
    pub there: Span,
}

impl Lost<'_> {
    /// Returns the finding that says so.
    pub fn finding(&self, context: &GroupContext<'_>, rule: &'static Meta, evidence: &Evidence) -> Finding {
        let message = format!("the name `{}` is missing", self.name);
        let place = context.trimmed(self.place);
        let mut finding = context.finding(rule, self.article, place, message).caption("it should stand here");
        finding.expected = Some(self.name.to_owned());
        context.beside(finding, evidence, self.there, "as it reads here")
    }
}

use std::cell::LazyCell;

use crate::check::compare::Difference;
use crate::check::context::GroupContext;
use crate::check::difference::difference;
use crate::check::restore::{self, Siblings};
use crate::diag::Finding;
use crate::model::literal::LiteralKind;
use crate::rule;
use crate::source::Span;

rule! {
    /// A link leads elsewhere than the origin's.
    ///
    /// ## Why
    /// A reader of the translation lands on another page, or on none. Locale segments, host case, a trailing
    /// slash and percent-encoding make no difference.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// See [the reference](https://example.com/reference/errors).
    /// ```
    /// ```text content/sl/a.md
    /// # Naslov
    ///
    /// Glejte [sklic](https://example.com/reference/napake).
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// See [the reference](https://example.com/en-us/reference/).
    /// ```
    /// ```text content/sl/a.md
    /// # Naslov
    ///
    /// Glejte [sklic](https://example.com/sl-si/reference).
    /// ```
    LINK_TARGET_DIFFERS { id: "link-target-differs", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let siblings = LazyCell::new(|| Siblings::of(context, &[LiteralKind::Link]));
    for article in context.translations() {
        for found in context.differences(article, LiteralKind::Link) {
            let Difference::Differs { expected, actual } = found else { continue };
            if actual.value.is_empty() && expected.literal.value.is_empty() {
                continue;
            }
            let difference = difference(&expected.literal.value, &actual.value);
            let is_plain = context.sources.slice(actual.span) == &*actual.value;
            let start = actual.span.start as usize;
            let place = Span::new(actual.span.source, start + difference.actual.start..start + difference.actual.end);
            let place = if is_plain { place } else { actual.span };
            let message = format!("the link leads elsewhere than in {}", context.origin_name(&expected.evidence));
            let finding = context.finding(&LINK_TARGET_DIFFERS, article, place, message).caption(difference.words);
            let mut finding = context
                .against(finding, expected, expected.literal.span, "the origin leads here")
                .texts(&*expected.literal.value, &*actual.value)
                .help("take the origin's target over; only its locale segment may differ");
            finding.literal = Some(actual.span);
            finding.fix = restore::target(context, article, expected, actual, &siblings);
            findings.push(finding);
        }
    }
    findings
}

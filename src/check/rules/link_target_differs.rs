use std::cell::LazyCell;

use crate::catalog::target;
use crate::check::compare::Difference;
use crate::check::context::GroupContext;
use crate::check::difference::difference;
use crate::check::exchanged::{self, Exchanged};
use crate::check::originals;
use crate::check::restore::{self, Siblings};
use crate::diag::{Finding, Severity};
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
            let (origin, own) = (&*expected.literal.value, &*actual.value);
            let are_mail = [origin, own].iter().all(|value| value.starts_with("mailto:"));
            let language = context.group.articles[article].locale.language();
            let is_localised = are_mail || target::is_localised(origin, own, language);
            if is_localised || actual.value.is_empty() && expected.literal.value.is_empty() {
                continue;
            }
            let difference = difference(&expected.literal.value, &actual.value);
            let is_plain = context.sources.slice(actual.span) == &*actual.value;
            let start = actual.span.start as usize;
            let place = Span::new(actual.span.source, start + difference.actual.start..start + difference.actual.end);
            let place = if is_plain { place } else { actual.span };
            let message = format!("the link leads elsewhere than in {}", context.origin_name(&expected.evidence));
            let finding = context.finding(&LINK_TARGET_DIFFERS, article, place, message).caption(difference.words);
            let severity = finding.severity;
            let mut finding = context
                .against(finding, expected, expected.literal.span, "the origin leads here")
                .texts(&*expected.literal.value, &*actual.value)
                .help("take the origin's target over; only its locale segment may differ");
            finding.literal = Some(actual.span);
            if finding.severity != severity && siblings.is_mistake(article, expected.literal, actual) {
                finding = finding.severity(severity);
            }
            finding.fix = restore::target(context, article, expected, actual, &siblings);
            findings.push(finding);
        }
        if !context.prose.is_empty() {
            findings.extend(exchanged::links(context, article).iter().map(|pair| exchange(context, article, pair)));
        }
        findings.extend(across(context, article));
    }
    findings
}

/// Returns a finding for two links that lead where the other should.
fn exchange(context: &GroupContext<'_>, article: usize, pair: &Exchanged<'_>) -> Finding {
    let words = originals::one_line(&context.prose[article].link_text(pair.first));
    let message = match pair.is_sure {
        true if pair.first.block != pair.second.block => {
            format!("`{words}` and a link of another passage lead where the other should")
        }
        true => format!("`{words}` and another link of the passage lead where the other should"),
        false => format!("`{words}` and another link of the passage stand in another order than in the origin"),
    };
    let finding = context
        .finding(&LINK_TARGET_DIFFERS, article, pair.first.span, message)
        .caption("this link")
        .label(pair.second.span, "and this one")
        .help("see whether each link leads where its words say");
    let finding = context.beside(finding, &pair.evidence, pair.origins[0].span, "the origin's link to the first place");
    if pair.is_sure { finding } else { finding.severity(Severity::Note) }
}

/// Returns a finding for each two links of different passages that changed places.
fn across(context: &GroupContext<'_>, article: usize) -> Vec<Finding> {
    let moved: Vec<_> = context
        .differences(article, LiteralKind::Link)
        .iter()
        .filter_map(|found| match found {
            Difference::Moved { expected, actual } => Some((expected, *actual)),
            _ => None,
        })
        .collect();
    let mut findings = Vec::new();
    for (at, (expected, actual)) in moved.iter().enumerate() {
        let partner = moved[at + 1..]
            .iter()
            .find(|(other, literal)| other.block == Some(actual.block) && expected.block == Some(literal.block));
        let Some((_, other)) = partner else { continue };
        let message = "the link and one of another passage changed places";
        let finding = context
            .finding(&LINK_TARGET_DIFFERS, article, actual.span, message)
            .caption("this target")
            .label(other.span, "and this one")
            .help("see whether each link leads where its words say");
        findings.push(context.against(finding, expected, expected.literal.span, "the origin has it here"));
    }
    findings
}

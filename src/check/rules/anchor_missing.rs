use std::collections::BTreeSet;

use crate::check::context::GroupContext;
use crate::check::restore;
use crate::diag::Finding;
use crate::model::literal::LiteralKind;
use crate::rule;

rule! {
    /// An explicit anchor of a heading is gone.
    ///
    /// ## Why
    /// Links into the page, from other articles and from elsewhere, name the anchor; without it they end at
    /// the top of the page.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # <a name="the-error"></a>The error
    ///
    /// Text.
    /// ```
    /// ```text content/ru/a.md
    /// # Ошибка
    ///
    /// Текст.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # <a name="the-error"></a>The error
    ///
    /// Text.
    /// ```
    /// ```text content/ru/a.md
    /// # Ошибка {#the-error}
    ///
    /// Текст.
    /// ```
    ANCHOR_MISSING { id: "anchor-missing", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.translations() {
        let literals = context.group.articles[article].literals.iter();
        let anchors: BTreeSet<&str> =
            literals.filter(|literal| literal.kind == LiteralKind::Anchor).map(|literal| &*literal.value).collect();
        for expected in context.readings.expected(article, LiteralKind::Anchor) {
            let value = &*expected.literal.value;
            if anchors.contains(value) || context.structure(article).explains(&expected) {
                continue;
            }
            let place = context.where_it_should_stand(article, &expected);
            let message = format!("the anchor `{value}` is gone");
            let mut finding = context.finding(&ANCHOR_MISSING, article, place, message).caption("it should stand here");
            finding.expected = Some(value.to_owned());
            finding.fix = restore::anchor(context, article, &expected);
            findings.push(
                context
                    .against(finding, &expected, expected.literal.span, "it stands here")
                    .help(format!("put `<a name=\"{value}\"></a>` at the start of the heading")),
            );
        }
    }
    findings
}

use std::collections::BTreeSet;

use crate::catalog::origin::{Evidence, Expected};
use crate::check::context::GroupContext;
use crate::check::difference::difference;
use crate::check::restore;
use crate::diag::Finding;
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::rule;
use crate::source::Span;

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

/// So many other translations must have an anchor where nothing else decides.
const ENOUGH: usize = 2;

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.translations() {
        let own: BTreeSet<&str> = anchors(context, article).map(|literal| &*literal.value).collect();
        let mut expected = context.readings.expected(article, LiteralKind::Anchor);
        expected.extend(shared(context, article, &own, &expected));
        for expected in expected {
            let value = &*expected.literal.value;
            if own.contains(value) || context.structure(article).explains(&expected) {
                continue;
            }
            findings.push(match renamed(context, article, &expected) {
                Some(actual) => changed(context, article, &expected, actual),
                None => gone(context, article, &expected),
            });
        }
    }
    findings
}

fn gone(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>) -> Finding {
    let value = &*expected.literal.value;
    let place = context.where_it_should_stand(article, expected);
    let message = format!("the anchor `{value}` is gone");
    let mut finding = context.finding(&ANCHOR_MISSING, article, place, message).caption("it should stand here");
    finding.expected = Some(value.to_owned());
    finding.fix = restore::anchor(context, article, expected);
    context
        .against(finding, expected, expected.literal.span, "it stands here")
        .help(format!("put `<a name=\"{value}\"></a>` at the start of the heading"))
}

fn changed(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>, actual: &Literal) -> Finding {
    let difference = difference(&expected.literal.value, &actual.value);
    let start = actual.span.start as usize;
    let place = Span::new(actual.span.source, start + difference.actual.start..start + difference.actual.end);
    let message = format!("the anchor `{}` was changed", expected.literal.value);
    let mut finding = context.finding(&ANCHOR_MISSING, article, place, message).caption(difference.words);
    finding.literal = Some(actual.span);
    finding.fix = Some(restore::anchor_name(context, article, expected, actual));
    context
        .against(finding, expected, expected.literal.span, "it reads like this")
        .texts(&*expected.literal.value, &*actual.value)
        .help("anchors are the same in every language: links name them")
}

/// Returns the anchor that the heading has in place of the expected one: the only one there, which no other article
/// has and no link of this one names.
fn renamed<'c>(context: &GroupContext<'c>, article: usize, expected: &Expected<'_>) -> Option<&'c Literal> {
    let mut own = anchors(context, article).filter(|anchor| Some(anchor.block) == expected.block);
    let actual = own.next().filter(|_| own.next().is_none())?;
    let is_written_so = context.sources.slice(actual.span) == &*actual.value;
    let mut others = (0..context.group.articles.len()).filter(|&other| other != article);
    let is_known = others.any(|other| anchors(context, other).any(|anchor| anchor.value == actual.value));
    let is_named = context.group.articles[article].literals.iter().any(|literal| {
        let fragment = literal.value.rsplit_once('#').map(|(_, fragment)| fragment);
        literal.kind == LiteralKind::Link && fragment == Some(&*actual.value)
    });
    (is_written_so && !is_known && !is_named).then_some(actual)
}

fn anchors<'c>(context: &GroupContext<'c>, article: usize) -> impl Iterator<Item = &'c Literal> {
    let literals = context.group.articles[article].literals.iter();
    literals.filter(|literal| literal.kind == LiteralKind::Anchor && literal.side == Side::Target)
}

/// Returns the anchors that all other translations have in a block of the article, where no origin decides.
///
/// Their names stay when the text changes, so translations of other versions count, too.
fn shared<'c>(
    context: &GroupContext<'c>,
    article: usize,
    own: &BTreeSet<&str>,
    expected: &[Expected<'c>],
) -> Vec<Expected<'c>> {
    let Some(model) = context.translations().find(|&other| other != article) else { return Vec::new() };
    let of_anchor = |literal: &'c Literal| {
        let column = context.readings.column(model, literal.block)?;
        let block = context.readings.block(article, column)?;
        if own.contains(&*literal.value) || expected.iter().any(|expected| expected.column == Some(column)) {
            return None;
        }
        let others = context.translations().filter(|&other| other != article);
        let blocks: Vec<_> = others.map(|other| (other, context.readings.block(other, column))).collect();
        let has_it = |&(other, block): &(usize, Option<u32>)| {
            anchors(context, other).any(|anchor| Some(anchor.block) == block && anchor.value == literal.value)
        };
        let evidence = Evidence::Majority { agree: blocks.len(), of: blocks.len() + 1 };
        let is_shared = blocks.len() >= ENOUGH && blocks.iter().all(has_it);
        is_shared.then_some(Expected { literal, column: Some(column), block: Some(block), segment: None, evidence })
    };
    anchors(context, model).filter_map(of_anchor).collect()
}

use std::collections::BTreeSet;

use crate::catalog::anchors::slug;
use crate::catalog::origin::{Evidence, Expected, Original};
use crate::check::context::GroupContext;
use crate::check::difference::difference;
use crate::check::lexicon;
use crate::check::restore;
use crate::diag::Finding;
use crate::model::document::Heading;
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
        findings.extend(translated(context, article));
        findings.extend(missing(context, article).iter().map(|expected| match renamed(context, article, expected) {
            Some(actual) => changed(context, article, expected, actual),
            None => gone(context, article, expected),
        }));
    }
    findings
}

/// Returns the anchors that an article should have and has not.
pub(super) fn missing<'c>(context: &GroupContext<'c>, article: usize) -> Vec<Expected<'c>> {
    let own: BTreeSet<&str> = anchors(context, article).map(|literal| &*literal.value).collect();
    let mut expected = context.readings.expected(article, LiteralKind::Anchor);
    expected.extend(shared(context, article, &own, &expected));
    expected
        .retain(|expected| !own.contains(&*expected.literal.value) && !context.structure(article).explains(expected));
    expected
}

/// An explicit anchor of a heading whose origin has none, for it needs none.
struct Named<'c> {
    heading: &'c Heading,
    anchor: &'c str,
    /// The id that the origin's heading has.
    wanted: String,
    original: Original,
    there: Span,
}

impl Named<'_> {
    /// Tells whether the anchor has words of the translated heading. Words of another language alone may be those of an
    /// older version.
    fn is_translated(&self) -> bool {
        !self.anchor.is_ascii() || self.anchor != self.wanted && self.anchor == slug(&self.heading.text)
    }
}

/// Returns a finding for each heading whose anchor was translated, where others of the article have the ids of the
/// origin's headings.
fn translated(context: &GroupContext<'_>, article: usize) -> Vec<Finding> {
    let headings = &context.group.articles[article].headings;
    let named: Vec<Named<'_>> = headings.iter().filter_map(|heading| named(context, article, heading)).collect();
    let are_kept = || named.iter().any(|named| named.anchor == named.wanted) || keeps_elsewhere(context, article);
    if !named.iter().any(Named::is_translated) || !are_kept() {
        return Vec::new();
    }
    let finding = |named: &Named<'_>| {
        let actual = anchors(context, article).find(|literal| literal.block == named.heading.block)?;
        let message = format!("the anchor `{}` was changed", named.wanted);
        let finding = context.finding(&ANCHOR_MISSING, article, actual.span, message);
        let finding = finding.caption("it has words of the translation").texts(&*named.wanted, &*actual.value);
        let there = context.trimmed(named.there);
        let finding = context.beside(finding, &named.original.evidence, there, "the heading in the origin");
        Some(finding.help("anchors are the same in every language: links name them"))
    };
    named.iter().filter(|named| named.is_translated()).filter_map(finding).collect()
}

/// Tells whether the other articles in that locale, of which some are asked, have anchors of their source's headings.
fn keeps_elsewhere(context: &GroupContext<'_>, article: usize) -> bool {
    const ASKED: usize = 16;
    let locale = &context.group.articles[article].locale;
    let pairs = lexicon::sample(context.catalog).filter_map(|group| Some((group.source?, group.index(locale)?, group)));
    let mut pairs = pairs.filter(|(source, other, _)| source != other).take(ASKED);
    pairs.any(|(source, other, group)| {
        let [there, here] = [source, other].map(|at| group.articles[at].headings.first());
        let anchor = here.and_then(|heading| heading.anchor.as_deref());
        // Of a heading that is no more than a name both have the same.
        let is_kept = |anchor: &str, there: &Heading, here: &Heading| {
            there.anchor.is_none() && anchor == slug(&there.text) && anchor != slug(&here.text)
        };
        anchor.zip(there).zip(here).is_some_and(|((anchor, there), here)| is_kept(anchor, there, here))
    })
}

fn named<'c>(context: &GroupContext<'c>, article: usize, heading: &'c Heading) -> Option<Named<'c>> {
    let anchor = heading.anchor.as_deref()?;
    let original = context.readings.original(article, heading.block).filter(|it| it.side == Side::Target)?;
    let headings = &context.group.articles[original.article].headings;
    let there = headings.iter().find(|other| other.block == original.block && other.anchor.is_none())?;
    Some(Named { heading, anchor, wanted: slug(&there.text), there: there.span, original })
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

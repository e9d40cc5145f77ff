use std::cell::LazyCell;
use std::collections::BTreeSet;

use crate::catalog::origin::{Evidence, Expected};
use crate::catalog::target;
use crate::check::compare::Difference;
use crate::check::context::GroupContext;
use crate::check::originals;
use crate::check::residue;
use crate::diag::Finding;
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::rule;
use crate::source::Span;

rule! {
    /// A link of the origin is nowhere in the translation, or a passage has none left.
    ///
    /// ## Why
    /// The sentence says "see this page", and there is no way to it.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Open the [status page](https://example.com/status) first.
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Öffnen Sie zuerst die Statusseite.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Open the [status page](https://example.com/status), then the [status page](https://example.com/status).
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Öffnen Sie zweimal die [Statusseite](https://example.com/status/).
    /// ```
    LINK_MISSING { id: "link-missing", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.read_translations() {
        let broken = LazyCell::new(|| residue::addresses(context, article));
        let missing = context.differences(article, LiteralKind::Link).iter().filter_map(|found| match found {
            Difference::Missing(expected) => Some((expected, true)),
            Difference::Fewer(expected) => Some((expected, false)),
            _ => None,
        });
        let mut seen = BTreeSet::new();
        for (expected, is_nowhere) in missing {
            let is_broken = || broken.iter().any(|address| is_same(&expected.literal.value, address));
            let is_lost = || match is_nowhere {
                true => is_nowhere_at_all(context, article, expected),
                false => lost_one(context, article, expected),
            };
            if is_judged(context, article, expected)
                && !is_of_others(context, article, expected)
                && is_lost()
                && !is_broken()
                && seen.insert(target::link_key(&expected.literal.value))
            {
                findings.push(finding(context, article, expected));
            }
        }
    }
    findings
}

fn is_same(left: &str, right: &str) -> bool {
    target::is_same(LiteralKind::Link, left, right)
}

/// Tells whether the lack of a link is a loss: not of an address for mail, which may be localised.
fn is_judged(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>) -> bool {
    let value = &*expected.literal.value;
    !value.trim().is_empty()
        && !value.starts_with("mailto:")
        && !value.starts_with("tel:")
        && !is_directive(context, expected)
        && expected.block.is_none_or(|block| residue::broken_link(context, article, block).is_none())
}

/// Tells whether other translations alone have the link, and the source has it nowhere: they may be of another version.
fn is_of_others(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>) -> bool {
    let Some(source) = context.group.source.filter(|_| matches!(expected.evidence, Evidence::Majority { .. })) else {
        return false;
    };
    let other = context.group.index_of(expected.literal.span.source);
    let is_same_version = other.is_some_and(|other| context.group.versions.same(article, other) == Some(true));
    !is_same_version && !links(context, source).any(|link| is_same(&expected.literal.value, &link.value))
}

/// Tells whether a translation has neither the link nor its address in the text.
fn is_nowhere_at_all(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>) -> bool {
    let text = &context.group.articles[article];
    let source = context.sources.get(text.source);
    let address = bare(&expected.literal.value);
    let has_address = || !address.is_empty() && text.target_pieces(source).any(|piece| has_whole(piece, address));
    !links(context, article).any(|link| is_same(&expected.literal.value, &link.value)) && !has_address()
}

/// Tells whether a passage has fewer links than its origin, and none that leads there, though the article does elsewhere.
fn lost_one(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>) -> bool {
    let Some((block, original)) = expected.block.and_then(|it| Some((it, context.readings.original(article, it)?)))
    else {
        return false;
    };
    let value = &*expected.literal.value;
    let text = context.sources.slice(context.group.articles[article].blocks[block as usize].span);
    // Links whose address stands at the end of the file count, too.
    let links = |article: usize, block: u32| {
        context.prose[article].links_of(block).filter(|link| link.side == Side::Target && !link.is_picture)
    };
    matches!(original.evidence, Evidence::Source(_))
        && links(article, block).count() < links(original.article, original.block).count()
        && !links(article, block).any(|link| is_same(value, &link.target))
        && !has_whole(text, bare(value))
}

fn links<'c>(context: &GroupContext<'c>, article: usize) -> impl Iterator<Item = &'c Literal> {
    let literals = context.group.articles[article].literals.iter();
    literals.filter(|literal| literal.kind == LiteralKind::Link && literal.side == Side::Target)
}

/// Returns an address without its scheme and outer slashes.
fn bare(value: &str) -> &str {
    value.split_once("://").map_or(value, |(_, rest)| rest).trim_start_matches('/').trim_end_matches('/')
}

/// Tells whether an address stands in a text, and not as the start of a longer one.
fn has_whole(text: &str, address: &str) -> bool {
    let goes_on = |rest: &str| {
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let behind = rest.trim_start_matches(['.', '?', '&', '=', '-', '#', '/']);
        behind.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '%'))
    };
    text.match_indices(address).any(|(at, _)| !goes_on(&text[at + address.len()..]))
}

/// Tells whether the link is that of a directive, which is no link of the text and has a rule of its own.
pub(super) fn is_directive(context: &GroupContext<'_>, expected: &Expected<'_>) -> bool {
    let span = expected.literal.span;
    let holder = context.group.index_of(span.source);
    holder.is_some_and(|article| {
        !context.prose[article].links_of(expected.literal.block).any(|link| link.span.contains(span))
    })
}

fn finding(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>) -> Finding {
    let value = &*expected.literal.value;
    let place = context.where_it_should_stand(article, expected);
    let message = format!("the link to `{value}` is missing");
    let mut finding = context.finding(&LINK_MISSING, article, place, message).caption("it should stand here");
    finding.expected = Some(value.to_owned());
    let words = words(context, expected.literal.span);
    let help = match words {
        Some(words) => format!("make the words for `{words}` the link again"),
        None => "take the origin's link over".to_owned(),
    };
    context.against(finding, expected, expected.literal.span, "it leads here").help(help)
}

/// Returns the text of the link whose target stands at `span`.
fn words(context: &GroupContext<'_>, span: Span) -> Option<String> {
    let article = context.group.index_of(span.source)?;
    let prose = &context.prose[article];
    let link = prose.links.iter().find(|link| !link.is_picture && link.span.contains(span))?;
    let text = originals::one_line(&prose.link_text(link));
    (!text.is_empty()).then_some(text)
}

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::context::GroupContext;
use crate::check::originals::{Shown, is_stranger, original_span};
use crate::check::residue::{self, Residue};
use crate::diag::{Applicability, Finding, Fix};
use crate::markdown::prose::{Link, Run, RunKind};
use crate::model::literal::Side;
use crate::rule;
use crate::source::Span;
use crate::source::edit::Edit;

rule! {
    /// The signs of a link are broken, so that readers see them and cannot click.
    ///
    /// ## Why
    /// A blank between the brackets, a bracket of another script or a lost parenthesis turns a link into
    /// text with an address in it.
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
    /// Öffnen Sie zuerst die [Statusseite] (https://example.com/status).
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Write `[words] (address)` or [words] (in brackets).
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Schreiben Sie `[words] (address)` oder [Wörter] (in Klammern).
    /// ```
    LINK_SYNTAX { id: "link-syntax", severity: Error, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.asked() {
        for block in residue::blocks(context, article) {
            let Some(found) = residue::broken_link(context, article, block) else {
                findings.extend(doubled_bracket(context, article, block));
                continue;
            };
            let links = context.prose[article].links_of(block).filter(|link| !link.is_picture).count();
            let is_broken = |shown: &Shown<'_>| {
                residue::has_broken_link(&shown.text()) || (!found.is_sure && shown.links() <= links)
            };
            if is_stranger(context, article, block, is_broken) {
                findings.push(finding(context, article, block, found));
            }
        }
        findings.extend(torn_references(context, article));
    }
    findings
}

/// Returns a finding on a bracket that stands twice before a link, or behind it, and opens or closes nothing.
fn doubled_bracket(context: &GroupContext<'_>, article: usize, block: u32) -> Option<Finding> {
    let prose = &context.prose[article];
    let excess = |text: &str| text.matches('[').count().cmp(&text.matches(']').count());
    let text: String = own_text(prose.block(block)).map(|run| &*run.text).collect();
    let (sign, is_before) = match excess(&text) {
        Ordering::Greater => ('[', true),
        Ordering::Less => (']', false),
        Ordering::Equal => return None,
    };
    let borders: BTreeSet<u32> = match is_before {
        true => prose.links_of(block).map(|link| link.span.start).collect(),
        false => prose.links_of(block).map(|link| link.span.end).collect(),
    };
    let touches = |run: &&Run<'_>| match is_before {
        true => run.text.ends_with(sign) && borders.contains(&run.span.end),
        false => run.text.starts_with(sign) && borders.contains(&run.span.start),
    };
    let run = own_text(prose.block(block)).find(touches)?;
    let is_uneven = |shown: &Shown<'_>| excess(&shown.text()) == excess(&text);
    if context.sources.slice(run.span).contains('\\') || !is_stranger(context, article, block, is_uneven) {
        return None;
    }
    let range = if is_before { run.text.len() - 1..run.text.len() } else { 0..1 };
    let (span, words) = (run.span_of(&range), "one of its brackets stands twice");
    let found = Residue { span, words, address: None, is_sure: true, fix: Some(String::new()) };
    Some(finding(context, article, block, found))
}

/// Returns a finding for each `[words] [label]` whose label became a link of its own, where the origin shows no bracket.
fn torn_references(context: &GroupContext<'_>, article: usize) -> Vec<Finding> {
    let shows = |shown: &Shown<'_>| shown.text().contains(']');
    let mut findings = Vec::new();
    for links in context.prose[article].links.chunk_by(|left, right| left.block == right.block) {
        let torn = torn(context, article, links);
        let block = links[0].block;
        if torn.is_empty() || !is_stranger(context, article, block, shows) {
            continue;
        }
        findings.extend(torn.into_iter().take(MOST).map(|span| {
            let words = "a blank stands between its brackets";
            let fix = Some(String::new());
            finding(context, article, block, Residue { span, words, address: None, is_sure: true, fix })
        }));
    }
    findings
}

/// Returns the plain text of a passage that an article says itself.
fn own_text<'r>(runs: &'r [Run<'r>]) -> impl Iterator<Item = &'r Run<'r>> {
    runs.iter().filter(|run| run.side == Side::Target && run.kind == RunKind::Text)
}

/// So many torn references of one passage are told; it is read again for each.
const MOST: usize = 100;

/// So many bytes before a label its words are looked for.
const REACH: usize = 1024;

/// Returns the gaps between words in brackets and a label, of the `links` of one passage.
fn torn(context: &GroupContext<'_>, article: usize, links: &[Link<'_>]) -> Vec<Span> {
    let text = &context.sources.get(context.group.articles[article].source).text;
    let gap = |link: &Link<'_>| {
        let slice = context.sources.slice(link.span);
        let is_label = !link.is_picture && slice.starts_with('[') && slice.ends_with(']') && !slice.contains("][");
        let before = text[..link.span.start as usize].trim_end_matches([' ', '\u{a0}', '\u{3000}']);
        let gap = before.len()..link.span.start as usize;
        (is_label && link.side == Side::Target && !gap.is_empty() && has_words(before)).then_some(gap)
    };
    let mut gaps: Vec<Range<usize>> = links.iter().filter_map(gap).collect();
    if !gaps.is_empty() {
        let ends: BTreeSet<usize> = links.iter().map(|link| link.span.end as usize).collect();
        gaps.retain(|gap| !ends.contains(&gap.start));
    }
    let source = context.group.articles[article].source;
    gaps.into_iter().map(|gap| Span::new(source, gap)).collect()
}

/// Tells whether a text ends with words in brackets.
fn has_words(text: &str) -> bool {
    let start = (text.len().saturating_sub(REACH)..).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    let inner = text[start..].strip_suffix(']').unwrap_or_default();
    let words = inner.rfind(['[', '\n']).and_then(|at| inner[at..].strip_prefix('['));
    words.is_some_and(|words| words.contains(char::is_alphanumeric))
}

fn finding(context: &GroupContext<'_>, article: usize, block: u32, found: Residue) -> Finding {
    let message = format!("the link is broken: {}", found.words);
    let mut finding = context
        .finding(&LINK_SYNTAX, article, found.span, message)
        .caption("readers see this as it stands")
        .help("a link is `[words](address)`, with nothing between its brackets and no blank in its address");
    if let Some((span, evidence)) = original_span(context, article, block) {
        let severity = finding.severity;
        finding = context.beside(finding, &evidence, span, "the passage in the origin").severity(severity);
    }
    if let Some(text) = found.fix {
        finding.fix = Some(Fix {
            title: "put the link's signs together".to_owned(),
            applicability: Applicability::Safe,
            edits: vec![Edit { span: found.span, text }],
        });
    }
    finding
}

use std::cell::LazyCell;

use crate::check::context::GroupContext;
use crate::check::displaced::{self, Displaced, text};
use crate::check::exchanged::{self, Exchanged};
use crate::check::originals::{OriginalLink, links, one_line, sibling_links};
use crate::diag::{Finding, Severity};
use crate::markdown::prose::Link;
use crate::model::literal::Side;
use crate::rule;
use crate::source::Span;

rule! {
    /// A link stands on a full stop, a particle or another word than its own.
    ///
    /// ## Why
    /// Readers look for a link where the words say what it is about; one on a full stop they neither see nor
    /// hit. Machine translation leaves it behind when it moves the words.
    ///
    /// A link on signs alone is an error; one on a particle, visibly cut out of a sentence, a title, a name or a word, or
    /// beside the words by which the site's other articles translate its own, a warning. One that names of the origin's link stand beside is a
    /// note, for grammar may have moved them.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Go to the [admin centre](https://example.com/admin).
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Wechseln Sie zum Verwaltungszentrum[.](https://example.com/admin)
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Go to the [admin centre](https://example.com/admin) [?](https://example.com/help).
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Wechseln Sie zum [Verwaltungszentrum](https://example.com/admin) [?](https://example.com/help).
    /// ```
    LINK_DISPLACED { id: "link-displaced", severity: Error, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.asked() {
        let prose = &context.prose[article];
        if prose.links.is_empty() {
            continue;
        }
        let exchanged = LazyCell::new(|| exchanged::links(context, article));
        for (link, original) in prose.links.iter().zip(links(context, article)) {
            let Some((displaced, original)) = judged(context, article, link, original) else { continue };
            // Another link's words say nothing about this one.
            let is_own =
                |pair: &Exchanged<'_>| pair.is_sure && [pair.first.span, pair.second.span].contains(&link.span);
            if displaced.is_seen() || !exchanged.iter().any(is_own) {
                findings.push(finding(context, article, link, original, displaced));
            }
        }
    }
    findings
}

/// Returns how a link was displaced, and the link that says so: the origin's, or without one most translations'.
fn judged<'c>(
    context: &'c GroupContext<'_>,
    article: usize,
    link: &Link<'_>,
    original: Option<OriginalLink<'c>>,
) -> Option<(Displaced, Option<OriginalLink<'c>>)> {
    let of = |original: Option<&OriginalLink<'_>>| displaced::of(context, article, link, original);
    if original.is_some() || link.side == Side::Source || link.is_picture {
        // What stands beside a link of another passage says nothing about this one.
        let is_here = original.as_ref().is_some_and(|original| original.evidence.is_some());
        let displaced = of(original.as_ref()).filter(|displaced| is_here || displaced.is_seen());
        return displaced.map(|displaced| (displaced, original));
    }
    let siblings = sibling_links(context, article, link);
    let siblings: Vec<OriginalLink<'c>> = siblings.filter(|sibling| !text::is_doubtful(&sibling.text())).collect();
    if siblings.is_empty() {
        return of(None).map(|displaced| (displaced, None));
    }
    let is_alone = siblings.len() == 1;
    let count = siblings.len();
    let mut verdicts: Vec<_> =
        siblings.into_iter().filter_map(|sibling| Some((of(Some(&sibling))?, Some(sibling)))).collect();
    if 2 * verdicts.len() <= count {
        return None;
    }
    verdicts.sort_by_key(|(displaced, _)| displaced.rank());
    let verdict = verdicts.swap_remove(verdicts.len() / 2);
    // One other translation may be the one that is wrong.
    (!is_alone || verdict.0.is_seen()).then_some(verdict)
}

fn finding<'c>(
    context: &'c GroupContext<'_>,
    article: usize,
    link: &Link<'_>,
    original: Option<OriginalLink<'c>>,
    displaced: Displaced,
) -> Finding {
    let text = one_line(&context.prose[article].link_text(link));
    let (severity, message) = match displaced {
        Displaced::Signs => (Severity::Error, format!("the link stands on `{text}` alone")),
        Displaced::Particle => (Severity::Warning, format!("the link stands on the word `{text}` alone")),
        Displaced::Words => (Severity::Warning, format!("the link stands on `{text}`, beside its own words")),
        Displaced::Name(name) => (Severity::Note, format!("`{name}` stands beside the link and not in it")),
    };
    // Its words alone: where it leads is another matter.
    let runs = &context.prose[article].runs[link.runs.clone()];
    let words =
        runs.first().zip(runs.last()).map_or(link.span, |(first, last)| Span { end: last.span.end, ..first.span });
    let finding = context.finding(&LINK_DISPLACED, article, words, message).caption("this link");
    let Some(original) = original else {
        return finding.severity(severity).help("put the words that the link is about between its brackets");
    };
    let help = format!("put the words for `{}` between its brackets", one_line(&original.text()));
    let finding = match &original.evidence {
        Some(evidence) => context.beside(finding, evidence, original.link.span, "the origin's link"),
        None => finding.origin(original.link.span, "the same link here"),
    };
    finding.severity(severity).help(help)
}

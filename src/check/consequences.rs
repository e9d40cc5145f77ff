//! Findings that only follow from another one, which says it all.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Finding, Place};
use crate::source::{SourceId, Span};

/// The rules whose findings explain others in the same place, and which ones; of `missing` only those about
/// something that should stand there.
const EXPLAIN: &[Explanation] = &[
    Explanation { rule: "link-target-differs", anything: &["link-broken"], missing: &[] },
    Explanation { rule: "image-differs", anything: &["image-missing"], missing: &[] },
    Explanation {
        rule: "text-script",
        anything: &[],
        missing: &[
            "code-differs",
            "command-differs",
            "link-missing",
            "literal-missing",
            "name-differs",
            "number-differs",
            "product-name-differs",
        ],
    },
];

struct Explanation {
    rule: &'static str,
    anything: &'static [&'static str],
    missing: &'static [&'static str],
}

/// Takes out what another finding explains: one in the same place, or one that says that the file is of another version.
pub fn drop_explained(findings: &mut Vec<Finding>) {
    let is_outdated = |finding: &&Finding| finding.rule.id == "translation-outdated";
    let outdated: BTreeSet<SourceId> = findings.iter().filter(is_outdated).filter_map(Finding::source).collect();
    // What the source has new was not lost.
    findings.retain(|finding| {
        finding.rule.id != "passage-missing" || !finding.source().is_some_and(|source| outdated.contains(&source))
    });
    for explanation in EXPLAIN {
        let mut places: BTreeMap<SourceId, Vec<Span>> = BTreeMap::new();
        for finding in findings.iter().filter(|finding| finding.rule.id == explanation.rule) {
            if let Some(span) = place(finding) {
                places.entry(span.source).or_default().push(span);
            }
        }
        if places.is_empty() {
            continue;
        }
        places.values_mut().for_each(|spans| spans.sort_unstable());
        findings.retain(|finding| {
            let Some(span) = place(finding).filter(|_| explanation.concerns(finding)) else { return true };
            !places.get(&span.source).is_some_and(|spans| meets_any(span, spans))
        });
    }
}

impl Explanation {
    fn concerns(&self, finding: &Finding) -> bool {
        let id = finding.rule.id;
        self.anything.contains(&id) || finding.actual.is_none() && self.missing.contains(&id)
    }
}

/// Returns where the whole of what a finding is about stands.
fn place(finding: &Finding) -> Option<Span> {
    match finding.place {
        Place::Span(span) => Some(finding.literal.unwrap_or(span)),
        _ => None,
    }
}

/// Tells whether `span` and one of `spans`, which are in order and apart, overlap or touch: something that is nowhere
/// has an empty place.
fn meets_any(span: Span, spans: &[Span]) -> bool {
    let before = spans.partition_point(|other| other.start <= span.end);
    before.checked_sub(1).is_some_and(|last| spans[last].end >= span.start)
}

//! Findings that only follow from another one, which says it all.

use std::collections::BTreeMap;

use crate::diag::{Finding, Place};
use crate::source::{SourceId, Span};

/// The rules whose findings explain others in the same place, and which ones; of `missing` only those about
/// something that should stand there.
const EXPLAIN: &[Explanation] = &[
    Explanation { rule: "link-target-differs", anything: &["link-broken"], missing: &[] },
    // A literal without its back-ticks is a sentence in another language.
    Explanation { rule: "literal-missing", anything: &["text-untranslated"], missing: &[] },
    // What the source has new is not lost.
    Explanation { rule: "translation-outdated", anything: &["passage-missing"], missing: &[] },
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

/// Takes out what another finding in the same place explains.
pub fn drop_explained(findings: &mut Vec<Finding>) {
    for explanation in EXPLAIN {
        let mut places: BTreeMap<SourceId, Vec<Span>> = BTreeMap::new();
        for finding in findings.iter().filter(|finding| finding.rule.id == explanation.rule) {
            // What is nowhere stands for a whole block, which may have other troubles.
            if let Some(span) = place(finding).filter(|_| finding.expected.is_none() || finding.actual.is_some()) {
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

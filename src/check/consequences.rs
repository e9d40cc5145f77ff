//! Findings that only follow from another one, which says it all.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::Catalog;
use crate::diag::{Finding, Scope};
use crate::source::{SourceId, Span};

/// The rules whose findings explain others, and which ones.
const EXPLAIN: &[Explanation] = &[
    Explanation { rule: "link-target-differs", anything: &["link-broken"], ..NOTHING },
    Explanation { rule: "emphasis-broken", anything: &["list-differs"], ..NOTHING },
    Explanation { rule: "text-untranslated", anything: &["anchor-missing"], missing: &["number-differs"], ..NOTHING },
    Explanation { rule: "link-syntax", anything: &["invisible-character"], ..NOTHING },
    Explanation { rule: "passage-missing", missing: &["number-differs"], ..NOTHING },
    Explanation {
        rule: "directive-broken",
        anything: &["image-differs", "link-broken", "link-syntax"],
        missing: &["passage-missing"],
        ..NOTHING
    },
    Explanation { rule: "literal-missing", anything: &["placeholder-unmarked"], ..NOTHING },
    Explanation { rule: "image-differs", anything: &["image-missing"], ..NOTHING },
    Explanation {
        rule: "text-script",
        missing: &[
            "code-differs",
            "command-differs",
            "link-missing",
            "literal-missing",
            "name-differs",
            "number-differs",
            "product-name-differs",
        ],
        ..NOTHING
    },
    Explanation {
        rule: "link-empty",
        within: &[
            "code-differs",
            "command-differs",
            "literal-missing",
            "mark-missing",
            "name-differs",
            "number-differs",
            "product-name-differs",
            "symbolic-name-changed",
        ],
        ..NOTHING
    },
    Explanation { rule: "code-differs", within: &["number-differs"], ..NOTHING },
    Explanation { rule: "command-differs", within: &["number-differs"], ..NOTHING },
    Explanation { rule: "name-differs", within: &["number-differs"], ..NOTHING },
];

struct Explanation {
    rule: &'static str,
    /// Explained in the same place.
    anything: &'static [&'static str],
    /// Explained in the same place, where they are about something that should stand there.
    missing: &'static [&'static str],
    /// Explained where they are about a part of the same text.
    within: &'static [&'static str],
}

const NOTHING: Explanation = Explanation { rule: "", anything: &[], missing: &[], within: &[] };

/// How many findings that may explain one are looked at.
const REACH: usize = 16;

/// The rules about faults that a translation takes over from its origin, where they have to be mended first.
const INHERITED: &[&str] = &["html-removed", "image-missing", "link-broken", "placeholder-unmarked", "url-removed"];

/// Takes out the faults of translations that their source article has, too; in a group without one, all but the first
/// of those that every article has.
pub fn drop_inherited(findings: &mut Vec<Finding>, catalog: &Catalog) {
    type Fault<'f> = (&'static str, &'f str);
    let is_inherited = |finding: &&Finding| !finding.blocks && INHERITED.contains(&finding.rule.id);
    let mut faults: BTreeMap<SourceId, BTreeSet<Fault<'_>>> = BTreeMap::new();
    for finding in findings.iter().filter(is_inherited) {
        if let Some(source) = finding.source() {
            faults.entry(source).or_default().insert((finding.rule.id, &finding.message));
        }
    }
    let mut taken_over: BTreeSet<(SourceId, &'static str, String)> = BTreeSet::new();
    for group in catalog.all_groups().filter(|group| group.articles.len() > 1) {
        let has = |article: usize, fault: &Fault<'_>| {
            faults.get(&group.articles[article].source).is_some_and(|faults| faults.contains(fault))
        };
        let home = group.source.unwrap_or_default();
        let Some(origin) = faults.get(&group.articles[home].source) else { continue };
        let is_common =
            |fault: &&Fault<'_>| group.source.is_some() || (0..group.articles.len()).all(|at| has(at, fault));
        for &(rule, message) in origin.iter().filter(is_common) {
            let others = (0..group.articles.len()).filter(|&at| at != home && has(at, &(rule, message)));
            taken_over.extend(others.map(|at| (group.articles[at].source, rule, message.to_owned())));
        }
    }
    findings.retain(|finding| {
        let fault = |source| (source, finding.rule.id, finding.message.clone());
        let is_taken_over = || finding.source().is_some_and(|source| taken_over.contains(&fault(source)));
        !is_inherited(&finding) || !is_taken_over()
    });
}

/// Takes out what another finding explains: one in the same place, or one that says something of the whole file.
pub fn drop_explained(findings: &mut Vec<Finding>) {
    // What the source has new was not lost.
    drop_in_files(findings, is_by("translation-outdated"), |finding| finding.rule.id == "passage-missing");
    // Another article's text has nothing in common with this one's origin.
    drop_in_files(findings, is_by("article-misplaced"), |finding| {
        let is_compared = finding.rule.scope == Scope::Group && !finding.rule.id.starts_with("front-matter");
        is_compared || matches!(finding.rule.id, "link-broken" | "image-missing" | "placeholder-unmarked")
    });
    // Articles that are in another language as a whole say nothing in words of their own.
    drop_in_files(
        findings,
        |finding| finding.is_of_all,
        |finding| {
            matches!(
                finding.rule.id,
                "anchor-missing"
                    | "command-differs"
                    | "link-displaced"
                    | "name-differs"
                    | "number-differs"
                    | "product-name-differs"
            )
        },
    );
    // Ids of headings are those of the origin while all headings and anchors are there.
    for cause in ["anchor-missing", "heading-differs", "passage-missing"] {
        drop_in_files(findings, is_by(cause), |finding| finding.rule.id == "link-broken" && finding.origin.is_some());
    }
    // Of keys that cannot be read nothing is known.
    drop_in_files(findings, is_by("front-matter-invalid"), |finding| {
        matches!(finding.rule.id, "front-matter-key" | "locale-mismatch" | "title-missing")
            || finding.rule.id == "front-matter-differs" && finding.actual.as_ref().is_some_and(String::is_empty)
    });
    // Front matter that does not end takes in all of the text.
    drop_in_files(
        findings,
        |finding| is_by("front-matter-invalid")(finding) && finding.is_of_all,
        |finding| finding.rule.scope == Scope::Group,
    );
    for explanation in EXPLAIN {
        let mut causes: BTreeMap<SourceId, Vec<Cause>> = BTreeMap::new();
        for finding in findings.iter().filter(|finding| finding.rule.id == explanation.rule) {
            if let Some(cause) = Cause::of(finding) {
                causes.entry(cause.place.source).or_default().push(cause);
            }
        }
        if causes.is_empty() {
            continue;
        }
        causes.values_mut().for_each(|causes| causes.sort_by_key(|cause| cause.place));
        findings.retain(|finding| {
            let Some(span) = place(finding).filter(|_| explanation.concerns(finding)) else { return true };
            let Some(causes) = causes.get(&span.source) else { return true };
            let is_part = explanation.within.contains(&finding.rule.id);
            !(if is_part { is_part_of_any(finding, span, causes) } else { meets_any(span, causes) })
        });
    }
}

/// Takes out what `is_explained` of the files that have a finding that `is_cause`.
fn drop_in_files(
    findings: &mut Vec<Finding>,
    is_cause: impl Fn(&Finding) -> bool,
    is_explained: impl Fn(&Finding) -> bool,
) {
    let causes = findings.iter().filter(|finding| is_cause(finding));
    let files: BTreeSet<SourceId> = causes.filter_map(Finding::source).collect();
    let is_in = |finding: &Finding| finding.source().is_some_and(|source| files.contains(&source));
    findings.retain(|finding| files.is_empty() || is_cause(finding) || !is_explained(finding) || !is_in(finding));
}

fn is_by(rule: &str) -> impl Fn(&Finding) -> bool {
    move |finding| finding.rule.id == rule
}

impl Explanation {
    fn concerns(&self, finding: &Finding) -> bool {
        let id = finding.rule.id;
        self.anything.contains(&id)
            || finding.actual.is_none() && self.missing.contains(&id)
            || self.within.contains(&id)
    }
}

/// What is left of a finding that explains others.
struct Cause {
    place: Span,
    origin: Option<Span>,
    expected: Option<String>,
}

impl Cause {
    fn of(finding: &Finding) -> Option<Self> {
        let origin = finding.origin.as_ref().map(|origin| origin.span);
        Some(Self { place: place(finding)?, origin, expected: finding.expected.clone() })
    }
}

/// Returns where the whole of what a finding is about stands.
fn place(finding: &Finding) -> Option<Span> {
    finding.span().map(|span| finding.literal.unwrap_or(span))
}

/// Tells whether `span` and the place of one of `causes`, which are in order and apart, overlap or touch: something
/// that is nowhere has an empty place.
fn meets_any(span: Span, causes: &[Cause]) -> bool {
    let before = causes.partition_point(|cause| cause.place.start <= span.end);
    before.checked_sub(1).is_some_and(|last| causes[last].place.end >= span.start)
}

/// Tells whether what `finding` is about is a part of what one of `causes` is about: in the origin, or by its text.
fn is_part_of_any(finding: &Finding, span: Span, causes: &[Cause]) -> bool {
    let before = causes.partition_point(|cause| cause.place.start <= span.end);
    let origin = finding.origin.as_ref().map(|origin| origin.span);
    let is_part = |cause: &&Cause| {
        let is_inside = cause.origin.zip(origin).is_some_and(|(whole, part)| whole.contains(part));
        let texts = cause.expected.as_ref().zip(finding.expected.as_ref());
        is_inside || cause.place.end >= span.start && texts.is_some_and(|(whole, part)| whole.contains(&**part))
    };
    causes[..before].iter().rev().take(REACH).any(|cause| is_part(&cause))
}

//! The orders in which findings are written; neither depends on the order in which they were found.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diag::{Finding, Place, Severity};
use crate::source::SourceMap;

/// What a finding is sorted by within a report.
type Key<'a> = (&'a str, (u32, u32), &'static str, &'a str);

/// Returns the file that `finding` is in, as people know its path; a locale's tag where it is in none.
pub(super) fn file<'a>(finding: &'a Finding, sources: &'a SourceMap) -> &'a str {
    match &finding.place {
        Place::Span(span) => &sources.get(span.source).path,
        Place::File(source) => &sources.get(*source).path,
        Place::Path(path) => path,
        Place::Locale(locale) => locale.tag(),
    }
}

/// Returns the indices of `findings` by file, place and rule.
pub(super) fn by_place(findings: &[Finding], sources: &SourceMap) -> Vec<usize> {
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_cached_key(|&index| key(&findings[index], sources));
    order
}

/// Returns `findings` file by file, the file with the gravest finding first, in each the gravest first.
pub(super) fn by_gravity<'a>(findings: &'a [Finding], sources: &'a SourceMap) -> Vec<&'a Finding> {
    let mut gravest: BTreeMap<&str, Severity> = BTreeMap::new();
    for finding in findings {
        let entry = gravest.entry(file(finding, sources)).or_insert(finding.severity);
        *entry = (*entry).max(finding.severity);
    }
    let mut order: Vec<&Finding> = findings.iter().collect();
    order.sort_by_cached_key(|finding| {
        let (file, place, rule, message) = key(finding, sources);
        (Reverse(gravest[file]), file, Reverse(finding.severity), place, rule, message)
    });
    order
}

fn key<'a>(finding: &'a Finding, sources: &'a SourceMap) -> Key<'a> {
    let place = match finding.place {
        Place::Span(span) => (span.start, span.end),
        Place::File(_) | Place::Path(_) | Place::Locale(_) => (0, 0),
    };
    (file(finding, sources), place, finding.rule.id, &finding.message)
}

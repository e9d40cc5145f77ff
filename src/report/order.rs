//! The orders in which findings are written; neither depends on the order in which they were found.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{GroupBy, Options, Report, summary};
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

/// Returns the indices of those of the findings that `options` let through, the gravest, by file, place and rule.
pub(super) fn shown(report: &Report, options: &Options) -> Vec<usize> {
    let (findings, sources) = (report.findings, report.sources);
    let order = by_place(findings, sources);
    let Some(max) = options.max.filter(|max| *max < findings.len()) else { return order };
    let mut gravest = order.clone();
    gravest.sort_by_key(|&index| Reverse(findings[index].severity));
    let gravest: BTreeSet<usize> = gravest.into_iter().take(max).collect();
    order.into_iter().filter(|index| gravest.contains(index)).collect()
}

/// Returns what those findings stand under that are grouped: an article, a rule or a locale.
pub(super) fn heading<'a>(finding: &'a Finding, sources: &'a SourceMap, group_by: GroupBy) -> &'a str {
    match group_by {
        GroupBy::Article => file(finding, sources),
        GroupBy::Rule => finding.rule.id,
        GroupBy::Locale => summary::locale(finding).unwrap_or("no locale"),
    }
}

/// Returns those of the findings that `options` let through group by group, the group with the gravest finding
/// first, in each the file with the gravest finding, and in that the gravest.
pub(super) fn by_gravity<'a>(report: &Report<'a>, options: &Options) -> Vec<&'a Finding> {
    let sources = report.sources;
    let group_by = options.group_by.unwrap_or(GroupBy::Article);
    let findings: Vec<&Finding> = shown(report, options).into_iter().map(|index| &report.findings[index]).collect();
    let of_group = gravest(&findings, |finding| heading(finding, sources, group_by));
    let of_file = gravest(&findings, |finding| file(finding, sources));
    let mut order = findings;
    order.sort_by_cached_key(|finding| {
        let heading = heading(finding, sources, group_by);
        let (file, place, rule, message) = key(finding, sources);
        let group = (Reverse(of_group[heading]), heading);
        (group, Reverse(of_file[file]), file, Reverse(finding.severity), place, rule, message)
    });
    order
}

/// Returns the gravest severity among the findings of each name.
fn gravest<'a>(findings: &[&'a Finding], name: impl Fn(&'a Finding) -> &'a str) -> BTreeMap<&'a str, Severity> {
    let mut gravest = BTreeMap::new();
    for &finding in findings {
        let entry = gravest.entry(name(finding)).or_insert(finding.severity);
        *entry = (*entry).max(finding.severity);
    }
    gravest
}

fn key<'a>(finding: &'a Finding, sources: &'a SourceMap) -> Key<'a> {
    let place = match finding.place {
        Place::Span(span) => (span.start, span.end),
        Place::File(_) | Place::Path(_) | Place::Locale(_) => (0, 0),
    };
    (file(finding, sources), place, finding.rule.id, &finding.message)
}

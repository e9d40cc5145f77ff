//! How many findings there are of each rule and in each locale.

use std::collections::BTreeMap;

use crate::diag::{Finding, Place};

/// The most names that one line of counts has.
const MOST: usize = 12;

/// Counts findings by rule.
pub(super) fn by_rule(findings: &[Finding]) -> BTreeMap<&str, usize> {
    counted(findings.iter().map(|finding| finding.rule.id))
}

/// Counts findings by locale; what belongs to none is left out.
pub(super) fn by_locale(findings: &[Finding]) -> BTreeMap<&str, usize> {
    counted(findings.iter().filter_map(locale))
}

/// Returns the tag of the locale that `finding` is about.
pub(super) fn locale(finding: &Finding) -> Option<&str> {
    match (&finding.locale, &finding.place) {
        (Some(locale), _) | (None, Place::Locale(locale)) => Some(locale.tag()),
        (None, _) => None,
    }
}

fn counted<'f>(names: impl Iterator<Item = &'f str>) -> BTreeMap<&'f str, usize> {
    names.fold(BTreeMap::new(), |mut counts, name| {
        *counts.entry(name).or_default() += 1;
        counts
    })
}

/// Returns counts in words, the greatest first: `link-broken 18, literal-differs 2`.
pub(super) fn words(counts: &BTreeMap<&str, usize>) -> String {
    let mut sorted: Vec<(&str, usize)> = counts.iter().map(|(name, count)| (*name, *count)).collect();
    sorted.sort_by_key(|&(name, count)| (std::cmp::Reverse(count), name));
    let mut words: Vec<String> = sorted.iter().take(MOST).map(|(name, count)| format!("{name} {count}")).collect();
    if sorted.len() > MOST {
        words.push(format!("{} in others", sorted[MOST..].iter().map(|(_, count)| count).sum::<usize>()));
    }
    words.join(", ")
}

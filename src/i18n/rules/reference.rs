//! `message-reference-differs`.

use std::collections::BTreeSet;

use super::{Table, View};
use crate::diag::{Finding, Severity};
use crate::i18n::ftl::{Entry, Name, Use, part_span};
use crate::rule;

rule! {
    /// A message does not bring in what the source locale's message does: another message, or a term.
    ///
    /// What it brings in besides is a note.
    ///
    /// ## Why
    /// The name of the product, or a part of the sentence, is written out or lost here, and stays as it is when
    /// the term changes.
    ///
    /// ## Reported
    /// ```text locales/en/site.ftl
    /// -product = Error Guide
    /// greeting = Welcome to { -product }
    /// ```
    /// ```text locales/ko/site.ftl
    /// -product = 오류 안내
    /// greeting = 환영합니다
    /// ```
    ///
    /// ## Accepted
    /// ```text locales/en/site.ftl
    /// -product = Error Guide
    /// greeting = Welcome to { -product }
    /// ```
    /// ```text locales/ko/site.ftl
    /// -product = 오류 안내
    /// greeting = { -product }에 오신 것을 환영합니다
    /// ```
    MESSAGE_REFERENCE_DIFFERS { id: "message-reference-differs", severity: Warning, scope: Catalog }
}

pub(super) fn check<'a>(table: &Table<'_, 'a>, view: &View<'_, '_, 'a>, findings: &mut Vec<Finding>) {
    if table.chain.contains(view.locale) {
        return;
    }
    let before = findings.len();
    for entry in view.own.values() {
        let Some(source) = table.source.get(&entry.name) else { continue };
        // A message that a site changed in the source locale only is translated from another text.
        if entry.file.source.is_some() && source.file.source.is_some() == entry.file.source.is_some() {
            findings.extend(differing(table, view, entry, source));
        }
    }
    for finding in &mut findings[before..] {
        finding.locale = Some(view.locale.clone());
    }
}

fn differing<'a>(
    table: &Table<'_, 'a>,
    view: &View<'_, '_, 'a>,
    entry: &Entry<'_, 'a>,
    source: &Entry<'_, 'a>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    // An attribute that is missing has a finding already, whatever it brings in.
    let is_here = |part: Option<&str>| entry.part(part).is_some();
    let (ours, theirs) = (references(entry, |_| true), references(source, is_here));
    let (Some(text), Some(place)) = (entry.file.source, entry.name_span()) else { return findings };
    // One that leads nowhere, or back, stands in its place.
    let broken = broken(view, entry);
    let is_broken = !broken.is_empty() || view.unread.iter().any(|(name, _)| *name == entry.name);
    let is_meant = |name: &&Name<'a>| !ours.contains(name) && !leads_back(table.source.get(*name), source, **name);
    for &name in theirs.iter().filter(|_| !is_broken).filter(is_meant) {
        let message = format!("`{}` does not bring in `{name}`, as {} does", entry.name, source.file.locale);
        let finding = Finding::at(&MESSAGE_REFERENCE_DIFFERS, place, message)
            .caption("this message")
            .help(format!("put `{{ {name} }}` where it belongs in the sentence"));
        findings.push(match source.file.source {
            Some(there) => finding.origin(part_span(there, (name, None)), "brought in here"),
            None => finding,
        });
    }
    for &name in ours.iter().filter(|name| !theirs.contains(name) && !broken.contains(name)) {
        let message = format!("`{}` brings in `{name}`, as {} does not", entry.name, source.file.locale);
        let finding = Finding::at(&MESSAGE_REFERENCE_DIFFERS, part_span(text, (name, None)), message);
        findings.push(finding.caption("only here").severity(Severity::Note).help("see whether it is meant"));
    }
    findings
}

/// Returns the references of `entry` that lead nowhere, or back to it.
fn broken<'a>(view: &View<'_, '_, 'a>, entry: &Entry<'_, 'a>) -> BTreeSet<Name<'a>> {
    let is_read = |name, attribute| view.referred(name).is_some_and(|target| target.part(attribute).is_some());
    let broken = entry.uses().into_iter().filter_map(|used| match used {
        Use::Reference(name, attribute)
            if leads_back(view.referred(name), entry, name) || !is_read(name, attribute) =>
        {
            Some(name)
        }
        _ => None,
    });
    broken.collect()
}

/// Tells whether `target`, which is called `name`, is `entry` or refers to it.
fn leads_back<'a>(target: Option<&Entry<'_, 'a>>, entry: &Entry<'_, 'a>, name: Name<'a>) -> bool {
    name == entry.name || target.is_some_and(|target| references(target, |_| true).contains(&entry.name))
}

/// Returns what the chosen parts of an entry refer to, itself left out.
fn references<'a>(entry: &Entry<'_, 'a>, is_chosen: impl Fn(Option<&'a str>) -> bool) -> BTreeSet<Name<'a>> {
    let own = entry.name;
    let chosen = entry.parts().filter(|&(_, part)| is_chosen(part));
    let references = chosen.flat_map(|(_, part)| entry.uses_in(part)).filter_map(|used| match used {
        Use::Reference(name, _) if name != own => Some(name),
        _ => None,
    });
    references.collect()
}

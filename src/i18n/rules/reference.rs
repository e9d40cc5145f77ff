//! `message-reference-differs`.

use std::collections::BTreeSet;

use super::{Table, View};
use crate::diag::{Finding, Severity};
use crate::i18n::ftl::{Entry, Name, Use, span};
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
            findings.extend(differing(view, entry, source));
        }
    }
    for finding in &mut findings[before..] {
        finding.locale = Some(view.locale.clone());
    }
}

fn differing(view: &View<'_, '_, '_>, entry: &Entry<'_, '_>, source: &Entry<'_, '_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (ours, theirs) = (references(entry), references(source));
    let (Some(text), Some(place)) = (entry.file.source, entry.name_span()) else { return findings };
    // One that leads nowhere, or back, stands in its place.
    let is_broken = entry.uses().into_iter().any(|used| match used {
        Use::Reference(name, _) => name == entry.name || view.referred(name).is_none(),
        _ => false,
    });
    for name in theirs.iter().filter(|name| !is_broken && !ours.contains(name)) {
        let message = format!("`{}` does not bring in `{name}`, as {} does", entry.name, source.file.locale);
        let finding = Finding::at(&MESSAGE_REFERENCE_DIFFERS, place, message)
            .caption("this message")
            .help(format!("put `{{ {name} }}` where it belongs in the sentence"));
        findings.push(match source.file.source {
            Some(there) => finding.origin(span(there, name.id()), "brought in here"),
            None => finding,
        });
    }
    for name in ours.iter().filter(|name| !theirs.contains(name) && view.referred(**name).is_some()) {
        let message = format!("`{}` brings in `{name}`, as {} does not", entry.name, source.file.locale);
        let finding = Finding::at(&MESSAGE_REFERENCE_DIFFERS, span(text, name.id()), message);
        findings.push(finding.caption("only here").severity(Severity::Note).help("see whether it is meant"));
    }
    findings
}

fn references<'a>(entry: &Entry<'_, 'a>) -> BTreeSet<Name<'a>> {
    let own = entry.name;
    let references = entry.uses().into_iter().filter_map(|used| match used {
        Use::Reference(name, _) if name != own => Some(name),
        _ => None,
    });
    references.collect()
}

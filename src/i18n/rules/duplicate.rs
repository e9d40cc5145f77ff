//! `message-duplicate`.

use std::collections::BTreeMap;

use super::plural::key;
use crate::diag::Finding;
use crate::i18n::ftl::{Entry, File, Name, Use, span};
use crate::model::locale::Locale;
use crate::rule;
use crate::source::Span;

rule! {
    /// A message, a term, an attribute or a variant is there twice.
    ///
    /// ## Why
    /// Only one of the two is shown, and a translator may work on the other.
    ///
    /// ## Reported
    /// ```text locales/en/site.ftl
    /// greeting = Good morning
    /// greeting = Good evening
    /// ```
    ///
    /// ## Accepted
    /// ```text locales/en/site.ftl
    /// greeting = Good morning
    /// greeting-evening = Good evening
    /// ```
    MESSAGE_DUPLICATE { id: "message-duplicate", severity: Warning, scope: Catalog }
}

pub(super) fn check(files: &[File<'_>], findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<(&Locale, Name<'_>), Span> = BTreeMap::new();
    for (file, entry) in files.iter().flat_map(|file| file.entries().map(move |entry| (file, entry))) {
        let Some(place) = entry.name_span() else { continue };
        if let Some(first) = seen.insert((&file.locale, entry.name), place) {
            findings.push(finding(&file.locale, place, first, &entry.name.to_string()));
        }
        findings.extend(parts(&entry));
    }
}

/// Returns findings for attributes and variants that an entry has twice.
fn parts(entry: &Entry<'_, '_>) -> Vec<Finding> {
    let Some(source) = entry.file.source else { return Vec::new() };
    let mut findings = Vec::new();
    let mut twice = |names: &mut dyn Iterator<Item = &str>, shown: &dyn Fn(&str) -> String| {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for name in names {
            let place = span(source, name);
            if let Some(first) = seen.insert(name, place) {
                findings.push(finding(&entry.file.locale, place, first, &shown(name)));
            }
        }
    };
    twice(&mut entry.attributes(), &|name| format!("{}.{name}", entry.name));
    for used in entry.uses() {
        let Use::Select(_, variants) = used else { continue };
        let mut keys = variants.iter().map(key);
        twice(&mut keys, &|name| format!("[{name}]"));
    }
    findings
}

fn finding(locale: &Locale, place: Span, first: Span, name: &str) -> Finding {
    let mut finding = Finding::at(&MESSAGE_DUPLICATE, place, format!("`{name}` is there twice"))
        .caption("once more")
        .label(first, "here already")
        .help("remove one of the two");
    finding.locale = Some(locale.clone());
    finding
}

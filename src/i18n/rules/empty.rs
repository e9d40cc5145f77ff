//! `message-empty`.

use super::Table;
use super::plural::key;
use crate::diag::Finding;
use crate::i18n::ftl::{Entry, is_blank, only_choice, part_span, span};
use crate::rule;
use crate::source::Source;

rule! {
    /// A message has a text without any characters.
    ///
    /// ## Why
    /// A button or a heading without a text cannot be read, nor heard by who listens to the page.
    ///
    /// ## Reported
    /// ```text locales/en/site.ftl
    /// greeting = { "" }
    /// ```
    ///
    /// ## Accepted
    /// ```text locales/en/site.ftl
    /// greeting = Good morning
    /// ```
    MESSAGE_EMPTY { id: "message-empty", severity: Warning, scope: Catalog }
}

pub(super) fn check<'a>(table: &Table<'_, 'a>, entry: &Entry<'_, 'a>, findings: &mut Vec<Finding>) {
    let Some(source) = entry.file.source else { return };
    let before = findings.len();
    for (name, part) in entry.parts().filter(|&(_, part)| entry.is_blank(part)) {
        let (shown, place) = match part {
            Some(attribute) => (format!("{name}.{attribute}"), span(source, attribute)),
            None => (name.to_string(), part_span(source, (name, None))),
        };
        let finding = Finding::at(&MESSAGE_EMPTY, place, format!("`{shown}` has an empty text"))
            .caption("nothing is shown")
            .help("write the text, or remove the message, so that the source locale's is shown");
        findings.push(finding);
    }
    if let Some(original) = table.source.get(&entry.name).filter(|original| original.file.locale != entry.file.locale) {
        findings.extend(variants(entry, original, source));
    }
    for finding in &mut findings[before..] {
        finding.locale = Some(entry.file.locale.clone());
    }
}

/// Returns findings for the variants without a text, where all variants of the source locale have one.
fn variants(entry: &Entry<'_, '_>, original: &Entry<'_, '_>, source: &Source) -> Vec<Finding> {
    if !blank_variants(original).is_empty() {
        return Vec::new();
    }
    let finding = |key| {
        let message = format!("`{}` has a variant `[{key}]` with an empty text", entry.name);
        Finding::at(&MESSAGE_EMPTY, span(source, key), message).caption("nothing is shown").help("write the text")
    };
    blank_variants(entry).into_iter().map(finding).collect()
}

/// Returns the keys of variants with which all of the text is empty.
fn blank_variants<'a>(entry: &Entry<'_, 'a>) -> Vec<&'a str> {
    let mut blank = Vec::new();
    let mut open: Vec<_> = entry.parts().filter_map(|(_, part)| entry.part(part)).collect();
    while let Some(pattern) = open.pop() {
        for variant in only_choice(pattern).unwrap_or_default() {
            if is_blank(&variant.value) {
                blank.push(key(variant));
            } else {
                open.push(&variant.value);
            }
        }
    }
    blank
}

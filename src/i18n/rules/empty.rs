//! `message-empty`.

use crate::diag::Finding;
use crate::i18n::ftl::{Entry, span};
use crate::rule;

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

pub(super) fn check(entry: &Entry<'_, '_>, findings: &mut Vec<Finding>) {
    let Some(source) = entry.file.source else { return };
    for (name, part) in entry.parts().filter(|&(_, part)| entry.is_blank(part)) {
        let (shown, place) = match part {
            Some(attribute) => (format!("{name}.{attribute}"), span(source, attribute)),
            None => (name.to_string(), span(source, name.id())),
        };
        let mut finding = Finding::at(&MESSAGE_EMPTY, place, format!("`{shown}` has an empty text"))
            .caption("nothing is shown")
            .help("write the text, or remove the message, so that the source locale's is shown");
        finding.locale = Some(entry.file.locale.clone());
        findings.push(finding);
    }
}

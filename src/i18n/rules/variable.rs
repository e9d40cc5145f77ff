//! `message-variable-unknown`.

use super::{Table, quoted};
use crate::diag::Finding;
use crate::i18n::ftl::{Entry, Name, Use, span};
use crate::rule;
use crate::source::Span;

rule! {
    /// A message uses a variable that its comment in the source locale does not declare.
    ///
    /// The comment above the message names each variable on a line of its own: `# $name (type)`.
    ///
    /// ## Why
    /// The program fills in the declared variables only; another one shows as its name in braces.
    ///
    /// ## Reported
    /// ```text locales/en/site.ftl
    /// # $days (number) - how long the link is good for
    /// link-expires = The link expires in { $days } days
    /// ```
    /// ```text locales/ko/site.ftl
    /// link-expires = 링크는 { $day }일 후 만료됩니다
    /// ```
    ///
    /// ## Accepted
    /// ```text locales/en/site.ftl
    /// # $days (number) - how long the link is good for
    /// link-expires = The link expires in { $days } days
    /// ```
    /// ```text locales/ko/site.ftl
    /// link-expires = 링크는 { $days }일 후 만료됩니다
    /// ```
    MESSAGE_VARIABLE_UNKNOWN { id: "message-variable-unknown", severity: Warning, scope: Catalog }
}

pub(super) fn check<'a>(table: &Table<'_, 'a>, entry: &Entry<'_, 'a>, findings: &mut Vec<Finding>) {
    let (Some(source), Name::Message(id)) = (entry.file.source, entry.name) else { return };
    // A message that the source locale does not have is declared nowhere.
    let Some(declared) = table.declared.get(&entry.name) else { return };
    for used in entry.uses() {
        let Use::Variable(name) = used else { continue };
        if declared.contains(name) {
            continue;
        }
        let Span { source: text, start, end } = span(source, name);
        let place = Span { source: text, start: start - 1, end };
        let help = if declared.is_empty() {
            format!("`{id}` declares no variable; a comment above it declares one: `# ${name} (text)`")
        } else {
            format!("`{id}` declares {}", quoted(declared.iter().map(|name| format!("${name}"))))
        };
        let message = format!("message `{id}` does not have the variable `${name}`");
        let mut finding = Finding::at(&MESSAGE_VARIABLE_UNKNOWN, place, message).caption("not declared").help(help);
        finding.locale = Some(entry.file.locale.clone());
        findings.push(finding);
    }
}

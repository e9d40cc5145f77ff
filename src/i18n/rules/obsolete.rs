//! `message-obsolete`.

use std::collections::BTreeSet;

use super::{Table, View};
use crate::diag::Finding;
use crate::i18n::ftl::{Entry, File, Name, Use, span};
use crate::rule;

rule! {
    /// A message, a term or an attribute is not in the source locale any more.
    ///
    /// What another message of the locale refers to is needed, and is not obsolete.
    ///
    /// ## Why
    /// Nothing shows it. Its name may be misspelt, and then the message that was meant is missing.
    ///
    /// ## Reported
    /// ```text locales/en/site.ftl
    /// greeting = Good morning
    /// ```
    /// ```text locales/ko/site.ftl
    /// greeting = 안녕하세요
    /// greting-evening = 안녕하세요
    /// ```
    ///
    /// ## Accepted
    /// ```text locales/en/site.ftl
    /// greeting = Good morning
    /// ```
    /// ```text locales/ko/site.ftl
    /// greeting = 안녕하세요
    /// ```
    MESSAGE_OBSOLETE { id: "message-obsolete", severity: Warning, scope: Catalog }
}

pub(super) fn check<'a>(table: &Table<'_, 'a>, view: &View<'_, '_, 'a>, findings: &mut Vec<Finding>) {
    if table.chain.contains(view.locale) {
        return;
    }
    let before = findings.len();
    let used: BTreeSet<Name<'_>> = view.own.values().flat_map(references).collect();
    let junk = words_of_junk(table, view);
    for entry in view.own.values().filter(|entry| entry.file.source.is_some()) {
        if !table.known.contains(&entry.name) {
            if !used.contains(&entry.name) && !junk.contains(entry.name.id()) {
                findings.extend(whole(table, entry));
            }
        } else if let Some(source) = table.source.get(&entry.name) {
            findings.extend(parts(table, entry, source));
        }
    }
    for finding in &mut findings[before..] {
        finding.locale = Some(view.locale.clone());
    }
}

/// Returns the words of the locale's texts that can't be read: names that they may refer to.
fn words_of_junk<'a>(table: &Table<'_, 'a>, view: &View<'_, '_, 'a>) -> BTreeSet<&'a str> {
    let files = table.files.iter().filter(|file| file.locale == *view.locale);
    let is_border = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_');
    files.flat_map(File::junk).flat_map(|junk| junk.split(is_border)).map(|word| word.trim_start_matches('-')).collect()
}

/// Returns the names that an entry refers to, itself left out.
fn references<'a>(entry: &Entry<'_, 'a>) -> Vec<Name<'a>> {
    let name = entry.name;
    let uses = entry.uses().into_iter().filter_map(|used| match used {
        Use::Reference(other, _) if other != name => Some(other),
        _ => None,
    });
    uses.collect()
}

fn whole(table: &Table<'_, '_>, entry: &Entry<'_, '_>) -> Option<Finding> {
    let kind = if matches!(entry.name, Name::Term(_)) { "term" } else { "message" };
    let near = crate::config::nearest(entry.name.id(), table.source.keys().map(|name| name.id()));
    let help = match near {
        Some(near) => format!("did you mean `{near}`? Else remove it"),
        None => "remove it, or add it to the source locale".to_owned(),
    };
    let message = format!("{kind} `{}` is not in the source locale", entry.name);
    Some(Finding::at(&MESSAGE_OBSOLETE, entry.name_span()?, message).caption("nothing shows it").help(help))
}

/// Returns findings for the parts of a message that the source's message has not.
fn parts<'a>(table: &Table<'_, 'a>, entry: &Entry<'_, 'a>, source: &Entry<'_, 'a>) -> Vec<Finding> {
    let Some(text) = entry.file.source else { return Vec::new() };
    let known: BTreeSet<&str> = source.attributes().collect();
    let strange = entry.attributes().filter(|name| !known.contains(name) && !table.is_unread(source, Some(name)));
    let mut findings: Vec<Finding> = strange
        .map(|name| {
            let message = format!("`{}.{name}` is not in the source locale", entry.name);
            Finding::at(&MESSAGE_OBSOLETE, span(text, name), message).caption("nothing shows it").help("remove it")
        })
        .collect();
    if entry.part(None).is_some() && source.part(None).is_none() {
        let message = format!("`{}` has a text of its own, and has none in the source locale", entry.name);
        findings.extend(entry.name_span().map(|place| {
            Finding::at(&MESSAGE_OBSOLETE, place, message).caption("nothing shows it").help("keep its attributes only")
        }));
    }
    findings
}

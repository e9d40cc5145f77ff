//! `message-missing`.

use std::collections::BTreeMap;

use super::{Table, View, quoted};
use crate::diag::{Finding, Place};
use crate::i18n::ftl::{Entry, Name, Use, span};
use crate::i18n::messages::FUNCTIONS;
use crate::rule;
use crate::source::Source;

rule! {
    /// A message or a part of it is missing in a locale, or one refers to something that does not exist or to itself.
    ///
    /// Only locales that the site has a file of messages for are looked at; what a locale takes from its
    /// parents (`zh-CN` from `zh`) is not missing.
    ///
    /// ## Why
    /// Readers get the text of another language, or a name in braces instead of a text.
    ///
    /// ## Reported
    /// ```text locales/en/site.ftl
    /// greeting = Good morning
    /// ```
    /// ```text locales/ko/site.ftl
    /// farewell = { -product }를 이용해 주셔서 감사합니다
    /// ```
    ///
    /// ## Accepted
    /// ```text locales/en/site.ftl
    /// greeting = Good morning
    /// ```
    /// ```text locales/ko/site.ftl
    /// greeting = 안녕하세요
    /// ```
    MESSAGE_MISSING { id: "message-missing", severity: Warning, scope: Catalog }
}

pub(super) fn check(table: &Table<'_, '_>, view: &View<'_, '_, '_>, findings: &mut Vec<Finding>) {
    let before = findings.len();
    findings.extend(untranslated(table, view));
    for (entry, source) in view.own.values().filter_map(|entry| Some((entry, entry.file.source?))) {
        findings.extend(entry.uses().iter().filter_map(|used| dangling(view, entry, source, used)));
        if let Some(original) = table.source.get(&entry.name) {
            findings.extend(lacking(entry, original));
        }
    }
    findings.extend(loops(view));
    for finding in &mut findings[before..] {
        finding.locale = Some(view.locale.clone());
    }
}

/// Returns one finding for all messages that the source locale has and the locale of `view` lacks.
fn untranslated<'a>(table: &Table<'_, 'a>, view: &View<'_, '_, 'a>) -> Option<Finding> {
    let missing: Vec<_> = table.source.values().filter(|entry| !view.covers(entry.name)).collect();
    let from = &missing.first()?.file.locale;
    let file = table.files.iter().find(|file| file.locale == *view.locale && file.source.is_some())?.source?;
    let names = quoted(missing.iter().map(|entry| entry.name));
    let message = match missing.len() {
        1 => format!("message {names} of {from} is missing in {}", view.locale),
        count => format!("{count} messages of {from} are missing in {}: {names}", view.locale),
    };
    let finding = Finding::new(&MESSAGE_MISSING, Place::File(file.id), message)
        .help(format!("translate into `{}`; until then pages show the text of {from}", file.path));
    Some(match missing.iter().find_map(|entry| entry.name_span()) {
        Some(there) => finding.origin(there, "this message"),
        None => finding,
    })
}

/// Returns findings for the attributes and the text that the source locale's message has and `entry` lacks.
fn lacking(entry: &Entry<'_, '_>, original: &Entry<'_, '_>) -> Vec<Finding> {
    let Some(place) = entry.name_span() else { return Vec::new() };
    let from = &original.file.locale;
    let has = |part| entry.part(part).is_some();
    let missing = original.parts().filter(|&(_, part)| original.part(part).is_some() && !has(part));
    let finding = |(name, part): (Name<'_>, Option<&str>)| {
        let message = match part {
            Some(attribute) => format!("`{name}` lacks the attribute `.{attribute}` of {from}"),
            None => format!("`{name}` lacks a text of its own, which {from} has"),
        };
        let finding = Finding::at(&MESSAGE_MISSING, place, message).caption("incomplete").help("translate it, too");
        match (original.file.source, part) {
            (Some(there), Some(attribute)) => finding.origin(span(there, attribute), "this attribute"),
            (Some(there), None) => finding.origin(span(there, name.id()), "this message"),
            (None, _) => finding,
        }
    };
    missing.map(finding).collect()
}

/// Returns a finding where `used` is a message, a term, an attribute or a function that does not exist.
fn dangling<'a>(
    view: &View<'_, '_, 'a>,
    entry: &Entry<'_, 'a>,
    source: &Source,
    used: &Use<'_, 'a>,
) -> Option<Finding> {
    let (part, what, help) = match *used {
        Use::Function(name) if !FUNCTIONS.contains(&name) => {
            (name, format!("function `{name}`, which does not exist"), format!("there are {}", quoted(FUNCTIONS)))
        }
        Use::Reference(name, attribute) => {
            if view.referred(name).is_some_and(|target| target.part(attribute).is_some()) {
                return None;
            }
            let (shown, help) = match attribute {
                Some(attribute) => (format!("{name}.{attribute}"), format!("add `.{attribute}` below `{name}`")),
                None => (name.to_string(), format!("add `{name}` to `{}`", source.path)),
            };
            (name.id(), format!("`{shown}`, which {} does not have", view.locale), help)
        }
        _ => return None,
    };
    let message = format!("`{}` refers to {what}", entry.name);
    Some(Finding::at(&MESSAGE_MISSING, span(source, part), message).caption("not found").help(help))
}

/// A text that others may refer to: a message or term, or one of its attributes.
type Node<'a> = (Name<'a>, Option<&'a str>);

/// A text on the way along references. The way is a list and no recursion, because a file may chain
/// messages as long as it likes.
struct Step<'a> {
    node: Node<'a>,
    source: Option<&'a Source>,
    /// The texts that it refers to and that are still to follow.
    open: Vec<Node<'a>>,
}

/// Returns a finding for every reference that leads back to where it comes from.
fn loops(view: &View<'_, '_, '_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = BTreeMap::new();
    let mut way = Vec::new();
    for start in view.own.values().flat_map(Entry::parts) {
        enter(view, start, &mut seen, &mut way);
        while let Some(step) = way.last_mut() {
            let Some(target) = step.open.pop() else {
                seen.insert(step.node, None);
                way.pop();
                continue;
            };
            match seen.get(&target) {
                Some(&Some(at)) => findings.extend(looping(target, &way[at..])),
                Some(None) => {}
                None => enter(view, target, &mut seen, &mut way),
            }
        }
    }
    findings
}

/// Puts `node` on the way; `seen` keeps where on the way a text is, or `None` once it is done.
fn enter<'a>(
    view: &View<'_, '_, 'a>,
    node: Node<'a>,
    seen: &mut BTreeMap<Node<'a>, Option<usize>>,
    way: &mut Vec<Step<'a>>,
) {
    let Some(entry) = view.referred(node.0).filter(|_| !seen.contains_key(&node)) else { return };
    let open = entry.uses_in(node.1).into_iter().rev().filter_map(|used| match used {
        Use::Reference(name, attribute) => Some((name, attribute)),
        _ => None,
    });
    seen.insert(node, Some(way.len()));
    way.push(Step { node, source: entry.file.source, open: open.collect() });
}

/// Returns the finding for the reference to `target` in the last step of `circle`, which begins with it.
fn looping(target: Node<'_>, circle: &[Step<'_>]) -> Option<Finding> {
    let source = circle.last()?.source?;
    let shown = |(name, attribute): Node<'_>| match attribute {
        Some(attribute) => format!("{name}.{attribute}"),
        None => name.to_string(),
    };
    let name = shown(target);
    let message = match circle.len() {
        1 => format!("`{name}` refers to itself"),
        _ => format!("`{name}` refers to itself through {}", quoted(circle[1..].iter().map(|step| shown(step.node)))),
    };
    Some(
        Finding::at(&MESSAGE_MISSING, span(source, target.0.id()), message)
            .caption("leads back")
            .help("a message can't be a part of its own text: write the text out"),
    )
}

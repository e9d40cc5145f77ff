//! `message-missing`.

use std::collections::BTreeMap;

use super::{Table, View, quoted};
use crate::diag::{Finding, Place};
use crate::i18n::ftl::{Entry, File, Part, Use, part_span, span};
use crate::i18n::messages::FUNCTIONS;
use crate::model::locale::Locale;
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
        findings.extend(entry.uses().iter().filter_map(|used| dangling(table, view, entry, source, used)));
        if let Some(original) = table.source.get(&entry.name) {
            findings.extend(lacking(view, entry, original));
        }
    }
    findings.extend(loops(view));
    for finding in &mut findings[before..] {
        finding.locale = Some(view.locale.clone());
    }
}

/// Returns a finding for each file in which messages are missing that the source locale has.
fn untranslated(table: &Table<'_, '_>, view: &View<'_, '_, '_>) -> Vec<Finding> {
    let mut missing: BTreeMap<&str, (&Source, Vec<&Entry<'_, '_>>)> = BTreeMap::new();
    for entry in table.source.values().filter(|entry| !view.covers(entry.name)) {
        if let Some(file) = counterpart(table, view.locale, entry.file) {
            missing.entry(&file.path).or_insert_with(|| (file, Vec::new())).1.push(entry);
        }
    }
    missing.into_values().map(|(file, entries)| missing_in(file, view.locale, &entries)).collect()
}

/// Returns the file of `locale` that has the name of `original`, else the first one.
fn counterpart<'a>(table: &Table<'_, 'a>, locale: &Locale, original: &File<'_>) -> Option<&'a Source> {
    let name = |source: &Source| source.path.rsplit('/').next().map(str::to_owned);
    let own = || table.files.iter().filter(|file| file.locale == *locale).filter_map(|file| file.source);
    let wanted = original.source.and_then(name);
    own().find(|source| wanted.is_some() && name(source) == wanted).or_else(|| own().next())
}

fn missing_in(file: &Source, locale: &Locale, missing: &[&Entry<'_, '_>]) -> Finding {
    let from = &missing[0].file.locale;
    let names = quoted(missing.iter().map(|entry| entry.name));
    let message = match missing.len() {
        1 => format!("message {names} of {from} is missing in {locale}"),
        count => format!("{count} messages of {from} are missing in {locale}: {names}"),
    };
    let finding = Finding::new(&MESSAGE_MISSING, Place::File(file.id), message)
        .help(format!("translate into `{}`; until then pages show the text of {from}", file.path));
    match missing.iter().find_map(|entry| entry.name_span()) {
        Some(there) => finding.origin(there, "this message"),
        None => finding,
    }
}

/// Returns findings for the attributes and the text that the source locale's message has and `entry` lacks.
fn lacking<'a>(view: &View<'_, '_, 'a>, entry: &Entry<'_, 'a>, original: &Entry<'_, 'a>) -> Vec<Finding> {
    let Some(place) = entry.name_span() else { return Vec::new() };
    let from = &original.file.locale;
    let has = |part| entry.part(part).is_some() || view.unread.contains(&(entry.name, part));
    let missing = original.parts().filter(|&(_, part)| original.part(part).is_some() && !has(part));
    let finding = |(name, part): Part<'_>| {
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
    table: &Table<'_, 'a>,
    view: &View<'_, '_, 'a>,
    entry: &Entry<'_, 'a>,
    source: &Source,
    used: &Use<'_, 'a>,
) -> Option<Finding> {
    let (place, what, help) = match *used {
        Use::Function(name) if !FUNCTIONS.contains(&name) => (
            span(source, name),
            format!("function `{name}`, which does not exist"),
            format!("there are {}", quoted(FUNCTIONS)),
        ),
        Use::Reference(name, attribute) => {
            let is_read = view.referred(name).is_some_and(|target| target.part(attribute).is_some());
            // What the source locale has is missing here, which is said once.
            let is_told = table.source.get(&name).is_some_and(|original| original.part(attribute).is_some())
                && (view.own.contains_key(&name) || !view.covers(name));
            if is_read || is_told || view.is_unread((name, attribute)) {
                return None;
            }
            let (shown, help) = match attribute {
                Some(attribute) => (format!("{name}.{attribute}"), format!("add `.{attribute}` below `{name}`")),
                None => (name.to_string(), format!("add `{name}` to `{}`", source.path)),
            };
            (part_span(source, (name, attribute)), format!("`{shown}`, which {} does not have", view.locale), help)
        }
        _ => return None,
    };
    let message = format!("`{}` refers to {what}", entry.name);
    Some(Finding::at(&MESSAGE_MISSING, place, message).caption("not found").help(help))
}

/// A text on the way along references. The way is a list and no recursion, because a file may chain
/// messages as long as it likes.
struct Step<'a> {
    node: Part<'a>,
    source: Option<&'a Source>,
    /// The texts that it refers to and that are still to follow.
    open: Vec<Part<'a>>,
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
    node: Part<'a>,
    seen: &mut BTreeMap<Part<'a>, Option<usize>>,
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
fn looping(target: Part<'_>, circle: &[Step<'_>]) -> Option<Finding> {
    let source = circle.last()?.source?;
    let shown = |(name, attribute): Part<'_>| match attribute {
        Some(attribute) => format!("{name}.{attribute}"),
        None => name.to_string(),
    };
    let name = shown(target);
    let message = match circle.len() {
        1 => format!("`{name}` refers to itself"),
        _ => format!("`{name}` refers to itself through {}", quoted(circle[1..].iter().map(|step| shown(step.node)))),
    };
    Some(
        Finding::at(&MESSAGE_MISSING, part_span(source, target), message)
            .caption("leads back")
            .help("a message can't be a part of its own text: write the text out"),
    )
}

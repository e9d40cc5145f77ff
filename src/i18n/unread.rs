//! What can be told of a text that is no Fluent: which messages it would have been.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Entry, Resource};

use super::ftl::{Name, Part};

/// Returns the parts of messages and terms that `ast` could not read.
pub(super) fn parts<'a>(ast: &Resource<&'a str>) -> BTreeSet<Part<'a>> {
    let mut parts = BTreeSet::new();
    // Attributes that can't be read stand below the message that they belong to.
    let mut owner = None;
    for entry in &ast.body {
        match entry {
            Entry::Message(message) => owner = Some(Name::Message(message.id.name)),
            Entry::Term(term) => owner = Some(Name::Term(term.id.name)),
            Entry::Junk { content } => in_junk(content, &mut owner, &mut parts),
            _ => owner = None,
        }
    }
    parts
}

fn in_junk<'a>(junk: &'a str, owner: &mut Option<Name<'a>>, parts: &mut BTreeSet<Part<'a>>) {
    for (number, line) in junk.lines().enumerate() {
        if let Some((attribute, _)) = attribute(line) {
            parts.extend(owner.map(|owner| (owner, Some(attribute))));
            continue;
        }
        let id = identifier(line.strip_prefix('-').unwrap_or(line));
        // The `=` may be what is missing.
        let is_name = number == 0 || line[name(line).len()..].trim_start().starts_with('=');
        if is_name && !id.is_empty() {
            let name = if line.starts_with('-') { Name::Term(id) } else { Name::Message(id) };
            parts.insert((name, None));
            *owner = Some(name);
        }
    }
}

/// Returns the name of the attribute that `text` begins with, and the text from the name on.
pub(super) fn attribute(text: &str) -> Option<(&str, &str)> {
    let inside = text.trim_start().strip_prefix('.')?;
    let name = identifier(inside);
    (!name.is_empty() && inside[name.len()..].trim_start().starts_with('=')).then_some((name, inside))
}

/// Returns the name of the message or term that `text` begins with, as it is written.
pub(super) fn name(text: &str) -> &str {
    let dash = usize::from(text.starts_with('-'));
    &text[..dash + identifier(&text[dash..]).len()]
}

fn identifier(text: &str) -> &str {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
    &text[..end.unwrap_or(text.len())]
}

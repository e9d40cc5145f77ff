//! Names in templates: variables, fields of views, messages.
//!
//! A name that does not exist is silently false in `{% if %}`, so each is looked up when templates load.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;
use tera::{Tera, Value};

use super::{Template, TemplateError, variable};
use crate::i18n::Messages;
use crate::render::view::{Languages, Page, Site, each_kind};

/// Variables by name, each with an empty value that has all its fields.
type Known<'a> = BTreeMap<&'a str, Value>;

// Names are of ASCII letters: Unicode's would make patterns that take longer to build than the check itself.
static FIELDS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[^0-9A-Za-z_.])(?<name>[a-z_](?-u:\w*))(?<fields>(?:\??\.[A-Za-z_](?-u:\w*))+)"));
static MESSAGE: LazyLock<Regex> = LazyLock::new(|| pattern(r#"(?-u:\b)t\(\s*id\s*=\s*(?:"([^"]*)"|'([^']*)')"#));
static BOUND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?-u:\b(?:for|set|set_global)\s+(\w+)(?:\s*,\s*(\w+))?)|(?-u:\bcomponent\s+\w+)\(([^)]*)\)")
});
static SET: LazyLock<Regex> = LazyLock::new(|| pattern(r"\{%-?\s*set(?:_global)?\s+((?-u:\w+))"));
static STRING: LazyLock<Regex> = LazyLock::new(|| pattern(r#""[^"]*"|'[^']*'|`[^`]*`"#));

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a valid pattern")
}

/// Checks the variables of every template, and their fields.
pub(super) fn names(tera: &Tera, templates: &[Template<'_>]) -> Result<(), TemplateError> {
    let common = Known::from([
        ("site", Value::from_serializable(&Site::default())),
        ("page", Value::from_serializable(&Page::default())),
        ("languages", Value::from_serializable(&Languages::default())),
    ]);
    let mut kinds = Known::new();
    each_kind(|template, value| {
        kinds.insert(template, value);
    });
    // What one template sets, those that it includes can use.
    let captures = templates.iter().flat_map(|template| SET.captures_iter(template.text));
    let set: Vec<&str> = captures.map(|captures| captures.extract::<1>().1[0]).collect();
    for template in templates {
        let mut known = common.clone();
        match kinds.get_key_value(template.name) {
            Some((kind, value)) => _ = known.insert(variable(kind), value.clone()),
            None => known.extend(kinds.keys().map(|kind| (variable(kind), Value::none()))),
        }
        for name in &set {
            known.entry(name).or_insert_with(Value::none);
        }
        variables(tera, templates, template, &known)?;
        fields(template, &known)?;
    }
    Ok(())
}

/// Checks that what `template`, its parents and what it includes use is among `known`.
fn variables(
    tera: &Tera,
    templates: &[Template<'_>],
    template: &Template<'_>,
    known: &Known<'_>,
) -> Result<(), TemplateError> {
    let used: BTreeSet<&str> = tera
        .get_template_variables(template.name)
        .map_err(|error| TemplateError::from_tera(&error, templates))?
        .into_iter()
        .collect();
    let Some(unknown) = used.into_iter().find(|name| !known.contains_key(name)) else { return Ok(()) };
    let message = format!("there is no variable `{unknown}`{}", nearest(unknown, known.keys().copied()));
    let others = templates.iter().filter(|other| other.name != template.name);
    let place = [template].into_iter().chain(others).find_map(|template| Some((template, word(template, unknown)?)));
    let (template, at) = place.unwrap_or((template, 0));
    Err(TemplateError::at(template, at, message))
}

/// Returns where a tag of `template` has `name` as a variable.
fn word(template: &Template<'_>, name: &str) -> Option<usize> {
    let pattern = pattern(&format!(r"(?:^|[^0-9A-Za-z_.]){}(?-u:\b)", regex::escape(name)));
    tags(template.text).find_map(|(at, tag)| {
        let end = pattern.find(&blank_strings(tag))?.end();
        Some(at + end - name.len())
    })
}

/// Checks the fields that `template` takes from variables of `known`.
fn fields(template: &Template<'_>, known: &Known<'_>) -> Result<(), TemplateError> {
    let bound = bound(template.text);
    for (at, tag) in tags(template.text) {
        let plain = blank_strings(tag);
        for found in FIELDS.captures_iter(&plain) {
            let name = found.name("name").expect("a part of the pattern");
            let Some(value) = known.get(name.as_str()).filter(|_| !bound.contains(name.as_str())) else { continue };
            if let Some((field, help)) = unknown_field(value, &found["fields"]) {
                let message = format!("`{}` has no field `{field}`{help}", name.as_str());
                return Err(TemplateError::at(template, at + name.start(), message));
            }
        }
    }
    Ok(())
}

/// Returns the names that `template` binds itself: in a loop, by `set`, as arguments of a component.
pub(super) fn bound(template: &str) -> BTreeSet<&str> {
    let captures = BOUND.captures_iter(template);
    let groups = captures.flat_map(|captures| [captures.get(1), captures.get(2), captures.get(3)]);
    groups.flatten().flat_map(|names| names.as_str().split([',', ' ', '@', '='])).collect()
}

/// Returns the first of `fields` (`.a.b`) that `value` cannot have, with the nearest name.
fn unknown_field(value: &Value, fields: &str) -> Option<(String, String)> {
    let mut value = value;
    for field in fields.split(['.', '?']).filter(|field| !field.is_empty()) {
        let map = value.as_map()?;
        let names = || map.keys().filter_map(|key| key.as_str());
        if !names().any(|name| name == field) {
            return Some((field.to_owned(), nearest(field, names())));
        }
        value = value.get_from_path(field)?;
    }
    None
}

/// Checks that messages which templates name exist.
pub(super) fn messages(templates: &[Template<'_>], messages: &Messages) -> Result<(), TemplateError> {
    for template in templates {
        for found in tags(template.text).flat_map(|(at, tag)| MESSAGE.captures_iter(tag).map(move |id| (at, id))) {
            let (at, captures) = found;
            let id = captures.get(1).or_else(|| captures.get(2)).expect("one of two quotes");
            if !messages.has(id.as_str()) {
                let message = format!("there is no message `{}`", id.as_str());
                return Err(TemplateError::at(template, at + id.start(), message));
            }
        }
    }
    Ok(())
}

/// Returns the tags of `text`, `{{ … }}` and `{% … %}`, each with its first byte; comments are left out.
pub(super) fn tags(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find('{')?;
            let end = match text.as_bytes().get(start + 1)? {
                b'{' => "}}",
                b'%' => "%}",
                b'#' => "#}",
                _ => {
                    at = start + 1;
                    continue;
                }
            };
            let length = text[start..].find(end).map_or(text.len() - start, |length| length + 2);
            at = start + length;
            if end != "#}" {
                return Some((start, &text[start..at]));
            }
        }
    })
}

/// Returns `tag` with blanks for what its strings hold, as long as before.
fn blank_strings(tag: &str) -> String {
    STRING.replace_all(tag, |string: &regex::Captures<'_>| " ".repeat(string[0].len())).into_owned()
}

/// Returns `; did you mean …?` where one of `names` is close to `name`.
fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> String {
    let likeness = |other: &str| similar::TextDiff::from_chars(name, other).ratio();
    names
        .map(|other| (likeness(other), other))
        .filter(|(likeness, _)| *likeness >= 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, other)| format!("; did you mean `{other}`?"))
        .unwrap_or_default()
}

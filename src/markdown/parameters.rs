//! Runs of paragraphs that are one error parameter each.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::event::{Event, Tag};
use super::stream::Item;
use crate::model::literal::Parameter;

/// Joins paragraphs that are one error parameter each into lists of them.
pub(super) fn with_parameter_lists<'a>(items: Vec<Item<'a>>, known: &[&str]) -> Vec<Item<'a>> {
    let known: BTreeSet<&str> = known.iter().copied().collect();
    let is_parameter = |value: &str| {
        Parameter::parse(value).is_some() || Parameter::name_of(value).is_some_and(|name| known.contains(name))
    };
    let has_one = items.iter().any(|(event, _)| matches!(event, Event::Code(value) if is_parameter(value)));
    if !has_one {
        return items;
    }
    let mut out: Vec<Item<'a>> = Vec::with_capacity(items.len());
    let mut rest = items.into_iter();
    while let Some(item) = rest.next() {
        let next = rest.as_slice();
        let parameter = match (&item.0, next) {
            (Event::Start(Tag::Paragraph), [(Event::Code(value), range), (Event::End(Tag::Paragraph), end), ..])
                if is_parameter(value) =>
            {
                Some((value.clone(), range.clone(), item.1.start..end.end))
            }
            _ => None,
        };
        let Some((value, range, paragraph)) = parameter else {
            out.push(item);
            continue;
        };
        rest.nth(1);
        match out.last_mut() {
            Some((Event::End(Tag::Parameters), _)) => drop(out.pop()),
            _ => out.push((Event::Start(Tag::Parameters), paragraph.clone())),
        }
        let (name, description) = split(value);
        out.push((Event::Parameter { name, description }, range));
        out.push((Event::End(Tag::Parameters), paragraph));
    }
    out
}

/// Splits a parameter behind its colon; together the parts are the literal.
fn split(value: Cow<'_, str>) -> (Cow<'_, str>, Cow<'_, str>) {
    let at = value.find([':', '：']).unwrap_or(value.len());
    match value {
        Cow::Borrowed(text) => (text[..at].into(), text[at..].into()),
        Cow::Owned(text) => (text[..at].to_owned().into(), text[at..].to_owned().into()),
    }
}

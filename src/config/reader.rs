//! Walks parsed TOML, and keeps every problem with its place instead of stopping at the first.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::{Range, RangeInclusive};

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::nearest::nearest;
use super::rules::CONFIG_INVALID;
use crate::diag::Finding;
use crate::source::{Source, Span};

/// The problems found so far in one file.
pub(super) struct Problems<'a> {
    source: &'a Source,
    found: RefCell<Vec<Finding>>,
}

impl<'a> Problems<'a> {
    pub(super) fn new(source: &'a Source) -> Self {
        Self { source, found: RefCell::default() }
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source.id, range)
    }

    pub(super) fn add(&self, finding: Finding) {
        self.found.borrow_mut().push(finding);
    }

    /// Keeps a problem at `range`, with what to do where that is not plain.
    pub(super) fn report(&self, range: Range<usize>, message: String, help: impl Into<Cow<'static, str>>) {
        let (finding, help) = (Finding::at(&CONFIG_INVALID, self.span(range), message), help.into());
        self.add(if help.is_empty() { finding } else { finding.help(help) });
    }

    /// Returns all problems in the order of the file.
    pub(super) fn into_findings(self) -> Vec<Finding> {
        let mut found = self.found.into_inner();
        found.sort_by(|a, b| a.place.cmp(&b.place));
        found
    }
}

/// One value with its full name: `footer_links[0].url`.
pub(super) struct Item<'a> {
    pub(super) name: String,
    value: &'a Spanned<DeValue<'a>>,
    problems: &'a Problems<'a>,
}

impl<'a> Item<'a> {
    pub(super) fn range(&self) -> Range<usize> {
        self.value.span()
    }

    pub(super) fn span(&self) -> Span {
        self.problems.span(self.range())
    }

    /// Returns the string, whatever is in it.
    pub(super) fn text(&self) -> Option<&'a str> {
        self.value.get_ref().as_str().or_else(|| self.wrong("a string"))
    }

    pub(super) fn flag(&self) -> Option<bool> {
        self.value.get_ref().as_bool().or_else(|| self.wrong("`true` or `false`"))
    }

    /// Returns the whole number, which must lie in `range`.
    pub(super) fn number(&self, range: RangeInclusive<usize>) -> Option<usize> {
        let digits = match self.value.get_ref() {
            DeValue::Integer(integer) => integer,
            _ => return self.wrong("a whole number"),
        };
        let number = usize::from_str_radix(digits.as_str(), digits.radix()).ok();
        number.filter(|number| range.contains(number)).or_else(|| {
            let (start, end) = range.into_inner();
            self.reject(
                format!("`{}` is {digits}, which is out of range", self.name),
                format!("give a number from {start} to {end}"),
            )
        })
    }

    /// Returns the items of an array.
    pub(super) fn list(&self) -> Option<Vec<Item<'a>>> {
        let Some(array) = self.value.get_ref().as_array() else {
            return self.wrong("a list in `[…]`");
        };
        let item = |(index, value)| Item { name: format!("{}[{index}]", self.name), value, problems: self.problems };
        Some(array.iter().enumerate().map(item).collect())
    }

    /// Returns the strings of an array of strings, with their places.
    pub(super) fn texts(&self) -> Vec<(&'a str, Item<'a>)> {
        let items = self.list().unwrap_or_default();
        items.into_iter().filter_map(|item| item.text().map(|text| (text, item))).collect()
    }

    pub(super) fn is_table(&self) -> bool {
        self.value.get_ref().is_table()
    }

    pub(super) fn is_text(&self) -> bool {
        self.value.get_ref().is_str()
    }

    /// Returns the table.
    pub(super) fn section(&self) -> Option<Section<'a>> {
        let Some(table) = self.value.get_ref().as_table() else {
            return self.wrong("a table");
        };
        Some(Section { name: self.name.clone(), table, problems: self.problems, known: Vec::new() })
    }

    /// Returns the value as it is, for others to read.
    pub(super) fn raw(&self) -> Option<toml::Value> {
        let read = toml::Value::deserialize(ValueDeserializer::from(self.value.clone()));
        read.map_err(|error| self.reject::<()>(format!("`{}`: {}", self.name, error.message()), "")).ok()
    }

    /// Reports that the value is not `expected`.
    pub(super) fn wrong<T>(&self, expected: &str) -> Option<T> {
        let actual = match self.value.get_ref() {
            DeValue::String(_) => "a string",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number with a fraction",
            DeValue::Boolean(_) => "`true` or `false`",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.reject(format!("`{}` should be {expected}, not {actual}", self.name), "")
    }

    /// Reports a problem with the value; returns nothing, for use in chains.
    pub(super) fn reject<T>(&self, message: String, help: impl Into<Cow<'static, str>>) -> Option<T> {
        self.problems.report(self.range(), message, help);
        None
    }

    /// Returns the choice that the string names.
    pub(super) fn choice<T: Copy>(&self, choices: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        if let Some(&(_, value)) = choices.iter().find(|(name, _)| *name == text) {
            return Some(value);
        }
        let names: Vec<String> = choices.iter().map(|(name, _)| format!("`{name}`")).collect();
        let meant = nearest(text, choices.iter().map(|&(name, _)| name));
        let meant = meant.map(|name| format!("; did you mean `{name}`?")).unwrap_or_default();
        self.reject(
            format!("`{}` has no value `{text}`{meant}", self.name),
            format!("it is one of {}", names.join(", ")),
        )
    }
}

/// One table, whose keys are asked for one by one.
pub(super) struct Section<'a> {
    name: String,
    table: &'a DeTable<'a>,
    problems: &'a Problems<'a>,
    known: Vec<&'static str>,
}

impl<'a> Section<'a> {
    pub(super) fn root(table: &'a DeTable<'a>, problems: &'a Problems<'a>) -> Self {
        Self { name: String::new(), table, problems, known: Vec::new() }
    }

    /// Returns the value of `key`, and counts the key as known.
    pub(super) fn take(&mut self, key: &'static str) -> Option<Item<'a>> {
        self.known.push(key);
        let value = self.table.get(key)?;
        Some(self.item(key, value))
    }

    /// Returns every key with its place and its value, in the order of the file: the keys are free.
    pub(super) fn entries(&self) -> Vec<(&'a str, Span, Item<'a>)> {
        let mut entries: Vec<_> = self.table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let entry = |(key, value): (&'a Spanned<_>, _)| {
            let name: &'a std::borrow::Cow<'_, str> = key.get_ref();
            (&**name, self.problems.span(key.span()), self.item(name, value))
        };
        entries.into_iter().map(entry).collect()
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn finish(self) {
        for (key, span, _) in self.entries() {
            if self.known.contains(&key) {
                continue;
            }
            let meant = nearest(key, self.known.iter().copied());
            let question = meant.map(|name| format!(", did you mean `{name}`?")).unwrap_or_default();
            let place = if self.name.is_empty() { String::new() } else { format!(" in `{}`", self.name) };
            let known: Vec<String> = self.known.iter().map(|name| format!("`{name}`")).collect();
            let help = if meant.is_some() { String::new() } else { format!("the keys here are {}", known.join(", ")) };
            self.problems.report(span.range(), format!("unknown key `{key}`{place}{question}"), help);
        }
    }

    fn item(&self, key: &str, value: &'a Spanned<DeValue<'a>>) -> Item<'a> {
        let name = if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) };
        Item { name, value, problems: self.problems }
    }
}

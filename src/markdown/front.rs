//! From the text between two lines of dashes to [`FrontMatter`].

use std::ops::Range;

use super::foreign::Dialect;
use super::rules::FRONT_MATTER_INVALID;
use super::toml_front;
use super::yaml::{self, Entry, Problem, Value};
use crate::diag::{Applicability, Finding, Fix, Severity};
use crate::model::date::Date;
use crate::model::front::{FrontMatter, KEYS, Key, MAX_BYTES, SourceHash, Translation};
use crate::source::edit::Edit;
use crate::source::{Source, Span};

/// Where front matter ends and the body starts.
struct Fences {
    /// The text between the fences.
    front: Range<usize>,
    body: Range<usize>,
    is_toml: bool,
}

/// Reads the front matter of `source`; returns it, the body's span, and what could not be read.
///
/// An article without front matter has an empty one. One that cannot be read is empty too, and is never
/// part of the body.
pub(super) fn read(source: &Source, dialect: Dialect) -> (FrontMatter, Span, Vec<Finding>) {
    let text = &*source.text;
    let whole = |range| Span::new(source.id, range);
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let fences = match fences(text, start) {
        Ok(None) => {
            let spoilt = spoilt(text, start);
            let body = spoilt.as_ref().map_or(start, |spoilt| spoilt.body);
            let findings = spoilt.map(|spoilt| not_opened(source, start, &spoilt)).into_iter().collect();
            return (FrontMatter::default(), whole(body..text.len()), findings);
        }
        Ok(Some(fences)) => fences,
        Err(finding) => {
            let mut finding = Finding::at(&FRONT_MATTER_INVALID, whole(start..start + 3), finding)
                .help("end the front matter with a line `---`, within the first 64 KiB of the file");
            finding.is_of_all = true;
            return (FrontMatter::default(), whole(text.len()..text.len()), vec![finding]);
        }
    };
    let is_lenient = dialect != Dialect::Plain || fences.is_toml;
    let mut reader = Reader { source, front: FrontMatter::default(), findings: Vec::new(), is_lenient };
    reader.front.span = Some(whole(fences.front.clone()));
    let entries =
        if fences.is_toml { Ok(toml_front::read(text, fences.front)) } else { yaml::read(text, fences.front) };
    match entries {
        Ok(entries) => reader.entries(entries),
        Err(problem) => reader.problem(problem),
    }
    (reader.front, whole(fences.body), reader.findings)
}

/// Finds the two lines of dashes; an error where the first has no second.
fn fences(text: &str, start: usize) -> Result<Option<Fences>, &'static str> {
    let limit = (start..=text.len().min(start + MAX_BYTES)).rev().find(|&at| text.is_char_boundary(at));
    let mut lines = yaml::lines(text, start..limit.unwrap_or(start));
    let fence = lines.next().map(|line| text[line].trim_end());
    let is_toml = match fence {
        Some("---") => false,
        Some("+++") => true,
        _ => return Ok(None),
    };
    let closes = |line: &Range<usize>| {
        let line = text[line.clone()].trim_end();
        Some(line) == fence || !is_toml && line == "..."
    };
    let mut lines = lines.peekable();
    let first = lines.peek().map(|line| line.start);
    let close = lines.find(closes);
    let Some(close) = close else {
        if is_toml {
            return Ok(None);
        }
        return Err(if text.len() > start + MAX_BYTES {
            "the front matter is longer than 64 KiB"
        } else {
            "the front matter is not closed"
        });
    };
    let front = first.unwrap_or(close.start)..close.start;
    Ok(Some(Fences { front, body: behind(text, &close)..text.len(), is_toml }))
}

/// Returns where the line behind `line` starts.
fn behind(text: &str, line: &Range<usize>) -> usize {
    let rest = &text[line.end..];
    line.end + if rest.starts_with("\r\n") { 2 } else { rest.len().min(1) }
}

/// Front matter that does not begin with three dashes on the first line, so that it is printed.
struct Spoilt {
    /// What stands where the dashes should be; empty where nothing does.
    opening: Range<usize>,
    body: usize,
}

/// Finds known keys, each on a line of its own, from the first line of a text to a line of dashes.
fn spoilt(text: &str, start: usize) -> Option<Spoilt> {
    let limit = text.floor_char_boundary(start + MAX_BYTES);
    let mut lines = yaml::lines(text, start..limit).filter(|line| !text[line.clone()].trim().is_empty()).peekable();
    let first = lines.peek()?.clone();
    let is_fence = |line: &Range<usize>| {
        let line = text[line.clone()].trim();
        line.chars().count() <= 5 && line.chars().all(|c| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '－' | '*' | '_'))
    };
    let opening = if is_fence(&first) { start..first.end } else { start..start };
    let wanted = if opening.is_empty() { 2 } else { 1 };
    let mut known = 0;
    for line in lines.skip(usize::from(!opening.is_empty())) {
        if is_fence(&line) {
            return (known >= wanted).then(|| Spoilt { opening, body: behind(text, &line) });
        }
        let content = &text[line];
        let name = content.split_once(':').map(|(name, _)| name.trim_start().to_ascii_lowercase());
        match name {
            Some(name) if KEYS.contains(&&*name) || name.starts_with("ms.") && !name.contains(' ') => known += 1,
            Some(name) if !name.is_empty() && !name.contains(char::is_whitespace) => {}
            _ if content.trim_start().starts_with("- ") => {}
            _ => return None,
        }
    }
    None
}

fn not_opened(source: &Source, start: usize, spoilt: &Spoilt) -> Finding {
    let span = Span::new(source.id, spoilt.opening.clone());
    let text = if spoilt.opening.is_empty() { "---\n" } else { "---" };
    let fix = Fix {
        title: "begin with three dashes".to_owned(),
        applicability: Applicability::Suggested,
        edits: vec![Edit { span, text: text.to_owned() }],
    };
    let shown = source.text[spoilt.opening.clone()].trim_start();
    let place = Span::new(source.id, spoilt.opening.end - shown.len()..spoilt.opening.end);
    let place = if shown.is_empty() { Span::new(source.id, start..start) } else { place };
    Finding::at(&FRONT_MATTER_INVALID, place, "the front matter does not begin with three dashes on the first line")
        .caption("here it should begin")
        .help("put a line `---` first, else the keys are printed")
        .fix(fix)
}

struct Reader<'a> {
    source: &'a Source,
    front: FrontMatter,
    findings: Vec<Finding>,
    /// Whether keys of another tool may have our names: what has the wrong form is no reason not to publish.
    is_lenient: bool,
}

impl Reader<'_> {
    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.source.id, range.clone())
    }

    fn problem(&mut self, problem: Problem) {
        let mut finding = Finding::at(&FRONT_MATTER_INVALID, self.span(&problem.range), problem.message);
        if let Some(other) = problem.other {
            finding = finding.caption("here").label(self.span(&other), "and here first");
        }
        self.findings.push(finding.help("mend it, or take the line out: every other key is optional"));
    }

    /// Reports that the value of `entry` has the wrong form.
    fn wrong(&mut self, entry: &Entry<'_>, expected: &str) -> &mut Finding {
        let range = if entry.value_range.is_empty() { &entry.name_range } else { &entry.value_range };
        let finding = Finding::at(
            &FRONT_MATTER_INVALID,
            self.span(range),
            format!("the value of `{}` must be {expected}", entry.name),
        );
        let help = format!("give {expected}, or take the key out");
        let mut finding = finding.caption(format!("not {expected}")).help(help);
        if self.is_lenient {
            finding.severity = Severity::Warning;
            finding.blocks = false;
        }
        self.findings.push(finding);
        self.findings.last_mut().expect("one was pushed")
    }

    fn entries(&mut self, entries: Vec<Entry<'_>>) {
        self.front.keys.reserve(entries.len());
        for entry in &entries {
            let name_span = self.span(&entry.name_range);
            match Key::known(&entry.name, name_span, self.span(&entry.value_range)) {
                Some(key) => {
                    self.entry(key.name(), entry);
                    self.front.keys.push(key);
                }
                None => self.front.others.push(name_span),
            }
        }
    }

    /// Takes in a key with that name of [`KEYS`](crate::model::front::KEYS); our own name of a thing stands before its
    /// published name.
    fn entry(&mut self, name: &'static str, entry: &Entry<'_>) {
        match name {
            "title" => self.front.title = self.text(entry),
            "description" => self.front.description = self.text(entry),
            "keywords" => self.front.keywords = self.texts(entry),
            "date" => self.front.date = self.own_date(entry).or(self.front.date),
            "ms.date" => self.front.date = self.front.date.or(self.published_date(entry)),
            "error_codes" => self.front.error_codes = self.texts(entry),
            "translation" => self.translation(entry),
            "ms.translationtype" => {
                let published = self.lenient(entry).and_then(|text| Translation::published(&text));
                self.front.translation = self.front.translation.or(published);
            }
            "source_hash" => self.source_hash(entry),
            "ms.openlocfilehash" => {
                let digits = self.lenient(entry).filter(|text| is_digest(text, &[40, 64]));
                let published = digits.map(|digits| SourceHash::File(digits.to_ascii_lowercase().into()));
                self.front.source_hash = self.front.source_hash.take().or(published);
            }
            "source_commit" => self.front.source_commit = self.text(entry),
            "ms.sourcegitcommit" => {
                let published = self.lenient(entry);
                self.front.source_commit = self.front.source_commit.take().or(published);
            }
            "translated" => self.front.translated = self.own_date(entry).or(self.front.translated),
            "ms.lasthandoff" => self.front.translated = self.front.translated.or(self.published_date(entry)),
            "robots" => self.front.robots = self.lenient(entry).map(|text| text.to_lowercase().into()),
            "ids" => self.front.ids = self.texts(entry),
            "ms.custom" if self.front.ids.is_empty() => self.front.ids = scalars(&entry.value),
            "ms.topic" => self.front.topic = self.lenient(entry),
            "ms.service" => self.front.service = self.lenient(entry),
            "ms.contentlocale" => self.front.content_locale = self.lenient(entry),
            "draft" => self.draft(entry),
            "aliases" => self.front.aliases = self.texts(entry),
            "allow" => self.front.allow = self.texts(entry),
            "retired" => self.front.retired = self.own_date(entry),
            "replaced_by" => self.front.replaced_by = self.text(entry),
            _ => {}
        }
    }

    /// Returns a key of ours as text, and reports any other form.
    fn text(&mut self, entry: &Entry<'_>) -> Option<Box<str>> {
        match &entry.value {
            Value::Text(text) => Some(text.trim().into()),
            Value::Null => None,
            Value::List(_) | Value::Map => {
                self.wrong(entry, "text");
                None
            }
        }
    }

    /// Returns a published key as text; other forms are somebody else's business.
    fn lenient(&self, entry: &Entry<'_>) -> Option<Box<str>> {
        match &entry.value {
            Value::Text(text) if !text.trim().is_empty() => Some(text.trim().into()),
            _ => None,
        }
    }

    /// Returns a key of ours as a list; one text is a list of one.
    fn texts(&mut self, entry: &Entry<'_>) -> Vec<Box<str>> {
        let flat = |value: &Value<'_>| matches!(value, Value::Text(_) | Value::Null);
        match &entry.value {
            Value::Map => drop(self.wrong(entry, "a list of texts")),
            Value::List(values) if !values.iter().all(flat) => drop(self.wrong(entry, "a list of texts")),
            _ => {}
        }
        scalars(&entry.value)
    }

    fn own_date(&mut self, entry: &Entry<'_>) -> Option<Date> {
        let expected = "a day that exists, such as 2026-11-21";
        match &entry.value {
            Value::Null => None,
            Value::Text(text) => Date::iso(text).or_else(|| {
                self.wrong(entry, expected);
                None
            }),
            Value::List(_) | Value::Map => {
                self.wrong(entry, expected);
                None
            }
        }
    }

    /// Returns the date of a published key; one that cannot be read is a warning only, for nothing else is lost.
    fn published_date(&mut self, entry: &Entry<'_>) -> Option<Date> {
        let text = match &entry.value {
            Value::Null => return None,
            Value::Text(text) if text.trim().is_empty() => return None,
            Value::Text(text) => text.trim(),
            Value::List(_) | Value::Map => "",
        };
        let date = Date::published(text).or_else(|| Date::iso(text));
        if date.is_none() {
            let form_is_wrong = !matches!(entry.value, Value::Text(_));
            let finding = self.wrong(entry, "a day that exists, such as 11/21/2026");
            if !form_is_wrong {
                finding.severity = Severity::Warning;
                finding.blocks = false;
                finding.help = Some("the page shows no date until this one can be read".into());
            }
        }
        date
    }

    fn translation(&mut self, entry: &Entry<'_>) {
        let text = self.text(entry);
        self.front.translation = text.as_deref().and_then(Translation::parse);
        if text.is_some() && self.front.translation.is_none() {
            self.wrong(entry, "one of `source`, `human`, `post-edited`, `machine`");
        }
    }

    fn source_hash(&mut self, entry: &Entry<'_>) {
        let text = self.text(entry);
        match text {
            Some(digits) if is_digest(&digits, &[64]) => {
                self.front.source_hash = Some(SourceHash::Text(digits.to_ascii_lowercase().into()));
            }
            Some(_) => drop(self.wrong(entry, "64 hexadecimal digits, as `faultbook stamp` writes them")),
            None => {}
        }
    }

    fn draft(&mut self, entry: &Entry<'_>) {
        match &entry.value {
            Value::Null => {}
            Value::Text(text) if matches!(&**text, "true" | "false") => self.front.draft = text == "true",
            _ => drop(self.wrong(entry, "`true` or `false`")),
        }
    }
}

fn is_digest(text: &str, lengths: &[usize]) -> bool {
    lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Returns the texts in `value`, whether it is one or a list.
fn scalars(value: &Value<'_>) -> Vec<Box<str>> {
    match value {
        Value::Text(text) if !text.trim().is_empty() => vec![text.trim().into()],
        Value::List(values) => values.iter().flat_map(scalars).collect(),
        _ => Vec::new(),
    }
}

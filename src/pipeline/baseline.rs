//! Findings that are accepted for now: a file that lists them, so that a check reports new ones only.
//!
//! Version 1 is TOML with one finding a line, sorted: git merges what two people change in it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use super::Site;
use crate::check::suppress::BASELINE_OUTDATED;
use crate::config::CONFIG_INVALID;
use crate::diag::{Finding, Place};
use crate::load::Tree;
use crate::report::fingerprints_with;
use crate::source::{Source, SourceMap, Span};

const VERSION: i64 = 1;

/// The beginning of every baseline.
const HEAD: &str = "\
# Findings that `faultbook check` accepts for now.
# Written by `faultbook check --update-baseline`; where two versions do not merge, run it again.
version = 1
findings = [
";

/// One finding that is accepted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    pub subject: Subject,
    pub rule: String,
    pub fingerprint: String,
}

/// What an accepted finding is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A file by its path from the folder of the configuration.
    File(String),
    /// A locale as a whole, by its tag.
    Locale(String),
}

/// The findings that are accepted, each with its line.
#[derive(Debug, Default)]
pub struct Baseline {
    entries: BTreeMap<Entry, Option<Span>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: Spanned<i64>,
    #[serde(default)]
    findings: Vec<Spanned<Line>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    file: Option<String>,
    locale: Option<String>,
    rule: String,
    fingerprint: String,
}

impl Baseline {
    /// Reads `source` as a baseline.
    ///
    /// # Errors
    /// What is wrong with it, with its line.
    pub fn parse(source: &Source) -> Result<Self, Box<Finding>> {
        let invalid = |range, message: String| {
            Box::new(
                Finding::at(&CONFIG_INVALID, Span::new(source.id, range), message)
                    .help(format!("mend the line, or delete the file and write it anew: `{}`", command(&source.path))),
            )
        };
        let file: File = toml::from_str(&source.text).map_err(|error| {
            let end = source.text.len();
            invalid(error.span().unwrap_or(end..end), format!("this is no baseline: {}", error.message()))
        })?;
        let version = *file.version.get_ref();
        if version != VERSION {
            let message = format!("the baseline has version {version}; this program reads version {VERSION}");
            return Err(invalid(file.version.span(), message));
        }
        let mut entries = BTreeMap::new();
        for line in file.findings {
            let range = line.span();
            let Line { file, locale, rule, fingerprint } = line.into_inner();
            let subject = match (file, locale) {
                (Some(file), None) => Subject::File(file),
                (None, Some(locale)) => Subject::Locale(locale),
                _ => return Err(invalid(range, "an entry has either `file` or `locale`".to_owned())),
            };
            let entry = Entry { subject, rule, fingerprint };
            entries.insert(entry, Some(Span::new(source.id, range)));
        }
        Ok(Self { entries })
    }

    /// Takes out of the site's findings what is accepted; returns the entries that were needed for it.
    pub fn accept(&self, site: &mut Site, tree: &Tree) -> BTreeSet<Entry> {
        let mut used: BTreeSet<Entry> = BTreeSet::new();
        let entries = entries(site, tree);
        for (finding, entry) in std::mem::take(&mut site.findings).into_iter().zip(entries) {
            match !finding.blocks && self.entries.contains_key(&entry) {
                true => drop(used.insert(entry)),
                false => site.findings.push(finding),
            }
        }
        site.accepted += used.len();
        used
    }

    /// Returns a note on the entries that stand for nothing: neither `used`, nor of what the run does not cover.
    pub fn outdated(&self, used: &BTreeSet<Entry>, site: &Site, covers: impl Fn(&Entry) -> bool) -> Option<Finding> {
        let is_outdated = |entry: &Entry| !used.contains(entry) && covers(entry);
        let outdated = self.entries.iter().filter(|(entry, _)| is_outdated(entry)).filter_map(|(_, span)| *span);
        let finding = outdated_at(&outdated.collect::<Vec<_>>(), &site.sources)?;
        super::leveled(vec![finding], &site.config).pop()
    }

    /// Returns the baseline that accepts all of the site's findings; entries that the run does not cover are kept.
    ///
    /// What blocks publication is never accepted.
    pub fn updated(&self, site: &Site, tree: &Tree, covers: impl Fn(&Entry) -> bool) -> Self {
        let kept = self.entries.keys().filter(|entry| !covers(entry)).cloned();
        let found = entries(site, tree).into_iter().zip(&site.findings);
        let found = found.filter(|(_, finding)| !finding.blocks).map(|(entry, _)| entry);
        Self { entries: kept.chain(found).map(|entry| (entry, None)).collect() }
    }

    /// Returns how many findings are accepted.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Tells whether nothing is accepted.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Returns the file's text.
    pub fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for Entry { subject, rule, fingerprint } in self.entries.keys() {
            let (key, value) = match subject {
                Subject::File(path) => ("file", path),
                Subject::Locale(tag) => ("locale", tag),
            };
            let [value, rule, fingerprint] = [value, rule, fingerprint].map(|text| toml::Value::from(text.as_str()));
            writeln!(text, "  {{ {key} = {value}, rule = {rule}, fingerprint = {fingerprint} }},")
                .expect("a string takes all text");
        }
        text + "]\n"
    }
}

/// Returns the entry that each of the site's findings makes.
fn entries(site: &Site, tree: &Tree) -> Vec<Entry> {
    let paths = Paths { base: tree.real(&site.folders.base), tree, known: RefCell::default() };
    let subjects: Vec<Subject> =
        site.findings.iter().map(|finding| subject(finding, &site.sources, &|path| paths.relative(path))).collect();
    let file_name = |finding: &Finding| match subject(finding, &site.sources, &|path| paths.relative(path)) {
        Subject::File(name) | Subject::Locale(name) => name,
    };
    let names = fingerprints_with(&site.findings, &site.sources, &file_name);
    let entry = |((finding, subject), fingerprint): ((&Finding, Subject), String)| {
        let rule = finding.rule.id.to_owned();
        Entry { subject, rule, fingerprint }
    };
    site.findings.iter().zip(subjects).zip(names).map(entry).collect()
}

fn subject(finding: &Finding, sources: &SourceMap, relative: &dyn Fn(&str) -> String) -> Subject {
    match &finding.place {
        Place::Span(span) => Subject::File(relative(&sources.get(span.source).path)),
        Place::File(source) => Subject::File(relative(&sources.get(*source).path)),
        Place::Path(path) => Subject::File(relative(path)),
        Place::Locale(locale) => Subject::Locale(locale.tag().to_owned()),
    }
}

/// Paths as they are seen from the folder of the configuration, wherever the program is run.
struct Paths<'a> {
    base: PathBuf,
    tree: &'a Tree,
    known: RefCell<BTreeMap<String, String>>,
}

impl Paths<'_> {
    /// Returns the path of a file that people know as `shown`; as it is where the file lies elsewhere.
    fn relative(&self, shown: &str) -> String {
        if let Some(known) = self.known.borrow().get(shown) {
            return known.clone();
        }
        let real = self.tree.real(&self.tree.locate(Path::new(shown)));
        let inside = real.strip_prefix(&self.base).ok().filter(|inside| !inside.as_os_str().is_empty());
        let relative = inside.map_or_else(|| shown.to_owned(), slashed);
        self.known.borrow_mut().insert(shown.to_owned(), relative.clone());
        relative
    }
}

/// Returns `path` with `/` between its parts.
fn slashed(path: &Path) -> String {
    let parts = path.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    parts.collect::<Vec<_>>().join("/")
}

/// Returns one finding for all entries that stand for nothing, at the first of them.
fn outdated_at(spans: &[Span], sources: &SourceMap) -> Option<Finding> {
    let first = spans.iter().min()?;
    let message = match spans.len() {
        1 => "an entry of the baseline no longer occurs".to_owned(),
        count => format!("{count} entries of the baseline no longer occur"),
    };
    let caption = if spans.len() == 1 { "mended" } else { "the first of them" };
    let finding = Finding::at(&BASELINE_OUTDATED, *first, message).caption(caption);
    let command = command(&sources.get(first.source).path);
    Some(finding.help(format!("`{command}` takes out what no longer occurs")))
}

/// Returns the command that writes the baseline at `path`.
pub fn command(path: &str) -> String {
    format!("faultbook check --baseline {path} --update-baseline")
}

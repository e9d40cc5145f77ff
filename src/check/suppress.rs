//! What authors silence: by a comment above a block, by `allow` in front matter, by `[allow]` in
//! `faultbook.toml`. What blocks publication cannot be silenced.

mod entry;
mod reach;
mod rules;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub use rules::{BASELINE_OUTDATED, SUPPRESSION_INVALID, SUPPRESSION_UNEXPLAINED, SUPPRESSION_UNUSED};

use super::Depth;
use crate::catalog::Catalog;
use crate::config::{Config, Level};
use crate::diag::Finding;
use crate::load::Files;
use crate::source::{SourceId, SourceMap, Span};
use entry::Entry;
use reach::Reached;

/// Everything in which authors silence findings.
#[derive(Clone, Copy)]
pub struct Authors<'a> {
    pub catalog: &'a Catalog,
    pub config: &'a Config,
    pub files: &'a Files,
    /// Where the content folder stands, as the paths of the files have it.
    pub content: &'a Path,
    pub sources: &'a SourceMap,
    /// How much was looked at: of what a rule beyond it would find nothing is known.
    pub depth: Depth,
}

/// What is left, and what became of the rest.
pub struct Silenced {
    pub findings: Vec<Finding>,
    /// The rule of each finding that was silenced.
    pub silenced: Vec<&'static str>,
    /// What is wrong with the suppressions themselves.
    pub remarks: Vec<Finding>,
}

/// Takes out of `findings`, which are all findings of rules that are not off, what `authors` silence.
pub fn silence(findings: Vec<Finding>, authors: &Authors<'_>) -> Silenced {
    let mut entries = Entries::of(authors);
    let broken: BTreeSet<SourceId> =
        findings.iter().filter(|finding| finding.blocks).filter_map(Finding::source).collect();
    let mut silenced = Vec::new();
    let mut keep = |entries: &mut Entries<'_>, finding: &Finding| {
        let is_silenced = entries.silence(finding);
        silenced.extend(is_silenced.then_some(finding.rule.id));
        !is_silenced
    };
    let findings = findings.into_iter().filter(|finding| keep(&mut entries, finding)).collect();
    let remarks = entries.remarks(authors, &broken);
    let remarks = remarks.into_iter().filter(|finding| keep(&mut entries, finding)).collect();
    Silenced { findings, silenced, remarks }
}

/// All suppressions of a site, and which of them reach into which text.
struct Entries<'a> {
    all: Vec<Entry<'a>>,
    reaches: BTreeMap<(SourceId, &'a str), Reached>,
    malformed: Vec<Finding>,
}

impl<'a> Entries<'a> {
    fn of(authors: &Authors<'a>) -> Self {
        let mut entries = Self { all: Vec::new(), reaches: BTreeMap::new(), malformed: Vec::new() };
        for group in authors.catalog.all_groups() {
            for article in &group.articles {
                let owner = Some((&group.key, &article.locale));
                let source = authors.sources.get(article.source);
                if let Some(key) = article.front.key("allow") {
                    for rule in &article.front.allow {
                        let entry = Entry::of_front_matter(rule, key, source);
                        entries.add(Entry { owner, ..entry }, [article.source]);
                    }
                }
                let mut suppressions: Vec<_> = article.suppressions.iter().collect();
                suppressions.sort_by_key(|suppression| suppression.block);
                for suppression in suppressions {
                    if suppression.rules.is_empty() {
                        let finding = entry::malformed(suppression.span);
                        entries.malformed.push(entry::owned(finding, owner));
                    }
                    for (rule, span) in &suppression.rules {
                        let entry = Entry::of_comment(rule, *span, suppression);
                        entries.add(Entry { owner, ..entry }, [article.source]);
                    }
                }
            }
        }
        entries.configured(authors);
        entries
    }

    /// Adds what the configuration silences by path.
    fn configured(&mut self, authors: &Authors<'a>) {
        if authors.config.allow.is_empty() {
            return;
        }
        let articles = authors.catalog.all_groups().flat_map(|group| &group.articles);
        let read: BTreeSet<SourceId> = articles.map(|article| article.source).collect();
        for allow in &authors.config.allow {
            let path = |path: &'a Path| path.strip_prefix(authors.content).unwrap_or(path);
            let files = authors.files.articles.iter().filter(|file| allow.paths.is_match(path(&file.path)));
            let sources: Vec<SourceId> = files.map(|file| file.source).collect();
            // Of a draft that is left out it cannot be said what it has.
            let is_known = sources.iter().all(|source| read.contains(source));
            for (rule, span) in &allow.rules {
                let entry = Entry::configured(rule, *span, allow.span, authors.sources.get(span.source));
                self.add(Entry { is_known, ..entry }, sources.iter().copied());
            }
        }
    }

    fn add(&mut self, entry: Entry<'a>, sources: impl IntoIterator<Item = SourceId>) {
        for source in sources {
            self.reaches.entry((source, entry.rule)).or_default().add(entry.reach, self.all.len());
        }
        self.all.push(entry);
    }

    /// Tells whether `finding` is silenced, and notes by what.
    fn silence(&mut self, finding: &Finding) -> bool {
        let source = finding.source().filter(|_| !finding.blocks);
        let Some(reached) = source.and_then(|source| self.reaches.get(&(source, finding.rule.id))) else {
            return false;
        };
        let mut is_silenced = false;
        for number in reached.by(&finding.place) {
            self.all[number].is_used = true;
            is_silenced = true;
        }
        is_silenced
    }

    /// Returns what is wrong with the suppressions; in `broken` texts not all findings are known.
    fn remarks(&self, authors: &Authors<'_>, broken: &BTreeSet<SourceId>) -> Vec<Finding> {
        let off: BTreeSet<&str> = authors
            .config
            .rules
            .iter()
            .filter(|rule| rule.level == Some(Level::Off))
            .map(|rule| rule.name.as_str())
            .collect();
        let has_run = |name: &str| {
            super::rules::find(name).is_some_and(|rule| rule.depth <= authors.depth) && !off.contains(name)
        };
        let can_be_judged =
            |entry: &Entry<'_>| entry.is_known && has_run(entry.rule) && !broken.contains(&entry.span.source);
        let mut remarks = self.malformed.clone();
        let mut asked: BTreeSet<Span> = BTreeSet::new();
        for entry in &self.all {
            if let Some(finding) = entry.invalid() {
                remarks.push(finding);
                continue;
            }
            if !entry.is_used && can_be_judged(entry) {
                remarks.extend(entry.unused());
            }
            if !entry.has_reason && asked.insert(entry.statement) {
                remarks.push(entry.unexplained());
            }
        }
        remarks
    }
}

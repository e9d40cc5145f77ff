//! A site in numbers: how far each language is, and where the damage is.

use super::Severity;
use crate::model::locale::Locale;

/// What `check --stats` shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stats {
    /// One row a locale, in the site's order.
    pub coverage: Vec<Coverage>,
    /// How many findings each rule has, the most first.
    pub rules: Vec<(&'static str, Counts)>,
    /// The articles with the gravest findings by the path of their file, the worst first.
    pub articles: Vec<(Box<str>, Counts)>,
}

/// How far one locale is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    pub locale: Locale,
    /// Whether it is the one that authors write in.
    pub is_source: bool,
    /// Articles that are there; how the others came about is not stated.
    pub present: usize,
    pub human: usize,
    pub post_edited: usize,
    pub machine: usize,
    /// Articles that are known to be made from an older text of their source.
    pub outdated: usize,
    /// Articles that other locales have.
    pub missing: usize,
}

/// Findings by severity; the graver counts are compared first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
}

impl Counts {
    /// Counts one finding of that severity.
    pub fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Note => self.notes += 1,
        }
    }

    /// Returns how many findings there are.
    pub fn total(self) -> usize {
        self.errors + self.warnings + self.notes
    }
}

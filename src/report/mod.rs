//! From findings to text: for a terminal, as JSON, as SARIF and as GitHub annotations.
//!
//! Every format has a file of its own with structs and a version of its own. What always holds: the
//! same findings in any order give the same bytes; nothing invisible from content or names reaches the
//! output raw; the cost grows in line with the findings and the bytes of the texts that they are in.

mod diff;
mod escape;
mod fingerprint;
mod github;
mod isolate;
mod json;
mod json_text;
mod order;
mod position;
mod sarif;
mod snippet;
mod stats;
mod summary;
mod terminal;

use std::io;

pub use diff::{Reader, diff};
pub use escape::escape;
pub use fingerprint::{fingerprint, fingerprints, fingerprints_with};

use crate::diag::{Finding, Meta, Summary};
use crate::source::SourceMap;

/// The forms in which findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people, with snippets and carets.
    Text,
    /// One document, version 1.
    Json,
    /// Annotations of a GitHub workflow, then the text.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

/// What is to be reported.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    pub findings: &'a [Finding],
    /// The texts that the findings point into.
    pub sources: &'a SourceMap,
    pub summary: &'a Summary,
    /// All rules that ran, whether they found something or not.
    pub rules: &'a [&'static Meta],
}

/// What findings have in common that stand together in the text form, under a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupBy {
    Rule,
    Article,
    Locale,
}

/// How a report looks; colours, width and groups are those of the text form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Whether to write ANSI colours.
    pub color: bool,
    /// Whether to leave the summary out.
    pub quiet: bool,
    /// The width of the terminal in columns; lines of snippets are cut to it.
    pub width: usize,
    /// The most findings that are written, the gravest of them; all where it is `None`.
    pub max: Option<usize>,
    /// By article and without headings where it is `None`.
    pub group_by: Option<GroupBy>,
}

impl Default for Options {
    fn default() -> Self {
        Self { color: false, quiet: false, width: 120, max: None, group_by: None }
    }
}

/// Writes `report` to `out` in `format`.
///
/// # Errors
/// Those of `out`.
pub fn write(format: Format, report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    match format {
        Format::Text => terminal::write(report, options, out),
        Format::Json => json::write(report, options, out),
        Format::Github => github::write(report, options, out),
        Format::Sarif => sarif::write(report, options, out),
    }
}

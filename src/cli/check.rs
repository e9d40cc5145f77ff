//! `faultbook check`: what is wrong with the articles, and where translations drifted from their source.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::Context;
use super::exit::{CliError, Status};
use super::explain;
use super::paths::Selection;
use crate::check::rules::RULES;
use crate::diag::{Finding, Meta, Place, Summary};
use crate::model::locale::Locale;
use crate::pipeline::{self, Request, Site};
use crate::report::{Format, Report};

const AFTER_HELP: &str = "\
Examples:
  faultbook check                                 the site here
  faultbook check content/ko                      what concerns the Korean articles
  faultbook check --rule article-missing          one rule, in full
  faultbook check --format sarif > check.sarif    for code scanning

A path that is a site or content folder is checked whole. A file or folder inside one limits what is
reported; it is compared with its source and its siblings all the same. `faultbook explain RULE` says
what a rule is about.

Exit status: 0 no errors, 1 errors (with `--strict` warnings, too), 2 could not run";

/// Check the articles and hold translations against their source
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// Sites, articles or folders of articles [default: the working directory]
    paths: Vec<PathBuf>,
    /// Where the articles are, as `<locale>/**/*.md`
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// The configuration [default: `faultbook.toml` in the site folder]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Only what this rule finds; may be given several times
    #[arg(long = "rule", value_name = "RULE", value_parser = explain::rule)]
    rules: Vec<&'static Meta>,
    /// Fail on warnings, too
    #[arg(long)]
    strict: bool,
    /// How to write what was found
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: FormatName,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum FormatName {
    /// For people
    #[default]
    Text,
    /// One JSON document
    Json,
    /// Annotations for a GitHub workflow, then the text
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Text => Self::Text,
            FormatName::Json => Self::Json,
            FormatName::Github => Self::Github,
            FormatName::Sarif => Self::Sarif,
        }
    }
}

/// Checks the site and reports what was found.
pub(super) fn run(args: &Args, context: &Context<'_>) -> Result<Status, CliError> {
    let selection = Selection::of(&context.tree, &args.paths, args.content.as_ref(), args.config.as_ref())?;
    let rules: Vec<String> = args.rules.iter().map(|rule| rule.id.to_owned()).collect();
    // Drafts are not published, but they are checked: they are what somebody works on.
    let request = Request { load: selection.request.clone(), rules, drafts: true, ..Request::default() };
    let mut site = pipeline::read(&context.tree, &request)?;
    let findings = Limited { site: &site, selection: &selection, context }.findings()?;
    site.findings = findings;
    let summary = site.summary();
    let ran: Vec<&'static Meta> = match &args.rules[..] {
        [] => RULES.iter().map(|rule| rule.meta).collect(),
        asked => asked.to_vec(),
    };
    let report = Report { findings: &site.findings, sources: &site.sources, summary: &summary, rules: &ran };
    context.terminal.report(args.format.into(), &report)?;
    Ok(status(&summary, args.strict))
}

fn status(summary: &Summary, strict: bool) -> Status {
    if summary.errors > 0 || strict && summary.warnings > 0 { Status::Findings } else { Status::Clean }
}

/// A site of which a part was asked for.
struct Limited<'a> {
    site: &'a Site,
    selection: &'a Selection,
    context: &'a Context<'a>,
}

impl Limited<'_> {
    /// Returns the findings of the part.
    fn findings(&self) -> Result<Vec<Finding>, CliError> {
        let findings = &self.site.findings;
        if self.selection.limits.is_empty() {
            return Ok(findings.clone());
        }
        let found: Vec<Finding> = findings.iter().filter(|finding| self.holds_finding(finding)).cloned().collect();
        let is_empty = |limit: &&PathBuf| !self.articles().any(|path| self.lies_in(path, limit));
        match self.selection.limits.iter().find(is_empty) {
            Some(limit) if found.is_empty() => Err(CliError::NotInSite { path: limit.clone() }),
            _ => Ok(found),
        }
    }

    fn articles(&self) -> impl Iterator<Item = &Path> {
        self.site.files.articles.iter().map(|file| &*file.path)
    }

    fn holds_finding(&self, finding: &Finding) -> bool {
        match (&finding.place, finding.source()) {
            (_, Some(source)) => {
                let file = self.site.files.articles.iter().find(|file| file.source == source);
                let shown = || Path::new(&*self.site.sources.get(source).path);
                self.holds(file.map_or_else(shown, |file| &file.path))
            }
            (Place::Path(path), _) => self.holds(Path::new(&**path)),
            (Place::Locale(locale), _) => self.holds_locale(locale),
            (Place::Span(_) | Place::File(_), None) => unreachable!("both are in a source"),
        }
    }

    /// A finding about a locale as a whole belongs to whoever asked for all of it.
    fn holds_locale(&self, locale: &Locale) -> bool {
        let mut files = self.site.files.articles.iter().filter(|file| file.locale == *locale).peekable();
        files.peek().is_some() && files.all(|file| self.holds(&file.path))
    }

    fn holds(&self, path: &Path) -> bool {
        self.selection.holds(&self.context.tree, path)
    }

    fn lies_in(&self, path: &Path, limit: &Path) -> bool {
        crate::load::lies_in(&self.context.tree, path, limit)
    }
}

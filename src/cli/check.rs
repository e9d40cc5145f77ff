//! `faultbook check`: what is wrong with the articles, and where translations drifted from their source.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::Context;
use super::exit::{CliError, Status};
use super::explain;
use super::fix::{self, FixArgs};
use super::paths::Selection;
use super::view::ViewArgs;
use crate::check::rules::RULES;
use crate::diag::{Finding, Meta, Place, Summary};
use crate::load::{self, Tree};
use crate::model::locale::Locale;
use crate::pipeline::{self, Request, Site};
use crate::report::{Format, Report};
use crate::source::{SourceId, Span};

const AFTER_HELP: &str = "\
Examples:
  faultbook check                                 the site here
  faultbook check content/ko                      what concerns the Korean articles
  faultbook check --rule article-missing          one rule, in full
  faultbook check --format sarif > check.sarif    for code scanning
  faultbook check --fix --dry-run                 what would be mended, as a diff
  faultbook check --fix content/ko                mends it: literals, targets, anchors
  faultbook check --max 20 --group-by rule        the 20 gravest, rule by rule

A path that is a site or content folder is checked whole. A file or folder inside one limits what
is reported; it is compared with its source and its siblings all the same. Files outside of any site
are compared with one another. `faultbook explain RULE` says what a rule is about.

`--fix` restores what the origin has, byte for byte, and changes nothing else; what is not sure is
left to you. A file that cannot be written, or that changed meanwhile, stays as it is.

Exit status: 0 no errors, 1 errors (with `--strict` warnings, too), 2 could not run. After `--fix`
that of what remains; with `--dry-run` also 1 where there is something to mend";

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
    /// Check drafts, too
    #[arg(long)]
    drafts: bool,
    /// Fail on warnings, too
    #[arg(long)]
    strict: bool,
    /// How to write what was found
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: FormatName,
    #[command(flatten)]
    view: ViewArgs,
    #[command(flatten)]
    fixes: FixArgs,
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
    let request = Request { load: selection.request.clone(), rules, drafts: args.drafts, ..Request::default() };
    let limit = |site: &mut Site| limited(site, &selection, context);
    if args.fixes.dry_run {
        return fix::dry_run(context, &request, limit);
    }
    let (site, failed) = if args.fixes.fix {
        fix::run(context, &request, limit)?
    } else {
        let mut site = pipeline::read(&context.tree, &request)?;
        limit(&mut site)?;
        (site, false)
    };
    // The process is about to end: giving back the memory piece by piece would only take time.
    let site = ManuallyDrop::new(site);
    let is_for_people = matches!(args.format, FormatName::Text | FormatName::Github);
    if is_for_people || !site.layout.is_default {
        context.terminal.status("Layout", &site.layout.name);
    }
    let summary = site.summary();
    let ran: Vec<&'static Meta> = match &args.rules[..] {
        [] => RULES.iter().map(|rule| rule.meta).collect(),
        asked => asked.to_vec(),
    };
    let report = Report { findings: &site.findings, sources: &site.sources, summary: &summary, rules: &ran };
    context.terminal.report(args.format.into(), &report, args.view)?;
    Ok(if failed { Status::Trouble } else { status(&summary, args.strict) })
}

/// Takes out of the site's findings what was not asked for.
fn limited(site: &mut Site, selection: &Selection, context: &Context<'_>) -> Result<(), CliError> {
    if !selection.limits.is_empty() {
        let findings = std::mem::take(&mut site.findings);
        site.findings = Limited::new(site, selection, context).keep(findings)?;
    }
    Ok(())
}

fn status(summary: &Summary, strict: bool) -> Status {
    if summary.errors > 0 || strict && summary.warnings > 0 { Status::Findings } else { Status::Clean }
}

/// A site of which a part was asked for.
struct Limited<'a> {
    site: &'a Site,
    selection: &'a Selection,
    tree: &'a Tree,
    /// Where each article stands on the disk.
    paths: BTreeMap<SourceId, &'a Path>,
    /// What was found out already about single files.
    known: RefCell<BTreeMap<SourceId, bool>>,
}

impl<'a> Limited<'a> {
    fn new(site: &'a Site, selection: &'a Selection, context: &'a Context<'a>) -> Self {
        let paths = site.files.articles.iter().map(|file| (file.source, &*file.path)).collect();
        Self { site, selection, tree: &context.tree, paths, known: RefCell::default() }
    }

    /// Returns those of `findings` that are about the part.
    ///
    /// # Errors
    /// There is nothing of the site in it.
    fn keep(&self, mut findings: Vec<Finding>) -> Result<Vec<Finding>, CliError> {
        findings.retain(|finding| self.holds_finding(finding));
        let is_empty = |limit: &&PathBuf| !self.paths.values().any(|path| load::lies_in(self.tree, path, limit));
        match self.selection.limits.iter().find(|limit| findings.is_empty() && is_empty(limit)) {
            Some(limit) => Err(CliError::NotInSite { path: limit.clone() }),
            None => Ok(findings),
        }
    }

    fn holds_finding(&self, finding: &Finding) -> bool {
        match &finding.place {
            Place::Span(Span { source, .. }) | Place::File(source) => self.holds(*source),
            Place::Path(path) => self.selection.holds(self.tree, Path::new(&**path)),
            Place::Locale(locale) => self.holds_locale(locale),
        }
    }

    /// A finding about a locale as a whole belongs to whoever asked for all of it.
    fn holds_locale(&self, locale: &Locale) -> bool {
        let mut files = self.site.files.articles.iter().filter(|file| file.locale == *locale).peekable();
        files.peek().is_some() && files.all(|file| self.holds(file.source))
    }

    fn holds(&self, source: SourceId) -> bool {
        let shown = || Path::new(&*self.site.sources.get(source).path);
        let path = self.paths.get(&source).copied().unwrap_or_else(shown);
        *self.known.borrow_mut().entry(source).or_insert_with(|| self.selection.holds(self.tree, path))
    }
}

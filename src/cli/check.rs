//! `faultbook check`: what is wrong with the articles, and where translations drifted from their source.

use std::mem::ManuallyDrop;
use std::path::PathBuf;

use clap::ValueEnum;

use super::Context;
use super::baseline::BaselineArgs;
use super::exit::{CliError, Status};
use super::limits::{LimitArgs, Limits};
use super::paths::Selection;
use crate::check::rules::RULES;
use crate::diag::{Meta, Summary};
use crate::pipeline::{self, Request};
use crate::report::{Format, Report};

const AFTER_HELP: &str = "\
Examples:
  faultbook check                                 the site here
  faultbook check content/ko                      what concerns the Korean articles
  faultbook check 'content/*/aadsts*.md'          articles by a pattern
  faultbook check --locale zh --rule 'literal-*'  some rules in Chinese articles
  faultbook check --rule article-missing          one rule, in full
  faultbook check --since origin/main             what this branch changes, in all locales
  faultbook check --baseline baseline.toml --update-baseline
                                                  accept what is found today
  faultbook check --baseline baseline.toml        what is new since then
  faultbook check --stats                         how far each locale is
  faultbook check --format sarif > check.sarif    for code scanning

A path that is a site or content folder is checked whole. A file or folder inside one limits what is
reported; it is compared with its source and its siblings all the same. So do `--locale`, `--rule`
and `--since`. `faultbook explain RULE` says what a rule is about.

Exit status: 0 no errors, 1 errors (with `--strict` warnings, too), 2 could not run";

/// Check the articles and hold translations against their source
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// Sites, articles or folders of articles, or patterns of their paths [default: the working directory]
    paths: Vec<PathBuf>,
    /// Where the articles are, as `<locale>/**/*.md`
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// The configuration [default: `faultbook.toml` in the site folder]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(flatten)]
    limits: LimitArgs,
    /// Check drafts, too
    #[arg(long)]
    drafts: bool,
    /// Fail on warnings, too
    #[arg(long)]
    strict: bool,
    /// How to write what was found
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: FormatName,
    /// Show how far each locale is and where the findings are, in place of the findings; JSON has both
    #[arg(long)]
    stats: bool,
    #[command(flatten)]
    baseline: BaselineArgs,
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
    let rules = args.limits.rules();
    let asked: Vec<String> = rules.iter().map(|rule| rule.id.to_owned()).collect();
    let request = Request {
        load: selection.request.clone(),
        rules: asked,
        drafts: args.drafts,
        history: true,
        ..Request::default()
    };
    // The process is about to end: giving back the memory piece by piece would only take time.
    let mut site = ManuallyDrop::new(pipeline::read(&context.tree, &request)?);
    let limits = Limits::of(&args.limits, &selection, &site, &context.tree)?;
    limits.apply(&mut site)?;
    args.baseline.apply(&mut site, &limits, context)?;
    let mut summary = site.summary();
    if args.stats {
        summary.stats = Some(limits.stats(&site));
    }
    let ran: Vec<&'static Meta> = match &rules[..] {
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

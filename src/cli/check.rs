//! `faultbook check`: what is wrong with the articles, and where translations drifted from their source.

use std::mem::ManuallyDrop;
use std::path::PathBuf;

use clap::ValueEnum;

use super::Context;
use super::baseline::BaselineArgs;
use super::exit::{CliError, Status};
use super::fix::{self, FixArgs};
use super::limits::{LimitArgs, Limits};
use super::paths::Selection;
use super::view::ViewArgs;
use crate::check::rules::RULES;
use crate::diag::{Meta, Summary};
use crate::pipeline::{self, Request, Site};
use crate::report::{Format, Report};

const AFTER_HELP: &str = "\
Examples:
  faultbook check                                 the site here
  faultbook check content/ko                      what concerns the Korean articles
  faultbook check 'content/*/aadsts*.md'          articles by a pattern
  faultbook check --locale zh --rule 'literal-*'  some rules in Chinese articles
  faultbook check --rule article-missing          one rule, in full
  faultbook check --core                          what a build counts, quickly
  faultbook check --since origin/main             what this branch changes, in all locales
  faultbook check --baseline baseline.toml --update-baseline
                                                  accept what is found today
  faultbook check --baseline baseline.toml        what is new since then
  faultbook check --stats                         how far each locale is
  faultbook check --format sarif > check.sarif    for code scanning
  faultbook check --fix --dry-run                 what would be mended, as a diff
  faultbook check --fix content/ko                mends it: literals, targets, anchors
  faultbook check --max 20 --group-by rule        the 20 gravest, rule by rule

A path that is a site or content folder is checked whole. A file or folder inside one limits what
is reported, as `--locale`, `--rule` and `--since` do; it is compared with its source and its
siblings all the same. Files outside of any site are compared with one another. `faultbook explain
RULE` says what a rule is about.

`--fix` restores what the origin has, byte for byte, and changes nothing else; what is not sure is
left to you. A file that cannot be written, or that changed meanwhile, stays as it is.

Exit status: 0 no errors, 1 errors (with `--strict` warnings, too), 2 could not run. After `--fix`
that of what remains; with `--dry-run` also 1 where there is something to mend";

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
    #[command(flatten)]
    view: ViewArgs,
    #[command(flatten)]
    fixes: FixArgs,
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

impl FormatName {
    /// Tells whether what is written says which fixes are safe.
    fn tells_fixes_apart(self) -> bool {
        matches!(self, Self::Json | Self::Sarif)
    }
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
    let request = Request {
        load: selection.request.clone(),
        rules: args.limits.asked(),
        drafts: args.drafts,
        history: true,
        depth: args.limits.depth(),
        prove_fixes: args.format.tells_fixes_apart(),
        ..Request::default()
    };
    let limit = |site: &mut Site| limited(site, args, &selection, context);
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
    let mut summary = site.summary();
    if args.stats {
        summary.stats = Some(Limits::of(&args.limits, &selection, &site, &context.tree)?.stats(&site));
    }
    let ran: Vec<&'static Meta> = match &rules[..] {
        [] => RULES.iter().map(|rule| rule.meta).collect(),
        asked => asked.to_vec(),
    };
    let report = Report { findings: &site.findings, sources: &site.sources, summary: &summary, rules: &ran };
    context.terminal.report(args.format.into(), &report, args.view)?;
    Ok(if failed || site.has_unread_messages() { Status::Trouble } else { status(&summary, args.strict) })
}

/// Takes out of the site's findings what was not asked for, and what the baseline accepts.
fn limited(site: &mut Site, args: &Args, selection: &Selection, context: &Context<'_>) -> Result<(), CliError> {
    let limits = Limits::of(&args.limits, selection, site, &context.tree)?;
    limits.apply(site)?;
    args.baseline.apply(site, &limits, context)
}

fn status(summary: &Summary, strict: bool) -> Status {
    if summary.errors > 0 || strict && summary.warnings > 0 { Status::Findings } else { Status::Clean }
}

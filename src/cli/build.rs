//! `faultbook build`: from a folder of articles to a site.

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use indicatif::{ProgressBar, ProgressStyle};

use super::Context;
use super::args::SiteArgs;
use super::exit::{CliError, Status};
use super::terminal::number;
use crate::check::Depth;
use crate::config::{BaseUrl, Host};
use crate::diag::{Finding, Scope, Severity, Summary};
use crate::model::locale::Locale;
use crate::output::{Cancel, Compressor, Previous, Protected, Staging, Written};
use crate::pipeline::{self, BuildError, Built, Request, Site};

const AFTER_HELP: &str = "\
Examples:
  faultbook build                                  this folder, into `public`
  faultbook build site --base-url https://errors.example.com/
  faultbook build articles --out public            a bare content folder

The site is built beside the output folder and takes its place when it is whole. A build that fails
or is killed leaves the old site as it was.

Exit status: 0 published, 1 the content has errors and nothing was published, 2 could not run";

/// Build the site
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    #[command(flatten)]
    site: SiteArgs,
    /// Where the site goes; all that is in there is replaced [default: `public` in the site folder]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Only this locale, besides the source locale; several with commas
    #[arg(long = "locale", value_name = "LOCALE", value_delimiter = ',')]
    locales: Vec<Locale>,
    /// Where the site will stand, for canonical links and the sitemap
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<BaseUrl>,
    /// Write `_redirects` and `_headers` for this host
    #[arg(long = "for", value_name = "HOST", value_parser = host())]
    host: Option<Host>,
    /// Write compressed copies beside the files, `.br` and `.gz`
    #[arg(long)]
    compress: bool,
    /// Name each address of an earlier build that would be gone: its manifest, or the folder that it is in
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
    /// Publish drafts, too
    #[arg(long)]
    drafts: bool,
    /// Fail on warnings and on errors in translations, and publish nothing then
    #[arg(long)]
    strict: bool,
    /// Leave broken translations out as if they were missing; a broken source article still fails
    #[arg(long)]
    skip_broken: bool,
}

fn base_url(text: &str) -> Result<BaseUrl, String> {
    text.parse().map_err(|error| format!("it {error}; give an address such as `https://errors.example.com/`"))
}

fn host() -> impl TypedValueParser<Value = Host> {
    PossibleValuesParser::new(Host::NAMES.map(|(name, _)| name))
        .map(|given| Host::NAMES.iter().find(|(name, _)| *name == given).expect("clap takes these names only").1)
}

/// Builds the site and says what came of it.
pub(super) fn run(args: Args, context: &Context<'_>) -> Result<Status, CliError> {
    let started = Instant::now();
    let Args { site, out, locales, base_url, host, compress, previous, drafts, strict, skip_broken } = args;
    let request = Request {
        load: site.into(),
        locales,
        base_url: base_url.map(|BaseUrl(address)| address),
        host,
        compress,
        drafts,
        skip_broken,
        rules: Vec::new(),
        history: false,
        prove_fixes: false,
        depth: if strict { Depth::All } else { Depth::Core },
    };
    let previous = previous.map(|file| Previous::read(&file)).transpose()?;
    // The process is about to end: giving back the memory piece by piece would only take time.
    let site = ManuallyDrop::new(pipeline::read(&context.tree, &request)?);
    context.terminal.status("Layout", &site.layout.name);
    let target = match out {
        Some(out) => out,
        None => site.folders.output(&site.config)?,
    };
    let told = tell(&site, strict, context);
    if let Some(refusal) = refusal(&site.findings, strict) {
        context.terminal.refusal(&refusal);
        return Ok(if site.has_unread_messages() { Status::Trouble } else { Status::Findings });
    }
    let order = Order { site: &site, target: &target, previous: previous.as_ref(), strict };
    let published = context.signals.tidily(|cancel| publish(&order, cancel, context));
    let (built, written) = match published {
        Ok(Ok(Some(published))) => published,
        Ok(Ok(None)) => return Ok(Status::Findings),
        Ok(Err(error)) => return Err(error.into()),
        Err(status) => return Ok(status),
    };
    if let Some(litter) = &written.litter {
        context.terminal.warning(&litter.to_string());
    }
    let result = Published { site: &site, target: &target, built: &built, written: &written, told };
    result.summarize(started.elapsed(), context);
    Ok(Status::Clean)
}

/// Prints the findings that a build is concerned with; the others are only counted.
///
/// What is wrong with an article by itself, its author has to know. How far a translation drifted is the
/// business of `check`, unless it is what makes this build fail.
fn tell(site: &Site, strict: bool, context: &Context<'_>) -> Told {
    let terminal = context.terminal;
    let is_told = |finding: &Finding| {
        let fails = finding.blocks || strict && finding.severity > Severity::Note;
        let is_own = finding.rule.scope != Scope::Group && finding.severity > Severity::Note;
        fails || terminal.is_verbose() || is_own && !terminal.is_quiet()
    };
    let (told, counted): (Vec<&Finding>, Vec<&Finding>) = site.findings.iter().partition(|finding| is_told(finding));
    let told: Vec<Finding> = told.into_iter().cloned().collect();
    terminal.findings(&told, &site.sources);
    Told { told: count(&told), counted: count(counted) }
}

/// What was printed, and what was not.
struct Told {
    told: Summary,
    counted: Summary,
}

fn count<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Summary {
    let mut summary = Summary::default();
    summary.count(findings);
    summary
}

/// Returns why nothing may be published, if so.
fn refusal(findings: &[Finding], strict: bool) -> Option<String> {
    if findings.iter().any(|finding| finding.blocks) {
        let blocking = count(findings.iter().filter(|finding| finding.blocks));
        return Some(format!("nothing was published: {}", counts(&blocking)));
    }
    let summary = Summary { notes: 0, ..count(findings) };
    (strict && summary.errors + summary.warnings > 0)
        .then(|| format!("nothing was published because of `--strict`: {}", counts(&summary)))
}

/// What is to be published where, and on what condition.
struct Order<'a> {
    site: &'a Site,
    target: &'a Path,
    previous: Option<&'a Previous>,
    strict: bool,
}

/// Renders the site into its folder, all or nothing; `None` where it may not take the place of the earlier one.
fn publish(order: &Order<'_>, cancel: Cancel, context: &Context<'_>) -> Result<Option<(Built, Written)>, BuildError> {
    let site = order.site;
    let mut staging = Staging::begin(order.target, &protected(site), cancel)?;
    if site.config.compress {
        staging.compress(Compressor::new(site.files.statics.iter().map(|file| file.path.clone())));
    }
    let progress = Progress::new(context);
    let built = pipeline::build(site, &staging, &|done, all| progress.set(done, all));
    progress.clear();
    let built = built?;
    let vanished = order.previous.map(|previous| previous.vanished(&staging.paths())).unwrap_or_default();
    tell_vanished(&vanished, context);
    if order.strict && !vanished.is_empty() {
        let addresses = number(vanished.len(), "published address");
        context.terminal.refusal(&format!("nothing was published because of `--strict`: {addresses} would be gone"));
        return Ok(None);
    }
    Ok(Some((built, staging.finish()?)))
}

/// Names the addresses of an earlier build that this one does not have.
fn tell_vanished(vanished: &[String], context: &Context<'_>) {
    for address in vanished {
        context.terminal.warning(&format!("`{address}` was published, and has no page any more"));
    }
    if !vanished.is_empty() {
        context.terminal.help(
            "name it in `aliases` of the article that took its place, or keep the article and say since when it is `retired`",
        );
    }
}

/// Returns the folders that the site must not be written over.
fn protected(site: &Site) -> Vec<Protected> {
    let folders = &site.folders;
    let mut protected = vec![
        Protected::around("working directory", "."),
        Protected::around("folder of the configuration", &folders.base),
        Protected::input("content folder", &folders.content),
    ];
    protected.extend(std::env::home_dir().map(|home| Protected::around("home folder", home)));
    if let Some(folder) = &folders.site {
        protected.push(Protected::around("site folder", folder));
        let read =
            [("folder of templates", "templates"), ("folder of messages", "locales"), ("folder of files", "static")];
        protected.extend(read.map(|(role, name)| Protected::input(role, folder.join(name))));
    }
    let elsewhere = site.config.locales.iter().filter_map(|listed| listed.folder.as_ref());
    protected.extend(elsewhere.map(|folder| Protected::input("folder of a locale", folders.base.join(&folder.path))));
    protected
}

/// A bar for builds that take their time, on a terminal only.
struct Progress {
    bar: OnceLock<ProgressBar>,
    started: Instant,
    is_wanted: bool,
}

/// A build that is over sooner shows no bar.
const DELAY: Duration = Duration::from_millis(500);

impl Progress {
    fn new(context: &Context<'_>) -> Self {
        Self { bar: OnceLock::new(), started: Instant::now(), is_wanted: !context.terminal.is_quiet() }
    }

    fn set(&self, done: usize, all: usize) {
        if self.is_wanted && self.started.elapsed() > DELAY {
            let bar = self.bar.get_or_init(bar);
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        }
    }

    fn clear(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

/// Returns a bar on the standard error; it is hidden where that is no terminal.
fn bar() -> ProgressBar {
    let style =
        ProgressStyle::with_template("    Building [{bar:27}] {pos}/{len}").expect("the template is well-formed");
    ProgressBar::new(0).with_style(style.progress_chars("=> "))
}

/// All that the summary speaks of.
struct Published<'a> {
    site: &'a Site,
    target: &'a Path,
    built: &'a Built,
    written: &'a Written,
    told: Told,
}

impl Published<'_> {
    fn summarize(&self, elapsed: Duration, context: &Context<'_>) {
        let terminal = context.terminal;
        let Self { site, built, written, .. } = self;
        let locales = number(site.catalog.locales.len(), "locale");
        let (pages, codes) = (number(built.pages, "page"), number(built.codes, "error code"));
        let written = format!("{}, {}", number(written.files, "file"), bytes(written.bytes));
        terminal.status("Published", &format!("{pages} for {codes} in {locales} to `{}`", self.target.display()));
        terminal.status("Wrote", &format!("{written} in {:.2} s", elapsed.as_secs_f64()));
        let Told { told, counted } = &self.told;
        let found = match (counts(told), counts(counted)) {
            (told, counted) if told.is_empty() && counted.is_empty() => "nothing to complain about".to_owned(),
            (told, counted) if counted.is_empty() => told,
            (told, counted) if told.is_empty() => format!("{counted} about translations; see `faultbook check`"),
            (told, counted) => format!("{told}, and {counted} about translations; see `faultbook check`"),
        };
        terminal.status("Found", &found);
        for remark in &built.remarks {
            terminal.status("Note", remark);
        }
    }
}

/// Returns "1 error, 2 warnings"; what there is none of is left out.
fn counts(summary: &Summary) -> String {
    let parts = [(summary.errors, "error"), (summary.warnings, "warning"), (summary.notes, "note")];
    let parts: Vec<String> =
        parts.into_iter().filter(|&(count, _)| count > 0).map(|(count, noun)| number(count, noun)).collect();
    parts.join(", ")
}

/// Returns a size in the unit that suits it: `12 kB`, `1.4 MB`.
fn bytes(count: u64) -> String {
    match count {
        0..1_000 => format!("{count} bytes"),
        1_000..1_000_000 => format!("{} kB", count / 1_000),
        1_000_000..1_000_000_000 => format!("{:.1} MB", count as f64 / 1e6),
        _ => format!("{:.2} GB", count as f64 / 1e9),
    }
}

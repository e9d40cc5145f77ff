//! The arguments that all commands share, and the list of commands.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

#[cfg(feature = "serve")]
use super::serve;
use super::terminal::{Color, Verbosity};
use super::{build, check, completions, explain, init, manual, stamp};
use crate::load;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

const AFTER_HELP: &str = "\
Examples:
  faultbook init my-errors       a small working site in two languages
  faultbook build                this site, into `public`
  faultbook check                where translations drifted from their source

Exit status:
  0  done, nothing to complain about
  1  the content has errors: nothing was published
  2  could not run: wrong usage, configuration or environment
  130, 143  interrupted (Ctrl-C, SIGTERM)";

/// Error documentation in every language: a page for each error code, and a check that keeps the
/// untranslated text word for word.
#[derive(Debug, Parser)]
#[command(name = "faultbook", version, styles = STYLES, after_help = AFTER_HELP)]
#[command(arg_required_else_help = true, max_term_width = 100, disable_help_subcommand = false)]
pub(super) struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// One variant a command.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Build(build::Args),
    Check(check::Args),
    #[cfg(feature = "serve")]
    Serve(serve::Args),
    Init(init::Args),
    Explain(explain::Args),
    Stamp(stamp::Args),
    Completions(completions::Args),
    Man(manual::Args),
}

/// Which site a command works on.
#[derive(Debug, Args)]
pub(super) struct SiteArgs {
    /// The folder that holds `content/`, or a content folder [default: the working directory]
    dir: Option<PathBuf>,
    /// Where the articles are, as `<locale>/**/*.md`
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// The configuration [default: `faultbook.toml` in the site folder]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl From<SiteArgs> for load::Request {
    fn from(SiteArgs { dir, content, config }: SiteArgs) -> Self {
        Self { dir, content, config, files: Vec::new() }
    }
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(super) struct Global {
    /// Say more: notes, and findings that are only counted otherwise
    #[arg(short, long, global = true, conflicts_with = "quiet", action = ArgAction::SetTrue)]
    verbose: bool,
    /// Say nothing but what is wrong
    #[arg(short, long, global = true, action = ArgAction::SetTrue)]
    quiet: bool,
    /// When to use colours; `auto` heeds NO_COLOR and CLICOLOR_FORCE
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_default_value = true)]
    color: Color,
}

impl Global {
    pub(super) fn verbosity(&self) -> Verbosity {
        match (self.quiet, self.verbose) {
            (true, _) => Verbosity::Quiet,
            (false, true) => Verbosity::Verbose,
            (false, false) => Verbosity::Normal,
        }
    }
}

/// Returns what `--color` says in `args`, for messages about arguments that cannot be parsed, too.
pub(super) fn color(args: &[OsString]) -> Color {
    let mut words = args.iter().filter_map(|word| word.to_str()).take_while(|&word| word != "--");
    let mut found = Color::Auto;
    while let Some(word) = words.next() {
        let value = if word == "--color" { words.next() } else { word.strip_prefix("--color=") };
        found = value.and_then(|value| Color::from_str(value, false).ok()).unwrap_or(found);
    }
    found
}

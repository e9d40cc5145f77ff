//! `faultbook serve`: a preview that follows every change.

use std::path::PathBuf;

use super::Context;
use super::exit::{CliError, Status};
use crate::load;
use crate::pipeline::Request;
use crate::serve::{self, Notice, Options, Project};

const AFTER_HELP: &str = "\
Examples:
  faultbook serve --open            this site, in the browser
  faultbook serve site --port 8000

The site is built in memory and served to this machine only, unless `--host` says otherwise. It is
built anew when a file changes, and the browser follows. A broken article shows its finding over the
page, and the rest of the site goes on.

Exit status: 2 could not serve, 130 ended by Ctrl-C";

/// Preview the site in the browser while it is being written
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// The folder that holds `content/`, or a content folder [default: the working directory]
    dir: Option<PathBuf>,
    /// Where the articles are, as `<locale>/**/*.md`
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// The configuration [default: `faultbook.toml` in the site folder]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Show drafts, too
    #[arg(long)]
    drafts: bool,
    /// The port [default: the first free one from 4040 on]
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// The address or name to listen on [default: this machine only]
    #[arg(long, value_name = "ADDR")]
    host: Option<String>,
    /// Open the browser
    #[arg(long)]
    open: bool,
}

/// Serves the site until a signal comes.
pub(super) fn run(args: Args, context: &Context<'_>) -> Result<Status, CliError> {
    let Args { dir, content, config, drafts, port, host, open } = args;
    let request = Request { load: load::Request { dir, content, config }, drafts, ..Request::default() };
    let project = Project::new(context.tree.clone(), request);
    let terminal = context.terminal;
    let tell = move |notice: &Notice| {
        if !(terminal.is_quiet() && matches!(notice, Notice::Building | Notice::Built(_))) {
            terminal.text(&notice.to_string());
        }
    };
    let served = context.signals.tidily(|cancel| serve::run(&Options { host, port, open }, project, &cancel, tell));
    match served {
        Ok(result) => result.map(|()| Status::Clean).map_err(CliError::from),
        Err(status) => Ok(status),
    }
}

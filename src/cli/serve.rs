//! `faultbook serve`: a preview that follows every change.

use super::Context;
use super::args::SiteArgs;
use super::exit::{CliError, Status};
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
    #[command(flatten)]
    site: SiteArgs,
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
    let Args { site, drafts, port, host, open } = args;
    let request = Request { load: site.into(), drafts, ..Request::default() };
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

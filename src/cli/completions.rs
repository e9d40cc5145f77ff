//! `faultbook completions`: what a shell needs to complete the command line.

use clap::CommandFactory;
use clap_complete::Shell;

use super::Context;
use super::args::Cli;
use super::exit::{CliError, Status};

const AFTER_HELP: &str = "\
Examples:
  faultbook completions bash > ~/.local/share/bash-completion/completions/faultbook
  faultbook completions fish > ~/.config/fish/completions/faultbook.fish";

/// Print completions for a shell
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// The shell
    shell: Shell,
}

/// Prints the script.
pub(super) fn run(args: &Args, context: &Context<'_>) -> Result<Status, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "faultbook", &mut script);
    context.terminal.to_stdout(|out| out.write_all(&script))?;
    Ok(Status::Clean)
}

//! `faultbook man`: the manual pages, for packagers.

use clap::CommandFactory;
use clap_mangen::Man;

use super::Context;
use super::args::Cli;
use super::exit::{CliError, Status};

const AFTER_HELP: &str = "\
Examples:
  faultbook man > faultbook.1
  faultbook man build > faultbook-build.1";

/// Print a manual page
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// The command that it is about [default: the program as a whole]
    command: Option<String>,
}

/// Prints the page in the language of `man`.
pub(super) fn run(args: &Args, context: &Context<'_>) -> Result<Status, CliError> {
    let mut program = Cli::command();
    program.build();
    let command = match &args.command {
        None => program,
        Some(name) => {
            let names = program.get_subcommands().map(clap::Command::get_name);
            let nearest = crate::config::nearest(name, names).map(str::to_owned);
            let found = program.find_subcommand(name).cloned();
            found.ok_or_else(|| CliError::NoCommand { name: name.clone(), nearest })?
        }
    };
    context.terminal.to_stdout(|out| Man::new(command).render(&mut Box::new(out)))?;
    Ok(Status::Clean)
}

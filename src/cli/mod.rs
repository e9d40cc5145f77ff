//! The command line: arguments, streams, signals and exit statuses. One command is one file and one variant.
//!
//! The only module that reads the environment, the clock, the working directory and the terminal; what
//! the others need of them, they are handed.

#![allow(clippy::disallowed_methods, reason = "this is where the environment and the clock are read")]

mod args;
mod baseline;
mod build;
mod check;
mod completions;
mod date;
mod exit;
mod explain;
mod fix;
mod init;
mod limits;
mod manual;
mod paths;
mod prose;
#[cfg(feature = "serve")]
mod serve;
mod signals;
mod stamp;
mod terminal;
mod threads;
mod view;

use std::ffi::OsString;
use std::panic;
use std::process::ExitCode;

use args::{Cli, Command};
use clap::Parser;
use exit::{CliError, Status};
use signals::Signals;
use terminal::Terminal;

use crate::load::Tree;

/// Runs the command that `args` ask for, the program's own name first, and returns its exit status.
pub fn run(args: Vec<OsString>) -> ExitCode {
    panic::set_hook(Box::new(terminal::report_panic));
    let whole = || panic::catch_unwind(|| parse_and_run(args)).unwrap_or(Status::Trouble);
    threads::install(whole).into()
}

/// What a command gets from the world around it.
struct Context<'a> {
    terminal: Terminal,
    signals: &'a Signals,
    /// The disk, seen from the working directory.
    tree: Tree,
}

fn parse_and_run(args: Vec<OsString>) -> Status {
    let color = args::color(&args);
    match Cli::try_parse_from(args) {
        Ok(cli) => {
            let terminal = Terminal::new(color, cli.global.verbosity());
            dispatch(cli.command, terminal).unwrap_or_else(|error| {
                terminal.error(&error);
                Status::Trouble
            })
        }
        Err(error) => terminal::usage(color, &error),
    }
}

fn dispatch(command: Command, terminal: Terminal) -> Result<Status, CliError> {
    let signals = Signals::install().map_err(CliError::Signals)?;
    let working = std::env::current_dir().map_err(CliError::WorkingFolder)?;
    let context = Context { terminal, signals: &signals, tree: Tree::disk(working) };
    match command {
        Command::Build(args) => build::run(args, &context),
        Command::Check(args) => check::run(&args, &context),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(args, &context),
        Command::Init(args) => init::run(&args, &context),
        Command::Explain(args) => explain::run(&args, &context),
        Command::Stamp(args) => stamp::run(&args, &context),
        Command::Completions(args) => completions::run(&args, &context),
        Command::Man(args) => manual::run(&args, &context),
    }
}

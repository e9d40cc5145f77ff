//! `faultbook check --fix`: mends what is sure, or shows how it would.

use std::io::{self, IsTerminal};

use super::Context;
use super::exit::{CliError, Status};
use super::terminal::number;
use crate::output::OutputError;
use crate::pipeline::{self, Fixed, FixedFile, Request, Site};
use crate::report::{Reader, diff};

/// The part of the arguments that asks for fixes.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct FixArgs {
    /// Make the safe fixes of what is reported, then report what remains
    #[arg(long)]
    pub fix: bool,
    /// With `--fix`: print the changes as a diff, and write nothing
    #[arg(long, requires = "fix", conflicts_with_all = ["format", "max", "group_by"])]
    pub dry_run: bool,
}

/// Makes the safe fixes of what `limit` leaves of the findings; returns the site as it is then, and whether a
/// file could not be written.
///
/// # Errors
/// The site can't be read. What can't be written is said, and left as it is.
pub(super) fn run(
    context: &Context<'_>,
    request: &Request,
    limit: impl Fn(&mut Site) -> Result<(), CliError>,
) -> Result<(Site, bool), CliError> {
    let Fixed { mut site, files, count } = pipeline::fix(&context.tree, request, &limit)?;
    let mut outcome = Written::default();
    for file in &files {
        outcome.note(context, file, file.write());
    }
    if outcome.left == 0 {
        site.fixed = Some(count);
    } else {
        // What is on the disk is not what was worked out.
        site = pipeline::read(&context.tree, request)?;
        limit(&mut site)?;
        site.fixed = Some(outcome.fixes);
    }
    Ok((site, outcome.failed))
}

/// Prints what fixing would change; the status says whether that is anything, or whether there are errors.
///
/// # Errors
/// The site can't be read, or the standard output can't be written to.
pub(super) fn dry_run(
    context: &Context<'_>,
    request: &Request,
    limit: impl Fn(&mut Site) -> Result<(), CliError>,
) -> Result<Status, CliError> {
    let Fixed { site, files, count } = pipeline::fix(&context.tree, request, &limit)?;
    let reader = match io::stdout().is_terminal() {
        true => Reader::Person { color: context.terminal.colors_stdout() },
        false => Reader::Program,
    };
    context.terminal.to_stdout(|out| {
        files.iter().try_for_each(|file| out.write_all(diff(&file.shown, &file.old, &file.new, reader).as_bytes()))
    })?;
    let files_text = number(files.len(), "file");
    let text = match files.is_empty() {
        true => "nothing".to_owned(),
        false => format!("{} in {files_text}", number(count, "finding")),
    };
    context.terminal.status("Would fix", &text);
    let is_clean = files.is_empty() && site.summary().errors == 0;
    Ok(if is_clean { Status::Clean } else { Status::Findings })
}

/// How writing went.
#[derive(Default)]
struct Written {
    fixes: usize,
    /// Files that are as they were.
    left: usize,
    failed: bool,
}

impl Written {
    fn note(&mut self, context: &Context<'_>, file: &FixedFile, result: Result<(), OutputError>) {
        match result {
            Ok(()) => {
                self.fixes += file.fixes;
                context.terminal.status("Fixed", &format!("{} ({})", file.shown, number(file.fixes, "finding")));
            }
            Err(error) => {
                self.left += 1;
                if matches!(error, OutputError::Changed { .. }) {
                    context.terminal.warning(&error.to_string());
                } else {
                    self.failed = true;
                    context.terminal.error(&error.into());
                }
            }
        }
    }
}

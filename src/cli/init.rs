//! `faultbook init`: a small site to begin with.

use std::path::PathBuf;

use super::Context;
use super::exit::{CliError, Status};
use crate::output;

const AFTER_HELP: &str = "\
Examples:
  faultbook init my-errors    a new folder
  faultbook init              the working directory

Exit status: 0 written, 2 one of the files is there already, or could not be written";

/// Begin a site: two articles in two languages and a configuration
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// The folder of the site; files that are there already stay as they are
    #[arg(default_value = ".", hide_default_value = true)]
    dir: PathBuf,
}

/// The files of the site; the program needs nothing else to write them.
const FILES: &[(&str, &str)] = &[
    ("faultbook.toml", include_str!("starter/faultbook.toml")),
    (".gitignore", include_str!("starter/gitignore")),
    ("content/en/aadsts50076.md", include_str!("starter/content/en/aadsts50076.md")),
    ("content/en/aadsts50105.md", include_str!("starter/content/en/aadsts50105.md")),
    ("content/ko/aadsts50076.md", include_str!("starter/content/ko/aadsts50076.md")),
    ("content/ko/aadsts50105.md", include_str!("starter/content/ko/aadsts50105.md")),
];

/// Writes the files, all or none of them where any is there already.
pub(super) fn run(args: &Args, context: &Context<'_>) -> Result<Status, CliError> {
    let path = |name: &str| if *args.dir == *"." { PathBuf::from(name) } else { args.dir.join(name) };
    if let Some((name, _)) = FILES.iter().find(|(name, _)| context.tree.exists(&path(name))) {
        return Err(CliError::Exists { path: path(name) });
    }
    for (name, text) in FILES {
        output::create_new(&path(name), text.as_bytes())?;
        context.terminal.status("Created", &path(name).display().to_string());
    }
    let dir = if *args.dir == *"." { String::new() } else { format!(" {}", args.dir.display()) };
    context
        .terminal
        .status("Next", &format!("`faultbook build{dir}` makes the site, `faultbook check{dir}` checks it"));
    Ok(Status::Clean)
}

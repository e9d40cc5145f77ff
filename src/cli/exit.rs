//! How a command ends: its exit status, and what kept it from its work.

use std::error::Error as _;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use thiserror::Error;

use crate::load::{GitError, LoadError};
use crate::model::locale::Locale;
use crate::output::OutputError;
use crate::pipeline::baseline::command;
use crate::pipeline::{BuildError, PipelineError};
#[cfg(feature = "serve")]
use crate::serve::{Failure, ServeError};

/// The exit status of a command; there are no others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// Done, with nothing to complain about.
    Clean,
    /// The content has errors.
    Findings,
    /// Wrong usage, configuration, or trouble around us.
    Trouble,
    /// Ended by the signal of this number.
    Signal(u8),
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Clean => 0,
            Status::Findings => 1,
            Status::Trouble => 2,
            Status::Signal(number) => 128 + number,
        })
    }
}

/// Why a command could not do its work.
#[derive(Debug, Error)]
pub(super) enum CliError {
    #[error(transparent)]
    Pipeline(#[from] PipelineError),
    #[error(transparent)]
    Load(#[from] LoadError),
    #[error(transparent)]
    Build(#[from] BuildError),
    #[error(transparent)]
    Output(#[from] OutputError),
    #[cfg(feature = "serve")]
    #[error(transparent)]
    Serve(ServeError),
    #[error("there is no file or folder `{}`", path.display())]
    NoPath { path: PathBuf },
    #[error("`{}` and `{}` belong to two sites", one.display(), other.display())]
    TwoSites { one: PathBuf, other: PathBuf },
    #[error("no article of the site is in `{}`", path.display())]
    NotInSite { path: PathBuf },
    #[error(transparent)]
    Git(#[from] GitError),
    #[error("there is no locale `{locale}` in the site")]
    NoLocale { locale: Locale, nearest: Option<String>, present: Vec<Locale> },
    #[error("there is no baseline `{path}`")]
    NoBaseline { path: String },
    #[error("it is not said which file the baseline is")]
    NoBaselineFile,
    #[error("there is no translation in `{}` whose source article is there", path.display())]
    NoTranslation { path: PathBuf },
    #[error("`{path}` cannot be stamped: {reason}")]
    Stamp { path: String, reason: &'static str },
    #[error("`{}` is there already; nothing was written", path.display())]
    Exists { path: PathBuf },
    #[error("there is no command `{name}`")]
    NoCommand { name: String, nearest: Option<String> },
    #[error("could not write to the standard output")]
    Stdout(#[source] io::Error),
    #[error("could not find the working directory")]
    WorkingFolder(#[source] io::Error),
    #[error("could not watch for signals")]
    Signals(#[source] io::Error),
}

#[cfg(feature = "serve")]
impl From<ServeError> for CliError {
    /// A first build that fails is told as every command tells it.
    fn from(error: ServeError) -> Self {
        match error {
            ServeError::Build(Failure::Read(error)) => error.into(),
            ServeError::Build(Failure::Build(error)) => error.into(),
            error => Self::Serve(error),
        }
    }
}

impl CliError {
    /// Returns the message with its causes behind it, in one line.
    pub(super) fn whole_message(&self) -> String {
        let mut message = self.to_string();
        let mut cause = self.source();
        while let Some(error) = cause {
            message.push_str(&format!(": {error}"));
            cause = error.source();
        }
        message
    }

    /// Returns what to try next, where that is known.
    pub(super) fn help(&self) -> Option<String> {
        match self {
            Self::Pipeline(PipelineError::Load(error)) | Self::Load(error) => error.help(),
            Self::Pipeline(PipelineError::NoLocale { nearest: Some(nearest), .. })
            | Self::NoLocale { nearest: Some(nearest), .. }
            | Self::NoCommand { nearest: Some(nearest), .. } => Some(format!("did you mean `{nearest}`?")),
            Self::Build(BuildError::Output(error)) | Self::Output(error) => error.help(),
            Self::Git(error) => error.help(),
            #[cfg(feature = "serve")]
            Self::Serve(ServeError::Listen(error)) => error.help().map(str::to_owned),
            Self::NoLocale { present, .. } => {
                let tags: Vec<String> = present.iter().map(|locale| format!("`{locale}`")).collect();
                Some(format!("the site has {}", tags.join(", ")))
            }
            Self::NoBaseline { path } => Some(format!("to accept what is found now, type `{}`", command(path))),
            Self::NoBaselineFile => Some(format!("name it: `{}`", command("baseline.toml"))),
            Self::TwoSites { .. } => Some("work on one site at a time".to_owned()),
            Self::NotInSite { .. } => {
                Some("name an article, a folder of articles, or the folder that holds `content/`".to_owned())
            }
            Self::Exists { .. } => Some("name another folder: `faultbook init DIR`".to_owned()),
            Self::NoCommand { .. } => Some("`faultbook --help` lists all commands".to_owned()),
            _ => None,
        }
    }
}

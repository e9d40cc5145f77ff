//! What can go wrong while writing.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Why nothing was published, or why one file was not written.
#[derive(Debug, Error)]
pub enum OutputError {
    /// The output folder stands where it would do harm.
    #[error("the output folder `{}` {relation} the {role} `{}`", shown(target), shown(other))]
    Protected { target: PathBuf, relation: Relation, role: &'static str, other: PathBuf },
    #[error("the output folder `{}` holds what faultbook did not make: {}", shown(target), list(names, *more))]
    Foreign { target: PathBuf, names: Vec<String>, more: bool },
    #[error("the output `{}` is not a folder", shown(target))]
    NotAFolder { target: PathBuf },
    /// A folder that another file system is mounted on can't change places with another one.
    #[error("the output folder `{}` is a mount point, which can't be replaced in one step", shown(target))]
    MountPoint { target: PathBuf },
    #[error("another build is writing to `{}`", shown(target))]
    Busy { target: PathBuf },
    #[error("`{}` can't be published under this path: {reason}", shown(Path::new(path)))]
    Path { path: String, reason: &'static str },
    #[error("two files of the site have the path `{}`, or one is a folder of the other", shown(Path::new(path)))]
    Twice { path: String },
    /// A device, a pipe, a socket or a folder where a file was asked for.
    #[error("`{}` is not a regular file", shown(path))]
    NotRegular { path: PathBuf },
    #[error("`{}` is no list of a site's files", shown(path))]
    NoManifest { path: PathBuf },
    /// A source is not what it was when the change to it was worked out.
    #[error("`{}` changed meanwhile and was left alone", shown(path))]
    Changed { path: PathBuf },
    #[error("could not {action} `{}`", shown(path))]
    Io { action: &'static str, path: PathBuf, source: io::Error },
    #[error("could not copy `{}` to `{}`", shown(from), shown(to))]
    Copy { from: PathBuf, to: PathBuf, source: io::Error },
    #[error("interrupted")]
    Cancelled,
}

impl OutputError {
    /// Returns a function that makes an error of the system's, for `map_err`.
    pub(super) fn io(action: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { action, path: path.into(), source }
    }

    /// Returns what a person can do about it, where there is something to be said.
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::Protected { .. } | Self::NotAFolder { .. } => "choose another folder with `--out`".into(),
            Self::Foreign { target, .. } => format!(
                "move it away, or choose an empty folder with `--out`: all that is in `{}` is replaced by the site",
                shown(target)
            ),
            Self::MountPoint { target } => {
                format!("choose a folder in it: `--out {}`", shown(&target.join("site")))
            }
            Self::NoManifest { .. } => {
                "give the file `.faultbook-manifest` of an earlier build, or the folder that it stands in".into()
            }
            Self::Busy { .. } => "wait until it has ended, then build again".into(),
            Self::Changed { .. } => "run the command again".into(),
            Self::Io { action: "replace", source, .. } if source.kind() == io::ErrorKind::CrossesDevices => {
                "the file system can't move the folder: remove it, or choose another with `--out`".into()
            }
            _ => return None,
        })
    }
}

/// How the output folder lies to another folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    Is,
    Holds,
    LiesIn,
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Is => "is",
            Self::Holds => "holds",
            Self::LiesIn => "lies in",
        })
    }
}

/// Returns `path` as it may be printed: control characters are escaped.
fn shown(path: &Path) -> String {
    let mut out = String::new();
    for c in path.to_string_lossy().chars() {
        if c.is_control() { out.extend(c.escape_default()) } else { out.push(c) }
    }
    out
}

fn list(names: &[String], more: bool) -> String {
    let mut quoted: Vec<String> = names.iter().map(|name| format!("`{}`", shown(Path::new(name)))).collect();
    if more {
        quoted.push("more".into());
    }
    quoted.join(", ")
}

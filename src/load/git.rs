//! What git knows of the files: which have changed. The only place where `git` is run, never through a shell.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use thiserror::Error;

/// A working tree of git's.
#[derive(Debug, Clone)]
pub struct Repository {
    top: PathBuf,
}

/// Why git does not say what it was asked.
#[derive(Debug, Error)]
pub enum GitError {
    #[error("could not run `git`")]
    Missing(#[source] io::Error),
    #[error("`{}` is in no git repository", folder.display())]
    NoRepository { folder: PathBuf },
    #[error("`{revision}` is no revision")]
    NotARevision { revision: String },
    #[error("there is no revision `{revision}` in the git repository")]
    NoRevision { revision: String },
    #[error("git could not say what has changed: {said}")]
    Failed { said: String },
}

impl GitError {
    /// Returns what to try next, where that is known.
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Self::Missing(_) => "install git, or name the changed files instead",
            Self::NoRepository { .. } => "`--since` asks git which articles have changed; name their paths instead",
            Self::NotARevision { .. } => "give a branch, a tag or a commit, such as `main` or `HEAD~1`",
            Self::NoRevision { .. } => "fetch it first; a build server may have to fetch the whole history",
            Self::Failed { .. } => return None,
        };
        Some(help.to_owned())
    }
}

impl Repository {
    /// Returns the working tree that `folder` lies in.
    ///
    /// # Errors
    /// There is none, or no git.
    pub fn around(folder: &Path) -> Result<Self, GitError> {
        let output = run(folder, &["rev-parse", "--show-toplevel"])?;
        if !output.status.success() {
            let said = said(&output);
            return Err(match said.contains("not a git repository") {
                true => GitError::NoRepository { folder: folder.to_owned() },
                false => GitError::Failed { said },
            });
        }
        let line = output.stdout.strip_suffix(b"\n").unwrap_or(&output.stdout);
        Ok(Self { top: path(line.strip_suffix(b"\r").unwrap_or(line)) })
    }

    /// Returns every file that has changed since the branch at hand left `revision`, committed or not, and every
    /// file that git does not know yet; also those that are gone.
    ///
    /// # Errors
    /// There is no such revision, or git fails.
    pub fn changed_since(&self, revision: &str) -> Result<Vec<PathBuf>, GitError> {
        if revision.starts_with('-') || revision.is_empty() {
            return Err(GitError::NotARevision { revision: revision.to_owned() });
        }
        let commit = format!("{revision}^{{commit}}");
        let output = run(&self.top, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
        if !output.status.success() {
            return Err(GitError::NoRevision { revision: revision.to_owned() });
        }
        let commit = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let diff = ["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--merge-base", &commit, "--"];
        let mut changed = self.files(&diff)?;
        changed.extend(self.files(&["ls-files", "-z", "--others", "--exclude-standard"])?);
        changed.sort();
        changed.dedup();
        Ok(changed)
    }

    /// Returns the files that a command of git's lists, each with a NUL behind it.
    fn files(&self, args: &[&str]) -> Result<Vec<PathBuf>, GitError> {
        let output = run(&self.top, args)?;
        if !output.status.success() {
            return Err(GitError::Failed { said: said(&output) });
        }
        let names = output.stdout.split(|byte| *byte == 0).filter(|name| !name.is_empty());
        Ok(names.map(|name| self.top.join(path(name))).collect())
    }
}

/// Runs git in `folder` and waits for its end.
fn run(folder: &Path, args: &[&str]) -> Result<Output, GitError> {
    command(folder).args(args).output().map_err(GitError::Missing)
}

/// Returns git as a command that speaks English, asks nothing, locks nothing and starts no helper of its own.
fn command(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.current_dir(folder).stdin(Stdio::null());
    command.args(["-c", "core.fsmonitor=false", "-c", "core.quotePath=false"]);
    command.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0");
    command
}

/// Returns the first line of what git complained about.
fn said(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("it did not say why");
    line.trim_start_matches("fatal: ").trim_start_matches("error: ").to_owned()
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;

    Path::new(OsStr::from_bytes(bytes)).to_owned()
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    Path::new(OsStr::new(&*String::from_utf8_lossy(bytes))).to_owned()
}

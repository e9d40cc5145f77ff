//! What git knows of the files: which have changed, and what they read before. The only place where `git` is run, never through a shell.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, ChildStdout, Command, Output, Stdio};

use thiserror::Error;

use super::tree::Tree;
use crate::source::MAX_BYTES;

/// How many commits git is asked for before it is given up that it has any.
const SAMPLE: usize = 100;

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

    /// Returns the working tree that holds `path`, by its folder `.git`; no program is run for it.
    pub fn holding(tree: &Tree, path: &Path) -> Option<Self> {
        let real = match tree {
            Tree::Disk { .. } => tree.real(path),
            Tree::Memory(_) => return None,
        };
        real.ancestors().skip(1).find(|folder| folder.join(".git").exists()).map(|top| Self { top: top.to_owned() })
    }

    /// Returns the path of a file as git knows it, if it is in this working tree.
    pub fn relative(&self, tree: &Tree, path: &Path) -> Option<String> {
        let real = tree.real(path);
        let inside = real.strip_prefix(&self.top).ok()?.to_str()?;
        Some(if std::path::MAIN_SEPARATOR == '/' { inside.to_owned() } else { inside.replace('\\', "/") })
    }

    /// Returns what files read in earlier commits, as far as the repository has them; git is run once.
    ///
    /// Whatever fails is as if the repository did not have it.
    pub fn texts<'r>(&self, wanted: impl IntoIterator<Item = &'r Revision>) -> BTreeMap<Revision, String> {
        let wanted: BTreeSet<&Revision> = wanted.into_iter().filter(|one| !one.path.contains('\n')).collect();
        if wanted.is_empty() {
            return BTreeMap::new();
        }
        self.batch(&wanted.into_iter().collect::<Vec<_>>()).unwrap_or_default()
    }

    /// Asks one `git cat-file` for all revisions.
    fn batch(&self, wanted: &[&Revision]) -> io::Result<BTreeMap<Revision, String>> {
        let mut command = command(&self.top);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        let answers = match (child.stdin.take(), child.stdout.take()) {
            (Some(input), Some(output)) => Conversation { input, output: BufReader::new(output) }.ask(wanted),
            _ => Ok(BTreeMap::new()),
        };
        // Its input is closed by now, so it ends.
        child.wait()?;
        answers
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

/// A file at a commit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision {
    /// Hexadecimal digits, perhaps not all of them.
    pub commit: String,
    /// From the top of the working tree, with `/`.
    pub path: String,
}

/// The two ends of a `git cat-file --batch`.
struct Conversation {
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Conversation {
    /// Asks for all of `wanted`. If git knows none of a sample, they are of another repository.
    fn ask(mut self, wanted: &[&Revision]) -> io::Result<BTreeMap<Revision, String>> {
        let stride = wanted.len().div_ceil(SAMPLE);
        let mut texts = BTreeMap::new();
        for start in 0..stride {
            let part: Vec<&Revision> = wanted.iter().skip(start).step_by(stride).copied().collect();
            for revision in part {
                writeln!(self.input, "{}:{}", revision.commit, revision.path)?;
                self.input.flush()?;
                texts.extend(self.answer()?.map(|text| (revision.clone(), text)));
            }
            if texts.is_empty() {
                break;
            }
        }
        Ok(texts)
    }

    /// Reads one answer: `<id> blob <size>`, the bytes and a line end; else one line that says what is wrong.
    fn answer(&mut self) -> io::Result<Option<String>> {
        let mut line = String::new();
        self.output.read_line(&mut line)?;
        let mut words = line.trim_end().rsplit(' ');
        let size = words.next().and_then(|size| size.parse::<u64>().ok());
        let (Some(size), Some(kind)) = (size, words.next()) else { return Ok(None) };
        if kind != "blob" || size > MAX_BYTES as u64 {
            io::copy(&mut (&mut self.output).take(size + 1), &mut io::sink())?;
            return Ok(None);
        }
        let mut bytes = Vec::new();
        (&mut self.output).take(size).read_to_end(&mut bytes)?;
        self.output.read_exact(&mut [0])?;
        Ok(String::from_utf8(bytes).ok())
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
    // A hook of git's says where its own repository is, as seen from its own folder.
    command.env_remove("GIT_DIR").env_remove("GIT_WORK_TREE").env_remove("GIT_INDEX_FILE");
    // What is missing in a partial clone is not fetched.
    command.env("GIT_NO_LAZY_FETCH", "1");
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

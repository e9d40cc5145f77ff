//! The files of a stage.
//!
//! Half of a build's time is spent here: a page in a folder of its own costs one system call for the
//! folder and three for the file (create, write, close), with paths from the stage on, so that the
//! kernel need not walk what lies above it. Files are created, never opened, so the file system itself
//! finds two files of one path, also where it takes `A` and `a` for the same.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

use super::OutputError;
use super::read::open_regular;

/// A folder that is being filled by several threads.
#[derive(Debug)]
pub(super) struct Tree {
    root: Root,
    /// Where the files will be in the end, for messages.
    target: PathBuf,
    /// Folders that are there.
    folders: Mutex<HashSet<Box<str>>>,
}

impl Tree {
    /// Opens the empty folder `root`, whose files will stand in `target` in the end.
    pub fn open(root: &Path, target: PathBuf) -> Result<Self, OutputError> {
        let root = Root::open(root).map_err(OutputError::io("open", root))?;
        Ok(Self { root, target, folders: Mutex::default() })
    }

    /// Writes `bytes` to the new file `path`.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        self.create(path)?.write_all(bytes).map_err(|error| self.failed(path, error))
    }

    /// Copies the regular file `from` to the new file `path` and returns its size.
    pub fn copy(&self, path: &str, from: &Path) -> Result<u64, OutputError> {
        let mut from_file = open_regular(from)?;
        let mut file = self.create(path)?;
        io::copy(&mut from_file, &mut file).map_err(|source| OutputError::Copy {
            from: from.into(),
            to: self.target.join(path),
            source,
        })
    }

    fn create(&self, path: &str) -> Result<File, OutputError> {
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        self.folder(parent).and_then(|()| self.root.create(path)).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory => {
                OutputError::Twice { path: path.into() }
            }
            io::ErrorKind::InvalidFilename => {
                OutputError::Path { path: path.into(), reason: "it is longer than the file system allows" }
            }
            _ => self.failed(path, error),
        })
    }

    fn failed(&self, path: &str, source: io::Error) -> OutputError {
        OutputError::Io { action: "write", path: self.target.join(path), source }
    }

    /// Sees to it that the folder `path` is there.
    fn folder(&self, path: &str) -> io::Result<()> {
        if path.is_empty() || self.known().contains(path) {
            return Ok(());
        }
        if let Some((parent, _)) = path.rsplit_once('/') {
            self.folder(parent)?;
        }
        match self.root.make_folder(path) {
            // Another thread was faster, or it is a file, which shows when something is created in it.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            result => result?,
        }
        self.known().insert(path.into());
        Ok(())
    }

    fn known(&self) -> MutexGuard<'_, HashSet<Box<str>>> {
        self.folders.lock().expect("nobody panics while looking up a folder")
    }
}

/// The folder that paths start from.
#[cfg(unix)]
#[derive(Debug)]
struct Root(std::os::fd::OwnedFd);

#[cfg(unix)]
impl Root {
    fn open(path: &Path) -> io::Result<Self> {
        Ok(Self(File::open(path)?.into()))
    }

    fn create(&self, path: &str) -> io::Result<File> {
        use rustix::fs::{Mode, OFlags};

        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
        let open = || rustix::fs::openat(&self.0, path, flags, Mode::from_raw_mode(0o666));
        Ok(rustix::io::retry_on_intr(open)?.into())
    }

    fn make_folder(&self, path: &str) -> io::Result<()> {
        Ok(rustix::fs::mkdirat(&self.0, path, rustix::fs::Mode::from_raw_mode(0o777))?)
    }
}

#[cfg(not(unix))]
#[derive(Debug)]
struct Root(std::path::PathBuf);

#[cfg(not(unix))]
impl Root {
    fn open(path: &Path) -> io::Result<Self> {
        Ok(Self(path.into()))
    }

    fn create(&self, path: &str) -> io::Result<File> {
        File::create_new(self.0.join(path))
    }

    fn make_folder(&self, path: &str) -> io::Result<()> {
        std::fs::create_dir(self.0.join(path))
    }
}

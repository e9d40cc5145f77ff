//! What stands beside the target while a site is being built.
//!
//! One folder holds it all, named after the target, so that the next build finds what a killed one left:
//!
//! ```text
//! .faultbook-stage-0123456789abcdef/
//!     lock     held by the build at work; the system lets go of it when the process ends
//!     site/    the new site; after the exchange, the old one
//!     old/     the old site between the two renames of a swap without exchange
//! ```
//!
//! Whoever holds `lock` owns the folder. The lock file is removed before it is let go, so one that was
//! opened and then locked counts only if it is still the file of that name.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::OutputError;
use crate::model::digest;

/// How often a lock that others just took down is tried anew.
const ATTEMPTS: usize = 100;

/// The folder beside a target; it is taken away on drop.
#[derive(Debug)]
pub(super) struct Scaffold {
    target: PathBuf,
    folder: PathBuf,
    /// Folders above the target that were made for it, the outermost first.
    made: Vec<PathBuf>,
    /// `None` once the scaffold is down.
    lock: Option<File>,
}

impl Scaffold {
    /// Puts up the scaffold for `target` with an empty stage, after what a killed build left is repaired.
    ///
    /// # Errors
    /// [`OutputError::Busy`] while another build has one up.
    pub fn put_up(target: &Path) -> Result<Self, OutputError> {
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            return Err(OutputError::MountPoint { target: target.into() });
        };
        let folder = parent.join(format!(".faultbook-stage-{}", digest::short(name.as_encoded_bytes())));
        let mut scaffold = Self { target: target.into(), folder, made: missing(parent), lock: None };
        fs::create_dir_all(parent).map_err(OutputError::io("create", parent))?;
        scaffold.lock = Some(scaffold.acquire()?);
        scaffold.repair().map_err(OutputError::io("clear", &scaffold.folder))?;
        let stage = scaffold.stage();
        fs::create_dir(&stage).map_err(OutputError::io("create", stage))?;
        Ok(scaffold)
    }

    /// Returns the folder of the new site.
    pub fn stage(&self) -> PathBuf {
        self.folder.join("site")
    }

    fn old(&self) -> PathBuf {
        self.folder.join("old")
    }

    fn lock_file(&self) -> PathBuf {
        self.folder.join("lock")
    }

    /// Makes the folder and its lock ours.
    fn acquire(&self) -> Result<File, OutputError> {
        let path = self.lock_file();
        let failed = |source| OutputError::Io { action: "lock", path: path.clone(), source };
        for _ in 0..ATTEMPTS {
            match fs::create_dir(&self.folder) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                    return Err(OutputError::io("create", &self.folder)(error));
                }
                _ => {}
            }
            let file = match OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                result => result.map_err(failed)?,
            };
            match file.try_lock() {
                Ok(()) if is_file_at(&file, &path).map_err(failed)? => return Ok(file),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => break,
                Err(TryLockError::Error(error)) => {
                    // Where nothing can be locked, the file is nobody's.
                    let _ = fs::remove_file(&path);
                    return Err(failed(error));
                }
            }
        }
        Err(OutputError::Busy { target: self.target.clone() })
    }

    /// Puts the old site back where a swap was cut off, and removes what else is left of a build.
    fn repair(&self) -> io::Result<()> {
        if !is_there(&self.target)? && is_there(&self.old())? {
            fs::rename(self.old(), &self.target)?;
        }
        remove_tree(&self.stage())?;
        remove_tree(&self.old())
    }

    /// Puts the stage in the target's place.
    ///
    /// # Errors
    /// The target is as it was, or is put back by [`Scaffold::take_down`].
    pub fn swap(&self) -> io::Result<()> {
        if !is_there(&self.target)? {
            return fs::rename(self.stage(), &self.target);
        }
        if exchange(&self.stage(), &self.target)? { Ok(()) } else { self.swap_in_two_steps() }
    }

    fn swap_in_two_steps(&self) -> io::Result<()> {
        fs::rename(&self.target, self.old())?;
        fs::rename(self.stage(), &self.target)
    }

    /// Removes the scaffold with all that is in it.
    ///
    /// # Errors
    /// Something could not be removed; the next build tries again.
    pub fn take_down(&mut self) -> Result<(), OutputError> {
        let Some(lock) = self.lock.take() else { return Ok(()) };
        let removed = self.repair().and_then(|()| fs::remove_file(self.lock_file())).and_then(|()| {
            match fs::remove_dir(&self.folder) {
                // The next build has moved in already.
                Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(()),
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
                result => result,
            }
        });
        drop(lock);
        removed.map_err(OutputError::io("remove", &self.folder))
    }
}

impl Drop for Scaffold {
    /// An error on this way out is not told: another one is on its way already.
    fn drop(&mut self) {
        let _ = self.take_down();
        for folder in self.made.iter().chain([&self.folder]).rev() {
            // A folder that holds something, the new site above all, stays.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Returns `folder` and those above it that are not there, the outermost first.
fn missing(folder: &Path) -> Vec<PathBuf> {
    let mut missing: Vec<PathBuf> =
        folder.ancestors().take_while(|folder| !folder.exists()).map(Path::to_path_buf).collect();
    missing.reverse();
    missing
}

fn is_there(path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

fn remove_tree(path: &Path) -> io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// Lets two folders change places in one step; `false` where the system cannot.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(error) if [Errno::NOSYS, Errno::INVAL, Errno::NOTSUP, Errno::OPNOTSUPP].contains(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Tells whether `path` still names the open `file`.
#[cfg(unix)]
fn is_file_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;

    let ours = file.metadata()?;
    match fs::symlink_metadata(path) {
        Ok(named) => Ok((named.dev(), named.ino()) == (ours.dev(), ours.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Elsewhere a file that is open can't give its name away.
#[cfg(not(unix))]
fn is_file_at(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sites() -> (tempfile::TempDir, PathBuf) {
        let around = tempfile::tempdir().expect("a temporary folder");
        let target = around.path().join("public");
        fs::create_dir(&target).expect("the old site");
        fs::write(target.join("page"), "old").expect("a page");
        (around, target)
    }

    fn scaffold(target: &Path) -> Scaffold {
        let scaffold = Scaffold::put_up(target).expect("a scaffold");
        fs::write(scaffold.stage().join("page"), "new").expect("a page");
        scaffold
    }

    fn page(target: &Path) -> String {
        fs::read_to_string(target.join("page")).expect("a site")
    }

    fn names(folder: &Path) -> Vec<std::ffi::OsString> {
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect()
    }

    #[test]
    fn a_swap_without_exchange_publishes_the_new_site() {
        let (around, target) = sites();
        let mut scaffold = scaffold(&target);
        scaffold.swap_in_two_steps().expect("a swap");
        scaffold.take_down().expect("no litter");
        assert_eq!(page(&target), "new");
        assert_eq!(names(around.path()), ["public"]);
    }

    #[test]
    fn a_swap_that_fails_half_way_is_rolled_back() {
        let (around, target) = sites();
        let scaffold = scaffold(&target);
        fs::remove_dir_all(scaffold.stage()).expect("the stage to be lost");
        scaffold.swap_in_two_steps().expect_err("nothing to put in place");
        drop(scaffold);
        assert_eq!(page(&target), "old");
        assert_eq!(names(around.path()), ["public"]);
    }

    #[test]
    fn a_swap_that_was_killed_half_way_is_repaired_by_the_next_build() {
        let (around, target) = sites();
        let mut killed = scaffold(&target);
        fs::rename(&target, killed.old()).expect("the first of two steps");
        // The system lets go of a dead process's lock, and nothing else happens.
        killed.lock = None;
        drop(killed);

        drop(scaffold(&target));
        assert_eq!(page(&target), "old");
        assert_eq!(names(around.path()), ["public"]);
    }
}

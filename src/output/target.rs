//! Where a site may be written.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{OutputError, Relation};

/// A folder that a site must not replace.
#[derive(Debug, Clone)]
pub struct Protected {
    role: &'static str,
    path: PathBuf,
    is_input: bool,
}

impl Protected {
    /// A folder that the output may lie in, but neither be nor hold: home, the site, the working directory.
    pub fn around(role: &'static str, path: impl Into<PathBuf>) -> Self {
        Self { role, path: path.into(), is_input: false }
    }

    /// A folder that is read, which the output may not lie in either: content, templates, static files.
    pub fn input(role: &'static str, path: impl Into<PathBuf>) -> Self {
        Self { role, path: path.into(), is_input: true }
    }

    fn refuse(&self, target: &Path) -> Result<(), OutputError> {
        let other = match fs::canonicalize(&self.path) {
            Ok(path) => path,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(OutputError::io("look at", &self.path)(error)),
        };
        let relation = if target == other {
            Relation::Is
        } else if other.starts_with(target) {
            Relation::Holds
        } else if self.is_input && target.starts_with(&other) {
            Relation::LiesIn
        } else {
            return Ok(());
        };
        Err(OutputError::Protected { target: target.into(), relation, role: self.role, other })
    }
}

/// Returns the true path of the output folder `target`, behind links, whether or not it is there yet.
///
/// # Errors
/// It is a file or a mount point, a link to nothing, or would harm what is `protected`.
pub(super) fn resolve(target: &Path, protected: &[Protected]) -> Result<PathBuf, OutputError> {
    let real = true_path(target)?;
    protected.iter().try_for_each(|folder| folder.refuse(&real))?;
    match fs::metadata(&real) {
        Ok(metadata) if !metadata.is_dir() => Err(OutputError::NotAFolder { target: target.into() }),
        Ok(metadata) if is_mount_point(&real, &metadata)? => Err(OutputError::MountPoint { target: target.into() }),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(OutputError::io("look at", &real)(error)),
        _ => Ok(real),
    }
}

/// Returns `path` absolute and without links; its last parts need not exist.
fn true_path(path: &Path) -> Result<PathBuf, OutputError> {
    let failed = OutputError::io("look at", path);
    match fs::canonicalize(path) {
        Ok(real) => return Ok(real),
        Err(error) if error.kind() != io::ErrorKind::NotFound || fs::symlink_metadata(path).is_ok() => {
            return Err(failed(error));
        }
        Err(_) => {}
    }
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) if parent.as_os_str().is_empty() => Ok(true_path(Path::new("."))?.join(name)),
        (Some(parent), Some(name)) => Ok(true_path(parent)?.join(name)),
        _ => Err(failed(io::ErrorKind::NotFound.into())),
    }
}

#[cfg(unix)]
fn is_mount_point(target: &Path, metadata: &fs::Metadata) -> Result<bool, OutputError> {
    use std::os::unix::fs::MetadataExt;

    let Some(parent) = target.parent() else { return Ok(true) };
    let parent = fs::metadata(parent).map_err(OutputError::io("look at", parent))?;
    Ok(parent.dev() != metadata.dev())
}

#[cfg(not(unix))]
fn is_mount_point(target: &Path, _: &fs::Metadata) -> Result<bool, OutputError> {
    Ok(target.parent().is_none())
}

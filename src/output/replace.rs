//! Changing a source file: fixes, stamps.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::OutputError;
use super::read::read_regular;

/// Writes `new` to the file `path` in one step, provided that it still holds `old`.
///
/// A link stays a link and permissions stay as they are. The text is on the disk before it takes the
/// old one's place, for it is somebody's work.
///
/// # Errors
/// [`OutputError::Changed`] where the file holds something else by now; it is left alone then, as it is
/// when it is read-only or the disk fails.
pub fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<(), OutputError> {
    let failed = |source: io::Error| OutputError::Io { action: "change", path: path.into(), source };
    let real = fs::canonicalize(path).map_err(failed)?;
    let parent = real.parent().ok_or_else(|| failed(io::ErrorKind::IsADirectory.into()))?;
    let permissions = fs::metadata(&real).map_err(failed)?.permissions();
    if permissions.readonly() {
        return Err(failed(io::ErrorKind::PermissionDenied.into()));
    }
    let mut file = tempfile::Builder::new().prefix(".faultbook-").tempfile_in(parent).map_err(failed)?;
    file.write_all(new).map_err(failed)?;
    file.as_file().set_permissions(permissions).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    // Read as late as can be, so that no editor's saving is lost.
    if read_regular(&real)? != old {
        return Err(OutputError::Changed { path: path.into() });
    }
    file.persist(&real).map_err(|error| failed(error.error))?;
    Ok(())
}

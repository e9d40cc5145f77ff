//! Writing a file that is not there yet.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use super::OutputError;

/// Writes `bytes` to a new file at `path`, with the folders above it.
///
/// # Errors
/// Something stands at `path` already, which is left alone, or the disk fails; no partial file stays.
pub fn create_new(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(OutputError::io("create", parent))?;
    }
    let mut file =
        OpenOptions::new().write(true).create_new(true).open(path).map_err(OutputError::io("create", path))?;
    file.write_all(bytes).map_err(|error| {
        // The error that is told is why the file is not whole.
        let _ = fs::remove_file(path);
        OutputError::io("write", path)(error)
    })
}

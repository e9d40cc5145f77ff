//! Opening what is copied: never a pipe, a device or a socket, whose reading may not end.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use super::OutputError;

/// Opens the regular file at `path`, also behind a link.
///
/// # Errors
/// [`OutputError::NotRegular`] for anything else; it is not waited for.
pub(super) fn open_regular(path: &Path) -> Result<File, OutputError> {
    let failed = |source: io::Error| OutputError::Io { action: "read", path: path.into(), source };
    let refuse_others = |metadata: fs::Metadata| match metadata.is_file() {
        true => Ok(()),
        false => Err(OutputError::NotRegular { path: path.into() }),
    };
    refuse_others(fs::metadata(path).map_err(failed)?)?;
    let file = options().open(path).map_err(failed)?;
    refuse_others(file.metadata().map_err(failed)?)?;
    Ok(file)
}

/// Reads the regular file at `path` whole.
///
/// # Errors
/// Those of [`open_regular`], and trouble while reading.
pub(super) fn read_regular(path: &Path) -> Result<Vec<u8>, OutputError> {
    let mut bytes = Vec::new();
    open_regular(path)?.read_to_end(&mut bytes).map_err(OutputError::io("read", path))?;
    Ok(bytes)
}

/// Options that don't wait, should a pipe have taken the file's place since it was looked at.
#[cfg(unix)]
fn options() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;

    let mut options = OpenOptions::new();
    options.read(true).custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    options
}

#[cfg(not(unix))]
fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true);
    options
}

//! Reads regular files, and refuses everything else without waiting for it.

use std::fs::{File, FileType, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use crate::model::front;

/// Why a file was not read.
#[derive(Debug)]
pub(super) enum Refusal {
    Io(io::Error),
    /// It is no regular file, but "a folder", "a named pipe (FIFO)".
    NotRegular(&'static str),
    /// Its length in bytes is over the limit.
    TooLong(u64),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Returns the bytes of the regular file at `path`.
///
/// A file that grows while it is read is cut at `limit` and refused.
pub(super) fn bytes(path: &Path, limit: usize) -> Result<Vec<u8>, Refusal> {
    let (mut file, length) = open(path)?;
    if length > limit as u64 {
        return Err(Refusal::TooLong(length));
    }
    let mut bytes = Vec::with_capacity(length as usize);
    if length as usize > HEAD {
        file.by_ref().take(HEAD as u64).read_to_end(&mut bytes)?;
        if has_endless_front_matter(&bytes) {
            return Ok(whole_characters(bytes));
        }
    }
    file.take(limit as u64 + 1 - bytes.len() as u64).read_to_end(&mut bytes)?;
    if bytes.len() > limit { Err(Refusal::TooLong(bytes.len() as u64)) } else { Ok(bytes) }
}

/// Returns the first bytes of the regular file at `path`, up to `length` of them.
pub(super) fn beginning(path: &Path, length: usize) -> Result<Vec<u8>, Refusal> {
    let (file, _) = open(path)?;
    let mut bytes = Vec::new();
    file.take(length as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opens the regular file at `path`; returns it with its length.
pub(super) fn open(path: &Path) -> Result<(File, u64), Refusal> {
    let mut options = OpenOptions::new();
    options.read(true);
    // Whoever puts a FIFO there after the folder was read must not make us wait for its writer.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        &mut options,
        (rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY).bits().cast_signed(),
    );
    let file = options.open(path)?;
    let metadata = file.metadata()?;
    match kind(metadata.file_type()) {
        Some(kind) => Err(Refusal::NotRegular(kind)),
        None => Ok((file, metadata.len())),
    }
}

/// Returns what something other than a regular file is, in words.
pub(super) fn kind(file_type: FileType) -> Option<&'static str> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if file_type.is_fifo() {
            return Some("a named pipe (FIFO)");
        }
        if file_type.is_socket() {
            return Some("a socket");
        }
        if file_type.is_block_device() || file_type.is_char_device() {
            return Some("a device");
        }
    }
    match file_type {
        it if it.is_file() => None,
        it if it.is_dir() => Some("a folder"),
        it if it.is_symlink() => Some("a link"),
        _ => Some("a special file"),
    }
}

/// How much of a long file is read before its front matter is known to end.
const HEAD: usize = front::MAX_BYTES + 64;

/// Tells whether `head` begins with front matter that does not end in it. Whoever parses it refuses it by
/// the limit, so the rest need not be read.
fn has_endless_front_matter(head: &[u8]) -> bool {
    let head = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head);
    let mut lines = head.split(|&byte| byte == b'\n' || byte == b'\r').map(<[u8]>::trim_ascii_end);
    lines.next() == Some(b"---") && !lines.any(|line| line == b"---" || line == b"...")
}

/// Returns `bytes` without a character that is cut at the end.
fn whole_characters(mut bytes: Vec<u8>) -> Vec<u8> {
    if let Err(error) = std::str::from_utf8(&bytes)
        && error.error_len().is_none()
    {
        bytes.truncate(error.valid_up_to());
    }
    bytes
}

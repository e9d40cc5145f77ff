//! A site that is kept in memory.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Mutex;

use super::read::read_regular;
use super::{OutputError, Sink, path};
use crate::model::artifact::{Artifact, Content};

/// A sink that keeps files by their paths, for the preview server and for tests.
///
/// It takes exactly what [`super::Staging`] would take.
#[derive(Debug, Default)]
pub struct Memory(Mutex<BTreeMap<String, Vec<u8>>>);

impl Memory {
    /// Returns the files of the site.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.0.into_inner().expect("nobody panics while noting a file")
    }
}

impl Sink for Memory {
    fn write(&self, Artifact { path, content }: Artifact) -> Result<(), OutputError> {
        path::check(&path)?;
        let bytes = match content {
            Content::Bytes(bytes) => bytes,
            Content::Copy(from) => read_regular(&from)?,
        };
        let mut files = self.0.lock().expect("nobody panics while noting a file");
        if is_taken(&files, &path) {
            return Err(OutputError::Twice { path });
        }
        files.insert(path, bytes);
        Ok(())
    }
}

/// Tells whether `path` is a file's already, or a folder's, or lies in a file.
fn is_taken(files: &BTreeMap<String, Vec<u8>>, path: &str) -> bool {
    let folder = format!("{path}/");
    let mut behind = files.range::<str, _>((Bound::Included(&*folder), Bound::Unbounded));
    files.contains_key(path)
        || behind.next().is_some_and(|(next, _)| next.starts_with(&folder))
        || path.match_indices('/').any(|(at, _)| files.contains_key(&path[..at]))
}

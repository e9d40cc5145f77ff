//! Reads the file of accepted findings.

use std::path::Path;

use super::LoadError;
use super::site::text_up_to;
use super::tree::Tree;
use crate::source::{SourceId, SourceMap};

/// The longest baseline that is read, in bytes: half a million findings.
const MAX_BASELINE: usize = 64 << 20;

/// Takes the baseline at `path` into `sources`; `None` where nothing stands there.
///
/// # Errors
/// A file that cannot be read, is no regular file or not UTF-8.
pub fn baseline(tree: &Tree, path: &Path, sources: &mut SourceMap) -> Result<Option<SourceId>, LoadError> {
    if !tree.exists(path) {
        return Ok(None);
    }
    text_up_to(tree, path, MAX_BASELINE, sources).map(Some)
}

//! What several test programs need.

use std::path::PathBuf;

/// Returns the folder of that name among the real articles that stand beside a checkout: `../shared`, or the folder that
/// `FAULTBOOK_SAMPLES` names. Without them the test that asks says so, except in CI, where it fails.
pub fn samples(name: &str) -> Option<PathBuf> {
    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"));
    let folder = std::env::var_os("FAULTBOOK_SAMPLES").map_or_else(beside, PathBuf::from).join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    let missing = format!("SKIPPED: there are no samples in {}", folder.display());
    assert!(std::env::var_os("CI").is_none(), "{missing}");
    eprintln!("{missing}");
    None
}

//! Makes the table of the built-in messages from `locales/`, so that a locale is added by its folder.

#![allow(clippy::disallowed_methods, reason = "a build script reads and writes files on its own")]

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    println!("cargo::rerun-if-changed=locales");
    fs::write(out.join("builtin_messages.rs"), table(&root)?)
}

/// Returns the table as a Rust expression: locale and text of every file.
fn table(root: &Path) -> io::Result<String> {
    let mut rows = String::from("&[\n");
    for folder in entries(&root.join("locales"))? {
        for file in entries(&folder)?.iter().filter(|file| file.extension().is_some_and(|kind| kind == "ftl")) {
            rows += &format!("    ({:?}, include_str!({file:?})),\n", name(&folder));
        }
    }
    Ok(rows + "]\n")
}

/// Returns what lies in `folder`, sorted, so that the table does not hang on the order of the disk.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().expect("an entry of a folder has a name").to_string_lossy().into_owned()
}

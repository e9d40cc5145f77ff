//! The list of a site's files, which marks a folder as made by faultbook.
//!
//! It is text: a line with the format's version, then one path a line in byte order. Names are enough:
//! they tell what may be replaced, and every build writes every file anew.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;

use super::OutputError;
use super::read::read_regular;

/// The manifest's name in the site.
pub const MANIFEST: &str = ".faultbook-manifest";

const HEADER: &str = "faultbook site 1";

/// How many foreign names an error tells.
const NAMES_TOLD: usize = 3;

/// Returns the manifest of a site with the files `paths`, in whatever order they come.
pub(super) fn text(mut paths: Vec<String>) -> String {
    paths.sort_unstable();
    let mut out = String::with_capacity(paths.iter().map(|path| path.len() + 1).sum::<usize>() + HEADER.len() + 1);
    out.push_str(HEADER);
    out.push('\n');
    for path in paths {
        out.push_str(&path);
        out.push('\n');
    }
    out
}

/// Checks that faultbook made all that the folder `target` holds; one that is empty or not there will do.
///
/// # Errors
/// [`OutputError::Foreign`] with the first foreign names, in byte order within their folder.
pub(super) fn check(target: &Path) -> Result<(), OutputError> {
    match fs::symlink_metadata(target) {
        Ok(metadata) if metadata.is_dir() => {}
        Ok(_) => return Err(OutputError::NotAFolder { target: target.into() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(OutputError::io("look at", target)(error)),
    }
    let manifest = read(target)?;
    let foreign = Known::of(&manifest).foreign(target)?;
    if foreign.is_empty() {
        return Ok(());
    }
    let more = foreign.len() > NAMES_TOLD;
    Err(OutputError::Foreign { target: target.into(), names: foreign.into_iter().take(NAMES_TOLD).collect(), more })
}

/// Tells whether `target` has a manifest, so that builds may be at work on it.
pub(super) fn is_there(target: &Path) -> bool {
    fs::symlink_metadata(target.join(MANIFEST)).is_ok()
}

/// Returns the manifest's lines without the header; nothing where there is no manifest that can be understood.
fn read(target: &Path) -> Result<String, OutputError> {
    let bytes = match read_regular(&target.join(MANIFEST)) {
        Ok(bytes) => bytes,
        Err(OutputError::NotRegular { .. }) => return Ok(String::new()),
        Err(OutputError::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => return Ok(String::new()),
        Err(error) => return Err(error),
    };
    let text = String::from_utf8(bytes).unwrap_or_default();
    match text.split_once('\n') {
        Some((HEADER, lines)) => Ok(format!("{MANIFEST}\n{lines}")),
        _ => Ok(String::new()),
    }
}

/// Returns the files that a manifest lists; `None` where `text` is no manifest.
pub(super) fn files(text: &str) -> Option<impl Iterator<Item = &str>> {
    let (header, lines) = text.split_once('\n')?;
    (header.trim_end() == HEADER).then(|| lines.lines())
}

/// What a manifest lists, and the folders that this takes.
struct Known<'a> {
    files: HashSet<&'a str>,
    folders: HashSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(lines: &'a str) -> Self {
        let files: HashSet<&str> = lines.lines().collect();
        let mut folders = HashSet::new();
        for file in &files {
            let mut path = *file;
            while let Some((folder, _)) = path.rsplit_once('/') {
                if !folders.insert(folder) {
                    break;
                }
                path = folder;
            }
        }
        Self { files, folders }
    }

    /// Returns what the folder `target` holds beyond that: a few names, no more than needed.
    ///
    /// Links are not followed, and one in the place of a file is foreign.
    fn foreign(&self, target: &Path) -> Result<Vec<String>, OutputError> {
        let mut found = Vec::new();
        let mut folders = vec![String::new()];
        while let Some(folder) = folders.pop() {
            for (path, kind) in entries(target, &folder)? {
                let is_ours = match kind {
                    Some(kind) if kind.is_dir() => self.folders.contains(&*path),
                    Some(kind) => kind.is_file() && self.files.contains(&*path),
                    None => false,
                };
                match kind {
                    _ if !is_ours => found.push(path),
                    Some(kind) if kind.is_dir() => folders.push(path),
                    _ => {}
                }
            }
            if found.len() > NAMES_TOLD {
                break;
            }
        }
        Ok(found)
    }
}

/// Returns what is in `folder` of `target`, in order, with paths from `target` on.
///
/// A name that is not UTF-8 is shown as well as can be, and has no kind.
fn entries(target: &Path, folder: &str) -> Result<Vec<(String, Option<fs::FileType>)>, OutputError> {
    let place = target.join(folder);
    let entry = |entry: io::Result<fs::DirEntry>| {
        let entry = entry?;
        let name = entry.file_name();
        let kind = if name.to_str().is_some() { Some(entry.file_type()?) } else { None };
        let name = name.to_string_lossy();
        Ok((if folder.is_empty() { name.into_owned() } else { format!("{folder}/{name}") }, kind))
    };
    let read = || fs::read_dir(&place)?.map(entry).collect::<io::Result<Vec<_>>>();
    let mut entries = read().map_err(OutputError::io("read", &place))?;
    entries.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_has_one_form() {
        let paths = || vec!["ko/index.html".to_owned(), "index.html".to_owned(), ".nojekyll".to_owned()];
        let mut backwards = paths();
        backwards.reverse();
        assert_eq!(text(paths()), "faultbook site 1\n.nojekyll\nindex.html\nko/index.html\n");
        assert_eq!(text(paths()), text(backwards));
    }

    #[test]
    fn folders_of_listed_files_are_known() {
        let known = Known::of("a/b/c.html\na/d.html\n");
        assert!(["a", "a/b"].into_iter().all(|folder| known.folders.contains(folder)));
        assert_eq!(known.folders.len(), 2);
    }
}

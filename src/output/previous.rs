//! The addresses of an earlier build, which readers and other sites have noted.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::OutputError;
use super::manifest::{self, MANIFEST};
use super::read::read_regular;

/// The files of an earlier build.
#[derive(Debug)]
pub struct Previous(Vec<String>);

impl Previous {
    /// Reads the manifest at `path`, or that of the site in the folder `path`.
    ///
    /// # Errors
    /// There is no manifest, or it cannot be read.
    pub fn read(path: &Path) -> Result<Self, OutputError> {
        let file: PathBuf = if path.is_dir() { path.join(MANIFEST) } else { path.to_owned() };
        let text = String::from_utf8(read_regular(&file)?).ok();
        let files = text.as_deref().and_then(manifest::files);
        Ok(Self(files.ok_or(OutputError::NoManifest { path: file })?.map(str::to_owned).collect()))
    }

    /// Returns the addresses of this build that one with the files `paths` does not have, in order: `/ko/articles/a/`.
    ///
    /// Assets have names that change with their content, parts of lists come and go with their entries, and the
    /// other forms of a page stand and fall with it.
    pub fn vanished(&self, paths: &[String]) -> Vec<String> {
        let now: BTreeSet<&str> = paths.iter().map(String::as_str).collect();
        let is_gone = |path: &&str| !now.contains(path);
        let before: BTreeSet<&str> = self.0.iter().map(String::as_str).filter(|path| is_lasting(path)).collect();
        let goes_with_page = |path: &str| {
            let folder = path.strip_suffix("index.md").or_else(|| path.strip_suffix("index.json"));
            folder.is_some_and(|folder| before.contains(format!("{folder}index.html").as_str()))
        };
        let gone = before.iter().copied().filter(is_gone).filter(|path| !goes_with_page(path));
        gone.map(|path| format!("/{}", path.strip_suffix("index.html").unwrap_or(path))).collect()
    }
}

/// Tells whether the address of the file at `path` is one to keep.
fn is_lasting(path: &str) -> bool {
    let mut parts = path.split('/');
    let (first, second) = (parts.next().unwrap_or_default(), parts.next());
    let is_part = first.starts_with("sitemap-") || second == Some("lists");
    let is_copy = path.ends_with(".br") || path.ends_with(".gz");
    let is_for_host = second.is_none() && first.starts_with(['_', '.']);
    !(is_part || is_copy || is_for_host || matches!(first, "_" | "status"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vanished(before: &[&str], now: &[&str]) -> Vec<String> {
        let owned = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>();
        Previous(owned(before)).vanished(&owned(now))
    }

    #[test]
    fn pages_that_are_gone_are_named_once() {
        let before = ["ko/a/index.html", "ko/a/index.md", "ko/b/index.html", "ko/b/index.md", "errors.json"];
        assert_eq!(vanished(&before, &["ko/b/index.html", "errors.json"]), ["/ko/a/"]);
        assert_eq!(vanished(&before, &before), [""; 0]);
    }

    #[test]
    fn what_comes_and_goes_is_not_named() {
        let before = ["_/style.1234.css", "_headers", ".nojekyll", "ko/lists/articles/2/index.html", "sitemap-2.xml"];
        assert_eq!(vanished(&before, &[]), [""; 0]);
        assert_eq!(vanished(&["ko/a/index.html.br", "status/ko/index.html"], &[]), [""; 0]);
    }
}

//! Where a site, its configuration and its content are.

use std::path::{Path, PathBuf};

use super::LoadError;
use super::layout;
use super::locales::is_locale;
use super::site::text;
use super::tree::Tree;
use crate::config::{Config, FILE_NAME, TERMS_FILE};
use crate::source::{SourceId, SourceMap};

/// What a command was asked to work on.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// A site folder or a content folder; the working directory where there is none.
    pub dir: Option<PathBuf>,
    /// `--content`
    pub content: Option<PathBuf>,
    /// `--config`
    pub config: Option<PathBuf>,
    /// Files and folders of loose files, to be compared with one another; `dir` and `content` do not count then.
    pub files: Vec<PathBuf>,
}

/// The folders of a site, as they were given or found; its configuration is among the texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Holds `templates`, `locales`, `static`, and `public` in the end; a bare content folder has none.
    pub site: Option<PathBuf>,
    pub content: PathBuf,
    pub config: Option<SourceId>,
    /// The folder that paths in the configuration are relative to.
    pub base: PathBuf,
    /// Loose files and folders of them, which stand for the content.
    pub files: Vec<PathBuf>,
}

impl Folders {
    /// Returns where the site goes if `--out` does not say.
    ///
    /// # Errors
    /// [`LoadError::NoOutput`] for a content folder without a site folder.
    pub fn output(&self, config: &Config) -> Result<PathBuf, LoadError> {
        match (&config.out, &self.site) {
            (Some(out), _) => Ok(inside(&self.base, out)),
            (None, Some(site)) => Ok(inside(site, "public")),
            (None, None) => Err(LoadError::NoOutput { content: self.content.clone() }),
        }
    }
}

/// Finds the folders of a site and takes its configuration into `sources`.
///
/// A content folder's parent is its site folder only if it holds `faultbook.toml`, or the content folder is named
/// `content`. The configuration is that of the site folder, or the one asked for; none from anywhere else.
///
/// # Errors
/// A folder that does not exist, or a configuration that cannot be read.
pub fn configuration(tree: &Tree, request: &Request, sources: &mut SourceMap) -> Result<Folders, LoadError> {
    let here = PathBuf::from(".");
    if !request.files.is_empty() {
        let config = request.config.as_ref().map(|file| text(tree, file, sources)).transpose()?;
        let base = request.config.as_ref().and_then(|file| file.parent()).map(Path::to_owned).unwrap_or_default();
        return Ok(Folders { site: None, content: here, config, base, files: request.files.clone() });
    }
    let dir = request.dir.clone().unwrap_or(here);
    for path in [Some(&dir), request.content.as_ref()].into_iter().flatten() {
        if !tree.is_folder(path) {
            return Err(LoadError::NoFolder { path: path.clone() });
        }
    }
    let (site, content) = match &request.content {
        Some(content) if request.dir.is_some() || is_site(tree, &dir) => (Some(dir), content.clone()),
        Some(content) => (parent_site(tree, content), content.clone()),
        None if tree.is_folder(&inside(&dir, "content")) => (Some(dir.clone()), inside(&dir, "content")),
        None if tree.exists(&dir.join(FILE_NAME)) => (Some(dir.clone()), dir),
        None => (parent_site(tree, &dir), dir),
    };
    let file = match (&request.config, &site) {
        (Some(file), _) => Some(file.clone()),
        (None, Some(site)) => Some(inside(site, FILE_NAME)).filter(|file| tree.exists(file)),
        (None, None) => None,
    };
    let config = file.as_ref().map(|file| text(tree, file, sources)).transpose()?;
    let base = match &file {
        Some(file) => file.parent().map(Path::to_owned).unwrap_or_default(),
        None => site.clone().unwrap_or_else(|| content.clone()),
    };
    Ok(Folders { site, content, config, base, files: Vec::new() })
}

/// Takes the file of terms into `sources`: the configured one, else that of the site folder; `None` where there is none.
///
/// # Errors
/// A configured file that does not exist, or a file that cannot be read.
pub fn terms(
    tree: &Tree,
    folders: &Folders,
    config: &Config,
    sources: &mut SourceMap,
) -> Result<Option<SourceId>, LoadError> {
    let path = match (&config.terms, &folders.site) {
        (Some(terms), _) => {
            let path = inside(&folders.base, &terms.path);
            if !tree.is_file(&path) {
                return Err(LoadError::not_there("file", terms));
            }
            Some(path)
        }
        (None, Some(site)) => Some(inside(site, TERMS_FILE)).filter(|path| tree.is_file(path)),
        (None, None) => None,
    };
    path.map(|path| text(tree, &path, sources)).transpose()
}

/// Returns `path` as seen from `folder`, without a `./` that says nothing.
pub(super) fn inside(folder: &Path, path: impl AsRef<Path>) -> PathBuf {
    if folder == "." { path.as_ref().to_owned() } else { folder.join(path) }
}

/// Returns the site or content folder that `path` is or lies in, the nearest one; a repository of another tool
/// stands before folders in it that look like a site.
pub fn enclosing(tree: &Tree, path: &Path) -> Option<PathBuf> {
    let above = above(tree, path);
    let is_folder = tree.is_folder(path);
    let site = above.iter().find(|(folder, below)| {
        tree.is_folder(folder) && (is_site(tree, folder) || is_content(tree, folder, below, is_folder))
    });
    let repository = above.iter().find(|(folder, below)| layout::claims(tree, folder, below));
    let is_ours = |folder: &Path| tree.exists(&folder.join(FILE_NAME));
    match (site, repository) {
        (Some((site, below)), Some((_, further))) if is_ours(site) && below.len() <= further.len() => {
            Some(site.clone())
        }
        (_, Some((repository, _))) => Some(repository.clone()),
        (site, None) => site.map(|(folder, _)| folder.clone()),
    }
}

/// Returns `path` (a folder) or its folder and all folders above, each with what leads from there to `path`.
fn above(tree: &Tree, path: &Path) -> Vec<(PathBuf, String)> {
    let absolute = tree.locate(path);
    let mut below = String::new();
    let mut current = match tree.is_folder(path) {
        true => Some(path.to_owned()),
        false => {
            below = name(tree, path).unwrap_or_default();
            parent(path)
        }
    };
    let mut above: Vec<(PathBuf, String)> = Vec::new();
    // A relative path is climbed as it is written, then by `..`, as often as the whole path has parts.
    for _ in absolute.components() {
        let Some(folder) = current else { break };
        current = parent(&folder);
        let name = name(tree, &folder).unwrap_or_default();
        let further = if below.is_empty() { name } else { format!("{name}/{below}") };
        above.push((folder, std::mem::replace(&mut below, further)));
    }
    above
}

/// Tells whether `path` is `folder` or lies in it, whichever links lead to either.
pub fn lies_in(tree: &Tree, path: &Path, folder: &Path) -> bool {
    let named = |path: &Path| match (parent(path), path.file_name()) {
        (Some(parent), Some(name)) => tree.real(&parent).join(name),
        _ => tree.real(path),
    };
    [named(path), tree.real(path)].iter().any(|path| path.starts_with(tree.real(folder)) || *path == named(folder))
}

/// Returns the folder that holds `path`; of `.` it is `..`.
fn parent(path: &Path) -> Option<PathBuf> {
    match path.file_name() {
        Some(_) => {
            let parent = path.parent()?;
            Some(if parent.as_os_str().is_empty() { PathBuf::from(".") } else { parent.to_owned() })
        }
        None if path.has_root() => None,
        None => Some(path.join("..")),
    }
}

fn is_site(tree: &Tree, folder: &Path) -> bool {
    tree.exists(&folder.join(FILE_NAME)) || tree.is_folder(&folder.join("content"))
}

/// Tells whether `folder` holds folders of locales, of which `below` is one or lies in one, and is not one itself.
///
/// Somewhere above every file is a folder in which some name happens to be that of a language: `/bin`.
fn is_content(tree: &Tree, folder: &Path, below: &str, is_folder: bool) -> bool {
    let name = name(tree, folder);
    if name.as_deref() == Some("content") {
        return true;
    }
    // A site may be called `sr`; its articles' folders are none of several languages.
    let holds_locales = || below.is_empty() && tree.folders(folder).iter().filter(|name| is_locale(name)).count() > 1;
    let is_article_folder = name.as_deref().is_some_and(is_locale) && !holds_locales();
    let leads_on = match below.split_once('/') {
        Some((first, _)) => is_locale(first),
        None if below.is_empty() => tree.folders(folder).iter().any(|name| is_locale(name)),
        None => is_folder && is_locale(below),
    };
    !is_article_folder && leads_on
}

/// Returns the site folder of a content folder.
fn parent_site(tree: &Tree, content: &Path) -> Option<PathBuf> {
    let parent = parent(content)?;
    let is_named = name(tree, content).is_some_and(|name| name == "content");
    (is_named || tree.exists(&parent.join(FILE_NAME))).then_some(parent)
}

/// Returns a folder's own name, also where it was given as `.`.
fn name(tree: &Tree, folder: &Path) -> Option<String> {
    let located = tree.locate(folder);
    let ends_in_name = folder.file_name().is_some();
    let path = if ends_in_name { located } else { tree.real(folder) };
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

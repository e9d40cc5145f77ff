//! Where a site, its configuration and its content are.

use std::path::{Path, PathBuf};

use super::LoadError;
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
    Ok(Folders { site, content, config, base })
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

/// Returns the site or content folder that `path` is or lies in, the nearest one.
pub fn enclosing(tree: &Tree, path: &Path) -> Option<PathBuf> {
    let absolute = tree.locate(path);
    let start = if tree.is_folder(path) { path.to_owned() } else { parent(path)? };
    let mut above: Vec<PathBuf> = Vec::new();
    let mut folder = Some(start);
    // A relative path is climbed as it is written, then by `..`, as often as the whole path has parts.
    for _ in absolute.components() {
        above.extend(folder.clone());
        folder = folder.as_deref().and_then(parent);
    }
    above.into_iter().find(|folder| tree.is_folder(folder) && (is_site(tree, folder) || is_content(tree, folder)))
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

/// Tells whether `folder` holds folders of locales and is not one itself.
fn is_content(tree: &Tree, folder: &Path) -> bool {
    let name = name(tree, folder);
    let is_article_folder = name.as_deref().is_some_and(is_locale);
    name.as_deref() == Some("content") || !is_article_folder && tree.folders(folder).iter().any(|name| is_locale(name))
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

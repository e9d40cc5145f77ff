//! From the paths of a command to the site that they belong to, and the part of it that they name.

use std::path::{Path, PathBuf};

use super::exit::CliError;
use crate::config;
use crate::load::{self, Request, Tree};
use crate::source::SourceMap;

/// A site, and what of it was asked for.
pub(super) struct Selection {
    pub request: Request,
    /// The files and folders that limit what is reported; the whole site where there are none.
    pub limits: Vec<PathBuf>,
}

impl Selection {
    /// Finds the one site that `paths` belong to; the working directory's where there are none.
    ///
    /// # Errors
    /// A path that does not exist, or paths of two sites.
    pub(super) fn of(
        tree: &Tree,
        paths: &[PathBuf],
        content: Option<&PathBuf>,
        config: Option<&PathBuf>,
    ) -> Result<Self, CliError> {
        if let Some(path) = paths.iter().find(|path| !tree.exists(path)) {
            return Err(CliError::NoPath { path: path.clone() });
        }
        let request = Request { content: content.cloned(), config: config.cloned(), ..Request::default() };
        match content {
            Some(content) => Self::beside(tree, paths, content, request),
            None => Self::around(tree, paths, request),
        }
    }

    /// With `--content`, a path outside of it is the site folder.
    fn beside(tree: &Tree, paths: &[PathBuf], content: &Path, mut request: Request) -> Result<Self, CliError> {
        let (within, outside): (Vec<_>, Vec<_>) =
            paths.iter().cloned().partition(|path| load::lies_in(tree, path, content));
        if let [one, other, ..] = &outside[..] {
            return Err(CliError::TwoSites { one: one.clone(), other: other.clone() });
        }
        let is_whole = !outside.is_empty() || within.iter().any(|path| load::lies_in(tree, content, path));
        request.dir = outside.into_iter().next();
        Ok(Self { request, limits: if is_whole { Vec::new() } else { within } })
    }

    /// Otherwise each path lies in the nearest site or content folder around it; where none does, the paths are
    /// loose files.
    fn around(tree: &Tree, paths: &[PathBuf], mut request: Request) -> Result<Self, CliError> {
        let mut limits = Vec::new();
        let mut is_whole = false;
        let mut first: Option<(&PathBuf, PathBuf)> = None;
        let roots = paths.iter().map(|path| root(tree, path, &request)).collect::<Result<Vec<_>, _>>()?;
        // Beside files from anywhere, a folder that merely looks like content is no site either.
        let is_loose = roots.iter().any(Option::is_none) && !any_site(tree, roots.iter().flatten(), &request)?;
        if is_loose || roots.is_empty() {
            match paths {
                [] => {}
                [folder] if tree.is_folder(folder) => request.dir = Some(folder.clone()),
                files => request.files = files.to_vec(),
            }
            return Ok(Self { request, limits });
        }
        for (path, root) in paths.iter().zip(roots) {
            let root = root.unwrap_or_else(|| path.clone());
            if !tree.is_folder(&root) {
                let one = first.map_or_else(|| root.clone(), |(one, _)| one.clone());
                return Err(CliError::TwoSites { one, other: path.clone() });
            }
            let content = content_of(tree, &root, &request)?;
            match &first {
                Some((one, other)) if *other != content => {
                    return Err(CliError::TwoSites { one: (*one).clone(), other: path.clone() });
                }
                Some(_) => {}
                None => {
                    first = Some((path, content));
                    request.dir = Some(root.clone());
                }
            }
            match tree.real(path) == tree.real(&root) {
                true => is_whole = true,
                false => limits.push(path.clone()),
            }
        }
        Ok(Self { request, limits: if is_whole { Vec::new() } else { limits } })
    }

    /// Tells whether the file at `path` was asked for.
    pub(super) fn holds(&self, tree: &Tree, path: &Path) -> bool {
        self.limits.is_empty() || self.limits.iter().any(|limit| load::lies_in(tree, path, limit))
    }
}

/// Returns the folder of the site that `path` belongs to: one around it, or that of the working directory where its
/// configuration names the folder that `path` lies in.
fn root(tree: &Tree, path: &Path, request: &Request) -> Result<Option<PathBuf>, CliError> {
    if let Some(root) = load::enclosing(tree, path) {
        return Ok(Some(root));
    }
    let Some(here) = load::enclosing(tree, Path::new(".")) else { return Ok(None) };
    let request = Request { dir: Some(here.clone()), ..request.clone() };
    let mut sources = SourceMap::default();
    let folders = load::configuration(tree, &request, &mut sources)?;
    let config = folders.config.and_then(|id| config::parse(sources.get(id)).ok()).unwrap_or_default();
    let named = config.locales.iter().filter_map(|listed| Some(folders.base.join(&listed.folder.as_ref()?.path)));
    let is_named = named.into_iter().any(|folder| load::lies_in(tree, path, &folder));
    Ok(is_named.then_some(here))
}

/// Tells whether one of `roots` is a site folder.
fn any_site<'r>(tree: &Tree, roots: impl Iterator<Item = &'r PathBuf>, request: &Request) -> Result<bool, CliError> {
    for root in roots {
        let request = Request { dir: Some(root.clone()), ..request.clone() };
        if load::configuration(tree, &request, &mut SourceMap::default())?.site.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns the true path of the content of the site or content folder `root`.
fn content_of(tree: &Tree, root: &Path, request: &Request) -> Result<PathBuf, CliError> {
    let request = Request { dir: Some(root.to_owned()), ..request.clone() };
    let folders = load::configuration(tree, &request, &mut SourceMap::default())?;
    Ok(tree.real(&folders.content))
}

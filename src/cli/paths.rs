//! From the paths of a command to the site that they belong to, and the part of it that they name.

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};

use super::exit::CliError;
use crate::config;
use crate::load::{self, Request, Tree};
use crate::source::SourceMap;

/// A site, and what of it was asked for.
pub(super) struct Selection {
    pub request: Request,
    /// The files and folders that limit what is reported; the whole site where there are none.
    pub limits: Vec<Limit>,
}

/// A path that was given, or a pattern of paths that the shell left as it is.
pub(super) enum Limit {
    Path(PathBuf),
    Pattern { given: PathBuf, paths: GlobMatcher },
}

/// Tells whether `text` has a character that only a pattern has.
pub(super) fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?', '[', '{'])
}

impl Limit {
    /// Returns what `path` names: a pattern only where nothing has that very name.
    ///
    /// # Errors
    /// A path that does not exist, or a pattern that is none.
    fn of(tree: &Tree, path: &Path) -> Result<Self, CliError> {
        if tree.exists(path) {
            return Ok(Self::Path(path.to_owned()));
        }
        let text = path.to_str().filter(|text| is_pattern(text));
        let no_path = || CliError::NoPath { path: path.to_owned() };
        let text = text.ok_or_else(no_path)?;
        // What is known of an article is its path without a `./` in front.
        let glob = GlobBuilder::new(text.trim_start_matches("./")).literal_separator(true).build();
        let paths = glob.map_err(|_| no_path())?.compile_matcher();
        Ok(Self::Pattern { given: path.to_owned(), paths })
    }

    /// Returns the path as it was given.
    pub(super) fn given(&self) -> &Path {
        match self {
            Self::Path(path) | Self::Pattern { given: path, .. } => path,
        }
    }

    /// Tells whether all of `folder` is named.
    fn is_all_of(&self, tree: &Tree, folder: &Path) -> bool {
        matches!(self, Self::Path(path) if load::lies_in(tree, folder, path))
    }

    /// Returns a path that exists and that everything named lies in.
    fn root(&self) -> PathBuf {
        match self {
            Self::Path(path) => path.clone(),
            Self::Pattern { given, .. } => {
                let is_literal = |part: &std::path::Component<'_>| !is_pattern(&part.as_os_str().to_string_lossy());
                let root: PathBuf = given.components().take_while(is_literal).collect();
                if root.as_os_str().is_empty() { PathBuf::from(".") } else { root }
            }
        }
    }

    /// Tells whether the file at `path` is named, or lies in a folder that is.
    pub(super) fn holds(&self, tree: &Tree, path: &Path) -> bool {
        match self {
            Self::Path(limit) => load::lies_in(tree, path, limit),
            Self::Pattern { given, paths } => {
                let located = tree.locate(path);
                let shown = if given.is_absolute() { located } else { tree.shown(&located).into() };
                shown.ancestors().any(|path| !path.as_os_str().is_empty() && paths.is_match(path))
            }
        }
    }
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
        let named: Vec<Limit> = paths.iter().map(|path| Limit::of(tree, path)).collect::<Result<_, _>>()?;
        if let Some(limit) = named.iter().find(|limit| !tree.exists(&limit.root())) {
            return Err(CliError::NoPath { path: limit.given().to_owned() });
        }
        let request = Request { content: content.cloned(), config: config.cloned(), ..Request::default() };
        match content {
            Some(content) => Self::beside(tree, named, content, request),
            None => Self::around(tree, named, request),
        }
    }

    /// With `--content`, a path outside of it is the site folder.
    fn beside(tree: &Tree, named: Vec<Limit>, content: &Path, mut request: Request) -> Result<Self, CliError> {
        let (within, outside): (Vec<_>, Vec<_>) =
            named.into_iter().partition(|limit| load::lies_in(tree, &limit.root(), content));
        if let [one, other, ..] = &outside[..] {
            return Err(CliError::TwoSites { one: one.given().to_owned(), other: other.given().to_owned() });
        }
        let is_whole = !outside.is_empty() || within.iter().any(|limit| limit.is_all_of(tree, content));
        request.dir = outside.first().map(|limit| limit.given().to_owned());
        Ok(Self { request, limits: if is_whole { Vec::new() } else { within } })
    }

    /// Otherwise each path lies in the nearest site or content folder around it; where none does, the paths are
    /// loose files.
    fn around(tree: &Tree, named: Vec<Limit>, mut request: Request) -> Result<Self, CliError> {
        let mut limits = Vec::new();
        let mut is_whole = false;
        let mut first: Option<(PathBuf, PathBuf)> = None;
        let roots = named.iter().map(|limit| root(tree, &limit.root(), &request)).collect::<Result<Vec<_>, _>>()?;
        // Beside files from anywhere, a folder that merely looks like content is no site either.
        let is_loose = roots.iter().any(Option::is_none) && !any_site(tree, roots.iter().flatten(), &request)?;
        if is_loose || roots.is_empty() {
            return Ok(Self::loose(tree, named, request));
        }
        for (limit, root) in named.into_iter().zip(roots) {
            let path = limit.root();
            let root = root.unwrap_or_else(|| path.clone());
            if !tree.is_folder(&root) {
                let one = first.map_or_else(|| root.clone(), |(one, _)| one);
                return Err(CliError::TwoSites { one, other: limit.given().to_owned() });
            }
            if request.dir.as_ref() != Some(&root) {
                let content = content_of(tree, &root, &request)?;
                match &first {
                    Some((one, other)) if *other != content => {
                        return Err(CliError::TwoSites { one: one.clone(), other: limit.given().to_owned() });
                    }
                    Some(_) => {}
                    None => {
                        first = Some((limit.given().to_owned(), content));
                        request.dir = Some(root.clone());
                    }
                }
            }
            is_whole |= matches!(limit, Limit::Path(_)) && tree.real(&path) == tree.real(&root);
            limits.push(limit);
        }
        Ok(Self { request, limits: if is_whole { Vec::new() } else { limits } })
    }

    /// Files from anywhere are compared with one another; patterns limit what is reported of their folders.
    fn loose(tree: &Tree, named: Vec<Limit>, mut request: Request) -> Self {
        match &named[..] {
            [] => {}
            [Limit::Path(folder)] if tree.is_folder(folder) => request.dir = Some(folder.clone()),
            named => request.files = named.iter().map(Limit::root).collect(),
        }
        let limits = named.into_iter().filter(|limit| matches!(limit, Limit::Pattern { .. })).collect();
        Self { request, limits }
    }

    /// Tells whether the file at `path` was asked for.
    pub(super) fn holds(&self, tree: &Tree, path: &Path) -> bool {
        self.limits.is_empty() || self.limits.iter().any(|limit| limit.holds(tree, path))
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

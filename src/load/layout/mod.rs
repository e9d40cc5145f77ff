//! How the files of a site are named after locale and path: as configured, or recognised by what stands there.
//!
//! The default, `{locale}/{path}`, is told by one folder of a locale that holds an article. Anything else needs a
//! strong sign: the configuration of a tool, or two files of different locales for one path.

mod setting;
mod signs;
mod tools;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::folders::Folders;
use super::loose;
use super::tree::Tree;
use crate::config::{Chosen, Config, Layout, Tool};
use crate::model::key;
use crate::model::locale::Locale;

pub(super) use signs::{articles, is_made};
pub(super) use tools::claims;

/// What is to be read for the articles of a site, and how it is named.
#[derive(Debug)]
pub(super) struct Plan {
    /// The layout in words.
    pub(super) name: String,
    /// What paths of articles are relative to.
    pub(super) content: PathBuf,
    /// How the files in `content` are named; `None` where only `folders` are read.
    pub(super) naming: Option<Naming>,
    /// Folders whose files are all of one locale.
    pub(super) folders: Vec<LocaleFolder>,
    /// Files that are named after nothing, each with its locale and its path within that.
    pub(super) loose: Vec<loose::Member>,
    /// Files of which nothing says which locale they are in.
    pub(super) unknown: Vec<PathBuf>,
    /// The locale that authors write in, where the layout says so.
    pub(super) source: Option<Locale>,
    /// The tool that it is the layout of.
    pub(super) tool: Option<Tool>,
    pub(super) is_default: bool,
    pub(super) is_loose: bool,
}

/// How the files of one folder are named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Naming {
    Pattern(Layout),
    /// `a.ko.md` beside `a.md`, which is of the source locale.
    Suffix {
        source: Locale,
        tags: BTreeSet<String>,
    },
}

/// A folder that holds files of one locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LocaleFolder {
    pub(super) path: PathBuf,
    pub(super) locale: Locale,
    /// What stands before the paths of its files within the locale: `blog/`, mostly nothing.
    pub(super) prefix: String,
}

impl Plan {
    fn of_pattern(content: &Path, layout: Layout) -> Self {
        Self {
            name: format!("`{layout}`"),
            content: content.to_owned(),
            naming: Some(Naming::Pattern(layout)),
            folders: Vec::new(),
            loose: Vec::new(),
            unknown: Vec::new(),
            source: None,
            tool: None,
            is_default: false,
            is_loose: false,
        }
    }

    pub(super) fn of_loose(content: &Path, name: String, loose: Vec<loose::Member>, unknown: Vec<PathBuf>) -> Self {
        Self { name, naming: None, loose, unknown, is_loose: true, ..Self::of_pattern(content, Layout::default()) }
    }

    fn default(content: &Path) -> Self {
        Self { is_default: true, ..Self::of_pattern(content, Layout::default()) }
    }

    /// Returns what was looked for, where nothing was found.
    pub(super) fn looked_for(&self) -> String {
        match &self.naming {
            _ if self.is_default => "<locale>/**/*.md".to_owned(),
            Some(Naming::Pattern(layout)) => format!("{layout}.md"),
            _ => self.name.clone(),
        }
    }
}

impl Naming {
    /// Returns the locale's name and the path within the locale of a file; see [`Layout::split`].
    pub(super) fn split<'a>(&'a self, file: &'a str) -> Option<(&'a str, Cow<'a, str>)> {
        match self {
            Self::Pattern(layout) => layout.split(file),
            Self::Suffix { source, tags } => Some(match suffix(file) {
                Some((tag, path)) if tags.contains(tag) => (tag, Cow::Owned(path)),
                _ => (source.tag(), Cow::Borrowed(file)),
            }),
        }
    }

    /// Returns the file that [`Naming::split`] makes these parts of.
    pub(super) fn join(&self, locale: &str, path: &str) -> String {
        match self {
            Self::Pattern(layout) => layout.join(locale, path),
            Self::Suffix { source, .. } if source.tag() == locale => path.to_owned(),
            Self::Suffix { .. } => {
                let (stem, extension) = path.rsplit_once('.').unwrap_or((path, "md"));
                format!("{stem}.{locale}.{extension}")
            }
        }
    }

    /// Tells whether each locale has a folder of its own.
    pub(super) fn has_folders(&self) -> bool {
        matches!(self, Self::Pattern(layout) if layout.has_folders())
    }

    /// Returns the locale's name where `folder` is a locale's folder or lies in one.
    pub(super) fn folder<'a>(&self, folder: &'a str) -> Option<&'a str> {
        match self {
            Self::Pattern(layout) => layout.folder(folder),
            Self::Suffix { .. } => None,
        }
    }

    /// Returns the folder of the locale `name`, where each has one.
    pub(super) fn folder_of(&self, name: &str) -> String {
        match self {
            Self::Pattern(layout) => layout.folder_of(name),
            Self::Suffix { .. } => String::new(),
        }
    }
}

/// Returns what stands between the last two dots of a file's name, and the path without it: `a.ko.md`, `ko` and `a.md`.
fn suffix(file: &str) -> Option<(&str, String)> {
    let (stem, extension) = file.rsplit_once('.')?;
    let (path, tag) = stem.rsplit_once('.')?;
    let is_named = !path.is_empty() && !path.ends_with('/') && !tag.contains('/');
    is_named.then(|| (tag, format!("{path}.{extension}")))
}

/// Decides how the content is laid out.
pub(super) fn plan(tree: &Tree, folders: &Folders, config: &Config) -> Plan {
    let mut plan = match &config.layout {
        _ if !folders.files.is_empty() => loose::plan(tree, &folders.content, &folders.files, config),
        Some(Chosen::Pattern(layout)) => Plan::of_pattern(&folders.content, layout.clone()),
        Some(Chosen::Tool(tool)) => chosen(tree, folders, config, *tool),
        None => recognised(tree, folders, config),
    };
    let has_folder = |listed: &crate::config::LocaleConfig| listed.folder.is_some();
    if plan.is_default && !config.locales.is_empty() && config.locales.iter().all(has_folder) {
        plan.name = "one folder for each locale".to_owned();
    }
    plan
}

/// Returns the locale that authors write in, as far as the configuration says.
pub(super) fn source_of(config: &Config) -> Locale {
    config.source_locale.clone().unwrap_or_else(tools::english)
}

/// Returns the plan of a tool that is configured, whatever stands there.
fn chosen(tree: &Tree, folders: &Folders, config: &Config, tool: Tool) -> Plan {
    let mut roots = roots(folders).into_iter();
    let plan = roots.find_map(|root| tools::plan(tree, &root, tool, config));
    plan.unwrap_or_else(|| Plan {
        name: tool.name().to_owned(),
        naming: None,
        tool: Some(tool),
        ..Plan::of_pattern(&folders.content, Layout::default())
    })
}

fn recognised(tree: &Tree, folders: &Folders, config: &Config) -> Plan {
    let content = &folders.content;
    let fits = signs::has_locale_folder(tree, content);
    let is_own_folder = folders.site.as_ref().is_some_and(|site| site != content);
    if fits && is_own_folder {
        // Hugo has the same folders, and short codes in the texts.
        let hugo = folders.site.as_ref().filter(|site| tools::has_mark(tree, site, Tool::Hugo));
        let hugo = hugo.and_then(|site| tools::plan(tree, site, Tool::Hugo, config));
        return hugo.unwrap_or_else(|| Plan::default(content));
    }
    let tool = roots(folders).iter().find_map(|root| {
        Tool::ALL.into_iter().filter(|tool| tools::has_mark(tree, root, *tool)).find_map(|tool| {
            let plan = tools::plan(tree, root, tool, config)?;
            (!fits || plan.has_translations()).then_some(plan)
        })
    });
    if let Some(plan) = tool {
        return plan;
    }
    let listed = config.locales.iter().any(|listed| listed.folder.is_some());
    if fits || listed {
        return Plan::default(content);
    }
    signs::plan(tree, content, config)
        .or_else(|| loose::folder(tree, content, config))
        .unwrap_or_else(|| Plan::default(content))
}

impl Plan {
    /// Tells whether there is more than one locale in it.
    fn has_translations(&self) -> bool {
        let suffixed = matches!(&self.naming, Some(Naming::Suffix { tags, .. }) if !tags.is_empty());
        suffixed || self.folders.len() > 1 || matches!(&self.naming, Some(Naming::Pattern(_)))
    }
}

/// Returns the folders where a tool's configuration may stand.
fn roots(folders: &Folders) -> Vec<PathBuf> {
    let mut roots: Vec<PathBuf> = folders.site.iter().cloned().collect();
    if !roots.contains(&folders.content) {
        roots.push(folders.content.clone());
    }
    roots
}

/// Tells whether the file is one to be read as an article: `.md` or `.mdx`, and no table of contents.
pub(super) fn is_article(path: &str) -> bool {
    key::stem(path).is_some_and(|stem| !stem.is_empty()) && !is_toc(path)
}

pub(super) fn is_toc(path: &str) -> bool {
    file_name(path).eq_ignore_ascii_case("toc.md")
}

/// Tells whether the file is about the folder that it stands in, and so makes no folder of articles.
pub(super) fn is_about_folder(path: &str) -> bool {
    ["readme.md", "license.md", "contributing.md", "changelog.md"]
        .iter()
        .any(|name| file_name(path).eq_ignore_ascii_case(name))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().expect("a split has a first part")
}

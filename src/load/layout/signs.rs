//! Signs of a layout in the names of files: two of different locales for one path.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::super::locales::is_locale;
use super::super::tree::Tree;
use super::super::walk::Scope;
use super::{Naming, Plan, is_about_folder, is_article, source_of, suffix};
use crate::config::{Config, Layout};
use crate::model::key;
use crate::model::locale::Locale;

/// Tells whether `folder` has a folder of a locale with an article in it.
pub(super) fn has_locale_folder(tree: &Tree, folder: &Path) -> bool {
    let mut names = tree.folders(folder).into_iter().filter(|name| is_locale(name));
    names.any(|name| has_article(tree, &folder.join(name)))
}

/// Tells whether there is an article anywhere below `folder`.
pub(super) fn has_article(tree: &Tree, folder: &Path) -> bool {
    tree.has_file(folder, &is_article)
}

/// Folders at the top of a repository that hold what was made from it, or what others wrote.
pub(super) const MADE: [&str; 8] = ["build", "dist", "public", "_site", "target", "vendor", "venv", "node_modules"];

/// Returns the paths of all articles below `folder`, as they are written, but for what was made from them.
pub(in super::super) fn articles(tree: &Tree, folder: &Path) -> Vec<String> {
    let root = tree.real(folder);
    let part = |_: &str| Some(String::new());
    let scope = Scope { roots: &[root], elsewhere: &[], part: &part, dot_files: false };
    let entries = tree.walk(folder, &scope).into_iter().map(|entry| entry.relative);
    entries.filter(|path| is_article(path) && !is_made(path)).collect()
}

/// Tells whether a path begins with one of [`MADE`].
pub(in super::super) fn is_made(path: &str) -> bool {
    path.split_once('/').is_some_and(|(first, _)| MADE.contains(&first))
}

/// Returns a plan where the names of files leave no doubt.
pub(super) fn plan(tree: &Tree, content: &Path, config: &Config) -> Option<Plan> {
    let files = articles(tree, content);
    let source = source_of(config);
    let tags = suffixes(&files, &source);
    if !tags.is_empty() {
        let name = format!("`{{path}}.{{locale}}.md`, {source} without a suffix");
        let naming = Some(Naming::Suffix { source, tags });
        return Some(Plan { name, naming, ..Plan::of_pattern(content, Layout::default()) });
    }
    let layout = Layout::parse(&format!("{}{{locale}}/{{path}}", nested(&files)?)).ok()?;
    Some(Plan::of_pattern(content, layout))
}

/// Returns the locales that stand as suffixes in `files`: each has a file whose path another locale has, too.
pub(super) fn suffixes(files: &[String], source: &Locale) -> BTreeSet<String> {
    let known: BTreeSet<&str> = files.iter().filter_map(|file| key::stem(file)).collect();
    let mut by_path: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for file in files {
        if let Some((tag, path)) = suffix(file).filter(|(tag, _)| is_locale(tag)) {
            by_path.entry(key::stem(&path).unwrap_or_default().to_owned()).or_default().insert(tag);
        }
    }
    let is_shared = |(path, tags): &(String, BTreeSet<&str>)| {
        let is_translated =
            known.contains(&**path) && tags.iter().any(|tag| tag.parse().is_ok_and(|it: Locale| it != *source));
        tags.len() > 1 || is_translated
    };
    let shared = by_path.into_iter().filter(is_shared).flat_map(|(_, tags)| tags);
    shared.map(str::to_owned).collect()
}

/// Returns all locales that stand as suffixes in `files`.
pub(super) fn written_suffixes(files: &[String]) -> BTreeSet<&str> {
    let tags = files.iter().filter_map(|file| suffix(file)).map(|(tag, _)| tag);
    tags.filter(|tag| is_locale(tag)).collect()
}

/// Returns the first folders of `files` that are named after locales and have an article whose path stands outside
/// of them, too, or in another of them.
pub(super) fn rooted(files: &[String]) -> BTreeSet<String> {
    let stems: BTreeSet<&str> = files.iter().filter_map(|file| key::stem(file)).collect();
    let mut by_path: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (locale, path) in stems.iter().filter_map(|stem| stem.split_once('/')).filter(|(name, _)| is_locale(name)) {
        by_path.entry(path).or_default().insert(locale);
    }
    let shared = by_path.into_iter().filter(|(path, locales)| locales.len() > 1 || stems.contains(path));
    shared.flat_map(|(_, locales)| locales).map(str::to_owned).collect()
}

/// Returns the folder, ending in `/`, in which most paths stand for two locales or more: `docs/` for `docs/ko/a.md`.
fn nested(files: &[String]) -> Option<String> {
    let mut by_path: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for file in files.iter().filter(|file| !is_about_folder(file)) {
        for (at, _) in file.match_indices('/') {
            let start = file[..at].rfind('/').map_or(0, |slash| slash + 1);
            if is_locale(&file[start..at]) {
                by_path.entry((&file[..start], &file[at + 1..])).or_default().insert(&file[start..at]);
            }
        }
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for ((folder, _), _) in by_path.into_iter().filter(|(_, locales)| locales.len() > 1) {
        *counts.entry(folder).or_default() += 1;
    }
    let (most, _) = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
    Some(most.to_owned())
}

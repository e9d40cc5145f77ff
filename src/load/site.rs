//! What stands in a site folder beside the content: templates, messages, files to copy.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::encoding;
use super::folders::{Folders, inside};
use super::locales::Locales;
use super::read::Refusal;
use super::tree::Tree;
use super::walk::{Entry, Scope, State};
use super::{Files, LoadError, OtherFile};
use crate::config::{Config, FilePath};
use crate::diag::Finding;
use crate::model::locale::Locale;
use crate::source::lines::{LineColumn, LineIndex};
use crate::source::{SourceId, SourceMap};

/// The longest configuration, template or file of messages that is read, in bytes.
const MAX_TEXT: usize = 8 << 20;

/// Takes the text at `path` into `sources`.
pub(super) fn text(tree: &Tree, path: &Path, sources: &mut SourceMap) -> Result<SourceId, LoadError> {
    text_up_to(tree, path, MAX_TEXT, sources)
}

/// Takes the text at `path` into `sources`, if it is no longer than `limit` bytes.
pub(super) fn text_up_to(
    tree: &Tree,
    path: &Path,
    limit: usize,
    sources: &mut SourceMap,
) -> Result<SourceId, LoadError> {
    let text = String::from_utf8(bytes(tree, path, limit)?).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let (before, byte) = (String::from_utf8_lossy(&error.as_bytes()[..valid]), error.as_bytes()[valid]);
        let LineColumn { line, column } = LineIndex::new(&before).line_column(&before, valid);
        LoadError::NotUtf8 { path: PathBuf::from(tree.shown(path)), line, column, byte }
    })?;
    Ok(sources.add(tree.shown(path), text))
}

fn bytes(tree: &Tree, path: &Path, limit: usize) -> Result<Vec<u8>, LoadError> {
    let path_of_error = || PathBuf::from(tree.shown(path));
    tree.bytes(path, limit).map_err(|refusal| match refusal {
        Refusal::Io(source) => LoadError::Read { path: path_of_error(), source },
        Refusal::NotRegular(kind) => LoadError::NotRegular { path: path_of_error(), kind },
        Refusal::TooLong(_) => LoadError::TooLong { path: path_of_error(), limit },
    })
}

/// Takes a file of messages into `sources`; where it is not UTF-8, with a finding and what can be read of it.
fn messages(
    tree: &Tree,
    path: &Path,
    locale: &Locale,
    sources: &mut SourceMap,
) -> Result<(SourceId, Option<Finding>), LoadError> {
    let bytes = bytes(tree, path, MAX_TEXT)?;
    let readable = String::from_utf8_lossy(&bytes).into_owned();
    let diagnosis = encoding::text(bytes, locale).err();
    let source = sources.add(tree.shown(path), readable);
    Ok((source, diagnosis.map(|diagnosis| diagnosis.finding(source))))
}

/// What of a site folder could not be taken.
#[derive(Default)]
pub(super) struct PassedOver {
    /// What in `static` is no regular file.
    pub(super) refused: Vec<Entry>,
    /// Folders of messages whose names are no locales, by name.
    pub(super) no_locales: BTreeMap<String, PathBuf>,
    /// What is wrong with files of messages.
    pub(super) findings: Vec<Finding>,
}

/// Reads the folders of a site that add to what is built in.
pub(super) fn read(
    tree: &Tree,
    folders: &Folders,
    config: &Config,
    locales: &Locales<'_>,
    sources: &mut SourceMap,
    files: &mut Files,
) -> Result<PassedOver, LoadError> {
    let mut passed_over = PassedOver::default();
    if let Some(logo) = &config.logo {
        files.logo = Some(self::logo(tree, folders, logo)?);
    }
    let Some(site) = &folders.site else { return Ok(passed_over) };
    for Entry { path, relative, .. } in regular(tree, &inside(site, "templates"))? {
        match relative.strip_prefix("assets/") {
            Some(name) => files.assets.push(shared(tree, name, &path)),
            None if is_template(&relative) => files.templates.push((relative, text(tree, &path, sources)?)),
            None => {}
        }
    }
    for Entry { path, relative, .. } in regular(tree, &inside(site, "locales"))? {
        let Some((name, _)) = relative.split_once('/').filter(|_| relative.ends_with(".ftl")) else { continue };
        match locales.named(name) {
            Some(locale) => {
                let (source, finding) = messages(tree, &path, &locale, sources)?;
                // UTF-16, of which nothing can be told.
                if !sources.get(source).text.contains('\0') {
                    files.messages.push((locale, source));
                }
                passed_over.findings.extend(finding);
            }
            None => drop(passed_over.no_locales.insert(name.to_owned(), inside(site, "locales").join(name))),
        }
    }
    for entry in entries(tree, &inside(site, "static"), true) {
        match entry.state {
            State::File => files.statics.push(shared(tree, &entry.relative, &entry.path)),
            _ => passed_over.refused.push(entry),
        }
    }
    Ok(passed_over)
}

/// Tells whether the file is a text that Tera reads.
fn is_template(name: &str) -> bool {
    [".html", ".xml", ".txt", ".json"].iter().any(|extension| name.ends_with(extension))
}

fn logo(tree: &Tree, folders: &Folders, logo: &FilePath) -> Result<OtherFile, LoadError> {
    let path = inside(&folders.base, &logo.path);
    if !tree.is_file(&path) {
        return Err(LoadError::not_there("file", logo));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(shared(tree, &name, &path))
}

fn shared(tree: &Tree, name: &str, path: &Path) -> OtherFile {
    OtherFile { locale: None, path: name.to_owned(), content: tree.blob(path) }
}

/// Returns the files below `folder`, none where there is no such folder.
fn entries(tree: &Tree, folder: &Path, dot_files: bool) -> Vec<Entry> {
    if !tree.is_folder(folder) {
        return Vec::new();
    }
    let root = tree.real(folder);
    // All of the folder is one part: what a link leads to within it comes by itself.
    let part = |_: &str| Some(String::new());
    tree.walk(folder, &Scope { roots: &[root], elsewhere: &[], part: &part, dot_files })
}

/// Returns the regular files below `folder`.
///
/// # Errors
/// Anything that is something else: templates and messages are part of the program that is run.
fn regular(tree: &Tree, folder: &Path) -> Result<Vec<Entry>, LoadError> {
    let check = |Entry { path, relative, state }: Entry| {
        let shown = PathBuf::from(tree.shown(&path));
        match state {
            State::File => Ok(Entry { path, relative, state }),
            State::Special(kind) => Err(LoadError::NotRegular { path: shown, kind }),
            State::Unreadable(source) => Err(LoadError::Read { path: shown, source }),
            State::Dangling { .. } => Err(LoadError::Read { path: shown, source: std::io::ErrorKind::NotFound.into() }),
            State::Name => Err(LoadError::Name { path: shown }),
            State::Outside { target } | State::Repeated { target } => Err(LoadError::Link { path: shown, target }),
        }
    };
    entries(tree, folder, false).into_iter().map(check).collect()
}

//! The only reader of files: what stands on the disk becomes texts in the [`SourceMap`](crate::source::SourceMap) and lists of other files.
//!
//! What is wrong with the content is a finding, and hides no other file. Nothing but regular files is ever
//! opened, and no link is followed out of the content. The order of everything is that of sorted names.

#![allow(clippy::disallowed_methods, reason = "this is where files are read")]

mod baseline;
mod content;
mod encoding;
mod folders;
mod git;
mod layout;
mod locales;
mod loose;
mod memory;
mod picture;
mod place;
mod read;
mod rules;
mod site;
mod tree;
mod walk;

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

pub use self::baseline::baseline;
pub use self::content::content;
pub use self::folders::{Folders, Request, configuration, enclosing, lies_in, terms};
pub use self::git::{GitError, Repository, Revision};
pub use self::memory::memory;
pub use self::picture::Dimensions;
pub use self::rules::{
    ARTICLE_EMPTY, FILE_UNREADABLE, LIMIT_EXCEEDED, LINK_OUTSIDE, LINK_REPEATED, LOCALE_SUSPICIOUS, LOCALE_UNKNOWN,
    NOT_UTF8,
};
pub use self::tree::{Blob, Tree};
use crate::config::{CONFIG_INVALID, FilePath, Tool};
use crate::diag::Finding;
use crate::model::key::ArticleKey;
use crate::model::locale::Locale;
use crate::source::SourceId;

/// What was read for a site, with what is wrong with it.
#[derive(Debug, Default)]
pub struct Loaded {
    pub files: Files,
    pub findings: Vec<Finding>,
    pub layout: Recognised,
}

/// How the content turned out to be laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recognised {
    /// The layout in words, for people: `` `{locale}/{path}` ``, ``Docusaurus (`docs` and `i18n/{locale}`)``.
    pub name: String,
    pub is_default: bool,
    /// The folder that paths of articles are relative to.
    pub content: PathBuf,
    /// The locale that authors write in, where the layout says so.
    pub source: Option<Locale>,
    /// The tool that it is the layout of.
    pub tool: Option<Tool>,
    /// Whether the articles are files from anywhere, not the whole of a site.
    pub is_loose: bool,
    naming: Option<layout::Naming>,
    folders: Vec<layout::LocaleFolder>,
    places: place::Places,
}

impl Recognised {
    /// Returns the key that an article at `path`, a path without links, has, or had before it was deleted.
    pub fn key(&self, tree: &Tree, path: &Path) -> Option<ArticleKey> {
        let of_folder = self.folders.iter().find_map(|folder| {
            let within = path.strip_prefix(tree.real(&folder.path)).ok()?.to_str()?;
            Some(ArticleKey::new(&format!("{}{within}", folder.prefix)))
        });
        let within = || path.strip_prefix(tree.real(&self.content)).ok()?.to_str();
        of_folder.or_else(|| self.naming.as_ref()?.split(within()?).map(|(_, path)| ArticleKey::new(&path)))
    }
}

/// Everything that a site is made from, besides its configuration.
#[derive(Debug, Default)]
pub struct Files {
    /// Articles and fragments whose text could be read.
    pub articles: Vec<FileArticle>,
    /// What else stands in the folders of the locales: pictures, downloads.
    pub others: Vec<OtherFile>,
    /// The site's own templates by name: `article.html`, `parts/head.html`.
    pub templates: Vec<(String, SourceId)>,
    /// The site's own messages.
    pub messages: Vec<(Locale, SourceId)>,
    /// What the site has in `templates/assets`, by the path below it.
    pub assets: Vec<OtherFile>,
    /// What the site has in `static`, by the path below it.
    pub statics: Vec<OtherFile>,
    pub logo: Option<OtherFile>,
}

/// One text that is to be parsed as an article.
#[derive(Debug, Clone)]
pub struct FileArticle {
    pub source: SourceId,
    pub locale: Locale,
    pub key: ArticleKey,
    /// Where it stands on the disk.
    pub path: PathBuf,
}

/// A file whose text is not read.
#[derive(Debug, Clone)]
pub struct OtherFile {
    /// The locale whose folder holds it; none for a file that all locales share.
    pub locale: Option<Locale>,
    /// The path within that folder, with `/`, as it is written on the disk.
    pub path: String,
    pub content: Blob,
}

impl OtherFile {
    /// Returns the file's content.
    ///
    /// # Errors
    /// The file is gone, is no regular file, or is longer than `limit` bytes.
    pub fn bytes(&self, limit: usize) -> io::Result<Vec<u8>> {
        match &self.content {
            Blob::Memory(bytes) => Ok(bytes.to_vec()),
            Blob::Disk(path) => read::bytes(path, limit).map_err(|refusal| match refusal {
                read::Refusal::Io(error) => error,
                read::Refusal::NotRegular(kind) => io::Error::other(format!("it is {kind}")),
                read::Refusal::TooLong(length) => io::Error::other(format!("it has {length} bytes")),
            }),
        }
    }
}

/// Why there is nothing to go on with.
#[derive(Debug, Error)]
pub enum LoadError {
    #[error("there is no folder `{}`", path.display())]
    NoFolder { path: PathBuf },
    #[error("there is no article in `{}`: looked for `{}`", content.display(), looked_for)]
    NoArticle { content: PathBuf, looked_for: String, unknown: Vec<UnknownFolder> },
    #[error("nothing says which language `{}` is in", path.display())]
    NoLanguage { path: PathBuf },
    /// The configuration names something that is not there.
    #[error("{}", .0.message)]
    Configured(Box<Finding>),
    #[error("could not read `{}`", path.display())]
    Read { path: PathBuf, source: io::Error },
    #[error("{}:{line}:{column}: byte 0x{byte:02X} is not UTF-8", path.display())]
    NotUtf8 { path: PathBuf, line: usize, column: usize, byte: u8 },
    #[error("`{}` is longer than {limit} bytes", path.display())]
    TooLong { path: PathBuf, limit: usize },
    #[error("`{}` is {kind}, not a regular file", path.display())]
    NotRegular { path: PathBuf, kind: &'static str },
    #[error("the name `{}` is not UTF-8", slashed(path))]
    Name { path: PathBuf },
    #[error("the link `{}` leads to `{}`, which is not part of the site", path.display(), target.display())]
    Link { path: PathBuf, target: PathBuf },
    #[error("`{}` is a content folder without a site folder, so it is not clear where the site should go", content.display())]
    NoOutput { content: PathBuf },
}

/// A folder of articles whose name is no locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownFolder {
    pub name: String,
    /// The tag that was likely meant.
    pub guess: Option<String>,
}

impl LoadError {
    /// Returns the error for a path in the configuration at which there is no `thing`.
    fn not_there(thing: &str, written: &FilePath) -> Self {
        let message = format!("there is no {thing} `{}`", written.path.display());
        let finding = Finding::at(&CONFIG_INVALID, written.span, message);
        Self::Configured(Box::new(finding.help("the path is relative to the folder of the configuration file")))
    }

    /// Returns what to try next, where that is known.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::NoFolder { .. } => Some("give the folder that holds `content/`: `faultbook build DIR`".to_owned()),
            Self::NoArticle { unknown, .. } => Some(match &unknown[..] {
                [] => "write a first article, such as `content/en/first.md`, or type `faultbook init DIR`".to_owned(),
                [UnknownFolder { name, guess: Some(guess) }, ..] => {
                    format!("the folder `{name}` is named after no language; rename it to `{guess}`")
                }
                [UnknownFolder { name, .. }, ..] => {
                    format!(
                        "the folder `{name}` is named after no language; rename it to a tag such as `en` or `zh-CN`"
                    )
                }
            }),
            Self::NoLanguage { .. } => Some(NAME_THE_LANGUAGE.to_owned()),
            Self::Configured(finding) => finding.help.clone().map(Cow::into_owned),
            Self::NotUtf8 { .. } => Some("save the file as UTF-8".to_owned()),
            Self::NoOutput { content } => Some(format!("type `faultbook build {} --out DIR`", content.display())),
            _ => None,
        }
    }
}

/// What to do about a file of which nothing says which language it is in.
const NAME_THE_LANGUAGE: &str =
    "name the file after its language, such as `a.ko.md`, or write `locale: ko` in its front matter";

/// Returns `path` as people know it: relative to `working` where it lies in it, with `/`.
///
/// Bytes that are no UTF-8 are written `\xE9`.
fn shown(path: &Path, working: &Path) -> String {
    let path = path.strip_prefix(working).unwrap_or(path);
    let path = path.strip_prefix(".").unwrap_or(path);
    if path.as_os_str().is_empty() { ".".to_owned() } else { slashed(path) }
}

/// Returns `path` with `/` between its parts; bytes that are no UTF-8 are written `\xE9`.
fn slashed(path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            text.push_str(&format!("\\x{byte:02X}"));
        }
    }
    if std::path::MAIN_SEPARATOR == '/' { text } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}

//! Walks folders of the disk, and says of every link and special file what it is instead of following it blindly.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::read;
use super::slashed;

/// Something in a folder.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) path: PathBuf,
    /// The path below the folder that was walked, with `/`; bytes that are no UTF-8 are written `\xE9`.
    pub(super) relative: String,
    pub(super) state: State,
}

/// Whether an entry can be read.
#[derive(Debug)]
pub(super) enum State {
    /// A regular file, perhaps behind a link that stays inside.
    File,
    /// "a socket".
    Special(&'static str),
    Unreadable(io::Error),
    /// The name is not UTF-8.
    Name,
    /// A link to nothing.
    Dangling {
        target: PathBuf,
    },
    /// A link to something that is not part of the content.
    Outside {
        target: PathBuf,
    },
    /// A link to a folder that is walked anyway.
    Repeated {
        target: PathBuf,
    },
}

/// What a walk takes in.
pub(super) struct Scope<'a> {
    /// The folders (without links) in which links may end.
    pub(super) roots: &'a [PathBuf],
    /// Folders (without links) that are walked by themselves.
    pub(super) elsewhere: &'a [PathBuf],
    /// Returns to which part of the content a folder belongs, if to any: no folder comes twice in one part.
    pub(super) part: &'a dyn Fn(&str) -> Option<String>,
    /// Whether dot files count.
    pub(super) dot_files: bool,
}

impl Scope<'_> {
    /// Tells whether something of that name is litter or hidden.
    pub(super) fn passes_over(&self, file_name: &OsStr) -> bool {
        let name = file_name.as_encoded_bytes();
        let ends = |suffix: &[u8]| name.ends_with(suffix);
        let is_litter = ends(b"~")
            || name.starts_with(b".#")
            || (name.starts_with(b"#") && ends(b"#"))
            || [&b".swp"[..], b".swo", b".swx"].into_iter().any(ends);
        let is_left_out = if self.dot_files {
            [&b".git"[..], b".hg", b".svn", b".DS_Store"].contains(&name)
        } else {
            is_hidden(file_name)
        };
        is_litter || is_left_out
    }

    /// Tells whether the folder `path` (without links) is walked by itself.
    pub(super) fn is_elsewhere(&self, path: &Path) -> bool {
        self.elsewhere.iter().any(|folder| path.starts_with(folder))
    }

    /// Tells whether `target` (without links) is part of the content: in a root, and not hidden there.
    fn has(&self, target: &Path) -> bool {
        let below = self.roots.iter().filter_map(|root| target.strip_prefix(root).ok());
        below.into_iter().any(|path| !path.iter().any(|name| self.passes_over(name)))
    }
}

/// Returns everything below `root`, sorted by name folder by folder; what is behind links to folders comes last.
pub(super) fn walk(root: &Path, scope: &Scope<'_>) -> Vec<Entry> {
    let pending = vec![(root.to_owned(), String::new())];
    let mut walk = Walk { scope, root: real(root), pending, entered: BTreeSet::new(), entries: Vec::new() };
    while let Some((folder, prefix)) = walk.pending.pop() {
        walk.folder(&folder, &prefix);
    }
    walk.entries
}

/// Returns `path` without links, or as it is where that cannot be told.
pub(super) fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// Returns the names of the folders in `path`, also of those behind links.
pub(super) fn folders(path: &Path) -> Vec<String> {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    folders.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

/// Tells whether a file below `folder` has a name that `is` wanted, without looking behind links or into hidden folders.
pub(super) fn has_file(folder: &Path, is: &dyn Fn(&str) -> bool) -> bool {
    let is_seen = |entry: &DirEntry| entry.depth() == 0 || !is_hidden(entry.file_name());
    let entries = WalkDir::new(folder).max_open(4).into_iter().filter_entry(is_seen).flatten();
    let mut files = entries.filter(|entry| !entry.file_type().is_dir());
    files.any(|entry| entry.file_name().to_str().is_some_and(is))
}

/// Tells whether something of that name is none of the author's: a dot file, or packages that were installed.
fn is_hidden(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.starts_with(b".") || name == b"node_modules"
}

struct Walk<'a> {
    scope: &'a Scope<'a>,
    /// The folder that is walked, without links.
    root: PathBuf,
    /// Folders to walk, with their path below the root. A chain of links must not become a chain of calls.
    pending: Vec<(PathBuf, String)>,
    /// Folders entered through links, with the part of the content that they came into.
    entered: BTreeSet<(String, PathBuf)>,
    entries: Vec<Entry>,
}

impl Walk<'_> {
    /// Takes in everything below `folder`, whose own path below the root is `prefix`.
    fn folder(&mut self, folder: &Path, prefix: &str) {
        let scope = self.scope;
        // Few folders are kept open at a time, for places where few descriptors are allowed.
        let tree = WalkDir::new(folder).min_depth(1).max_open(4).sort_by_file_name().into_iter();
        let mut tree = tree.filter_entry(|entry| !scope.passes_over(entry.file_name()));
        while let Some(entry) = tree.next() {
            let (path, entry) = match entry {
                Ok(entry) => (entry.path().to_owned(), Ok(entry)),
                Err(error) => (error.path().unwrap_or(folder).to_owned(), Err(error)),
            };
            let below = slashed(path.strip_prefix(folder).expect("a walk stays in its folder"));
            let relative = if prefix.is_empty() { below } else { format!("{prefix}/{below}") };
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let error = error.into_io_error().unwrap_or_else(|| io::Error::other("the folders form a loop"));
                    self.push(path, relative, State::Unreadable(error));
                    continue;
                }
            };
            if entry.file_name().to_str().is_none() {
                self.push(path, relative, State::Name);
                if entry.file_type().is_dir() {
                    tree.skip_current_dir();
                }
            } else if entry.file_type().is_dir() {
                if !scope.elsewhere.is_empty() && scope.is_elsewhere(&real(&path)) {
                    tree.skip_current_dir();
                }
            } else {
                self.leaf(&entry, path, relative);
            }
        }
    }

    /// Takes in what is no folder.
    fn leaf(&mut self, entry: &DirEntry, path: PathBuf, relative: String) {
        let file_type = entry.file_type();
        if file_type.is_symlink() {
            return self.link(path, relative);
        }
        let state = read::kind(file_type).map_or(State::File, State::Special);
        self.push(path, relative, state);
    }

    /// Takes in a link: what it leads to where that is part of the content, else what is wrong with it.
    fn link(&mut self, path: PathBuf, relative: String) {
        let target = fs::read_link(&path).unwrap_or_default();
        let real = match fs::canonicalize(&path) {
            Ok(real) => real,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return self.push(path, relative, State::Dangling { target });
            }
            Err(error) => return self.push(path, relative, State::Unreadable(error)),
        };
        let metadata = match fs::metadata(&real) {
            Ok(metadata) => metadata,
            Err(error) => return self.push(path, relative, State::Unreadable(error)),
        };
        let state = match read::kind(metadata.file_type()) {
            Some(kind) if !metadata.is_dir() => State::Special(kind),
            _ if !self.scope.has(&real) => State::Outside { target },
            Some(_) => return self.linked_folder(path, relative, real, target),
            None => State::File,
        };
        self.push(path, relative, state);
    }

    /// Takes up the folder behind a link, unless it comes in this part of the content anyway.
    fn linked_folder(&mut self, path: PathBuf, relative: String, real: PathBuf, target: PathBuf) {
        let Some(part) = (self.scope.part)(&relative) else { return };
        let is_walked = self.scope.is_elsewhere(&real)
            || self.root.starts_with(&real)
            || real.strip_prefix(&self.root).is_ok_and(|below| (self.scope.part)(&slashed(below)).is_some())
            || path.parent().is_some_and(|parent| self::real(parent).starts_with(&real))
            || self.has_entered(&part, &real);
        if is_walked {
            return self.push(path, relative, State::Repeated { target });
        }
        self.entered.insert((part, real));
        self.pending.push((path, relative));
    }

    /// Tells whether `folder`, one around it or one in it was entered through a link for `part` already.
    fn has_entered(&self, part: &str, folder: &Path) -> bool {
        let is_around = folder.ancestors().any(|around| self.entered.contains(&(part.to_owned(), around.to_owned())));
        // Paths are sorted part by part, so that what is in a folder follows it.
        let next = self.entered.range((part.to_owned(), folder.to_owned())..).next();
        is_around || next.is_some_and(|(of, inner)| of == part && inner.starts_with(folder))
    }

    fn push(&mut self, path: PathBuf, relative: String, state: State) {
        self.entries.push(Entry { path, relative, state });
    }
}

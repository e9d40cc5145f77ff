//! Where files come from: the disk, or memory.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::read::{self, Refusal};
use super::walk::{self, Entry, Scope, State};
use super::{shown, slashed};

/// A tree of files.
#[derive(Debug, Clone)]
pub enum Tree {
    /// The disk, seen from a working directory, which is absolute; some files may have other texts than there.
    Disk { working: PathBuf, unsaved: BTreeMap<PathBuf, Arc<[u8]>> },
    /// Files in memory by their path, with `/` and without `.` or `..`.
    Memory(BTreeMap<String, Arc<[u8]>>),
}

/// The bytes of a file, not read yet where it is on the disk.
#[derive(Debug, Clone)]
pub enum Blob {
    Disk(PathBuf),
    Memory(Arc<[u8]>),
}

impl Tree {
    /// Returns the disk as seen from `working`, against which paths are resolved and shown.
    pub fn disk(working: impl Into<PathBuf>) -> Self {
        Self::Disk { working: working.into(), unsaved: BTreeMap::new() }
    }

    /// Returns this tree with `texts` in the place of what the files at these paths hold.
    pub fn with(&self, texts: impl IntoIterator<Item = (PathBuf, Arc<[u8]>)>) -> Self {
        let mut tree = self.clone();
        for (path, text) in texts {
            let path = tree.locate(&path);
            match &mut tree {
                Self::Disk { unsaved, .. } => drop(unsaved.insert(path, text)),
                Self::Memory(files) => drop(files.insert(slashed(&path), text)),
            }
        }
        tree
    }

    /// Returns where `path` stands: absolute on the disk, without `.` and `..` in memory.
    pub fn locate(&self, path: &Path) -> PathBuf {
        match self {
            Self::Disk { working, .. } => working.join(path),
            Self::Memory(_) => PathBuf::from(memory_name(path)),
        }
    }

    /// Returns `path` (as given or located) as people know it.
    pub fn shown(&self, path: &Path) -> String {
        match self {
            Self::Disk { working, .. } => shown(path, working),
            Self::Memory(_) => shown(path, Path::new("")),
        }
    }

    /// Tells whether there is a folder at `path`, also behind a link.
    pub fn is_folder(&self, path: &Path) -> bool {
        let path = self.locate(path);
        match self {
            Self::Disk { .. } => path.is_dir(),
            Self::Memory(_) => path.as_os_str().is_empty() || self.below(&path).next().is_some(),
        }
    }

    /// Tells whether a regular file stands at `path`, perhaps behind a link.
    pub(super) fn is_file(&self, path: &Path) -> bool {
        match self {
            Self::Disk { .. } => self.locate(path).is_file(),
            Self::Memory(files) => files.contains_key(&memory_name(path)),
        }
    }

    /// Tells whether something stands at `path`, be it a file, a folder or a broken link.
    pub fn exists(&self, path: &Path) -> bool {
        match self {
            Self::Disk { .. } => self.locate(path).symlink_metadata().is_ok(),
            Self::Memory(files) => self.is_folder(path) || files.contains_key(&memory_name(path)),
        }
    }

    /// Returns the names of the folders in `path` that are not hidden, sorted; none where it cannot be read.
    pub(super) fn folders(&self, path: &Path) -> Vec<String> {
        let path = self.locate(path);
        let mut names: Vec<String> = match self {
            Self::Disk { .. } => walk::folders(&path),
            Self::Memory(_) => {
                let names = self.below(&path).filter_map(|(name, _)| name.split_once('/'));
                names.map(|(folder, _)| folder.to_owned()).collect()
            }
        };
        names.sort();
        names.dedup();
        names.retain(|name| !name.starts_with('.'));
        names
    }

    /// Returns everything below `root` that is no litter, sorted by name folder by folder.
    pub(super) fn walk(&self, root: &Path, scope: &Scope<'_>) -> Vec<Entry> {
        let root = self.locate(root);
        match self {
            Self::Disk { .. } => walk::walk(&root, scope),
            Self::Memory(_) => self
                .below(&root)
                .filter(|(name, _)| !name.split('/').any(|part| scope.passes_over(part.as_ref())))
                .filter(|(name, _)| !scope.is_elsewhere(&root.join(name)))
                .map(|(name, _)| Entry { path: root.join(name), relative: name.to_owned(), state: State::File })
                .collect(),
        }
    }

    /// Tells whether a file below `folder` has a name that `is` wanted; hidden ones do not count.
    pub(super) fn has_file(&self, folder: &Path, is: &dyn Fn(&str) -> bool) -> bool {
        let folder = self.locate(folder);
        match self {
            Self::Disk { .. } => walk::has_file(&folder, is),
            Self::Memory(_) => self.below(&folder).any(|(name, _)| is(name)),
        }
    }

    /// Returns the first bytes of the regular file at `path`; none where it cannot be read.
    pub(super) fn beginning(&self, path: &Path, length: usize) -> Vec<u8> {
        let path = self.locate(path);
        match self {
            Self::Disk { .. } => read::beginning(&path, length).unwrap_or_default(),
            Self::Memory(files) => {
                files.get(&slashed(&path)).map_or_else(Vec::new, |bytes| bytes[..bytes.len().min(length)].to_vec())
            }
        }
    }

    /// Returns the bytes of the regular file at `path`, up to `limit` of them.
    pub(super) fn bytes(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Refusal> {
        let path = self.locate(path);
        let in_memory = match self {
            Self::Disk { unsaved, .. } => unsaved.get(&path),
            Self::Memory(files) => files.get(&slashed(&path)),
        };
        match (self, in_memory) {
            (_, Some(bytes)) if bytes.len() > limit => Err(Refusal::TooLong(bytes.len() as u64)),
            (_, Some(bytes)) => Ok(bytes.to_vec()),
            (Self::Disk { .. }, None) => read::bytes(&path, limit),
            (Self::Memory(_), None) => Err(Refusal::Io(std::io::ErrorKind::NotFound.into())),
        }
    }

    /// Returns the file at `path`, to be read later.
    pub(super) fn blob(&self, path: &Path) -> Blob {
        let path = self.locate(path);
        match self {
            Self::Disk { .. } => Blob::Disk(path),
            Self::Memory(files) => Blob::Memory(files.get(&slashed(&path)).cloned().unwrap_or_default()),
        }
    }

    /// Returns the path without links, for comparing folders.
    pub fn real(&self, path: &Path) -> PathBuf {
        let path = self.locate(path);
        match self {
            Self::Disk { .. } => walk::real(&path),
            Self::Memory(_) => path,
        }
    }

    /// Returns the files of memory below the folder `path`, with their paths below it.
    fn below<'a>(&'a self, path: &Path) -> impl Iterator<Item = (&'a str, &'a Arc<[u8]>)> + use<'a> {
        let prefix = match slashed(path) {
            name if name.is_empty() => name,
            name => name + "/",
        };
        let files = match self {
            Self::Disk { .. } => None,
            Self::Memory(files) => Some(files),
        };
        let files = files.into_iter().flat_map(BTreeMap::iter);
        files.filter_map(move |(name, bytes)| Some((name.strip_prefix(&prefix)?, bytes)))
    }
}

/// Returns `path` with its `.` and `..` worked out.
fn memory_name(path: &Path) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => parts.push(name.to_string_lossy().into_owned()),
            Component::ParentDir => drop(parts.pop()),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    parts.join("/")
}

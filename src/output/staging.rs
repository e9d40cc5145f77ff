//! A site in the making.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use super::manifest::{self, MANIFEST};
use super::read::read_regular;
use super::scaffold::Scaffold;
use super::target::{self, Protected};
use super::tree::Tree;
use super::{Cancel, Compressor, OutputError, Sink, compress, path};
use crate::model::artifact::{Artifact, Content};

/// A site that is being written, to be published at once by [`Staging::finish`].
///
/// Dropped without that, it leaves the target as it was and nothing beside it.
#[derive(Debug)]
pub struct Staging {
    scaffold: Scaffold,
    tree: Tree,
    target: PathBuf,
    written: Mutex<Vec<String>>,
    bytes: AtomicU64,
    cancel: Cancel,
    compressor: Option<Compressor>,
}

/// What was published.
#[derive(Debug)]
pub struct Written {
    pub files: usize,
    pub bytes: u64,
    /// Why the old site or the stage could not be removed wholly: no failure, for the new site stands.
    pub litter: Option<OutputError>,
}

impl Staging {
    /// Begins a site that is to replace the folder `target`, which need not exist.
    ///
    /// # Errors
    /// The target may not be replaced (see [`Protected`]; it holds what faultbook did not make), another
    /// build is writing to it, or the folder around it can't be written to. Nothing was changed then.
    pub fn begin(target: &Path, protected: &[Protected], cancel: Cancel) -> Result<Self, OutputError> {
        cancel.check()?;
        let target = target::resolve(target, protected)?;
        if !manifest::is_there(&target) {
            manifest::check(&target)?;
        }
        // With a manifest it may be the target of a build at work, and is looked at once that is over.
        let scaffold = Scaffold::put_up(&target)?;
        manifest::check(&target)?;
        let tree = Tree::open(&scaffold.stage(), target.clone())?;
        Ok(Self {
            scaffold,
            tree,
            target,
            written: Mutex::default(),
            bytes: AtomicU64::new(0),
            cancel,
            compressor: None,
        })
    }

    /// Makes compressed copies of what is written from now on.
    pub fn compress(&mut self, compressor: Compressor) {
        self.compressor = Some(compressor);
    }

    /// Returns the files that were written so far, in no order.
    pub fn paths(&self) -> Vec<String> {
        self.written.lock().expect("nobody panics while noting a path").clone()
    }

    /// Publishes the site: it takes the target's place in one step, and the old site is removed.
    ///
    /// # Errors
    /// The target is the old site still. After the swap nothing is an error any more.
    pub fn finish(self) -> Result<Written, OutputError> {
        let Self { mut scaffold, tree, target, written, bytes, cancel, .. } = self;
        let paths = written.into_inner().expect("nobody panics while noting a path");
        let files = paths.len();
        tree.write(MANIFEST, manifest::text(paths).as_bytes())?;
        // Something foreign may have come while the site was built.
        manifest::check(&target)?;
        cancel.check()?;
        scaffold.swap().map_err(OutputError::io("replace", &target))?;
        Ok(Written { files, bytes: bytes.into_inner(), litter: scaffold.take_down().err() })
    }
}

impl Sink for Staging {
    fn write(&self, Artifact { path, content }: Artifact) -> Result<(), OutputError> {
        self.cancel.check()?;
        path::check(&path)?;
        let compressor = self.compressor.as_ref().filter(|_| Compressor::takes(&path));
        let content = match content {
            Content::Copy(from) if compressor.is_some() && is_small(&from) => Content::Bytes(read_regular(&from)?),
            content => content,
        };
        let copies = match (&content, compressor) {
            (Content::Bytes(bytes), Some(compressor)) => compressor.copies(&path, bytes),
            _ => Vec::new(),
        };
        match content {
            Content::Bytes(bytes) => self.put(path, &bytes)?,
            Content::Copy(from) => {
                let size = self.tree.copy(&path, &from)?;
                self.note(path, size);
            }
        }
        copies.into_iter().try_for_each(|(path, bytes)| self.put(path, &bytes))
    }
}

impl Staging {
    fn put(&self, path: String, bytes: &[u8]) -> Result<(), OutputError> {
        self.tree.write(&path, bytes)?;
        self.note(path, bytes.len() as u64);
        Ok(())
    }

    fn note(&self, path: String, size: u64) {
        self.bytes.fetch_add(size, Ordering::Relaxed);
        self.written.lock().expect("nobody panics while noting a path").push(path);
    }
}

/// Tells whether a file that is copied can be held in memory.
fn is_small(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|metadata| metadata.len() <= compress::LARGEST as u64)
}

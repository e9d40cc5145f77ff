//! Sees when files change.
//!
//! Every path that is watched may be missing, go away and come back: the nearest folder above it that
//! exists is watched as well, by itself, and what happens there to other files is passed over.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer};

use crate::load::Tree;

/// For how long files have to be left alone before a change counts as over.
const QUIET: Duration = Duration::from_millis(80);

/// The longest that [`Watch::has_changed`] waits.
pub(super) const GLANCE: Duration = Duration::from_millis(50);

/// Watches files and folders.
pub(super) struct Watch {
    /// Where absolute paths are looked up.
    disk: Tree,
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    events: Receiver<DebounceEventResult>,
    /// What is to be watched, without links.
    roots: Vec<PathBuf>,
    /// What the system watches for us, and whether with all that is in it.
    active: BTreeMap<PathBuf, RecursiveMode>,
    /// Whether a root itself changed: the system forgets a folder that was removed, also if it is back.
    is_stale: bool,
}

impl Watch {
    /// Returns a watch on nothing yet.
    ///
    /// # Errors
    /// The system has no means left.
    pub fn new() -> notify::Result<Self> {
        let (sender, events) = channel();
        let debouncer = new_debouncer(QUIET, None, sender)?;
        let disk = Tree::disk(Path::new(""));
        Ok(Self { disk, debouncer, events, roots: Vec::new(), active: BTreeMap::new(), is_stale: false })
    }

    /// Watches `paths`, which are absolute, and nothing else from now on.
    ///
    /// # Errors
    /// The system can't watch one of them; the others are watched.
    pub fn follow(&mut self, paths: &[PathBuf]) -> notify::Result<()> {
        self.roots = paths.iter().map(|path| resolved(&self.disk, path)).collect();
        let wanted = wanted(&self.disk, &self.roots);
        let is_stale = std::mem::take(&mut self.is_stale);
        let gone: Vec<PathBuf> = self
            .active
            .iter()
            .filter(|(path, mode)| is_stale || wanted.get(*path) != Some(mode))
            .map(|(path, _)| path.clone())
            .collect();
        for path in gone {
            self.active.remove(&path);
            // It is no longer watched if it was removed.
            let _ = self.debouncer.unwatch(&path);
        }
        let mut result = Ok(());
        for (path, mode) in wanted {
            if !self.active.contains_key(&path) {
                match self.debouncer.watch(&path, mode) {
                    Ok(()) => drop(self.active.insert(path, mode)),
                    // Between looking and watching it went away, which the folder above it tells.
                    Err(_) if !self.disk.exists(&path) => {}
                    Err(error) => result = Err(error),
                }
            }
        }
        result
    }

    /// Waits for a moment, and tells whether anything has changed since the last call.
    pub fn has_changed(&mut self) -> bool {
        let first = match self.events.recv_timeout(GLANCE) {
            Ok(events) => events,
            Err(RecvTimeoutError::Timeout) => return false,
            Err(RecvTimeoutError::Disconnected) => {
                thread::sleep(GLANCE);
                return false;
            }
        };
        let mut has_changed = false;
        for events in std::iter::once(first).chain(self.events.try_iter()) {
            // An error may stand for any change.
            has_changed |= events.map_or(true, |events| {
                self.is_stale |= events.iter().flat_map(|event| &event.paths).any(|path| is_root(&self.roots, path));
                events.iter().any(|event| is_change(&self.roots, event))
            });
        }
        has_changed
    }
}

/// Returns what the system has to watch for `roots`.
fn wanted(disk: &Tree, roots: &[PathBuf]) -> BTreeMap<PathBuf, RecursiveMode> {
    let mut wanted = BTreeMap::new();
    for root in roots {
        let above = root.ancestors().skip(1).find(|folder| disk.is_folder(folder));
        if let Some(folder) = above {
            wanted.entry(folder.to_owned()).or_insert(RecursiveMode::NonRecursive);
        }
    }
    for root in roots.iter().filter(|root| disk.is_folder(root)) {
        wanted.insert(root.clone(), RecursiveMode::Recursive);
    }
    wanted
}

/// Returns `path` without links, as far as it exists.
fn resolved(disk: &Tree, path: &Path) -> PathBuf {
    let Some(existing) = path.ancestors().find(|folder| disk.exists(folder)) else { return path.to_owned() };
    match path.strip_prefix(existing) {
        Ok(rest) if !rest.as_os_str().is_empty() => disk.real(existing).join(rest),
        _ => disk.real(existing),
    }
}

/// Tells whether `event` changes what is in `roots`.
fn is_change(roots: &[PathBuf], event: &DebouncedEvent) -> bool {
    let concerns = |path: &PathBuf| {
        let inside = roots.iter().any(|root| path.starts_with(root));
        inside && !is_litter(path) || is_root(roots, path)
    };
    event.need_rescan() || !event.kind.is_access() && event.paths.iter().any(concerns)
}

/// Tells whether `path` is a root or holds one.
fn is_root(roots: &[PathBuf], path: &Path) -> bool {
    roots.iter().any(|root| root.starts_with(path))
}

/// Tells whether editors have files of this name while they are at work.
fn is_litter(path: &Path) -> bool {
    let name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
    name.ends_with('~') || name.starts_with(".#") || name.starts_with('.') && name.contains(".sw")
}

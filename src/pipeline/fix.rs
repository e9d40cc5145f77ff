//! Makes the safe fixes of a site: in memory first, where it is checked again, then on the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::safety::{self, Tally};
use super::{PipelineError, Request, Site, read};
use crate::load::Tree;
use crate::output::{self, OutputError};
use crate::source::edit::{self, Edit};

/// Fixes may uncover further ones; after so many rounds what is left waits for the next run.
const MOST_ROUNDS: usize = 8;

/// A site with its safe fixes made, as it will be once the files are written.
#[derive(Debug)]
pub struct Fixed {
    /// What remains to be said of it.
    pub site: Site,
    /// The files that change, by path.
    pub files: Vec<FixedFile>,
    /// How many findings are gone.
    pub count: usize,
}

/// One file that changes.
#[derive(Debug)]
pub struct FixedFile {
    path: PathBuf,
    /// Its path as people know it.
    pub shown: Box<str>,
    /// What it held when it was read.
    pub old: String,
    /// What it will hold.
    pub new: String,
    /// How many fixes were made in it.
    pub fixes: usize,
}

impl FixedFile {
    /// Writes the new text, provided that the file still holds the old one.
    ///
    /// # Errors
    /// Those of [`output::replace`]; the file is left alone then.
    pub fn write(&self) -> Result<(), OutputError> {
        output::replace(&self.path, self.old.as_bytes(), self.new.as_bytes())
    }
}

/// Reads the site and makes the safe fixes of what is reported, in memory.
///
/// `limit` takes out of a site's findings what is not to be reported; that is not fixed either.
///
/// # Errors
/// Those of [`read`] and of `limit`.
pub fn fix<E: From<PipelineError>>(
    tree: &Tree,
    request: &Request,
    limit: impl Fn(&mut Site) -> Result<(), E>,
) -> Result<Fixed, E> {
    let request = &Request { prove_fixes: true, ..request.clone() };
    let mut work = Work { tree, request, files: BTreeMap::new(), refused: BTreeSet::new() };
    let mut site = read(tree, request)?;
    let mut known = site.tally();
    limit(&mut site)?;
    let first = site.findings.len();
    for _ in 0..MOST_ROUNDS {
        let Some(next) = work.round(&site, &known)? else { break };
        site = next;
        known = site.tally();
        limit(&mut site)?;
    }
    let count = first.saturating_sub(site.findings.len());
    Ok(Fixed { site, files: work.files.into_values().collect(), count })
}

impl Site {
    fn tally(&self) -> Tally {
        safety::tally(&self.findings, &self.sources)
    }
}

/// The edits of one round in one file, and how many fixes they belong to.
type Edits = (Vec<Edit>, usize);

struct Work<'a> {
    tree: &'a Tree,
    request: &'a Request,
    /// What has changed so far, by path.
    files: BTreeMap<PathBuf, FixedFile>,
    /// Files in which a fix would bring up something new.
    refused: BTreeSet<PathBuf>,
}

impl Work<'_> {
    /// Makes the fixes of `site` and returns the site after them; `None` where there are none to be made.
    ///
    /// `known` is what was found before. A file whose fixes bring up anything else is left as it is.
    fn round(&mut self, site: &Site, known: &Tally) -> Result<Option<Site>, PipelineError> {
        loop {
            let edits = self.edits(site);
            if edits.is_empty() {
                return Ok(None);
            }
            let files = changed(site, &edits);
            let texts = self.files.values().chain(&files).map(|file| (file.path.clone(), file.new.as_bytes().into()));
            let next = read(&self.tree.with(texts), self.request)?;
            let risen: Vec<PathBuf> = risen(&next, known);
            if risen.is_empty() {
                files.into_iter().for_each(|file| self.take(file));
                return Ok(Some(next));
            }
            let before = self.refused.len();
            self.refused.extend(risen.into_iter().filter(|path| edits.contains_key(&**path)));
            if self.refused.len() == before {
                self.refused.extend(edits.into_keys().map(Path::to_owned));
            }
        }
    }

    /// Returns the edits of this round: of those that meet the first.
    fn edits<'s>(&self, site: &'s Site) -> BTreeMap<&'s Path, Edits> {
        let paths: BTreeMap<_, _> = site.files.articles.iter().map(|file| (file.source, &*file.path)).collect();
        let path = |edit: &Edit| paths.get(&edit.span.source).copied().filter(|path| !self.refused.contains(*path));
        let fixes = site.findings.iter().enumerate().filter(|(_, finding)| safety::is_safe(finding));
        let fixes = fixes.filter_map(|(index, finding)| Some((index, &*finding.fix.as_ref()?.edits)));
        let (chosen, made) = safety::apart(fixes.filter(|(_, edits)| edits.iter().all(|edit| path(edit).is_some())));
        let mut edits: BTreeMap<&Path, Edits> = BTreeMap::new();
        for edit in made {
            if let Some(path) = path(edit) {
                edits.entry(path).or_default().0.push(edit.clone());
            }
        }
        for finding in chosen.into_iter().map(|index| &site.findings[index]) {
            let path = finding.fix.iter().flat_map(|fix| &fix.edits).find_map(path);
            if let Some((_, count)) = path.and_then(|path| edits.get_mut(path)) {
                *count += 1;
            }
        }
        edits
    }

    /// Notes a file's new text; where it has changed before, only the first old text is on the disk.
    fn take(&mut self, file: FixedFile) {
        match self.files.get_mut(&file.path) {
            Some(known) => {
                known.new = file.new;
                known.fixes += file.fixes;
            }
            None => drop(self.files.insert(file.path.clone(), file)),
        }
    }
}

/// Returns the files of `site` that `edits` change.
fn changed(site: &Site, edits: &BTreeMap<&Path, Edits>) -> Vec<FixedFile> {
    let files = edits.iter().filter_map(|(path, (edits, fixes))| {
        let source = site.sources.get(edits.first()?.span.source);
        let new = edit::apply(&source.text, edits)?;
        Some(FixedFile {
            path: path.to_path_buf(),
            shown: source.path.clone(),
            old: source.text.to_string(),
            new,
            fixes: *fixes,
        })
    });
    files.collect()
}

/// Returns the articles in which `site` has findings that are not `known`, or an empty path for other places.
fn risen(site: &Site, known: &Tally) -> Vec<PathBuf> {
    let paths: BTreeMap<_, _> = site.files.articles.iter().map(|file| (file.source, &file.path)).collect();
    let tally = site.tally();
    let new = site.findings.iter().filter(|finding| {
        let kind = safety::kind(finding, &site.sources);
        tally.get(&kind) > known.get(&kind)
    });
    new.map(|finding| finding.source().and_then(|source| paths.get(&source).copied()).cloned().unwrap_or_default())
        .collect()
}

//! The older texts of sources that translations name by their commits, from git where it has them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::Catalog;
use crate::catalog::history::History;
use crate::catalog::version::Version;
use crate::load::{Files, Repository, Revision, Tree};
use crate::markdown::{self, Options};
use crate::model::article::Article;
use crate::source::{SourceId, SourceMap};

/// The digits of an abbreviated commit at least, and those of a whole one (SHA-256) at most.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=64;

/// A translation that names the commit of its source.
struct Named {
    group: usize,
    article: usize,
    source: usize,
    revision: Revision,
}

/// Finds out what has changed in each source since its translations were made, where git knows their commits.
///
/// Nothing is run where no translation names a commit, or its source is in no repository. Commits that the
/// repository does not have are those of another one, and say nothing.
pub(super) fn read(catalog: &mut Catalog, files: &Files, sources: &SourceMap, options: &Options, tree: &Tree) {
    let paths: BTreeMap<SourceId, _> = files.articles.iter().map(|file| (file.source, &*file.path)).collect();
    let mut repository = None;
    let mut named = Vec::new();
    for (at, group) in catalog.groups.iter().enumerate() {
        let Some(source) = group.source else { continue };
        let mut relative = None;
        for (index, article) in group.articles.iter().enumerate().filter(|(index, _)| *index != source) {
            let Some(commit) = commit(article) else { continue };
            let is_current = group.versions.of_article(index) == Version::Current;
            let Some(path) = paths.get(&group.articles[source].source).filter(|_| !is_current) else { continue };
            let repository = repository.get_or_insert_with(|| Repository::holding(tree, path));
            let Some(repository) = repository else { return };
            let relative = relative.get_or_insert_with(|| repository.relative(tree, path));
            let Some(path) = relative.clone() else { continue };
            let revision = Revision { commit: commit.to_owned(), path };
            named.push(Named { group: at, article: index, source, revision });
        }
    }
    let Some(Some(repository)) = repository else { return };
    let texts = repository.texts(named.iter().map(|named| &named.revision));
    let compared: Vec<(&Named, History)> = named
        .par_iter()
        .filter_map(|named| Some((named, compared(named, texts.get(&named.revision)?, catalog, sources, options))))
        .collect();
    for (named, history) in compared {
        catalog.remember(named.group, named.article, history);
    }
}

/// Returns the commit that a translation names, if it can be one.
fn commit(article: &Article) -> Option<&str> {
    let commit = article.front.source_commit.as_deref()?;
    (DIGITS.contains(&commit.len()) && commit.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(commit)
}

/// Compares the source of a translation with the text `then`.
fn compared(named: &Named, then: &str, catalog: &Catalog, sources: &SourceMap, options: &Options) -> History {
    let group = &catalog.groups[named.group];
    let (now, translation) = (&group.articles[named.source], &group.articles[named.article]);
    let mut older = SourceMap::default();
    let id = older.add(&*sources.get(now.source).path, then);
    let (article, _) = markdown::parse(older.get(id), now.locale.clone(), now.key.clone(), options);
    let text = |article: &Article| sources.get(article.source);
    History::of((&article, older.get(id)), (now, text(now)), (translation, text(translation)))
}

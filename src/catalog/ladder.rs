//! Whom an article is compared with, before any passage is looked at.

use super::group::Group;
use super::version::Version;

/// The fewest articles that make a majority.
const ENOUGH: usize = 3;

/// The rungs that hang on versions alone, for one article.
#[derive(Debug)]
pub(super) struct Ladder {
    /// The source article, where it may be held against this one.
    pub source: Option<usize>,
    /// The source article, where it is known or feared to be of another version.
    pub other_version: Option<usize>,
    /// The translations of the same source version, this one among them.
    pub same_version: Vec<usize>,
    /// The translations that are not known to be of another version, this one among them.
    not_other: Vec<usize>,
}

impl Ladder {
    /// Returns the rungs for the article at `index`.
    pub fn of(group: &Group, index: usize) -> Self {
        let source = group.source.filter(|&source| source != index);
        let trusted = source.filter(|&source| is_trusted(group, source, index));
        let translations = || (0..group.articles.len()).filter(|&other| !group.is_source(other));
        let same = |other: usize| group.versions.same(index, other);
        Self {
            source: trusted,
            other_version: source.filter(|_| trusted.is_none()),
            same_version: translations().filter(|&other| same(other) == Some(true)).collect(),
            not_other: translations().filter(|&other| same(other) != Some(false)).collect(),
        }
    }

    /// Returns those who may decide by their number, the surest first.
    pub fn voters(&self) -> impl Iterator<Item = &[usize]> {
        [&self.same_version, &self.not_other].into_iter().map(Vec::as_slice).filter(|voters| voters.len() >= ENOUGH)
    }

    /// Tells whether neither a source nor a number of translations can decide anything.
    pub fn decides_nothing(&self) -> bool {
        self.source.is_none() && self.other_version.is_none() && self.voters().next().is_none()
    }
}

/// Tells whether the source article may be held against the article: not where either is known to be of
/// another version, nor where a sibling of another version is newer than an article of unknown version.
fn is_trusted(group: &Group, source: usize, article: usize) -> bool {
    // It is known what has changed; the rest of the source is what this was made from.
    if group.history.contains_key(&article) {
        return true;
    }
    let (versions, articles) = (&group.versions, &group.articles);
    let is_newer = |other: usize| {
        other != source
            && versions.same(article, other) == Some(false)
            && articles[other].front.translated > articles[article].front.translated
    };
    match versions.of_article(article) {
        Version::Current => true,
        Version::Older | Version::Newer => false,
        Version::Unknown => versions.is_proven(source) || !(0..articles.len()).any(is_newer),
    }
}

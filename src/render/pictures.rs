//! Pictures and other files that articles bring along: where each is published.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::Input;
use super::setting::copied;
use crate::catalog::links::Target;
use crate::load::{Dimensions, OtherFile};
use crate::markdown::html::embedded_picture;
use crate::model::article::Article;
use crate::model::artifact::{Artifact, Content};
use crate::model::digest;
use crate::model::folder::folder;
use crate::model::literal::LiteralKind;
use crate::model::locale::Locale;

/// The files that pages refer to.
pub struct Pictures<'s> {
    input: Input<'s>,
    /// By locale and path below its folder.
    files: BTreeMap<(Locale, &'s str), Beside<'s>>,
    /// Pictures that stand in the text itself (`data:image/png;base64,…`), by path.
    embedded: BTreeMap<String, Vec<u8>>,
    used: Vec<(Locale, &'s str)>,
}

/// A file beside the articles, and its size as a picture once it was asked for.
struct Beside<'s> {
    file: &'s OtherFile,
    size: OnceLock<Option<Dimensions>>,
}

impl<'s> Pictures<'s> {
    /// Finds what articles and fragments refer to.
    pub(super) fn of(input: Input<'s>) -> Self {
        let beside =
            input.files.others.iter().filter_map(|file| Some(((file.locale.clone()?, file.path.as_str()), file)));
        let files: BTreeMap<_, _> = beside.map(|(key, file)| (key, Beside { file, size: OnceLock::new() })).collect();
        let mut used = std::collections::BTreeSet::new();
        let mut embedded = BTreeMap::new();
        for article in input.catalog.all_groups().flat_map(|group| &group.articles) {
            for literal in &article.literals {
                if !matches!(literal.kind, LiteralKind::Image | LiteralKind::Link) {
                    continue;
                }
                if let Some((path, bytes)) = embedded_path(&literal.value) {
                    embedded.insert(path, bytes);
                } else if let Target::File(path) = input.catalog.resolve(article, &literal.value) {
                    let known = files.get(&(article.locale.clone(), path.as_str()));
                    used.extend(known.map(|beside| (article.locale.clone(), beside.file.path.as_str())));
                }
            }
        }
        Self { input, files, embedded, used: used.into_iter().collect() }
    }

    /// Returns how many files there are to publish.
    pub fn count(&self) -> usize {
        self.used.len() + self.embedded.len()
    }

    /// Returns the file of that number.
    pub fn artifact(&self, at: usize) -> Artifact {
        match self.used.get(at) {
            Some(key) => copied(path(&key.0, key.1), &self.files[key].file.content),
            None => {
                let (path, bytes) = self.embedded.iter().nth(at - self.used.len()).expect("the plan counts the files");
                Artifact { path: path.clone(), content: Content::Bytes(bytes.clone()) }
            }
        }
    }

    /// Returns where the picture `target` of an article is published, and its size.
    pub fn find(&self, article: &Article, target: &str) -> Option<(String, Option<(u32, u32)>)> {
        if let Some((path, bytes)) = embedded_path(target) {
            let size = imagesize(&bytes);
            return Some((path, size));
        }
        let Target::File(file) = self.input.catalog.resolve(article, target) else { return None };
        let beside = self.files.get(&(article.locale.clone(), file.as_str()))?;
        let size = beside.size.get_or_init(|| beside.file.dimensions());
        Some((path(&article.locale, &file), size.map(|size| (size.width, size.height))))
    }

    /// Returns where the file that an article links to is published.
    pub fn linked(&self, article: &Article, file: &str) -> Option<String> {
        self.files.contains_key(&(article.locale.clone(), file)).then(|| path(&article.locale, file))
    }
}

fn path(locale: &Locale, file: &str) -> String {
    format!("_/files/{}/{}", locale.segment(), folder(file))
}

/// Returns the path under which a picture in the text is published, and its bytes.
fn embedded_path(target: &str) -> Option<(String, Vec<u8>)> {
    let picture = embedded_picture(target)?;
    Some((format!("_/pictures/{}.{}", digest::short(&picture.bytes), picture.extension), picture.bytes))
}

fn imagesize(bytes: &[u8]) -> Option<(u32, u32)> {
    let size = imagesize::blob_size(bytes).ok()?;
    Some((size.width.try_into().ok()?, size.height.try_into().ok()?))
}

//! Full-text search: an index of our own for each locale, read by `templates/assets/search.js`.
//!
//! Everything that takes statistics happens here: a term's weight in a document is a small number, and a query
//! needs a few small files ([`shards`]). A locale's index holds its own articles only: no fallbacks, nothing retired.
//! Those that keep search engines away are in it, since the site's own search is none.

mod fold;
mod index;
mod key;
mod shards;
mod text;
mod tokens;

#[cfg(test)]
mod tests;

use rayon::prelude::*;

use self::index::{Field, Index};
use self::key::Rules;
use super::Renderer;
use super::address;
use crate::catalog::fragments::MAX_DEPTH;
use crate::model::article::Article;
use crate::model::artifact::{Artifact, Content};
use crate::model::locale::Locale;

/// Articles that one task reads.
const TASK: usize = 256;

/// The most fragments that are read with one article.
const MAX_INCLUDES: usize = 50;

/// What a result shows of a document.
pub struct Entry {
    /// The page's folder below the locale's `errors/` (with a code) or `articles/`, percent-encoded.
    path: String,
    title: String,
    /// The code whose page it is.
    code: Option<String>,
}

/// Returns the folder of those files of a locale's index whose names change with what they hold.
///
/// The one that names them, `index.txt`, stands beside the page of results, where hosts keep no file for good.
fn folder(locale: &Locale) -> String {
    format!("_/search/{}/", locale.segment())
}

/// Returns the files of a locale's index; the same for any number of threads.
pub fn files(renderer: &Renderer<'_>, locale: &Locale) -> Vec<Artifact> {
    let own: Vec<(usize, &Article)> = renderer.facts.own_groups(locale).collect();
    let bytes: usize = own.iter().map(|(_, article)| article.body.range().len()).sum();
    let average = (bytes as f64 / own.len().max(1) as f64).max(1.0);
    let of = |(task, some): (usize, &[(usize, &Article)])| {
        let mut index = Index::default();
        for ((group, article), document) in some.iter().zip(task * TASK..) {
            read(renderer, *group, article, &mut index);
            let document = u32::try_from(document).expect("fewer documents than bytes");
            index.finish(document, article.body.range().len() as f64 / average);
        }
        index
    };
    // Some tasks at a time, so that no more than theirs waits to be taken in.
    let mut whole = Index::default();
    for (round, tasks) in own.chunks(TASK * 8).enumerate() {
        let tasks: Vec<_> = tasks.chunks(TASK).enumerate().map(|(at, some)| (round * 8 + at, some)).collect();
        tasks.into_par_iter().map(of).collect::<Vec<_>>().into_iter().for_each(|index| whole.absorb(index));
    }
    let entries: Vec<Entry> = own.iter().map(|(group, article)| entry(renderer, *group, article)).collect();
    let folder = folder(locale);
    let home = address::search(locale);
    let way = address::relative(&home, &folder);
    let (head, files) = shards::files(&way, whole.into_terms(), &entries, &Rules::of(locale.language()));
    let artifact = |path: String, text: String| Artifact { path, content: Content::Bytes(text.into()) };
    let files = files.into_iter().map(|(path, text)| artifact(folder.clone() + &path, text));
    files.chain([artifact(home + "index.txt", head)]).collect()
}

/// Adds an article to the document at hand.
fn read(renderer: &Renderer<'_>, group: usize, article: &Article, index: &mut Index) {
    let facts = &renderer.facts;
    let of = facts.group(group);
    index.add(Field::Title, article.title());
    for code in &of.primary {
        // Readers leave out what is the same for all codes of a family.
        let digits = || code.text.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == ' ');
        let bare = code.text.strip_prefix("0x").unwrap_or_else(digits);
        index.add_whole(&code.text);
        index.add_whole(bare);
        if let Some(name) = facts.name(of, article, code) {
            index.add_whole(name);
        }
    }
    for heading in article.headings.iter().skip(1) {
        index.add(Field::Head, &heading.text);
    }
    let front = &article.front;
    for text in front.title.iter().chain(&front.description).chain(&front.keywords) {
        index.add(Field::Head, text);
    }
    let mut left = MAX_INCLUDES;
    body(renderer, article, index, 0, &mut left);
}

/// Adds an article's text, and that of its fragments.
fn body(renderer: &Renderer<'_>, article: &Article, index: &mut Index, depth: usize, left: &mut usize) {
    let catalog = renderer.input.catalog;
    let source = renderer.input.sources.get(article.source);
    text::pieces(article, source, |piece| index.add(Field::Body, piece));
    for include in article.includes.iter().filter(|_| depth < MAX_DEPTH) {
        let Some(rest) = left.checked_sub(1) else { return };
        *left = rest;
        if let Some((_, fragment)) = catalog.fragments.resolve(article, &include.target, catalog.source_locale.as_ref())
        {
            body(renderer, fragment, index, depth + 1, left);
        }
    }
}

fn entry(renderer: &Renderer<'_>, group: usize, article: &Article) -> Entry {
    let facts = &renderer.facts;
    let page = facts.page_code(group);
    let path = facts.path(group, &article.locale);
    let start = match page {
        Some(_) => address::errors(&article.locale),
        None => address::articles(&article.locale),
    };
    let folder = path.strip_prefix(&start).unwrap_or(&path).trim_end_matches('/');
    let title = page.map_or_else(|| article.title().to_owned(), |code| facts.short_title(article, code));
    Entry { path: address::encoded(folder), title, code: page.map(|code| code.text.to_string()) }
}

//! `sitemap.xml` (sitemaps.org 0.9): the pages that search engines are told of, each with its languages.

use super::super::facts::is_own;
use super::super::{Renderer, address};
use super::escaped;
use crate::model::artifact::{Artifact, Content};
use crate::model::locale::Locale;

/// Addresses in one file, as many as the protocol allows.
const MOST: usize = 50_000;

/// Bytes in one file; the protocol allows 50 MB, and a file is held in memory.
const LARGEST: usize = 16 << 20;

/// Returns how many parts the sitemap has: none where one file holds it.
pub fn parts(renderer: &Renderer<'_>) -> usize {
    let starts = starts(renderer);
    if starts.len() > 1 { starts.len() } else { 0 }
}

/// Returns with which page each part begins.
fn starts<'r>(renderer: &'r Renderer<'_>) -> &'r [usize] {
    let sizes = || entries(renderer).map(|entry| url(renderer, &entry).len());
    renderer.sitemap.get_or_init(|| split(sizes(), MOST, LARGEST))
}

/// Returns with which of the pages of `sizes` each part begins, if none has more than `most` pages or, unless it has a
/// single one, more than `largest` bytes.
fn split(sizes: impl Iterator<Item = usize>, most: usize, largest: usize) -> Vec<usize> {
    let (mut starts, mut start, mut bytes) = (vec![0], 0, 0);
    for (number, size) in sizes.enumerate() {
        if number - start == most || number > start && bytes + size > largest {
            starts.push(number);
            (start, bytes) = (number, 0);
        }
        bytes += size;
    }
    starts
}

/// Returns `sitemap.xml`, or one of its parts.
pub fn file(renderer: &Renderer<'_>, part: Option<usize>) -> Artifact {
    let (path, text) = match (part, parts(renderer)) {
        (None, 0) => ("sitemap.xml".to_owned(), urls(renderer, 0)),
        (None, parts) => ("sitemap.xml".to_owned(), index(renderer, parts)),
        (Some(part), _) => (name(part), urls(renderer, part)),
    };
    Artifact { path, content: Content::Bytes(text.into_bytes()) }
}

fn name(part: usize) -> String {
    format!("sitemap-{}.xml", part + 1)
}

fn index(renderer: &Renderer<'_>, parts: usize) -> String {
    let mut out = String::from(HEAD) + "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for part in 0..parts {
        let url = renderer.setting.absolute(&name(part)).unwrap_or_default();
        out += &format!("<sitemap><loc>{}</loc></sitemap>\n", escaped(&url));
    }
    out + "</sitemapindex>\n"
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// One page: where it stands in each locale that has it, and when it was last written.
struct Entry {
    path: String,
    alternates: Vec<(String, String)>,
    date: Option<String>,
}

/// Returns the homes and lists of each locale, then its articles.
fn entries<'r>(renderer: &'r Renderer<'_>) -> impl Iterator<Item = Entry> + 'r {
    let locales = || renderer.setting.locales.iter().filter(|of| !of.is_rebuilt);
    let fixed: [fn(&Locale) -> String; 3] = [address::home, address::errors, address::articles];
    let lists = locales().flat_map(move |of| {
        fixed.map(|path| Entry {
            path: path(&of.locale),
            alternates: locales().map(|of| (of.locale.tag().to_owned(), path(&of.locale))).collect(),
            date: None,
        })
    });
    let groups = 0..renderer.input.catalog.groups.len();
    lists.chain(groups.flat_map(move |group| {
        let facts = &renderer.facts;
        let own: Vec<_> = locales()
            .map(|of| (of, facts.shown(group, &of.locale)))
            .filter(|(_, shown)| is_own(shown) && !facts.is_unlisted(facts.group(group), shown.article))
            .filter(|(_, shown)| !facts.is_hidden(shown.article))
            .collect();
        let alternates: Vec<(String, String)> =
            own.iter().map(|(of, _)| (of.locale.tag().to_owned(), facts.path(group, &of.locale))).collect();
        own.into_iter()
            .map(|(of, shown)| Entry {
                path: facts.path(group, &of.locale),
                alternates: alternates.clone(),
                date: shown.article.front.date.max(shown.article.front.translated).map(|date| date.to_string()),
            })
            .collect::<Vec<_>>()
    }))
}

fn urls(renderer: &Renderer<'_>, part: usize) -> String {
    let starts = starts(renderer);
    let most = starts.get(part + 1).map_or(usize::MAX, |next| next - starts[part]);
    let mut out = String::from(HEAD);
    out +=
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
    for entry in entries(renderer).skip(starts[part]).take(most) {
        out += &url(renderer, &entry);
    }
    out + "</urlset>\n"
}

/// Returns one page with its languages.
fn url(renderer: &Renderer<'_>, entry: &Entry) -> String {
    let absolute = |path: &str| escaped(&renderer.setting.absolute(path).unwrap_or_default());
    let mut out = format!("<url><loc>{}</loc>", absolute(&entry.path));
    if let Some(date) = &entry.date {
        out += &format!("<lastmod>{date}</lastmod>");
    }
    if entry.alternates.len() > 1 {
        for (tag, path) in &entry.alternates {
            out += &format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\"/>", absolute(path));
        }
    }
    out + "</url>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sizes: &[usize], most: usize, largest: usize, starts: &[usize]) {
        assert_eq!(split(sizes.iter().copied(), most, largest), starts);
    }

    #[test]
    fn a_part_has_no_more_pages_than_allowed() {
        check(&[], 3, 100, &[0]);
        check(&[1; 3], 3, 100, &[0]);
        check(&[1; 4], 3, 100, &[0, 3]);
        check(&[1; 10], 3, 100, &[0, 3, 6, 9]);
        assert_eq!(split(std::iter::repeat_n(100, MOST), MOST, LARGEST), [0]);
        assert_eq!(split(std::iter::repeat_n(100, 2 * MOST + 1), MOST, LARGEST), [0, MOST, 2 * MOST]);
    }

    #[test]
    fn a_part_is_no_larger_than_allowed() {
        check(&[40, 60, 1, 99, 2], 9, 100, &[0, 2, 4]);
        check(&[500, 500, 1], 9, 100, &[0, 1, 2]);
        check(&[30; 7], 2, 100, &[0, 2, 4, 6]);
    }
}

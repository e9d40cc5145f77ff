//! `/feed/<locale>.xml` (Atom, RFC 4287): the articles that were written last.

use super::super::{Renderer, address};
use super::escaped;
use crate::model::article::Article;
use crate::model::artifact::{Artifact, Content};

/// Entries of a feed.
const MOST: usize = 50;

/// Returns the feed of a locale.
pub fn file(renderer: &Renderer<'_>, locale: usize) -> Artifact {
    let of = &renderer.setting.locales[locale];
    let facts = &renderer.facts;
    let own = facts.own_groups(&of.locale).filter(|(_, article)| !facts.is_hidden(article));
    let changed = |article: &Article| article.front.date.max(article.front.translated);
    let mut dated: Vec<_> = own.filter_map(|(group, article)| Some((changed(article)?, group, article))).collect();
    dated.sort_by_key(|(date, group, _)| (std::cmp::Reverse(*date), *group));
    let absolute = |path: &str| escaped(&renderer.setting.absolute(path).unwrap_or_default());
    let path = address::feed(&of.locale);
    // A feed must say when it changed; one without entries never did.
    let updated = dated.first().map_or_else(|| "1970-01-01".to_owned(), |(date, ..)| date.to_string());
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{}</title>\n<id>{url}</id>\n<link rel=\"self\" href=\"{url}\"/>\n<link href=\"{}\"/>\n\
         <updated>{updated}T00:00:00Z</updated>\n<author><name>{}</name></author>\n",
        of.locale.tag(),
        escaped(renderer.setting.site.title_in(of.locale.tag())),
        absolute(&address::home(&of.locale)),
        escaped(renderer.setting.site.title_in(of.locale.tag())),
        url = absolute(&path),
    );
    for (date, group, article) in dated.into_iter().take(MOST) {
        let url = absolute(&facts.path(group, &of.locale));
        out += &format!(
            "<entry>\n<title>{}</title>\n<id>{url}</id>\n<link href=\"{url}\"/>\n<updated>{date}T00:00:00Z</updated>\n",
            escaped(article.title()),
        );
        if let Some(written) = article.front.date {
            out += &format!("<published>{written}T00:00:00Z</published>\n");
        }
        let description = article.front.description.as_deref().map(str::to_owned).or_else(|| facts.opening(article));
        if let Some(description) = description {
            out += &format!("<summary>{}</summary>\n", escaped(&description));
        }
        out += "</entry>\n";
    }
    Artifact { path, content: Content::Bytes((out + "</feed>\n").into_bytes()) }
}

//! The ids of headings: the same in every language, so that a link's fragment works in each.

use std::collections::{BTreeMap, BTreeSet};

use super::group::Group;
use crate::model::article::Article;
use crate::model::literal::LiteralKind;

/// Returns the id of each heading of `article`, in order; no two are equal.
///
/// The author's anchor stands first, then the id of the heading that it translates where outline and
/// levels agree, then one made from its own text.
pub fn heading_ids(group: &Group, article: &Article) -> Vec<String> {
    let lead = group.lead();
    let has_levels = lead.headings.iter().map(|of| of.level).eq(article.headings.iter().map(|of| of.level));
    let models = (has_levels && !std::ptr::eq(lead, article)).then(|| ids(lead, None));
    ids(article, models.as_deref())
}

/// Returns the ids of an article's headings, after `models` where there are any.
fn ids(article: &Article, models: Option<&[String]>) -> Vec<String> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut ids = Vec::with_capacity(article.headings.len());
    for (at, heading) in article.headings.iter().enumerate() {
        let wanted = match (&heading.anchor, models) {
            (Some(anchor), _) => anchor.to_string(),
            (None, Some(models)) => models[at].clone(),
            (None, None) => slug(&heading.text),
        };
        ids.push(unique(wanted, &mut taken));
    }
    ids
}

/// Returns `wanted`, with `-1`, `-2` … where it is taken.
fn unique(wanted: String, taken: &mut BTreeMap<String, usize>) -> String {
    let mut id = wanted.clone();
    let mut number = taken.get(&wanted).copied().unwrap_or_default();
    while taken.contains_key(&id) {
        number += 1;
        id = format!("{wanted}-{number}");
    }
    taken.insert(wanted, number);
    taken.entry(id.clone()).or_default();
    id
}

/// Returns a heading's id as GitHub makes it: lower case, blanks as `-`, letters, digits, `-` and `_` kept.
pub fn slug(text: &str) -> String {
    let kept = text.trim().to_lowercase();
    let slug: String = kept
        .chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            '-' | '_' => Some(c),
            c if c.is_alphanumeric() || is_mark(c) => Some(c),
            _ => None,
        })
        .collect();
    if slug.is_empty() { "section".to_owned() } else { slug }
}

/// Tells whether `c` is a combining mark, which belongs to the letter before it.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Returns the ids of everything that a link into a page of `article` can name, in lower case.
pub fn places(group: &Group, article: &Article) -> BTreeSet<String> {
    let anchors = article.literals.iter().filter(|literal| literal.kind == LiteralKind::Anchor);
    let anchors = anchors.map(|literal| literal.value.to_string());
    let parameters = super::codes::parameters(group, article).into_iter().map(|parameter| parameter.name.to_owned());
    let ids = anchors.chain(heading_ids(group, article)).chain(parameters);
    ids.map(|id| id.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_those_of_github() {
        assert_eq!(slug("Where do I find `it`? (A–B)"), "where-do-i-find-it-ab");
        assert_eq!(slug("오류 코드 문제 해결"), "오류-코드-문제-해결");
        assert_eq!(slug("!!"), "section");
    }

    #[test]
    fn repeats_are_numbered() {
        let mut taken = BTreeMap::new();
        let ids: Vec<_> = ["a", "a", "a-1", "a"].iter().map(|id| unique((*id).to_owned(), &mut taken)).collect();
        assert_eq!(ids, ["a", "a-1", "a-1-1", "a-2"]);
    }
}

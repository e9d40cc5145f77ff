//! Entries of lists: codes and articles as one line each.

use super::super::facts::Facts;
use super::super::view;
use super::common::{Draft, foreign};
use crate::model::code::ErrorCode;

/// Returns a code as lists show it, `group` being about it.
pub fn code(draft: &Draft<'_, '_>, code: &ErrorCode, group: usize) -> view::CodeEntry {
    let facts = &draft.renderer.facts;
    let shown = facts.shown(group, &draft.locale.locale);
    let (lang, dir) = foreign(&shown.article.locale, &draft.locale.locale);
    view::CodeEntry {
        code: code.text.to_string(),
        name: facts.name(facts.group(group), shown.article, code).map(str::to_owned),
        title: facts.short_title(shown.article, code),
        href: draft.way(&super::super::address::code(&draft.locale.locale, &code.slug)),
        lang,
        dir,
    }
}

/// Returns the article of a group as lists show it.
pub fn article(draft: &Draft<'_, '_>, group: usize) -> view::ArticleEntry {
    let facts: &Facts<'_> = &draft.renderer.facts;
    let shown = facts.shown(group, &draft.locale.locale);
    let (lang, dir) = foreign(&shown.article.locale, &draft.locale.locale);
    view::ArticleEntry {
        title: shown.article.title().to_owned(),
        href: draft.way(&facts.path(group, &draft.locale.locale)),
        description: shown.article.front.description.as_deref().map(str::to_owned),
        lang,
        dir,
    }
}

/// Returns the links to the parts of a list, with the current one marked.
pub fn parts(draft: &Draft<'_, '_>, list: &str, count: usize, current: Option<usize>) -> Vec<view::Part> {
    (0..count)
        .map(|part| view::Part {
            text: draft.text("list-part", &[("n", (part + 1).into())]),
            href: draft.way(&part_path(draft, list, part)),
            current: current == Some(part),
        })
        .collect()
}

/// Returns where a part of a list stands.
pub fn part_path(draft: &Draft<'_, '_>, list: &str, part: usize) -> String {
    super::super::address::list(&draft.locale.locale, list, &(part + 1).to_string())
}

/// Returns the addresses of the parts before and behind one.
pub fn turn(draft: &Draft<'_, '_>, list: &str, count: usize, part: usize) -> (Option<String>, Option<String>) {
    let way = |part: usize| draft.way(&part_path(draft, list, part));
    (part.checked_sub(1).map(way), (part + 1 < count).then(|| way(part + 1)))
}

//! Addresses that lead to another page of the site.

use super::super::{RenderError, Renderer, view};
use super::common::Draft;
use super::html;
use crate::catalog::links::alias_parts;
use crate::model::artifact::Artifact;

/// Returns a page at `path` that leads to `target`.
pub fn to(
    renderer: &Renderer<'_>,
    locale: usize,
    path: String,
    target: &str,
    title: &str,
) -> Result<Artifact, RenderError> {
    let mut draft = Draft::new(renderer, locale, path, title.to_owned());
    draft.page.robots = Some("noindex".to_owned());
    draft.page.canonical = renderer.setting.absolute(target);
    let view = view::Redirect { href: draft.way(target), title: title.to_owned() };
    html(renderer, &draft.path, &draft.page, &view)
}

/// Returns the page at a further address of an article.
pub fn alias(renderer: &Renderer<'_>, locale: usize, group: usize, alias: usize) -> Result<Artifact, RenderError> {
    let facts = &renderer.facts;
    let tag = &renderer.setting.locales[locale].locale;
    let article = facts.group(group).article(tag).expect("the plan lists aliases of articles that are there");
    // What is no address was refused before; nothing is published with such a finding.
    let parts = alias_parts(&article.front.aliases[alias]).unwrap_or_default();
    let path = format!("{}/{}/", tag.segment(), crate::model::folder::folder(&parts.join("/")));
    to(renderer, locale, path, &facts.path(group, tag), article.title())
}

//! Addresses that lead to another page of the site.

use super::super::{RenderError, Renderer, address, view};
use super::common::Draft;
use super::html;
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
pub fn alias(renderer: &Renderer<'_>, locale: usize, alias: usize) -> Result<Artifact, RenderError> {
    let facts = &renderer.facts;
    let of = &renderer.setting.locales[locale];
    let (path, group) = &of.aliases[alias];
    let title = facts.shown(*group, &of.locale).article.title();
    let path = address::below(&of.locale, path);
    to(renderer, locale, path, &facts.path(*group, &of.locale), title)
}

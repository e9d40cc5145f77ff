//! An article under its own path; where a code's page shows it, that path leads there.

use super::super::body::{Body, Shared};
use super::super::facts::Facts;
use super::super::steps::Steps;
use super::super::{RenderError, Renderer, address, twin, view};
use super::common::Draft;
use super::{bytes, entries, html, redirect};
use crate::i18n;
use crate::markdown;
use crate::model::artifact::Artifact;
use crate::model::code::ErrorCode;
use crate::model::document::Heading;

pub fn page(renderer: &Renderer<'_>, locale: usize, group: usize) -> Result<Artifact, RenderError> {
    let facts = &renderer.facts;
    let tag = &renderer.setting.locales[locale].locale;
    let of = facts.group(group);
    let path = facts.article_path(group, tag);
    let shown = facts.shown(group, tag);
    if facts.page_code(group).is_some() {
        return redirect::to(renderer, locale, path, &facts.path(group, tag), shown.article.title());
    }
    let mut draft = Draft::new(renderer, locale, path, shown.article.title().to_owned());
    draft.group_variants(group, &shown, |locale| facts.article_path(group, locale));
    let shared = Shared::default();
    let own_path = draft.path.clone();
    let body = Body::new(renderer, draft.locale, &own_path, of, shown.article, &shared);
    let events = body.events();
    draft.describe(&shown, group, |article| Facts::opening_in(article, |span| markdown::text_at(&events, span)));
    let articles = draft.text("nav-articles", &[]);
    draft.breadcrumb(&[(articles, &address::articles(tag))], None);
    draft.page.toc = toc(&body, &Steps::default());
    let owned = |code: &&ErrorCode| facts.codes.binary_search_by(|(known, _)| (*known).cmp(code)).ok();
    let view = view::Article {
        title: body.title(shown.article.title()),
        title_id: body.title_id().map(str::to_owned),
        text: as_text(&body, body.html_of(events, None)),
        codes: of
            .primary
            .iter()
            .filter_map(|code| owned(&code))
            .map(|at| entries::code(&draft, facts.codes[at].0, facts.codes[at].1))
            .collect(),
    };
    html(renderer, &draft.path, &draft.page, &view)
}

/// Returns the same article as Markdown.
pub fn twin(renderer: &Renderer<'_>, locale: usize, group: usize) -> Artifact {
    let facts = &renderer.facts;
    let page = &renderer.setting.locales[locale];
    let article = facts.shown(group, &page.locale).article;
    let path = facts.article_path(group, &page.locale);
    let shared = Shared::default();
    let body = Body::new(renderer, page, &path, facts.group(group), article, &shared);
    markdown(&path, article.title(), &body)
}

/// Returns the file with the text of `body` that stands beside the page at `path`.
pub fn markdown(path: &str, title: &str, body: &Body<'_, '_>) -> Artifact {
    let text = body.markdown().text;
    let between = if text.is_empty() { "" } else { "\n\n" };
    bytes(&address::twin(path), format!("{}{between}{text}\n", twin::title(title)).replace('\0', ""))
}

/// Returns the article's text for its page.
pub fn text(body: &Body<'_, '_>, code: Option<(&ErrorCode, &Steps)>) -> view::Text {
    as_text(body, body.html(code))
}

fn as_text(body: &Body<'_, '_>, html: view::Html) -> view::Text {
    let locale = &body.article.locale;
    view::Text {
        html,
        lang: locale.tag().to_owned(),
        dir: i18n::direction(locale).html().to_owned(),
        foreign: *locale != body.page.locale,
    }
}

/// Headings from which on a page has a table of contents.
const LONG: usize = 3;

/// Returns the article's headings of the second and third level in the order of its page; nothing where there are few.
pub fn toc(body: &Body<'_, '_>, steps: &Steps) -> Vec<view::TocEntry> {
    let headings = body.article.headings.iter().zip(body.ids()).skip(usize::from(body.title_id().is_some()));
    let is_listed = |heading: &Heading| matches!(heading.level, 2 | 3) && !heading.text.is_empty();
    let listed = headings.filter(|(heading, _)| is_listed(heading));
    let (late, first): (Vec<_>, Vec<_>) =
        listed.take(200).partition(|(heading, _)| steps.is_late(heading.span.range().start));
    let entry = |(heading, id): (&Heading, &String)| view::TocEntry {
        level: heading.level,
        id: id.clone(),
        text: body.marked(&heading.text, heading.block),
    };
    let entries: Vec<view::TocEntry> = first.into_iter().chain(late).map(entry).collect();
    if entries.len() < LONG { Vec::new() } else { entries }
}

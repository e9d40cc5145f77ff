//! An error code and the article about it.

use super::super::body::{Body, Shared};
use super::super::{RenderError, Renderer, address, view};
use super::common::Draft;
use super::{article, entries, errors, html, mention};
use crate::catalog::fallback::Standing;
use crate::model::artifact::Artifact;
use crate::model::code::ErrorCode;

pub fn page(renderer: &Renderer<'_>, locale: usize, at: usize) -> Result<Artifact, RenderError> {
    let facts = &renderer.facts;
    let (code, group) = facts.codes[at];
    let tag = &renderer.setting.locales[locale].locale;
    let shown = facts.shown(group, tag);
    let of = facts.group(group);
    let title = facts.short_title(shown.article, code);
    let mut draft = Draft::new(renderer, locale, address::code(tag, &code.slug), String::new());
    draft.page.title = titled(code, &title);
    let first = facts.page_code(group).unwrap_or(code);
    draft.group_variants(group, &shown, |locale| address::code(locale, &code.slug));
    if first != code {
        // Of several codes of one article the first is its page.
        draft.page.alternates.clear();
        draft.page.canonical = renderer.setting.absolute(&address::code(&shown.article.locale, &first.slug));
    } else if !draft.page.alternates.is_empty() {
        draft.page.x_default = renderer.setting.absolute(&format!("errors/{}/", code.slug));
    }
    let message = facts.message(shown.article, code);
    draft.describe(&shown, group, |_| Some(message.clone().unwrap_or_else(|| title.clone())));
    let family = errors::family_name(&draft, &code.family);
    let errors = address::errors(tag);
    let place = format!("{errors}#{}", code.family);
    draft.breadcrumb(&[(draft.text("nav-errors", &[]), errors.as_str()), (family, place.as_str())], None);
    let shared = Shared::default();
    let body = Body::new(renderer, draft.locale, &draft.path, of, shown.article, &shared);
    let steps = body.steps();
    draft.page.toc = article::toc(&body, &steps);
    let entry = &renderer.input.catalog.codes.by_code[code];
    let others = entry.groups.iter().copied().filter(|&other| other != group && !facts.is_retired(other));
    let (own, related): (Vec<usize>, Vec<usize>) =
        others.partition(|&other| shown.standing != Standing::Own && facts.group(other).article(tag).is_some());
    let view = view::Code {
        code: code.text.to_string(),
        name: facts.name(of, shown.article, code).map(str::to_owned),
        title: message.is_some().then(|| body.title(&title)).filter(|_| body.starts_with_text(code)),
        message: message.as_ref().map_or_else(|| body.title(&title), |message| body.introduced(message, code)),
        title_id: body.title_id().map(str::to_owned),
        first_step: steps.id(body.ids()).map(str::to_owned),
        text: article::text(&body, Some((code, &steps))),
        shown_at: (first != code).then(|| entries::code(&draft, first, group)),
        own: own.into_iter().map(|group| entries::article(&draft, group)).collect(),
        related: related.into_iter().map(|group| entries::article(&draft, group)).collect(),
        mentions: mention::mentions(&draft, code),
    };
    html(renderer, &draft.path, &draft.page, &view)
}

/// Returns the same article as Markdown.
pub fn twin(renderer: &Renderer<'_>, locale: usize, at: usize) -> Artifact {
    let facts = &renderer.facts;
    let (code, group) = facts.codes[at];
    let page = &renderer.setting.locales[locale];
    let article = facts.shown(group, &page.locale).article;
    let path = address::code(&page.locale, &code.slug);
    let shared = Shared::default();
    let body = Body::new(renderer, page, &path, facts.group(group), article, &shared);
    article::markdown(&path, &titled(code, &facts.short_title(article, code)), &body)
}

/// Returns the page's title: the code, and what the article's title says besides.
fn titled(code: &ErrorCode, title: &str) -> String {
    if title.contains(&*code.text) { title.to_owned() } else { format!("{code}: {title}") }
}

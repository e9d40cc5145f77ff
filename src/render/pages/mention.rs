//! Where a code is mentioned: on its page, on pages of codes without an article, and in full lists.

use unicode_segmentation::UnicodeSegmentation;

use super::super::job::{LIST_PAGE, MENTIONS};
use super::super::{RenderError, Renderer, address, view};
use super::common::{Draft, foreign};
use super::{entries, errors, html};
use crate::catalog::codes::Mention;
use crate::markdown;
use crate::model::artifact::Artifact;
use crate::model::code::ErrorCode;
use crate::model::locale::Locale;

/// Returns the mentions of `code` in articles of `locale`.
pub fn of(renderer: &Renderer<'_>, code: &ErrorCode, locale: &Locale) -> Vec<Mention> {
    let catalog = renderer.input.catalog;
    let Some(entry) = catalog.codes.by_code.get(code) else { return Vec::new() };
    let own = |mention: &&Mention| catalog.groups[mention.group].articles[mention.article].locale == *locale;
    entry.mentions.iter().filter(own).copied().collect()
}

/// Returns what a code's page shows of its mentions.
pub fn mentions(draft: &Draft<'_, '_>, code: &ErrorCode) -> view::Mentions {
    let all = of(draft.renderer, code, &draft.locale.locale);
    let list = format!("mentions/{}", code.slug);
    view::Mentions {
        entries: all.iter().take(MENTIONS).map(|mention| entry(draft, mention)).collect(),
        all: (all.len() > MENTIONS).then(|| draft.way(&entries::part_path(draft, &list, 0))),
        count: all.len(),
    }
}

/// The page of a code that no article is about.
pub fn page(renderer: &Renderer<'_>, locale: usize, at: usize) -> Result<Artifact, RenderError> {
    let code = renderer.facts.mentioned[at];
    let tag = &renderer.setting.locales[locale].locale;
    let mut draft = Draft::new(renderer, locale, address::code(tag, &code.slug), code.text.to_string());
    draft.page.robots = Some("noindex".to_owned());
    draft.page.description = Some(draft.text("mention-title", &[("code", (&*code.text).into())]));
    let has_page = |locale: &&super::super::PageLocale| !of(renderer, code, &locale.locale).is_empty();
    let variants = renderer.setting.locales.iter().filter(has_page).map(|locale| super::common::Variant {
        locale,
        path: address::code(&locale.locale, &code.slug),
        kind: view::LocaleKind::Own,
        is_indexed: false,
    });
    draft.variants(variants.collect());
    let errors = address::errors(tag);
    let links = [
        (draft.text("nav-errors", &[]), errors.as_str()),
        (errors::family_name(&draft, &code.family), errors.as_str()),
    ];
    draft.breadcrumb(&links, None);
    let view = view::Mention { code: code.text.to_string(), name: None, mentions: mentions(&draft, code) };
    html(renderer, &draft.path, &draft.page, &view)
}

/// A part of all mentions of a code; `at` counts codes with an article first.
pub fn part(renderer: &Renderer<'_>, locale: usize, at: usize, part: usize) -> Result<Artifact, RenderError> {
    let facts = &renderer.facts;
    let code = match facts.codes.get(at) {
        Some((code, _)) => code,
        None => facts.mentioned[at - facts.codes.len()],
    };
    let tag = &renderer.setting.locales[locale].locale;
    let list = format!("mentions/{}", code.slug);
    let path = address::list(tag, &list, &(part + 1).to_string());
    let mut draft = Draft::new(renderer, locale, path, String::new());
    draft.page.title = draft.text("mentions-of", &[("code", (&*code.text).into())]);
    draft.page.robots = Some("noindex".to_owned());
    draft.breadcrumb(&[(code.text.to_string(), &address::code(tag, &code.slug))], Some(draft.page.title.clone()));
    let all = of(renderer, code, tag);
    let count = all.len().div_ceil(LIST_PAGE);
    let (previous, next) = entries::turn(&draft, &list, count, part);
    let shown = all.iter().skip(part * LIST_PAGE).take(LIST_PAGE);
    let view = view::List {
        mentions: shown.map(|mention| entry(&draft, mention)).collect(),
        parts: if count > 1 { entries::parts(&draft, &list, count, Some(part)) } else { Vec::new() },
        previous,
        next,
        ..view::List::default()
    };
    html(renderer, &draft.path, &draft.page, &view)
}

fn entry(draft: &Draft<'_, '_>, mention: &Mention) -> view::MentionEntry {
    let renderer = draft.renderer;
    let article = &renderer.input.catalog.groups[mention.group].articles[mention.article];
    let (lang, dir) = foreign(&article.locale, &draft.locale.locale);
    let code = &article.codes[mention.mention];
    let source = renderer.input.sources.get(article.source);
    let passage = match code.segment {
        Some(segment) => article.segments[segment.get()].target,
        None => article.blocks.get(code.block as usize).map_or(code.span, |block| block.span),
    };
    view::MentionEntry {
        title: article.title().to_owned(),
        href: draft.way(&renderer.facts.path(mention.group, &draft.locale.locale)),
        sentence: sentence(&markdown::plain_text(source, passage), source.slice(code.span)),
        lang,
        dir,
    }
}

/// The longest sentence that is quoted, in characters.
const LONGEST: usize = 300;

/// Returns the sentence of `text` that has `code` in it.
fn sentence(text: &str, code: &str) -> String {
    let found = text.split_sentence_bounds().find(|sentence| sentence.contains(code)).unwrap_or(text).trim();
    match found.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &found[..at]),
        None => found.to_owned(),
    }
}

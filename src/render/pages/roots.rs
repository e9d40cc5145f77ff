//! Pages without a text of their own: choosing a language, searching, not found.

use super::super::setting::PageLocale;
use super::super::{RenderError, Renderer, address, view};
use super::common::Draft;
use super::{file, html};
use crate::model::artifact::Artifact;
use crate::model::locale::Locale;

/// Returns the number of the locale whose language pages without one use: the source's, else the first.
fn neutral(renderer: &Renderer<'_>) -> usize {
    let source = renderer.input.catalog.source_locale.as_ref();
    renderer.setting.locales.iter().position(|of| Some(&of.locale) == source).unwrap_or(0)
}

/// `/`: sends the reader to the language chosen before, or that of the browser.
pub fn languages(renderer: &Renderer<'_>) -> Result<Artifact, RenderError> {
    let mut draft = Draft::new(renderer, neutral(renderer), String::new(), renderer.setting.site.title.clone());
    draft.every_locale(address::home);
    draft.page.x_default = draft.page.canonical.clone();
    let view = view::LanguageRoot { locales: chosen(&mut draft) };
    html(renderer, &draft.path, &draft.page, &view)
}

/// `/errors/<code>/`: the same for one code.
pub fn code(renderer: &Renderer<'_>, at: usize) -> Result<Artifact, RenderError> {
    let facts = &renderer.facts;
    let (code, group) = facts.codes[at];
    let path = format!("errors/{}/", code.slug);
    let mut draft = Draft::new(renderer, neutral(renderer), path, code.text.to_string());
    let shown = facts.shown(group, &draft.locale.locale);
    draft.group_variants(group, &shown, |locale: &Locale| address::code(locale, &code.slug));
    draft.page.canonical = renderer.setting.absolute(&draft.path);
    draft.page.robots = facts.robots(shown.article);
    let name = facts.name(facts.group(group), shown.article, code).map(str::to_owned);
    let view = view::CodeRoot { code: code.text.to_string(), name, locales: chosen(&mut draft) };
    html(renderer, &draft.path, &draft.page, &view)
}

/// Takes the languages out of the head for the page's own list; none of them is the page's.
fn chosen<'r>(draft: &mut Draft<'r, '_>) -> Vec<view::LocaleLink<'r>> {
    let mut locales = std::mem::take(&mut draft.page.locales);
    for locale in &mut locales {
        locale.current = false;
    }
    locales
}

/// `/<locale>/search/`: what the box leads to.
pub fn search(renderer: &Renderer<'_>, locale: usize) -> Result<Artifact, RenderError> {
    let tag = &renderer.setting.locales[locale].locale;
    let mut draft = Draft::new(renderer, locale, address::search(tag), String::new());
    draft.page.title = draft.text("search-title", &[]);
    draft.every_locale(address::search);
    draft.page.robots = Some("noindex".to_owned());
    html(renderer, &draft.path, &draft.page, &view::Search {})
}

/// The page for addresses that are none: it answers anywhere, so its links start at the site's root.
pub fn not_found(renderer: &Renderer<'_>, locale: Option<usize>) -> Result<Artifact, RenderError> {
    let number = locale.unwrap_or_else(|| neutral(renderer));
    let mut draft = Draft::new(renderer, number, String::new(), String::new());
    draft.page.title = draft.text("not-found-title", &[]);
    draft.every_locale(address::home);
    let base = renderer.setting.base_path();
    for way in [&mut draft.page.home, &mut draft.page.errors, &mut draft.page.articles, &mut draft.page.search] {
        *way = format!("{base}{way}");
    }
    draft.page.root = base.clone();
    draft.page.feed = None;
    draft.page.footer = renderer.fragments[number].footer(&base);
    draft.page.codes = draft.page.codes.map(|codes| format!("{base}{codes}"));
    draft.page.index = draft.page.index.map(|index| format!("{base}{index}"));
    for link in &mut draft.page.locales {
        link.href = format!("{base}{}", link.href);
    }
    draft.page.canonical = None;
    draft.page.alternates.clear();
    draft.page.robots = Some("noindex".to_owned());
    let path = match locale {
        Some(_) => format!("{}404.html", address::home(&draft.locale.locale)),
        None => "404.html".to_owned(),
    };
    let locales = if locale.is_none() { asked(renderer, chosen(&mut draft), &base) } else { Vec::new() };
    file(renderer, path, &draft.page, &view::NotFound { locales })
}

/// Returns `links` with the data of each language, below `base`.
fn asked(renderer: &Renderer<'_>, links: Vec<view::LocaleLink<'_>>, base: &str) -> Vec<view::NotFoundLocale> {
    let with_codes = |(link, of): (view::LocaleLink<'_>, &PageLocale)| view::NotFoundLocale {
        tag: link.tag.to_owned(),
        name: link.name.to_owned(),
        dir: link.dir.to_owned(),
        href: link.href,
        codes: format!("{base}{}", of.codes),
    };
    links.into_iter().zip(&renderer.setting.locales).map(with_codes).collect()
}

//! All codes by family, and the parts of a family that is too long for one page.

use std::collections::BTreeMap;

use super::super::facts::Facts;
use super::super::job::{self, LIST_PAGE};
use super::super::{RenderError, Renderer, address, view};
use super::common::Draft;
use super::{entries, html};
use crate::model::artifact::Artifact;

/// Returns the families that have codes with an article, each with the numbers of its codes, in order.
pub fn families<'s>(facts: &Facts<'s>) -> Vec<(&'s str, Vec<usize>)> {
    let mut order: Vec<&str> = Vec::new();
    let mut families: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let listed = facts.codes.iter().enumerate().filter(|(_, (_, group))| !facts.is_retired(*group));
    for (at, (code, _)) in listed {
        families.entry(&code.family).or_insert_with(|| {
            order.push(&code.family);
            Vec::new()
        });
        families.get_mut(&*code.family).expect("it was just put in").push(at);
    }
    order.into_iter().map(|family| (family, families.remove(family).unwrap_or_default())).collect()
}

/// Returns what readers call a family.
pub fn family_name(draft: &Draft<'_, '_>, family: &str) -> String {
    let configured = draft.renderer.input.config.families.iter().find(|of| of.id == family);
    if let Some(name) = configured.and_then(|family| family.name.clone()) {
        return name;
    }
    match family {
        "aadsts" | "hresult" | "smtp" | "office" | "http" => draft.text(&format!("family-{family}"), &[]),
        other => draft.text("family-other", &[("family", other.into())]),
    }
}

pub fn page(renderer: &Renderer<'_>, locale: usize) -> Result<Artifact, RenderError> {
    let tag = &renderer.setting.locales[locale].locale;
    let mut draft = Draft::new(renderer, locale, address::errors(tag), String::new());
    draft.page.title = draft.text("errors-title", &[]);
    draft.every_locale(address::errors);
    let home = draft.text("nav-home", &[]);
    draft.breadcrumb(&[(home, &address::home(tag))], Some(draft.text("nav-errors", &[])));
    let families = families(&renderer.facts).into_iter().map(|(family, codes)| {
        let parts = job::parts(codes.len());
        let shown: &[usize] = if parts == 0 { &codes } else { &[] };
        view::Family {
            id: family.to_owned(),
            name: family_name(&draft, family),
            count: draft.locale.formats.number(codes.len() as u64),
            entries: shown.iter().map(|&at| entry(&draft, at)).collect(),
            parts: entries::parts(&draft, family, parts, None),
        }
    });
    let errors = view::Errors { families: families.collect() };
    html(renderer, &draft.path, &draft.page, &errors)
}

pub fn part(renderer: &Renderer<'_>, locale: usize, family: usize, part: usize) -> Result<Artifact, RenderError> {
    let tag = &renderer.setting.locales[locale].locale;
    let (family, codes) = families(&renderer.facts).swap_remove(family);
    let path = address::list(tag, family, &(part + 1).to_string());
    let mut draft = Draft::new(renderer, locale, path, String::new());
    draft.page.title = family_name(&draft, family);
    draft.every_locale(|locale| address::list(locale, family, &(part + 1).to_string()));
    let errors = draft.text("nav-errors", &[]);
    draft.breadcrumb(&[(errors, &address::errors(tag))], Some(draft.page.title.clone()));
    let count = job::parts(codes.len());
    let (previous, next) = entries::turn(&draft, family, count, part);
    let shown = codes.iter().skip(part * LIST_PAGE).take(LIST_PAGE);
    let list = view::List {
        codes: shown.map(|&at| entry(&draft, at)).collect(),
        parts: entries::parts(&draft, family, count, Some(part)),
        previous,
        next,
        ..view::List::default()
    };
    html(renderer, &draft.path, &draft.page, &list)
}

fn entry(draft: &Draft<'_, '_>, at: usize) -> view::CodeEntry {
    let (code, group) = draft.renderer.facts.codes[at];
    entries::code(draft, code, group)
}

//! An error parameter and the errors that return it.

use super::super::{RenderError, Renderer, address, view};
use super::common::Draft;
use super::{entries, html};
use crate::catalog::codes::parameters;
use crate::model::artifact::Artifact;

/// Entries that one description lists.
const SHOWN: usize = 200;

pub fn page(renderer: &Renderer<'_>, locale: usize, at: usize) -> Result<Artifact, RenderError> {
    let facts = &renderer.facts;
    let (name, groups) = facts.parameters().iter().nth(at).expect("the plan counts the parameters");
    let tag = &renderer.setting.locales[locale].locale;
    let mut draft = Draft::new(renderer, locale, address::parameter(tag, name), String::new());
    draft.page.title = draft.text("parameter-title", &[("name", (&**name).into())]);
    draft.every_locale(|locale| address::parameter(locale, name));
    let errors = draft.text("nav-errors", &[]);
    draft.breadcrumb(&[(errors, &address::errors(tag))], None);
    let mut texts: Vec<view::ParameterText> = Vec::new();
    let mut unlisted = true;
    for &group in groups {
        let of = facts.group(group);
        let shown = facts.shown(group, tag);
        let hidden = facts.is_hidden(shown.article);
        unlisted &= hidden;
        let own = parameters(of, shown.article).into_iter().find(|parameter| parameter.name == &**name);
        let Some(parameter) =
            own.or_else(|| parameters(of, of.lead()).into_iter().find(|parameter| parameter.name == &**name))
        else {
            continue;
        };
        let at = texts.iter().position(|text| text.text == parameter.description).unwrap_or_else(|| {
            texts
                .push(view::ParameterText { text: parameter.description.to_owned(), ..view::ParameterText::default() });
            texts.len() - 1
        });
        if facts.is_retired(group) {
            continue;
        }
        match facts.page_code(group) {
            Some(code) if texts[at].codes.len() < SHOWN => texts[at].codes.push(entries::code(&draft, code, group)),
            None if texts[at].articles.len() < SHOWN => texts[at].articles.push(entries::article(&draft, group)),
            _ => {}
        }
    }
    if unlisted {
        draft.page.robots = Some("noindex".to_owned());
    }
    draft.page.description = texts.first().map(|text| format!("{name}: {}", text.text));
    html(renderer, &draft.path, &draft.page, &view::Parameter { name: name.to_string(), texts })
}

//! A locale's first page: the box, the codes that most people look for, the families.

use super::super::{RenderError, Renderer, address, view};
use super::common::Draft;
use super::{entries, errors, html};
use crate::model::artifact::Artifact;

/// Codes in a list of the home page.
const SHOWN: usize = 6;

pub fn page(renderer: &Renderer<'_>, locale: usize) -> Result<Artifact, RenderError> {
    let tag = &renderer.setting.locales[locale].locale;
    let mut draft =
        Draft::new(renderer, locale, address::home(tag), renderer.setting.site.title_in(tag.tag()).to_owned());
    draft.every_locale(address::home);
    draft.page.x_default = renderer.setting.absolute("");
    let facts = &renderer.facts;
    let parse = |text: &String| renderer.input.options.families.parse(text);
    let featured = renderer.input.config.featured.iter().filter_map(parse);
    let featured = featured.filter_map(|code| facts.codes.iter().find(|(known, _)| **known == code));
    let mut newest: Vec<_> = facts.codes.iter().filter(|(_, group)| !facts.is_retired(*group)).collect();
    newest.sort_by_key(|(_, group)| std::cmp::Reverse(facts.shown(*group, tag).article.front.date));
    let families = errors::families(facts);
    let (intro, opening) = renderer.fragments[locale].home(&draft.page.root).unzip();
    draft.page.description = opening.flatten().or(draft.page.description);
    let home = view::Home {
        intro,
        featured: featured.map(|(code, group)| entries::code(&draft, code, *group)).collect(),
        newest: newest.iter().take(SHOWN).map(|(code, group)| entries::code(&draft, code, *group)).collect(),
        families: families
            .iter()
            .map(|(family, codes)| view::FamilyLink {
                name: errors::family_name(&draft, family),
                href: format!("{}#{family}", draft.way(&address::errors(tag))),
                count: draft.locale.formats.number(codes.len() as u64),
            })
            .collect(),
    };
    html(renderer, &draft.path, &draft.page, &home)
}

//! `errors.json`: all codes for programs, version 1.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::{Renderer, address};
use crate::catalog::codes::parameters;
use crate::catalog::fallback::Standing;

#[derive(Serialize)]
struct Document {
    version: u32,
    codes: Vec<Code>,
}

#[derive(Serialize)]
struct Code {
    code: String,
    family: String,
    slug: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    parameters: Vec<Parameter>,
    /// By tag.
    locales: BTreeMap<String, Locale>,
}

#[derive(Serialize)]
struct Parameter {
    name: String,
    text: String,
}

#[derive(Serialize)]
struct Locale {
    url: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    state: &'static str,
}

/// Returns the file's text; addresses are full where the site knows its own, else they start at its root.
pub fn json(renderer: &Renderer<'_>) -> String {
    let facts = &renderer.facts;
    let owned = facts.codes.iter().map(|(code, group)| {
        let of = facts.group(*group);
        let locales = renderer.setting.locales.iter().map(|page| {
            let shown = facts.shown(*group, &page.locale);
            let state = match shown.standing {
                Standing::Own => "own",
                Standing::Rebuilt if shown.article.locale == page.locale => "rebuilt",
                Standing::Rebuilt | Standing::Fallback => "fallback",
            };
            let locale = Locale {
                url: url(renderer, &address::code(&page.locale, &code.slug)),
                title: shown.article.title().to_owned(),
                message: facts.message(shown.article, code),
                state,
            };
            (page.locale.tag().to_owned(), locale)
        });
        let described = parameters(of, of.lead()).into_iter();
        Code {
            code: code.text.to_string(),
            family: code.family.to_string(),
            slug: code.slug.to_string(),
            name: facts.name(of, of.lead(), code).map(str::to_owned),
            parameters: described
                .map(|parameter| Parameter { name: parameter.name.to_owned(), text: parameter.description.to_owned() })
                .collect(),
            locales: locales.collect(),
        }
    });
    let mentioned = facts.mentioned.iter().map(|code| {
        let pages = renderer.setting.locales.iter();
        let pages = pages.filter(|page| !super::super::pages::mention::of(renderer, code, &page.locale).is_empty());
        let locales = pages.map(|page| {
            let locale = Locale {
                url: url(renderer, &address::code(&page.locale, &code.slug)),
                title: code.text.to_string(),
                message: None,
                state: "mention",
            };
            (page.locale.tag().to_owned(), locale)
        });
        Code {
            code: code.text.to_string(),
            family: code.family.to_string(),
            slug: code.slug.to_string(),
            name: None,
            parameters: Vec::new(),
            locales: locales.collect(),
        }
    });
    let document = Document { version: 1, codes: owned.chain(mentioned).collect() };
    let json = serde_json::to_string_pretty(&document).expect("texts and lists are always JSON");
    super::without_markup(&json) + "\n"
}

fn url(renderer: &Renderer<'_>, path: &str) -> String {
    renderer.setting.absolute(path).unwrap_or_else(|| format!("/{}", address::encoded(path)))
}

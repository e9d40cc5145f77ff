//! `errors.json`, all codes for programs, and one file a code; version 1, described by `errors.schema.json`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::pages::mention;
use super::super::{Renderer, address};
use crate::catalog::codes::parameters;
use crate::catalog::fallback::Standing;
use crate::model::artifact::{Artifact, Content};
use crate::model::code::ErrorCode;

/// Where the schema of these files stands.
pub const SCHEMA_PATH: &str = "errors.schema.json";

/// The schema (JSON Schema, draft 2020-12).
pub const SCHEMA: &str = include_str!("errors.schema.json");

#[derive(Serialize)]
struct Document {
    #[serde(rename = "$schema")]
    schema: String,
    version: u32,
    codes: Vec<Code>,
}

#[derive(Serialize)]
struct CodeDocument {
    #[serde(rename = "$schema")]
    schema: String,
    version: u32,
    #[serde(flatten)]
    code: Code,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    retired: Option<String>,
    /// The code that took its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced_by: Option<String>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<String>,
}

/// Returns the file of all codes; addresses are full where the site knows its own, else they start at its root.
pub fn json(renderer: &Renderer<'_>) -> String {
    let facts = &renderer.facts;
    let owned = facts.codes.iter().map(|(code, group)| owned(renderer, code, *group));
    let mentioned = facts.mentioned.iter().map(|code| mentioned(renderer, code));
    let codes = owned.chain(mentioned).collect();
    text(&Document { schema: url(renderer, SCHEMA_PATH), version: 1, codes })
}

/// Returns the file of one code; `at` counts codes with an article first.
pub fn file(renderer: &Renderer<'_>, at: usize) -> Artifact {
    let facts = &renderer.facts;
    let code = match facts.codes.get(at) {
        Some((code, group)) => owned(renderer, code, *group),
        None => mentioned(renderer, facts.mentioned[at - facts.codes.len()]),
    };
    let path = path(&code.slug);
    let document = CodeDocument { schema: url(renderer, SCHEMA_PATH), version: 1, code };
    Artifact { path, content: Content::Bytes(text(&document).into_bytes()) }
}

/// Returns where the file of a code stands.
fn path(slug: &str) -> String {
    format!("errors/{slug}/index.json")
}

/// Returns what there is to say of a code with an article.
fn owned(renderer: &Renderer<'_>, code: &ErrorCode, group: usize) -> Code {
    let facts = &renderer.facts;
    let of = facts.group(group);
    let locales = renderer.setting.locales.iter().map(|page| {
        let shown = facts.shown(group, &page.locale);
        let state = match shown.standing {
            Standing::Own => "own",
            Standing::Rebuilt if shown.article.locale == page.locale => "rebuilt",
            Standing::Rebuilt | Standing::Fallback => "fallback",
        };
        let path = address::code(&page.locale, &code.slug);
        let locale = Locale {
            url: url(renderer, &path),
            title: shown.article.title().to_owned(),
            message: facts.message(shown.article, code),
            state,
            markdown: renderer.input.config.markdown.then(|| url(renderer, &address::twin(&path))),
        };
        (page.locale.tag().to_owned(), locale)
    });
    let described = parameters(of, of.lead()).into_iter();
    let replacement = facts.replacement(of, of.lead()).and_then(|other| facts.page_code(other));
    Code {
        code: code.text.to_string(),
        family: code.family.to_string(),
        slug: code.slug.to_string(),
        name: facts.name(of, of.lead(), code).map(str::to_owned),
        parameters: described
            .map(|parameter| Parameter { name: parameter.name.to_owned(), text: parameter.description.to_owned() })
            .collect(),
        locales: locales.collect(),
        retired: of.lead().front.retired.map(|date| date.to_string()),
        replaced_by: replacement.map(|code| code.text.to_string()),
    }
}

/// Returns what there is to say of a code that is only mentioned.
fn mentioned(renderer: &Renderer<'_>, code: &ErrorCode) -> Code {
    let pages = renderer.setting.locales.iter();
    let pages = pages.filter(|page| !mention::of(renderer, code, &page.locale).is_empty());
    let locales = pages.map(|page| {
        let locale = Locale {
            url: url(renderer, &address::code(&page.locale, &code.slug)),
            title: code.text.to_string(),
            message: None,
            state: "mention",
            markdown: None,
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
        retired: None,
        replaced_by: None,
    }
}

fn text(document: &impl Serialize) -> String {
    let json = serde_json::to_string_pretty(document).expect("texts and lists are always JSON");
    super::without_markup(&json) + "\n"
}

fn url(renderer: &Renderer<'_>, path: &str) -> String {
    renderer.setting.absolute(path).unwrap_or_else(|| format!("/{}", address::encoded(path)))
}

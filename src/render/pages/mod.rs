//! One file a kind of page: each fills its view, and the engine makes the page from it.

mod article;
mod articles;
mod code;
pub(super) mod common;
mod entries;
pub(super) mod errors;
mod home;
pub(super) mod mention;
mod parameter;
mod quality;
mod redirect;
mod roots;
mod status;

use super::data;
use super::job::Job;
use super::setting::copied;
use super::view::{Page, View};
use super::{RenderError, Renderer};
use crate::model::artifact::{Artifact, Content};

/// Makes the file of `job`.
pub(super) fn one(renderer: &Renderer<'_>, job: &Job) -> Result<Artifact, RenderError> {
    match *job {
        Job::Root => roots::languages(renderer),
        Job::CodeRoot(code) => roots::code(renderer, code),
        Job::Home(locale) => home::page(renderer, locale),
        Job::Errors(locale) => errors::page(renderer, locale),
        Job::Family(locale, family, part) => errors::part(renderer, locale, family, part),
        Job::Code(locale, code) => code::page(renderer, locale, code),
        Job::Mention(locale, code) => mention::page(renderer, locale, code),
        Job::Mentions(locale, code, part) => mention::part(renderer, locale, code, part),
        Job::Article(locale, group) => article::page(renderer, locale, group),
        Job::ArticleTwin(locale, group) => Ok(article::twin(renderer, locale, group)),
        Job::CodeTwin(locale, code) => Ok(code::twin(renderer, locale, code)),
        Job::Alias(locale, alias) => redirect::alias(renderer, locale, alias),
        Job::Articles(locale) => articles::page(renderer, locale),
        Job::ArticlePart(locale, part) => articles::part(renderer, locale, part),
        Job::Parameter(locale, parameter) => parameter::page(renderer, locale, parameter),
        Job::Search(locale) => roots::search(renderer, locale),
        Job::NotFound(locale) => roots::not_found(renderer, locale),
        Job::Status => status::page(renderer),
        Job::StatusLocale(locale) => status::locale(renderer, locale),
        Job::ErrorsJson => Ok(bytes("errors.json", data::errors::json(renderer))),
        Job::CodeJson(code) => Ok(data::errors::file(renderer, code)),
        Job::ErrorsSchema => Ok(bytes(data::errors::SCHEMA_PATH, data::errors::SCHEMA.to_owned())),
        Job::Sitemap(part) => Ok(data::sitemap::file(renderer, part)),
        Job::Robots => Ok(bytes("robots.txt", data::robots(renderer))),
        Job::Feed(locale) => Ok(data::feed::file(renderer, locale)),
        Job::Asset(at) => Ok(renderer.setting.assets[at].clone()),
        Job::Picture(at) => Ok(renderer.pictures.artifact(at)),
        Job::Static(at) => {
            let file = &renderer.input.files.statics[at];
            Ok(copied(file.path.clone(), &file.content))
        }
        Job::Redirects(host) => Ok(data::hosting::redirects(renderer, host)?),
        Job::Headers(host) => Ok(data::hosting::headers(renderer, host)?),
        Job::NoJekyll => Ok(bytes(".nojekyll", String::new())),
    }
}

fn bytes(path: &str, text: String) -> Artifact {
    Artifact { path: path.to_owned(), content: Content::Bytes(text.into_bytes()) }
}

/// Returns the HTML file of the folder `path`.
fn html<V: View>(renderer: &Renderer<'_>, path: &str, page: &Page<'_>, view: &V) -> Result<Artifact, RenderError> {
    file(renderer, format!("{path}index.html"), page, view)
}

/// Returns the HTML file at `path`.
fn file<V: View>(renderer: &Renderer<'_>, path: String, page: &Page<'_>, view: &V) -> Result<Artifact, RenderError> {
    match renderer.engine.render(page, view) {
        Ok(html) => Ok(Artifact { path, content: Content::Bytes(html) }),
        Err(error) => Err(RenderError::Template { error, page: Some(path) }),
    }
}

//! From the catalog to pages: views are filled, templates make them HTML.
//!
//! [`Renderer::plan`] lists what is to be made, [`Renderer::one`] makes one of it. Nothing is kept from
//! one page to the next, so that memory does not grow with the number of pages.

pub mod address;
pub mod assets;
mod body;
mod data;
mod edit;
mod events;
mod facts;
mod fragments;
pub mod html;
mod job;
mod pages;
mod pictures;
#[cfg(test)]
mod sample;
mod search;
mod setting;
mod steps;
pub mod templates;
mod twin;
pub mod view;

use std::sync::{Arc, OnceLock};

use thiserror::Error;

pub use job::Job;
pub use setting::PageLocale;

use crate::catalog::Catalog;
use crate::config::Config;
use crate::diag::Finding;
use crate::i18n::Messages;
use crate::load::{Files, Recognised};
use crate::markdown;
use crate::model::artifact::Artifact;
use crate::source::SourceMap;
pub use data::hosting::HostError;
use edit::Edits;
use facts::Facts;
use fragments::Fragments;
use pictures::Pictures;
use setting::Setting;
use templates::{Engine, Template, TemplateError};

/// Everything that pages are made from.
#[derive(Clone, Copy)]
pub struct Input<'s> {
    pub catalog: &'s Catalog,
    pub sources: &'s SourceMap,
    pub files: &'s Files,
    /// How the files are named.
    pub layout: &'s Recognised,
    pub config: &'s Config,
    pub options: &'s markdown::Options,
    pub messages: &'s Arc<Messages>,
    /// Where it says which translations are outdated.
    pub findings: &'s [Finding],
}

/// Why a page could not be made.
#[derive(Debug, Error)]
pub enum RenderError {
    #[error("{error}{}", page.as_ref().map(|page| format!("\n  page: {page}")).unwrap_or_default())]
    Template { error: TemplateError, page: Option<String> },
    #[error(transparent)]
    Host(#[from] HostError),
    #[error("`accent` is no colour: {0}")]
    Accent(#[from] assets::NoColour),
}

/// Makes the pages of one site.
pub struct Renderer<'s> {
    input: Input<'s>,
    setting: Setting,
    facts: Facts<'s>,
    pictures: Pictures<'s>,
    edits: Edits<'s>,
    engine: Engine,
    /// With which page each part of the sitemap begins, once it was asked for.
    sitemap: OnceLock<Vec<usize>>,
    /// For each locale what stands on many of its pages.
    fragments: Vec<Fragments>,
}

impl<'s> Renderer<'s> {
    /// Prepares the pages of a site.
    ///
    /// # Errors
    /// A template of the site that cannot be used, or an accent that is no colour.
    pub fn new(input: Input<'s>) -> Result<Self, RenderError> {
        let facts = Facts::of(input);
        let setting = Setting::new(input, &facts)?;
        let own: Vec<Template<'_>> = input
            .files
            .templates
            .iter()
            .map(|(name, source)| Template { name, text: &input.sources.get(*source).text })
            .collect();
        let locales: Vec<_> = setting.locales.iter().map(|of| &of.locale).collect();
        let engine = Engine::new(&setting.site, &own, input.messages, &locales)
            .map_err(|error| RenderError::Template { error, page: None })?;
        let mut renderer = Self {
            pictures: Pictures::of(input),
            edits: Edits::of(input),
            setting,
            facts,
            engine,
            sitemap: OnceLock::new(),
            fragments: Vec::new(),
            input,
        };
        renderer.fragments = fragments::of(&renderer);
        Ok(renderer)
    }

    /// Returns everything that the site consists of, in a fixed order.
    pub fn plan(&self) -> Vec<Job> {
        job::plan(self)
    }

    /// Makes the file of `job`.
    ///
    /// # Errors
    /// A template that uses what is not there.
    pub fn one(&self, job: &Job) -> Result<Artifact, RenderError> {
        pages::one(self, job)
    }

    /// Returns for each locale that can be searched how to make the files of its index, which are made at once.
    pub fn search(&self) -> impl Iterator<Item = impl FnOnce() -> Vec<Artifact>> {
        let locales = self.setting.locales.iter().filter(|of| of.index.is_some());
        locales.map(|of| || search::files(self, &of.locale))
    }

    /// Returns what the user should hear once about this site.
    pub fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.input.config.base_url.is_none() {
            remarks.push(
                "no `base_url`: canonical links, alternates, sitemap and feeds are left out (`--base-url`)".to_owned(),
            );
        }
        if self.input.config.host.is_some() {
            let ours = data::hosting::files(self.input);
            let theirs = [data::hosting::REDIRECTS, data::hosting::HEADERS];
            for name in theirs.iter().filter(|name| !ours.contains(name)) {
                remarks.push(format!("`static/{name}` is published as it is, and no other `{name}` is made"));
            }
        }
        let articles = self.input.catalog.article_count();
        let hidden = self.facts.hidden_from_robots;
        if 2 * hidden > articles {
            remarks.push(format!(
                "{hidden} of {articles} articles say NOINDEX and stay out of search engines (`robots = \"ignore\"` overrides it)"
            ));
        }
        remarks
    }
}

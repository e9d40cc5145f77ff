//! What a site consists of, file by file.

use super::Renderer;
use super::data::hosting::{HEADERS, REDIRECTS};
use crate::config::Host;

/// One file to make. Locales, groups and codes are given by their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Job {
    /// `/`: chooses the language.
    Root,
    Home(usize),
    /// `/<locale>/errors/`
    Errors(usize),
    /// A part of a family that is too long for one page: locale, family, part.
    Family(usize, usize, usize),
    /// `/<locale>/errors/<code>/` of a code with an article: locale, number in `Facts::codes`.
    Code(usize, usize),
    /// The same of a code that is only mentioned: locale, number in `Facts::mentioned`.
    Mention(usize, usize),
    /// A part of all mentions of a code: locale, number of the code among all, part.
    Mentions(usize, usize, usize),
    /// `/errors/<code>/`: chooses the language; number in `Facts::codes`.
    CodeRoot(usize),
    /// `/<locale>/articles/<path>/`: locale, group. Where a code's page shows the group, it leads there.
    Article(usize, usize),
    /// `index.md` beside the page of an article: locale, group.
    ArticleTwin(usize, usize),
    /// The same beside a code's page: locale, number in `Facts::codes`.
    CodeTwin(usize, usize),
    /// A further address of an article: locale, number of the alias.
    Alias(usize, usize),
    /// `/<locale>/articles/`
    Articles(usize),
    /// A part of it: locale, part.
    ArticlePart(usize, usize),
    /// `/<locale>/parameters/<name>/`: locale, number of the parameter.
    Parameter(usize, usize),
    Search(usize),
    /// `/<locale>/404.html`, or `/404.html`.
    NotFound(Option<usize>),
    Status,
    StatusLocale(usize),
    ErrorsJson,
    /// `/errors/<code>/index.json`: number of the code among all.
    CodeJson(usize),
    /// What the two are like.
    ErrorsSchema,
    /// `/sitemap.xml`, or one of its parts.
    Sitemap(Option<usize>),
    Robots,
    Feed(usize),
    /// Stylesheet, script, icon, data of the box.
    Asset(usize),
    Picture(usize),
    /// A file of the site's folder `static`.
    Static(usize),
    /// `_redirects` and `_headers`, for some hosts.
    Redirects(Host),
    Headers(Host),
    /// Tells GitHub Pages to publish files as they are.
    NoJekyll,
}

/// Entries of a list that one page shows.
pub const LIST_PAGE: usize = 200;

/// Mentions that a code's page shows.
pub const MENTIONS: usize = 20;

/// Returns how many pages `entries` take: none where they fit on the page that links the parts.
pub fn parts(entries: usize) -> usize {
    if entries > LIST_PAGE { entries.div_ceil(LIST_PAGE) } else { 0 }
}

/// Returns all files of the site; those of one locale stand together.
pub(super) fn plan(renderer: &Renderer<'_>) -> Vec<Job> {
    let facts = &renderer.facts;
    let mut jobs = vec![Job::Root, Job::NotFound(None), Job::ErrorsJson, Job::ErrorsSchema, Job::Robots, Job::NoJekyll];
    jobs.extend((0..facts.codes.len()).map(Job::CodeRoot));
    jobs.extend((0..facts.codes.len() + facts.mentioned.len()).map(Job::CodeJson));
    for locale in 0..renderer.setting.locales.len() {
        locale_jobs(renderer, locale, &mut jobs);
    }
    if renderer.setting.base_url.is_some() {
        let parts = super::data::sitemap::parts(renderer);
        jobs.push(Job::Sitemap(None));
        jobs.extend((0..parts).map(|part| Job::Sitemap(Some(part))));
        jobs.extend((0..renderer.setting.locales.len()).map(Job::Feed));
    }
    if renderer.input.config.status {
        jobs.push(Job::Status);
        jobs.extend((0..renderer.setting.locales.len()).map(Job::StatusLocale));
    }
    jobs.extend((0..renderer.setting.assets.len()).map(Job::Asset));
    jobs.extend((0..renderer.pictures.count()).map(Job::Picture));
    let hosting = super::data::hosting::files(renderer.input);
    if let Some(host) = renderer.input.config.host {
        jobs.extend(hosting.contains(&REDIRECTS).then_some(Job::Redirects(host)));
        jobs.extend(hosting.contains(&HEADERS).then_some(Job::Headers(host)));
    }
    let statics = renderer.input.files.statics.iter().enumerate();
    jobs.extend(statics.filter(|(_, file)| file.path != ".nojekyll").map(|(at, _)| Job::Static(at)));
    jobs
}

fn locale_jobs(renderer: &Renderer<'_>, locale: usize, jobs: &mut Vec<Job>) {
    let facts = &renderer.facts;
    let tag = &renderer.setting.locales[locale].locale;
    jobs.extend([Job::Home(locale), Job::Errors(locale), Job::Articles(locale)]);
    jobs.extend([Job::Search(locale), Job::NotFound(Some(locale))]);
    for (family, codes) in super::pages::errors::families(facts).iter().enumerate() {
        jobs.extend((0..parts(codes.1.len())).map(|part| Job::Family(locale, family, part)));
    }
    let has_twins = renderer.input.config.markdown;
    for at in 0..facts.codes.len() {
        jobs.push(Job::Code(locale, at));
        jobs.extend(has_twins.then_some(Job::CodeTwin(locale, at)));
        let mentions = super::pages::mention::of(renderer, facts.codes[at].0, tag).len();
        if mentions > MENTIONS {
            jobs.extend((0..mentions.div_ceil(LIST_PAGE)).map(|part| Job::Mentions(locale, at, part)));
        }
    }
    for at in 0..facts.mentioned.len() {
        let mentions = super::pages::mention::of(renderer, facts.mentioned[at], tag).len();
        if mentions > 0 {
            jobs.push(Job::Mention(locale, at));
        }
        if mentions > MENTIONS {
            let number = facts.codes.len() + at;
            jobs.extend((0..mentions.div_ceil(LIST_PAGE)).map(|part| Job::Mentions(locale, number, part)));
        }
    }
    for at in 0..renderer.input.catalog.groups.len() {
        jobs.push(Job::Article(locale, at));
        let has_twin = has_twins && facts.page_code(at).is_none();
        jobs.extend(has_twin.then_some(Job::ArticleTwin(locale, at)));
    }
    jobs.extend((0..renderer.setting.locales[locale].aliases.len()).map(|alias| Job::Alias(locale, alias)));
    let listed = facts.own_groups(tag).count();
    jobs.extend((0..parts(listed)).map(|part| Job::ArticlePart(locale, part)));
    jobs.extend((0..facts.parameters().len()).map(|at| Job::Parameter(locale, at)));
}

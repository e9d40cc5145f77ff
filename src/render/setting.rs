//! What is the same on every page of a site: its locales, its assets, its address.

use std::sync::Arc;

use super::address;
use super::assets::{self, Colour};
use super::facts::Facts;
use super::view;
use super::{Input, RenderError};
use crate::catalog::aliases;
use crate::i18n::{self, Direction, Formats, Texts};
use crate::load::Blob;
use crate::model::artifact::{Artifact, Content};
use crate::model::digest;
use crate::model::locale::Locale;

/// The largest stylesheet, script or logo of a site, in bytes.
const MAX_ASSET: usize = 8 << 20;

/// A locale that has pages, with everything that they need of it.
pub struct PageLocale {
    pub locale: Locale,
    pub formats: Arc<Formats>,
    pub texts: Arc<Texts>,
    /// The language's own name.
    pub name: String,
    pub direction: Direction,
    /// Whether only rebuilt sources are in this language.
    pub is_rebuilt: bool,
    /// The path of the box's data.
    pub codes: String,
    /// Further addresses below the locale, each with the group that it leads to.
    pub aliases: Vec<(String, usize)>,
    /// The folder of the list of the index for full-text search, where there is one.
    pub index: Option<String>,
}

/// What all pages share.
pub struct Setting {
    pub site: view::Site,
    /// In the site's order; one that only rebuilt sources are in comes last.
    pub locales: Vec<PageLocale>,
    /// Stylesheet, scripts, icon and the box's data, with their paths.
    pub assets: Vec<Artifact>,
    /// Ends in a slash.
    pub base_url: Option<String>,
}

impl Setting {
    pub(super) fn new(input: Input<'_>, facts: &Facts<'_>) -> Result<Self, RenderError> {
        let catalog = input.catalog;
        let rebuilt = catalog.rebuilt_locale.iter().filter(|locale| !catalog.locales.contains(locale));
        let tags: Vec<Locale> = catalog.locales.iter().chain(rebuilt).cloned().collect();
        let names = i18n::own_names(&tags);
        let mut files = Vec::new();
        let assets = assets_of(input, &mut files)?;
        let is_searched = |locale: &Locale| input.config.search && catalog.locales.contains(locale);
        let mut locales: Vec<PageLocale> = Vec::new();
        for (locale, name) in tags.into_iter().zip(names) {
            let texts = input.messages.texts(&locale);
            let data = super::data::codes::json(input, facts, &locale, &texts);
            locales.push(PageLocale {
                formats: Formats::of(&locale),
                texts,
                direction: i18n::direction(&locale),
                is_rebuilt: !catalog.locales.contains(&locale),
                index: is_searched(&locale).then(|| super::address::search(&locale)),
                codes: add(&mut files, &format!("codes.{}", locale.segment()), "json", data.into_bytes()),
                name,
                aliases: aliases::of(catalog, &locale),
                locale,
            });
        }
        let base_url = input.config.base_url.as_ref().map(|url| format!("{}/", url.trim_end_matches('/')));
        let site = view::Site {
            title: input.config.title.clone().unwrap_or_else(|| "Faultbook".to_owned()),
            titles: input
                .config
                .titles
                .iter()
                .map(|(locale, title)| (locale.tag().to_owned(), title.clone()))
                .collect(),
            logo: logo(input, &mut files),
            footer_links: input.config.footer_links.iter().map(footer_link).collect(),
            assets,
        };
        Ok(Self { site, locales, assets: files, base_url })
    }

    /// Returns the path that the site has on its host: `/docs/`, or `/`.
    pub fn base_path(&self) -> String {
        let parsed = self.base_url.as_deref().and_then(|base| url::Url::parse(base).ok());
        parsed.map_or_else(|| "/".to_owned(), |url| url.path().to_owned())
    }

    /// Returns the full address of `path`, where the site knows its own.
    pub fn absolute(&self, path: &str) -> Option<String> {
        self.base_url.as_ref().map(|base| format!("{base}{}", address::encoded(path)))
    }
}

/// Files a generated asset under a name that its content decides, and returns its path.
fn add(files: &mut Vec<Artifact>, stem: &str, extension: &str, bytes: Vec<u8>) -> String {
    let path = format!("_/{stem}.{}.{extension}", &digest::short(&bytes)[..8]);
    files.push(Artifact { path: path.clone(), content: Content::Bytes(bytes) });
    path
}

fn assets_of(input: Input<'_>, files: &mut Vec<Artifact>) -> Result<view::Assets, RenderError> {
    let accent = input.config.accent.as_deref().map(str::parse::<Colour>).transpose()?;
    let own = |name: &str, built_in: &str| -> String {
        let file = input.files.assets.iter().find(|file| file.path == name);
        let text = file.and_then(|file| String::from_utf8(file.bytes(MAX_ASSET).ok()?).ok());
        text.unwrap_or_else(|| built_in.to_owned())
    };
    let mut add = |stem: &str, extension: &str, text: String| add(files, stem, extension, text.into_bytes());
    let search_box = box_scripts(own, &mut add);
    let search = input.config.search.then(|| search_scripts(own, &mut add));
    let custom = input.files.statics.iter().any(|file| file.path == "custom.css");
    Ok(view::Assets {
        style: add("style", "css", assets::stylesheet(&assets::compact(&own("style.css", assets::STYLE)), accent)),
        script: add("site", "js", assets::compact_script(&own("site.js", assets::SCRIPT))),
        search_box,
        reading: add("reading", "js", assets::compact_script(&own("reading.js", assets::READING))),
        language: add("language", "js", assets::compact_script(&own("language.js", assets::LANGUAGE))),
        search,
        icon: add("icon", "svg", own("icon.svg", assets::ICON)),
        custom: custom.then(|| "custom.css".to_owned()),
    })
}

/// Publishes the box's script and those that it brings in, and returns its path.
fn box_scripts(own: impl Fn(&str, &str) -> String, add: &mut impl FnMut(&str, &str, String) -> String) -> String {
    let recognise = add("recognise", "js", assets::compact_script(&own("recognise.js", assets::RECOGNISE)));
    let mut search_box = assets::importing(&own("box.js", assets::BOX), "recognise.js", &recognise);
    for (name, built_in) in [("support", assets::SUPPORT), ("missing", assets::MISSING)] {
        let file = format!("{name}.js");
        let script = assets::importing(&own(&file, built_in), "recognise.js", &recognise);
        let path = add(name, "js", assets::compact_script(&script));
        search_box = assets::importing(&search_box, &file, &path);
    }
    add("box", "js", assets::compact_script(&search_box))
}

/// Files the scripts of full-text search and returns the path of the one that the box brings in.
fn search_scripts(own: impl Fn(&str, &str) -> String, add: &mut impl FnMut(&str, &str, String) -> String) -> String {
    let typos = add("typos", "js", assets::compact_script(&own("typos.js", assets::TYPOS)));
    let search = assets::importing(&own("search.js", assets::SEARCH), "typos.js", &typos);
    let search = add("search", "js", assets::compact_script(&search));
    let results = assets::importing(&own("results.js", assets::RESULTS), "search.js", &search);
    add("results", "js", assets::compact_script(&results))
}

fn logo(input: Input<'_>, files: &mut Vec<Artifact>) -> Option<String> {
    let logo = input.files.logo.as_ref()?;
    let extension = logo.path.rsplit_once('.').map_or("svg", |(_, extension)| extension);
    Some(add(files, "logo", extension, logo.bytes(MAX_ASSET).ok()?))
}

fn footer_link(link: &crate::config::FooterLink) -> view::FooterLink {
    let external = crate::catalog::links::has_scheme(&link.url) || link.url.starts_with('/');
    view::FooterLink { text: link.text.clone(), href: link.url.clone(), external }
}

/// Returns a file that is published as it is.
pub(super) fn copied(path: String, blob: &Blob) -> Artifact {
    let content = match blob {
        Blob::Disk(path) => Content::Copy(path.clone()),
        Blob::Memory(bytes) => Content::Bytes(bytes.to_vec()),
    };
    Artifact { path, content }
}

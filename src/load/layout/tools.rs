//! The layouts that tools give their repositories.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::super::folders::inside;
use super::super::locales::is_locale;
use super::super::loose;
use super::super::tree::Tree;
use super::{LocaleFolder, Naming, Plan, setting, signs, suffix};
use crate::config::{Config, Layout, Tool};
use crate::model::locale::Locale;

/// The names that a tool's configuration has at the top of its repository.
fn configurations(tool: Tool) -> &'static [&'static str] {
    match tool {
        Tool::Docusaurus => {
            &["docusaurus.config.ts", "docusaurus.config.js", "docusaurus.config.mjs", "docusaurus.config.cjs"]
        }
        Tool::Starlight => &["astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.cjs"],
        Tool::Hugo => &[
            "hugo.toml",
            "hugo.yaml",
            "hugo.yml",
            "hugo.json",
            "config/_default/hugo.toml",
            "config/_default/hugo.yaml",
            "config/_default/config.toml",
            "config/_default/config.yaml",
            "config.toml",
            "config.yaml",
            "config.yml",
        ],
        Tool::MkDocs => &["mkdocs.yml", "mkdocs.yaml"],
    }
}

/// The folder of Starlight's articles.
const STARLIGHT: &str = "src/content/docs";
/// What Docusaurus names the folders of translations after, one a plugin.
const PLUGIN: &str = "docusaurus-plugin-content-";

/// Tells whether `root` has the configuration of `tool`, or folders that no other tool has.
pub(super) fn has_mark(tree: &Tree, root: &Path, tool: Tool) -> bool {
    let is_configured = configurations(tool).iter().any(|name| tree.is_file(&inside(root, name)));
    match tool {
        Tool::Docusaurus => is_configured || !plugins(tree, root).is_empty(),
        Tool::Starlight => is_configured && tree.is_folder(&inside(root, STARLIGHT)),
        Tool::Hugo => {
            let says = |text: &str| text.contains("baseurl") || text.contains("defaultcontentlanguage");
            is_configured
                && tree.is_folder(&inside(root, "content"))
                && says(&configuration(tree, root, tool).to_ascii_lowercase())
        }
        Tool::MkDocs => is_configured,
    }
}

/// Tells whether `root` is a repository of a tool, and `path` below it (with `/`) one of its articles or around them.
pub(in super::super) fn claims(tree: &Tree, root: &Path, path: &str) -> bool {
    let claimed = |tool: Tool| match tool {
        Tool::Docusaurus => {
            let first = path.split('/').next().unwrap_or_default();
            matches!(first, "docs" | "i18n" | "blog")
                || first.ends_with("versioned_docs")
                || path.starts_with("src/pages")
        }
        Tool::Starlight => format!("{path}/").starts_with("src/content/docs/"),
        Tool::Hugo => false,
        Tool::MkDocs => format!("{path}/").starts_with(&format!("{}/", docs_dir(&configuration(tree, root, tool)))),
    };
    let is_around = |tool: Tool| path.is_empty() && tool != Tool::Hugo;
    Tool::ALL.into_iter().any(|tool| (is_around(tool) || claimed(tool)) && has_mark(tree, root, tool))
}

/// Returns the plan for a repository of `tool`, or `None` where its folders are not there.
pub(super) fn plan(tree: &Tree, root: &Path, tool: Tool, config: &Config) -> Option<Plan> {
    let text = configuration(tree, root, tool);
    match tool {
        Tool::Docusaurus => docusaurus(tree, root, &text, config),
        Tool::Starlight => starlight(tree, root, &text, config),
        Tool::Hugo => {
            let language = setting::value(&text, "defaultContentLanguage");
            Files { tree, root, folder: "content", tool, text: &text }.plan(config, language)
        }
        Tool::MkDocs => {
            let folder = docs_dir(&text);
            let language = default_of_plugin(&text).or_else(|| setting::value_behind(&text, "theme:", "language"));
            Files { tree, root, folder, tool, text: &text }.plan(config, language)
        }
    }
}

fn docs_dir(text: &str) -> &str {
    setting::value(text, "docs_dir").map_or("docs", |folder| folder.trim_start_matches("./").trim_end_matches('/'))
}

/// Returns the language that the list of the i18n plugin marks as the default.
fn default_of_plugin(text: &str) -> Option<&str> {
    let list = &text[text.find("languages:")?..];
    let mut items = list.split("locale:").skip(1);
    let item = items.find(|item| setting::value(item, "default") == Some("true"))?;
    let tag = item.trim_start().trim_start_matches(['"', '\'']);
    tag.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next()
}

/// Returns the text of the tool's configuration, empty where it cannot be read.
fn configuration(tree: &Tree, root: &Path, tool: Tool) -> String {
    const LONGEST: usize = 1 << 20;
    let files = configurations(tool).iter().map(|name| inside(root, name));
    let bytes = files.filter(|path| tree.is_file(path)).find_map(|path| tree.bytes(&path, LONGEST).ok());
    String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned()
}

/// Returns the locale that authors write in: as configured here, else as the tool says (`written`), else as an article
/// that is in no folder of a locale says, such as one of `files` in `folder`, else `en`.
fn source(tree: &Tree, folder: &Path, files: &[String], config: &Config, written: Option<&str>) -> Locale {
    let written = written.filter(|name| is_locale(name)).and_then(|name| name.parse().ok());
    let said = || {
        let mut files = files.iter().filter(|file| {
            let is_suffixed = suffix(file).is_some_and(|(tag, _)| is_locale(tag));
            !is_suffixed && !file.split_once('/').is_some_and(|(first, _)| is_locale(first))
        });
        files.next().and_then(|file| loose::said(tree, &folder.join(file)))
    };
    config.source_locale.clone().or(written).or_else(said).unwrap_or_else(english)
}

pub(super) fn english() -> Locale {
    "en".parse().expect("`en` is a language tag")
}

/// Returns a plan that reads `folders` and nothing else.
fn of_folders(root: &Path, tool: Tool, how: &str, folders: Vec<LocaleFolder>, source: Locale) -> Option<Plan> {
    let plan = Plan::of_pattern(root, Layout::default());
    let name = format!("{} ({how})", tool.name());
    (!folders.is_empty()).then_some(Plan {
        name,
        naming: None,
        folders,
        source: Some(source),
        tool: Some(tool),
        ..plan
    })
}

/// The folders of translations that Docusaurus has: locale, what stands behind [`PLUGIN`], version where there are any.
fn plugins(tree: &Tree, root: &Path) -> Vec<(String, String)> {
    let i18n = inside(root, "i18n");
    let locales = tree.folders(&i18n).into_iter().filter(|name| is_locale(name));
    let of_locale = |locale: String| {
        let folders = tree.folders(&i18n.join(&locale)).into_iter();
        let plugins = folders.filter_map(|name| name.strip_prefix(PLUGIN).map(str::to_owned));
        plugins.map(|plugin| (locale.clone(), plugin)).collect::<Vec<_>>()
    };
    locales.flat_map(of_locale).collect()
}

/// `docs` and `i18n/{locale}/docusaurus-plugin-content-docs/current`, with versions, blogs and pages likewise.
fn docusaurus(tree: &Tree, root: &Path, text: &str, config: &Config) -> Option<Plan> {
    let docs = inside(root, "docs");
    let written = setting::value(text, "defaultLocale");
    let source = source(tree, &docs, &signs::articles(tree, &docs), config, written);
    // The folder of the source by that of the translations within its plugin's, with what its paths begin with.
    let mut sources: BTreeMap<PathBuf, String> = BTreeMap::new();
    sources.insert(docs.clone(), String::new());
    let mut folders = Vec::new();
    for (locale, plugin) in plugins(tree, root) {
        let folder = inside(root, "i18n").join(&locale).join(format!("{PLUGIN}{plugin}"));
        let Ok(locale) = locale.parse::<Locale>() else { continue };
        for part in parts(tree, &folder, &plugin) {
            let prefix = match part.prefix {
                // A folder of articles may be named as a plugin is.
                prefix if !prefix.is_empty() && tree.is_folder(&docs.join(&prefix)) => {
                    format!("{PLUGIN}{prefix}")
                }
                prefix => prefix,
            };
            sources.insert(inside(root, part.source), prefix.clone());
            folders.push(LocaleFolder { path: part.path, locale: locale.clone(), prefix });
        }
    }
    // Translations of the source locale's own are texts of the interface, if anything.
    folders.retain(|folder| folder.locale != source);
    let sources = sources.into_iter().filter(|(path, _)| signs::has_article(tree, path));
    folders.extend(sources.map(|(path, prefix)| LocaleFolder { path, locale: source.clone(), prefix }));
    of_folders(root, Tool::Docusaurus, "`docs` and `i18n/{locale}`", folders, source)
}

/// One folder of translations, and where its source stands below the root.
struct Part {
    path: PathBuf,
    source: String,
    prefix: String,
}

/// Returns the folders of translations in `folder`, which is that of `plugin`: `docs`, `docs-api`, `blog`, `pages`.
fn parts(tree: &Tree, folder: &Path, plugin: &str) -> Vec<Part> {
    let (kind, id) = plugin.split_once('-').unwrap_or((plugin, ""));
    let slash = |name: &str| if name.is_empty() { String::new() } else { format!("{name}/") };
    match kind {
        "docs" => {
            let part = |version: String| {
                let path = folder.join(&version);
                match (&*version, id) {
                    ("current", "") => Some(Part { path, source: "docs".to_owned(), prefix: String::new() }),
                    ("current", id) => Some(Part { path, source: id.to_owned(), prefix: slash(id) }),
                    (version, id) if version.starts_with("version-") => {
                        let versions = if id.is_empty() { String::new() } else { format!("{id}_") };
                        let source = format!("{versions}versioned_docs/{version}");
                        Some(Part { path, source, prefix: format!("{}{version}/", slash(id)) })
                    }
                    _ => None,
                }
            };
            tree.folders(folder).into_iter().filter_map(part).collect()
        }
        "pages" => vec![Part { path: folder.to_owned(), source: "src/pages".to_owned(), prefix: slash("pages") }],
        _ => {
            let name = if id.is_empty() { kind } else { id };
            vec![Part { path: folder.to_owned(), source: name.to_owned(), prefix: slash(name) }]
        }
    }
}

/// `src/content/docs/{locale}`, where the source locale may stand at the root.
fn starlight(tree: &Tree, root: &Path, text: &str, config: &Config) -> Option<Plan> {
    let docs = inside(root, STARLIGHT);
    let lang = setting::value_behind(text, "root:", "lang").or_else(|| setting::value_behind(text, "'root'", "lang"));
    let default = setting::value(text, "defaultLocale").filter(|name| *name != "root");
    let files = signs::articles(tree, &docs);
    let source = source(tree, &docs, &files, config, lang.or(default));
    let pairs = signs::rooted(&files);
    let is_listed = |name: &str| setting::mentions(text, name) || pairs.contains(name) || config_lists(config, name);
    let names = tree.folders(&docs).into_iter().filter(|name| is_locale(name) && is_listed(name));
    let mut folders: Vec<LocaleFolder> = names
        .filter_map(|name| {
            Some(LocaleFolder { path: docs.join(&name), locale: name.parse().ok()?, prefix: String::new() })
        })
        .collect();
    let is_in_folder = |file: &String| folders.iter().any(|folder| docs.join(file).starts_with(&folder.path));
    let has_own_folder = folders.iter().any(|folder| folder.locale == source) || files.iter().all(is_in_folder);
    if !has_own_folder {
        folders.push(LocaleFolder { path: docs, locale: source.clone(), prefix: String::new() });
    }
    let how = match has_own_folder {
        true => "`src/content/docs/{locale}`".to_owned(),
        false => format!("`src/content/docs/{{locale}}`, {source} at the root"),
    };
    of_folders(root, Tool::Starlight, &how, folders, source)
}

fn config_lists(config: &Config, name: &str) -> bool {
    name.parse().is_ok_and(|locale| config.lists(&locale))
}

/// A folder of a tool that has translations beside their source or in folders.
struct Files<'a> {
    tree: &'a Tree,
    root: &'a Path,
    /// The folder as it is written.
    folder: &'a str,
    tool: Tool,
    /// The tool's configuration.
    text: &'a str,
}

impl Files<'_> {
    /// `{path}.{locale}.md`, or a folder for each locale; `written` is the source locale as the tool says.
    fn plan(&self, config: &Config, written: Option<&str>) -> Option<Plan> {
        let Self { tree, root, folder: shown, tool, text } = *self;
        let folder = &inside(root, shown);
        let files = signs::articles(tree, folder);
        let source = source(tree, folder, &files, config, written);
        let plan =
            Plan { source: Some(source.clone()), tool: Some(tool), ..Plan::of_pattern(folder, Layout::default()) };
        // At the top of Hugo's content, a folder of a locale is one by the default layout already.
        let by_folder = match tool {
            Tool::Hugo => signs::has_locale_folder(tree, folder),
            _ => !signs::rooted(&files).is_empty(),
        };
        if by_folder {
            let name = format!("{} (`{shown}/{{locale}}/{{path}}`)", tool.name());
            return Some(Plan { name, ..plan });
        }
        let mut tags = signs::suffixes(&files, &source);
        let written = signs::written_suffixes(&files).into_iter();
        tags.extend(written.filter(|tag| setting::mentions(text, tag)).map(str::to_owned));
        let name = format!("{} (`{shown}/{{path}}.{{locale}}.md`, {source} without a suffix)", tool.name());
        (!files.is_empty()).then_some(Plan { name, naming: Some(Naming::Suffix { source, tags }), ..plan })
    }
}

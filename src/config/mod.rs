//! `faultbook.toml` as the program uses it.
//!
//! Every value that is here was checked: addresses are addresses, tags are tags. Paths are as they were
//! written; [`crate::load`] resolves them against the folder of the file. Names of rules, and their options, are
//! checked where the rules are known.

mod layout;
mod nearest;
mod reader;
mod rules;
mod terms;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;

use globset::GlobMatcher;
use toml::de::DeTable;

pub use layout::{Chosen, Layout, Tool};
pub use nearest::nearest;
pub use rules::CONFIG_INVALID;
pub use terms::{TERMS_FILE, Term, Terms};
pub use values::{BadBaseUrl, BaseUrl};

use self::reader::{Problems, Section};
use crate::diag::{Finding, Severity};
use crate::model::family::Case;
use crate::model::locale::Locale;
use crate::source::{Source, Span};

/// The name of the configuration file in a site folder.
pub const FILE_NAME: &str = "faultbook.toml";

/// The configuration of a site; [`Config::default`] is that of a site without `faultbook.toml`.
#[derive(Debug, Clone)]
pub struct Config {
    pub title: Option<String>,
    /// The title in other languages than `title` is in.
    pub titles: BTreeMap<Locale, String>,
    /// Where the site will stand; `https://…`, ending in a slash.
    pub base_url: Option<String>,
    /// The locale that authors write in; see [`Config::source_among`].
    pub source_locale: Option<Locale>,
    /// Locales in the order in which they are listed. Others that the content has come after them.
    pub locales: Vec<LocaleConfig>,
    /// What to show first for an article that a locale lacks.
    pub fallback: BTreeMap<Locale, Vec<Locale>>,
    /// How files are named; recognised by what stands in the folder where there is none.
    pub layout: Option<Chosen>,
    pub families: Vec<FamilyConfig>,
    /// Beginnings of link targets that stand for the content: `/AlchemyInsights/`; each ends in a slash.
    pub link_prefixes: Vec<String>,
    /// Link schemes that are allowed besides the built-in ones, in lower case.
    pub link_schemes: Vec<String>,
    /// Codes for the home page, as they are spelt.
    pub featured: Vec<String>,
    /// The fragment that introduces the site on its home pages, below the locale's folder.
    pub home: Option<FilePath>,
    /// The fragment at the foot of every page, likewise.
    pub footer: Option<FilePath>,
    pub logo: Option<FilePath>,
    /// A colour: `#rgb` or `#rrggbb`.
    pub accent: Option<String>,
    pub footer_links: Vec<FooterLink>,
    pub robots: Robots,
    /// Whether the site has the pages on translation status.
    pub status: bool,
    pub search: bool,
    /// Whether articles have Markdown twins.
    pub markdown: bool,
    pub host: Option<Host>,
    /// Whether files are published compressed, too.
    pub compress: bool,
    /// The file of terms, where it is not `terms.toml` in the site folder.
    pub terms: Option<FilePath>,
    /// The folder of the built site.
    pub out: Option<PathBuf>,
    /// The address for editing a file, with `{path}` (and perhaps `{locale}`) in it.
    pub edit_url: Option<String>,
    /// The same for a file that is not there yet.
    pub translate_url: Option<String>,
    /// The address for reporting a passage, with `{title}`, `{url}`, `{path}` and `{locale}` in it.
    pub report_url: Option<String>,
    pub rules: Vec<RuleConfig>,
    pub allow: Vec<Allow>,
    /// The file of findings that `check` accepts.
    pub baseline: Option<PathBuf>,
    /// The longest article that is read, in bytes.
    pub max_article_bytes: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: None,
            titles: BTreeMap::new(),
            base_url: None,
            source_locale: None,
            locales: Vec::new(),
            fallback: BTreeMap::new(),
            layout: None,
            families: Vec::new(),
            link_prefixes: vec!["/AlchemyInsights/".to_owned()],
            link_schemes: Vec::new(),
            featured: Vec::new(),
            home: None,
            footer: None,
            logo: None,
            accent: None,
            footer_links: Vec::new(),
            robots: Robots::default(),
            status: false,
            search: true,
            markdown: true,
            host: None,
            compress: false,
            terms: None,
            out: None,
            edit_url: None,
            translate_url: None,
            report_url: None,
            rules: Vec::new(),
            allow: Vec::new(),
            baseline: None,
            max_article_bytes: 64 << 20,
        }
    }
}

impl Config {
    /// Returns the locale that authors write in, of those that the content has: the configured one, and without
    /// configuration `en`, then the first `en-*` by tag.
    pub fn source_among<'a>(&self, locales: impl IntoIterator<Item = &'a Locale>) -> Option<Locale> {
        let present: BTreeSet<&Locale> = locales.into_iter().collect();
        match &self.source_locale {
            Some(configured) => present.get(configured).map(|&locale| locale.clone()),
            None => present.into_iter().find(|locale| locale.language() == "en").cloned(),
        }
    }

    /// Tells whether the configuration lists `locale`.
    pub fn lists(&self, locale: &Locale) -> bool {
        self.locales.iter().any(|listed| listed.locale == *locale)
    }
}

/// One of `locales`: `"ko"` or `{ locale = "ko", folder = "../faultbook-ko" }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocaleConfig {
    pub locale: Locale,
    /// Its folder where that is not the one that the layout names.
    pub folder: Option<FilePath>,
}

/// A path to something that must be there, and where the path is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePath {
    pub path: PathBuf,
    pub span: Span,
}

/// One of `[[families]]`: identifiers that are error codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyConfig {
    /// Lower-case letters, digits and `-`.
    pub id: String,
    /// A regular expression that matches a whole code.
    pub pattern: String,
    pub pattern_span: Span,
    /// What readers call the family.
    pub name: Option<String>,
    /// What stands before the code in addresses: `http-`.
    pub prefix: Option<String>,
    pub case: Case,
}

/// A link at the foot of every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FooterLink {
    pub text: String,
    pub url: String,
}

/// Where the site is to be published, as far as that needs files of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    Netlify,
    Cloudflare,
}

impl Host {
    /// The hosts by their names in the configuration and on the command line.
    pub const NAMES: [(&str, Self); 2] = [("netlify", Self::Netlify), ("cloudflare", Self::Cloudflare)];
}

/// What an article's `robots` does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Robots {
    #[default]
    Respect,
    Ignore,
}

/// How a rule is set: `rule = "warning"`, or a table with `severity` and options of the rule's own.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleConfig {
    pub name: String,
    pub name_span: Span,
    pub level: Option<Level>,
    pub options: Vec<RuleOption>,
}

/// An option of a rule, for the rule to read.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleOption {
    pub name: String,
    pub name_span: Span,
    pub value: toml::Value,
    pub value_span: Span,
}

/// What becomes of a rule's findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Off,
    At(Severity),
}

/// Rules that are silent in some files: `[allow]` with `"ko/legacy/**" = ["link-broken"]`.
#[derive(Debug, Clone)]
pub struct Allow {
    /// Matches paths relative to the content folder.
    pub paths: GlobMatcher,
    /// Where the pattern is written.
    pub span: Span,
    /// Names of rules with their places.
    pub rules: Vec<(String, Span)>,
}

/// What is wrong with a configuration file: findings of [`CONFIG_INVALID`] in the order of the file.
#[derive(Debug)]
pub struct ConfigErrors(pub Vec<Finding>);

impl fmt::Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut messages = self.0.iter().map(|finding| &*finding.message);
        f.write_str(messages.next().unwrap_or("the configuration cannot be read"))?;
        messages.try_for_each(|message| write!(f, "; {message}"))
    }
}

impl std::error::Error for ConfigErrors {}

/// Reads `source` as a configuration.
///
/// # Errors
/// All problems of the file at once. What is malformed TOML is reported alone, since what follows from it
/// is guesswork.
pub fn parse(source: &Source) -> Result<Config, ConfigErrors> {
    let (document, malformed) = DeTable::parse_recoverable(&source.text);
    let problems = Problems::new(source);
    for error in &malformed {
        let range = error.span().unwrap_or(source.text.len()..source.text.len());
        problems.report(range, format!("this is no valid TOML: {}", error.message()), "");
    }
    let mut config = Config::default();
    if malformed.is_empty() {
        read(&mut config, Section::root(document.get_ref(), &problems));
    }
    match problems.into_findings() {
        findings if findings.is_empty() => Ok(config),
        findings => Err(ConfigErrors(findings)),
    }
}

/// Reads every key at the top level into `config`.
fn read(config: &mut Config, mut root: Section<'_>) {
    config.title = root.take("title").and_then(|item| item.text()).map(str::to_owned);
    config.titles = root.take("titles").map(|item| values::titles(&item)).unwrap_or_default();
    config.base_url = root.take("base_url").and_then(|item| values::base_url(&item));
    config.source_locale = root.take("source_locale").and_then(|item| values::locale(&item));
    config.locales = root.take("locales").map(|item| values::locales(&item)).unwrap_or_default();
    config.fallback = root.take("fallback").map(|item| values::fallback(&item)).unwrap_or_default();
    config.layout = root.take("layout").and_then(|item| values::layout(&item));
    config.families = root.take("families").map(|item| values::families(&item)).unwrap_or_default();
    if let Some(item) = root.take("link_prefixes") {
        config.link_prefixes = values::link_prefixes(&item);
    }
    config.link_schemes = root.take("link_schemes").map(|item| values::link_schemes(&item)).unwrap_or_default();
    config.featured = root.take("featured").map(|item| values::strings(&item)).unwrap_or_default();
    config.home = root.take("home").and_then(|item| values::file_path(&item));
    config.footer = root.take("footer").and_then(|item| values::file_path(&item));
    config.logo = root.take("logo").and_then(|item| values::file_path(&item));
    config.accent = root.take("accent").and_then(|item| values::colour(&item));
    config.footer_links = root.take("footer_links").map(|item| values::footer_links(&item)).unwrap_or_default();
    let robots = [("respect", Robots::Respect), ("ignore", Robots::Ignore)];
    config.robots = root.take("robots").and_then(|item| item.choice(&robots)).unwrap_or_default();
    config.status = root.take("status").and_then(|item| item.flag()).unwrap_or_default();
    config.terms = root.take("terms").and_then(|item| values::file_path(&item));
    config.out = root.take("out").and_then(|item| values::path(&item));
    config.edit_url = root.take("edit_url").and_then(|item| values::edit_url(&item));
    config.translate_url = root.take("translate_url").and_then(|item| values::edit_url(&item));
    config.report_url = root.take("report_url").and_then(|item| values::report_url(&item));
    config.rules = root.take("rules").map(|item| values::rules(&item)).unwrap_or_default();
    config.allow = root.take("allow").map(|item| values::allow(&item)).unwrap_or_default();
    if let Some(mut check) = root.take("check").and_then(|item| item.section()) {
        config.baseline = check.take("baseline").and_then(|item| values::path(&item));
        check.finish();
    }
    if let Some(mut build) = root.take("build").and_then(|item| item.section()) {
        config.search = build.take("search").and_then(|item| item.flag()).unwrap_or(config.search);
        config.markdown = build.take("markdown").and_then(|item| item.flag()).unwrap_or(config.search);
        config.host = build.take("for").and_then(|item| item.choice(&Host::NAMES));
        config.compress = build.take("compress").and_then(|item| item.flag()).unwrap_or_default();
        build.finish();
    }
    if let Some(mut limits) = root.take("limits").and_then(|item| item.section()) {
        let mebibytes = limits.take("article_mib").and_then(|item| item.number(1..=255));
        config.max_article_bytes = mebibytes.map_or(config.max_article_bytes, |mebibytes| mebibytes << 20);
        limits.finish();
    }
    root.finish();
}

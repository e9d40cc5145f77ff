//! Joins the stages: from files to a [`Site`] that can be reported or rendered.

pub mod baseline;
mod broken;
mod build;
mod fix;
mod history;
mod safety;
mod stats;

pub use build::{BuildError, Built, build};
pub use fix::{Fixed, FixedFile, fix};
pub use stats::stats;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use thiserror::Error;

use crate::catalog::{self, Addresses, Catalog};
use crate::check;
use crate::check::Depth;
use crate::check::consequences::{drop_explained, drop_inherited};
use crate::check::suppress::{self, Authors, Silenced};
use crate::config::{self, Config, ConfigErrors, FilePath, Level, Terms, Tool};
use crate::diag::{Finding, Place, Summary};
use crate::i18n::Messages;
use crate::load::{self, Files, Folders, LoadError, OtherFile, Recognised, Tree};
use crate::markdown;
use crate::markdown::foreign::Dialect;
use crate::model::article::Article;
use crate::model::family::{Families, FamilyError, FamilySpec};
use crate::model::locale::Locale;
use crate::source::SourceMap;

/// What a site is read with, besides its own configuration.
#[derive(Debug, Clone, Default)]
pub struct Request {
    pub load: load::Request,
    /// Only these locales, besides the source locale; all where it is empty.
    pub locales: Vec<Locale>,
    pub base_url: Option<String>,
    /// Where the site is to be published, if not where the configuration says.
    pub host: Option<config::Host>,
    /// Publishes compressed copies of files, too, whatever the configuration says.
    pub compress: bool,
    pub drafts: bool,
    /// Leaves broken translations out, as if they were missing.
    pub skip_broken: bool,
    /// Asks git for the texts that translations were made from.
    pub history: bool,
    /// Rules that are asked for by name; all where it is empty.
    pub rules: Vec<String>,
    pub depth: Depth,
    /// Proves which fixes are safe, for whoever makes them or tells them apart; otherwise all are only suggested.
    pub prove_fixes: bool,
}

/// Everything that is known of a site.
#[derive(Debug)]
pub struct Site {
    pub folders: Folders,
    pub layout: Recognised,
    pub config: Config,
    pub sources: SourceMap,
    pub files: Files,
    pub options: markdown::Options,
    pub catalog: Catalog,
    /// The interface's texts.
    pub messages: Arc<Messages>,
    /// By file and place, the way people read.
    pub findings: Vec<Finding>,
    /// How many findings were silenced.
    pub suppressed: usize,
    /// How many findings were mended, where that was asked for.
    pub fixed: Option<usize>,
    /// How many findings the baseline accepts.
    pub accepted: usize,
}

/// Why a site cannot be read at all.
#[derive(Debug, Error)]
pub enum PipelineError {
    #[error(transparent)]
    Load(#[from] LoadError),
    #[error("the configuration cannot be read")]
    Config { errors: ConfigErrors, sources: Box<SourceMap> },
    #[error("there is no locale `{locale}` in the content")]
    NoLocale { locale: Locale, nearest: Option<String> },
}

/// Reads a site and checks it.
///
/// # Errors
/// No content, a configuration that cannot be read, a locale that is not there.
pub fn read(tree: &Tree, request: &Request) -> Result<Site, PipelineError> {
    let mut sources = SourceMap::default();
    let mut folders = load::configuration(tree, &request.load, &mut sources)?;
    let mut config = configuration(&folders, &mut sources)?;
    if let Some(base_url) = &request.base_url {
        config.base_url = Some(base_url.clone());
    }
    config.compress |= request.compress;
    config.host = request.host.or(config.host);
    let terms = terms(tree, &folders, &config, &mut sources)?;
    let loaded =
        load::content(tree, &folders, &config, &mut sources).map_err(|error| not_loaded(error, &mut sources))?;
    let layout = loaded.layout;
    folders.content.clone_from(&layout.content);
    config.source_locale = config.source_locale.or_else(|| layout.source.clone());
    let options = options(&config, dialect(layout.tool)).map_err(|finding| misconfigured(*finding, &mut sources))?;
    let mut findings = loaded.findings;
    let mut files = loaded.files;
    select_locales(&mut files, &config, request)?;
    share_files(&mut files);
    let articles = parsed(&files, &sources, &options, &mut findings);
    let mut articles = without_drafts(articles, request.drafts);
    if request.skip_broken {
        let source = broken::source_locale(&config, &files, &findings);
        broken::leave_out(&mut articles, &mut findings, source.as_ref());
    }
    let settings = settings(&config, &layout, &files, request);
    let (mut catalog, found) = catalog::index(articles, &mut sources, &options, settings);
    findings.extend(found);
    named_fragments(&config, &catalog).map_err(|finding| misconfigured(*finding, &mut sources))?;
    if request.history {
        history::read(&mut catalog, &files, &sources, &options, tree);
    }
    let (messages, found) = messages(&files, &catalog, &sources);
    findings.extend(found);
    // The many take the few in.
    let mut checked = check::run(&catalog, &sources, &terms, &request.rules, request.depth);
    checked.append(&mut findings);
    let mut findings = checked;
    if layout.is_loose {
        // Files from anywhere are no site that an article could be missing from.
        findings.retain(|finding| finding.rule.id != "article-missing");
    }
    let mut site = Site {
        folders,
        layout,
        config,
        sources,
        files,
        options,
        catalog,
        messages: Arc::new(messages),
        findings,
        suppressed: 0,
        accepted: 0,
        fixed: None,
    };
    let content = tree.locate(&site.folders.content);
    site.judge(&content, request, &terms);
    Ok(site)
}

impl Site {
    /// Leaves out of what was found what follows from something else or was silenced, puts the rest in order, and proves
    /// its fixes.
    fn judge(&mut self, content: &Path, request: &Request, terms: &Terms) {
        let findings = std::mem::take(&mut self.findings);
        // What only the core rules know proves nothing.
        let is_proved = request.prove_fixes && request.depth == Depth::All;
        let before = is_proved.then(|| safety::before(&findings, &self.sources));
        let mut findings = leveled(findings, &self.config);
        drop_inherited(&mut findings, &self.catalog);
        if request.rules.is_empty() {
            drop_explained(&mut findings);
        }
        let authors = Authors {
            catalog: &self.catalog,
            config: &self.config,
            files: &self.files,
            content,
            sources: &self.sources,
            depth: request.depth,
        };
        let Silenced { mut findings, mut silenced, remarks } = suppress::silence(findings, &authors);
        silenced.retain(|rule| request.rules.is_empty() || request.rules.iter().any(|asked| asked == rule));
        self.suppressed = silenced.len();
        findings.extend(leveled(remarks, &self.config));
        self.findings = arranged(findings, &self.sources, &request.rules);
        match before {
            Some(before) => {
                safety::prove(&mut self.findings, &before, &self.catalog, &self.sources, &self.options, terms);
            }
            None => safety::leave_unproved(&mut self.findings),
        }
    }

    /// Returns the counts of everything that was read and found.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary {
            locales: self.catalog.locales.len(),
            groups: self.catalog.groups.len(),
            articles: self.catalog.article_count(),
            freshness: self.catalog.freshness(),
            suppressed: self.suppressed,
            fixed: self.fixed,
            accepted: self.accepted,
            ..Summary::default()
        };
        summary.count(&self.findings);
        summary
    }

    /// Tells whether anything was found that forbids to publish.
    pub fn is_blocked(&self) -> bool {
        self.findings.iter().any(|finding| finding.blocks)
    }

    /// Tells whether a file of messages was found that cannot be read, which is trouble with the site itself.
    pub fn has_unread_messages(&self) -> bool {
        let is_messages = |id| self.sources.get(id).path.ends_with(".ftl");
        self.findings.iter().any(|finding| finding.blocks && finding.source().is_some_and(is_messages))
    }
}

fn configuration(folders: &Folders, sources: &mut SourceMap) -> Result<Config, PipelineError> {
    let Some(id) = folders.config else { return Ok(Config::default()) };
    let config = config::parse(sources.get(id)).and_then(known_rules);
    config.map_err(|errors| PipelineError::Config { errors, sources: Box::new(std::mem::take(sources)) })
}

/// Reads the site's file of terms, where it has one.
fn terms(tree: &Tree, folders: &Folders, config: &Config, sources: &mut SourceMap) -> Result<Terms, PipelineError> {
    let id = load::terms(tree, folders, config, sources).map_err(|error| not_loaded(error, sources))?;
    let Some(id) = id else { return Ok(Terms::default()) };
    let terms = Terms::parse(sources.get(id));
    terms.map_err(|errors| PipelineError::Config { errors, sources: Box::new(std::mem::take(sources)) })
}

/// Refuses names of rules that there are not.
fn known_rules(config: Config) -> Result<Config, ConfigErrors> {
    let named = config.rules.iter().map(|rule| (&rule.name, rule.name_span));
    let allowed = config.allow.iter().flat_map(|allow| allow.rules.iter().map(|(name, span)| (name, *span)));
    let unknown: Vec<Finding> = named
        .chain(allowed)
        .filter(|(name, _)| check::rules::find(name).is_none())
        .map(|(name, span)| {
            let finding = Finding::at(&config::CONFIG_INVALID, span, format!("there is no rule `{name}`"));
            match check::rules::nearest(name) {
                Some(near) => finding.help(format!("did you mean `{near}`?")),
                None => finding.help("`faultbook explain` lists all rules"),
            }
        })
        .collect();
    if unknown.is_empty() { Ok(config) } else { Err(ConfigErrors(unknown)) }
}

/// Refuses names of fragments that no locale has.
fn named_fragments(config: &Config, catalog: &Catalog) -> Result<(), Box<Finding>> {
    for (key, named) in [("home", &config.home), ("footer", &config.footer)] {
        let Some(FilePath { path, span }) = named else { continue };
        if catalog.fragments.group(&path.to_string_lossy()).is_none() {
            let message = format!("`{key}` names the fragment `{}`, which no locale has", path.display());
            let help = "fragments stand below a folder `includes` of a locale: `includes/about.md`";
            return Err(Box::new(Finding::at(&config::CONFIG_INVALID, *span, message).help(help)));
        }
    }
    Ok(())
}

/// Returns the error for files that could not be read; of what the configuration names it shows the place there.
fn not_loaded(error: LoadError, sources: &mut SourceMap) -> PipelineError {
    match error {
        LoadError::Configured(finding) => misconfigured(*finding, sources),
        error => error.into(),
    }
}

fn misconfigured(finding: Finding, sources: &mut SourceMap) -> PipelineError {
    PipelineError::Config { errors: ConfigErrors(vec![finding]), sources: Box::new(std::mem::take(sources)) }
}

/// Returns what articles in a repository of `tool` may have besides Markdown.
fn dialect(tool: Option<Tool>) -> Dialect {
    match tool {
        None => Dialect::Plain,
        Some(tool) if tool.writes_mdx() => Dialect::Mdx,
        Some(_) => Dialect::ShortCodes,
    }
}

/// Returns what parsing depends on, or the finding that says which code family cannot be used.
fn options(config: &Config, dialect: Dialect) -> Result<markdown::Options, Box<Finding>> {
    let specs = config.families.iter().map(|family| FamilySpec {
        id: family.id.clone(),
        pattern: family.pattern.clone(),
        prefix: family.prefix.clone(),
        case: family.case,
    });
    let families = Families::new(specs).map_err(|error| Box::new(family_invalid(config, &error)))?;
    Ok(markdown::Options { families, schemes: config.link_schemes.clone(), dialect })
}

fn family_invalid(config: &Config, error: &FamilyError) -> Finding {
    let (FamilyError::Id { id }
    | FamilyError::Twice { id }
    | FamilyError::Pattern { id, .. }
    | FamilyError::Empty { id }) = error;
    let family = config.families.iter().rfind(|family| family.id == *id);
    let span = family.expect("the error is about one of the configured families").pattern_span;
    let mut finding = Finding::at(&config::CONFIG_INVALID, span, error.to_string());
    finding.evidence = std::error::Error::source(error).map(ToString::to_string);
    finding
}

/// Reads the site's own messages over the built-in ones.
fn messages(files: &Files, catalog: &Catalog, sources: &SourceMap) -> (Messages, Vec<Finding>) {
    let own: Vec<_> = files.messages.iter().map(|(locale, source)| (locale.clone(), sources.get(*source))).collect();
    let english: Locale = "en".parse().expect("`en` is a language tag");
    Messages::new(&own, catalog.source_locale.as_ref().unwrap_or(&english))
}

/// Keeps the files of the locales that were asked for, and of the source locale, which they are compared with.
fn select_locales(files: &mut Files, config: &Config, request: &Request) -> Result<(), PipelineError> {
    if request.locales.is_empty() {
        return Ok(());
    }
    let present: BTreeSet<Locale> = files.articles.iter().map(|file| file.locale.clone()).collect();
    if let Some(locale) = request.locales.iter().find(|locale| !present.contains(locale)) {
        let nearest = config::nearest(locale.tag(), present.iter().map(Locale::tag)).map(str::to_owned);
        return Err(PipelineError::NoLocale { locale: locale.clone(), nearest });
    }
    let source = config.source_among(&present);
    files.articles.retain(|file| request.locales.contains(&file.locale) || Some(&file.locale) == source.as_ref());
    Ok(())
}

/// Gives what stands beside the articles of all locales to each of them.
fn share_files(files: &mut Files) {
    let (shared, mut others): (Vec<_>, Vec<_>) =
        std::mem::take(&mut files.others).into_iter().partition(|file| file.locale.is_none());
    if !shared.is_empty() {
        let locales: BTreeSet<&Locale> = files.articles.iter().map(|file| &file.locale).collect();
        for locale in locales {
            others.extend(shared.iter().map(|file| OtherFile { locale: Some(locale.clone()), ..file.clone() }));
        }
    }
    files.others = others;
}

/// Parses all articles, in parallel and in the order of the files.
fn parsed(
    files: &Files,
    sources: &SourceMap,
    options: &markdown::Options,
    findings: &mut Vec<Finding>,
) -> Vec<Article> {
    let (mut articles, mut found) = (Vec::new(), Vec::new());
    files
        .articles
        .par_iter()
        .map(|file| markdown::parse(sources.get(file.source), file.locale.clone(), file.key.clone(), options))
        .unzip_into_vecs(&mut articles, &mut found);
    findings.extend(found.into_iter().flatten());
    articles
}

fn without_drafts(mut articles: Vec<Article>, drafts: bool) -> Vec<Article> {
    articles.retain(|article| drafts || !article.front.draft);
    articles
}

fn settings(config: &Config, layout: &Recognised, files: &Files, request: &Request) -> catalog::Settings {
    let beside = files.others.iter().filter_map(|file| Some((file.locale.clone()?, file.path.clone())));
    catalog::Settings {
        source_locale: config.source_locale.clone(),
        order: config.locales.iter().map(|listed| listed.locale.clone()).collect(),
        fallback: config.fallback.clone(),
        link_prefixes: config.link_prefixes.clone(),
        files: beside.collect(),
        addresses: match layout.tool {
            _ if layout.is_loose => Addresses::Unknown,
            Some(_) => Addresses::Files,
            None => Addresses::Known,
        },
        drafts: request.drafts,
    }
}

/// Applies the configured severities.
fn leveled(findings: Vec<Finding>, config: &Config) -> Vec<Finding> {
    let levels: BTreeMap<&str, Level> =
        config.rules.iter().filter_map(|rule| Some((rule.name.as_str(), rule.level?))).collect();
    let leveled = |mut finding: Finding| {
        if finding.blocks {
            return Some(finding);
        }
        match levels.get(finding.rule.id) {
            Some(Level::Off) => None,
            // A finding that its rule made milder stays at most as grave as that.
            Some(Level::At(severity)) => {
                let milder = finding.severity < finding.rule.severity;
                finding.severity = if milder { finding.severity.min(*severity) } else { *severity };
                Some(finding)
            }
            None => Some(finding),
        }
    };
    findings.into_iter().filter_map(leveled).collect()
}

/// Keeps what was asked for and what blocks, and puts findings in the order of files and places.
fn arranged(mut findings: Vec<Finding>, sources: &SourceMap, asked: &[String]) -> Vec<Finding> {
    findings.retain(|finding| asked.is_empty() || asked.iter().any(|rule| rule == finding.rule.id) || finding.blocks);
    // By borrowed keys, and in place: of many findings copies, even of paths and messages alone, would be megabytes.
    findings.sort_unstable_by(|left, right| place_of(left, sources).cmp(&place_of(right, sources)));
    findings
}

/// Returns what a finding is sorted by: its path, its place, its rule and its message.
fn place_of<'f>(finding: &'f Finding, sources: &'f SourceMap) -> (&'f str, (u32, u32), &'static str, &'f str) {
    let path = match (&finding.place, finding.source()) {
        (_, Some(source)) => &*sources.get(source).path,
        (Place::Path(path), None) => path,
        _ => "",
    };
    let at = if let Place::Span(span) = finding.place { (span.start, span.end) } else { (0, 0) };
    (path, at, finding.rule.id, &finding.message)
}

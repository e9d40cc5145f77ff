//! All articles and what connects them: groups, codes, parameters, links, fallbacks.
//!
//! [`index`] never fails: what does not fit together is a finding, and the first of two claims stands.

pub mod aliases;
pub mod align;
pub mod anchors;
mod changed;
pub mod codes;
mod column;
pub mod disagreement;
pub mod fallback;
pub mod fragments;
pub mod group;
pub mod history;
mod ladder;
pub mod links;
pub mod origin;
pub mod outline;
mod rebuilt;
pub mod rules;
pub mod target;
pub mod version;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diag::{Finding, Freshness};
use crate::markdown;
use crate::model::article::{Article, Repair};
use crate::model::code::ErrorCode;
use crate::model::folder::folder;
use crate::model::key::ArticleKey;
use crate::model::locale::Locale;
use crate::source::{SourceMap, Span};
use codes::Codes;
use fallback::Fallbacks;
use fragments::Fragments;
use group::{Group, Lead, majority_outline};
use history::History;
use rules::ADDRESS_TAKEN;
use version::{Version, Versions};

/// What indexing depends on besides the articles.
#[derive(Debug, Default)]
pub struct Settings {
    /// The locale that authors write in, where it is configured.
    pub source_locale: Option<Locale>,
    /// Locales in the order that the configuration gives them.
    pub order: Vec<Locale>,
    /// Further fallbacks of single locales.
    pub fallback: BTreeMap<Locale, Vec<Locale>>,
    /// Beginnings of root-relative links that lead to articles: `/AlchemyInsights/`.
    pub link_prefixes: Vec<String>,
    /// Files beside the articles, by locale and path below its folder.
    pub files: BTreeSet<(Locale, String)>,
    pub addresses: Addresses,
    pub drafts: bool,
}

/// How much is known of where links may lead.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Addresses {
    /// Everything: the articles are those of a site.
    #[default]
    Known,
    /// Files: another tool decides where its pages stand, and what names their places have.
    Files,
    /// Nothing: the articles are files from anywhere.
    Unknown,
}

/// Everything that is known of a site's articles.
#[derive(Debug)]
pub struct Catalog {
    /// Articles in all their locales, by key.
    pub groups: Vec<Group>,
    /// Fragments, which articles bring in: groups of their own for the check.
    pub fragments: Fragments,
    /// The locales that have articles, in the site's order.
    pub locales: Vec<Locale>,
    pub source_locale: Option<Locale>,
    /// The locale of rebuilt sources, where there are any and the locale has no articles.
    pub rebuilt_locale: Option<Locale>,
    pub codes: Codes,
    pub fallbacks: Fallbacks,
    pub settings: Settings,
    by_key: BTreeMap<ArticleKey, usize>,
}

/// Joins `articles` into a catalog, with what does not fit together among the findings.
///
/// Rebuilt source texts are added to `sources`.
pub fn index(
    articles: Vec<Article>,
    sources: &mut SourceMap,
    options: &markdown::Options,
    settings: Settings,
) -> (Catalog, Vec<Finding>) {
    let mut findings = Vec::new();
    let locales = locales(&articles, &settings.order);
    let source_locale = source_locale(&settings, &locales);
    let gathered = gathered(articles, sources, &mut findings);
    let (fragments, gathered) = gathered.into_iter().partition(|(key, _)| key.is_fragment());
    let groups = groups(gathered, source_locale.as_ref(), sources, options);
    let fragments = Fragments::new(self::groups(fragments, source_locale.as_ref(), sources, options));
    let has_rebuilt = groups.iter().any(|group| group.rebuilt.is_some());
    let rebuilt_locale = has_rebuilt.then(|| rebuilt_locale(source_locale.as_ref()));
    let by_key = groups.iter().enumerate().map(|(at, group)| (group.key.clone(), at)).collect();
    let codes = Codes::of(&groups);
    let fallbacks = Fallbacks::of(&locales, source_locale.as_ref(), &settings);
    let catalog =
        Catalog { groups, fragments, locales, source_locale, rebuilt_locale, codes, fallbacks, settings, by_key };
    findings.extend(meeting(&catalog.groups, sources));
    findings.extend(aliases::check(&catalog));
    (catalog, findings)
}

impl Catalog {
    /// Returns the group of that key.
    pub fn group(&self, key: &ArticleKey) -> Option<usize> {
        self.by_key.get(key).copied()
    }

    /// Returns the group that `name` stands for: the path of an article, or a code that an article is about.
    pub fn named(&self, name: &str) -> Option<usize> {
        let is_named = |code: &ErrorCode| code.text.eq_ignore_ascii_case(name) || code.slug.eq_ignore_ascii_case(name);
        let code = || self.codes.by_code.iter().find(|(code, _)| is_named(code)).and_then(|(_, entry)| entry.owner);
        self.group(&ArticleKey::new(name)).or_else(code)
    }

    /// Returns how many articles there are, fragments left out.
    pub fn article_count(&self) -> usize {
        self.groups.iter().map(|group| group.articles.len()).sum()
    }

    /// Returns articles and fragments alike: what the check compares.
    pub fn all_groups(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().chain(&self.fragments.groups)
    }

    /// Notes what has changed in the source since one translation was made from it.
    pub fn remember(&mut self, group: usize, article: usize, history: History) {
        let group = &mut self.groups[group];
        group.versions.settle(article, if history.changes.is_empty() { Version::Current } else { Version::Older });
        group.history.insert(article, history);
    }

    /// Counts the translations that are in step with their source.
    pub fn freshness(&self) -> Freshness {
        let mut freshness = Freshness::default();
        for group in &self.groups {
            for index in (0..group.articles.len()).filter(|&index| !group.is_source(index)) {
                match group.versions.of_article(index) {
                    Version::Current => freshness.current += 1,
                    Version::Older => freshness.outdated += 1,
                    Version::Newer | Version::Unknown => freshness.unknown += 1,
                }
            }
        }
        freshness
    }
}

/// Returns the locales that have articles: in the configured order, then by tag.
fn locales(articles: &[Article], order: &[Locale]) -> Vec<Locale> {
    let mut present: BTreeSet<Locale> = articles.iter().map(|article| article.locale.clone()).collect();
    let mut locales: Vec<Locale> = order.iter().filter(|locale| present.remove(locale)).cloned().collect();
    locales.extend(present);
    locales
}

/// Returns the source locale: as configured, else `en`, else the first of the locales `en-*`.
fn source_locale(settings: &Settings, locales: &[Locale]) -> Option<Locale> {
    let named = |tag: &str| locales.iter().find(|locale| locale.tag() == tag);
    let english = || named("en").or_else(|| locales.iter().filter(|locale| locale.language() == "en").min());
    settings.source_locale.clone().or_else(|| english().cloned())
}

fn rebuilt_locale(source_locale: Option<&Locale>) -> Locale {
    source_locale.cloned().unwrap_or_else(|| "en".parse().expect("`en` is a language tag"))
}

/// Sorts articles into groups by key and locale; of two articles of one address the first stands.
fn gathered(
    mut articles: Vec<Article>,
    sources: &SourceMap,
    findings: &mut Vec<Finding>,
) -> Vec<(ArticleKey, Vec<Article>)> {
    let path = |article: &Article| sources.get(article.source).path.clone();
    articles.sort_unstable_by(|a, b| (&a.key, &a.locale).cmp(&(&b.key, &b.locale)).then_with(|| path(a).cmp(&path(b))));
    let mut gathered = Vec::new();
    let mut articles = articles.into_iter().peekable();
    while let Some(first) = articles.next() {
        let key = first.key.clone();
        let mut members = vec![first];
        while let Some(article) = articles.next_if(|article| article.key == key) {
            match members.last() {
                Some(last) if last.locale == article.locale => findings.push(taken(last, &article, sources)),
                _ => members.push(article),
            }
        }
        // An article is large, and these stay.
        members.shrink_to_fit();
        gathered.push((key, members));
    }
    gathered
}

/// Returns the finding that two files claim one address.
fn taken(first: &Article, second: &Article, sources: &SourceMap) -> Finding {
    let (one, two) = (&sources.get(first.source).path, &sources.get(second.source).path);
    let start = |article: &Article| Span { end: article.body.start, start: article.body.start, source: article.source };
    let mut finding = Finding::at(&ADDRESS_TAKEN, start(second), format!("`{two}` and `{one}` claim one address"))
        .caption("this file")
        .label(start(first), "and this one")
        .help(
            "rename one of them: addresses do not tell upper from lower case, composed from decomposed letters, or \
             what no disk takes in a name from `-`",
        );
    finding.group = Some(second.key.clone());
    finding.locale = Some(second.locale.clone());
    finding
}

/// Returns a finding for each group whose pages would stand in the folders of another one: what no disk takes
/// in a name is replaced, so `a:b` and `a-b` meet.
fn meeting(groups: &[Group], sources: &SourceMap) -> Vec<Finding> {
    let mut folders: BTreeMap<String, &Group> = BTreeMap::new();
    let mut findings = Vec::new();
    for group in groups {
        if let Some(first) = folders.insert(folder(group.key.as_str()), group) {
            let articles = first.articles.first().zip(group.articles.first());
            findings.extend(articles.map(|(first, second)| taken(first, second, sources)));
        }
    }
    findings
}

/// Makes groups of gathered articles.
fn groups(
    gathered: Vec<(ArticleKey, Vec<Article>)>,
    source_locale: Option<&Locale>,
    sources: &mut SourceMap,
    options: &markdown::Options,
) -> Vec<Group> {
    let rebuilt: Vec<Option<Article>> = {
        let texts: Vec<Option<(usize, String)>> = gathered
            .par_iter()
            .map(|(_, articles)| {
                let has_source = articles.iter().any(|article| Some(&article.locale) == source_locale);
                if has_source { None } else { rebuilt::rebuild(articles, sources) }
            })
            .collect();
        let mut parse = |key: &ArticleKey, articles: &[Article], (base, text): (usize, String)| {
            let path = format!("{} (source rebuilt)", sources.get(articles[base].source).path);
            let id = sources.add(path, text);
            markdown::parse(sources.get(id), rebuilt_locale(source_locale), key.clone(), options).0
        };
        let pairs = gathered.iter().zip(texts);
        pairs.map(|((key, articles), text)| text.map(|text| parse(key, articles, text))).collect()
    };
    let sources = &*sources;
    gathered
        .into_par_iter()
        .zip(rebuilt)
        .map(|((key, articles), rebuilt)| group(key, articles, rebuilt, source_locale, sources, options))
        .collect()
}

fn group(
    key: ArticleKey,
    articles: Vec<Article>,
    rebuilt: Option<Article>,
    source_locale: Option<&Locale>,
    sources: &SourceMap,
    options: &markdown::Options,
) -> Group {
    let source = articles.iter().position(|article| Some(&article.locale) == source_locale);
    let lead = match (source, &rebuilt) {
        (Some(source), _) => Lead::Article(source),
        (None, Some(_)) => Lead::Rebuilt,
        (None, None) => Lead::Article(majority_outline(&articles)),
    };
    let versions = Versions::of(&articles, source.map(|source| (source, sources.get(articles[source].source))));
    let speaks_of_mail = articles.iter().any(|article| article.speaks_of_mail);
    let speaks_of_errors = articles.iter().chain(&rebuilt).any(|article| article.speaks_of_errors);
    let (history, primary) = (BTreeMap::new(), Vec::new());
    let mut group = Group {
        key,
        articles,
        source,
        rebuilt: rebuilt.map(Box::new),
        lead,
        versions,
        history,
        speaks_of_mail,
        speaks_of_errors,
        primary,
    };
    strike_repairs(&mut group, sources, options);
    group.primary = codes::primary(&group, &options.families);
    group
}

/// Leaves asterisks alone that the lead's aligned block shows too: there they are meant.
fn strike_repairs(group: &mut Group, sources: &SourceMap, options: &markdown::Options) {
    if group.lead().asterisks.is_empty() {
        return;
    }
    for index in 0..group.articles.len() {
        let article = &group.articles[index];
        if article.repairs.is_empty() || group.lead_index() == Some(index) {
            continue;
        }
        let alignment = group.alignment(article);
        let shown = |repair: &&Repair| {
            alignment[repair.block as usize].is_some_and(|block| group.lead().asterisks.contains(&block))
        };
        let keep: Vec<Repair> = article.repairs.iter().filter(|repair| !shown(repair)).copied().collect();
        if keep.len() < article.repairs.len() {
            let source = sources.get(article.source);
            group.articles[index] = markdown::parse_with_repairs(source, article, &keep, options);
        }
    }
}

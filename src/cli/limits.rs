//! The part of a site that `check` was asked about: paths, locales, rules, what has changed.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use globset::Glob;

use super::exit::CliError;
use super::explain;
use super::paths::{Limit, Selection, is_pattern};
use crate::check::Depth;
use crate::check::rules::{RULES, Rule};
use crate::config;
use crate::diag::{Finding, Meta, Place, Stats};
use crate::load::{Repository, Tree};
use crate::model::key::ArticleKey;
use crate::model::locale::Locale;
use crate::pipeline::baseline::{Entry, Subject};
use crate::pipeline::{self, Site};
use crate::source::{SourceId, SourceMap, Span};

/// What limits a report; all of it is compared all the same.
#[derive(Debug, clap::Args)]
pub(super) struct LimitArgs {
    /// Only what this rule finds, or the rules of a pattern such as `literal-*`; may be given several times
    #[arg(long = "rule", value_name = "RULE", value_parser = rules)]
    rules: Vec<Rules>,
    /// Only the core rules, by what articles must have in common: what a build counts, in half the time
    #[arg(long, conflicts_with_all = ["rules", "fix"])]
    core: bool,
    /// Only what concerns this locale and those below it, as `zh-CN` is below `zh`; several with commas
    #[arg(long = "locale", value_name = "LOCALE", value_delimiter = ',')]
    locales: Vec<Locale>,
    /// Only articles that have changed since this git revision, with the same articles in other locales
    #[arg(long, value_name = "REV", allow_hyphen_values = true)]
    since: Option<String>,
}

/// The rules that one argument names.
#[derive(Debug, Clone)]
struct Rules(Vec<&'static Meta>);

/// Returns the rules that `name` names, which may be a pattern.
fn rules(name: &str) -> Result<Rules, String> {
    if !is_pattern(name) {
        return explain::rule(name).map(|rule| Rules(vec![rule]));
    }
    let glob = Glob::new(name).map_err(|error| error.kind().to_string())?.compile_matcher();
    let named: Vec<_> = RULES.iter().map(|rule| rule.meta).filter(|meta| glob.is_match(meta.id)).collect();
    match named.is_empty() {
        true => Err("no rule has such a name; `faultbook explain` lists all of them".to_owned()),
        false => Ok(Rules(named)),
    }
}

impl LimitArgs {
    /// Returns the rules that are reported, in the order of the list of rules; none where all are meant.
    pub(super) fn rules(&self) -> Vec<&'static Meta> {
        let asked: BTreeSet<&str> = self.rules.iter().flat_map(|rules| &rules.0).map(|meta| meta.id).collect();
        let is_meant = |rule: &&Rule| asked.contains(rule.meta.id) || self.core && rule.depth == Depth::Core;
        RULES.iter().filter(is_meant).map(|rule| rule.meta).collect()
    }

    /// Returns the rules that were asked for by name.
    pub(super) fn asked(&self) -> Vec<String> {
        if self.core { Vec::new() } else { self.rules().iter().map(|rule| rule.id.to_owned()).collect() }
    }

    /// Returns how much has to be looked at.
    pub(super) fn depth(&self) -> Depth {
        if self.core { Depth::Core } else { Depth::All }
    }
}

/// What of a site was asked for.
pub(super) struct Limits<'a> {
    selection: &'a Selection,
    tree: &'a Tree,
    rules: Vec<&'static Meta>,
    locales: &'a [Locale],
    changed: Option<Changed>,
    /// What was found out already about single paths.
    known: RefCell<BTreeMap<PathBuf, bool>>,
}

/// What git says has changed.
struct Changed {
    /// The files themselves, without links.
    files: BTreeSet<PathBuf>,
    /// The keys of the articles among them, also of those that are gone.
    groups: BTreeSet<String>,
}

impl<'a> Limits<'a> {
    /// Finds out what `args` and `selection` mean in `site`.
    ///
    /// # Errors
    /// A locale that the site does not have, or git does not know what has changed.
    pub(super) fn of(
        args: &'a LimitArgs,
        selection: &'a Selection,
        site: &Site,
        tree: &'a Tree,
    ) -> Result<Self, CliError> {
        let present = &site.catalog.locales;
        for asked in &args.locales {
            if !present.iter().any(|locale| locale.is_within(asked)) {
                let nearest = config::nearest(asked.tag(), present.iter().map(Locale::tag)).map(str::to_owned);
                return Err(CliError::NoLocale { locale: asked.clone(), nearest, present: present.clone() });
            }
        }
        let changed = args.since.as_ref().map(|revision| Changed::since(revision, site, tree)).transpose()?;
        let (rules, locales) = (args.rules(), &args.locales);
        Ok(Self { selection, tree, rules, locales, changed, known: RefCell::default() })
    }

    /// Takes out of the site's findings what was not asked for.
    ///
    /// # Errors
    /// A path holds nothing of the site.
    pub(super) fn apply(&self, site: &mut Site) -> Result<(), CliError> {
        if self.is_whole() {
            return Ok(());
        }
        let mut findings = std::mem::take(&mut site.findings);
        let files = Files::of(site, self.tree);
        findings.retain(|finding| self.holds_finding(finding, &files));
        let holds_nothing = |limit: &&Limit| !files.paths().any(|path| limit.holds(self.tree, path));
        match self.selection.limits.iter().find(|limit| findings.is_empty() && holds_nothing(limit)) {
            Some(limit) => Err(CliError::NotInSite { path: limit.given().to_owned() }),
            None => {
                site.findings = findings;
                Ok(())
            }
        }
    }

    /// Returns the site in numbers, of the locales that were asked for.
    pub(super) fn stats(&self, site: &Site) -> Stats {
        let mut stats = pipeline::stats(site);
        stats.coverage.retain(|row| self.holds_tag(&row.locale));
        stats
    }

    /// Tells whether a finding of this entry of the baseline would be in the report.
    pub(super) fn covers(&self, entry: &Entry, files: &Files<'_>) -> bool {
        let is_asked = self.rules.is_empty() || self.rules.iter().any(|rule| rule.id == entry.rule);
        let is_in = || match &entry.subject {
            Subject::Locale(tag) => tag.parse().is_ok_and(|locale| self.holds_locale(&locale, files)),
            Subject::File(path) => self.holds(&files.at(self.tree.locate(&files.base.join(path)))),
        };
        is_asked && (self.is_whole() || is_in())
    }

    /// Tells whether nothing was left out.
    pub(super) fn is_all(&self) -> bool {
        self.is_whole() && self.rules.is_empty()
    }

    /// Tells whether the whole site was asked for, if not all rules.
    fn is_whole(&self) -> bool {
        self.selection.limits.is_empty() && self.locales.is_empty() && self.changed.is_none()
    }

    fn holds_finding(&self, finding: &Finding, files: &Files<'_>) -> bool {
        let file = match &finding.place {
            Place::Span(Span { source, .. }) | Place::File(source) => files.of_source(*source),
            Place::Path(path) => files.at(self.tree.locate(Path::new(&**path))),
            Place::Locale(locale) => return self.holds_locale(locale, files),
        };
        let locale = file.locale.or(finding.locale.as_ref());
        let group = file.group.or(finding.group.as_ref().map(ArticleKey::as_str));
        self.holds(&File { locale, group, ..file })
    }

    /// A finding about a locale as a whole belongs to whoever asked for all of it.
    fn holds_locale(&self, locale: &Locale, files: &Files<'_>) -> bool {
        let mut of_locale = files.all.values().filter(|file| file.locale == Some(locale)).peekable();
        self.changed.is_none() && of_locale.peek().is_some() && of_locale.all(|file| self.holds(file))
    }

    fn holds(&self, file: &File<'_>) -> bool {
        (self.locales.is_empty() || file.locale.is_some_and(|locale| self.holds_tag(locale)))
            && self.changed.as_ref().is_none_or(|changed| changed.holds(file, self.tree))
            && self.is_named(&file.path)
    }

    fn holds_tag(&self, locale: &Locale) -> bool {
        self.locales.is_empty() || self.locales.iter().any(|asked| locale.is_within(asked))
    }

    fn is_named(&self, path: &Path) -> bool {
        if let Some(known) = self.known.borrow().get(path) {
            return *known;
        }
        let is_named = self.selection.holds(self.tree, path);
        self.known.borrow_mut().insert(path.to_owned(), is_named);
        is_named
    }
}

impl Changed {
    /// Asks git what has changed in the site since `revision`.
    fn since(revision: &str, site: &Site, tree: &Tree) -> Result<Self, CliError> {
        let content = tree.real(&site.folders.content);
        let files: BTreeSet<PathBuf> =
            Repository::around(&content)?.changed_since(revision)?.iter().map(|path| tree.real(path)).collect();
        let present = site.files.articles.iter().filter(|file| files.contains(&tree.real(&file.path)));
        let mut groups: BTreeSet<String> = present.map(|file| file.key.as_str().to_owned()).collect();
        for gone in files.iter().filter(|path| !tree.exists(path)) {
            groups.extend(site.layout.key(tree, gone).map(|key| key.as_str().to_owned()));
        }
        Ok(Self { files, groups })
    }

    fn holds(&self, file: &File<'_>, tree: &Tree) -> bool {
        file.group.is_some_and(|group| self.groups.contains(group)) || self.files.contains(&tree.real(&file.path))
    }
}

/// What is known of one file.
struct File<'s> {
    path: Cow<'s, Path>,
    locale: Option<&'s Locale>,
    group: Option<&'s str>,
}

/// The files of a site.
pub(super) struct Files<'s> {
    /// The folder that paths in the baseline are relative to.
    base: &'s Path,
    sources: &'s SourceMap,
    all: BTreeMap<SourceId, File<'s>>,
    by_path: BTreeMap<&'s Path, SourceId>,
    /// By the paths without links, found out when one is asked for.
    by_real_path: OnceCell<BTreeMap<PathBuf, SourceId>>,
    tree: &'s Tree,
}

impl<'s> Files<'s> {
    pub(super) fn of(site: &'s Site, tree: &'s Tree) -> Self {
        let articles = site.files.articles.iter().map(|article| {
            let (locale, group) = (Some(&article.locale), Some(article.key.as_str()));
            (article.source, File { path: article.path.as_path().into(), locale, group })
        });
        let messages = site.files.messages.iter().map(|(locale, source)| {
            let path = Path::new(&*site.sources.get(*source).path);
            (*source, File { path: path.into(), locale: Some(locale), group: None })
        });
        let by_path = site.files.articles.iter().map(|article| (article.path.as_path(), article.source)).collect();
        let all = articles.chain(messages).collect();
        let (base, sources) = (&*site.folders.base, &site.sources);
        Self { base, sources, all, by_path, by_real_path: OnceCell::new(), tree }
    }

    fn paths(&self) -> impl Iterator<Item = &Path> {
        self.by_path.keys().copied()
    }

    fn of_source(&self, source: SourceId) -> File<'_> {
        match self.all.get(&source) {
            Some(file) => File { path: Cow::Borrowed(&file.path), ..*file },
            None => File { path: Path::new(&*self.sources.get(source).path).into(), locale: None, group: None },
        }
    }

    /// Returns what is known of the file at `path`, which is located.
    fn at(&self, path: PathBuf) -> File<'_> {
        let by_real_path = || {
            let real = |(path, source): (&&Path, &SourceId)| (self.tree.real(path), *source);
            self.by_real_path.get_or_init(|| self.by_path.iter().map(real).collect())
        };
        match self.by_path.get(&*path).or_else(|| by_real_path().get(&self.tree.real(&path))) {
            Some(source) => self.of_source(*source),
            None => File { path: path.into(), locale: None, group: None },
        }
    }
}

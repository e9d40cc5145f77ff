//! Reads the content: which file is an article of which locale, and its text.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::encoding::{self, Diagnosis};
use super::folders::{Folders, inside};
use super::layout::{self, LocaleFolder, Plan, is_about_folder, is_article, is_made, is_toc};
use super::locales::{self, Locales};
use super::place::Places;
use super::read::Refusal;
use super::rules::*;
use super::tree::Tree;
use super::walk::{Entry, Scope, State};
use super::{FileArticle, LoadError, Loaded, NAME_THE_LANGUAGE, OtherFile, Recognised, UnknownFolder, site};
use crate::config::Config;
use crate::diag::{Finding, Meta, Place};
use crate::model::key::ArticleKey;
use crate::model::locale::Locale;
use crate::source::SourceMap;

/// Reads everything that a site is made from into `sources`.
///
/// # Errors
/// A folder that does not exist, no article at all, or a template or message file that cannot be read.
pub fn content(tree: &Tree, folders: &Folders, config: &Config, sources: &mut SourceMap) -> Result<Loaded, LoadError> {
    let locales = Locales::new(config);
    let plan = layout::plan(tree, folders, config);
    let (loaded, unknown, keys) = (Loaded::default(), BTreeMap::new(), HashSet::new());
    let mut reader = Reader { tree, config, plan: &plan, locales: &locales, loaded, unknown, keys };
    let found = reader.walk(folders)?;
    reader.read(found, sources);
    reader.report_unknown();
    reader.report_mixed_up(sources);
    reader.read_site(folders, sources)?;
    reader.finish(folders)
}

/// A file that is to be read as an article.
struct Candidate {
    path: PathBuf,
    locale: Locale,
    key: ArticleKey,
}

struct Reader<'a> {
    tree: &'a Tree,
    config: &'a Config,
    plan: &'a Plan,
    locales: &'a Locales<'a>,
    loaded: Loaded,
    /// Names in the place of a locale, with the number of articles and one of them.
    unknown: BTreeMap<String, (usize, PathBuf)>,
    /// The keys so far: all translations of an article share the text of theirs.
    keys: HashSet<ArticleKey>,
}

impl Reader<'_> {
    /// Walks all folders of content; returns what is to be read, and keeps the rest.
    fn walk(&mut self, folders: &Folders) -> Result<Vec<Candidate>, LoadError> {
        let plan = self.plan;
        let own = self.own_folders(folders)?;
        let elsewhere: Vec<PathBuf> = own.iter().map(|folder| self.tree.real(&folder.path)).collect();
        let roots: Vec<PathBuf> = elsewhere.iter().cloned().chain([self.tree.real(&plan.content)]).collect();
        let mut candidates = Vec::new();
        if plan.naming.is_some() {
            let part = |folder: &str| self.part(folder);
            let scope = Scope { roots: &roots, elsewhere: &elsewhere, part: &part, dot_files: false };
            for entry in self.tree.walk(&plan.content, &scope) {
                self.place(entry, None, &mut candidates);
            }
        }
        for (index, folder) in own.iter().enumerate() {
            let here = &elsewhere[index];
            let is_inner = |path: &&PathBuf| path.starts_with(here) && *path != here;
            let others: Vec<PathBuf> = elsewhere.iter().filter(is_inner).cloned().collect();
            let scope = Scope { roots: &roots, elsewhere: &others, part: &|_| Some(String::new()), dot_files: false };
            for mut entry in self.tree.walk(&folder.path, &scope) {
                entry.relative.insert_str(0, &folder.prefix);
                self.place(entry, Some(&folder.locale), &mut candidates);
            }
        }
        let loose = plan.loose.iter().map(|member| Candidate {
            path: self.tree.locate(&member.path),
            locale: member.locale.clone(),
            key: ArticleKey::new(&member.key),
        });
        candidates.extend(loose);
        Ok(candidates)
    }

    /// Returns the folders that are each of one locale: those of the layout, and those that are configured.
    fn own_folders(&self, folders: &Folders) -> Result<Vec<LocaleFolder>, LoadError> {
        let mut own = self.plan.folders.clone();
        for listed in &self.config.locales {
            if let Some(folder) = &listed.folder {
                let path = inside(&folders.base, &folder.path);
                if !self.tree.is_folder(&path) {
                    return Err(LoadError::not_there("folder", folder));
                }
                own.push(LocaleFolder { path, locale: listed.locale.clone(), prefix: String::new() });
            }
        }
        Ok(own)
    }

    /// Returns the part of the content that `folder` belongs to: its locale, or all where locales have no folders.
    fn part(&self, folder: &str) -> Option<String> {
        let Some(naming) = self.plan.naming.as_ref().filter(|naming| naming.has_folders()) else {
            return Some(String::new());
        };
        self.locales.named(naming.folder(folder)?).map(|locale| locale.tag().to_owned())
    }

    /// Decides what an entry is; `own` is the locale of a folder that has one.
    fn place(&mut self, entry: Entry, own: Option<&Locale>, candidates: &mut Vec<Candidate>) {
        let naming = self.plan.naming.as_ref().filter(|_| own.is_none());
        let split = naming.and_then(|naming| naming.split(&entry.relative));
        let locale = own.cloned().or_else(|| self.locales.named(split.as_ref()?.0));
        let path = match &split {
            Some((_, path)) if locale.is_some() => path,
            _ => &*entry.relative,
        };
        let is_article = is_article(path);
        if !matches!(entry.state, State::File) {
            let key = (is_article && locale.is_some()).then(|| ArticleKey::new(path));
            let finding = self.refusal(&entry, locale, key);
            return self.loaded.findings.push(finding);
        }
        let has_folders = naming.is_none_or(|naming| naming.has_folders());
        match (locale, &split) {
            // At the top of a repository that is read by the names of files, what was made from it stands, too.
            _ if !has_folders && is_made(&entry.relative) => {}
            (Some(locale), _) if is_article => {
                candidates.push(Candidate { locale, key: self.key(path), path: entry.path });
            }
            (None, Some((name, _))) if is_article && !is_about_folder(path) && !is_made(&entry.relative) => {
                self.unknown.entry((*name).to_owned()).or_insert((0, entry.path)).0 += 1;
            }
            (Some(locale), _) if !is_toc(path) && has_folders => self.keep(Some(locale), path, &entry.path),
            // Where locales have no folders, what is no article is for all of them.
            _ if !is_article && !is_toc(path) && !has_folders => self.keep(None, &entry.relative, &entry.path),
            _ => {}
        }
    }

    fn key(&mut self, path: &str) -> ArticleKey {
        let key = ArticleKey::new(path);
        if let Some(known) = self.keys.get(&key) {
            return known.clone();
        }
        self.keys.insert(key.clone());
        key
    }

    fn keep(&mut self, locale: Option<Locale>, path: &str, file: &Path) {
        let content = self.tree.blob(file);
        self.loaded.files.others.push(OtherFile { locale, path: path.to_owned(), content });
    }

    /// Returns the finding about an entry that is no regular file.
    fn refusal(&self, entry: &Entry, locale: Option<Locale>, key: Option<ArticleKey>) -> Finding {
        let (rule, message, help) = refusal(&entry.state, &entry.path);
        let mut finding = self.finding(rule, &entry.path, message).help(help);
        finding.locale = locale;
        finding.group = key;
        finding
    }

    fn finding(&self, rule: &'static Meta, path: &Path, message: impl Into<String>) -> Finding {
        Finding::new(rule, Place::Path(self.tree.shown(path).into()), message)
    }

    /// Reads the candidates side by side, and takes their texts in one after the other.
    fn read(&mut self, candidates: Vec<Candidate>, sources: &mut SourceMap) {
        let limit = self.config.max_article_bytes;
        let tree = self.tree;
        let texts: Vec<Result<String, Trouble>> =
            candidates.par_iter().map(|candidate| text(tree, candidate, limit)).collect();
        for (Candidate { path, locale, key }, text) in candidates.into_iter().zip(texts) {
            let shown = tree.shown(&path);
            match text {
                Ok(text) => {
                    let source = sources.add(shown, text);
                    self.loaded.files.articles.push(FileArticle { source, locale, key, path });
                }
                Err(trouble) => {
                    let mut finding = trouble.finding(shown, limit, sources);
                    finding.locale = Some(locale);
                    finding.group = Some(key);
                    self.loaded.findings.push(finding);
                }
            }
        }
    }

    /// Reads what the site folder has beside the content.
    fn read_site(&mut self, folders: &Folders, sources: &mut SourceMap) -> Result<(), LoadError> {
        let files = &mut self.loaded.files;
        let passed_over = site::read(self.tree, folders, self.config, self.locales, sources, files)?;
        for (name, folder) in &passed_over.no_locales {
            let finding = self.no_locale(name, folder, "its messages are left out");
            self.loaded.findings.push(finding);
        }
        let refused: Vec<Finding> = passed_over.refused.iter().map(|entry| self.refusal(entry, None, None)).collect();
        self.loaded.findings.extend(refused);
        self.loaded.findings.extend(passed_over.findings);
        Ok(())
    }

    /// Reports names in the place of a locale that are none.
    fn report_unknown(&mut self) {
        for (name, (count, file)) in &self.unknown {
            let place = match self.has_folders() {
                true => self.folder(name),
                false => file.clone(),
            };
            let files = match count {
                1 => "its article is left out".to_owned(),
                _ => format!("its {count} articles are left out"),
            };
            let finding = self.no_locale(name, &place, &files);
            self.loaded.findings.push(finding);
        }
        for file in &self.plan.unknown {
            let name = super::slashed(Path::new(file.file_name().unwrap_or_default()));
            let message = format!("nothing says which language `{name}` is in; it is left out");
            let finding = self.finding(&LOCALE_UNKNOWN, &self.tree.locate(file), message);
            self.loaded.findings.push(finding.help(NAME_THE_LANGUAGE));
        }
    }

    fn has_folders(&self) -> bool {
        self.plan.naming.as_ref().is_some_and(|naming| naming.has_folders())
    }

    /// Returns the finding that `name` is no locale; `outcome` says what becomes of the files at `place`.
    fn no_locale(&self, name: &str, place: &Path, outcome: &str) -> Finding {
        let (question, help) = match locales::guess(name) {
            Some(guess) => {
                let help = format!("rename it to `{guess}`, or list `{name}` in `locales` of `faultbook.toml`");
                (format!(" (did you mean `{guess}`?)"), help)
            }
            None => {
                (String::new(), "name it after a language (BCP 47), such as `en` or `zh-CN`, or move it".to_owned())
            }
        };
        self.finding(&LOCALE_UNKNOWN, place, format!("`{name}` is no locale{question}; {outcome}")).help(help)
    }

    /// Reports locales whose articles look as if a country were meant.
    fn report_mixed_up(&mut self, sources: &SourceMap) {
        let mut samples: BTreeMap<&Locale, Vec<&str>> = BTreeMap::new();
        for article in &self.loaded.files.articles {
            let sample = samples.entry(&article.locale).or_default();
            if sample.len() < SAMPLE_ARTICLES && !self.config.lists(&article.locale) {
                sample.push(beginning(&sources.get(article.source).text));
            }
        }
        let mut findings = Vec::new();
        for (locale, texts) in samples {
            let Some(meant) = locales::mixed_up(locale, texts) else { continue };
            let name = locale.english_name().unwrap_or_default();
            let other = meant.english_name().unwrap_or_default();
            let message = format!("`{locale}` is {name}, but the articles look like {other}, which is `{meant}`");
            let help =
                format!("rename it to `{meant}`, or list `{locale}` in `locales` of `faultbook.toml` if it is right");
            let place = self.loaded.files.articles.iter().find(|article| article.locale == *locale);
            let place = place.map(|article| self.named_folder(article)).unwrap_or_default();
            let mut finding = self.finding(&LOCALE_SUSPICIOUS, &place, message).help(help);
            finding.locale = Some(locale.clone());
            findings.push(finding);
        }
        self.loaded.findings.extend(findings);
    }

    /// Returns the folder of the locale that `article` is in, or its own path where locales have no folders.
    fn named_folder(&self, article: &FileArticle) -> PathBuf {
        let content = self.tree.locate(&self.plan.content);
        let relative = article.path.strip_prefix(&content).map(super::slashed).unwrap_or_default();
        match self.plan.naming.as_ref().and_then(|naming| naming.folder(&relative)) {
            Some(name) => self.folder(name),
            None => article.path.clone(),
        }
    }

    fn folder(&self, name: &str) -> PathBuf {
        let folder = self.plan.naming.as_ref().map(|naming| naming.folder_of(name)).unwrap_or_default();
        self.tree.locate(&self.plan.content).join(folder)
    }

    /// Returns what was read, or an error where there is nothing: neither an article nor one that was refused.
    fn finish(self, folders: &Folders) -> Result<Loaded, LoadError> {
        let Self { mut loaded, unknown, plan, tree, config, .. } = self;
        if loaded.files.articles.is_empty() && !loaded.findings.iter().any(|finding| finding.blocks) {
            if let Some(path) = plan.unknown.first() {
                return Err(LoadError::NoLanguage { path: path.clone() });
            }
            let unknown = unknown.into_keys().map(|name| {
                let guess = locales::guess(&name).map(|guess| guess.tag().to_owned());
                UnknownFolder { name, guess }
            });
            return Err(LoadError::NoArticle {
                content: plan.content.clone(),
                looked_for: plan.looked_for(),
                unknown: unknown.collect(),
            });
        }
        loaded.layout = Recognised {
            name: plan.name.clone(),
            is_default: plan.is_default,
            content: plan.content.clone(),
            source: plan.source.clone(),
            tool: plan.tool,
            is_loose: plan.is_loose,
            naming: plan.naming.clone(),
            folders: plan.folders.clone(),
            places: Places::of(tree, plan, config, folders),
        };
        Ok(loaded)
    }
}

/// How many articles of a locale are looked at for their script, and how many bytes of each.
const SAMPLE_ARTICLES: usize = 20;
const SAMPLE_BYTES: usize = 16 << 10;

fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(SAMPLE_BYTES)]
}

/// Returns the rule, the message and the help for an entry that is no regular file.
fn refusal(state: &State, path: &Path) -> (&'static Meta, String, &'static str) {
    let name = || super::slashed(Path::new(path.file_name().unwrap_or_default()));
    match state {
        State::File => unreachable!("a regular file is not refused"),
        State::Special(kind) => {
            (&FILE_UNREADABLE, format!("`{}` is {kind}, which is never read", name()), "move it out of the content")
        }
        State::Unreadable(error) => (
            &FILE_UNREADABLE,
            format!("`{}` could not be read: {error}", name()),
            "check its permissions, its path and its links",
        ),
        State::Name => (&FILE_UNREADABLE, format!("the name `{}` is not UTF-8", name()), "rename it"),
        State::Dangling { target } => (
            &FILE_UNREADABLE,
            format!("the link `{}` leads to `{}`, which does not exist", name(), super::slashed(target)),
            "correct the link, or delete it",
        ),
        State::Outside { target } => (
            &LINK_OUTSIDE,
            format!("the link `{}` leads to `{}`, which is not part of the content", name(), super::slashed(target)),
            "put the file itself here; a locale's folder elsewhere is named in `locales` of `faultbook.toml`",
        ),
        State::Repeated { target } => (
            &LINK_REPEATED,
            format!("the link `{}` leads to `{}`, whose files are taken in anyway", name(), super::slashed(target)),
            "delete the link",
        ),
    }
}

/// Why an article has no text.
enum Trouble {
    Refused(Refusal),
    Empty,
    Encoding(Diagnosis),
}

/// Returns the text of an article.
fn text(tree: &Tree, candidate: &Candidate, limit: usize) -> Result<String, Trouble> {
    let bytes = tree.bytes(&candidate.path, limit).map_err(Trouble::Refused)?;
    let text = encoding::text(bytes, &candidate.locale).map_err(Trouble::Encoding)?;
    if text.trim_start_matches('\u{feff}').trim_ascii().is_empty() { Err(Trouble::Empty) } else { Ok(text) }
}

impl Trouble {
    /// Returns the finding; what could be read of the text is taken in for it.
    fn finding(self, path: String, limit: usize, sources: &mut SourceMap) -> Finding {
        let at = |rule, message: String| Finding::new(rule, Place::Path(path.clone().into()), message);
        match self {
            Self::Refused(Refusal::Io(error)) => at(&FILE_UNREADABLE, format!("the file could not be read: {error}")),
            Self::Refused(Refusal::NotRegular(kind)) => {
                at(&FILE_UNREADABLE, format!("this is {kind}, which is never read"))
            }
            Self::Refused(Refusal::TooLong(length)) => {
                at(&LIMIT_EXCEEDED, format!("the file has {length} bytes; the limit is {} MiB", limit >> 20))
                    .help("split the article, or raise `article_mib` in `[limits]` of `faultbook.toml`")
            }
            Self::Empty => {
                at(&ARTICLE_EMPTY, "the file is empty".to_owned()).help("write the article, or delete the file")
            }
            Self::Encoding(diagnosis) => {
                let source = sources.add(path, diagnosis.valid.clone());
                diagnosis.finding(source)
            }
        }
    }
}

//! Files that are named after no layout: which locale each is in, and which of them are one article.
//!
//! The locale is what the front matter says, else what the name says. Files are one article where their paths
//! agree without the locale, or their `ids`, or the anchors of their first headings, or all their
//! headings and code spans; never two of one locale.

mod head;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use self::head::Head;
use super::layout::{Plan, articles, is_about_folder, source_of};
use super::locales::is_locale;
use super::slashed;
use super::tree::Tree;
use crate::config::Config;
use crate::model::key;
use crate::model::locale::Locale;

/// A file with its place in the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) path: PathBuf,
    pub(super) locale: Locale,
    /// The path that it shares with its translations.
    pub(super) key: String,
}

/// Returns the plan for the files in `folder`, or `None` where none says which locale it is in.
pub(super) fn folder(tree: &Tree, folder: &Path, config: &Config) -> Option<Plan> {
    let named = articles(tree, folder).into_iter().filter(|name| !is_about_folder(name));
    let files: Vec<Loose> = named.map(|name| Loose::read(tree, folder.join(&name), name)).collect();
    let plan = arranged(folder, files, config);
    (!plan.loose.is_empty()).then_some(plan)
}

/// Returns the plan for `paths`, which are files and folders.
pub(super) fn plan(tree: &Tree, content: &Path, paths: &[PathBuf], config: &Config) -> Plan {
    let mut files = Vec::new();
    for path in paths {
        if tree.is_folder(path) {
            let within = |name: &str| slashed(&path.join(name));
            let named = articles(tree, path).into_iter().filter(|name| !is_about_folder(name));
            files.extend(named.map(|name| Loose::read(tree, path.join(&name), within(&name))));
        } else {
            files.push(Loose::read(tree, path.clone(), slashed(path)));
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files.dedup_by(|one, other| tree.real(&one.path) == tree.real(&other.path));
    arranged(content, files, config)
}

/// Returns the locale that the front matter of the article at `path` says.
pub(super) fn said(tree: &Tree, path: &Path) -> Option<Locale> {
    Head::of(&String::from_utf8_lossy(&tree.beginning(path, HEAD))).locale
}

/// How much of a file is read for what it says of itself, in bytes.
const HEAD: usize = 128 << 10;

/// A file, and what it says of itself.
struct Loose {
    path: PathBuf,
    /// The path as it is written, with `/`, without `.md`.
    stem: String,
    head: Head,
}

/// A locale that a name may say, and what is left of the name without it.
struct Reading {
    tag: Locale,
    rest: String,
    /// Whether nothing else is likely meant: `a.ko`, `ko/a`, but not `how-to`.
    is_plain: bool,
}

impl Loose {
    fn read(tree: &Tree, path: PathBuf, name: String) -> Self {
        let bytes = tree.beginning(&path, HEAD);
        let stem = key::stem(&name).map(str::to_owned).unwrap_or(name);
        Self { path, stem, head: Head::of(&String::from_utf8_lossy(&bytes)) }
    }

    /// Returns the locales that the name may say, the likeliest first.
    fn readings(&self) -> Vec<Reading> {
        let (folders, name) = self.stem.rsplit_once('/').unwrap_or(("", &self.stem));
        let within = |rest: &str| if folders.is_empty() { rest.to_owned() } else { format!("{folders}/{rest}") };
        let mut readings = Vec::new();
        let mut add = |tag: &str, rest: String, is_plain: bool| {
            if let Some(tag) = tag.parse().ok().filter(|_| is_locale(tag)) {
                readings.push(Reading { tag, rest, is_plain });
            }
        };
        if let Some((rest, tag)) = name.rsplit_once('.') {
            add(tag, within(rest), true);
        }
        if let Some((tag, rest)) = name.split_once('.') {
            add(tag, within(rest), true);
        }
        add(name, within(""), true);
        for (at, _) in name.match_indices(['-', '_']).collect::<Vec<_>>().into_iter().take(8) {
            add(&name[at + 1..], within(&name[..at]), false);
            add(&name[..at], within(&name[at + 1..]), false);
        }
        let parts: Vec<&str> = self.stem.split('/').collect();
        for at in (0..parts.len().saturating_sub(1)).rev() {
            add(parts[at], [&parts[..at], &parts[at + 1..]].concat().join("/"), true);
        }
        readings
    }
}

/// A file whose locale is known, in the group that it has so far.
struct Placed {
    loose: Loose,
    locale: Locale,
    rest: String,
    group: usize,
}

/// Finds the locale and the group of each file.
fn arranged(content: &Path, files: Vec<Loose>, config: &Config) -> Plan {
    let (mut placed, unknown) = located(files, config);
    let mut agreeing = Vec::new();
    for (name, mark) in MARKS {
        if unite(&mut placed, mark) {
            agreeing.push(name);
        }
    }
    let members = members(placed);
    let articles: BTreeSet<&str> = members.iter().map(|member| &*member.key).collect();
    let count = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let how = match &agreeing[..] {
        [] if articles.len() > 1 => ", which have nothing in common".to_owned(),
        [] => String::new(),
        names => format!(", grouped by {}", names.join(" and ")),
    };
    let name = format!("{} as {}{how}", count(members.len(), "loose file"), count(articles.len(), "article"));
    Plan::of_loose(content, name, members, unknown)
}

type Mark = fn(&Placed) -> Option<String>;

/// What files of one article have in common, the surest first.
const MARKS: [(&str, Mark); 4] = [
    ("path", |file| Some(file.rest.clone())),
    ("`ids`", |file| {
        (!file.loose.head.ids.is_empty()).then(|| file.loose.head.ids.iter().cloned().collect::<Vec<_>>().join("\n"))
    }),
    ("the anchor of the first heading", |file| file.loose.head.anchor.clone()),
    ("headings and code", |file| file.loose.head.outline.clone()),
];

/// Returns the files whose locale is known, and the paths of the others.
fn located(files: Vec<Loose>, config: &Config) -> (Vec<Placed>, Vec<PathBuf>) {
    let readings: Vec<Vec<Reading>> = files.iter().map(Loose::readings).collect();
    // How many locales there are for what is left of a name: two make a doubtful reading sure.
    let mut tags: BTreeMap<&str, BTreeSet<&Locale>> = BTreeMap::new();
    for reading in readings.iter().flatten() {
        tags.entry(&reading.rest).or_default().insert(&reading.tag);
    }
    let stems: BTreeSet<&str> = files.iter().map(|file| &*file.stem).collect();
    let is_sure =
        |reading: &&Reading| reading.is_plain || tags[&*reading.rest].len() > 1 || stems.contains(&*reading.rest);
    let source = source_of(config);
    let decide = |file: &Loose, readings: &[Reading]| match &file.head.locale {
        Some(locale) => {
            let named = readings.iter().find(|reading| reading.tag.language() == locale.language());
            Some((locale.clone(), named.map_or_else(|| file.stem.clone(), |reading| reading.rest.clone())))
        }
        None => match readings.iter().find(is_sure) {
            Some(reading) => Some((reading.tag.clone(), reading.rest.clone())),
            None => tags.contains_key(&*file.stem).then(|| (source.clone(), file.stem.clone())),
        },
    };
    let decided: Vec<_> = files.iter().zip(&readings).map(|(file, readings)| decide(file, readings)).collect();
    let (mut placed, mut unknown) = (Vec::new(), Vec::new());
    for (group, (loose, decided)) in files.into_iter().zip(decided).enumerate() {
        match decided {
            Some((locale, rest)) => placed.push(Placed { loose, locale, rest, group }),
            None => unknown.push(loose.path),
        }
    }
    (placed, unknown)
}

/// Makes one group of those whose `mark` is equal, unless two of them are of one locale; tells whether it made any.
fn unite(files: &mut [Placed], mark: Mark) -> bool {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, file) in files.iter().enumerate() {
        groups.entry(file.group).or_default().push(at);
    }
    // By mark the first file that has it.
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut any = false;
    for at in 0..files.len() {
        let Some(mark) = mark(&files[at]) else { continue };
        let own = files[at].group;
        let known = files[*first.entry(mark).or_insert(at)].group;
        let locales = |group: usize| groups[&group].iter().map(|&member| &files[member].locale);
        if known == own || locales(known).any(|locale| locales(own).any(|other| other == locale)) {
            continue;
        }
        let joined = groups.remove(&own).unwrap_or_default();
        joined.iter().for_each(|&member| files[member].group = known);
        groups.entry(known).or_default().extend(joined);
        any = true;
    }
    any
}

/// Gives each group the path of its first file, without the locale where that is no other group's.
fn members(files: Vec<Placed>) -> Vec<Member> {
    let mut keys: BTreeMap<usize, String> = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for file in &files {
        keys.entry(file.group).or_insert_with(|| {
            let rest = file.rest.trim_matches('/');
            let short = if rest.is_empty() { &file.loose.stem } else { rest };
            let name = if taken.contains(short) { &file.loose.stem } else { short };
            taken.insert(name.to_owned());
            name.to_owned()
        });
    }
    let member = |file: Placed| {
        let key = keys[&file.group].trim_start_matches(['.', '/']).to_owned();
        Member { path: file.loose.path, locale: file.locale, key }
    };
    files.into_iter().map(member).collect()
}

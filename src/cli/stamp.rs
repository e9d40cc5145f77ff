//! `faultbook stamp`: notes in translations which text of the source they were made from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Context;
use super::date::today;
use super::exit::{CliError, Status};
use super::paths::Selection;
use super::terminal::number;
use crate::catalog::group::Group;
use crate::catalog::version::text_hash;
use crate::diag::Finding;
use crate::load;
use crate::markdown;
use crate::model::article::Article;
use crate::model::date::Date;
use crate::model::front::SourceHash;
use crate::output;
use crate::pipeline::{self, Request, Site};
use crate::source::edit::{self, Edit};
use crate::source::{Source, SourceId, SourceMap, Span};

const AFTER_HELP: &str = "\
Examples:
  faultbook stamp content/ko/aadsts50000.md    after bringing this translation up to date
  faultbook stamp content/ko                   all Korean articles

Sets `source_hash` and `translated` in the front matter, and changes nothing else. From then on
`faultbook check` knows when the source has changed.

Exit status: 0 stamped, 1 a file has errors, 2 could not run; nothing is written unless all can be";

/// Note in translations that they are in step with their source
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// Translations, or folders of them
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Where the articles are, as `<locale>/**/*.md`
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// The configuration [default: `faultbook.toml` in the site folder]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// When the translations were made [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    date: Option<Date>,
}

fn date(text: &str) -> Result<Date, &'static str> {
    Date::iso(text).ok_or("this is no day, such as 2026-11-21")
}

/// Stamps the translations, all or none of them where one cannot be stamped.
pub(super) fn run(args: &Args, context: &Context<'_>) -> Result<Status, CliError> {
    let selection = Selection::of(&context.tree, &args.paths, args.content.as_ref(), args.config.as_ref())?;
    let request = Request { load: selection.request.clone(), drafts: true, ..Request::default() };
    let site = pipeline::read(&context.tree, &request)?;
    let stamper = Stamper { site: &site, context, date: args.date, places: places(&site) };
    let mut chosen = Vec::new();
    for path in &args.paths {
        chosen.extend(stamper.chosen(path)?);
    }
    chosen.sort_by_key(|(_, index, group)| (&group.key, *index));
    chosen.dedup_by_key(|(_, index, group)| (&group.key, *index));
    let is_chosen = |source| chosen.iter().any(|(_, index, group)| group.articles[*index].source == source);
    let blocking = |finding: &&Finding| finding.blocks && finding.source().is_some_and(is_chosen);
    let broken: Vec<Finding> = site.findings.iter().filter(blocking).cloned().collect();
    if !broken.is_empty() {
        context.terminal.findings(&broken, &site.sources);
        context.terminal.refusal("nothing was stamped");
        return Ok(Status::Findings);
    }
    let stamps: Vec<Option<Stamp>> =
        chosen.iter().map(|(path, index, group)| stamper.stamp(path, group, *index)).collect::<Result<_, _>>()?;
    write(&stamps, context)?;
    Ok(Status::Clean)
}

/// Writes the stamps and says what was done; a translation that has its stamp already is `None`.
fn write(stamps: &[Option<Stamp>], context: &Context<'_>) -> Result<(), CliError> {
    for Stamp { path, shown, old, new } in stamps.iter().flatten() {
        output::replace(path, old.as_bytes(), new.as_bytes())?;
        context.terminal.status("Stamped", shown);
    }
    let already = stamps.iter().filter(|stamp| stamp.is_none()).count();
    if already > 0 {
        let translations = number(already, "translation");
        context.terminal.status("Unchanged", &format!("{translations}, stamped with this text of the source already"));
    }
    Ok(())
}

/// A new text for a file.
struct Stamp<'a> {
    path: PathBuf,
    shown: &'a str,
    old: &'a str,
    new: String,
}

/// A translation: where its file is, its place in its group, and that.
type Chosen<'a> = (PathBuf, usize, &'a Group);

struct Stamper<'a> {
    site: &'a Site,
    context: &'a Context<'a>,
    /// As it was asked for; else today.
    date: Option<Date>,
    places: BTreeMap<SourceId, (&'a Group, usize)>,
}

/// Returns for each article its group, and its index in that.
fn places(site: &Site) -> BTreeMap<SourceId, (&Group, usize)> {
    let groups = site.catalog.all_groups();
    let places =
        groups.flat_map(|group| group.articles.iter().enumerate().map(move |(index, article)| (article, group, index)));
    places.map(|(article, group, index)| (article.source, (group, index))).collect()
}

impl<'a> Stamper<'a> {
    /// Returns the translations that `path` names.
    ///
    /// # Errors
    /// It names a file that is none, or a folder that has none.
    fn chosen(&self, path: &Path) -> Result<Vec<Chosen<'a>>, CliError> {
        let tree = &self.context.tree;
        let is_file = !tree.is_folder(path);
        let mut chosen = Vec::new();
        for file in self.site.files.articles.iter().filter(|file| load::lies_in(tree, &file.path, path)) {
            let Some(&(group, index)) = self.places.get(&file.source) else { continue };
            let refuse = |reason| {
                let path = self.site.sources.get(file.source).path.to_string();
                Err(CliError::Stamp { path, reason })
            };
            match group.source {
                Some(source) if source != index => chosen.push((file.path.clone(), index, group)),
                Some(_) if is_file => return refuse("it is the source article itself"),
                None if is_file => return refuse("its source article does not exist"),
                _ => {}
            }
        }
        if chosen.is_empty() { Err(CliError::NoTranslation { path: path.to_owned() }) } else { Ok(chosen) }
    }

    /// Returns the text of a translation with its stamp, or `None` where it has that already.
    fn stamp(&self, path: &Path, group: &'a Group, index: usize) -> Result<Option<Stamp<'a>>, CliError> {
        let article = &group.articles[index];
        let origin = &group.articles[group.source.expect("only groups with a source are chosen")];
        let hash = text_hash(origin, self.site.sources.get(origin.source));
        let front = &article.front;
        let is_stamped = front.source_hash.as_ref() == Some(&hash) && front.key("translated").is_some();
        let source = self.site.sources.get(article.source);
        let refuse = |reason| CliError::Stamp { path: source.path.to_string(), reason };
        let date = match self.date {
            None if is_stamped => return Ok(None),
            Some(date) if is_stamped && front.translated == Some(date) => return Ok(None),
            asked => asked.or_else(today).ok_or_else(|| refuse("the clock is wrong: give the day with `--date`"))?,
        };
        let new = stamped(article, source, &hash, date);
        let new = new.filter(|new| self.is_true(article, source, new, &hash, date));
        let new = new.ok_or_else(|| refuse("its front matter has an unusual form: write the keys one a line"))?;
        Ok(Some(Stamp { path: path.to_owned(), shown: &source.path, old: &source.text, new }))
    }

    /// Reads the new text again: nothing but the two keys may have changed.
    fn is_true(&self, article: &Article, source: &Source, new: &str, hash: &SourceHash, date: Date) -> bool {
        let mut sources = SourceMap::default();
        let id = sources.add(&*source.path, new);
        let (locale, key) = (article.locale.clone(), article.key.clone());
        let (again, _) = markdown::parse(sources.get(id), locale, key, &self.site.options);
        let others = |article: &Article, source: &Source| -> Vec<(&'static str, String)> {
            let keys = article.front.keys.iter().filter(|key| !KEYS.contains(&key.name()));
            keys.map(|key| (key.name(), source.slice(key.value_span()).to_owned())).collect()
        };
        again.front.source_hash.as_ref() == Some(hash)
            && again.front.translated == Some(date)
            && sources.slice(again.body) == source.slice(article.body)
            && others(&again, sources.get(id)) == others(article, source)
    }
}

/// The keys that a stamp consists of.
const KEYS: [&str; 2] = ["source_hash", "translated"];

/// Returns the text of `article` with both keys set; its other bytes stay.
fn stamped(article: &Article, source: &Source, hash: &SourceHash, date: Date) -> Option<String> {
    let line_end = if source.text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut edits = Vec::new();
    let mut lines = String::new();
    for (name, value) in KEYS.into_iter().zip([hash.to_string(), date.to_string()]) {
        match article.front.key(name) {
            Some(key) => {
                let before = source.text[..key.value_span().range().start].chars().next_back();
                let blank = if key.value_span().is_empty() && before == Some(':') { " " } else { "" };
                let old = without_comment(source.slice(key.value_span()));
                let span = Span { end: key.value_span().start + u32::try_from(old.len()).ok()?, ..key.value_span() };
                edits.push(Edit { span, text: format!("{blank}{value}") });
            }
            None => lines.push_str(&format!("{name}: {value}{line_end}")),
        }
    }
    if !lines.is_empty() {
        let (at, text) = match article.front.span {
            Some(front) => (front.end, lines),
            None => (article.body.start, format!("---{line_end}{lines}---{line_end}")),
        };
        edits.push(Edit { span: Span { start: at, end: at, source: source.id }, text });
    }
    edit::apply(&source.text, &edits)
}

/// Returns `value` without the comment behind it. What stays of an unusual one is found when it is read again.
fn without_comment(value: &str) -> &str {
    let quoted = value.chars().next().filter(|first| matches!(first, '"' | '\'')).and_then(|quote| {
        let end = value[1..].find(quote)?;
        Some(&value[..end + 2])
    });
    let plain = || value.split(" #").next().expect("a split has a first part").trim_end();
    quoted.unwrap_or_else(plain)
}

//! Names of dictionary words in titles: `Yammer` and `Surface` are told from words by the titles of translations in
//! other scripts, which keep them in Latin letters.

use std::collections::BTreeSet;
use std::ops::Range;

use super::holders::prose;
use super::lost::Lost;
use super::peers::{Peers, own_text, times};
use super::siblings::is_form_in;
use crate::catalog::origin::Evidence;
use crate::check::context::GroupContext;
use crate::check::language::Scripts;
use crate::check::plain::row::LOCALISED;
use crate::check::plain::shape;
use crate::diag::{Finding, Meta};
use crate::model::document::Heading;
use crate::model::literal::Side;
use crate::source::Span;

/// So many other translations must keep a name, and so many of them in another script.
const ENOUGH: usize = 3;
const FOREIGN: usize = 2;

/// No title has more names.
const MOST: usize = 16;

/// The title of a translation.
struct Title<'g> {
    article: usize,
    heading: &'g Heading,
    /// Whether its language is written in other letters than Latin ones.
    is_foreign: bool,
}

/// Returns a finding for each name of the title that a translation has nowhere, or not in a passage, while the others
/// keep it there.
pub fn lost(context: &GroupContext<'_>, rule: &'static Meta) -> Vec<Finding> {
    let titles: Vec<Title<'_>> = titles(context).collect();
    let is_foreign = |title: &&Title<'_>| title.is_foreign;
    if titles.len() <= ENOUGH || titles.iter().filter(is_foreign).count() < FOREIGN {
        return Vec::new();
    }
    let mut names: Vec<&str> = titles.iter().filter(is_foreign).flat_map(|title| names(&title.heading.text)).collect();
    names.sort_unstable();
    let names = names.chunk_by(|left, right| left == right).filter(|same| same.len() >= FOREIGN).map(|same| same[0]);
    let names = names.take(MOST).filter(|name| !LOCALISED.contains(name) && is_in_source(context, name));
    names.flat_map(|name| of_name(context, rule, &titles, name)).collect()
}

fn of_name(context: &GroupContext<'_>, rule: &'static Meta, titles: &[Title<'_>], name: &str) -> Vec<Finding> {
    let (with, without): (Vec<&Title<'_>>, Vec<&Title<'_>>) =
        titles.iter().partition(|title| has(&title.heading.text, name));
    // One other translation may have lost it as well; where more have, it is a word that is translated.
    if with.len() < ENOUGH || without.len() > 2 {
        return Vec::new();
    }
    let is_lost = |title: &&Title<'_>| {
        let text = || prose(context, title.article, Side::Target);
        was_there(context, title, &with, name) && !is_form_in(&text(), name)
    };
    let missing = Missing { context, rule, name };
    let evidence = Evidence::Majority { agree: with.len(), of: titles.len() };
    let there = context.trimmed(with[0].heading.span);
    // Other scripts may spell a name in their own letters.
    let lost = without.iter().copied().filter(|title| !title.is_foreign).filter(is_lost);
    let lost = lost.map(|title| missing.finding(title.article, title.heading.span, &evidence, there));
    let columns = Columns::of(context, titles, name);
    let passages = with.iter().filter(|title| !title.is_foreign);
    let passages = passages.filter_map(|title| missing.in_passage(&columns, title.article));
    lost.chain(passages).collect()
}

/// The passages of the translations that have a name, by the lead's blocks.
struct Columns {
    of_title: Vec<(usize, bool, BTreeSet<u32>)>,
    all: BTreeSet<u32>,
}

impl Columns {
    fn of(context: &GroupContext<'_>, titles: &[Title<'_>], name: &str) -> Self {
        let columns = |title: &Title<'_>| {
            let with = own_text(&context.prose[title.article].runs).filter(|run| run.text.contains(name));
            let columns = with.filter_map(|run| context.readings.column(title.article, run.block)).collect();
            (title.article, title.is_foreign, columns)
        };
        let of_title: Vec<(usize, bool, BTreeSet<u32>)> = titles.iter().map(columns).collect();
        let all = of_title.iter().flat_map(|(.., columns)| columns).copied().collect();
        Self { of_title, all }
    }

    /// Returns the passages in which nearly all other articles have the name, and one has not.
    fn lacking(&self, article: usize) -> impl Iterator<Item = u32> {
        let has = move |other: usize, at: u32| {
            self.of_title.iter().any(|(title, _, columns)| *title == other && columns.contains(&at))
        };
        let count = move |at: u32, is_counted: fn(bool) -> bool| {
            let with =
                self.of_title.iter().filter(|(title, is_foreign, _)| *title != article && is_counted(*is_foreign));
            with.filter(|(.., columns)| columns.contains(&at)).count()
        };
        let is_name = move |at: &u32| {
            !has(article, *at) && count(*at, |_| true) >= ENOUGH && count(*at, |is_foreign| is_foreign) >= FOREIGN
        };
        self.all.iter().copied().filter(is_name)
    }
}

/// What is said of a name that is missing.
struct Missing<'c, 'g> {
    context: &'c GroupContext<'g>,
    rule: &'static Meta,
    name: &'c str,
}

impl Missing<'_, '_> {
    fn finding(&self, article: usize, place: Span, evidence: &Evidence, there: Span) -> Finding {
        Lost { name: self.name, article, place, there }.finding(self.context, self.rule, evidence)
    }

    /// Returns a finding for the first passage that lacks a name which the article's title has, and nearly all others
    /// in that passage.
    fn in_passage(&self, columns: &Columns, article: usize) -> Option<Finding> {
        let &Self { context, name, .. } = self;
        columns.lacking(article).take(MOST).find_map(|at| {
            let block = context.readings.block(article, at)?;
            let peers = Peers::of(context, article, at, name);
            let foreign = columns.of_title.iter().filter(|(title, is_foreign, _)| *is_foreign && peers.have(*title));
            let is_name = peers.keep >= ENOUGH && peers.keep + 1 >= peers.all && foreign.count() >= FOREIGN;
            if !is_name || is_form_in(&context.prose[article].text(block, Side::Target), name) {
                return None;
            }
            let evidence = Evidence::Majority { agree: peers.keep, of: peers.all + 1 };
            let place = context.group.articles[article].blocks[block as usize].span;
            Some(self.finding(article, place, &evidence, peers.place?))
        })
    }
}

/// Returns the titles of the translations, in order.
fn titles<'g>(context: &GroupContext<'g>) -> impl Iterator<Item = Title<'g>> {
    let articles = &context.group.articles;
    context.read_translations().filter_map(move |article| {
        let text = &articles[article];
        let heading = text.headings.first().filter(|heading| heading.level == 1)?;
        let is_foreign = Scripts::are_foreign(&text.locale);
        Some(Title { article, heading, is_foreign })
    })
}

/// Returns the words with a capital that stand between letters of other scripts, each once.
fn names(title: &str) -> Vec<&str> {
    let is_inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    let mut names: Vec<&str> = Vec::new();
    let mut end = 0;
    while names.len() < MOST
        && let Some(start) = title[end..].find(is_inside).map(|at| end + at)
    {
        end = start + title[start..].find(|c| !is_inside(c)).unwrap_or(title.len() - start);
        let word = &title[start..end];
        let is_name = word.len() >= 3
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word[1..].bytes().all(|byte| byte.is_ascii_lowercase());
        if is_name && stands_apart(title, &(start..end)) && !names.contains(&word) {
            names.push(word);
        }
    }
    names
}

/// Tells whether no other word in Latin letters and no number stands beside the one at `range`: parts of longer names
/// may be translated.
fn stands_apart(title: &str, range: &Range<usize>) -> bool {
    let is_beside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let before = title[..range.start].trim_end_matches([' ', '(', '"']);
    let after = title[range.end..].trim_start_matches([' ', '(', '"']);
    !is_beside(before.chars().next_back()) && !is_beside(after.chars().next())
}

fn has(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, found)| shape::begins_word(text, &(at..at + found.len())))
}

/// Tells whether the source article's title has the name, if there is one, and its text has it more often than the common
/// word that it may be.
fn is_in_source(context: &GroupContext<'_>, name: &str) -> bool {
    let Some(source) = context.group.source else { return true };
    let title = context.group.articles[source].headings.first();
    let word = name.to_ascii_lowercase();
    let runs = &context.prose[source].runs;
    title.is_none_or(|title| has(&title.text, name)) && times(runs, name) > times(runs, &word)
}

/// Tells whether the title that was translated had the name: by its anchor, or by others made from the same version.
fn was_there(context: &GroupContext<'_>, title: &Title<'_>, with: &[&Title<'_>], name: &str) -> bool {
    let versions = &context.group.versions;
    let is_same: Vec<Option<bool>> = with.iter().map(|other| versions.same(title.article, other.article)).collect();
    let anchor = title.heading.anchor.as_deref().unwrap_or_default();
    anchor.split('-').any(|part| part.eq_ignore_ascii_case(name))
        || is_same.contains(&Some(true))
        || !is_same.contains(&Some(false))
}

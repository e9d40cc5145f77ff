//! What a rule looks at, and how it makes its findings.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::Depth;
use super::compare::{Difference, compare};
use super::displaced::balance;
use super::leads::Leads;
use super::lexicon::{Dictionary, Lexicon};
use super::memory::Memory;
use super::plain;
use super::presence::Absences;
use super::structure::Structure;
use super::usage::Usage;
use crate::catalog::Catalog;
use crate::catalog::group::Group;
use crate::catalog::origin::{Evidence, Expected, Original, Readings};
use crate::config::Terms;
use crate::diag::{Finding, Meta, Severity};
use crate::markdown::prose::Prose;
use crate::model::article::Article;
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::model::segment::Segment;
use crate::source::{Source, SourceId, SourceMap, Span};

/// One article by itself.
pub struct ArticleContext<'c> {
    pub article: &'c Article,
    pub source: &'c Source,
}

/// What all groups have in common.
pub struct Site<'c> {
    pub catalog: &'c Catalog,
    pub sources: &'c SourceMap,
    pub terms: &'c Terms,
    pub memory: Memory<'c>,
    pub lexicon: Lexicon<'c>,
    pub usage: Usage<'c>,
    pub leads: Leads<'c>,
    /// The articles that are asked about where only some of them changed; all where it is empty.
    pub changed: &'c BTreeSet<SourceId>,
}

/// One article in all its locales.
pub struct GroupContext<'c> {
    pub catalog: &'c Catalog,
    pub group: &'c Group,
    pub sources: &'c SourceMap,
    pub readings: Readings<'c>,
    /// The terms of the site.
    pub terms: &'c Terms,
    /// What links say elsewhere.
    pub memory: &'c Memory<'c>,
    /// What words stand for in other languages.
    lexicon: &'c Lexicon<'c>,
    /// What the languages do with names.
    pub usage: &'c Usage<'c>,
    /// What stands beside their links.
    pub leads: &'c Leads<'c>,
    changed: &'c BTreeSet<SourceId>,
    /// What each article says, in the order of the group's articles; empty where the source stands alone.
    pub prose: &'c [Prose<'c>],
    differences: BTreeMap<(usize, LiteralKind), Vec<Difference<'c>>>,
    /// What happened to the structure of each article, in the order of the group's articles.
    structures: Vec<Structure>,
    absences: OnceCell<Absences<'c>>,
    sizes: OnceCell<Vec<[usize; 2]>>,
    /// The number that each article's locale has in the lexicon.
    numbers: OnceCell<Vec<Option<usize>>>,
}

/// What the articles of a group say, read for the time of its check.
#[derive(Default)]
pub struct GroupText<'c> {
    pub prose: Vec<Prose<'c>>,
    /// The literals of each article that stand in plain text.
    pub plain: Vec<Vec<Literal>>,
}

impl<'c> GroupText<'c> {
    /// Reads the articles of `group`; a source alone has nothing to be compared with.
    ///
    /// The core rules read no more than groups whose codes or names differ: elsewhere there is nothing to look for.
    pub fn of(group: &'c Group, sources: &'c SourceMap, depth: Depth) -> Self {
        let is_alone = group.articles.len() < 2 && group.source.is_some();
        if is_alone || depth == Depth::Core && !differs_in_names(group) {
            return Self::default();
        }
        let prose = group.articles.iter().map(|article| Prose::of(article, sources.get(article.source)));
        let prose: Vec<Prose<'c>> = prose.collect();
        let articles = group.articles.iter().zip(&prose);
        let plain = articles.map(|(article, prose)| plain::literals(group, article, prose)).collect();
        Self { prose, plain }
    }
}

/// Tells whether an article of a group may lack an error code or a symbolic name: one that its source sentences or the
/// source article have, or without a source, one that not all articles have.
fn differs_in_names(group: &Group) -> bool {
    let lacks = |names: &[&str], wanted: &[&str]| {
        let mut names = names.iter();
        !wanted.iter().all(|name| names.by_ref().find(|other| *other >= name) == Some(name))
    };
    let reference = group.source.unwrap_or_default();
    let Some(wanted) = group.articles.get(reference).map(|article| names(article, Side::Target)) else { return false };
    group.articles.iter().any(|article| {
        let own = names(article, Side::Target);
        let is_other = if group.source.is_some() { lacks(&own, &wanted) } else { own != wanted };
        is_other || lacks(&own, &names(article, Side::Source))
    })
}

/// Returns the error codes and symbolic names that an article has on that side, sorted.
fn names(article: &Article, side: Side) -> Vec<&str> {
    let is_name = |literal: &&Literal| matches!(literal.kind, LiteralKind::ErrorCode | LiteralKind::SymbolicName);
    let names = article.literals.iter().filter(is_name).filter(|literal| literal.side == side);
    let mut names: Vec<&str> = names.map(|literal| &*literal.value).collect();
    names.sort_unstable();
    names
}

/// Everything.
pub struct CatalogContext<'c> {
    pub catalog: &'c Catalog,
    pub sources: &'c SourceMap,
    /// Rules that were asked for by name: some say more then.
    pub asked: &'c [String],
}

impl<'c> GroupContext<'c> {
    /// Compares the articles of `group`, of which `text` is what they say.
    pub fn new(site: &'c Site<'c>, group: &'c Group, text: &'c GroupText<'c>) -> Self {
        let &Site { catalog, sources, terms, ref memory, ref lexicon, ref usage, ref leads, changed } = site;
        let readings = Readings::of(group, &text.plain, &text.prose);
        let structures: Vec<Structure> = (0..group.articles.len())
            .map(|article| match group.is_source(article) {
                true => Structure::default(),
                false => Structure::of(group, sources, &readings, &text.prose, article),
            })
            .collect();
        let mut differences = BTreeMap::new();
        for article in (0..group.articles.len()).filter(|&index| !group.is_source(index)) {
            for kind in [LiteralKind::CodeSpan, LiteralKind::Fence, LiteralKind::Link] {
                let mut found = compare(&readings, article, kind);
                found.retain(|difference| !structures[article].explains_difference(difference));
                if !found.is_empty() {
                    differences.insert((article, kind), found);
                }
            }
        }
        Self {
            catalog,
            group,
            sources,
            readings,
            terms,
            memory,
            lexicon,
            usage,
            leads,
            changed,
            prose: &text.prose,
            differences,
            structures,
            absences: OnceCell::new(),
            sizes: OnceCell::new(),
            numbers: OnceCell::new(),
        }
    }

    /// Returns the indices of the articles that are compared with an origin: all but the source.
    pub fn translations(&self) -> impl Iterator<Item = usize> {
        let group = self.group;
        (0..group.articles.len()).filter(move |&index| !group.is_source(index))
    }

    /// Returns those translations of which it is known what they say.
    pub fn read_translations(&self) -> impl Iterator<Item = usize> {
        self.translations().filter(|&article| article < self.prose.len())
    }

    /// Returns the translations whose own words are asked about: all of them, or those that changed beside a source that
    /// did not, since words are compared with the source first.
    pub fn asked(&self) -> impl Iterator<Item = usize> {
        let articles = &self.group.articles;
        let is_changed = |source: usize| self.changed.contains(&articles[source].source);
        let is_any = self.changed.is_empty() || self.group.source.is_none_or(is_changed);
        self.read_translations().filter(move |&article| is_any || self.changed.contains(&articles[article].source))
    }

    /// Returns what happened to the structure of one article.
    pub fn structure(&self, article: usize) -> &Structure {
        &self.structures[article]
    }

    /// Returns how the literals of `kind` in one article differ from their origins.
    pub fn differences(&self, article: usize, kind: LiteralKind) -> &[Difference<'c>] {
        self.differences.get(&(article, kind)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns what the translations have too little of, for all kinds that are looked for by presence.
    pub fn absences(&self) -> &Absences<'c> {
        self.absences.get_or_init(|| Absences::of(self))
    }

    /// Returns how wide the texts of each article are, its own and its source sentences.
    pub fn sizes(&self) -> &[[usize; 2]] {
        self.sizes.get_or_init(|| self.prose.iter().map(balance::sizes).collect())
    }

    /// Returns what words of one article's language stand for in another's.
    pub fn dictionary(&self, from: usize, to: usize) -> Option<Dictionary<'c>> {
        let number = |article: &Article| self.lexicon.number(&article.locale);
        let numbers = self.numbers.get_or_init(|| self.group.articles.iter().map(number).collect());
        Some(self.lexicon.dictionary(numbers[from]?, numbers[to]?))
    }

    /// Returns the differences in code spans and fences of every translation.
    pub fn literal_differences(&self) -> impl Iterator<Item = (usize, &Difference<'c>)> {
        let kinds = [LiteralKind::CodeSpan, LiteralKind::Fence];
        self.translations().flat_map(move |article| {
            kinds.into_iter().flat_map(move |kind| self.differences(article, kind)).map(move |found| (article, found))
        })
    }

    /// Returns a finding about an article of the group.
    pub fn finding(&self, rule: &'static Meta, article: usize, span: Span, message: impl Into<String>) -> Finding {
        let mut finding = Finding::at(rule, span, message);
        finding.group = Some(self.group.key.clone());
        finding.locale = Some(self.group.articles[article].locale.clone());
        finding
    }

    /// Adds what `finding` was compared with; a source of another version proves little, so it is a note then.
    pub fn against(&self, finding: Finding, expected: &Expected<'_>, span: Span, caption: &'static str) -> Finding {
        self.beside(finding, &expected.evidence, span, caption)
    }

    /// Adds what `finding` was compared with, as [`Self::against`] does.
    pub fn beside(&self, finding: Finding, evidence: &Evidence, span: Span, caption: &'static str) -> Finding {
        let finding = finding.origin(span, caption).evidence(self.evidence(evidence));
        match evidence {
            Evidence::OtherVersion(_) => finding.severity(Severity::Note),
            _ => finding,
        }
    }

    /// Returns where the text stands that a passage translates.
    pub fn passage_of(&self, original: &Original) -> Span {
        let article = &self.group.articles[original.article];
        let is_here = |segment: &&Segment| original.side == Side::Source && segment.block == original.block;
        let sentences: Vec<Span> = article.segments.iter().filter(is_here).map(|segment| segment.source).collect();
        match (sentences.first(), sentences.last()) {
            (Some(first), Some(last)) => Span { end: last.end, ..*first },
            _ => trimmed(self.sources, article.blocks[original.block as usize].span),
        }
    }

    /// Says why an origin is taken for the right reading.
    pub fn evidence(&self, evidence: &Evidence) -> String {
        match evidence {
            Evidence::OwnSegment => "the source sentence stands beside the translation".to_owned(),
            Evidence::Source(locale) => format!("the source article in {locale} reads like this"),
            Evidence::Segment(locale) => format!("the source sentence stands in the translation into {locale}"),
            Evidence::Majority { agree, of } => format!("{agree} of {of} translations agree"),
            Evidence::OtherVersion(locale) => {
                format!("the source article in {locale} reads like this, but this was made from another version of it")
            }
        }
    }

    /// Returns the name of an origin for messages: its locale, "its source" or "the other translations".
    pub fn origin_name(&self, evidence: &Evidence) -> String {
        match evidence {
            Evidence::OwnSegment => "its source sentence".to_owned(),
            Evidence::Source(locale) | Evidence::OtherVersion(locale) => locale.to_string(),
            Evidence::Segment(locale) => format!("the source sentence in {locale}"),
            Evidence::Majority { .. } => "the other translations".to_owned(),
        }
    }

    /// Returns where in the article something should stand that stands nowhere: its segment, its block, or
    /// the nearest block before it.
    pub fn where_it_should_stand(&self, article: usize, expected: &Expected<'_>) -> Span {
        let text = &self.group.articles[article];
        if let Some(segment) = expected.segment {
            return text.segments[segment.get()].target;
        }
        match expected.block {
            Some(block) => {
                let whole = trimmed(self.sources, text.blocks[block as usize].span);
                self.line_of(whole, expected.literal).unwrap_or(whole)
            }
            None => self.passage(article, expected.column),
        }
    }

    /// Returns the line of a block that stands where the line of a literal stands in its own block, where both have as
    /// many lines.
    fn line_of(&self, block: Span, literal: &Literal) -> Option<Span> {
        let origin = self.group.articles.iter().find(|article| article.source == literal.span.source)?;
        let there = trimmed(self.sources, origin.blocks.get(literal.block as usize)?.span);
        if literal.side == Side::Source || literal.kind == LiteralKind::Fence || !there.contains(literal.span) {
            return None;
        }
        let (text, other) = (self.sources.slice(block), self.sources.slice(there));
        let count = text.lines().count();
        if count < 2 || count != other.lines().count() {
            return None;
        }
        let at = other[..(literal.span.start - there.start) as usize].matches('\n').count();
        let line = text.split('\n').nth(at)?.trim_end();
        let start = block.start as usize + (line.as_ptr() as usize - text.as_ptr() as usize);
        let kept = line.trim_start();
        let start = start + (line.len() - kept.len());
        (!kept.is_empty()).then(|| Span::new(block.source, start..start + kept.len()))
    }

    /// Returns `span` without blanks and line ends behind it.
    pub fn trimmed(&self, span: Span) -> Span {
        trimmed(self.sources, span)
    }

    /// Returns the article's block that translates the lead's block `column`; else the end of the last one before it.
    pub fn passage(&self, article: usize, column: Option<u32>) -> Span {
        let text = &self.group.articles[article];
        let before = column.and_then(|at| Some((at, self.readings.block_before(article, at)?)));
        match before {
            Some((at, block)) if self.readings.column(article, block) == Some(at) => {
                trimmed(self.sources, text.blocks[block as usize].span)
            }
            Some((_, block)) => {
                let end = trimmed(self.sources, text.blocks[block as usize].span).end;
                Span { source: text.source, start: end, end }
            }
            None => Span { source: text.source, start: text.body.start, end: text.body.start },
        }
    }

    /// Returns for each of `values` where the article's own text has it first, with no ASCII letter, digit or
    /// `_` at its ends; of such places only those that `counts`.
    pub fn texts(&self, article: usize, values: &[&str], counts: impl Fn(Span) -> bool) -> Vec<Option<Span>> {
        let mut found = vec![None; values.len()];
        if values.is_empty() {
            return found;
        }
        let article = &self.group.articles[article];
        let source = self.sources.get(article.source);
        let is_source = |span: Span| {
            let index = article.segments.partition_point(|segment| segment.source.start <= span.start).checked_sub(1);
            index.is_some_and(|index| article.segments[index].source.contains(span))
        };
        let body = article.body.start as usize;
        let text = source.slice(article.body);
        for (value, range) in occurrences(text, values) {
            let place = &mut found[value];
            let span = Span::new(source.id, body + range.start..body + range.end);
            if place.is_none() && !is_source(span) && is_alone(&source.text, span) && counts(span) {
                *place = Some(span);
            }
        }
        found
    }

    /// Tells whether the article's own text has `value`, with no ASCII letter, digit or `_` at its ends.
    pub fn has_text(&self, article: usize, value: &str) -> bool {
        self.texts(article, &[value], |_| true)[0].is_some()
    }
}

/// From so many texts on, one search for all of them costs less than one for each.
const MANY: usize = 16;

/// Returns where each of `values` stands in `text`, by its number; those of one value are in order.
pub(super) fn occurrences(text: &str, values: &[&str]) -> Vec<(usize, Range<usize>)> {
    if values.len() > MANY
        && let Ok(search) = AhoCorasick::new(values)
    {
        return search.find_overlapping_iter(text).map(|hit| (hit.pattern().as_usize(), hit.range())).collect();
    }
    let each = values.iter().enumerate();
    each.flat_map(|(number, value)| text.match_indices(value).map(move |(at, found)| (number, at..at + found.len())))
        .collect()
}

/// Returns `span` without blanks and line ends behind it.
fn trimmed(sources: &SourceMap, span: Span) -> Span {
    let length = sources.slice(span).trim_end().len();
    Span::new(span.source, span.start as usize..span.start as usize + length)
}

/// Tells whether what stands at `span` is no part of a longer ASCII word.
pub fn is_alone(text: &str, span: Span) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let range = span.range();
    let value = &text[range.clone()];
    let before = text[..range.start].chars().next_back().is_some_and(is_word);
    let after = text[range.end..].chars().next().is_some_and(is_word);
    !(before && value.starts_with(is_word) || after && value.ends_with(is_word))
}

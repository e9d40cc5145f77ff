//! What to do first: where an article says it, and that nothing stands before it that can wait.
//!
//! Error parameters are looked up, steps are followed. So on a code's page a list of parameters comes after what to
//! do. This is decided by blocks alone, never by words: all translations with one outline have one order.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::markdown::event::{Event, Tag};
use crate::model::article::Article;
use crate::model::document::{Block, BlockKind, ContainerKind, Containers};
use crate::model::literal::{Literal, LiteralKind, Parameter, Side};
use crate::source::Source;

/// The id of the place of the first step, where no heading stands over it.
const ID: &str = "page--first-step";

/// The steps of one article.
#[derive(Debug, Default)]
pub(super) struct Steps {
    /// The passage with error parameters that can wait, and the byte that it goes before.
    late: Option<(Range<usize>, usize)>,
    first: Option<First>,
}

/// What leads to the first step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum First {
    /// The heading of that number.
    Heading(usize),
    /// The first list: numbered, or not.
    List { numbered: bool },
    /// What begins at that byte.
    Passage(usize),
}

impl Steps {
    /// Looks through `article`; `parameters` are names of error parameters that are known, and `has_title` says
    /// whether its first heading is the page's title.
    pub fn of(article: &Article, source: &Source, parameters: &[&str], has_title: bool) -> Self {
        let blocks = &article.blocks;
        let numbered = blocks.iter().position(|block| block.containers.is_in_numbers());
        let late = late(article, source, parameters, numbered);
        let first = if let Some(steps) = numbered {
            let heading = article.headings.iter().rposition(|heading| (heading.block as usize) < steps);
            let heading = heading.filter(|heading| *heading > 0 || !has_title);
            Some(heading.map_or(First::List { numbered: true }, First::Heading))
        } else if let Some(Late { next: Some(next), .. }) = &late {
            Some(First::Passage(*next))
        } else {
            // Without a heading of its own a list is what the title promises.
            let is_only = article.headings.len() <= usize::from(has_title);
            let has_list = blocks.iter().any(|block| block.containers == Containers::default().inside(BULLETS));
            (is_only && has_list).then_some(First::List { numbered: false })
        };
        Self { late: late.map(|late| (late.passage, late.to)), first }
    }

    /// Returns the id of the place of the first step; `ids` are those of the headings.
    pub fn id<'a>(&self, ids: &'a [String]) -> Option<&'a str> {
        match self.first? {
            First::Heading(heading) => Some(&ids[heading]),
            First::List { .. } | First::Passage(_) => Some(ID),
        }
    }

    /// Tells whether what stands at the byte `at` comes last.
    pub fn is_late(&self, at: usize) -> bool {
        self.late.as_ref().is_some_and(|(passage, _)| passage.contains(&at))
    }

    /// Returns the events of the article in the order of its page, with the anchor of the first step.
    pub fn arranged<'a>(&self, events: Vec<(Event<'a>, Range<usize>)>) -> Vec<(Event<'a>, Range<usize>)> {
        let anchored = self.anchored(events);
        let Some((passage, to)) = &self.late else { return anchored };
        let (late, mut rest): (Vec<_>, Vec<_>) =
            anchored.into_iter().partition(|(_, range)| passage.contains(&range.start));
        let at = rest.iter().position(|(_, range)| range.start >= *to).unwrap_or(rest.len());
        rest.splice(at..at, late);
        rest
    }

    fn anchored<'a>(&self, mut events: Vec<(Event<'a>, Range<usize>)>) -> Vec<(Event<'a>, Range<usize>)> {
        let is_first = |(event, range): &(Event<'a>, Range<usize>)| match (self.first, event) {
            (Some(First::List { numbered }), Event::Start(Tag::List(number))) => number.is_some() == numbered,
            (Some(First::Passage(at)), Event::Start(_)) => range.start >= at,
            _ => false,
        };
        if let Some(at) = events.iter().position(is_first) {
            let start = events[at].1.start;
            events.insert(at, (Event::Anchor(ID.into()), start..start));
        }
        events
    }
}

const BULLETS: ContainerKind = ContainerKind::Bullets;

/// Error parameters that stand before what to do.
struct Late {
    passage: Range<usize>,
    to: usize,
    /// Where what followed them begins, in the same section.
    next: Option<usize>,
}

/// Returns the first run of error parameters with the paragraph that leads to it, or the whole section where nothing
/// else is in it, unless the first steps (from block `numbered` on) come before it.
fn late(article: &Article, source: &Source, parameters: &[&str], numbered: Option<usize>) -> Option<Late> {
    let blocks = &article.blocks;
    let known: BTreeSet<&str> = parameters.iter().copied().collect();
    let literals = article.literals.iter().filter(|literal| is_parameter(literal, blocks, source, &known));
    let described: BTreeSet<usize> = literals.map(|literal| literal.block as usize).collect();
    let first = *described.first()?;
    if numbered.is_some_and(|steps| steps < first) {
        return None;
    }
    let last = (first..blocks.len()).take_while(|block| described.contains(block)).last().unwrap_or(first);
    let heading = |at: &usize| matches!(blocks[*at].kind, BlockKind::Heading(_)) && blocks[*at].containers.depth() == 0;
    let end = (last + 1..blocks.len()).find(heading).unwrap_or(blocks.len());
    let start_of = |block: usize| blocks.get(block).map_or(article.body.end, |block| block.span.start) as usize;
    let footnote = Containers::default().inside(ContainerKind::Footnote);
    let next = (last + 1..end).find(|&block| blocks[block].containers != footnote);
    if next.is_some() {
        let leads = first > 0 && blocks[first - 1].kind == BlockKind::Paragraph && is_top(&blocks[first - 1]);
        let from = if leads { first - 1 } else { first };
        let passage = start_of(from)..blocks[last].span.end as usize;
        return Some(Late { next: Some(passage.end), passage, to: start_of(end) });
    }
    let own = (0..first).rev().find(heading)?;
    let BlockKind::Heading(level) = blocks[own].kind else { return None };
    let outer = |at: &usize| heading(at) && matches!(blocks[*at].kind, BlockKind::Heading(other) if other <= level);
    let end = (last + 1..blocks.len()).find(outer)?;
    let is_followed_by_steps = numbered.is_some_and(|steps| steps >= end) && own > 0;
    is_followed_by_steps.then(|| Late {
        passage: start_of(own)..start_of(end),
        to: article.body.end as usize,
        next: None,
    })
}

fn is_top(block: &Block) -> bool {
    block.containers == Containers::default()
}

/// Tells whether `literal` is a paragraph by itself that says what an error parameter means.
fn is_parameter(literal: &Literal, blocks: &[Block], source: &Source, known: &BTreeSet<&str>) -> bool {
    let block = &blocks[literal.block as usize];
    if literal.kind != LiteralKind::CodeSpan
        || literal.side != Side::Target
        || block.kind != BlockKind::Paragraph
        || !is_top(block)
    {
        return false;
    }
    let is_known = || Parameter::name_of(&literal.value).is_some_and(|name| known.contains(name));
    let is_alone = source.slice(block.span).trim().trim_matches('`').len() <= source.slice(literal.span).len() + 2;
    is_alone && (Parameter::parse(&literal.value).is_some() || is_known())
}

//! Literals in plain text, which authors write without back-ticks and translators take for words.

pub mod block;
pub mod command;
pub mod host;
pub mod output;
pub mod products;
mod programs;
pub mod row;
pub mod shape;
pub mod stranger;
pub mod token;
mod words;

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;

use crate::catalog::group::Group;
use crate::check::language::English;
use crate::markdown::prose::{Prose, Run, RunKind};
use crate::model::article::Article;
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::model::segment;
use crate::source::Span;
use block::BlockText;

/// Returns the identifiers and commands that `article` has in plain text, known by their shape; error codes and
/// symbolic names, which have rules of their own, are left out.
pub fn literals(group: &Group, article: &Article, prose: &Prose<'_>) -> Vec<Literal> {
    let taken = Taken::of(group, article);
    let mut literals = Vec::new();
    for runs in prose.runs.chunk_by(|a, b| a.block == b.block) {
        for side in [Side::Target, Side::Source] {
            if !runs.iter().any(|run| run.side == side) {
                continue;
            }
            let text = BlockText::plain(runs, side);
            let found = found(&text.text).into_iter().map(|(kind, range)| (kind, text.span(&range), &text.text[range]));
            let found = found.filter(|(_, span, _)| !has_placeholder(runs, side, *span));
            let values = values(&text.text).map(|range| (LiteralKind::Name, text.span(&range), &text.text[range]));
            let words = set_off(runs, side).map(|run| (LiteralKind::Name, run.span, &*run.text));
            let is_free = |value: &str, span: Span| taken.is_free(span) || output::is_line(value);
            for (kind, span, value) in found.chain(values).chain(words).filter(|(_, span, value)| is_free(value, *span))
            {
                let (segment, block) = (segment::at(&article.segments, span), runs[0].block);
                let value = if output::is_line(value) { output::normal(value).into() } else { value.into() };
                literals.push(Literal { kind, value, span, side, segment, block });
            }
        }
    }
    literals.sort_by_key(|literal| literal.span.start);
    literals
}

/// Returns the literals in one block's text: commands and lines of output, and names outside of them.
fn found(text: &str) -> Vec<(LiteralKind, Range<usize>)> {
    let mut found: Vec<(LiteralKind, Range<usize>)> =
        command::commands(text).into_iter().map(|range| (LiteralKind::Command, range)).collect();
    found.extend(output::lines(text).into_iter().map(|range| (LiteralKind::Name, range)));
    found.extend(calls(text).map(|range| (LiteralKind::Name, range)));
    let commands = found.len();
    token::tokens(text, |range| {
        let is_inside =
            |(_, command): &(LiteralKind, Range<usize>)| command.start < range.end && range.start < command.end;
        if !found[..commands].iter().any(is_inside)
            && let Some(shape) = shape::of(&text[range.clone()])
        {
            found.push((shape.kind(), range));
        }
    });
    found
}

/// Returns the functions in a text: `malloc()`.
fn calls(text: &str) -> impl Iterator<Item = Range<usize>> {
    static FINDER: LazyLock<memmem::Finder<'_>> = LazyLock::new(|| memmem::Finder::new("()"));
    FINDER.find_iter(text.as_bytes()).filter_map(|at| {
        let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b':');
        let start = at - text.as_bytes()[..at].iter().rev().take_while(|byte| is_inside(byte)).count();
        let range = start..at + "()".len();
        (shape::is_call(&text[range.clone()]) && shape::begins_word(text, &range)).then_some(range)
    })
}

/// Returns the words that a name is given as its value: `TrustLevel = "High"`.
fn values(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices('=').filter_map(|(at, _)| {
        let before = text[..at].trim_end();
        let is_inside = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let name = &before[before.trim_end_matches(is_inside).len()..];
        let behind = text[at + 1..].trim_start();
        let start = text.len() - behind.strip_prefix('"')?.len();
        let value = text[start..].split('"').next().filter(|value| start + value.len() < text.len())?;
        let is_word = value.len() >= 2 && value.bytes().all(|byte| byte.is_ascii_alphabetic());
        (is_word && shape::of(name).is_some() && shape::of(value).is_none()).then(|| start..start + value.len())
    })
}

/// Returns the runs that are one bold word in small letters, which may be a parameter or a program: `run **cmd**`.
fn set_off<'r>(runs: &'r [Run<'r>], side: Side) -> impl Iterator<Item = &'r Run<'r>> {
    let is_word = |text: &str| {
        let mut english = English::default();
        english.take(text);
        (2..=20).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase()) && english.grammar() == 0
    };
    let is_beside = move |at: Option<usize>| at.and_then(|at| runs.get(at)).is_some_and(|run| run.strong);
    let single = move |(at, run): &(usize, &Run<'_>)| {
        run.strong
            && run.side == side
            && run.kind == RunKind::Text
            && is_word(&run.text)
            && !is_beside(at.checked_sub(1))
            && !is_beside(Some(at + 1))
    };
    runs.iter().enumerate().filter(single).map(|(_, run)| run)
}

/// Tells whether a part of what stands at `span` is in italics, and so a placeholder: `/home/*user*/mail`.
fn has_placeholder(runs: &[Run<'_>], side: Side, span: Span) -> bool {
    let first = runs.partition_point(|run| run.span.end <= span.start);
    let touched = runs[first..].iter().take_while(|run| run.span.start < span.end);
    let mut parts = touched.filter(|run| run.side == side && run.kind == RunKind::Text).map(|run| run.emphasis);
    parts.next().is_some_and(|first| parts.any(|other| other != first))
}

/// Where an article has the codes and names that other rules look at.
struct Taken(Vec<Span>);

impl Taken {
    fn of(group: &Group, article: &Article) -> Self {
        let names = article.literals.iter().filter(|literal| literal.kind == LiteralKind::SymbolicName);
        let codes = group.codes(article).map(|mention| mention.span);
        let mut spans: Vec<Span> = names.map(|literal| literal.span).chain(codes).collect();
        spans.sort_unstable();
        Self(spans)
    }

    fn is_free(&self, span: Span) -> bool {
        let after = self.0.partition_point(|taken| taken.start < span.end);
        after.checked_sub(1).is_none_or(|last| self.0[last].end <= span.start)
    }
}

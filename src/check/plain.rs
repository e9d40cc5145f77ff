//! Literals in plain text, which authors write without back-ticks and translators take for words.

pub mod block;
mod command;
pub mod host;
mod programs;
pub mod shape;
pub mod token;
mod words;

use std::ops::Range;

use crate::catalog::group::Group;
use crate::markdown::prose::Prose;
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
            for (kind, range) in found(&text.text) {
                let span = text.span(&range);
                if taken.is_free(span) {
                    let value = text.text[range].into();
                    literals.push(Literal {
                        kind,
                        value,
                        span,
                        side,
                        segment: segment::at(&article.segments, span),
                        block: runs[0].block,
                    });
                }
            }
        }
    }
    literals.sort_by_key(|literal| literal.span.start);
    literals
}

/// Returns the literals in one block's text, in order: commands, and names outside of them.
fn found(text: &str) -> Vec<(LiteralKind, Range<usize>)> {
    let mut found: Vec<(LiteralKind, Range<usize>)> =
        command::commands(text).into_iter().map(|range| (LiteralKind::Command, range)).collect();
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

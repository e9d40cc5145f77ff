//! Back-ticks that were lost.

use std::collections::BTreeMap;

use super::{applicability, code_span, fix, is_in_cell};
use crate::catalog::origin::Expected;
use crate::check::context::{GroupContext, is_alone};
use crate::diag::{Applicability, Fix};
use crate::model::literal::LiteralKind;
use crate::source::Span;
use crate::source::edit::Edit;

/// How often each code span should stand in each block of one article.
pub struct Marks<'g>(BTreeMap<(Option<u32>, &'g str), usize>);

impl<'g> Marks<'g> {
    pub fn of(context: &GroupContext<'g>, article: usize) -> Self {
        let mut counts = BTreeMap::new();
        for expected in context.readings.expected(article, LiteralKind::CodeSpan) {
            *counts.entry((expected.block, &*expected.literal.value)).or_default() += 1;
        }
        Self(counts)
    }
}

/// Returns the fix that puts back-ticks around a code span that stands bare at `span`.
///
/// It is sure where the passage has the text as often as its origin has it in back-ticks: then each of them is
/// marked. A back-tick that is left of a lost pair is taken in.
pub fn mark(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>, span: Span, marks: &Marks<'_>) -> Fix {
    let value = &*expected.literal.value;
    let passage = context.where_it_should_stand(article, expected);
    let wanted = marks.0.get(&(expected.block, value)).copied().unwrap_or_default();
    let block = expected.block.filter(|_| passage.contains(span));
    let bare = bare(context, article, passage, value);
    let is_sure = block.is_some() && bare.len() == wanted;
    let applicability = match is_sure {
        true => applicability(context, article, expected, value, || true),
        false => Applicability::Suggested,
    };
    let is_in_cell = block.is_some_and(|block| is_in_cell(context, article, block));
    let places = if is_sure { bare } else { vec![span] };
    let edits = places.into_iter().map(|span| edit(context, span, value, is_in_cell)).collect();
    fix("put it between back-ticks", applicability, edits)
}

/// Tells whether `span` stands outside of code spans and code blocks.
pub fn is_plain(context: &GroupContext<'_>, article: usize, span: Span) -> bool {
    let literals = &context.group.articles[article].literals;
    let is_code = |kind| matches!(kind, LiteralKind::CodeSpan | LiteralKind::Fence);
    let index = literals.partition_point(|literal| literal.span.start <= span.start).checked_sub(1);
    !index.is_some_and(|index| literals[index].span.contains(span) && is_code(literals[index].kind))
}

/// Returns where `value` stands in `passage` as plain text, in no longer word.
pub fn bare(context: &GroupContext<'_>, article: usize, passage: Span, value: &str) -> Vec<Span> {
    let source = context.sources.get(passage.source);
    let found = source.slice(passage).match_indices(value);
    let spans = found.map(|(at, _)| {
        let start = passage.start as usize + at;
        Span::new(passage.source, start..start + value.len())
    });
    spans.filter(|span| is_alone(&source.text, *span) && is_plain(context, article, *span)).collect()
}

fn edit(context: &GroupContext<'_>, span: Span, value: &str, is_in_cell: bool) -> Edit {
    let text = &context.sources.get(span.source).text;
    let range = span.range();
    let before = usize::from(text[..range.start].ends_with('`'));
    let after = usize::from(text[range.end..].starts_with('`'));
    let span = Span::new(span.source, range.start - before..range.end + after);
    Edit { span, text: code_span::marked(value, is_in_cell) }
}

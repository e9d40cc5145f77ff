//! Findings about the structure of a translation.

use super::context::GroupContext;
use super::originals::one_line;
use super::structure::Change;
use crate::diag::{Finding, Meta};
use crate::model::literal::Side;
use crate::source::Span;

/// Returns a finding about what became of passages: at the block that they are now, or where they should stand.
pub fn finding(
    context: &GroupContext<'_>,
    rule: &'static Meta,
    article: usize,
    change: &Change,
    message: String,
    caption: &'static str,
) -> Finding {
    let finding = context.finding(rule, article, place(context, article, change), message).caption(caption);
    let Some(first) = change.passages.first() else { return finding };
    let span = context.trimmed(context.group.articles[first.article].blocks[first.block as usize].span);
    context.beside(finding, &change.evidence, span, "the origin")
}

/// Returns where a change is seen: the first line of a block, or the end of the passage before.
fn place(context: &GroupContext<'_>, article: usize, change: &Change) -> Span {
    match (change.block, change.passages.first()) {
        (Some(block), _) => {
            let span = context.trimmed(context.group.articles[article].blocks[block as usize].span);
            let line = context.sources.slice(span).lines().next().map_or(0, str::len);
            Span::new(span.source, span.start as usize..span.start as usize + line)
        }
        (None, Some(first)) => context.passage(article, Some(first.column)),
        (None, None) => context.passage(article, None),
    }
}

/// Returns the words of the first passage of a change, as the origin has them.
pub fn words(context: &GroupContext<'_>, change: &Change) -> String {
    let first = change.passages.first();
    first.map_or_else(String::new, |first| one_line(&context.prose[first.article].text(first.block, Side::Target)))
}

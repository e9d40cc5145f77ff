//! A code block that is never closed: the rest of the article is code.

use std::collections::BTreeSet;

use super::{Change, ChangeKind, View};
use crate::catalog::outline::Passage;
use crate::model::article::Article;
use crate::model::document::{Block, BlockKind};
use crate::model::literal::LiteralKind;
use crate::source::SourceMap;

/// Returns the passages that an unclosed fence swallows, and where it starts.
///
/// Where a fence in the middle lost its partner, all that follow change sides: the first one whose content
/// the origin does not have is to blame.
pub(super) fn unclosed(view: &View<'_>) -> Option<(Change, u32)> {
    let article = &view.group.articles[view.article];
    let last = article.blocks.last().filter(|block| is_open(view.sources, block))?;
    let models: BTreeSet<usize> = view.outline.passages.iter().map(|passage| passage.article).collect();
    let is_open_there = |index: &usize| {
        let blocks = &view.group.articles[*index].blocks;
        blocks.last().is_some_and(|block| is_open(view.sources, block))
    };
    if models.iter().any(is_open_there) {
        return None;
    }
    let known: BTreeSet<&str> = models.iter().flat_map(|&index| fences(&view.group.articles[index])).collect();
    let stranger = article.literals.iter().find(|literal| {
        literal.kind == LiteralKind::Fence
            && is_fenced(view.sources, &article.blocks[literal.block as usize])
            && !known.contains(&*literal.value)
    });
    let start = stranger.map_or(last.span.start, |literal| article.blocks[literal.block as usize].span.start);
    let block = article.blocks.partition_point(|block| block.span.start < start);
    let first = (0..block).rev().find_map(|before| view.readings.column(view.article, u32::try_from(before).ok()?));
    let from = view.outline.passages.partition_point(|passage| first.is_some_and(|first| passage.column <= first));
    let own: BTreeSet<&str> = fences(article).collect();
    let is_lost = |passage: &&Passage| {
        let literals = view.group.articles[passage.article].literals.iter();
        let mut fences =
            literals.filter(|literal| literal.block == passage.block && literal.kind == LiteralKind::Fence);
        fences.any(|literal| !own.contains(&*literal.value))
    };
    // Its content may have been taken for the text behind it: all from the block that is lost on is code.
    let from = view.outline.passages[..from].iter().position(|passage| is_lost(&passage)).unwrap_or(from);
    let passages = view.outline.passages[from..].to_vec();
    let change = Change {
        kind: ChangeKind::Swallowed,
        passages,
        block: u32::try_from(block).ok(),
        evidence: view.outline.evidence(from.min(view.outline.passages.len().saturating_sub(1))),
    };
    Some((change, start))
}

fn fences(article: &Article) -> impl Iterator<Item = &str> {
    article.literals.iter().filter(|literal| literal.kind == LiteralKind::Fence).map(|literal| &*literal.value)
}

fn is_fenced(sources: &SourceMap, block: &Block) -> bool {
    let text = sources.slice(block.span).trim_start();
    text.starts_with("```") || text.starts_with("~~~")
}

/// Tells whether a block is fenced code without a closing fence.
fn is_open(sources: &SourceMap, block: &Block) -> bool {
    if block.kind != BlockKind::Code || !is_fenced(sources, block) {
        return false;
    }
    let text = sources.slice(block.span).trim();
    let sign = text.chars().next().unwrap_or_default();
    let length = text.len() - text.trim_start_matches(sign).len();
    let Some((_, rest)) = text.split_once('\n') else { return true };
    let last = rest.rsplit('\n').next().unwrap_or_default().trim_matches([' ', '\t', '\r', '>']);
    !(last.len() >= length && last.chars().all(|c| c == sign))
}

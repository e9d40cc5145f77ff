//! A source text put together from the source sentences of side-by-side markup.

use std::collections::BTreeMap;

use super::align::align;
use super::group::majority_outline;
use crate::model::article::Article;
use crate::model::document::{BlockKind, have_one_outline};
use crate::model::literal::{LiteralKind, Side};
use crate::source::{SourceMap, Span};

/// Returns the rebuilt source of `articles` as Markdown with front matter, and the index of the article it
/// is based on; `None` where no article carries its whole source along.
///
/// The base is the newest article of the majority's outline whose prose is all in segments.
pub(super) fn rebuild(articles: &[Article], sources: &SourceMap) -> Option<(usize, String)> {
    if articles.iter().all(|article| article.segments.is_empty()) {
        return None;
    }
    let outline = &articles[majority_outline(articles)].blocks;
    let fits = |article: &Article| have_one_outline(&article.blocks, outline);
    let base = (0..articles.len())
        .filter(|&at| !articles[at].segments.is_empty() && fits(&articles[at]) && is_whole(&articles[at], sources))
        .max_by_key(|&at| (articles[at].front.translated, std::cmp::Reverse(at)))?;
    Some((base, text(articles, base, sources)))
}

/// Returns the bytes from the first tag of a segment's translation to the last of its source.
fn extent(text: &str, target: Span, source: Span) -> Option<(usize, usize)> {
    let start = text[..target.start as usize].rfind('<')?;
    let rest = &text[source.end as usize..];
    let inner = rest.find("</span>")? + "</span>".len();
    let outer = rest[inner..].find("</span>").map_or(inner, |at| inner + at + "</span>".len());
    Some((start, source.end as usize + outer))
}

/// Tells whether all prose of `article` stands in segments: outside them are literals and markup only.
fn is_whole(article: &Article, sources: &SourceMap) -> bool {
    let text = &*sources.get(article.source).text;
    let mut covered: Vec<(usize, usize)> =
        article.segments.iter().filter_map(|segment| extent(text, segment.target, segment.source)).collect();
    let verbatim = article.literals.iter().filter(|literal| literal.side == Side::Target);
    covered.extend(verbatim.map(|literal| (literal.span.start as usize, literal.span.end as usize)));
    covered.sort_unstable();
    article
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_) | BlockKind::Cell))
        .all(|block| !has_words(text, block.span, &covered))
}

/// Tells whether `span` has letters outside `covered`, tags and alert markers.
fn has_words(text: &str, span: Span, covered: &[(usize, usize)]) -> bool {
    let mut at = span.start as usize;
    let end = span.end as usize;
    let first = covered.partition_point(|&(_, covered_end)| covered_end <= at);
    let mut gaps = String::new();
    for &(start, covered_end) in covered[first..].iter().take_while(|(start, _)| *start < end) {
        gaps.push_str(text.get(at..start).unwrap_or_default());
        gaps.push(' ');
        at = at.max(covered_end);
    }
    gaps.push_str(text.get(at..end).unwrap_or_default());
    let mut depth = 0_usize;
    let mut rest = gaps.as_str();
    while let Some(next) = rest.chars().next() {
        match next {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            '[' if rest.starts_with("[!") => {
                rest = &rest[rest.find(']').unwrap_or(0)..];
                continue;
            }
            next if depth == 0 && next.is_alphabetic() => return true,
            _ => {}
        }
        rest = &rest[next.len_utf8()..];
    }
    false
}

/// Puts the text together: the base's, with each segment's source in its place, and blocks outside
/// segments as most articles have them.
fn text(articles: &[Article], base: usize, sources: &SourceMap) -> String {
    let article = &articles[base];
    let text = &*sources.get(article.source).text;
    let mut cuts: BTreeMap<usize, (usize, String)> = BTreeMap::new();
    for segment in &article.segments {
        let Some((start, end)) = extent(text, segment.target, segment.source) else { continue };
        cuts.insert(start, (end, at_line_start(text, start, &text[segment.source.range()])));
    }
    let alignments: Vec<_> = articles.iter().map(|other| align(article, other)).collect();
    for (at, block) in article.blocks.iter().enumerate() {
        let inside = cuts.range(block.span.range()).next().is_some();
        if inside || !is_literal(article, at) {
            continue;
        }
        let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
        for (other, alignment) in articles.iter().zip(&alignments) {
            let found = alignment.iter().position(|column| *column == u32::try_from(at).ok());
            if let Some(found) = found {
                *votes.entry(sources.slice(other.blocks[found].span).trim_end()).or_default() += 1;
            }
        }
        let reading = votes.into_iter().find(|(_, count)| 2 * count > articles.len());
        if let Some((reading, _)) = reading {
            let own = text[block.span.range()].trim_end();
            cuts.insert(block.span.start as usize, (block.span.start as usize + own.len(), reading.to_owned()));
        }
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (start, (end, replacement)) in cuts {
        if start >= at {
            out.push_str(&text[at..start]);
            out.push_str(&replacement);
            at = end;
        }
    }
    out.push_str(&text[at..]);
    out
}

/// Tells whether a block is nothing but literals.
fn is_literal(article: &Article, block: usize) -> bool {
    let kinds = [LiteralKind::CodeSpan, LiteralKind::Fence];
    article.literals.iter().any(|literal| literal.block as usize == block && kinds.contains(&literal.kind))
}

/// Escapes what would become a list or a heading at the start of a line.
fn at_line_start(text: &str, at: usize, sentence: &str) -> String {
    let line = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let first = sentence.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = first.len() < sentence.len() && first.starts_with(['.', ')']);
    if text[line..at].trim().is_empty() && is_number {
        let digits = sentence.len() - first.len();
        format!("{}\\{first}", &sentence[..digits])
    } else if text[line..at].trim().is_empty() && sentence.starts_with(['-', '+', '#', '>']) {
        format!("\\{sentence}")
    } else {
        sentence.to_owned()
    }
}

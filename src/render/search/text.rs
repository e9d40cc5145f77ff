//! The words of an article's body, taken from its Markdown by the tables that reading has filled: without targets
//! of links, tags, directives and source sentences.

use memchr::memchr;

use crate::model::article::Article;
use crate::model::document::BlockKind;
use crate::model::literal::LiteralKind;
use crate::source::{Source, Span};

/// Calls `each` with the pieces of the body that readers see as text, in the order of the text.
pub fn pieces<'a>(article: &Article, source: &'a Source, mut each: impl FnMut(&'a str)) {
    let targets = article
        .literals
        .iter()
        .filter(|literal| matches!(literal.kind, LiteralKind::Link | LiteralKind::Image | LiteralKind::Anchor));
    let directives = article.blocks.iter().filter(|block| block.kind == BlockKind::Directive).map(|block| block.span);
    let includes = article.includes.iter().map(|include| include.span);
    let originals = article.segments.iter().map(|segment| segment.source);
    let mut hidden: Vec<Span> =
        targets.map(|literal| literal.span).chain(directives).chain(includes).chain(originals).collect();
    hidden.sort_unstable_by_key(|span| span.start);
    let mut at = article.body.start as usize;
    let end = article.body.end as usize;
    for span in hidden {
        let (from, to) = (span.start as usize, span.end as usize);
        if from >= at && to <= end {
            visible(&source.text[at..from], &mut each);
        }
        at = at.max(to);
    }
    visible(&source.text[at.min(end)..end], &mut each);
}

/// Calls `each` with what of `text` is no tag, no comment, no entity, no address and no mark of an alert.
fn visible<'a>(mut text: &'a str, each: &mut impl FnMut(&'a str)) {
    let mut from = 0;
    let mut open = Open::default();
    while let Some(found) = text.as_bytes()[from..].iter().position(|byte| matches!(byte, b'<' | b'&' | b'[' | b':')) {
        let at = from + found;
        match markup(&text[at..], &mut open) {
            0 => from = at + 1,
            length => {
                each(before(text, at));
                text = &text[at + length..];
                from = 0;
            }
        }
    }
    each(text);
}

/// Returns what stands before the markup at `at`: of an address, without its scheme.
fn before(text: &str, at: usize) -> &str {
    let before = &text[..at];
    if text.as_bytes()[at] == b':' { before.trim_end_matches(|c: char| c.is_ascii_alphanumeric()) } else { before }
}

/// What was begun and has no end, so that nobody looks for it again.
#[derive(Default)]
struct Open {
    is_tag: bool,
    is_comment: bool,
}

/// Returns how many bytes at the start of `text` are markup; 0 where none are.
fn markup(text: &str, open: &mut Open) -> usize {
    let bytes = text.as_bytes();
    match (bytes[0], bytes.get(1)) {
        (b'<', Some(b'!')) if text.starts_with("<!--") => {
            let end = if open.is_comment { None } else { text.find("-->") };
            open.is_comment = end.is_none();
            end.map_or(0, |at| at + 3)
        }
        (b'<', Some(next)) if next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?') => {
            let end = if open.is_tag { None } else { memchr(b'>', bytes) };
            open.is_tag = end.is_none();
            end.map_or(0, |at| at + 1)
        }
        (b'&', Some(next)) if next.is_ascii_alphabetic() || *next == b'#' => {
            let name = bytes[1..].iter().take(32).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#');
            let end = 1 + name.count();
            if bytes.get(end) == Some(&b';') { end + 1 } else { 0 }
        }
        // What a directive names may stand behind the piece.
        (b'[', Some(b'!')) => memchr(b']', bytes).map_or(text.len(), |at| at + 1),
        (b':', Some(b'/')) if text.starts_with("://") => {
            text.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | ')' | '"' | '`')).unwrap_or(text.len())
        }
        _ => 0,
    }
}

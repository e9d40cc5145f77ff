//! Markup that readers see because it is broken: signs of links, emphasis and tags in plain text.

mod html;
mod link;

pub use self::html::{broken_entity, broken_tag};
use self::link::broken;
use super::context::GroupContext;
use crate::markdown::prose::RunKind;
use crate::model::document::BlockKind;
use crate::model::literal::Side;
use crate::source::Span;

/// Stands for what is no plain text: code, links, markers that count.
const OTHER: u8 = 1;

/// The signs that a broken link leaves.
const SIGNS: [char; 9] = [']', '(', '］', '】', '（', '[', '}', '<', '＜'];

/// Markup in plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Residue {
    pub span: Span,
    /// What is broken, in words.
    pub words: &'static str,
    /// The address that follows, without blanks.
    pub address: Option<String>,
    /// Whether nothing but a link is written like this.
    pub is_sure: bool,
    /// What must stand at the span.
    pub fix: Option<String>,
}

/// The first byte of full-width signs: a text without the first byte of any sign that is looked for is told fastest.
pub const FULL_WIDTH: u8 = 0xef;

fn may_have_signs(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_one = |[a, b, c]: [u8; 3]| memchr::memchr3(a, b, c, bytes).is_some();
    is_one([b'(', b'[', b']']) || is_one([b'<', b'}', FULL_WIDTH]) || text.contains('】')
}

/// Returns the article's blocks that may show markup, by their signs alone.
pub fn blocks(context: &GroupContext<'_>, article: usize) -> Vec<u32> {
    let runs = context.prose[article].runs.iter();
    let signs = |run: &&crate::markdown::prose::Run<'_>| {
        run.kind == RunKind::Text && run.side == Side::Target && may_have_signs(&run.text) && run.text.contains(SIGNS)
    };
    let mut blocks: Vec<u32> = runs.filter(signs).map(|run| run.block).collect();
    blocks.dedup();
    blocks
}

/// Returns the plain text of a block, byte for byte where it stands in the file, with a filler for the rest.
pub fn plain(context: &GroupContext<'_>, article: usize, block: u32) -> Option<(u32, String)> {
    let text = &context.group.articles[article];
    let runs = context.prose[article].block(block).iter();
    let mut runs =
        runs.filter(|run| run.side == Side::Target && matches!(run.kind, RunKind::Text | RunKind::Break)).peekable();
    if text.blocks.get(block as usize).is_none_or(|block| block.kind == BlockKind::Code) {
        return None;
    }
    let start = runs.peek()?.span.start;
    let source = &context.sources.get(text.source).text;
    let mut plain: Vec<u8> = Vec::new();
    for run in runs {
        let at = (run.span.start.max(start) - start) as usize;
        if at < plain.len() {
            continue;
        }
        plain.resize(at, OTHER);
        if run.kind == RunKind::Break {
            plain.push(b'\n');
            continue;
        }
        let verbatim = context.sources.slice(run.span);
        let is_escaped = source[..run.span.start as usize].ends_with('\\');
        if run.link.is_some() || verbatim != run.text {
            plain.resize(at + verbatim.len(), OTHER);
        } else if is_escaped && verbatim.starts_with(|c: char| c.is_ascii_punctuation() && !matches!(c, ']' | '(')) {
            plain.push(OTHER);
            plain.extend_from_slice(&verbatim.as_bytes()[1..]);
        } else {
            plain.extend_from_slice(verbatim.as_bytes());
        }
    }
    String::from_utf8(plain).ok().map(|plain| (start, plain))
}

/// Returns the first link of a block whose signs are broken.
pub fn broken_link(context: &GroupContext<'_>, article: usize, block: u32) -> Option<Residue> {
    let (start, text) = plain(context, article, block)?;
    let found = broken(&text)?;
    let source = context.group.articles[article].source;
    let start = start as usize;
    Some(Residue {
        span: Span::new(source, start + found.range.start..start + found.range.end),
        words: found.words,
        address: found.address,
        is_sure: found.is_sure,
        fix: found.fix,
    })
}

/// Returns the addresses of the broken links of an article, the first of each block.
pub fn addresses(context: &GroupContext<'_>, article: usize) -> Vec<String> {
    let blocks = blocks(context, article).into_iter();
    blocks.filter_map(|block| broken_link(context, article, block)?.address).collect()
}

/// Tells whether a text shows a broken link.
pub fn has_broken_link(text: &str) -> bool {
    broken(text).is_some()
}

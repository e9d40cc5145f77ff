//! Anchors of headings, in the form and at the end where the origin has them.

use super::{applicability, fix};
use crate::catalog::origin::Expected;
use crate::check::context::GroupContext;
use crate::diag::Fix;
use crate::model::document::BlockKind;
use crate::model::literal::Literal;
use crate::source::edit::Edit;
use crate::source::{SourceMap, Span};

/// Returns the fix that gives a heading its anchor back.
pub fn anchor(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>) -> Option<Fix> {
    let block = &context.group.articles[article].blocks[expected.block? as usize];
    let BlockKind::Heading(level) = block.kind else { return None };
    let origin = Written::at(context.sources, expected.literal.span)?;
    let text = &context.sources.get(block.span.source).text;
    let line = text[block.span.range()].split(['\n', '\r']).next().unwrap_or_default();
    let level = usize::from(level);
    let behind = line.strip_prefix(&"#".repeat(level)).filter(|rest| rest.starts_with([' ', '\t']))?;
    let content = behind.trim();
    let start = block.span.start as usize + line.len() - behind.trim_start().len();
    let (at, inserted) = match origin.is_in_front {
        true => (start, origin.markup.to_owned()),
        false if content.ends_with('#') => return None,
        false => (start + content.len(), format!("{}{}", origin.blank, origin.markup)),
    };
    let edits = vec![Edit { span: Span::new(block.span.source, at..at), text: inserted }];
    Some(fix("put the anchor back", applicability(context, article, expected, "", || true), edits))
}

/// Returns the fix that gives the anchor `actual` the name that its origin has.
pub fn anchor_name(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>, actual: &Literal) -> Fix {
    let edits = vec![Edit { span: actual.span, text: expected.literal.value.to_string() }];
    fix("restore the anchor", applicability(context, article, expected, "", || true), edits)
}

/// How an anchor is written in the origin.
struct Written<'a> {
    /// `<a name="x"></a>` or `{#x}`.
    markup: &'a str,
    is_in_front: bool,
    /// What parts it from the words before it.
    blank: &'a str,
}

impl<'a> Written<'a> {
    /// Reads the heading's line around the anchor's name.
    fn at(sources: &'a SourceMap, name: Span) -> Option<Self> {
        let text = &*sources.get(name.source).text;
        let line_start = text[..name.start as usize].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let line_end = text[name.end as usize..].find(['\n', '\r']).map_or(text.len(), |at| name.end as usize + at);
        let line = &text[line_start..line_end];
        let (start, end) = (name.start as usize - line_start, name.end as usize - line_start);
        let (start, end) = match line[..start].ends_with("{#") {
            true => (start - "{#".len(), end + "}".len()),
            false => {
                let start = line[..start].rfind("<a ")?;
                (start, end + line[end..].find("</a>").filter(|at| line[end..end + at].ends_with('>'))? + "</a>".len())
            }
        };
        let before = &line[..start];
        let words = before.trim_end();
        let is_in_front = words.trim_start_matches([' ', '\t', '>']).trim_start_matches('#').is_empty();
        Some(Self { markup: line.get(start..end)?, is_in_front, blank: &before[words.len()..] })
    }
}

//! Fixes that give a passage back what its origin has, as few bytes changed as can be.
//!
//! What is made here is a proposal: whether a fix is offered as safe is proved where the whole group can
//! be checked again with it. What cannot be known for sure is only suggested, or nothing is proposed.

mod anchor;
mod code_span;
mod fence;
mod mark;
mod siblings;
mod target;
mod word;

pub use anchor::{anchor, anchor_name};
pub use mark::{Marks, bare, is_plain, mark};
pub use siblings::Siblings;
pub use target::target;
pub use word::word;

use super::context::GroupContext;
use super::likeness::likeness;
use crate::catalog::origin::{Evidence, Expected};
use crate::catalog::version::Version;
use crate::diag::{Applicability, Fix};
use crate::model::document::BlockKind;
use crate::model::literal::{Literal, LiteralKind, Parameter};
use crate::source::Span;
use crate::source::edit::Edit;

/// The likeness from which a literal is taken for a misspelling of the source's, whatever its version.
const MISSPELT: f64 = 0.6;

/// Returns the fix that gives a code span or a code block the origin's text again.
pub fn literal(
    context: &GroupContext<'_>,
    article: usize,
    expected: &Expected<'_>,
    actual: &Literal,
    siblings: &Siblings<'_>,
) -> Option<Fix> {
    let value = &*expected.literal.value;
    let text = &context.sources.get(actual.span.source).text;
    let is_in_cell = is_in_cell(context, article, actual.block);
    let edits = match actual.kind {
        LiteralKind::CodeSpan => vec![code_span::restored(text, actual, value, is_in_cell)?],
        LiteralKind::Fence => fence::restored(text, actual, value)?,
        _ => return None,
    };
    let applicability = siblings.applicability(context, article, expected, actual);
    Some(fix("restore the origin's text", applicability, edits))
}

/// Returns the fix that puts fences around the text of a code block that stands bare at `place`.
pub fn fenced(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>, place: Span) -> Option<Fix> {
    let literal = expected.literal;
    let origin = context.group.articles.iter().find(|article| article.source == literal.span.source)?;
    let origin = context.sources.slice(origin.blocks[literal.block as usize].span);
    let edits = fence::around(&context.sources.get(place.source).text, place, origin)?;
    let applicability = applicability(context, article, expected, &literal.value, || true);
    Some(fix("put it between fences", applicability, edits))
}

fn fix(title: &str, applicability: Applicability, edits: Vec<Edit>) -> Fix {
    Fix { title: title.to_owned(), applicability, edits }
}

fn is_in_cell(context: &GroupContext<'_>, article: usize, block: u32) -> bool {
    context.group.articles[article].blocks[block as usize].kind == BlockKind::Cell
}

/// Tells how sure it is that `actual` should read like its origin.
///
/// A source article whose version nothing proves may have been changed since: then another translation must
/// have the same, or the two must be alike.
fn applicability(
    context: &GroupContext<'_>,
    article: usize,
    expected: &Expected<'_>,
    actual: &str,
    another_has_it: impl FnOnce() -> bool,
) -> Applicability {
    let is_sure = match expected.evidence {
        Evidence::OwnSegment | Evidence::Segment(_) | Evidence::Majority { .. } => true,
        Evidence::OtherVersion(_) => false,
        Evidence::Source(_) => {
            context.group.versions.of_article(article) == Version::Current
                || is_misspelt(&expected.literal.value, actual)
                || another_has_it()
        }
    };
    if is_sure { Applicability::Safe } else { Applicability::Suggested }
}

/// Tells whether `actual` can only be `expected` with mistakes in it: the same parameter, translated, or nearly
/// the same text.
fn is_misspelt(expected: &str, actual: &str) -> bool {
    let is_foreign = |text: &str| text.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    let same_name =
        Parameter::parse(expected).is_some_and(|parameter| Parameter::name_of(actual) == Some(parameter.name));
    same_name || is_foreign(actual) && !is_foreign(expected) || likeness(expected, actual) >= MISSPELT
}

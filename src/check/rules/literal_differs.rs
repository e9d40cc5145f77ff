use std::cell::LazyCell;

use crate::check::comments;
use crate::check::compare::Difference;
use crate::check::context::GroupContext;
use crate::check::difference::difference;
use crate::check::restore::{self, Siblings};
use crate::diag::{Finding, Severity, cut};
use crate::model::literal::{Literal, LiteralKind, Parameter};
use crate::rule;
use crate::source::{SourceMap, Span};

rule! {
    /// A literal reads otherwise than in the text that it was translated from.
    ///
    /// ## Why
    /// Readers search for the exact text that the server sent; a retyped or translated parameter is never
    /// found. Code spans and fences are compared byte for byte: a double space, a look-alike letter or a
    /// typographic quotation mark counts. A code block whose comments alone are in other words is a note without
    /// a fix: they are written for the reader.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// `invalid_scope: The requested scope is invalid.`
    /// ```
    /// ```text content/ko/a.md
    /// # 제목
    ///
    /// `invalid_scope: 요청한 범위가 잘못되었습니다.`
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Send `$true` again.
    /// ```
    /// ```text content/ko/a.md
    /// # 제목
    ///
    /// `$true`로 다시 보내세요.
    /// ```
    LITERAL_DIFFERS { id: "literal-differs", severity: Error, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let differs = context.literal_differences().filter_map(|(article, found)| match found {
        Difference::Differs { expected, actual } => Some((article, expected, *actual)),
        _ => None,
    });
    let siblings = LazyCell::new(|| Siblings::of(context, &[LiteralKind::CodeSpan, LiteralKind::Fence]));
    differs
        .map(|(article, expected, actual)| {
            let difference = difference(&expected.literal.value, &actual.value);
            let name = name(expected.literal);
            let is_comment = expected.literal.kind == LiteralKind::Fence
                && comments::are_all_that_differs(&expected.literal.value, &actual.value);
            let origin_name = context.origin_name(&expected.evidence);
            let message = match is_comment {
                true => format!("comments in {name} differ from {origin_name}"),
                false => format!("{name} differs from {origin_name}"),
            };
            let place = part(context.sources, actual, &difference.actual);
            let origin = part(context.sources, expected.literal, &difference.expected);
            let finding = context.finding(&LITERAL_DIFFERS, article, place, message).caption(difference.words);
            let mut finding = context
                .against(finding, expected, origin, "should read like this")
                .texts(&*expected.literal.value, &*actual.value)
                .help("literals stay as they are in every language, so that readers can search for them");
            finding.literal = Some(actual.span);
            if is_comment {
                let help = "comments may be translated where nobody copies them; make sure that this is meant";
                return finding.help(help).severity(Severity::Note);
            }
            finding.fix = restore::literal(context, article, expected, actual, &siblings);
            finding
        })
        .collect()
}

/// Names a literal for a message: "parameter `x`", "code span `x`", "code block".
pub(super) fn name(literal: &Literal) -> String {
    match (literal.kind, Parameter::parse(&literal.value)) {
        (LiteralKind::Fence, _) => "code block".to_owned(),
        (_, Some(parameter)) => format!("parameter `{}`", parameter.name),
        (_, None) => format!("code span `{}`", cut(&literal.value, 60)),
    }
}

/// Returns where a part of a literal's value stands; the whole literal where it is spelt otherwise in the file.
pub(super) fn part(sources: &SourceMap, literal: &Literal, range: &std::ops::Range<usize>) -> Span {
    let start = literal.span.start as usize;
    if sources.slice(literal.span) == &*literal.value {
        Span::new(literal.span.source, start + range.start..start + range.end)
    } else {
        literal.span
    }
}

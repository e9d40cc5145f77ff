use super::literal_differs::name;
use crate::check::compare::Difference;
use crate::check::context::GroupContext;
use crate::diag::{Applicability, Finding, Fix};
use crate::model::literal::LiteralKind;
use crate::rule;
use crate::source::edit::Edit;
use crate::source::{SourceMap, Span};

rule! {
    /// A literal of the origin is nowhere in the translation.
    ///
    /// ## Why
    /// Without its back-ticks a literal is not set off, not copied as a whole, and taken for a word by the
    /// next translation; without its text the reader cannot follow the step at all.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Set `$true` and `$false`.
    /// ```
    /// ```text content/ru/a.md
    /// # Заголовок
    ///
    /// Укажите $true и `$false`.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Set `$true`. Then set `$true` again.
    /// ```
    /// ```text content/ru/a.md
    /// # Заголовок
    ///
    /// Укажите `$true` дважды.
    /// ```
    LITERAL_MISSING { id: "literal-missing", severity: Error, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let missing = context.literal_differences().filter_map(|(article, found)| match found {
        Difference::Missing(expected) => Some((article, expected)),
        _ => None,
    });
    missing
        .map(|(article, expected)| {
            let value = &*expected.literal.value;
            let name = name(expected.literal);
            let bare =
                (expected.literal.kind == LiteralKind::CodeSpan).then(|| context.has_text(article, value)).flatten();
            let finding = match bare {
                Some(span) => {
                    let message = format!("{name} stands without its back-ticks");
                    let finding = context.finding(&LITERAL_MISSING, article, span, message);
                    let finding = finding.caption("here as plain text").fix(mark(context.sources, span, value));
                    finding.texts(format!("`{value}`"), value)
                }
                None => {
                    let place = context.where_it_should_stand(article, expected);
                    let message = format!("{name} is missing");
                    let mut finding = context.finding(&LITERAL_MISSING, article, place, message);
                    finding.expected = Some(value.to_owned());
                    finding.caption("it should stand here")
                }
            };
            context
                .against(finding, expected, expected.literal.span, "it stands here")
                .help("put it between back-ticks, as the origin has it, untranslated")
        })
        .collect()
}

/// Returns the edit that puts back-ticks around a literal; one that is left of a lost pair is taken in.
fn mark(sources: &SourceMap, span: Span, value: &str) -> Fix {
    let text = &sources.get(span.source).text;
    let range = span.range();
    let before = usize::from(text[..range.start].ends_with('`'));
    let after = usize::from(text[range.end..].starts_with('`'));
    let span = Span::new(span.source, range.start - before..range.end + after);
    Fix {
        title: "put it between back-ticks".to_owned(),
        applicability: Applicability::Safe,
        edits: vec![Edit { span, text: format!("`{value}`") }],
    }
}

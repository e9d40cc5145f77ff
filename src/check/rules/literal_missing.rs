use super::literal_differs::name;
use crate::catalog::origin::Expected;
use crate::check::compare::Difference;
use crate::check::context::GroupContext;
use crate::check::restore::{self, Marks};
use crate::diag::Finding;
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::rule;
use crate::source::Span;

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
    context.translations().flat_map(|article| of_article(context, article)).collect()
}

/// Of more code spans that an article has elsewhere nobody asks whether they lost their back-ticks.
const MOST: usize = 200;

fn of_article(context: &GroupContext<'_>, article: usize) -> Vec<Finding> {
    let kinds = [LiteralKind::CodeSpan, LiteralKind::Fence];
    let marks = Marks::of(context, article);
    let differences = || kinds.iter().flat_map(|kind| context.differences(article, *kind));
    let mut fewer: Vec<&Expected<'_>> = differences()
        .filter_map(|found| match found {
            Difference::Fewer(expected) => Some(expected),
            _ => None,
        })
        .collect();
    fewer.sort_by_key(|expected| (expected.block, &expected.literal.value));
    fewer.dedup_by_key(|expected| (expected.block, &expected.literal.value));
    let unmarked = |expected: &&Expected<'_>| unmarked(context, article, expected, &marks);
    let mut findings: Vec<Finding> = fewer.iter().take(MOST).filter_map(unmarked).collect();
    let missing: Vec<&Expected<'_>> = differences()
        .filter_map(|found| match found {
            Difference::Missing(expected) => Some(expected),
            _ => None,
        })
        .collect();
    // What a code block holds ends with a line end.
    let values: Vec<&str> = missing.iter().map(|expected| expected.literal.value.trim_end()).collect();
    if missing.is_empty() {
        return findings;
    }
    let places = context.texts(article, &values, |span| restore::is_plain(context, article, span));
    findings
        .extend(missing.iter().zip(places).map(|(expected, place)| finding(context, article, expected, place, &marks)));
    findings
}

/// Returns a finding for a code span that a block has less often than its origin, and more often as plain text.
fn unmarked(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>, marks: &Marks<'_>) -> Option<Finding> {
    let Literal { value, span, block, side, .. } = expected.literal;
    let origin = context.group.index_of(span.source)?;
    let passage = |article: usize, block: u32| context.group.articles[article].blocks[block as usize].span;
    let here = restore::bare(context, article, passage(article, expected.block?), value);
    let there = restore::bare(context, origin, passage(origin, *block), value);
    let is_sure = *side == Side::Target && here.len() > there.len();
    let place = here.first().copied().filter(|_| is_sure)?;
    let mut finding = finding(context, article, expected, Some(place), marks);
    if here.len() > 1 {
        // Which of them had the back-ticks nobody can tell.
        finding.fix = None;
    }
    Some(finding)
}

fn finding(
    context: &GroupContext<'_>,
    article: usize,
    expected: &Expected<'_>,
    bare: Option<Span>,
    marks: &Marks<'_>,
) -> Finding {
    let value = &*expected.literal.value;
    let name = name(expected.literal);
    let finding = match bare.filter(|_| expected.literal.kind == LiteralKind::CodeSpan) {
        Some(span) => {
            let message = format!("{name} stands without its back-ticks");
            let finding = context.finding(&LITERAL_MISSING, article, span, message);
            let finding =
                finding.caption("here as plain text").fix(restore::mark(context, article, expected, span, marks));
            finding.texts(format!("`{value}`"), value)
        }
        None if expected.literal.kind == LiteralKind::Fence && bare.is_some() => {
            let place = bare.unwrap_or(expected.literal.span);
            let message = format!("{name} stands without its fence");
            let mut finding = context.finding(&LITERAL_MISSING, article, place, message).caption("here as plain text");
            finding.fix = restore::fenced(context, article, expected, place);
            finding.texts(value, context.sources.slice(place))
        }
        None => {
            let place = context.where_it_should_stand(article, expected);
            let mut finding = context.finding(&LITERAL_MISSING, article, place, format!("{name} is missing"));
            finding.expected = Some(value.to_owned());
            finding.caption("it should stand here")
        }
    };
    context
        .against(finding, expected, expected.literal.span, "it stands here")
        .help("put it between back-ticks, as the origin has it, untranslated")
}

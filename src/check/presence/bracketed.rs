//! Placeholders whose name alone is code: `<` and `>` stand beside it as text, and machines tear them off.

use crate::catalog::origin::Evidence;
use crate::check::context::GroupContext;
use crate::diag::{Finding, Meta};
use crate::model::literal::{Literal, LiteralKind, Side};

/// No article has more of them, nor are more looked at.
const MOST: usize = 64;

/// So near stand the brackets, in bytes.
const REACH: usize = 8;

/// Returns a finding for each such placeholder that lost one of its brackets.
pub fn torn(context: &GroupContext<'_>, rule: &'static Meta) -> Vec<Finding> {
    let articles = 0..context.group.articles.len();
    let bracketed = |article| spans(context, article).filter(|literal| is_bracketed(context, literal)).take(MOST);
    let names: Vec<(usize, &Literal)> =
        articles.flat_map(|article| bracketed(article).map(move |literal| (article, literal))).collect();
    if names.is_empty() {
        return Vec::new();
    }
    context.read_translations().flat_map(|article| of_article(context, rule, article, &names)).collect()
}

fn of_article(
    context: &GroupContext<'_>,
    rule: &'static Meta,
    article: usize,
    names: &[(usize, &Literal)],
) -> Vec<Finding> {
    let torn = spans(context, article).filter(|literal| !is_bracketed(context, literal));
    let torn = torn.filter(|literal| names.iter().any(|(_, name)| name.value == literal.value)).take(MOST);
    torn.filter_map(|literal| finding(context, rule, (article, literal), names)).collect()
}

fn finding(
    context: &GroupContext<'_>,
    rule: &'static Meta,
    (article, literal): (usize, &Literal),
    names: &[(usize, &Literal)],
) -> Option<Finding> {
    let at = context.readings.column(article, literal.block)?;
    let is_same = |&(other, name): &(usize, &Literal)| {
        other != article && name.value == literal.value && context.readings.column(other, name.block) == Some(at)
    };
    let others: Vec<(usize, &Literal)> = names.iter().copied().filter(is_same).collect();
    let &(first, there) = others.first()?;
    // The name may stand in the passage once with brackets and once without.
    let again = spans(context, first).filter(|other| other.block == there.block && other.value == literal.value);
    if again.count() > 1 {
        return None;
    }
    let original = context.readings.original(article, literal.block);
    let original = original.filter(|original| others.iter().any(|(other, _)| *other == original.article));
    let (agree, of) = (others.len(), context.group.articles.len());
    let majority = || (agree * 2 > of).then_some(Evidence::Majority { agree, of });
    let evidence = original.map(|original| original.evidence).or_else(majority)?;
    let message = format!("the placeholder `<{}>` has lost a bracket", literal.value);
    let finding = context.finding(rule, article, literal.span, message).caption("it stands between `<` and `>`");
    Some(context.beside(finding, &evidence, there.span, "as it reads here"))
}

/// Returns the code spans that an article has itself.
fn spans<'c>(context: &'c GroupContext<'_>, article: usize) -> impl Iterator<Item = &'c Literal> {
    let literals = context.group.articles[article].literals.iter();
    literals.filter(|literal| literal.kind == LiteralKind::CodeSpan && literal.side == Side::Target)
}

/// Tells whether a code span stands between angle brackets, perhaps with blanks.
fn is_bracketed(context: &GroupContext<'_>, literal: &Literal) -> bool {
    let text = &context.sources.get(literal.span.source).text;
    let range = literal.span.range();
    let near = text.floor_char_boundary(range.start.saturating_sub(REACH))
        ..text.ceil_char_boundary((range.end + REACH).min(text.len()));
    let before = text[near.start..range.start].trim_end_matches(['`', ' ', '\\']);
    let behind = text[range.end..near.end].trim_start_matches(['`', ' ', '\\']);
    let is_between = |open: &str, close: &str| before.ends_with(open) && behind.starts_with(close);
    is_between("<", ">") || is_between("&lt;", "&gt;") || is_between("＜", "＞")
}

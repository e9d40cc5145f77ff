//! Placeholders whose name alone is code: `<` and `>` stand beside it as text, and machines tear them off.

use crate::catalog::origin::Evidence;
use crate::check::context::GroupContext;
use crate::diag::{Finding, Meta};
use crate::model::document::BlockKind;
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::source::Span;

/// No article has more of them, nor are more looked at.
const MOST: usize = 64;

/// So near stand the brackets, in bytes.
const REACH: usize = 8;

/// How a code span stands between angle brackets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Brackets {
    Missing,
    /// A blank parts it from one of them alone.
    Uneven,
    Whole,
}

/// Returns a finding for each such placeholder that lost one of its brackets, or got a blank inside them.
pub fn torn(context: &GroupContext<'_>, rule: &'static Meta) -> Vec<Finding> {
    let articles = 0..context.group.articles.len();
    let is_bracketed = |literal: &&Literal| brackets(context, literal) > Brackets::Missing;
    let bracketed = |article| spans(context, article).filter(is_bracketed).take(MOST);
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
    let torn = spans(context, article).filter(|literal| brackets(context, literal) < Brackets::Whole);
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
    let ours = brackets(context, literal);
    let is_same = |&(other, name): &(usize, &Literal)| {
        other != article
            && name.value == literal.value
            && context.readings.column(other, name.block) == Some(at)
            && brackets(context, name) > ours
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
    let message = match ours {
        Brackets::Missing => format!("the placeholder `<{}>` has lost a bracket", literal.value),
        _ => format!("a blank was put into the placeholder `<{}>`", literal.value),
    };
    let finding = context.finding(rule, article, literal.span, message).caption("it stands between `<` and `>`");
    Some(context.beside(finding, &evidence, there.span, "as it reads here"))
}

/// Returns a finding for each passage in which a placeholder of several words is not closed: `<имя ящика`.
pub fn unclosed(context: &GroupContext<'_>, rule: &'static Meta) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.asked() {
        let blocks = context.group.articles[article].blocks.iter().zip(0_u32..);
        for (block, at) in blocks.filter(|(block, _)| block.kind != BlockKind::Code) {
            let Some(odd) = open_bracket(context.sources.slice(block.span)) else { continue };
            let Some(original) = context.readings.original(article, at) else { continue };
            let origin = context.group.articles[original.article].blocks[original.block as usize].span;
            let there = context.sources.slice(origin);
            if original.side == Side::Source
                || open_bracket(there).is_some()
                || brackets_in(there, '<').next().is_none()
            {
                continue;
            }
            let start = block.span.start as usize + odd;
            let place = Span::new(block.span.source, start..start + 1);
            let finding = context.finding(rule, article, place, "a placeholder has lost its second bracket");
            let finding = finding.caption("no `>` closes it");
            findings.push(context.beside(finding, &original.evidence, context.trimmed(origin), "as it reads here"));
        }
    }
    findings
}

/// Returns the place of the first angle bracket of a text that opens and is not closed, where more open than close.
fn open_bracket(text: &str) -> Option<usize> {
    let opening: Vec<usize> = brackets_in(text, '<').collect();
    let closing: Vec<usize> = if opening.is_empty() { Vec::new() } else { brackets_in(text, '>').collect() };
    if opening.len() <= closing.len() {
        return None;
    }
    let is_closed = |at: usize, next: Option<&usize>| {
        let close = closing.get(closing.partition_point(|close| *close <= at));
        close.is_some_and(|close| next.is_none_or(|next| close < next))
    };
    opening.iter().enumerate().find(|(number, at)| !is_closed(**at, opening.get(number + 1))).map(|(_, at)| *at)
}

/// Returns where an angle bracket stands right at words: as placeholders and tags have them.
fn brackets_in(text: &str, sign: char) -> impl Iterator<Item = usize> + '_ {
    let is_end = |c: char| c.is_alphanumeric() || matches!(c, '"' | '/' | '\'' | '-' | '`' | '*' | ')');
    let is_start = |c: char| c.is_alphanumeric() || matches!(c, '/' | '!' | '*');
    let is_bracket = move |at: &usize| match sign {
        '<' => text[at + 1..].starts_with(is_start),
        // Either may be escaped.
        _ => text[..*at].strip_suffix('\\').unwrap_or(&text[..*at]).ends_with(is_end),
    };
    text.match_indices(sign).map(|(at, _)| at).filter(is_bracket)
}

/// Returns the code spans that an article has itself.
fn spans<'c>(context: &'c GroupContext<'_>, article: usize) -> impl Iterator<Item = &'c Literal> {
    let literals = context.group.articles[article].literals.iter();
    literals.filter(|literal| literal.kind == LiteralKind::CodeSpan && literal.side == Side::Target)
}

/// Tells whether a code span stands between angle brackets, and whether alike.
fn brackets(context: &GroupContext<'_>, literal: &Literal) -> Brackets {
    let text = &context.sources.get(literal.span.source).text;
    let range = literal.span.range();
    let near = text.floor_char_boundary(range.start.saturating_sub(REACH))
        ..text.ceil_char_boundary((range.end + REACH).min(text.len()));
    let [before, behind] = [&text[near.start..range.start], &text[range.end..near.end]];
    let is_escape = |c: char| matches!(c, '`' | '\\');
    let is_parted =
        [before.trim_end_matches(is_escape).ends_with(' '), behind.trim_start_matches(is_escape).starts_with(' ')];
    let is_between = |open: &str, close: &str| {
        let is_free = |c: char| is_escape(c) || c == ' ';
        before.trim_end_matches(is_free).ends_with(open) && behind.trim_start_matches(is_free).starts_with(close)
    };
    match is_between("<", ">") || is_between("&lt;", "&gt;") || is_between("＜", "＞") {
        false => Brackets::Missing,
        true if is_parted[0] != is_parted[1] => Brackets::Uneven,
        true => Brackets::Whole,
    }
}

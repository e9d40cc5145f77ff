use crate::check::context::GroupContext;
use crate::check::leftover::{Found, Leftover, Survey, Why};
use crate::diag::Finding;
use crate::model::literal::{Literal, LiteralKind};
use crate::rule;

rule! {
    /// A text still reads in the language that it should have been translated from.
    ///
    /// A heading, a paragraph, a list item, a cell or a sentence counts if it reads like its origin, holds
    /// ordinary words, and most other translations have it in their own language. Literals, names, what stands
    /// in quotation marks, and what other translations keep as well do not count. An article of which most was
    /// left behind is one finding. Where a locale is written in other letters than Latin ones, a part of a sentence
    /// counts as well.
    ///
    /// ## Why
    /// A reader who does not know the other language misses this step and cannot follow the rest.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # Reset the password
    ///
    /// Ask the user to sign in again. Then wait for the next message.
    ///
    /// The user can close the browser when the page says so.
    /// ```
    /// ```text content/ko/a.md
    /// # 암호 재설정
    ///
    /// 사용자에게 다시 로그인하도록 요청합니다. Then wait for the next message.
    ///
    /// 페이지에 표시되면 사용자는 브라우저를 닫을 수 있습니다.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # Reset the password
    ///
    /// The program says "You are not allowed to do this." Open the Microsoft 365 admin center.
    /// ```
    /// ```text content/ko/a.md
    /// # 암호 재설정
    ///
    /// 프로그램에 "You are not allowed to do this."가 표시됩니다. Microsoft 365 admin center를 엽니다.
    /// ```
    TEXT_UNTRANSLATED { id: "text-untranslated", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    if context.prose.is_empty() {
        return Vec::new();
    }
    let survey = Survey::of(context);
    context.asked().flat_map(|article| of_article(context, article, &survey.article(article))).collect()
}

fn of_article(context: &GroupContext<'_>, article: usize, found: &Found) -> Vec<Finding> {
    let (share, count) = (found.left * 10, found.leftovers.len());
    let is_all = share >= found.all * 6 && count >= 3 || share >= found.all * 8 && count >= 2;
    match found.leftovers.first() {
        Some(first) if is_all => {
            let language = context.group.articles[article].locale.to_string();
            let message = format!("the article is not translated into {language}");
            let mut finding = context.finding(&TEXT_UNTRANSLATED, article, first.span, message);
            finding.is_of_all = true;
            vec![explained(context, finding, first)]
        }
        _ => {
            let leftovers = found.leftovers.iter().filter(|leftover| !is_literal(context, leftover));
            leftovers.map(|leftover| finding(context, article, leftover)).collect()
        }
    }
}

/// Tells whether a text is code elsewhere in the group, or part of it: it only lacks its back-ticks or its fence.
fn is_literal(context: &GroupContext<'_>, leftover: &Leftover) -> bool {
    let text = context.sources.slice(leftover.span).trim_matches('`');
    let literals = context.group.articles.iter().flat_map(|article| &article.literals);
    let mut fences = literals.clone().filter(|literal| literal.kind == LiteralKind::Fence);
    if fences.any(|literal| literal.value.contains(text)) {
        return true;
    }
    let spans = literals.filter(|literal| literal.kind == LiteralKind::CodeSpan && literal.value.contains(' '));
    let (own, others): (Vec<&Literal>, Vec<&Literal>) = spans.partition(|literal| leftover.span.contains(literal.span));
    let is_marked = |value: &str| own.iter().any(|literal| *literal.value == *value);
    others.iter().any(|literal| {
        let value = &*literal.value;
        value.contains(text) || text.contains(value) && !is_marked(value)
    })
}

fn finding(context: &GroupContext<'_>, article: usize, leftover: &Leftover) -> Finding {
    let what = match (leftover.whole, leftover.sentences) {
        (true, _) => "this text is",
        (false, 0) => "a part of a sentence is",
        (false, 1) => "a sentence is",
        _ => "sentences are",
    };
    let message = format!("{what} not translated into {}", context.group.articles[article].locale);
    explained(context, context.finding(&TEXT_UNTRANSLATED, article, leftover.span, message), leftover)
}

/// Adds how it is known, and what to do.
fn explained(context: &GroupContext<'_>, finding: Finding, leftover: &Leftover) -> Finding {
    let articles = &context.group.articles;
    let finding = match &leftover.why {
        Why::Same(original) => {
            let there = context.passage_of(original);
            finding.origin(there, "it reads like this text").evidence(context.evidence(&original.evidence))
        }
        Why::English => finding.evidence("its words of grammar are English"),
        Why::Latin => finding.evidence("translations into languages of other scripts have their letters here"),
        Why::Sibling(other) => {
            finding.evidence(format!("the translation into {} reads the same", articles[*other].locale))
        }
    };
    finding
        .caption("left behind")
        .help("translate it; put an error message or a title that stays as it is between quotation marks")
}

//! Bold words in small letters that are the keys of a sample: `**error**` beside `"error": "invalid_scope"`.

use super::siblings;
use crate::catalog::origin::Expected;
use crate::check::context::GroupContext;
use crate::check::near::Budget;
use crate::model::literal::LiteralKind;

/// What English calls a key.
const NOUNS: &[&str] = &["attribute", "claim", "element", "field", "member", "parameter", "property"];

/// Tells whether a bold word is a key of the code in the article where it stands, and other translations keep it, or
/// where there are hardly others, its sentence calls it one.
pub fn is_key(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>, budget: &mut Budget) -> bool {
    let literal = expected.literal;
    let is_word = literal.value.bytes().all(|byte| byte.is_ascii_lowercase());
    let Some(origin) = context.group.articles.iter().find(|article| article.source == literal.span.source) else {
        return false;
    };
    let code = origin.literals.iter().filter(|code| matches!(code.kind, LiteralKind::Fence | LiteralKind::CodeSpan));
    // Once the budget is spent, none is looked at any more.
    let mut code = code.map_while(|code| budget.spend(code.value.len() + 1).map(|()| code));
    if !is_word || !code.any(|code| has_key(&code.value, &literal.value)) {
        return false;
    }
    let text = &context.sources.get(literal.span.source).text;
    let behind = text[literal.span.range().end..].trim_start_matches(['*', '_']);
    let is_called = behind.starts_with(':')
        || behind.split_whitespace().next().is_some_and(|word| NOUNS.iter().any(|noun| word.starts_with(noun)));
    siblings::some_keep(context, article, expected, budget)
        .unwrap_or_else(|| is_called && !siblings::has_form(context, article, expected, budget))
}

/// Tells whether `code` has `"word":`, or `word=` as addresses and forms have it.
fn has_key(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let (before, behind) = (&code[..at], &code[at + word.len()..]);
        let is_quoted =
            before.ends_with('"') && behind.strip_prefix('"').is_some_and(|rest| rest.trim_start().starts_with(':'));
        is_quoted || before.ends_with(['?', '&']) && behind.starts_with('=')
    })
}

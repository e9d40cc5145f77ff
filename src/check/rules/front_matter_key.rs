use std::collections::BTreeSet;

use crate::check::context::GroupContext;
use crate::config::nearest;
use crate::diag::{Applicability, Finding, Fix};
use crate::model::front::KEYS;
use crate::rule;
use crate::source::Span;
use crate::source::edit::Edit;

rule! {
    /// A key of the front matter is misspelt.
    ///
    /// A key that is unknown here is held against the known ones, from which it differs in one letter, and against
    /// those that most other translations have. It counts if the key that was meant is absent, and no other
    /// translation has the one that is there.
    ///
    /// ## Why
    /// Nothing reads a misspelt key, so its value is lost without a word.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// ---
    /// title: A heading
    /// ms.contentlocale: en
    /// ---
    /// # A heading
    ///
    /// Text.
    /// ```
    /// ```text content/ru/a.md
    /// ---
    /// titel: Заголовок
    /// ms.contentlocal: ru
    /// ---
    /// # Заголовок
    ///
    /// Текст.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// ---
    /// title: A heading
    /// ---
    /// # A heading
    ///
    /// Text.
    /// ```
    /// ```text content/ru/a.md
    /// ---
    /// Title: Заголовок
    /// audience: all
    /// ---
    /// # Заголовок
    ///
    /// Текст.
    /// ```
    FRONT_MATTER_KEY { id: "front-matter-key", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let articles = &context.group.articles;
    if articles.iter().all(|article| article.front.others.is_empty()) {
        return Vec::new();
    }
    let names: Vec<BTreeSet<String>> = (0..articles.len()).map(|index| names(context, index)).collect();
    let of_article = |index: usize| {
        let found =
            articles[index].front.others.iter().filter_map(|&span| Some((span, meant(context, &names, index, span)?)));
        let findings: Vec<Finding> = found.map(|(span, meant)| finding(context, index, span, &meant)).collect();
        findings
    };
    (0..articles.len()).flat_map(of_article).collect()
}

/// Returns the keys of one article in small letters.
fn names(context: &GroupContext<'_>, index: usize) -> BTreeSet<String> {
    let front = &context.group.articles[index].front;
    let known = front.keys.iter().map(|key| key.name().to_owned());
    known.chain(front.others.iter().map(|&span| context.sources.slice(span).to_lowercase())).collect()
}

/// Returns the key that was meant by the unknown one at `span`.
fn meant(context: &GroupContext<'_>, names: &[BTreeSet<String>], index: usize, span: Span) -> Option<String> {
    let name = context.sources.slice(span).to_lowercase();
    let others = || (0..names.len()).filter(|&other| other != index).map(|other| &names[other]);
    if others().any(|names| names.contains(&name)) {
        return None;
    }
    let absent = |key: &str| !names[index].contains(key);
    if let Some(key) = KEYS.into_iter().find(|key| key.len() >= 5 && absent(key) && is_one_edit(key, &name)) {
        return Some(key.to_owned());
    }
    let all = others().count();
    let shared: BTreeSet<&str> = others().flatten().map(String::as_str).filter(|key| absent(key)).collect();
    let is_common = |key: &&str| key.len() >= 6 && others().filter(|names| names.contains(*key)).count() * 2 > all;
    nearest(&name, shared.into_iter().filter(is_common)).map(str::to_owned)
}

/// Tells whether one of the keys that nothing reads in an article is one of `names`, misspelt.
pub(super) fn is_misspelt(context: &GroupContext<'_>, article: usize, names: &[&str]) -> bool {
    let others = context.group.articles[article].front.others.iter();
    let mut others = others.map(|&span| context.sources.slice(span).to_lowercase());
    others.any(|other| names.iter().any(|name| is_one_edit(name, &other)))
}

/// Tells whether two names differ by one letter, or by two that changed places.
fn is_one_edit(left: &str, right: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let start = left.iter().zip(&right).take_while(|(a, b)| a == b).count();
    let most = left.len().min(right.len()) - start;
    let end = left.iter().rev().zip(right.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let (a, b) = (&left[start..left.len() - end], &right[start..right.len() - end]);
    a.len() <= 1 && b.len() <= 1 || matches!((a, b), ([a, b], [c, d]) if a == d && b == c)
}

fn finding(context: &GroupContext<'_>, index: usize, span: Span, meant: &str) -> Finding {
    let name = context.sources.slice(span);
    let fix = Fix {
        title: format!("write `{meant}`"),
        applicability: Applicability::Suggested,
        edits: vec![Edit { span, text: meant.to_owned() }],
    };
    context
        .finding(&FRONT_MATTER_KEY, index, span, format!("nothing reads the key `{name}`"))
        .caption("this key")
        .help(format!("did you mean `{meant}`?"))
        .fix(fix)
}

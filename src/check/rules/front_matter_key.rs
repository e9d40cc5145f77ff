use std::borrow::Cow;
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
    /// translation has the one that is there. A key that was translated is known by its place among the others.
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
    let names: Vec<Names<'_>> = (0..articles.len()).map(|index| names(context, index)).collect();
    let of_article = |index: usize| {
        let found =
            articles[index].front.others.iter().filter_map(|&span| Some((span, meant(context, &names, index, span)?)));
        let findings: Vec<Finding> = found.map(|(span, meant)| finding(context, index, span, &meant)).collect();
        findings
    };
    (0..articles.len()).flat_map(of_article).collect()
}

/// The keys of one article, sorted.
type Names<'n> = Vec<Cow<'n, str>>;

/// Returns the keys of one article in small letters.
fn names<'c>(context: &'c GroupContext<'_>, index: usize) -> Names<'c> {
    let front = &context.group.articles[index].front;
    let known = front.keys.iter().map(|key| Cow::Borrowed(key.name()));
    let others = front.others.iter().map(|&span| small(context.sources.slice(span)));
    let mut names: Names<'_> = known.chain(others).collect();
    names.sort_unstable();
    names
}

fn has(names: &Names<'_>, key: &str) -> bool {
    names.binary_search_by(|name| (**name).cmp(key)).is_ok()
}

/// Returns a key in small letters, as most are written.
fn small(key: &str) -> Cow<'_, str> {
    let is_small = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if key.bytes().all(is_small) { Cow::Borrowed(key) } else { Cow::Owned(key.to_lowercase()) }
}

/// Returns the key that was meant by the unknown one at `span`.
fn meant(context: &GroupContext<'_>, names: &[Names<'_>], index: usize, span: Span) -> Option<String> {
    let name = small(context.sources.slice(span));
    let others = || (0..names.len()).filter(|&other| other != index).map(|other| &names[other]);
    if others().any(|names| has(names, &name)) {
        return None;
    }
    let absent = |key: &str| !has(&names[index], key);
    if let Some(key) = KEYS.into_iter().find(|key| key.len() >= 5 && absent(key) && is_one_edit(key, &name)) {
        return Some(key.to_owned());
    }
    let all = others().count();
    // The source's keys are what is meant; of two translations either may be right.
    if context.group.source.map_or(all < 2, |source| source == index) {
        return None;
    }
    let shared: BTreeSet<&str> = others().flatten().map(|key| &**key).filter(|key| absent(key)).collect();
    let having = |key: &str| others().filter(|names| has(names, key)).count();
    let common: Vec<&str> = shared.into_iter().filter(|key| having(key) * 2 > all).collect();
    let long = common.iter().copied().filter(|key| key.len() >= 6);
    let found = nearest(&name, long).or_else(|| {
        let short = |key: &&str| (3..6).contains(&key.len()) && having(key) == all && is_one_edit(key, &name);
        common.iter().copied().find(short)
    });
    found
        .or_else(|| translated(context, index, span, common.into_iter().filter(|key| having(key) == all)))
        .map(str::to_owned)
}

/// Among more keys that nothing reads none is looked for by its place.
const MOST: usize = 100;

/// Returns the one of `absent`, keys that all others have, that stands in the other articles where the unknown key at
/// `span` stands in this one: its name was translated.
fn translated<'k>(
    context: &GroupContext<'_>,
    index: usize,
    span: Span,
    absent: impl Iterator<Item = &'k str>,
) -> Option<&'k str> {
    if context.group.articles.iter().any(|article| article.front.others.len() > MOST) {
        return None;
    }
    let own = ordered(context, index);
    let at = own.iter().position(|(start, _)| *start == span.start)?;
    let name = |keys: &[(u32, String)], at: Option<usize>| at.and_then(|at| Some(keys.get(at)?.1.clone()));
    let neighbours = |keys: &[(u32, String)], at: usize| (name(keys, at.checked_sub(1)), name(keys, Some(at + 1)));
    let (before, after) = neighbours(&own, at);
    let is_ascii = own[at].1.is_ascii();
    let own_value = value(context, index, own[at].0);
    let others: Vec<(usize, Vec<(u32, String)>)> = (0..context.group.articles.len())
        .filter(|&other| other != index)
        .map(|other| (other, ordered(context, other)))
        .collect();
    let stands_there = |key: &str| {
        others.iter().any(|(article, other)| {
            let Some(there) = other.iter().position(|(_, name)| name == key) else { return false };
            let (left, right) = neighbours(other, there);
            // Of a name in the letters of keys more is asked.
            let is_same =
                || KEYS.contains(&key) || own_value.is_some() && value(context, *article, other[there].0) == own_value;
            if is_ascii { left == before && right == after && is_same() } else { left == before || right == after }
        })
    };
    absent.into_iter().find(|key| stands_there(key))
}

/// Returns what stands behind the key that starts at `start`, on its line; `None` where nothing does.
fn value<'t>(context: &GroupContext<'t>, index: usize, start: u32) -> Option<&'t str> {
    let text = &context.sources.get(context.group.articles[index].source).text;
    let (_, value) = text[start as usize..].lines().next()?.split_once(':')?;
    Some(value.trim()).filter(|value| !value.is_empty())
}

/// Returns the keys of one article in small letters, in order, with the places where they start.
fn ordered(context: &GroupContext<'_>, index: usize) -> Vec<(u32, String)> {
    let front = &context.group.articles[index].front;
    let known = front.keys.iter().map(|key| (key.name_span().start, key.name().to_owned()));
    let others = front.others.iter().map(|&span| (span.start, context.sources.slice(span).to_lowercase()));
    let mut all: Vec<(u32, String)> = known.chain(others).collect();
    all.sort_unstable();
    all
}

/// Tells whether one of the keys that nothing reads in an article is one of `names`, misspelt.
pub(super) fn is_misspelt(context: &GroupContext<'_>, article: usize, names: &[&str]) -> bool {
    let keys: Vec<Names<'_>> = (0..context.group.articles.len()).map(|index| self::names(context, index)).collect();
    let mut others = context.group.articles[article].front.others.iter();
    others.any(|&span| meant(context, &keys, article, span).is_some_and(|meant| names.contains(&&*meant)))
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

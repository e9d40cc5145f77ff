use std::collections::{BTreeMap, BTreeSet};

use unicode_script::{Script, UnicodeScript};

use super::front_matter_key::is_misspelt;
use crate::catalog::version::Version;
use crate::check::context::GroupContext;
use crate::diag::{Applicability, Finding, Fix};
use crate::model::article::Article;
use crate::model::front::FrontMatter;
use crate::rule;
use crate::source::Span;
use crate::source::edit::Edit;

rule! {
    /// A key of the front matter that is the same in every language differs.
    ///
    /// ## Why
    /// Ids, codes, robots, topic and service say what the article is, whatever its language. Values are
    /// compared, not their spelling: `9801` equals `"9801"`, and the order of a list does not count. Keys that only the
    /// place of publication reads count where their value was translated into other letters, or where both texts are
    /// known to be of one version.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// ---
    /// ids: [9801, 9005744]
    /// ---
    /// # A heading
    ///
    /// Text.
    /// ```
    /// ```text content/ru/a.md
    /// ---
    /// ids: [9801, 900574]
    /// ---
    /// # Заголовок
    ///
    /// Текст.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// ---
    /// ids: [9801, 9005744]
    /// ---
    /// # A heading
    ///
    /// Text.
    /// ```
    /// ```text content/ru/a.md
    /// ---
    /// ids: ["9005744", "9801"]
    /// ---
    /// # Заголовок
    ///
    /// Текст.
    /// ```
    FRONT_MATTER_DIFFERS { id: "front-matter-differs", severity: Warning, scope: Group }
}

/// A key that is the same in every language: its names, and its value as something to compare.
struct Invariant {
    names: &'static [&'static str],
    /// Whether two articles spell it alike, which nearly all do.
    is_alike: fn(&FrontMatter, &FrontMatter) -> bool,
    value: fn(&FrontMatter) -> BTreeSet<String>,
}

const INVARIANTS: [Invariant; 5] = [
    Invariant { names: &["ids", "ms.custom"], is_alike: |a, b| a.ids == b.ids, value: |front| list(&front.ids) },
    Invariant {
        names: &["error_codes"],
        is_alike: |a, b| a.error_codes == b.error_codes,
        value: |front| list(&front.error_codes),
    },
    Invariant {
        names: &["robots"],
        is_alike: |a, b| a.robots == b.robots,
        value: |front| robots(front.robots.as_deref()),
    },
    Invariant {
        names: &["ms.topic"],
        is_alike: |a, b| a.topic == b.topic,
        value: |front| single(front.topic.as_deref()),
    },
    Invariant {
        names: &["ms.service"],
        is_alike: |a, b| a.service == b.service,
        value: |front| single(front.service.as_deref()),
    },
];

/// Published keys that say the same in every language.
const PUBLISHED: [&str; 10] = [
    "audience",
    "author",
    "ms.audience",
    "ms.author",
    "ms.assetid",
    "ms.collection",
    "ms.prod",
    "ms.subservice",
    "ms.technology",
    "localization_priority",
];

/// Those of them whose value may be another's in each language, in the letters of all accounts.
const AUTHORS: [&str; 2] = ["author", "ms.author"];

/// Those of them that hardly any author changes later.
const NEVER_CHANGED: [&str; 3] = ["audience", "ms.audience", "ms.assetid"];

fn list(values: &[Box<str>]) -> BTreeSet<String> {
    values.iter().map(|value| value.to_lowercase()).collect()
}

fn single(value: Option<&str>) -> BTreeSet<String> {
    value.map(str::to_lowercase).into_iter().collect()
}

fn robots(value: Option<&str>) -> BTreeSet<String> {
    words(value.unwrap_or_default())
}

/// Returns the words of `NOINDEX, NOFOLLOW`, in small letters.
fn words(value: &str) -> BTreeSet<String> {
    let words = value.split(',').map(|word| word.trim().to_lowercase());
    words.filter(|word| !word.is_empty()).collect()
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let articles = &context.group.articles;
    let is_alike =
        |invariant: &&Invariant| articles.windows(2).all(|pair| (invariant.is_alike)(&pair[0].front, &pair[1].front));
    for invariant in INVARIANTS.iter().filter(|invariant| !is_alike(invariant)) {
        let values: Vec<_> = articles.iter().map(|article| (invariant.value)(&article.front)).collect();
        if values.iter().all(|value| *value == values[0]) {
            continue;
        }
        for article in context.translations() {
            findings.extend(differing(context, invariant, &values, article));
        }
    }
    if let Some(source) = context.group.source {
        findings.extend(PUBLISHED.iter().flat_map(|name| published(context, source, name)));
    }
    findings
}

/// Returns the findings on a published key that says the same in every language, and that nothing else is made from.
fn published(context: &GroupContext<'_>, source: usize, name: &'static str) -> Vec<Finding> {
    let Some(there) = line_value(context, source, name) else { return Vec::new() };
    let wanted = context.sources.slice(there);
    let values: Vec<(usize, Span)> =
        context.translations().filter_map(|article| Some((article, line_value(context, article, name)?))).collect();
    let is_same = |left: &str, right: &str| left.eq_ignore_ascii_case(right) || words(left) == words(right);
    let is_shared = |value: &str| {
        values.len() >= 3 && values.iter().all(|(_, other)| is_same(context.sources.slice(*other), value))
    };
    let is_wrong = |&&(article, here): &&(usize, Span)| {
        let value = context.sources.slice(here);
        let version = context.group.versions.of_article(article);
        // Whoever looks after a translation may stand there.
        let may_have_changed = version != Version::Current && !NEVER_CHANGED.contains(&name) || AUTHORS.contains(&name);
        // A person's name has blanks or accents, and is written as each language writes it.
        let is_name = name == "author" && (wanted.contains(' ') || value.chars().all(is_latin));
        let is_translated = wanted.is_ascii() && !value.is_ascii() && !is_name;
        !is_same(value, wanted)
            && (is_translated || !may_have_changed && !context.group.versions.is_other(article))
            && !is_shared(value)
    };
    let finding = |&(article, here): &(usize, Span)| {
        let locale = &context.group.articles[source].locale;
        let message = format!("`{name}` differs from {locale}");
        let fix = Fix {
            title: "write the origin's value".to_owned(),
            applicability: Applicability::Suggested,
            edits: vec![Edit { span: here, text: wanted.to_owned() }],
        };
        let mut finding = context
            .finding(&FRONT_MATTER_DIFFERS, article, here, message)
            .caption("this value")
            .origin(there, "should be this one")
            .evidence(format!("the source article in {locale} has it"))
            .texts(wanted, context.sources.slice(here))
            .help("this key is the same in every language");
        finding.fix = Some(fix);
        finding
    };
    values.iter().filter(is_wrong).map(finding).collect()
}

fn is_latin(c: char) -> bool {
    matches!(c.script(), Script::Latin | Script::Common)
}

/// Returns the value of a key that nothing is made from, where it is a plain text in the key's own line.
fn line_value(context: &GroupContext<'_>, article: usize, name: &str) -> Option<Span> {
    let Article { source, front, .. } = &context.group.articles[article];
    let key = front.others.iter().find(|span| context.sources.slice(**span).eq_ignore_ascii_case(name))?;
    let text = &context.sources.get(*source).text;
    let start = key.range().end;
    let line = text[start..].lines().next()?;
    let value = line.trim_start().strip_prefix(':')?.trim().trim_matches(['"', '\'']);
    let is_plain = !value.is_empty() && !value.contains(['#', '&', '*', '!', '[', '{', '|', '>', '"', '\'']);
    let at = start + line.find(value)?;
    is_plain.then(|| Span::new(*source, at..at + value.len()))
}

/// Compares one key of one article with the source's, or with what most articles of its version have.
fn differing(
    context: &GroupContext<'_>,
    invariant: &Invariant,
    values: &[BTreeSet<String>],
    article: usize,
) -> Option<Finding> {
    let versions = &context.group.versions;
    let source = context.group.source.filter(|_| !versions.is_other(article));
    let comparable: Vec<usize> =
        context.translations().filter(|&other| versions.same(article, other) != Some(false)).collect();
    let siblings_agree =
        |value: &BTreeSet<String>| comparable.len() >= 3 && comparable.iter().all(|&other| values[other] == *value);
    let (origin, evidence) = match source {
        // Where all translations share another value, the source was changed or is old.
        Some(_) if siblings_agree(&values[article]) => return None,
        Some(source) => (source, format!("the source article in {} has it", context.group.articles[source].locale)),
        None => {
            let (origin, count) = majority(values, &comparable)?;
            (origin, format!("{count} of {} translations agree", comparable.len()))
        }
    };
    if values[origin] == values[article] || values[article].is_empty() && is_misspelt(context, article, invariant.names)
    {
        return None;
    }
    let (ours, theirs) = (&context.group.articles[article], &context.group.articles[origin]);
    let name = key_name(context, ours, theirs, invariant.names);
    let shown = |values: &BTreeSet<String>| values.iter().cloned().collect::<Vec<_>>().join(", ");
    let message = format!("`{name}` differs from {}", theirs.locale);
    let mut finding = context
        .finding(&FRONT_MATTER_DIFFERS, article, place_beside(ours, theirs, invariant.names), message)
        .caption(if values[article].is_empty() { "it is absent here" } else { "this value" })
        .origin(place(theirs, invariant.names), "should be this one")
        .evidence(evidence)
        .texts(shown(&values[origin]), shown(&values[article]))
        .help("this key is the same in every language");
    finding.literal = None;
    let is_sure = source.is_none() || versions.of_article(article) == Version::Current;
    finding.fix = restored(context, ours, theirs, invariant.names, is_sure);
    Some(finding)
}

/// Returns the fix that writes the origin's value, where both stand in one line with nothing behind them.
fn restored(
    context: &GroupContext<'_>,
    ours: &Article,
    theirs: &Article,
    names: &[&'static str],
    is_sure: bool,
) -> Option<Fix> {
    let (own, other) = (ours.front.key_of(names)?.value_span(), theirs.front.key_of(names)?.value_span());
    let is_simple = |value: &str| !value.is_empty() && !value.contains(['\n', '\r', '#', '&', '*', '!']);
    let value = context.sources.slice(other);
    (is_simple(value) && is_simple(context.sources.slice(own))).then(|| Fix {
        title: "write the origin's value".to_owned(),
        applicability: if is_sure { Applicability::Safe } else { Applicability::Suggested },
        edits: vec![Edit { span: own, text: value.to_owned() }],
    })
}

/// Returns the first article whose value more than half of three or more articles have, and how many have it.
fn majority(values: &[BTreeSet<String>], articles: &[usize]) -> Option<(usize, usize)> {
    let mut counts: BTreeMap<&BTreeSet<String>, (usize, usize)> = BTreeMap::new();
    for &article in articles {
        counts.entry(&values[article]).or_insert((article, 0)).1 += 1;
    }
    counts.into_values().find(|(_, count)| articles.len() >= 3 && 2 * count > articles.len())
}

fn key_name(context: &GroupContext<'_>, ours: &Article, theirs: &Article, names: &[&'static str]) -> String {
    let key = ours.front.key_of(names).or_else(|| theirs.front.key_of(names));
    key.map_or_else(|| names[0].to_owned(), |key| context.sources.slice(key.name_span()).to_owned())
}

/// Returns where the key's value stands, or where it should, by the keys before it in another article.
fn place_beside(ours: &Article, theirs: &Article, names: &[&str]) -> Span {
    let before = theirs.front.keys.iter().take_while(|key| !names.contains(&key.name()));
    let last = before.filter_map(|key| ours.front.key(key.name())).last();
    match last.filter(|_| ours.front.key_of(names).is_none()) {
        Some(key) => {
            let end = key.value_span().end.max(key.name_span().end);
            Span { start: end, end, ..key.name_span() }
        }
        None => place(ours, names),
    }
}

/// Returns where the key's value stands, or the front matter's start where the key is absent.
fn place(article: &Article, names: &[&str]) -> Span {
    let start = article.front.span.map_or(article.body.start, |span| span.start);
    let nothing = Span { source: article.source, start, end: start };
    article
        .front
        .key_of(names)
        .map_or(nothing, |key| if key.value_span().is_empty() { key.name_span() } else { key.value_span() })
}

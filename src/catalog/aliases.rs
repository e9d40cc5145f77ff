//! Further addresses of articles: those that they had before.

use std::collections::{BTreeMap, BTreeSet};

use super::Catalog;
use super::rules::ADDRESS_TAKEN;
use crate::diag::Finding;
use crate::model::article::Article;
use crate::model::folder::folder;
use crate::model::locale::Locale;

/// Returns the addresses below `locale` that lead to articles, in order, each with its group.
///
/// An alias of the lead counts in every locale where no other article has that address: what shows the lead's text,
/// or a translation of it, had the old address too.
pub fn of(catalog: &Catalog, locale: &Locale) -> Vec<(String, usize)> {
    let mut own = BTreeMap::new();
    for (at, group) in catalog.groups.iter().enumerate() {
        own.extend(group.article(locale).into_iter().flat_map(paths).map(|path| (path, at)));
    }
    let mut shared = BTreeMap::new();
    for (at, group) in catalog.groups.iter().enumerate() {
        for path in paths(group.lead()) {
            shared.entry(path).or_insert(at);
        }
    }
    if shared.is_empty() && own.is_empty() {
        return Vec::new();
    }
    let taken = Taken::of(catalog);
    shared.retain(|path, _| !own.contains_key(path) && !taken.has(path));
    own.extend(shared);
    own.into_iter().collect()
}

fn paths(article: &Article) -> impl Iterator<Item = String> {
    article.front.aliases.iter().filter_map(|alias| Some(folder(&parts(alias)?.join("/"))))
}

/// First parts of paths below a locale that pages of the site itself take; under some there may be aliases.
const RESERVED: [(&str, bool); 8] = [
    ("errors", true),
    ("articles", true),
    ("parameters", true),
    ("search", false),
    ("lists", false),
    ("404.html", false),
    ("index.html", false),
    ("index.md", false),
];

/// Returns the parts of an alias, if it can be an address: no empty part, no dots, no word of the site's own.
fn parts(alias: &str) -> Option<Vec<String>> {
    let parts: Vec<String> = alias.trim_matches('/').split('/').map(str::to_lowercase).collect();
    let fits = |part: &String| {
        !part.is_empty()
            && part.len() <= 120
            && !part.starts_with('.')
            && !part.ends_with(['.', ' '])
            && !part
                .chars()
                .any(|c| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '%' | '#'))
    };
    let reserved = RESERVED.iter().find(|(word, _)| *word == parts[0]);
    let is_free = reserved.is_none_or(|(_, may_lead)| *may_lead && parts.len() > 1);
    let is_file = |part: &String| matches!(part.as_str(), "index.html" | "index.md" | "index.json");
    (is_free && parts.iter().all(fits) && !parts.iter().any(is_file)).then_some(parts)
}

/// The addresses of pages, as far as an alias could have one.
struct Taken {
    articles: BTreeSet<String>,
    codes: BTreeSet<String>,
    parameters: BTreeSet<String>,
}

impl Taken {
    fn of(catalog: &Catalog) -> Self {
        Self {
            articles: catalog.groups.iter().map(|group| folder(group.key.as_str())).collect(),
            codes: catalog.codes.by_code.keys().map(|code| code.slug.to_string()).collect(),
            parameters: catalog.codes.parameters.keys().map(|name| name.to_string()).collect(),
        }
    }

    fn has(&self, path: &str) -> bool {
        match path.split_once('/') {
            Some(("articles", rest)) => self.articles.contains(rest),
            Some(("errors", rest)) => self.codes.contains(rest),
            Some(("parameters", rest)) => self.parameters.contains(rest),
            _ => false,
        }
    }
}

/// Returns a finding for each alias that is no address, or that a page or two articles claim.
pub(super) fn check(catalog: &Catalog) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen: BTreeMap<(&str, Vec<String>), &Article> = BTreeMap::new();
    let articles = || catalog.groups.iter().flat_map(|group| &group.articles);
    if articles().all(|article| article.front.aliases.is_empty()) {
        return findings;
    }
    let taken = Taken::of(catalog);
    for article in articles() {
        for alias in &article.front.aliases {
            let finding = problem(article, alias, &taken, &mut seen);
            findings.extend(finding.map(|mut finding| {
                finding.group = Some(article.key.clone());
                finding.locale = Some(article.locale.clone());
                finding
            }));
        }
    }
    findings
}

/// Returns what is wrong with an alias; `seen` are those before it.
fn problem<'c>(
    article: &'c Article,
    alias: &str,
    taken: &Taken,
    seen: &mut BTreeMap<(&'c str, Vec<String>), &'c Article>,
) -> Option<Finding> {
    let span = article.front.key("aliases").map_or(article.body, |key| key.value_span());
    let finding = |message: String| Finding::at(&ADDRESS_TAKEN, span, message);
    let Some(parts) = parts(alias) else {
        let help = "an alias is a path below its locale, such as `old/name`, and none of the site's own words";
        return Some(finding(format!("the alias `{alias}` cannot be an address")).help(help));
    };
    if taken.has(&folder(&parts.join("/"))) {
        let help = "an alias is an address that has no page any more: take it out, or name another one";
        return Some(finding(format!("the alias `{alias}` is the address of a page")).help(help));
    }
    let first = seen.insert((article.locale.tag(), parts), article)?;
    let place = first.front.key("aliases").map_or(first.body, |key| key.value_span());
    (!std::ptr::eq(first, article)).then(|| {
        finding(format!("the alias `{alias}` is taken"))
            .caption("this alias")
            .label(place, "and this one")
            .help("an address leads to one article: take one of the two out")
    })
}

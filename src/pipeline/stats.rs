//! The tables of `check --stats`.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Site;
use crate::catalog::version::Version;
use crate::diag::stats::{Counts, Coverage, Stats};
use crate::model::front::Translation;
use crate::model::locale::Locale;

/// The most articles that are named.
const MOST: usize = 10;

/// Returns the site in numbers; the findings are those that it has by now.
pub fn stats(site: &Site) -> Stats {
    let mut rules: BTreeMap<&'static str, Counts> = BTreeMap::new();
    let mut articles: BTreeMap<&str, Counts> = BTreeMap::new();
    for finding in &site.findings {
        rules.entry(finding.rule.id).or_default().add(finding.severity);
        let path = finding.source().map(|source| &*site.sources.get(source).path);
        if let Some(path) = path.filter(|_| finding.group.is_some()) {
            articles.entry(path).or_default().add(finding.severity);
        }
    }
    let mut rules: Vec<_> = rules.into_iter().collect();
    rules.sort_by_key(|(id, counts)| (Reverse((counts.total(), *counts)), *id));
    let mut articles: Vec<_> = articles.into_iter().map(|(path, counts)| (path.into(), counts)).collect();
    articles.sort_by(|(a, left), (b, right): &(Box<str>, Counts)| right.cmp(left).then_with(|| a.cmp(b)));
    articles.truncate(MOST);
    Stats { coverage: coverage(site), rules, articles }
}

fn coverage(site: &Site) -> Vec<Coverage> {
    let catalog = &site.catalog;
    let empty = |locale: &Locale| Coverage {
        locale: locale.clone(),
        is_source: Some(locale) == catalog.source_locale.as_ref(),
        present: 0,
        human: 0,
        post_edited: 0,
        machine: 0,
        outdated: 0,
        missing: catalog.groups.len(),
    };
    let mut rows: BTreeMap<&Locale, Coverage> = catalog.locales.iter().map(|locale| (locale, empty(locale))).collect();
    for group in &catalog.groups {
        for (index, article) in group.articles.iter().enumerate() {
            let Some(row) = rows.get_mut(&article.locale) else { continue };
            row.present += 1;
            row.missing -= 1;
            match article.front.translation {
                Some(Translation::Human) => row.human += 1,
                Some(Translation::PostEdited) => row.post_edited += 1,
                Some(Translation::Machine) => row.machine += 1,
                Some(Translation::Source) | None => {}
            }
            row.outdated += usize::from(group.versions.of_article(index) == Version::Older);
        }
    }
    catalog.locales.iter().filter_map(|locale| rows.remove(locale)).collect()
}

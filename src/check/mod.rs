//! The check: holds translations against their origins and reports where they drifted.

mod comments;
pub mod compare;
pub mod consequences;
pub mod context;
pub mod difference;
pub mod displaced;
pub mod durations;
mod elements;
pub mod exchanged;
mod function_words;
pub mod language;
pub mod leads;
pub mod leftover;
pub mod lexicon;
pub mod likeness;
pub mod memory;
mod menu;
mod near;
pub mod numbers;
mod numerals;
pub mod originals;
pub mod passage;
pub mod plain;
pub mod presence;
pub mod reference;
pub mod residue;
pub mod restore;
pub mod rules;
pub mod stray;
pub mod structural;
pub mod structure;
pub mod suppress;
pub mod terms;
pub mod times;
pub mod units;
pub mod usage;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::catalog::Catalog;
use crate::catalog::group::Group;
use crate::config::Terms;
use crate::diag::Finding;
use crate::source::{SourceId, SourceMap};
use context::{ArticleContext, CatalogContext, GroupContext, GroupText, Site};
use leads::Leads;
use lexicon::Lexicon;
use memory::Memory;
use rules::{Check, RULES};
use usage::Usage;

/// How much is looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// What the core rules say, by the articles' facts: for a build, which only counts it.
    Core,
    /// Everything, for whoever mends it.
    #[default]
    All,
}

/// So many groups are checked before their findings join the others: put together, they take their room twice.
const AT_ONCE: usize = 512;

/// Returns what all rules find in `catalog`, group by group, in the order of keys.
///
/// `asked` are rules that were asked for by name: some say more then.
pub fn run(catalog: &Catalog, sources: &SourceMap, terms: &Terms, asked: &[String], depth: Depth) -> Vec<Finding> {
    let mut findings = run_groups(catalog, sources, terms, depth, &BTreeSet::new());
    let context = CatalogContext { catalog, sources, asked };
    for rule in RULES.iter().filter(|rule| rule.depth <= depth) {
        if let Check::Catalog(check) = rule.check {
            findings.extend(check(&context));
        }
    }
    findings
}

/// Returns what the rules of article and group scope find in `catalog`, group by group, in the order of keys.
///
/// Where `changed` names articles, what else is found in others may be left out, for it was found before.
pub fn run_groups(
    catalog: &Catalog,
    sources: &SourceMap,
    terms: &Terms,
    depth: Depth,
    changed: &BTreeSet<SourceId>,
) -> Vec<Finding> {
    let groups: Vec<&Group> = catalog.all_groups().collect();
    let (memory, lexicon) = (Memory::new(catalog, sources), Lexicon::new(catalog, sources));
    let (usage, leads) = (Usage::new(catalog, sources), Leads::new(catalog, sources));
    let site = Site { catalog, sources, terms, memory, lexicon, usage, leads, changed };
    let mut findings = Vec::new();
    for some in groups.chunks(AT_ONCE) {
        let found: Vec<Vec<Finding>> = some.par_iter().map(|group| check_group(&site, group, depth)).collect();
        findings.extend(found.into_iter().flatten());
    }
    findings
}

/// Returns what the rules of article and group scope find in one group.
fn check_group(site: &Site<'_>, group: &Group, depth: Depth) -> Vec<Finding> {
    let sources = site.sources;
    let text = GroupText::of(group, sources, depth);
    let context = GroupContext::new(site, group, &text);
    let mut findings = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.depth <= depth) {
        match rule.check {
            Check::Group(check) => findings.extend(check(&context)),
            Check::Article(check) => {
                for article in &group.articles {
                    let found = check(&ArticleContext { article, source: sources.get(article.source) });
                    findings.extend(found.into_iter().map(|mut finding| {
                        finding.group = Some(group.key.clone());
                        finding.locale = Some(article.locale.clone());
                        finding
                    }));
                }
            }
            Check::Catalog(_) | Check::Elsewhere => {}
        }
    }
    findings
}

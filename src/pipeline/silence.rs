//! Findings that the site's authors have silenced: `allow` in front matter, `[allow]` in `faultbook.toml`.

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::config::Config;
use crate::diag::Finding;
use crate::load::{Files, Folders, Tree};
use crate::source::SourceId;

/// Takes out of `findings` what is silenced, and returns how many that were. What blocks cannot be silenced.
pub(super) fn silence(
    findings: &mut Vec<Finding>,
    catalog: &Catalog,
    config: &Config,
    files: &Files,
    folders: &Folders,
    tree: &Tree,
) -> usize {
    let mut allowed: BTreeMap<SourceId, Vec<&str>> = BTreeMap::new();
    for article in catalog.all_groups().flat_map(|group| &group.articles) {
        if !article.front.allow.is_empty() {
            let rules = article.front.allow.iter().map(|rule| &**rule);
            allowed.entry(article.source).or_default().extend(rules);
        }
    }
    if !config.allow.is_empty() {
        let content = tree.locate(&folders.content);
        for file in &files.articles {
            let path = file.path.strip_prefix(&content).unwrap_or(&file.path);
            let matching = config.allow.iter().filter(|allow| allow.paths.is_match(path));
            let rules = matching.flat_map(|allow| allow.rules.iter().map(|(rule, _)| rule.as_str()));
            allowed.entry(file.source).or_default().extend(rules);
        }
    }
    let before = findings.len();
    findings.retain(|finding| {
        let rules = finding.source().and_then(|source| allowed.get(&source));
        finding.blocks || !rules.is_some_and(|rules| rules.contains(&finding.rule.id))
    });
    before - findings.len()
}

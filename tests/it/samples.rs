//! Real articles that stand beside a checkout.

use std::collections::BTreeMap;
use std::path::PathBuf;

use faultbook::config::Config;
use faultbook::load::{self, Request, Tree};
use faultbook::source::SourceMap;

use crate::common::samples;

/// Reads the content folder; returns the number of articles by locale, and the findings by rule and place.
fn read(folder: PathBuf) -> (BTreeMap<String, usize>, Vec<String>) {
    let (tree, mut sources) = (Tree::disk(folder.clone()), SourceMap::default());
    let request = Request { dir: Some(folder), ..Request::default() };
    let folders = load::configuration(&tree, &request, &mut sources).expect("a content folder");
    let loaded = load::content(&tree, &folders, &Config::default(), &mut sources).expect("articles");
    let mut counts = BTreeMap::new();
    for article in &loaded.files.articles {
        *counts.entry(article.locale.to_string()).or_default() += 1;
    }
    let findings = loaded.findings.iter().map(|finding| format!("{} {}", finding.rule.id, finding.message)).collect();
    (counts, findings)
}

#[test]
fn the_seeds_are_read_without_a_word() {
    let Some(folder) = samples("seeds") else { return };
    let (counts, findings) = read(folder);
    assert_eq!(
        counts.into_iter().map(|(tag, n)| format!("{tag} {n}")).collect::<Vec<_>>().join(" "),
        "id-ID 1 ko-KR 1 ru-RU 1 sl-SI 1 zh-CN 1"
    );
    assert_eq!(findings, [""; 0]);
}

#[test]
fn the_corpus_is_read_but_for_a_folder_that_is_no_locale() {
    let Some(folder) = samples("corpus") else { return };
    let (counts, findings) = read(folder);
    assert_eq!(counts.len(), 6, "{counts:?}");
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].starts_with("locale-unknown `bilingual` is no locale"), "{findings:?}");
}

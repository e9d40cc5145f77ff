//! A sample of real articles in six languages: what the check says of them is true.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};

use faultbook::diag::Severity;
use faultbook::load::{self, Tree};
use faultbook::pipeline::{self, Request, Site};

use crate::common::samples;
use crate::site::lines;

fn corpus() -> Option<Site> {
    let folder = samples("corpus")?;
    let tree = Tree::disk(&folder);
    let request = Request { load: load::Request { dir: Some(folder), ..Default::default() }, ..Request::default() };
    Some(pipeline::read(&tree, &request).unwrap_or_else(|error| panic!("{error}")))
}

/// Nearly all were read and found true: links without words or beside them, text that was left in English, names and
/// commands that were changed, links to articles that are not in the sample, a folder that is no locale, and
/// placeholders in plain text.
#[test]
fn what_is_found_in_real_articles_is_true() {
    let Some(site) = corpus() else { return };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in site.findings.iter().filter(|finding| finding.severity > Severity::Note) {
        *counts.entry(finding.rule.id).or_default() += 1;
    }
    let expected = [
        ("code-differs", 1),
        ("command-differs", 10),
        ("emphasis-broken", 10),
        ("emphasis-displaced", 114),
        ("link-broken", 3),
        ("link-displaced", 314),
        ("link-empty", 43),
        ("locale-unknown", 1),
        ("menu-path-broken", 65),
        ("name-differs", 81),
        ("number-differs", 3),
        ("placeholder-unmarked", 9),
        ("product-name-differs", 104),
        ("symbolic-name-changed", 1),
        ("text-untranslated", 47),
        ("title-differs", 1),
    ];
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), expected, "{:#?}", lines(&site));
}

#[test]
fn real_translations_are_as_fresh_as_their_hashes_prove() {
    let Some(site) = corpus() else { return };
    let freshness = site.summary().freshness;
    assert_eq!((freshness.current, freshness.outdated, freshness.unknown), (263, 16, 492));
}

#[test]
fn reports_are_the_same_on_one_thread_and_on_many() {
    let Some(folder) = samples("corpus") else { return };
    let report = |format: &str, threads: &str| {
        let mut check = Command::new(env!("CARGO_BIN_EXE_faultbook"));
        check.args(["check", "--format", format]).arg(&folder).env("RAYON_NUM_THREADS", threads);
        check.stdin(Stdio::null()).output().expect("the program to start").stdout
    };
    for format in ["text", "json", "sarif"] {
        let first = report(format, "1");
        assert!(!first.is_empty(), "{format}");
        assert!(first == report(format, "1") && first == report(format, "8"), "{format}");
    }
}

//! The examples on every rule's page: what it reports, and what it accepts.

use faultbook::check::rules::RULES;
use faultbook::diag::Severity;

use crate::site::{Files, lines, of_files};

/// Returns the named blocks under the heading `## {section}` of a rule's page.
fn example(docs: &str, section: &str) -> Files {
    let mut files = Files::new();
    let mut open: Option<String> = None;
    let mut is_here = false;
    for line in docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)) {
        match (&open, line.strip_prefix("```")) {
            (None, _) if line.starts_with("## ") => is_here = line == format!("## {section}"),
            (None, Some(info)) => {
                let path = info.split_once(' ').map_or("", |(_, path)| path);
                open = Some(path.to_owned());
                if is_here {
                    files.insert(path.to_owned(), String::new());
                }
            }
            (Some(_), Some("")) => open = None,
            (Some(path), _) if is_here => {
                let file = files.get_mut(path).expect("the block is open");
                file.push_str(line);
                file.push('\n');
            }
            _ => {}
        }
    }
    files
}

/// Rules whose findings come from bytes, folders, configuration or messages that an example cannot hold.
const WITHOUT_EXAMPLE: [&str; 16] = [
    "baseline-outdated",
    "not-utf8",
    "file-unreadable",
    "limit-exceeded",
    "link-outside",
    "link-repeated",
    "config-invalid",
    "message-invalid",
    "message-missing",
    "message-obsolete",
    "message-duplicate",
    "message-empty",
    "message-reference-differs",
    "message-variable-unknown",
    "message-plural-category",
    "invisible-character",
];

#[test]
fn every_rule_finds_what_its_page_says() {
    for rule in RULES.iter().map(|rule| rule.meta) {
        let files = example(rule.docs, "Reported");
        if WITHOUT_EXAMPLE.contains(&rule.id) {
            continue;
        }
        assert!(!files.is_empty(), "{} has no example", rule.id);
        let site = of_files(&files);
        let found: Vec<_> = site.findings.iter().filter(|finding| finding.rule.id == rule.id).collect();
        assert!(!found.is_empty(), "{} finds nothing, but: {:#?}", rule.id, lines(&site));
        assert!(found.iter().all(|finding| finding.blocks == rule.blocks), "{}", rule.id);
        let others = site.findings.iter().filter(|finding| finding.rule.id != rule.id);
        let graver: Vec<_> = others.filter(|finding| finding.severity == Severity::Error).collect();
        assert!(graver.is_empty(), "{}: {:#?}", rule.id, lines(&site));
    }
}

#[test]
fn no_rule_finds_what_its_page_accepts() {
    for rule in RULES.iter().map(|rule| rule.meta) {
        let files = example(rule.docs, "Accepted");
        if WITHOUT_EXAMPLE.contains(&rule.id) {
            continue;
        }
        assert!(!files.is_empty(), "{} has no example", rule.id);
        let site = of_files(&files);
        assert!(site.findings.iter().all(|finding| finding.rule.id != rule.id), "{}: {:#?}", rule.id, lines(&site));
    }
}

#[test]
fn every_page_says_what_why_and_when() {
    for rule in RULES.iter().map(|rule| rule.meta) {
        assert!(rule.summary().ends_with('.'), "{}: {}", rule.id, rule.summary());
        assert!(rule.docs.contains("## Why"), "{}", rule.id);
    }
}

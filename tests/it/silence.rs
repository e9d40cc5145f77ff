//! Findings that authors silence, by article and by path.

use crate::site::site;

const BROKEN: &str = "# T\n\nSee [x](gone.md).\n";

#[test]
fn an_article_silences_rules_for_itself() {
    let found =
        site(&format!("=== content/en/a.md\n---\nallow: [link-broken]\n---\n{BROKEN}=== content/en/b.md\n{BROKEN}"));
    let rules: Vec<_> = found.findings.iter().map(|finding| (finding.rule.id, finding.group.as_deref())).collect();
    assert_eq!((rules, found.suppressed), (vec![("link-broken", Some("b"))], 1));
}

#[test]
fn the_configuration_silences_rules_by_path() {
    let config = "=== faultbook.toml\n[allow]\n\"en/old/**\" = [\"link-broken\"]\n";
    let found = site(&format!("{config}=== content/en/old/a.md\n{BROKEN}=== content/en/b.md\n{BROKEN}"));
    assert_eq!((found.findings.len(), found.suppressed), (1, 1));
}

#[test]
fn what_blocks_cannot_be_silenced() {
    let found = site("=== content/en/a.md\n---\nallow: [front-matter-invalid]\ndate: 2026-02-30\n---\n# T\n");
    assert!(found.is_blocked());
}

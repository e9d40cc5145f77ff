//! Findings that authors silence, by block, by article and by path.

use crate::site::{lines, pointed_at, rules, site};
use faultbook::model::key::ArticleKey;

const BROKEN: &str = "# T\n\nSee [x](gone.md).\n";

/// Checks an article with `body` and returns what is found in it.
#[track_caller]
fn check(body: &str, expected: &[&str], suppressed: usize) {
    let found = site(&format!("=== content/en/a.md\n# T\n\n{body}"));
    assert_eq!((rules(&found), found.suppressed), (expected.to_vec(), suppressed), "{body}\n{:#?}", lines(&found));
}

#[test]
fn an_article_silences_rules_for_itself() {
    let allow = "allow: [link-broken] # not written yet";
    let found = site(&format!("=== content/en/a.md\n---\n{allow}\n---\n{BROKEN}=== content/en/b.md\n{BROKEN}"));
    let rules: Vec<_> = found
        .findings
        .iter()
        .map(|finding| (finding.rule.id, finding.group.as_ref().map(ArticleKey::as_str)))
        .collect();
    assert_eq!((rules, found.suppressed), (vec![("link-broken", Some("b"))], 1));
}

#[test]
fn the_configuration_silences_rules_by_path() {
    let config = "=== faultbook.toml\n[allow]\n# as they were published\n\"en/old/**\" = [\"link-broken\"]\n";
    let found = site(&format!("{config}=== content/en/old/a.md\n{BROKEN}=== content/en/b.md\n{BROKEN}"));
    assert_eq!((found.findings.len(), found.suppressed), (1, 1));
}

#[test]
fn what_blocks_cannot_be_silenced() {
    let found = site("=== content/en/a.md\n---\n# no\nallow: [front-matter-invalid]\ndate: 2026-02-30\n---\n# T\n");
    assert!(found.is_blocked());
    assert_eq!(rules(&found), ["suppression-invalid", "front-matter-invalid"]);
    assert_eq!(pointed_at(&found, &found.findings[0]), "front-matter-invalid");
}

#[test]
fn a_comment_silences_rules_in_the_next_block() {
    let comment = "<!-- faultbook: allow(link-broken) comes next week -->";
    check(&format!("{comment}\n[x](gone.md)\n"), &[], 1);
    check(&format!("{comment}\n[x](gone.md), [y](gone.md)\n\n[z](gone.md)\n"), &["link-broken"], 2);
    check(&format!("- [x](gone.md)\n{comment}\n- [y](gone.md)\n- [z](gone.md)\n"), &["link-broken"; 2], 1);
    check(&format!("{comment}\n| [x](gone.md) |\n|---|\n| [y](gone.md) |\n"), &[], 2);
    check(&format!("{comment}\n## [x](gone.md)\n\n[y](gone.md)\n"), &["link-broken"], 1);
    check(&format!("| x |\n|---|\n| [y](gone.md) {comment} |\n| [z](gone.md) |\n"), &["link-broken"], 1);
    let two = "<!-- faultbook: allow(link-broken, html-removed) comes next week -->";
    check(&format!("{two}\n[x](gone.md) <script>a</script>\n"), &[], 2);
}

#[test]
fn a_comment_silences_a_literal_where_the_translation_has_it() {
    let article = |text: &str| format!("# T\n\nOne `a_b`.\n\n{text}`invalid_scope: The scope is bad.`\n");
    let comment = "<!-- faultbook: allow(literal-differs) the server sends this in Korean -->\n";
    let korean = article(comment).replace("The scope is bad.", "범위가 잘못됨.");
    let found = site(&format!("=== content/en/a.md\n{}=== content/ko/a.md\n{korean}", article("")));
    assert_eq!((rules(&found), found.suppressed), (vec![], 1), "{:#?}", lines(&found));
}

#[test]
fn what_a_suppression_lacks_is_reported() {
    let link = "[x](gone.md)\n";
    check(&format!("<!-- faultbook: allow(link-broken) -->\n{link}"), &["suppression-unexplained"], 1);
    check(&format!("<!-- faultbook: allow(link-brokn) x -->\n{link}"), &["suppression-invalid", "link-broken"], 0);
    check(&format!("<!-- faultbook: alow(link-broken) x -->\n{link}"), &["suppression-invalid", "link-broken"], 0);
    check(&format!("<!-- faultbook: allow(not-utf8) x -->\n{link}"), &["suppression-invalid", "link-broken"], 0);
    check("<!-- faultbook: allow(link-broken, html-removed) x -->\nText.\n", &["suppression-unused"; 2], 0);
}

#[test]
fn a_rule_that_is_misspelt_has_a_near_one() {
    let found = site("=== content/en/a.md\n# T\n\n<!-- faultbook: allow(link-brokn) x -->\nText.\n");
    assert_eq!(found.findings[0].help.as_deref(), Some("did you mean `link-broken`?"));
}

#[test]
fn what_silences_nothing_is_reported_in_all_three_places() {
    let front = "=== content/en/a.md\n---\nallow: link-broken # once\n---\n# T\n\nText.\n";
    assert_eq!(lines(&site(front)), ["warning suppression-unused content/en/a.md:2:8 not needed"]);
    let config =
        "=== faultbook.toml\n[allow]\n\"en/**\" = [\"link-broken\"] # once\n=== content/en/a.md\n# T\n\nText.\n";
    assert_eq!(lines(&site(config)), ["warning suppression-unused faultbook.toml:2:12 not needed"]);
    let last = "=== content/en/a.md\n# T\n\nText.\n\n<!-- faultbook: allow(link-broken) once -->\n";
    assert_eq!(lines(&site(last)), ["warning suppression-unused content/en/a.md:5:23 silences nothing"]);
}

#[test]
fn only_what_ran_is_judged() {
    let off = "=== faultbook.toml\n[rules]\nlink-broken = \"off\"\n";
    let article = "=== content/en/a.md\n# T\n\n<!-- faultbook: allow(link-broken) once -->\nText.\n";
    assert_eq!(rules(&site(&format!("{off}{article}"))), [""; 0]);
    let draft =
        "=== faultbook.toml\n[allow]\n\"en/a.md\" = [\"link-broken\"] # once\n=== content/en/b.md\n# T\n\nText.\n";
    let text = "=== content/en/a.md\n---\ndraft: true\n---\n# T\n\n[x](gone.md)\n";
    assert_eq!(rules(&site(&format!("{draft}{text}"))), [""; 0]);
}

#[test]
fn remarks_on_suppressions_are_silenced_like_others() {
    let quiet = "---\n# for now\nallow: [suppression-unexplained, link-broken]\n---\n";
    let found =
        site(&format!("=== content/en/a.md\n{quiet}{BROKEN}<!-- faultbook: allow(link-broken) -->\n[y](no.md)\n"));
    assert_eq!((rules(&found), found.suppressed), (vec![], 3), "{:#?}", lines(&found));
}

#[test]
fn comments_are_not_compared() {
    let list = |between: &str| format!("# T\n\nOne\n\n- `a`\n{between}- `b`\n- c\n");
    let comment = "<!-- faultbook: allow(link-broken) once -->\n";
    let found = site(&format!("=== content/en/a.md\n{}=== content/ko/a.md\n{}", list(""), list(comment)));
    assert_eq!(rules(&found), ["suppression-unused"]);
}

#[test]
fn a_comment_in_the_source_makes_no_translation_old() {
    let comment = "<!-- faultbook: allow(link-broken) comes next week -->\n";
    let source = |between: &str| format!("=== content/en/a.md\n# T\n\n{between}[x](gone.md)\n");
    let hash = |text: &str| {
        let found = site(text);
        let article = &found.catalog.groups[0].articles[0];
        faultbook::catalog::version::text_hash(article, found.sources.get(article.source))
    };
    assert_eq!(hash(&source("")), hash(&source(comment)));
}

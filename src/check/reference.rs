//! The reference of all rules as one Markdown page, from the rules' own documentation.

use super::rules::RULES;
use crate::diag::{Meta, Scope};

/// Returns the page: a table of all rules, then each rule's own text.
pub fn markdown() -> String {
    let mut out = String::from(
        "# Rules\n\nWritten by the tests from the doc comments of the rules in `src/`. `faultbook explain RULE` shows the same text.\n\n\
         | rule | severity | looks at | |\n|---|---|---|---|\n",
    );
    for rule in RULES {
        let Meta { id, severity, .. } = rule.meta;
        let blocks = if rule.meta.blocks { ", blocks" } else { "" };
        out += &format!(
            "| [`{id}`](#{id}) | {}{blocks} | {} | {} |\n",
            severity.word(),
            scope(rule.meta.scope),
            rule.meta.summary()
        );
    }
    for rule in RULES {
        out += &format!("\n## {}\n\n", rule.meta.id);
        for line in rule.meta.docs.lines() {
            // Doc comments keep the blank behind `///`; their headings go one level down here.
            let line = line.strip_prefix(' ').unwrap_or(line);
            if line.starts_with("## ") {
                out.push('#');
            }
            out += line.trim_end();
            out.push('\n');
        }
    }
    out
}

fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Article => "an article",
        Scope::Group => "an article in all locales",
        Scope::Catalog => "the whole site",
    }
}

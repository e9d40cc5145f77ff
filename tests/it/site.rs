//! Whole sites in one string, read and checked: what most tests begin with.

use std::collections::BTreeMap;

use faultbook::check::rules::RULES;
use faultbook::diag::{Finding, Place};
use faultbook::load::{self, Tree};
use faultbook::pipeline::{self, Request, Site};
use faultbook::report::{self, Format, Options, Report};
use faultbook::source::lines::LineIndex;

/// Files by their path in the site.
pub type Files = BTreeMap<String, String>;

/// Reads the site that `text` holds: a line `=== path` begins each file.
pub fn site(text: &str) -> Site {
    read(&load::memory(text))
}

/// Reads the site of these files, byte for byte.
pub fn of_files(files: &Files) -> Site {
    let bytes = files.iter().map(|(path, text)| (path.clone(), text.as_bytes().into()));
    read(&Tree::Memory(bytes.collect()))
}

fn read(tree: &Tree) -> Site {
    pipeline::read(tree, &Request::default()).unwrap_or_else(|error| panic!("{error}"))
}

/// Returns the findings as people see them on a terminal, without the summary.
pub fn terminal(site: &Site) -> String {
    let rules: Vec<_> = RULES.iter().map(|rule| rule.meta).collect();
    let summary = site.summary();
    let report = Report { findings: &site.findings, sources: &site.sources, summary: &summary, rules: &rules };
    let mut out = Vec::new();
    let options = Options { quiet: true, ..Options::default() };
    report::write(Format::Text, &report, &options, &mut out).expect("memory takes everything");
    String::from_utf8(out).expect("reports are UTF-8")
}

/// Returns one line a finding: severity, rule, `path:line:column`, caption.
pub fn lines(site: &Site) -> Vec<String> {
    site.findings.iter().map(|finding| line(site, finding)).collect()
}

/// Returns the names of the rules that found something, in the order of the findings.
pub fn rules(site: &Site) -> Vec<&'static str> {
    site.findings.iter().map(|finding| finding.rule.id).collect()
}

/// Returns a finding's severity, rule, place and caption.
pub fn line(site: &Site, finding: &Finding) -> String {
    let (severity, rule, caption) = (finding.severity.word(), finding.rule.id, &finding.caption);
    format!("{severity} {rule} {} {caption}", place(site, finding)).trim_end().to_owned()
}

/// Returns where a finding is: `path:line:column`, or what it is about as a whole.
pub fn place(site: &Site, finding: &Finding) -> String {
    match &finding.place {
        Place::Span(span) => {
            let source = site.sources.get(span.source);
            let at = LineIndex::new(&source.text).line_column(&source.text, span.start as usize);
            format!("{}:{}:{}", source.path, at.line, at.column)
        }
        Place::File(source) => site.sources.get(*source).path.to_string(),
        Place::Path(path) => path.to_string(),
        Place::Locale(locale) => locale.to_string(),
    }
}

/// Returns the text that a finding points at.
pub fn pointed_at<'s>(site: &'s Site, finding: &Finding) -> &'s str {
    match &finding.place {
        Place::Span(span) => site.sources.slice(*span),
        _ => "",
    }
}

/// Checks an article in English and one translation, of which `expected` is said, at the words beside each rule.
pub fn check_pair(english: &str, tag: &str, translation: &str, expected: &[(&str, &str)]) {
    let text = format!("=== content/en/a.md\n# T\n\n{english}\n=== content/{tag}/a.md\n# X\n\n{translation}\n");
    let site = site(&text);
    let found: Vec<(&str, &str)> =
        site.findings.iter().map(|finding| (finding.rule.id, pointed_at(&site, finding))).collect();
    assert_eq!(found, expected, "{text}\n{:#?}", lines(&site));
}

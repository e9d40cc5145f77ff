//! Annotations of a GitHub workflow, for the page of a pull request, then the text for its log.

use std::io;

use super::escape::escape;
use super::position::Positions;
use super::{Options, Report, fingerprint, order, terminal};
use crate::diag::{Finding, Place, Severity};

/// GitHub shows ten annotations of each kind for a step.
const MOST: usize = 10;

/// Writes the gravest findings of `report` as annotations, then all of it as text.
pub(super) fn write(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let positions = Positions::new(report.sources);
    let order = order::shown(report, options);
    let mut annotated = 0;
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let of_severity = || order.iter().map(|&index| &report.findings[index]).filter(|one| one.severity == severity);
        let gravest = of_severity().filter(|one| one.blocks).chain(of_severity().filter(|one| !one.blocks));
        for finding in gravest.take(MOST) {
            writeln!(out, "{}", annotation(finding, &positions))?;
            annotated += 1;
        }
    }
    if annotated < report.findings.len() {
        writeln!(out, "{} more", report.findings.len() - annotated)?;
    }
    write_log(report, options, out)
}

/// Writes the text between marks that keep the runner from obeying commands that articles hold.
fn write_log(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let mut text = Vec::new();
    terminal::write(report, options, &mut text)?;
    // No text can contain its own digest, so none can end the marks early.
    let token = fingerprint::digest(&[&String::from_utf8_lossy(&text)]);
    writeln!(out, "::stop-commands::{token}")?;
    out.write_all(&text)?;
    writeln!(out, "::{token}::")
}

fn annotation(finding: &Finding, positions: &Positions) -> String {
    let kind = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = place(&finding.place, positions);
    properties.push(format!("title={}", property(finding.rule.id)));
    let details = [finding.evidence.as_deref(), finding.help.as_deref()].into_iter().flatten();
    let message: Vec<String> = [&*finding.message].into_iter().chain(details).map(|text| data(&escape(text))).collect();
    format!("::{kind} {}::{}", properties.join(","), message.join("%0A"))
}

/// Returns the properties that say where `place` is; columns only within one line, as GitHub takes them.
fn place(place: &Place, positions: &Positions) -> Vec<String> {
    let file = |path: &str| format!("file={}", property(path));
    match place {
        Place::Span(span) => {
            let bytes = positions.bytes(*span);
            let start = positions.line_column(span.source, bytes.start);
            let end = positions.line_column(span.source, bytes.end);
            let mut properties = vec![
                file(positions.path(span.source)),
                format!("line={}", start.line),
                format!("endLine={}", end.line),
            ];
            if start.line == end.line {
                properties.push(format!("col={}", start.column));
                properties.push(format!("endColumn={}", end.column));
            }
            properties
        }
        Place::File(source) => vec![file(positions.path(*source))],
        Place::Path(path) => vec![file(path)],
        Place::Locale(_) => Vec::new(),
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(&escape(text)).replace(':', "%3A").replace(',', "%2C")
}

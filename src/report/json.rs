//! The JSON form, version 1: later versions only add.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::json_text::{self, Each};
use super::position::Positions;
use super::{Options, Report, fingerprints, order, stats, summary as counts};
use crate::diag;
use crate::model::key::ArticleKey;
use crate::source::{SourceId, Span, edit};

const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a, F> {
    version: u32,
    findings: F,
    summary: Summary<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stats: Option<stats::Stats<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<&'a str>,
    blocks: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'a str>,
    place: Place<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<Place<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    literal: Option<Place<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    actual: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Fix<'a>>,
    fingerprint: &'a str,
}

/// A span, a whole file without `start` and `end`, or nothing where a finding is about a locale.
#[derive(Serialize, Default)]
struct Place<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<Position>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<Position>,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
    byte: usize,
}

#[derive(Serialize)]
struct Fix<'a> {
    title: &'a str,
    applicability: &'static str,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    file: &'a str,
    start_byte: usize,
    end_byte: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct Summary<'a> {
    locales: usize,
    groups: usize,
    articles: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    suppressed: usize,
    accepted: usize,
    freshness: Freshness,
    /// How many findings `--fix` has mended; absent without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    fixed: Option<usize>,
    /// How many findings are not among `findings`, as fewer were asked for.
    #[serde(skip_serializing_if = "is_zero")]
    omitted: usize,
    by_rule: BTreeMap<&'a str, usize>,
    by_locale: BTreeMap<&'a str, usize>,
}

#[derive(Serialize)]
struct Freshness {
    current: usize,
    outdated: usize,
    unknown: usize,
}

/// Writes `report` as one JSON document, finding by finding.
pub(super) fn write(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let positions = Positions::new(report.sources);
    let names = fingerprints(report.findings, report.sources);
    let order = order::shown(report, options);
    let findings = order.iter().map(|&index| finding(&report.findings[index], &names[index], &positions));
    let document = Document {
        version: VERSION,
        findings: Each(findings),
        summary: summary(report, report.findings.len() - order.len()),
        stats: report.summary.stats.as_ref().map(stats::json),
    };
    json_text::write(&document, out)
}

fn finding<'a>(finding: &'a diag::Finding, fingerprint: &'a str, positions: &Positions<'a>) -> Finding<'a> {
    Finding {
        rule: finding.rule.id,
        severity: finding.severity.word(),
        message: &finding.message,
        evidence: finding.evidence.as_deref(),
        blocks: finding.blocks,
        group: finding.group.as_ref().map(ArticleKey::as_str),
        locale: counts::locale(finding),
        place: match &finding.place {
            diag::Place::Span(place) => span(*place, positions),
            diag::Place::File(source) => file(positions.path(*source)),
            diag::Place::Path(path) => file(path),
            diag::Place::Locale(_) => Place::default(),
        },
        origin: finding.origin.as_ref().map(|label| span(label.span, positions)),
        literal: finding.literal.map(|literal| span(literal, positions)),
        expected: finding.expected.as_deref(),
        actual: finding.actual.as_deref(),
        help: finding.help.as_deref(),
        fix: finding.fix.as_ref().map(|fix| Fix {
            title: &fix.title,
            applicability: fix.applicability.word(),
            edits: fix.edits.iter().map(|one| edit(one, positions)).collect(),
        }),
        fingerprint,
    }
}

fn file(path: &str) -> Place<'_> {
    Place { file: Some(path), ..Place::default() }
}

fn span<'a>(span: Span, positions: &Positions<'a>) -> Place<'a> {
    let bytes = positions.bytes(span);
    Place {
        file: Some(positions.path(span.source)),
        start: Some(position(span.source, bytes.start, positions)),
        end: Some(position(span.source, bytes.end, positions)),
    }
}

fn position(source: SourceId, byte: usize, positions: &Positions) -> Position {
    let at = positions.line_column(source, byte);
    Position { line: at.line, column: at.column, byte }
}

fn edit<'a>(edit: &'a edit::Edit, positions: &Positions<'a>) -> Edit<'a> {
    let bytes = positions.bytes(edit.span);
    Edit { file: positions.path(edit.span.source), start_byte: bytes.start, end_byte: bytes.end, text: &edit.text }
}

fn summary<'a>(report: &Report<'a>, omitted: usize) -> Summary<'a> {
    let summary = report.summary;
    let diag::Freshness { current, outdated, unknown } = summary.freshness;
    Summary {
        fixed: summary.fixed,
        omitted,
        by_rule: counts::by_rule(report.findings),
        by_locale: counts::by_locale(report.findings),
        locales: summary.locales,
        groups: summary.groups,
        articles: summary.articles,
        errors: summary.errors,
        warnings: summary.warnings,
        notes: summary.notes,
        suppressed: summary.suppressed,
        accepted: summary.accepted,
        freshness: Freshness { current, outdated, unknown },
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands in a reference")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

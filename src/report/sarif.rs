//! SARIF 2.1.0 (OASIS), as code scanning services read it.

use std::collections::BTreeMap;
use std::io;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::json_text::{self, Each};
use super::position::Positions;
use super::{Options, Report, fingerprints, order};
use crate::diag::{Finding, Fix, Meta, Place};
use crate::source::{SourceId, Span};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// What stands in a path of a URI as it is (RFC 3986, section 3.3).
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

#[derive(Serialize)]
struct Log<R> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<R>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<R> {
    tool: Tool,
    column_kind: &'static str,
    results: R,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Message,
    full_description: Message,
    default_configuration: Configuration,
    help: Help,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Message,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Change<'a>>,
    partial_fingerprints: Fingerprints<'a>,
}

#[derive(Serialize)]
struct Fingerprints<'a> {
    #[serde(rename = "faultbook/v1")]
    v1: &'a str,
}

#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    physical_location: Option<PhysicalLocation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logical_locations: Option<[LogicalLocation<'a>; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct LogicalLocation<'a> {
    name: &'a str,
    kind: &'static str,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    byte_offset: usize,
    byte_length: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    description: Message,
    artifact_changes: Vec<ArtifactChange<'a>>,
    properties: Properties,
}

/// Whether a fix may be made without a person's judgement.
#[derive(Serialize)]
struct Properties {
    applicability: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: Artifact,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Inserted<'a>,
}

#[derive(Serialize)]
struct Inserted<'a> {
    text: &'a str,
}

/// Writes `report` as one SARIF log with one run, result by result.
pub(super) fn write(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let positions = Positions::new(report.sources);
    let names = fingerprints(report.findings, report.sources);
    let indices: BTreeMap<&str, usize> = report.rules.iter().enumerate().map(|(at, rule)| (rule.id, at)).collect();
    let order = order::shown(report, options);
    let results = order.iter().map(|&at| {
        let finding = &report.findings[at];
        outcome(finding, indices.get(finding.rule.id).copied(), &names[at], &positions)
    });
    let driver = Driver {
        name: "faultbook",
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: report.rules.iter().map(|meta| rule(meta)).collect(),
    };
    let run = Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results: Each(results) };
    json_text::write(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] }, out)
}

fn rule(meta: &Meta) -> Rule {
    // Every line of a doc comment begins with the blank behind its slashes.
    let lines: Vec<&str> = meta.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let page = lines.join("\n").trim().to_owned();
    let paragraph = page.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    Rule {
        id: meta.id,
        short_description: Message { text: meta.summary().to_owned() },
        full_description: Message { text: paragraph },
        default_configuration: Configuration { level: meta.severity.word() },
        help: Help { text: page.clone(), markdown: page },
    }
}

fn outcome<'a>(
    finding: &'a Finding,
    rule_index: Option<usize>,
    fingerprint: &'a str,
    positions: &Positions,
) -> Outcome<'a> {
    let details = [finding.evidence.as_deref(), finding.help.as_deref()].into_iter().flatten();
    let message: Vec<&str> = [&*finding.message].into_iter().chain(details).collect();
    let labels = finding.origin.iter().chain(&finding.labels).enumerate();
    Outcome {
        rule_id: finding.rule.id,
        rule_index,
        level: finding.severity.word(),
        message: Message { text: message.join("\n") },
        locations: [location(finding, positions)],
        related_locations: labels
            .map(|(at, label)| Location {
                id: Some(at + 1),
                physical_location: Some(physical(label.span, positions)),
                message: said(&label.text),
                ..Location::default()
            })
            .collect(),
        fixes: finding.fix.iter().map(|fix| change(fix, positions)).collect(),
        partial_fingerprints: Fingerprints { v1: fingerprint },
    }
}

fn location<'a>(finding: &'a Finding, positions: &Positions) -> Location<'a> {
    let whole = |path: &str| Some(PhysicalLocation { artifact_location: artifact(path), region: None });
    let physical_location = match &finding.place {
        Place::Span(span) => Some(physical(*span, positions)),
        Place::File(source) => whole(positions.path(*source)),
        Place::Path(path) => whole(path),
        Place::Locale(_) => None,
    };
    let logical_locations = match &finding.place {
        Place::Locale(locale) => Some([LogicalLocation { name: locale.tag(), kind: "locale" }]),
        Place::Span(_) | Place::File(_) | Place::Path(_) => None,
    };
    Location { physical_location, logical_locations, message: said(&finding.caption), ..Location::default() }
}

fn said(caption: &str) -> Option<Message> {
    (!caption.is_empty()).then(|| Message { text: caption.to_owned() })
}

fn physical(span: Span, positions: &Positions) -> PhysicalLocation {
    PhysicalLocation { artifact_location: artifact(positions.path(span.source)), region: Some(region(span, positions)) }
}

fn region(span: Span, positions: &Positions) -> Region {
    let bytes = positions.bytes(span);
    let start = positions.line_column(span.source, bytes.start);
    let end = positions.line_column(span.source, bytes.end);
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
        byte_offset: bytes.start,
        byte_length: bytes.len(),
    }
}

fn change<'a>(fix: &'a Fix, positions: &Positions) -> Change<'a> {
    let mut files: BTreeMap<SourceId, Vec<Replacement>> = BTreeMap::new();
    for edit in &fix.edits {
        files.entry(edit.span.source).or_default().push(Replacement {
            deleted_region: region(edit.span, positions),
            inserted_content: Inserted { text: &edit.text },
        });
    }
    let change =
        |(source, replacements)| ArtifactChange { artifact_location: artifact(positions.path(source)), replacements };
    Change {
        description: Message { text: fix.title.clone() },
        artifact_changes: files.into_iter().map(change).collect(),
        properties: Properties { applicability: fix.applicability.word() },
    }
}

/// Returns `path` as a reference: relative where it is, else a `file:` address.
fn artifact(path: &str) -> Artifact {
    let encoded = utf8_percent_encode(path, PATH);
    let uri = match path.as_bytes() {
        [b'/', b'/', ..] => format!("file:{encoded}"),
        [b'/', ..] => format!("file://{encoded}"),
        [drive, b':', b'/', rest @ ..] if drive.is_ascii_alphabetic() => {
            let rest = percent_encoding::percent_encode(rest, PATH);
            format!("file:///{}:/{rest}", char::from(*drive))
        }
        _ => encoded.to_string(),
    };
    Artifact { uri }
}

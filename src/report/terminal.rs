//! The text form: as rustc shows errors, with the translation's place first and the origin's below it.

use std::io;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use anstyle::{AnsiColor, Style};

use super::escape::escape;
use super::isolate::isolate;
use super::position::Positions;
use super::snippet::excerpt;
use super::{Options, Report, order, stats, summary};
use crate::diag::{Finding, Freshness, Place, Severity, Summary};
use crate::source::Span;

/// Stands between a location that is complete and the line and column that the renderer appends to it.
///
/// The renderer counts columns in the excerpt, which may be cut and escaped. The character is a private
/// one, and [`escape`] lets none of them through.
const COMPLETE: char = '\u{e000}';

/// The columns of a gutter beside the digits of its number: ` | ` and one to spare.
const GUTTER: usize = 4;

/// Excerpts are cut beforehand, so the renderer must not cut them again.
const UNCUT: usize = 1 << 20;

/// Writes `report` for people: the findings, or in their place the tables that were asked for.
pub(super) fn write(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    match &report.summary.stats {
        Some(stats) => stats::write(stats, out)?,
        None => write_findings(report, options, out)?,
    }
    if options.quiet { Ok(()) } else { write_summary(report, options.color, out) }
}

fn write_findings(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let positions = Positions::new(report.sources);
    let base = if options.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = base.term_width(UNCUT);
    let findings = order::by_gravity(report, options);
    let shown = findings.len();
    let mut under = None;
    for finding in findings {
        if let Some(heading) = options.group_by.map(|group_by| order::heading(finding, report.sources, group_by))
            && under.replace(heading) != Some(heading)
        {
            let style = if options.color { Style::new().bold().underline() } else { Style::new() };
            writeln!(out, "{}\n", isolate(&format!("{style}{}{style:#}", escape(heading))))?;
        }
        let group = group(finding, &positions, options.width);
        let rendered = complete(&renderer.render(&[group]));
        writeln!(out, "{}\n", isolate(&rendered))?;
    }
    if shown < report.findings.len() {
        writeln!(out, "… and {}\n", number(report.findings.len() - shown, "more finding"))?;
    }
    Ok(())
}

/// Returns `finding` as the renderer takes it.
fn group<'a>(finding: &'a Finding, positions: &Positions, width: usize) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let labels = finding.origin.iter().chain(&finding.labels);
    level
        .primary_title(escape(&finding.message))
        .id(finding.rule.id)
        .element(place(finding, positions, width))
        .elements(labels.map(|label| snippet(label.span, &label.text, AnnotationKind::Context, positions, width)))
        .elements(finding.evidence.iter().map(|text| Level::NOTE.message(escape(text))))
        .elements(finding.help.iter().map(|text| Level::HELP.message(escape(text))))
        .elements(finding.fix.iter().map(|fix| Level::HELP.with_name("fix").message(escape(&fix.title))))
}

fn place<'a>(finding: &Finding, positions: &Positions, width: usize) -> Element<'a> {
    match &finding.place {
        Place::Span(span) => snippet(*span, &finding.caption, AnnotationKind::Primary, positions, width),
        Place::File(source) => Origin::path(escape(positions.path(*source))).into(),
        Place::Path(path) => Origin::path(escape(path)).into(),
        Place::Locale(locale) => Origin::path(format!("locale {locale}")).into(),
    }
}

fn snippet<'a>(span: Span, caption: &str, kind: AnnotationKind, positions: &Positions, width: usize) -> Element<'a> {
    let at = positions.line_column(span.source, positions.bytes(span).start);
    let gutter = at.line.to_string().len() + GUTTER;
    let excerpt = excerpt(positions, span, width.saturating_sub(gutter));
    let mut label = escape(caption);
    if let Some(line) = excerpt.hidden_end {
        label = format!("{label} (to line {line})").trim_start().to_owned();
    }
    let path = escape(positions.path(span.source));
    Snippet::source(excerpt.text)
        .line_start(excerpt.first_line)
        .path(format!("{path}:{}:{}{COMPLETE}", at.line, at.column))
        .annotation(kind.span(excerpt.mark).label((!label.is_empty()).then_some(label)))
        .into()
}

/// Returns `rendered` without what the renderer appended to complete locations.
fn complete(rendered: &str) -> String {
    let mut parts = rendered.split(COMPLETE);
    let first = parts.next().unwrap_or_default();
    let is_appended = |c: char| c == ':' || c.is_ascii_digit();
    parts.fold(first.to_owned(), |text, part| text + part.trim_start_matches(is_appended))
}

fn write_summary(report: &Report, color: bool, out: &mut dyn io::Write) -> io::Result<()> {
    let summary = report.summary;
    let style = match summary {
        _ if !color => Style::new(),
        Summary { errors: 1.., .. } => AnsiColor::BrightRed.on_default().bold(),
        Summary { warnings: 1.., .. } => AnsiColor::Yellow.on_default().bold(),
        _ => AnsiColor::BrightGreen.on_default().bold(),
    };
    let mut found =
        joined(&[count(summary.errors, "error"), count(summary.warnings, "warning"), count(summary.notes, "note")]);
    if found.is_empty() {
        found.push_str("no findings");
    }
    let articles = number(summary.articles, "article");
    let mut rest = format!("{articles}, {}", number(summary.locales, "locale"));
    let left_out = |count: usize, what: &str| (count > 0).then(|| format!("{count} {what}"));
    let left_out = joined(&[left_out(summary.suppressed, "suppressed"), left_out(summary.accepted, "in the baseline")]);
    if !left_out.is_empty() {
        rest.push_str(&format!(" ({left_out})"));
    }
    if let Some(fixed) = summary.fixed {
        rest.push_str(&format!(", {fixed} fixed"));
    }
    writeln!(out, "{style}{found}{style:#} in {rest}")?;
    if report.findings.len() > 1 {
        writeln!(out, "by rule: {}", summary::words(&summary::by_rule(report.findings)))?;
        let locales = summary::by_locale(report.findings);
        if !locales.is_empty() {
            writeln!(out, "by locale: {}", summary::words(&locales))?;
        }
    }
    write_freshness(summary.freshness, out)
}

fn write_freshness(freshness: Freshness, out: &mut dyn io::Write) -> io::Result<()> {
    let Freshness { current, outdated, unknown } = freshness;
    let total = current + outdated + unknown;
    if total == 0 {
        return Ok(());
    }
    let part = |count: usize, what: &str| (count > 0).then(|| format!("{count} {what}"));
    let parts = joined(&[part(current, "current"), part(outdated, "outdated"), part(unknown, "of unknown age")]);
    writeln!(out, "{}: {parts}", number(total, "translation"))
}

fn joined(parts: &[Option<String>]) -> String {
    parts.iter().flatten().cloned().collect::<Vec<_>>().join(", ")
}

fn count(count: usize, noun: &str) -> Option<String> {
    (count > 0).then(|| number(count, noun))
}

fn number(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

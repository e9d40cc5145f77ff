//! What a report costs: many findings must cost in line with few, however long the lines.

use std::io;

use divan::{Bencher, black_box};
use faultbook::diag::{Finding, Summary};
use faultbook::report::{Format, Options, Report, write};
use faultbook::source::{SourceMap, Span};

faultbook::rule! {
    /// A word reads differently.
    WORD_DIFFERS { id: "word-differs", severity: Error, scope: Group }
}

const WORD: &str = "한국어 word ";

fn main() {
    divan::main();
}

/// Findings in one file of a word a line.
#[divan::bench(args = [2_000, 16_000])]
fn text_of_many_lines(bencher: Bencher, findings: usize) {
    bench(bencher, Format::Text, findings, "\n");
}

/// Findings in one file that is a single line.
#[divan::bench(args = [2_000, 16_000])]
fn text_of_one_line(bencher: Bencher, findings: usize) {
    bench(bencher, Format::Text, findings, "");
}

#[divan::bench(args = [2_000, 16_000])]
fn json_of_one_line(bencher: Bencher, findings: usize) {
    bench(bencher, Format::Json, findings, "");
}

#[divan::bench(args = [2_000, 16_000])]
fn sarif_of_one_line(bencher: Bencher, findings: usize) {
    bench(bencher, Format::Sarif, findings, "");
}

fn bench(bencher: Bencher, format: Format, findings: usize, line_end: &str) {
    let unit = format!("{WORD}{line_end}");
    let mut sources = SourceMap::default();
    let source = sources.add("a.md", unit.repeat(findings));
    let place = |nth: usize| Span::new(source, nth * unit.len()..nth * unit.len() + WORD.len());
    let findings: Vec<Finding> = (0..findings)
        .map(|nth| Finding::at(&WORD_DIFFERS, place(nth), "differs").origin(place(0), "from this"))
        .collect();
    let report =
        Report { findings: &findings, sources: &sources, summary: &Summary::default(), rules: &[&WORD_DIFFERS] };
    bencher.bench(|| write(format, black_box(&report), &Options::default(), &mut io::sink()));
}

//! A site in numbers, as text tables and in JSON.

use std::io;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::escape::escape;
use super::isolate::isolate;
use crate::diag::stats::{self, Counts};

/// Writes the tables of `stats` for people.
pub(super) fn write(stats: &stats::Stats, out: &mut dyn io::Write) -> io::Result<()> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let names = ["locale", "present", "human", "post-edited", "machine", "outdated", "missing"];
    let coverage = stats.coverage.iter().map(|row| {
        let source = if row.is_source { " (source)" } else { "" };
        let counts = [row.present, row.human, row.post_edited, row.machine, row.outdated, row.missing];
        [format!("{}{source}", row.locale)].into_iter().chain(counts.map(|count| count.to_string())).collect()
    });
    write_table([words(&names)].into_iter().chain(coverage).collect(), Names::First, out)?;
    for (what, rows) in [
        ("rule", stats.rules.iter().map(|(id, counts)| (*id, *counts)).collect::<Vec<_>>()),
        ("article", stats.articles.iter().map(|(path, counts)| (&**path, *counts)).collect()),
    ] {
        if !rows.is_empty() {
            let head = words(&["errors", "warnings", "notes", what]);
            write_table([head].into_iter().chain(rows.into_iter().map(counted)).collect(), Names::Last, out)?;
        }
    }
    Ok(())
}

fn counted((name, Counts { errors, warnings, notes }): (&str, Counts)) -> Vec<String> {
    let counts = [errors, warnings, notes].map(|count| count.to_string());
    counts.into_iter().chain([isolate(&escape(name))]).collect()
}

/// Which column holds names; the others hold numbers, which end in line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    First,
    /// Behind the last column nothing has to be in line, whatever direction a name is written in.
    Last,
}

/// Writes rows in columns, each as wide as its widest cell on a terminal, with an empty line behind them.
fn write_table(rows: Vec<Vec<String>>, names: Names, out: &mut dyn io::Write) -> io::Result<()> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or_default()).collect();
    for row in &rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let space = " ".repeat(widths[column].saturating_sub(cell.width()));
            let between = if column == 0 { "" } else { "  " };
            let is_name = column == if names == Names::First { 0 } else { columns - 1 };
            line += &if is_name { format!("{between}{cell}{space}") } else { format!("{between}{space}{cell}") };
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    writeln!(out)
}

/// The tables in JSON.
#[derive(Serialize)]
pub(super) struct Stats<'a> {
    coverage: Vec<Coverage<'a>>,
    rules: Vec<Rule>,
    articles: Vec<Article<'a>>,
}

#[derive(Serialize)]
struct Coverage<'a> {
    locale: &'a str,
    source: bool,
    present: usize,
    human: usize,
    post_edited: usize,
    machine: usize,
    outdated: usize,
    missing: usize,
}

#[derive(Serialize)]
struct Rule {
    rule: &'static str,
    errors: usize,
    warnings: usize,
    notes: usize,
}

#[derive(Serialize)]
struct Article<'a> {
    file: &'a str,
    errors: usize,
    warnings: usize,
    notes: usize,
}

/// Returns `stats` as JSON has it.
pub(super) fn json(stats: &stats::Stats) -> Stats<'_> {
    let coverage = stats.coverage.iter().map(|row| Coverage {
        locale: row.locale.tag(),
        source: row.is_source,
        present: row.present,
        human: row.human,
        post_edited: row.post_edited,
        machine: row.machine,
        outdated: row.outdated,
        missing: row.missing,
    });
    let rules =
        stats.rules.iter().map(|&(rule, Counts { errors, warnings, notes })| Rule { rule, errors, warnings, notes });
    let articles = stats.articles.iter().map(|(file, counts)| {
        let Counts { errors, warnings, notes } = *counts;
        Article { file, errors, warnings, notes }
    });
    Stats { coverage: coverage.collect(), rules: rules.collect(), articles: articles.collect() }
}

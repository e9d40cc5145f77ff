//! What a change to a file would do, as a unified diff.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};

use super::escape;

/// For whom a diff is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// A program such as `patch`: every byte as it is.
    Program,
    /// A person at a terminal: what is not seen is written out.
    Person { color: bool },
}

/// How many lines around a change are shown.
const CONTEXT: usize = 3;

/// Returns the changes from `old` to `new`, two texts of the file `path`.
pub fn diff(path: &str, old: &str, new: &str, reader: Reader) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let diff = TextDiff::configure().diff_slices(&old, &new);
    let path = escape::escape(path);
    let mut out = String::new();
    push(&mut out, Style::new().bold(), &format!("--- {path}\n+++ {path}\n"), reader);
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        push(&mut out, AnsiColor::Cyan.on_default(), &format!("{}\n", hunk.header()), reader);
        for change in hunk.iter_changes() {
            let (sign, style) = match change.tag() {
                ChangeTag::Equal => (' ', Style::new()),
                ChangeTag::Delete => ('-', AnsiColor::Red.on_default()),
                ChangeTag::Insert => ('+', AnsiColor::Green.on_default()),
            };
            push(&mut out, style, &format!("{sign}{}\n", line(change.value(), reader)), reader);
            if !change.value().ends_with('\n') {
                out.push_str("\\ No newline at end of file\n");
            }
        }
    }
    out
}

/// Returns one line without its LF, as `reader` wants it.
fn line(text: &str, reader: Reader) -> String {
    let text = text.strip_suffix('\n').unwrap_or(text);
    match reader {
        Reader::Program => text.to_owned(),
        Reader::Person { .. } => {
            let mut shown = String::new();
            escape::append(&mut shown, text.strip_suffix('\r').unwrap_or(text));
            shown
        }
    }
}

/// Appends whole lines in `style`.
fn push(out: &mut String, style: Style, lines: &str, reader: Reader) {
    match reader {
        Reader::Person { color: true } => {
            let lines = lines.trim_end_matches('\n');
            writeln!(out, "{style}{lines}{style:#}").expect("a string takes all text");
        }
        _ => out.push_str(lines),
    }
}

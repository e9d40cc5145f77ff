//! The two streams: what goes where, in which colours, and what becomes of a stream that is closed.

use std::io::{self, BufWriter, Write};
use std::panic::PanicHookInfo;

use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use clap::ValueEnum;
use terminal_size::{Height, Width, terminal_size_of};

use super::exit::{CliError, Status};
use super::view::ViewArgs;
use crate::diag::{Finding, Summary};
use crate::pipeline::{BuildError, PipelineError};
use crate::report::{self, Format, Report};
use crate::source::SourceMap;

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const GOOD: Style = AnsiColor::BrightGreen.on_default().bold();
const HELP: Style = AnsiColor::BrightCyan.on_default().bold();

/// Snippets are not cut to less than this, in columns.
const NARROWEST: usize = 40;

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

/// How much to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verbosity {
    Quiet,
    Normal,
    Verbose,
}

/// The terminal, or what stands in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terminal {
    color: Color,
    pub verbosity: Verbosity,
}

impl Terminal {
    pub(super) fn new(color: Color, verbosity: Verbosity) -> Self {
        Self { color, verbosity }
    }

    pub(super) fn is_quiet(self) -> bool {
        self.verbosity == Verbosity::Quiet
    }

    pub(super) fn is_verbose(self) -> bool {
        self.verbosity == Verbosity::Verbose
    }

    /// Tells whether the standard output is to be coloured.
    pub(super) fn colors_stdout(self) -> bool {
        self.color.applies(AutoStream::choice(&io::stdout()))
    }

    fn colors_stderr(self) -> bool {
        self.color.applies(AutoStream::choice(&io::stderr()))
    }

    /// Returns `style`, or no style where the standard output has no colours.
    pub(super) fn style(self, style: Style) -> Style {
        if self.colors_stdout() { style } else { Style::new() }
    }

    /// Hands the standard output to `write`. A reader that has gone away has seen enough.
    ///
    /// # Errors
    /// The output cannot be written to, such as a disk that is full.
    pub(super) fn to_stdout(self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), CliError> {
        let mut out = BufWriter::new(io::stdout().lock());
        match write(&mut out).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(CliError::Stdout(error)),
            _ => Ok(()),
        }
    }

    /// Writes `report` to the standard output.
    ///
    /// # Errors
    /// Those of [`Terminal::to_stdout`].
    pub(super) fn report(self, format: Format, report: &Report, view: ViewArgs) -> Result<(), CliError> {
        let options = view.applied(self.options(self.colors_stdout(), terminal_size_of(io::stdout())));
        self.to_stdout(|out| report::write(format, report, &options, out))
    }

    /// Writes `findings` to the standard error, without a summary.
    pub(super) fn findings(self, findings: &[Finding], sources: &SourceMap) {
        let report = Report { findings, sources, summary: &Summary::default(), rules: &[] };
        let options =
            report::Options { quiet: true, ..self.options(self.colors_stderr(), terminal_size_of(io::stderr())) };
        let mut text = Vec::new();
        report::write(Format::Text, &report, &options, &mut text).expect("memory can be written to");
        to_stderr(&text);
    }

    /// Returns how the text form looks on a terminal of `size`, or in a file.
    fn options(self, color: bool, size: Option<(Width, Height)>) -> report::Options {
        let width = size.map(|(Width(width), _)| usize::from(width).max(NARROWEST));
        let default = report::Options::default();
        report::Options { color, quiet: self.is_quiet(), width: width.unwrap_or(default.width), ..default }
    }

    /// Says what was done: a verb, set apart as in Cargo, and the rest of the sentence.
    pub(super) fn status(self, verb: &str, text: &str) {
        if !self.is_quiet() {
            self.line(GOOD, &format!("{verb:>12}"), " ", text);
        }
    }

    pub(super) fn warning(self, text: &str) {
        self.line(WARNING, "warning", ": ", text);
    }

    /// Says why a command could not do its work, with what to try next.
    pub(super) fn error(self, error: &CliError) {
        match error {
            CliError::Pipeline(PipelineError::Config { errors, sources }) => self.findings(&errors.0, sources),
            // It shows the template's line, and by which way that was reached.
            CliError::Build(BuildError::Render(error)) => {
                let text = error.to_string();
                let mut lines = text.lines();
                self.line(ERROR, "error", ": ", lines.next().unwrap_or_default());
                lines.for_each(|line| self.text(line));
            }
            error => self.line(ERROR, "error", ": ", &error.whole_message()),
        }
        if let Some(help) = error.help() {
            self.help(&help);
        }
    }

    /// Says that the content forbids to go on.
    pub(super) fn refusal(self, text: &str) {
        self.line(ERROR, "error", ": ", text);
    }

    pub(super) fn help(self, text: &str) {
        self.line(HELP, "help", ": ", text);
    }

    /// Says something in lines of its own.
    pub(super) fn text(self, text: &str) {
        text.lines().for_each(|line| to_stderr(format!("{}\n", report::escape(line)).as_bytes()));
    }

    fn line(self, style: Style, head: &str, between: &str, text: &str) {
        let style = if self.colors_stderr() { style } else { Style::new() };
        to_stderr(format!("{style}{head}{style:#}{between}{}\n", report::escape(text)).as_bytes());
    }
}

impl Color {
    fn applies(self, auto: anstream::ColorChoice) -> bool {
        match self {
            Self::Auto => auto != anstream::ColorChoice::Never,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// Says what is wrong with the arguments, or shows the help that they ask for.
pub(super) fn usage(color: Color, error: &clap::Error) -> Status {
    let terminal = Terminal::new(color, Verbosity::Normal);
    let text = |colors| match colors {
        true => error.render().ansi().to_string(),
        false => error.render().to_string(),
    };
    if error.use_stderr() {
        to_stderr(text(terminal.colors_stderr()).as_bytes());
        return Status::Trouble;
    }
    let text = text(terminal.colors_stdout());
    match terminal.to_stdout(|out| out.write_all(text.as_bytes())) {
        Ok(()) => Status::Clean,
        Err(error) => {
            terminal.error(&error);
            Status::Trouble
        }
    }
}

/// Says in one line that the program has a bug.
pub(super) fn report_panic(info: &PanicHookInfo<'_>) {
    let what = info.payload_as_str().unwrap_or("no message");
    let place = info.location().map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
    let line = format!("error: this is a bug in faultbook, please report it: {what}{place}");
    to_stderr(format!("{}\n", report::escape(&line)).as_bytes());
}

/// Writes to the standard error; if that fails, there is nowhere left to say so.
fn to_stderr(bytes: &[u8]) {
    let _ = io::stderr().lock().write_all(bytes);
}

/// Returns "1 page", "2 pages".
pub(super) fn number(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

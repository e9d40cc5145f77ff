//! `faultbook explain`: what a rule is about.

use anstyle::{AnsiColor, Style};

use super::exit::{CliError, Status};
use super::{Context, prose};
use crate::check::rules::{self, RULES};
use crate::diag::{Meta, Severity};

const AFTER_HELP: &str = "\
Examples:
  faultbook explain                    all rules
  faultbook explain literal-differs    one of them, with examples";

/// Explain a rule of the check, or list all rules
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// The rule's name, as findings show it
    #[arg(value_parser = rule)]
    rule: Option<&'static Meta>,
}

/// Returns the rule of that name, for arguments.
pub(super) fn rule(name: &str) -> Result<&'static Meta, String> {
    let rule = rules::find(name).map(|rule| rule.meta);
    rule.ok_or_else(|| match rules::nearest(name) {
        Some(near) => format!("there is no such rule; did you mean `{near}`?"),
        None => "there is no such rule; `faultbook explain` lists all of them".to_owned(),
    })
}

/// Prints the page of a rule, or the list of them.
pub(super) fn run(args: &Args, context: &Context<'_>) -> Result<Status, CliError> {
    let text = match args.rule {
        Some(rule) => page(rule, context),
        None => list(context),
    };
    context.terminal.to_stdout(|out| out.write_all(text.as_bytes()))?;
    Ok(Status::Clean)
}

fn page(rule: &Meta, context: &Context<'_>) -> String {
    let name = context.terminal.style(AnsiColor::Cyan.on_default().bold());
    let severity = severity(rule.severity, context);
    let blocks = if rule.blocks { ", blocks publication" } else { "" };
    let heading = context.terminal.style(Style::new().bold());
    format!(
        "{name}{}{name:#} ({severity}{}{severity:#}{blocks})\n\n{}",
        rule.id,
        rule.severity.word(),
        prose::render(rule.docs, heading)
    )
}

fn list(context: &Context<'_>) -> String {
    let width = RULES.iter().map(|rule| rule.meta.id.len()).max().unwrap_or_default();
    let line = |rule: &Meta| {
        let severity = severity(rule.severity, context);
        let word = rule.severity.word();
        format!("{:width$}  {severity}{word:7}{severity:#}  {}\n", rule.id, prose::first_sentence(rule.docs))
    };
    let lines: String = RULES.iter().map(|rule| line(rule.meta)).collect();
    format!("{lines}\nSee `faultbook explain RULE` for more about one of them.\n")
}

fn severity(severity: Severity, context: &Context<'_>) -> Style {
    context.terminal.style(match severity {
        Severity::Error => AnsiColor::BrightRed.on_default(),
        Severity::Warning => AnsiColor::Yellow.on_default(),
        Severity::Note => AnsiColor::BrightGreen.on_default(),
    })
}

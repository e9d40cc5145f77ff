//! What can be wrong with a template, and where.

use tera::ErrorKind;
use thiserror::Error;

use super::{MAX_BYTES, Template};

/// A template cannot be read or used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("template `{template}`{}: {message}", line.map(|line| format!(", line {line}")).unwrap_or_default())]
pub struct TemplateError {
    /// The template's name: `code.html`.
    pub template: String,
    /// The line and column, from 1, where there is a place.
    pub line: Option<u32>,
    pub column: Option<u32>,
    pub message: String,
    /// The line itself, marked, and through which other templates it was reached.
    pub excerpt: Option<String>,
}

impl TemplateError {
    /// Returns an error at byte `at` of `template`.
    pub(super) fn at(template: &Template<'_>, at: usize, message: String) -> Self {
        let before = &template.text[..at];
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let line = template.text[start..].lines().next().unwrap_or_default();
        Self {
            template: template.name.to_owned(),
            line: position(before.matches('\n').count() + 1),
            column: position(before[start..].chars().count() + 1),
            message,
            excerpt: Some(line.trim().to_owned()),
        }
    }

    /// Returns the engine's error as ours; `templates` help to find the line where it has none.
    pub(super) fn from_tera(error: &tera::Error, templates: &[Template<'_>]) -> Self {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Self {
                template: report.filename().to_owned(),
                line: position(report.span().start_line),
                column: position(report.span().start_col + 1),
                message: sentence(report.message()),
                excerpt: excerpt(&error.to_string()),
            },
            ErrorKind::MissingParent { current, parent } => Self::in_tag(
                templates,
                current,
                &["extends", parent],
                format!("there is no template `{parent}` to extend"),
            ),
            ErrorKind::CircularExtend { tpl, inheritance_chain } => {
                let chain = inheritance_chain.join("` extends `");
                Self::in_tag(
                    templates,
                    tpl,
                    &["extends"],
                    format!("the template extends itself: `{tpl}` extends `{chain}`"),
                )
            }
            ErrorKind::CircularInclude { include_chain, .. } => {
                let (includer, included) = match &**include_chain {
                    [.., includer, included] => (&**includer, &**included),
                    _ => ("", ""),
                };
                let chain = include_chain.join("` includes `");
                let message = format!("the template includes itself: `{chain}`");
                Self::in_tag(templates, includer, &["include", included], message)
            }
            ErrorKind::Io(_) => {
                let message = format!("makes a page of more than {} MiB; does a loop never end?", MAX_BYTES >> 20);
                Self { template: String::new(), line: None, column: None, message, excerpt: None }
            }
            _ => Self::from_report(&error.to_string()),
        }
    }

    /// Names `template` where the error itself names none.
    pub(super) fn or_in(mut self, template: &str) -> Self {
        if self.template.is_empty() {
            template.clone_into(&mut self.template);
        }
        self
    }

    /// Returns an error at the first tag of the template `name` that has all of `words`.
    fn in_tag(templates: &[Template<'_>], name: &str, words: &[&str], message: String) -> Self {
        let template = templates.iter().find(|template| template.name == name);
        let tag = template.and_then(|template| {
            let mut tags = super::check::tags(template.text);
            tags.find(|(_, tag)| words.iter().all(|word| tag.contains(word))).map(|(at, _)| (template, at))
        });
        match tag {
            Some((template, at)) => Self::at(template, at, message),
            None => Self { template: name.to_owned(), line: None, column: None, message, excerpt: None },
        }
    }

    /// Reads the engine's printed report, which is all that it gives for unknown filters and the like:
    /// `error: …`, then `--> name:line:column`.
    fn from_report(report: &str) -> Self {
        let mut lines = report.lines();
        let first = lines.next().unwrap_or_default();
        let place = lines.next().and_then(|line| line.trim_start().strip_prefix("--> "));
        let mut parts = place.unwrap_or_default().rsplitn(3, ':');
        let mut number = || parts.next().and_then(|part| part.parse().ok());
        let (column, line) = (number(), number());
        Self {
            template: parts.next().unwrap_or_default().to_owned(),
            line,
            column,
            message: sentence(first.strip_prefix("error: ").unwrap_or(first)),
            excerpt: excerpt(report),
        }
    }
}

/// Returns a line or column, counted from 1, where it is one that an editor could go to.
fn position(count: usize) -> Option<u32> {
    u32::try_from(count).ok()
}

/// Returns what follows the first two lines of the engine's report: the marked line.
fn excerpt(report: &str) -> Option<String> {
    let rest = report.splitn(3, '\n').nth(2)?;
    Some(rest.to_owned())
}

/// Returns `message` with a small first letter and no full stop, as our messages are.
fn sentence(message: &str) -> String {
    let message = message.trim_end_matches('.');
    let mut chars = message.chars();
    let first = chars.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(chars).collect()
}

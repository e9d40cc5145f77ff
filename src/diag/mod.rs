//! Findings: what a rule reports, where, on what evidence, and how to mend it.

pub mod fix;
pub mod rule;
pub mod stats;

pub use fix::{Applicability, Fix};
pub use rule::{Meta, Scope};
pub use stats::Stats;

use crate::model::key::ArticleKey;
use crate::model::locale::Locale;
use crate::source::{SourceId, Span};
use std::borrow::Cow;

/// Returns `text` cut to `most` characters, which is what a message can hold of something long.
pub fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// How grave a finding is; the graver is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Note,
    Warning,
    Error,
}

impl Severity {
    /// Returns the word for it: `error`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What a finding points at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    Span(Span),
    /// A whole text.
    File(SourceId),
    /// A file or folder whose text was not read, as people know its path.
    Path(Box<str>),
    /// A locale as a whole.
    Locale(Locale),
}

/// A further place, with what is to be seen there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    pub span: Span,
    pub text: Cow<'static, str>,
}

/// What a rule reports.
#[derive(Debug, Clone)]
pub struct Finding {
    pub rule: &'static Meta,
    pub severity: Severity,
    /// Whether nothing may be published: such a finding can be neither lowered nor silenced.
    pub blocks: bool,
    /// The smallest text that is wrong.
    pub place: Place,
    /// What is to be seen at the place: "this text".
    pub caption: Cow<'static, str>,
    /// One line in the user's words, literals in back-ticks.
    pub message: String,
    /// Why the rule believes it: "4 of 5 translations agree".
    pub evidence: Option<String>,
    /// The place that the text was compared with, and what is to be seen there.
    pub origin: Option<Label>,
    pub labels: Vec<Label>,
    /// The whole literal at the place, where the place is a part of one.
    pub literal: Option<Span>,
    pub expected: Option<String>,
    pub actual: Option<String>,
    pub help: Option<Cow<'static, str>>,
    pub fix: Option<Fix>,
    /// Whether it is about all of an article's text, which its place only stands for.
    pub is_of_all: bool,
    /// The key of the group and the locale, where the finding is about an article.
    pub group: Option<ArticleKey>,
    pub locale: Option<Locale>,
}

impl Finding {
    /// Returns a finding of `rule` at `place` with its rule's severity; the rest is set by the methods below.
    pub fn new(rule: &'static Meta, place: Place, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            blocks: rule.blocks,
            place,
            caption: Cow::Borrowed(""),
            message: message.into(),
            evidence: None,
            origin: None,
            labels: Vec::new(),
            literal: None,
            expected: None,
            actual: None,
            help: None,
            fix: None,
            is_of_all: false,
            group: None,
            locale: None,
        }
    }

    /// Returns a finding about the text at `span`.
    pub fn at(rule: &'static Meta, span: Span, message: impl Into<String>) -> Self {
        Self::new(rule, Place::Span(span), message)
    }

    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    pub fn caption(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        self.caption = text.into();
        self
    }

    pub fn evidence(mut self, text: impl Into<String>) -> Self {
        self.evidence = Some(text.into());
        self
    }

    pub fn origin(mut self, span: Span, text: impl Into<Cow<'static, str>>) -> Self {
        self.origin = Some(Label { span, text: text.into() });
        self
    }

    pub fn label(mut self, span: Span, text: impl Into<Cow<'static, str>>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    pub fn help(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        self.help = Some(text.into());
        self
    }

    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Sets the texts that were compared: the origin's and the translation's.
    pub fn texts(mut self, expected: impl Into<String>, actual: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self.actual = Some(actual.into());
        self
    }

    /// Returns the bytes that the finding points at, where it points at some.
    pub fn span(&self) -> Option<Span> {
        match self.place {
            Place::Span(span) => Some(span),
            _ => None,
        }
    }

    /// Returns the text that the finding is in, where it is in one.
    pub fn source(&self) -> Option<SourceId> {
        match self.place {
            Place::Span(span) => Some(span.source),
            Place::File(source) => Some(source),
            Place::Path(_) | Place::Locale(_) => None,
        }
    }
}

/// What a run has seen, in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    pub locales: usize,
    pub groups: usize,
    pub articles: usize,
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
    pub suppressed: usize,
    /// How many were mended, where that was asked for.
    pub fixed: Option<usize>,
    /// How many findings the baseline accepts.
    pub accepted: usize,
    pub freshness: Freshness,
    /// The tables of `--stats`, where they were asked for.
    pub stats: Option<Stats>,
}

/// How many translations are in step with their source.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Freshness {
    pub current: usize,
    pub outdated: usize,
    pub unknown: usize,
}

impl Summary {
    /// Adds `findings` to the counts of severities.
    pub fn count<'f>(&mut self, findings: impl IntoIterator<Item = &'f Finding>) {
        for finding in findings {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Note => self.notes += 1,
            }
        }
    }
}

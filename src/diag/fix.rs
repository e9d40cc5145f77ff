//! Fixes: edits that mend what a finding reports.

use crate::source::edit::Edit;

/// Whether a fix may be made without a person's judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applicability {
    /// It restores exactly what the origin has.
    Safe,
    /// A person must look: it may change what is meant.
    Suggested,
}

impl Applicability {
    /// Returns the word for it in the JSON format.
    pub fn word(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Suggested => "suggested",
        }
    }
}

/// Edits with one sentence on what they do: "restore the text of en".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    pub title: String,
    pub applicability: Applicability,
    pub edits: Vec<Edit>,
}

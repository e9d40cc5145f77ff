//! Literals in plain text, which authors write without back-ticks and translators take for words.

use crate::markdown::prose::Prose;
use crate::model::literal::Literal;

/// Returns the identifiers that `prose` has in plain text, known by their shape.
pub fn literals(_prose: &Prose<'_>) -> Vec<Literal> {
    Vec::new()
}

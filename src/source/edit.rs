//! Changes to a text.

use std::collections::BTreeMap;

use super::{SourceId, Span};

/// One replacement: the bytes of `span` become `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

/// Returns `text` with `edits` made, or `None` where two of them overlap or one is out of bounds.
///
/// Everything outside the edited spans keeps its bytes.
pub fn apply(text: &str, edits: &[Edit]) -> Option<String> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in sorted {
        let range = edit.span.range();
        out.push_str(text.get(at..range.start)?);
        out.push_str(&edit.text);
        at = range.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

/// Groups `edits` by the text that they change.
pub fn by_source(edits: impl IntoIterator<Item = Edit>) -> BTreeMap<SourceId, Vec<Edit>> {
    let mut map: BTreeMap<SourceId, Vec<Edit>> = BTreeMap::new();
    for edit in edits {
        map.entry(edit.span.source).or_default().push(edit);
    }
    map
}

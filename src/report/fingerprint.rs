//! Names for findings that stay while the text around them changes.

use std::collections::HashMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::order;
use crate::diag::{Finding, Place};
use crate::model::key::ArticleKey;
use crate::source::SourceMap;

/// The bytes of a digest that are kept; 2^64 is far beyond the number of findings of any site.
const KEPT: usize = 8;

/// The most bytes of the text at a place that count, so that findings about a whole text stay cheap.
const MOST_TEXT: usize = 4096;

/// Returns a name for `finding`: 16 hexadecimal digits over what it says, without lines and offsets.
///
/// Findings that say the same of one file share it; [`fingerprints`] tells them apart.
pub fn fingerprint(finding: &Finding, sources: &SourceMap) -> String {
    named(finding, sources, order::file(finding, sources))
}

/// Returns the name of `finding` where its file is known as `file`.
fn named(finding: &Finding, sources: &SourceMap, file: &str) -> String {
    let locale = finding.locale.as_ref().map(|locale| locale.tag());
    let [first, second] = match (&finding.expected, &finding.actual, &finding.place) {
        (None, None, Place::Span(span)) => [Some(opening(&sources.get(span.source).text, span.range())), None],
        (expected, actual, _) => [expected.as_deref(), actual.as_deref()],
    };
    digest(&[
        finding.rule.id,
        file,
        finding.group.as_ref().map(ArticleKey::as_str).unwrap_or_default(),
        locale.unwrap_or_default(),
        first.unwrap_or_default(),
        second.unwrap_or_default(),
    ])
}

/// Returns a name of its own for each of `findings`, in their order.
///
/// Of findings with one [`fingerprint`] the first in the file keeps it, the others are numbered.
pub fn fingerprints(findings: &[Finding], sources: &SourceMap) -> Vec<String> {
    fingerprints_with(findings, sources, &|finding| order::file(finding, sources).to_owned())
}

/// Returns the names that [`fingerprints`] gives, with the files known as `file_name` says.
pub fn fingerprints_with(
    findings: &[Finding],
    sources: &SourceMap,
    file_name: &dyn Fn(&Finding) -> String,
) -> Vec<String> {
    let mut names = vec![String::new(); findings.len()];
    let mut seen: HashMap<String, usize> = HashMap::new();
    for index in order::by_place(findings, sources) {
        let finding = &findings[index];
        let name = named(finding, sources, &file_name(finding));
        let ordinal = seen.entry(name.clone()).or_default();
        names[index] = if *ordinal == 0 { name } else { digest(&[&name, &ordinal.to_string()]) };
        *ordinal += 1;
    }
    names
}

/// Returns hexadecimal digits over `parts`; where one part ends and the next begins counts.
pub(super) fn digest(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().iter().take(KEPT).fold(String::new(), |mut digits, byte| {
        write!(digits, "{byte:02x}").expect("a string takes all text");
        digits
    })
}

/// Returns the beginning of `range` in `text`, in whole characters.
fn opening(text: &str, range: std::ops::Range<usize>) -> &str {
    let start = text.floor_char_boundary(range.start);
    let end = text.floor_char_boundary(range.end.min(start + MOST_TEXT));
    &text[start..end.max(start)]
}

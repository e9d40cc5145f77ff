//! Leaving broken translations out of a site.

use std::collections::BTreeSet;

use crate::config::Config;
use crate::diag::{Finding, Severity};
use crate::load::Files;
use crate::model::article::Article;
use crate::model::locale::Locale;
use crate::source::SourceId;

/// Returns the locale whose articles may not be missing; it need not have one that can be read.
pub(super) fn source_locale(config: &Config, files: &Files, findings: &[Finding]) -> Option<Locale> {
    let readable = files.articles.iter().map(|file| &file.locale);
    let broken = findings.iter().filter_map(|finding| finding.locale.as_ref());
    config.source_locale.clone().or_else(|| config.source_among(readable.chain(broken)))
}

/// Takes broken translations out of `articles`; what is wrong with them blocks no longer, and is a warning.
///
/// A site of which nothing would be left stays as it is.
pub(super) fn leave_out(articles: &mut Vec<Article>, findings: &mut [Finding], source: Option<&Locale>) {
    let is_translation = |finding: &Finding| finding.locale.is_some() && finding.locale.as_ref() != source;
    let mut left_out: Vec<&mut Finding> =
        findings.iter_mut().filter(|finding| finding.blocks && is_translation(finding)).collect();
    let broken: BTreeSet<SourceId> = left_out.iter().filter_map(|finding| finding.source()).collect();
    if articles.iter().all(|article| broken.contains(&article.source)) {
        return;
    }
    articles.retain(|article| !broken.contains(&article.source));
    for finding in &mut left_out {
        finding.blocks = false;
        finding.severity = Severity::Warning;
        finding.evidence = Some("the translation is left out, as if it were missing".to_owned());
    }
}

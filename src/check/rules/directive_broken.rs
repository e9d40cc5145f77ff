use std::collections::BTreeSet;

use crate::check::context::GroupContext;
use crate::check::structural::finding;
use crate::check::structure::{Became, Change, ChangeKind};
use crate::diag::Finding;
use crate::model::document::BlockKind;
use crate::rule;

rule! {
    /// A directive is broken or gone: `[!VIDEO …]`, `[!INCLUDE …]`.
    ///
    /// ## Why
    /// Its words belong to the program. Translated, or with a blank in the wrong place, it is printed as it
    /// stands, and the video or the text that it brings in is missing.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// [!VIDEO https://example.com/video/1]
    ///
    /// Text.
    /// ```
    /// ```text content/es/a.md
    /// # Título
    ///
    /// [!VÍDEO https://example.com/video/1]
    ///
    /// Texto.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// [!VIDEO https://example.com/video/1]
    ///
    /// Text.
    /// ```
    /// ```text content/es/a.md
    /// # Título
    ///
    /// [!video https://example.com/video/1]
    ///
    /// Texto.
    /// ```
    DIRECTIVE_BROKEN { id: "directive-broken", severity: Error, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.translations() {
        for change in &context.structure(article).changes {
            let (message, caption) = match change.kind {
                ChangeKind::Became(Became::Directive) => ("the directive is printed as text", "not understood"),
                ChangeKind::Lost if is_lost(context, article, change) => {
                    ("a directive of the origin is missing", "it should stand here")
                }
                _ => continue,
            };
            findings.push(
                finding(context, &DIRECTIVE_BROKEN, article, change, message.to_owned(), caption)
                    .help("take it over from the origin as it is; only what it shows may be translated"),
            );
        }
    }
    findings
}

/// Tells whether a directive is gone that brings in something which the article has nowhere else.
fn is_lost(context: &GroupContext<'_>, article: usize, change: &Change) -> bool {
    let Some(first) = change.passages.first() else { return false };
    let origin = &context.group.articles[first.article];
    let block = &origin.blocks[first.block as usize];
    if block.kind != BlockKind::Directive {
        return false;
    }
    let ours: BTreeSet<&str> = context.group.articles[article].includes.iter().map(|include| &*include.target).collect();
    let mut includes = origin.includes.iter().filter(|include| block.span.contains(include.span)).peekable();
    includes.peek().is_none() || includes.any(|include| !ours.contains(&*include.target))
}

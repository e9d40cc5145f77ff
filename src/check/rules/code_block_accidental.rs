use crate::check::context::GroupContext;
use crate::check::structural::finding;
use crate::check::structure::{Became, ChangeKind};
use crate::diag::Finding;
use crate::rule;

rule! {
    /// Text became code: it is indented, or stands behind a fence that is never closed.
    ///
    /// ## Why
    /// Readers see the signs of Markdown in place of links and bold words, and lines that do not break. A
    /// fence without its partner makes code of the whole rest of the article.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// The first paragraph.
    ///
    /// The second paragraph.
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Der erste Absatz.
    ///
    ///     Der zweite Absatz.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    ///     Get-Mailbox
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    ///     Get-Mailbox
    /// ```
    CODE_BLOCK_ACCIDENTAL { id: "code-block-accidental", severity: Error, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.read_translations() {
        for change in &context.structure(article).changes {
            let (message, help) = match change.kind {
                ChangeKind::Became(Became::Code) => (
                    "text of the origin became a code block, because it is indented",
                    "take out the blanks at the start of the line",
                ),
                ChangeKind::Swallowed => (
                    "the code block is never closed: the rest of the article is code",
                    "close it with a line of its back-ticks where the origin does",
                ),
                _ => continue,
            };
            let message = message.to_owned();
            findings
                .push(finding(context, &CODE_BLOCK_ACCIDENTAL, article, change, message, "from here on").help(help));
        }
    }
    findings
}

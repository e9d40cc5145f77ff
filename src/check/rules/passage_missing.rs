use crate::check::context::GroupContext;
use crate::check::structural::{finding, words};
use crate::check::structure::{Change, ChangeKind};
use crate::diag::Finding;
use crate::model::document::BlockKind;
use crate::rule;

rule! {
    /// A paragraph, a heading, an item of a list or a cell of the origin is nowhere in the translation.
    ///
    /// ## Why
    /// Readers of this language do not learn what it says. Neighbours that are lost together are one finding,
    /// and nothing more is said of the names, links and literals in them. Paragraphs that were joined or
    /// split are no loss.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// The first paragraph says what happens when you sign in.
    ///
    /// The second paragraph says what to do when the server refuses.
    ///
    /// The third paragraph says whom to ask when that does not help.
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Der erste Absatz sagt, was beim Anmelden geschieht.
    ///
    /// Der dritte Absatz sagt, wen man fragt, wenn das nicht hilft.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// The first paragraph says what happens when you sign in.
    ///
    /// The second paragraph says what to do when the server refuses.
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Der erste Absatz sagt, was beim Anmelden geschieht. Der zweite Absatz sagt, was zu tun ist, wenn der
    /// Server ablehnt.
    /// ```
    PASSAGE_MISSING { id: "passage-missing", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.read_translations() {
        let changes = context.structure(article).changes.iter();
        for change in changes.filter(|change| change.kind == ChangeKind::Lost) {
            let noun = noun(context, change);
            let words = words(context, change);
            let message = match change.passages.len() {
                1 => format!("a {noun} of the origin is missing: `{words}`"),
                count => format!("{count} passages of the origin are missing, the first is `{words}`"),
            };
            findings.push(
                finding(context, &PASSAGE_MISSING, article, change, message, "it should stand here")
                    .help("translate it from the origin, or take it out there if it is no longer wanted"),
            );
        }
    }
    findings
}

/// Names the first passage of a change.
fn noun(context: &GroupContext<'_>, change: &Change) -> &'static str {
    let Some(first) = change.passages.first() else { return "passage" };
    let block = &context.group.articles[first.article].blocks[first.block as usize];
    match block.kind {
        BlockKind::Heading(_) => "heading",
        BlockKind::Cell => "cell",
        _ if block.containers.is_in_list() => "list item",
        _ => "paragraph",
    }
}

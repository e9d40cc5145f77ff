use crate::check::context::GroupContext;
use crate::check::structural::finding;
use crate::check::structure::{Became, ChangeKind};
use crate::diag::Finding;
use crate::model::document::BlockKind;
use crate::rule;

rule! {
    /// A heading has another level than the origin's, or is none any more.
    ///
    /// ## Why
    /// Headings are the outline of the page: readers who jump from one to the next, and links to them, lose
    /// their way. Without a blank behind its signs a heading is text that begins with `##`.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Text.
    ///
    /// ## Another heading
    ///
    /// Text.
    /// ```
    /// ```text content/ja/a.md
    /// # 見出し
    ///
    /// 本文。
    ///
    /// ##別の見出し
    ///
    /// 本文。
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Text.
    /// ```
    /// ```text content/ja/a.md
    /// 見出し
    /// ======
    ///
    /// 本文。
    /// ```
    HEADING_DIFFERS { id: "heading-differs", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.read_translations() {
        for change in &context.structure(article).changes {
            let (ChangeKind::Became(became), Some(passage), Some(block)) =
                (change.kind, change.passages.first(), change.block)
            else {
                continue;
            };
            let was = level(context.group.articles[passage.article].blocks[passage.block as usize].kind);
            let is = level(context.group.articles[article].blocks[block as usize].kind);
            let (message, help) = match became {
                Became::Level => (
                    format!("the heading has level {is}, the origin's has level {was}"),
                    format!("begin it with `{}` and a blank", "#".repeat(was)),
                ),
                Became::Signs => (
                    "the heading is plain text: no blank follows its signs".to_owned(),
                    format!("put a blank behind `{}`", "#".repeat(was)),
                ),
                Became::NoHeading => (
                    format!("this is a heading of level {was} in the origin, and plain text here"),
                    format!("begin it with `{}` and a blank", "#".repeat(was)),
                ),
                Became::Heading => (
                    "this is text in the origin, and a heading here".to_owned(),
                    "take out the signs at its start, or the line of `-` or `=` below it".to_owned(),
                ),
                _ => continue,
            };
            findings.push(finding(context, &HEADING_DIFFERS, article, change, message, "this line").help(help));
        }
    }
    findings
}

/// Returns a heading's level; 0 for anything else.
fn level(kind: BlockKind) -> usize {
    match kind {
        BlockKind::Heading(level) => usize::from(level),
        _ => 0,
    }
}

use crate::catalog::origin::Original;
use crate::check::context::GroupContext;
use crate::check::originals::{Shown, is_stranger, models, original_span};
use crate::check::residue::{broken_tag, plain};
use crate::diag::Finding;
use crate::markdown::prose::{Run, RunKind};
use crate::model::literal::Side;
use crate::rule;
use crate::source::Span;

rule! {
    /// A tag of HTML is broken and printed as it stands, or an anchor is never closed.
    ///
    /// ## Why
    /// A blank behind the bracket, as in `< br>`, and the tag is text.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// One line.<br>Another line.
    /// ```
    /// ```text content/pt/a.md
    /// # Título
    ///
    /// Uma linha.< br>Outra linha.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// One line.<br>Another line.
    /// ```
    /// ```text content/pt/a.md
    /// # Título
    ///
    /// Uma linha.<br />Outra linha; 1 < 2 e 3 > 2.
    /// ```
    HTML_BROKEN { id: "html-broken", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.read_translations() {
        let shows =
            |run: &&Run<'_>| run.kind == RunKind::Text && run.side == Side::Target && run.text.contains(['<', '＜']);
        let mut blocks: Vec<u32> = context.prose[article].runs.iter().filter(shows).map(|run| run.block).collect();
        blocks.dedup();
        findings.extend(blocks.into_iter().filter_map(|block| in_block(context, article, block)));
        findings.extend(unclosed_anchors(context, article));
    }
    findings
}

/// Returns a finding for each block with an anchor that is never closed, where its models close theirs.
fn unclosed_anchors(context: &GroupContext<'_>, article: usize) -> Vec<Finding> {
    let opens = |run: &&Run<'_>| run.side == Side::Target && is_anchor(run);
    let mut blocks: Vec<u32> = context.prose[article].runs.iter().filter(opens).map(|run| run.block).collect();
    blocks.dedup();
    let is_meant = |model: &Original| unclosed(context.prose[model.article].block(model.block), model.side).is_some();
    let of_block = |block: u32| {
        let span = unclosed(context.prose[article].block(block), Side::Target)?;
        let models = models(context, article, block);
        if models.is_empty() || models.iter().any(is_meant) {
            return None;
        }
        let message = format!("the tag `{}` is never closed", context.sources.slice(span));
        let finding = context
            .finding(&HTML_BROKEN, article, span, message)
            .caption("it takes in all that follows")
            .help("put `</a>` behind it");
        Some(match original_span(context, article, block) {
            Some((span, evidence)) => context.beside(finding, &evidence, span, "the passage in the origin"),
            None => finding,
        })
    };
    blocks.into_iter().filter_map(of_block).collect()
}

/// Tells whether a run is the tag that begins an anchor.
fn is_anchor(run: &Run<'_>) -> bool {
    let is_tag = run.text.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("<a "));
    run.kind == RunKind::Html && is_tag && !run.text.ends_with("/>")
}

/// Returns the last anchor of a block that is not closed.
fn unclosed(runs: &[Run<'_>], side: Side) -> Option<Span> {
    let mut open: Vec<Span> = Vec::new();
    for run in runs.iter().filter(|run| run.side == side && run.kind == RunKind::Html) {
        if is_anchor(run) {
            open.push(run.span);
        } else if run.text.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("</a")) {
            open.pop();
        }
    }
    open.pop()
}

fn in_block(context: &GroupContext<'_>, article: usize, block: u32) -> Option<Finding> {
    let (start, text) = plain(context, article, block)?;
    let range = broken_tag(&text)?;
    if !is_stranger(context, article, block, |shown: &Shown<'_>| broken_tag(&shown.text()).is_some()) {
        return None;
    }
    let start = start as usize;
    let span = Span::new(context.group.articles[article].source, start + range.start..start + range.end);
    let message = format!("the tag `{}` is printed as it stands", &text[range]);
    let finding = context
        .finding(&HTML_BROKEN, article, span, message)
        .caption("read as text")
        .help("take out the blanks behind its bracket, and use the brackets of the origin");
    Some(match original_span(context, article, block) {
        Some((span, evidence)) => context.beside(finding, &evidence, span, "the passage in the origin"),
        None => finding,
    })
}

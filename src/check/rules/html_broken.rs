use crate::check::context::GroupContext;
use crate::check::originals::{Shown, is_stranger, original_span};
use crate::check::residue::{broken_tag, plain};
use crate::diag::Finding;
use crate::markdown::prose::{Run, RunKind};
use crate::model::literal::Side;
use crate::rule;
use crate::source::Span;

rule! {
    /// A tag of HTML is broken and printed as it stands.
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
    }
    findings
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

use crate::check::context::GroupContext;
use crate::check::originals::{Shown, is_stranger, original_span};
use crate::check::residue::plain;
use crate::diag::Finding;
use crate::markdown::prose::RunKind;
use crate::model::literal::Side;
use crate::rule;
use crate::source::Span;

rule! {
    /// The signs of bold text are printed as they stand.
    ///
    /// ## Why
    /// A blank inside the asterisks, or one of the pair lost, and readers see the signs in place of bold
    /// words. What can be understood in spite of that is repaired and not reported.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Choose **Save** twice.
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Wählen Sie zweimal **Speichern aus.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Choose **Save** twice, or write 2 \\*\\* 3.
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Wählen Sie zweimal __Speichern__, oder schreiben Sie 2 \\*\\* 3.
    /// ```
    EMPHASIS_BROKEN { id: "emphasis-broken", severity: Warning, scope: Group }
}

const SIGNS: [&str; 2] = ["**", "__"];

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.read_translations() {
        let runs = context.prose[article].runs.iter();
        let shows = |run: &&crate::markdown::prose::Run<'_>| {
            run.kind == RunKind::Text && run.side == Side::Target && run.text.contains(['*', '_'])
        };
        let mut blocks: Vec<u32> = runs.filter(shows).map(|run| run.block).collect();
        blocks.dedup();
        for block in blocks {
            findings.extend(in_block(context, article, block));
        }
    }
    findings
}

fn in_block(context: &GroupContext<'_>, article: usize, block: u32) -> Option<Finding> {
    let (start, text) = plain(context, article, block)?;
    let (at, sign) = SIGNS.into_iter().find_map(|sign| Some((text.find(sign)?, sign)))?;
    if !is_stranger(context, article, block, |shown: &Shown<'_>| shown.text().contains(sign)) {
        return None;
    }
    let start = start as usize + at;
    let span = Span::new(context.group.articles[article].source, start..start + sign.len());
    let message = format!("`{sign}` is printed as it stands");
    let finding = context
        .finding(&EMPHASIS_BROKEN, article, span, message)
        .caption("no bold text begins or ends here")
        .help("put the signs directly at the words, in pairs, and a blank or a sign outside them");
    Some(match original_span(context, article, block) {
        Some((span, evidence)) => context.beside(finding, &evidence, span, "the passage in the origin"),
        None => finding,
    })
}

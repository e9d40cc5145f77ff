use crate::check::context::GroupContext;
use crate::check::originals::{Shown, is_stranger, original_span};
use crate::check::residue::{self, Residue};
use crate::diag::{Applicability, Finding, Fix};
use crate::rule;
use crate::source::edit::Edit;

rule! {
    /// The signs of a link are broken, so that readers see them and cannot click.
    ///
    /// ## Why
    /// A blank between the brackets, a bracket of another script or a lost parenthesis turns a link into
    /// text with an address in it.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Open the [status page](https://example.com/status) first.
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Öffnen Sie zuerst die [Statusseite] (https://example.com/status).
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Write `[words] (address)` or [words] (in brackets).
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Schreiben Sie `[words] (address)` oder [Wörter] (in Klammern).
    /// ```
    LINK_SYNTAX { id: "link-syntax", severity: Error, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.asked() {
        for block in residue::blocks(context, article) {
            let Some(found) = residue::broken_link(context, article, block) else { continue };
            let links = context.prose[article].links_of(block).filter(|link| !link.is_picture).count();
            let is_broken = |shown: &Shown<'_>| {
                residue::has_broken_link(&shown.text()) || (!found.is_sure && shown.links() <= links)
            };
            if is_stranger(context, article, block, is_broken) {
                findings.push(finding(context, article, block, found));
            }
        }
    }
    findings
}

fn finding(context: &GroupContext<'_>, article: usize, block: u32, found: Residue) -> Finding {
    let message = format!("the link is broken: {}", found.words);
    let mut finding = context
        .finding(&LINK_SYNTAX, article, found.span, message)
        .caption("readers see this as it stands")
        .help("a link is `[words](address)`, with nothing between its brackets and no blank in its address");
    if let Some((span, evidence)) = original_span(context, article, block) {
        let severity = finding.severity;
        finding = context.beside(finding, &evidence, span, "the passage in the origin").severity(severity);
    }
    if let Some(text) = found.fix {
        finding.fix = Some(Fix {
            title: "put the link's signs together".to_owned(),
            applicability: Applicability::Safe,
            edits: vec![Edit { span: found.span, text }],
        });
    }
    finding
}

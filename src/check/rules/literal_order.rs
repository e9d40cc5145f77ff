use super::literal_differs::name;
use crate::check::compare::Difference;
use crate::check::context::GroupContext;
use crate::diag::Finding;
use crate::rule;

rule! {
    /// Literals of different blocks changed places.
    ///
    /// ## Why
    /// A parameter under another's explanation sends the reader the wrong way. Within one block languages
    /// order their words as they like, and that is not compared.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// First: `one`
    ///
    /// Second: `two`
    /// ```
    /// ```text content/id/a.md
    /// # Judul
    ///
    /// Pertama: `two`
    ///
    /// Kedua: `one`
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// From `one` to `two`.
    /// ```
    /// ```text content/id/a.md
    /// # Judul
    ///
    /// Ke `two` dari `one`.
    /// ```
    LITERAL_ORDER { id: "literal-order", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut last = None;
    for (article, found) in context.literal_differences() {
        let Difference::Moved { expected, actual } = found else { continue };
        if last.replace(article) == Some(article) {
            if let Some(finding) = findings.last_mut() {
                finding.labels.push(crate::diag::Label { span: actual.span, text: "this one moved too".into() });
            }
            continue;
        }
        let message = format!("{} stands in another place than in the origin", name(actual));
        let finding = context.finding(&LITERAL_ORDER, article, actual.span, message).caption("moved here");
        let place = context.where_it_should_stand(article, expected);
        let finding = context.against(finding, expected, expected.literal.span, "the origin has it here");
        findings.push(finding.label(place, "it should stand here").help("put the literals in the origin's order"));
    }
    findings
}

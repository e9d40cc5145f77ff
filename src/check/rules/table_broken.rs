use crate::check::context::GroupContext;
use crate::check::structural::finding;
use crate::check::structure::{Became, ChangeKind};
use crate::diag::Finding;
use crate::rule;

rule! {
    /// A table is printed as text.
    ///
    /// ## Why
    /// The line below the head decides whether there is a table: it needs as many cells as the head, of
    /// hyphens. Without it readers see bars and hyphens.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// | Code | Meaning |
    /// |------|---------|
    /// | 1    | One     |
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// | Code | Bedeutung |
    /// |——|——|
    /// | 1    | Eins     |
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// | Code | Meaning |
    /// |------|---------|
    /// | 1    | One     |
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Code | Bedeutung
    /// --|:-:
    /// 1 | Eins
    /// ```
    TABLE_BROKEN { id: "table-broken", severity: Error, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.read_translations() {
        let changes = context.structure(article).changes.iter();
        for change in changes.filter(|change| change.kind == ChangeKind::Became(Became::Table)) {
            let message = "the table is printed as text".to_owned();
            findings.push(
                finding(context, &TABLE_BROKEN, article, change, message, "the table starts here")
                    .help("give the line below the head as many cells of hyphens as the head has"),
            );
        }
    }
    findings
}

use super::literal_differs::name;
use crate::check::compare::Difference;
use crate::check::context::GroupContext;
use crate::diag::Finding;
use crate::rule;

rule! {
    /// A translation has a literal that its origin has not.
    ///
    /// ## Why
    /// Mostly a translator marked a name on purpose, which does no harm; sometimes a sentence was made a
    /// code span by a stray back-tick.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Set `$true`.
    /// ```
    /// ```text content/sl/a.md
    /// # Naslov
    ///
    /// Nastavite `$true` v `pripomočku`.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Set `$true`.
    /// ```
    /// ```text content/sl/a.md
    /// # Naslov
    ///
    /// Nastavite `$true`, še enkrat `$true`.
    /// ```
    LITERAL_EXTRA { id: "literal-extra", severity: Note, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let extra = context.literal_differences().filter_map(|(article, found)| match found {
        Difference::Extra(literal) => Some((article, *literal)),
        _ => None,
    });
    extra
        .map(|(article, literal)| {
            let message = format!("{} is not in the origin", name(literal));
            let mut finding = context.finding(&LITERAL_EXTRA, article, literal.span, message);
            finding.actual = Some(literal.value.to_string());
            finding.caption("one more than the origin has").help("take the back-ticks off, if it is no literal")
        })
        .collect()
}

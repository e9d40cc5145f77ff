use super::literal_differs::name;
use crate::check::compare::Difference;
use crate::check::context::GroupContext;
use crate::diag::Finding;
use crate::model::literal::{Literal, LiteralKind};
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
    context.translations().flat_map(|article| of_article(context, article)).collect()
}

fn of_article(context: &GroupContext<'_>, article: usize) -> Vec<Finding> {
    let kinds = [LiteralKind::CodeSpan, LiteralKind::Fence];
    let differences = kinds.iter().flat_map(|kind| context.differences(article, *kind));
    let extra: Vec<&Literal> = differences
        .filter_map(|found| match found {
            Difference::Extra(literal) => Some(*literal),
            _ => None,
        })
        .collect();
    let known = known_elsewhere(context, article, &extra);
    let unknown = extra.into_iter().zip(known).filter(|(_, known)| !known);
    unknown.map(|(literal, _)| finding(context, article, literal)).collect()
}

/// Tells of each literal whether another article has it in plain text: marking it as code does no harm.
fn known_elsewhere(context: &GroupContext<'_>, article: usize, literals: &[&Literal]) -> Vec<bool> {
    let values: Vec<&str> = literals.iter().map(|literal| &*literal.value).collect();
    let mut known = vec![false; values.len()];
    let others = match context.group.source {
        Some(source) => source..source + 1,
        None => 0..context.group.articles.len(),
    };
    for other in others.filter(|&other| other != article && !values.is_empty()) {
        for (known, place) in known.iter_mut().zip(context.texts(other, &values, |_| true)) {
            *known |= place.is_some();
        }
    }
    known
}

fn finding(context: &GroupContext<'_>, article: usize, literal: &Literal) -> Finding {
    let message = format!("{} is not in the origin", name(literal));
    let mut finding = context.finding(&LITERAL_EXTRA, article, literal.span, message);
    finding.actual = Some(literal.value.to_string());
    finding.caption("one more than the origin has").help("take the back-ticks off, if it is no literal")
}

use crate::check::context::GroupContext;
use crate::check::terms::{find, for_locale, judged};
use crate::diag::Finding;
use crate::rule;

rule! {
    /// A term is translated by a word that `terms.toml` forbids.
    ///
    /// It is judged only where the source has the term: elsewhere the word may mean something else.
    ///
    /// ## Why
    /// The word is wrong here, or the team agreed on another one.
    ///
    /// ## Reported
    /// ```text terms.toml
    /// [[terms]]
    /// source = "tenant"
    /// forbidden = { de = ["Mieter*"] }
    /// ```
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Ask the owner of the tenant.
    /// ```
    /// ```text content/de/a.md
    /// # Eine Überschrift
    ///
    /// Fragen Sie den Besitzer des Mieters.
    /// ```
    ///
    /// ## Accepted
    /// ```text terms.toml
    /// [[terms]]
    /// source = "tenant"
    /// forbidden = { de = ["Mieter*"] }
    /// ```
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Ask the owner of the tenant.
    /// ```
    /// ```text content/de/a.md
    /// # Eine Überschrift
    ///
    /// Fragen Sie den Besitzer des Mandanten.
    /// ```
    TERM_FORBIDDEN { id: "term-forbidden", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    judged(
        context,
        |term, locale| !for_locale(&term.forbidden, locale).is_empty(),
        |found| {
            let words = for_locale(&found.term.forbidden, found.locale).iter();
            let (word, range) = words
                .filter_map(|word| Some((word, find(&found.passage.text, word, false, false)?)))
                .min_by_key(|(_, range)| range.start)?;
            let message = format!("`{}` must not be translated as `{word}`", found.term.source);
            let place = found.passage.span(&range)?;
            let mut finding = found.finding(context, &TERM_FORBIDDEN, place, message);
            finding.caption = "this word".into();
            let wanted = for_locale(&found.term.translations, found.locale);
            finding.help.get_or_insert_with(|| match wanted.first() {
                Some(wanted) => format!("the file of terms gives `{wanted}`").into(),
                None => "use another word".into(),
            });
            Some(finding)
        },
    )
}

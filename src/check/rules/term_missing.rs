use crate::check::context::GroupContext;
use crate::check::terms::{find, for_locale, judged};
use crate::diag::Finding;
use crate::rule;

rule! {
    /// A term is not translated as `terms.toml` asks.
    ///
    /// One of the translations given for the locale must stand in the passage; a `*` at the end of one stands for
    /// any ending.
    ///
    /// ## Why
    /// One thing with two names is two things to a reader.
    ///
    /// ## Reported
    /// ```text terms.toml
    /// [[terms]]
    /// source = "tenant"
    /// translations = { sl = "najemnik*" }
    /// ```
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Ask the owner of the tenant.
    /// ```
    /// ```text content/sl/a.md
    /// # Naslov
    ///
    /// Vprašajte lastnika stanovalca.
    /// ```
    ///
    /// ## Accepted
    /// ```text terms.toml
    /// [[terms]]
    /// source = "tenant"
    /// translations = { sl = "najemnik*" }
    /// ```
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Ask the owner of the tenant.
    /// ```
    /// ```text content/sl/a.md
    /// # Naslov
    ///
    /// Vprašajte lastnika najemnika.
    /// ```
    TERM_MISSING { id: "term-missing", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    judged(
        context,
        |term, locale| !for_locale(&term.translations, locale).is_empty(),
        |found| {
            let wanted = for_locale(&found.term.translations, found.locale);
            if wanted.iter().any(|word| find(found.text, word, false, false).is_some()) {
                return None;
            }
            let shown: Vec<String> = wanted.iter().map(|word| format!("`{word}`")).collect();
            let message = format!("`{}` is not translated as {}", found.term.source, shown.join(" or "));
            let mut finding = found.finding(context, &TERM_MISSING, found.block, message);
            finding.caption = "it should stand here".into();
            finding.help.get_or_insert_with(|| "use the word that the file of terms gives".into());
            Some(finding)
        },
    )
}

use crate::check::context::GroupContext;
use crate::check::terms::{find, judged};
use crate::diag::Finding;
use crate::rule;

rule! {
    /// A name that must stay as it is was translated or is missing.
    ///
    /// The names are those of `terms.toml` with `keep = true`.
    ///
    /// ## Why
    /// A reader looks for the name on the screen, where it is not translated.
    ///
    /// ## Reported
    /// ```text terms.toml
    /// [[terms]]
    /// source = "Exchange Online"
    /// keep = true
    /// ```
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Open Exchange Online.
    /// ```
    /// ```text content/ko/a.md
    /// # 제목
    ///
    /// 교환 온라인을 엽니다.
    /// ```
    ///
    /// ## Accepted
    /// ```text terms.toml
    /// [[terms]]
    /// source = "Exchange Online"
    /// keep = true
    /// ```
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Open Exchange Online.
    /// ```
    /// ```text content/ko/a.md
    /// # 제목
    ///
    /// Exchange Online을 엽니다.
    /// ```
    TERM_UNTRANSLATED { id: "term-untranslated", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    judged(
        context,
        |term, _| term.keep,
        |found| {
            let name = &found.term.source;
            if find(found.text, name, found.term.case, true).is_some() {
                return None;
            }
            let message = format!("`{name}` stays as it is in every language, and is not here");
            let mut finding = found.finding(context, &TERM_UNTRANSLATED, found.block, message);
            finding.caption = "it should stand here".into();
            finding.expected = Some(name.clone());
            finding.help.get_or_insert_with(|| "write the name as the source has it".into());
            Some(finding)
        },
    )
}

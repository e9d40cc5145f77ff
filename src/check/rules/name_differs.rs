use crate::check::context::GroupContext;
use crate::check::presence::{Asked, absent, bracketed, letter};
use crate::diag::Finding;
use crate::model::literal::LiteralKind;
use crate::rule;

rule! {
    /// A name in plain text does not stand in the translation as it is.
    ///
    /// Names are known by their shape: cmdlets and parameters (`Remove-MsolContact`, `-AccessRights`), names
    /// with underscores or inner capitals (`interaction_required`, `InvalidReplyTo`), variables (`%windir%`,
    /// `$true`), files and paths, registry keys, hosts and addresses, versions, unique identifiers,
    /// placeholders and HTTP headers. What may be a common word, and sample names and addresses, are only
    /// reported where something like them stands instead. What has the form of common words is asked for where
    /// enough other translations keep it: a name such as `join-rule-exception`, a bold word that is a command,
    /// the value in `SenderTrust = "Verified"`. So is a bold word that is a key of the article's sample. How often a
    /// name occurs does not count, but a damaged copy beside a right one does, and one that is left in code alone.
    /// Words with letters of another alphabet that look like their own are found as well.
    ///
    /// ## Why
    /// Authors often leave out the back-ticks, and a translation then takes the name for words. Readers cannot
    /// search for it, and a command with it fails.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Remove the contact with Remove-MsolContact.
    /// ```
    /// ```text content/ko/a.md
    /// # 제목
    ///
    /// 제거-MsolContact로 연락처를 제거합니다.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// The file configuration.xml is in %windir%. Write to alain@contoso.com.
    /// ```
    /// ```text content/ko/a.md
    /// # 제목
    ///
    /// %windir%에 configuration.xml있습니다. ivan@contoso.com에 쓰세요.
    /// ```
    NAME_DIFFERS { id: "name-differs", severity: Error, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    absent(context, &Asked { rule: &NAME_DIFFERS, kind: LiteralKind::Name, noun: "name" })
        .into_iter()
        .chain(bracketed::torn(context, &NAME_DIFFERS))
        .chain(bracketed::unclosed(context, &NAME_DIFFERS))
        .chain(letter::exchanged(context, &NAME_DIFFERS))
        .chain(letter::mixed(context, &NAME_DIFFERS))
        .map(|finding| finding.help("names are the same in every language: write it as the origin does"))
        .collect()
}

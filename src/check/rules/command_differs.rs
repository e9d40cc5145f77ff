use crate::check::context::GroupContext;
use crate::check::presence::{Asked, absent};
use crate::diag::Finding;
use crate::model::literal::LiteralKind;
use crate::rule;

rule! {
    /// A command in plain text reads otherwise than in its origin.
    ///
    /// A command is a cmdlet or a program with its parameters and pipes. Sample values between quotation marks
    /// and placeholders may be localised; everything else stays, blanks and marks too.
    ///
    /// ## Why
    /// Commands are copied and run. A blank in a parameter, a typographic quotation mark or a dash in place of
    /// a hyphen, and the command fails or does something else.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Run ipconfig /flushdns and try again.
    /// ```
    /// ```text content/ja/a.md
    /// # 見出し
    ///
    /// ipconfig / flushdns を実行し、もう一度試します。
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Run Get-Mailbox -Identity "Ann" | fl
    /// ```
    /// ```text content/ru/a.md
    /// # Заголовок
    ///
    /// Выполните `Get-Mailbox -Identity "Анна" | fl`
    /// ```
    COMMAND_DIFFERS { id: "command-differs", severity: Error, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    absent(context, &Asked { rule: &COMMAND_DIFFERS, kind: LiteralKind::Command, noun: "command" })
        .into_iter()
        .map(|finding| finding.help("commands are the same in every language: copy it from the origin"))
        .collect()
}

use crate::check::context::GroupContext;
use crate::check::presence::{Asked, absent};
use crate::diag::Finding;
use crate::model::literal::LiteralKind;
use crate::rule;

rule! {
    /// The symbolic name of an error code was translated or mangled.
    ///
    /// ## Why
    /// The name goes with the code in logs and messages: `TokenIssuanceError` is searched for as it is.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// **AADSTS50000**: TokenIssuanceError - There's an issue with the sign-in service.
    /// ```
    /// ```text content/id/a.md
    /// # Judul
    ///
    /// **AADSTS50000**: tokenissuanceerror-ada masalah dengan layanan masuk.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// **AADSTS50000**: TokenIssuanceError - There's an issue with the sign-in service.
    /// ```
    /// ```text content/zh/a.md
    /// # 标题
    ///
    /// **AADSTS50000**：TokenIssuanceError - 登录服务存在问题。
    /// ```
    SYMBOLIC_NAME_CHANGED { id: "symbolic-name-changed", severity: Error, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    absent(context, &Asked { rule: &SYMBOLIC_NAME_CHANGED, kind: LiteralKind::SymbolicName, noun: "symbolic name" })
        .into_iter()
        .map(|finding| {
            finding.help("symbolic names stay untranslated: write it as the origin does, and a blank behind it")
        })
        .collect()
}

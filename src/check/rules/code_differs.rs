use crate::check::context::GroupContext;
use crate::check::presence::{Asked, absent};
use crate::diag::Finding;
use crate::model::literal::LiteralKind;
use crate::rule;

rule! {
    /// An error code of the origin does not stand in the translation.
    ///
    /// ## Why
    /// The code is what readers paste into a search box. One digit less, and the article is not found, or
    /// is about another error. Hexadecimal digits are the same in capitals and in small letters.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// The error is AADSTS650056 then.
    /// ```
    /// ```text content/ru/a.md
    /// # Заголовок
    ///
    /// Тогда возникает ошибка AADS650056.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// The error is AADSTS650056 then.
    /// ```
    /// ```text content/ko/a.md
    /// # 제목
    ///
    /// 그러면 AADSTS650056이 표시됩니다.
    /// ```
    CODE_DIFFERS { id: "code-differs", severity: Error, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    absent(context, &Asked { rule: &CODE_DIFFERS, kind: LiteralKind::ErrorCode, noun: "error code" })
        .into_iter()
        .map(|finding| finding.help("error codes are the same in every language: restore every letter and digit"))
        .collect()
}

use crate::check::context::GroupContext;
use crate::diag::Finding;
use crate::model::literal::LiteralKind;
use crate::rule;

rule! {
    /// Translations of one article differ, and nothing says which of them is right.
    ///
    /// ## Why
    /// There is no source, no source sentence and no majority: one of the readings is wrong, and nobody is
    /// blamed before a person has looked.
    ///
    /// ## Reported
    /// ```text content/ko/a.md
    /// # 제목
    ///
    /// `$true`로 설정하세요.
    /// ```
    /// ```text content/ru/a.md
    /// # Заголовок
    ///
    /// Укажите `$False`.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/ko/a.md
    /// # 제목
    ///
    /// `$true`로 설정하세요.
    /// ```
    /// ```text content/ru/a.md
    /// # Заголовок
    ///
    /// Укажите `$true`.
    /// ```
    TRANSLATIONS_DISAGREE { id: "translations-disagree", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let kinds = [LiteralKind::CodeSpan, LiteralKind::Fence, LiteralKind::SymbolicName, LiteralKind::ErrorCode];
    let found = kinds.iter().flat_map(|kind| context.readings.disagreements(*kind));
    found
        .map(|disagreement| {
            let [(first, ours), (other, theirs)] = disagreement.readings;
            let locale = |index: usize| &context.group.articles[index].locale;
            let message = format!("{} and {} read otherwise here", locale(first), locale(other));
            context
                .finding(&TRANSLATIONS_DISAGREE, first, ours.span, message)
                .caption("one reading")
                .origin(theirs.span, "another")
                .texts(&*theirs.value, &*ours.value)
                .help("look the text up where the program prints it, and make the translations agree")
        })
        .collect()
}

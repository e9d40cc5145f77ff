use super::literal_differs::{name, part};
use crate::catalog::disagreement::{Disagreement, disagreements};
use crate::check::context::GroupContext;
use crate::check::difference::difference;
use crate::diag::{Finding, Severity};
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
    let found = kinds.iter().flat_map(|kind| disagreements(&context.readings, *kind));
    found.filter(|found| !is_in_prose(context, found)).map(|found| finding(context, &found)).collect()
}

/// Tells whether both articles have both names or codes, wherever their grammar puts them.
fn is_in_prose(context: &GroupContext<'_>, found: &Disagreement<'_>) -> bool {
    let ((first, ours), (other, theirs)) = (found.first, found.other);
    matches!(ours.kind, LiteralKind::SymbolicName | LiteralKind::ErrorCode)
        && context.has_text(other, &ours.value)
        && theirs.is_none_or(|theirs| context.has_text(first, &theirs.value))
}

fn finding(context: &GroupContext<'_>, found: &Disagreement<'_>) -> Finding {
    let ((first, ours), (other, theirs)) = (found.first, found.other);
    let locale = |index: usize| &context.group.articles[index].locale;
    let finding = |place, message| context.finding(&TRANSLATIONS_DISAGREE, first, place, message);
    let mut finding = match theirs {
        Some(theirs) => {
            let message = format!("{} and {} read otherwise here", locale(first), locale(other));
            let difference = difference(&theirs.value, &ours.value);
            let origin = part(context.sources, theirs, &difference.expected);
            finding(part(context.sources, ours, &difference.actual), message)
                .caption("one reading")
                .origin(origin, "another")
                .texts(&*theirs.value, &*ours.value)
        }
        None => {
            let message = format!("{} has {}, and {} has not", locale(first), name(ours), locale(other));
            let place = context.passage(other, found.column);
            let finding = finding(ours.span, message).caption("one reading").origin(place, "it is not here");
            // Back-ticks alone harm nobody.
            let is_plain = ours.kind == LiteralKind::CodeSpan && context.has_text(other, &ours.value);
            if is_plain { finding.severity(Severity::Note) } else { finding }
        }
    };
    finding.literal = Some(ours.span);
    finding.actual = Some(ours.value.to_string());
    finding
        .evidence("there is no source, no source sentence and no majority")
        .help("look the text up where the program prints it, and make the translations agree")
}

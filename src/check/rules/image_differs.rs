use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;

use crate::catalog::origin::Expected;
use crate::check::context::GroupContext;
use crate::diag::Finding;
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::model::locale::Locale;
use crate::rule;

rule! {
    /// A picture of the origin is gone, or another one stands in its place.
    ///
    /// ## Why
    /// The text says "as in the picture". Pictures of a locale's own are no difference where they bear the
    /// same name, with or without the locale in it.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Choose **Open**. ![The dialog](https://example.com/media/dialog.png)
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Wählen Sie **Öffnen**.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Choose **Open**. ![The dialog](https://example.com/media/dialog.png)
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Wählen Sie **Öffnen**. ![Das Fenster](https://example.com/de/dialog.de-de.png)
    /// ```
    IMAGE_DIFFERS { id: "image-differs", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.read_translations() {
        let expected = context.readings.expected(article, LiteralKind::Image);
        if expected.is_empty() {
            continue;
        }
        let literals = context.group.articles[article].literals.iter();
        let own: Vec<&Literal> =
            literals.filter(|literal| literal.kind == LiteralKind::Image && literal.side == Side::Target).collect();
        let ours: BTreeSet<String> = own.iter().map(|literal| name(&literal.value)).collect();
        let theirs: BTreeSet<String> = expected.iter().map(|expected| name(&expected.literal.value)).collect();
        let mut strangers: Vec<&Literal> =
            own.into_iter().filter(|literal| !theirs.contains(&name(&literal.value))).collect();
        let mut seen = ours;
        for expected in expected {
            if context.structure(article).explains(&expected) || !seen.insert(name(&expected.literal.value)) {
                continue;
            }
            let other = strangers.iter().position(|literal| Some(literal.block) == expected.block);
            let other = other.map(|at| strangers.remove(at));
            findings.push(finding(context, article, &expected, other));
        }
    }
    findings
}

fn finding(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>, other: Option<&Literal>) -> Finding {
    let value = &*expected.literal.value;
    let finding = match other {
        Some(other) => {
            let message = format!("another picture than in {}", context.origin_name(&expected.evidence));
            let finding = context.finding(&IMAGE_DIFFERS, article, other.span, message).caption("this picture");
            finding.texts(value, &*other.value)
        }
        None => {
            let place = context.where_it_should_stand(article, expected);
            let message = format!("the picture `{value}` is missing");
            let mut finding = context.finding(&IMAGE_DIFFERS, article, place, message).caption("it should stand here");
            finding.expected = Some(value.to_owned());
            finding
        }
    };
    context
        .against(finding, expected, expected.literal.span, "it stands here")
        .help("take the origin's picture over, or one of the same name in the language of the article")
}

/// Returns the name of a picture without folder, ending and locale, in lower case.
pub(super) fn name(target: &str) -> String {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let name = percent_decode_str(stem).decode_utf8_lossy().to_lowercase();
    without_locale(&name).to_owned()
}

/// Returns a name without the locale at its end: `dialog.de-de`, `dialog_ko`.
fn without_locale(name: &str) -> &str {
    let borders = name.char_indices().filter(|(_, c)| matches!(c, '.' | '_' | '-' | ' '));
    let is_locale = |tag: &str| {
        let length = tag.split('-').next().map_or(0, str::len);
        (2..=3).contains(&length) && tag.parse::<Locale>().is_ok_and(|locale| locale.is_named())
    };
    let end = borders.map(|(at, _)| at).find(|&at| at > 0 && is_locale(&name[at + 1..]));
    end.map_or(name, |end| &name[..end])
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn pictures_of_a_locale_have_the_same_name() {
        assert_eq!(name("media/dialog.ko-KR.png"), "dialog");
        assert_eq!(name("../media/Dialog_de.svg?x=1"), "dialog");
        assert_eq!(name("media/step-1.png"), "step-1");
        assert_eq!(name("https://x.y/a%20b.png"), "a b");
    }
}

use crate::check::context::ArticleContext;
use crate::diag::Finding;
use crate::model::locale::Locale;
use crate::rule;

rule! {
    /// The folder and the front matter of an article name two locales.
    ///
    /// ## Why
    /// Mostly a file was copied into the wrong folder, and readers find another language there.
    ///
    /// ## Reported
    /// ```text content/ko-KR/a.md
    /// ---
    /// ms.contentlocale: ru-RU
    /// ---
    /// # Заголовок
    ///
    /// Текст.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/ru/a.md
    /// ---
    /// ms.contentlocale: ru-RU
    /// ---
    /// # Заголовок
    ///
    /// Текст.
    /// ```
    LOCALE_MISMATCH { id: "locale-mismatch", severity: Warning, scope: Article }
}

pub(super) fn check(context: &ArticleContext<'_>) -> Vec<Finding> {
    let article = context.article;
    let Some(written) = &article.front.content_locale else { return Vec::new() };
    let Some(key) = article.front.key("ms.contentlocale") else { return Vec::new() };
    if written.parse::<Locale>().is_ok_and(|locale| agree(&locale, &article.locale)) {
        return Vec::new();
    }
    let message = format!("the front matter says `{written}`, but the folder is that of `{}`", article.locale);
    let finding = Finding::at(&LOCALE_MISMATCH, key.value_span(), message).caption("this locale");
    vec![finding.help("move the file, or correct the key")]
}

/// Tells whether two tags name one locale, as far as both say something.
fn agree(left: &Locale, right: &Locale) -> bool {
    let (left, right) = (left.id(), right.id());
    let same = |left: Option<&str>, right: Option<&str>| left.is_none() || right.is_none() || left == right;
    left.language == right.language
        && same(left.script.as_ref().map(|s| s.as_str()), right.script.as_ref().map(|s| s.as_str()))
        && same(left.region.as_ref().map(|r| r.as_str()), right.region.as_ref().map(|r| r.as_str()))
}

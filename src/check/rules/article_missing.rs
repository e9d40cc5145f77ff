use crate::check::context::CatalogContext;
use crate::diag::{Finding, Place};
use crate::rule;

rule! {
    /// A locale lacks articles that others have.
    ///
    /// ## Why
    /// Its readers see another language there. One note a locale gives the number; `--rule article-missing`
    /// lists each article.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Text.
    /// ```
    /// ```text content/en/b.md
    /// # Another
    ///
    /// Text.
    /// ```
    /// ```text content/ko/a.md
    /// # 제목
    ///
    /// 글.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Text.
    /// ```
    /// ```text content/ko/a.md
    /// # 제목
    ///
    /// 글.
    /// ```
    ARTICLE_MISSING { id: "article-missing", severity: Note, scope: Catalog }
}

pub(super) fn check(context: &CatalogContext<'_>) -> Vec<Finding> {
    let each = context.asked.iter().any(|rule| rule == ARTICLE_MISSING.id);
    let mut findings = Vec::new();
    for locale in &context.catalog.locales {
        let missing: Vec<_> = context.catalog.groups.iter().filter(|group| group.index(locale).is_none()).collect();
        if missing.is_empty() {
            continue;
        }
        if each {
            findings.extend(missing.iter().map(|group| {
                let message = format!("`{}` is not there in {locale}", group.key);
                let mut finding = Finding::new(&ARTICLE_MISSING, Place::Locale(locale.clone()), message);
                finding.group = Some(group.key.clone());
                finding.locale = Some(locale.clone());
                finding
            }));
            continue;
        }
        let articles = if missing.len() == 1 { "article is" } else { "articles are" };
        let message = format!("{} {articles} not there in {locale}, such as `{}`", missing.len(), missing[0].key);
        let mut finding = Finding::new(&ARTICLE_MISSING, Place::Locale(locale.clone()), message);
        finding.locale = Some(locale.clone());
        findings.push(finding.help("readers see a fallback; `--rule article-missing` lists each article"));
    }
    findings
}

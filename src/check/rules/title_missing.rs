use crate::check::context::ArticleContext;
use crate::diag::Finding;
use crate::rule;

rule! {
    /// An article has neither a heading nor a title.
    ///
    /// ## Why
    /// Its page is named after its file, which says nothing to a reader.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// Text without a heading.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// ---
    /// title: A title
    /// ---
    /// Text without a heading.
    /// ```
    TITLE_MISSING { id: "title-missing", severity: Warning, scope: Article }
}

pub(super) fn check(context: &ArticleContext<'_>) -> Vec<Finding> {
    let article = context.article;
    let has_heading = article.headings.iter().any(|heading| !heading.text.is_empty());
    let has_title = article.front.title.as_ref().is_some_and(|title| !title.is_empty());
    if has_heading || has_title || article.key.is_fragment() || context.source.slice(article.body).trim().is_empty() {
        return Vec::new();
    }
    let line = context.source.slice(article.body).len() - context.source.slice(article.body).trim_start().len();
    let start = article.body.start as usize + line;
    let place = crate::source::Span::new(article.source, start..start);
    let finding = Finding::at(&TITLE_MISSING, place, "the article has neither a heading nor a title");
    vec![finding.caption("a heading should stand here").help("start the article with a line such as `# What happened`")]
}

use crate::check::context::ArticleContext;
use crate::diag::Finding;
use crate::rule;

rule! {
    /// An article has front matter and nothing else.
    ///
    /// ## Why
    /// Its page would be empty. Front matter that is not closed is another matter, and an error.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// ---
    /// title: A title
    /// ---
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// ---
    /// title: A title
    /// ---
    /// Text.
    /// ```
    BODY_MISSING { id: "body-missing", severity: Warning, scope: Article }
}

pub(super) fn check(context: &ArticleContext<'_>) -> Vec<Finding> {
    let article = context.article;
    if article.front.span.is_none() || !context.source.slice(article.body).trim().is_empty() {
        return Vec::new();
    }
    let finding = Finding::at(&BODY_MISSING, article.body, "the article has front matter, but no text");
    vec![finding.caption("nothing follows").help("write the text, or take the file out")]
}

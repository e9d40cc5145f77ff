use crate::catalog::links::{LOOKS, Target};
use crate::check::context::CatalogContext;
use crate::diag::Finding;
use crate::model::literal::{LiteralKind, Side};
use crate::rule;

rule! {
    /// A picture is not there.
    ///
    /// ## Why
    /// The page shows its alternative text in its place. Pictures stand beside the articles of their locale;
    /// nothing outside the content is ever copied.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// ![A dialog](media/dialog.png)
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// ![A dialog](https://example.com/dialog.png)
    /// ```
    IMAGE_MISSING { id: "image-missing", severity: Warning, scope: Catalog }
}

pub(super) fn check(context: &CatalogContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut looks = LOOKS;
    for article in context.catalog.all_groups().flat_map(|group| &group.articles) {
        let pictures = article.literals.iter().filter(|literal| literal.kind == LiteralKind::Image);
        for picture in pictures.filter(|literal| literal.side == Side::Target) {
            if !context.catalog.judges(&picture.value) {
                continue;
            }
            let (path, near) = match context.catalog.resolve(article, &picture.value) {
                Target::File(_) | Target::External => continue,
                Target::Broken(path) => {
                    let rest = looks.checked_sub(context.catalog.settings.files.len());
                    looks = rest.unwrap_or(looks);
                    let near = rest.and_then(|_| context.catalog.nearest_file(article, &path)).map(str::to_owned);
                    (path, near)
                }
                _ => (picture.value.to_string(), None),
            };
            let mut finding = Finding::at(&IMAGE_MISSING, picture.span, format!("the picture `{path}` is not there"));
            finding.group = Some(article.key.clone());
            finding.locale = Some(article.locale.clone());
            findings.push(finding.caption("this file").help(match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "put the picture beside the articles of its locale, or correct the path".to_owned(),
            }));
        }
    }
    findings
}

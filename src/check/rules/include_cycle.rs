use crate::check::context::CatalogContext;
use crate::diag::Finding;
use crate::rule;

rule! {
    /// Fragments bring in one another in a circle.
    ///
    /// ## Why
    /// There is no end to such a page. The fragment is left out where the circle closes.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// [!INCLUDE [one](includes/one.md)]
    /// ```
    /// ```text content/en/includes/one.md
    /// [!INCLUDE [one](one.md)]
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// [!INCLUDE [one](includes/one.md)]
    /// ```
    /// ```text content/en/includes/one.md
    /// Text.
    /// ```
    INCLUDE_CYCLE { id: "include-cycle", severity: Error, scope: Catalog }
}

pub(super) fn check(context: &CatalogContext<'_>) -> Vec<Finding> {
    let source = context.catalog.source_locale.as_ref();
    let fragments = &context.catalog.fragments;
    let mut findings = Vec::new();
    for article in fragments.groups.iter().flat_map(|group| &group.articles) {
        let cycle = fragments.cycle(article, source);
        // Each circle is told once, at the fragment that starts it.
        let closes_here = cycle.last().is_some_and(|last| last.key == article.key);
        let first = cycle.iter().map(|member| &member.key).min();
        if !closes_here || first != Some(&article.key) {
            continue;
        }
        let Some(include) = article.includes.first() else { continue };
        let path: Vec<String> = cycle.iter().map(|member| format!("`{}`", member.key)).collect();
        let message = format!("fragments bring in one another: {}", path.join(" → "));
        let mut finding = Finding::at(&INCLUDE_CYCLE, include.span, message).caption("this closes the circle");
        finding.group = Some(article.key.clone());
        finding.locale = Some(article.locale.clone());
        findings.push(finding.help("take one of the inclusions out"));
    }
    findings
}

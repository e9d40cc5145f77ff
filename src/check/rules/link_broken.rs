use crate::catalog::anchors::{anchors, has_anchor};
use crate::catalog::links::Target;
use crate::check::context::CatalogContext;
use crate::config::nearest;
use crate::diag::Finding;
use crate::model::article::Article;
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::rule;

rule! {
    /// A link within the site leads to nothing.
    ///
    /// ## Why
    /// The reader lands on a page that is not there, or at the top of one that lacks the place.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// See [the other](othr.md).
    /// ```
    /// ```text content/en/other.md
    /// # The other
    ///
    /// Text.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// See [the other](other.md#the-other).
    /// ```
    /// ```text content/en/other.md
    /// # The other
    ///
    /// Text.
    /// ```
    LINK_BROKEN { id: "link-broken", severity: Warning, scope: Catalog }
}

pub(super) fn check(context: &CatalogContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for group in &context.catalog.groups {
        for article in &group.articles {
            let links = article.literals.iter().filter(|literal| literal.kind == LiteralKind::Link);
            for link in links.filter(|literal| literal.side == Side::Target) {
                findings.extend(broken(context, article, link));
            }
            findings.extend(includes(context, article));
        }
    }
    findings
}

fn broken(context: &CatalogContext<'_>, article: &Article, link: &Literal) -> Option<Finding> {
    let catalog = context.catalog;
    let about = |message: String| about(article, link.span, message);
    match catalog.resolve(article, &link.value) {
        Target::Broken(path) => {
            let finding = about(format!("the link leads to `{path}`, which is not there")).caption("this target");
            Some(match catalog.nearest_article(&path) {
                Some(near) => finding.help(format!("did you mean `{near}.md`?")),
                None => finding.help("correct the path, or take the link out"),
            })
        }
        Target::Outside => Some(
            about(format!("the link `{}` leads out of the content", link.value))
                .caption("this target")
                .help("link to an article of the same locale, or to a full address"),
        ),
        Target::Here(fragment) => {
            let group = &catalog.groups[catalog.group(&article.key)?];
            let is_there = fragment.is_empty() || fragment == "top" || has_anchor(group, article, &fragment);
            (!is_there).then(|| {
                let finding = about(format!("the page has no place `#{fragment}`"));
                with_nearest(finding, &fragment, &anchors(group, article))
            })
        }
        Target::Article { group, fragment: Some(fragment) } => {
            let group = &catalog.groups[group];
            let shown = catalog.fallbacks.shown(group, &article.locale, catalog.source_locale.as_ref())?;
            let is_there = has_anchor(group, shown.article, &fragment);
            (!is_there).then(|| {
                let finding = about(format!("the article `{}` has no place `#{fragment}`", group.key));
                with_nearest(finding, &fragment, &anchors(group, shown.article))
            })
        }
        Target::Article { .. } | Target::File(_) | Target::External => None,
    }
}

/// Adds what to do about a place that is not there; `places` are those that are.
fn with_nearest(finding: Finding, fragment: &str, places: &[String]) -> Finding {
    finding.caption("this target").help(match nearest(fragment, places.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `#{near}`?"),
        None => "give the id of a heading, or link to the page itself".to_owned(),
    })
}

/// Returns findings about fragments that are not there.
fn includes<'a>(context: &'a CatalogContext<'_>, article: &'a Article) -> impl Iterator<Item = Finding> + 'a {
    let source = context.catalog.source_locale.as_ref();
    let lost = article
        .includes
        .iter()
        .filter(move |include| context.catalog.fragments.resolve(article, &include.target, source).is_none());
    lost.map(|include| {
        about(article, include.span, format!("the fragment `{}` is not there", include.target))
            .caption("this file")
            .help("fragments stand below a folder `includes` of the locale")
    })
}

fn about(article: &Article, span: crate::source::Span, message: String) -> Finding {
    let mut finding = Finding::at(&LINK_BROKEN, span, message);
    finding.group = Some(article.key.as_str().into());
    finding.locale = Some(article.locale.clone());
    finding
}

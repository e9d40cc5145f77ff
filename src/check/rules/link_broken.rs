use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::anchors::{heading_ids, places};
use crate::catalog::group::Group;
use crate::catalog::links::{LOOKS, Target};
use crate::check::context::CatalogContext;
use crate::config::nearest;
use crate::diag::Finding;
use crate::model::article::Article;
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::rule;
use crate::source::{SourceId, Span};

rule! {
    /// A link within the site leads to nothing.
    ///
    /// A translation that took the link over from its source is not told of it besides.
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
    let mut checker = Checker { context, places: BTreeMap::new(), nearest: BTreeMap::new(), looks: LOOKS };
    let mut findings = Vec::new();
    for group in context.catalog.all_groups() {
        for article in &group.articles {
            let links = article.literals.iter().filter(|literal| literal.kind == LiteralKind::Link);
            for link in links.filter(|literal| literal.side == Side::Target) {
                findings.extend(checker.broken(group, article, link));
            }
            findings.extend(includes(context, article));
            findings.extend(replacement(context, article));
        }
    }
    findings
}

/// What was found out once and is asked for again: one broken link stands in every translation.
struct Checker<'c> {
    context: &'c CatalogContext<'c>,
    /// The places in an article's page that links can name.
    places: BTreeMap<SourceId, BTreeSet<String>>,
    /// The article whose path is most like one that is not there.
    nearest: BTreeMap<String, Option<&'c str>>,
    /// How many paths may yet be looked at.
    looks: usize,
}

impl<'c> Checker<'c> {
    fn broken(&mut self, own: &Group, article: &Article, link: &Literal) -> Option<Finding> {
        let catalog = self.context.catalog;
        if !catalog.judges(&link.value) {
            return None;
        }
        let finding = |message: String| about(article, link.span, message).caption("this target");
        match catalog.resolve(article, &link.value) {
            Target::Broken(path) => {
                let broken = finding(format!("the link leads to `{path}`, which is not there"));
                let looks = &mut self.looks;
                let near = self.nearest.entry(path).or_insert_with_key(|path| {
                    *looks = looks.checked_sub(catalog.groups.len())?;
                    catalog.nearest_article(path)
                });
                Some(match *near {
                    Some(near) => broken.help(format!("did you mean `{near}.md`?")),
                    None => broken.help("correct the path, or take the link out"),
                })
            }
            Target::Outside => {
                let outside = finding(format!("the link `{}` leads out of the content", link.value));
                Some(outside.help("link to an article of the same locale, or to a full address"))
            }
            Target::Here(fragment) => {
                // A fragment of text is part of other pages, whose places are not known here.
                let is_there = fragment.is_empty() || own.key.is_fragment() || self.has_place(own, article, &fragment);
                let message = format!("the page has no place `#{fragment}`");
                let lost = || finding(message).help(self.nearest_place(article, &fragment));
                (!is_there).then(|| beside_lead(lost(), own, &fragment))
            }
            Target::Article { group, fragment: Some(fragment) } => {
                let group = &catalog.groups[group];
                let shown = catalog.fallbacks.shown(group, &article.locale, catalog.source_locale.as_ref())?;
                let is_there = self.has_place(group, shown.article, &fragment);
                let message = format!("the article `{}` has no place `#{fragment}`", group.key);
                let lost = || finding(message).help(self.nearest_place(shown.article, &fragment));
                let is_own = group.key == own.key;
                (!is_there).then(|| if is_own { beside_lead(lost(), group, &fragment) } else { lost() })
            }
            Target::Article { .. } | Target::File(_) | Target::External => None,
        }
    }

    fn has_place(&mut self, group: &Group, article: &Article, id: &str) -> bool {
        let places = self.places.entry(article.source).or_insert_with(|| places(group, article));
        id.eq_ignore_ascii_case("top") || places.contains(&id.to_lowercase())
    }

    /// Returns what to do about a place that `article`, which was looked at, does not have.
    fn nearest_place(&self, article: &Article, id: &str) -> String {
        let places = self.places.get(&article.source).into_iter().flatten().map(String::as_str);
        match nearest(&id.to_lowercase(), places) {
            Some(near) => format!("did you mean `#{near}`?"),
            None => "places are headings, explicit anchors and error parameters".to_owned(),
        }
    }
}

/// Adds the heading of that name in the article that settles what a group has in common, where there is one.
fn beside_lead(finding: Finding, group: &Group, id: &str) -> Finding {
    let lead = group.lead();
    let at = heading_ids(group, lead).iter().position(|heading| heading.eq_ignore_ascii_case(id));
    match at.and_then(|at| lead.headings.get(at)) {
        Some(heading) if group.lead_index().is_some() && finding.source() != Some(lead.source) => {
            finding.origin(heading.span, "this place")
        }
        _ => finding,
    }
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

/// Returns a finding where `replaced_by` names nothing.
fn replacement(context: &CatalogContext<'_>, article: &Article) -> Option<Finding> {
    let named = article.front.replaced_by.as_deref()?;
    if context.catalog.named(named).is_some() {
        return None;
    }
    let span = article.front.key("replaced_by").map_or(article.body, |key| key.value_span());
    let finding = about(article, span, format!("no article and no code `{named}` takes the place of this one"));
    Some(finding.caption("not there").help(match context.catalog.nearest_article(named) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "name the path of an article, or a code that an article is about".to_owned(),
    }))
}

fn about(article: &Article, span: Span, message: String) -> Finding {
    let mut finding = Finding::at(&LINK_BROKEN, span, message);
    finding.group = Some(article.key.clone());
    finding.locale = Some(article.locale.clone());
    finding
}

use std::collections::{BTreeMap, HashSet};

use rustc_hash::FxHashMap;

use crate::catalog::group::Group;
use crate::check::context::CatalogContext;
use crate::check::stray::{Stray, strays};
use crate::diag::{Finding, Place};
use crate::model::document::have_one_outline;
use crate::model::literal::Side;
use crate::model::locale::Locale;
use crate::rule;

rule! {
    /// An article has the text of another article of its locale.
    ///
    /// Of the two that read the same the one is reported that has less in common with its article in other locales.
    /// Where another locale has the same text in both, too, nothing is reported. A text counts as well that shares
    /// hardly a literal with its own article in other locales and nearly all with another article in these.
    ///
    /// ## Why
    /// Readers who look for one error are told about another.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # The mailbox is full
    ///
    /// Run `Get-Mailbox` to see how large the mailbox is, then delete what is not needed.
    /// ```
    /// ```text content/en/b.md
    /// # The link has expired
    ///
    /// - Ask for a new [link](https://links.example/new).
    /// ```
    /// ```text content/de/a.md
    /// # Das Postfach ist voll
    ///
    /// Führen Sie `Get-Mailbox` aus, um die Größe des Postfachs zu sehen, und löschen Sie, was nicht gebraucht wird.
    /// ```
    /// ```text content/de/b.md
    /// # Das Postfach ist voll
    ///
    /// Führen Sie `Get-Mailbox` aus, um die Größe des Postfachs zu sehen, und löschen Sie, was nicht gebraucht wird.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # The mailbox is full
    ///
    /// Run `Get-Mailbox`.
    /// ```
    /// ```text content/de/a.md
    /// # Das Postfach ist voll
    ///
    /// Führen Sie `Get-Mailbox` aus.
    /// ```
    ARTICLE_MISPLACED { id: "article-misplaced", severity: Warning, scope: Catalog }
}

/// The shortest text that two articles do not share by chance, in bytes.
const ENOUGH: usize = 80;

pub(super) fn check(context: &CatalogContext<'_>) -> Vec<Finding> {
    let groups = &context.catalog.groups;
    let mut bodies: FxHashMap<(&Locale, &str), Vec<(usize, usize)>> = FxHashMap::default();
    for (at, group) in groups.iter().enumerate() {
        for (index, article) in group.articles.iter().enumerate() {
            let body = context.sources.slice(article.body).trim();
            if body.len() >= ENOUGH {
                bodies.entry((&article.locale, body)).or_default().push((at, index));
            }
        }
    }
    let twice: BTreeMap<(&Locale, &str), Vec<(usize, usize)>> =
        bodies.into_iter().filter(|(_, places)| places.len() > 1).collect();
    let mut findings: Vec<Finding> = twice.values().flat_map(|places| misplaced(context, places)).collect();
    let known: HashSet<_> = findings.iter().filter_map(Finding::source).collect();
    let strays = strays(context.catalog).into_iter();
    findings.extend(
        strays
            .map(|stray| exchanged(context, stray))
            .filter(|finding| finding.source().is_some_and(|source| !known.contains(&source))),
    );
    findings
}

/// Returns the finding for an article whose text is about what another group is about.
fn exchanged(context: &CatalogContext<'_>, stray: Stray) -> Finding {
    let Stray { group, article, home } = stray;
    let groups = &context.catalog.groups;
    let there = groups[home].lead();
    finding(&groups[group], article, &groups[home])
        .origin(there.headings.first().map_or(there.body, |heading| heading.span), "the article that has its literals")
        .evidence("its literals are those of the other article, and hardly one is its own article's")
}

fn finding(group: &Group, article: usize, home: &Group) -> Finding {
    let text = &group.articles[article];
    let message = format!("the article has the text of `{}`", home.key.as_str());
    let place = Place::Span(text.headings.first().map_or(text.body, |heading| heading.span));
    let mut finding = Finding::new(&ARTICLE_MISPLACED, place, message)
        .caption("this text belongs elsewhere")
        .help("put the translation of this article here");
    finding.group = Some(group.key.clone());
    finding.locale = Some(text.locale.clone());
    finding
}

/// Returns findings for those of the articles with one text that fit their groups worst.
fn misplaced(context: &CatalogContext<'_>, places: &[(usize, usize)]) -> Vec<Finding> {
    let groups = &context.catalog.groups;
    let [(first, one), others @ ..] = places else { return Vec::new() };
    // Groups that share other locales' texts as well are copies of one another.
    let (first, locale) = (&groups[*first], &groups[*first].articles[*one].locale);
    if others.iter().all(|&(at, _)| share(context, &groups[at], first, locale)) {
        return Vec::new();
    }
    let fits: Vec<(usize, usize)> = places.iter().map(|&(at, index)| fit(&groups[at], index)).collect();
    let Some((best, &most)) = fits.iter().enumerate().max_by_key(|(at, fit)| (**fit, usize::MAX - at)) else {
        return Vec::new();
    };
    let (home, owner) = (&groups[places[best].0], places[best].1);
    let there = &home.articles[owner];
    let worse = places.iter().zip(&fits).filter(|&(&(at, index), &fit)| {
        fit < most && !groups[at].is_source(index) && !share(context, &groups[at], home, &there.locale)
    });
    worse
        .map(|(&(at, index), _)| {
            finding(&groups[at], index, home)
                .origin(there.headings.first().map_or(there.body, |heading| heading.span), "the same text")
                .evidence("it has less in common with the article in other locales than the other one has")
        })
        .collect()
}

/// Tells whether another locale has one text in both groups, too.
fn share(context: &CatalogContext<'_>, left: &Group, right: &Group, except: &Locale) -> bool {
    let body = |group: &Group, index: usize| context.sources.slice(group.articles[index].body).trim();
    let locales = left.articles.iter().enumerate().filter(|(_, article)| article.locale != *except);
    locales.into_iter().any(|(index, article)| {
        right.index(&article.locale).is_some_and(|other| body(left, index) == body(right, other))
    })
}

/// Returns how well an article fits its group: how many of its literals others have, and whether one has its outline.
fn fit(group: &Group, index: usize) -> (usize, usize) {
    let values = |index: usize| {
        let own = group.articles[index].literals.iter().filter(|literal| literal.side == Side::Target);
        let mut values: Vec<&str> = own.map(|literal| &*literal.value).collect();
        values.sort_unstable();
        values.dedup();
        values
    };
    let own = values(index);
    let blocks = &group.articles[index].blocks;
    let others = (0..group.articles.len()).filter(|&other| other != index);
    let of = |other: usize| {
        let is_alike = have_one_outline(blocks, &group.articles[other].blocks);
        let shared = values(other).into_iter().filter(|value| own.binary_search(value).is_ok()).count();
        (shared, usize::from(is_alike))
    };
    others.map(of).max().unwrap_or_default()
}

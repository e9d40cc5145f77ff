use std::collections::BTreeSet;

use super::number_differs::counts_years;
use crate::catalog::origin::Evidence;
use crate::catalog::version::Version;
use crate::check::context::GroupContext;
use crate::check::difference::difference;
use crate::check::near::{Budget, nearest};
use crate::check::numbers::{Number, numbers};
use crate::check::plain;
use crate::check::plain::shape::{self, Demand, Shape};
use crate::diag::Finding;
use crate::rule;
use crate::source::Span;

rule! {
    /// The title in the front matter lost a name, an error code or a number of the source's.
    ///
    /// ## Why
    /// Lists, search results and the tabs of browsers show the title, and people look there for the code on their screen.
    /// A name or a code with nothing in its place counts where most other titles keep it, or where the title is known to
    /// be of the same version.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// ---
    /// title: The AllowSelfService policy and error 404
    /// ---
    /// # A heading
    ///
    /// Text.
    /// ```
    /// ```text content/sl/a.md
    /// ---
    /// title: Pravilnik AllowService in napaka 404
    /// ---
    /// # Naslov
    ///
    /// Besedilo.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// ---
    /// title: The AllowSelfService policy and error 404
    /// ---
    /// # A heading
    ///
    /// Text.
    /// ```
    /// ```text content/sl/a.md
    /// ---
    /// title: "Napaka 404: pravilnik AllowSelfService"
    /// ---
    /// # Naslov
    ///
    /// Besedilo.
    /// ```
    TITLE_DIFFERS { id: "title-differs", severity: Warning, scope: Group }
}

/// No title has more names.
const MOST: usize = 16;

/// A name that a title should have.
struct Name<'t> {
    text: &'t str,
    shape: Shape,
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let Some((source, wanted)) = context.group.source.and_then(|at| Some((at, title(context, at)?))) else {
        return Vec::new();
    };
    let names = names(wanted);
    let numbers = numbers(wanted);
    if names.is_empty() && !numbers.iter().any(|number| number.is_plain) {
        return Vec::new();
    }
    let titles: Vec<(usize, &str)> =
        context.translations().filter(|&it| it != source).filter_map(|it| Some((it, title(context, it)?))).collect();
    let mut findings = Vec::new();
    for &(article, text) in titles.iter().filter(|(article, _)| !context.group.versions.is_other(*article)) {
        let mut budget = Budget::default();
        let one = Title { context, source, article, text };
        for name in names.iter().filter(|name| !name.is_in(text)) {
            let others = titles.iter().filter(|(other, _)| *other != article);
            let keep = others.clone().filter(|(_, text)| name.is_in(text)).count();
            findings.extend(one.name(name, (keep, others.count()), &mut budget));
        }
        findings.extend(one.number(wanted, &numbers));
    }
    findings
}

/// The title of a translation.
struct Title<'c, 't> {
    context: &'t GroupContext<'c>,
    source: usize,
    article: usize,
    text: &'t str,
}

impl Title<'_, '_> {
    /// Returns the finding on a name that the title has not; so many of all other translations keep it.
    fn name(&self, name: &Name<'_>, (keep, of): (usize, usize), budget: &mut Budget) -> Option<Finding> {
        // What most others translate is no name.
        if 2 * keep < of {
            return None;
        }
        let became = nearest(self.text, name.text, budget).map(|near| (&self.text[near.range.clone()], near));
        let may_change = name.shape.demand == Demand::Whole || keep > 0;
        let became = became.filter(|(actual, near)| near.form || may_change && !shape::is_inflected(actual, name.text));
        if let Some((actual, _)) = became {
            let message = format!("the title has `{actual}` for `{}`", name.text);
            let words = difference(name.text, actual).words;
            return self.finding(message, actual, words, name.text);
        }
        let is_current = self.context.group.versions.of_article(self.article) == Version::Current;
        let is_lost = name.shape.demand == Demand::Whole && (is_current || keep > 0 && 2 * keep > of);
        let message = format!("the title lacks `{}`", name.text);
        is_lost.then(|| self.finding(message, self.text, "it should stand here".to_owned(), name.text)).flatten()
    }

    /// Returns the finding on the only number of three digits or more that stands in the place of another. Smaller ones
    /// may be measures.
    fn number(&self, wanted: &str, numbers: &[Number]) -> Option<Finding> {
        let ours = self::numbers(self.text);
        let values = |numbers: &[Number]| -> BTreeSet<String> {
            numbers.iter().flat_map(|number| number.values.iter().cloned()).collect()
        };
        let (theirs, here) = (values(numbers), values(&ours));
        let is_in = |number: &&Number, other: &BTreeSet<String>| number.values.iter().any(|it| other.contains(it));
        let lost: Vec<&Number> = numbers.iter().filter(|number| number.is_plain && !is_in(number, &here)).collect();
        let strange: Vec<&Number> = ours.iter().filter(|number| number.is_plain && !is_in(number, &theirs)).collect();
        let ([lost], [strange]) = (&lost[..], &strange[..]) else { return None };
        let length = |number: &Number| number.values[0].len();
        if length(lost) < 3 || length(strange) != length(lost) || counts_years(self.context, self.article, lost) {
            return None;
        }
        let (lost_text, actual) = (&wanted[lost.range.clone()], &self.text[strange.range.clone()]);
        let message = format!("the title has the number `{actual}` for `{lost_text}`");
        self.finding(message, actual, "this number".to_owned(), lost_text)
    }

    fn finding(&self, message: String, actual: &str, caption: String, expected: &str) -> Option<Finding> {
        let context = self.context;
        let evidence = Evidence::Source(context.group.articles[self.source].locale.clone());
        let finding = context
            .finding(&TITLE_DIFFERS, self.article, place(context, self.article, actual)?, message)
            .caption(caption)
            .texts(expected, actual)
            .help("names, codes and numbers are the same in every language: write them as the source does");
        Some(context.beside(finding, &evidence, place(context, self.source, expected)?, "as it reads here"))
    }
}

impl Name<'_> {
    /// Tells whether a title has the name.
    fn is_in(&self, title: &str) -> bool {
        let same = |title: &str, name: &str| shape::places(title, name).next().is_some();
        same(title, self.text)
            || self.shape.any_case && same(&title.to_ascii_lowercase(), &self.text.to_ascii_lowercase())
    }
}

/// Returns the names of a title that no language translates.
fn names(title: &str) -> Vec<Name<'_>> {
    let mut names: Vec<Name<'_>> = Vec::new();
    plain::token::tokens(title, |range| {
        let text = &title[range];
        if let Some(shape) = shape::of(text).filter(|shape| shape.demand >= Demand::Change)
            && names.len() < MOST
            && !names.iter().any(|other| other.text == text)
        {
            names.push(Name { text, shape });
        }
    });
    names
}

fn title<'c>(context: &GroupContext<'c>, article: usize) -> Option<&'c str> {
    context.group.articles[article].front.title.as_deref()
}

/// Returns where a part of an article's title stands; all of the title where it is written otherwise.
fn place(context: &GroupContext<'_>, article: usize, part: &str) -> Option<Span> {
    let span = context.group.articles[article].front.key("title")?.value_span();
    let start = context.sources.slice(span).find(part).map(|at| span.start as usize + at);
    Some(start.map_or(span, |start| Span::new(span.source, start..start + part.len())))
}

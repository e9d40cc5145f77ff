use std::collections::BTreeSet;

use super::number_differs::counts_years;
use crate::catalog::origin::Evidence;
use crate::catalog::version::Version;
use crate::check::context::GroupContext;
use crate::check::difference::difference;
use crate::check::language::{Scripts, is_near};
use crate::check::near::{Budget, nearest};
use crate::check::numbers::{Number, numbers};
use crate::check::passage::folded;
use crate::check::plain;
use crate::check::plain::shape::{self, Demand, Shape};
use crate::check::presence::slip;
use crate::diag::Finding;
use crate::model::article::Article;
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

const HELP: &str = "names, codes and numbers are the same in every language: write them as the source does";

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
    let titles: Vec<(usize, &str)> =
        context.translations().filter(|&it| it != source).filter_map(|it| Some((it, title(context, it)?))).collect();
    let all = titles.iter().map(|&(article, text)| Title { context, source, article, text });
    let (mut findings, mut translated) = (Vec::new(), Vec::new());
    for one in all {
        match one.untranslated(wanted) {
            Some(finding) => findings.push(finding),
            None => translated.push(one),
        }
    }
    let names = names(wanted);
    let numbers = numbers(wanted);
    if names.is_empty() && numbers.is_empty() && slip::acronyms(wanted).next().is_none() {
        return findings;
    }
    for one in translated.iter().filter(|one| !context.group.versions.is_other(one.article)) {
        let mut budget = Budget::default();
        let keep = |has: &dyn Fn(&str) -> bool| {
            let others = titles.iter().filter(|(other, _)| *other != one.article);
            (others.clone().filter(|(_, text)| has(text)).count(), others.count())
        };
        for name in names.iter().filter(|name| !name.is_in(one.text)) {
            findings.extend(one.name(name, keep(&|text| name.is_in(text)), &mut budget));
        }
        findings.extend(one.number(wanted, &numbers));
        findings.extend(one.code(wanted, &numbers, |code| keep(&|text| text.contains(code))));
        findings.extend(one.acronym(wanted));
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
    /// Returns the finding that the title is empty, or the source's where the heading that says the same was translated.
    fn untranslated(&self, wanted: &str) -> Option<Finding> {
        let articles = &self.context.group.articles;
        let (own, source) = (&articles[self.article], &articles[self.source]);
        if self.text.trim().is_empty() && !wanted.trim().is_empty() {
            let help = "translate the title of the source";
            return self.finding("the title is empty".to_owned(), self.text, "here".to_owned(), wanted, help);
        }
        if !self.text.trim().eq_ignore_ascii_case(wanted.trim()) {
            return None;
        }
        let heading = |article: &'_ Article| {
            let first = article.headings.first().filter(|heading| heading.level == 1);
            first.map(|heading| folded(&heading.text))
        };
        let (here, there) = (heading(own)?, heading(source)?);
        let is_word = |word: &str| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        // In another script a title of names alone is one that the heading has, too.
        let is_foreign = Scripts::are_foreign(&own.locale) && !here.contains(&there);
        let is_left = there == folded(wanted)
            && here != there
            && !is_near(&own.locale, &source.locale)
            && (is_foreign || wanted.split(' ').any(is_word));
        let message = || format!("the title is still in {}, and the heading is translated", source.locale);
        let help = "translate it as the heading is";
        is_left.then(|| self.finding(message(), self.text, "this title".to_owned(), wanted, help)).flatten()
    }

    /// Returns the finding on a code of three numbers or more that the title lost, or has another for; so many of all
    /// other translations keep it.
    fn code(&self, wanted: &str, numbers: &[Number], keep: impl Fn(&str) -> (usize, usize)) -> Option<Finding> {
        let is_code = |number: &&Number| !number.is_plain && number.values[0].matches('.').count() >= 2;
        let lost = numbers.iter().filter(is_code).map(|number| &wanted[number.range.clone()]);
        let code = lost.into_iter().find(|code| !self.text.contains(code))?;
        let (kept, of) = keep(code);
        let ours = self::numbers(self.text);
        let mut ours = ours.iter().filter(is_code).map(|number| &self.text[number.range.clone()]);
        if let Some(actual) = ours.find(|other| !wanted.contains(other)) {
            let message = format!("the title has the code `{actual}` for `{code}`");
            return self.finding(message, actual, "this code".to_owned(), code, HELP);
        }
        let is_current = self.context.group.versions.of_article(self.article) == Version::Current;
        let message = || format!("the title lacks the code `{code}`");
        let is_lost = is_current || self.heading_has(code) || kept > 0 && 2 * kept > of;
        is_lost.then(|| self.finding(message(), self.text, "it should stand here".to_owned(), code, HELP)).flatten()
    }

    /// Returns the finding on an acronym that stands in the place of another, among letters of another script.
    fn acronym(&self, wanted: &str) -> Option<Finding> {
        if !Scripts::are_foreign(&self.context.group.articles[self.article].locale) {
            return None;
        }
        let words = slip::acronyms(self.text).map(|range| &self.text[range]);
        let mut words = words.filter(|word| !wanted.contains(word));
        let (actual, name) = words.find_map(|word| Some((word, slip::replaced(self.text, word, wanted)?)))?;
        let message = format!("the title has `{actual}` for `{name}`");
        self.finding(message, actual, difference(name, actual).words, name, HELP)
    }

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
            return self.finding(message, actual, words, name.text, HELP);
        }
        let is_current = self.context.group.versions.of_article(self.article) == Version::Current;
        let is_kept = || self.heading_has(name.text) || keep > 0 && 2 * keep > of;
        let is_lost = name.shape.demand == Demand::Whole && (is_current || is_kept());
        let message = format!("the title lacks `{}`", name.text);
        is_lost.then(|| self.finding(message, self.text, "it should stand here".to_owned(), name.text, HELP)).flatten()
    }

    /// Tells whether the first heading of the translation has a name or a code.
    fn heading_has(&self, text: &str) -> bool {
        let headings = &self.context.group.articles[self.article].headings;
        headings.first().is_some_and(|heading| shape::places(&heading.text, text).next().is_some())
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
        // The heading says it again.
        let [lost_text, actual] = [&wanted[lost.range.clone()], &self.text[strange.range.clone()]];
        let is_sure = length(lost) > 2 || self.heading_has(lost_text) && !self.heading_has(actual);
        if !is_sure || length(strange) != length(lost) || counts_years(self.context, self.article, lost) {
            return None;
        }
        let message = format!("the title has the number `{actual}` for `{lost_text}`");
        self.finding(message, actual, "this number".to_owned(), lost_text, HELP)
    }

    fn finding(
        &self,
        message: String,
        actual: &str,
        caption: String,
        expected: &str,
        help: &'static str,
    ) -> Option<Finding> {
        let context = self.context;
        let evidence = Evidence::Source(context.group.articles[self.source].locale.clone());
        let finding = context
            .finding(&TITLE_DIFFERS, self.article, place(context, self.article, actual)?, message)
            .caption(caption)
            .texts(expected, actual)
            .help(help);
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

/// Returns what stands behind `title`; an empty title is one as well.
fn title<'c>(context: &GroupContext<'c>, article: usize) -> Option<&'c str> {
    let front = &context.group.articles[article].front;
    front.title.as_deref().or_else(|| front.key("title").map(|_| ""))
}

/// Returns where a part of an article's title stands; all of the title where it is written otherwise.
fn place(context: &GroupContext<'_>, article: usize, part: &str) -> Option<Span> {
    let span = context.group.articles[article].front.key("title")?.value_span();
    let start = context.sources.slice(span).find(part).map(|at| span.start as usize + at);
    Some(start.map_or(span, |start| Span::new(span.source, start..start + part.len())))
}

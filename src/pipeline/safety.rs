//! Proof that fixes are safe: with them made, checking the group again shows what they mend gone, and nothing new.
//!
//! A fix without that proof is only suggested.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::catalog::group::Group;
use crate::catalog::{self, Catalog};
use crate::check::{self, Depth};
use crate::config::Terms;
use crate::diag::{Applicability, Finding, Scope};
use crate::markdown;
use crate::model::article::Article;
use crate::model::key::ArticleKey;
use crate::source::edit::{self, Edit};
use crate::source::{Source, SourceId, SourceMap, Span};

/// The most checks of one group that its proof may cost; what is not proved by then is only suggested.
const MOST_CHECKS: usize = 40;

/// Of a group with more fixes, which costs more to check, fewer checks: so many in all, fix by fix.
const MOST_WORK: usize = 4000;

/// How many findings there are of each rule in each file: what a finding quotes may change with a fix beside it.
pub(super) type Tally = BTreeMap<(&'static str, Box<str>), usize>;

/// Counts `findings`.
pub(super) fn tally<'f>(findings: impl IntoIterator<Item = &'f Finding>, sources: &SourceMap) -> Tally {
    let mut tally = Tally::new();
    for finding in findings {
        *tally.entry(kind(finding, sources)).or_default() += 1;
    }
    tally
}

/// Counts what is found in groups by themselves; nothing where no fix is to be proved.
pub(super) fn before(findings: &[Finding], sources: &SourceMap) -> Tally {
    if !findings.iter().any(is_safe) {
        return Tally::new();
    }
    tally(findings.iter().filter(|finding| finding.rule.scope != Scope::Catalog), sources)
}

/// Returns the rule of a finding and the file that it is about; nothing for what is about no file.
pub(super) fn kind(finding: &Finding, sources: &SourceMap) -> (&'static str, Box<str>) {
    let file = finding.source().map(|source| sources.get(source).path.clone());
    (finding.rule.id, file.unwrap_or_default())
}

/// Takes the word "safe" from every fix among `findings` that does not prove to be it.
///
/// `before` counts what was found before anything was silenced or left out.
pub(super) fn prove(
    findings: &mut [Finding],
    before: &Tally,
    catalog: &Catalog,
    sources: &SourceMap,
    options: &markdown::Options,
    terms: &Terms,
) {
    let mut candidates: BTreeMap<&ArticleKey, Vec<usize>> = BTreeMap::new();
    let of_site = findings.iter().filter(|finding| finding.rule.scope == Scope::Catalog);
    let broken: BTreeSet<Span> = of_site.filter_map(Finding::span).collect();
    for (index, finding) in findings.iter().enumerate().filter(|(_, finding)| is_safe(finding)) {
        if let Some(group) = &finding.group {
            candidates.entry(group).or_default().push(index);
        }
    }
    if candidates.is_empty() {
        return;
    }
    let groups: Vec<(&Group, Vec<usize>)> =
        catalog.all_groups().filter_map(|group| Some((group, candidates.remove(&group.key)?))).collect();
    let shared = &*findings;
    let proved: BTreeSet<usize> = groups
        .par_iter()
        .flat_map_iter(|(group, candidates)| {
            Proof::new(group, shared, before, catalog, sources, options, terms).of(candidates)
        })
        .collect();
    for (index, finding) in findings.iter_mut().enumerate().filter(|(_, finding)| is_safe(finding)) {
        // A target that leads nowhere in the origin would lead nowhere here.
        let leads_nowhere = finding.origin.as_ref().is_some_and(|origin| broken.contains(&origin.span));
        if let Some(fix) = finding.fix.as_mut().filter(|_| leads_nowhere || !proved.contains(&index)) {
            fix.applicability = Applicability::Suggested;
        }
    }
}

/// Takes the word "safe" from every fix.
pub(super) fn leave_unproved(findings: &mut [Finding]) {
    for fix in findings.iter_mut().filter_map(|finding| finding.fix.as_mut()) {
        fix.applicability = Applicability::Suggested;
    }
}

/// Tells whether a finding's fix is offered as safe.
pub(super) fn is_safe(finding: &Finding) -> bool {
    finding.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Safe)
}

/// Returns those of `edits` that can be made together, the first of those that meet.
pub(super) fn apart<'e>(edits: impl IntoIterator<Item = (usize, &'e [Edit])>) -> (Vec<usize>, Vec<&'e Edit>) {
    let mut taken: BTreeMap<(SourceId, u32, u32), &Edit> = BTreeMap::new();
    let mut chosen = Vec::new();
    for (index, edits) in edits {
        if edits.iter().all(|edit| is_free(&taken, edit)) {
            taken.extend(edits.iter().map(|edit| (key(edit), edit)));
            chosen.push(index);
        }
    }
    (chosen, taken.into_values().collect())
}

fn key(edit: &Edit) -> (SourceId, u32, u32) {
    (edit.span.source, edit.span.start, edit.span.end)
}

/// Tells whether `edit` touches none of `taken`; two that are the same are one.
fn is_free(taken: &BTreeMap<(SourceId, u32, u32), &Edit>, edit: &Edit) -> bool {
    let (source, start, end) = key(edit);
    if taken.get(&key(edit)).is_some_and(|other| *other == edit) {
        return true;
    }
    let before = taken.range(..=(source, end, u32::MAX)).next_back();
    before.is_none_or(|((other, _, last), _)| *other != source || *last < start)
}

/// Checks one group again and again.
struct Proof<'a> {
    group: &'a Group,
    findings: &'a [Finding],
    catalog: &'a Catalog,
    sources: &'a SourceMap,
    options: &'a markdown::Options,
    terms: &'a Terms,
    /// What was found in the whole site.
    before: &'a Tally,
    /// What is found in the group by itself, once that is asked for.
    alone: OnceCell<Tally>,
    /// The articles that any of the fixes changes.
    changed: BTreeSet<SourceId>,
    /// How many checks it may still cost.
    checks_left: usize,
}

impl<'a> Proof<'a> {
    fn new(
        group: &'a Group,
        findings: &'a [Finding],
        before: &'a Tally,
        catalog: &'a Catalog,
        sources: &'a SourceMap,
        options: &'a markdown::Options,
        terms: &'a Terms,
    ) -> Self {
        Self {
            group,
            findings,
            catalog,
            sources,
            options,
            terms,
            before,
            alone: OnceCell::new(),
            changed: BTreeSet::new(),
            checks_left: MOST_CHECKS,
        }
    }

    /// Returns those of `candidates` whose fixes are safe: all of those that are returned can be made, as far as
    /// they do not meet.
    fn of(mut self, candidates: &[usize]) -> Vec<usize> {
        self.checks_left = (MOST_WORK / candidates.len().max(1)).clamp(4, MOST_CHECKS);
        let edits = candidates.iter().flat_map(|&index| self.edits(index));
        self.changed = edits.map(|edit| edit.span.source).collect();
        let mut proved = Vec::new();
        let mut rest = candidates.to_vec();
        // What meets another fix is proved by itself.
        while !rest.is_empty() {
            let (chosen, _) = apart(rest.iter().map(|&index| (index, self.edits(index))));
            rest.retain(|index| chosen.binary_search(index).is_err());
            proved.extend(self.safe(&chosen));
        }
        proved
    }

    fn edits(&self, index: usize) -> &'a [Edit] {
        self.findings[index].fix.as_ref().map(|fix| &*fix.edits).unwrap_or_default()
    }

    /// Returns the largest part of `chosen` that proves safe, looked for in its parts where the whole does not.
    fn safe(&mut self, chosen: &[usize]) -> Vec<usize> {
        if chosen.is_empty() || self.checks_left == 0 {
            return Vec::new();
        }
        self.checks_left -= 1;
        let spoilt = self.spoilt(chosen);
        if spoilt.is_empty() {
            return chosen.to_vec();
        }
        if chosen.len() == 1 {
            return Vec::new();
        }
        let parts = self.parts(chosen, &spoilt).map(|part| self.safe(&part));
        let mut parts = parts.into_iter().filter(|part| !part.is_empty());
        let Some(first) = parts.next() else { return Vec::new() };
        let rest = parts.flatten().collect::<Vec<_>>();
        if rest.is_empty() {
            return first;
        }
        let mut all = [&first[..], &rest].concat();
        all.sort_unstable();
        // This one more is made even where the parts have used up all.
        self.checks_left = self.checks_left.saturating_sub(1);
        // All of them together did not prove it before.
        if all.len() < chosen.len() && self.spoilt(&all).is_empty() { all } else { first }
    }

    /// Parts fixes that do not prove safe together: those in files that are not `spoilt`, and the halves of the rest.
    fn parts(&self, chosen: &[usize], spoilt: &BTreeSet<Box<str>>) -> [Vec<usize>; 3] {
        let is_spoilt = |index: &usize| spoilt.contains(&kind(&self.findings[*index], self.sources).1);
        let (mut suspect, mut good): (Vec<usize>, Vec<usize>) = chosen.iter().partition(|index| is_spoilt(index));
        if suspect.is_empty() {
            std::mem::swap(&mut suspect, &mut good);
        }
        let (left, right) = suspect.split_at(suspect.len() / 2);
        [good, left.to_vec(), right.to_vec()]
    }

    /// Returns the files in which, with these fixes made, something is new or what they mend is not gone.
    fn spoilt(&self, chosen: &[usize]) -> BTreeSet<Box<str>> {
        let edits: Vec<&Edit> = chosen.iter().flat_map(|&index| self.edits(index)).collect();
        let mended = tally(chosen.iter().map(|&index| &self.findings[index]), self.sources);
        let Some(after) = self.tally_with(&edits) else { return mended.into_keys().map(|(_, file)| file).collect() };
        let worse_than = |before: &Tally| -> BTreeSet<Box<str>> {
            let left = |name: &(&'static str, Box<str>)| {
                let before = before.get(name).copied().unwrap_or_default();
                before.saturating_sub(mended.get(name).copied().unwrap_or_default())
            };
            let unknown = mended.keys().filter(|name| !before.contains_key(name));
            let more = after.iter().filter(|(name, count)| **count > left(name)).map(|(name, _)| name);
            unknown.chain(more).map(|(_, file)| file.clone()).collect()
        };
        let worse = worse_than(self.before);
        if worse.is_empty() {
            return worse;
        }
        // The site as a whole may be judged with more at hand than one group, such as the history of its files.
        worse_than(self.alone.get_or_init(|| self.tally_with(&[]).unwrap_or_default()))
    }

    /// Checks the group with `edits` made, of which no two meet; `None` where they are in no article of it.
    ///
    /// What depends on other groups is left out.
    fn tally_with(&self, edits: &[&Edit]) -> Option<Tally> {
        let distinct: BTreeMap<_, &Edit> = edits.iter().map(|&edit| (key(edit), edit)).collect();
        let mut by_source: BTreeMap<SourceId, Vec<Edit>> = BTreeMap::new();
        for edit in distinct.into_values() {
            by_source.entry(edit.span.source).or_default().push(edit.clone());
        }
        let edited: BTreeSet<SourceId> = by_source.keys().copied().collect();
        let changed = self.group.articles.iter().map(|article| {
            let source = self.sources.get(article.source);
            match by_source.remove(&article.source) {
                Some(edits) => Some(Source { text: edit::apply(&source.text, &edits)?.into(), ..source.clone() }),
                None => Some(source.clone()),
            }
        });
        let mut sources: SourceMap = changed.collect::<Option<_>>()?;
        if !by_source.is_empty() {
            return None;
        }
        let mut findings = Vec::new();
        let read = |article: &Article| {
            if !edited.contains(&article.source) {
                return article.clone();
            }
            let source = sources.get(article.source);
            let (article, found) = markdown::parse(source, article.locale.clone(), article.key.clone(), self.options);
            findings.extend(found);
            article
        };
        let articles = self.group.articles.iter().map(read).collect();
        let settings = catalog::Settings {
            source_locale: self.catalog.source_locale.clone(),
            order: self.catalog.settings.order.clone(),
            ..catalog::Settings::default()
        };
        let (catalog, _) = catalog::index(articles, &mut sources, self.options, settings);
        findings.extend(check::run_groups(&catalog, &sources, self.terms, Depth::All, &self.changed));
        findings.retain(|finding| finding.rule.scope != Scope::Catalog);
        Some(tally(&findings, &sources))
    }
}

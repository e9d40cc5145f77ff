//! Products of common words that are called so in every language ([`products`]): where they are missing, where their end
//! alone was translated, where they stand in another case.

use std::cmp::Reverse;
use std::ops::Range;

use super::elsewhere::Name;
use super::lost::Lost;
use super::peers::{place, times};
use super::siblings::is_form_in;
use crate::catalog::origin::Evidence;
use crate::check::context::GroupContext;
use crate::check::near::Budget;
use crate::check::passage::Passage;
use crate::check::plain::{products, shape};
use crate::diag::{Finding, Meta};
use crate::model::literal::Side;

/// Where the source says more than so many, a translator may say a name once for twice.
const SENTENCES: usize = 2;

/// No article has more of them, or lacks one in more places.
const MOST: usize = 64;

const EVIDENCE: &str = "its maker has no other name for it";

/// Returns a finding for each passage in which a translation has lost a product, or has it in another case.
///
/// `names` are those of the source. One of several words can be no word of a menu or a title, wherever it stands.
pub fn changed(context: &GroupContext<'_>, rule: &'static Meta, names: &[Name<'_>]) -> Vec<Finding> {
    let same = names.chunk_by(|left, right| left.text == right.text).filter(|same| products::is_one(same[0].text));
    let mut all: Vec<Name<'_>> = same.flatten().copied().collect();
    let Some(source) = context.group.source.filter(|_| !all.is_empty()) else { return Vec::new() };
    all.iter_mut().for_each(|product| product.is_sure |= product.text.contains(' '));
    // Of a name and its part the whole comes first.
    all.sort_by_key(|product| (Reverse(product.text.len()), product.text, product.block, !product.is_sure));
    all.dedup_by_key(|product| (product.text, product.block));
    let mut survey = Survey { context, rule, source, budget: Budget::default(), findings: Vec::new() };
    for article in context.asked() {
        if context.group.versions.same(source, article) != Some(false) {
            let products = all.chunk_by(|left, right| left.text == right.text).take(MOST);
            products.for_each(|same| survey.product(article, same));
        }
    }
    survey.findings
}

struct Survey<'c, 'g> {
    context: &'c GroupContext<'g>,
    rule: &'static Meta,
    source: usize,
    budget: Budget,
    findings: Vec<Finding>,
}

impl Survey<'_, '_> {
    /// Looks for a product in an article, where the source has it in these places.
    fn product(&mut self, article: usize, same: &[Name<'_>]) {
        let context = self.context;
        let mut kept = 0;
        let mut lacking: Vec<(Name<'_>, u32)> = Vec::new();
        for &product in same {
            let Some(block) = self.block(article, product.block) else { continue };
            let [there, here] = [(self.source, product.block), (article, block)]
                .map(|(article, block)| times(context.prose[article].block(block), product.text));
            kept += here;
            if here < there {
                lacking.push((product, block));
            }
        }
        // Where the article has it nowhere, it stands for the product in titles, too.
        let is_nowhere = kept == 0 && same.iter().any(|product| product.is_sure);
        for (product, block) in lacking.into_iter().take(MOST) {
            let product = Name { is_sure: product.is_sure || is_nowhere, ..product };
            let passage = Passage::of(&context.prose[article], block, Side::Target);
            if let Some(range) = in_another_case(&passage.text, product.text) {
                self.tell(self.cased(article, &passage, range, (product, block)));
                continue;
            }
            let there = Passage::of(&context.prose[self.source], product.block, Side::Target);
            let is_lost = || {
                is_cut(&there.text, &passage.text, product.text)
                    || self.is_lost(article, product, [&there, &passage], block, kept)
            };
            if !shares_word(&there.text, &passage.text, product.text) && is_lost() {
                self.tell(self.lost(article, product, block));
            }
        }
    }

    /// Returns the block of an article that stands for the source's, if the budget lets it be read.
    fn block(&mut self, article: usize, there: u32) -> Option<u32> {
        let context = self.context;
        let block = context.readings.block(article, context.readings.column(self.source, there)?)?;
        let length = context.group.articles[article].blocks[block as usize].span.range().len();
        self.budget.spend(length).map(|()| block)
    }

    /// Keeps a finding, unless what it is about is known to be a part of something else.
    fn tell(&mut self, finding: Option<Finding>) {
        let Some(finding) = finding else { return };
        let holds =
            |known: &Finding| known.span().zip(finding.span()).is_some_and(|(known, span)| known.contains(span));
        if !self.findings.iter().any(holds) {
            self.findings.push(finding);
        }
    }

    /// Tells whether a passage lacks a product that it could not say otherwise, and that most other translations keep;
    /// the article has it `kept` times in the others.
    fn is_lost(
        &self,
        article: usize,
        product: Name<'_>,
        [there, passage]: [&Passage<'_, '_>; 2],
        block: u32,
        kept: usize,
    ) -> bool {
        let is_told = || self.context.absences().tell_of(article, block, product.text);
        let is_missing = || {
            let [theirs, ours] = [there, passage].map(Passage::sentences);
            let first = theirs.iter().position(|range| there.text[range.clone()].contains(product.text));
            match first.filter(|_| theirs.len() == ours.len()) {
                Some(first) => !has_form(&passage.text[ours[first].clone()], product.text),
                // Nobody says otherwise all through an article what its source calls by name.
                None => (kept == 0 || theirs.len() <= SENTENCES) && !has_form(&passage.text, product.text),
            }
        };
        product.is_sure && is_missing() && !is_told() && self.most_keep(article, product)
    }

    /// Tells whether at least half of the other translations keep a product in the passage, or there are none.
    fn most_keep(&self, article: usize, product: Name<'_>) -> bool {
        let context = self.context;
        let Some(at) = context.readings.column(self.source, product.block) else { return false };
        let others = context.read_translations().filter(|&other| other != article);
        let blocks = others.filter_map(|other| Some(context.prose[other].block(context.readings.block(other, at)?)));
        let (all, keep) =
            blocks.fold((0, 0), |(all, keep), runs| (all + 1, keep + usize::from(times(runs, product.text) > 0)));
        all == 0 || keep > 0 && 2 * keep >= all
    }

    fn lost(&self, article: usize, product: Name<'_>, block: u32) -> Option<Finding> {
        let context = self.context;
        let evidence = self.evidence(article, block)?;
        let there = place(context.prose[self.source].block(product.block), product.text)?;
        let place = context.group.articles[article].blocks[block as usize].span;
        let finding = Lost { name: product.text, article, place, there }.finding(context, self.rule, &evidence);
        Some(finding.evidence(EVIDENCE))
    }

    fn cased(
        &self,
        article: usize,
        passage: &Passage<'_, '_>,
        range: Range<usize>,
        (product, block): (Name<'_>, u32),
    ) -> Option<Finding> {
        let context = self.context;
        let actual = &passage.text[range.clone()];
        let message = format!("the name `{}` was changed to `{actual}`", product.text);
        let finding = context.finding(self.rule, article, passage.span(&range)?, message);
        let finding = finding.caption("in another case").texts(product.text, actual);
        let there = place(context.prose[self.source].block(product.block), product.text)?;
        Some(context.beside(finding, &self.evidence(article, block)?, there, "as it reads here"))
    }

    fn evidence(&self, article: usize, block: u32) -> Option<Evidence> {
        Some(self.context.readings.original(article, block)?.evidence)
    }
}

/// Tells whether a translation has the beginning of a product's name without its end more often than the source.
fn is_cut(there: &str, here: &str, name: &str) -> bool {
    let Some(head) = products::head(name) else { return false };
    let end = &name[head.len() + 1..];
    // The end of the name may have an ending of the language, and other signs may stand between its words. A hyphen may
    // as well make a word of the language of it.
    let is_alone = |rest: &str| {
        let is_whole =
            rest.strip_prefix(['-', ' ', '\u{a0}', '\u{202f}', '\n']).is_some_and(|rest| rest.starts_with(end));
        !is_whole && !rest.starts_with('-')
    };
    let alone = |text: &str| shape::places(text, head).filter(|range| is_alone(&text[range.end..])).count();
    alone(here) > alone(there)
}

/// Tells whether a translation has all words of a name, and may have said one of them once for two names that share it:
/// "Word, Excel und PowerPoint Online".
fn shares_word(there: &str, here: &str, name: &str) -> bool {
    let times = |text: &str, part: &str| shape::places(text, part).count();
    let ends = [name.split(' ').next(), name.rsplit(' ').next()];
    let is_shared = |word: &str| times(there, word) > times(there, name) && times(here, word) < times(there, word);
    name.contains(' ')
        && ends.into_iter().flatten().any(is_shared)
        && name.split(' ').all(|word| shape::places(here, word).next().is_some())
}

/// Tells whether a text has a form of a name: with an ending, or with other signs between its words.
fn has_form(text: &str, name: &str) -> bool {
    let joined = |text: &str| text.replace(['-', ' ', '\u{a0}', '\u{202f}'], "");
    is_form_in(text, name) || is_form_in(&joined(text), &joined(name))
}

/// Returns where a text has a name of several words in another case, but for titles in capitals, and nowhere in its own.
fn in_another_case(text: &str, name: &str) -> Option<Range<usize>> {
    if !name.contains(' ') || text.contains(name) {
        return None;
    }
    let (folded, wanted) = (text.to_ascii_lowercase(), name.to_ascii_lowercase());
    let mut places = folded.match_indices(&wanted).map(|(at, found)| at..at + found.len());
    let is_title = !text.contains(char::is_lowercase);
    places.find(|range| shape::stands_alone(text, range) && !is_title)
}

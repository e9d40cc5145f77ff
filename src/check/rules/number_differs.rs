use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::catalog::origin::{Evidence, Original};
use crate::check::context::GroupContext;
use crate::check::durations;
use crate::check::lexicon::{LIKELY, stems};
use crate::check::numbers::{Number, digit, held, named, numbers, versioned};
use crate::check::numerals::{self, Counted};
use crate::check::passage::Passage;
use crate::check::plain::shape;
use crate::check::times::{self, Times};
use crate::check::units;
use crate::diag::{Finding, Severity};
use crate::model::document::BlockKind;
use crate::model::literal::Side;
use crate::rule;
use crate::source::Span;

rule! {
    /// A number of the origin was changed, or is lost.
    ///
    /// Numbers are compared as values, in whatever digits and with whatever marks a language writes them. Numbers up
    /// to twelve count only where another stands in their place, for languages write them as words. A number of two
    /// digits that is lost with nothing in its place is a note where it may be said in words or in another unit.
    ///
    /// ## Why
    /// A limit, a port or a time that is wrong sends the reader the wrong way, and nothing in the sentence shows it.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// A deleted mailbox is kept for 30 days.
    /// ```
    /// ```text content/de/a.md
    /// # Eine Überschrift
    ///
    /// Ein gelöschtes Postfach wird 90 Tage aufbewahrt.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// A folder holds 10,000 items or 2.5 GB, and one or more users.
    /// ```
    /// ```text content/de/a.md
    /// # Eine Überschrift
    ///
    /// Ein Ordner fasst 10.000 Elemente oder 2,5 GB und mindestens 1 Benutzer.
    /// ```
    NUMBER_DIFFERS { id: "number-differs", severity: Warning, scope: Group }
}

/// So many numbers are compared in one block.
const NUMBERS: usize = 1024;

/// So many versions are looked at in one block.
const MOST: usize = 64;

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    if context.group.articles.len() < 2 && context.group.articles.iter().all(|article| article.segments.is_empty()) {
        return Vec::new();
    }
    let texts = Texts::of(context);
    context.asked().flat_map(|article| texts.article(article)).collect()
}

/// The numbers of a group's articles.
struct Texts<'c, 'g> {
    context: &'g GroupContext<'c>,
    /// What each article's blocks hold, code included; of most blocks nobody asks.
    held: Vec<Vec<OnceCell<Held>>>,
}

impl<'c, 'g> Texts<'c, 'g> {
    fn of(context: &'g GroupContext<'c>) -> Self {
        let articles = &context.group.articles;
        Self { context, held: articles.iter().map(|article| vec![OnceCell::new(); article.blocks.len()]).collect() }
    }

    fn held(&self, article: usize, block: u32) -> &Held {
        let read = || Held::of(&self.context.prose[article].text(block, Side::Target));
        self.held[article][block as usize].get_or_init(read)
    }

    fn article(&self, article: usize) -> Vec<Finding> {
        let blocks = &self.context.group.articles[article].blocks;
        let is_text =
            |kind| matches!(kind, BlockKind::Heading(_) | BlockKind::Paragraph | BlockKind::Cell | BlockKind::Html);
        let blocks = blocks.iter().enumerate().filter(|(_, block)| is_text(block.kind));
        let structure = self.context.structure(article);
        let is_gone = |block: u32| self.context.readings.column(article, block).is_some_and(|at| structure.is_gone(at));
        let blocks = blocks.map(|(block, _)| number(block)).filter(|&block| !is_gone(block));
        let mut findings: Vec<Finding> = Vec::new();
        for block in blocks {
            findings.extend(self.block(article, block));
            findings.extend(self.time(article, block));
        }
        findings
    }

    fn block(&self, article: usize, block: u32) -> Vec<Finding> {
        let Some(original) = self.original(article, block) else { return Vec::new() };
        let prose = &self.context.prose[original.article];
        // Most passages have no numbers, and are not read for them.
        let may_have = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit() || !byte.is_ascii());
        if !prose.block(original.block).iter().any(|run| run.side == original.side && may_have(&run.text)) {
            return Vec::new();
        }
        let theirs = match original.side {
            Side::Target => Cow::Borrowed(self.held(original.article, original.block)),
            Side::Source => Cow::Owned(Held::of(&prose.text(original.block, Side::Source))),
        };
        if theirs.tokens.is_empty() {
            return Vec::new();
        }
        let passage = Passage::of(prose, original.block, original.side);
        let mut wanted = numbers(&passage.text);
        wanted.truncate(NUMBERS);
        let here = self.held(article, block);
        let are_few = theirs.tokens.len().max(here.tokens.len()) <= MOST;
        let are_as_many = are_few && theirs.all() == here.all() && theirs.strange(here) == 1;
        let is_absent = |number: &&Number| {
            (number.is_plain || number.is_digit && are_as_many)
                && here.count(number) < self.wanted(article, block, number, &theirs)
                && !counts_years(self.context, article, number)
        };
        let absent: Vec<&Number> = wanted.iter().filter(is_absent).collect();
        let version = |number: &'_ Number| Some((versioned(&passage.text, &number.range)?, number.range.clone()));
        let mut versions: Vec<_> = wanted.iter().filter_map(version).collect();
        let mut seen = BTreeSet::new();
        versions.truncate(MOST);
        versions.retain(|(name, range)| seen.insert((*name, &passage.text[range.clone()])));
        let language = |article: usize| self.context.group.articles[article].locale.language();
        let is_english = language(original.article) == "en" && original.side == Side::Target;
        let has_unit =
            || units::has_any(&passage.text, &wanted) || is_english && durations::has_any(&passage.text, &wanted);
        let has_code = || wanted.iter().any(|number| is_code(&passage.text[number.range.clone()]));
        if absent.is_empty() && versions.is_empty() && !has_unit() && !has_code() {
            return Vec::new();
        }
        let ours = Passage::of(&self.context.prose[article], block, Side::Target);
        let mut absent = without_times(absent, &passage.text, &ours.text);
        let mut strangers = numbers(&ours.text);
        strangers.truncate(NUMBERS);
        strangers.retain(|number| theirs.count(number) == 0);
        if is_english {
            strangers.retain(|number| !numerals::is_said_in_english(&passage.text, &number.values));
        }
        let whole = (passage.text.len().max(1), ours.text.len().max(1));
        let mut findings = Vec::new();
        for (name, range) in versions {
            let (number, there) = (&passage.text[range.clone()], passage.span(&range));
            let of = times_written(&passage.text, name, number);
            let found = self.localised(article, &original, (name, of), (number, there), &ours);
            if found.is_some() {
                absent.retain(|lost| passage.text[lost.range.clone()] != *number);
            }
            findings.extend(found);
        }
        let times = || durations::exchanged(&passage.text, &wanted, &ours.text, language(article));
        let unit = units::exchanged(&passage.text, &wanted, &ours.text);
        if let Some((unit, other)) = unit.or_else(|| times().filter(|_| is_english)) {
            let (there, actual) = ((&passage.text[unit.clone()], passage.span(&unit)), &ours.text[other.clone()]);
            findings.extend(self.changed(article, &original, there, (actual, ours.span(&other))));
        }
        for code in wanted.iter().filter(|number| is_code(&passage.text[number.range.clone()])) {
            let (text, there) = (&passage.text[code.range.clone()], passage.span(&code.range));
            if let Some(range) = in_other_digits(&ours.text, text) {
                findings.extend(self.changed(
                    article,
                    &original,
                    (text, there),
                    (&ours.text[range.clone()], ours.span(&range)),
                ));
            }
        }
        let mut reported: Vec<&Number> = Vec::new();
        for lost in absent {
            // Of three numbers alike one may be lost.
            let before = reported.iter().filter(|other| other.values == lost.values).count();
            if before >= self.wanted(article, block, lost, &theirs).saturating_sub(here.count(lost)) {
                continue;
            }
            reported.push(lost);
            let there = passage.span(&lost.range);
            let text = &passage.text[lost.range.clone()];
            let nearest = nearest(lost, &strangers, whole);
            match nearest.map(|at| strangers.remove(at)) {
                Some(stranger) => {
                    let place = ours.span(&stranger.range);
                    let actual = &ours.text[stranger.range];
                    if is_same_year(text, actual) {
                        continue;
                    }
                    findings.extend(self.changed(article, &original, (text, there), (actual, place)));
                }
                None => {
                    let is_bare = here.count(lost) == 0 && leaves_name(&passage.text, &lost.range, &ours.text);
                    let is_gone = || !has_numeral(&ours.text) && !self.is_elsewhere(article, &original, lost);
                    if is_bare || lost.is_required && is_gone() {
                        findings.extend(self.lost(article, block, &original, (text, there), is_bare));
                    }
                }
            }
        }
        findings
    }

    /// Returns the finding that one time of day stands in the place of another.
    ///
    /// Languages write times in many ways, and some leave out the minutes: only where all but one are the same, and the
    /// other translations agree as well, is it known.
    fn time(&self, article: usize, block: u32) -> Option<Finding> {
        let text = |article: usize, block: u32, side: Side| Passage::of(&self.context.prose[article], block, side);
        let (original, others) = self.of_times(article, block)?;
        let ours = text(article, block, Side::Target);
        let theirs = text(original.article, original.block, original.side);
        let (here, wanted) = (Times::of(&ours.text), Times::of(&theirs.text));
        let (actual, lost) = here.exchanged(&wanted).filter(|_| wanted.are_sure)?;
        let others: Vec<Times> =
            others.iter().map(|&(other, block)| Times::of(&text(other, block, Side::Target).text)).collect();
        let agree = others.iter().filter(|times| times.are_same(&wanted)).count();
        let evidence = match original.evidence {
            // The one that is compared with is among the others.
            Evidence::Majority { .. } if agree >= 3 && agree == others.len() => {
                Evidence::Majority { agree, of: agree + 1 }
            }
            Evidence::Majority { .. } => return None,
            _ if agree * 2 < others.len() => return None,
            evidence => evidence,
        };
        let original = Original { evidence, ..original };
        let there = (&theirs.text[lost.range.clone()], theirs.span(&lost.range));
        self.changed(article, &original, there, (&ours.text[actual.range.clone()], ours.span(&actual.range)))
    }

    /// Returns a passage with times that a block translates, or which is another translation of it, and all others.
    fn of_times(&self, article: usize, block: u32) -> Option<(Original, Vec<(usize, u32)>)> {
        // Amharic counts the hours from sunrise.
        if self.context.group.articles[article].locale.language() == "am" {
            return None;
        }
        let has_times = |article: usize, block: u32, side: Side| {
            let mut runs = self.context.prose[article].block(block).iter().filter(|run| run.side == side);
            runs.any(|run| times::may_have(&run.text))
        };
        let at = || self.context.readings.column(article, block);
        let others = || at().map(|at| self.peers(article, at).collect()).unwrap_or_default();
        if let Some(original) = self.context.readings.original(article, block) {
            return has_times(original.article, original.block, original.side).then(|| (original, others()));
        }
        let others: Vec<(usize, u32)> = others();
        let &(article, block) = others.iter().find(|(other, block)| has_times(*other, *block, Side::Target))?;
        let evidence = Evidence::Majority { agree: others.len(), of: others.len() + 1 };
        Some((Original { article, block, side: Side::Target, evidence }, others))
    }

    /// Returns the finding that the number of a version, which stands so often in the origin, has the comma of the
    /// language's own numbers or a blank inside.
    fn localised(
        &self,
        article: usize,
        original: &Original,
        (name, of): (&str, usize),
        (number, there): (&str, Option<Span>),
        ours: &Passage<'_, '_>,
    ) -> Option<Finding> {
        // A blank inside was put there by a machine.
        if times_written(&ours.text, name, number) >= of {
            return None;
        }
        let wrecks = [",", ". ", " . ", " ."].map(|mark| number.replace('.', mark));
        let range = wrecks.iter().find_map(|wreck| written(&ours.text, name, wreck).next())?;
        let place = ours.span(&range);
        self.changed(article, original, (number, there), (&ours.text[range], place))
    }

    fn changed(
        &self,
        article: usize,
        original: &Original,
        (text, there): (&str, Option<Span>),
        (actual, place): (&str, Option<Span>),
    ) -> Option<Finding> {
        let message = format!("the number `{text}` became `{actual}`");
        let finding = self.context.finding(&NUMBER_DIFFERS, article, place?, message).caption("this number");
        let finding =
            finding.texts(text, actual).help("make the numbers agree; how a language writes them does not count");
        Some(self.proven(finding, original, there?))
    }

    fn lost(
        &self,
        article: usize,
        block: u32,
        original: &Original,
        (text, there): (&str, Option<Span>),
        is_sure: bool,
    ) -> Option<Finding> {
        let place = self.context.group.articles[article].blocks[block as usize].span;
        let length = self.context.sources.slice(place).trim_end().len();
        let place = Span::new(place.source, place.range().start..place.range().start + length);
        let message = format!("the number `{text}` is missing");
        let mut finding =
            self.context.finding(&NUMBER_DIFFERS, article, place, message).caption("it should stand here");
        finding.expected = Some(text.to_owned());
        let may_be_words = may_be_words(text) && !self.is_surely_lost((article, block), original, text, there?);
        let is_note = !is_sure && (may_be_words || is_of_name(self.context, there?));
        let finding = finding
            .severity(if is_note { Severity::Note } else { Severity::Warning })
            .help("say the number here, in digits or in words");
        Some(self.proven(finding, original, there?))
    }

    /// Tells whether a number of two digits that a block lacks is said neither in words nor in another unit there.
    fn is_surely_lost(&self, (article, block): (usize, u32), original: &Original, text: &str, there: Span) -> bool {
        let articles = &self.context.group.articles;
        let is_of_two = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        let ours = if is_of_two { self.context.prose[article].text(block, Side::Target) } else { return false };
        if numerals::may_be_said(articles[article].locale.language(), &ours) != Some(false) {
            return false;
        }
        let behind = &self.context.sources.get(there.source).text[there.end as usize..];
        let is_english = articles[original.article].locale.language() == "en" && original.side == Side::Target;
        let is_lost = || match Counted::of(behind) {
            Counted::Percent => ours.contains(['%', '％', '٪']),
            Counted::Time(unit) => self.says(article, original, unit, &ours),
            Counted::Other => true,
        };
        is_english && is_lost() || self.all_peers_have((article, block), text)
    }

    /// Tells whether a text has what the site's articles call a word of the origin.
    fn says(&self, article: usize, original: &Original, word: &str, text: &str) -> bool {
        let Some(dictionary) = self.context.dictionary(original.article, article) else { return false };
        let said = stems(text);
        let translations = stems(word).into_iter().flat_map(|stem| dictionary.translations(stem));
        let mut likely = translations.filter(|(_, likely)| *likely >= LIKELY);
        likely.any(|(stem, _)| said.contains(stem))
    }

    /// Tells whether all other translations, three or more, have a number in digits.
    fn all_peers_have(&self, (article, block): (usize, u32), text: &str) -> bool {
        const ENOUGH: usize = 3;
        let Some(at) = self.context.readings.column(article, block) else { return false };
        let value = text.to_owned();
        let has = |(other, block): &(usize, u32)| self.held(*other, *block).count_of(&value) > 0;
        let count = self.peers(article, at).take_while(has).count();
        count >= ENOUGH && self.peers(article, at).count() == count
    }

    fn proven(&self, finding: Finding, original: &Original, there: Span) -> Finding {
        let severity = match original.evidence {
            Evidence::OtherVersion(_) => Severity::Note,
            _ => finding.severity,
        };
        let evidence = self.context.evidence(&original.evidence);
        finding.origin(there, "this number").evidence(evidence).severity(severity)
    }

    /// Tells whether the translation has the number as often as its origin, somewhere else or twice in one place.
    fn is_elsewhere(&self, article: usize, original: &Original, number: &Number) -> bool {
        let blocks = |index: usize| 0..self::number(self.held[index].len());
        let count = |index: usize| -> usize { blocks(index).map(|block| self.held(index, block).count(number)).sum() };
        let here = count(article);
        here > 0 && (original.side == Side::Source || here >= count(original.article))
    }

    /// Returns what a block translates; without a source the reading of a sibling that most others share.
    fn original(&self, article: usize, block: u32) -> Option<Original> {
        if let Some(original) = self.context.readings.original(article, block) {
            return Some(original);
        }
        let at = self.context.readings.column(article, block)?;
        let others: Vec<(usize, u32)> = self.peers(article, at).collect();
        let mut votes: BTreeMap<(&String, usize), usize> = BTreeMap::new();
        for &(other, block) in &others {
            let tokens =
                self.held(other, block).tokens.iter().filter_map(|(values, count)| Some((values.first()?, *count)));
            for token in tokens {
                *votes.entry(token).or_default() += 1;
            }
        }
        let of = others.len() + 1;
        let here = self.held(article, block);
        let agree = votes.iter().filter(|((value, count), _)| here.count_of(value) < *count);
        let agree = agree.map(|(_, &count)| count).max().filter(|&count| of >= 3 && count * 2 > of)?;
        // The one that has fewest numbers of its own speaks for those that agree.
        let is_shared = |value: &String, count: usize| votes.get(&(value, count)).is_some_and(|&votes| votes >= agree);
        let strange = |&(other, block): &(usize, u32)| {
            let tokens = &self.held(other, block).tokens;
            let shared =
                tokens.iter().filter(|(values, count)| values.first().is_some_and(|value| is_shared(value, *count)));
            let shared = shared.count();
            (usize::MAX - shared, tokens.len() - shared)
        };
        let &(article, block) = others.iter().min_by_key(|other| strange(other))?;
        Some(Original { article, block, side: Side::Target, evidence: Evidence::Majority { agree, of } })
    }

    /// Returns the other translations that are not known to be of another version, with their block.
    fn peers(&self, article: usize, at: u32) -> impl Iterator<Item = (usize, u32)> {
        let versions = &self.context.group.versions;
        let others = self.context.translations().filter(move |&other| other != article);
        others
            .filter(move |&other| versions.same(article, other) != Some(false))
            .filter_map(move |other| Some((other, self.context.readings.block(other, at)?)))
    }

    /// Returns how often a number should stand in a block: as often as in the origin, where the other translations
    /// have it as well, or as often as most of them have it. Else the source was changed, or languages say it in words.
    fn wanted(&self, article: usize, block: u32, number: &Number, theirs: &Held) -> usize {
        let there = theirs.count(number);
        let Some(at) = self.context.readings.column(article, block) else { return there };
        let peers = self.peers(article, at).map(|(other, block)| self.held(other, block).count(number));
        let mut counts: Vec<usize> = peers.collect();
        counts.sort_unstable();
        match counts.len() {
            0 => there,
            1 => there.min(counts[0]),
            all => counts[(all - 1) / 2],
        }
    }
}

/// Tells whether a number is so long, with nothing that parts its digits, that it is a code; a sign may stand before it.
fn is_code(number: &str) -> bool {
    const LONG: usize = 7;
    let digits = number.strip_prefix('-').unwrap_or(number);
    digits.len() >= LONG && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns where a text has a code in the digits of another script, which nobody looks for, and nowhere as it is.
fn in_other_digits(text: &str, code: &str) -> Option<Range<usize>> {
    if text.is_ascii() || text.contains(code) {
        return None;
    }
    let digits = code.trim_start_matches('-');
    let is_digit = |c: &char| digit(*c).is_some();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| is_digit(&c)).map(|found| at + found) {
        let end = text[start..].find(|c: char| !is_digit(&c)).map_or(text.len(), |length| start + length);
        if text[start..end].chars().filter_map(digit).eq(digits.chars()) {
            return (!text[start..end].is_ascii()).then_some(start..end);
        }
        at = end;
    }
    None
}

/// Tells whether the number is a year, and the article's locale counts years its own way.
pub(super) fn counts_years(context: &GroupContext<'_>, article: usize, number: &Number) -> bool {
    const CALENDARS: [&str; 3] = ["th", "fa", "ps"];
    let year = number.values[0].parse::<u64>().ok().filter(|year| (1900..2100).contains(year));
    year.is_some() && CALENDARS.contains(&context.group.articles[article].locale.language())
}

/// Tells whether one of two numbers is a year, and the other its last two digits: '95 for 1995.
fn is_same_year(left: &str, right: &str) -> bool {
    let (short, long) = if left.len() < right.len() { (left, right) } else { (right, left) };
    short.len() == 2 && long.len() == 4 && ["19", "20"].iter().any(|century| long.strip_prefix(century) == Some(short))
}

/// Returns where a text has the number of a version behind the name of what it is a version of.
fn written<'t>(text: &'t str, name: &str, number: &'t str) -> impl Iterator<Item = Range<usize>> {
    let found = [" ", "\u{a0}", ""].into_iter().flat_map(move |blank| {
        let whole = format!("{name}{blank}{number}");
        let ends: Vec<usize> = text.match_indices(&whole).map(|(at, found)| at + found.len()).collect();
        ends
    });
    let is_whole = |end: &usize| !text[*end..].starts_with(|c: char| c.is_ascii_digit());
    found.filter(move |end| is_whole(end)).map(|end| end - number.len()..end)
}

/// Returns how often a text has it.
fn times_written(text: &str, name: &str, number: &str) -> usize {
    written(text, name, number).count()
}

/// Leaves out what is a part of a time, where both texts have as many: `18.00` and `6:00` are compared as times.
fn without_times<'n>(mut numbers: Vec<&'n Number>, theirs: &str, ours: &str) -> Vec<&'n Number> {
    if !numbers.is_empty() && (times::may_have(theirs) || times::may_have(ours)) {
        let (theirs, ours) = (Times::of(theirs), Times::of(ours));
        let is_time = |number: &Number| theirs.all.iter().any(|time| time.range.contains(&number.range.start));
        numbers.retain(|number| theirs.all.len() != ours.all.len() || !is_time(number));
    }
    numbers
}

/// What a block holds: each number by the values that it may have, and how often it stands there.
#[derive(Clone)]
struct Held {
    tokens: Vec<(Vec<String>, usize)>,
}

impl Held {
    fn of(text: &str) -> Self {
        let mut tokens: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for values in held(text) {
            *tokens.entry(values).or_default() += 1;
        }
        Self { tokens: tokens.into_iter().collect() }
    }

    /// Returns how many numbers there are.
    fn all(&self) -> usize {
        self.tokens.iter().map(|(_, count)| count).sum()
    }

    /// Returns how often a number that may be the same stands here.
    fn count(&self, number: &Number) -> usize {
        let is_same = |values: &[String]| values.iter().any(|value| number.values.contains(value));
        self.tokens.iter().filter(|(values, _)| is_same(values)).map(|(_, count)| count).sum()
    }

    /// Returns how many of its numbers another text has not.
    fn strange(&self, other: &Self) -> usize {
        let is_there = |values: &[String]| values.iter().any(|value| other.count_of(value) > 0);
        self.tokens.iter().filter(|(values, _)| !is_there(values)).map(|(_, count)| count).sum()
    }

    fn count_of(&self, value: &String) -> usize {
        self.tokens.iter().filter(|(values, _)| values.contains(value)).map(|(_, count)| count).sum()
    }
}

/// Returns the number that most probably took the place of `lost`: alike, or at the like place.
fn nearest(lost: &Number, strangers: &[Number], (theirs, ours): (usize, usize)) -> Option<usize> {
    let at = |range: &Range<usize>, whole: usize| range.start as f64 / whole as f64;
    let fits = |number: &Number| {
        // A digit alone is often a word in another language: only that it grew by one is a slip.
        if lost.is_digit {
            return number.is_plain && alike(&lost.values[0], &number.values[0]) && !is_converted(lost, number);
        }
        let is_counter = number.values[0].len() == 1 && !alike(&lost.values[0], &number.values[0]);
        !is_counter || lost.values[0].len() <= 2 && lost.is_required
    };
    let candidates = strangers.iter().enumerate().filter(|(_, number)| fits(number));
    let cost = |number: &Number| {
        let way = (at(&lost.range, theirs) - at(&number.range, ours)).abs();
        way + if alike(&lost.values[0], &number.values[0]) { 0.0 } else { 0.5 }
    };
    candidates.min_by(|(_, a), (_, b)| cost(a).total_cmp(&cost(b))).map(|(index, _)| index)
}

/// Tells whether a number may be another in smaller units, days in hours or hours in minutes, or on a clock of 24 hours.
fn is_converted(number: &Number, other: &Number) -> bool {
    const UNITS: [u64; 6] = [7, 12, 24, 30, 52, 60];
    let [number, other] = [number, other].map(|number| number.values[0].parse::<u64>().unwrap_or_default());
    other == number + 12 || UNITS.iter().any(|unit| other == number * unit)
}

/// Tells whether one number may be a slip of the other: most digits are shared.
fn alike(left: &str, right: &str) -> bool {
    let shared = left.chars().filter(|c| right.contains(*c)).count();
    shared * 2 >= left.len().max(right.len())
}

/// Tells whether a text writes a number in Chinese characters.
fn has_numeral(text: &str) -> bool {
    let is_numeral = |c: char| "〇零一二三四五六七八九十百千万兩两".contains(c);
    text.chars().zip(text.chars().skip(1)).any(|(a, b)| is_numeral(a) && is_numeral(b)) || text.contains('十')
}

/// Tells whether a text keeps the name before a number of two digits or more each time: `Windows` for `Windows 10`.
fn leaves_name(theirs: &str, number: &Range<usize>, ours: &str) -> bool {
    /// In a longer passage the name is said for other reasons, too.
    const LONGEST: usize = 4 << 10;
    let is_short = number.len() > 1 && theirs.len().max(ours.len()) <= LONGEST;
    let Some(name) = named(theirs, number).filter(|_| is_short) else { return false };
    let count = |text: &str| shape::places(text, name).count();
    count(ours) >= count(theirs)
}

/// Tells whether a number is a part of a name that may be said otherwise: `Microsoft 365`.
fn is_of_name(context: &GroupContext<'_>, there: Span) -> bool {
    const LABELS: [&str; 7] = ["Build", "Code", "Error", "Event", "Port", "Release", "Version"];
    let before = &context.sources.get(there.source).text[..there.start as usize];
    let word = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.starts_with(char::is_uppercase) && !LABELS.contains(&word)
}

/// Tells whether a number may be written in words: a small one, and a round one.
fn may_be_words(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let is_part = number.contains(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | ' ' | '\u{a0}'));
    !is_part && (digits.len() < 3 || digits.ends_with("00")) || digits.len() < 2
}

fn number(at: usize) -> u32 {
    u32::try_from(at).expect("fewer than bytes")
}

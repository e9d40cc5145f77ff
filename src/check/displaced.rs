//! Links whose words stand beside them.

pub mod balance;
mod joint;
mod seen;
mod spoken;
pub mod text;
mod title;
mod torn;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use self::text::{
    ends_passage, folded, has_clauses, has_odd_pairs, has_sentence_end, is_between_grammar, is_end, is_particle,
    is_sentence_sign, is_sign, last_end, starts_amid, starts_with_grammar, width,
};
use super::context::GroupContext;
use super::difference::is_invisible;
use super::function_words;
use super::originals::OriginalLink;
use crate::markdown::prose::{Link, Prose, Run, RunKind};
use crate::model::literal::Side;

/// How a link's words were displaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Displaced {
    /// The link stands on signs.
    Signs,
    /// It stands on a particle, a preposition, a single letter, the verb "see".
    Particle,
    /// Its words stand beside it, as several signs say.
    Words,
    /// This name of the origin's link stands beside it.
    Name(String),
}

/// So much must speak for it that a link's words stand beside it.
const SURE: u32 = 3;

impl Displaced {
    /// Returns how grave it is, the gravest first.
    pub fn rank(&self) -> usize {
        match self {
            Self::Signs => 0,
            Self::Particle => 1,
            Self::Words => 2,
            Self::Name(_) => 3,
        }
    }

    /// Tells whether the link's own text shows it.
    pub fn is_seen(&self) -> bool {
        matches!(self, Self::Signs | Self::Particle)
    }
}

/// Returns how the words of a link were displaced.
pub fn of(
    context: &GroupContext<'_>,
    article: usize,
    link: &Link<'_>,
    original: Option<&OriginalLink<'_>>,
) -> Option<Displaced> {
    let prose = &context.prose[article];
    if link.side == Side::Source || link.is_picture || holds_picture(prose, link) {
        return None;
    }
    let text = prose.link_text(link);
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    let was = original.map(OriginalLink::text);
    let was = was.as_deref().map(str::trim);
    if text.is_empty() || was == Some(text) {
        return None;
    }
    let says_something = |was: &str| was.chars().any(char::is_alphanumeric);
    if text.chars().all(is_sign) {
        // Without an origin only signs of a sentence are sure: an arrow or a star may be meant.
        let is_sure = was.map_or_else(|| text.chars().all(is_sentence_sign), says_something);
        return is_sure.then_some(Displaced::Signs);
    }
    let original = original?;
    let was = was?;
    let around = Surroundings::default();
    let pair = Pair { context, article, link, text, original, was, around: &around };
    let is_same = || function_words::is_this(text) && function_words::points(&was.to_lowercase());
    if is_particle(text) && !is_particle(was) && was.chars().count() > 3 && !is_same() {
        return Some(Displaced::Particle);
    }
    if is_one_of_several(prose, link, text) || points(pair) {
        return None;
    }
    if leaves_this(pair)
        || takes_sentence(pair)
        || takes_bold(pair)
        || takes_clause(pair)
        || joint::is_parted(pair)
        || joint::starts_condition(pair)
        || seen::holds_see(pair)
        || title::follows_head(pair)
    {
        return Some(Displaced::Words);
    }
    let beside = Beside::of(pair);
    match beside.weight() {
        SURE.. => Some(Displaced::Words),
        _ if balance::is_cut(pair) || is_remembered(pair) || spoken::is_beside(pair) => Some(Displaced::Words),
        _ if seen::leaves_title(pair)
            || title::begins_outside(pair)
            || title::is_left(pair)
            || title::is_rest(pair) =>
        {
            Some(Displaced::Words)
        }
        _ if beside.are_all && beside.name.as_ref().is_some_and(|name| is_parted(pair, name)) => Some(Displaced::Words),
        _ => beside.name.map(Displaced::Name),
    }
}

/// A link beside the one that it translates.
#[derive(Clone, Copy)]
struct Pair<'p, 'c> {
    context: &'p GroupContext<'c>,
    article: usize,
    link: &'p Link<'p>,
    text: &'p str,
    original: &'p OriginalLink<'p>,
    /// The text of the origin's link.
    was: &'p str,
    around: &'p Surroundings,
}

/// The plain text around a link and around its origin's, once that is asked for.
#[derive(Default)]
struct Surroundings {
    own: OnceCell<[String; 2]>,
    origin: OnceCell<[String; 2]>,
}

impl<'p, 'c> Pair<'p, 'c> {
    /// Returns what the link's own article says.
    fn prose(self) -> &'p Prose<'c> {
        &self.context.prose[self.article]
    }

    /// Returns the plain text around the link.
    fn around(self) -> &'p [String; 2] {
        self.around.own.get_or_init(|| neighbours(self.prose(), self.link))
    }

    /// Returns the plain text around the origin's link.
    fn around_origin(self) -> &'p [String; 2] {
        self.around.origin.get_or_init(|| neighbours(self.original.prose, self.original.link))
    }

    /// Tells whether something shows in the link's text that does not show in the origin's.
    fn is_new(self, shows: fn(&str) -> bool) -> bool {
        shows(self.text) && !shows(self.was)
    }
}

/// Tells whether a link is one of those that share the name before them: "Exchange Server [2016](…) or [2019](…)".
fn is_one_of_several(prose: &Prose<'_>, link: &Link<'_>, text: &str) -> bool {
    let is_number = |text: &str| text.chars().all(|c| c.is_numeric() || c == '.');
    let is_other = |other: &Link<'_>| other.side == link.side && other.span != link.span;
    is_number(text) && prose.links_of(link.block).any(|other| is_other(other) && is_number(&prose.link_text(other)))
}

/// Tells whether a link points at what stands before it, by a word like "here" or by a short name in brackets.
fn points(pair: Pair<'_, '_>) -> bool {
    if 2 * width(pair.text) >= width(pair.was) {
        return false;
    }
    let is_bracketed = || {
        let [before, behind] = pair.around();
        before.trim_end().ends_with(['(', '（']) && behind.trim_start().starts_with([')', '）'])
    };
    function_words::points(&pair.text.to_lowercase()) || is_bracketed()
}

/// Tells whether a sign between clauses stands on each way from a link to a name outside it.
fn is_parted(pair: Pair<'_, '_>, name: &str) -> bool {
    let parts = |text: &str| text.contains([',', ';', '，', '；', '،', '؛', '、']);
    let [before, behind] = pair.around();
    let is_near = |text: Option<&str>| text.is_some_and(|text| !parts(text));
    let before = before.rfind(name).map(|at| &before[at + name.len()..]);
    let behind = behind.find(name).map(|at| &behind[..at]);
    (before.is_some() || behind.is_some()) && !is_near(before) && !is_near(behind)
}

/// Tells whether "this article", which the origin's link says, stands beside the link.
fn leaves_this(pair: Pair<'_, '_>) -> bool {
    let points = |text: &str| function_words::points(&folded(text));
    points(pair.was) && !points(pair.text) && {
        let borders = |[before, behind]: &[String; 2]| points(&last_words(before)) || points(&first_words(behind));
        borders(pair.around()) && !borders(pair.around_origin())
    }
}

/// Tells whether a link stands on what the origin has in bold outside of its own, and nothing is bold there any more.
fn takes_bold(pair: Pair<'_, '_>) -> bool {
    let outside = |prose: &Prose<'_>, link: &Link<'_>| {
        let runs = prose.block(link.block).iter().filter(|run| run.side == link.side && run.link.is_none());
        runs.filter(|run| run.strong && run.text.contains(char::is_alphanumeric)).count()
    };
    let is_bold = |prose: &Prose<'_>, link: &Link<'_>| {
        let mut runs = prose.runs[link.runs.clone()].iter().filter(|run| run.text.contains(char::is_alphanumeric));
        runs.all(|run| run.strong)
    };
    is_bold(pair.prose(), pair.link)
        && !is_bold(pair.original.prose, pair.original.link)
        && outside(pair.prose(), pair.link) < outside(pair.original.prose, pair.original.link)
}

/// Returns the last two words of a text, or its last signs where no blanks part words.
fn last_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().rev().take(2).collect();
    let [last, before] = [0, 1].map(|at| words.get(at).copied().unwrap_or_default());
    match is_unspaced(last) {
        true => last.chars().skip(last.chars().count().saturating_sub(SIGNS)).collect(),
        false => format!("{before} {last}"),
    }
}

/// Returns the first two words of a text, or its first signs where no blanks part words.
fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(2).collect();
    let first = words.first().copied().unwrap_or_default();
    if is_unspaced(first) { first.chars().take(SIGNS).collect() } else { words.join(" ") }
}

/// So many signs of Chinese or Japanese say "this article".
const SIGNS: usize = 4;

fn is_unspaced(word: &str) -> bool {
    word.contains(|c: char| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'))
}

/// Tells whether a link holds a sentence beside the number that is all of the origin's.
fn takes_sentence(pair: Pair<'_, '_>) -> bool {
    const WORDS: usize = 20;
    let is_number = !pair.was.contains(char::is_alphabetic) && pair.was.contains(char::is_numeric);
    is_number && pair.original.evidence.is_some() && {
        let letters: String = pair.text.chars().filter(|c| c.is_alphabetic()).collect();
        width(&letters) > WORDS
    }
}

/// Tells whether a link holds the border of two clauses where the origin's is a word or two.
fn takes_clause(pair: Pair<'_, '_>) -> bool {
    const SHORT: usize = 20;
    let goes_on = || pair.around()[1].chars().find(|c| !c.is_whitespace()).is_some_and(char::is_alphanumeric);
    // Its own words may stand behind some others.
    let last = pair.text.rsplit([',', ';', '，', '；', '،', '؛']).next().unwrap_or_default();
    width(pair.was) <= SHORT
        && width(last.trim()) < width(pair.was)
        && pair.original.evidence.is_some()
        && pair.is_new(has_clauses)
        && !function_words::points(&pair.was.to_lowercase())
        && !joint::is_in_origin(pair)
        && seen::ends_there(&pair.around_origin()[1])
        && goes_on()
}

/// Tells whether what links to the same place say elsewhere in the language stands beside the link.
fn is_remembered(pair: Pair<'_, '_>) -> bool {
    let Pair { context, article, link, text, was, .. } = pair;
    // Only of a link that says much less than its origin is it asked.
    if 5 * width(text) > 3 * width(was) {
        return false;
    }
    let text = folded(text);
    let locale = &context.group.articles[article].locale;
    let texts: Vec<String> =
        context.memory.texts(locale, &link.target, link.span).iter().map(|text| folded(text)).collect();
    if texts.is_empty() || texts.iter().any(|other| other.contains(&text) || text.contains(other.as_str())) {
        return false;
    }
    let parts = pair.around().each_ref().map(|part| part.to_lowercase());
    texts.iter().filter(|other| other.chars().count() > 3).any(|other| {
        let [before, behind] = without_gloss(&parts, other).map(|part| part.trim_matches(is_sign));
        let near = |part: &str| part.chars().filter(|c| c.is_alphanumeric()).count() <= NEAR;
        before.rfind(other.as_str()).is_some_and(|at| near(&before[at + other.len()..]))
            || behind.find(other.as_str()).is_some_and(|at| near(&behind[..at]))
            || ends_alike(other.split_whitespace().rev(), before.split_whitespace().rev())
            || ends_alike(other.split_whitespace(), behind.split_whitespace())
    })
}

/// Tells whether the words of a phrase, two or more, stand at the border of a text, their endings apart.
fn ends_alike<'w>(phrase: impl Iterator<Item = &'w str>, text: impl Iterator<Item = &'w str>) -> bool {
    let stem = |word: &'w str| -> Vec<char> { word.chars().filter(|c| c.is_alphanumeric()).collect() };
    let mut text = text.map(stem);
    let mut words = 0;
    for word in phrase.map(stem) {
        let Some(other) = text.next() else { return false };
        let shared = word.iter().zip(&other).take_while(|(left, right)| left == right).count();
        if shared < 2 || 5 * shared < 3 * word.len().max(other.len()) {
            return false;
        }
        words += 1;
    }
    words > 1
}

/// What speaks for it that the words of a link stand beside it.
struct Beside<'p, 'c> {
    pair: Pair<'p, 'c>,
    /// Whether the very text of the origin's link stands beside the link.
    has_words: bool,
    /// A name of the origin's link that stands beside it.
    name: Option<String>,
    /// Whether the link says much more than the origin's own, and more than one whole sentence.
    is_long: bool,
    /// Whether none of its names stands in the link.
    are_all: bool,
    /// Whether the link ends amid brackets or words, and the origin's does not, or lost its signs or took others'.
    is_torn: bool,
}

impl<'p, 'c> Beside<'p, 'c> {
    fn of(pair: Pair<'p, 'c>) -> Self {
        let Pair { text, original, was, .. } = pair;
        let names = names(was);
        let inside = if names.is_empty() { Vec::new() } else { self::names(text) };
        let missing: Vec<&str> = names.iter().copied().filter(|name| !inside.contains(name)).collect();
        // Something of the link's own must be left out, and no more than as much stay.
        let is_thin = missing.is_empty() || 2 * missing.len() < names.len();
        let moved: Vec<&str> = if is_thin || is_glossed(pair) { Vec::new() } else { moved(pair, &missing) };
        // Another translation's link may be cut itself; and a link that is a whole sentence has its words in it, as in
        // "[For more information, click here](…)."
        let is_long = original.evidence.is_some() && 2 * width(text) > 5 * width(was) + 16;
        Self {
            pair,
            is_long: is_long && !is_sentence(pair),
            has_words: has_words(pair),
            name: moved.first().map(|name| (*name).to_owned()),
            are_all: !moved.is_empty() && missing.len() == names.len(),
            is_torn: torn::is_cut(pair),
        }
    }

    /// Returns how much speaks for it.
    fn weight(&self) -> u32 {
        let Pair { text, was, .. } = self.pair;
        let is_new = |shows: fn(&str) -> bool| self.pair.is_new(shows);
        let names = u32::from(self.name.is_some()) + u32::from(self.are_all);
        // No text begins with a sign that ends another, or ends amid brackets.
        // A preposition at its end leads to the word behind it.
        let goes_on = || self.pair.around()[1].trim_start().starts_with(char::is_alphabetic);
        if is_new(starts_amid) || self.is_torn || is_new(is_between_grammar) && goes_on() {
            return SURE;
        }
        let cuts = [is_new(has_odd_pairs), self.is_long].map(|holds| 2 * u32::from(holds));
        let cuts: u32 = cuts.iter().sum();
        if names + cuts == 0 && !self.has_words {
            return 0;
        }
        let signs = [
            is_new(ends_passage),
            is_new(has_sentence_end),
            is_new(has_clauses),
            is_new(starts_with_grammar),
            is_new(|text| function_words::has_see(&folded(text))),
            10 * width(text) < 3 * width(was) && width(was) > 7,
            20 * width(text) < 3 * width(was),
        ];
        let signs = cuts + signs.into_iter().map(u32::from).sum::<u32>();
        // With nothing beside the link that is its own, more must be wrong with what is in it.
        let signs = if names > 0 { signs } else { signs.saturating_sub(1) };
        names + signs + if self.has_words { SURE } else { 0 }
    }
}

/// Returns the text before and behind a link without the other language's words for it, which stand in brackets behind
/// the link or before it, or before the brackets in which the link stands.
fn without_gloss<'p>(parts: &'p [String; 2], was: &str) -> [&'p str; 2] {
    const OPENING: [char; 4] = ['(', '（', '[', '［'];
    const CLOSING: [char; 4] = [')', '）', ']', '］'];
    let [before, behind] = [parts[0].trim_end(), parts[1].trim_start()];
    let is_gloss = |text: &str| text.contains(was) && width(text) <= width(was) + REMARK;
    if let Some((gloss, rest)) = behind.strip_prefix(OPENING).and_then(|text| text.split_once(CLOSING))
        && is_gloss(gloss)
    {
        return [&parts[0], rest];
    }
    if let Some((rest, gloss)) = before.strip_suffix(CLOSING).and_then(|text| text.rsplit_once(OPENING))
        && is_gloss(gloss)
    {
        return [rest, &parts[1]];
    }
    let glossed = before.strip_suffix(OPENING).filter(|_| behind.starts_with(CLOSING));
    let rest = glossed.and_then(|text| text.trim_end_matches(is_sign).strip_suffix(was));
    rest.map_or([&parts[0], &parts[1]], |rest| [rest, behind])
}

fn is_glossed(pair: Pair<'_, '_>) -> bool {
    let parts = pair.around();
    without_gloss(parts, pair.was.trim_matches(is_sign)).iter().zip(parts).any(|(rest, part)| rest.len() < part.len())
}

/// So wide may be what a gloss says beside the words: what language they are of, what they are called in short.
const REMARK: usize = 16;

/// Tells whether a link is a sentence and nothing else.
fn is_sentence(pair: Pair<'_, '_>) -> bool {
    let (text, [before, behind]) = (pair.text, pair.around());
    let starts = !before[last_end(before)..].contains(char::is_alphanumeric)
        && !text.trim_start_matches(is_sign).starts_with(char::is_lowercase);
    let first = behind.chars().find(|&c| c.is_alphanumeric() || is_end(c));
    starts && (text.ends_with(is_end) || first.is_none_or(is_end))
}

/// Tells whether the origin's link stands in the passage as it reads there, next to the link and not in it.
fn has_words(pair: Pair<'_, '_>) -> bool {
    let was = pair.was.trim_matches(is_sign);
    let has_some = was.chars().count() > 3 && was.chars().any(char::is_alphanumeric);
    let is_beside = |run: &Run<'_>| run.link.is_none() && run.text.contains(was);
    if !has_some || pair.text.contains(was) || !pair.prose().block(pair.link.block).iter().any(is_beside) {
        return false;
    }
    let [before, behind] = without_gloss(pair.around(), was);
    let is_near = |part: &str| part.chars().filter(|c| c.is_alphanumeric()).count() <= NEAR;
    let is_before = before.rfind(was).is_some_and(|at| is_near(&before[at + was.len()..]));
    let is_behind = || behind.find(was).is_some_and(|at| is_near(&behind[..at]));
    (is_before || is_behind()) && !pair.around_origin().iter().any(|part| part.contains(was))
}

/// So many letters may stand between a link and its words: a particle or two.
const NEAR: usize = 6;

/// Returns the plain text before and behind a link in its passage, up to the next links.
fn neighbours(prose: &Prose<'_>, link: &Link<'_>) -> [String; 2] {
    let mut parts = [String::new(), String::new()];
    for run in prose.block(link.block).iter().filter(|run| run.side == link.side && run.kind != RunKind::Html) {
        let is_behind = run.span.start >= link.span.end;
        if link.span.contains(run.span) {
            continue;
        }
        match (is_behind, run.link.is_some()) {
            (false, true) => parts[0].clear(),
            (true, true) => break,
            _ => parts[usize::from(is_behind)].push_str(&run.text),
        }
    }
    parts
}

fn holds_picture(prose: &Prose<'_>, link: &Link<'_>) -> bool {
    let is_inside = |other: &Link<'_>| other.is_picture && link.span.contains(other.span);
    prose.links_of(link.block).any(is_inside)
        || prose.runs[link.runs.clone()].iter().any(|run| run.text.starts_with("<img"))
}

/// So few names are looked for one by one.
const FEW: usize = 16;

/// Returns those of the `missing` names of the origin's link that stand beside the translation's link.
///
/// Names are words in Latin letters with a capital or a digit; how often they stand outside links of the
/// passage on both sides decides.
fn moved<'w>(pair: Pair<'_, '_>, missing: &[&'w str]) -> Vec<&'w str> {
    let original = pair.original;
    let here = plain(pair.prose(), pair.link);
    // Most names of a passage stand in its links.
    if missing.len() < FEW && !missing.iter().any(|name| here.contains(name)) {
        return Vec::new();
    }
    let there = plain(original.prose, original.link);
    let (here, there) = (outside(&here), outside(&there));
    let count = |all: &BTreeMap<&str, usize>, name: &str| all.get(name).copied().unwrap_or_default();
    missing.iter().copied().filter(|name| count(&here, name) > count(&there, name)).collect()
}

/// Returns the names in a text.
pub(super) fn names(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')));
    let words = words.map(|word| word.trim_matches(['.', '-']));
    let is_name = |word: &&str| {
        word.len() > 2
            && word.bytes().any(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && word.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    words.filter(is_name).collect()
}

/// Returns the text of the passage of a link that stands in no link.
fn plain(prose: &Prose<'_>, link: &Link<'_>) -> String {
    let runs = prose.block(link.block).iter();
    let runs = runs.filter(|run| run.side == link.side && run.link.is_none() && run.kind == RunKind::Text);
    runs.map(|run| &*run.text).collect::<Vec<_>>().join("\n")
}

/// Returns the names in a text that stand not between brackets, where the original name of what was translated stands,
/// and how often each does.
fn outside(text: &str) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for name in text.split(['(', '（']).enumerate().flat_map(|(number, part)| match part.split_once([')', '）']) {
        Some((_, behind)) if number > 0 => names(behind),
        _ => names(part),
    }) {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

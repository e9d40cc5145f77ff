//! Links whose targets or words changed places.
//!
//! Languages order words differently, so another order alone proves little: what the links say decides.

use std::collections::BTreeSet;

use super::context::GroupContext;
use super::displaced;
use super::likeness::Bigrams;
use super::originals::models;
use crate::catalog::origin::{Evidence, Original};
use crate::catalog::target;
use crate::markdown::prose::{Link, Prose, RunKind};
use crate::model::literal::Side;

/// Two links of a translation that lead where the other should, as it seems.
#[derive(Debug)]
pub struct Exchanged<'c> {
    pub first: &'c Link<'c>,
    pub second: &'c Link<'c>,
    /// The origin's link to the place that `first` leads to, and to the place that `second` does.
    pub origins: [&'c Link<'c>; 2],
    pub evidence: Evidence,
    /// Whether more says so than their order, which all other translations keep or few languages change.
    pub is_sure: bool,
}

/// Returns the exchanged links of an article, two a passage at most, and those that are alone in theirs.
pub fn links<'c>(context: &'c GroupContext<'_>, article: usize) -> Vec<Exchanged<'c>> {
    let prose = &context.prose[article];
    let mut found = Vec::new();
    let mut alone: Vec<Alone<'c>> = Vec::new();
    let mut at = 0;
    while at < prose.links.len() {
        let block = prose.links[at].block;
        let own: Vec<&Link<'_>> = prose.links_of(block).collect();
        at += own.len().max(1);
        let own: Vec<&Link<'_>> =
            own.into_iter().filter(|link| link.side == Side::Target && !link.is_picture).collect();
        if let [only] = own[..] {
            alone.extend(Alone::without_names(context, article, only));
        }
        if own.len() < 2 {
            continue;
        }
        let models = models(context, article, block);
        let mut verdicts: Vec<Exchanged<'c>> =
            models.iter().filter_map(|model| in_passage(context, article, &own, model)).collect();
        // Without an origin most other translations must say so.
        if verdicts.len() * 2 > models.len() {
            found.extend(verdicts.drain(..1));
        }
    }
    alone.truncate(MOST);
    while let Some(first) = alone.pop() {
        if let Some(at) = alone.iter().position(|second| second.has_names_of(&first, prose)) {
            found.push(alone.swap_remove(at).exchanged(first));
        }
    }
    found
}

/// A link that is alone in its passage, beside the origin's there that leads to the same place.
struct Alone<'c> {
    own: &'c Link<'c>,
    origin: &'c Link<'c>,
    other: &'c Prose<'c>,
    original: Original,
}

impl<'c> Alone<'c> {
    /// Returns a link that has no name of its origin's, which has some.
    fn without_names(context: &'c GroupContext<'_>, article: usize, own: &'c Link<'c>) -> Option<Self> {
        let original = context.readings.original(article, own.block)?;
        let other = &context.prose[original.article];
        let is_read = |link: &&Link<'_>| link.side == original.side && !link.is_picture;
        let mut links = other.links_of(original.block).filter(is_read);
        let origin = links.next().filter(|origin| links.next().is_none() && origin.target == own.target)?;
        let (text, was) = (context.prose[article].link_text(own), other.link_text(origin));
        let names = displaced::names(&was);
        let is_strange = !names.is_empty() && !names.iter().any(|name| text.contains(name)) && shared(&text, &was) == 0;
        is_strange.then_some(Self { own, origin, other, original })
    }

    /// Tells whether two such links have each other's names.
    fn has_names_of(&self, second: &Self, prose: &Prose<'_>) -> bool {
        let has =
            |own: &Self, other: &Self| shared(&prose.link_text(own.own), &other.other.link_text(other.origin)) > 0;
        self.own.target != second.own.target && has(self, second) && has(second, self)
    }

    fn exchanged(self, second: Self) -> Exchanged<'c> {
        Exchanged {
            first: self.own,
            second: second.own,
            origins: [self.origin, second.origin],
            evidence: self.original.evidence,
            is_sure: true,
        }
    }
}

/// Compares the links of a passage where both have the same targets, each once.
fn in_passage<'c>(
    context: &'c GroupContext<'_>,
    article: usize,
    own: &[&'c Link<'c>],
    original: &Original,
) -> Option<Exchanged<'c>> {
    let prose = &context.prose[article];
    let other = &context.prose[original.article];
    let theirs: Vec<&Link<'_>> =
        other.links_of(original.block).filter(|link| link.side == original.side && !link.is_picture).collect();
    if theirs.len() != own.len() {
        return None;
    }
    if own.iter().zip(&theirs).all(|(a, b)| a.target == b.target) {
        return words(context, article, own, original, &theirs);
    }
    let key = |link: &&Link<'_>| target::link_key(&link.target).into_owned();
    let (ours, keys): (Vec<String>, Vec<String>) = (own.iter().map(key).collect(), theirs.iter().map(key).collect());
    let distinct: BTreeSet<&String> = keys.iter().collect();
    if distinct.len() != keys.len() || !ours.iter().all(|key| distinct.contains(key)) {
        return None;
    }
    let first = (0..ours.len()).find(|&at| ours[at] != keys[at])?;
    let second = keys.iter().position(|key| *key == ours[first])?;
    // Two that changed places; a longer round is another order.
    if ours[second] != keys[first] {
        return None;
    }
    let pair = Pair { prose, own: [own[first], own[second]], other, theirs: [theirs[second], theirs[first]] };
    // Hardly any translator turns around what stands side by side.
    let is_odd = || pair.are_side_by_side() || has_order(context, article, own[first].block, &keys);
    let witnesses = witnesses(context, article, own[first].block, [&keys[second], &keys[first]]);
    let verdict = pair.is_exchanged(
        &witnesses,
        || spoken(context, article, original, &pair),
        || memory(context, article, pair.own),
        || uses(context, article, original, &pair),
    );
    verdict.unwrap_or_else(is_odd).then(|| Exchanged {
        first: own[first],
        second: own[second],
        origins: pair.theirs,
        evidence: original.evidence.clone(),
        is_sure: verdict.is_some(),
    })
}

/// Returns two neighbours whose words changed places while their targets stayed: no order of words explains that.
fn words<'c>(
    context: &'c GroupContext<'_>,
    article: usize,
    own: &[&'c Link<'c>],
    original: &Original,
    theirs: &[&'c Link<'c>],
) -> Option<Exchanged<'c>> {
    let (prose, other) = (&context.prose[article], &context.prose[original.article]);
    let pairs = own.windows(2).zip(theirs.windows(2)).filter(|(own, _)| own[0].target != own[1].target);
    let mut pairs = pairs.take(MOST).map(|(own, theirs)| Pair {
        prose,
        own: [own[0], own[1]],
        other,
        theirs: [theirs[0], theirs[1]],
    });
    let are_exchanged = |pair: &Pair<'_>| {
        let kept = match crossed(pair) {
            Crossed::Yes => return true,
            Crossed::No => return false,
            Crossed::Unknown => [0, 1].map(|at| target::link_key(&pair.own[at].target)),
        };
        spoken(context, article, original, pair) < -SPOKEN_TWICE
            || pair.are_of_other_lengths(&witnesses(context, article, pair.own[0].block, [&kept[0], &kept[1]]))
    };
    let pair = pairs.find(are_exchanged)?;
    let ([first, second], origins) = (pair.own, pair.theirs);
    Some(Exchanged { first, second, origins, evidence: original.evidence.clone(), is_sure: true })
}

/// Whether two links of one passage have each other's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Crossed {
    Yes,
    No,
    Unknown,
}

fn crossed(pair: &Pair<'_>) -> Crossed {
    let ours = pair.own.map(|link| pair.prose.link_text(link));
    let theirs = pair.theirs.map(|link| pair.other.link_text(link));
    let names = |a: usize, b: usize| shared(&ours[a], &theirs[b]);
    match (names(0, 0) + names(1, 1), names(0, 1).min(names(1, 0))) {
        (0, 0) => Crossed::Unknown,
        (0, _) => Crossed::Yes,
        _ => Crossed::No,
    }
}

/// A text that is so much longer than another, as a logarithm, is so in most languages: two and a half times.
const MUCH: f64 = 0.9;

/// So many words are a phrase, and so many other articles tell of lengths.
const PHRASE: usize = 3;
const WITNESSES: usize = 3;

/// No passage has more neighbours, and no article more links alone, of which that is asked.
const MOST: usize = 64;

/// So much must the words that the site's articles translate speak against the order of both.
const SPOKEN_TWICE: f64 = 0.5;

/// Tells whether three or more other translations have the passage, all with their links in that order.
fn has_order(context: &GroupContext<'_>, article: usize, block: u32, keys: &[String]) -> bool {
    let Some(column) = context.readings.column(article, block) else { return false };
    let mut others = 0;
    context.read_translations().filter(|&other| other != article).all(|other| {
        let Some(block) = context.readings.block(other, column) else { return true };
        others += 1;
        let links = context.prose[other].links_of(block);
        let links = links.filter(|link| link.side == Side::Target && !link.is_picture);
        links.map(|link| target::link_key(&link.target)).eq(keys.iter().map(String::as_str))
    }) && others >= 3
}

/// Returns what the links to two places say in the other articles that have both in the passage, each once.
fn witnesses(context: &GroupContext<'_>, article: usize, block: u32, keys: [&str; 2]) -> Vec<[String; 2]> {
    let Some(column) = context.readings.column(article, block) else { return Vec::new() };
    let others = (0..context.prose.len()).filter(|&other| other != article);
    let texts = |other: usize| {
        let prose = &context.prose[other];
        let links = prose.links_of(context.readings.block(other, column)?);
        let links: Vec<_> = links
            .filter(|link| link.side == Side::Target && !link.is_picture)
            .map(|link| (target::link_key(&link.target), link))
            .collect();
        let only = |wanted: &str| {
            let mut same = links.iter().filter(|(key, _)| *key == wanted);
            let found = same.next().filter(|_| same.next().is_none());
            found.map(|(_, link)| prose.link_text(link))
        };
        Some([only(keys[0])?, only(keys[1])?])
    };
    others.filter_map(texts).collect()
}

/// Returns how much more each link says what the link to the same place says than what the other does, as far as the
/// site's articles tell.
fn spoken(context: &GroupContext<'_>, article: usize, original: &Original, pair: &Pair<'_>) -> f64 {
    let articles = &context.group.articles;
    let is_other = articles[original.article].locale != articles[article].locale;
    let dictionary = context.dictionary(original.article, article);
    let dictionary = dictionary.filter(|_| original.side == Side::Target && is_other);
    dictionary.map_or(0.0, |dictionary| {
        let ours = pair.own.map(|link| pair.prose.link_text(link));
        let theirs = pair.theirs.map(|link| pair.other.link_text(link));
        balance(|a, b| dictionary.likeness(&theirs[b], &ours[a]))
    })
}

/// Two links of a translation, and the origin's links to the same places.
struct Pair<'p> {
    prose: &'p Prose<'p>,
    own: [&'p Link<'p>; 2],
    other: &'p Prose<'p>,
    theirs: [&'p Link<'p>; 2],
}

impl Pair<'_> {
    /// Tells whether the link is much longer of the two that is much shorter in the origin, and in all others; with few
    /// of these, it must be a phrase there beside a single word, and no abbreviation.
    fn are_of_other_lengths(&self, witnesses: &[[String; 2]]) -> bool {
        let ours = ratio(&self.own.map(|link| self.prose.link_text(link)));
        let theirs = self.theirs.map(|link| self.other.link_text(link));
        let words = |text: &String| text.split_whitespace().count();
        let is_word = |text: &String| words(text) == 1 && text.contains(char::is_lowercase);
        let is_clear = || {
            theirs.iter().any(is_word) && theirs.iter().any(|text| words(text) >= PHRASE)
                || witnesses.len() >= WITNESSES
        };
        let mut others = std::iter::once(&theirs).chain(witnesses).map(ratio);
        is_clear() && ours.abs() > MUCH && others.all(|other| other.abs() > MUCH && other * ours < 0.0)
    }

    /// Tells whether the words stayed where they were and the targets did not; `None` where nothing says so.
    ///
    /// `witnesses` are the words of both links in other articles.
    fn is_exchanged(
        &self,
        witnesses: &[[String; 2]],
        spoken: impl FnOnce() -> f64,
        memory: impl FnOnce() -> [Vec<String>; 2],
        uses: impl FnOnce() -> f64,
    ) -> Option<bool> {
        let ours = self.own.map(|link| self.prose.link_text(link));
        let theirs = self.theirs.map(|link| self.other.link_text(link));
        let by_names = balance(|a, b| shared(&ours[a], &theirs[b]) as f64);
        if by_names.abs() > 0.1 {
            return Some(by_names < 0.0);
        }
        let by_words = spoken();
        if by_words.abs() > SPOKEN {
            return Some(by_words < 0.0);
        }
        let by_memory = remembered(&ours, &memory());
        let by_likeness = by_memory + self.likeness(&ours, &theirs, witnesses);
        if by_likeness.abs() > ALIKE {
            return Some(by_likeness < 0.0);
        }
        let by_use = uses();
        if by_use.abs() > 0.5 {
            return Some(by_use < 0.0);
        }
        let sentences =
            (self.own.map(|link| sentence(self.prose, link)), self.theirs.map(|link| sentence(self.other, link)));
        if sentences.0[0] != sentences.0[1] && sentences.1[0] != sentences.1[1] {
            return Some(true);
        }
        // Lengths say something where all languages agree on which one is longer.
        let ratios: Vec<f64> = std::iter::once(&theirs).chain(witnesses).map(ratio).collect();
        let mean = ratios.iter().sum::<f64>() / ratios.len() as f64;
        let agree = ratios.iter().all(|ratio| ratio * mean > 0.0);
        let by_length = ratio(&ours) * mean;
        (agree && by_length.abs() > 0.1).then_some(by_length < 0.0)
    }

    /// Tells whether nothing but `and` and the like stands between the origin's links, with an article perhaps.
    fn are_side_by_side(&self) -> bool {
        let [second, first] = self.theirs;
        let runs = self.other.block(first.block).iter().filter(|run| run.side == first.side);
        let between = runs.filter(|run| run.span.start >= first.span.end && run.span.end <= second.span.start);
        let between: String = between.map(|run| if run.kind == RunKind::Text { &*run.text } else { "\n" }).collect();
        let words: Vec<&str> = between.split([' ', ',', ';']).filter(|word| !word.is_empty()).collect();
        let is_joint = |word: &&&str| matches!(**word, "and" | "or");
        words.iter().any(|word| is_joint(&word))
            && words.iter().filter(|word| !is_joint(word)).all(|word| JOINED.contains(word))
    }

    /// Returns how much more alike each link's words are to those of the links to the same place, and to the
    /// place's own name, than to the other's: related languages share words, and all share borrowed ones.
    fn likeness(&self, ours: &[String; 2], theirs: &[String; 2], witnesses: &[[String; 2]]) -> f64 {
        let bigrams = |texts: &[String; 2]| [&texts[0], &texts[1]].map(|text| Bigrams::of(&text.trim().to_lowercase()));
        let texts = ours;
        let ours = bigrams(texts);
        let others = std::iter::once(theirs).chain(witnesses);
        let by_words: f64 = others
            .filter(|texts| texts.iter().all(|text| !text.trim().is_empty()))
            .map(bigrams)
            .map(|theirs| balance(|a, b| ours[a].likeness(&theirs[b])))
            .sum();
        by_words + self.places(texts)
    }

    /// Returns in how many more words each link's text is like its own place's name than like the other's.
    fn places(&self, texts: &[String; 2]) -> f64 {
        let words = |text: &str| -> BTreeSet<String> {
            let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 3);
            words.map(str::to_ascii_lowercase).collect()
        };
        let ours = [&texts[0], &texts[1]].map(|text| words(text));
        let [first, second] = self.own.map(|link| words(&link.target));
        let places = [&first - &second, &second - &first];
        balance(|a, b| ours[a].intersection(&places[b]).count() as f64 / 2.0)
    }
}

/// Returns what other links in the language say that lead where two links do.
fn memory(context: &GroupContext<'_>, article: usize, own: [&Link<'_>; 2]) -> [Vec<String>; 2] {
    let locale = &context.group.articles[article].locale;
    own.map(|link| context.memory.texts(locale, &link.target, link.span))
}

/// Returns how much more alike each link's words are to what is remembered of its place than to what is of the
/// other's; nothing where only one is remembered, unless its very words are.
fn remembered(ours: &[String; 2], texts: &[Vec<String>; 2]) -> f64 {
    let folded = |text: &String| Bigrams::of(&text.trim().to_lowercase());
    let ours = [&ours[0], &ours[1]].map(folded);
    let texts = [&texts[0], &texts[1]].map(|texts| texts.iter().map(folded).collect::<Vec<_>>());
    let best = |a: usize, b: usize| texts[b].iter().map(|text| ours[a].likeness(text)).fold(0.0, f64::max);
    let balance = balance(best);
    let is_whole = texts.iter().all(|texts| !texts.is_empty());
    if is_whole || balance.abs() > SAME { balance } else { 0.0 }
}

/// Returns in how many more other passages each link's words stand where the origin has those of the link to the
/// same place than where it has the other's.
fn uses(context: &GroupContext<'_>, article: usize, original: &Original, pair: &Pair<'_>) -> f64 {
    if original.article == article {
        return 0.0;
    }
    let folded = |text: String| text.trim().to_lowercase();
    let ours = pair.own.map(|link| folded(pair.prose.link_text(link)));
    let theirs = pair.theirs.map(|link| folded(pair.other.link_text(link)));
    let blocks = u32::try_from(context.group.articles[article].blocks.len()).unwrap_or(u32::MAX);
    let others = (0..blocks).filter(|&block| block != pair.own[0].block);
    let mut counts = [[0.0; 2]; 2];
    for block in others {
        let column = context.readings.column(article, block);
        let Some(model) = column.and_then(|column| context.readings.block(original.article, column)) else { continue };
        let text = folded(pair.prose.text(block, Side::Target));
        let has_ours = [0, 1].map(|at| text.contains(&ours[at]));
        if has_ours[0] == has_ours[1] {
            continue;
        }
        let text = folded(pair.other.text(model, original.side));
        let has_theirs = [0, 1].map(|at| text.contains(&theirs[at]));
        for (a, b) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            counts[a][b] += f64::from(u8::from(has_ours[a] && has_theirs[b] && has_theirs[0] != has_theirs[1]));
        }
    }
    balance(|a, b| counts[a][b])
}

/// What may stand between two links besides `and`. A verb would say what is done first, which languages say otherwise.
const JOINED: &[&str] = &["a", "an", "the"];

/// The likeness from which one remembered text decides.
const SAME: f64 = 0.6;

/// So much more must the words of links be alike.
const ALIKE: f64 = 0.3;

/// So much more must words that the site's articles translate speak for one order.
const SPOKEN: f64 = 0.3;

/// Returns how much longer the first text is than the second, as a logarithm.
fn ratio(texts: &[String; 2]) -> f64 {
    let [first, second] = [&texts[0], &texts[1]].map(|text| (text.trim().chars().count().max(1) as f64).ln());
    first - second
}

/// Returns how much more speaks for each link's own words than for the other's.
fn balance(likeness: impl Fn(usize, usize) -> f64) -> f64 {
    likeness(0, 0) + likeness(1, 1) - likeness(0, 1) - likeness(1, 0)
}

/// Returns how many names two texts share.
fn shared(left: &str, right: &str) -> usize {
    let [ours, theirs] = [left, right].map(|text| text.trim().chars().flat_map(char::to_lowercase));
    if ours.eq(theirs) {
        return 4;
    }
    let names: BTreeSet<&str> = displaced::names(right).into_iter().collect();
    let left: BTreeSet<&str> = displaced::names(left).into_iter().collect();
    names.intersection(&left).count()
}

/// Returns the number of the sentence in its passage that a link stands in.
fn sentence(prose: &Prose<'_>, link: &Link<'_>) -> usize {
    let runs = prose.block(link.block).iter().filter(|run| run.side == link.side && run.kind == RunKind::Text);
    let before: String = runs.take_while(|run| run.span.start < link.span.start).map(|run| &*run.text).collect();
    let mut ends = 0;
    let mut characters = before.chars().peekable();
    while let Some(c) = characters.next() {
        let is_spaced = characters.peek().is_none_or(|next| next.is_whitespace());
        ends += usize::from(matches!(c, '。' | '！' | '？' | '।') || matches!(c, '.' | '!' | '?' | '؟') && is_spaced);
    }
    ends
}

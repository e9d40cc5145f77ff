//! Which words of one language stand where words of another do, counted in the passages of the site's own articles.
//!
//! Two words that often stand in passages of the same place translate each other: their Dice coefficient is twice the
//! number of passages that have both, by the sum of those that have either (Smadja, McKeown and Hatzivassiloglou,
//! "Translating Collocations for Bilingual Lexicons", Computational Linguistics 22, 1996, section 4). Words count by
//! their stems: cut off where most languages inflect, and two signs at a time where no blanks part words.

use std::sync::{OnceLock, PoisonError, RwLock};

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

use super::function_words;
use super::memory::{folded, hashed, number_of};
use crate::catalog::Catalog;
use crate::catalog::group::Group;
use crate::model::article::Article;
use crate::model::document::have_one_outline;
use crate::model::locale::Locale;
use crate::source::SourceMap;

/// So many articles, spread over the whole site, are counted: enough for common words, and few enough to keep.
const ARTICLES: usize = 200;

/// In a passage of more bytes something like everything is said somewhere: it tells nothing.
pub const LONGEST: usize = 8000;

/// Words that share fewer passages tell nothing.
const FEWEST: usize = 3;

/// Pairs of words under this coefficient are chance.
const LEAST: f32 = 0.2;

/// A word of so many passages has no translation that it would tell about.
const MOST: usize = 200;

/// The words of a single article go together for other reasons, too.
const ALONE: f32 = 0.6;

/// A word stands for another, which may stand anywhere in a passage, where it is so likely.
pub const LIKELY: f32 = 0.3;

/// A word that is so much less likely than another translates nothing.
pub const RIVAL: f32 = 0.8;

/// No word has more translations.
const LIKELIEST: usize = 10;

/// The stem of a word, as a number; few enough words are counted that hardly any share theirs.
pub type Stem = u32;

/// What words stand for in other languages.
pub struct Lexicon<'c> {
    catalog: &'c Catalog,
    sources: &'c SourceMap,
    /// By the number of the locale; made when the first word is looked up.
    passages: OnceLock<Vec<OnceLock<Passages>>>,
    /// By the number of one locale and then by that of the other.
    pairs: OnceLock<Vec<OnceLock<Pair>>>,
}

/// The words of one language's passages, article by article as they are counted.
struct Passages {
    /// The first passage of each article, and the number of all.
    starts: Vec<u32>,
    /// The first stem of each passage, and the number of all.
    bounds: Vec<u32>,
    /// The stems of each passage, sorted.
    stems: Vec<Stem>,
    /// Passages that say what one before them says: templates would count as proof.
    is_copy: Vec<bool>,
}

/// Two languages side by side.
struct Pair {
    /// Every stem of the first language with a passage of both that has it, sorted.
    places: Vec<(Stem, u32)>,
    /// The passages of the second language, by those of the first.
    opposites: Vec<u32>,
    /// In how many of them each stem of the second language stands, sorted by stem.
    counts: Vec<(Stem, usize)>,
    /// What each stem that has places stands for, once that is asked for.
    known: FxHashMap<Stem, OnceLock<Translations>>,
    /// Whether texts say all of others, by a number for both: links say the same again and again.
    whole: RwLock<FxHashMap<u64, bool>>,
}

/// The words that a word is translated by, the likeliest first, and how likely each is, up to 1.
type Translations = Box<[(Stem, f32)]>;

/// What the words of one language stand for in another.
pub struct Dictionary<'l> {
    pair: &'l Pair,
    to: &'l Passages,
}

impl<'c> Lexicon<'c> {
    pub fn new(catalog: &'c Catalog, sources: &'c SourceMap) -> Self {
        Self { catalog, sources, passages: OnceLock::new(), pairs: OnceLock::new() }
    }

    /// Returns the number of a locale, if its articles are counted.
    pub fn number(&self, locale: &Locale) -> Option<usize> {
        // One article alone proves nothing.
        let is_some = self.catalog.groups.len() > 1;
        self.catalog.locales.iter().position(|other| other == locale).filter(|_| is_some)
    }

    /// Returns what the words of one language stand for in the other, both by their numbers; counts them when it is
    /// asked first.
    pub fn dictionary(&self, from: usize, to: usize) -> Dictionary<'_> {
        let count = self.catalog.locales.len();
        let pairs = self.pairs.get_or_init(|| (0..count * count).map(|_| OnceLock::new()).collect());
        let pair = pairs[from * count + to].get_or_init(|| self.count(from, to));
        Dictionary { pair, to: self.passages(to) }
    }

    fn count(&self, from: usize, to: usize) -> Pair {
        let [here, there] = [from, to].map(|locale| self.passages(locale));
        let [from, to] = [from, to].map(|locale| &self.catalog.locales[locale]);
        let mut opposites = vec![u32::MAX; here.is_copy.len()];
        let mut places = Vec::new();
        let mut said = Vec::new();
        for (number, group) in self.groups().enumerate() {
            let (Some(from), Some(to)) = (article(group, from), article(group, to)) else { continue };
            if !have_one_outline(&from.blocks, &to.blocks) {
                continue;
            }
            let there_starts = there.starts[number];
            for (at, opposite) in (here.starts[number]..here.starts[number + 1]).zip(there_starts..) {
                if !here.is_copy[at as usize] {
                    opposites[at as usize] = opposite;
                    places.extend(here.stems(at).iter().map(|&stem| (stem, at)));
                    said.extend_from_slice(there.stems(opposite));
                }
            }
        }
        places.sort_unstable();
        // Most words are rare, and nothing is said of them.
        let is_some = |stems: &[(Stem, u32)]| (FEWEST..=MOST).contains(&stems.len());
        let kept = places.chunk_by(|left, right| left.0 == right.0).filter(|stems| is_some(stems));
        let mut places: Vec<(Stem, u32)> = kept.flatten().copied().collect();
        places.shrink_to_fit();
        let known =
            places.chunk_by(|left, right| left.0 == right.0).map(|stems| (stems[0].0, OnceLock::new())).collect();
        Pair { places, opposites, counts: frequent(said).collect(), known, whole: RwLock::default() }
    }

    fn passages(&self, locale: usize) -> &Passages {
        let read = || Passages::of(self.groups(), &self.catalog.locales[locale], self.sources);
        let all = self.passages.get_or_init(|| self.catalog.locales.iter().map(|_| OnceLock::new()).collect());
        all[locale].get_or_init(read)
    }

    /// Returns the articles that are counted.
    fn groups(&self) -> impl Iterator<Item = &'c Group> + use<'c> {
        sample(self.catalog)
    }
}

/// Returns the articles of a site that are counted for all.
pub fn sample(catalog: &Catalog) -> impl Iterator<Item = &Group> {
    let groups = &catalog.groups;
    let count = groups.len().min(ARTICLES);
    (0..count).map(move |number| &groups[number * groups.len() / count])
}

fn article<'g>(group: &'g Group, locale: &Locale) -> Option<&'g Article> {
    group.articles.iter().find(|article| article.locale == *locale)
}

impl Passages {
    fn of<'g>(groups: impl Iterator<Item = &'g Group>, locale: &Locale, sources: &SourceMap) -> Self {
        let mut all = Self { starts: vec![0], bounds: vec![0], stems: Vec::new(), is_copy: Vec::new() };
        let mut seen = FxHashSet::default();
        for group in groups {
            if let Some(article) = article(group, locale) {
                let text = &sources.get(article.source).text;
                for block in &article.blocks {
                    let text = &text[block.span.range()];
                    let mut stems = if text.len() > LONGEST { Vec::new() } else { stems(&prose(text)) };
                    stems.sort_unstable();
                    stems.dedup();
                    all.is_copy.push(!seen.insert(hashed(stems.iter().map(|&stem| u64::from(stem)))));
                    all.stems.append(&mut stems);
                    all.bounds.push(number(all.stems.len()));
                }
            }
            all.starts.push(number(all.is_copy.len()));
        }
        all.stems.shrink_to_fit();
        all
    }

    /// Returns the stems of a passage.
    fn stems(&self, passage: u32) -> &[Stem] {
        let passage = passage as usize;
        &self.stems[self.bounds[passage] as usize..self.bounds[passage + 1] as usize]
    }
}

impl Dictionary<'_> {
    /// Returns how much of a text another one says, from 0 to 1; nothing of very long ones.
    pub fn likeness(&self, from: &str, to: &str) -> f64 {
        if from.len().max(to.len()) > LONGEST {
            return 0.0;
        }
        let [words, said] = [from, to].map(stems);
        let likely = |word: &Stem| {
            let translations = self.translations(*word);
            translations.iter().find(|(stem, _)| said.contains(stem)).map_or(0.0, |&(_, likely)| f64::from(likely))
        };
        words.iter().map(likely).sum::<f64>() / words.len().max(1) as f64
    }

    /// Tells whether a text says all words of another, or lacks none that a likely translation is known for. What
    /// translates one of the words far likelier says none of the others.
    pub fn says_all(&self, from: &str, to: &str) -> bool {
        let whole = &self.pair.whole;
        let number = number_of([from, to]);
        if let Some(&known) = whole.read().unwrap_or_else(PoisonError::into_inner).get(&number) {
            return known;
        }
        let [words, said] = [from, to].map(stems);
        let best = |stem: &Stem| {
            let same = f32::from(u8::from(words.contains(stem)));
            let known = words.iter().flat_map(|word| self.translations(*word)).filter(|(other, _)| other == stem);
            known.fold(same, |best, &(_, known)| best.max(known))
        };
        let says = |&(stem, known): &(Stem, f32)| said.contains(&stem) && known >= RIVAL * best(&stem);
        let is_said = |word: &Stem| said.contains(word) || self.translations(*word).iter().any(says);
        let is_known = |word: &Stem| self.translations(*word).iter().any(|&(_, known)| known >= LIKELY);
        let says_all = words.iter().all(is_said) || !words.iter().any(is_known);
        whole.write().unwrap_or_else(PoisonError::into_inner).insert(number, says_all);
        says_all
    }

    /// Returns what a word stands for in the other language.
    pub fn translations(&self, stem: Stem) -> &[(Stem, f32)] {
        let known = self.pair.known.get(&stem);
        known.map(|known| &**known.get_or_init(|| self.find(stem))).unwrap_or_default()
    }

    fn find(&self, stem: Stem) -> Translations {
        let places = &self.pair.places;
        let start = places.partition_point(|&(other, _)| other < stem);
        let here = places[start..].iter().take_while(|(other, _)| *other == stem);
        let mut said = Vec::new();
        let mut passages = 0;
        let (mut first, mut last) = (u32::MAX, 0);
        for &(_, at) in here {
            let opposite = self.pair.opposites[at as usize];
            passages += 1;
            (first, last) = (first.min(opposite), last.max(opposite));
            said.extend_from_slice(self.to.stems(opposite));
        }
        let article = |passage: u32| self.to.starts.partition_point(|&start| start <= passage);
        let weight = if article(first) == article(last) { ALONE } else { 1.0 };
        let counts = &self.pair.counts;
        let likely = |(other, both): (Stem, usize)| {
            let there = counts.binary_search_by_key(&other, |&(stem, _)| stem).map_or(0, |at| counts[at].1);
            (other, weight * 2.0 * both as f32 / (passages + there) as f32)
        };
        let mut found: Vec<(Stem, f32)> = frequent(said).map(likely).filter(|&(_, likely)| likely >= LEAST).collect();
        found.sort_unstable_by(|left, right| right.1.total_cmp(&left.1).then(left.0.cmp(&right.0)));
        found.truncate(LIKELIEST);
        found.into()
    }
}

/// Returns the stems that stand in a list often enough to tell something, sorted, and how often they do.
fn frequent(mut stems: Vec<Stem>) -> impl Iterator<Item = (Stem, usize)> {
    stems.sort_unstable();
    let mut start = 0;
    std::iter::from_fn(move || {
        while let Some(&stem) = stems.get(start) {
            let count = stems[start..].iter().take_while(|&&other| other == stem).count();
            start += count;
            if count >= FEWEST {
                return Some((stem, count));
            }
        }
        None
    })
}

/// Returns what a passage says, without where its links lead and without tags.
pub fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find([']', '<']) {
        let behind = &rest[at + 1..];
        let end = match (rest.as_bytes()[at], behind.starts_with('(')) {
            (b']', false) => Some(0),
            (b']', true) => behind.find(')').map(|end| end + 1),
            _ => behind.find('>').map(|end| end + 1),
        };
        // What does not end is text, like all behind it.
        let Some(end) = end else { break };
        out.push_str(&rest[..at]);
        out.push(' ');
        rest = &behind[end..];
    }
    out + rest
}

/// Returns the stems of a text's words, one after the other; neither numbers nor words of grammar have any.
pub fn stems(text: &str) -> Vec<Stem> {
    let mut found = Vec::with_capacity(text.len() / 4);
    let mut word = String::with_capacity(32);
    let mut letters = Vec::with_capacity(32);
    let is_border = |c: char| match c {
        '\0'..='\x7f' => !c.is_ascii_alphanumeric(),
        // Most letters beyond ASCII, without looking them up.
        'а'..='я' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => false,
        _ => !c.is_alphanumeric() && !is_combining_mark(c),
    };
    for part in text.split(is_border).filter(|part| part.len() >= SHORTEST) {
        if part.is_ascii() {
            word.clear();
            word.push_str(part);
            word.make_ascii_lowercase();
            found.extend(ascii_stem(&word));
            continue;
        }
        letters.clear();
        for c in part.chars() {
            match c {
                '\0'..='\x7f' => letters.push(c.to_ascii_lowercase()),
                'а'..='я' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => letters.push(c),
                _ => letters.extend(c.to_lowercase()),
            }
        }
        for part in letters.chunk_by(|left, right| size(*left) == size(*right)) {
            match size(part[0]) {
                0 => found.extend(word_stem(part, &mut word)),
                size => found.extend(part.windows(size).map(stem_of)),
            }
        }
    }
    found
}

/// Words of fewer bytes are none that tell anything: a single sign of Chinese has as many.
const SHORTEST: usize = 3;

/// Returns the stem of a word in small ASCII letters: [`word_stem`] with less to do.
fn ascii_stem(word: &str) -> Option<Stem> {
    let letters = word.as_bytes();
    if !letters[0].is_ascii_alphabetic() || function_words::is_one(word) {
        return None;
    }
    let letters = letters.strip_suffix(b"s").filter(|bare| bare.len() >= SHORTEST).unwrap_or(letters);
    let stem = if letters.len() > 5 { &letters[..5] } else { letters };
    Some(folded(hashed(stem.iter().map(|&letter| u64::from(letter)))))
}

/// Returns the stem of a word; `text` is for its letters in one piece.
fn word_stem(word: &[char], text: &mut String) -> Option<Stem> {
    if word.len() < SHORTEST || !word[0].is_alphabetic() {
        return None;
    }
    text.clear();
    text.extend(word);
    (!function_words::is_one(text)).then(|| stem_of(stem(word)))
}

/// Returns the number of a stem.
fn stem_of(letters: &[char]) -> Stem {
    folded(hashed(letters.iter().map(|&letter| u64::from(u32::from(letter)))))
}

/// Returns of how many signs a piece of a word is, where no blanks part words; 0 where they do.
fn size(c: char) -> usize {
    match c {
        // All scripts before Thai have blanks.
        '\0'..'\u{e00}' => 0,
        '\u{3041}'..='\u{3096}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => 2,
        _ => match c.script() {
            Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul => 2,
            Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar => 4,
            _ => 0,
        },
    }
}

/// Returns a word without its ending, and without what Arabic and Hebrew write in front of it.
fn stem(word: &[char]) -> &[char] {
    let bare = match word {
        ['ا', 'ل', rest @ ..] | ['و' | 'ب' | 'ف' | 'ك', 'ا', 'ل', rest @ ..] | ['ل', 'ل', rest @ ..] => rest,
        ['ה' | 'ב' | 'ל' | 'ו', rest @ ..] => rest,
        [rest @ .., 's'] => rest,
        _ => word,
    };
    let word = if bare.len() > 2 { bare } else { word };
    match word.len() {
        6.. => &word[..5],
        4.. if !word.iter().all(char::is_ascii) => &word[..word.len() - 1],
        _ => word,
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).expect("fewer than bytes")
}

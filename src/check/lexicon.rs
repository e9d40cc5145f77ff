//! Which words of one language stand where words of another do, counted in the passages of the site's own articles.
//!
//! Two words that often stand in passages of the same place translate each other: their Dice coefficient is twice the
//! number of passages that have both, by the sum of those that have either (Smadja, McKeown and Hatzivassiloglou,
//! "Translating Collocations for Bilingual Lexicons", Computational Linguistics 22, 1996, section 4). Words count by
//! their stems: cut off where most languages inflect, and two signs at a time where no blanks part words.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use unicode_script::{Script, UnicodeScript};

use super::function_words;
use super::memory::hashed;
use crate::catalog::Catalog;
use crate::catalog::group::Group;
use crate::model::article::Article;
use crate::model::document::have_one_outline;
use crate::model::locale::Locale;
use crate::source::SourceMap;

/// So many articles, spread over the whole site, are counted: enough for common words, and few enough to keep.
const ARTICLES: usize = 300;

/// Words that share fewer passages tell nothing.
const FEWEST: u32 = 3;

/// Pairs of words under this coefficient are chance.
const LEAST: f32 = 0.2;

/// A word of so many passages has no translation that it would tell about.
const MOST: usize = 200;

/// The stem of a word, as a number: few enough words are counted that none share theirs.
pub type Stem = u32;

/// What words stand for in other languages.
pub struct Lexicon<'c> {
    sources: &'c SourceMap,
    /// The articles that are counted.
    groups: Vec<&'c Group>,
    passages: Mutex<BTreeMap<Locale, Arc<Passages>>>,
    pairs: Mutex<BTreeMap<(Locale, Locale), Arc<Pair>>>,
}

/// The words of one language's passages, article by article as they are counted.
struct Passages {
    /// The first passage of each article, and the number of all.
    starts: Vec<u32>,
    /// The stems of each passage, sorted.
    stems: Vec<Vec<Stem>>,
    /// Every stem with the passages that have it, sorted.
    places: Vec<(Stem, u32)>,
    /// Passages that say what one before them says: templates would count as proof.
    is_copy: Vec<bool>,
}

/// Two languages side by side.
pub struct Pair {
    from: Arc<Passages>,
    to: Arc<Passages>,
    /// Whether an article has one outline in both.
    is_parallel: Vec<bool>,
    known: Mutex<HashMap<Stem, Translations>>,
}

/// The words that a word is translated by, the likeliest first, and how likely each is, up to 1.
pub type Translations = Arc<[(Stem, f32)]>;

impl<'c> Lexicon<'c> {
    pub fn new(catalog: &'c Catalog, sources: &'c SourceMap) -> Self {
        let step = catalog.groups.len().div_ceil(ARTICLES).max(1);
        let groups = catalog.groups.iter().step_by(step).collect();
        Self { sources, groups, passages: Mutex::default(), pairs: Mutex::default() }
    }

    /// Returns the two languages side by side; counts them when they are asked for first.
    pub fn pair(&self, from: &Locale, to: &Locale) -> Arc<Pair> {
        let key = (from.clone(), to.clone());
        let mut pairs = self.pairs.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(pairs.entry(key).or_insert_with(|| Arc::new(self.count(from, to))))
    }

    fn count(&self, from: &Locale, to: &Locale) -> Pair {
        let is_parallel = self.groups.iter().map(|group| match (article(group, from), article(group, to)) {
            (Some(from), Some(to)) => have_one_outline(&from.blocks, &to.blocks),
            _ => false,
        });
        let is_parallel = is_parallel.collect();
        Pair { from: self.passages(from), to: self.passages(to), is_parallel, known: Mutex::default() }
    }

    fn passages(&self, locale: &Locale) -> Arc<Passages> {
        let mut passages = self.passages.lock().unwrap_or_else(PoisonError::into_inner);
        let read = || Arc::new(Passages::of(&self.groups, locale, self.sources));
        Arc::clone(passages.entry(locale.clone()).or_insert_with(read))
    }
}

fn article<'g>(group: &'g Group, locale: &Locale) -> Option<&'g Article> {
    group.articles.iter().find(|article| article.locale == *locale)
}

impl Passages {
    fn of(groups: &[&Group], locale: &Locale, sources: &SourceMap) -> Self {
        let mut all = Self { starts: vec![0], stems: Vec::new(), places: Vec::new(), is_copy: Vec::new() };
        for group in groups {
            if let Some(article) = article(group, locale) {
                let text = &sources.get(article.source).text;
                all.stems.extend(article.blocks.iter().map(|block| {
                    let mut stems: Vec<Stem> = stems(&prose(&text[block.span.range()])).collect();
                    stems.sort_unstable();
                    stems.dedup();
                    stems
                }));
            }
            all.starts.push(number(all.stems.len()));
        }
        let mut seen = HashSet::new();
        all.is_copy = all.stems.iter().map(|stems| !seen.insert(stems.clone())).collect();
        let numbered = (0..).zip(&all.stems);
        all.places = numbered.flat_map(|(at, stems)| stems.iter().map(move |&stem| (stem, at))).collect();
        all.places.sort_unstable();
        all
    }

    /// Returns the passages that have a stem.
    fn with(&self, stem: Stem) -> impl Iterator<Item = usize> {
        let start = self.places.partition_point(|&(other, _)| other < stem);
        self.places[start..].iter().take_while(move |(other, _)| *other == stem).map(|&(_, at)| at as usize)
    }

    /// Returns the article of a passage, by its number among those that are counted.
    fn article(&self, passage: usize) -> usize {
        self.starts.partition_point(|&start| start as usize <= passage) - 1
    }
}

impl Pair {
    /// Returns what a word stands for in the other language.
    pub fn translations(&self, stem: Stem) -> Translations {
        if let Some(known) = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&stem) {
            return Arc::clone(known);
        }
        let found = self.find(stem);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(stem).or_insert(found))
    }

    fn find(&self, stem: Stem) -> Translations {
        let here: Vec<usize> = self.from.with(stem).filter(|&at| self.counts(at)).collect();
        let mut both: HashMap<Stem, u32> = HashMap::new();
        if (FEWEST as usize..=MOST).contains(&here.len()) {
            for &at in &here {
                for &other in &self.to.stems[self.opposite(at, &self.from, &self.to)] {
                    *both.entry(other).or_default() += 1;
                }
            }
        }
        let mut found: Vec<(Stem, f32)> = both
            .into_iter()
            .filter(|&(_, count)| count >= FEWEST)
            .map(|(other, count)| {
                let there = self.to.with(other).filter(|&at| self.is_answered(at)).count();
                (other, 2.0 * count as f32 / (here.len() + there) as f32)
            })
            .filter(|&(_, likely)| likely >= LEAST)
            .collect();
        found.sort_unstable_by(|left, right| right.1.total_cmp(&left.1).then(left.0.cmp(&right.0)));
        found.into()
    }

    /// Tells whether a passage of the first language has an opposite and says something new.
    fn counts(&self, passage: usize) -> bool {
        self.is_parallel[self.from.article(passage)] && !self.from.is_copy[passage]
    }

    /// Tells whether the opposite of a passage of the second language counts.
    fn is_answered(&self, passage: usize) -> bool {
        self.is_parallel[self.to.article(passage)] && !self.from.is_copy[self.opposite(passage, &self.to, &self.from)]
    }

    /// Returns the passage at the same place of the same article.
    fn opposite(&self, passage: usize, from: &Passages, to: &Passages) -> usize {
        let article = from.article(passage);
        passage - from.starts[article] as usize + to.starts[article] as usize
    }
}

/// Returns what a passage says, without where its links lead and without tags.
fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("](").into_iter().chain(rest.find('<')).min() {
        out.push_str(&rest[..at]);
        out.push(' ');
        let end = if rest[at..].starts_with('<') { '>' } else { ')' };
        rest = rest[at..].find(end).map_or("", |end| &rest[at + end + 1..]);
    }
    out + rest
}

/// Returns the stems of a text's words, one after the other; neither numbers nor words of grammar have any.
pub fn stems(text: &str) -> impl Iterator<Item = Stem> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c));
    words.flat_map(|word| {
        let word: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
        let parts = word.chunk_by(|left, right| size(*left) == size(*right));
        parts.flat_map(|part| part_stems(part).collect::<Vec<_>>()).collect::<Vec<_>>()
    })
}

/// Returns the stems of a word, or of what one kind of script has of it.
fn part_stems(part: &[char]) -> impl Iterator<Item = Stem> {
    let grams = match part.first() {
        Some(&first) if first.is_alphabetic() => size(first),
        _ => usize::MAX,
    };
    let is_word = grams == 0 && part.len() > 2 && !function_words::is_one(&part.iter().collect::<String>());
    let letters = match grams {
        0 if is_word => vec![stem(part)],
        0 | usize::MAX => Vec::new(),
        size => part.windows(size).collect(),
    };
    letters.into_iter().map(|letters| {
        let hash = hashed(letters.iter().map(|&letter| u64::from(u32::from(letter))));
        (hash ^ (hash >> 32)) as Stem
    })
}

/// Returns of how many signs a piece of a word is, where no blanks part words; 0 where they do.
fn size(c: char) -> usize {
    match c.script() {
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul => 2,
        Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar => 4,
        _ => 0,
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

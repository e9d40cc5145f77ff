//! Which words stand right before links, and which right behind them, in the site's own articles: "see the article [X]",
//! "the [X] section". Hardly any link starts or ends with one of them.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::char::is_combining_mark;

use super::lexicon::sample;
use super::memory::number_of;
use crate::catalog::Catalog;
use crate::markdown::prose::Prose;
use crate::model::locale::Locale;
use crate::source::SourceMap;

/// In so many articles a word must stand beside links, and in so many times as many as it stands in them.
const ENOUGH: u32 = 4;
const RARELY: u32 = 3;

/// The words beside links, by language.
pub struct Leads<'c> {
    catalog: &'c Catalog,
    sources: &'c SourceMap,
    /// In how many articles each word stands, with its language and its place as one number; found when the first is
    /// asked for.
    words: OnceLock<FxHashMap<u64, u32>>,
}

/// Where a word stands: right before a link or behind it, or as its first or last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Before,
    Behind,
    First,
    Last,
}

impl<'c> Leads<'c> {
    pub fn new(catalog: &'c Catalog, sources: &'c SourceMap) -> Self {
        Self { catalog, sources, words: OnceLock::new() }
    }

    /// Tells whether a word leads to links again and again, and hardly ever stands in them at that end.
    pub fn leads(&self, locale: &Locale, word: &str, inside: Place) -> bool {
        let before = self.count_of(locale, Place::Before, word);
        before >= ENOUGH && before >= RARELY * self.count_of(locale, inside, word)
    }

    /// Tells whether a word stands right behind other links, too.
    pub fn follows(&self, locale: &Locale, word: &str) -> bool {
        self.count_of(locale, Place::Behind, word) > 1
    }

    fn count_of(&self, locale: &Locale, place: Place, word: &str) -> u32 {
        let words = self.words.get_or_init(|| self.count());
        words.get(&number(locale, place, word)).copied().unwrap_or_default()
    }

    fn count(&self) -> FxHashMap<u64, u32> {
        let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
        for group in sample(self.catalog) {
            let translations = group.articles.iter().enumerate().filter(|(at, _)| group.source != Some(*at));
            for (_, article) in translations {
                let prose = Prose::of(article, self.sources.get(article.source));
                let mut seen = FxHashSet::default();
                for link in prose.links.iter().filter(|link| !link.is_picture) {
                    let text = prose.link_text(link);
                    let [before, behind] = prose.beside(link);
                    let words = [
                        (Place::Before, last_word(before)),
                        (Place::Behind, first_word(behind)),
                        (Place::First, first_of_several(&text)),
                        (Place::Last, last_of_several(&text)),
                    ];
                    let words = words.into_iter().filter_map(|(place, word)| Some((place, word?)));
                    seen.extend(words.map(|(place, word)| number(&article.locale, place, word)));
                }
                seen.into_iter().for_each(|number| *counts.entry(number).or_default() += 1);
            }
        }
        counts
    }
}

/// Returns the word that ends a text, if a blank follows it and no sign.
pub fn last_word(text: &str) -> Option<&str> {
    text.strip_suffix(' ').and_then(|text| text.rsplit(char::is_whitespace).next()).filter(|word| is_word(word))
}

/// Returns the word that starts a text, behind a blank.
pub fn first_word(text: &str) -> Option<&str> {
    let word = text.strip_prefix(' ').and_then(|text| text.split(char::is_whitespace).next());
    word.map(|word| word.trim_end_matches(|c: char| c.is_ascii_punctuation())).filter(|word| is_word(word))
}

/// Returns the first word of a text that has others.
pub fn first_of_several(text: &str) -> Option<&str> {
    text.split_once(' ').map(|(word, _)| word).filter(|word| is_word(word))
}

/// Returns the last word of a text that has others.
pub fn last_of_several(text: &str) -> Option<&str> {
    text.rsplit_once(' ').map(|(_, word)| word).filter(|word| is_word(word))
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphabetic() || is_combining_mark(c))
}

fn number(locale: &Locale, place: Place, word: &str) -> u64 {
    let place = match place {
        Place::Before => "<",
        Place::Behind => ">",
        Place::First => "[",
        Place::Last => "]",
    };
    number_of([locale.language(), place, &word.to_lowercase()])
}

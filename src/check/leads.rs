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
    /// Each word with its language and its side as one number; found when the first is asked for.
    words: OnceLock<FxHashMap<u64, Count>>,
}

/// Where a word stands: before links, or at their start; behind them, or at their end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Before,
    Behind,
}

/// In how many articles a word stands beside a link, and in how many in one.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    beside: u32,
    inside: u32,
}

impl<'c> Leads<'c> {
    pub fn new(catalog: &'c Catalog, sources: &'c SourceMap) -> Self {
        Self { catalog, sources, words: OnceLock::new() }
    }

    /// Tells whether a word stands on that side of links again and again, and hardly ever in them.
    pub fn leads(&self, locale: &Locale, side: Side, word: &str) -> bool {
        let Count { beside, inside } = self.count_of(locale, side, word);
        beside >= ENOUGH && beside >= RARELY * inside
    }

    /// Tells whether a word stands on that side of another link, too.
    pub fn is_seen(&self, locale: &Locale, side: Side, word: &str) -> bool {
        self.count_of(locale, side, word).beside > 1
    }

    fn count_of(&self, locale: &Locale, side: Side, word: &str) -> Count {
        let words = self.words.get_or_init(|| self.count());
        words.get(&number(locale, side, word)).copied().unwrap_or_default()
    }

    fn count(&self) -> FxHashMap<u64, Count> {
        let mut counts: FxHashMap<u64, Count> = FxHashMap::default();
        for group in sample(self.catalog) {
            let translations = group.articles.iter().enumerate().filter(|(at, _)| group.source != Some(*at));
            for (_, article) in translations {
                let prose = Prose::of(article, self.sources.get(article.source));
                let mut seen = FxHashSet::default();
                for link in prose.links.iter().filter(|link| !link.is_picture) {
                    let text = prose.link_text(link);
                    let [before, behind] = prose.beside(link);
                    let words = [
                        (Side::Before, last_word(before), first_of_several(&text)),
                        (Side::Behind, first_word(behind), last_of_several(&text)),
                    ];
                    for (side, outside, inside) in words {
                        for (word, is_beside) in [(outside, true), (inside, false)] {
                            let Some(word) = word else { continue };
                            let number = number(&article.locale, side, word);
                            if seen.insert((number, is_beside)) {
                                let count = counts.entry(number).or_default();
                                count.beside += u32::from(is_beside);
                                count.inside += u32::from(!is_beside);
                            }
                        }
                    }
                }
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

fn number(locale: &Locale, side: Side, word: &str) -> u64 {
    let side = if side == Side::Before { "<" } else { ">" };
    number_of([locale.language(), side, &word.to_lowercase()])
}

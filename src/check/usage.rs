//! Which names the articles of a language leave as they are, counted in the passages of the site's own articles: what
//! nearly all of them keep is no word to be translated.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::lexicon::{LONGEST, prose, sample};
use super::memory::number_of;
use super::plain::{row, shape};
use crate::catalog::Catalog;
use crate::model::article::Article;
use crate::model::document::have_one_outline;
use crate::model::locale::Locale;
use crate::source::SourceMap;

/// So many passages must have a name, and all but one in so many keep it.
const ENOUGH: u32 = 12;
const LOST: u32 = 20;

/// No passage has more names.
const MOST: usize = 64;

/// What becomes of names in each language.
pub struct Usage<'c> {
    catalog: &'c Catalog,
    sources: &'c SourceMap,
    /// The names that are kept, each with its language as one number; found when the first is asked for.
    kept: OnceLock<FxHashSet<u64>>,
}

/// In how many passages a name stands, and how many of their translations have it.
#[derive(Default)]
struct Count {
    all: u32,
    kept: u32,
}

impl<'c> Usage<'c> {
    pub fn new(catalog: &'c Catalog, sources: &'c SourceMap) -> Self {
        Self { catalog, sources, kept: OnceLock::new() }
    }

    /// Tells whether the articles in a language keep a name of the source's.
    pub fn keeps(&self, locale: &Locale, name: &str) -> bool {
        self.kept.get_or_init(|| self.count()).contains(&number(locale, name))
    }

    fn count(&self) -> FxHashSet<u64> {
        let mut counts: FxHashMap<u64, Count> = FxHashMap::default();
        let mut seen = FxHashSet::default();
        for group in sample(self.catalog) {
            let Some(source) = group.source.map(|source| &group.articles[source]) else { continue };
            let is_beside = |article: &&Article| {
                article.locale != source.locale && have_one_outline(&source.blocks, &article.blocks)
            };
            let translations: Vec<&Article> = group.articles.iter().filter(is_beside).collect();
            for (at, block) in source.blocks.iter().enumerate() {
                let there = self.sources.slice(block.span);
                // Of templates one passage counts.
                if there.len() > LONGEST || !seen.insert(there) {
                    continue;
                }
                let there = prose(there);
                let mut names: Vec<&str> = row::names(&there).into_iter().map(|range| &there[range]).collect();
                names.sort_unstable();
                names.dedup();
                names.truncate(MOST);
                for article in &translations {
                    let here = self.sources.slice(article.blocks[at].span);
                    if names.is_empty() || here.len() > LONGEST {
                        continue;
                    }
                    let here = prose(here);
                    for name in &names {
                        let count = counts.entry(number(&article.locale, name)).or_default();
                        count.all += 1;
                        count.kept += u32::from(shape::places(&here, name).next().is_some());
                    }
                }
            }
        }
        let is_kept = |count: &Count| count.all >= ENOUGH && (count.all - count.kept) * LOST <= count.all;
        counts.into_iter().filter(|(_, count)| is_kept(count)).map(|(number, _)| number).collect()
    }
}

/// Returns the number for a name in a language.
fn number(locale: &Locale, text: &str) -> u64 {
    number_of([locale.tag(), text])
}

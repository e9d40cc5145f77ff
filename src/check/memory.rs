//! What links to one place say elsewhere in a language: the memory of its own translations.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use rustc_hash::FxHasher;

use crate::catalog::Catalog;
use crate::catalog::group::Group;
use crate::catalog::target;
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::model::locale::Locale;
use crate::source::{SourceMap, Span};

/// So many links to one place are asked what they say.
const ENOUGH: usize = 8;

/// A link's words stand within so many bytes before its target.
const REACH: usize = 400;

/// The links of all articles, by the places that they lead to; filed when the first one is asked for.
pub struct Memory<'c> {
    catalog: &'c Catalog,
    sources: &'c SourceMap,
    filed: OnceLock<Vec<Filed>>,
}

/// One link of an article, by the numbers of its group, its article and itself.
///
/// A site has hundreds of thousands of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Filed {
    place: u32,
    group: u32,
    article: u32,
    link: u32,
}

impl<'c> Memory<'c> {
    pub fn new(catalog: &'c Catalog, sources: &'c SourceMap) -> Self {
        Self { catalog, sources, filed: OnceLock::new() }
    }

    /// Returns what links to `target` say in the locale, but for the one that stands at `own`.
    pub fn texts(&self, locale: &Locale, target: &str, own: Span) -> Vec<String> {
        let place = place(target);
        let filed = self.filed.get_or_init(|| self.file());
        let start = filed.partition_point(|filed| filed.place < place);
        let same = filed[start..].iter().take_while(|filed| filed.place == place);
        let links = same.filter_map(|filed| {
            let article = &self.group(filed.group as usize)?.articles[filed.article as usize];
            let link = &article.literals[filed.link as usize];
            let is_other = article.locale == *locale && !own.contains(link.span);
            (is_other && target::is_same(LiteralKind::Link, &link.value, target)).then_some(link)
        });
        let mut texts: Vec<String> = links.take(ENOUGH).filter_map(|link| self.words(link)).collect();
        texts.sort_unstable();
        texts.dedup();
        texts
    }

    fn group(&self, number: usize) -> Option<&Group> {
        let groups = &self.catalog.groups;
        groups.get(number).or_else(|| self.catalog.fragments.groups.get(number - groups.len()))
    }

    fn file(&self) -> Vec<Filed> {
        let groups = (0_u32..).zip(self.catalog.all_groups());
        let articles = groups.flat_map(|(at, group)| (0_u32..).zip(&group.articles).map(move |each| (at, each)));
        let mut filed: Vec<Filed> = articles
            .flat_map(|(group, (article, text))| {
                let is_link = |literal: &Literal| literal.kind == LiteralKind::Link && literal.side == Side::Target;
                let links = (0_u32..).zip(&text.literals).filter(move |(_, literal)| is_link(literal));
                links.map(move |(link, literal)| Filed { place: place(&literal.value), group, article, link })
            })
            .collect();
        filed.sort_unstable();
        filed.shrink_to_fit();
        filed
    }

    /// Returns the words of the link whose target stands in its parentheses, as they are written.
    fn words(&self, link: &Literal) -> Option<String> {
        let text = &self.sources.get(link.span.source).text;
        let before = text[..link.span.start as usize].trim_end_matches('<').strip_suffix("](")?;
        let mut depth = 0_usize;
        for (at, byte) in before.bytes().rev().enumerate().take(REACH) {
            match byte {
                b']' => depth += 1,
                b'[' if depth > 0 => depth -= 1,
                b'[' => {
                    let words = &before[before.len() - at..];
                    let words: String = words.chars().filter(|c| !matches!(c, '*' | '`' | '\\')).collect();
                    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                    return (words.contains(char::is_alphanumeric) && !words.contains("](")).then_some(words);
                }
                _ => {}
            }
        }
        None
    }
}

/// Returns a number for the last part of a target, which all spellings of it share as a rule, and some others.
fn place(target: &str) -> u32 {
    let last = target.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    folded(hashed(last.bytes().map(|byte| u64::from(byte.to_ascii_lowercase()))))
}

/// Returns a number of half the size.
pub fn folded(hash: u64) -> u32 {
    (hash ^ (hash >> 32)) as u32
}

/// Returns a number for some texts in a row.
pub fn number_of<const N: usize>(texts: [&str; N]) -> u64 {
    let mut hasher = FxHasher::default();
    texts.hash(&mut hasher);
    hasher.finish()
}

/// Returns a number for what is made of `parts` (FNV-1a, 64 bits).
pub fn hashed(parts: impl Iterator<Item = u64>) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    parts.fold(start, |hash, part| (hash ^ part).wrapping_mul(0x0100_0000_01b3))
}

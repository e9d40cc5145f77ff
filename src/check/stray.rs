//! Articles that have nothing in common with their own group but all with another one: texts that changed places.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use crate::catalog::Catalog;
use crate::catalog::group::Group;
use crate::catalog::target;
use crate::model::article::Article;
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::model::locale::Locale;

/// An article and the group whose text it has, by their places in the catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stray {
    pub group: usize,
    pub article: usize,
    pub home: usize,
}

/// The fewest literals by which a text is known.
const ENOUGH: usize = 2;

/// From so many on they say more than an outline does.
const MANY: usize = 4;

/// What needs no language in an article, each text once, sorted.
type Keys<'a> = Vec<Cow<'a, str>>;

/// Returns the strays of a catalog.
pub fn strays(catalog: &Catalog) -> Vec<Stray> {
    let places = catalog.groups.iter().enumerate();
    let places = places.flat_map(|(at, group)| (0..group.articles.len()).map(move |index| (at, index)));
    let suspects: Vec<(usize, usize, Keys<'_>)> =
        places.filter_map(|(at, index)| Some((at, index, suspect(&catalog.groups[at], index)?))).collect();
    let wanted: HashSet<&str> = suspects.iter().flat_map(|(.., keys)| keys).map(|key| &**key).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut holders: BTreeMap<&str, BTreeMap<usize, Holders<'_>>> = BTreeMap::new();
    for (at, group) in catalog.groups.iter().enumerate() {
        for article in &group.articles {
            for key in keys(article) {
                if let Some(key) = wanted.get(&*key) {
                    let holders = holders.entry(key).or_default().entry(at);
                    holders.and_modify(|held| held.take(&article.locale)).or_insert(Holders::One(&article.locale));
                }
            }
        }
    }
    let home = |&(group, article, ref keys): &(usize, usize, Keys<'_>)| {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        let own = &catalog.groups[group].articles[article];
        let places = keys.iter().filter_map(|key| holders.get(&**key)).flatten();
        let places = places.filter(|(at, held)| **at != group && held.is_any_but(&own.locale));
        places.for_each(|(&at, _)| *counts.entry(at).or_default() += 1);
        let (home, shared) = counts.into_iter().max_by_key(|&(at, count)| (count, usize::MAX - at))?;
        let is_sure = shared >= MANY || has_outline(&catalog.groups[home], own);
        (shared >= ENOUGH && shared * 3 >= keys.len() * 2 && is_sure).then_some(Stray { group, article, home })
    };
    suspects.iter().filter_map(home).collect()
}

/// The locales in which a group has a text. What it has in one alone says little about articles in that locale: all of
/// them may end with the same lines.
enum Holders<'a> {
    One(&'a Locale),
    More,
}

impl<'a> Holders<'a> {
    fn take(&mut self, locale: &'a Locale) {
        if matches!(self, Self::One(known) if *known != locale) {
            *self = Self::More;
        }
    }

    fn is_any_but(&self, locale: &Locale) -> bool {
        match self {
            Self::One(known) => *known != locale,
            Self::More => true,
        }
    }
}

/// Returns what an article has that needs no language, if hardly any of it stands in another article of its group.
fn suspect(group: &Group, index: usize) -> Option<Keys<'_>> {
    let article = &group.articles[index];
    let others = || (0..group.articles.len()).filter(|&other| other != index).map(|other| &group.articles[other]);
    let first = others().next()?;
    // Nearly every translation has a literal at the same place as another one.
    let is_at_home = literals(article).zip(literals(first)).any(|(own, other)| own.value == other.value);
    if is_at_home || group.is_source(index) {
        return None;
    }
    let own = each_once(keys(article));
    let shared = |other: &Article| each_once(keys(other).filter(|key| own.binary_search(key).is_ok())).len();
    let is_strange = own.len() >= ENOUGH && others().all(|other| shared(other) * 4 <= own.len());
    is_strange.then_some(own)
}

fn literals(article: &Article) -> impl Iterator<Item = &Literal> {
    article.literals.iter().filter(|literal| literal.side == Side::Target)
}

fn each_once<'a>(keys: impl Iterator<Item = Cow<'a, str>>) -> Keys<'a> {
    let mut keys: Keys<'a> = keys.collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn keys(article: &Article) -> impl Iterator<Item = Cow<'_, str>> {
    literals(article).map(|literal| match literal.kind {
        LiteralKind::Link => Cow::Owned(target::path_key(&literal.value)),
        _ => Cow::Borrowed(&*literal.value),
    })
}

/// Tells whether an article of the group has the outline of `own`.
fn has_outline(group: &Group, own: &Article) -> bool {
    group.articles.iter().any(|article| {
        article.blocks.len() == own.blocks.len() && article.blocks.iter().zip(&own.blocks).all(|(a, b)| a.is_like(b))
    })
}

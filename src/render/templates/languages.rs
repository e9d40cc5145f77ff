//! The list of a page's languages, which is long and nearly the same on all pages.
//!
//! The template makes it once for all pages that are there in the same languages, with signs in place of the
//! addresses; each page's addresses are put in without it.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};

use super::super::html::escape;
use super::super::view::{Html, Languages, LocaleLink, Page};

/// Stands at both ends of an address's number; a private character, which no template has.
const SIGN: char = '\u{f8ff}';

/// The lists that were made.
#[derive(Default)]
pub(super) struct Lists(Mutex<HashMap<String, Arc<str>>>);

impl Lists {
    /// Returns the languages of `page`; `made` makes a list that is not there yet.
    pub fn of<E>(&self, page: &Page, made: impl FnOnce(Vec<LocaleLink>) -> Result<String, E>) -> Result<Languages, E> {
        let key = key(page);
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        let list = match known {
            Some(list) => list,
            None => {
                let links = page.locales.iter().enumerate();
                let signed =
                    |(at, link): (usize, &LocaleLink)| LocaleLink { href: format!("{SIGN}{at}{SIGN}"), ..link.clone() };
                let list: Arc<str> = made(links.map(signed).collect())?.into();
                self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&list));
                list
            }
        };
        let own = page.locales.iter().find(|link| link.current).map(|link| link.name.clone());
        let count = page.locales.len();
        Ok(Languages { list: Html(filled(&list, &page.locales)), own: own.unwrap_or_default(), count })
    }
}

/// Returns what pages have in common that have the same list but for the addresses.
fn key(page: &Page) -> String {
    let mut key = page.lang.clone();
    for link in &page.locales {
        let current = if link.current { "*" } else { "" };
        write!(key, " {}{current}{:?}", link.tag, link.kind).expect("a string takes all text");
    }
    key
}

/// Returns `list` with the addresses of `links` in place of their signs.
fn filled(list: &str, links: &[LocaleLink]) -> String {
    let mut filled = String::with_capacity(list.len() + links.len() * 32);
    for (at, part) in list.split(SIGN).enumerate() {
        match part.parse::<usize>().ok().filter(|_| at % 2 == 1).and_then(|number| links.get(number)) {
            Some(link) => escape(&mut filled, &link.href),
            None => filled.push_str(part),
        }
    }
    filled
}

//! The list of a page's languages, which is long and nearly the same on all pages.
//!
//! The template makes it once for all pages that are there in the same languages, with signs in place of the
//! addresses; each page's addresses are put in without it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::super::html::escape;
use super::super::view::{Html, Languages, LocaleKind, LocaleLink, Page};

/// Stands at both ends of an address's number; a private character, which no template has.
const SIGN: char = '\u{f8ff}';

/// The lists that were made.
#[derive(Default)]
pub(super) struct Lists(Mutex<HashMap<String, Arc<str>>>);

impl Lists {
    /// Returns the languages of `page`; `made` makes a list that is not there yet.
    pub fn of<E>(
        &self,
        page: &Page<'_>,
        made: impl FnOnce(Vec<LocaleLink<'_>>) -> Result<String, E>,
    ) -> Result<Languages, E> {
        let key = key(page);
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        let list = match known {
            Some(list) => list,
            None => {
                let links = page.locales.iter().enumerate();
                let signed = links.map(|(at, link)| LocaleLink { href: format!("{SIGN}{at}{SIGN}"), ..link.clone() });
                let list: Arc<str> = made(signed.collect())?.into();
                self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&list));
                list
            }
        };
        let own = page.locales.iter().find(|link| link.current).map(|link| link.name.to_owned());
        let count = page.locales.len();
        Ok(Languages { list: Html(filled(&list, &page.locales)), own: own.unwrap_or_default(), count })
    }
}

/// Returns what pages have in common that have the same list but for the addresses.
fn key(page: &Page<'_>) -> String {
    let mut key = String::with_capacity(page.lang.len() + page.locales.len() * 16);
    key.push_str(&page.lang);
    for link in &page.locales {
        let kind = match link.kind {
            LocaleKind::Own => " ",
            LocaleKind::Fallback => " ~",
            LocaleKind::Rebuilt => " +",
        };
        key.extend([kind, link.tag, if link.current { "*" } else { "" }]);
    }
    key
}

/// Returns `list` with the addresses of `links` in place of their signs.
fn filled(list: &str, links: &[LocaleLink<'_>]) -> String {
    let mut filled = String::with_capacity(list.len() + links.len() * 32);
    for (at, part) in list.split(SIGN).enumerate() {
        match part.parse::<usize>().ok().filter(|_| at % 2 == 1).and_then(|number| links.get(number)) {
            Some(link) => escape(&mut filled, &link.href),
            None => filled.push_str(part),
        }
    }
    filled
}

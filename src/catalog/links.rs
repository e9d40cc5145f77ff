//! Where a link leads.

use percent_encoding::percent_decode_str;

use super::fragments::relative;
use super::{Addresses, Catalog};
use crate::config::nearest;
use crate::model::article::Article;
use crate::model::key::{ArticleKey, stem};

/// Where the target of a link or picture leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To an article of the site, perhaps to a place in it.
    Article { group: usize, fragment: Option<String> },
    /// To a place on the same page.
    Here(String),
    /// To a file beside the articles: its path below the locale's folder.
    File(String),
    /// To somewhere that this site does not answer for.
    External,
    /// To nothing: the path that was tried.
    Broken(String),
    /// Out of the content.
    Outside,
}

impl Catalog {
    /// Resolves `target` as written in `from`.
    pub fn resolve(&self, from: &Article, target: &str) -> Target {
        let target = target.trim();
        if let Some(fragment) = target.strip_prefix('#') {
            return Target::Here(decoded(fragment));
        }
        if target.is_empty() || has_scheme(target) || target.starts_with("//") {
            return Target::External;
        }
        let (path, fragment) = match target.split_once('#') {
            Some((path, fragment)) => (path, Some(decoded(fragment)).filter(|fragment| !fragment.is_empty())),
            None => (target, None),
        };
        let path = decoded(path.split('?').next().unwrap_or_default());
        let path = match self.settings.link_prefixes.iter().find_map(|prefix| path.strip_prefix(prefix.as_str())) {
            Some(rest) => format!("/{}", rest.trim_start_matches('/')),
            None if path.starts_with('/') => return Target::External,
            None => path,
        };
        match relative(from.key.as_str(), &path) {
            Some(path) => self.inside(from, path, fragment),
            None => self.across(from, &path, fragment),
        }
    }

    /// Tells whether it is a mistake for sure where `target` leads nowhere.
    pub fn judges(&self, target: &str) -> bool {
        let (path, place) = target.split_once('#').unwrap_or((target, ""));
        match self.settings.addresses {
            Addresses::Known => true,
            Addresses::Files => place.is_empty() && !path.starts_with('@') && stem(path).is_some(),
            Addresses::Unknown => false,
        }
    }

    /// Resolves a path below the locale's folder.
    fn inside(&self, from: &Article, path: String, fragment: Option<String>) -> Target {
        let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
        let candidates = [path.clone(), below("index"), below("readme")];
        if let Some(group) = candidates.iter().find_map(|path| self.group(&ArticleKey::new(path))) {
            return Target::Article { group, fragment };
        }
        match self.file(from, &path) {
            Some(path) => Target::File(path),
            None => Target::Broken(path),
        }
    }

    /// Resolves a path that climbs to another locale's folder: there it means the article in this locale.
    fn across(&self, from: &Article, path: &str, fragment: Option<String>) -> Target {
        let depth = from.key.as_str().matches('/').count() + 1;
        let prefix = "../".repeat(depth);
        let Some(rest) = path.strip_prefix("./").unwrap_or(path).strip_prefix(&prefix) else { return Target::Outside };
        match rest.split_once('/') {
            Some((folder, path)) if self.locales.iter().any(|locale| locale.tag().eq_ignore_ascii_case(folder)) => {
                self.inside(from, path.to_owned(), fragment)
            }
            _ => Target::Outside,
        }
    }

    /// Returns the file of that path in the article's locale, whatever its case.
    fn file(&self, from: &Article, path: &str) -> Option<String> {
        let exact = (from.locale.clone(), path.to_owned());
        if self.settings.files.contains(&exact) {
            return Some(exact.1);
        }
        let start = (from.locale.clone(), String::new());
        let own = self.settings.files.range(start..).take_while(|(locale, _)| *locale == from.locale);
        own.map(|(_, file)| file).find(|file| file.to_lowercase() == path.to_lowercase()).cloned()
    }

    /// Returns the key of an article whose path is most like `path`.
    pub fn nearest_article(&self, path: &str) -> Option<&str> {
        let stem = ArticleKey::new(path);
        let keys = self.groups.iter().map(|group| group.key.as_str());
        nearest(stem.as_str(), keys.filter(|key| is_of_length(key, stem.as_str())))
    }

    /// Returns a file of the article's locale whose path is most like `path`.
    pub fn nearest_file(&self, from: &Article, path: &str) -> Option<&str> {
        let own = self.settings.files.iter().filter(|(locale, _)| *locale == from.locale);
        nearest(path, own.map(|(_, file)| file.as_str()).filter(|file| is_of_length(file, path)))
    }
}

/// So many paths are looked at for like ones, all broken links of a site together: where a site was moved as a whole,
/// nobody asks what each link meant.
pub const LOOKS: usize = 4_000_000;

/// Tells whether two paths differ in length by no more than a misspelt name may.
fn is_of_length(path: &str, meant: &str) -> bool {
    let name = meant.rsplit('/').next().map(str::len).unwrap_or_default();
    path.len().abs_diff(meant.len()) <= name / 3 + 1
}

/// Tells whether `target` starts with a scheme (RFC 3986, section 3.1).
pub fn has_scheme(target: &str) -> bool {
    let end = target.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')));
    end.is_some_and(|end| {
        end > 1 && target[end..].starts_with(':') && target.starts_with(|c: char| c.is_ascii_alphabetic())
    })
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

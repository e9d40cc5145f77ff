//! Fragments: files that articles bring in by `[!INCLUDE]`.

use std::collections::BTreeMap;

use super::group::Group;
use crate::model::article::Article;
use crate::model::key::ArticleKey;
use crate::model::locale::Locale;

/// All fragments, by key and locale.
#[derive(Debug, Default)]
pub struct Fragments {
    pub groups: Vec<Group>,
    by_key: BTreeMap<ArticleKey, usize>,
}

impl Fragments {
    pub(super) fn new(groups: Vec<Group>) -> Self {
        let by_key = groups.iter().enumerate().map(|(at, group)| (group.key.clone(), at)).collect();
        Self { groups, by_key }
    }

    /// Returns the fragment at `path` below the folders of locales, in all its locales.
    pub fn group(&self, path: &str) -> Option<&Group> {
        Some(&self.groups[*self.by_key.get(&ArticleKey::new(&relative("", path)?))?])
    }

    /// Returns the fragment that `target`, written in `from`, names: in the locale of `from`, else in
    /// `source`, else in any; `None` where there is none inside the content.
    pub fn resolve(&self, from: &Article, target: &str, source: Option<&Locale>) -> Option<(&Group, &Article)> {
        let path = relative(from.key.as_str(), target)?;
        let group = self.group(&path)?;
        let article = group.article(&from.locale).or_else(|| group.article(source?)).or(group.articles.first())?;
        Some((group, article))
    }

    /// Returns the fragments that bring in one another in a circle, starting from `article`; empty without one.
    pub fn cycle<'f>(&'f self, article: &'f Article, source: Option<&Locale>) -> Vec<&'f Article> {
        let mut path = vec![article];
        let mut done = Vec::new();
        if self.follow(&mut path, &mut done, source) { path } else { Vec::new() }
    }

    fn follow<'f>(&'f self, path: &mut Vec<&'f Article>, done: &mut Vec<ArticleKey>, source: Option<&Locale>) -> bool {
        let article = *path.last().expect("the path starts with an article");
        for include in &article.includes {
            let Some((_, fragment)) = self.resolve(article, &include.target, source) else { continue };
            let closes = path.iter().any(|member| member.key == fragment.key);
            if closes || path.len() > MAX_DEPTH {
                path.push(fragment);
                return true;
            }
            if !done.contains(&fragment.key) {
                path.push(fragment);
                if self.follow(path, done, source) {
                    return true;
                }
                path.pop();
                done.push(fragment.key.clone());
            }
        }
        false
    }
}

/// How deep fragments may stand in one another.
pub const MAX_DEPTH: usize = 16;

/// Returns the path that `target`, written in the article `from`, names below the locale's folder; `None`
/// where it climbs out of it. A leading `~/` or `/` starts at that folder.
pub fn relative(from: &str, target: &str) -> Option<String> {
    let target = target.replace('\\', "/");
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (mut parts, rest): (Vec<&str>, &str) = match target.strip_prefix("~/").or_else(|| target.strip_prefix('/')) {
        Some(rest) => (Vec::new(), rest),
        None => (folder.split('/').filter(|part| !part.is_empty()).collect(), &target),
    };
    for part in rest.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn paths_stay_below_the_locale() {
        let check = |from, target, path: Option<&str>| assert_eq!(relative(from, target).as_deref(), path, "{target}");
        check("a/b", "../includes/x.md", Some("includes/x.md"));
        check("b", "./includes/x.md", Some("includes/x.md"));
        check("a/b", "~/includes/x.md", Some("includes/x.md"));
        check("b", "../x.md", None);
    }
}

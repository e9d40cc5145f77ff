//! Where the text of a page can be edited, and where a translation that is missing can be begun.

use std::collections::BTreeMap;

use percent_encoding::utf8_percent_encode;

use super::{Input, address};
use crate::catalog::group::Group;
use crate::load::FileArticle;
use crate::model::article::Article;
use crate::model::locale::Locale;
use crate::source::SourceId;

/// The places of articles at the site's host of sources; empty where the site names none.
pub struct Edits<'s> {
    input: Input<'s>,
    files: BTreeMap<SourceId, &'s FileArticle>,
    /// How names of files have each locale.
    names: BTreeMap<&'s Locale, String>,
}

impl<'s> Edits<'s> {
    pub(super) fn of(input: Input<'s>) -> Self {
        let config = input.config;
        let is_wanted = [&config.edit_url, &config.translate_url, &config.report_url].iter().any(|url| url.is_some());
        let files = input.files.articles.iter().filter(|_| is_wanted);
        let mut names = BTreeMap::new();
        for file in files.clone() {
            if !names.contains_key(&file.locale) {
                names.extend(input.layout.locale_name(&file.path).map(|name| (&file.locale, name)));
            }
        }
        Self { input, files: files.map(|file| (file.source, file)).collect(), names }
    }

    /// Returns where the article's file can be edited; `None` for one that is put together.
    pub fn edit(&self, article: &Article) -> Option<String> {
        let pattern = self.input.config.edit_url.as_deref()?;
        filled(pattern, &self.path(article)?, &article.locale)
    }

    /// Returns the path of the article's file at the host of sources; `None` for one that is put together.
    pub fn path(&self, article: &Article) -> Option<String> {
        let file = self.files.get(&article.source)?;
        self.input.layout.below_base(&file.path)
    }

    /// Returns where the article that `locale` lacks can be written.
    pub fn translate(&self, group: &Group, locale: &Locale) -> Option<String> {
        let config = self.input.config;
        let pattern = match (&config.translate_url, &config.edit_url) {
            (Some(pattern), _) => pattern.clone(),
            (None, Some(pattern)) => new_file(pattern),
            (None, None) => return None,
        };
        let model = group.source.map_or_else(|| group.articles.first(), |source| group.articles.get(source))?;
        let file = self.files.get(&model.source)?;
        let name = self.names.get(locale).map_or_else(|| locale.tag(), String::as_str);
        let path = self.input.layout.counterpart(&file.path, locale, name)?;
        filled(&pattern, &self.input.layout.below_base(&path)?, locale)
    }
}

/// Puts path and locale into an address; in a query more has to be escaped.
fn filled(pattern: &str, path: &str, locale: &Locale) -> Option<String> {
    let at = pattern.find("{path}")?;
    let path = if pattern[..at].contains(['?', '#']) {
        utf8_percent_encode(path, address::PATH_IN_QUERY).to_string()
    } else {
        address::encoded(path)
    };
    Some(pattern.replace("{path}", &path).replace("{locale}", locale.tag()))
}

/// Returns where a file is begun at a host whose address for editing is `pattern`.
///
/// GitHub and GitLab answer for a file that is not there only at another address.
fn new_file(pattern: &str) -> String {
    let parameter = match pattern {
        _ if pattern.starts_with("https://github.com/") => "filename",
        _ if pattern.contains("/-/edit/") => "file_name",
        _ => return pattern.to_owned(),
    };
    match pattern.replacen("/edit/", "/new/", 1).strip_suffix("/{path}") {
        Some(folder) => format!("{folder}?{parameter}={{path}}"),
        None => pattern.to_owned(),
    }
}

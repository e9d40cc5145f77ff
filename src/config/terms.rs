//! `terms.toml`: names that stay as they are, and how other words are translated.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::reader::{Item, Problems, Section};
use super::{ConfigErrors, values};
use crate::model::locale::Locale;
use crate::source::{Source, Span};

/// The name of the file of terms in a site folder.
pub const TERMS_FILE: &str = "terms.toml";

/// The terms of a site, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms(pub Vec<Term>);

/// One of `[[terms]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The word or name as the source has it.
    pub source: String,
    pub span: Span,
    /// Whether it stays untranslated in every locale.
    pub keep: bool,
    /// Whether upper and lower case count.
    pub case: bool,
    /// What translators should know.
    pub note: Option<String>,
    /// By locale, the translations of which one must stand there; a `*` at the end stands for any ending.
    pub translations: BTreeMap<Locale, Vec<String>>,
    /// By locale, the translations that must not stand there.
    pub forbidden: BTreeMap<Locale, Vec<String>>,
}

impl Terms {
    /// Reads `source` as a file of terms.
    ///
    /// # Errors
    /// All problems of the file at once; malformed TOML is reported alone.
    pub fn parse(source: &Source) -> Result<Self, ConfigErrors> {
        let (document, malformed) = DeTable::parse_recoverable(&source.text);
        let problems = Problems::new(source);
        for error in &malformed {
            let range = error.span().unwrap_or(source.text.len()..source.text.len());
            problems.report(range, format!("this is no valid TOML: {}", error.message()), "");
        }
        let mut terms = Vec::new();
        if malformed.is_empty() {
            let mut root = Section::root(document.get_ref(), &problems);
            let items = root.take("terms").and_then(|item| item.list()).unwrap_or_default();
            terms = items.iter().filter_map(term).collect();
            root.finish();
        }
        match problems.into_findings() {
            findings if findings.is_empty() => Ok(Self(terms)),
            findings => Err(ConfigErrors(findings)),
        }
    }
}

fn term(item: &Item<'_>) -> Option<Term> {
    let mut section = item.section()?;
    let source = section.take("source");
    let keep = section.take("keep").and_then(|item| item.flag()).unwrap_or_default();
    let case = section.take("case").and_then(|item| item.flag()).unwrap_or(keep);
    let note = section.take("note").and_then(|item| item.text()).map(str::to_owned);
    let translations = section.take("translations").map(|item| by_locale(&item)).unwrap_or_default();
    let forbidden = section.take("forbidden").map(|item| by_locale(&item)).unwrap_or_default();
    section.finish();
    let Some(source) = source else {
        return item.reject(format!("`{}` has no `source`", item.name), "give the word as the source has it");
    };
    let span = source.span();
    let text = source.text()?.trim();
    if !text.contains(char::is_alphanumeric) {
        return source.reject(format!("`{}` has no letters", source.name), "give the word as the source has it");
    }
    if !keep && translations.is_empty() && forbidden.is_empty() {
        return item.reject(
            format!("`{}` asks for nothing", item.name),
            "set `keep = true`, or give `translations` or `forbidden` by locale",
        );
    }
    Some(Term { source: text.to_owned(), span, keep, case, note, translations, forbidden })
}

/// Reads a table of locales with one text or a list of them each.
fn by_locale(item: &Item<'_>) -> BTreeMap<Locale, Vec<String>> {
    let mut found = BTreeMap::new();
    for (key, _, value) in item.section().map(|section| section.entries()).unwrap_or_default() {
        let Some(locale) = values::tag(&value, key) else { continue };
        let texts: Vec<String> = if value.is_text() {
            value.text().into_iter().map(str::to_owned).collect()
        } else {
            value.texts().into_iter().map(|(text, _)| text.to_owned()).collect()
        };
        let is_empty = |text: &String| text.trim_end_matches('*').trim().is_empty();
        if texts.iter().any(is_empty) {
            value.reject::<()>(format!("`{}` has a text without letters", value.name), "");
            continue;
        }
        found.insert(locale, texts);
    }
    found
}

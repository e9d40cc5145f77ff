//! Defects of every kind planted into articles in German, Japanese, Arabic, Thai, Hebrew and Portuguese:
//! each is found where it stands, and what only looks like one is not.

mod defects;
mod harmless;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use faultbook::diag::{Finding, Place, Severity};
use faultbook::pipeline::Site;
use rayon::prelude::*;

use crate::site::{Files, line, lines, of_files};

const LOCALES: [&str; 6] = ["ar", "de", "he", "ja", "pt", "th"];
const ARTICLES: [&str; 3] = ["forwarding-blocked", "token-refused", "update-denied"];

/// The fewest plants that show that a kind of defect is found.
const ENOUGH: usize = 25;

/// A translation and its source, as texts.
struct Pair {
    locale: &'static str,
    article: &'static str,
    source: String,
    translation: String,
}

/// A text with one defect, and what was done to it.
struct Plant {
    what: String,
    text: String,
}

impl Plant {
    /// Replaces the first `from` in `text`; `None` where there is none or nothing changes.
    fn replace(text: &str, from: &str, to: &str) -> Option<Self> {
        let changed = text.replacen(from, to, 1);
        (changed != text).then(|| Self { what: format!("{from:?} -> {to:?}"), text: changed })
    }
}

/// A kind of defect.
struct Kind {
    name: &'static str,
    /// How grave the finding is at least.
    severity: Severity,
    plant: fn(&Pair) -> Vec<Plant>,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/planted/content")
}

fn read(locale: &str, article: &str) -> String {
    fs::read_to_string(folder().join(locale).join(format!("{article}.md"))).expect("the fixture is there")
}

fn pairs() -> Vec<Pair> {
    let of_article = |article: &'static str| {
        let source = read("en", article);
        LOCALES.map(|locale| Pair { locale, article, source: source.clone(), translation: read(locale, article) })
    };
    ARTICLES.into_iter().flat_map(of_article).collect()
}

fn path(locale: &str, article: &str) -> String {
    format!("content/{locale}/{article}.md")
}

/// Reads the article in English and in the pair's locale, the translation being `text`.
fn site(pair: &Pair, text: &str) -> Site {
    let mut files = Files::new();
    for locale in ["en", pair.locale] {
        files.insert(format!("content/{locale}/media/switch.png"), "no picture".to_owned());
    }
    files.insert(path("en", pair.article), pair.source.clone());
    files.insert(path(pair.locale, pair.article), text.to_owned());
    of_files(&files)
}

/// Returns what is found in the translation of `pair` when it reads `text`.
fn found(pair: &Pair, text: &str) -> (Vec<(Severity, String)>, Vec<String>) {
    let site = site(pair, text);
    let own = path(pair.locale, pair.article);
    let is_own = |finding: &&Finding| match finding.place {
        Place::Span(span) => site.sources.get(span.source).path.ends_with(&own),
        Place::File(source) => site.sources.get(source).path.ends_with(&own),
        _ => false,
    };
    let found = site.findings.iter().filter(is_own).map(|finding| (finding.severity, line(&site, finding)));
    (found.collect(), lines(&site))
}

#[test]
fn the_articles_as_they_are_have_no_defect() {
    for pair in pairs() {
        assert_eq!(lines(&site(&pair, &pair.translation)), Vec::<String>::new(), "{} {}", pair.locale, pair.article);
    }
}

#[test]
fn planted_defects_are_found() {
    let pairs = pairs();
    let wrong: Vec<String> = defects::KINDS.par_iter().flat_map_iter(|kind| misses(kind, &pairs)).collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Returns what is not found, or found more than once, of one kind of defect; nothing where that is one in twenty at
/// most: a short sentence that is lost cannot always be told from one that was joined with another.
fn misses(kind: &Kind, pairs: &[Pair]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut count = 0;
    for pair in pairs {
        for plant in (kind.plant)(pair) {
            count += 1;
            let (own, all) = found(pair, &plant.text);
            let is_found = own.iter().any(|(severity, _)| *severity >= kind.severity);
            let rules: BTreeSet<&str> = own.iter().filter_map(|(_, line)| line.split(' ').nth(1)).collect();
            if !is_found || own.len() > 1 || all.len() > own.len() {
                let (locale, article) = (pair.locale, pair.article);
                let verdict = if is_found { "too much" } else { "missed" };
                wrong.push(format!("{}: {verdict}: {locale}/{article}: {}: {rules:?} {all:#?}", kind.name, plant.what));
            }
        }
    }
    if wrong.len() * 20 <= count {
        wrong.clear();
    }
    if count < ENOUGH {
        wrong.push(format!("{}: only {count} planted", kind.name));
    }
    wrong
}

#[test]
fn what_only_looks_like_a_defect_is_none() {
    let pairs = pairs();
    let wrong: Vec<String> = harmless::KINDS
        .par_iter()
        .flat_map_iter(|(name, plant)| {
            let pairs = &pairs;
            pairs.iter().flat_map(move |pair| {
                plant(pair).into_iter().filter_map(move |plant| {
                    let (_, all) = found(pair, &plant.text);
                    let place = format!("{}/{}", pair.locale, pair.article);
                    (!all.is_empty()).then(|| format!("{name}: {place}: {}: {all:#?}", plant.what))
                })
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

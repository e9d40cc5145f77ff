//! Five published translations of one article, and every change that a translator makes by mistake: each
//! is one finding more, on its file, under its character, named for what it is.

use std::collections::BTreeSet;
use std::fs;

use faultbook::diag::{Finding, Place, Severity};
use faultbook::pipeline::Site;
use rayon::prelude::*;

use crate::common::samples;
use crate::site::{Files, line, lines, of_files, place, pointed_at};

const NAME: &str = "troubleshoot-aadsts50000-error-code.md";
const LOCALES: [&str; 5] = ["id-ID", "ko-KR", "ru-RU", "sl-SI", "zh-CN"];

fn path(locale: &str) -> String {
    format!("content/{locale}/{NAME}")
}

/// Returns the seeds of `locales`, with the English article beside them or not; `None` where there are no samples.
fn seeds(locales: &[&str], english: bool) -> Option<Files> {
    let folder = samples("seeds")?;
    let read = |path: std::path::PathBuf| fs::read_to_string(path).expect("the sample is UTF-8");
    let mut files: Files = locales.iter().map(|locale| (path(locale), read(folder.join(locale).join(NAME)))).collect();
    if english {
        files.insert(path("en-US"), read(samples("corpus")?.join("en-US").join(NAME)));
    }
    Some(files)
}

/// Returns what is more than a note.
fn grave(site: &Site) -> Vec<&Finding> {
    site.findings.iter().filter(|finding| finding.severity > Severity::Note).collect()
}

#[test]
fn the_seeds_have_one_defect() {
    let Some(files) = seeds(&LOCALES, false) else { return };
    let site = of_files(&files);
    let [finding] = grave(&site)[..] else { panic!("{:#?}", lines(&site)) };
    assert_eq!(finding.rule.id, "symbolic-name-changed");
    assert_eq!(place(&site, finding), format!("{}:27:48", path("id-ID")));
    assert_eq!(finding.locale.as_ref().map(|locale| locale.tag()), Some("id-ID"));
    assert_eq!(finding.evidence.as_deref(), Some("the source sentence stands beside the translation"));
    assert_eq!(finding.expected.as_deref(), Some("TokenIssuanceError"));
    assert_eq!(finding.actual.as_deref(), Some("tokenissuanceerror"));
    let freshness = site.summary().freshness;
    assert_eq!((freshness.current, freshness.outdated, freshness.unknown), (0, 0, 5));
}

#[test]
fn beside_their_source_the_seeds_are_current() {
    let Some(files) = seeds(&LOCALES, true) else { return };
    let site = of_files(&files);
    assert_eq!(grave(&site).len(), 1, "{:#?}", lines(&site));
    let freshness = site.summary().freshness;
    assert_eq!((freshness.current, freshness.outdated, freshness.unknown), (5, 0, 0));
}

/// A mistake in one parameter, and how it must be reported.
struct Mistake {
    name: &'static str,
    /// Returns the text of a file with the mistake in the parameter of that name, and the byte at which it is.
    make: fn(&str, &str) -> Option<(String, usize)>,
    rule: &'static str,
    /// What must be said of it.
    words: &'static str,
    /// What the finding points at, where that is one text for all parameters.
    points_at: Option<&'static str>,
}

const MISTAKES: [Mistake; 17] = [
    Mistake {
        name: "a letter is another",
        make: |text, name| replace(text, name, "request", "requXst").map(|(text, at)| (text, at + 4)),
        rule: "literal-differs",
        words: "became",
        points_at: Some("X"),
    },
    Mistake {
        name: "a letter is lost",
        make: |text, name| replace(text, name, "th", "h"),
        rule: "literal-differs",
        words: "`t` is missing here",
        points_at: Some(""),
    },
    Mistake {
        name: "a letter is too much",
        make: |text, name| replace(text, name, "s not", "sq not").map(|(text, at)| (text, at + 1)),
        rule: "literal-differs",
        words: "`q` is too much",
        points_at: Some("q"),
    },
    Mistake {
        name: "a letter in lower case",
        make: |text, name| replace(text, name, "The", "the").or_else(|| replace(text, name, "Client", "client")),
        rule: "literal-differs",
        words: "upper and lower case",
        points_at: None,
    },
    Mistake {
        name: "the double space is lost",
        make: |text, name| replace(text, name, ".  T", ". T").map(|(text, at)| (text, at + 2)),
        rule: "literal-differs",
        words: "a blank of two is lost",
        points_at: Some(""),
    },
    Mistake {
        name: "a space is doubled",
        make: |text, name| replace(text, name, " not ", " not  ").map(|(text, at)| (text, at + 5)),
        rule: "literal-differs",
        words: "a blank too many",
        points_at: Some(" "),
    },
    Mistake {
        name: "typographic quotation marks",
        make: |text, name| replace(text, name, "\"Authorization\"", "“Authorization”"),
        rule: "literal-differs",
        words: "typographic quotation mark",
        points_at: Some("“Authorization”"),
    },
    Mistake {
        name: "a Cyrillic letter that looks alike",
        make: |text, name| replace(text, name, "cl", "сl").or_else(|| replace(text, name, "co", "сo")),
        rule: "literal-differs",
        words: "looks alike",
        points_at: Some("с"),
    },
    Mistake {
        name: "a no-break space",
        make: |text, name| replace(text, name, " not", "\u{a0}not").or_else(|| replace(text, name, " is", "\u{a0}is")),
        rule: "literal-differs",
        words: "no-break",
        points_at: Some("\u{a0}"),
    },
    Mistake {
        name: "a full-width colon",
        make: |text, name| replace(text, name, ": ", "："),
        rule: "literal-differs",
        words: "full-width",
        points_at: Some("："),
    },
    Mistake {
        name: "a full-width colon before the space",
        make: |text, name| replace(text, name, ":", "："),
        rule: "literal-differs",
        words: "full-width",
        points_at: Some("："),
    },
    Mistake {
        name: "the opening back-tick is lost",
        make: |text, name| {
            let (start, end) = literal(text, name)?;
            Some((format!("{}{}", &text[..start - 1], &text[start..]), start - 1)).filter(|_| end > start)
        },
        rule: "literal-missing",
        words: "plain text",
        points_at: None,
    },
    Mistake {
        name: "the closing back-tick is lost",
        make: |text, name| {
            let (start, end) = literal(text, name)?;
            Some((format!("{}{}", &text[..end], &text[end + 1..]), start))
        },
        rule: "literal-missing",
        words: "plain text",
        points_at: None,
    },
    Mistake {
        name: "the paragraph is lost",
        make: |text, name| {
            let (start, end) = literal(text, name)?;
            Some((format!("{}{}", &text[..start - 1], &text[end + 3..]), usize::MAX))
        },
        rule: "literal-missing",
        words: "should stand here",
        points_at: None,
    },
    Mistake {
        name: "two change places",
        make: |text, name| {
            let (start, end) = literal(text, name)?;
            let (second, last) = literal(text, "unauthorized_client").filter(|(second, _)| end < *second)?;
            let (a, between, b) = (&text[start..end], &text[end..second], &text[second..last]);
            Some((format!("{}{b}{between}{a}{}", &text[..start], &text[last..]), usize::MAX))
        },
        rule: "literal-order",
        words: "",
        points_at: None,
    },
    Mistake {
        name: "the description is translated",
        make: |text, name| {
            let (start, end) = literal(text, name)?;
            let start = start + name.len() + 2;
            Some((format!("{}описание ошибки на русском{}", &text[..start], &text[end..]), start))
        },
        rule: "literal-differs",
        words: "translated",
        points_at: None,
    },
    Mistake {
        name: "the name is another",
        make: |text, name| {
            let (start, _) = literal(text, name)?;
            let at = start + name.find('_')?;
            Some((format!("{}-{}", &text[..at], &text[at + 1..]), at))
        },
        rule: "literal-differs",
        words: "became",
        points_at: Some("-"),
    },
];

/// Returns where the parameter of that name stands, without its back-ticks.
fn literal(text: &str, name: &str) -> Option<(usize, usize)> {
    let start = text.find(&format!("\n`{name}: "))? + 2;
    Some((start, start + text[start..].find("`\n")?))
}

/// Replaces the first `from` behind the parameter's name, its colon included.
fn replace(text: &str, name: &str, from: &str, to: &str) -> Option<(String, usize)> {
    let (start, end) = literal(text, name)?;
    let start = start + name.len();
    let at = start + text[start..end].find(from)?;
    Some((format!("{}{to}{}", &text[..at], &text[at + from.len()..]), at))
}

/// Makes each mistake in each parameter of each of `locales`; returns how many were made, and what was wrong.
fn planted(locales: &[&str], english: bool) -> Option<(usize, Vec<String>)> {
    let files = seeds(locales, english)?;
    let clean: BTreeSet<String> = lines(&of_files(&files)).into_iter().collect();
    let names = ["invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "invalid_scope"];
    let cases: Vec<_> = locales
        .iter()
        .flat_map(|locale| {
            names.iter().flat_map(move |name| MISTAKES.iter().map(move |mistake| (locale, name, mistake)))
        })
        .collect();
    let results: Vec<Option<Result<(), String>>> = cases
        .par_iter()
        .map(|(locale, name, mistake)| {
            let (text, at) = (mistake.make)(&files[&path(locale)], name)?;
            let mut changed = files.clone();
            changed.insert(path(locale), text);
            let case = format!("{locales:?} {english} {locale} {name}: {}", mistake.name);
            Some(
                judge(&of_files(&changed), &clean, locale, mistake, at, files.len())
                    .map_err(|problem| format!("{case}: {problem}")),
            )
        })
        .collect();
    let made = results.iter().flatten().count();
    Some((made, results.into_iter().flatten().filter_map(Result::err).collect()))
}

/// Tells whether a site has exactly one finding more than before, and the right one.
fn judge(
    site: &Site,
    clean: &BTreeSet<String>,
    locale: &str,
    mistake: &Mistake,
    at: usize,
    articles: usize,
) -> Result<(), String> {
    let new: Vec<&Finding> = site.findings.iter().filter(|finding| !clean.contains(&line(site, finding))).collect();
    let [finding] = new[..] else {
        return Err(format!("{} findings: {:?}", new.len(), new.iter().map(|new| line(site, new)).collect::<Vec<_>>()));
    };
    if site.findings.len() != clean.len() + 1 {
        return Err(format!("a finding is gone: {:?}", lines(site)));
    }
    let text = line(site, finding);
    let origin = finding.origin.as_ref().ok_or(format!("no origin: {text}"))?;
    let Place::Span(span) = finding.place else { return Err(format!("no place: {text}")) };
    if articles == 2 && site.catalog.source_locale.is_none() {
        let is_right = finding.rule.id == "translations-disagree" && origin.span.source != span.source;
        return if is_right { Ok(()) } else { Err(text) };
    }
    let checks = [
        (finding.rule.id == mistake.rule, "rule"),
        (place(site, finding).starts_with(&path(locale)), "file"),
        (finding.caption.contains(mistake.words), "words"),
        (mistake.points_at.is_none_or(|wanted| pointed_at(site, finding) == wanted), "text pointed at"),
        (at == usize::MAX || span.start as usize == at, "place"),
        (origin.span.source != span.source, "origin"),
        (finding.evidence.is_some() && finding.help.is_some(), "evidence and help"),
    ];
    match checks.iter().find(|(holds, _)| !holds) {
        Some((_, what)) => {
            Err(format!("{what}: {text} at {} (wanted {at}) `{}`", span.start, pointed_at(site, finding)))
        }
        None => Ok(()),
    }
}

fn check(locales: &[&str], english: bool, least: usize) {
    let Some((made, wrong)) = planted(locales, english) else { return };
    assert!(wrong.is_empty(), "{} of {made}: {:#?}", wrong.len(), &wrong[..wrong.len().min(25)]);
    assert!(made >= least, "{made} mistakes were made");
}

#[test]
fn every_mistake_is_one_finding_among_five() {
    check(&LOCALES, false, 250);
}

#[test]
fn every_mistake_is_one_finding_beside_the_source() {
    check(&LOCALES, true, 250);
}

#[test]
fn every_mistake_is_one_finding_among_three() {
    check(&["id-ID", "ko-KR", "ru-RU"], false, 150);
    check(&["ko-KR", "ru-RU", "zh-CN"], false, 150);
    check(&["id-ID", "sl-SI", "zh-CN"], false, 150);
}

#[test]
fn every_mistake_is_one_finding_beside_the_source_alone() {
    check(&["ru-RU"], true, 50);
    check(&["id-ID"], true, 50);
}

#[test]
fn every_mistake_is_one_finding_between_two() {
    check(&["ko-KR", "zh-CN"], false, 100);
    check(&["id-ID", "ru-RU"], false, 100);
}

#[test]
fn every_mistake_is_one_finding_among_four() {
    check(&["id-ID", "ko-KR", "ru-RU", "sl-SI"], false, 200);
}

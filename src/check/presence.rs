//! Names and codes that must stand in a translation, wherever its grammar puts them.

use std::collections::BTreeSet;

use unicode_script::{Script, UnicodeScript};

use super::context::GroupContext;
use super::difference::difference;
use super::likeness::{Bigrams, ENOUGH};
use crate::catalog::origin::Expected;
use crate::diag::{Finding, Meta};
use crate::model::literal::LiteralKind;
use crate::source::Span;

/// Returns a finding for each literal of `kind` that an article should have and that its text does not hold.
pub fn absent(context: &GroupContext<'_>, rule: &'static Meta, kind: LiteralKind, noun: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.translations() {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut expected = context.readings.expected(article, kind);
        let structure = context.structure(article);
        expected.retain(|expected| seen.insert(&expected.literal.value) && !structure.explains(expected));
        let values: Vec<&str> = expected.iter().map(|expected| &*expected.literal.value).collect();
        let places = context.texts(article, &values, |_| true);
        let absent = expected.iter().zip(places).filter(|(_, place)| place.is_none());
        findings.extend(absent.map(|(expected, _)| finding(context, rule, article, expected, noun)));
    }
    findings
}

fn finding(
    context: &GroupContext<'_>,
    rule: &'static Meta,
    article: usize,
    expected: &Expected<'_>,
    noun: &str,
) -> Finding {
    let value = &*expected.literal.value;
    let passage = context.where_it_should_stand(article, expected);
    let finding = match nearest_word(context, passage, value) {
        Some(word) => {
            let actual = context.sources.slice(word);
            let difference = difference(value, actual);
            let start = word.start as usize;
            let place = Span::new(word.source, start + difference.actual.start..start + difference.actual.end);
            let message = format!("the {noun} `{value}` was changed to `{actual}`");
            let mut finding = context.finding(rule, article, place, message).caption(difference.words);
            finding.literal = Some(word);
            finding.texts(value, actual)
        }
        None => {
            let message = format!("the {noun} `{value}` is missing");
            let mut finding = context.finding(rule, article, passage, message).caption("it should stand here");
            finding.expected = Some(value.to_owned());
            finding
        }
    };
    context.against(finding, expected, expected.literal.span, "as it reads here")
}

/// How much of a passage is searched for what became of a word, in bytes.
const REACH: usize = 8 << 10;

/// Returns the word in `passage` that `value` most probably became.
fn nearest_word(context: &GroupContext<'_>, passage: Span, value: &str) -> Option<Span> {
    let text = context.sources.slice(passage);
    let text = &text[..text.floor_char_boundary(REACH)];
    let wanted = Bigrams::of(&value.to_lowercase());
    let mut best: Option<(f64, Span)> = None;
    let mut start = 0;
    for word in text.split(is_border) {
        let kept = without_ending(word.trim_end_matches(['.', ':', '!', '?']));
        let likeness = wanted.likeness(&Bigrams::of(&kept.to_lowercase()));
        if likeness >= ENOUGH && best.as_ref().is_none_or(|(most, _)| likeness > *most) {
            let at = passage.start as usize + start;
            best = Some((likeness, Span::new(passage.source, at..at + kept.len())));
        }
        start += word.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
    best.map(|(_, span)| span)
}

fn is_border(c: char) -> bool {
    let is_mark = matches!(
        c,
        '*' | '`' | ',' | ';' | '(' | ')' | '"' | '<' | '>' | '«' | '»' | '。' | '、' | '：' | '，' | '،' | '|'
    );
    c.is_whitespace() || is_mark
}

/// Returns a word without what a language puts at its end in a script of its own: a Korean particle, the
/// next word where none are parted by blanks. Letters that may be look-alikes stay.
fn without_ending(word: &str) -> &str {
    let is_ending = |c: char| {
        !c.is_ascii() && !matches!(c.script(), Script::Latin | Script::Cyrillic | Script::Greek | Script::Common)
    };
    let kept = word.trim_end_matches(is_ending);
    if kept.is_empty() { word } else { kept }
}

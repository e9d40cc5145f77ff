//! Names and codes that must stand in a translation, wherever its grammar puts them.

use std::collections::BTreeSet;

use super::context::GroupContext;
use super::difference::difference;
use super::likeness::{ENOUGH, likeness};
use crate::catalog::origin::Expected;
use crate::diag::{Finding, Meta};
use crate::model::literal::LiteralKind;
use crate::source::Span;

/// Returns a finding for each literal of `kind` that an article should have and that its text does not hold.
pub fn absent(context: &GroupContext<'_>, rule: &'static Meta, kind: LiteralKind, noun: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.translations() {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for expected in context.readings.expected(article, kind) {
            let value = &*expected.literal.value;
            if seen.insert(value) && context.has_text(article, value).is_none() {
                findings.push(finding(context, rule, article, &expected, noun));
            }
        }
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

/// Returns the word in `passage` that `value` most probably became.
fn nearest_word(context: &GroupContext<'_>, passage: Span, value: &str) -> Option<Span> {
    let text = context.sources.slice(passage);
    let lower = value.to_lowercase();
    let mut best: Option<(f64, Span)> = None;
    let is_border = |c: char| {
        c.is_whitespace()
            || matches!(c, '*' | '`' | ',' | ';' | '(' | ')' | '"' | '。' | '、' | '：' | '，' | '<' | '>' | '«' | '»')
    };
    let mut start = 0;
    for word in text.split(is_border) {
        let trimmed = word.trim_end_matches(['.', ':', '!', '?']);
        let likeness = likeness(&lower, &trimmed.to_lowercase());
        if likeness >= ENOUGH && best.as_ref().is_none_or(|(most, _)| likeness > *most) {
            let at = passage.start as usize + start;
            best = Some((likeness, Span::new(passage.source, at..at + trimmed.len())));
        }
        start += word.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
    best.map(|(_, span)| span)
}

//! Names and codes in plain text.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;

use super::{applicability, fix};
use crate::catalog::origin::Expected;
use crate::check::context::{GroupContext, is_alone};
use crate::check::difference::is_invisible;
use crate::check::likeness::likeness;
use crate::diag::{Applicability, Fix};
use crate::model::literal::{Literal, Side};
use crate::source::Span;
use crate::source::edit::Edit;

/// The likeness from which a word is taken for the name, misspelt.
const MISSPELT: f64 = 0.7;

/// The longest word beside a name that is looked at, in characters.
const LONGEST: usize = 64;

/// Returns the fix that gives a name or code its spelling back, where `word` is what became of it.
///
/// It is sure where the word is nearly the name, is none that the origin has too, and holds all of it.
pub fn word(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>, word: Span) -> Option<Fix> {
    let value = &*expected.literal.value;
    let text = &context.sources.get(word.source).text;
    let place = changed(text, word, value)?;
    let actual = &text[place.range()];
    let applicability = match is_known(context, expected.literal, actual) {
        true => Applicability::Suggested,
        false => applicability(context, article, expected, actual, || true),
    };
    let edits = vec![Edit { span: place, text: value.to_owned() }];
    Some(fix("restore the origin's spelling", applicability, edits))
}

/// Tells whether `word` stands in the text that `origin` is from: then it is no misspelling.
fn is_known(context: &GroupContext<'_>, origin: &Literal, word: &str) -> bool {
    let source = context.sources.get(origin.span.source);
    let article = context.group.articles.iter().find(|article| article.source == source.id);
    let sentences = article.iter().flat_map(|article| article.segments.iter().map(|segment| segment.source));
    let whole = Span::new(source.id, 0..source.text.len());
    let places: Vec<Span> = if origin.side == Side::Source { sentences.collect() } else { vec![whole] };
    places.into_iter().any(|place| {
        let start = place.start as usize;
        let found = source.slice(place).match_indices(word).map(|(at, _)| start + at..start + at + word.len());
        found.into_iter().any(|range| is_alone(&source.text, Span::new(source.id, range)))
    })
}

/// Returns the part of the text around `word` that `value` became.
fn changed(text: &str, word: Span, value: &str) -> Option<Span> {
    let range = trimmed(text, word.range(), value);
    let found = &text[range.clone()];
    if folded(found) == folded(value) {
        return Some(Span::new(word.source, range));
    }
    let lower = value.to_ascii_lowercase();
    // Other letter case, with what the language put behind it.
    if let Some(at) = found.to_ascii_lowercase().find(&lower) {
        let start = range.start + at;
        return Some(Span::new(word.source, start..start + value.len()));
    }
    let (before, after) = (token(text[..range.start].chars().rev()), token(text[range.end..].chars()));
    let (from, to) = (range.start - before, range.end + after);
    let joined = [from..range.end, range.start..to, from..to];
    let same = joined.into_iter().find(|range| folded(&text[range.clone()]) == folded(value));
    if let Some(range) = same {
        return Some(Span::new(word.source, range));
    }
    let is_piece = |piece: &str| piece.trim().len() > 1 && lower.contains(&piece.trim().to_ascii_lowercase());
    let is_whole = !is_piece(&text[from..range.start]) && !is_piece(&text[range.end..to]);
    let is_misspelt = likeness(&lower, &found.to_lowercase()) >= MISSPELT;
    (is_whole && is_misspelt).then(|| Span::new(word.source, range))
}

/// Returns `range` without marks at its ends that `value` has not: quotation marks, full stops.
fn trimmed(text: &str, range: Range<usize>, value: &str) -> Range<usize> {
    let is_mark = |c: char| !c.is_alphanumeric();
    let found = &text[range.clone()];
    let end = if value.ends_with(is_mark) { found } else { found.trim_end_matches(is_mark) };
    let all = if value.starts_with(is_mark) { end } else { end.trim_start_matches(is_mark) };
    let end = range.start + end.len();
    end - all.len()..end
}

/// Returns the length of one blank and of the word behind it; 0 where there are not both.
fn token(chars: impl Iterator<Item = char>) -> usize {
    let mut length = 0;
    for (at, c) in chars.take(LONGEST).enumerate() {
        if (at == 0) != c.is_whitespace() || !c.is_whitespace() && !c.is_ascii_alphanumeric() {
            break;
        }
        length += c.len_utf8();
    }
    if length > 1 { length } else { 0 }
}

/// Returns `text` as it looks: without blanks and what is not seen, look-alikes and wide letters made one.
fn folded(text: &str) -> String {
    let kept: String = text.nfkc().filter(|c| !c.is_whitespace() && !is_invisible(*c)).collect();
    let dashes = kept.replace(['‐', '‑', '‒', '–', '—', '−'], "-");
    skeleton(&dashes).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceMap;

    #[test]
    fn the_changed_part_is_all_of_the_name_and_no_more() {
        let check = |text: &str, word: &str, value: &str, wanted: Option<&str>| {
            let mut sources = SourceMap::default();
            let source = sources.add("a.md", text);
            let at = text.find(word).expect("the word is in the text");
            let found = changed(text, Span::new(source, at..at + word.len()), value);
            assert_eq!(found.map(|span| &text[span.range()]), wanted, "{text}");
        };
        check(
            "x tokenissuanceerror-ada masalah",
            "tokenissuanceerror-ada",
            "TokenIssuanceError",
            Some("tokenissuanceerror"),
        );
        check("ошибка AADS650056 тогда", "AADS650056", "AADSTS650056", Some("AADS650056"));
        check("AAD\u{a0}STS650056 тогда", "STS650056", "AADSTS650056", Some("AAD\u{a0}STS650056"));
        check("AADSTS 650056.", "AADSTS", "AADSTS650056", Some("AADSTS 650056"));
        check("AADSTS 65056.", "AADSTS", "AADSTS650056", None);
        check("о ААDSTS50000.", "ААDSTS50000", "AADSTS50000", Some("ААDSTS50000"));
        // Half of it was translated: what the rest of the word belongs to is not known.
        check("PrehodNotReachable je", "PrehodNotReachable", "GatewayNotReachable", None);
        check("0x80070005", "0x80070005", "0x8004DE40", None);
    }
}

//! Names and codes in plain text.

use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;

use super::{applicability, fix};
use crate::catalog::origin::Expected;
use crate::check::context::{GroupContext, is_alone};
use crate::check::difference::is_invisible;
use crate::check::likeness::likeness;
use crate::diag::{Applicability, Fix};
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
    let origin = &context.sources.get(expected.literal.span.source).text;
    let actual = &text[place.range()];
    let is_known = origin.match_indices(actual).any(|(at, _)| {
        is_alone(origin, Span::new(expected.literal.span.source, at..at + actual.len()))
    });
    let applicability = match is_known {
        true => Applicability::Suggested,
        false => applicability(context, article, expected, actual),
    };
    let edits = vec![Edit { span: place, text: value.to_owned() }];
    Some(fix("restore the origin's spelling", applicability, edits))
}

/// Returns the part of the text around `word` that `value` became.
fn changed(text: &str, word: Span, value: &str) -> Option<Span> {
    let range = word.range();
    let found = &text[range.clone()];
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
    let is_misspelt = folded(found) == folded(value) || likeness(&lower, &found.to_lowercase()) >= MISSPELT;
    (is_whole && is_misspelt).then_some(word)
}

/// Returns the length of one blank and of the word behind it.
fn token(chars: impl Iterator<Item = char>) -> usize {
    let mut length = 0;
    for (at, c) in chars.take(LONGEST).enumerate() {
        if (at == 0) != c.is_whitespace() || !c.is_whitespace() && !c.is_ascii_alphanumeric() {
            break;
        }
        length += c.len_utf8();
    }
    length
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
        check("x tokenissuanceerror-ada masalah", "tokenissuanceerror-ada", "TokenIssuanceError", Some("tokenissuanceerror"));
        check("ошибка AADS650056 тогда", "AADS650056", "AADSTS650056", Some("AADS650056"));
        check("AAD\u{a0}STS650056 тогда", "STS650056", "AADSTS650056", Some("AAD\u{a0}STS650056"));
        check("AADSTS 650056.", "AADSTS", "AADSTS650056", Some("AADSTS 650056"));
        check("AADSTS 65056.", "AADSTS", "AADSTS650056", None);
        check("о ААDSTS50000.", "ААDSTS50000", "AADSTS50000", Some("ААDSTS50000"));
        check("PrehodNotReachable je", "PrehodNotReachable", "GatewayNotReachable", Some("PrehodNotReachable"));
        check("0x80070005", "0x80070005", "0x8004DE40", None);
    }
}

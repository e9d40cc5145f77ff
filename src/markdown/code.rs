//! Finds error codes in an article's text, and what is said of them.
//!
//! One pass over each block: every built-in code holds a digit, so a block without one costs a look at
//! its bytes. Borders are ASCII's, for Korean particles and Chinese text follow a code without a blank.

mod border;
mod context;
mod http;
mod introduction;
mod words;

use std::cmp::Reverse;
use std::ops::Range;

pub use context::{speaks_of_errors, speaks_of_mail};
pub use introduction::{Introduced, introduction};

use crate::model::code::{BuiltIn, Context, ErrorCode};
use crate::model::family::Families;
use border::Borders;

/// What sort of text a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    Text,
    /// A code span's value.
    Code,
}

/// A run of a block's text: what it says, and where that stands in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The text with entities decoded; a line end is a blank.
    pub text: &'a str,
    /// Its bytes in the source; as long as `text` unless something was decoded.
    pub range: Range<usize>,
    pub kind: PieceKind,
}

/// A code that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its bytes in the text or, from [`mentions`], in the source.
    pub range: Range<usize>,
    pub code: ErrorCode,
    /// What the group must speak of for it to be a code.
    pub context: Context,
}

/// Tells whether a code can stand in one of `texts`: without configured families, only where there is a digit.
pub fn may_stand_in<'a>(families: &Families, mut texts: impl Iterator<Item = &'a str>) -> bool {
    !families.configured().is_empty() || texts.any(has_digit)
}

/// Returns the codes in one block, in order, with their places in the source.
pub fn mentions(families: &Families, pieces: &[Piece<'_>]) -> Vec<Found> {
    if !may_stand_in(families, pieces.iter().map(|piece| piece.text)) {
        return Vec::new();
    }
    let plain = Plain::new(pieces);
    let mut found = mentions_in(families, &plain.text);
    for mention in &mut found {
        mention.range = plain.source(&mention.range);
    }
    found
}

/// Returns the codes in `text`, in order, with their places in it.
///
/// Where two families overlap the longer code counts, of equal ones the configured family's.
pub fn mentions_in(families: &Families, text: &str) -> Vec<Found> {
    if families.configured().is_empty() {
        return built_in(families, text);
    }
    let configured = families.configured().iter().flat_map(|family| {
        let places = family.matches(text).filter(|place| Borders::new(text, place.range()).of_any());
        places.map(|place| {
            let code = family.code(place.as_str());
            Found { range: place.range(), code, context: Context::Any }
        })
    });
    let mut found: Vec<Found> = configured.collect();
    found.extend(built_in(families, text));
    found.sort_by_key(|mention| (mention.range.start, Reverse(mention.range.end)));
    let mut end = 0;
    found.retain(|mention| {
        let is_free = mention.range.start >= end;
        end = end.max(mention.range.end);
        is_free
    });
    found
}

/// Returns the codes of the built-in families in `text`, from digit to digit.
fn built_in(families: &Families, text: &str) -> Vec<Found> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(digit) = bytes[at..].iter().position(u8::is_ascii_digit).map(|skip| at + skip) {
        let word = word_around(bytes, at, digit);
        let candidate = candidate(text, &word);
        at = candidate.as_ref().map_or(word.end, |(range, ..)| range.end.max(word.end));
        let code = candidate.and_then(|(range, kind, context)| {
            let code = families.built_in(kind, &text[range.clone()])?;
            Some(Found { range, code, context })
        });
        found.extend(code);
    }
    found
}

/// Returns the ASCII word around the digit at `digit`, looking back no farther than `from`.
fn word_around(bytes: &[u8], from: usize, digit: usize) -> Range<usize> {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let before = bytes[from..digit].iter().rev().take_while(|byte| is_word(byte)).count();
    let after = bytes[digit..].iter().take_while(|byte| is_word(byte)).count();
    digit - before..digit + after
}

/// Returns the code that begins with `word` as its form and its neighbours tell, its family and its context.
fn candidate(text: &str, word: &Range<usize>) -> Option<(Range<usize>, BuiltIn, Context)> {
    let spelt = &text[word.clone()];
    let digits = spelt.bytes().all(|byte| byte.is_ascii_digit());
    match spelt.len() {
        1 if digits => {
            let end = dotted_end(text, word)?;
            let range = word.start..end;
            let borders = Borders::new(text, range.clone());
            let code = borders.of_number() && !context::is_version(text, &range);
            code.then_some((range, BuiltIn::Smtp, Context::Mail))
        }
        3 if digits => http::status(text, word).map(|context| (word.clone(), BuiltIn::Http, context)),
        5 if digits => {
            let end = word.end + 1 + text.get(word.end..)?.strip_prefix('-').map(digits_at_start)?;
            let range = word.start..end;
            let borders = Borders::new(text, range.clone());
            let code = end > word.end + 1 && borders.of_number() && !context::is_postal(text, &range);
            code.then_some((range, BuiltIn::Office, Context::Any))
        }
        7 if spelt[..4].eq_ignore_ascii_case("http") => {
            http::status(text, &(word.start + 4..word.end)).map(|context| (word.clone(), BuiltIn::Http, context))
        }
        _ => {
            let kind = [BuiltIn::Aadsts, BuiltIn::Hresult].into_iter().find(|kind| kind.canonical(spelt).is_some())?;
            Borders::new(text, word.clone()).of_word().then(|| (word.clone(), kind, Context::Any))
        }
    }
}

/// Returns where `5.7.750` ends that begins with the digit `first`.
fn dotted_end(text: &str, first: &Range<usize>) -> Option<usize> {
    let rest = text[first.end..].strip_prefix('.')?;
    let subject = digits_at_start(rest);
    let rest = rest[subject..].strip_prefix('.')?;
    let detail = digits_at_start(rest);
    (subject > 0 && detail > 0).then_some(first.end + 2 + subject + detail)
}

fn digits_at_start(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn has_digit(text: &str) -> bool {
    // Many bytes at a time: most texts have none.
    let has_one = |bytes: &[u8]| bytes.iter().fold(false, |has_one, byte| has_one | byte.is_ascii_digit());
    text.as_bytes().chunks(64).any(has_one)
}

/// A block's text in one run, with the way back to the source.
struct Plain {
    text: String,
    /// For each piece: where it starts in `text`, how long it is there, and its bytes in the source.
    places: Vec<(usize, usize, Range<usize>)>,
}

impl Plain {
    /// Joins `pieces`; a code span is set off by blanks, for its ends are borders.
    fn new(pieces: &[Piece<'_>]) -> Self {
        let mut text = String::with_capacity(pieces.iter().map(|piece| piece.text.len() + 1).sum());
        let mut places = Vec::with_capacity(pieces.len());
        let mut after_code = false;
        for piece in pieces {
            if after_code || piece.kind == PieceKind::Code {
                text.push(' ');
            }
            after_code = piece.kind == PieceKind::Code;
            places.push((text.len(), piece.text.len(), piece.range.clone()));
            text.push_str(piece.text);
        }
        Self { text, places }
    }

    /// Returns the bytes in the source that `range` of the text comes from; it is not empty.
    fn source(&self, range: &Range<usize>) -> Range<usize> {
        let first = &self.places[self.places.partition_point(|(start, ..)| *start <= range.start) - 1];
        let last = &self.places[self.places.partition_point(|(start, ..)| *start < range.end) - 1];
        let exact = |(_, len, source): &(usize, usize, Range<usize>)| *len == source.len();
        let start = if exact(first) { first.2.start + (range.start - first.0) } else { first.2.start };
        let end = if exact(last) { last.2.start + (range.end - last.0).min(last.1) } else { last.2.end };
        start.min(first.2.end)..end
    }
}

#[cfg(test)]
mod tests;

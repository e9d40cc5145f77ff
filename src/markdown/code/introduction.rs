//! Codes with their symbolic name and message: `**AADSTS50000**: TokenIssuanceError - There's an issue …`.

use std::ops::Range;

use super::{Piece, Plain, has_digit, mentions_in};
use crate::model::code::{Context, ErrorCode};
use crate::model::family::Families;

/// A code and what is said of it, with places in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Introduced {
    pub code: ErrorCode,
    /// What the group must speak of for it to be a code.
    pub context: Context,
    /// The bytes of the code.
    pub range: Range<usize>,
    pub name: Option<Range<usize>>,
    pub message: Option<Range<usize>>,
}

/// Returns what a block introduces that begins with a code and a separator; name or message is there.
pub fn introduction(families: &Families, pieces: &[Piece<'_>]) -> Option<Introduced> {
    if families.configured().is_empty() && !pieces.iter().take(3).any(|piece| has_digit(piece.text)) {
        return None;
    }
    let plain = Plain::new(pieces);
    let text = &*plain.text;
    let start = text.len() - text.trim_start_matches(is_opening).len();
    let start = start + reply_number(&text[start..]);
    let head = &text[..text.ceil_char_boundary((start + HEAD).min(text.len()))];
    let code = mentions_in(families, head).into_iter().find(|found| found.range.start == start)?;
    let separator = separator(&text[code.range.end..])?;
    let body = code.range.end + separator..text.trim_end().len();
    let body = trimmed(text, body);
    let (name, message) = parts(text, body);
    if name.is_none() && message.is_none() {
        return None;
    }
    Some(Introduced {
        range: plain.source(&code.range),
        context: code.context,
        code: code.code,
        name: name.map(|range| plain.source(&range)),
        message: message.map(|range| plain.source(&range)),
    })
}

/// How much of a block is searched for the code at its start, in bytes.
const HEAD: usize = 128;

/// Names of products that look like symbolic names.
const PRODUCTS: &[&str] = &[
    "OneDrive",
    "SharePoint",
    "PowerShell",
    "OneNote",
    "OAuth",
    "OpenID",
    "PowerPoint",
    "PowerApps",
    "iOS",
    "macOS",
    "iPadOS",
];

fn is_opening(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '‘' | '«' | '„' | '「' | '[' | '(')
}

/// Returns the length of a mail server's reply number and its blank at the start: `550 5.7.1`.
fn reply_number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let reply = bytes.len() > 5 && bytes[..3].iter().all(u8::is_ascii_digit) && bytes[3] == b' ' && bytes[5] == b'.';
    if reply { 4 } else { 0 }
}

/// Returns the length of the separator at the start of `text`: a colon or a dash with its blanks.
fn separator(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | '"' | '”' | '*'));
    let sign = rest.chars().next().filter(|&c| matches!(c, ':' | '：') || is_dash(c))?;
    Some(text.len() - rest.len() + sign.len_utf8())
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '‑' | '−' | '－')
}

/// Returns the name and the message of what stands behind the code.
fn parts(text: &str, body: Range<usize>) -> (Option<Range<usize>>, Option<Range<usize>>) {
    let said = &text[body.clone()];
    let end = said.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(said.len());
    let rest = said[end..].trim_start();
    let next = rest.chars().next();
    let apart = next.is_none_or(|c| is_dash(c) || matches!(c, ':' | '：'));
    let whole = apart || matches!(rest, "." | "。");
    if !whole || !is_name(&said[..end]) {
        return (None, Some(body).filter(|body| !body.is_empty()));
    }
    let name = body.start..body.start + end;
    let sign = next.map_or(0, char::len_utf8);
    let message = trimmed(text, body.end - rest.len() + sign..body.end);
    (Some(name), Some(message).filter(|message| !message.is_empty()))
}

/// Tells whether `word` has the shape of a symbolic name: an inner capital or an underscore, no product.
fn is_name(word: &str) -> bool {
    let inner_capital =
        word.as_bytes().windows(2).any(|two| !two[0].is_ascii_uppercase() && two[1].is_ascii_uppercase());
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && (inner_capital || word.trim_matches('_').contains('_'))
        && !PRODUCTS.contains(&word)
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inside = &text[range.clone()];
    let start = range.start + (inside.len() - inside.trim_start().len());
    start..start + inside.trim().len()
}

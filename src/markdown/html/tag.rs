//! Cuts raw HTML into tags, comments and text.

use std::ops::Range;

/// A piece of raw HTML.
#[derive(Debug)]
pub(super) enum Token<'a> {
    Text(&'a str),
    Tag(RawTag<'a>),
    Comment,
    /// `<!DOCTYPE …>`, `<?php … ?>`, by its name with the sign.
    Declaration(&'a str),
}

/// A tag as it is written.
#[derive(Debug)]
pub(super) struct RawTag<'a> {
    pub raw: &'a str,
    pub name: &'a str,
    pub is_closing: bool,
    pub is_self_closing: bool,
    /// What stands between the name and the closing `>`.
    inside: &'a str,
}

impl<'a> RawTag<'a> {
    /// Returns the attributes as they are written; the quotes around values are not theirs.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&'a str, Option<&'a str>)> + use<'a> {
        let text = self.inside;
        let mut at = 0;
        std::iter::from_fn(move || {
            let (attribute, end) = attribute(text, at)?;
            at = end;
            Some(attribute)
        })
    }

    /// Returns the value of the first attribute of that name (in lower case).
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes()
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.unwrap_or_default())
    }
}

fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0x0B
}

/// Reads the attribute of `text` at or behind byte `at`, and returns where it ends.
///
/// As browsers do: a `/` between attributes is nothing, a value is in quotes of either kind or ends
/// with a blank. `None` where no attribute is left, or where a quote is never closed.
fn attribute(text: &str, at: usize) -> Option<((&str, Option<&str>), usize)> {
    let bytes = text.as_bytes();
    let until = |from: usize, stop: &dyn Fn(u8) -> bool| {
        bytes[from..].iter().position(|byte| stop(*byte)).map_or(bytes.len(), |skip| from + skip)
    };
    let start = until(at, &|byte| !is_blank(byte) && byte != b'/');
    if start == bytes.len() {
        return None;
    }
    // An equals sign in the first place is part of the name.
    let end = until(start + 1, &|byte| is_blank(byte) || matches!(byte, b'/' | b'='));
    let name = text.get(start..end)?;
    let sign = until(end, &|byte| !is_blank(byte));
    if bytes.get(sign) != Some(&b'=') {
        return Some(((name, None), end));
    }
    let value = until(sign + 1, &|byte| !is_blank(byte));
    match bytes.get(value) {
        Some(&quote @ (b'"' | b'\'')) => {
            let close = value + 1 + memchr::memchr(quote, &bytes[value + 1..])?;
            Some(((name, Some(&text[value + 1..close])), close + 1))
        }
        _ => {
            let end = until(value, &is_blank);
            Some(((name, Some(&text[value..end])), end))
        }
    }
}

/// Returns the name of the tag that `raw` begins with, if it does.
pub(super) fn name(raw: &str) -> Option<&str> {
    let rest = raw.strip_prefix('<')?;
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let end = rest.bytes().position(ends_name)?;
    Some(&rest[..end])
}

fn ends_name(byte: u8) -> bool {
    is_blank(byte) || matches!(byte, b'/' | b'>')
}

/// Reads the one tag, comment or declaration that `raw` is; anything else is text.
pub(super) fn inline(raw: &str) -> Token<'_> {
    match Tokens::new(raw).next() {
        Some((token, range)) if range.end == raw.len() => token,
        _ => Token::Text(raw),
    }
}

/// The pieces of a text, one after the other.
///
/// What is opened and never closed is text, and is looked for once.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// Ends that are nowhere in the rest: `-->`, `]]>`, `>`, names of elements.
    missing: Vec<&'static str>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, missing: Vec::new() }
    }

    pub(super) fn next(&mut self) -> Option<(Token<'a>, Range<usize>)> {
        let start = self.at;
        if start == self.text.len() {
            return None;
        }
        if let Some((token, end)) = self.markup(start) {
            self.at = end;
            return Some((token, start..end));
        }
        let mut next = start + 1;
        while let Some(at) = memchr::memchr(b'<', &self.text.as_bytes()[next..]).map(|skip| next + skip) {
            if self.markup(at).is_some() {
                self.at = at;
                return Some((Token::Text(&self.text[start..at]), start..at));
            }
            next = at + 1;
        }
        self.at = self.text.len();
        Some((Token::Text(&self.text[start..]), start..self.at))
    }

    /// Goes on behind the closing tag of `name`, if there is one.
    pub(super) fn skip_content(&mut self, name: &'static str) {
        if self.missing.contains(&name) {
            return;
        }
        let bytes = self.text.as_bytes();
        let closes = |at: usize| {
            let rest = bytes[at + 1..].strip_prefix(b"/")?;
            let (found, then) = rest.split_at_checked(name.len())?;
            let ends = then.first().is_none_or(|byte| !byte.is_ascii_alphanumeric());
            (found.eq_ignore_ascii_case(name.as_bytes()) && ends).then_some(at + 2 + name.len())
        };
        let close = memchr::memchr_iter(b'<', &bytes[self.at..]).find_map(|skip| closes(self.at + skip));
        match close.and_then(|end| memchr::memchr(b'>', &bytes[end..]).map(|skip| end + skip + 1)) {
            Some(end) => self.at = end,
            None => self.missing.push(name),
        }
    }

    /// Reads the markup that begins at `at`, and returns where it ends.
    fn markup(&mut self, at: usize) -> Option<(Token<'a>, usize)> {
        let text = self.text;
        let rest = text[at..].strip_prefix('<')?;
        if rest.starts_with("!--") {
            // `<!-->` is a whole comment.
            return self.find("-->", at + 2).map(|end| (Token::Comment, end));
        }
        if rest.starts_with("![CDATA[") {
            return self.find("]]>", at).map(|end| (Token::Comment, end));
        }
        if rest.starts_with(['!', '?']) {
            let name = rest[1..].find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len() - 1);
            let close = if rest.starts_with('?') { "?>" } else { ">" };
            return self.find(close, at).map(|end| (Token::Declaration(&rest[..1 + name]), end));
        }
        let is_closing = rest.starts_with('/');
        let name_start = at + 1 + usize::from(is_closing);
        text[name_start..].starts_with(|c: char| c.is_ascii_alphabetic()).then_some(())?;
        let bytes = text.as_bytes();
        let name_end = name_start + bytes[name_start..].iter().position(|byte| ends_name(*byte))?;
        let end = self.tag_end(name_end)?;
        let inside = &text[name_end..end - 1];
        let tag = RawTag {
            raw: &text[at..end],
            name: &text[name_start..name_end],
            is_closing,
            is_self_closing: inside.ends_with('/'),
            inside,
        };
        Some((Token::Tag(tag), end))
    }

    /// Returns where `end` ends, first seen from `from` on.
    fn find(&mut self, end: &'static str, from: usize) -> Option<usize> {
        if self.missing.contains(&end) {
            return None;
        }
        let found = memchr::memmem::find(&self.text.as_bytes()[from..], end.as_bytes());
        if found.is_none() {
            self.missing.push(end);
        }
        found.map(|skip| from + skip + end.len())
    }

    /// Returns where the tag ends whose name ends at `from`: behind the first `>` outside quotes.
    fn tag_end(&mut self, from: usize) -> Option<usize> {
        const UNCLOSED: &str = "tag";
        if self.missing.contains(&UNCLOSED) {
            return None;
        }
        let bytes = self.text.as_bytes();
        let mut at = from;
        let mut after_sign = false;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'>' => return Some(at + 1),
                b'"' | b'\'' if after_sign => match memchr::memchr(byte, &bytes[at + 1..]) {
                    Some(skip) => at += 1 + skip,
                    None => break,
                },
                _ => {}
            }
            after_sign = byte == b'=' || after_sign && is_blank(byte);
            at += 1;
        }
        self.missing.push(UNCLOSED);
        None
    }
}

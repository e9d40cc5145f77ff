//! Cuts a text into the pieces that may be names: a byte scan, for most words are none.

use std::ops::Range;

use super::block::BORDER;
use super::words;
use crate::model::script::is_of_european_alphabet;

/// Calls `take` with each piece of `text` that has something about it that common words have not.
pub fn tokens(text: &str, mut take: impl FnMut(Range<usize>)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !is_graphic(bytes[at]) {
            at += 1;
            continue;
        }
        let start = at;
        let mut odd = false;
        let (mut before, mut capitals) = (0, 0);
        while at < bytes.len() && is_graphic(bytes[at]) {
            capitals = if bytes[at].is_ascii_uppercase() { capitals + 1 } else { 0 };
            odd |= is_odd(before, bytes[at]) || capitals == 4;
            before = bytes[at];
            at += 1;
        }
        if odd && !touches_letter(text, start..at) {
            at = at.max(word(text, start..at, &mut take));
        }
    }
}

fn is_graphic(byte: u8) -> bool {
    byte.is_ascii_graphic()
}

/// Tells whether two neighbouring bytes may belong to a name: an inner capital, a mark, a number with a full stop.
fn is_odd(before: u8, byte: u8) -> bool {
    match byte {
        b'A'..=b'Z' => before.is_ascii_lowercase() || before == b'-' || before.is_ascii_digit(),
        b'_' | b'\\' | b'@' | b'%' | b'$' | b'{' | b'<' | b'/' => true,
        b'a'..=b'z' => matches!(before, b'.' | b'-' | b'/') || byte == b'x' && before == b'0',
        b'0'..=b'9' => matches!(before, b'.' | b'-' | b':' | b'A'..=b'Z'),
        _ => false,
    }
}

/// Tells whether a letter of an alphabet stands directly beside `word`, so that it is a part of a longer word.
fn touches_letter(text: &str, word: Range<usize>) -> bool {
    let is_letter = |c: char| !c.is_ascii() && c.is_alphabetic() && is_of_european_alphabet(c);
    let bytes = text.as_bytes();
    let letter_at = |edge: usize| bytes[edge].is_ascii_alphanumeric();
    letter_at(word.start) && text[..word.start].chars().next_back().is_some_and(is_letter)
        || letter_at(word.end - 1) && text[word.end..].chars().next().is_some_and(is_letter)
}

/// Cuts a word between blanks into pieces; returns where the last one ends, which may be behind the word where a
/// path has blanks in it.
fn word(text: &str, range: Range<usize>, take: &mut impl FnMut(Range<usize>)) -> usize {
    let spelt = &text[range.clone()];
    if let Some(address) = address(spelt) {
        take(range.start + address.start..range.start + address.end);
        return range.end;
    }
    if let Some(variable) = variable(spelt) {
        let rest = &spelt[variable.end..];
        if !rest.starts_with('\\') {
            take(range.start + variable.start..range.start + variable.end);
            return range.end;
        }
    }
    if let Some(value) = registry_value(spelt) {
        take(range.start + value.start..range.start + value.end);
        return range.end;
    }
    let mut end = range.start;
    let mut start = None;
    for (at, byte) in spelt.bytes().enumerate() {
        if range.start + at < end {
            continue;
        }
        // Paths in a row: `/usr/local/bin:/usr/bin`.
        let is_row = byte == b':'
            && start.is_some_and(|from| spelt[from..].starts_with('/'))
            && spelt[at + 1..].starts_with('/')
            && !spelt[at + 1..].starts_with("//");
        match (is_separator(byte) || is_row, start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                end = piece(text, range.start + from..range.start + at, take);
                start = None;
            }
            _ => {}
        }
        if let (b'<' | b'{', None) = (byte, start)
            && let Some(length) = placeholder(&spelt[at..])
        {
            take(range.start + at..range.start + at + length);
        }
    }
    if let Some(from) = start {
        end = piece(text, range.start + from..range.end, take);
    }
    end.max(range.end)
}

fn is_separator(byte: u8) -> bool {
    matches!(
        byte,
        b'"' | b','
            | b';'
            | b'('
            | b')'
            | b'|'
            | b'<'
            | b'>'
            | b'['
            | b']'
            | b'{'
            | b'}'
            | b'*'
            | b'`'
            | b'\''
            | b'='
            | b'!'
            | b'?'
            | b'&'
            | b'+'
            | b'#'
            | b'^'
    )
}

/// Returns the address in a word: `https://…` up to a mark that ends the sentence.
fn address(word: &str) -> Option<Range<usize>> {
    let colon = word.find("://")?;
    let scheme = word[..colon].bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let start = colon - scheme;
    let end = colon + address_length(&word[colon..]);
    let kept = word[start..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '*']);
    (scheme >= 2 && kept.len() > scheme + 4).then(|| start..start + kept.len())
}

/// Returns how much of `text` may be an address; a placeholder is a part of it: `https://<tenant>.example.com`.
fn address_length(text: &str) -> usize {
    let mut end = 0;
    while let Some(at) = text[end..].find(['"', '>', '<', '`', '|']) {
        end += at;
        match placeholder(&text[end..]).filter(|_| text[end..].starts_with('<')) {
            Some(length) => end += length,
            None => return end,
        }
    }
    text.len()
}

/// Returns the environment variable in a word: `%windir%`.
fn variable(word: &str) -> Option<Range<usize>> {
    let start = word.find('%')?;
    let length = word[start + 1..].find('%')?;
    let name = &word[start + 1..start + 1 + length];
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'(' | b')');
    let fits = length > 1 && name.bytes().all(is_name) && name.starts_with(|c: char| c.is_ascii_alphabetic());
    fits.then(|| start..start + length + 2)
}

/// Returns the value of a registry key in a word, with its name: `"Enabled"=dword:00000001`.
fn registry_value(word: &str) -> Option<Range<usize>> {
    let equals = word.find("\"=")?;
    let name = word[..equals].bytes().rev().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    let start = equals.checked_sub(name + 1).filter(|&start| word[start..].starts_with('"'))?;
    let value = word[equals..].bytes().skip(2).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b':').count();
    let range = start..equals + 2 + value;
    super::shape::of(&word[range.clone()]).map(|_| range)
}

/// Returns the length of the placeholder at the start of `text`: `<tenant>`, `{id}`.
fn placeholder(text: &str) -> Option<usize> {
    let close = if text.starts_with('<') { '>' } else { '}' };
    let end = text.find(close)?;
    let name = &text[1..end];
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    let fits = (2..=40).contains(&name.len())
        && name.bytes().all(is_name)
        && name.bytes().any(|byte| byte.is_ascii_alphabetic());
    fits.then_some(end + 1)
}

/// Takes a piece without separators; returns where it ends.
fn piece(text: &str, range: Range<usize>, take: &mut impl FnMut(Range<usize>)) -> usize {
    let spelt = &text[range.clone()];
    let kept = spelt.trim_end_matches(['.', ':', '/', '-', '~']);
    let start = range.start + (kept.len() - kept.trim_start_matches([':', '~']).len());
    let kept = start..range.start + kept.len();
    if kept.start >= kept.end {
        return range.end;
    }
    if text[kept.clone()].contains('\\') {
        let end = bracketed_key(text, kept.start, range.end).unwrap_or_else(|| path_end(text, range.end));
        take(kept.start..end.max(kept.end));
        return end.max(range.end);
    }
    // A hyphen at the start of a line is a list's as often as a parameter's.
    let before = &text[..kept.start];
    let is_item = text.as_bytes()[kept.start] == b'-' && (before.is_empty() || before.ends_with(BORDER));
    if !is_item && super::shape::of(&text[kept.clone()]).is_some() {
        take(kept);
        return range.end;
    }
    let mut from = kept.start;
    let is_joint = |byte: u8| matches!(byte, b'/' | b'-' | b'.' | b':' | b'@' | b'%' | b'$');
    for at in kept.clone() {
        if is_joint(text.as_bytes()[at]) {
            if from < at {
                take(from..at);
            }
            from = at + 1;
        }
    }
    if kept.start < from && from < kept.end {
        take(from..kept.end);
    }
    range.end
}

/// Returns where the registry key at `start` ends, if it stands between square brackets and goes on behind `end`.
fn bracketed_key(text: &str, start: usize, end: usize) -> Option<usize> {
    const MOST: usize = 120;
    if !text[..start].ends_with('[') || !words::HIVES.iter().any(|hive| text[start..].starts_with(hive)) {
        return None;
    }
    let rest = &text.as_bytes()[end..];
    let length = rest.iter().take(MOST).position(|byte| !is_graphic(*byte) && *byte != b' ' || b"[]".contains(byte))?;
    (rest[length] == b']').then_some(end + length)
}

/// Returns where a path ends of which a part ends at `end`: further parts may follow behind blanks and brackets, as in
/// `C:\Program Files (x86)\Microsoft Office\root`.
fn path_end(text: &str, end: usize) -> usize {
    let run = |text: &str| text.bytes().take_while(|byte| is_graphic(*byte) && !is_separator(*byte)).count();
    let mut last = end;
    loop {
        let blank = usize::from(text[last..].starts_with(' '));
        let rest = &text[last + blank..];
        let mut next = run(rest);
        let gap = usize::from(rest[next..].starts_with(' '));
        let bracket = bracket(&rest[next + gap..]);
        if bracket > 0 {
            next += gap + bracket;
            next += run(&rest[next..]);
        }
        let part = &rest[..next];
        let goes_on = blank + bracket > 0 && part.contains('\\') && !part.starts_with('\\');
        if !goes_on || part.as_bytes().get(1) == Some(&b':') {
            break;
        }
        last += blank + next;
    }
    let kept = text[..last].trim_end_matches(['.', ':', '\\']);
    kept.len()
}

/// Returns the length of a word in brackets at the start of `rest` that a part of a path ends with: `(x86)\`.
fn bracket(rest: &str) -> usize {
    let Some(inside) = rest.strip_prefix('(') else { return 0 };
    let word = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if word > 0 && inside[word..].starts_with(")\\") { word + 2 } else { 0 }
}

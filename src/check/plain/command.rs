//! Commands in plain text: a program or a cmdlet with its parameters, as far as they surely go.

use std::ops::Range;

use super::{shape, words};

/// Returns the commands in `text`, in order; each has something behind its name that no sentence has.
pub fn commands(text: &str) -> Vec<Range<usize>> {
    if !has_mark(text) {
        return Vec::new();
    }
    let parts = parts(text);
    let mut commands = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        match command(text, &parts, at) {
            Some((range, next)) => {
                commands.push(range);
                at = next;
            }
            None => at += 1,
        }
    }
    commands
}

/// Tells whether a text has a sign of a parameter: a hyphen or a slash behind a blank, or a program of many words.
fn has_mark(text: &str) -> bool {
    let marked = |two: &[u8]| two[0] == b' ' && matches!(two[1], b'-' | b'/' | b'|' | b'"' | b'<' | b'$' | b'\\');
    text.as_bytes().windows(2).any(marked) || text.contains("netsh ") || text.contains("mdatp ")
}

/// Returns the words between blanks; a quoted text is one, or a part of one.
fn parts(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut parts = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] <= b' ' {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at] > b' ' {
            let quoted = matches!(bytes[at], b'"').then(|| closing(&bytes[at..])).flatten();
            at += quoted.unwrap_or(1);
        }
        parts.push(start..at);
    }
    parts
}

/// Returns the length of the quoted text at the start of `bytes`, its quotes included.
fn closing(bytes: &[u8]) -> Option<usize> {
    const MOST: usize = 120;
    let end = bytes[1..].iter().take(MOST).position(|byte| *byte == bytes[0] || *byte < b' ')?;
    (bytes[end + 1] == bytes[0]).then_some(end + 2)
}

/// Returns the command that begins with the part `first`, and the part behind it.
fn command(text: &str, parts: &[Range<usize>], first: usize) -> Option<(Range<usize>, usize)> {
    let head = parts[first].clone();
    let opening = text[head.clone()].len() - text[head.clone()].trim_start_matches(['"', '(', '\'']).len();
    let start = head.start + opening;
    let name = text[start..head.end].trim_end_matches([',', '.', ':', ';']);
    if start + name.len() != head.end {
        return None;
    }
    let program = Program::of(name)?;
    let mut reader = Arguments { text, parts, at: first + 1, sure: None, program };
    let end = reader.read()?;
    Some((start..end, reader.at))
}

/// What begins a command.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Program {
    Cmdlet,
    /// A program whose name is no word.
    Program,
    /// A program whose name is a word as well.
    Word,
}

impl Program {
    fn of(name: &str) -> Option<Self> {
        if name.contains('-') {
            return shape::of(name).filter(|_| is_cmdlet(name)).map(|_| Self::Cmdlet);
        }
        let plain = name.strip_suffix(".exe").unwrap_or(name);
        if plain.len() > 12 || plain.is_empty() || !plain.is_ascii() {
            return None;
        }
        let lower = plain.to_ascii_lowercase();
        if words::PROGRAMS.binary_search(&&*lower).is_ok() || name.ends_with(".exe") {
            Some(Self::Program)
        } else {
            (words::WORDS.contains(&plain)).then_some(Self::Word)
        }
    }
}

fn is_cmdlet(name: &str) -> bool {
    name.split_once('-').is_some_and(|(verb, noun)| {
        words::VERBS.contains(&verb) && noun.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Reads the arguments of a command.
struct Arguments<'t> {
    text: &'t str,
    parts: &'t [Range<usize>],
    at: usize,
    /// Where the command surely goes to.
    sure: Option<usize>,
    program: Program,
}

impl Arguments<'_> {
    /// Returns where the command ends, if it has an argument that no sentence has.
    fn read(&mut self) -> Option<usize> {
        let mut next = self.at;
        let mut after_parameter = false;
        let mut has_parameter = false;
        while let Some(part) = self.parts.get(next) {
            let spelt = &self.text[part.clone()];
            let kept = spelt.trim_end_matches(['.', ',', ';', ':', ')', '!', '?']);
            let kept = if spelt.starts_with('(') || kept.contains('(') { spelt.trim_end_matches(['.', ',', ';', ':']) } else { kept };
            if kept.is_empty() || !kept.is_ascii() || kept.contains('\u{1}') {
                break;
            }
            let is_last = kept.len() < spelt.len();
            let sort = self.sort(kept, after_parameter, next);
            match sort {
                Sort::Sure => {
                    self.sure = Some(part.start + kept.len());
                    self.at = next + 1;
                    after_parameter = false;
                }
                Sort::Parameter => {
                    self.sure = Some(part.start + kept.len());
                    self.at = next + 1;
                    after_parameter = true;
                    has_parameter = true;
                }
                Sort::Stranger => break,
            }
            if is_last {
                break;
            }
            next += 1;
        }
        let is_enough = has_parameter || self.program != Program::Word;
        self.sure.filter(|_| is_enough)
    }

    fn sort(&self, part: &str, after_parameter: bool, at: usize) -> Sort {
        let first = part.as_bytes()[0];
        let letter = part.as_bytes().get(1).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'-' || *byte == b'?');
        match first {
            b'-' if letter => return Sort::Parameter,
            b'/' if letter && self.program != Program::Cmdlet && !part[1..].contains('/') => return Sort::Parameter,
            b'|' | b'>' | b'&' => return if self.is_pipe(part, at) { Sort::Sure } else { Sort::Stranger },
            b'"' | b'<' | b'$' | b'@' | b'%' | b'{' | b'\\' => return Sort::Sure,
            _ => {}
        }
        if is_known_shape(part) {
            return Sort::Sure;
        }
        let behind = self.parts.get(at + 1).map(|next| self.text.as_bytes()[next.start]);
        let continues = behind.is_some_and(|byte| matches!(byte, b'-' | b'|'))
            || behind == Some(b'/') && self.program != Program::Cmdlet;
        let is_value = part.bytes().all(|byte| byte.is_ascii_graphic());
        if is_value && continues && (after_parameter || self.sure.is_none() || self.is_after_pipe(at)) {
            return Sort::Sure;
        }
        if self.sure.is_none() && self.program == Program::Program && words::SUBCOMMANDS.contains(&part)
            || self.program != Program::Cmdlet && self.at == at && words::SUBCOMMANDS.contains(&part)
        {
            return Sort::Sure;
        }
        if after_parameter && is_value {
            let is_end = behind.is_none();
            let odd = part.bytes().any(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
            return if is_end || odd { Sort::Sure } else { Sort::Stranger };
        }
        Sort::Stranger
    }

    /// Tells whether a pipe leads to another command.
    fn is_pipe(&self, part: &str, at: usize) -> bool {
        let behind = part.trim_start_matches(['|', '>', '&']);
        let next = self.parts.get(at + 1).map(|next| &self.text[next.clone()]);
        let name = if behind.is_empty() { next } else { Some(behind) };
        name.is_some_and(|name| {
            let name = name.trim_end_matches(['.', ',', ';']);
            words::ALIASES.contains(&name) || Program::of(name).is_some()
        })
    }

    fn is_after_pipe(&self, at: usize) -> bool {
        let before = self.parts.get(at - 1).map(|part| &self.text[part.clone()]);
        before.is_some_and(|part| part.starts_with('|'))
    }
}

/// What a part of a command is.
enum Sort {
    Sure,
    Parameter,
    Stranger,
}

/// Tells whether an argument is none of a sentence's words.
fn is_known_shape(part: &str) -> bool {
    part.contains(['\\', '=', '$', '%', '"', '@', '_', ':', '{']) && part.len() > 2
        || part.starts_with('/')
        || is_cmdlet(part)
        || shape::of(part).is_some()
        || words::ALIASES.contains(&part)
}

/// Tells whether two commands differ in nothing but sample values: what stands between quotes or in a placeholder.
pub fn is_localised(expected: &str, actual: &str) -> bool {
    without_samples(expected) == without_samples(actual)
}

/// Returns a command without the text in its quotes and placeholders.
fn without_samples(command: &str) -> String {
    let mut kept = String::with_capacity(command.len());
    let mut close = None;
    for c in command.chars() {
        match close {
            Some(end) if c == end => {
                kept.push(c);
                close = None;
            }
            Some(_) => {}
            None => {
                kept.push(c);
                close = match c {
                    '"' => Some('"'),
                    '\'' => Some('\''),
                    '<' => Some('>'),
                    '[' => Some(']'),
                    _ => None,
                };
            }
        }
    }
    kept
}

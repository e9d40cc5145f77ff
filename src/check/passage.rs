//! What stands in one block, as one text with its way back to the file, cut into sentences.

use std::ops::Range;

use super::language::is_alphanumeric;
use crate::markdown::prose::{Prose, Run, RunKind};
use crate::model::literal::Side;
use crate::source::Span;

/// What stands for a code span in a passage, so that its words are nobody's.
const CODE: char = '\u{fffc}';

/// The text of one block on one side, code spans blanked out.
pub struct Passage<'p, 'a> {
    pub text: String,
    pieces: Vec<Piece<'p, 'a>>,
}

struct Piece<'p, 'a> {
    start: usize,
    run: &'p Run<'a>,
}

/// The first bytes of all signs that end a sentence.
static MAY_END: [bool; 256] = {
    let mut may_end = [false; 256];
    let signs = *b"\n.!?\xd8\xe0\xe3\xef";
    let mut at = 0;
    while at < signs.len() {
        may_end[signs[at] as usize] = true;
        at += 1;
    }
    may_end
};

impl<'p, 'a> Passage<'p, 'a> {
    /// Reads `block` of an article.
    pub fn of(prose: &'p Prose<'a>, block: u32, side: Side) -> Self {
        let runs = || prose.block(block).iter().filter(|run| run.side == side);
        let length = runs().map(|run| run.text.len().max(CODE.len_utf8())).sum();
        let mut passage = Self { text: String::with_capacity(length), pieces: Vec::with_capacity(runs().count()) };
        for run in runs() {
            passage.pieces.push(Piece { start: passage.text.len(), run });
            match run.kind {
                RunKind::Text | RunKind::Break => passage.text.push_str(&run.text),
                RunKind::Code => passage.text.push(CODE),
                RunKind::Html => passage.text.push('\n'),
            }
        }
        passage
    }

    /// Returns the run that holds the byte `at` of the text.
    pub fn run(&self, at: usize) -> Option<&'p Run<'a>> {
        self.piece(at).map(|piece| piece.run)
    }

    fn piece(&self, at: usize) -> Option<&Piece<'p, 'a>> {
        self.pieces.partition_point(|piece| piece.start <= at).checked_sub(1).map(|index| &self.pieces[index])
    }

    /// Returns where in the file a part of the text stands.
    pub fn span(&self, range: &Range<usize>) -> Option<Span> {
        let first = self.piece(range.start)?;
        let last = self.piece(range.end.saturating_sub(1).max(range.start))?;
        let is_plain = |piece: &Piece<'_, '_>| {
            piece.run.kind == RunKind::Text && piece.run.text.len() == piece.run.span.range().len()
        };
        let start = first.run.span.range().start + if is_plain(first) { range.start - first.start } else { 0 };
        let end = if is_plain(last) {
            last.run.span.range().start + (range.end - last.start)
        } else {
            last.run.span.range().end
        };
        Some(Span::new(first.run.span.source, start..end.max(start)))
    }

    /// Returns the sentences, without blanks around them.
    pub fn sentences(&self) -> Vec<Range<usize>> {
        let mut sentences = Vec::new();
        let mut start = 0;
        let mut from = 0;
        while let Some(length) = self.text.as_bytes()[from..].iter().position(|byte| MAY_END[usize::from(*byte)]) {
            let at = from + length;
            let Some(c) = self.text[at..].chars().next() else { break };
            from = at + c.len_utf8();
            let end = at + c.len_utf8();
            let is_end = match c {
                '\n' | '。' | '！' | '？' | '।' => true,
                '.' | '!' | '?' | '؟' => self.text[end..].starts_with(char::is_whitespace) && self.opens(end),
                _ => false,
            };
            if is_end {
                sentences.extend(self.trimmed(start..end));
                start = end;
            }
        }
        sentences.extend(self.trimmed(start..self.text.len()));
        sentences
    }

    /// Tells whether a new sentence may begin behind the byte `at`: not with a small letter, as behind "e.g.".
    fn opens(&self, at: usize) -> bool {
        self.text[at..].chars().find(|c| !c.is_whitespace()).is_none_or(|next| !next.is_lowercase())
    }

    /// Tells whether nearly all of the text is bold.
    pub fn is_bold(&self) -> bool {
        let runs = |strong: bool| self.pieces.iter().map(|piece| piece.run).filter(move |run| run.strong == strong);
        let letters = |strong: bool| -> usize { runs(strong).map(|run| run.text.trim().len()).sum() };
        letters(false) * 4 < letters(true)
    }

    fn trimmed(&self, range: Range<usize>) -> Option<Range<usize>> {
        let text = &self.text[range.clone()];
        let kept = text.trim_start();
        let start = range.start + (text.len() - kept.len());
        let kept = kept.trim_end();
        (!kept.is_empty()).then(|| start..start + kept.len())
    }
}

/// Returns the words of `text` with their places: letters, with apostrophes between them.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_apostrophe = |c: char| matches!(c, '\'' | '’');
    let is_inside = move |c: char| is_alphanumeric(c) || is_apostrophe(c);
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < text.len() {
            at += run(&text[at..], |c| !is_inside(c));
            let word = &text[at..at + run(&text[at..], is_inside)];
            let start = at + run(word, is_apostrophe);
            at += word.len();
            if start < at {
                return Some((start, text[start..at].trim_end_matches(is_apostrophe)));
            }
        }
        None
    })
}

/// Tells whether the word at `range` is joined to another into a name: a cmdlet, an identifier, a path.
pub fn is_part_of_name(text: &str, range: Range<usize>) -> bool {
    const JOINTS: [char; 4] = ['-', '_', '/', '\\'];
    text[..range.start].ends_with(JOINTS) || text[range.end..].starts_with(JOINTS)
}

/// Returns the length of the run of such characters that begins `text`.
#[inline]
fn run(text: &str, is_inside: impl Fn(char) -> bool) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(byte) = bytes.get(end) {
        // Most are ASCII, and need not be decoded.
        let c = if byte.is_ascii() { Some(char::from(*byte)) } else { text[end..].chars().next() };
        match c.filter(|c| is_inside(*c)) {
            Some(c) => end += c.len_utf8(),
            None => break,
        }
    }
    end
}

/// Returns the words of `text` in small letters, each with a blank on both sides: ` a b c `.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 2);
    folded.push(' ');
    fold(text, &mut folded);
    folded
}

/// A folded text, cut into its sentences.
#[derive(Clone, Default)]
pub struct Folded {
    pub text: String,
    /// Where each sentence ends.
    ends: Vec<u32>,
}

impl Folded {
    /// Folds the text in which the `sentences` stand.
    pub fn of(text: &str, sentences: &[Range<usize>]) -> Self {
        let mut folded = String::with_capacity(text.len() + 2);
        folded.push(' ');
        let mut ends = Vec::with_capacity(sentences.len());
        for range in sentences {
            fold(&text[range.clone()], &mut folded);
            ends.push(u32::try_from(folded.len()).expect("as long as a file"));
        }
        Self { text: folded, ends }
    }

    /// Returns one sentence with a blank on both sides.
    pub fn sentence(&self, number: usize) -> &str {
        let start = number.checked_sub(1).map_or(1, |before| self.ends[before] as usize);
        &self.text[start - 1..self.ends[number] as usize]
    }
}

/// Adds the words of `text` in small letters, each with a blank behind it.
fn fold(text: &str, folded: &mut String) {
    if text.is_ascii() {
        return fold_ascii(text, folded);
    }
    for (_, word) in words(text) {
        if word.is_ascii() {
            let start = folded.len();
            folded.push_str(word);
            folded[start..].make_ascii_lowercase();
            folded.push(' ');
            continue;
        }
        for c in word.chars() {
            match c {
                '’' => folded.push('\''),
                c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
                // Letters that have no case, or are small.
                '가'..='힣' | '一'..='鿿' | 'ぁ'..='ヺ' | 'а'..='я' => folded.push(c),
                c => folded.extend(c.to_lowercase()),
            }
        }
        folded.push(' ');
    }
}

/// Does the same with a text in ASCII, byte by byte.
fn fold_ascii(text: &str, folded: &mut String) {
    let is_apostrophe = |byte: &u8| *byte == b'\'';
    for word in text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric() && !is_apostrophe(byte)) {
        let start = word.iter().take_while(|byte| is_apostrophe(byte)).count();
        let end = word.len() - word.iter().rev().take_while(|byte| is_apostrophe(byte)).count();
        if start < end {
            folded.extend(word[start..end].iter().map(|byte| char::from(byte.to_ascii_lowercase())));
            folded.push(' ');
        }
    }
}

/// Tells whether a folded text has a folded sentence. Most have not even its start, which is found out faster.
pub fn has(text: &str, sentence: &str) -> bool {
    text.contains(&sentence[..sentence.floor_char_boundary(32)]) && text.contains(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_apostrophes_and_places() {
        let found: Vec<_> = words("It can't (be) so’n ‘x’").collect();
        assert_eq!(found, [(0, "It"), (3, "can't"), (10, "be"), (14, "so’n"), (24, "x")]);
        assert_eq!(folded("Don’t  STOP."), " don't stop ");
    }
}

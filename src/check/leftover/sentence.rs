//! One sentence of a passage by its words.

use std::ops::Range;

use super::quotes::is_quoted;
use super::{Case, parts};
use crate::check::function_words::is_grammar_of_others;
use crate::check::language::{English, Letters, Scripts, is_small_in_titles};
use crate::check::passage::{Passage, is_part_of_name, words};
use crate::check::plain::shape::{self, Demand};

/// One sentence by its words.
pub(super) struct Sentence<'s> {
    pub(super) english: English,
    pub(super) folded: &'s str,
    /// Words outside quotation marks, bold text and links; those with a small first letter among all.
    pub(super) free: usize,
    pub(super) small: usize,
    pub(super) quoted: usize,
    pub(super) all: usize,
    /// How many different ones have a small first letter, at most three: registry files repeat their `dword`.
    pub(super) various: usize,
    /// How many have a capital, and how many a small letter that they would not have in a title.
    pub(super) capital: usize,
    pub(super) ordinary: usize,
    /// Whether it is what a server says, `550 5.7.708 Access denied`, or a shell: `Get-Item : Cannot find path`.
    pub(super) is_reply: bool,
    /// Whether it has letters of scripts that the locale is not written in.
    pub(super) is_strange: bool,
    /// Whether it has no letters of the locale's own script, if that is not Latin.
    pub(super) is_pure: bool,
    /// Whether it has signs that commands and keys are written with.
    pub(super) is_code: bool,
    /// Where it starts in the passage.
    pub(super) start: usize,
    /// Whether it says what follows in quotation marks.
    pub(super) is_announcement: bool,
    /// Whether it is a whole sentence of three words or more in small letters, one of them of grammar, and none set off.
    pub(super) is_plain: bool,
    /// Whether it is said to somebody, not a name or a label: `What now?`
    pub(super) is_exclamation: bool,
}

impl<'s> Sentence<'s> {
    /// Reads the sentence at `range` of a passage; `folded` is the same in folded letters.
    pub(super) fn of(
        case: &Case<'_, '_, '_>,
        range: &Range<usize>,
        quotes: &[Range<usize>],
        letters: &Letters,
        folded: &'s str,
    ) -> Self {
        let text = &case.passage.text[range.clone()];
        let mut sentence = Self {
            english: English::default(),
            folded,
            free: 0,
            small: 0,
            quoted: 0,
            all: 0,
            various: 0,
            capital: 0,
            ordinary: 0,
            is_reply: is_reply(text) || is_output(text),
            is_strange: letters.other > 3,
            is_pure: letters.own == 0,
            start: range.start,
            is_plain: false,
            is_announcement: parts::is_announcement(text),
            is_exclamation: text.trim_end().ends_with(['!', '?']),
            is_code: text.contains(['\\', '=', '$', '{', '<', '_'])
                || text.contains("://")
                || text.contains(" | ")
                || text.contains('｜'),
        };
        let mut various = Vec::new();
        for (at, word) in words(text) {
            let at = range.start + at;
            if !word.starts_with(char::is_alphabetic) {
                continue;
            }
            sentence.all += 1;
            sentence.capital += usize::from(word.starts_with(|c: char| c.is_uppercase()));
            if word.len() > 2 && word.chars().all(|c| c.is_lowercase() || c == '\'') {
                sentence.small += 1;
                sentence.ordinary += usize::from(!is_small_in_titles(word));
                if various.len() < 3 && !various.contains(&word) {
                    various.push(word);
                }
            }
            if is_quoted(quotes, at) {
                sentence.quoted += 1;
                continue;
            }
            let run = case.passage.run(at);
            let is_named = run.is_some_and(|run| run.link.is_some() || run.strong && !case.is_bold());
            // Words of a cmdlet, an identifier or a path are nobody's grammar.
            let is_part = is_part_of_name(&case.passage.text, at..at + word.len());
            sentence.free += usize::from(!is_named);
            let is_read = !is_named || run.is_some_and(|run| !run.strong);
            if is_read && !is_part {
                sentence.english.take(word);
            }
        }
        sentence.various = various.len();
        let is_whole = text.trim_end().ends_with('.') && text.trim_start().starts_with(char::is_uppercase);
        sentence.is_plain = is_whole
            && sentence.all >= 3
            && sentence.free == sentence.all
            && sentence.quoted == 0
            && sentence.capital == 1
            && sentence.english.grammar() > 0
            && !sentence.is_code;
        sentence
    }

    /// Tells whether it is a long sentence of ordinary words beside translated ones: no name, title or message. It
    /// stands behind another sentence of its block, and behind no colon.
    pub(super) fn is_prose(&self, passage: &Passage<'_, '_>, scripts: &Scripts) -> bool {
        let before = passage.text[..self.start].trim_end();
        self.free >= 8
            && self.english.plain >= 3
            && self.english.is_sure(scripts.latin)
            && !before.is_empty()
            && !before.ends_with([':', '：'])
            && scripts.count(before).own > 8
    }

    /// Tells whether it is written as the titles of books are: `The Art of Scientific Writing`.
    pub(super) fn is_title(&self) -> bool {
        self.all >= 6 && self.ordinary < 2 && self.capital * 2 > self.all
    }

    /// Tells whether it has as many words of other languages' grammar as a text of theirs in Latin letters has.
    pub(super) fn is_of_others(&self) -> bool {
        let others = self.folded.split(' ').filter(|word| !word.is_empty() && is_grammar_of_others(word)).count();
        others >= 2 && others * 2 >= self.english.grammar()
    }

    /// Tells whether it has words enough to be nobody's name or title.
    pub(super) fn is_long(&self) -> bool {
        self.all >= 7 && self.small >= 4
    }

    /// Tells the same of a sentence in letters that the locale is not written in.
    pub(super) fn is_rather_long(&self) -> bool {
        self.all >= 5 && self.small >= 3
    }
}

/// Tells whether a text starts with a code of three digits.
fn is_reply(text: &str) -> bool {
    let first = text.split(['.', '-', ' ']).next();
    first.is_some_and(|word| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Tells whether a text starts with the name of a command or of a kind of error, and a colon that no sentence has there.
fn is_output(text: &str) -> bool {
    let Some((name, message)) = text.split_once(':') else { return false };
    let is_error = || name.ends_with("Error") || name.ends_with("Exception");
    let is_named = |name: &str| shape::of(name).is_some_and(|shape| shape.demand > Demand::Shared);
    message.starts_with(' ') && (is_error() || name.ends_with(' ')) && is_named(name.trim())
}

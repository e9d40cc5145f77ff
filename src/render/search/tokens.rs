//! Tokens: what of a folded text can be looked for.
//!
//! Words are whole. Runs of Han, kana, Hangul and of scripts that are written without blanks come as overlapping
//! pairs of characters, which need no dictionary. A dot or hyphen between digits belongs to the word, so that
//! `5.7.750` and `30015-11` are one each.

use unicode_normalization::char::is_combining_mark;

use crate::model::script::is_unparted;

/// The longest word that anyone looks for, in bytes.
const LONGEST: usize = 64;

/// What a run of characters consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Other,
    Word,
    /// Characters of which two make a token.
    Pairs,
}

/// Calls `each` with every token of `folded`, in the order of the text.
pub fn each<'t>(folded: &'t str, mut each: impl FnMut(&'t str)) {
    let mut start = 0;
    let mut class = Class::Other;
    let mut last_digit = false;
    for (at, c) in folded.char_indices() {
        let next = class_of(c);
        let joins = matches!(c, '.' | '-')
            && last_digit
            && class == Class::Word
            && folded.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit);
        last_digit = c.is_ascii_digit();
        if next == class || joins {
            continue;
        }
        run(&folded[start..at], class, &mut each);
        (start, class) = (at, next);
    }
    run(&folded[start..], class, &mut each);
}

/// Tells whether a token is a pair of characters, of a script without blanks between its words.
pub fn is_pair(token: &str) -> bool {
    token.chars().next().is_some_and(|c| class_of(c) == Class::Pairs)
}

fn class_of(c: char) -> Class {
    if c.is_ascii() {
        return if c.is_ascii_alphanumeric() { Class::Word } else { Class::Other };
    }
    match c {
        '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{30fc}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' => Class::Pairs,
        '\u{e00}'.. if is_unparted(c) => Class::Pairs,
        c if c.is_alphanumeric() || is_combining_mark(c) => Class::Word,
        _ => Class::Other,
    }
}

fn run<'t>(run: &'t str, class: Class, each: &mut impl FnMut(&'t str)) {
    match class {
        Class::Other => {}
        // A letter alone says nothing.
        Class::Word => {
            if run.len() <= LONGEST && run.chars().nth(1).is_some() {
                each(run);
            }
        }
        Class::Pairs => {
            let starts = run.char_indices().map(|(at, _)| at);
            let ends = run.char_indices().map(|(at, _)| at).skip(2).chain([run.len()]);
            for (start, end) in starts.zip(ends) {
                each(&run[start..end]);
            }
        }
    }
}

//! How two texts differ: the smallest differing characters, and words for what happened to them.
//!
//! What is compared is never normalised; what is said about a difference is.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;

/// The smallest ranges in which two texts differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Bytes of the origin's text.
    pub expected: Range<usize>,
    /// Bytes of the translation's text.
    pub actual: Range<usize>,
    /// What happened, as a caption: "a look-alike of Latin `c`".
    pub words: String,
}

/// Compares two texts that are not equal.
pub fn difference(expected: &str, actual: &str) -> Difference {
    let prefix: usize = common(expected.chars(), actual.chars());
    let most = expected.len().min(actual.len()) - prefix;
    let suffix: usize = common(expected[prefix..].chars().rev(), actual[prefix..].chars().rev()).min(most);
    let (expected_range, actual_range) = (prefix..expected.len() - suffix, prefix..actual.len() - suffix);
    let was_double = expected[..prefix].ends_with(char::is_whitespace);
    let words = words(&expected[expected_range.clone()], &actual[actual_range.clone()], expected, actual, was_double);
    Difference { expected: expected_range, actual: actual_range, words }
}

/// Returns how many bytes the texts share from the start of two iterators.
fn common(left: impl Iterator<Item = char>, right: impl Iterator<Item = char>) -> usize {
    left.zip(right).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

/// Says what became of `was`, which now is `is`; the whole texts, and whether a blank stood before `was`,
/// decide where a part alone cannot.
fn words(was: &str, is: &str, expected: &str, actual: &str, was_double: bool) -> String {
    if let Some(words) = one_kind(was, is) {
        return words;
    }
    let blanks = |text: &str| text.split_whitespace().collect::<String>();
    if was.is_empty() && is.chars().all(char::is_whitespace) {
        return "a blank too many".to_owned();
    }
    if is.is_empty() && was.chars().all(char::is_whitespace) {
        let words = if was_double { "a blank of two is lost" } else { "a blank is lost" };
        return words.to_owned();
    }
    if blanks(expected) == blanks(actual) {
        return "blanks differ".to_owned();
    }
    if expected.to_lowercase() == actual.to_lowercase() {
        return "upper and lower case differ".to_owned();
    }
    if is.is_empty() {
        return format!("`{was}` is missing here");
    }
    if was.is_empty() {
        return format!("`{is}` is too much");
    }
    if script_changed(was, is) {
        return "translated".to_owned();
    }
    format!("`{was}` became `{is}`")
}

/// Returns words where every character was replaced by one of the same kind of stranger.
fn one_kind(was: &str, is: &str) -> Option<String> {
    type Kind = (fn(char) -> bool, &'static str);
    const KINDS: [Kind; 5] = [
        (is_odd_space, "a no-break or other special space"),
        (is_invisible, "an invisible character"),
        (is_smart_quote, "a typographic quotation mark"),
        (is_dash, "a dash in place of a hyphen"),
        (is_full_width, "a full-width character"),
    ];
    let strangers = is.chars().filter(|c| !was.contains(*c));
    let first = strangers.clone().next();
    for (kind, words) in KINDS {
        if first.is_some() && strangers.clone().all(kind) {
            let names: Vec<String> = is.chars().filter(|c| kind(*c)).take(1).map(name).collect();
            return Some(format!("{words} ({})", names.join(", ")));
        }
    }
    if was.nfc().eq(is.nfc()) {
        return Some("the same letters, composed otherwise".to_owned());
    }
    let looks_alike = !was.is_empty() && was.chars().count() == is.chars().count() && skeleton(was).eq(skeleton(is));
    let stranger = is.chars().find(|c| !c.is_ascii())?;
    looks_alike.then(|| format!("looks alike, but is another letter ({})", name(stranger)))
}

/// Returns the code point of a character: `U+00A0`.
pub fn name(c: char) -> String {
    format!("U+{:04X}", c as u32)
}

fn is_odd_space(c: char) -> bool {
    c != ' ' && c.is_whitespace() && !c.is_ascii() && c != '\u{3000}'
}

/// Tells whether a character has no shape of its own: zero-width, a direction mark, a soft hyphen.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn is_smart_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』')
}

fn is_dash(c: char) -> bool {
    matches!(c, '‐' | '‑' | '‒' | '–' | '—' | '―' | '−')
}

fn is_full_width(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{3002}' | '\u{ff01}'..='\u{ff60}')
}

/// Tells whether letters of one script were replaced by letters of another.
fn script_changed(was: &str, is: &str) -> bool {
    let latin = |text: &str| text.chars().any(|c| c.is_ascii_alphabetic());
    let foreign = |text: &str| text.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    latin(was) && foreign(is)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expected: &str, actual: &str, was: &str, is: &str, words: &str) {
        let difference = difference(expected, actual);
        assert_eq!((&expected[difference.expected.clone()], &actual[difference.actual.clone()]), (was, is));
        assert!(difference.words.contains(words), "{}", difference.words);
    }

    #[test]
    fn each_kind_of_change_has_its_words() {
        check("invalid_client", "invalid_сlient", "c", "с", "looks alike");
        check("a:  b", "a: b", " ", "", "a blank of two is lost");
        check("a:  b  c", "a:  b c", " ", "", "a blank of two is lost");
        check("a b", "ab", " ", "", "a blank is lost");
        check("a b", "a\u{a0}b", " ", "\u{a0}", "no-break");
        check("say \"x\"", "say “x”", "\"x\"", "“x”", "typographic");
        check("code: Bad.", "code：Bad.", ": ", "：", "full-width");
        check("a-b", "a–b", "-", "–", "dash");
        check("ab", "a\u{200b}b", "", "\u{200b}", "invisible");
        check("Error", "error", "E", "e", "case");
        check("code: Bad.", "code: Плохо.", "Bad", "Плохо", "translated");
        check("grant", "grnt", "a", "", "`a` is missing");
    }
}

//! Comments in code blocks, which are written for the reader and may be translated.

use super::likeness::likeness;

/// What comments of one line begin with, in the languages that articles show.
const LINE: [&str; 6] = ["#", "//", "--", ";", "::", "REM "];

/// What longer ones begin and end with.
const BLOCK: [(&str, &str); 3] = [("/*", "*/"), ("<!--", "-->"), ("<#", "#>")];

/// Two comments that are more alike are one, with a slip in it.
const SLIP: f64 = 0.7;

/// Tells whether two code blocks that differ have the same code, line by line, and comments in other words.
pub fn are_all_that_differs(expected: &str, actual: &str) -> bool {
    if expected.lines().count() != actual.lines().count() {
        return false;
    }
    let mut open = None;
    expected.lines().zip(actual.lines()).all(|(left, right)| {
        let before = open;
        let (left_parts, end) = parts(left, before);
        let (right_parts, right_end) = parts(right, before);
        open = end;
        left == right
            || end == right_end
                && left_parts.code() == right_parts.code()
                && are_other_words(left_parts.comment, right_parts.comment)
    })
}

/// A line of code around its comment.
#[derive(Default)]
struct Parts<'a> {
    before: &'a str,
    comment: &'a str,
    behind: &'a str,
}

impl<'a> Parts<'a> {
    fn code(&self) -> (&'a str, &'a str) {
        (self.before.trim_end(), self.behind.trim_end())
    }
}

/// Cuts a line at its comment; `open` ends the comment that an earlier line began. Returns also what ends the one that
/// goes on into the next line.
fn parts<'a>(line: &'a str, open: Option<&'static str>) -> (Parts<'a>, Option<&'static str>) {
    let (start, text, close) = match (open, begin(line)) {
        (Some(close), _) => (0, 0, Some(close)),
        (None, Some((start, length, close))) => (start, start + length, close),
        (None, None) => return (Parts { before: line, ..Parts::default() }, None),
    };
    let end = close.and_then(|close| line[text..].find(close)).map(|at| text + at);
    let is_open = close.is_some() && end.is_none();
    let end = end.unwrap_or(line.len());
    let parts = Parts { before: &line[..text.max(start)], comment: &line[text..end], behind: &line[end..] };
    (parts, close.filter(|_| is_open))
}

/// Returns where the first comment of a line begins, how long its sign is, and what ends it.
fn begin(line: &str) -> Option<(usize, usize, Option<&'static str>)> {
    let is_free = |at: usize| line[..at].chars().next_back().is_none_or(char::is_whitespace);
    let blocks = BLOCK.iter().filter_map(|(open, close)| Some((line.find(open)?, open.len(), Some(*close))));
    let lines = LINE.iter().filter_map(|sign| {
        let at = line.match_indices(sign).map(|(at, _)| at).find(|&at| is_free(at))?;
        // A statement ends with a semicolon, and a label begins with colons.
        let is_first_only = matches!(*sign, ";" | "::" | "REM ");
        (!is_first_only || line[..at].trim().is_empty()).then_some((at, sign.len(), None))
    });
    blocks.chain(lines).min_by_key(|(at, ..)| *at)
}

/// Tells whether two comments say something, each in words of its own.
fn are_other_words(left: &str, right: &str) -> bool {
    let says = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    left == right || says(left) && says(right) && likeness(left, right) < SLIP
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_may_be_in_other_words() {
        for (expected, actual) in [
            ("# Open a session\nConnect-Exchange\n", "# Sitzung öffnen\nConnect-Exchange\n"),
            ("run(); // start it\n", "run(); // démarre le service\n"),
            ("/* the first\n   of many */ call();\n", "/* das erste\n   von vielen */ call();\n"),
            ("<!-- where logs go -->\n<log/>\n", "<!-- ログの出力先 -->\n<log/>\n"),
        ] {
            assert!(are_all_that_differs(expected, actual), "{actual}");
        }
    }

    #[test]
    fn code_stays() {
        for (expected, actual) in [
            ("# Open a session\nConnect-Exchange\n", "# Sitzung öffnen\nConnect-Exchanged\n"),
            ("# Open a session\nConnect\n", "# Open a sesion\nConnect\n"),
            ("Get-Mailbox\n", "Obtener-Buzón\n"),
            ("curl https://example.com/a\n", "curl https://beispiel.example/b\n"),
            ("/* one */ call();\n", "/* eins */ rufe();\n"),
            ("# one\ncall\n", "# eins\n"),
        ] {
            assert!(!are_all_that_differs(expected, actual), "{actual}");
        }
    }
}

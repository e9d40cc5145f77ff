//! Making the invisible visible: what content or a file's name could do to a terminal is written out.

use std::fmt::Write;

use unicode_width::UnicodeWidthChar;

/// The longest text outside of snippets, in characters; a message may quote a literal of a megabyte.
const LONGEST: usize = 1000;

/// The columns that a tab takes.
const TAB: &str = "    ";

/// Returns `text` with every hidden character as `\u{202e}`, cut with `…` where it is very long.
pub fn escape(text: &str) -> String {
    let end = match text.len() > LONGEST {
        true => text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end),
        false => text.len(),
    };
    let mut shown = String::with_capacity(end);
    append(&mut shown, &text[..end]);
    if end < text.len() {
        shown.push('…');
    }
    shown
}

/// Appends `text` to `shown`, character by character as [`push`] does.
pub(super) fn append(shown: &mut String, text: &str) {
    let mut from = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| *c == '\t' || is_hidden(*c)) {
        shown.push_str(&text[from..at]);
        push(shown, c);
        from = at + c.len_utf8();
    }
    shown.push_str(&text[from..]);
}

/// Appends `c` to `shown`, written out where it is hidden and as blanks where it is a tab.
pub(super) fn push(shown: &mut String, c: char) {
    match c {
        '\t' => shown.push_str(TAB),
        _ if is_hidden(c) => write!(shown, "{}", c.escape_unicode()).expect("a string takes all text"),
        _ => shown.push(c),
    }
}

/// Returns how many columns [`push`] adds for `c`.
pub(super) fn width(c: char) -> usize {
    match c {
        // Most text is one of these, and need not be looked up.
        ' '..='~' | 'А'..='я' => 1,
        '가'..='힣' | '一'..='鿿' => 2,
        '\t' => TAB.len(),
        _ if is_hidden(c) => c.escape_unicode().len(),
        _ => c.width().unwrap_or(0),
    }
}

/// Tells whether `c` draws nothing of its own, steers the terminal or changes how its neighbours are drawn.
///
/// These are the control characters, the default-ignorable ones (UAX 44, among them zero-width and
/// direction marks, variation selectors, tags), the line separators, the skin tones (which terminals
/// draw into the emoji before them) and the private ones (which mean something else in every font).
pub(super) fn is_hidden(c: char) -> bool {
    // Most text is one of these.
    if matches!(c, ' '..='~' | '가'..='힣' | '一'..='鿿' | 'А'..='я') {
        return false;
    }
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{e000}'..='\u{f8ff}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}' | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{1f3fb}'..='\u{1f3ff}'
                | '\u{e0000}'..='\u{e0fff}'
                | '\u{f0000}'..='\u{10ffff}'
        )
}

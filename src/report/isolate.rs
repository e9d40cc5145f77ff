//! Right-to-left text in a report that runs from left to right.

const FIRST_STRONG_ISOLATE: &str = "\u{2068}";
const POP_ISOLATE: &str = "\u{2069}";

/// Returns `rendered` with the text of every line that has right-to-left characters isolated.
///
/// Without it a terminal that knows directions would move line numbers and paths about. The gutter of a
/// snippet stays outside of the isolate.
pub(super) fn isolate(rendered: &str) -> String {
    // The first bytes of all of them; most reports have none.
    if !rendered.bytes().any(|byte| matches!(byte, 0xd6..=0xe0 | 0xef..=0xf0)) {
        return rendered.to_owned();
    }
    let mut out = String::with_capacity(rendered.len());
    for line in rendered.split_inclusive('\n') {
        let text = line.strip_suffix('\n').unwrap_or(line);
        if !text.is_ascii() && text.chars().any(is_right_to_left) {
            let (gutter, rest) = text.split_at(gutter(text));
            out.extend([gutter, FIRST_STRONG_ISOLATE, rest, POP_ISOLATE, &line[text.len()..]]);
        } else {
            out.push_str(line);
        }
    }
    out
}

/// Returns the length of `line`'s gutter: blanks, a line number and `|`, with the colours in it; 0 where it has none.
fn gutter(line: &str) -> usize {
    let mut colour = false;
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'\x1b' => colour = true,
            b'm' if colour => colour = false,
            _ if colour => {}
            b'|' => return at + 1,
            b' ' | b'0'..=b'9' => {}
            _ => return 0,
        }
    }
    0
}

/// Tells whether `c` stands in a block of a script that is written from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

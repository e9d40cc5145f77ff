//! Drives named alone, `C:\`, of which machines take the sign at the end for that of an escape: `(C:\)` became
//! `(C: and so on \)`.

use std::ops::Range;

/// So far away nobody carries the sign.
const REACH: usize = 240;

/// Tells whether a name is that of a drive alone.
pub fn is_drive(name: &str) -> bool {
    matches!(name.as_bytes(), [letter, b':', b'\\'] if letter.is_ascii_alphabetic())
}

/// Returns where a Markdown text has a drive of which the sign stands behind a blank.
pub fn torn(text: &str, drive: &str) -> Option<Range<usize>> {
    if !is_drive(drive) || text.contains(drive) {
        return None;
    }
    text.match_indices(&drive[..1]).find_map(|(start, _)| {
        let rest = &text[start + 1..];
        let colon = rest.chars().next().filter(|c| matches!(c, ':' | '：'))?;
        let is_alone = !text[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
        let from = start + 1 + colon.len_utf8();
        let near = &text[from..text.floor_char_boundary(from + REACH)];
        let sign = near.find('\\').filter(|_| is_alone)?;
        let is_behind_blank = near[..sign].ends_with(char::is_whitespace);
        is_behind_blank.then_some(start..from + sign + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_of_a_drive_may_be_torn_off() {
        let found = |text: &'static str| torn(text, "D:\\").map(|range| &text[range]);
        assert_eq!(found(r"Am Prompt (D: geben Sie \) dies ein"), Some(r"D: geben Sie \"));
        assert_eq!(found(r"在提示符 (D：输入 \) 中"), Some(r"D：输入 \"));
        assert_eq!(found(r"Am Prompt (D:\) geben Sie \* ein"), None);
        assert_eq!(found(r"Auf Laufwerk D: steht es\*"), None);
        assert_eq!(found(r"In AD: geben Sie \* ein"), None);
    }
}

//! Lines that a shell puts out about an error, which are the same in every language.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;

use super::shape;

/// What begins the lines of an error in PowerShell, and whether a category with its target follows.
const KEYS: [(&str, bool); 2] = [("CategoryInfo", true), ("FullyQualifiedErrorId", false)];

/// What finds each of them.
static FINDERS: LazyLock<[memmem::Finder<'_>; 2]> = LazyLock::new(|| KEYS.map(|(key, _)| memmem::Finder::new(key)));

/// So long is no line.
const LONGEST: usize = 240;

/// No text has more of them.
const MOST: usize = 64;

/// Returns the lines in `text`: `CategoryInfo : NotSpecified: (:) [Write-Error], WriteErrorException`.
pub fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    for ((key, has_target), finder) in KEYS.into_iter().zip(&*FINDERS) {
        for start in finder.find_iter(text.as_bytes()).take(MOST) {
            let behind = start + key.len();
            if let Some(length) = value(&text[behind..], has_target)
                && shape::begins_word(text, &(start..behind))
            {
                lines.push(start..behind + length);
            }
        }
    }
    lines
}

/// Tells whether a name is such a line.
pub fn is_line(name: &str) -> bool {
    KEYS.iter().any(|(key, _)| name.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(':')))
}

/// Returns a line with one blank in place of many, and one before its colon: pages show no more.
pub fn normal(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    words.join(" ").replacen(" :", ":", 1).replacen(':', " :", 1)
}

/// Tells whether a text has a line in another form; blanks are none, for pages show many as one.
pub fn is_changed_in(text: &str, line: &str) -> bool {
    let letters = |text: &'_ str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    KEYS.iter().any(|(key, _)| line.starts_with(key) && text.contains(key)) && !letters(text).contains(&letters(line))
}

/// Returns how far a line goes behind its key.
fn value(behind: &str, has_target: bool) -> Option<usize> {
    let length = behind.bytes().take(LONGEST).take_while(|byte| byte.is_ascii_graphic() || *byte == b' ').count();
    let line = &behind[..length];
    let rest = line.trim_start().strip_prefix(':')?.trim_start();
    let start = length - rest.len();
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b',' | b'+');
    let name = |rest: &str| {
        let length = rest.bytes().take_while(|byte| is_name(byte)).count();
        rest[..length].trim_end_matches(['.', ',', '+']).len()
    };
    let end = if has_target {
        let close = rest.find("],")? + "],".len();
        let exception = rest[close..].trim_start();
        rest.len() - exception.len() + Some(name(exception)).filter(|length| *length > 0)?
    } else {
        Some(name(rest)).filter(|length| *length > 0)?
    };
    Some(start + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_as_far_as_its_names() {
        let found = |text: &'static str| lines(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        let category = "CategoryInfo          : OpenError: (:) [Send-Report], SocketException";
        assert_eq!(found(category), [category]);
        assert_eq!(
            found(
                "+ CategoryInfo : OpenError: (a:b) [Get-A], AException + FullyQualifiedErrorId : Off,A.B. Then wait."
            ),
            ["CategoryInfo : OpenError: (a:b) [Get-A], AException", "FullyQualifiedErrorId : Off,A.B"]
        );
        assert_eq!(found("See CategoryInfo: it says what is wrong, and FullyQualifiedErrorId."), [""; 0]);
    }

    #[test]
    fn blanks_do_not_count() {
        let is_changed = |text: &str| is_changed_in(text, "FullyQualifiedErrorId : Off");
        assert!(!is_changed("+ FullyQualifiedErrorId: Off"));
        assert!(!is_changed("Sonst nichts."));
        assert!(is_changed("+ FullyQualifiedErrorId：Off"));
    }
}

//! What a text quotes: names that stay, and addresses.

use std::ops::Range;

/// Tells whether one of `quotes`, which are in order and apart, holds what stands at `at`.
pub(super) fn is_quoted(quotes: &[Range<usize>], at: usize) -> bool {
    let behind = quotes.partition_point(|quote| quote.start <= at);
    behind.checked_sub(1).is_some_and(|last| quotes[last].contains(&at))
}

/// Returns what stands between quotation marks or brackets: names that stay, and the English one of what was translated;
/// in order and apart.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut quotes: Vec<Range<usize>> = Vec::new();
    // What was opened and is closed nowhere behind.
    let mut open: Vec<char> = Vec::new();
    for (at, c) in text.char_indices() {
        let ends = match c {
            '“' => "”",
            '„' => "“”",
            '«' => "»",
            '»' => "«",
            '「' => "」",
            '『' => "』",
            '"' => "\"",
            '(' => ")",
            '（' => "）",
            _ => continue,
        };
        if quotes.last().is_some_and(|quote| at < quote.end) || open.contains(&c) {
            continue;
        }
        let start = at + c.len_utf8();
        match text[start..].find(|c| ends.contains(c)) {
            Some(length) => quotes.push(at..start + length + 1),
            None => open.push(c),
        }
    }
    quotes.extend(addresses(text));
    quotes.sort_unstable_by_key(|quote| quote.start);
    quotes.dedup_by(|next, quote| {
        let meets = next.start <= quote.end;
        if meets {
            quote.end = quote.end.max(next.end);
        }
        meets
    });
    quotes
}

/// Returns the addresses that a text shows, whose words are nobody's; one in another is a part of it.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut addresses: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices("://") {
        if addresses.last().is_some_and(|address| at < address.end) {
            continue;
        }
        let before = text[..at].bytes().rev().take_while(u8::is_ascii_alphabetic).count();
        let after = text[at..].bytes().take_while(u8::is_ascii_graphic).count();
        addresses.push(at - before..at + after);
    }
    addresses
}

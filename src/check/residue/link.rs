//! What looks like a link to people and not to CommonMark.

use std::ops::Range;

use super::OTHER;
use crate::check::difference::is_invisible;

/// A broken link in a text.
pub(super) struct Broken {
    pub(super) range: Range<usize>,
    pub(super) words: &'static str,
    pub(super) address: Option<String>,
    pub(super) is_sure: bool,
    pub(super) fix: Option<String>,
}

/// How many bytes before and behind a sign belong to its link; no address is longer.
const REACH: usize = 2048;

/// Finds what looks like a link to people and not to CommonMark.
pub(super) fn broken(text: &str) -> Option<Broken> {
    let signs = text.char_indices().filter(|(_, c)| {
        matches!(
            c,
            ']' | '］'
                | '】'
                | '}'
                | '｝'
                | '」'
                | '』'
                | ')'
                | '）'
                | '('
                | '（'
                | '['
                | '<'
                | '＜'
                | '"'
                | '”'
                | '“'
                | '»'
        )
    });
    signs.into_iter().find_map(|(at, c)| {
        let start = text.ceil_char_boundary(at.saturating_sub(REACH));
        let found = broken_at(&text[start..text.floor_char_boundary(at + REACH)], at - start, c)?;
        Some(Broken { range: start + found.range.start..start + found.range.end, ..found })
    })
}

fn broken_at(text: &str, at: usize, sign: char) -> Option<Broken> {
    match sign {
        ')' => exchanged(text, at).or_else(|| after_other_words(text, at, sign)),
        '(' | '（' => unclosed_words(text, at, sign),
        '[' => mirrored(text, at),
        '<' | '＜' => bare_address(text, at, sign),
        ']' | '］' | '】' => after_words(text, at, sign),
        _ => after_other_words(text, at, sign),
    }
}

/// Returns what follows a bracket behind what may stand between it and the next one: blanks, invisible signs, a
/// back-slash, the marks of emphasis, one sign of a sentence.
fn behind_gap(rest: &str) -> &str {
    let is_blank = |c: char| matches!(c, ' ' | '\u{3000}' | '\t' | '\n' | '\\') || is_invisible(c);
    let emphasis = rest.len() - rest.trim_start_matches(char::from(OTHER)).len();
    let rest = if emphasis <= "**__".len() { &rest[emphasis..] } else { rest };
    let blanks = rest.trim_start_matches(is_blank);
    let signs = ['.', ',', ':', ';', '。', '，', '：', '、', '،', '"', '”'];
    blanks.strip_prefix(signs).map_or(blanks, |rest| rest.trim_start_matches(is_blank))
}

/// Reads what follows the bracket behind a link's words.
fn after_words(text: &str, at: usize, closer: char) -> Option<Broken> {
    let behind = at + closer.len_utf8();
    let rest = behind_gap(&text[behind..]);
    let open = text.len() - rest.len();
    let first = rest.chars().next()?;
    let inner = open + first.len_utf8();
    match first {
        '(' | '（' => {
            let line = text[inner..].lines().next().unwrap_or_default();
            if let Some(rest) = line.strip_prefix('(')
                && open == behind
                && is_address(rest.split([')', '）']).next().unwrap_or_default())
            {
                let words = "its opening parenthesis stands twice";
                let range = at..inner + 1;
                return Some(Broken { range, words, address: None, is_sure: true, fix: Some("](".to_owned()) });
            }
            let end = line.find([')', '）']);
            let address = &line[..end.unwrap_or(line.len())];
            if !is_address(address) {
                return None;
            }
            let is_wide = closer != ']' || first != '(' || end.is_some_and(|end| line[end..].starts_with('）'));
            let has_blank = address.trim().contains(char::is_whitespace);
            let gap = &text[behind..open];
            let is_blank = |c: char| c.is_whitespace() || is_invisible(c);
            let (words, fix) = match end {
                _ if is_wide => ("its brackets are those of another script", None),
                None => ("its closing parenthesis is lost", None),
                Some(_) if has_blank => (BLANK_IN_ADDRESS, None),
                Some(_) if gap.contains(char::is_whitespace) && gap.chars().all(is_blank) => {
                    ("a blank stands between its brackets", Some("](".to_owned()))
                }
                Some(_) if !gap.is_empty() && gap.chars().all(is_invisible) => {
                    ("an invisible sign stands between its brackets", Some("](".to_owned()))
                }
                Some(_) if !gap.is_empty() => (IN_BETWEEN, None),
                Some(_) => ("its signs are not complete", None),
            };
            let range = match words {
                BLANK_IN_ADDRESS | "its closing parenthesis is lost" => at..inner + address.trim_end().len(),
                _ => at..inner,
            };
            let is_sure = words != IN_BETWEEN;
            Some(Broken { range, words, address: Some(squeezed(address)), is_sure, fix })
        }
        _ if closer == ']'
            && open == behind
            && (is_web(rest) || ["www.", "mailto:"].iter().any(|start| starts_with(rest, start))) =>
        {
            let line = rest.lines().next().unwrap_or_default();
            let address = &line[..line.find(')').filter(|&end| !line[..end].contains([' ', '(']))?];
            let words = text[..at].rfind('[').map(|start| &text[start + 1..at])?;
            let is_link = words.contains(char::is_alphanumeric);
            let (range, address) = (at..behind, Some(address.to_owned()));
            let words = "its opening parenthesis is lost";
            is_link.then(|| Broken { range, words, address, is_sure: true, fix: Some("](".to_owned()) })
        }
        '[' if closer == ']' && text[behind..open].chars().all(char::is_whitespace) => {
            let end = text[inner..].find([']', '\n']).filter(|&end| text[inner + end..].starts_with(']'))?;
            let named = &text[inner..inner + end];
            let is_word = named.chars().any(char::is_alphanumeric);
            let has_words = text[..at].rfind('[').is_some_and(|start| start + 1 < at);
            let is_address = is_address(named) && !named.contains(char::is_whitespace);
            let words = match is_address {
                true => "its address stands in square brackets",
                false => "what its second brackets name is not defined",
            };
            let range = at..inner + end + 1;
            let address = is_address.then(|| named.to_owned());
            (is_word && has_words).then_some(Broken { range, words, address, is_sure: is_address, fix: None })
        }
        _ => None,
    }
}

const BLANK_IN_ADDRESS: &str = "a blank stands in its address";
const IN_BETWEEN: &str = "something stands between its brackets";

/// Reads what follows another bracket or a quote than one of a link: `(words)(address)`, `「words」(address)`.
fn after_other_words(text: &str, at: usize, closer: char) -> Option<Broken> {
    let behind = at + closer.len_utf8();
    let inner = text[behind..].strip_prefix(['(', '（'])?;
    let end = inner.find([')', '）', '\n']).unwrap_or(inner.len());
    let address = &inner[..end];
    let open = text.len() - inner.len();
    let is_one = is_address(address) && !address.contains(char::is_whitespace);
    is_one.then(|| Broken {
        range: at..open,
        words: "its words do not stand in square brackets",
        address: Some(address.to_owned()),
        is_sure: false,
        fix: None,
    })
}

/// Reads `]words[(address)`, as brackets are turned around in text from right to left.
fn mirrored(text: &str, at: usize) -> Option<Broken> {
    let inner = behind_gap(&text[at + 1..]).strip_prefix('(')?;
    let address = &inner[..inner.find(')')?];
    let before = &text[..at];
    let open = before.rfind(['[', ']', '\n']).filter(|&open| before[open..].starts_with(']'))?;
    let is_link = is_address(address) && !address.contains(char::is_whitespace) && open + 1 < at;
    let range = open..text.len() - inner.len();
    let words = "its brackets are turned around";
    is_link.then(|| Broken { range, words, address: Some(address.to_owned()), is_sure: true, fix: None })
}

/// Reads `< https://example.com >`.
fn bare_address(text: &str, at: usize, opener: char) -> Option<Broken> {
    let behind = at + opener.len_utf8();
    let inner = text[behind..].trim_start_matches([' ', '\u{a0}']);
    let end = inner.find(['>', '＞', '\n']).filter(|&end| !inner[end..].starts_with('\n'))?;
    let address = inner[..end].trim_end_matches([' ', '\u{a0}']);
    let is_one = is_web(address) && !address.contains(char::is_whitespace);
    let close = text.len() - inner.len() + end + inner[end..].chars().next().map_or(0, char::len_utf8);
    let fix = Some(format!("<{address}>"));
    let words = "its brackets have blanks in them or are those of another script";
    is_one.then(|| Broken { range: at..close, words, address: Some(address.to_owned()), is_sure: false, fix })
}

/// Reads `(words)[address]` and `(address)[words]`.
fn exchanged(text: &str, at: usize) -> Option<Broken> {
    let rest = text[at + 1..].trim_start_matches(' ');
    let inner = rest.strip_prefix('[')?;
    let end = inner.find(']')?;
    let open = text[..at].rfind('(')?;
    let (mut words, mut address) = (&text[open + 1..at], &inner[..end]);
    if is_address(words) {
        (words, address) = (address, words);
    }
    if !is_address(address) || address.contains(char::is_whitespace) || !words.contains(char::is_alphanumeric) {
        return None;
    }
    let close = text.len() - inner.len() + end + 1;
    let is_plain = !words.contains(['[', ']', '\u{1}']) && !address.contains(['(', ')', '\u{1}']);
    let fix = is_plain.then(|| format!("[{words}]({address})"));
    let address = Some(address.to_owned());
    Some(Broken { range: open..close, words: "its brackets are exchanged", address, is_sure: true, fix })
}

/// Reads `[words(address)`.
fn unclosed_words(text: &str, at: usize, opener: char) -> Option<Broken> {
    let behind = at + opener.len_utf8();
    let line = text[behind..].lines().next().unwrap_or_default();
    let address = &line[..line.find([')', '）'])?];
    let before = &text[..at];
    let open = before.rfind(['[', ']', '\n']).filter(|&open| before[open..].starts_with('['))?;
    let words = &before[open + 1..];
    // Marks of emphasis may stand between, and no code or other link.
    let is_plain = words.split(|c| c != char::from(OTHER)).all(|marks| marks.len() <= "**__".len());
    let has_words = words.contains(|c| c != char::from(OTHER));
    let is_link = is_address(address) && !address.contains(char::is_whitespace) && is_plain && has_words;
    let address = is_link.then(|| address.to_owned())?;
    let words = "its closing bracket is lost";
    Some(Broken { range: at..behind, words, address: Some(address), is_sure: true, fix: None })
}

fn squeezed(address: &str) -> String {
    address.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)).collect()
}

/// Tells whether a text is an address, blanks in it or not.
fn is_address(text: &str) -> bool {
    let text = text.trim_start_matches([' ', '<']);
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_path = |start: &str| {
        text.strip_prefix(start).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    };
    is_web(text)
        || ["mailto:", "www."].iter().any(|scheme| starts_with(text, scheme))
        || has_scheme(text)
        || ["/", "./", "../", "#"].iter().any(|start| is_path(start))
        || [".md", ".html", ".htm"].iter().any(|end| first.ends_with(end) || first.contains(&format!("{end}#")))
}

/// Tells whether a text is an address of the web, its colon spelt otherwise or not.
fn is_web(text: &str) -> bool {
    let rest = ["https", "http"].iter().find(|scheme| starts_with(text, scheme)).map(|scheme| &text[scheme.len()..]);
    let rest = rest.map(|rest| rest.trim_start_matches([' ', '\u{a0}']));
    rest.is_some_and(|rest| rest.starts_with([':', '：']))
}

/// Tells whether a text without blanks starts as the addresses of programs do: `ms-settings:taskbar`.
fn has_scheme(text: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '+' | '.');
    text.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.len() > 2
            && scheme.starts_with(|c: char| c.is_ascii_lowercase())
            && scheme.chars().all(is_letter)
            && rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/')
            && !rest.contains(char::is_whitespace)
    })
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: Option<&str>) {
        assert_eq!(broken(text).map(|found| found.words), words, "{text}");
    }

    #[test]
    fn broken_links_are_told_apart() {
        check("[a] (https://x.y/z)", Some("a blank stands between its brackets"));
        check("[a](https://x.y/ z)", Some("a blank stands in its address"));
        check("[a](https://x.y/z", Some("its closing parenthesis is lost"));
        check("［a］（https://x.y/z）", Some("its brackets are those of another script"));
        check("【a】(https://x.y/z)", Some("its brackets are those of another script"));
        check("(a)[https://x.y/z]", Some("its brackets are exchanged"));
        check("[a(https://x.y/z)", Some("its closing bracket is lost"));
        check("[a] [b]", Some("what its second brackets name is not defined"));
        check("[a]((https://x.y/z)", Some("its opening parenthesis stands twice"));
        check("[a] (b)", None);
        check("a[0] (see https://x.y)", None);
        check("f(x)[0]", None);
        check("[a]\u{200f}(https://x.y/z)", Some("an invisible sign stands between its brackets"));
        check("[a].(https://x.y/z)", Some("something stands between its brackets"));
        check("[a][https://x.y/z]", Some("its address stands in square brackets"));
        check("(https://x.y/z)[a]", Some("its brackets are exchanged"));
        check("]a[(https://x.y/z)", Some("its brackets are turned around"));
        check("(a)(https://x.y/z)", Some("its words do not stand in square brackets"));
        check("「a」（https://x.y/z）", Some("its words do not stand in square brackets"));
        check("\"a\"(https://x.y/z)", Some("its words do not stand in square brackets"));
        check("[a]\n(https://x.y/z)", Some("a blank stands between its brackets"));
        check("[a（https://x.y/z）", Some("its closing bracket is lost"));
        check("[a] (ms-settings:taskbar)", Some("a blank stands between its brackets"));
        check("[a](https ：//x.y/z", Some("its closing parenthesis is lost"));
        check("< https://x.y/z >", Some("its brackets have blanks in them or are those of another script"));
        check("(a) (see https://x.y/z)", None);
        check("[a] (note:b c)", None);
        check("[1] (S:5)", None);
        check("a (https://x.y/z)", None);
        check("【a】 (b)", None);
    }
}

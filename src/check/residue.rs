//! Markup that readers see because it is broken: signs of links, emphasis and tags in plain text.

use std::ops::Range;

use super::context::GroupContext;
use crate::markdown::prose::RunKind;
use crate::model::document::BlockKind;
use crate::model::literal::Side;
use crate::source::Span;

/// Stands for what is no plain text: code, links, markers that count.
const OTHER: u8 = 1;

/// Markup in plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Residue {
    pub span: Span,
    /// What is broken, in words.
    pub words: &'static str,
    /// Whether an address follows, so that it surely was a link.
    pub has_address: bool,
    /// What must stand at the span.
    pub fix: Option<String>,
}

/// Returns the article's blocks that may show markup, by their signs alone.
pub fn blocks(context: &GroupContext<'_>, article: usize) -> Vec<u32> {
    let runs = context.prose[article].runs.iter();
    let signs = |run: &&crate::markdown::prose::Run<'_>| {
        run.kind == RunKind::Text && run.side == Side::Target && run.text.contains([']', '(', '］', '】', '（', '['])
    };
    let mut blocks: Vec<u32> = runs.filter(signs).map(|run| run.block).collect();
    blocks.dedup();
    blocks
}

/// Returns the plain text of a block, byte for byte where it stands in the file, with a filler for the rest.
pub fn plain(context: &GroupContext<'_>, article: usize, block: u32) -> Option<(u32, String)> {
    let text = &context.group.articles[article];
    let runs = context.prose[article].block(block).iter();
    let mut runs =
        runs.filter(|run| run.side == Side::Target && matches!(run.kind, RunKind::Text | RunKind::Break)).peekable();
    if text.blocks.get(block as usize).is_none_or(|block| block.kind == BlockKind::Code) {
        return None;
    }
    let start = runs.peek()?.span.start;
    let source = &context.sources.get(text.source).text;
    let mut plain: Vec<u8> = Vec::new();
    for run in runs {
        let at = (run.span.start.max(start) - start) as usize;
        if at < plain.len() {
            continue;
        }
        plain.resize(at, OTHER);
        if run.kind == RunKind::Break {
            plain.push(b'\n');
            continue;
        }
        let verbatim = context.sources.slice(run.span);
        let is_escaped = source[..run.span.start as usize].ends_with('\\');
        if run.link.is_some() || verbatim != run.text {
            plain.resize(at + verbatim.len(), OTHER);
        } else if is_escaped && verbatim.starts_with(|c: char| c.is_ascii_punctuation()) {
            plain.push(OTHER);
            plain.extend_from_slice(&verbatim.as_bytes()[1..]);
        } else {
            plain.extend_from_slice(verbatim.as_bytes());
        }
    }
    String::from_utf8(plain).ok().map(|plain| (start, plain))
}

/// Returns the first link of a block whose signs are broken.
pub fn broken_link(context: &GroupContext<'_>, article: usize, block: u32) -> Option<Residue> {
    let (start, text) = plain(context, article, block)?;
    let found = broken(&text)?;
    let source = context.group.articles[article].source;
    let start = start as usize;
    Some(Residue {
        span: Span::new(source, start + found.range.start..start + found.range.end),
        words: found.words,
        has_address: found.has_address,
        fix: found.fix,
    })
}

/// Tells whether a text shows a broken link.
pub fn has_broken_link(text: &str) -> bool {
    broken(text).is_some()
}

struct Broken {
    range: Range<usize>,
    words: &'static str,
    has_address: bool,
    fix: Option<String>,
}

/// Finds what looks like a link to people and not to CommonMark.
fn broken(text: &str) -> Option<Broken> {
    let closers = text.char_indices().filter(|(_, c)| matches!(c, ']' | '］' | '】' | ')' | '('));
    closers.into_iter().find_map(|(at, c)| match c {
        ')' => exchanged(text, at),
        '(' => unclosed_words(text, at),
        _ => after_words(text, at, c),
    })
}

/// Reads what follows the bracket behind a link's words.
fn after_words(text: &str, at: usize, closer: char) -> Option<Broken> {
    let behind = at + closer.len_utf8();
    let rest = text[behind..].trim_start_matches([' ', '\u{a0}', '\u{3000}', '\t']);
    let open = text.len() - rest.len();
    let first = rest.chars().next()?;
    let inner = open + first.len_utf8();
    let is_spaced = open > behind;
    match first {
        '(' | '（' => {
            let line = text[inner..].lines().next().unwrap_or_default();
            let end = line.find([')', '）']);
            let address = &line[..end.unwrap_or(line.len())];
            if !is_address(address) {
                return None;
            }
            let is_wide = closer != ']' || first != '(' || end.is_some_and(|end| line[end..].starts_with('）'));
            let has_blank = address.trim().contains(char::is_whitespace);
            let (words, fix) = match end {
                _ if is_wide => ("its brackets are those of another script", None),
                None => ("its closing parenthesis is lost", None),
                Some(_) if has_blank => ("a blank stands in its address", None),
                Some(_) if is_spaced => ("a blank stands between its brackets", Some("](".to_owned())),
                Some(_) => ("its signs are not complete", None),
            };
            let range = match words {
                "a blank stands in its address" | "its closing parenthesis is lost" => {
                    at..inner + address.trim_end().len()
                }
                _ => at..inner,
            };
            Some(Broken { range, words, has_address: true, fix })
        }
        '[' if closer == ']' => {
            let end = text[inner..].find([']', '\n']).filter(|&end| text[inner + end..].starts_with(']'))?;
            let is_word = text[inner..inner + end].chars().any(char::is_alphanumeric);
            let has_words = text[..at].rfind('[').is_some_and(|start| start + 1 < at);
            let words = "what its second brackets name is not defined";
            (is_word && has_words).then_some(Broken {
                range: at..inner + end + 1,
                words,
                has_address: false,
                fix: None,
            })
        }
        _ => None,
    }
}

/// Reads `(words)[address]`.
fn exchanged(text: &str, at: usize) -> Option<Broken> {
    let rest = text[at + 1..].trim_start_matches(' ');
    let inner = rest.strip_prefix('[')?;
    let end = inner.find(']')?;
    let address = &inner[..end];
    if !is_address(address) || address.contains(char::is_whitespace) {
        return None;
    }
    let open = text[..at].rfind('(')?;
    let words = &text[open + 1..at];
    let close = text.len() - inner.len() + end + 1;
    let is_plain = !words.contains(['[', ']', '\u{1}']) && !address.contains(['(', ')', '\u{1}']);
    let fix = is_plain.then(|| format!("[{words}]({address})"));
    Some(Broken { range: open..close, words: "its brackets are exchanged", has_address: true, fix })
}

/// Reads `[words(address)`.
fn unclosed_words(text: &str, at: usize) -> Option<Broken> {
    let line = text[at + 1..].lines().next().unwrap_or_default();
    let address = &line[..line.find(')')?];
    let before = &text[..at];
    let open = before.rfind(['[', ']', '\n', '\u{1}']).filter(|&open| before[open..].starts_with('['))?;
    let is_link = is_address(address) && !address.contains(char::is_whitespace) && open + 1 < at;
    is_link.then_some(Broken { range: at..at + 1, words: "its closing bracket is lost", has_address: true, fix: None })
}

/// Tells whether a text is an address, blanks in it or not.
fn is_address(text: &str) -> bool {
    let text = text.trim_start_matches([' ', '<']);
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_path = |start: &str| {
        text.strip_prefix(start).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    };
    ["http:", "https:", "http：", "https：", "mailto:", "www."].iter().any(|scheme| starts_with(text, scheme))
        || ["/", "./", "../", "#"].iter().any(|start| is_path(start))
        || [".md", ".html", ".htm"].iter().any(|end| first.ends_with(end) || first.contains(&format!("{end}#")))
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start))
}

/// Returns where a text shows a broken tag of HTML: `< br>`, `</ a>`.
pub fn broken_tag(text: &str) -> Option<Range<usize>> {
    text.char_indices().filter(|(_, c)| matches!(c, '<' | '＜')).find_map(|(at, c)| {
        let rest = &text[at + c.len_utf8()..];
        let inner =
            rest.trim_start_matches([' ', '\u{a0}']).trim_start_matches('/').trim_start_matches([' ', '\u{a0}']);
        let name: &str = &inner[..inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len())];
        let behind = inner[name.len()..].trim_start_matches([' ', '/', '\u{a0}']);
        let close = behind.chars().next().filter(|c| matches!(c, '>' | '＞'))?;
        let is_tag = TAGS.iter().any(|tag| name.eq_ignore_ascii_case(tag));
        let end = text.len() - behind.len() + close.len_utf8();
        is_tag.then_some(at..end)
    })
}

/// Returns where a text shows a broken sign of HTML: `& nbsp;`.
pub fn broken_entity(text: &str) -> Option<Range<usize>> {
    const NAMES: [&str; 5] = ["nbsp", "lt", "gt", "amp", "quot"];
    text.match_indices('&').find_map(|(at, _)| {
        let inner = text[at + 1..].trim_start_matches([' ', '\u{a0}']);
        let name = &inner[..inner.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(inner.len())];
        let behind = inner[name.len()..].trim_start_matches([' ', '\u{a0}']);
        let close = behind.chars().next().filter(|c| matches!(c, ';' | '；' | '؛'))?;
        let is_known = NAMES.iter().any(|known| name.eq_ignore_ascii_case(known));
        is_known.then(|| at..text.len() - behind.len() + close.len_utf8())
    })
}

/// The tags that articles use.
const TAGS: [&str; 38] = [
    "a",
    "b",
    "blockquote",
    "br",
    "center",
    "code",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

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
        check("[a] (b)", None);
        check("a[0] (see https://x.y)", None);
        check("f(x)[0]", None);
        check("【a】 (b)", None);
    }

    #[test]
    fn broken_entities_are_those_that_are_shown() {
        assert_eq!(broken_entity("20& nbsp;GB"), Some(2..9));
        assert_eq!(broken_entity("a &lt ; b"), Some(2..7));
        assert_eq!(broken_entity("R&D; Q & A;"), None);
    }

    #[test]
    fn broken_tags_are_those_with_blanks() {
        assert_eq!(broken_tag("a < br> b"), Some(2..7));
        assert_eq!(broken_tag("a </ a>"), Some(2..7));
        assert_eq!(broken_tag("＜br＞"), Some(0..8));
        assert_eq!(broken_tag("a < b and c > d"), None);
        assert_eq!(broken_tag("< tenant >"), None);
    }
}

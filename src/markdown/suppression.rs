//! Comments that silence rules: `<!-- faultbook: allow(rule) reason -->`, and the block that each is for.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::html;
use super::html_block::HtmlBlock;
use crate::model::suppression::Suppression;
use crate::source::{Source, Span};

/// What such a comment begins with.
const MARK: &str = "faultbook:";

/// The most rules that one comment names.
const MOST_RULES: usize = 100;

/// A comment of ours as ranges of the text.
#[derive(Debug)]
pub(super) struct Found {
    comment: Range<usize>,
    block: Option<Range<usize>>,
}

/// Returns the comments of ours among the raw events of `body`, in the order of the text.
pub(super) fn find(text: &str, body: Range<usize>, events: &[(Event<'_>, Range<usize>)]) -> Vec<Found> {
    if memchr::memmem::find(&text.as_bytes()[body], MARK.as_bytes()).is_none() {
        return Vec::new();
    }
    let mut finder = Finder::default();
    for (event, range) in events {
        finder.take(event, range);
    }
    finder.found
}

/// Reads the comments that were found in `source`.
pub(super) fn read(source: &Source, found: Vec<Found>) -> Vec<Suppression> {
    found
        .into_iter()
        .map(|found| {
            let Content { rules, has_reason } = content(&source.text, found.comment.clone());
            let span = |range: Range<usize>| Span::new(source.id, range);
            Suppression {
                span: span(found.comment),
                rules: rules.into_iter().map(|rule| (source.text[rule.clone()].into(), span(rule))).collect(),
                has_reason,
                block: found.block.map(span),
            }
        })
        .collect()
}

/// Walks raw events, and hands the next block to the comments that wait for it.
#[derive(Default)]
struct Finder {
    found: Vec<Found>,
    /// How many of the last comments have no block yet.
    waiting: usize,
    /// The blocks that are open, outermost first.
    open: Vec<Range<usize>>,
    html: Option<HtmlBlock>,
}

impl Finder {
    fn take(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(Tag::HtmlBlock) => self.html = Some(HtmlBlock::at(range.start)),
            Event::Html(html) => {
                if let Some(block) = &mut self.html {
                    block.push(html, range.clone());
                }
            }
            Event::End(TagEnd::HtmlBlock) => {
                if let Some(block) = self.html.take() {
                    self.html_block(&block, range);
                }
            }
            // Of a list, a comment is for the item.
            Event::Start(Tag::List(_)) => self.open.push(range.clone()),
            Event::Start(tag) if is_block(tag) => {
                self.settle(range);
                self.open.push(range.clone());
            }
            Event::End(tag) if is_block_end(*tag) => drop(self.open.pop()),
            Event::Rule => self.settle(range),
            Event::InlineHtml(html) if is_ours(html) => {
                self.found.push(Found { comment: range.clone(), block: self.open.last().cloned() });
            }
            // The text of a tight list item is no paragraph.
            _ => {
                if let Some(item) = self.open.last().filter(|_| self.waiting > 0).cloned() {
                    self.settle(&(range.start..item.end));
                }
            }
        }
    }

    /// Takes a block of HTML: comments of ours wait for what comes next, anything else is a block.
    fn html_block(&mut self, block: &HtmlBlock, range: &Range<usize>) {
        let (comments, has_more) = html::comments(&block.html);
        if has_more {
            self.settle(range);
        }
        for comment in comments.into_iter().filter(|comment| is_ours(&block.html[comment.clone()])) {
            let here = has_more.then(|| range.clone());
            self.waiting += usize::from(here.is_none());
            self.found.push(Found { comment: block.place(&comment), block: here });
        }
    }

    fn settle(&mut self, block: &Range<usize>) {
        let first = self.found.len() - self.waiting;
        for found in &mut self.found[first..] {
            found.block.get_or_insert_with(|| block.clone());
        }
        self.waiting = 0;
    }
}

/// Tells whether a comment is one of ours, well-formed or not.
pub(super) fn is_ours(comment: &str) -> bool {
    comment.strip_prefix("<!--").is_some_and(|inside| inside.trim_start().starts_with(MARK))
}

/// What a comment says.
#[derive(Default)]
struct Content {
    rules: Vec<Range<usize>>,
    has_reason: bool,
}

/// Reads the comment at `range` of the text; a malformed one names no rule.
fn content(text: &str, range: Range<usize>) -> Content {
    let comment = &text[range.clone()];
    let inside = || {
        let open = comment.find(':')? + 1;
        let list = open + comment[open..].find("allow")? + "allow".len();
        if comment[open..list].trim() != "allow" {
            return None;
        }
        let start = list + comment[list..].find('(')? + 1;
        let end = start + comment[start..].find(')')?;
        comment[list..start - 1].trim().is_empty().then_some((start, end))
    };
    let Some((start, end)) = inside() else { return Content::default() };
    let mut rules = Vec::new();
    let mut at = start;
    for part in comment[start..end].split(',').take(MOST_RULES) {
        let name = part.trim();
        let from = range.start + at + (part.len() - part.trim_start().len());
        if !name.is_empty() {
            rules.push(from..from + name.len());
        }
        at += part.len() + 1;
    }
    let reason = comment[end + 1..].strip_suffix("-->").unwrap_or_default();
    Content { rules, has_reason: reason.chars().any(char::is_alphanumeric) }
}

fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::Item
            | Tag::FootnoteDefinition(_)
            | Tag::Table(_)
            | Tag::TableCell
    )
}

fn is_block_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::Table
            | TagEnd::TableCell
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Options, parse};
    use crate::model::key::ArticleKey;
    use crate::source::SourceMap;

    /// Reads `text` and returns for each comment its rules, whether it says why, and its block.
    fn found(text: &str) -> Vec<(String, bool, Option<String>)> {
        let mut sources = SourceMap::default();
        let id = sources.add("a.md", text);
        let locale = "en".parse().expect("a tag");
        let article = parse(sources.get(id), locale, ArticleKey::new("a.md"), &Options::default()).0;
        let names = |one: &Suppression| one.rules.iter().map(|(name, _)| &**name).collect::<Vec<_>>().join(" ");
        let block = |one: &Suppression| one.block.map(|block| sources.slice(block).trim().to_owned());
        article.suppressions.iter().map(|one| (names(one), one.has_reason, block(one))).collect()
    }

    #[track_caller]
    fn check(text: &str, rules: &str, has_reason: bool, block: Option<&str>) {
        assert_eq!(found(text), [(rules.to_owned(), has_reason, block.map(str::to_owned))], "{text}");
    }

    #[test]
    fn a_comment_is_for_the_next_block() {
        check("<!-- faultbook: allow(a) why -->\nOne\ntwo\n\nThree\n", "a", true, Some("One\ntwo"));
        check("Zero\n<!-- faultbook: allow(a, b) -->\n\n## One\n\nTwo", "a b", false, Some("## One"));
        check("<!--\nfaultbook: allow(a,\n b)\nwhy\n-->\n```\nx\n```\n", "a b", true, Some("```\nx\n```"));
        check("<!-- faultbook: allow(a) why -->\n| a |\n|---|\n| b |\n\nc", "a", true, Some("| a |\n|---|\n| b |"));
        check("<!-- faultbook: allow(a) why -->\n> a\n>\n> b\n\nc", "a", true, Some("> a\n>\n> b"));
        check("<!-- faultbook: allow(a) why -->\n<div>\nx\n</div>\n\nc", "a", true, Some("<div>\nx\n</div>"));
        check("> <!-- faultbook: allow(a)\n> why -->\n> a\n\nb", "a", true, Some("a"));
        check("Text\n\n<!-- faultbook: allow(a) why -->\n", "a", true, None);
    }

    #[test]
    fn a_comment_is_for_the_next_item_of_a_list() {
        check("<!-- faultbook: allow(a) why -->\n- one\n- two\n", "a", true, Some("- one"));
        check("- one\n<!-- faultbook: allow(a) why -->\n- two\n- three", "a", true, Some("- two"));
        check("- one\n  <!-- faultbook: allow(a) why -->\n- two\n", "a", true, Some("- two"));
        check("- <!-- faultbook: allow(a) why -->\n  one\n- two\n", "a", true, Some("one"));
        check("1. one\n\n   <!-- faultbook: allow(a) why -->\n   more\n\n2. two\n", "a", true, Some("more"));
    }

    #[test]
    fn within_a_line_it_is_for_that_block() {
        check(
            "# One <!-- faultbook: allow(a) why -->\n\nTwo",
            "a",
            true,
            Some("# One <!-- faultbook: allow(a) why -->"),
        );
        let cell = "b <!-- faultbook: allow(a) why -->";
        check(&format!("| a | b |\n|---|---|\n| a | {cell} |\n"), "a", true, Some(cell));
    }

    #[test]
    fn several_wait_for_one_block() {
        let text = "<!-- faultbook: allow(a) why -->\n<!-- note -->\n<!-- faultbook: allow(b) -->\n\nOne\n";
        let one = || Some("One".to_owned());
        assert_eq!(found(text), [("a".to_owned(), true, one()), ("b".to_owned(), false, one())]);
    }

    #[test]
    fn what_is_malformed_names_no_rule() {
        for text in ["faultbook: alow(a) why", "faultbook: allow a", "faultbook: allow(a", "faultbook: deny allow(a)"] {
            check(&format!("<!-- {text} -->\nOne\n"), "", false, Some("One"));
        }
        assert_eq!(
            found("<!-- faultbook -->\n<!-- about faultbook: allow(a) -->\n`<!-- faultbook: allow(a) -->`\n"),
            []
        );
        assert_eq!(found("```\n<!-- faultbook: allow(a) -->\n```\n"), []);
    }
}

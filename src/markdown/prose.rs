//! What an article says, run by run: plain text, code, what stands in a link or in bold.
//!
//! An article keeps it packed; the check unpacks it and forgets it with the group, for it is larger than the article's
//! tables of facts.

mod packed;

use std::borrow::Cow;
use std::ops::Range;

use super::event::{Event, Tag};
use crate::model::article::Article;
use crate::model::document::AlertKind;
use crate::model::literal::Side;
use crate::source::{Source, Span};

/// What sort of text a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunKind {
    /// Text of a sentence, entities decoded.
    Text,
    /// A code span's value.
    Code,
    /// A line end inside a block; its text is one blank.
    Break,
    /// A raw HTML tag, as it is published.
    Html,
}

/// Text of one kind in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run<'a> {
    pub kind: RunKind,
    pub text: Cow<'a, str>,
    /// Its bytes in the source; as long as `text` unless something was decoded.
    pub span: Span,
    pub side: Side,
    /// Index in `Article::blocks`.
    pub block: u32,
    /// Index in `Prose::links` of the innermost link or picture around it.
    pub link: Option<u32>,
    pub strong: bool,
    /// How many italics it stands in, one within another.
    pub emphasis: u8,
}

impl Run<'_> {
    /// Returns where a part of the text stands in the source; all of it where something was decoded.
    pub fn span_of(&self, range: &Range<usize>) -> Span {
        let start = self.span.start as usize;
        match self.text.len() == self.span.range().len() {
            true => Span::new(self.span.source, start + range.start..start + range.end),
            false => self.span,
        }
    }
}

/// A link or a picture with what it encloses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link<'a> {
    pub target: Cow<'a, str>,
    pub is_picture: bool,
    /// All of it, brackets and target included.
    pub span: Span,
    /// Its text, as indices into `Prose::runs`; a picture's is its alternative text.
    pub runs: Range<usize>,
    pub side: Side,
    /// Index in `Article::blocks`.
    pub block: u32,
}

/// An alert: `> [!NOTE]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alert {
    pub kind: AlertKind,
    pub span: Span,
}

/// A sign that is no text: the box of a task, a reference to a footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark<'a> {
    /// The footnote's label; `None` for a box.
    pub footnote: Option<Cow<'a, str>>,
    pub span: Span,
    pub side: Side,
    /// Index in `Article::blocks`.
    pub block: u32,
}

/// All that an article says, in the order of the text; code blocks are left out.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Prose<'a> {
    pub runs: Vec<Run<'a>>,
    pub links: Vec<Link<'a>>,
    pub alerts: Vec<Alert>,
    pub marks: Vec<Mark<'a>>,
}

impl<'a> Prose<'a> {
    /// Returns what an article says.
    pub fn of(article: &'a Article, source: &'a Source) -> Self {
        packed::unpack(&article.prose, source)
    }

    /// Reads the events of an article whose blocks are known.
    pub(super) fn read(article: &Article, source: &'a Source, events: Vec<(Event<'a>, Range<usize>)>) -> Self {
        let mut reader = Reader {
            article,
            text: &source.text,
            prose: Self::default(),
            open: Vec::new(),
            originals: 0,
            strong: 0,
            emphasis: 0,
            code_block: false,
        };
        for (event, range) in events {
            reader.take(event, range);
        }
        reader.prose
    }

    /// Returns it as an article with that text keeps it.
    pub(super) fn pack(&self, text: &str) -> Box<[u8]> {
        packed::pack(self, text)
    }

    /// Returns the runs of a block, both sides.
    pub fn block(&self, block: u32) -> &[Run<'a>] {
        let start = self.runs.partition_point(|run| run.block < block);
        let end = self.runs.partition_point(|run| run.block <= block);
        &self.runs[start..end]
    }

    /// Returns what a reader reads in a block on that side, code spans included.
    pub fn text(&self, block: u32, side: Side) -> String {
        let runs = self.block(block).iter().filter(|run| run.side == side && run.kind != RunKind::Html);
        runs.map(|run| &*run.text).collect()
    }

    /// Returns the links and pictures of a block, both sides.
    pub fn links_of(&self, block: u32) -> impl Iterator<Item = &Link<'a>> {
        let start = self.links.partition_point(|link| link.block < block);
        self.links[start..].iter().take_while(move |link| link.block == block)
    }

    /// Returns the plain text right before and right behind a link.
    pub fn beside(&self, link: &Link<'_>) -> [&str; 2] {
        let runs = self.block(link.block);
        let first = runs.partition_point(|run| run.span.start < link.span.start);
        let next = runs.partition_point(|run| run.span.start < link.span.end);
        let is_plain = |run: &&Run<'_>| run.side == link.side && run.kind == RunKind::Text && run.link.is_none();
        let text = |at: Option<usize>| at.and_then(|at| runs.get(at)).filter(is_plain).map_or("", |run| &*run.text);
        [text(first.checked_sub(1)), text(Some(next))]
    }

    /// Returns what a reader reads as the text of `link`.
    pub fn link_text(&self, link: &Link<'_>) -> String {
        let runs = self.runs[link.runs.clone()].iter().filter(|run| run.side == link.side && run.kind != RunKind::Html);
        runs.map(|run| &*run.text).collect()
    }
}

struct Reader<'r, 'a> {
    article: &'r Article,
    text: &'a str,
    prose: Prose<'a>,
    /// The links and pictures that are open.
    open: Vec<u32>,
    /// How many source sentences are open, how many bold texts, and how many in italics.
    originals: usize,
    strong: usize,
    emphasis: usize,
    code_block: bool,
}

impl<'a> Reader<'_, 'a> {
    fn take(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(&tag, &range),
            Event::Text(_) if self.code_block => {}
            Event::Text(text) => {
                let (text, range) = self.with_drive(text, range);
                self.run(RunKind::Text, text, range);
            }
            Event::Code(value) => self.run(RunKind::Code, value, range),
            Event::Parameter { name, description } => self.run(RunKind::Code, name + description, range),
            Event::SoftBreak | Event::HardBreak => self.run(RunKind::Break, " ".into(), range),
            // A block of HTML has its text between its tags.
            Event::Html(text) if !text.starts_with('<') => self.run(RunKind::Text, text, range),
            Event::Html(tag) => self.run(RunKind::Html, tag, range),
            // The block of an item starts behind its box.
            Event::Task(_) => self.mark(None, range.end + 1, range),
            Event::Footnote(label) => self.mark(Some(label), range.start, range),
            Event::Rule | Event::Anchor(_) | Event::Video(_) | Event::Foreign { .. } | Event::Include(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        match tag {
            Tag::Original => self.originals += 1,
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::CodeBlock { .. } => self.code_block = true,
            Tag::Alert(kind) => self.prose.alerts.push(Alert { kind, span: self.span(range) }),
            Tag::Link { target, .. } => self.link(target, false, range),
            Tag::Image { target, .. } => self.link(target, true, range),
            _ => {}
        }
    }

    fn end(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Original => self.originals = self.originals.saturating_sub(1),
            Tag::Strong => self.strong = self.strong.saturating_sub(1),
            Tag::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            Tag::CodeBlock { .. } => self.code_block = false,
            Tag::Link { .. } | Tag::Image { .. } => {
                if let Some(link) = self.open.pop() {
                    let end = self.span(range.clone()).end;
                    let link = &mut self.prose.links[link as usize];
                    link.runs.end = self.prose.runs.len();
                    link.span.end = link.span.end.max(end);
                }
            }
            _ => {}
        }
    }

    fn link(&mut self, target: Cow<'a, str>, is_picture: bool, range: Range<usize>) {
        let runs = self.prose.runs.len()..self.prose.runs.len();
        let block = self.block(range.start);
        self.open.push(number(self.prose.links.len()));
        let (span, side) = (self.span(range), self.side());
        self.prose.links.push(Link { target, is_picture, span, runs, side, block });
    }

    /// Takes the sign of an escape into a text where it follows the letter of a drive: `C:\_temp` is a path for readers
    /// of the source, and for translators.
    fn with_drive(&self, text: Cow<'a, str>, range: Range<usize>) -> (Cow<'a, str>, Range<usize>) {
        let Some(start) = range.start.checked_sub(1).filter(|&at| self.text.as_bytes().get(at) == Some(&b'\\')) else {
            return (text, range);
        };
        let is_drive = match self.text.as_bytes()[..start] {
            [ref before @ .., letter, b':'] => {
                letter.is_ascii_alphabetic() && !before.last().is_some_and(u8::is_ascii_alphanumeric)
            }
            _ => false,
        };
        let is_plain = self.text.get(range.clone()) == Some(&*text);
        let is_escape = self.prose.runs.last().is_some_and(|run| run.span.end as usize == start);
        match is_drive && is_plain && is_escape {
            true => (Cow::Borrowed(&self.text[start..range.end]), start..range.end),
            false => (text, range),
        }
    }

    fn run(&mut self, kind: RunKind, text: Cow<'a, str>, range: Range<usize>) {
        let block = self.block(range.start);
        let (span, side) = (self.span(range), self.side());
        let link = self.open.last().copied();
        let (strong, emphasis) = (self.strong > 0, u8::try_from(self.emphasis).unwrap_or(u8::MAX));
        self.prose.runs.push(Run { kind, text, span, side, block, link, strong, emphasis });
    }

    fn mark(&mut self, footnote: Option<Cow<'a, str>>, at: usize, range: Range<usize>) {
        let (block, side) = (self.block(at), self.side());
        self.prose.marks.push(Mark { footnote, span: self.span(range), side, block });
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.article.source, range)
    }

    fn side(&self) -> Side {
        if self.originals > 0 { Side::Source } else { Side::Target }
    }

    /// Returns the block that the byte `at` stands in: the last one that starts before it.
    fn block(&self, at: usize) -> u32 {
        let after = self.article.blocks.partition_point(|block| block.span.start as usize <= at);
        number(after.saturating_sub(1))
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).expect("fewer than bytes")
}

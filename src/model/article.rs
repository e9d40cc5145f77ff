//! One article: what its front matter says, and tables of what stands where in its text.

use super::code::{CodeMention, Introduction};
use super::document::{Block, Heading};
use super::front::FrontMatter;
use super::key::ArticleKey;
use super::literal::{Literal, LiteralKind, Parameter, Side};
use super::locale::Locale;
use super::segment::Segment;
use super::suppression::Suppression;
use crate::source::{Source, SourceId, Span};

/// One Markdown file with front matter, in one locale.
///
/// It keeps facts, not pages: everything is a span or a short text, and the body is rendered from the
/// source text when its page is due. Tables are in the order of the text.
#[derive(Debug, Clone)]
pub struct Article {
    pub source: SourceId,
    pub locale: Locale,
    pub key: ArticleKey,
    pub front: FrontMatter,
    /// The text behind the front matter.
    pub body: Span,
    pub blocks: Vec<Block>,
    pub headings: Vec<Heading>,
    /// Code spans, fences, targets of links and pictures, explicit anchors; of both sides.
    pub literals: Vec<Literal>,
    /// Error codes outside code blocks.
    pub codes: Vec<CodeMention>,
    /// Codes with their symbolic name and message: `**AADSTS50000**: TokenIssuanceError - …`.
    pub introductions: Vec<Introduction>,
    pub segments: Vec<Segment>,
    pub includes: Vec<Include>,
    /// Comments that silence rules for one block.
    pub suppressions: Vec<Suppression>,
    /// Emphasis that CommonMark drops and its author meant; the catalog strikes what is no emphasis.
    pub repairs: Vec<Repair>,
    /// Blocks whose text shows `**` as it stands, repairs made.
    pub asterisks: Vec<u32>,
    /// What it says, run by run, as the reader of Markdown packs it.
    pub prose: Box<[u8]>,
    /// Whether the text has a sign of mail delivery that needs no language (SMTP, NDR, DSN, a reply number).
    pub speaks_of_mail: bool,
    /// Whether it has the word "error" (for HTTP status codes).
    pub speaks_of_errors: bool,
}

impl Article {
    /// Returns the page's title: the first heading's text, else the front matter's `title`, else the key's last part.
    pub fn title(&self) -> &str {
        let heading = self.headings.iter().map(|heading| &*heading.text).find(|text| !text.is_empty());
        heading
            .or(self.front.title.as_deref())
            .unwrap_or_else(|| self.key.as_str().rsplit('/').next().expect("a split has a first part"))
    }

    /// Returns the article's error parameters with their literals: code spans of the form `name: description`.
    pub fn parameters(&self) -> impl Iterator<Item = (&Literal, Parameter<'_>)> {
        self.literals
            .iter()
            .filter(|literal| literal.kind == LiteralKind::CodeSpan && literal.side == Side::Target)
            .filter_map(|literal| Parameter::parse(&literal.value).map(|parameter| (literal, parameter)))
    }

    /// Returns the body in pieces without the source sentences of side-by-side markup.
    pub fn target_pieces<'a>(&'a self, source: &'a Source) -> impl Iterator<Item = &'a str> {
        let ends =
            self.segments.iter().map(|segment| segment.source).chain([Span { start: self.body.end, ..self.body }]);
        let mut at = self.body.start as usize;
        ends.map(move |cut| {
            let piece = &source.text[at.min(cut.start as usize)..cut.start as usize];
            at = at.max(cut.end as usize);
            piece
        })
    }

    /// Returns the body without the source sentences of side-by-side markup.
    pub fn translated_text(&self, source: &Source) -> String {
        self.target_pieces(source).collect()
    }
}

/// A fragment that an article brings in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Include {
    /// The path as it is written.
    pub target: Box<str>,
    pub span: Span,
}

/// Two markers that were meant as emphasis: `**` … `**`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repair {
    pub open: Span,
    pub close: Span,
    /// Bold, or else italics.
    pub strong: bool,
    /// Index in `Article::blocks`.
    pub block: u32,
}

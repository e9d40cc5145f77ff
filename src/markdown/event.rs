//! What an article's body consists of, as rendering sees it.

use std::borrow::Cow;

use crate::model::document::AlertKind;

/// A piece of the body; every [`Event::Start`] has its [`Event::End`] with an equal tag, properly nested.
#[derive(Debug, Clone, PartialEq)]
pub enum Event<'a> {
    Start(Tag<'a>),
    End(Tag<'a>),
    /// Plain text, entities decoded.
    Text(Cow<'a, str>),
    /// A code span's value, byte for byte.
    Code(Cow<'a, str>),
    /// One error parameter of a [`Tag::Parameters`] list.
    Parameter {
        name: Cow<'a, str>,
        description: Cow<'a, str>,
    },
    SoftBreak,
    HardBreak,
    Rule,
    /// A task list's box, ticked or not.
    Task(bool),
    /// A reference to the footnote of that label.
    Footnote(Cow<'a, str>),
    /// An anchor that the author set outside headings.
    Anchor(Cow<'a, str>),
    /// One raw HTML tag that is allowed, written anew with allowed attributes only.
    Html(Cow<'a, str>),
    /// A video: an address to link to.
    Video(Cow<'a, str>),
    /// A fragment to be put in here; the target as it is written.
    Include(Cow<'a, str>),
    /// A piece of another tool's language, which is never run, and what of it is a literal from its beginning.
    Foreign {
        text: Cow<'a, str>,
        literal: Option<Cow<'a, str>>,
    },
}

/// What encloses other pieces.
#[derive(Debug, Clone, PartialEq)]
pub enum Tag<'a> {
    Paragraph,
    /// The article's heading of that number, from 0, as in `Article::headings`.
    Heading {
        level: u8,
        index: usize,
    },
    Quote,
    Alert(AlertKind),
    /// Fenced or indented code; the info string's first word names the language.
    CodeBlock {
        language: Option<Cow<'a, str>>,
    },
    /// A list; numbered from that number on.
    List(Option<u64>),
    Item,
    /// A run of error parameters; holds [`Event::Parameter`] only.
    Parameters,
    FootnoteDefinition(Cow<'a, str>),
    Table,
    TableHead,
    TableRow,
    TableCell(Alignment),
    Emphasis,
    Strong,
    Strikethrough,
    Link {
        target: Cow<'a, str>,
        title: Cow<'a, str>,
    },
    /// A picture; what it encloses is its alternative text.
    Image {
        target: Cow<'a, str>,
        title: Cow<'a, str>,
    },
    /// The source sentence of the translation just before it.
    Original,
}

/// How a table's column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    None,
    Start,
    Center,
    End,
}

//! The outline of an article: its blocks and headings.

use crate::source::Span;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// A heading of level 1 to 6.
    Heading(u8),
    Paragraph,
    /// A cell of a table.
    Cell,
    /// Fenced or indented code.
    Code,
    /// Raw HTML between blocks.
    Html,
    /// A thematic break.
    Rule,
    /// A directive on a line of its own: `[!INCLUDE …]`, `[!VIDEO …]`, `:::image …:::`.
    Directive,
}

/// What a block stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum ContainerKind {
    Quote = 1,
    Alert,
    Bullets,
    Numbers,
    Table,
    Footnote,
}

/// The containers around a block, outermost first; of more than sixteen the inner ones count alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Containers(u64);

impl Containers {
    /// Returns the containers of something inside a `kind` that stands in `self`.
    pub fn inside(self, kind: ContainerKind) -> Self {
        if self.0 >> 60 == 0 { Self(self.0 << 4 | kind as u64) } else { self }
    }

    /// Returns the containers around the innermost one, if there is one; of more than fifteen none can be told.
    pub fn outer(self) -> Option<Self> {
        (self.0 != 0 && self.0 >> 60 == 0).then_some(Self(self.0 >> 4))
    }

    /// Returns the containers with `other` in place of the innermost alert, or with nothing in its place; `None` where
    /// there is no alert.
    pub fn without_alert(self, other: Option<ContainerKind>) -> Option<Self> {
        let level = (0..16).find(|level| self.0 >> (4 * level) & 0xf == ContainerKind::Alert as u64)?;
        let (outer, inner) = (self.0 >> (4 * level) >> 4, self.0 & ((1 << (4 * level)) - 1));
        let outer = other.map_or(Self(outer), |other| Self(outer).inside(other));
        Some(Self(outer.0 << (4 * level) | inner))
    }

    /// Tells whether the block stands in a quote.
    pub fn is_in_quote(self) -> bool {
        self.holds(ContainerKind::Quote)
    }

    /// Tells whether the block stands in a numbered list.
    pub fn is_in_numbers(self) -> bool {
        self.holds(ContainerKind::Numbers)
    }

    /// Tells whether the block stands in a list.
    pub fn is_in_list(self) -> bool {
        self.is_in_numbers() || self.holds(ContainerKind::Bullets)
    }

    /// Tells whether the block stands in a list that stands in another one, and nowhere else than `outer` does: one or
    /// more of its outer lists are gone there.
    pub fn is_nested_in(self, outer: Self) -> bool {
        let is_list = |level: u64| level == ContainerKind::Bullets as u64 || level == ContainerKind::Numbers as u64;
        let depth = outer.depth();
        if depth == 0 || depth >= self.depth() {
            return false;
        }
        let inner = self.0 & ((1 << (4 * depth)) - 1);
        let lost = self.0 >> (4 * depth);
        inner == outer.0
            && is_list(outer.0 & 0xf)
            && (0..16).map(|level| lost >> (4 * level) & 0xf).take_while(|level| *level > 0).all(is_list)
    }

    fn holds(self, kind: ContainerKind) -> bool {
        (0..16).any(|level| self.0 >> (4 * level) & 0xf == kind as u64)
    }

    /// Returns how deep the block stands.
    pub fn depth(self) -> usize {
        (64 - self.0.leading_zeros() as usize).div_ceil(4)
    }
}

/// A block that holds text: a paragraph, a heading, a list item's first line, a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub containers: Containers,
    pub span: Span,
}

impl Block {
    /// Tells whether two blocks have the same part in an outline.
    pub fn is_like(&self, other: &Block) -> bool {
        self.kind == other.kind && self.containers == other.containers
    }
}

/// Tells whether two articles have the same outline: each block the part of the other's block with its number.
pub fn have_one_outline(left: &[Block], right: &[Block]) -> bool {
    left.len() == right.len() && left.iter().zip(right).all(|(left, right)| left.is_like(right))
}

/// A heading and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// The plain text in the article's own language, without markup.
    pub text: Box<str>,
    /// The source sentences beside it, joined, where side-by-side markup has them.
    pub source_text: Option<Box<str>>,
    /// The anchor that the author gave it.
    pub anchor: Option<Box<str>>,
    pub span: Span,
    /// Index in `Article::blocks`.
    pub block: u32,
}

/// The kinds of DocFX and GitHub alerts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlertKind {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

impl AlertKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Note, Self::Tip, Self::Important, Self::Warning, Self::Caution];

    /// Reads the word of `[!NOTE]`, in any case.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| word.eq_ignore_ascii_case(kind.id()))
    }

    /// Returns the word in lower case, which names style classes and messages.
    pub fn id(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }
}

//! Literals: text that must not be translated.

use super::segment;
use crate::source::Span;

/// What sort of text a literal is; each is compared with its own kind only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LiteralKind {
    /// A code span; the value is CommonMark's (section 6.1: line ends are blanks, one outer blank stripped).
    CodeSpan,
    /// The content of a fenced or indented code block, line ends as LF.
    Fence,
    /// An error code in prose, as it is spelt there.
    ErrorCode,
    /// The symbolic name that goes with a code: `TokenIssuanceError`.
    SymbolicName,
    /// An identifier in plain text, known by its shape: `Remove-MsolContact`, `%windir%`, `8.8.8.8`.
    Name,
    /// The name of a product in plain text, with an inner capital: `SharePoint`.
    Product,
    /// A command line in plain text: `ipconfig /flushdns`.
    Command,
    /// The target of a link, decoded as CommonMark has it.
    Link,
    /// The target of a picture.
    Image,
    /// An explicit anchor in a heading: `<a name="…">`, `{#…}`.
    Anchor,
}

/// Which text of side-by-side markup something stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The article's own text.
    Target,
    /// The source sentence that side-by-side markup carries along.
    Source,
}

/// One literal of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    pub kind: LiteralKind,
    /// The text that is compared, byte for byte.
    pub value: Box<str>,
    /// Where the value stands: a code span's without its back-ticks, a link's target alone.
    pub span: Span,
    pub side: Side,
    /// Index of the segment that it stands in, in `Article::segments`.
    pub segment: Option<segment::Index>,
    /// Index of the block that it stands in, in `Article::blocks`.
    pub block: u32,
}

/// An error parameter's two parts: `invalid_grant` and what the server says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter<'a> {
    pub name: &'a str,
    pub description: &'a str,
}

impl<'a> Parameter<'a> {
    /// Reads `value` as `name: description`, or `None` where it has not that form.
    ///
    /// The name is `[a-z][a-z0-9]*(_[a-z0-9]+)*`, the description two words or more.
    pub fn parse(value: &'a str) -> Option<Self> {
        let (name, rest) = value.split_once(':')?;
        let description = rest.strip_prefix([' ', '\u{a0}', '\t'])?.trim();
        let words = description.split_whitespace().take(2).count();
        (is_name(name) && words == 2).then_some(Self { name, description })
    }

    /// Returns the text before the first `:` or `：` of a translation's literal, which pairs it with the
    /// origin's parameter of that name.
    pub fn name_of(value: &str) -> Option<&str> {
        let at = value.find([':', '：'])?;
        is_name(&value[..at]).then_some(&value[..at])
    }
}

/// Tells whether `text` is the name of an error parameter.
pub fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .split('_')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_is_a_name_and_two_words() {
        let name = |value| Parameter::parse(value).map(|parameter| parameter.name);
        assert_eq!(name("invalid_grant: The provided grant"), Some("invalid_grant"));
        assert_eq!(name("https://x y"), None);
        assert_eq!(name("error: one"), None);
        assert_eq!(name("Error: two words"), None);
    }
}

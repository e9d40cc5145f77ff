//! Fluent texts: reading them, what is wrong with them, and what a message uses.

use std::fmt;

use fluent_syntax::ast::{Attribute, Comment, Entry as AstEntry, Expression, InlineExpression, Pattern};
use fluent_syntax::ast::{PatternElement, Resource, Variant};
use fluent_syntax::parser::{self, ErrorKind, ParserError};
use thiserror::Error;

use super::nesting;
use crate::model::locale::Locale;
use crate::source::{Source, Span};

/// A place where a file of messages can't be read; the site can't be built from it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct Malformed {
    pub span: Span,
    pub message: String,
    pub help: Option<String>,
}

/// One file of messages, read.
pub(super) struct File<'a> {
    pub locale: Locale,
    /// The file of a site; `None` for a built-in one.
    pub source: Option<&'a Source>,
    pub text: &'a str,
    ast: Resource<&'a str>,
}

impl<'a> File<'a> {
    /// Reads a file that is compiled in.
    pub fn builtin(locale: Locale, text: &'a str) -> Self {
        let ast = parser::parse(text).expect("the tests read every built-in file");
        Self { locale, source: None, text, ast }
    }

    /// Reads a file of a site.
    ///
    /// # Errors
    /// Every place where it is no Fluent, or Fluent of a form that can't be shown.
    pub fn of_site(locale: Locale, source: &'a Source) -> Result<Self, Vec<Malformed>> {
        let text = source.text.trim_start_matches('\u{feff}');
        if let Some(at) = nesting::too_deep(text) {
            let span = span(source, &text[at..=at]);
            let message = format!("braces are nested more than {} deep", nesting::LIMIT);
            return Err(vec![Malformed { span, message, help: Some("split the message".to_owned()) }]);
        }
        let ast = parser::parse(text)
            .map_err(|(_, errors)| errors.iter().map(|error| malformed(source, text, error)).collect::<Vec<_>>())?;
        let file = Self { locale, source: Some(source), text, ast };
        let unusable: Vec<Malformed> =
            file.entries().flat_map(|entry| entry.uses()).filter_map(|used| unusable(source, &used)).collect();
        if unusable.is_empty() { Ok(file) } else { Err(unusable) }
    }

    /// Returns the messages and terms in the order of the text.
    pub fn entries<'f>(&'f self) -> impl Iterator<Item = Entry<'f, 'a>> {
        self.ast.body.iter().filter_map(|entry| match entry {
            AstEntry::Message(message) => Some(Entry {
                file: self,
                name: Name::Message(message.id.name),
                value: message.value.as_ref(),
                attributes: &message.attributes,
                comment: message.comment.as_ref(),
            }),
            AstEntry::Term(term) => Some(Entry {
                file: self,
                name: Name::Term(term.id.name),
                value: Some(&term.value),
                attributes: &term.attributes,
                comment: term.comment.as_ref(),
            }),
            _ => None,
        })
    }
}

/// What a message or term is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name<'a> {
    Message(&'a str),
    Term(&'a str),
}

impl<'a> Name<'a> {
    /// Returns the name as it is written behind a term's `-`.
    pub fn id(self) -> &'a str {
        let (Self::Message(id) | Self::Term(id)) = self;
        id
    }
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message(id) => f.write_str(id),
            Self::Term(id) => write!(f, "-{id}"),
        }
    }
}

/// A message or term in its file.
#[derive(Clone, Copy)]
pub(super) struct Entry<'f, 'a> {
    pub file: &'f File<'a>,
    pub name: Name<'a>,
    value: Option<&'f Pattern<&'a str>>,
    attributes: &'f [Attribute<&'a str>],
    comment: Option<&'f Comment<&'a str>>,
}

impl<'f, 'a> Entry<'f, 'a> {
    /// Returns where the name stands, for an entry of a site.
    pub fn name_span(&self) -> Option<Span> {
        self.file.source.map(|source| span(source, self.name.id()))
    }

    /// Returns what the text and the attributes use, in their order.
    pub fn uses(&self) -> Vec<Use<'f, 'a>> {
        self.parts().flat_map(|(_, part)| self.uses_in(part)).collect()
    }

    /// Returns the names of the text itself and of its attributes.
    pub fn parts(&self) -> impl Iterator<Item = (Name<'a>, Option<&'a str>)> {
        let attributes = self.attributes.iter().map(|attribute| Some(attribute.id.name));
        let name = self.name;
        std::iter::once(None).chain(attributes).map(move |part| (name, part))
    }

    /// Returns the names of the attributes.
    pub fn attributes(&self) -> impl Iterator<Item = &'a str> {
        self.attributes.iter().map(|attribute| attribute.id.name)
    }

    /// Tells whether a text is there that has no characters besides blanks.
    pub fn is_blank(&self, attribute: Option<&str>) -> bool {
        let is_blank = |element: &PatternElement<&str>| match element {
            PatternElement::TextElement { value } => value.trim().is_empty(),
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                value.trim().is_empty()
            }
            PatternElement::Placeable { .. } => false,
        };
        self.part(attribute).is_some_and(|pattern| pattern.elements.iter().all(is_blank))
    }

    /// Returns what one attribute uses, or the text itself.
    pub fn uses_in(&self, attribute: Option<&str>) -> Vec<Use<'f, 'a>> {
        let mut uses = Vec::new();
        if let Some(pattern) = self.part(attribute) {
            in_pattern(pattern, &mut uses);
        }
        uses
    }

    /// Returns one attribute, or the text itself.
    pub fn part(&self, attribute: Option<&str>) -> Option<&'f Pattern<&'a str>> {
        let Some(name) = attribute else { return self.value };
        self.attributes.iter().find(|attribute| attribute.id.name == name).map(|attribute| &attribute.value)
    }

    /// Returns the variables that the comment declares, each on a line of its own: `# $name (type)`.
    pub fn declared(&self) -> impl Iterator<Item = &'a str> {
        self.comment.into_iter().flat_map(|comment| &comment.content).filter_map(|line| {
            let name = line.trim_start().strip_prefix('$')?;
            let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
            Some(&name[..end.unwrap_or(name.len())]).filter(|name| !name.is_empty())
        })
    }
}

/// Something that a text brings in.
#[derive(Clone, Copy)]
pub(super) enum Use<'f, 'a> {
    Variable(&'a str),
    /// Another message or a term, perhaps one of its attributes.
    Reference(Name<'a>, Option<&'a str>),
    Function(&'a str),
    Number(&'a str),
    Select(&'f InlineExpression<&'a str>, &'f [Variant<&'a str>]),
    /// Braces directly inside braces.
    Braces(&'f Expression<&'a str>),
}

fn in_pattern<'f, 'a>(pattern: &'f Pattern<&'a str>, uses: &mut Vec<Use<'f, 'a>>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, uses);
        }
    }
}

fn in_expression<'f, 'a>(expression: &'f Expression<&'a str>, uses: &mut Vec<Use<'f, 'a>>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, uses),
        Expression::Select { selector, variants } => {
            uses.push(Use::Select(selector, variants));
            in_inline(selector, uses);
            variants.iter().for_each(|variant| in_pattern(&variant.value, uses));
        }
    }
}

fn in_inline<'f, 'a>(inline: &'f InlineExpression<&'a str>, uses: &mut Vec<Use<'f, 'a>>) {
    let mut arguments = None;
    match inline {
        InlineExpression::StringLiteral { .. } => {}
        InlineExpression::NumberLiteral { value } => uses.push(Use::Number(value)),
        InlineExpression::VariableReference { id } => uses.push(Use::Variable(id.name)),
        InlineExpression::MessageReference { id, attribute } => {
            uses.push(Use::Reference(Name::Message(id.name), attribute.as_ref().map(|id| id.name)));
        }
        InlineExpression::TermReference { id, attribute, arguments: given } => {
            uses.push(Use::Reference(Name::Term(id.name), attribute.as_ref().map(|id| id.name)));
            arguments = given.as_ref();
        }
        InlineExpression::FunctionReference { id, arguments: given } => {
            uses.push(Use::Function(id.name));
            arguments = Some(given);
        }
        InlineExpression::Placeable { expression } => {
            uses.push(Use::Braces(expression));
            in_expression(expression, uses);
        }
    }
    if let Some(arguments) = arguments {
        arguments.positional.iter().for_each(|value| in_inline(value, uses));
        arguments.named.iter().for_each(|argument| in_inline(&argument.value, uses));
    }
}

/// Returns the place of `part`, which must be a slice of the source's text.
pub(super) fn span(source: &Source, part: &str) -> Span {
    let start = part.as_ptr() as usize - source.text.as_ptr() as usize;
    Span::new(source.id, start..start + part.len())
}

/// Returns the first slice of the text that an expression is made of; none for a literal text without characters.
pub(super) fn first_name<'a>(inline: &InlineExpression<&'a str>) -> &'a str {
    match inline {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => value,
        InlineExpression::VariableReference { id }
        | InlineExpression::FunctionReference { id, .. }
        | InlineExpression::MessageReference { id, .. }
        | InlineExpression::TermReference { id, .. } => id.name,
        InlineExpression::Placeable { expression } => first_name_in(expression),
    }
}

fn first_name_in<'a>(expression: &Expression<&'a str>) -> &'a str {
    match expression {
        Expression::Inline(inline) | Expression::Select { selector: inline, .. } => first_name(inline),
    }
}

/// The longest number that a message may hold: `f64` keeps so many digits.
const NUMBER_DIGITS: usize = 15;

/// Returns what is wrong with `used`, where Fluent allows it and its resolver gives up on it with a panic.
fn unusable(source: &Source, used: &Use<'_, '_>) -> Option<Malformed> {
    let (part, message, help) = match used {
        Use::Number(number) if number.len() > NUMBER_DIGITS => {
            (*number, format!("a number has more than {NUMBER_DIGITS} digits"), "write it as text")
        }
        Use::Braces(inner) => {
            (first_name_in(inner), "braces stand directly inside braces".to_owned(), "remove the inner ones")
        }
        Use::Select(
            selector @ (InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. }),
            _,
        ) => (first_name(selector), "a fixed value always chooses the same variant".to_owned(), "write that variant"),
        _ => return None,
    };
    Some(Malformed { span: span(source, part), message, help: Some(help.to_owned()) })
}

/// Returns the parser's error in the user's words.
fn malformed(source: &Source, text: &str, error: &ParserError) -> Malformed {
    let (message, help) = words(&error.kind);
    let start = text.floor_char_boundary(error.pos.start.min(text.len()));
    let before = text[..start].trim_end();
    let is_absence = !matches!(
        error.kind,
        ErrorKind::UnbalancedClosingBrace | ErrorKind::MultipleDefaultVariants | ErrorKind::ForbiddenCallee
    );
    // What is missing at the start of a line is missed at the end of the text before it.
    let at = if is_absence && text[before.len()..start].contains('\n') {
        &text[before.len()..before.len()]
    } else {
        let width = text[start..].chars().next().filter(|c| !c.is_control()).map_or(0, char::len_utf8);
        &text[start..start + width]
    };
    Malformed { span: span(source, at), message, help: help.map(str::to_owned) }
}

fn words(kind: &ErrorKind) -> (String, Option<&'static str>) {
    let default = Some("mark one variant with an asterisk: `*[other]`");
    let (message, help) = match kind {
        ErrorKind::ExpectedToken('=') => (
            "expected `=` behind the name of a message",
            Some("a message is written `name = text`; further lines are indented"),
        ),
        ErrorKind::ExpectedToken('}') => ("expected `}`", Some("close what `{` opened")),
        ErrorKind::ExpectedToken(token) => return (format!("expected `{}`", token.escape_debug()), None),
        ErrorKind::ExpectedCharRange { range } => return (format!("expected one of `{range}`"), None),
        ErrorKind::ExpectedMessageField { entry_id } => return (format!("message `{entry_id}` has no text"), None),
        ErrorKind::ExpectedTermField { entry_id } => return (format!("term `-{entry_id}` has no text"), None),
        ErrorKind::MissingDefaultVariant => ("no variant is the default", default),
        ErrorKind::MultipleDefaultVariants => ("two variants are the default", default),
        ErrorKind::MissingValue => ("a text is missing", None),
        ErrorKind::UnterminatedStringLiteral => ("the text in quotes is not closed", None),
        ErrorKind::UnbalancedClosingBrace => ("`}` closes nothing", Some("write `{ \"}\" }` for a brace as text")),
        ErrorKind::ExpectedInlineExpression => (
            "expected a variable, a message, a term, a function, a number or a text in quotes",
            Some("write `{ \"{\" }` for a brace as text"),
        ),
        ErrorKind::ForbiddenCallee => ("names of functions are in capitals", None),
        other => {
            let text = other.to_string();
            let mut rest = text.chars();
            let first = rest.next().map(|c| c.to_ascii_lowercase());
            return (first.into_iter().chain(rest).collect(), None);
        }
    };
    (message.to_owned(), help)
}

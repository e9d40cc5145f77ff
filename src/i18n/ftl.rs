//! Fluent texts: reading them, what is wrong with them, and what a message uses.

use std::collections::BTreeSet;
use std::fmt;

use fluent_syntax::ast::{Attribute, Comment, Entry as AstEntry, Expression, InlineExpression, Pattern};
use fluent_syntax::ast::{PatternElement, Resource, Variant};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::malformed::{self, Malformed};
use super::{nesting, unread};
use crate::model::locale::Locale;
use crate::source::{Source, Span};

/// One file of messages, read.
pub(super) struct File<'a> {
    pub locale: Locale,
    /// The file of a site; `None` for a built-in one.
    pub source: Option<&'a Source>,
    pub text: &'a str,
    /// Whether texts for pages can be made of it.
    pub is_usable: bool,
    ast: Resource<&'a str>,
    /// The parts that can't be read.
    unread: BTreeSet<Part<'a>>,
}

/// The text of a message or a term, or one of its attributes.
pub(super) type Part<'a> = (Name<'a>, Option<&'a str>);

impl<'a> File<'a> {
    /// Reads a file that is compiled in.
    pub fn builtin(locale: Locale, text: &'a str) -> Self {
        let ast = parser::parse(text).expect("the tests read every built-in file");
        Self { locale, source: None, text, is_usable: true, ast, unread: BTreeSet::new() }
    }

    /// Reads a file of a site, with every place where it is no Fluent, or Fluent of a form that can't be shown.
    pub fn of_site(locale: Locale, source: &'a Source) -> (Self, Vec<Malformed>) {
        let text = source.text.trim_start_matches('\u{feff}');
        let mut malformed = Vec::new();
        let too_deep = nesting::too_deep(text);
        let ast = match too_deep {
            Some(at) => {
                malformed.push(malformed::too_deep(span(source, &text[at..=at])));
                Resource { body: vec![AstEntry::Junk { content: text }] }
            }
            None => parser::parse(text).unwrap_or_else(|(ast, errors)| {
                malformed.extend(errors.iter().map(|error| malformed::of(source, text, error)));
                ast
            }),
        };
        let mut file = Self { locale, source: Some(source), text, is_usable: true, unread: unread::parts(&ast), ast };
        let unusable: Vec<Malformed> = file
            .entries()
            .flat_map(|entry| entry.uses())
            .filter_map(|used| malformed::unusable(source, &used))
            .collect();
        file.is_usable = unusable.is_empty() && too_deep.is_none();
        malformed.extend(unusable);
        (file, malformed)
    }

    /// Returns what can't be read, piece by piece.
    pub fn junk(&self) -> impl Iterator<Item = &'a str> {
        self.ast.body.iter().filter_map(|entry| match entry {
            AstEntry::Junk { content } => Some(*content),
            _ => None,
        })
    }

    /// Returns the parts of messages and terms that can't be read.
    pub fn unread(&self) -> impl Iterator<Item = Part<'a>> {
        self.unread.iter().copied()
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
        self.file.source.map(|source| part_span(source, (self.name, None)))
    }

    /// Returns what the text and the attributes use, in their order.
    pub fn uses(&self) -> Vec<Use<'f, 'a>> {
        self.parts().flat_map(|(_, part)| self.uses_in(part)).collect()
    }

    /// Returns the names of the text itself and of its attributes.
    pub fn parts(&self) -> impl Iterator<Item = Part<'a>> {
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
        self.part(attribute).is_some_and(is_blank)
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

/// Tells whether a text has no characters besides blanks and invisible ones.
pub(super) fn is_blank(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().all(is_blank_element)
}

fn is_blank_element(element: &PatternElement<&str>) -> bool {
    let is_invisible = |c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    match element {
        PatternElement::TextElement { value } => value.chars().all(is_invisible),
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
            unescape_unicode_to_string(value).chars().all(is_invisible)
        }
        PatternElement::Placeable { .. } => false,
    }
}

/// Returns the variants of a text that is one choice and nothing else.
pub(super) fn only_choice<'f, 'a>(pattern: &'f Pattern<&'a str>) -> Option<&'f [Variant<&'a str>]> {
    let mut elements = pattern.elements.iter().filter(|element| !is_blank_element(element));
    match (elements.next(), elements.next()) {
        (Some(PatternElement::Placeable { expression: Expression::Select { variants, .. } }), None) => Some(variants),
        _ => None,
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

/// Returns the place of a name as it is written: `-term`, `message.attribute`.
///
/// Its pieces must be slices of the source's text, one behind the other.
pub(super) fn part_span(source: &Source, (name, attribute): Part<'_>) -> Span {
    let id = span(source, name.id());
    let start = id.start - u32::from(matches!(name, Name::Term(_)));
    Span { start, end: attribute.map_or(id.end, |attribute| span(source, attribute).end), ..id }
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

/// Returns the first slice of the text that an expression is made of.
pub(super) fn first_name_in<'a>(expression: &Expression<&'a str>) -> &'a str {
    match expression {
        Expression::Inline(inline) | Expression::Select { selector: inline, .. } => first_name(inline),
    }
}

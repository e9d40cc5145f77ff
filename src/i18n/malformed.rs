//! What is wrong with a file that is no Fluent, in the user's words.

use fluent_syntax::ast::InlineExpression;
use fluent_syntax::parser::{self, ErrorKind, ParserError};

use super::ftl::{Use, first_name, first_name_in, span};
use super::{nesting, unread};
use crate::source::{Source, Span};

/// A place where a file of messages can't be read; the site can't be built from it.
pub(super) struct Malformed {
    pub span: Span,
    pub message: String,
    pub help: Option<String>,
}

/// Returns what is wrong where braces are nested too deep.
pub(super) fn too_deep(span: Span) -> Malformed {
    let message = format!("braces are nested more than {} deep", nesting::LIMIT);
    Malformed { span, message, help: Some("split the message".to_owned()) }
}

/// The longest number that a message may hold: `f64` keeps so many digits.
const NUMBER_DIGITS: usize = 15;

/// Returns what is wrong with `used`, where Fluent allows it and its resolver gives up on it with a panic.
pub(super) fn unusable(source: &Source, used: &Use<'_, '_>) -> Option<Malformed> {
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
pub(super) fn of(source: &Source, text: &str, error: &ParserError) -> Malformed {
    let start = text.floor_char_boundary(error.pos.start.min(text.len()));
    let piece = error.slice.clone().and_then(|slice| text.get(slice)).unwrap_or(&text[start..]);
    let at_attribute = match &error.kind {
        // Without a text of its own the message has attributes, the first of which has no text either.
        ErrorKind::ExpectedMessageField { .. } => piece.split_once('=').and_then(|(_, rest)| unread::attribute(rest)),
        _ => unread::attribute(piece),
    };
    match at_attribute {
        Some((name, inside)) => in_attribute(source, name, inside),
        None => at(source, text, piece, error),
    }
}

/// Returns what is wrong with an attribute, of which the parser says nothing; `inside` begins with its name.
fn in_attribute(source: &Source, name: &str, inside: &str) -> Malformed {
    // The same text is read as a message of that name.
    match parser::parse(inside) {
        Err((_, errors)) if !matches!(errors[0].kind, ErrorKind::ExpectedMessageField { .. }) => {
            at(source, inside, inside, &errors[0])
        }
        _ => Malformed { span: span(source, name), message: format!("attribute `.{name}` has no text"), help: None },
    }
}

/// Returns `error`, which is found in `piece` of `text`.
fn at(source: &Source, text: &str, piece: &str, error: &ParserError) -> Malformed {
    let (message, help) = words(&error.kind);
    let malformed = |part: &str| Malformed { span: span(source, part), message, help: help.map(str::to_owned) };
    let start = text.floor_char_boundary(error.pos.start.min(text.len()));
    if matches!(error.kind, ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. }) {
        return malformed(unread::name(&text[start..]));
    }
    let before = text[..start].trim_end();
    let is_absence = !matches!(
        error.kind,
        ErrorKind::UnbalancedClosingBrace | ErrorKind::MultipleDefaultVariants | ErrorKind::ForbiddenCallee
    );
    // What is missing at the start of a line is missed at the end of the text before it.
    let begin = piece.as_ptr() as usize - text.as_ptr() as usize;
    if is_absence && before.len() > begin && text[before.len()..start].contains('\n') {
        malformed(&text[before.len()..before.len()])
    } else {
        let width = text[start..].chars().next().filter(|c| !c.is_control()).map_or(0, char::len_utf8);
        malformed(&text[start..start + width])
    }
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
        ErrorKind::ExpectedCharRange { range } if range == "a-zA-Z" => {
            ("expected a name, which begins with a letter from A to Z", None)
        }
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

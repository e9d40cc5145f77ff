//! A guard before Fluent's parser, which calls itself for every brace and parenthesis.

/// How deep braces and calls may be nested.
pub(super) const LIMIT: usize = 30;

/// What stands around a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    /// `{ … }` before an arrow, or `F( … )`: quotes open texts.
    Code,
    /// `{ … -> … }`: texts of variants, where quotes are only characters.
    Variants,
}

/// Returns the first byte of `text` that stands too deep, or `None`.
///
/// It follows the grammar only as far as nesting needs it, and counts too much rather than too little
/// in a text that is malformed anyway.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut around = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let is_comment = bytes[at] == b'#' && (at == 0 || bytes[at - 1] == b'\n') && around.is_empty();
        match (bytes[at], around.last()) {
            _ if is_comment => at += to_line_end(&bytes[at..]),
            (b'{', _) | (b'(', Some(Around::Code)) => around.push(Around::Code),
            (b'}', Some(_)) | (b')', Some(Around::Code)) => drop(around.pop()),
            (b'"', Some(Around::Code)) => at += quoted(&bytes[at..]),
            (b'>', Some(Around::Code)) => *around.last_mut().expect("it is there") = Around::Variants,
            _ => {}
        }
        if around.len() > LIMIT {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Returns how far it is to the end of the line.
fn to_line_end(bytes: &[u8]) -> usize {
    memchr::memchr(b'\n', bytes).unwrap_or(bytes.len())
}

/// Returns how far it is from an opening quote to its closing one, or to the end of the line.
fn quoted(bytes: &[u8]) -> usize {
    let mut at = 1;
    while at < bytes.len() && !matches!(bytes[at], b'"' | b'\n') {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_any_length_are_flat() {
        let many = "a = { $x } (:( \"{\n# {{{\nb = { \"{\" } { F(\"(\", $x) }\n".repeat(100);
        assert_eq!(too_deep(&many.replace("\"{\n", "\n")), None);
    }

    #[test]
    fn depth_is_found_however_it_is_hidden() {
        for level in ["{", "{ F(", "{\nF(\n", "{ \"}\" -> *[a] ", "{ $x -> *[a] \" ", "{ \"\\\"}\" -> *[a] "] {
            assert!(too_deep(&format!("a = {}", level.repeat(1000))).is_some(), "{level}");
        }
    }
}

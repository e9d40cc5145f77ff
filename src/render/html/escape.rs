//! Text inside HTML.

/// How many bytes are looked at together.
const CHUNK: usize = 32;

/// Adds `text` to `out` so that it stands there as it is, in an element or in a quoted attribute.
pub fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = special(rest.as_bytes()) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'"' => "&quot;",
            _ => "",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// Returns where the first byte stands that is not written as it is.
fn special(bytes: &[u8]) -> Option<usize> {
    let is_special = |byte: &u8| matches!(byte, b'<' | b'>' | b'&' | b'"' | 0);
    // Without a way out in the middle, the processor compares all bytes of a chunk at once.
    let has_one = |chunk: &[u8]| chunk.iter().fold(false, |found, byte| found | is_special(byte));
    let start = bytes.chunks(CHUNK).take_while(|chunk| !has_one(chunk)).count() * CHUNK;
    bytes.get(start..)?.iter().position(is_special).map(|at| start + at)
}

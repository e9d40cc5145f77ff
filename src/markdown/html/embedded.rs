//! Pictures that stand in the text itself: `data:image/png;base64,…` (RFC 2397).

use data_encoding::BASE64;

/// A picture out of a `data:` address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embedded {
    pub bytes: Vec<u8>,
    /// `png`, `jpg`, `gif` or `webp`; nothing that can run.
    pub extension: &'static str,
}

/// The kinds that are taken: media type, extension, and the bytes that such a file starts with.
const KINDS: [(&str, &str, &[u8]); 4] = [
    ("data:image/png;base64,", "png", b"\x89PNG"),
    ("data:image/jpeg;base64,", "jpg", b"\xff\xd8\xff"),
    ("data:image/gif;base64,", "gif", b"GIF8"),
    ("data:image/webp;base64,", "webp", b"RIFF"),
];

/// Returns the picture in `target`, or `None` where it is another address or its bytes are no picture of that kind.
pub fn embedded_picture(target: &str) -> Option<Embedded> {
    target.get(..5).filter(|scheme| scheme.eq_ignore_ascii_case("data:"))?;
    let (prefix, extension, magic) = KINDS
        .into_iter()
        .find(|(prefix, ..)| target.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix)))?;
    let digits = &target.as_bytes()[prefix.len()..];
    // Blanks between digits are allowed, and rare.
    let without_blanks =
        || BASE64.decode(&digits.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect::<Vec<u8>>());
    let bytes = BASE64.decode(digits).or_else(|_| without_blanks()).ok()?;
    bytes.starts_with(magic).then_some(Embedded { bytes, extension })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pictures_are_pictures() {
        let gif = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
        assert_eq!(embedded_picture(gif).map(|picture| picture.extension), Some("gif"));
        assert_eq!(embedded_picture("data:image/gif;base64,PHNjcmlwdD4="), None);
        assert_eq!(embedded_picture("data:text/html;base64,R0lGODlhAQABAAAAACw="), None);
        assert_eq!(embedded_picture("data:image/svg+xml;base64,PHN2Zz4="), None);
    }
}

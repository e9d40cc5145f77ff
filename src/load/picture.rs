//! How large a picture is, read from its first bytes.

use std::io::{BufReader, Cursor, Read};

use super::OtherFile;
use super::read;
use super::tree::Blob;

/// The size of a picture in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dimensions {
    pub width: u32,
    pub height: u32,
}

/// How much of an SVG is read for its size, in bytes.
const SVG_HEAD: u64 = 64 << 10;

impl OtherFile {
    /// Returns the size of the picture that the file holds, or `None` where it holds none that is known.
    pub fn dimensions(&self) -> Option<Dimensions> {
        let is_svg = self.path.rsplit('.').next().is_some_and(|extension| extension.eq_ignore_ascii_case("svg"));
        match &self.content {
            Blob::Disk(path) => {
                let (file, _) = read::open(path).ok()?;
                if is_svg { svg(file) } else { raster(BufReader::new(file)) }
            }
            Blob::Memory(bytes) if is_svg => svg(&**bytes),
            Blob::Memory(bytes) => raster(Cursor::new(&**bytes)),
        }
    }
}

fn raster(mut reader: impl std::io::BufRead + std::io::Seek) -> Option<Dimensions> {
    let size = imagesize::reader_size(&mut reader).ok()?;
    Some(Dimensions { width: size.width.try_into().ok()?, height: size.height.try_into().ok()? })
}

/// Reads `width` and `height` of the `<svg>` tag, else its `viewBox`.
fn svg(file: impl Read) -> Option<Dimensions> {
    let mut head = Vec::new();
    file.take(SVG_HEAD).read_to_end(&mut head).ok()?;
    let text = String::from_utf8_lossy(&head);
    let tag = &text[text.find("<svg")? + 4..];
    let tag = &tag[..tag.find('>')?];
    let length = |name| pixels(attribute(tag, name)?);
    let (width, height) = length("width").zip(length("height")).or_else(|| {
        let sides = attribute(tag, "viewBox")?;
        let mut numbers = sides.split([' ', ',', '\t', '\n', '\r']).filter(|part| !part.is_empty()).skip(2);
        Some((pixels(numbers.next()?)?, pixels(numbers.next()?)?))
    })?;
    Some(Dimensions { width, height })
}

/// Returns the value of the attribute `name` in a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    loop {
        let (before, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|char| matches!(char, '"' | '\''))?;
        let (value, following) = after[1..].split_once(quote)?;
        if before.trim_end().rsplit(char::is_whitespace).next() == Some(name) {
            return Some(value);
        }
        rest = following;
    }
}

/// Reads a length in pixels; relative ones say nothing.
fn pixels(length: &str) -> Option<u32> {
    let number: f64 = length.trim().trim_end_matches("px").parse().ok()?;
    (number >= 0.5 && number <= f64::from(u16::MAX)).then(|| number.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn svg_has_the_size_of_its_tag_or_of_its_view() {
        let check = |text: &str, expected: Option<(u32, u32)>| {
            assert_eq!(svg(text.as_bytes()).map(|size| (size.width, size.height)), expected, "{text}");
        };
        check(r#"<?xml version="1.0"?><svg xmlns="x" width="24px" height='48'></svg>"#, Some((24, 48)));
        check(r#"<svg width="100%" height="100%" viewBox="0 0 10.4, 20">"#, Some((10, 20)));
        check(r#"<svg stroke-width="3" height="4">"#, None);
        check("<svg", None);
        check("<svg width=>", None);
    }
}

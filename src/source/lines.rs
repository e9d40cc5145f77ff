//! Lines and columns of a text.

/// The starts of a text's lines, for many look-ups in one text.
///
/// A line ends with LF, CRLF or a lone CR (CommonMark 0.31, section 2.1).
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
}

/// A place as people count: both from 1, the column in characters (Unicode scalar values).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    pub line: usize,
    pub column: usize,
}

impl LineIndex {
    /// Returns the index of `text`, in one pass.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        // One text is little, and a report has many.
        let mut starts = Vec::with_capacity(memchr::memchr_iter(b'\n', bytes).count() + 1);
        starts.push(0);
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            let first_of_two = bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
            if !first_of_two {
                starts.push(u32::try_from(at + 1).expect("texts are shorter than MAX_BYTES"));
            }
        }
        Self { starts }
    }

    /// Returns the line that holds byte `at`, from 0.
    pub fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|&start| start as usize <= at) - 1
    }

    /// Returns the byte at which `line` (from 0) starts; the text's end for lines behind it.
    pub fn start(&self, line: usize, text: &str) -> usize {
        self.starts.get(line).map_or(text.len(), |&start| start as usize)
    }

    /// Returns where byte `at` of `text` stands; a byte order mark is no column.
    pub fn line_column(&self, text: &str, at: usize) -> LineColumn {
        let line = self.line(at);
        let before = &text[self.start(line, text)..at];
        let before = before.strip_prefix('\u{feff}').unwrap_or(before);
        LineColumn { line: line + 1, column: before.chars().count() + 1 }
    }

    /// Returns the line (from 0) of byte `at` and its column in UTF-16 code units, as editors count.
    pub fn utf16(&self, text: &str, at: usize) -> (usize, usize) {
        let line = self.line(at);
        (line, text[self.start(line, text)..at].encode_utf16().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_with_any_of_the_three_line_ends() {
        let text = "a\r\nb\rc\nд한";
        let index = LineIndex::new(text);
        let place = |needle: &str| {
            let at = index.line_column(text, text.find(needle).expect("the needle is in the text"));
            (at.line, at.column)
        };
        assert_eq!([place("a"), place("b"), place("c"), place("한")], [(1, 1), (2, 1), (3, 1), (4, 2)]);
        assert_eq!(index.utf16(text, text.len()), (3, 2));
    }
}

//! A block of raw HTML, gathered line by line.

use std::ops::Range;

/// The HTML of a block without what stands before its lines (the marks of a quote, an indent), and where
/// each piece of it comes from: line ends may be longer in the text than here.
#[derive(Debug, Default)]
pub(super) struct HtmlBlock {
    pub html: String,
    /// The byte of `html` at which a piece starts, and the bytes of the text that it comes from.
    pieces: Vec<(usize, Range<usize>)>,
    end: usize,
}

impl HtmlBlock {
    /// Returns an empty block that starts at byte `start` of the text.
    pub fn at(start: usize) -> Self {
        Self { end: start, ..Self::default() }
    }

    pub fn push(&mut self, html: &str, range: Range<usize>) {
        self.end = range.end;
        self.pieces.push((self.html.len(), range));
        self.html.push_str(html);
    }

    /// Returns the end of the block in the text.
    pub fn end(&self) -> usize {
        self.end
    }

    /// Returns the bytes of the text that `range` of the HTML comes from.
    pub fn place(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.byte(range.start, range.start);
        // The last byte says where the range ends: what follows may stand on another line.
        let end = if range.is_empty() { start } else { self.byte(range.end - 1, range.end) };
        start..end.max(start)
    }

    /// Returns where byte `at` of the HTML stands in the text, counted from the piece that holds byte `inside`.
    fn byte(&self, inside: usize, at: usize) -> usize {
        let index = self.pieces.partition_point(|(start, _)| *start <= inside).checked_sub(1);
        index.map_or(self.end, |index| {
            let (start, range) = &self.pieces[index];
            (range.start + at - start).min(range.end)
        })
    }
}

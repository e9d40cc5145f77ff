//! Emphasis that CommonMark drops and its author meant.
//!
//! CommonMark's rule for what opens and closes emphasis was made for languages with blanks between
//! words. Here the asterisks that it left as text are paired once more, by a looser rule; what it did
//! read as emphasis stands, for two markers pair only inside one and the same element.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

/// Two markers that may have been meant as emphasis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub open: Range<usize>,
    /// Right behind `open` where four asterisks close one bold text and open the next: nothing is shown.
    pub close: Range<usize>,
    pub strong: bool,
}

/// Returns the markers among the text of one block that pair, in the order in which they open.
///
/// `items` are the block's inline events with their bytes in `source`. Pairs nest with each other and
/// with the elements among `items`. Costs in line with the length of the block.
pub fn candidates(source: &str, items: &[(Event<'_>, Range<usize>)]) -> Vec<Candidate> {
    if !items.iter().any(|(event, _)| matches!(event, Event::Text(text) if text.contains('*'))) {
        return Vec::new();
    }
    let mut reader = Reader { source, frames: vec![Frame::default()], pending: None, found: Vec::new() };
    for (event, range) in items {
        reader.read(event, range);
    }
    reader.flush();
    reader.found.sort_by_key(|candidate| (candidate.open.start, candidate.close.start));
    reader.found
}

/// The longest run of asterisks that is a marker; longer ones are masks and lines.
const LONGEST: usize = 4;

/// An element that is open, and the markers in it that wait for a partner.
#[derive(Debug, Default)]
struct Frame {
    openers: Vec<Marker>,
    /// How many openers of each length wait.
    waiting: [usize; LONGEST + 1],
    /// Whether a `<span>` opened it, not an element of Markdown.
    is_html: bool,
    is_strong: bool,
    /// Whether its text is no prose: code, an alternative text.
    is_literal: bool,
}

impl Frame {
    fn push(&mut self, marker: Marker) {
        self.waiting[marker.range.len()] += 1;
        self.openers.push(marker);
    }

    /// Takes the nearest opener of `len` asterisks off, and with it those that opened after it.
    fn take(&mut self, len: usize) -> Option<Marker> {
        if self.waiting[len] == 0 {
            return None;
        }
        while let Some(marker) = self.openers.pop() {
            self.waiting[marker.range.len()] -= 1;
            if marker.range.len() == len {
                return Some(marker);
            }
        }
        None
    }
}

struct Reader<'a> {
    source: &'a str,
    frames: Vec<Frame>,
    /// The run of asterisks that is being read: each may be an event of its own.
    pending: Option<Range<usize>>,
    found: Vec<Candidate>,
}

impl Reader<'_> {
    fn read(&mut self, event: &Event<'_>, range: &Range<usize>) {
        if let Event::Text(text) = event {
            // A text that differs from its source was an entity, which is never a marker.
            if self.source.get(range.clone()) == Some(&**text) && !self.frame().is_literal {
                self.text(range);
            }
            return;
        }
        self.flush();
        match event {
            Event::Start(tag) => {
                let is_literal =
                    matches!(tag, Tag::Image { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_));
                let is_literal = is_literal || self.frame().is_literal;
                self.frames.push(Frame { is_strong: *tag == Tag::Strong, is_literal, ..Frame::default() });
            }
            Event::End(_) => while self.frames.len() > 1 && self.frames.pop().is_some_and(|frame| frame.is_html) {},
            Event::InlineHtml(tag) if starts_with(tag, "<span") => {
                let Frame { is_strong, is_literal, .. } = *self.frame();
                self.frames.push(Frame { is_html: true, is_strong, is_literal, ..Frame::default() });
            }
            Event::InlineHtml(tag) if starts_with(tag, "</span") && self.frame().is_html => {
                self.frames.pop();
            }
            _ => {}
        }
    }

    fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the block's own frame is never popped")
    }

    /// Reads the runs of asterisks in the text at `range`.
    fn text(&mut self, range: &Range<usize>) {
        let bytes = self.source.as_bytes();
        let mut at = range.start;
        while let Some(start) = memchr::memchr(b'*', &bytes[at..range.end]).map(|skip| at + skip) {
            let len = bytes[start..range.end].iter().take_while(|byte| **byte == b'*').count();
            at = start + len;
            match &mut self.pending {
                Some(pending) if pending.end == start => pending.end = at,
                _ => {
                    self.flush();
                    self.pending = Some(start..at);
                }
            }
        }
    }

    /// Takes the run that was read as a marker, if it can be one.
    fn flush(&mut self) {
        let Some(mut range) = self.pending.take() else { return };
        let escapes = self.source[..range.start].bytes().rev().take_while(|byte| *byte == b'\\').count();
        range.start += escapes % 2;
        match range.len() {
            1..=3 => self.marker(Marker::new(self.source, range)),
            4 => self.four(range),
            _ => {}
        }
    }

    /// Lets a marker close the nearest one of its length, or wait for a partner.
    fn marker(&mut self, marker: Marker) {
        if marker.may_close() {
            let open = self.frame().take(marker.range.len());
            if let Some(open) = open.filter(|open| open.pairs_with(&marker, self.source)) {
                return self.pair(open.range, marker.range);
            }
        }
        if marker.may_open() {
            self.frame().push(marker);
        }
    }

    /// Reads four asterisks as the end of one bold text and the start of the next: `**A****B**`.
    fn four(&mut self, range: Range<usize>) {
        let middle = range.start + 2;
        let whole = Marker::new(self.source, range.clone());
        if whole.after.is_blank() {
            return;
        }
        if self.frame().waiting[2] > 0 {
            self.marker(Marker { after: Side::Sign('*'), ..whole.part(range.start..middle) });
            self.marker(Marker { before: Side::Sign('*'), ..whole.part(middle..range.end) });
            return;
        }
        let between_words =
            whole.before.is_word() && whole.after.is_word() && !whole.before.is_digit() && !whole.after.is_digit();
        let in_strong =
            self.frame().is_strong && !whole.before.is_blank() && !whole.before.opens() && !whole.after.closes();
        if between_words || in_strong {
            self.pair(range.start..middle, middle..range.end);
        }
    }

    fn pair(&mut self, open: Range<usize>, close: Range<usize>) {
        if open.len() == 3 {
            let (outer, inner) = (open.start..open.start + 2, open.start + 2..open.end);
            self.found.push(Candidate { open: outer, close: close.start + 1..close.end, strong: true });
            self.found.push(Candidate { open: inner, close: close.start..close.start + 1, strong: false });
        } else {
            let strong = open.len() == 2;
            self.found.push(Candidate { open, close, strong });
        }
    }
}

fn starts_with(tag: &str, start: &str) -> bool {
    tag.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start))
}

/// A run of asterisks and what stands beside it.
#[derive(Debug, Clone)]
struct Marker {
    range: Range<usize>,
    before: Side,
    after: Side,
    /// Whether a dot and a letter follow, as in `*.txt`.
    is_pattern: bool,
}

impl Marker {
    fn new(source: &str, range: Range<usize>) -> Self {
        let mut after = source[range.end..].chars();
        let next = after.next();
        let is_pattern = next == Some('.') && after.next().is_some_and(char::is_alphanumeric);
        let before = source[..range.start].chars().next_back();
        Self { range, before: Side::of(before), after: Side::of(next), is_pattern }
    }

    /// Returns the same neighbours with another range.
    fn part(&self, range: Range<usize>) -> Self {
        Self { range, ..self.clone() }
    }

    fn may_open(&self) -> bool {
        if self.range.len() == 1 && self.before.is_ascii_word() || self.is_pattern || self.after == Side::Sign('/') {
            return false;
        }
        match self.after {
            Side::Blank => self.range.len() == 2 && !self.before.is_spaced_word(),
            Side::Border => false,
            // Behind the end of another bold text it opens, whatever follows: `**A****：**`.
            after => !after.closes() || self.before == Side::Sign('*'),
        }
    }

    fn may_close(&self) -> bool {
        match self.before {
            Side::Blank => self.range.len() == 2,
            Side::Border | Side::Sign('/' | '\\') => false,
            before => !before.opens(),
        }
    }

    /// Tells whether this marker opens what `close` closes.
    fn pairs_with(&self, close: &Marker, source: &str) -> bool {
        let inside = &source[self.range.end..close.range.start];
        let is_adjacent = self.before == Side::Sign('*') && !inside.trim().is_empty();
        let says_something = is_adjacent || inside.chars().any(char::is_alphanumeric);
        let is_formula = self.before.is_ascii_word() && close.after.is_ascii_word();
        let is_spaced = self.after == Side::Blank && close.before == Side::Blank;
        says_something
            && !is_formula
            && (self.range.len() > 1 || self.is_dropped_before(close))
            && (!is_spaced || has_long_ends(inside))
    }

    /// Tells whether CommonMark drops the pair only because punctuation meets a letter that no blank sets off.
    fn is_dropped_before(&self, close: &Marker) -> bool {
        let meets =
            |inner: Side, outer: Side| matches!(inner, Side::Sign(_)) && outer.is_word() && !outer.is_ascii_word();
        meets(close.before, close.after) || meets(self.after, self.before)
    }
}

/// Tells whether the first and the last word are more than one Latin letter or a number: no formula.
fn has_long_ends(inside: &str) -> bool {
    let long =
        |word: Option<&str>| word.is_some_and(|word| word.len() > 1 && !word.bytes().all(|byte| byte.is_ascii_digit()));
    let mut words = inside.split_whitespace();
    long(words.next()) && words.next_back().is_none_or(|last| long(Some(last)))
}

/// What stands beside a marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// The end of a line or of the text.
    Border,
    Blank,
    /// Punctuation or a symbol.
    Sign(char),
    Word(char),
}

impl Side {
    fn of(c: Option<char>) -> Self {
        match c {
            None | Some('\n' | '\r') => Self::Border,
            Some(c) if c.is_whitespace() => Self::Blank,
            Some(c) if is_sign(c) => Self::Sign(c),
            Some(c) => Self::Word(c),
        }
    }

    fn is_blank(self) -> bool {
        matches!(self, Self::Border | Self::Blank)
    }

    fn is_word(self) -> bool {
        matches!(self, Self::Word(_))
    }

    fn is_ascii_word(self) -> bool {
        matches!(self, Self::Word(c) if c.is_ascii())
    }

    fn is_digit(self) -> bool {
        matches!(self, Self::Word(c) if c.is_ascii_digit())
    }

    /// Tells whether this is a letter of a script that sets words off by blanks; Hangul's particles count as none.
    fn is_spaced_word(self) -> bool {
        matches!(self, Self::Word(c) if (c as u32) < 0x0E00 || (0x1E00..0x2000).contains(&(c as u32)))
    }

    /// Tells whether this is a bracket or quotation mark that opens.
    fn opens(self) -> bool {
        matches!(self, Self::Sign(c) if "([{<（［｛「『【《〈〔“‘«„".contains(c))
    }

    /// Tells whether this is punctuation that ends something.
    fn closes(self) -> bool {
        matches!(self, Self::Sign(c) if ")]},.;:!?…）］｝」』】》〉〕”’»、。，．；：！？".contains(c))
    }
}

/// Tells whether `c` is punctuation or a symbol; marks that combine with letters are neither.
fn is_sign(c: char) -> bool {
    if c.is_alphanumeric() {
        return false;
    }
    c.is_ascii()
        || matches!(u32::from(c), 0xA1..=0xBF | 0xD7 | 0xF7 | 0x2010..=0x2BFF | 0x2E00..=0x2E7F | 0x3001..=0x303F)
        || matches!(u32::from(c), 0xFE30..=0xFE6F | 0xFF01..=0xFF65 | 0xFFE0..=0xFFEE | 0x060C..=0x061F | 0x0964..=0x0965)
}

#[cfg(test)]
mod tests;

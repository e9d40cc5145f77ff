//! Running text as Markdown: what would be read as markup is escaped, and markup that would not be read is left out.

use std::fmt::Write;

use unicode_normalization::char::is_combining_mark;

/// Where a text is to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Paragraph,
    Heading,
    Cell,
}

/// What is marked on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Emphasis,
    Strong,
    Strikethrough,
}

impl Mark {
    fn text(self) -> &'static str {
        match self {
            Self::Emphasis => "*",
            Self::Strong => "**",
            Self::Strikethrough => "~~",
        }
    }
}

#[derive(Debug)]
enum Piece {
    /// As readers read it.
    Text(String),
    /// As it is written.
    Raw(String),
    Open(Mark),
    Close(Mark),
    Break,
    /// A mark that was left out.
    Nothing,
}

/// A run of text in the making.
#[derive(Debug, Default)]
pub struct Inline {
    pieces: Vec<Piece>,
    /// The marks that are open, by their places.
    open: Vec<usize>,
}

impl Inline {
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    pub fn has_open_marks(&self) -> bool {
        !self.open.is_empty()
    }

    /// Returns the character that was said last.
    pub fn last(&self) -> Option<char> {
        self.pieces.iter().rev().find_map(Piece::last)
    }

    pub fn text(&mut self, text: &str) {
        let blank = |c: char| if matches!(c, '\n' | '\r' | '\t' | '\0') { ' ' } else { c };
        match self.pieces.last_mut() {
            Some(Piece::Text(before)) => before.extend(text.chars().map(blank)),
            _ => self.pieces.push(Piece::Text(text.chars().map(blank).collect())),
        }
    }

    /// Takes the text of raw HTML, whose entities are Markdown's as well.
    pub fn html(&mut self, text: &str) {
        let text: String = text.chars().map(|c| if c.is_ascii_whitespace() { ' ' } else { c }).collect();
        let mut escaped = String::new();
        for (number, part) in text.split('&').enumerate() {
            escaped.push_str(if number > 0 { "&" } else { "" });
            escape(&mut escaped, part);
        }
        self.raw(escaped);
    }

    pub fn raw(&mut self, text: String) {
        self.pieces.push(Piece::Raw(text));
    }

    pub fn line_break(&mut self) {
        self.pieces.push(Piece::Break);
    }

    pub fn open(&mut self, mark: Mark) {
        self.open.push(self.pieces.len());
        self.pieces.push(Piece::Open(mark));
    }

    pub fn close(&mut self, mark: Mark) {
        self.open.pop();
        self.pieces.push(Piece::Close(mark));
    }

    /// Returns the text as it is written at `place`.
    pub fn finish(mut self, place: Place) -> String {
        self.trim();
        self.leave_out_marks();
        let mut out = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => escape(&mut out, text),
                Piece::Raw(raw) => out.push_str(raw),
                Piece::Open(mark) | Piece::Close(mark) => out.push_str(mark.text()),
                Piece::Break if place == Place::Paragraph => {
                    out.truncate(out.trim_end_matches(' ').len());
                    out.push_str("\\\n");
                }
                Piece::Break => out.push_str(if place == Place::Cell { "<br>" } else { " " }),
                Piece::Nothing => {}
            }
        }
        let text = out.trim_matches(' ');
        match place {
            Place::Paragraph => text.split('\n').map(line).collect::<Vec<_>>().join("\n"),
            Place::Heading if text == "#" || text.trim_end_matches('#').ends_with(' ') && text.ends_with('#') => {
                format!("{}\\#", &text[..text.len() - 1])
            }
            Place::Heading => text.to_owned(),
            Place::Cell => text.replace('|', "\\|"),
        }
    }

    /// Takes line ends and blanks from both ends.
    fn trim(&mut self) {
        let is_empty = |piece: &Piece| match piece {
            Piece::Break => true,
            Piece::Text(text) => text.bytes().all(|byte| byte == b' '),
            _ => false,
        };
        let kept = self.pieces.iter().rposition(|piece| !is_empty(piece)).map_or(0, |last| last + 1);
        self.pieces.truncate(kept);
        let empty = self.pieces.iter().take_while(|piece| is_empty(piece)).count();
        self.pieces.drain(..empty);
    }

    /// Leaves out the marks that CommonMark would show as characters: it wants blanks or punctuation around some.
    fn leave_out_marks(&mut self) {
        let mut open = Vec::new();
        for at in 0..self.pieces.len() {
            match self.pieces[at] {
                Piece::Open(_) => open.push(at),
                Piece::Close(_) => {
                    let Some(from) = open.pop() else { continue };
                    if !self.is_read(from, at) {
                        self.pieces[from] = Piece::Nothing;
                        self.pieces[at] = Piece::Nothing;
                    }
                }
                _ => {}
            }
        }
        for at in open {
            self.pieces[at] = Piece::Nothing;
        }
    }

    /// Tells whether CommonMark reads the marks at the two places.
    fn is_read(&self, open: usize, close: usize) -> bool {
        let touches = |at: Option<usize>| at.and_then(|at| self.pieces.get(at));
        let runs_together = matches!(touches(open.checked_sub(1)), Some(Piece::Close(_) | Piece::Nothing))
            || matches!((touches(open.checked_sub(1)), &self.pieces[open]), (Some(Piece::Open(one)), Piece::Open(other)) if one == other);
        let inside = (self.after(open), self.before(close));
        let outside = (self.before(open), self.after(close));
        !runs_together && flanks(outside.0, inside.0) && flanks(outside.1, inside.1)
    }

    /// Returns the character that stands before the marks at `at`: a blank at the beginning.
    fn before(&self, at: usize) -> Option<char> {
        self.near(self.pieces[..at].iter().rev(), Piece::last)
    }

    fn after(&self, at: usize) -> Option<char> {
        self.near(self.pieces[at + 1..].iter(), Piece::first)
    }

    /// Returns what the nearest piece with a character gives; `None` behind too many marks.
    fn near<'p>(&self, pieces: impl Iterator<Item = &'p Piece>, char: impl Fn(&Piece) -> Option<char>) -> Option<char> {
        const MARKS: usize = 8;
        let mut pieces = pieces.peekable();
        for _ in 0..MARKS {
            match pieces.next() {
                None => return Some(' '),
                Some(piece) => {
                    if let Some(char) = char(piece) {
                        return Some(char);
                    }
                }
            }
        }
        None
    }
}

impl Piece {
    fn first(&self) -> Option<char> {
        match self {
            Self::Text(text) | Self::Raw(text) => text.chars().next(),
            Self::Break => Some(' '),
            Self::Open(_) | Self::Close(_) | Self::Nothing => None,
        }
    }

    fn last(&self) -> Option<char> {
        match self {
            Self::Text(text) | Self::Raw(text) => text.chars().next_back(),
            Self::Break => Some(' '),
            Self::Open(_) | Self::Close(_) | Self::Nothing => None,
        }
    }
}

/// Tells whether a mark between these two characters belongs to the one inside (CommonMark, section 6.2).
fn flanks(outside: Option<char>, inside: Option<char>) -> bool {
    let (Some(outside), Some(inside)) = (outside, inside) else { return false };
    let is_letter = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    !inside.is_whitespace() && (is_letter(inside) || !is_letter(outside))
}

/// Writes `text` so that nothing in it is markup, wherever in a line it stands.
fn escape(out: &mut String, text: &str) {
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, c)| *c);
        let is_blank = |c: Option<char>| c == Some(' ');
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_markup = match c {
            '`' | '[' | ']' => true,
            '*' | '~' => !(is_blank(before) && is_blank(after)),
            '_' => !(is_letter(before) && is_letter(after)),
            '\\' => after.is_none_or(|c| c.is_ascii_punctuation()),
            '<' => after.is_none_or(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
            '&' => is_entity(&text[at + 1..]),
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
}

/// Tells whether `text`, behind an ampersand, may be the name of a character.
fn is_entity(text: &str) -> bool {
    const LONGEST: usize = 33;
    let name = text.bytes().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    name > 0 && text.as_bytes().get(name) == Some(&b';')
}

/// Returns `line` so that its beginning makes no block.
fn line(line: &str) -> String {
    let line = line.trim_start_matches(' ');
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let ends_word = |at: usize| line.as_bytes().get(at).is_none_or(|byte| *byte == b' ');
    let escaped = match line.as_bytes().first() {
        Some(b'#' | b'>' | b'=' | b'|') => Some(0),
        Some(b'+') if ends_word(1) => Some(0),
        Some(b'-') if ends_word(1) || line.starts_with("--") => Some(0),
        Some(b':') if line.starts_with(":::") => Some(0),
        Some(_) if digits > 0 && line[digits..].starts_with(['.', ')']) && ends_word(digits + 1) => Some(digits),
        _ => None,
    };
    escaped.map_or_else(|| line.to_owned(), |at| format!("{}\\{}", &line[..at], &line[at..]))
}

/// Returns a code span with that value.
pub fn code_span(value: &str) -> String {
    let longest = value.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let ticks = "`".repeat(longest + 1);
    let is_stripped = value.starts_with(' ') && value.ends_with(' ') && !value.trim_matches(' ').is_empty();
    let blank = if is_stripped || value.starts_with('`') || value.ends_with('`') { " " } else { "" };
    format!("{ticks}{blank}{value}{blank}{ticks}")
}

/// Returns an address as it stands behind a link's text.
pub fn address(href: &str) -> String {
    let is_plain = !href.is_empty() && !href.contains(|c: char| matches!(c, '(' | ')' | '<' | '>' | '\\') || c <= ' ');
    if is_plain {
        return href.to_owned();
    }
    let mut out = String::from("<");
    for c in href.chars() {
        match c {
            '<' | '>' | '\\' => _ = write!(out, "%{:02X}", u32::from(c)),
            c if c < ' ' => _ = write!(out, "%{:02X}", u32::from(c)),
            c => out.push(c),
        }
    }
    out + ">"
}

/// Returns a link's title as it stands behind the address.
pub fn title(title: &str) -> String {
    if title.is_empty() {
        return String::new();
    }
    let mut escaped = String::new();
    for c in title.chars() {
        match c {
            '"' | '\\' | '&' => escaped.extend(['\\', c]),
            '\n' | '\r' => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    format!(" \"{escaped}\"")
}

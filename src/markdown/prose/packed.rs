//! Prose in few bytes, as an article keeps it from its reading to its check: read again it would cost as much as the
//! first time, and as it is worked with it is larger than the text.
//!
//! Nearly all that an article says stands in its source as it is, so that places suffice. They are written as distances
//! from the ones before, in as few bytes as a number needs: unsigned LEB128 (DWARF 5, section 7.6), signed numbers with
//! their sign in the lowest bit.

use std::borrow::Cow;
use std::ops::Range;

use super::{Alert, Link, Mark, Prose, Run, RunKind};
use crate::model::document::AlertKind;
use crate::model::literal::Side;
use crate::source::{Source, Span};

/// The text of a line end inside a block.
const BREAK: &str = " ";

/// What the first byte of a run holds: its kind and how many italics it stands in, and these signs.
const KINDS: [RunKind; 4] = [RunKind::Text, RunKind::Code, RunKind::Break, RunKind::Html];
const ITALICS: usize = 2;
const MOST_ITALICS: u8 = 3;
const IS_ORIGINAL: u8 = 1 << 4;
const IS_STRONG: u8 = 1 << 5;
const IS_DECODED: u8 = 1 << 6;
const IS_NEXT: u8 = 1 << 7;

/// What the first byte of a link holds besides [`IS_ORIGINAL`] and [`IS_DECODED`].
const IS_PICTURE: u8 = 1;

/// Returns `prose`, which is what the article in `text` says, in few bytes.
pub fn pack(prose: &Prose<'_>, text: &str) -> Box<[u8]> {
    let mut writer = Writer { text, bytes: Vec::with_capacity(8 * prose.runs.len() + 16), at: 0, block: 0 };
    writer.count(prose.runs.len());
    prose.runs.iter().for_each(|run| writer.run(run));
    (writer.at, writer.block) = (0, 0);
    writer.count(prose.links.len());
    let mut runs = 0;
    for link in &prose.links {
        writer.link(link, runs);
        runs = link.runs.start;
    }
    writer.at = 0;
    writer.count(prose.alerts.len());
    for alert in &prose.alerts {
        writer.bytes.push(alert.kind as u8);
        writer.place(alert.span);
    }
    (writer.at, writer.block) = (0, 0);
    writer.count(prose.marks.len());
    prose.marks.iter().for_each(|mark| writer.mark(mark));
    writer.bytes.into_boxed_slice()
}

struct Writer<'t> {
    text: &'t str,
    bytes: Vec<u8>,
    /// Where the last place ends, and its block.
    at: u32,
    block: u32,
}

impl Writer<'_> {
    fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).expect("fewer than bytes"));
    }

    /// Writes how far `to` is from `from`, in either direction.
    fn step(&mut self, from: u32, to: u32) {
        let step = to.wrapping_sub(from) as i32;
        self.number((step << 1 ^ step >> 31) as u32);
    }

    fn place(&mut self, span: Span) {
        self.step(self.at, span.start);
        self.number(span.end - span.start);
        self.at = span.end;
    }

    fn text(&mut self, text: &str) {
        self.count(text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn run(&mut self, run: &Run<'_>) {
        let plain = if run.kind == RunKind::Break { Some(BREAK) } else { self.text.get(run.span.range()) };
        let is_decoded = plain != Some(&*run.text);
        let kind = KINDS.iter().position(|kind| *kind == run.kind).unwrap_or_default() as u8;
        let italics = run.emphasis.min(MOST_ITALICS);
        self.bytes.push(
            kind | italics << ITALICS
                | sign(run.side == Side::Source, IS_ORIGINAL)
                | sign(run.strong, IS_STRONG)
                | sign(is_decoded, IS_DECODED)
                | sign(run.block != self.block, IS_NEXT),
        );
        if italics == MOST_ITALICS {
            self.bytes.push(run.emphasis);
        }
        self.place(run.span);
        if run.block != self.block {
            self.step(self.block, run.block);
            self.block = run.block;
        }
        if is_decoded {
            self.text(&run.text);
        }
    }

    /// Writes a link; the text of the one before begins with the run `runs`.
    fn link(&mut self, link: &Link<'_>, runs: usize) {
        let within = self.text.get(link.span.range()).and_then(|text| text.rfind(&*link.target));
        self.bytes.push(
            sign(link.is_picture, IS_PICTURE)
                | sign(link.side == Side::Source, IS_ORIGINAL)
                | sign(within.is_none(), IS_DECODED),
        );
        self.place(link.span);
        // One inside another begins before that ends.
        self.at = link.span.start;
        self.step(self.block, link.block);
        self.block = link.block;
        self.count(link.runs.start - runs);
        self.count(link.runs.len());
        match within {
            Some(at) => {
                self.count(at);
                self.count(link.target.len());
            }
            None => self.text(&link.target),
        }
    }

    fn mark(&mut self, mark: &Mark<'_>) {
        self.bytes.push(sign(mark.side == Side::Source, IS_ORIGINAL) | sign(mark.footnote.is_some(), IS_DECODED));
        self.place(mark.span);
        self.step(self.block, mark.block);
        self.block = mark.block;
        if let Some(label) = &mark.footnote {
            self.text(label);
        }
    }
}

fn sign(is_set: bool, sign: u8) -> u8 {
    if is_set { sign } else { 0 }
}

/// Returns what was packed of the article in `source`.
pub fn unpack<'a>(bytes: &'a [u8], source: &'a Source) -> Prose<'a> {
    let mut reader = Reader { source, bytes, at: 0, block: 0 };
    let count = reader.count();
    let mut runs: Vec<Run<'a>> = (0..count).map(|_| reader.run()).collect();
    (reader.at, reader.block) = (0, 0);
    let count = reader.count();
    let mut links: Vec<Link<'a>> = Vec::with_capacity(count);
    for number in 0..count {
        let link = reader.link(links.last().map_or(0, |link| link.runs.start));
        // The ones inside it come later, and have their own runs.
        runs[link.runs.clone()].iter_mut().for_each(|run| run.link = Some(self::number(number)));
        links.push(link);
    }
    reader.at = 0;
    let alerts = (0..reader.count()).map(|_| reader.alert()).collect();
    (reader.at, reader.block) = (0, 0);
    let marks = (0..reader.count()).map(|_| reader.mark()).collect();
    Prose { runs, links, alerts, marks }
}

struct Reader<'a> {
    source: &'a Source,
    /// What was not read yet.
    bytes: &'a [u8],
    /// Where the last place ends, and its block.
    at: u32,
    block: u32,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> u8 {
        let (&byte, rest) = self.bytes.split_first().expect("what was packed is whole");
        self.bytes = rest;
        byte
    }

    fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
            shift += 7;
        }
    }

    fn count(&mut self) -> usize {
        self.number() as usize
    }

    fn step(&mut self, from: u32) -> u32 {
        let number = self.number();
        from.wrapping_add(number >> 1 ^ (number & 1).wrapping_neg())
    }

    fn place(&mut self) -> Range<usize> {
        let start = self.step(self.at);
        self.at = start + self.number();
        start as usize..self.at as usize
    }

    fn text(&mut self) -> Cow<'a, str> {
        let length = self.count();
        let (text, rest) = self.bytes.split_at(length);
        self.bytes = rest;
        Cow::Borrowed(str::from_utf8(text).expect("a text was packed"))
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source.id, range)
    }

    fn run(&mut self) -> Run<'a> {
        let signs = self.byte();
        let kind = KINDS[usize::from(signs & 3)];
        let italics = signs >> ITALICS & MOST_ITALICS;
        let emphasis = if italics == MOST_ITALICS { self.byte() } else { italics };
        let range = self.place();
        if signs & IS_NEXT != 0 {
            self.block = self.step(self.block);
        }
        let text = match kind {
            _ if signs & IS_DECODED != 0 => self.text(),
            RunKind::Break => Cow::Borrowed(BREAK),
            _ => Cow::Borrowed(&self.source.text[range.clone()]),
        };
        let (side, strong) = (side(signs), signs & IS_STRONG != 0);
        Run { kind, text, span: self.span(range), side, block: self.block, link: None, strong, emphasis }
    }

    fn link(&mut self, runs: usize) -> Link<'a> {
        let signs = self.byte();
        let range = self.place();
        self.at = number(range.start);
        self.block = self.step(self.block);
        let first = runs + self.count();
        let runs = first..first + self.count();
        let target = match signs & IS_DECODED != 0 {
            true => self.text(),
            false => {
                let start = range.start + self.count();
                Cow::Borrowed(&self.source.text[start..start + self.count()])
            }
        };
        let is_picture = signs & IS_PICTURE != 0;
        Link { target, is_picture, span: self.span(range), runs, side: side(signs), block: self.block }
    }

    fn alert(&mut self) -> Alert {
        let number = self.byte();
        let kind = AlertKind::ALL.into_iter().find(|kind| *kind as u8 == number).expect("a kind was packed");
        let range = self.place();
        Alert { kind, span: self.span(range) }
    }

    fn mark(&mut self) -> Mark<'a> {
        let signs = self.byte();
        let range = self.place();
        self.block = self.step(self.block);
        let footnote = (signs & IS_DECODED != 0).then(|| self.text());
        Mark { footnote, span: self.span(range), side: side(signs), block: self.block }
    }
}

fn side(signs: u8) -> Side {
    if signs & IS_ORIGINAL != 0 { Side::Source } else { Side::Target }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).expect("fewer than bytes")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::markdown::{self, Options, Prose};
    use crate::model::key::ArticleKey;
    use crate::source::SourceMap;

    /// Reads a text and packs what it says; returns that as it was read, and as it was unpacked.
    fn check(text: &str) {
        let mut sources = SourceMap::default();
        let source = sources.add("de/a.md", text);
        let source = sources.get(source);
        let options = Options::default();
        let locale = "de".parse().expect("a tag");
        let (article, _) = markdown::parse(source, locale, ArticleKey::new("a"), &options);
        let read = Prose::read(&article, source, markdown::events(&article, source, &options, &[]));
        assert_eq!(Prose::of(&article, source), read, "{text}");
    }

    #[test]
    fn all_that_an_article_says_is_unpacked_again() {
        check("");
        check(
            "# A *b **c*** ***d***\n\n> [!WARNING]\n> x&amp;y `code` <br>z\n\n- [ ] [![p](q.png) r](<s t> \"u\")[^1]\n\n[^1]: v",
        );
        check(
            "<span class=\"x\">**Wörter** [Link](#a)</span> C:\\_temp [](a) [e]\n\n| a | b |\n|-|-|\n| `c\\|d` | e |\n\n[e]: /f",
        );
    }

    proptest! {
        #[test]
        fn whatever_an_article_says_is_unpacked_again(text in "[a-zé한 *_`\\[\\]()!<>/&;|#\\\\\n-]{0,120}") {
            check(&text);
        }
    }
}

//! From pulldown-cmark's events to our own: side-by-side markup, alerts, directives, anchors, raw HTML
//! and dropped emphasis are understood here, once, for reading and for rendering alike.
//!
//! Ranges are bytes of the whole text. What comes out is properly nested whatever went in.

mod ahead;
mod html;
mod raw;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event as Raw, LinkType, Options, Parser, Tag as RawTag, TagEnd};

use super::directive::{self, Directive};
use super::emphasis::Candidate;
use super::event::{Alignment, Event, Tag};
use super::foreign::{self, Dialect, Foreign};
use super::html as raw_html;
use super::html_block::HtmlBlock;
use super::parameters::with_parameter_lists;
use super::place;
use super::suppression;
use ahead::Ahead;
use raw::{
    alert, alignment, candidates, cow, is_inline, is_inline_tag, language, level_number, trailing_anchor,
    without_dropped,
};

/// An event with the bytes that it comes from.
pub(super) type Item<'a> = (Event<'a>, Range<usize>);

/// What the reader of a stream knows beforehand.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Knowledge<'k> {
    /// URL schemes that are allowed besides the built-in ones.
    pub schemes: &'k [String],
    /// Dropped emphasis to be repaired; where it is `None`, all candidates are.
    pub repairs: Option<&'k [Candidate]>,
    /// Names of error parameters of the group, whatever the form of their descriptions here.
    pub parameters: &'k [&'k str],
    /// What the text may have besides Markdown.
    pub dialect: Dialect,
}

/// A sentence of side-by-side markup, as ranges of the text.
#[derive(Debug)]
pub(super) struct RawSegment {
    pub id: String,
    pub target: Range<usize>,
    pub source: Range<usize>,
}

/// What was seen on the way and is worth a word.
#[derive(Debug)]
pub(super) enum Remark {
    Removed { what: String, range: Range<usize> },
    Address { target: String, range: Range<usize> },
    Placeholder { text: String, range: Range<usize> },
}

/// A body as events.
#[derive(Debug, Default)]
pub(super) struct Stream<'a> {
    pub items: Vec<Item<'a>>,
    pub segments: Vec<RawSegment>,
    pub remarks: Vec<Remark>,
    /// The markers of the emphasis that was repaired.
    pub repairs: Vec<Candidate>,
    /// Explicit anchors of headings: the heading's index, the name and where it stands.
    pub anchors: Vec<(usize, String, Range<usize>)>,
    /// Comments that silence rules.
    pub suppressions: Vec<suppression::Found>,
}

/// How many bytes of an article make an event, more often than not.
const BYTES_PER_EVENT: usize = 24;

/// Reads the bytes `body` of `text`.
pub(super) fn read<'a>(text: &'a str, body: Range<usize>, knowledge: Knowledge<'_>) -> Stream<'a> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let start = body.start;
    let mut raw: Vec<(Raw<'a>, Range<usize>)> = Vec::with_capacity(body.len() / BYTES_PER_EVENT);
    let events = Parser::new_ext(&text[body.clone()], options).into_offset_iter();
    raw.extend(events.map(|(event, range)| (event, range.start + start..range.end + start)));
    let suppressions = suppression::find(text, body, &raw);
    let repairs = match knowledge.repairs {
        Some(repairs) => repairs.to_vec(),
        None => candidates(text, &raw),
    };
    let mut converter = Converter::new(text, raw.len(), knowledge, repairs);
    for (event, range) in without_dropped(raw) {
        converter.take(event, range);
    }
    let Converter { mut stream, .. } = converter;
    stream.suppressions = suppressions;
    stream.items = with_parameter_lists(stream.items, knowledge.parameters);
    stream
}

struct Converter<'a, 'k> {
    text: &'a str,
    knowledge: Knowledge<'k>,
    stream: Stream<'a>,
    /// Everything that is open, outermost first.
    open: Vec<Tag<'a>>,
    html: raw_html::Reader<'k>,
    /// Translations of side-by-side markup that are open: the id, and where the text starts.
    targets: Vec<(String, usize)>,
    /// The translation whose source sentence may follow.
    pending: Option<(String, Range<usize>)>,
    /// Where the source sentences that are open start.
    sources: Vec<usize>,
    lookups: usize,
    /// Markers of repaired emphasis to come, in order: where, and whether it opens.
    markers: std::iter::Peekable<std::vec::IntoIter<Marker>>,
    /// Inline events that start before this byte are part of something already understood.
    consumed: usize,
    html_block: Option<HtmlBlock>,
    alignments: Vec<Alignment>,
    column: usize,
    headings: usize,
    /// How many items there were when a comment that silences rules was met.
    commented: usize,
}

impl<'a, 'k> Converter<'a, 'k> {
    fn new(text: &'a str, events: usize, knowledge: Knowledge<'k>, repairs: Vec<Candidate>) -> Self {
        let mut markers: Vec<Marker> = repairs.iter().flat_map(Marker::of).collect();
        markers.sort_by_key(|marker| (marker.range.start, marker.opens));
        Self {
            text,
            knowledge,
            stream: Stream { repairs, items: Vec::with_capacity(events), ..Stream::default() },
            open: Vec::new(),
            html: raw_html::Reader::new(knowledge.schemes).with_components(knowledge.dialect == Dialect::Mdx),
            targets: Vec::new(),
            pending: None,
            sources: Vec::new(),
            lookups: 0,
            markers: markers.into_iter().peekable(),
            consumed: 0,
            html_block: None,
            alignments: Vec::new(),
            column: 0,
            headings: 0,
            commented: 0,
        }
    }

    fn take(&mut self, event: Raw<'a>, range: Range<usize>) {
        match event {
            Raw::Start(tag) => self.start(tag, range),
            Raw::End(tag) => self.end(tag, range),
            Raw::Html(html) => {
                if let Some(block) = &mut self.html_block {
                    block.push(&html, range);
                }
            }
            _ if range.end <= self.consumed => {}
            Raw::Text(text) => self.text(text, range),
            Raw::Code(code) => {
                self.push(Event::Code(place::with_one_blank_a_line(self.text, &range, cow(code))), range)
            }
            Raw::InlineHtml(html) => {
                let piece = self.html.tag(&html);
                self.html(piece, &html, range);
            }
            Raw::FootnoteReference(label) => self.push(Event::Footnote(cow(label)), range),
            Raw::SoftBreak => self.push(Event::SoftBreak, range),
            Raw::HardBreak => self.push(Event::HardBreak, range),
            Raw::Rule => self.push(Event::Rule, range),
            Raw::TaskListMarker(done) => self.push(Event::Task(done), range),
            Raw::InlineMath(text) | Raw::DisplayMath(text) => self.push(Event::Text(cow(text)), range),
        }
    }

    fn push(&mut self, event: Event<'a>, range: Range<usize>) {
        self.stream.items.push((event, range));
    }

    fn open(&mut self, tag: Tag<'a>, range: Range<usize>) {
        self.push(Event::Start(tag.clone()), range);
        self.open.push(tag);
    }

    /// Closes the innermost open tag that `is`; inline tags inside it are closed before and opened again
    /// behind it, as the author's markers overlap. Without such a tag nothing happens.
    fn close(&mut self, is: impl Fn(&Tag<'a>) -> bool, reopen: bool, range: &Range<usize>) {
        let Some(at) = self.open.iter().rposition(is) else { return };
        if at + 1 == self.open.len() {
            let tag = self.open.pop().expect("it is the last one");
            return self.push(Event::End(tag), range.clone());
        }
        let inner = self.open.split_off(at);
        let here = range.end..range.end;
        for tag in inner[1..].iter().rev() {
            self.push(Event::End(tag.clone()), here.clone());
        }
        self.push(Event::End(inner[0].clone()), range.clone());
        if reopen {
            for tag in inner.into_iter().skip(1) {
                self.open(tag, here.clone());
            }
        }
    }

    fn start(&mut self, tag: RawTag<'a>, range: Range<usize>) {
        if is_inline(&tag) && range.start < self.consumed {
            return;
        }
        let tag = match tag {
            RawTag::Paragraph => return self.paragraph(range),
            RawTag::Heading { level, .. } => {
                self.headings += 1;
                Tag::Heading { level: level_number(level), index: self.headings - 1 }
            }
            RawTag::BlockQuote(_) => Tag::Quote,
            RawTag::CodeBlock(CodeBlockKind::Indented) if self.is_indented_text(range.start) => Tag::Paragraph,
            RawTag::CodeBlock(kind) => Tag::CodeBlock { language: language(kind) },
            RawTag::HtmlBlock => {
                self.html_block = Some(HtmlBlock::at(range.start));
                return;
            }
            RawTag::List(first) => return self.list(first, range),
            RawTag::Item => Tag::Item,
            RawTag::FootnoteDefinition(label) => Tag::FootnoteDefinition(cow(label)),
            RawTag::Table(alignments) => {
                self.alignments = alignments.into_iter().map(alignment).collect();
                Tag::Table
            }
            RawTag::TableHead => {
                self.column = 0;
                Tag::TableHead
            }
            RawTag::TableRow => {
                self.column = 0;
                Tag::TableRow
            }
            RawTag::TableCell => {
                self.column += 1;
                Tag::TableCell(self.alignments.get(self.column - 1).copied().unwrap_or(Alignment::None))
            }
            RawTag::Emphasis => Tag::Emphasis,
            RawTag::Strong => Tag::Strong,
            RawTag::Strikethrough => Tag::Strikethrough,
            RawTag::Link { link_type, dest_url, title, .. } => {
                let target =
                    if link_type == LinkType::Email { format!("mailto:{dest_url}").into() } else { cow(dest_url) };
                if !self.is_allowed(&target, &range) {
                    return;
                }
                Tag::Link { target, title: cow(title) }
            }
            RawTag::Image { dest_url, title, .. } => {
                let target = cow(dest_url);
                if !self.is_allowed_picture(&target, &range) {
                    return;
                }
                Tag::Image { target, title: cow(title) }
            }
            // Not switched on: nothing is lost by passing them over.
            RawTag::DefinitionList
            | RawTag::DefinitionListTitle
            | RawTag::DefinitionListDefinition
            | RawTag::Superscript
            | RawTag::Subscript
            | RawTag::MetadataBlock(_) => return,
        };
        self.open(tag, range);
    }

    /// Opens a list, or goes on with the one before a comment that is for its next item.
    fn list(&mut self, first: Option<u64>, range: Range<usize>) {
        let items = &mut self.stream.items;
        match items.last() {
            Some((Event::End(Tag::List(before)), _))
                if self.commented == items.len() && before.is_some() == first.is_some() =>
            {
                self.open.push(Tag::List(*before));
                items.pop();
            }
            _ => self.open(Tag::List(first), range),
        }
    }

    fn is_allowed(&mut self, target: &str, range: &Range<usize>) -> bool {
        self.or_remark(raw_html::allowed_url(target, self.knowledge.schemes), target, range)
    }

    fn is_allowed_picture(&mut self, target: &str, range: &Range<usize>) -> bool {
        self.or_remark(raw_html::is_allowed_picture(target, self.knowledge.schemes), target, range)
    }

    fn or_remark(&mut self, allowed: bool, target: &str, range: &Range<usize>) -> bool {
        if !allowed {
            self.stream.remarks.push(Remark::Address { target: target.to_owned(), range: range.clone() });
        }
        allowed
    }

    /// Opens a paragraph; the first one of a quote may say that the quote is an alert.
    fn paragraph(&mut self, range: Range<usize>) {
        if let Some((Event::Start(Tag::Quote), _)) = self.stream.items.last()
            && let Some((kind, length)) = alert(&self.text[range.start..])
        {
            let last = self.stream.items.len() - 1;
            self.stream.items[last].0 = Event::Start(Tag::Alert(kind));
            *self.open.last_mut().expect("the quote is open") = Tag::Alert(kind);
            self.consumed = range.start + length;
        }
        if self.knowledge.dialect == Dialect::Mdx
            && self.open.is_empty()
            && let Some(pieces) = foreign::module(self.text, range.clone())
        {
            pieces.into_iter().for_each(|piece| self.foreign(piece));
            self.consumed = range.end;
            return;
        }
        self.open(Tag::Paragraph, range);
    }

    /// Tells whether what is indented at `start` is the text of an aside.
    fn is_indented_text(&self, start: usize) -> bool {
        self.knowledge.dialect == Dialect::ShortCodes && foreign::is_indented_text(&self.text[..start])
    }

    /// Puts out a piece of another tool's language.
    fn foreign(&mut self, Foreign { range, literal }: Foreign) {
        let text: &'a str = self.text;
        let literal = literal.map(|literal| Cow::Borrowed(&text[literal]));
        self.push(Event::Foreign { text: Cow::Borrowed(&text[range.clone()]), literal }, range);
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::HtmlBlock => {
                if let Some(block) = self.html_block.take() {
                    self.html_text(&block);
                }
            }
            TagEnd::Paragraph => self.end_block(|tag| *tag == Tag::Paragraph, range),
            TagEnd::Heading(_) => self.end_heading(range),
            TagEnd::BlockQuote(_) => self.end_block(|tag| matches!(tag, Tag::Quote | Tag::Alert(_)), range),
            TagEnd::CodeBlock => self.end_block(|tag| matches!(tag, Tag::CodeBlock { .. } | Tag::Paragraph), range),
            TagEnd::List(_) => self.end_block(|tag| matches!(tag, Tag::List(_)), range),
            TagEnd::Item => self.end_block(|tag| *tag == Tag::Item, range),
            TagEnd::FootnoteDefinition => self.end_block(|tag| matches!(tag, Tag::FootnoteDefinition(_)), range),
            TagEnd::Table => self.end_block(|tag| *tag == Tag::Table, range),
            TagEnd::TableHead => self.end_block(|tag| *tag == Tag::TableHead, range),
            TagEnd::TableRow => self.end_block(|tag| *tag == Tag::TableRow, range),
            TagEnd::TableCell => self.end_block(|tag| matches!(tag, Tag::TableCell(_)), range),
            TagEnd::Emphasis => self.end_inline(|tag| *tag == Tag::Emphasis, range),
            TagEnd::Strong => self.end_inline(|tag| *tag == Tag::Strong, range),
            TagEnd::Strikethrough => self.end_inline(|tag| *tag == Tag::Strikethrough, range),
            TagEnd::Link => self.end_inline(|tag| matches!(tag, Tag::Link { .. }), range),
            TagEnd::Image => self.end_inline(|tag| matches!(tag, Tag::Image { .. }), range),
            TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Closes an inline tag, if it was opened: its start may have been consumed or its address refused.
    fn end_inline(&mut self, is: impl Fn(&Tag<'a>) -> bool, range: Range<usize>) {
        let same_block = self.open.iter().rposition(|tag| !is_inline_tag(tag)).map_or(0, |at| at + 1);
        if self.open[same_block..].iter().any(&is) {
            self.close(is, true, &range);
        }
    }

    /// Closes a block and whatever was left open in it; an empty paragraph leaves no trace.
    fn end_block(&mut self, is: impl Fn(&Tag<'a>) -> bool, range: Range<usize>) {
        self.forget_segments();
        self.close(is, false, &range);
        let items = &mut self.stream.items;
        if let [.., (Event::Start(Tag::Paragraph), _), (Event::End(Tag::Paragraph), _)] = items.as_slice() {
            items.truncate(items.len() - 2);
        }
    }

    /// Closes a heading, and takes `{#id}` at its end as its anchor.
    fn end_heading(&mut self, range: Range<usize>) {
        if let Some((Event::Text(text), place)) = self.stream.items.last_mut()
            && let Some((kept, id)) = trailing_anchor(text)
        {
            let end = place.end;
            let kept = kept.to_owned();
            self.stream.anchors.push((self.headings - 1, id.to_owned(), end - 1 - id.len()..end - 1));
            *text = Cow::Owned(kept);
        }
        self.end_block(|tag| matches!(tag, Tag::Heading { .. }), range);
    }

    /// Takes plain text: repaired emphasis and directives inside it are cut out.
    fn text(&mut self, text: CowStr<'a>, range: Range<usize>) {
        let is_verbatim = self.text.get(range.clone()) == Some(&*text);
        if !is_verbatim || matches!(self.open.last(), Some(Tag::CodeBlock { .. })) {
            return self.push(Event::Text(cow(text)), range);
        }
        let mut at = range.start.max(self.consumed);
        let mut ahead = Ahead::default();
        while at < range.end {
            let marker = self.markers.peek().filter(|marker| marker.range.start < range.end).cloned();
            let found = ahead.next(self.text, at..range.end, self.knowledge.dialect);
            match (marker, found) {
                (Some(marker), found) if found.as_ref().is_none_or(|found| marker.range.start < found.range.start) => {
                    self.markers.next();
                    if marker.range.start < at {
                        continue;
                    }
                    self.plain(at..marker.range.start);
                    at = marker.range.end;
                    self.consumed = self.consumed.max(at);
                    let repaired = if marker.strong { Tag::Strong } else { Tag::Emphasis };
                    match marker.opens {
                        true => self.open(repaired, marker.range),
                        false => self.end_inline(|tag| *tag == repaired, marker.range),
                    }
                }
                (_, Some(found)) => {
                    self.plain(at..found.range.start);
                    at = found.range.end;
                    self.consumed = self.consumed.max(at);
                    self.directive(found);
                }
                _ => {
                    self.plain(at..range.end);
                    at = range.end;
                }
            }
        }
    }

    /// Puts out a piece of the text as it stands.
    fn plain(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            let text: &'a str = self.text;
            self.push(Event::Text(Cow::Borrowed(&text[range.clone()])), range);
        }
    }

    fn directive(&mut self, found: directive::Found<'a>) {
        let range = found.range;
        match found.directive {
            Directive::Include(target) => self.push(Event::Include(target.into()), range),
            Directive::Video(url) => {
                if self.is_allowed(url, &range) {
                    self.push(Event::Video(url.into()), range);
                }
            }
            Directive::Image { source, alt } => self.picture(source.into(), alt.into(), range),
            Directive::ImageEnd => {}
            Directive::Foreign(piece) => self.foreign(piece),
        }
    }
}

/// One marker of repaired emphasis.
#[derive(Debug, Clone)]
struct Marker {
    range: Range<usize>,
    opens: bool,
    strong: bool,
}

impl Marker {
    fn of(repair: &Candidate) -> [Self; 2] {
        let marker = |range: &Range<usize>, opens| Self { range: range.clone(), opens, strong: repair.strong };
        [marker(&repair.open, true), marker(&repair.close, false)]
    }
}

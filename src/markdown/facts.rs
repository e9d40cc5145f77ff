//! From a stream of events to the tables of an [`Article`]: blocks, headings, literals, codes.

use std::ops::Range;

use super::code::{self, Piece, PieceKind};
use super::event::{Event, Tag};
use super::place;
use super::stream::Stream;
use crate::model::article::{Article, Include, Repair};
use crate::model::code::{CodeMention, Introduction, Position};
use crate::model::document::{Block, BlockKind, ContainerKind, Containers, Heading};
use crate::model::family::Families;
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::model::segment::{self, Segment};
use crate::source::{Source, Span};

/// Fills the tables of `article` from the events of its body.
pub(super) fn collect(article: &mut Article, source: &Source, stream: &Stream<'_>, families: &Families) {
    let mut collector = Collector {
        article,
        source,
        families,
        containers: vec![Containers::default()],
        block: None,
        pieces: Vec::new(),
        originals: 0,
        fence: None,
        link: Vec::new(),
    };
    for (event, range) in &stream.items {
        collector.take(event, range);
    }
    collector.end_block();
    collector.segments(stream);
    collector.anchors(stream);
    collector.repairs(stream);
    collector.article.literals.sort_by_key(|literal| (literal.span.start, literal.kind));
}

/// A block whose text is being read.
struct Open {
    block: u32,
    heading: Option<(u8, Range<usize>)>,
}

struct Collector<'c, 'a> {
    article: &'c mut Article,
    source: &'c Source,
    families: &'c Families,
    /// What the current place stands in; the last is the innermost.
    containers: Vec<Containers>,
    block: Option<Open>,
    pieces: Vec<(Side, Piece<'a>)>,
    /// How many source sentences are open (one, or none).
    originals: usize,
    /// The text of the code block that is open, and where it starts and ends.
    fence: Option<(String, Range<usize>)>,
    /// Links and pictures that are open: the kind, the target, the whole.
    link: Vec<(LiteralKind, String, Range<usize>)>,
}

impl<'a> Collector<'_, 'a> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source.id, range)
    }

    fn side(&self) -> Side {
        if self.originals > 0 { Side::Source } else { Side::Target }
    }

    fn take(&mut self, event: &'a Event<'a>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => match &mut self.fence {
                Some((fence, place)) => {
                    fence.push_str(text);
                    *place = if place.start == place.end { range.clone() } else { place.start..range.end };
                }
                None => self.piece(text, range, PieceKind::Text),
            },
            Event::Code(value) => {
                self.code_span(value, range);
                self.piece(value, range, PieceKind::Code);
            }
            Event::Parameter { name, description } => {
                self.in_block(BlockKind::Paragraph, range);
                self.code_span(&format!("{name}{description}"), range);
                self.end_block();
            }
            Event::SoftBreak | Event::HardBreak => self.piece(" ", range, PieceKind::Text),
            Event::Rule => {
                self.in_block(BlockKind::Rule, range);
                self.end_block();
            }
            Event::Video(url) => {
                self.in_block(BlockKind::Directive, range);
                self.literal(LiteralKind::Link, url, place::within(&self.source.text, range, url));
            }
            Event::Include(target) => {
                self.in_block(BlockKind::Directive, range);
                let place = place::within(&self.source.text, range, target);
                self.article.includes.push(Include { target: (&**target).into(), span: self.span(place) });
            }
            Event::Foreign { literal: Some(literal), .. } => {
                self.in_block(BlockKind::Paragraph, range);
                self.literal(LiteralKind::CodeSpan, literal, range.start..range.start + literal.len());
            }
            Event::Foreign { .. } => {}
            Event::Html(_) => self.in_block(BlockKind::Html, range),
            Event::Anchor(name) => {
                self.in_block(BlockKind::Paragraph, range);
                self.literal(LiteralKind::Anchor, name, place::within(&self.source.text, range, name));
            }
            Event::Task(_) | Event::Footnote(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let inside = |kind| self.containers.last().copied().unwrap_or_default().inside(kind);
        match tag {
            Tag::Paragraph => self.begin_block(BlockKind::Paragraph, range, None),
            Tag::Heading { level, .. } => self.begin_block(BlockKind::Heading(*level), range, Some(*level)),
            Tag::TableCell(_) => self.begin_block(BlockKind::Cell, range, None),
            Tag::CodeBlock { .. } => {
                self.begin_block(BlockKind::Code, range, None);
                self.fence = Some((String::new(), range.start..range.start));
            }
            Tag::Quote => self.containers.push(inside(ContainerKind::Quote)),
            Tag::Alert(_) => self.containers.push(inside(ContainerKind::Alert)),
            Tag::List(None) => self.list(inside(ContainerKind::Bullets)),
            Tag::List(Some(_)) => self.list(inside(ContainerKind::Numbers)),
            Tag::Table => self.containers.push(inside(ContainerKind::Table)),
            Tag::FootnoteDefinition(_) => self.containers.push(inside(ContainerKind::Footnote)),
            Tag::Link { target, .. } => self.open_link(LiteralKind::Link, target, range),
            Tag::Image { target, .. } => self.open_link(LiteralKind::Image, target, range),
            Tag::Original => {
                self.in_block(BlockKind::Paragraph, range);
                self.originals += 1;
            }
            Tag::Strong | Tag::Emphasis | Tag::Strikethrough => self.in_block(BlockKind::Paragraph, range),
            Tag::Item | Tag::TableHead | Tag::TableRow | Tag::Parameters => {}
        }
    }

    fn open_link(&mut self, kind: LiteralKind, target: &str, range: &Range<usize>) {
        self.in_block(BlockKind::Paragraph, range);
        self.link.push((kind, target.to_owned(), range.clone()));
    }

    fn list(&mut self, containers: Containers) {
        // A list inside a tight item ends the item's own text.
        self.end_block();
        self.containers.push(containers);
    }

    fn end(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell(_) | Tag::Item => self.end_block(),
            Tag::CodeBlock { .. } => {
                if let Some((text, place)) = self.fence.take() {
                    let value = text.replace("\r\n", "\n").replace('\r', "\n");
                    self.literal(LiteralKind::Fence, &value, place);
                }
                self.end_block();
            }
            Tag::Quote | Tag::Alert(_) | Tag::List(_) | Tag::Table | Tag::FootnoteDefinition(_) => {
                self.end_block();
                self.containers.pop();
            }
            Tag::Link { .. } | Tag::Image { .. } => {
                if let Some((kind, target, whole)) = self.link.pop() {
                    let whole = whole.start..whole.end.max(range.end);
                    self.in_block(BlockKind::Paragraph, &whole);
                    let place = place::of_target(&self.source.text, &whole, &target);
                    self.literal(kind, &target, place);
                }
            }
            Tag::Original => self.originals = self.originals.saturating_sub(1),
            _ => {}
        }
    }

    fn begin_block(&mut self, kind: BlockKind, range: &Range<usize>, heading: Option<u8>) {
        self.end_block();
        let block = u32::try_from(self.article.blocks.len()).expect("fewer blocks than bytes");
        let containers = self.containers.last().copied().unwrap_or_default();
        let span = self.span(range.clone());
        self.article.blocks.push(Block { kind, containers, span });
        self.block = Some(Open { block, heading: heading.map(|level| (level, range.clone())) });
    }

    /// Makes sure that a block is open: the text of a tight list item has none of its own.
    fn in_block(&mut self, kind: BlockKind, range: &Range<usize>) {
        match &self.block {
            None => self.begin_block(kind, range, None),
            Some(open) => {
                let block = &mut self.article.blocks[open.block as usize];
                block.span.end = block.span.end.max(u32::try_from(range.end).expect("texts are shorter than 4 GiB"));
            }
        }
    }

    fn piece(&mut self, text: &'a str, range: &Range<usize>, kind: PieceKind) {
        self.in_block(BlockKind::Paragraph, range);
        let side = self.side();
        self.pieces.push((side, Piece { text, range: range.clone(), kind }));
    }

    fn current_block(&self) -> u32 {
        self.block.as_ref().map_or_else(
            || u32::try_from(self.article.blocks.len().saturating_sub(1)).expect("fewer blocks than bytes"),
            |open| open.block,
        )
    }

    fn literal(&mut self, kind: LiteralKind, value: &str, place: Range<usize>) {
        self.literal_at(kind, value, place, self.side(), self.current_block());
    }

    fn literal_at(&mut self, kind: LiteralKind, value: &str, place: Range<usize>, side: Side, block: u32) {
        let literal = Literal { kind, value: value.into(), span: self.span(place), side, segment: None, block };
        self.article.literals.push(literal);
    }

    fn code_span(&mut self, value: &str, range: &Range<usize>) {
        self.in_block(BlockKind::Paragraph, range);
        self.literal(LiteralKind::CodeSpan, value, place::inside_ticks(&self.source.text, range));
    }

    /// Reads what a finished block says: its heading, its codes.
    fn end_block(&mut self) {
        let Some(open) = self.block.take() else { return };
        let mut pieces = std::mem::take(&mut self.pieces);
        let text_of = |wanted: Side| -> String {
            pieces.iter().filter(|(side, _)| *side == wanted).map(|(_, piece)| piece.text).collect()
        };
        if let Some((level, range)) = &open.heading {
            let source_text = text_of(Side::Source);
            let heading = Heading {
                level: *level,
                text: text_of(Side::Target).trim().into(),
                source_text: (!source_text.trim().is_empty()).then(|| source_text.trim().into()),
                anchor: None,
                span: self.span(range.clone()),
                block: open.block,
            };
            self.article.headings.push(heading);
        }
        if pieces.iter().any(|(_, piece)| piece.kind == PieceKind::Text && piece.text.contains("**")) {
            self.article.asterisks.push(open.block);
        }
        if code::may_stand_in(self.families, pieces.iter().map(|(_, piece)| piece.text)) {
            for side in [Side::Target, Side::Source] {
                let of_side = pieces.iter().filter(|(other, _)| *other == side);
                let of_side: Vec<Piece<'_>> = of_side.map(|(_, piece)| piece.clone()).collect();
                if !of_side.is_empty() {
                    self.codes(&of_side, side, &open);
                }
            }
        }
        // The next block has room for its pieces already.
        pieces.clear();
        self.pieces = pieces;
    }

    fn codes(&mut self, pieces: &[Piece<'_>], side: Side, open: &Open) {
        let in_title = open.heading.is_some() && self.article.headings.len() == 1;
        let mentions = code::mentions(self.families, pieces);
        // What has no code introduces none.
        if mentions.is_empty() {
            return;
        }
        for found in mentions {
            let piece = pieces.iter().rfind(|piece| piece.range.start <= found.range.start);
            let in_code = piece.is_some_and(|piece| piece.kind == PieceKind::Code);
            let position = match &open.heading {
                Some(_) if in_title => Position::Title,
                Some(_) => Position::Heading,
                None if in_code => Position::CodeSpan,
                None => Position::Text,
            };
            if !in_code {
                let value = self.source.text[found.range.clone()].to_owned();
                self.literal_at(LiteralKind::ErrorCode, &value, found.range.clone(), side, open.block);
            }
            file(self.article, found, position, side, open.block);
        }
        if open.heading.is_none()
            && let Some(found) = code::introduction(self.families, pieces)
        {
            self.introduction(found, side, open.block);
        }
    }

    fn introduction(&mut self, found: code::Introduced, side: Side, block: u32) {
        if let Some(name) = &found.name {
            let value = self.source.text[name.clone()].to_owned();
            self.literal_at(LiteralKind::SymbolicName, &value, name.clone(), side, block);
        }
        let span = |range: Range<usize>| Span::new(self.source.id, range);
        self.article.introductions.push(Introduction {
            code: found.code,
            name: found.name.map(span),
            message: found.message.map(span),
            side,
            segment: None,
            block,
        });
    }

    /// Files the segments, and says of everything which one it stands in.
    fn segments(&mut self, stream: &Stream<'_>) {
        let source = self.source.id;
        let block_of = |at: u32, blocks: &[Block]| {
            let index = blocks.partition_point(|block| block.span.start <= at).saturating_sub(1);
            u32::try_from(index).expect("fewer blocks than bytes")
        };
        self.article.segments = stream
            .segments
            .iter()
            .map(|raw| Segment {
                id: raw.id.as_str().into(),
                target: Span::new(source, raw.target.clone()),
                source: Span::new(source, raw.source.clone()),
                block: block_of(
                    u32::try_from(raw.target.start).expect("texts are shorter than 4 GiB"),
                    &self.article.blocks,
                ),
            })
            .collect();
        self.article.segments.sort_by_key(|segment| segment.target.start);
        let Article { segments, literals, codes, introductions, .. } = &mut *self.article;
        let segment_of = |span: Span| segment::at(segments, span);
        for literal in literals {
            literal.segment = segment_of(literal.span);
        }
        for mention in codes {
            mention.segment = segment_of(mention.span);
        }
        for introduction in introductions {
            introduction.segment = introduction.name.or(introduction.message).and_then(segment_of);
        }
    }

    fn anchors(&mut self, stream: &Stream<'_>) {
        for (index, name, range) in &stream.anchors {
            let Some(heading) = self.article.headings.get_mut(*index) else { continue };
            heading.anchor.get_or_insert_with(|| name.as_str().into());
            let block = heading.block;
            self.literal_at(LiteralKind::Anchor, name, range.clone(), Side::Target, block);
        }
    }

    fn repairs(&mut self, stream: &Stream<'_>) {
        let blocks = &self.article.blocks;
        self.article.repairs = stream
            .repairs
            .iter()
            .map(|markers| {
                let at = markers.open.start;
                let block = blocks.partition_point(|block| block.span.start as usize <= at).saturating_sub(1);
                Repair {
                    open: Span::new(self.source.id, markers.open.clone()),
                    close: Span::new(self.source.id, markers.close.clone()),
                    strong: markers.strong,
                    block: u32::try_from(block).expect("fewer blocks than bytes"),
                }
            })
            .collect();
    }
}

/// Files codes that stand outside the body.
pub(super) fn file_mentions(article: &mut Article, found: Vec<code::Found>, position: Position) {
    for found in found {
        file(article, found, position, Side::Target, 0);
    }
}

fn file(article: &mut Article, found: code::Found, position: Position, side: Side, block: u32) {
    let span = Span::new(article.source, found.range);
    article.codes.push(CodeMention {
        code: found.code,
        position,
        context: found.context,
        span,
        side,
        segment: None,
        block,
    });
}

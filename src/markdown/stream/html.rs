//! Raw HTML on its way through the stream: side-by-side markup, links, pictures, anchors, placeholders.

use std::borrow::Cow;
use std::ops::Range;

use super::super::event::{Event, Tag};
use super::super::foreign::{self, Dialect};
use super::super::html::{Html, Removal};
use super::super::suppression;
use super::raw::is_inline_tag;
use super::{Converter, HtmlBlock, RawSegment, Remark};

impl<'a> Converter<'a, '_> {
    /// Side-by-side markup ends with its block, whatever is still open.
    pub(super) fn forget_segments(&mut self) {
        self.targets.clear();
        self.sources.clear();
        self.pending = None;
        self.lookups = 0;
    }

    /// Takes a block of HTML: tags, and the text between them as it stands.
    pub(super) fn html_text(&mut self, block: &HtmlBlock) {
        for (piece, range) in self.html.block(&block.html) {
            self.html(piece, &block.html[range.clone()], block.place(&range));
        }
        self.forget_segments();
        let here = block.end();
        let is_open = |tag: &Tag<'a>| matches!(tag, Tag::Original | Tag::Link { .. });
        while self.open.last().is_some_and(is_open) {
            self.close(is_open, false, &(here..here));
        }
    }

    /// Takes one piece of raw HTML, `raw` as it is written.
    pub(super) fn html(&mut self, piece: Html<'_>, raw: &str, range: Range<usize>) {
        match piece {
            Html::Text(text) => {
                if !text.trim().is_empty() {
                    self.push(Event::Html(text.into_owned().into()), range);
                }
            }
            Html::Allowed { tag, removed } => {
                // A table or a paragraph inside a link would tear the link apart; its text stays.
                let in_link = self.open.iter().any(|tag| matches!(tag, Tag::Link { .. }));
                if !in_link || is_phrasing(&tag) {
                    self.push(Event::Html(tag.into()), range.clone());
                }
                self.remark(removed, &range);
            }
            Html::Break => self.push(Event::HardBreak, range),
            Html::LinkOpen { target, title, removed } => {
                self.remark(removed, &range);
                self.open(Tag::Link { target: target.into(), title: title.into() }, range);
            }
            Html::LinkClose => self.close(|tag| matches!(tag, Tag::Link { .. }), true, &range),
            Html::Image { target, alt, removed } => {
                self.remark(removed, &range);
                self.picture(target.into(), alt.into(), range);
            }
            Html::Anchor(name) => self.anchor(name, raw, range),
            Html::SegmentOpen(id) => self.targets.push((id, range.end)),
            Html::SegmentClose => {
                self.pending = self.targets.pop().map(|(id, start)| (id, start..range.start));
            }
            Html::LookupOpen => {
                self.lookups += 1;
                self.open(Tag::Original, range);
            }
            Html::LookupClose => {
                self.lookups = self.lookups.saturating_sub(1);
                self.close(|tag| *tag == Tag::Original, true, &range);
            }
            Html::SourceOpen(_) => {
                self.sources.push(range.end);
                if self.lookups == 0 {
                    self.open(Tag::Original, range);
                }
            }
            Html::SourceClose => self.end_source(range),
            Html::Placeholder(text) if self.knowledge.dialect == Dialect::Mdx => {
                self.foreign(foreign::component(text, &range));
            }
            Html::Placeholder(text) => {
                self.stream.remarks.push(Remark::Placeholder { text: text.to_owned(), range: range.clone() });
                self.push(Event::Text(Cow::Owned(text.to_owned())), range);
            }
            Html::Removed(what) => self.stream.remarks.push(Remark::Removed { what, range }),
            Html::Comment if suppression::is_ours(raw) => self.commented = self.stream.items.len(),
            Html::AnchorClose | Html::Comment | Html::Nothing => {}
        }
    }

    /// Notes what a tag has lost.
    pub(super) fn remark(&mut self, removed: Vec<Removal>, range: &Range<usize>) {
        // An attribute of JSX is an expression of its tool, and no page of ours has it.
        let is_told = |removal: &Removal| self.knowledge.dialect != Dialect::Mdx || matches!(removal, Removal::Url(_));
        self.stream.remarks.extend(removed.into_iter().filter(is_told).map(|removal| match removal {
            Removal::Attribute(what) => Remark::Removed { what, range: range.clone() },
            Removal::Url(target) => Remark::Address { target, range: range.clone() },
        }));
    }

    /// Ends a source sentence, which makes a segment with the translation before it.
    fn end_source(&mut self, range: Range<usize>) {
        let start = self.sources.pop();
        if self.lookups == 0 {
            self.close(|tag| *tag == Tag::Original, true, &range);
        }
        if let (Some(start), Some((id, target))) = (start, self.pending.take()) {
            self.stream.segments.push(RawSegment { id, target, source: start..range.start });
        }
    }

    fn anchor(&mut self, name: String, raw: &str, range: Range<usize>) {
        let in_heading = matches!(self.open.iter().rfind(|tag| !is_inline_tag(tag)), Some(Tag::Heading { .. }));
        if in_heading {
            let at = range.start + raw.find(&name).unwrap_or_default();
            self.stream.anchors.push((self.headings - 1, name.clone(), at..at + name.len()));
        } else {
            self.push(Event::Anchor(name.into()), range);
        }
    }

    /// Puts out a picture that is not written in Markdown.
    pub(super) fn picture(&mut self, target: Cow<'a, str>, alt: Cow<'a, str>, range: Range<usize>) {
        if self.is_allowed_picture(&target, &range) {
            let tag = Tag::Image { target, title: "".into() };
            self.push(Event::Start(tag.clone()), range.clone());
            self.push(Event::Text(alt), range.clone());
            self.push(Event::End(tag), range);
        }
    }
}

/// Tells whether a tag may stand within a line of text (HTML, section 3.2.5.2.5 "Phrasing content").
fn is_phrasing(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']).split([' ', '>']).next().unwrap_or_default();
    matches!(
        name,
        "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "cite"
            | "code"
            | "del"
            | "dfn"
            | "em"
            | "i"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "rp"
            | "rt"
            | "ruby"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "u"
            | "var"
            | "wbr"
    )
}

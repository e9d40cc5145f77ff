//! The writer: one event after the other becomes markup.

use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

use super::{Resolve, escape, literals};
use crate::i18n::{Texts, Value};
use crate::markdown::event::{Alignment, Event, Tag};
use crate::render::events::{alert, alternative, has_no_blanks, skip};

/// Code spans of fewer characters are never broken.
const SHORT: usize = 24;

/// Room for the body of a usual article, in bytes.
const PAGE: usize = 8 << 10;

/// Returns `events` as HTML, and whether raw HTML is in it.
pub(super) fn write<'a>(
    events: impl IntoIterator<Item = (Event<'a>, Range<usize>)>,
    resolve: &dyn Resolve,
    texts: &Texts,
) -> (String, bool) {
    let mut writer = Writer {
        resolve,
        texts,
        out: String::with_capacity(PAGE),
        has_raw: false,
        level: 1,
        in_head: false,
        in_heading: false,
        in_paragraph: false,
        links: Vec::new(),
        notes: Notes::default(),
    };
    let mut events = events.into_iter().peekable();
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(Tag::Heading { index, .. }) if resolve.is_title(index) => {
                skip(&mut plain(&mut events), |tag| matches!(tag, Tag::Heading { .. }));
            }
            Event::Start(Tag::Original) if writer.in_heading => {
                skip(&mut plain(&mut events), |tag| matches!(tag, Tag::Original));
            }
            Event::Start(Tag::Image { target, title }) => {
                let alternative = alternative(&mut plain(&mut events));
                writer.image(&target, &title, &alternative);
            }
            Event::SoftBreak => {
                let next = match events.peek() {
                    Some((Event::Text(text), _)) => text.chars().next(),
                    _ => None,
                };
                writer.soft_break(next);
            }
            Event::Text(text) => writer.prose(&text, &range),
            event => writer.event(event),
        }
    }
    writer.footnotes();
    (writer.out, writer.has_raw)
}

/// Returns `events` without their places.
fn plain<'a>(events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>) -> impl Iterator<Item = Event<'a>> {
    events.map(|(event, _)| event)
}

/// Footnotes: their numbers in the order of the text, and what they say.
#[derive(Default)]
struct Notes {
    numbers: HashMap<String, usize>,
    bodies: Vec<(String, String)>,
    /// What was written before the definition that is being written, outermost first.
    outside: Vec<String>,
}

struct Writer<'r> {
    resolve: &'r dyn Resolve,
    texts: &'r Texts,
    out: String,
    has_raw: bool,
    /// The level of the heading before, the page's title being the first.
    level: u8,
    in_head: bool,
    in_heading: bool,
    in_paragraph: bool,
    /// For each link around this place, whether it was written: links do not nest.
    links: Vec<bool>,
    notes: Notes,
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(value) => self.code(&value),
            Event::Parameter { name, description } => self.parameter(&name, &description),
            Event::SoftBreak => self.soft_break(None),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::Task(done) => self.task(done),
            Event::Footnote(label) => self.footnote(&label),
            Event::Anchor(name) => self.anchor(&name),
            Event::Html(tag) => {
                self.has_raw = true;
                self.raw(&tag);
            }
            Event::Video(address) => self.video(&address),
            Event::Include(target) => self.include(&target),
            // Short codes and expressions stand for text; imports and components are no text.
            Event::Foreign { text, .. } if text.starts_with('{') => self.code(&text),
            Event::Foreign { .. } => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => {
                self.in_paragraph = true;
                self.out.push_str("<p>");
            }
            Tag::Heading { level, index } => self.heading(level, index),
            Tag::Quote => self.out.push_str("<blockquote>\n"),
            Tag::Alert(kind) => {
                let _ =
                    write!(self.out, "<div class=\"alert {}\" role=\"note\">\n<p class=\"alert-label\">", kind.id());
                self.label(alert(kind));
                self.out.push_str("</p>\n");
            }
            Tag::CodeBlock { language } => self.code_block(language.as_deref()),
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(first)) => _ = writeln!(self.out, "<ol start=\"{first}\">"),
            Tag::Item => self.out.push_str("<li>"),
            Tag::Parameters => self.out.push_str("<dl class=\"parameters\">\n"),
            Tag::FootnoteDefinition(_) => self.notes.outside.push(std::mem::take(&mut self.out)),
            Tag::Table => {
                self.out.push_str("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"");
                self.label("table-label");
                self.out.push_str("\">\n<table>\n");
            }
            Tag::TableHead => {
                self.in_head = true;
                self.out.push_str("<thead>\n<tr>\n");
            }
            Tag::TableRow => self.out.push_str("<tr>\n"),
            Tag::TableCell(alignment) => self.cell(alignment),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            Tag::Link { target, title } => self.link(&target, &title),
            Tag::Image { target, .. } => self.image(&target, "", ""),
            Tag::Original => {
                let (lang, dir) = self.resolve.original();
                self.out.push_str("<span class=\"original\" lang=\"");
                escape(&mut self.out, lang);
                let _ = write!(self.out, "\" dir=\"{dir}\" hidden>");
            }
        }
    }

    fn end(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => {
                self.in_paragraph = false;
                self.end_paragraph();
            }
            Tag::Heading { .. } => {
                self.in_heading = false;
                let _ = writeln!(self.out, "</h{}>", self.level);
            }
            Tag::Quote => self.out.push_str("</blockquote>\n"),
            Tag::Alert(_) => self.out.push_str("</div>\n"),
            Tag::CodeBlock { .. } => self.out.push_str("</code></pre>\n"),
            Tag::List(None) => self.out.push_str("</ul>\n"),
            Tag::List(Some(_)) => self.out.push_str("</ol>\n"),
            Tag::Item => self.out.push_str("</li>\n"),
            Tag::Parameters => self.out.push_str("</dl>\n"),
            Tag::FootnoteDefinition(label) => {
                let outside = self.notes.outside.pop().unwrap_or_default();
                let body = std::mem::replace(&mut self.out, outside);
                self.notes.bodies.push((label.into_owned(), body));
            }
            Tag::Table => self.out.push_str("</tbody>\n</table>\n</div>\n"),
            Tag::TableHead => {
                self.in_head = false;
                self.out.push_str("</tr>\n</thead>\n<tbody>\n");
            }
            Tag::TableRow => self.out.push_str("</tr>\n"),
            Tag::TableCell(_) => self.out.push_str(if self.in_head { "</th>\n" } else { "</td>\n" }),
            Tag::Emphasis => self.out.push_str("</em>"),
            Tag::Strong => self.out.push_str("</strong>"),
            Tag::Strikethrough => self.out.push_str("</del>"),
            Tag::Link { .. } => {
                if self.links.pop().unwrap_or(false) {
                    self.out.push_str("</a>");
                }
            }
            Tag::Image { .. } => {}
            Tag::Original => self.out.push_str("</span>"),
        }
    }

    fn text(&mut self, text: &str) {
        escape(&mut self.out, text);
    }

    /// Writes what the author wrote as text at `range`; literals in it stay as they are for browsers, too.
    fn prose(&mut self, text: &str, range: &Range<usize>) {
        if self.links.contains(&true) && literals::is_address(text) {
            return literals::whole(&mut self.out, text);
        }
        let resolve = self.resolve;
        // Where escapes make the text shorter than its source, places are not known.
        let known = if text.len() == range.len() { resolve.literals(range) } else { &[] };
        let mut at = 0;
        for literal in known {
            let (start, end) = (literal.start - range.start, literal.end - range.start);
            let Some((before, literal)) = text.get(at..start).zip(text.get(start..end)) else { continue };
            self.text(before);
            literals::whole(&mut self.out, literal);
            at = end;
        }
        self.text(&text[at..]);
    }

    /// Writes a raw tag; one that begins a literal says so to browsers.
    fn raw(&mut self, tag: &str) {
        let name = tag.trim_start_matches('<').split(|char: char| !char.is_ascii_alphanumeric()).next();
        let name = name.filter(|name| ["code", "kbd", "pre", "samp"].contains(name) && tag.starts_with('<'));
        let Some(name) = name else { return self.out.push_str(tag) };
        let _ = write!(self.out, "<{name} translate=\"no\" dir=\"ltr\"{}", &tag[1 + name.len()..]);
    }

    /// Writes the interface's text `id`.
    fn label(&mut self, id: &'static str) {
        let texts = self.texts;
        self.text(&texts.get(id, &[]));
    }

    /// Writes a heading no more than one level below the one before: the page's title is the only first.
    fn heading(&mut self, level: u8, index: usize) {
        self.level = level.clamp(2, self.level + 1).min(6);
        self.in_heading = true;
        let resolve = self.resolve;
        let id = resolve.heading_id(index).filter(|id| resolve.claim(id));
        let _ = write!(self.out, "<h{}", self.level);
        if let Some(id) = id {
            self.id(id);
        }
        self.out.push('>');
    }

    fn id(&mut self, id: &str) {
        self.out.push_str(" id=\"");
        self.text(id);
        self.out.push('"');
    }

    fn code(&mut self, value: &str) {
        let short = value.chars().nth(SHORT).is_none();
        self.out.push_str(if short { "<code class=\"short\"" } else { "<code" });
        self.out.push_str(" translate=\"no\" dir=\"ltr\">");
        self.text(value);
        self.out.push_str("</code>");
    }

    fn code_block(&mut self, language: Option<&str>) {
        self.out.push_str("<pre translate=\"no\" dir=\"ltr\" tabindex=\"0\"><code");
        let is_name = |name: &&str| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+#-_.".contains(&byte))
        };
        if let Some(language) = language.filter(is_name) {
            let _ = write!(self.out, " class=\"language-{}\"", language.to_ascii_lowercase());
        }
        self.out.push('>');
    }

    /// Writes one error parameter; its name is its anchor where it comes first.
    ///
    /// Copying puts `: ` between name and description; where another text stands there, the literal is kept whole.
    fn parameter(&mut self, name: &str, description: &str) {
        self.out.push_str("<dt");
        if self.resolve.claim(name) {
            self.id(name);
        }
        self.out.push('>');
        let page = self.resolve.parameter(name);
        if let Some(href) = &page {
            self.out.push_str("<a href=\"");
            self.text(href);
            self.out.push_str("\">");
        }
        self.out.push_str("<code translate=\"no\" dir=\"ltr\">");
        self.text(name);
        self.out.push_str(if page.is_some() { "</code></a></dt>\n<dd" } else { "</code></dt>\n<dd" });
        let text = description.trim_start_matches([':', '：']).trim_start();
        if description.strip_prefix(": ") != Some(text) {
            self.out.push_str(" data-literal=\"");
            self.text(name);
            self.text(description);
            self.out.push('"');
        }
        self.out.push_str("><code class=\"literal\" translate=\"no\" dir=\"ltr\">");
        self.text(text);
        self.out.push_str("</code></dd>\n");
    }

    /// Writes a line end, and none between two characters that are written without blanks.
    fn soft_break(&mut self, next: Option<char>) {
        if self.out.ends_with("<p>") {
            return;
        }
        let last = self.out.chars().next_back();
        if !(last.is_some_and(has_no_blanks) && next.is_some_and(has_no_blanks)) {
            self.out.push('\n');
        }
    }

    fn task(&mut self, done: bool) {
        self.out.push_str("<span class=\"task\" role=\"img\" aria-label=\"");
        self.label(if done { "task-done" } else { "task-open" });
        self.out.push_str(if done { "\">☑</span> " } else { "\">☐</span> " });
    }

    fn cell(&mut self, alignment: Alignment) {
        self.out.push_str(if self.in_head { "<th scope=\"col\"" } else { "<td" });
        self.out.push_str(match alignment {
            Alignment::None | Alignment::Start => ">",
            Alignment::Center => " class=\"center\">",
            Alignment::End => " class=\"end\">",
        });
    }

    fn link(&mut self, target: &str, title: &str) {
        let open = self.links.contains(&true);
        let target = if open { None } else { self.resolve.link(target) };
        self.links.push(target.is_some());
        let Some(target) = target else { return };
        self.out.push_str("<a href=\"");
        self.text(&target.href);
        if let Some(hreflang) = &target.hreflang {
            self.out.push_str("\" hreflang=\"");
            self.text(hreflang);
        }
        if !title.is_empty() {
            self.out.push_str("\" title=\"");
            self.text(title);
        }
        self.out.push_str(if target.external { "\" rel=\"external\">" } else { "\">" });
    }

    fn image(&mut self, target: &str, title: &str, alternative: &str) {
        let Some(picture) = self.resolve.image(target) else { return self.text(alternative) };
        self.out.push_str("<img src=\"");
        self.text(&picture.src);
        self.out.push_str("\" alt=\"");
        self.text(alternative);
        if !title.is_empty() {
            self.out.push_str("\" title=\"");
            self.text(title);
        }
        self.out.push('"');
        if let Some((width, height)) = picture.size {
            let _ = write!(self.out, " width=\"{width}\" height=\"{height}\"");
        }
        self.out.push_str(" loading=\"lazy\" decoding=\"async\">");
    }

    fn video(&mut self, address: &str) {
        self.link(address, "");
        let text = self.texts.get("video-title", &[("title", Value::Text(address))]);
        self.text(&text);
        self.end(Tag::Link { target: "".into(), title: "".into() });
    }

    fn include(&mut self, target: &str) {
        let Some(fragment) = self.resolve.include(target) else { return };
        let sentence = fragment.0.strip_prefix("<p>").and_then(|text| text.strip_suffix("</p>\n"));
        match sentence.filter(|text| !text.contains("<p>")) {
            Some(sentence) if self.in_paragraph || self.in_heading => self.out.push_str(sentence),
            _ if self.in_paragraph => {
                self.end_paragraph();
                self.out.push_str(&fragment.0);
                self.out.push_str("<p>");
            }
            _ => self.out.push_str(&fragment.0),
        }
        // Blocks may stand in emphasis or in a heading now; the net puts that right.
        self.has_raw |= sentence.is_none();
    }

    /// Closes the paragraph; one that is empty leaves no trace.
    fn end_paragraph(&mut self) {
        match self.out.strip_suffix("<p>") {
            Some(before) => self.out.truncate(before.len()),
            None => self.out.push_str("</p>\n"),
        }
    }

    fn anchor(&mut self, name: &str) {
        if self.resolve.claim(name) {
            self.out.push_str("<span");
            self.id(name);
            self.out.push_str("></span>");
        }
    }

    /// Writes a footnote's number; its first one can be come back to.
    fn footnote(&mut self, label: &str) {
        let next = self.notes.numbers.len() + 1;
        let number = *self.notes.numbers.entry(label.to_owned()).or_insert(next);
        if self.links.contains(&true) {
            let _ = write!(self.out, "<sup>{number}</sup>");
            return;
        }
        let _ = write!(self.out, "<sup><a href=\"#fn-{number}\"");
        if number == next && self.resolve.claim(&format!("fnref-{number}")) {
            let _ = write!(self.out, " id=\"fnref-{number}\"");
        }
        let _ = write!(self.out, " role=\"doc-noteref\">{number}</a></sup>");
    }

    /// Writes the footnotes that the text refers to, in its order, then the others.
    fn footnotes(&mut self) {
        let Notes { numbers, mut bodies, .. } = std::mem::take(&mut self.notes);
        if bodies.is_empty() {
            return;
        }
        bodies.sort_by_key(|(label, _)| numbers.get(label).copied().unwrap_or(usize::MAX));
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        self.label("footnotes-label");
        self.out.push_str("\">\n<ol>\n");
        let back = self.texts.get("footnote-back", &[]);
        for (label, body) in &bodies {
            let Some(number) = numbers.get(label) else {
                let _ = writeln!(self.out, "<li>{body}</li>");
                continue;
            };
            let (text, end) = body.strip_suffix("</p>\n").map_or((&**body, ""), |text| (text, "</p>\n"));
            self.out.push_str("<li");
            let id = format!("fn-{number}");
            if self.resolve.claim(&id) {
                self.id(&id);
            }
            let _ = write!(self.out, ">{text} <a href=\"#fnref-{number}\" aria-label=\"");
            self.text(&back);
            let _ = writeln!(self.out, "\" role=\"doc-backlink\">↩\u{fe0e}</a>{end}</li>");
        }
        self.out.push_str("</ol>\n</section>\n");
    }
}

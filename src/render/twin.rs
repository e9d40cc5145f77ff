//! An article as plain Markdown, for programs and for whoever copies it: events in, text out.
//!
//! What comes out reads the same to every program that knows CommonMark with tables, footnotes and task lists:
//! the translation with its literals byte for byte, without front matter, source sentences, comments and
//! directives. Raw HTML leaves its text.

mod inline;

use crate::i18n::{Texts, Value};
use crate::markdown::event::{Alignment, Event, Tag};

use super::events::{alert, alternative, has_no_blanks, skip};
use super::html::Resolve;
use inline::{Inline, Mark, Place, code_span};

/// Markdown in the making, or what a fragment has made.
#[derive(Debug, Default)]
pub struct Markdown {
    /// Without a line end behind it.
    pub text: String,
    /// Whether it is one paragraph, which can stand in another one.
    pub is_sentence: bool,
}

/// Returns `text` as the first line of a document.
pub fn title(text: &str) -> String {
    let mut inline = Inline::default();
    inline.text(text);
    format!("# {}", inline.finish(Place::Heading))
}

/// Returns `events` as Markdown with labels from `texts`; `include` gives fragments.
pub fn write<'a>(
    events: impl IntoIterator<Item = Event<'a>>,
    resolve: &dyn Resolve,
    include: &dyn Fn(&str) -> Option<Markdown>,
    texts: &Texts,
) -> Markdown {
    let mut writer = Writer {
        resolve,
        include,
        texts,
        out: String::new(),
        prefix: String::new(),
        is_fresh: true,
        ended_list: None,
        containers: Vec::new(),
        inline: Inline::default(),
        links: Vec::new(),
        level: 1,
        code: None,
        table: Rows::default(),
        blocks: 0,
        paragraphs: 0,
        in_paragraph: false,
    };
    let mut events = events.into_iter().peekable();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Heading { index, .. }) if resolve.is_title(index) => {
                skip(&mut events, |tag| matches!(tag, Tag::Heading { .. }));
            }
            Event::Start(Tag::Original) => skip(&mut events, |tag| matches!(tag, Tag::Original)),
            Event::Start(Tag::Image { target, title }) => {
                let text = alternative(&mut events);
                writer.image(&target, &title, &text);
            }
            Event::Start(Tag::Item) => {
                let is_tight = !matches!(events.peek(), Some(Event::Start(Tag::Paragraph)));
                writer.item(is_tight);
            }
            Event::SoftBreak => {
                let next = match events.peek() {
                    Some(Event::Text(text)) => text.chars().next(),
                    _ => None,
                };
                writer.soft_break(next);
            }
            event => writer.event(event),
        }
    }
    writer.flush();
    Markdown { is_sentence: writer.blocks == 1 && writer.paragraphs == 1, text: writer.out }
}

/// What blocks stand in.
enum Container {
    /// A quotation or a footnote: how much of the prefix is its own.
    Indent(usize),
    /// The number of the next item, the character that marks items, and whether the item before was tight.
    List {
        next: Option<u64>,
        mark: char,
        is_tight: Option<bool>,
    },
    Item {
        indent: usize,
        is_tight: bool,
    },
}

/// A table in the making.
#[derive(Default)]
struct Rows {
    /// The lines of the rows that are whole.
    text: String,
    cells: Vec<String>,
    alignments: Vec<Alignment>,
    is_open: bool,
}

struct Writer<'r> {
    resolve: &'r dyn Resolve,
    include: &'r dyn Fn(&str) -> Option<Markdown>,
    texts: &'r Texts,
    out: String,
    /// What each line of the containers around this place begins with.
    prefix: String,
    /// Whether the line at hand is ready for a block: nothing or only markers stand on it.
    is_fresh: bool,
    /// How the items of the list that has just ended are marked: another list must differ.
    ended_list: Option<char>,
    containers: Vec<Container>,
    inline: Inline,
    /// For each link around this place what is to follow its text: links do not nest.
    links: Vec<Option<String>>,
    /// The level of the heading before.
    level: u8,
    /// The code block that is being read: its language and its text.
    code: Option<(String, String)>,
    table: Rows,
    blocks: usize,
    paragraphs: usize,
    in_paragraph: bool,
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some((_, code)) => code.push_str(&text),
                None => self.inline.text(&text),
            },
            Event::Code(value) => self.inline.raw(code_span(&value)),
            Event::Parameter { name, description } => self.paragraph(&code_span(&format!("{name}{description}"))),
            Event::SoftBreak => self.soft_break(None),
            Event::HardBreak => self.inline.line_break(),
            Event::Rule => {
                self.flush();
                self.block("---", false);
            }
            Event::Task(done) => self.inline.raw(if done { "[x] " } else { "[ ] " }.to_owned()),
            Event::Footnote(label) => self.inline.raw(format!("[^{label}]")),
            Event::Anchor(_) => {}
            Event::Html(tag) => self.html(&tag),
            Event::Video(address) => {
                let text = self.texts.get("video-title", &[("title", Value::Text(&address))]).into_owned();
                self.link(&address, "");
                self.inline.text(&text);
                self.end(Tag::Link { target: "".into(), title: "".into() });
            }
            Event::Include(target) => self.fragment(&target),
            Event::Foreign { text, .. } if text.starts_with('{') => self.inline.raw(code_span(&text)),
            Event::Foreign { .. } => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => {
                self.flush();
                self.in_paragraph = true;
            }
            Tag::Heading { .. } | Tag::Parameters => self.flush(),
            Tag::Quote => self.open("> ", "> "),
            Tag::Alert(kind) => {
                self.open("> ", "> ");
                let label = self.texts.get(alert(kind), &[]).into_owned();
                self.paragraph(&format!("**{label}**"));
            }
            Tag::CodeBlock { language } => {
                self.flush();
                self.code = Some((language.unwrap_or_default().into_owned(), String::new()));
            }
            Tag::List(next) => {
                self.flush();
                let [usual, other] = if next.is_some() { ['.', ')'] } else { ['-', '*'] };
                let mark = if self.ended_list == Some(usual) { other } else { usual };
                self.containers.push(Container::List { next, mark, is_tight: None });
            }
            Tag::FootnoteDefinition(label) => self.open(&format!("[^{label}]: "), "    "),
            Tag::Table => {
                self.flush();
                self.table = Rows { is_open: true, ..Rows::default() };
            }
            Tag::TableCell(alignment) => {
                if self.table.text.is_empty() {
                    self.table.alignments.push(alignment);
                }
            }
            Tag::Emphasis => self.inline.open(Mark::Emphasis),
            Tag::Strong => self.inline.open(Mark::Strong),
            Tag::Strikethrough => self.inline.open(Mark::Strikethrough),
            Tag::Link { target, title } => self.link(&target, &title),
            // Items, pictures and source sentences are taken where they begin; rows say nothing by themselves.
            Tag::Item | Tag::TableHead | Tag::TableRow | Tag::Image { .. } | Tag::Original => {}
        }
    }

    fn end(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => {
                self.flush();
                self.in_paragraph = false;
            }
            Tag::Heading { level, .. } => {
                self.level = level.clamp(2, self.level + 1).min(6);
                let text = std::mem::take(&mut self.inline).finish(Place::Heading);
                if !text.is_empty() {
                    self.block(&format!("{} {text}", "#".repeat(usize::from(self.level))), false);
                }
            }
            Tag::Quote | Tag::Alert(_) | Tag::FootnoteDefinition(_) | Tag::Item => self.close(),
            Tag::CodeBlock { .. } => {
                let (language, code) = self.code.take().unwrap_or_default();
                self.block(&fenced(&language, &code), true);
            }
            Tag::List(_) => {
                self.flush();
                if let Some(Container::List { mark, .. }) = self.containers.pop() {
                    self.ended_list = Some(mark);
                }
            }
            Tag::TableCell(_) => {
                let cell = std::mem::take(&mut self.inline).finish(Place::Cell);
                self.table.cells.push(cell);
            }
            Tag::TableHead | Tag::TableRow => self.row(),
            Tag::Table => {
                let table = std::mem::take(&mut self.table);
                self.block(table.text.trim_end_matches('\n'), false);
            }
            Tag::Emphasis => self.inline.close(Mark::Emphasis),
            Tag::Strong => self.inline.close(Mark::Strong),
            Tag::Strikethrough => self.inline.close(Mark::Strikethrough),
            Tag::Link { .. } => {
                if let Some(Some(rest)) = self.links.pop() {
                    self.inline.raw(rest);
                }
            }
            Tag::Parameters | Tag::Image { .. } | Tag::Original => {}
        }
    }

    /// Puts what was said so far into a paragraph.
    fn flush(&mut self) {
        if self.inline.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.inline).finish(Place::Paragraph);
        if !text.is_empty() {
            self.paragraph(&text);
        }
    }

    fn paragraph(&mut self, text: &str) {
        self.paragraphs += 1;
        self.block(text, false);
    }

    /// Writes the lines of a block; one that `may_follow` text directly does so in a tight item.
    fn block(&mut self, text: &str, may_follow: bool) {
        self.separate(may_follow);
        self.blocks += 1;
        let mut lines = text.split('\n');
        self.out.push_str(lines.next().unwrap_or_default());
        for line in lines {
            self.out.push('\n');
            self.out.push_str(if line.is_empty() { self.prefix.trim_end() } else { &self.prefix });
            self.out.push_str(line);
        }
    }

    /// Begins the line of a new block.
    fn separate(&mut self, may_follow: bool) {
        self.ended_list = None;
        if std::mem::take(&mut self.is_fresh) {
            return;
        }
        let around = self.containers.iter().rfind(|container| !matches!(container, Container::List { .. }));
        let is_tight = may_follow && matches!(around, Some(Container::Item { is_tight: true, .. }));
        self.new_line(!is_tight);
    }

    /// Ends the line, and leaves one free.
    fn new_line(&mut self, leave_one: bool) {
        if leave_one {
            self.out.push('\n');
            self.out.push_str(self.prefix.trim_end());
        }
        self.out.push('\n');
        self.out.push_str(&self.prefix);
    }

    /// Begins a container: `first` stands on its first line, `rest` on the others.
    fn open(&mut self, first: &str, rest: &str) {
        self.flush();
        self.separate(true);
        self.out.push_str(first);
        self.prefix.push_str(rest);
        self.containers.push(Container::Indent(rest.len()));
        self.is_fresh = true;
    }

    fn item(&mut self, is_tight: bool) {
        self.flush();
        self.ended_list = None;
        let Some(Container::List { next, mark, is_tight: before }) = self.containers.last_mut() else { return };
        let marker = match next {
            Some(number) => {
                *number += 1;
                format!("{}{mark} ", *number - 1)
            }
            None => format!("{mark} "),
        };
        match before.replace(is_tight) {
            Some(before) => self.new_line(!(before && is_tight)),
            None => self.separate(true),
        }
        self.out.push_str(&marker);
        self.prefix.extend(std::iter::repeat_n(' ', marker.len()));
        self.containers.push(Container::Item { indent: marker.len(), is_tight });
        self.is_fresh = true;
    }

    /// Ends a container; one that is empty leaves its marker.
    fn close(&mut self) {
        self.flush();
        if std::mem::take(&mut self.is_fresh) {
            self.out.truncate(self.out.trim_end_matches(' ').len());
        }
        if let Some(Container::Indent(indent) | Container::Item { indent, .. }) = self.containers.pop() {
            self.prefix.truncate(self.prefix.len() - indent);
        }
    }

    fn soft_break(&mut self, next: Option<char>) {
        let is_between = next.is_some_and(has_no_blanks) && self.inline.last().is_some_and(has_no_blanks);
        if !is_between {
            self.inline.text(" ");
        }
    }

    fn link(&mut self, target: &str, title: &str) {
        let is_open = self.links.iter().any(Option::is_some);
        let target = if is_open { None } else { self.resolve.link(target) };
        if target.is_some() {
            self.inline.raw("[".to_owned());
        }
        self.links.push(target.map(|target| format!("]({}{})", inline::address(&target.href), inline::title(title))));
    }

    fn image(&mut self, target: &str, title: &str, text: &str) {
        let Some(picture) = self.resolve.image(target) else { return self.inline.text(text) };
        let mut alternative = Inline::default();
        alternative.text(text);
        let alternative = alternative.finish(Place::Heading);
        self.inline.raw(format!("![{alternative}]({}{})", inline::address(&picture.src), inline::title(title)));
    }

    fn fragment(&mut self, target: &str) {
        let Some(fragment) = (self.include)(target).filter(|fragment| !fragment.text.is_empty()) else { return };
        let is_inside = self.in_paragraph || !self.inline.is_empty() || self.table.is_open;
        if fragment.is_sentence && is_inside {
            self.inline.raw(fragment.text);
        } else if self.table.is_open || !self.links.is_empty() {
            self.inline.raw(fragment.text.replace('\n', " "));
        } else {
            self.flush();
            self.block(&fragment.text, false);
        }
    }

    /// Takes raw HTML: text, or a tag, of which nothing stays but where it parts the text.
    fn html(&mut self, tag: &str) {
        if !tag.starts_with('<') {
            return self.inline.html(tag);
        }
        let name = tag.trim_start_matches(['<', '/']);
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        match name {
            "br" => self.inline.line_break(),
            "td" | "th" if !self.inline.is_empty() && !tag.starts_with("</") => self.inline.text(" | "),
            _ if !BLOCKS.contains(&name) => {}
            _ if self.table.is_open || !self.links.is_empty() || self.inline.has_open_marks() => self.inline.text(" "),
            _ => self.flush(),
        }
    }

    fn row(&mut self) {
        let is_head = self.table.text.is_empty();
        let line = |cells: &[&str]| format!("| {} |\n", cells.join(" | "));
        let cells: Vec<&str> = self.table.cells.iter().map(String::as_str).collect();
        self.table.text += &line(&cells);
        self.table.cells.clear();
        if is_head {
            let rule = |alignment: &Alignment| match alignment {
                Alignment::None => "---",
                Alignment::Start => ":--",
                Alignment::Center => ":-:",
                Alignment::End => "--:",
            };
            let rules: Vec<&str> = self.table.alignments.iter().map(rule).collect();
            self.table.text += &line(&rules);
        }
    }
}

/// Raw tags that begin or end a block.
const BLOCKS: [&str; 25] = [
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "summary",
    "table",
    "tbody",
    "tr",
    "ul",
];

/// Returns a code block between fences that its text does not have.
fn fenced(language: &str, code: &str) -> String {
    let longest = code.lines().map(|line| line.trim_start().bytes().take_while(|byte| *byte == b'`').count()).max();
    let fence = "`".repeat(longest.unwrap_or_default().max(2) + 1);
    let language = if language.contains('`') { "" } else { language };
    format!("{fence}{language}\n{}\n{fence}", code.strip_suffix('\n').unwrap_or(code))
}

#[cfg(test)]
mod tests;

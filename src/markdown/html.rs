//! Raw HTML in articles: what of it reaches a page.
//!
//! One table says which tags, attributes and addresses are allowed ([`ALLOWED`], [`GLOBAL`], [`SCHEMES`]);
//! the last net below, in rendering, is made from the same table. Nothing passes as it is written:
//! an allowed tag is written anew, everything else becomes text or nothing.

mod embedded;
mod entity;
mod table;
mod tag;
mod url;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::Event;

pub use embedded::{Embedded, embedded_picture};
pub use entity::escape;
pub use table::{ALLOWED, GLOBAL, SCHEMES};
pub use url::allowed_url;

use super::foreign;
use entity::decode;
use table::{attribute_rule, known};
use tag::{RawTag, Token, Tokens, inline};

/// What a piece of raw HTML is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Html<'a> {
    /// Text between the tags of an HTML block, written as HTML: entities stay, `<` and `>` are escaped.
    Text(Cow<'a, str>),
    /// A tag that is allowed, written anew, and what was taken out of it.
    Allowed {
        tag: String,
        removed: Vec<Removal>,
    },
    /// `<br>`.
    Break,
    /// `<a href="x">`: a link, as Markdown's own are.
    LinkOpen {
        target: String,
        title: String,
        removed: Vec<Removal>,
    },
    LinkClose,
    /// `<img src="x">`: a picture, as Markdown's own are.
    Image {
        target: String,
        alt: String,
        removed: Vec<Removal>,
    },
    /// `<a name="x">`: a place to link to.
    Anchor(String),
    AnchorClose,
    /// `<span data-ttu-id="x">`: the translated sentence of side-by-side markup.
    SegmentOpen(String),
    SegmentClose,
    /// `<span class="sxs-lookup">`: what holds the source sentence.
    LookupOpen,
    LookupClose,
    /// `<span data-stu-id="x">`: the source sentence.
    SourceOpen(String),
    SourceClose,
    /// A tag that HTML does not know, such as `<tenant>`: shown as the text it is.
    Placeholder(&'a str),
    /// An element that no page may have, by its name; in a block its content is gone too where it is no text.
    Removed(String),
    Comment,
    /// A tag without an effect: an empty `<span>`, a closing tag of nothing.
    Nothing,
}

/// What was taken out of an allowed tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Removal {
    /// An attribute that does something: `onclick`, `style`.
    Attribute(String),
    /// An address with a scheme that is not allowed, entities decoded.
    Url(String),
}

/// Reads the raw HTML of one article, in the order of the text: a closing tag is what it closes.
#[derive(Debug)]
pub struct Reader<'s> {
    schemes: &'s [String],
    /// Whether a tag may be a component of another tool, which is no element whatever its name is.
    components: bool,
    /// By element: what its open tags are, the innermost last.
    open: BTreeMap<&'static str, Vec<Open>>,
}

/// What an open tag is to its closing tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Allowed,
    Link,
    Anchor,
    Segment,
    Lookup,
    Source,
    Nothing,
}

impl<'s> Reader<'s> {
    /// Returns a reader that allows `schemes` besides [`SCHEMES`].
    pub fn new(schemes: &'s [String]) -> Self {
        Self { schemes, components: false, open: BTreeMap::new() }
    }

    /// Reads tags with a capital as components: placeholders, and nothing of HTML.
    pub fn with_components(self, components: bool) -> Self {
        Self { components, ..self }
    }

    /// Reads one inline HTML event: a tag, a comment or a declaration.
    pub fn tag<'a>(&mut self, raw: &'a str) -> Html<'a> {
        match inline(raw) {
            Token::Tag(tag) => self.read(&tag),
            token => other(token),
        }
    }

    /// Reads the text of an HTML block in pieces, each with its bytes in `raw`, in time linear in its length.
    ///
    /// What a script, a style, a frame and their like hold is left out where they are closed; where
    /// they are not, the tag goes and the text stays.
    pub fn block<'a>(&mut self, raw: &'a str) -> Vec<(Html<'a>, Range<usize>)> {
        let mut tokens = Tokens::new(raw);
        let mut pieces = Vec::new();
        while let Some((token, range)) = tokens.next() {
            let html = match token {
                Token::Tag(tag) => {
                    if let Some(name) = dropping(&tag).filter(|_| !self.is_component(&tag)) {
                        tokens.skip_content(name);
                    }
                    self.read(&tag)
                }
                token => other(token),
            };
            pieces.push((html, range));
        }
        pieces
    }

    fn read<'a>(&mut self, tag: &RawTag<'a>) -> Html<'a> {
        if self.is_component(tag) {
            return Html::Placeholder(tag.raw);
        }
        let name = tag.name.to_ascii_lowercase();
        if name == "br" {
            return Html::Break;
        }
        if let Ok(at) = ALLOWED.binary_search_by(|(allowed, _)| (*allowed).cmp(&name)) {
            let (name, attributes) = ALLOWED[at];
            return if tag.is_closing { self.close(name) } else { self.allow(name, attributes, tag) };
        }
        match known(&name) {
            true if tag.is_closing => Html::Nothing,
            true => Html::Removed(name),
            false => Html::Placeholder(tag.raw),
        }
    }

    fn is_component(&self, tag: &RawTag<'_>) -> bool {
        self.components && foreign::is_component(tag.name)
    }

    fn close<'a>(&mut self, name: &'static str) -> Html<'a> {
        match self.open.get_mut(name).and_then(Vec::pop) {
            Some(Open::Allowed) => Html::Allowed { tag: format!("</{name}>"), removed: Vec::new() },
            Some(Open::Link) => Html::LinkClose,
            Some(Open::Anchor) => Html::AnchorClose,
            Some(Open::Segment) => Html::SegmentClose,
            Some(Open::Lookup) => Html::LookupClose,
            Some(Open::Source) => Html::SourceClose,
            Some(Open::Nothing) | None => Html::Nothing,
        }
    }

    fn allow<'a>(&mut self, name: &'static str, attributes: &[&str], tag: &RawTag<'a>) -> Html<'a> {
        let (html, open) = match name {
            "span" => self.span(attributes, tag),
            "a" => self.anchor(attributes, tag),
            "img" => (self.picture(attributes, tag), Open::Nothing),
            _ => (self.rewritten(name, attributes, tag), Open::Allowed),
        };
        let is_closed_at_once = open == Open::Anchor && tag.is_self_closing;
        if !table::VOID.contains(&name) && !is_closed_at_once {
            self.open.entry(name).or_default().push(open);
        }
        html
    }

    fn span<'a>(&self, attributes: &[&str], tag: &RawTag<'a>) -> (Html<'a>, Open) {
        if let Some(id) = tag.attribute("data-ttu-id") {
            return (Html::SegmentOpen(decode(id).into_owned()), Open::Segment);
        }
        if let Some(id) = tag.attribute("data-stu-id") {
            return (Html::SourceOpen(decode(id).into_owned()), Open::Source);
        }
        let classes = tag.attribute("class").unwrap_or_default();
        if classes.split_ascii_whitespace().any(|class| class.eq_ignore_ascii_case("sxs-lookup")) {
            return (Html::LookupOpen, Open::Lookup);
        }
        match self.rewritten("span", attributes, tag) {
            Html::Allowed { tag, removed } if tag == "<span>" && removed.is_empty() => (Html::Nothing, Open::Nothing),
            html => (html, Open::Allowed),
        }
    }

    fn anchor<'a>(&self, attributes: &[&str], tag: &RawTag<'a>) -> (Html<'a>, Open) {
        let name = tag.attribute("name").or_else(|| tag.attribute("id")).map(decode);
        let target = tag.attribute("href").map(|target| decode(target).trim().to_owned());
        match (name.filter(|name| !name.trim().is_empty()), target) {
            (Some(name), None) => (Html::Anchor(name.trim().to_owned()), Open::Anchor),
            (_, Some(target)) if allowed_url(&target, self.schemes) => {
                let title = decode(tag.attribute("title").unwrap_or_default()).into_owned();
                let removed = self.removed("a", attributes, tag);
                (Html::LinkOpen { target, title, removed }, Open::Link)
            }
            _ => (self.rewritten("a", attributes, tag), Open::Allowed),
        }
    }

    fn picture<'a>(&self, attributes: &[&str], tag: &RawTag<'a>) -> Html<'a> {
        let target = tag.attribute("src").map(|target| decode(target).trim().to_owned());
        match target.filter(|target| is_allowed_picture(target, self.schemes)) {
            Some(target) => {
                let alt = decode(tag.attribute("alt").unwrap_or_default()).into_owned();
                Html::Image { target, alt, removed: self.removed("img", attributes, tag) }
            }
            None => self.rewritten("img", attributes, tag),
        }
    }

    /// Returns what a tag loses that is not written as HTML, its address apart.
    fn removed(&self, name: &str, attributes: &[&str], tag: &RawTag<'_>) -> Vec<Removal> {
        match self.rewritten(name, attributes, tag) {
            Html::Allowed { mut removed, .. } => {
                removed.retain(|removal| matches!(removal, Removal::Attribute(_)));
                removed
            }
            _ => Vec::new(),
        }
    }

    /// Writes the tag anew, with the attributes that it may have.
    fn rewritten<'a>(&self, name: &str, attributes: &[&str], tag: &RawTag<'_>) -> Html<'a> {
        let mut written = format!("<{name}");
        let mut removed = Vec::new();
        let mut seen = Vec::new();
        for (raw_name, raw_value) in tag.attributes() {
            let attribute = raw_name.to_ascii_lowercase();
            let is_allowed = attributes.contains(&&*attribute) || GLOBAL.contains(&&*attribute);
            if !is_allowed || seen.contains(&attribute) {
                let acts = attribute.starts_with("on") || table::ACTIVE.contains(&&*attribute);
                removed.extend(acts.then_some(Removal::Attribute(attribute)));
                continue;
            }
            let value = decode(raw_value.unwrap_or_default());
            match attribute_rule(&attribute) {
                table::Rule::Url if !allowed_url(&value, self.schemes) => {
                    removed.push(Removal::Url(value.into_owned()))
                }
                rule if !rule.fits(&value) => {}
                _ => {
                    written += &format!(" {attribute}=\"{}\"", escape(&value));
                    seen.push(attribute);
                }
            }
        }
        written.push('>');
        if name == "img" && !seen.iter().any(|attribute| attribute == "src") {
            // A picture without an address is its alternative text.
            written = escape(&decode(tag.attribute("alt").unwrap_or_default())).into_owned();
        }
        Html::Allowed { tag: written, removed }
    }
}

/// Returns where the comments in a block of HTML stand, and whether there is anything else in it.
pub fn comments(raw: &str) -> (Vec<Range<usize>>, bool) {
    let mut tokens = Tokens::new(raw);
    let (mut comments, mut has_more) = (Vec::new(), false);
    while let Some((token, range)) = tokens.next() {
        match token {
            Token::Comment => comments.push(range),
            Token::Text(text) => has_more |= !text.trim().is_empty(),
            Token::Tag(_) | Token::Declaration(_) => has_more = true,
        }
    }
    (comments, has_more)
}

/// Tells whether a picture may stand at `target`: an allowed address, or the picture itself.
pub fn is_allowed_picture(target: &str, extra: &[String]) -> bool {
    allowed_url(target, extra) || embedded_picture(target).is_some()
}

/// Returns what of `items`, the inline events of one block, is to be left out: from a tag whose element
/// holds no text (`<script>`, `<style>`, `<iframe>`) to its closing tag, as ranges of indices.
///
/// The first item of each range is the tag, which [`Reader::tag`] names. An element that is not closed
/// in the block drops nothing but its tag.
pub fn dropped(items: &[(Event<'_>, Range<usize>)]) -> Vec<Range<usize>> {
    let tags = || {
        items.iter().enumerate().filter_map(|(at, (event, _))| match event {
            Event::InlineHtml(raw) if tag::name(raw).and_then(table::dropping).is_some() => match inline(raw) {
                Token::Tag(tag) => table::dropping(tag.name).map(|name| (at, name, tag.is_closing)),
                _ => None,
            },
            _ => None,
        })
    };
    let mut closings: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, name, _) in tags().filter(|(.., is_closing)| *is_closing) {
        closings.entry(name).or_default().push(at);
    }
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (at, name, is_closing) in tags() {
        let is_inside = ranges.last().is_some_and(|range| at < range.end);
        let closings = closings.get(name).filter(|_| !is_closing && !is_inside);
        let end = closings.and_then(|closings| closings.get(closings.partition_point(|closing| *closing < at)));
        ranges.extend(end.map(|end| at..end + 1));
    }
    ranges
}

/// Returns the element whose content goes with it, where `tag` opens one.
fn dropping(tag: &RawTag<'_>) -> Option<&'static str> {
    table::dropping(tag.name).filter(|_| !tag.is_closing)
}

/// Returns what a token is that is no tag.
fn other<'a>(token: Token<'a>) -> Html<'a> {
    match token {
        Token::Tag(tag) => Html::Placeholder(tag.raw),
        Token::Text(text) => Html::Text(entity::escape_text(text)),
        Token::Comment => Html::Comment,
        Token::Declaration(name) => Html::Removed(name.to_ascii_lowercase()),
    }
}

#[cfg(test)]
mod tests;

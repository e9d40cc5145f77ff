//! An article's body as HTML: events in, markup out.
//!
//! Literals stand in the page byte for byte. What is not known from the events, such as where links lead,
//! comes from [`Resolve`].

mod clean;
mod escape;
mod literals;
mod writer;

pub use escape::escape;
pub use literals::marked;

use std::ops::Range;

use super::view::Html;
use crate::i18n::Texts;
use crate::markdown::event::Event;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub href: String,
    /// Whether it leads to another site.
    pub external: bool,
    /// The target's language, where it is not the article's.
    pub hreflang: Option<String>,
}

/// A picture as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub src: String,
    /// Width and height in pixels, where they are known.
    pub size: Option<(u32, u32)>,
}

/// What a body must be told about the site and the page that it stands in.
pub trait Resolve {
    /// Returns where a link to `target` leads, or `None` where its text stands without a link.
    fn link(&self, target: &str) -> Option<Target>;

    /// Returns the picture at `target`, or `None` where its alternative text stands for it.
    fn image(&self, target: &str) -> Option<Picture>;

    /// Returns the id of the article's heading of that number.
    fn heading_id(&self, index: usize) -> Option<&str>;

    /// Takes an id of the page; false where it is taken already.
    fn claim(&self, id: &str) -> bool;

    /// Tells whether the page shows that heading as its title, so that the body leaves it out.
    fn is_title(&self, index: usize) -> bool;

    /// Returns the address of the page about the error parameter `name`, where there is one.
    fn parameter(&self, name: &str) -> Option<String>;

    /// Returns the body of the fragment at `target`, or `None` where there is none.
    fn include(&self, target: &str) -> Option<Html>;

    /// Returns the tag of the language that source sentences are in, and its direction.
    fn original(&self) -> (&str, &str);

    /// Returns where literals stand in the plain text at `range` of the source: codes and their names, in order.
    fn literals(&self, range: &Range<usize>) -> &[Range<usize>];
}

/// Returns `events`, each with its place in the source, as HTML with labels from `texts`.
///
/// Where raw HTML is among them, what is not on the list of `markdown::html` goes; `schemes` are the
/// site's own, besides those of the list.
pub fn body<'a>(
    events: impl IntoIterator<Item = (Event<'a>, Range<usize>)>,
    resolve: &dyn Resolve,
    texts: &Texts,
    schemes: &[String],
) -> Html {
    let (html, has_raw) = writer::write(events, resolve, texts);
    Html(if has_raw { clean::clean(&html, schemes) } else { html })
}

#[cfg(test)]
mod tests;

//! A link beside the one that it translates, and what is asked about the two again and again.

use std::cell::OnceCell;

use super::balance;
use super::text::starts_with_grammar;
use crate::check::context::GroupContext;
use crate::check::function_words;
use crate::check::originals::OriginalLink;
use crate::markdown::prose::{Link, Prose, RunKind};
use crate::model::literal::Side;
use crate::model::locale::Locale;

/// A link beside the one that it translates.
#[derive(Clone, Copy)]
pub(super) struct Pair<'p, 'c> {
    pub(super) context: &'p GroupContext<'c>,
    pub(super) article: usize,
    pub(super) link: &'p Link<'p>,
    pub(super) text: &'p str,
    pub(super) original: &'p OriginalLink<'p>,
    /// The text of the origin's link.
    pub(super) was: &'p str,
    pub(super) facts: &'p Facts,
}

/// What is known of two links, each once it is asked for.
#[derive(Default)]
pub(super) struct Facts {
    around: OnceCell<[String; 2]>,
    around_origin: OnceCell<[String; 2]>,
    beside: OnceCell<String>,
    place: OnceCell<Option<(usize, Side)>>,
    ratio: OnceCell<Option<f64>>,
    was_points: OnceCell<bool>,
}

impl<'p, 'c> Pair<'p, 'c> {
    /// Returns what the link's own article says.
    pub(super) fn prose(self) -> &'p Prose<'c> {
        &self.context.prose[self.article]
    }

    /// Returns the locale of the link's own article.
    pub(super) fn locale(self) -> &'p Locale {
        &self.context.group.articles[self.article].locale
    }

    /// Returns the number of the origin's article in the group, and on which side of it its link stands.
    pub(super) fn place(self) -> Option<(usize, Side)> {
        *self.facts.place.get_or_init(|| self.original.place(self.context))
    }

    /// Returns the locale of the origin's article.
    pub(super) fn origin_locale(self) -> Option<&'p Locale> {
        self.place().map(|(origin, _)| &self.context.group.articles[origin].locale)
    }

    /// Returns the plain text around the link.
    pub(super) fn around(self) -> &'p [String; 2] {
        self.facts.around.get_or_init(|| neighbours(self.prose(), self.link))
    }

    /// Returns the plain text around the origin's link.
    pub(super) fn around_origin(self) -> &'p [String; 2] {
        self.facts.around_origin.get_or_init(|| neighbours(self.original.prose, self.original.link))
    }

    /// Returns the text of the link's passage that stands in no link.
    pub(super) fn beside(self) -> &'p str {
        self.facts.beside.get_or_init(|| plain(self.prose(), self.link))
    }

    /// Returns how much the link's article says in the width of its origin.
    pub(super) fn ratio(self) -> Option<f64> {
        *self.facts.ratio.get_or_init(|| balance::ratio(self))
    }

    /// Tells whether the origin's link points at what it leads to, and need not name it.
    pub(super) fn was_pointing(self) -> bool {
        *self.facts.was_points.get_or_init(|| function_words::points(&self.was.to_lowercase()))
    }

    /// Tells whether something shows in the link's text that does not show in the origin's.
    pub(super) fn is_new(self, shows: fn(&str) -> bool) -> bool {
        shows(self.text) && !shows(self.was)
    }

    /// Tells whether a word of grammar follows the origin's link.
    pub(super) fn is_followed_by_grammar(self) -> bool {
        starts_with_grammar(self.around_origin()[1].trim_start())
    }

    /// Tells whether words follow the link, or another link does, and no sign parts them from it.
    pub(super) fn goes_on(self) -> bool {
        let is_before_link = || {
            let own = self.link;
            self.prose().links_of(own.block).any(|other| other.side == own.side && other.span.start >= own.span.end)
        };
        let next = self.around()[1].chars().find(|c| !c.is_whitespace());
        next.map_or_else(is_before_link, char::is_alphanumeric)
    }
}

/// Returns the plain text before and behind a link in its passage, up to the next links.
pub(super) fn neighbours(prose: &Prose<'_>, link: &Link<'_>) -> [String; 2] {
    let mut parts = [String::new(), String::new()];
    for run in prose.block(link.block).iter().filter(|run| run.side == link.side && run.kind != RunKind::Html) {
        let is_behind = run.span.start >= link.span.end;
        if link.span.contains(run.span) {
            continue;
        }
        match (is_behind, run.link.is_some()) {
            (false, true) => parts[0].clear(),
            (true, true) => break,
            _ => parts[usize::from(is_behind)].push_str(&run.text),
        }
    }
    parts
}

/// Returns the text of the passage of a link that stands in no link.
pub(super) fn plain(prose: &Prose<'_>, link: &Link<'_>) -> String {
    let runs = prose.block(link.block).iter();
    let runs = runs.filter(|run| run.side == link.side && run.link.is_none() && run.kind == RunKind::Text);
    let mut text = String::new();
    for run in runs {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&run.text);
    }
    text
}

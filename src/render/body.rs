//! The body of an article on one page: where its links lead from there.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::ops::Range;

use super::address;
use super::fragments::ROOT;
use super::html::{self, Picture, Resolve, Target};
use super::setting::PageLocale;
use super::steps::Steps;
use super::twin::{self, Markdown};
use super::view::Html;
use super::{Renderer, facts};
use crate::catalog::anchors::heading_ids;
use crate::catalog::codes::parameter_names;
use crate::catalog::fragments::MAX_DEPTH;
use crate::catalog::group::Group;
use crate::catalog::links;
use crate::i18n;
use crate::markdown::{self, event::Event};
use crate::model::article::Article;
use crate::model::code::ErrorCode;
use crate::model::document::BlockKind;
use crate::model::literal::{LiteralKind, Side};
use crate::source::Span;

/// The most fragments that one page takes in.
const MAX_INCLUDES: usize = 500;

/// The literals that stand in plain text.
const PLAIN: [LiteralKind; 2] = [LiteralKind::ErrorCode, LiteralKind::SymbolicName];

/// The most different literals that are marked in one title.
const MAX_MARKED: usize = 20;

/// What a page and the fragments on it share.
#[derive(Debug, Default)]
pub(super) struct Shared {
    /// How many fragments were taken in so far.
    includes: Cell<usize>,
    /// The ids that are taken.
    ids: RefCell<HashSet<String>>,
}

/// One article on one page.
pub(super) struct Body<'b, 's> {
    pub renderer: &'b Renderer<'s>,
    /// The language of the page around it.
    pub page: &'b PageLocale,
    /// The page's path.
    pub path: &'b str,
    pub group: &'s Group,
    pub article: &'s Article,
    ids: Vec<String>,
    /// How deep this fragment stands.
    depth: usize,
    shared: &'b Shared,
    original: (&'s str, &'static str),
    /// Where codes and their names stand in plain text.
    literals: Vec<Range<usize>>,
}

impl<'b, 's> Body<'b, 's> {
    pub fn new(
        renderer: &'b Renderer<'s>,
        page: &'b PageLocale,
        path: &'b str,
        group: &'s Group,
        article: &'s Article,
        shared: &'b Shared,
    ) -> Self {
        let catalog = renderer.input.catalog;
        let source = catalog.source_locale.as_ref().or(catalog.rebuilt_locale.as_ref());
        let original = source.map_or(("en", "ltr"), |locale| (locale.tag(), i18n::direction(locale).html()));
        let ids = heading_ids(group, article);
        let plain = article.literals.iter().filter(|literal| PLAIN.contains(&literal.kind));
        let literals = plain.map(|literal| literal.span.range()).collect();
        Self { renderer, page, path, group, article, ids, depth: 0, shared, original, literals }
    }

    /// Returns the same as a fragment, whose first heading is none of a page.
    pub fn into_fragment(self) -> Self {
        Self { depth: 1, ..self }
    }

    /// Returns the way from the page to `path`.
    fn way(&self, path: &str) -> String {
        if self.path == ROOT { [ROOT, &address::encoded(path)].concat() } else { address::relative(self.path, path) }
    }

    /// Returns the id of the first heading, and whether that heading is the page's title.
    pub fn title_id(&self) -> Option<&str> {
        self.has_title().then(|| self.ids[0].as_str())
    }

    /// Returns the ids of all headings.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Tells whether the article starts with a heading, which the page shows as its title.
    fn has_title(&self) -> bool {
        self.depth == 0 && self.article.headings.first().is_some_and(|heading| heading.block == 0)
    }

    /// Returns where the article says what to do.
    pub fn steps(&self) -> Steps {
        let source = self.renderer.input.sources.get(self.article.source);
        Steps::of(self.article, source, &parameter_names(self.group), self.has_title())
    }

    /// Returns `text`, which is that of the block of that number, with its literals marked.
    pub fn marked(&self, text: &str, block: u32) -> Html {
        let from = self.article.literals.partition_point(|literal| literal.block < block);
        let of_block = self.article.literals[from..].iter().take_while(|literal| literal.block == block);
        let kept = of_block.filter(|literal| literal.kind == LiteralKind::CodeSpan || PLAIN.contains(&literal.kind));
        let values = kept.filter(|literal| literal.side == Side::Target).map(|literal| &*literal.value);
        html::marked(text, &values.take(MAX_MARKED).collect::<Vec<_>>())
    }

    /// Returns the sentence that says what `code` means, with its literals marked.
    pub fn introduced(&self, message: &str, code: &ErrorCode) -> Html {
        match facts::introduction(self.article, code) {
            Some(introduction) => self.marked(message, introduction.block),
            None => html::marked(message, &[]),
        }
    }

    /// Returns the article's title with its literals marked.
    pub fn title(&self, title: &str) -> Html {
        match self.article.headings.first() {
            Some(heading) => self.marked(title, heading.block),
            None => html::marked(title, &[]),
        }
    }

    /// Tells whether text follows the title, and not the next heading, once the passage that introduces
    /// `code` is in the page's head.
    pub fn starts_with_text(&self, code: &ErrorCode) -> bool {
        let introduction = facts::introduction(self.article, code).filter(|_| self.introduction(code).is_some());
        let skipped = introduction.map(|introduction| introduction.block);
        let mut blocks = self.article.blocks.iter().zip(0..).skip(usize::from(self.has_title()));
        let first = blocks.find(|(_, number)| Some(*number) != skipped);
        first.is_some_and(|(block, _)| !matches!(block.kind, BlockKind::Heading(_)))
    }

    /// Returns the body as HTML.
    ///
    /// On the page of a code, the passage that introduces it is left out, since the page's head shows it; and the
    /// steps come first.
    pub fn html(&self, code: Option<(&ErrorCode, &Steps)>) -> Html {
        self.html_of(self.events(), code)
    }

    /// Returns the same of the body's `events`.
    pub fn html_of(&self, events: Vec<(Event<'s>, Range<usize>)>, code: Option<(&ErrorCode, &Steps)>) -> Html {
        let input = self.renderer.input;
        if let Some(id) = self.title_id() {
            self.claim(id);
        }
        let skipped = code.and_then(|(code, _)| self.introduction(code));
        let events = match code {
            Some((_, steps)) => steps.arranged(events),
            None => events,
        };
        let is_kept = |range: &Range<usize>| {
            skipped.is_none_or(|span| range.start < span.start as usize || range.end > span.end as usize)
        };
        html::body(
            events.into_iter().filter(|(_, range)| is_kept(range)),
            self,
            &self.page.texts,
            &input.options.schemes,
        )
    }

    /// Returns the whole body as Markdown.
    pub fn markdown(&self) -> Markdown {
        let events = self.events().into_iter().map(|(event, _)| event);
        let include = |target: &str| Some(self.fragment(target)?.markdown());
        twin::write(events, self, &include, &self.renderer.input.messages.texts(&self.article.locale))
    }

    /// Returns what the body consists of, with its places in the source.
    pub fn events(&self) -> Vec<(Event<'s>, Range<usize>)> {
        let input = self.renderer.input;
        let source = input.sources.get(self.article.source);
        markdown::events(self.article, source, input.options, &parameter_names(self.group))
    }

    /// Returns the fragment at `target`, as long as the page has room for one.
    fn fragment(&self, target: &str) -> Option<Body<'b, 's>> {
        let catalog = self.renderer.input.catalog;
        if self.depth >= MAX_DEPTH || self.shared.includes.get() >= MAX_INCLUDES {
            return None;
        }
        self.shared.includes.set(self.shared.includes.get() + 1);
        let (group, article) = catalog.fragments.resolve(self.article, target, catalog.source_locale.as_ref())?;
        let body = Body::new(self.renderer, self.page, self.path, group, article, self.shared);
        Some(Body { depth: self.depth + 1, ..body })
    }

    /// Returns the paragraph that is nothing but the introduction of `code`, name and message both.
    fn introduction(&self, code: &ErrorCode) -> Option<Span> {
        let introduction = facts::introduction(self.article, code)?;
        let message = introduction.message?;
        let block = &self.article.blocks[introduction.block as usize];
        let text = &self.renderer.input.sources.get(self.article.source).text;
        let rest = &text[message.end as usize..block.span.end.max(message.end) as usize];
        let is_alone = block.kind == BlockKind::Paragraph && block.containers.depth() == 0 && rest.trim().is_empty();
        let has_segment = self.article.segments.iter().any(|segment| segment.block == introduction.block);
        (is_alone && !has_segment).then_some(block.span)
    }
}

impl Resolve for Body<'_, '_> {
    fn link(&self, target: &str) -> Option<Target> {
        let facts = &self.renderer.facts;
        let to = |href: String, external: bool, hreflang| Some(Target { href, external, hreflang });
        match self.renderer.input.catalog.resolve(self.article, target) {
            links::Target::Article { group, fragment } => {
                let shown = facts.shown(group, &self.page.locale);
                let other = shown.article.locale != self.page.locale;
                let way = self.way(&facts.path(group, &self.page.locale));
                let fragment = fragment.map(|fragment| format!("#{}", address::encoded(&fragment))).unwrap_or_default();
                to(format!("{way}{fragment}"), false, other.then(|| shown.article.locale.tag().to_owned()))
            }
            links::Target::Here(fragment) => to(format!("#{}", address::encoded(&fragment)), false, None),
            links::Target::File(file) => {
                let path = self.renderer.pictures.linked(self.article, &file)?;
                to(self.way(&path), false, None)
            }
            links::Target::External if target.trim().is_empty() => None,
            links::Target::External => to(target.trim().to_owned(), true, None),
            links::Target::Broken(_) | links::Target::Outside => None,
        }
    }

    fn image(&self, target: &str) -> Option<Picture> {
        let (path, size) = self.renderer.pictures.find(self.article, target)?;
        Some(Picture { src: self.way(&path), size })
    }

    fn heading_id(&self, index: usize) -> Option<&str> {
        self.ids.get(index).map(String::as_str)
    }

    fn claim(&self, id: &str) -> bool {
        self.shared.ids.borrow_mut().insert(id.to_owned())
    }

    fn is_title(&self, index: usize) -> bool {
        index == 0 && self.has_title()
    }

    fn parameter(&self, name: &str) -> Option<String> {
        let known = self.renderer.facts.parameters().contains_key(name);
        known.then(|| self.way(&address::parameter(&self.page.locale, name)))
    }

    fn include(&self, target: &str) -> Option<Html> {
        Some(self.fragment(target)?.html(None))
    }

    fn original(&self) -> (&str, &str) {
        self.original
    }

    fn literals(&self, range: &Range<usize>) -> &[Range<usize>] {
        let from = self.literals.partition_point(|literal| literal.start < range.start);
        let count = self.literals[from..].partition_point(|literal| literal.end <= range.end);
        &self.literals[from..from + count]
    }
}

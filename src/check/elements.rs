//! Elements of HTML that hold blocks: what of them is never closed, or gone.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::context::GroupContext;
use crate::catalog::origin::Evidence;
use crate::markdown::prose::{Prose, Run, RunKind};
use crate::model::literal::Side;
use crate::source::{SourceMap, Span};

/// Elements that have to be closed, and that readers miss.
const NAMES: [&str; 8] = ["details", "summary", "table", "ul", "ol", "div", "blockquote", "pre"];

/// The tags of one element in an article.
#[derive(Debug, Default)]
struct Tags {
    count: usize,
    /// The first one, and those that nothing closes.
    first: Option<Span>,
    open: Vec<Span>,
}

/// The elements of an article, by name.
type Elements = BTreeMap<&'static str, Tags>;

/// What became of an element.
pub struct Broken {
    pub name: &'static str,
    /// The tag that nothing closes; `None` where the origin's tag is gone.
    pub open: Option<Span>,
    /// The tag in the article that it is held against.
    pub origin: Span,
    pub model: usize,
    pub evidence: Evidence,
}

/// The elements of a group, read when they are first asked for.
pub struct Survey<'c, 'g> {
    context: &'g GroupContext<'c>,
    elements: OnceCell<Vec<Elements>>,
}

impl<'c, 'g> Survey<'c, 'g> {
    pub fn of(context: &'g GroupContext<'c>) -> Self {
        Self { context, elements: OnceCell::new() }
    }

    /// Returns the first element of an article that is broken, where those that it is held against have it whole and as
    /// often: the source, or most of the other translations.
    pub fn broken(&self, article: usize) -> Option<Broken> {
        let context = self.context;
        let read = || context.prose.iter().map(|prose| elements(prose, context.sources)).collect();
        let all = self.elements.get_or_init(read);
        if all.iter().all(BTreeMap::is_empty) {
            return None;
        }
        let outline = context.readings.outline(article)?;
        let evidence = outline.evidence(0);
        let models: Vec<usize> = match evidence {
            Evidence::Source(_) => outline.passages.first().map(|passage| passage.article).into_iter().collect(),
            _ => context.read_translations().filter(|&other| other != article).collect(),
        };
        let none = Tags::default();
        NAMES.into_iter().find_map(|name| {
            let own = all[article].get(name).unwrap_or(&none);
            let whole = models.iter().filter_map(|&model| Some((model, all[model].get(name)?)));
            let whole = whole.filter(|(_, tags)| tags.open.is_empty());
            // An unclosed tag says so by itself; a lost one only by their number.
            let is_broken = |tags: &Tags| !own.open.is_empty() || own.count < tags.count;
            let against: Vec<(usize, &Tags)> = whole.filter(|(_, tags)| is_broken(tags)).collect();
            let &(model, tags) = against.first().filter(|_| 2 * against.len() > models.len())?;
            let is_told = !own.open.is_empty() || is_own_line(name);
            let (open, origin) = (own.open.first().copied(), tags.first?);
            is_told.then(|| Broken { name, open, origin, model, evidence: evidence.clone() })
        })
    }
}

/// Tells whether an element that is gone was no part of a passage that is gone.
fn is_own_line(name: &str) -> bool {
    matches!(name, "details" | "summary")
}

/// Reads the tags of an article's own text.
fn elements(prose: &Prose<'_>, sources: &SourceMap) -> Elements {
    let mut elements = Elements::new();
    let is_tag = |run: &&Run<'_>| run.kind == RunKind::Html && run.side == Side::Target;
    for span in prose.runs.iter().filter(is_tag).map(|run| run.span) {
        // Text between the tags of a block is of the same kind.
        let Some(tag) = sources.slice(span).strip_prefix('<') else { continue };
        let name = tag.trim_start_matches('/');
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
        let Some(name) = NAMES.into_iter().find(|known| known.eq_ignore_ascii_case(name)) else { continue };
        let tags = elements.entry(name).or_default();
        if tag.starts_with('/') {
            tags.open.pop();
        } else {
            tags.count += 1;
            tags.first.get_or_insert(span);
            tags.open.push(span);
        }
    }
    elements
}

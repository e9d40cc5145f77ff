//! What a passage or a link of a translation goes with in the text that it translates.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::compare::Difference;
use super::context::GroupContext;
use crate::catalog::origin::{Evidence, Original};
use crate::catalog::target;
use crate::diag::cut;
use crate::markdown::prose::{Link, Prose, RunKind};
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::source::Span;

/// A link of the text that an article translates.
#[derive(Debug, Clone)]
pub struct OriginalLink<'c> {
    pub prose: &'c Prose<'c>,
    pub link: &'c Link<'c>,
    pub evidence: Option<Evidence>,
}

impl OriginalLink<'_> {
    /// Returns the number of its article in the group, and on which side of it the link stands.
    pub fn place(&self, context: &GroupContext<'_>) -> Option<(usize, Side)> {
        let article = context.prose.iter().position(|prose| std::ptr::eq(prose, self.prose))?;
        Some((article, self.link.side))
    }

    /// Returns the text of the link.
    pub fn text(&self) -> String {
        self.prose.link_text(self.link)
    }
}

/// Returns for each link and picture of the article the one that it translates: the same target in the same
/// passage, or the one that its target was changed from; the first such one elsewhere in the source where the
/// passage has none.
pub fn links<'c>(context: &'c GroupContext<'_>, article: usize) -> Vec<Option<OriginalLink<'c>>> {
    let prose = &context.prose[article];
    let mut used: BTreeMap<(usize, Side, u32), Unpaired<'c>> = BTreeMap::new();
    let mut elsewhere: Option<BTreeMap<Cow<'_, str>, &Link<'_>>> = None;
    let mut found = Vec::with_capacity(prose.links.len());
    for link in &prose.links {
        if link.side == Side::Source {
            found.push(None);
            continue;
        }
        let original = context.readings.original(article, link.block);
        let same = original.and_then(|original| in_passage(context, &original, link, &mut used));
        let same = same.or_else(|| changed(context, article, link));
        let source = context.group.source.filter(|&source| source != article);
        let same = same.or_else(|| {
            let prose = &context.prose[source?];
            let map = elsewhere.get_or_insert_with(|| {
                let links = prose.links.iter().rev();
                links.map(|link| (target::link_key(&link.target), link)).collect()
            });
            let link = map.get(&target::link_key(&link.target)).filter(|other| other.is_picture == link.is_picture)?;
            Some(OriginalLink { prose, link, evidence: None })
        });
        found.push(same);
    }
    found
}

/// Returns the next link of the passage that leads to the same place.
fn in_passage<'c>(
    context: &'c GroupContext<'_>,
    original: &Original,
    link: &Link<'_>,
    used: &mut BTreeMap<(usize, Side, u32), Unpaired<'c>>,
) -> Option<OriginalLink<'c>> {
    let prose = &context.prose[original.article];
    let links = || prose.links_of(original.block).filter(|other| other.side == original.side);
    let free = used
        .entry((original.article, original.side, original.block))
        .or_insert_with(|| Unpaired { links: links().map(Some).collect(), first: 0 });
    let fits = |other: &&Link<'_>| {
        other.is_picture == link.is_picture && target::is_same(LiteralKind::Link, &other.target, &link.target)
    };
    Some(OriginalLink { prose, link: free.take(fits)?, evidence: Some(original.evidence.clone()) })
}

/// The links of a passage that no link translates yet.
struct Unpaired<'c> {
    links: Vec<Option<&'c Link<'c>>>,
    /// All before this one are gone.
    first: usize,
}

impl<'c> Unpaired<'c> {
    /// So many are looked at for one that fits.
    const REACH: usize = 256;

    /// Takes the first that fits.
    fn take(&mut self, fits: impl Fn(&&'c Link<'c>) -> bool) -> Option<&'c Link<'c>> {
        let near = self.links[self.first..].iter_mut().take(Self::REACH);
        let found = near.into_iter().find(|link| link.as_ref().is_some_and(&fits))?.take();
        let gone = self.links[self.first..].iter().take_while(|link| link.is_none()).count();
        self.first += gone;
        found
    }
}

/// Returns the link that `link` has another target than.
fn changed<'c>(context: &'c GroupContext<'_>, article: usize, link: &Link<'_>) -> Option<OriginalLink<'c>> {
    let is_its = |actual: &Literal| link.span.contains(actual.span) && *actual.value == *link.target;
    let expected = context.differences(article, LiteralKind::Link).iter().find_map(|found| match found {
        Difference::Differs { expected, actual } if is_its(actual) => Some(expected),
        _ => None,
    })?;
    let source = expected.literal.span.source;
    let origin = context.group.index_of(source)?;
    let prose = context.prose.get(origin)?;
    let link = prose.links.iter().find(|link| !link.is_picture && link.span.contains(expected.literal.span))?;
    Some(OriginalLink { prose, link, evidence: Some(expected.evidence.clone()) })
}

/// Returns the first translation's link to the same place in the same passage for which `counts`, where there is
/// no source to ask.
pub fn sibling_link<'c>(
    context: &'c GroupContext<'_>,
    article: usize,
    link: &Link<'_>,
    counts: impl Fn(&str) -> bool,
) -> Option<OriginalLink<'c>> {
    sibling_links(context, article, link).find(|sibling| counts(&sibling.text()))
}

/// Returns the other translations' links to the same place in the same passage, the first of each.
pub fn sibling_links<'c>(
    context: &'c GroupContext<'_>,
    article: usize,
    link: &Link<'_>,
) -> impl Iterator<Item = OriginalLink<'c>> {
    let column = context.readings.column(article, link.block);
    let target = link.target.to_string();
    let others = (0..context.prose.len()).filter(move |&other| other != article);
    others.filter_map(move |other| {
        let prose = &context.prose[other];
        let block = context.readings.block(other, column?)?;
        let mut links = prose.links_of(block).filter(|other| other.side == Side::Target && !other.is_picture);
        let link = links.find(|other| target::is_same(LiteralKind::Link, &other.target, &target))?;
        Some(OriginalLink { prose, link, evidence: None })
    })
}

/// Tells whether something that a passage shows is strange to what it translates: its origin does not show
/// it, nor do most translations where no origin is known.
pub fn is_stranger(context: &GroupContext<'_>, article: usize, block: u32, shows: impl Fn(&Shown<'_>) -> bool) -> bool {
    let shown = |article: usize, block: u32, side: Side| shows(&Shown { prose: context.prose, article, block, side });
    if let Some(original) = context.readings.original(article, block) {
        return !shown(original.article, original.block, original.side);
    }
    if let Some(source) = context.group.source.filter(|&source| source != article) {
        // The passage is not known: what stands anywhere in the source may have come from there.
        let blocks = u32::try_from(context.group.articles[source].blocks.len()).expect("fewer than bytes");
        return !(0..blocks).any(|block| shown(source, block, Side::Target));
    }
    let Some(column) = context.readings.column(article, block) else { return true };
    let others: Vec<(usize, u32)> = (0..context.prose.len())
        .filter(|&other| other != article)
        .filter_map(|other| Some((other, context.readings.block(other, column)?)))
        .collect();
    let showing = others.iter().filter(|&&(other, block)| shown(other, block, Side::Target)).count();
    // Two that show it mean it; one of two is as good as the other.
    2 * showing < others.len().max(1)
}

/// Returns the passages that a block of an article is held against: its origin's, or without one those of
/// all other translations.
pub fn models(context: &GroupContext<'_>, article: usize, block: u32) -> Vec<Original> {
    if let Some(original) = context.readings.original(article, block) {
        return vec![original];
    }
    let Some(column) = context.readings.column(article, block) else { return Vec::new() };
    let others = (0..context.prose.len()).filter(|&other| other != article);
    let blocks: Vec<(usize, u32)> =
        others.filter_map(|other| Some((other, context.readings.block(other, column)?))).collect();
    // Two that agree against one are a majority.
    if blocks.len() < 2 {
        return Vec::new();
    }
    let evidence = Evidence::Majority { agree: blocks.len(), of: blocks.len() + 1 };
    blocks
        .into_iter()
        .map(|(article, block)| Original { article, block, side: Side::Target, evidence: evidence.clone() })
        .collect()
}

/// Returns where the passage's origin stands, and why it counts as one.
pub fn original_span(context: &GroupContext<'_>, article: usize, block: u32) -> Option<(Span, Evidence)> {
    let original = context.readings.original(article, block)?;
    let article = &context.group.articles[original.article];
    let runs = context.prose[original.article].block(original.block);
    let mut of_side = runs.iter().filter(|run| run.side == original.side);
    let span = match of_side.next() {
        Some(first) if original.side == Side::Source => {
            let last = of_side.next_back().unwrap_or(first);
            Span { end: last.span.end, ..first.span }
        }
        _ => context.trimmed(article.blocks[original.block as usize].span),
    };
    Some((span, original.evidence))
}

/// A passage as readers see it.
pub struct Shown<'s> {
    prose: &'s [Prose<'s>],
    article: usize,
    block: u32,
    side: Side,
}

impl Shown<'_> {
    /// Returns the text outside code spans; links keep their text.
    pub fn text(&self) -> String {
        let runs = self.prose[self.article].block(self.block).iter();
        let texts = runs.filter(|run| run.side == self.side && matches!(run.kind, RunKind::Text | RunKind::Break));
        texts.map(|run| &*run.text).collect()
    }

    /// Returns how many links there are.
    pub fn links(&self) -> usize {
        let links = self.prose[self.article].links_of(self.block);
        links.filter(|link| link.side == self.side && !link.is_picture).count()
    }
}

/// Returns a text on one line, cut to what a message can hold.
pub fn one_line(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    cut(&words, 60)
}

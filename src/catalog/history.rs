//! What of a source has changed since a translation was made from it, where its older text is at hand.

use std::collections::BTreeSet;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::align::align;
use crate::markdown;
use crate::model::article::Article;
use crate::source::{Source, Span};

/// An article and its text.
pub type Text<'a> = (&'a Article, &'a Source);

/// What has changed for one translation.
#[derive(Debug, Default)]
pub struct History {
    /// In the order of the source.
    pub changes: Vec<Change>,
    /// How many blocks the source has now.
    pub blocks: usize,
    /// The blocks of the source that are not what they were.
    changed: BTreeSet<u32>,
}

/// One passage that has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The translation's passage; what is new should stand behind it.
    pub place: Span,
    /// The source's passage now; where it stood, if it is gone.
    pub now: Span,
    /// What it read then; `None` where it is new.
    pub then: Option<Box<str>>,
    /// Whether the source no longer has it.
    pub is_gone: bool,
}

impl History {
    /// Compares the source `now` with its text `then`, from which `translation` was made.
    ///
    /// What readers read is compared: a new date, target or marker is no change.
    pub fn of(then: Text<'_>, now: Text<'_>, translation: Text<'_>) -> Self {
        let (old, new) = (passages(then), passages(now));
        let mut history = Self { blocks: new.len(), ..Self::default() };
        history.compare_front_matter(then, now, translation);
        if old == new {
            return history;
        }
        let places = Places::of(then, translation);
        let of_now = |at: usize| now.0.blocks[at].span;
        for operation in capture_diff_slices(Algorithm::Patience, &old, &new) {
            let (_, before, after) = operation.as_tag_tuple();
            if matches!(operation, DiffOp::Equal { .. }) {
                continue;
            }
            for at in 0..before.len().max(after.len()) {
                let (was, is) = (before.clone().nth(at), after.clone().nth(at));
                history.changed.extend(is.and_then(|at| u32::try_from(at).ok()));
                history.changes.push(Change {
                    place: was.map_or_else(|| places.behind(before.end), |was| places.of_block(was)),
                    now: is.map_or_else(|| behind(now, after.end), of_now),
                    then: was.map(|was| old[was].as_str().into()),
                    is_gone: is.is_none(),
                });
            }
        }
        // What says nothing to readers, such as a picture, has no words to be translated.
        history.changes.retain(|change| change.then.as_deref() != Some("") || !change.is_gone);
        history
    }

    /// Tells whether the block of the source is not what it was.
    pub fn has_changed(&self, block: u32) -> bool {
        self.changed.contains(&block)
    }

    /// Compares the texts in front matter that are translated.
    fn compare_front_matter(&mut self, then: Text<'_>, now: Text<'_>, translation: Text<'_>) {
        let of = |(article, _): Text<'_>, name: &str| match name {
            "title" => article.front.title.clone(),
            _ => article.front.description.clone(),
        };
        for name in ["title", "description"] {
            let places = (translation.0.front.key(name), now.0.front.key(name));
            let (old, new) = (of(then, name), of(now, name));
            if let (Some(place), Some(is)) = places
                && old != new
            {
                let (place, now) = (place.value_span(), is.value_span());
                self.changes.push(Change { place, now, then: old, is_gone: false });
            }
        }
    }
}

/// Returns what readers read in each block of an article.
fn passages((article, source): Text<'_>) -> Vec<String> {
    let text = |span: Span| markdown::plain_text(source, span).split_whitespace().collect::<Vec<_>>().join(" ");
    article.blocks.iter().map(|block| text(block.span)).collect()
}

/// Returns the end of the block of the article before the one numbered `at`.
fn behind((article, _): Text<'_>, at: usize) -> Span {
    let before = at.checked_sub(1).and_then(|before| article.blocks.get(before));
    let end = before.map_or(article.body.start, |block| block.span.end);
    Span { source: article.source, start: end, end }
}

/// Where a translation has the blocks of the text that it was made from.
struct Places<'a> {
    translation: &'a Article,
    text: &'a Source,
    /// For each block of that text the translation's block.
    blocks: Vec<Option<usize>>,
}

impl<'a> Places<'a> {
    fn of((then, _): Text<'_>, (translation, text): Text<'a>) -> Self {
        let mut blocks = vec![None; then.blocks.len()];
        for (block, at) in align(then, translation).into_iter().enumerate() {
            if let Some(at) = at {
                blocks[at as usize] = Some(block);
            }
        }
        Self { translation, text, blocks }
    }

    /// Returns the translation of the block; where there is none, the end of the one before.
    fn of_block(&self, at: usize) -> Span {
        match self.blocks[at] {
            Some(block) => self.trimmed(block),
            None => self.behind(at),
        }
    }

    /// Returns the end of the last translation of a block before the one numbered `at`.
    fn behind(&self, at: usize) -> Span {
        let before = self.blocks[..at].iter().rev().find_map(|block| *block);
        let end = before.map_or(self.translation.body.start, |block| self.trimmed(block).end);
        Span { source: self.translation.source, start: end, end }
    }

    /// Returns a block without blanks and line ends behind it.
    fn trimmed(&self, block: usize) -> Span {
        let span = self.translation.blocks[block].span;
        let start = span.range().start;
        Span::new(span.source, start..start + self.text.slice(span).trim_end().len())
    }
}

//! Passages that are nowhere in the translation.

use std::collections::BTreeSet;

use super::became::{self, Became};
use super::{Change, ChangeKind, Gap, View};
use crate::catalog::outline::Passage;
use crate::check::context::occurrences;
use crate::check::displaced::names;
use crate::model::document::{Block, BlockKind};
use crate::source::Span;

/// From so many lost places on an article has one finding for all of them.
const MANY: usize = 4;

/// So many items of a list are looked at for one that took in the next.
const MOST: usize = 64;

/// Returns the passages of a gap that are lost, neighbours together; `other` characters stand in blocks of
/// the gap that go with nothing.
pub(super) fn of(view: &View<'_>, gap: &Gap, lost: &[usize], other: usize) -> Vec<Change> {
    let lost: Vec<usize> = lost.iter().copied().filter(|&at| view.says_something(&view.outline.passages[at])).collect();
    let change = |numbers: &[usize]| Change {
        kind: ChangeKind::Lost,
        passages: numbers.iter().map(|&number| view.outline.passages[number]).collect(),
        block: None,
        evidence: view.outline.evidence(numbers[0]),
    };
    // Of a code span alone its own rules speak.
    let says_more = |&at: &usize| {
        let passage = &view.outline.passages[at];
        view.original(passage).kind == BlockKind::Cell || view.has_words(passage)
    };
    if !lost.iter().any(says_more) {
        return Vec::new();
    }
    let became = |became: Became, block: u32, lost: &[usize]| Change {
        kind: ChangeKind::Became(became),
        block: Some(block),
        ..change(lost)
    };
    if let Some((items, block)) = taken_in(view, gap, &lost) {
        return vec![became(Became::NoList, block, &items)];
    }
    if !is_elsewhere(view, gap, &lost, other) {
        return vec![change(&lost)];
    }
    let run_in = run_in(view, gap, &lost).map(|block| became(Became::NoList, block, &lost));
    let run_in = run_in.or_else(|| {
        let block = joined(view, gap, &lost).filter(|_| other == 0)?;
        let is_heading = matches!(view.block(block).kind, BlockKind::Heading(_));
        Some(became(if is_heading { Became::Heading } else { Became::Joined }, block, &lost))
    });
    run_in.into_iter().collect()
}

/// Returns the block that took in lost passages: an item of the same list, or the heading before a paragraph.
fn joined(view: &View<'_>, gap: &Gap, lost: &[usize]) -> Option<u32> {
    let originals: Vec<&Block> = lost.iter().map(|&at| view.original(&view.outline.passages[at])).collect();
    let first = *originals.first()?;
    let is_item = |block: &Block| {
        block.kind == BlockKind::Paragraph
            && block.containers == first.containers
            && became::starts_item(view.sources, block)
    };
    let is_list = first.containers.is_in_list() && originals.iter().all(|block| is_item(block));
    let is_paragraph = || first.kind == BlockKind::Paragraph && originals.len() == 1;
    neighbours(view, gap).into_iter().enumerate().find_map(|(number, passage)| {
        let (was, block) = (view.original(passage), view.readings.block(view.article, passage.column)?);
        let is_before = number == 0 && gap.passages.start > gap.first;
        let is_heading = || {
            matches!(was.kind, BlockKind::Heading(_))
                && was.containers == first.containers
                && is_before
                && is_paragraph()
                && has_grown(view, gap, passage, block, lost)
        };
        (is_list && is_item(was) && is_item(view.block(block)) || is_heading()).then_some(block)
    })
}

/// Tells whether a block is as much longer than a passage as lost ones are long.
fn has_grown(view: &View<'_>, gap: &Gap, passage: &Passage, block: u32, lost: &[usize]) -> bool {
    let length = |text: String| length(&text) as f64;
    let gone: f64 = lost.iter().map(|&at| length(view.original_text(&view.outline.passages[at]))).sum();
    let ratio = ratio(view, gap);
    length(view.text(block)) > ratio * (length(view.original_text(passage)) + 0.6 * gone)
}

/// Returns the block beside a gap if the first lost passage, an item of a list, stands in it with its marker:
/// `Open it. 2. Close it.`
fn run_in(view: &View<'_>, gap: &Gap, lost: &[usize]) -> Option<u32> {
    let marker = marker(view, &view.outline.passages[*lost.first()?])?;
    neighbours(view, gap).into_iter().find_map(|passage| {
        let block = view.readings.block(view.article, passage.column)?;
        (shows(&view.text(block), marker) && !shows(&view.original_text(passage), marker)).then_some(block)
    })
}

/// Returns the lost passages if they are items of a list, and the block that holds the first of them on a line of its own.
/// Which of a list's items seems lost is chance where two of them are one: all behind that block are out of step.
fn taken_in(view: &View<'_>, gap: &Gap, lost: &[usize]) -> Option<(Vec<usize>, u32)> {
    let &first = lost.first()?;
    let passages = &view.outline.passages;
    let item = view.original(&passages[first]);
    let is_item = |at: usize| {
        let is_beside = view.original(&passages[at]).containers == item.containers;
        is_beside.then(|| marker(view, &passages[at])).flatten()
    };
    is_item(first)?;
    let holds = |at: usize, next: usize| {
        let block = view.readings.block(view.article, passages[at].column)?;
        has_items(view, &passages[at], block, is_item(next)?).then_some(block)
    };
    let beside = [(gap.passages.start > gap.first).then_some(gap.first), Some(gap.passages.end)];
    let beside = beside.into_iter().flatten().filter(|&at| at < passages.len());
    let before = || (0..gap.passages.start).rev().take_while(|&at| is_item(at).is_some()).take(MOST);
    let near = beside.into_iter().find_map(|at| Some((lost.to_vec(), holds(at, first)?)));
    near.or_else(|| {
        before().find_map(|at| Some(((at + 1..first).chain(lost.iter().copied()).collect(), holds(at, at + 1)?)))
    })
}

/// Returns the marker of a passage that is an item of a list.
fn marker<'v>(view: &'v View<'_>, passage: &Passage) -> Option<&'v str> {
    let original = view.original(passage);
    let source = &view.sources.get(original.span.source).text[..original.span.start as usize];
    let line = source[source.rfind('\n').map_or(0, |at| at + 1)..].trim_start_matches([' ', '\t', '>']);
    became::marker(line).filter(|_| original.containers.is_in_list())
}

/// Tells whether a block holds lines that look like items, or like the item of `marker` without its full stop, and the
/// passage that it translates holds none.
fn has_items(view: &View<'_>, passage: &Passage, block: u32, marker: &str) -> bool {
    let number = marker.trim_end_matches(|c: char| !c.is_numeric());
    let is_numbered = |line: &str| {
        let line = line.trim_start_matches([' ', '\t', '>']);
        !number.is_empty() && line.strip_prefix(number).is_some_and(|rest| rest.starts_with(' '))
    };
    let is_list = |span: Span| {
        let source = view.sources.slice(span);
        became::is_list(source) || source.lines().skip(1).any(is_numbered)
    };
    is_list(view.block(block).span) && !is_list(view.original(passage).span)
}

/// Tells whether a text shows a marker amid it, apart from what stands before and behind.
fn shows(text: &str, marker: &str) -> bool {
    text.match_indices(marker).filter(|&(at, _)| at > 0).any(|(at, _)| {
        let after = text[at + marker.len()..].chars().next();
        let is_apart = text[..at].ends_with(|c: char| c.is_whitespace() || !c.is_alphanumeric() && !c.is_ascii());
        is_apart && after.is_some_and(char::is_whitespace)
    })
}

/// Returns the passages beside a gap.
fn neighbours<'v>(view: &'v View<'_>, gap: &Gap) -> Vec<&'v Passage> {
    let passages = &view.outline.passages;
    let before = passages.get(gap.first).filter(|_| gap.passages.start > gap.first);
    [before, passages.get(gap.passages.end)].into_iter().flatten().collect()
}

/// Tells whether the text of lost passages may stand in a neighbour, by their lengths.
fn is_elsewhere(view: &View<'_>, gap: &Gap, lost: &[usize], other: usize) -> bool {
    let lengths = |passage: &Passage| {
        let block = view.readings.block(view.article, passage.column)?;
        let same_kind = view.original(passage).kind != BlockKind::Code;
        same_kind.then(|| (length(&view.original_text(passage)), length(&view.text(block))))
    };
    let ratio = ratio(view, gap);
    let gone: usize = lost.iter().map(|&at| length(&view.original_text(&view.outline.passages[at]))).sum();
    let gone = gone as f64 * ratio;
    if other as f64 >= 0.5 * gone {
        return true;
    }
    // Headings and cells do not flow into their neighbours.
    let lost: Vec<&Passage> = lost.iter().map(|&at| &view.outline.passages[at]).collect();
    if !lost.iter().any(|passage| view.original(passage).kind == BlockKind::Paragraph) {
        return false;
    }
    let mut neighbours = neighbours(view, gap);
    if let Some(is_there) = stands_in(view, &lost, &neighbours) {
        return is_there;
    }
    // What holds nothing but code is as long in every language.
    neighbours.retain(|passage| view.has_words(passage));
    let more: usize = lost.iter().map(|passage| sentences(&view.original_text(passage))).sum();
    neighbours.into_iter().filter_map(|passage| Some((passage, lengths(passage)?))).any(|(passage, (old, is))| {
        let (was, is) = (old as f64 * ratio, is as f64);
        if is > was + 0.2 * gone && has_more(view, passage, more) {
            return true;
        }
        // A short passage is lost in the noise of a long neighbour: then it counts as lost.
        gone >= 0.4 * was && is > was + 0.6 * gone && !is_usual(view, gap, passage, is / old.max(1) as f64)
    })
}

/// Tells whether the translation of a passage has so many sentences more.
fn has_more(view: &View<'_>, passage: &Passage, more: usize) -> bool {
    let block = view.readings.block(view.article, passage.column);
    block.is_some_and(|block| sentences(&view.text(block)) >= sentences(&view.original_text(passage)) + more)
}

/// Returns how many sentences a text has; one that nothing ends counts.
fn sentences(text: &str) -> usize {
    let text = text.trim();
    let is_end = |(at, c): &(usize, char)| match c {
        '。' | '！' | '？' | '।' => true,
        '.' | '!' | '?' | '؟' | ':' => text[at + c.len_utf8()..].starts_with(char::is_whitespace),
        _ => false,
    };
    let ends = text.char_indices().filter(is_end).count();
    ends + usize::from(!text.ends_with(['。', '！', '？', '।']))
}

/// Tells whether a passage of the same kind and about the same length, and no neighbour of the gap, grew as much.
fn is_usual(view: &View<'_>, gap: &Gap, passage: &Passage, growth: f64) -> bool {
    let size = length(&view.original_text(passage));
    view.outline.passages.iter().zip(&Lengths::of(view).each).enumerate().any(|(number, (other, &(was, is)))| {
        let is_near = number == gap.first || number == gap.passages.end;
        let is_as_long = was <= 2 * size && size <= 2 * was;
        !is_near
            && is_as_long
            && is.is_some_and(|is| is as f64 >= growth * was as f64)
            && view.original(other).is_like(view.original(passage))
            && view.has_words(other)
    })
}

/// How many characters each passage has and its block in the article, and all passages together that have one.
pub(super) struct Lengths {
    each: Vec<(usize, Option<usize>)>,
    all: (usize, usize),
}

impl Lengths {
    fn of<'v>(view: &'v View<'_>) -> &'v Self {
        view.lengths.get_or_init(|| {
            let lengths = |passage: &Passage| {
                let block = view.readings.block(view.article, passage.column);
                (length(&view.original_text(passage)), block.map(|block| length(&view.text(block))))
            };
            let each: Vec<(usize, Option<usize>)> = view.outline.passages.iter().map(lengths).collect();
            let both = each.iter().filter_map(|&(was, is)| Some((was, is?)));
            let all = both.fold((0, 0), |all, (was, is)| (all.0 + was, all.1 + is));
            Self { each, all }
        })
    }
}

fn length(text: &str) -> usize {
    text.trim().chars().count()
}

/// Returns how long the article's text is for a character of the origin's, by the passages that are no
/// neighbours of the gap; where those are too few, as their languages usually are.
fn ratio(view: &View<'_>, gap: &Gap) -> f64 {
    let lengths = Lengths::of(view);
    let (mut was, mut is) = lengths.all;
    let near = [Some(gap.first), Some(gap.passages.end).filter(|end| *end != gap.first)];
    for passage in near.into_iter().flatten() {
        if let Some(&(old, Some(new))) = lengths.each.get(passage) {
            was -= old;
            is -= new;
        }
    }
    if was >= ENOUGH {
        return is as f64 / was as f64;
    }
    let size = |article: usize| size(view.group.articles[article].locale.language());
    let origin = view.outline.passages.first().map_or(view.article, |passage| passage.article);
    size(view.article) / size(origin)
}

/// So many characters tell how long a language is.
const ENOUGH: usize = 120;

/// Returns how many characters a language usually has for one of English.
fn size(language: &str) -> f64 {
    match language {
        "zh" => 0.38,
        "ja" => 0.48,
        "ko" => 0.52,
        "ar" | "fa" | "he" => 0.85,
        "en" | "th" => 1.0,
        _ => 1.12,
    }
}

/// Tells whether what needs no language in lost passages stands in their neighbours; `None` where they have
/// nothing of the kind that their neighbours have not, too.
fn stands_in(view: &View<'_>, lost: &[&Passage], neighbours: &[&Passage]) -> Option<bool> {
    let texts: Vec<String> = lost.iter().map(|passage| view.original_text(passage)).collect();
    let known: String = neighbours.iter().map(|passage| view.original_text(passage) + " ").collect();
    let is_strong = |name: &&str| {
        let inner = name.chars().skip(1).any(|c| c.is_ascii_uppercase());
        inner || name.chars().any(|c| c.is_ascii_digit())
    };
    let strong: BTreeSet<&str> = texts.iter().flat_map(|text| names(text)).filter(is_strong).collect();
    let strong: Vec<&str> = strong.into_iter().collect();
    let common: BTreeSet<usize> = occurrences(&known, &strong).into_iter().map(|(name, _)| name).collect();
    let strong = strong.into_iter().enumerate().filter(|(number, _)| !common.contains(number));
    let strong: Vec<&str> = strong.map(|(_, name)| name).collect();
    if strong.is_empty() {
        return None;
    }
    let there: String = neighbours
        .iter()
        .filter_map(|passage| view.readings.block(view.article, passage.column))
        .map(|block| view.text(block) + " ")
        .collect();
    Some(!occurrences(&there, &strong).is_empty())
}

/// Returns the cells and headings that are there without a word.
pub(super) fn emptied(view: &View<'_>) -> Vec<Change> {
    let article = &view.group.articles[view.article];
    let mut changes: Vec<Change> = Vec::new();
    for (number, passage) in view.outline.passages.iter().enumerate() {
        let kind = view.original(passage).kind;
        if !matches!(kind, BlockKind::Cell | BlockKind::Heading(_)) {
            continue;
        }
        let Some(block) = view.readings.block(view.article, passage.column) else { continue };
        let is_empty = view.prose[view.article].block(block).is_empty()
            && view
                .sources
                .slice(article.blocks[block as usize].span)
                .trim_matches(['#', '|', ' ', '\r', '\n', '\t'])
                .is_empty();
        if is_empty && view.says_something(passage) {
            // A row that lost its bars has one cell, and the others are empty.
            let is_row = |last: &Passage| kind == BlockKind::Cell && view.are_in_row(passage, last);
            match changes.last_mut() {
                Some(last) if last.passages.last().is_some_and(is_row) => last.passages.push(*passage),
                _ => {
                    let evidence = view.outline.evidence(number);
                    let passages = vec![*passage];
                    changes.push(Change { kind: ChangeKind::Lost, passages, block: Some(block), evidence });
                }
            }
        }
    }
    changes
}

/// Makes one change of the cells that a table lost: which of its like cells they are cannot always be told.
pub(super) fn join_cells(view: &View<'_>, changes: &mut Vec<Change>) {
    let is_cells = |change: &Change| {
        change.kind == ChangeKind::Lost
            && change.passages.iter().all(|passage| view.original(passage).kind == BlockKind::Cell)
    };
    changes.sort_by_key(|change| change.passages.first().map(|passage| passage.column));
    changes.dedup_by(|next, last| {
        let (Some(from), Some(to)) = (last.passages.last(), next.passages.first()) else { return false };
        let is_table = |column: u32| {
            let at = view.outline.passages.partition_point(|passage| passage.column < column);
            view.outline.passages.get(at).is_some_and(|passage| view.original(passage).kind == BlockKind::Cell)
        };
        let is_one = is_cells(last) && is_cells(next) && (from.column..to.column).all(is_table);
        if is_one {
            last.passages.append(&mut next.passages);
        }
        is_one
    });
}

/// Makes one change of many losses: a translation of another text has one finding, not dozens.
pub(super) fn join_many(changes: &mut Vec<Change>) {
    let is_lost = |change: &Change| change.kind == ChangeKind::Lost;
    if changes.iter().filter(|change| is_lost(change)).count() < MANY {
        return;
    }
    let (lost, mut kept): (Vec<Change>, Vec<Change>) = std::mem::take(changes).into_iter().partition(is_lost);
    let mut all = lost.into_iter();
    if let Some(mut first) = all.next() {
        first.passages.extend(all.flat_map(|change| change.passages));
        kept.push(first);
    }
    *changes = kept;
}

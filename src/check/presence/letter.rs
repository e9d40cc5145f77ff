//! Words of Latin letters in which a letter became one of another script: `bo以te` for `boîte`, a Cyrillic `с` in
//! `Micro`.

use std::ops::Range;

use unicode_script::Script;

use super::peers::{Peers, own_text, times};
use crate::catalog::origin::Evidence;
use crate::check::context::GroupContext;
use crate::check::language::{is_alphabetic, script};
use crate::check::near::{self, Budget};
use crate::check::passage::{Passage, words};
use crate::diag::{Finding, Meta};
use crate::markdown::prose::Run;
use crate::model::literal::Side;
use crate::source::Span;

/// So many letters in a row may have been changed.
const MOST: usize = 2;

/// So many Latin letters must be left of a word.
const KEPT: usize = 3;

/// A word with letters of another script between Latin ones.
#[derive(Debug, PartialEq, Eq)]
struct Wreck {
    word: Range<usize>,
    strange: Range<usize>,
}

/// Where a word stands as it should read, and on what evidence.
struct Proof {
    word: String,
    evidence: Evidence,
    place: Span,
}

/// Returns a finding for each such word.
pub fn exchanged(context: &GroupContext<'_>, rule: &'static Meta) -> Vec<Finding> {
    let mut budget = Budget::default();
    let mut findings = Vec::new();
    for article in context.asked() {
        for run in own_text(&context.prose[article].runs).filter(|run| !run.text.is_ascii()) {
            for wreck in wrecks(&run.text) {
                findings.extend(finding(context, rule, (article, run), &wreck, &mut budget));
            }
        }
    }
    // The names of the origin are looked for by themselves.
    let absences = context.absences();
    findings.retain(|finding| !finding.span().is_some_and(|span| absences.explain(span)));
    findings
}

fn finding(
    context: &GroupContext<'_>,
    rule: &'static Meta,
    (article, run): (usize, &Run<'_>),
    wreck: &Wreck,
    budget: &mut Budget,
) -> Option<Finding> {
    let actual = &run.text[wreck.word.clone()];
    let proof = by_original(context, (article, run), wreck, budget)
        .or_else(|| by_others(context, (article, run), wreck, budget))?;
    let message = format!("the word `{}` was changed to `{actual}`", proof.word);
    let finding = context.finding(rule, article, run.span_of(&wreck.word), message);
    let finding = finding.caption("it has a letter of another script").texts(&*proof.word, actual);
    Some(context.beside(finding, &proof.evidence, proof.place, "as it reads here"))
}

/// Returns a finding for each word of one alphabet in which letters look like its own and are another's.
pub fn mixed(context: &GroupContext<'_>, rule: &'static Meta) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.asked() {
        for run in own_text(&context.prose[article].runs).filter(|run| !run.text.is_ascii()) {
            for word in mixtures(&run.text) {
                let actual = &run.text[word.clone()];
                let others = (0..context.prose.len()).filter(|&other| other != article);
                if others.into_iter().any(|other| context.has_text(other, actual)) {
                    continue;
                }
                let message = format!("the word `{actual}` has letters of another alphabet");
                let finding = context.finding(rule, article, run.span_of(&word), message);
                findings.push(finding.caption("they look alike, and no search finds the word"));
            }
        }
    }
    let absences = context.absences();
    findings.retain(|finding| !finding.span().is_some_and(|span| absences.explain(span)));
    findings
}

/// Returns where the words stand that are of Latin letters but for some Cyrillic or Greek ones that look like Latin ones,
/// or the other way round.
fn mixtures(text: &str) -> Vec<Range<usize>> {
    const LEAST: usize = 4;
    let mut found = Vec::new();
    if !has_border(text) {
        return found;
    }
    let mut start = 0;
    while let Some(at) = text[start..].find(is_alphabetic).map(|at| start + at) {
        let end = text[at..].find(|c: char| !is_alphabetic(c)).map_or(text.len(), |length| at + length);
        start = end;
        let word = &text[at..end];
        if word.is_ascii() || word.chars().count() < LEAST {
            continue;
        }
        let count = |wanted: Script| word.chars().filter(|c| script(*c) == wanted).count();
        let latin = count(Script::Latin);
        let (other, name) = [Script::Cyrillic, Script::Greek]
            .map(|name| (count(name), name))
            .into_iter()
            .max_by_key(|it| it.0)
            .unwrap_or((0, Script::Greek));
        if latin == 0 || other == 0 || latin + other < word.chars().count() {
            continue;
        }
        let strange = if latin > other { name } else { Script::Latin };
        let is_alike = |c: char| match strange {
            Script::Latin => name == Script::Cyrillic && "aeopcxyiABEKMHOPCTX".contains(c),
            _ => near::folded(c.encode_utf8(&mut [0; 4])).is_ascii(),
        };
        // Names with an ending of the language, and abbreviations with letters of both, are no words of one.
        let is_whole =
            latin.abs_diff(other) > 1 || word.chars().next().map(script) == word.chars().next_back().map(script);
        if is_whole && word.chars().filter(|c| script(*c) == strange).all(is_alike) && !is_ending(word, strange) {
            found.push(at..end);
        }
    }
    found
}

/// Tells whether a letter of Latin stands right beside one of Cyrillic or Greek.
fn has_border(text: &str) -> bool {
    let is_latin = |c: char| c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    let is_other = |c: char| matches!(c, '\u{370}'..='\u{52f}' | '\u{1f00}'..='\u{1fff}');
    // The first bytes of all of the latter.
    let may_have_other = text.bytes().any(|byte| matches!(byte, 0xcd..=0xd4 | 0xe1));
    let mut before = ' ';
    may_have_other
        && text.chars().any(|c| {
            let is_border = is_latin(before) && is_other(c) || is_other(before) && is_latin(c);
            before = c;
            is_border
        })
}

/// Tells whether all letters of a script stand at the end of a word: an ending that a name was given.
fn is_ending(word: &str, strange: Script) -> bool {
    let is_strange = |c: char| script(c) == strange;
    let tail = word.chars().rev().take_while(|c| is_strange(*c)).count();
    let head = word.chars().take_while(|c| is_strange(*c)).count();
    let all = word.chars().filter(|c| is_strange(*c)).count();
    tail == all || head == all && all > 1
}

/// Returns what the passage that this one translates has in place of the wreck.
fn by_original(
    context: &GroupContext<'_>,
    (article, run): (usize, &Run<'_>),
    wreck: &Wreck,
    budget: &mut Budget,
) -> Option<Proof> {
    let original = context.readings.original(article, run.block)?;
    spend(context, (original.article, original.block), budget)?;
    let passage = Passage::of(&context.prose[original.article], original.block, original.side);
    let (at, word) = meant(&passage.text, run, wreck)?;
    let place = passage.span(&(at..at + word.len()))?;
    Some(Proof { word: word.to_owned(), evidence: original.evidence, place })
}

/// Returns what most others have in place of the wreck.
fn by_others(
    context: &GroupContext<'_>,
    (article, run): (usize, &Run<'_>),
    wreck: &Wreck,
    budget: &mut Budget,
) -> Option<Proof> {
    let at = context.readings.column(article, run.block)?;
    let others = (0..context.prose.len()).filter(|&other| other != article);
    let word = others.into_iter().find_map(|other| {
        let block = context.readings.block(other, at)?;
        spend(context, (other, block), budget)?;
        let passage = Passage::of(&context.prose[other], block, Side::Target);
        meant(&passage.text, run, wreck).map(|(_, word)| word.to_owned())
    })?;
    let peers = Peers::of(context, article, at, &word);
    let own = times(context.prose[article].block(run.block), &word);
    let is_lost = peers.most_have() && peers.keep > 1 && own < peers.times(&word);
    let evidence = Evidence::Majority { agree: peers.keep, of: peers.all + 1 };
    is_lost.then_some(Proof { word, evidence, place: peers.place? })
}

/// Takes one reading of a block off the budget.
fn spend(context: &GroupContext<'_>, (article, block): (usize, u32), budget: &mut Budget) -> Option<()> {
    budget.spend(context.group.articles[article].blocks[block as usize].span.range().len())
}

/// Returns the word of `text` that a wreck may have been: Latin letters in the place of the strange ones.
fn meant<'t>(text: &'t str, run: &Run<'_>, wreck: &Wreck) -> Option<(usize, &'t str)> {
    let start = &run.text[wreck.word.start..wreck.strange.start];
    let end = &run.text[wreck.strange.end..wreck.word.end];
    words(text).find(|(_, word)| {
        let inside = word.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
        inside.is_some_and(|inside| (1..=MOST).contains(&inside.chars().count()) && inside.chars().all(is_latin))
    })
}

/// Returns the words of Latin letters that have a letter or two of another script inside, behind one of ASCII.
fn wrecks(text: &str) -> Vec<Wreck> {
    let bytes = text.as_bytes();
    let length = |letters: &mut dyn Iterator<Item = char>| letters.map(char::len_utf8).sum::<usize>();
    let mut wrecks = Vec::new();
    let mut at = 0;
    while let Some(gap) = bytes[at..].iter().position(u8::is_ascii_alphabetic) {
        let from = at + gap + bytes[at + gap..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        at = from;
        if bytes.get(from).is_none_or(u8::is_ascii) {
            continue;
        }
        let to = from + length(&mut text[from..].chars().take_while(|c| is_strange(*c)).take(MOST));
        let end = to + length(&mut text[to..].chars().take_while(|c| is_latin(*c)));
        if from == to || to == end {
            continue;
        }
        let start = from - length(&mut text[..from].chars().rev().take_while(|c| is_latin(*c)));
        let kept = text[start..from].chars().count() + text[to..end].chars().count();
        if kept >= KEPT {
            wrecks.push(Wreck { word: start..end, strange: from..to });
        }
    }
    wrecks
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii() && is_alphabetic(c) && script(c) == Script::Latin
}

fn is_strange(c: char) -> bool {
    !c.is_ascii() && is_alphabetic(c) && !matches!(script(c), Script::Latin | Script::Common | Script::Inherited)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_between_latin_ones_makes_a_wreck() {
        let found = |text: &'static str| wrecks(text).into_iter().map(|wreck| &text[wreck.word]).collect::<Vec<_>>();
        assert_eq!(found("votre bo以te de réception"), ["bo以te"]);
        assert_eq!(found("программа Miсro и другие"), ["Miсro"]);
        assert_eq!(found("打开Word和Excel。"), ["Word和Excel"]);
        assert_eq!(found("使用A和B，Excel文件"), [""; 0]);
        assert_eq!(found("naïve façade und so weiter"), [""; 0]);
    }
}

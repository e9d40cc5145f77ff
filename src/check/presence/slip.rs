//! Names that a slip of the pen changed: `UNP` for `UPN`, `Exchnage` for `Exchange`, `Micro soft`, `ADConnect`.
//!
//! Languages in Latin letters have words of their own that may be as near (Slovenian DNK, DNA); in other scripts Latin
//! letters stand for nothing but the origin's names.

use std::ops::Range;

use super::peers::{own_text, place, times};
use crate::check::context::GroupContext;
use crate::check::difference::difference;
use crate::check::language::Scripts;
use crate::check::near::Budget;
use crate::check::plain::block::BlockText;
use crate::check::plain::{host, shape};
use crate::diag::{Finding, Meta};
use crate::markdown::prose::Run;
use crate::model::literal::Side;

/// How many letters an acronym has, and no name of two is sure.
const LETTERS: Range<usize> = 3..9;

/// How many letters a word has at least.
const LONG: usize = 5;

/// Returns a finding for each such word, where the origin has the name and the translation has it less often.
pub fn slipped(context: &GroupContext<'_>, rule: &'static Meta) -> Vec<Finding> {
    let mut budget = Budget::default();
    let mut findings = Vec::new();
    for article in context.asked().filter(|&at| Scripts::are_foreign(&context.group.articles[at].locale)) {
        for run in own_text(&context.prose[article].runs) {
            findings
                .extend(pieces(&run.text).filter_map(|word| finding(context, rule, (article, run), word, &mut budget)));
        }
    }
    let absences = context.absences();
    findings.retain(|finding: &Finding| !finding.span().is_some_and(|span| absences.explain(span)));
    findings
}

fn finding(
    context: &GroupContext<'_>,
    rule: &'static Meta,
    (article, run): (usize, &Run<'_>),
    word: Range<usize>,
    budget: &mut Budget,
) -> Option<Finding> {
    let is_asked = |word: &str| is_acronym(word) || is_name(word);
    let original = context.readings.original(article, run.block).filter(|_| is_asked(&run.text[word.clone()]))?;
    let theirs = context.prose[original.article].block(original.block);
    budget.spend(theirs.iter().map(|run| run.text.len()).sum())?;
    if theirs.iter().any(|theirs| shape::places(&theirs.text, &run.text[word.clone()]).next().is_some()) {
        return None;
    }
    let ours = BlockText::whole(context.prose[article].block(run.block), Side::Target).text;
    let text = BlockText::whole(theirs, original.side).text;
    budget.spend(ours.len() + text.len())?;
    let (range, wanted) = meant(&run.text, word, &ours, &text)?;
    let actual = &run.text[range.clone()];
    let others = (0..context.prose.len()).filter(|&other| other != article);
    if others.into_iter().any(|other| context.has_text(other, actual)) {
        return None;
    }
    // Who writes it again and again means a name of the language's own.
    let times = |word: &str| times(&context.prose[article].runs, word);
    if times(actual) > 1 && times(wanted) == 0 {
        return None;
    }
    let message = format!("the name `{wanted}` was changed to `{actual}`");
    let caption = difference(wanted, actual).words;
    let finding = context.finding(rule, article, run.span_of(&range), message).caption(caption);
    Some(context.beside(finding.texts(wanted, actual), &original.evidence, place(theirs, wanted)?, "as it reads here"))
}

/// Returns the name of the origin that the word of a text was meant to be, and all that stands for it.
fn meant<'t>(text: &str, word: Range<usize>, ours: &str, theirs: &'t str) -> Option<(Range<usize>, &'t str)> {
    let actual = &text[word.clone()];
    if is_acronym(actual) {
        return Some((word, replaced(ours, actual, theirs)?));
    }
    if !is_name(actual) {
        return None;
    }
    let is_rarer = |name: &str| shape::places(ours, name).count() < shape::places(theirs, name).count();
    let names = || pieces(theirs).map(|range| &theirs[range]).filter(|name| is_name(name));
    let spelt = || names().filter(|name| name.len() >= LONG).find(|name| host::is_inner_slip(actual, name));
    let glued = || {
        let capitals = (2..actual.len()).filter(|&at| actual.as_bytes()[at].is_ascii_uppercase());
        capitals.into_iter().find_map(|at| {
            let parted = format!("{} {}", &actual[..at], &actual[at..]);
            shape::places(theirs, &parted).next().map(|range| &theirs[range])
        })
    };
    if let Some(name) = spelt().or_else(glued).filter(|name| is_rarer(name)) {
        return Some((word, name));
    }
    let tail = text[word.end..].strip_prefix(' ')?;
    let tail = &tail[..tail.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(tail.len())];
    let range = word.start..word.end + 1 + tail.len();
    let is_word = tail.len() > 1 && shape::stands_alone(text, &range);
    let name = names().find(|name| name.strip_prefix(actual) == Some(tail)).filter(|name| is_word && is_rarer(name))?;
    (!theirs.contains(&text[range.clone()])).then_some((range, name))
}

/// Returns the acronym of the origin, rarer in a text, in whose place an acronym of that text stands.
pub fn replaced<'t>(ours: &str, actual: &str, theirs: &'t str) -> Option<&'t str> {
    let mut wanted = acronyms(theirs).map(|range| &theirs[range]);
    let count = |text: &str, wanted: &str| acronyms(text).filter(|range| text[range.clone()] == *wanted).count();
    let is_slip = |wanted: &str| host::is_one_slip(actual, wanted) || wanted.bytes().rev().eq(actual.bytes());
    wanted.find(|wanted| is_slip(wanted) && count(ours, wanted) < count(theirs, wanted))
}

/// Returns where words of capitals stand in a text, and no parts of longer names.
pub fn acronyms(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    pieces(text).filter(|range| is_acronym(&text[range.clone()]))
}

/// Tells whether a word is one of capitals, of which one inside may be a digit: `B2C`.
fn is_acronym(word: &str) -> bool {
    let bytes = word.as_bytes();
    let capitals = bytes.iter().filter(|byte| byte.is_ascii_uppercase()).count();
    let has_digit = || capitals + 1 == word.len() && bytes[1..word.len() - 1].iter().any(u8::is_ascii_digit);
    LETTERS.contains(&word.len()) && (capitals == word.len() || has_digit())
}

fn is_name(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphabetic()) && word.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// Returns where words with a capital at their start stand in a text, with all that may be a part of a name.
fn pieces(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_inside =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/' | b'\\' | b'@');
    let bytes = text.as_bytes();
    let mut end = 0;
    let words = std::iter::from_fn(move || {
        let start = end + bytes[end..].iter().position(u8::is_ascii_uppercase)?;
        let before = bytes[..start].iter().rev().take_while(|byte| is_inside(byte)).count();
        end = start + bytes[start..].iter().take_while(|byte| is_inside(byte)).count();
        Some((start, end, before))
    });
    words.filter_map(move |(start, end, before)| {
        let end = start + text[start..end].trim_end_matches(['.', '/']).len();
        (before == 0 && end > start).then_some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_longer_names_are_no_acronyms() {
        let found = |text: &'static str| acronyms(text).map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("تنسيق UPN، أو MDM."), ["UPN", "MDM"]);
        assert_eq!(found("REG_SZ, GPOs, AD, HTTP/2, MFA-Konto, SCP를"), ["SCP"]);
    }

    #[test]
    fn a_slip_of_the_pen_is_told_from_another_form() {
        let found = |ours: &'static str, theirs: &'static str| {
            pieces(ours).find_map(|word| meant(ours, word, ours, theirs)).map(|(range, name)| (&ours[range], name))
        };
        let theirs = "Connect Exchange Online, Microsoft Teams and the Color of Centers in the Organization.";
        for (ours, actual, name) in [
            ("Exchnage Online に", "Exchnage", "Exchange"),
            ("إلى Micro soft ثم", "Micro soft", "Microsoft"),
            ("使用MicrosoftTeams时", "MicrosoftTeams", "Microsoft Teams"),
        ] {
            assert_eq!(found(ours, theirs), Some((actual, name)), "{ours}");
        }
        for ours in ["Exchanges に", "Colour に", "Centres に", "Organisation に", "Team に", "Excel に"] {
            assert_eq!(found(ours, theirs), None, "{ours}");
        }
    }
}

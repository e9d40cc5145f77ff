//! Acronyms of which a letter was lost, added, exchanged or moved: `UNP` for `UPN`.
//!
//! Languages in Latin letters have acronyms of their own that may be as near (Slovenian DNK, DNA); in other scripts Latin
//! capitals stand for nothing but the origin's.

use std::ops::Range;

use super::peers::{own_text, place, times};
use crate::check::context::GroupContext;
use crate::check::language::Scripts;
use crate::check::near::Budget;
use crate::check::plain::block::BlockText;
use crate::check::plain::host;
use crate::diag::{Finding, Meta};
use crate::markdown::prose::Run;
use crate::model::literal::Side;

/// How many letters an acronym has, and no name of two is sure.
const LETTERS: Range<usize> = 3..9;

/// Returns a finding for each acronym that stands in the place of one of the origin's.
pub fn slipped(context: &GroupContext<'_>, rule: &'static Meta) -> Vec<Finding> {
    let mut budget = Budget::default();
    let mut findings = Vec::new();
    for article in context.asked().filter(|&at| Scripts::are_foreign(&context.group.articles[at].locale)) {
        for run in own_text(&context.prose[article].runs) {
            let slips =
                acronyms(&run.text).filter_map(|word| finding(context, rule, (article, run), &word, &mut budget));
            findings.extend(slips);
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
    word: &Range<usize>,
    budget: &mut Budget,
) -> Option<Finding> {
    let actual = &run.text[word.clone()];
    let original = context.readings.original(article, run.block)?;
    let theirs = context.prose[original.article].block(original.block);
    budget.spend(theirs.iter().map(|run| run.text.len()).sum())?;
    if theirs.iter().any(|run| run.text.contains(actual)) {
        return None;
    }
    let ours = BlockText::whole(context.prose[article].block(run.block), Side::Target).text;
    let text = BlockText::whole(theirs, original.side).text;
    budget.spend(ours.len() + text.len())?;
    let wanted = replaced(&ours, actual, &text)?;
    let others = (0..context.prose.len()).filter(|&other| other != article);
    if others.into_iter().any(|other| context.has_text(other, actual)) {
        return None;
    }
    // Who writes it again and again means an abbreviation of the language's own.
    let times = |word: &str| times(&context.prose[article].runs, word);
    if times(actual) > 1 && times(wanted) == 0 {
        return None;
    }
    let message = format!("the name `{wanted}` was changed to `{actual}`");
    let finding = context.finding(rule, article, run.span_of(word), message).caption("these letters");
    Some(context.beside(finding.texts(wanted, actual), &original.evidence, place(theirs, wanted)?, "as it reads here"))
}

/// Returns the acronym of the origin, missing from a text, in whose place an acronym of that text stands.
pub fn replaced<'t>(ours: &str, actual: &str, theirs: &'t str) -> Option<&'t str> {
    let mut wanted = acronyms(theirs).map(|range| &theirs[range]);
    wanted.find(|wanted| host::is_one_slip(actual, wanted) && !acronyms(ours).any(|range| ours[range] == **wanted))
}

/// Returns where words of capitals stand in a text, and no parts of longer names.
pub fn acronyms(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
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
        let is_one = before == 0 && bytes[start..end].iter().all(u8::is_ascii_uppercase);
        (is_one && LETTERS.contains(&(end - start))).then_some(start..end)
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
}

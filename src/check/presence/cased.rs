//! Products that stand in another case: `AZURE ad B2C`. Words of the dictionary have the letters of their name in it
//! alone.

use std::cmp::Reverse;
use std::ops::Range;

use super::peers::{own_text, place};
use crate::check::context::GroupContext;
use crate::check::near::Budget;
use crate::check::passage::Passage;
use crate::check::plain::{products, row, shape};
use crate::diag::{Finding, Meta};
use crate::model::literal::Side;

/// Returns a finding for each passage that has a product of the source's in another case alone.
pub fn changed(context: &GroupContext<'_>, rule: &'static Meta) -> Vec<Finding> {
    let Some(source) = context.group.source.filter(|&source| source < context.prose.len()) else { return Vec::new() };
    let mut names: Vec<(u32, &str)> = Vec::new();
    for run in own_text(&context.prose[source].runs) {
        let rows = row::names(&run.text).into_iter().map(|range| &run.text[range]);
        names.extend(rows.filter(|name| name.contains(' ') && products::is_one(name)).map(|name| (run.block, name)));
    }
    // Of a name and its part the whole comes first.
    names.sort_unstable_by_key(|&(block, name)| (block, Reverse(name.len()), name));
    names.dedup();
    let mut budget = Budget::default();
    let mut findings: Vec<Finding> = Vec::new();
    for (block, name) in names {
        for article in context.asked() {
            let Some(finding) = in_article(context, rule, [source, article], (block, name), &mut budget) else {
                continue;
            };
            let Some(span) = finding.span() else { continue };
            if !findings.iter().any(|known| known.span().is_some_and(|known| known.contains(span))) {
                findings.push(finding);
            }
        }
    }
    findings
}

fn in_article(
    context: &GroupContext<'_>,
    rule: &'static Meta,
    [source, article]: [usize; 2],
    (there, name): (u32, &str),
    budget: &mut Budget,
) -> Option<Finding> {
    let block = context.readings.block(article, context.readings.column(source, there)?)?;
    let length = context.group.articles[article].blocks[block as usize].span.range().len();
    budget.spend(length)?;
    let passage = Passage::of(&context.prose[article], block, Side::Target);
    let range = in_another_case(&passage.text, name)?;
    let actual = &passage.text[range.clone()];
    let original = context.readings.original(article, block)?;
    let message = format!("the name `{name}` was changed to `{actual}`");
    let finding = context.finding(rule, article, passage.span(&range)?, message);
    let finding = finding.caption("in another case").texts(name, actual);
    let there = place(context.prose[source].block(there), name)?;
    Some(context.beside(finding, &original.evidence, there, "as it reads here"))
}

/// Returns where a text has a name in another case, but for titles in capitals, and nowhere in its own.
fn in_another_case(text: &str, name: &str) -> Option<Range<usize>> {
    if text.contains(name) {
        return None;
    }
    let (folded, wanted) = (text.to_ascii_lowercase(), name.to_ascii_lowercase());
    let mut places = folded.match_indices(&wanted).map(|(at, found)| at..at + found.len());
    places.find(|range| shape::stands_alone(text, range) && text[range.clone()] != *name.to_ascii_uppercase())
}

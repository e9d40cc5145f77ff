//! Short texts that are their origin's letter for letter: headings, items of a list whose neighbours were translated,
//! and messages in quotes.

use super::{Case, Sentence, Survey};
use crate::check::passage::{Passage, folded, words};
use crate::model::article::Article;
use crate::model::document::{Block, BlockKind, ContainerKind};
use crate::model::literal::Side;

/// What articles about errors call their parts.
const PARTS: &[&str] = &[
    "background",
    "cause",
    "causes",
    "conclusion",
    "description",
    "details",
    "documentation",
    "documents",
    "example",
    "examples",
    "information",
    "introduction",
    "issue",
    "issues",
    "overview",
    "limitations",
    "prerequisites",
    "problem",
    "reasons",
    "remarks",
    "requirements",
    "resolution",
    "resources",
    "scenarios",
    "solution",
    "solutions",
    "steps",
    "summary",
    "symptom",
    "symptoms",
    "troubleshooting",
    "workaround",
    "workarounds",
];

/// Words that a heading begins with, and no name of a product.
const OPENERS: &[&str] = &[
    "after", "before", "how", "if", "more", "other", "see", "these", "this", "using", "what", "when", "where", "which",
    "who", "why",
];

/// Words before the name of a part, which may have a capital as well: `Root Cause`.
const QUALIFIERS: &[&str] = &[
    "additional",
    "and",
    "common",
    "further",
    "general",
    "important",
    "known",
    "next",
    "possible",
    "potential",
    "probable",
    "quick",
    "recommended",
    "related",
    "root",
    "suggested",
    "typical",
];

/// Words that follow a verb: `Change the port`.
const DETERMINERS: &[&str] = &["a", "an", "that", "the", "these", "this", "your"];

/// Tells whether a text of few words that is its origin's, all of it, is no name and no message.
pub(super) fn is_left(survey: &Survey<'_, '_>, case: &Case<'_, '_, '_>, sentence: &Sentence<'_>, latin: bool) -> bool {
    if case.origin.trim() != sentence.folded.trim() || case.passage.text.contains(['"', '“', '„', '«', '「']) {
        return false;
    }
    match case.kind {
        BlockKind::Heading(_) => is_title(&case.passage.text, latin) || is_named_otherwise(survey, case),
        // A heading in disguise.
        BlockKind::Paragraph if case.is_bold() && is_title(&case.passage.text, latin) => true,
        BlockKind::Paragraph | BlockKind::Cell => {
            let is_sentence = case.passage.text.trim_end().ends_with(['.', '!', '?', ':']);
            let is_free = sentence.free >= 2 && sentence.free * 2 >= sentence.all - sentence.quoted;
            let is_small = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase());
            let small = || words(&case.passage.text).map(|(_, word)| word).filter(is_small).count();
            let is_said = if sentence.is_code { sentence.english.grammar() > 0 } else { small() >= 2 };
            let is_said = sentence.all >= 3 && is_said;
            is_sentence && is_free && is_said && are_others_translated(survey, case)
        }
        _ => false,
    }
}

/// Tells whether a heading is the article's title in its source and not in its own front matter: that was translated.
fn is_named_otherwise(survey: &Survey<'_, '_>, case: &Case<'_, '_, '_>) -> bool {
    let Some(original) = &case.original else { return false };
    let [own, there] = [case.article, original.article].map(|article| &survey.context.group.articles[article]);
    let title = |article: &'_ Article| article.front.title.as_deref().map(|title| folded(title).trim().to_owned());
    let is_first = there.headings.first().is_some_and(|heading| heading.block == original.block && heading.level == 1);
    let words = words(&case.passage.text).filter(|(_, word)| word.starts_with(char::is_alphabetic)).count();
    let (Some(own), Some(there)) = (title(own), title(there)) else { return false };
    is_first && words > 1 && there == case.origin.trim() && own != there && !own.contains(&there)
}

/// Tells whether a heading has the words of one. In Latin letters one word may be that of many languages.
fn is_title(text: &str, latin: bool) -> bool {
    let spelt: Vec<&str> = words(text).map(|(_, word)| word).collect();
    let is_plain = |word: &&str| {
        word.bytes().all(|byte| byte.is_ascii_alphabetic())
            && !word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
    };
    if text.trim_end().ends_with('?') && spelt.len() > 1 {
        return true;
    }
    let is_bare = text.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | ':' | '?' | '.'));
    if spelt.is_empty() || !is_bare || !spelt.iter().all(is_plain) {
        return false;
    }
    let small: Vec<String> = spelt.iter().map(|word| word.to_ascii_lowercase()).collect();
    let is = |list: &[&str], at: usize| small.get(at).is_some_and(|word| list.contains(&&**word));
    let is_small = spelt.iter().skip(1).all(|word| word.bytes().all(|byte| byte.is_ascii_lowercase()));
    // Names of companies end with `Solutions`, too.
    let are_known = || small.iter().all(|word| [PARTS, OPENERS, QUALIFIERS].iter().any(|list| list.contains(&&**word)));
    match small.len() {
        1 => !latin && is(PARTS, 0),
        count => {
            is(PARTS, count - 1) && (!latin || is_small || are_known())
                || is_small && (is(OPENERS, 0) || is(DETERMINERS, 1))
        }
    }
}

/// Tells whether a folded text is the name of a product that has words of grammar.
pub(super) fn is_product(folded: &str) -> bool {
    [" on the web ", " for the web "].iter().any(|end| folded.ends_with(end))
}

/// Tells whether the items beside one of a list, or the cells above and below one, are not their origins': one at least,
/// and none that is. All of a list of messages would be.
fn are_others_translated(survey: &Survey<'_, '_>, case: &Case<'_, '_, '_>) -> bool {
    let context = survey.context;
    let blocks = &context.group.articles[case.article].blocks;
    let own = &blocks[case.block as usize];
    let is_like = |at: &u32| blocks.get(*at as usize).is_some_and(|other| other.is_like(own));
    let others: Vec<u32> = if case.kind == BlockKind::Cell {
        let width = width(survey, case);
        let beside = width.map(|width| [case.block.checked_sub(width), case.block.checked_add(width)]);
        beside.into_iter().flatten().flatten().filter(is_like).collect()
    } else if own.containers.is_in_list() {
        let is_in_list = |at: &u32| blocks.get(*at as usize).is_some_and(|other| other.containers.is_in_list());
        let before = (0..case.block).rev().take(NEAR).take_while(is_in_list).find(is_like);
        let behind = (case.block + 1..).take(NEAR).take_while(is_in_list).find(is_like);
        before.into_iter().chain(behind).collect()
    } else {
        Vec::new()
    };
    let is_translated = |&at: &u32| {
        let original = context.readings.original(case.article, at);
        original.is_some_and(|original| survey.origin(&original).trim() != survey.folded(case.article, at).trim())
    };
    !others.is_empty() && others.iter().all(is_translated)
}

/// How many blocks away an item of the same list is looked for.
const NEAR: usize = 8;

/// How many cells a row has at most on either side of one, if those above and below that one are to be found.
const WIDEST: usize = 64;

/// Returns how many cells the row of a cell has; none where they are too many.
fn width(survey: &Survey<'_, '_>, case: &Case<'_, '_, '_>) -> Option<u32> {
    let context = survey.context;
    let blocks = &context.group.articles[case.article].blocks;
    let text = &context.sources.get(context.group.articles[case.article].source).text;
    let is_one_row = |left: &Block, right: &Block| {
        let between = left.span.start as usize..right.span.start as usize;
        right.kind == BlockKind::Cell && left.kind == BlockKind::Cell && !text[between].contains('\n')
    };
    let (before, behind) = blocks.split_at(case.block as usize);
    let ahead = behind.windows(2).take(WIDEST + 1).take_while(|pair| is_one_row(&pair[0], &pair[1])).count();
    let back = before.iter().rev().zip(behind.first().into_iter().chain(before.iter().rev()));
    let back = back.take(WIDEST + 1).take_while(|(left, right)| is_one_row(left, right)).count();
    u32::try_from(ahead + back + 1).ok().filter(|_| ahead.max(back) <= WIDEST)
}

/// Tells whether a passage is a quote behind a colon: a message, which may stay as it is.
pub(super) fn is_quote(survey: &Survey<'_, '_>, case: &Case<'_, '_, '_>) -> bool {
    let context = survey.context;
    let containers = context.group.articles[case.article].blocks[case.block as usize].containers;
    let is_quote = containers.outer().is_some_and(|outer| outer.inside(ContainerKind::Quote) == containers);
    is_quote && {
        let original = case.original.as_ref().map(|original| (original.article, original.block, original.side));
        let (article, block, side) = original.unwrap_or((case.article, case.block, Side::Target));
        let before = block.checked_sub(1).map(|before| Passage::of(&context.prose[article], before, side).text);
        before.is_some_and(|text| text.trim_end().ends_with([':', '：']))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_told_from_names() {
        for title in
            ["Symptoms", "More information", "Next steps", "See also", "Change the port", "Root Cause", "How to fix it"]
        {
            assert!(is_title(title, false), "{title}");
        }
        for name in [
            "Outlook",
            "Outlook on the web",
            "Power BI",
            "Exchange admin center",
            "My apps",
            "OneDrive for work or school",
        ] {
            assert!(!is_title(name, false), "{name}");
        }
        assert!(!is_title("Solution", true) && is_title("Next steps", true));
        assert!(is_title("Root Cause", true) && is_title("More Information", true));
        assert!(!is_title("Adatum Cloud Solutions", true));
    }
}

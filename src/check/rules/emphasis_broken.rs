use std::sync::LazyLock;

use regex::Regex;

use crate::catalog::origin::Original;
use crate::check::context::GroupContext;
use crate::check::originals::{Shown, is_stranger, models, original_span};
use crate::check::plain::block::BlockText;
use crate::check::residue::{FULL_WIDTH, plain};
use crate::diag::{Applicability, Finding, Fix};
use crate::markdown::prose::{Run, RunKind};
use crate::model::article::{Article, Repair};
use crate::model::document::BlockKind;
use crate::model::literal::Side;
use crate::rule;
use crate::source::Span;
use crate::source::edit::Edit;

rule! {
    /// The signs of bold text are printed as they stand.
    ///
    /// ## Why
    /// A blank inside the asterisks, or one of the pair lost, and readers see the signs in place of bold
    /// words. What can be understood in spite of that is shown as bold here, but not by other programs:
    /// where the origin has no such emphasis, one finding per article says so. A passage that the origin has not
    /// is held against all of the source and most other translations.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Choose **Save** twice.
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Wählen Sie zweimal **Speichern aus.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Choose **Save** twice, or write 2 \\*\\* 3.
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Wählen Sie zweimal __Speichern__, oder schreiben Sie 2 \\*\\* 3.
    /// ```
    EMPHASIS_BROKEN { id: "emphasis-broken", severity: Warning, scope: Group }
}

const SIGNS: [&str; 3] = ["**", "__", "＊＊"];

/// Half of a sign.
const TORN: &str = "*";

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.read_translations() {
        let runs = context.prose[article].runs.iter();
        let shows = |run: &&Run<'_>| {
            run.kind == RunKind::Text
                && run.side == Side::Target
                && memchr::memchr3(b'*', b'_', FULL_WIDTH, run.text.as_bytes()).is_some()
                && run.text.contains(['*', '_', '＊'])
        };
        let mut blocks: Vec<u32> = runs.filter(shows).map(|run| run.block).collect();
        blocks.dedup();
        for block in blocks {
            findings.extend(in_block(context, article, block));
        }
        if !context.structure(article).is_swallowed() {
            findings.extend(repaired(context, article));
        }
    }
    findings
}

fn in_block(context: &GroupContext<'_>, article: usize, block: u32) -> Option<Finding> {
    if let Some(finding) = apart(context, article, block) {
        return Some(finding);
    }
    let (span, sign) = bare(context, article, block).or_else(|| escaped(context, article, block))?;
    if !is_stranger(context, article, block, |shown: &Shown<'_>| shown.text().contains(sign)) {
        return None;
    }
    let message = format!("`{sign}` is printed as it stands");
    let finding = context
        .finding(&EMPHASIS_BROKEN, article, span, message)
        .caption("no bold text begins or ends here")
        .help("put the signs directly at the words, in pairs, and a blank or a sign outside them");
    Some(match original_span(context, article, block) {
        Some((span, evidence)) => context.beside(finding, &evidence, span, "the passage in the origin"),
        None => finding,
    })
}

/// Returns the finding for bold text whose signs a blank has cut in two: `* *text* *`.
fn apart(context: &GroupContext<'_>, article: usize, block: u32) -> Option<Finding> {
    static INSIDE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:^|[^*\\])(\*[ \u{a0}]\*([^*\n]*\w[^*\n]*)\*[ \u{a0}]\*)(?:[^*]|$)").expect("a pattern")
    });
    // At the start of a line the first half is the marker of a list.
    static FIRST: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(\*([^*\s](?:[^*\n]*[^*\s])?)\*[ \u{a0}]\*)(?:[^*]|$)").expect("a pattern"));
    let text = &context.group.articles[article];
    let span = context.trimmed(text.blocks.get(block as usize)?.span);
    let source = &context.sources.get(text.source).text;
    let slice = context.sources.slice(span);
    let marker = "* ";
    let is_item = source[..span.start as usize].ends_with(marker);
    let first = FIRST.captures(slice).filter(|_| is_item).map(|found| (found, marker.len()));
    let (found, before) = first.or_else(|| Some((INSIDE.captures(slice)?, 0)))?;
    let (whole, inner) = (found.get(1)?, found.get(2)?.as_str().trim());
    if !is_stranger(context, article, block, |shown: &Shown<'_>| shown.text().contains(TORN)) {
        return None;
    }
    let start = span.start as usize;
    let place = Span::new(span.source, start + whole.start() - before..start + whole.end());
    let fix = Fix {
        title: "join the signs".to_owned(),
        applicability: Applicability::Suggested,
        edits: vec![Edit { span: place, text: format!("**{inner}**") }],
    };
    let finding = context
        .finding(&EMPHASIS_BROKEN, article, place, "the signs of bold text are cut in two")
        .caption("asterisks are printed here")
        .help("put the signs directly at the words, in pairs, without a blank between them")
        .fix(fix);
    Some(match original_span(context, article, block) {
        Some((span, evidence)) => context.beside(finding, &evidence, span, "the passage in the origin"),
        None => finding,
    })
}

/// Returns the first sign in a block that is none.
fn bare(context: &GroupContext<'_>, article: usize, block: u32) -> Option<(Span, &'static str)> {
    let (start, text) = plain(context, article, block)?;
    let found = SIGNS.into_iter().find_map(|sign| Some((text.find(sign)?, sign)));
    // `* *text* *`, `* text *`: a blank came between the signs.
    let torn =
        || text.find(TORN).filter(|_| in_most_models(context, article, block, |model| is_set_off(context, model)));
    let (at, sign) = found.or_else(|| Some((torn()?, TORN)))?;
    let start = start as usize + at;
    Some((Span::new(context.group.articles[article].source, start..start + sign.len()), sign))
}

/// Returns the first sign that was escaped where the origin has bold text or a pair was: `\\*\\*text\\*\\*`.
fn escaped(context: &GroupContext<'_>, article: usize, block: u32) -> Option<(Span, &'static str)> {
    let sign = SIGNS[0];
    let text = BlockText::plain(context.prose[article].block(block), Side::Target);
    let (at, _) = text.text.match_indices(sign).next()?;
    let inside = text.text[at + sign.len()..].split_once(sign).map(|(inside, _)| inside);
    let is_pair = inside.is_some_and(|inside| !inside.is_empty() && inside.trim() == inside);
    (is_pair || in_most_models(context, article, block, |model| is_bold(context, model)))
        .then(|| (text.span(&(at..at + sign.len())), sign))
}

/// Tells whether a passage has bold text.
pub(super) fn is_bold(context: &GroupContext<'_>, model: &Original) -> bool {
    let runs = context.prose[model.article].block(model.block).iter();
    runs.filter(|run| run.side == model.side).any(|run| run.strong)
}

/// Tells whether a passage has bold text or italics.
fn is_set_off(context: &GroupContext<'_>, model: &Original) -> bool {
    let runs = context.prose[model.article].block(model.block).iter();
    runs.filter(|run| run.side == model.side).any(|run| run.strong || run.emphasis > 0)
}

/// Returns the note on all emphasis of an article that CommonMark drops: what is read as emphasis here is printed
/// as asterisks elsewhere.
fn repaired(context: &GroupContext<'_>, article: usize) -> Option<Finding> {
    let text = &context.group.articles[article];
    let mut broken: Vec<&Repair> = text.repairs.iter().filter(|repair| side(text, repair) == Side::Target).collect();
    broken.retain(|repair| is_own(context, article, repair.block));
    let first = broken.first()?;
    let mut blocks: Vec<u32> = broken.iter().map(|repair| repair.block).collect();
    blocks.dedup();
    let place = Span { end: first.close.end, ..first.open };
    let message = match blocks.len() {
        1 => "most programs print these asterisks instead of emphasis".to_owned(),
        count => format!("most programs print asterisks instead of emphasis in {count} passages"),
    };
    let finding = context
        .finding(&EMPHASIS_BROKEN, article, place, message)
        .caption("CommonMark sees no emphasis here")
        .help("put the signs directly at the words, and a blank or nothing but letters beside them");
    let mut finding = match original_span(context, article, first.block) {
        Some((span, evidence)) => context.beside(finding, &evidence, span, "the passage in the origin"),
        None => finding,
    };
    let edits: Vec<Edit> = broken.iter().flat_map(|repair| edits(context, repair)).collect();
    if !edits.is_empty() {
        let title = "put the asterisks where they are read as emphasis".to_owned();
        finding.fix = Some(Fix { title, applicability: Applicability::Suggested, edits });
    }
    Some(finding)
}

/// Returns which text of a block the emphasis stands in.
fn side(article: &Article, repair: &Repair) -> Side {
    let before = article.segments.partition_point(|segment| segment.source.start <= repair.open.start);
    let is_source = before.checked_sub(1).is_some_and(|index| article.segments[index].source.contains(repair.open));
    if is_source { Side::Source } else { Side::Target }
}

/// Tells whether the passage that a block translates has no such emphasis; of a passage without one, whether the
/// source and most translations have it nowhere.
fn is_own(context: &GroupContext<'_>, article: usize, block: u32) -> bool {
    let models = models(context, article, block);
    if models.is_empty() {
        let is_code = context.group.articles[article].blocks[block as usize].kind == BlockKind::Code;
        return !is_code && is_nowhere_else(context, article);
    }
    let free = models.iter().filter(|model| {
        let origin = &context.group.articles[model.article];
        let first = origin.repairs.partition_point(|repair| repair.block < model.block);
        let mut there = origin.repairs[first..].iter().take_while(|repair| repair.block == model.block);
        !there.any(|repair| side(origin, repair) == model.side)
    });
    free.count() * 2 > models.len()
}

/// Tells whether the source shows no asterisks, and fewer than half of the other translations do.
fn is_nowhere_else(context: &GroupContext<'_>, article: usize) -> bool {
    let shows = |other: &usize| {
        let other = &context.group.articles[*other];
        !other.asterisks.is_empty() || other.repairs.iter().any(|repair| side(other, repair) == Side::Target)
    };
    let Some(source) = context.group.source.filter(|&source| source != article) else { return false };
    let others: Vec<usize> = context.translations().filter(|&other| other != article).collect();
    !shows(&source) && 2 * others.iter().filter(|other| shows(other)).count() < others.len().max(1)
}

/// Tells whether something holds for the passage that a block translates, or for most of the other translations.
fn in_most_models(context: &GroupContext<'_>, article: usize, block: u32, holds: impl Fn(&Original) -> bool) -> bool {
    let models = models(context, article, block);
    models.iter().filter(|model| holds(model)).count() * 2 > models.len()
}

/// Returns the edits after which CommonMark sees what is meant, where they are sure.
fn edits(context: &GroupContext<'_>, repair: &Repair) -> Vec<Edit> {
    let (open, close) = (repair.open.range(), repair.close.range());
    let deleted = |range| Edit { span: Span::new(repair.open.source, range), text: String::new() };
    // `**A****B**`: one bold text goes over into the next.
    if open.end == close.start {
        return vec![deleted(open.start..close.end)];
    }
    let inside = &context.sources.get(repair.open.source).text[open.end..close.start];
    let words = inside.trim();
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if !is_letter(words.chars().next()) || !is_letter(words.chars().next_back()) || words.contains('*') {
        return Vec::new();
    }
    let start = open.end + (inside.len() - inside.trim_start().len());
    let blanks = [open.end..start, start + words.len()..close.start];
    blanks.into_iter().filter(|range| !range.is_empty()).map(deleted).collect()
}

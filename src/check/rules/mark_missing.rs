use crate::catalog::origin::{Evidence, Original};
use crate::check::context::GroupContext;
use crate::diag::Finding;
use crate::markdown::prose::{Mark, Prose};
use crate::model::literal::Side;
use crate::rule;

rule! {
    /// A reference to a footnote, or the box of a task, is lost.
    ///
    /// ## Why
    /// Without its reference nobody finds the footnote; without its box a task is an item like any other.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Wait for an hour[^1].
    ///
    /// [^1]: Longer at night.
    /// ```
    /// ```text content/fr/a.md
    /// # Titre
    ///
    /// Attendez une heure.
    ///
    /// [^1]: Plus longtemps la nuit.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Wait for an hour[^1].
    ///
    /// - [ ] Done.
    ///
    /// [^1]: Longer at night.
    /// ```
    /// ```text content/fr/a.md
    /// # Titre
    ///
    /// Attendez[^1] une heure.
    ///
    /// - [x] Fait.
    ///
    /// [^1]: Plus longtemps la nuit.
    /// ```
    MARK_MISSING { id: "mark-missing", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if context.prose.iter().all(|prose| prose.marks.is_empty()) {
        return findings;
    }
    for article in context.translations() {
        let blocks = u32::try_from(context.group.articles[article].blocks.len()).expect("fewer than bytes");
        for block in 0..blocks {
            let original = context.readings.original(article, block);
            let Some(original) = original.filter(|original| original.side == Side::Target) else { continue };
            let marks = &context.prose[original.article].marks;
            let lost = marks.iter().filter(|mark| mark.block == original.block && mark.side == Side::Target);
            let lost = lost.filter(|mark| !has(&context.prose[article], mark, block));
            findings.extend(lost.map(|mark| finding(context, article, block, mark, &original)));
        }
    }
    findings
}

/// Tells whether an article has the mark: a footnote's anywhere, a box in that block.
fn has(prose: &Prose<'_>, mark: &Mark<'_>, block: u32) -> bool {
    prose.marks.iter().any(|other| {
        other.side == Side::Target
            && match &mark.footnote {
                Some(label) => other.footnote.as_deref().is_some_and(|other| other.eq_ignore_ascii_case(label)),
                None => other.footnote.is_none() && other.block == block,
            }
    })
}

fn finding(context: &GroupContext<'_>, article: usize, block: u32, mark: &Mark<'_>, original: &Original) -> Finding {
    let place = context.trimmed(context.group.articles[article].blocks[block as usize].span);
    let message = match &mark.footnote {
        Some(label) => format!("the reference to footnote `{label}` is lost"),
        None => "the box of the task is lost".to_owned(),
    };
    let evidence: &Evidence = &original.evidence;
    let finding = context.finding(&MARK_MISSING, article, place, message).caption("it should stand here");
    context.beside(finding, evidence, mark.span, "it stands here").help(match &mark.footnote {
        Some(label) => format!("put `[^{label}]` behind the word that it is about"),
        None => "begin the item with `- [ ]`".to_owned(),
    })
}

use crate::catalog::origin::{Evidence, Original};
use crate::check::context::GroupContext;
use crate::check::originals::models;
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
    for article in context.read_translations() {
        if context.structure(article).is_swallowed() {
            continue;
        }
        let blocks = u32::try_from(context.group.articles[article].blocks.len()).expect("fewer than bytes");
        for block in 0..blocks {
            let is_gone =
                context.readings.column(article, block).is_some_and(|it| context.structure(article).is_gone(it));
            if !is_gone {
                findings.extend(in_block(context, article, block));
            }
        }
    }
    findings
}

/// Returns a finding for each mark that all models of a block have, and the article has not.
fn in_block(context: &GroupContext<'_>, article: usize, block: u32) -> Vec<Finding> {
    let models = models(context, article, block);
    let Some(first) = models.first().filter(|first| first.side == Side::Target) else { return Vec::new() };
    let marks = &context.prose[first.article].marks;
    let own = marks.iter().filter(|mark| mark.block == first.block && mark.side == Side::Target);
    let lost = own.filter(|mark| {
        let is_common = models[1..].iter().all(|other| has(&context.prose[other.article], mark, other.block));
        is_common && !has(&context.prose[article], mark, block)
    });
    lost.map(|mark| finding(context, article, block, mark, first)).collect()
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

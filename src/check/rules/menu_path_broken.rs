use std::cell::LazyCell;

use crate::catalog::origin::{Evidence, Original};
use crate::check::context::GroupContext;
use crate::check::menu::{Step, Text};
use crate::diag::Finding;
use crate::markdown::prose::{Link, Run, RunKind};
use crate::model::literal::Side;
use crate::rule;
use crate::source::Span;

rule! {
    /// The sign between two steps of a menu path is lost or stands amid other words, or the steps changed places.
    ///
    /// ## Why
    /// Machines translate `**File** > **Options**` in pieces and put them together in another order: the sign is left
    /// over in the sentence, the bold text ends amid words, and nobody can tell any more what to click after what. That
    /// steps changed places is told by those that read as in the origin, and by what their words are called elsewhere on
    /// the site.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Select **File** > **Account**, and sign out of all accounts.
    /// ```
    /// ```text content/id/a.md
    /// # Sebuah judul
    ///
    /// Pilih **Akun File**, dan keluar dari semua  >  akun.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Select **File** > **Account**, and sign out of all accounts.
    /// ```
    /// ```text content/id/a.md
    /// # Sebuah judul
    ///
    /// Pilih **File** > **Akun**, dan keluar dari semua akun.
    /// ```
    MENU_PATH_BROKEN { id: "menu-path-broken", severity: Warning, scope: Group }
}

/// No passage has more steps.
const MOST: usize = 64;

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.asked() {
        let prose = &context.prose[article];
        for runs in prose.runs.chunk_by(|left, right| left.block == right.block) {
            // One that lost its bold text has signs left.
            let is_path = |run: &Run<'_>| run.strong || run.kind == RunKind::Text && run.text.contains('>');
            let may_have = runs.iter().any(|run| run.side == Side::Target && is_path(run));
            // A link that nobody sees has its own finding, and what it should have said is missing beside the sign.
            let is_empty = |link: &Link<'_>| prose.link_text(link).trim().is_empty();
            if may_have && !prose.links_of(runs[0].block).any(is_empty) {
                findings.extend(in_block(context, article, runs));
            }
        }
    }
    findings
}

/// Returns the finding on a block that has a sign left over.
pub(super) fn in_block(context: &GroupContext<'_>, article: usize, runs: &[Run<'_>]) -> Option<Finding> {
    let signs: usize = runs.iter().map(|run| run.text.matches('>').take(MOST + 1).count()).sum();
    if signs > MOST {
        return None;
    }
    let text = Text::of(runs, Side::Target);
    let steps = text.steps();
    let block = runs.first()?.block;
    let original = context.readings.original(article, block);
    let origins = match original {
        Some(original) => vec![original],
        None => siblings(context, article, block),
    };
    // A step without a name shows without an origin, too.
    let scrap = || {
        let step = steps.iter().find(|step| step.has_scrap()).filter(|_| source_has_no_scrap(context, article))?;
        Some(stray(context, article, step.span).help(HELP))
    };
    let Some(origin) = origins.first() else { return scrap() };
    let of = |origin: &Original| Text::of(context.prose[origin.article].block(origin.block), origin.side);
    let paths: Vec<Vec<Step<'_>>> = origins.iter().map(|origin| of(origin).steps()).collect();
    let is_path =
        |path: &Vec<Step<'_>>| (steps.len().max(1)..=MOST).contains(&path.len()) && path.iter().all(Step::is_of_path);
    let has_moved = text.set_off() >= of(origin).set_off();
    if !paths.iter().all(is_path) {
        let lost = steps.iter().enumerate().find(|(at, step)| {
            paths.iter().all(|path| path.len() == steps.len() && path.iter().all(Step::has_side))
                && paths.iter().all(|path| step.lost_side(&path[*at], has_moved))
        });
        return lost.map_or_else(scrap, |(_, step)| Some(left_over(context, article, step.span, origin)));
    }
    let is_known = !matches!(origin.evidence, Evidence::OtherVersion(_));
    let lacks = |(origin, path): (&Original, &Vec<Step<'_>>)| {
        is_known && path.iter().all(Step::is_whole) && text.lacks(steps.len(), &of(origin), path.len())
    };
    if origins.iter().zip(&paths).all(lacks) {
        let place = context.trimmed(context.group.articles[article].blocks[block as usize].span);
        let message = "the sign between two steps of a menu path is missing";
        let finding = context.finding(&MENU_PATH_BROKEN, article, place, message);
        return Some(beside_path(context, finding.caption("the steps of a path stand here"), origin));
    }
    if !paths.iter().all(|path| path.len() == steps.len()) {
        return None;
    }
    let is_spaced = paths[0].iter().any(Step::is_spaced);
    let are_joined = text.has_neighbours() && !of(origin).has_neighbours()
        || text.set_off() == 0 && text.has_quotes_side_by_side(of(origin).set_off());
    // The same sign stands between two steps in the origin, or amid bold text.
    let were = |at: usize, holds: fn(&Step<'_>) -> bool| paths.iter().all(|path| holds(&path[at]));
    let is_left = |at: usize, step: &Step<'_>| {
        step.is_left_over(is_spaced)
            || step.may_be_left_over()
                && (are_joined || has_moved && step.is_half() || were(at, |was| was.is_strong) && step.has_one_side())
    };
    let takes_word = |at: usize, step: &Step<'_>| {
        step.takes_word(at == 0) && !paths.iter().any(|path| path[at].sides.iter().any(|side| side.is_of_grammar()))
    };
    let is_swapped = |at: usize, step: &Step<'_>| paths.iter().all(|path| step.is_swapped(&path[at], path));
    let dictionary = LazyCell::new(|| {
        matches!(origin.evidence, Evidence::Source(_)).then(|| context.dictionary(origin.article, article)).flatten()
    });
    let is_mixed = |at: usize, step: &Step<'_>| {
        step.is_whole() && dictionary.as_ref().is_some_and(|dictionary| step.is_mixed(&paths[0][at], dictionary))
    };
    let is_broken = |at: usize, step: &Step<'_>| {
        is_left(at, step) || takes_word(at, step) || is_swapped(at, step) || is_mixed(at, step)
    };
    let (at, step) =
        steps.iter().enumerate().find(|(at, step)| were(*at, |was| was.is_whole()) && is_broken(*at, step))?;
    if is_left(at, step) {
        return Some(left_over(context, article, step.span, origin));
    }
    let message = if takes_word(at, step) {
        "a step of a menu path begins with a word of its sentence"
    } else if is_swapped(at, step) {
        "the steps of a menu path stand in another order"
    } else {
        "words of one step of a menu path stand in the step beside it"
    };
    let finding = context.finding(&MENU_PATH_BROKEN, article, step.span, message);
    Some(beside_path(context, finding.caption("one of the two steps beside this sign"), origin))
}

/// What to do about a broken path.
const HELP: &str = "write the path again: each step in bold, and the sign between two of them";

fn left_over(context: &GroupContext<'_>, article: usize, sign: Span, origin: &Original) -> Finding {
    beside_path(context, stray(context, article, sign), origin)
}

fn stray(context: &GroupContext<'_>, article: usize, sign: Span) -> Finding {
    let message = "the sign between two steps of a menu path stands amid other words";
    context.finding(&MENU_PATH_BROKEN, article, sign, message).caption("left over from a path")
}

/// Tells whether there is a source, and no path of it has a step without a name.
fn source_has_no_scrap(context: &GroupContext<'_>, article: usize) -> bool {
    context.group.source.filter(|source| *source != article).is_some_and(|source| {
        let mut blocks = context.prose[source].runs.chunk_by(|left, right| left.block == right.block);
        !blocks.any(|runs| Text::of(runs, Side::Target).steps().iter().any(Step::has_scrap))
    })
}

fn beside_path(context: &GroupContext<'_>, finding: Finding, origin: &Original) -> Finding {
    let finding = context.beside(finding, &origin.evidence, context.passage_of(origin), "the path in the origin");
    finding.help(HELP)
}

/// Returns the passages of all other translations, if there are several.
fn siblings(context: &GroupContext<'_>, article: usize, block: u32) -> Vec<Original> {
    let Some(column) = context.readings.column(article, block) else { return Vec::new() };
    let others = context.read_translations().filter(|&other| other != article);
    let passages: Vec<(usize, u32)> =
        others.filter_map(|other| Some((other, context.readings.block(other, column)?))).collect();
    let of = passages.len();
    let passage = |(article, block)| Original {
        article,
        block,
        side: Side::Target,
        evidence: Evidence::Majority { agree: of, of },
    };
    if of < 2 { Vec::new() } else { passages.into_iter().map(passage).collect() }
}

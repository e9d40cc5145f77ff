//! Links whose words stand beside them.

pub mod balance;
mod beside;
mod gloss;
mod joint;
mod led;
mod opening;
mod pair;
mod remembered;
mod seen;
mod spoken;
mod taken;
pub mod text;
mod title;
mod torn;

pub use self::beside::names;
use self::beside::{Beside, SURE};
pub use self::joint::ends_with_joint;
use self::pair::{Facts, Pair};
use self::text::{is_particle, is_sentence_sign, is_sign, starts_amid, width};
pub use self::torn::parted;
use super::context::GroupContext;
use super::difference::is_invisible;
use super::function_words;
use super::originals::OriginalLink;
use crate::markdown::prose::{Link, Prose};
use crate::model::literal::Side;

/// How a link's words were displaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Displaced {
    /// The link stands on signs.
    Signs,
    /// It stands on a particle, a preposition, a single letter, the verb "see".
    Particle,
    /// Its words stand beside it, as several signs say.
    Words,
    /// This name of the origin's link stands beside it.
    Name(String),
}

/// So many letters may stand between a link and its words: a particle or two.
const NEAR: usize = 6;

impl Displaced {
    /// Returns how grave it is, the gravest first.
    pub fn rank(&self) -> usize {
        match self {
            Self::Signs => 0,
            Self::Particle => 1,
            Self::Words => 2,
            Self::Name(_) => 3,
        }
    }

    /// Tells whether the link's own text shows it.
    pub fn is_seen(&self) -> bool {
        matches!(self, Self::Signs | Self::Particle)
    }
}

/// No passage that somebody reads has more links; in what has, all the rest would be looked at for each.
const MOST: usize = 128;

/// Returns how the words of a link were displaced.
pub fn of(
    context: &GroupContext<'_>,
    article: usize,
    link: &Link<'_>,
    original: Option<&OriginalLink<'_>>,
) -> Option<Displaced> {
    let prose = &context.prose[article];
    if link.side == Side::Source || link.is_picture || holds_picture(prose, link) {
        return None;
    }
    let text = prose.link_text(link);
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    let was = original.map(OriginalLink::text);
    let was = was.as_deref().map(str::trim);
    if text.is_empty() || was == Some(text) {
        return None;
    }
    let says_something = |was: &str| was.chars().any(char::is_alphanumeric);
    if text.chars().all(is_sign) {
        // Without an origin only signs of a sentence are sure: an arrow or a star may be meant.
        let is_sure = was.map_or_else(|| text.chars().all(is_sentence_sign), says_something);
        return is_sure.then_some(Displaced::Signs);
    }
    let original = original?;
    let was = was?;
    let has_too_many = |prose: &Prose<'_>, link: &Link<'_>| prose.links_of(link.block).nth(MOST).is_some();
    if has_too_many(prose, link) || has_too_many(original.prose, original.link) {
        return None;
    }
    let facts = Facts::default();
    let pair = Pair { context, article, link, text, original, was, facts: &facts };
    let is_same = || function_words::is_this(text) && pair.was_pointing();
    if is_particle(text) && !is_particle(was) && was.chars().count() > 3 && !is_same() {
        return Some(Displaced::Particle);
    }
    if is_one_of_several(prose, link, text) || points(pair) {
        return None;
    }
    if taken::leaves_this(pair)
        || taken::takes_sentence(pair)
        || taken::takes_bold(pair)
        || taken::takes_clause(pair)
        || joint::is_parted(pair)
        || joint::starts_condition(pair)
        || opening::ends_open(pair)
        || seen::holds_see(pair)
        || title::follows_head(pair)
    {
        return Some(Displaced::Words);
    }
    let beside = Beside::of(pair);
    match beside.weight() {
        SURE.. => Some(Displaced::Words),
        _ if balance::is_cut(pair) || remembered::is_beside(pair) || spoken::is_beside(pair) => Some(Displaced::Words),
        _ if led::takes_lead(pair)
            || led::ends_with_lead(pair)
            || seen::leaves_title(pair)
            || title::begins_outside(pair)
            || title::is_shifted(pair)
            || title::is_left(pair)
            || title::leaves_second_part(pair)
            || title::is_rest(pair) =>
        {
            Some(Displaced::Words)
        }
        _ if beside.are_all && beside.name.as_ref().is_some_and(|name| is_parted(pair, name)) => Some(Displaced::Words),
        _ => beside.name.map(Displaced::Name),
    }
}

/// Tells whether a link is one of those that share the name before them: "Exchange Server [2016](…) or [2019](…)".
fn is_one_of_several(prose: &Prose<'_>, link: &Link<'_>, text: &str) -> bool {
    let is_number = |text: &str| text.chars().all(|c| c.is_numeric() || c == '.');
    let is_other = |other: &Link<'_>| other.side == link.side && other.span != link.span;
    is_number(text) && prose.links_of(link.block).any(|other| is_other(other) && is_number(&prose.link_text(other)))
}

/// Tells whether a link points at what stands before it, by a word like "here" or by a short name in brackets.
fn points(pair: Pair<'_, '_>) -> bool {
    if 2 * width(pair.text) >= width(pair.was) {
        return false;
    }
    let is_bracketed = || {
        let [before, behind] = pair.around();
        before.trim_end().ends_with(['(', '（']) && behind.trim_start().starts_with([')', '）'])
    };
    // "Follow the steps [in this](…)" stands on a particle all the same.
    !pair.is_new(starts_amid) && function_words::points(&pair.text.to_lowercase()) || is_bracketed()
}

/// Tells whether a sign between clauses stands on each way from a link to a name outside it.
fn is_parted(pair: Pair<'_, '_>, name: &str) -> bool {
    let parts = |text: &str| text.contains([',', ';', '，', '；', '،', '؛', '、']);
    let [before, behind] = pair.around();
    let is_near = |text: Option<&str>| text.is_some_and(|text| !parts(text));
    let before = before.rfind(name).map(|at| &before[at + name.len()..]);
    let behind = behind.find(name).map(|at| &behind[..at]);
    (before.is_some() || behind.is_some()) && !is_near(before) && !is_near(behind)
}

fn holds_picture(prose: &Prose<'_>, link: &Link<'_>) -> bool {
    let is_inside = |other: &Link<'_>| other.is_picture && link.span.contains(other.span);
    prose.links_of(link.block).any(is_inside)
        || prose.runs[link.runs.clone()].iter().any(|run| run.text.starts_with("<img"))
}

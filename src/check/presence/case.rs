//! Names that stand in a translation in another case, as no word of a language does: `tLS`, `WIndows`, `azure AD`.

use std::ops::Range;

use crate::catalog::origin::Evidence;
use crate::check::context::GroupContext;
use crate::check::language::Scripts;
use crate::check::plain::shape;
use crate::diag::{Finding, Meta};
use crate::markdown::prose::{Run, RunKind};
use crate::model::literal::Side;
use crate::model::script::is_of_european_alphabet;
use crate::source::Span;

/// So many other translations must have a name in its own case, where its small first letter is all that is wrong;
/// they are of other scripts, which have Latin letters for names alone.
const FOREIGN: usize = 2;

/// A word in a case that it should not have.
struct Suspect {
    range: Range<usize>,
    /// The word as it should read.
    name: String,
    /// The word behind it, where only the first letter is small: it is the next part of the name.
    next: Option<Range<usize>>,
}

/// Returns a finding for each word that the others have in another case in its passage.
pub fn slips(context: &GroupContext<'_>, rule: &'static Meta) -> Vec<Finding> {
    let articles = context.read_translations();
    articles.flat_map(|article| of_article(context, rule, article)).collect()
}

fn of_article(context: &GroupContext<'_>, rule: &'static Meta, article: usize) -> Vec<Finding> {
    let is_own = |run: &&Run<'_>| run.side == Side::Target && run.kind == RunKind::Text;
    let runs = context.prose[article].runs.iter().filter(is_own);
    let mut findings = Vec::new();
    for run in runs {
        suspects(&run.text, |suspect| findings.extend(finding(context, rule, article, run, &suspect)));
    }
    findings
}

fn finding(
    context: &GroupContext<'_>,
    rule: &'static Meta,
    article: usize,
    run: &Run<'_>,
    suspect: &Suspect,
) -> Option<Finding> {
    let name = &*suspect.name;
    let whole = match &suspect.next {
        Some(next) => format!("{name} {}", &run.text[next.clone()]),
        None => name.to_owned(),
    };
    let at = context.readings.column(article, run.block)?;
    let actual = &run.text[suspect.range.clone()];
    let is_plain = run.text.len() == run.span.range().len();
    if !is_plain || shape::of(name).is_some() || shape::of(actual).is_some_and(|shape| shape.any_case) {
        return None;
    }
    let others = Others::of(context, article, at, &whole, actual)?;
    if suspect.next.is_some() && !(others.foreign >= FOREIGN && has(context, article, name)) {
        return None;
    }
    let start = run.span.start as usize;
    let place = Span::new(run.span.source, start + suspect.range.start..start + suspect.range.end);
    let message = format!("the name `{name}` was changed to `{actual}`");
    let finding = context.finding(rule, article, place, message).caption("in another case").texts(name, actual);
    let evidence = Evidence::Majority { agree: others.keep, of: others.all + 1 };
    Some(context.beside(finding, &evidence, others.place, "as it reads here"))
}

/// What the other articles have in the place of a passage.
struct Others {
    all: usize,
    keep: usize,
    foreign: usize,
    /// Where the first of them has the name.
    place: Span,
}

impl Others {
    /// Looks for `whole` in the other articles' passages; `None` where one of them has what stands here, or where too
    /// few have it.
    fn of(context: &GroupContext<'_>, article: usize, at: u32, whole: &str, actual: &str) -> Option<Self> {
        let (mut all, mut keep, mut foreign, mut place) = (0, 0, 0, None);
        for other in (0..context.prose.len()).filter(|&other| other != article) {
            let Some(block) = context.readings.block(other, at) else { continue };
            all += 1;
            let found = place_in(context.prose[other].block(block), whole);
            if let Some(found) = found {
                keep += 1;
                let locale = &context.group.articles[other].locale;
                foreign += usize::from(Scripts::of(locale).is_some_and(|scripts| !scripts.latin));
                place.get_or_insert(found);
            } else if all == 3 && keep == 0 {
                return None;
            }
        }
        let is_known = keep * 2 > all && (keep >= 2 || all == 1);
        let others = (0..context.prose.len()).filter(|&other| other != article);
        let is_said = |other: usize| has(context, other, actual);
        (is_known && !others.into_iter().any(is_said)).then_some(Self { all, keep, foreign, place: place? })
    }
}

/// Tells whether an article has a word by itself anywhere in its text.
fn has(context: &GroupContext<'_>, article: usize, word: &str) -> bool {
    place_in(&context.prose[article].runs, word).is_some()
}

/// Returns where the first of the runs has a word by itself.
fn place_in(runs: &[Run<'_>], word: &str) -> Option<Span> {
    let runs = runs.iter().filter(|run| run.side == Side::Target && run.kind != RunKind::Html);
    runs.into_iter().find_map(|run| {
        let mut places = run.text.match_indices(word).map(|(at, found)| at..at + found.len());
        let range = places.find(|range| shape::stands_alone(&run.text, range))?;
        let start = run.span.start as usize;
        let is_plain = run.text.len() == run.span.range().len();
        Some(if is_plain { Span::new(run.span.source, start + range.start..start + range.end) } else { run.span })
    })
}

/// Calls `take` with each word of `text` whose case is odd, and with each in small letters before one with a capital.
fn suspects(text: &str, mut take: impl FnMut(Suspect)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphabetic() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_alphabetic() {
            at += 1;
        }
        if at - start >= 3
            && let Some((name, next)) = suspect(text, &(start..at))
            && stands_free(text, start, at)
        {
            take(Suspect { range: start..at, name, next });
        }
    }
}

/// Returns how a word should read if its case is odd, and the next part of the name where its first letter alone is.
fn suspect(text: &str, range: &Range<usize>) -> Option<(String, Option<Range<usize>>)> {
    let bytes = text.as_bytes();
    let word = &text[range.clone()];
    let is_small = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_lowercase);
    let letters = word.as_bytes();
    if letters[0].is_ascii_uppercase() {
        // `WIndows`
        let is_odd = letters.len() >= 4 && letters[1].is_ascii_uppercase() && is_small(&letters[2..]);
        return is_odd.then(|| (capitalised(word), None));
    }
    if letters[1].is_ascii_uppercase() {
        // `tLS`
        let is_odd = letters[1..].iter().all(u8::is_ascii_uppercase);
        return is_odd.then(|| (word.to_ascii_uppercase(), None));
    }
    // `azure AD`
    let next = range.end + 1;
    if bytes.get(range.end) != Some(&b' ')
        || !bytes.get(next).is_some_and(u8::is_ascii_uppercase)
        || !is_small(&letters[1..])
    {
        return None;
    }
    let length = bytes[next..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    Some((capitalised(word), Some(next..next + length)))
}

fn capitalised(word: &str) -> String {
    word[..1].to_ascii_uppercase() + &word[1..].to_ascii_lowercase()
}

/// Tells whether no sign of a name and no letter of an alphabet stands beside the word.
fn stands_free(text: &str, start: usize, end: usize) -> bool {
    let is_sign =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '/' | '\\' | '@' | ':' | '.' | '$' | '%');
    let is_letter = |c: char| !c.is_ascii() && c.is_alphabetic() && is_of_european_alphabet(c);
    let before = text[..start].chars().next_back();
    let mut behind = text[end..].chars();
    let after = behind.next();
    let is_joined = matches!(after, Some('.' | ':')) && behind.next().is_some_and(|c| c.is_ascii_alphanumeric());
    let goes_on = after.is_some_and(|c| !matches!(c, '.' | ':') && is_sign(c) || is_letter(c));
    !before.is_some_and(|c| is_sign(c) || is_letter(c)) && !goes_on && !is_joined
}

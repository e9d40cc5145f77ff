//! Links whose words, as the site's own articles translate them, stand elsewhere in the passage.

use rustc_hash::{FxHashMap, FxHashSet};

use super::gloss::is_glossed;
use super::pair::{Pair, plain};
use super::text::{ends_passage, folded, is_sign, is_title, width};
use super::title;
use crate::check::function_words;
use crate::check::lexicon::{Dictionary, LIKELY, LONGEST, RIVAL, Stem, stems};
use crate::markdown::prose::Link;
use crate::model::literal::Side;

/// Of so few words one may stand beside the link for reasons of grammar.
const FEW: usize = 3;

/// How often each stem stands in a text.
type Counts = FxHashMap<Stem, usize>;

/// Tells whether translations of the origin's words stand beside the link, and too few of them in it.
pub(super) fn is_beside(pair: Pair<'_, '_>) -> bool {
    let Pair { context, article, link, text, original, was, .. } = pair;
    let Some((origin, Side::Target)) = pair.place() else { return false };
    // "こちらの記事" is "this article".
    let points = || pair.was_pointing() && !text.contains(' ') && function_words::points(text);
    if origin == article || function_words::is_this(&folded(text)) || points() {
        return false;
    }
    let articles = &context.group.articles;
    let length = |article: usize, link: &Link<'_>| articles[article].blocks[link.block as usize].span.range().len();
    if length(article, link).max(length(origin, original.link)) > LONGEST {
        return false;
    }
    let Some(dictionary) = context.dictionary(origin, article) else { return false };
    if dictionary.says_all(was, text) || is_glossed(pair) {
        return false;
    }
    let [own, inside, outside] = [was, text, pair.beside()].map(stems);
    let common = common(was);
    let beside = plain(original.prose, original.link);
    let others = stems(&beside);
    if !may_be_moved(&dictionary, &own, &others, [&inside, &outside], &common) {
        return false;
    }
    let [own, inside, outside] = [own, inside, outside].map(counts);
    let others = with_forms(counts(others), was, &beside);
    let codes = codes(was).filter(|code| text.contains(*code)).count();
    let Spoken { kept, moved, strange, places, said } =
        Spoken::of(&dictionary, [&own, &others], [&inside, &outside], &common);
    let kept = kept + codes;
    if moved == 0 {
        return false;
    }
    // Another translation's link may have too many words itself.
    let is_whole = is_title(was) || original.evidence.is_some();
    let strange = strange + usize::from(takes_your(pair));
    // One of the others' words may stand in it, or nothing in the place of its own.
    let lacks_one = strange > 0 || is_whole && (title::is_narrow(pair) || pair.is_new(ends_passage));
    // What its title leads to may stand beside it, unless something else took that word's place.
    let sought = if strange > 0 { places.iter().map(|(_, said)| *said).collect() } else { besides_kinds(was, &places) };
    // The very next word may stand there whatever the width of the title, and others of its own between them if it lacks
    // something.
    let said = if lacks_one { &said[..] } else { &[] };
    if (lacks_one || is_title(was)) && !title::is_message(was) && touches(pair, &sought, said, strange.min(1)) {
        return true;
    }
    let ratio = pair.ratio().unwrap_or(1.0);
    let is_thin = is_title(was) && (width(text) as f64) < 0.4 * ratio * width(was) as f64;
    let is_most = 2 * moved >= own.len() || 3 * moved >= own.len() && (strange > 0 || is_thin);
    let is_cut = is_thin && own.len() > FEW || ends_passage(text) && !ends_passage(was) && moved > 1;
    moved > 2 * kept && is_most
        || 2 * moved >= kept && is_cut
        || moved + strange > kept && strange > if kept > 0 { 1 } else { 0 }
}

/// Tells whether a link starts or ends with the word for "your", which stands before the origin's.
fn takes_your(pair: Pair<'_, '_>) -> bool {
    const YOUR: [&str; 30] = [
        "anda",
        "ditt",
        "din",
        "dina",
        "ihr",
        "ihre",
        "ihrem",
        "ihren",
        "ihrer",
        "seu",
        "seus",
        "su",
        "sua",
        "suas",
        "sus",
        "sizin",
        "twoje",
        "twój",
        "uw",
        "vaš",
        "vaša",
        "vaše",
        "vašo",
        "vos",
        "votre",
        "ваш",
        "ваша",
        "ваше",
        "вашей",
        "ваши",
    ];
    let [before, _] = pair.around_origin();
    let is_before = before.trim_end().rsplit(' ').next().is_some_and(|word| word.eq_ignore_ascii_case("your"));
    is_before && {
        let text = folded(pair.text);
        let ends = [text.split(' ').next(), text.rsplit(' ').next()];
        text.contains(' ') && ends.into_iter().flatten().any(|word| YOUR.contains(&word))
    }
}

/// Returns the stems of the words in small letters, which are no names: a translation may have them as they are, too.
fn common(text: &str) -> Vec<Stem> {
    text.split(' ').filter(|word| word.starts_with(char::is_lowercase)).flat_map(stems).collect()
}

/// Adds to how often each stem stands beside the origin's link: another form of one of its own words ("boot" and
/// "booting") counts as that.
fn with_forms(mut others: Counts, was: &str, beside: &str) -> Counts {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= ROOT);
        words.map(str::to_lowercase).collect()
    };
    let beside = words(beside);
    for word in words(was) {
        let is_form = |other: &String| *other != word && (other.starts_with(&word) || word.starts_with(other.as_str()));
        for stem in stems(&word) {
            let forms = beside.iter().filter(|other| is_form(other) && !stems(other).contains(&stem)).count();
            *others.entry(stem).or_default() += forms;
        }
    }
    others
}

/// A word that starts another has at least so many bytes.
const ROOT: usize = 4;

/// Where the words of a passage are said: in the link, or beside it.
struct Spoken {
    /// So many words of the origin's link are said in the link,
    kept: usize,
    /// so many beside it only,
    moved: usize,
    /// and so many other words of the passage in the link only.
    strange: usize,
    /// Words of the origin's link, each with what stands beside the link for it.
    places: Vec<(Stem, Stem)>,
    /// Everything that says a word of the origin's link.
    said: Vec<Stem>,
}

/// Returns what stands beside a link but for what its title leads to, which may stand there.
fn besides_kinds(title: &str, places: &[(Stem, Stem)]) -> Vec<Stem> {
    let kinds: Vec<Stem> = title::kinds(title).flat_map(stems).collect();
    places.iter().filter(|(word, _)| !kinds.contains(word)).map(|(_, said)| *said).collect()
}

/// Tells whether one of some words stands beside a link, and between them only what says other words of its origin, and
/// so many more.
fn touches(pair: Pair<'_, '_>, words: &[Stem], said: &[Stem], more: usize) -> bool {
    let [before, behind] = pair.around();
    let is_border = |c: char| is_sign(c) && !matches!(c, ' ' | '-' | '\'' | '’' | '\u{a0}');
    let clause_before = before.rsplit(is_border).next().filter(|text| !text.trim_end().ends_with(is_sign));
    let clause_behind = behind.split(is_border).next().filter(|text| !text.trim_start().starts_with(is_sign));
    let is_near = |stems: &mut dyn Iterator<Item = Stem>| {
        let mut strangers = 0;
        for stem in stems {
            if words.contains(&stem) {
                return true;
            }
            strangers += usize::from(!said.contains(&stem));
            if strangers > more {
                break;
            }
        }
        false
    };
    is_near(&mut stems(clause_before.unwrap_or_default()).into_iter().rev())
        || is_near(&mut stems(clause_behind.unwrap_or_default()).into_iter())
}

impl Spoken {
    /// Gives every word of the translation to those words of the origin which it translates likeliest.
    fn of(
        dictionary: &Dictionary<'_>,
        [own, others]: [&Counts; 2],
        [inside, outside]: [&Counts; 2],
        common: &[Stem],
    ) -> Self {
        let is_here = |stem: &Stem| inside.contains_key(stem) || outside.contains_key(stem);
        let said = |word: Stem| -> Vec<(Stem, f32)> {
            let translations = dictionary.translations(word);
            translations.iter().copied().chain([(word, 1.0)]).filter(|(stem, _)| is_here(stem)).collect()
        };
        let words: FxHashSet<Stem> = own.keys().chain(others.keys()).copied().collect();
        let words: Vec<(Stem, Vec<(Stem, f32)>)> = words.into_iter().map(|word| (word, said(word))).collect();
        let mut best: FxHashMap<Stem, f32> = FxHashMap::default();
        for &(stem, likely) in words.iter().flat_map(|(_, said)| said) {
            let best = best.entry(stem).or_default();
            *best = best.max(likely);
        }
        let count = |counts: &Counts, stem: &Stem| counts.get(stem).copied().unwrap_or_default();
        let mut found = Self { kept: 0, moved: 0, strange: 0, places: Vec::new(), said: Vec::new() };
        for (word, said) in &words {
            let is_its = |&&(stem, likely): &&(Stem, f32)| likely >= RIVAL * best[&stem];
            let is_inside = said.iter().filter(is_its).any(|(stem, _)| inside.contains_key(stem));
            let is_elsewhere = |(stem, likely): &&(Stem, f32)| {
                (stem != word || common.contains(word))
                    && *likely >= LIKELY
                    && !inside.contains_key(stem)
                    && count(outside, stem) > count(others, word)
            };
            let beside = said.iter().filter(is_its).filter(is_elsewhere).map(|(stem, _)| (*word, *stem));
            let places: Vec<(Stem, Stem)> = beside.collect();
            let is_outside = !places.is_empty();
            if own.contains_key(word) {
                found.said.extend(said.iter().filter(is_its).map(|(stem, _)| *stem));
            }
            match own.contains_key(word) {
                true if is_inside => found.kept += 1,
                true if is_outside => {
                    found.moved += 1;
                    found.places.extend(places);
                }
                false if is_inside && !is_outside => found.strange += 1,
                _ => {}
            }
        }
        found
    }
}

/// Tells whether something that is likely to say one of the origin's words is not `inside` the link and stands `outside`
/// more often than the word stands among the `others` beside the origin's link.
fn may_be_moved(
    dictionary: &Dictionary<'_>,
    own: &[Stem],
    others: &[Stem],
    [inside, outside]: [&[Stem]; 2],
    common: &[Stem],
) -> bool {
    let count = |stems: &[Stem], wanted: Stem| stems.iter().filter(|stem| **stem == wanted).count();
    own.iter().any(|&word| {
        let is_free = |stem: Stem| !inside.contains(&stem) && count(outside, stem) > count(others, word);
        let said = dictionary.translations(word).iter().filter(|&&(stem, likely)| likely >= LIKELY && stem != word);
        common.contains(&word) && is_free(word) || said.into_iter().any(|&(stem, _)| is_free(stem))
    })
}

fn counts(stems: Vec<Stem>) -> Counts {
    let mut counts = Counts::default();
    for stem in stems {
        *counts.entry(stem).or_default() += 1;
    }
    counts
}

/// Returns the parts of a text that no language translates: numbers, codes, abbreviations.
fn codes(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| c.is_whitespace() || is_sign(c) && !matches!(c, '-' | '.'));
    let is_code = |part: &&str| {
        part.contains(|c: char| c.is_ascii_digit())
            || part.len() > 1 && !part.contains(|c: char| !c.is_ascii_uppercase())
    };
    parts.map(|part| part.trim_matches(is_sign)).filter(is_code)
}

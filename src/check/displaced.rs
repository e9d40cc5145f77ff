//! Links whose words stand beside them.

use std::collections::BTreeMap;

use unicode_script::{Script, UnicodeScript};

use super::context::GroupContext;
use super::difference::is_invisible;
use super::originals::OriginalLink;
use crate::markdown::prose::{Link, Prose, RunKind};
use crate::model::literal::Side;

/// How a link's words were displaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Displaced {
    /// The link stands on signs.
    Signs,
    /// It stands on a particle, a preposition, a single letter.
    Particle,
    /// This name of the origin's link stands beside it.
    Name(String),
}

/// Tells whether a link's text alone looks wrong.
pub fn is_suspect(prose: &Prose<'_>, link: &Link<'_>) -> bool {
    let text = prose.link_text(link);
    let text = text.trim();
    !text.is_empty() && (text.chars().all(is_sign) || is_particle(text))
}

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
    if is_particle(text) && !is_particle(was) && was.chars().count() > 3 {
        return Some(Displaced::Particle);
    }
    moved_name(prose, link, text, original, was).map(Displaced::Name)
}

fn holds_picture(prose: &Prose<'_>, link: &Link<'_>) -> bool {
    let is_inside = |other: &Link<'_>| other.is_picture && link.span.contains(other.span);
    prose.links_of(link.block).any(is_inside)
        || prose.runs[link.runs.clone()].iter().any(|run| run.text.starts_with("<img"))
}

fn is_sign(c: char) -> bool {
    !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c)
}

fn is_sentence_sign(c: char) -> bool {
    c.is_whitespace() || ".,;:!?…-–—\"'()«»„“”‘’¿¡।॥።。、，．：；！？（）「」『』《》〈〉・·،؛؟۔׃־๏ฯ".contains(c)
}

/// Words that no link is about, in many languages; demonstratives ("here", "this") are none.
const PARTICLES: &[&str] = &[
    // Germanic.
    "and",
    "or",
    "of",
    "to",
    "in",
    "on",
    "for",
    "with",
    "from",
    "by",
    "at",
    "the",
    "a",
    "an",
    "und",
    "oder",
    "der",
    "die",
    "das",
    "den",
    "dem",
    "des",
    "im",
    "ins",
    "zu",
    "zum",
    "zur",
    "von",
    "vom",
    "mit",
    "für",
    "auf",
    "bei",
    "aus",
    "ein",
    "eine",
    "einen",
    "einem",
    "einer",
    "en",
    "og",
    "av",
    "til",
    "för",
    "på",
    "med",
    "att",
    "och",
    "van",
    "het",
    "een",
    "voor",
    "met",
    "naar",
    "op",
    "de", // Romance.
    "do",
    "da",
    "dos",
    "das",
    "no",
    "na",
    "nos",
    "nas",
    "em",
    "e",
    "o",
    "os",
    "as",
    "um",
    "uma",
    "para",
    "por",
    "com",
    "que",
    "el",
    "la",
    "los",
    "las",
    "y",
    "u",
    "del",
    "al",
    "con",
    "un",
    "una",
    "le",
    "les",
    "du",
    "et",
    "ou",
    "dans",
    "sur",
    "pour",
    "par",
    "avec",
    "il",
    "lo",
    "gli",
    "di",
    "della",
    "del",
    "nel",
    "per",
    "și",
    "cu",
    "pe",
    // Slavic and Baltic.
    "v",
    "z",
    "s",
    "k",
    "h",
    "iz",
    "za",
    "po",
    "pri",
    "od",
    "ob",
    "ter",
    "in",
    "ali",
    "i",
    "w",
    "we",
    "ze",
    "oraz",
    "lub",
    "dla",
    "ve",
    "ke",
    "nebo",
    "pro",
    "в",
    "во",
    "на",
    "и",
    "с",
    "со",
    "к",
    "ко",
    "по",
    "из",
    "для",
    "от",
    "за",
    "у",
    "при",
    "или",
    "о",
    "об",
    "та",
    "і",
    "до",
    "від",
    "ir",
    "un",
    "ar",
    "uz", // Others with Latin letters.
    "dan",
    "dari",
    "ke",
    "untuk",
    "pada",
    "yang",
    "dengan",
    "atau",
    "ve",
    "ile",
    "için",
    "veya",
    "és",
    "az",
    "egy",
    "ja",
    "tai",
    "và",
    "của",
    "cho",
    "trên",
    "với", // Korean, Japanese, Chinese.
    "을",
    "를",
    "이",
    "가",
    "은",
    "는",
    "의",
    "에",
    "로",
    "으로",
    "와",
    "과",
    "에서",
    "도",
    "및",
    "또는",
    "를 ",
    "を",
    "が",
    "は",
    "の",
    "に",
    "で",
    "と",
    "も",
    "へ",
    "から",
    "まで",
    "および",
    "または",
    "的",
    "和",
    "在",
    "或",
    "与",
    "将",
    "了",
    "及", // Arabic, Hebrew, Thai, Hindi, Greek.
    "في",
    "من",
    "على",
    "إلى",
    "و",
    "عن",
    "أو",
    "مع",
    "של",
    "את",
    "ב",
    "ל",
    "על",
    "עם",
    "או",
    "ו",
    "ที่",
    "ใน",
    "และ",
    "ของ",
    "กับ",
    "หรือ",
    "เพื่อ",
    "ได้",
    "का",
    "की",
    "के",
    "में",
    "से",
    "को",
    "और",
    "και",
    "το",
    "στο",
    "την",
    "του",
];

/// Tells whether a text is a particle, or one letter of an alphabet.
fn is_particle(text: &str) -> bool {
    let word = text.trim_matches(is_sign).to_lowercase();
    let mut letters = word.chars().filter(|c| c.is_alphanumeric());
    let is_letter = match (letters.next(), letters.next()) {
        (Some(only), None) => only.is_alphabetic() && only.script() != Script::Han,
        _ => false,
    };
    is_letter || PARTICLES.contains(&&*word)
}

/// Returns a name of the origin's link that stands beside the translation's link and no longer in it.
///
/// Names are words in Latin letters with a capital or a digit; how often they stand outside links of the
/// passage on both sides decides.
fn moved_name(
    prose: &Prose<'_>,
    link: &Link<'_>,
    text: &str,
    original: &OriginalLink<'_>,
    was: &str,
) -> Option<String> {
    let names = names(was);
    if names.is_empty() {
        return None;
    }
    let inside = self::names(text);
    let missing: Vec<&&str> = names.iter().filter(|name| !inside.contains(name)).collect();
    // Something of the link's own must be left out, and nothing but little stay.
    if missing.is_empty() || 2 * missing.len() < names.len() {
        return None;
    }
    let here = outside(prose, link);
    let there = outside(original.prose, original.link);
    let count = |all: &BTreeMap<String, usize>, name: &str| all.get(name).copied().unwrap_or_default();
    let moved = missing.iter().find(|name| count(&here, name) > count(&there, name))?;
    // All of the origin's text in another link of the passage: the links were put together otherwise.
    Some((**moved).to_string())
}

/// Returns the names in a text.
pub(super) fn names(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')));
    let words = words.map(|word| word.trim_matches(['.', '-']));
    let is_name = |word: &&str| {
        word.len() > 2
            && word.chars().any(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
            && word.chars().any(|c| c.is_ascii_alphabetic())
    };
    words.filter(is_name).collect()
}

/// Returns the names that stand in the passage of a link, but in no link and not between brackets, where the
/// original name of what was translated stands, and how often each does.
fn outside(prose: &Prose<'_>, link: &Link<'_>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let runs = prose.block(link.block).iter();
    let runs = runs.filter(|run| run.side == link.side && run.link.is_none() && run.kind == RunKind::Text);
    let text: String = runs.map(|run| &*run.text).collect::<Vec<_>>().join("\n");
    for name in text.split(['(', '（']).enumerate().flat_map(|(number, part)| match part.split_once([')', '）']) {
        Some((_, behind)) if number > 0 => names(behind),
        _ => names(part),
    }) {
        *counts.entry(name.to_owned()).or_default() += 1;
    }
    counts
}

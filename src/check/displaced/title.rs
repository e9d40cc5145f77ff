//! Titles of which a part stands outside their link: "glejte Nadgradnja na drug [paket](…)".

use unicode_script::{Script, UnicodeScript};

use super::balance::{PHRASE, sentence};
use super::pair::Pair;
use super::text::{ends_passage, ends_with_grammar, is_end, is_sign, is_title, last_end, starts_with_grammar, width};
use crate::check::function_words;
use crate::markdown::prose::{Link, Prose, Run, RunKind};

/// A link narrower than this part of what it should be lacks a word.
const WHOLE: f64 = 0.85;

/// So many words of a title may stand before its link.
const MOST: usize = 10;

/// Languages that write common words with a capital.
const CAPITALS: [&str; 4] = ["de", "gsw", "lb", "nds"];

/// Tells whether a title begins before its link: a word with a capital stands there amid the sentence, and the link goes
/// on in small letters.
pub(super) fn begins_outside(pair: Pair<'_, '_>) -> bool {
    let Pair { link, text, original, was, .. } = pair;
    if !is_title(was) || !is_narrow(pair) {
        return false;
    }
    let is_small = |c: char| c.is_lowercase() && is_cased(c);
    if !text.trim_start_matches(is_sign).starts_with(is_small) {
        return false;
    }
    let before = before(pair.prose(), link);
    let sentence = &before[last_end(&before)..];
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let Some(first) = words.iter().rposition(|word| has_capital(word)) else { return false };
    first > 0
        && words.len() - first <= MOST
        && !words[first..].iter().any(|word| word.contains(is_border))
        && may_begin(pair, words[first])
        && capitals(clause(sentence)) > capitals(clause(&self::before(original.prose, original.link)))
}

/// Tells whether a title begins before its link, right behind a word for "see": a word with a capital stands there, or
/// some words that the link lacks.
pub(super) fn begins_behind(pair: Pair<'_, '_>, is_see: fn(&str) -> bool) -> bool {
    if !is_title(pair.was) {
        return false;
    }
    // A short form of "see" ends with a full stop.
    let before = before(pair.prose(), pair.link);
    let words: Vec<&str> = before.split_whitespace().collect();
    let Some(see) = words.iter().rposition(|word| is_see(word)) else { return false };
    let left = &words[see + 1..];
    if left.len() > MOST || left.iter().any(|word| word.contains(is_border) || word.ends_with(is_end)) {
        return false;
    }
    let says = |word: &&&str| word.chars().count() > 2 && !function_words::is_one(&word.to_lowercase());
    left.first().is_some_and(|first| may_begin(pair, first))
        || left.iter().filter(says).count() >= ENOUGH && is_narrow(pair)
}

/// Tells whether the first word of a title stands right before its link, which took a word of what follows instead: "papan
/// Dasbor [Kesehatan untuk](…) memastikan".
pub(super) fn is_shifted(pair: Pair<'_, '_>) -> bool {
    let before = before(pair.prose(), pair.link);
    let words: Vec<&str> = before[last_end(&before)..].split_whitespace().collect();
    is_title(pair.was)
        && pair.is_new(ends_with_grammar)
        && words.len() > 1
        && before.ends_with(' ')
        && words.last().is_some_and(|word| !word.contains(is_sign) && may_begin(pair, word))
}

/// Tells whether a word before a link may begin its title: it has a capital, not out of politeness, nor because its
/// language writes common words so, and does not stand beside the origin's link.
fn may_begin(pair: Pair<'_, '_>, word: &str) -> bool {
    let is_said = |part: &String| part.split(|c: char| !c.is_alphanumeric()).any(|other| other == word);
    has_capital(word)
        && word.trim_start_matches(is_sign).starts_with(is_cased)
        && !CAPITALS.contains(&pair.locale().language())
        && !POLITE.contains(&&*word.to_lowercase())
        && !pair.around_origin().iter().any(is_said)
}

/// So many words that are none of grammar are more than what a link leads to: an article, the page.
const ENOUGH: usize = 3;

/// Tells whether a link starts with a preposition behind words that the origin has not, where its link starts the
/// sentence: "Svetovalec [za Microsoft Defender](…)".
pub(super) fn follows_head(pair: Pair<'_, '_>) -> bool {
    const ARTICLES: [&str; 3] = ["the", "a", "an"];
    let Pair { link, text, original, was, .. } = pair;
    text.starts_with(char::is_lowercase) && pair.is_new(starts_with_grammar) && is_narrow(pair) && {
        let [there, _] = sentence(original.prose, original.link, was);
        let [here, _] = sentence(pair.prose(), link, text);
        let there = there.trim().to_lowercase();
        let starts = there.is_empty() || ARTICLES.contains(&&*there);
        let is_head = (1..=2).contains(&here.split_whitespace().count());
        starts && is_head && here.trim_end().ends_with(char::is_alphanumeric)
    }
}

/// Tells whether some words of a link stand beside it, where the origin's link is a sentence of its own.
pub(super) fn is_left(pair: Pair<'_, '_>) -> bool {
    let Pair { link, text, original, was, .. } = pair;
    let is_said = |parts: &[String; 2]| parts.iter().any(|part| part.contains(char::is_alphanumeric));
    if text.contains(was) || !is_narrow(pair) || is_said(&sentence(original.prose, original.link, was)) {
        return false;
    }
    let parts = sentence(pair.prose(), link, text);
    // What leads to a link, and what follows in brackets, is none of its words, unless the origin's link has such a sign.
    const APART: [&[char]; 4] = [&[':', '：'], &['(', '（'], &['–', '—', '-'], &['|']];
    let is_apart = |part: &String| APART.iter().any(|signs| part.contains(*signs) && !was.contains(*signs));
    let (Some(ratio), false) = (pair.ratio(), parts.iter().any(is_apart)) else { return false };
    let has_link = |other: &Link<'_>| other.side == link.side && other.span != link.span && !other.is_picture;
    let is_only = |prose: &Prose<'_>, block: u32| !prose.links_of(block).any(has_link);
    let outside: usize = parts.iter().map(|part| width(part.trim_matches(is_sign))).sum();
    let has_word = |part: &String| {
        let mut words = part.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1);
        words.any(|word| !function_words::is_one(&word.to_lowercase()))
    };
    let all = (outside + width(text)) as f64;
    is_only(pair.prose(), link.block) && parts.iter().any(has_word) && all < 1.5 * ratio * width(was) as f64 + 6.0
}

/// Tells whether the second part of a title stands behind its link, with the colon: "[Contoso Sync](…): Entwurf".
pub(super) fn leaves_second_part(pair: Pair<'_, '_>) -> bool {
    const COLONS: [char; 2] = [':', '：'];
    let [_, behind] = pair.around();
    let [_, behind_origin] = pair.around_origin();
    let follows = |behind: &str| behind.trim_start().starts_with(COLONS);
    // A sentence may have a colon of its own behind a link that says all, with a dash or in one phrase.
    let is_first = |(first, rest): (&str, &str)| {
        let most = pair.ratio().unwrap_or(1.0) * (width(first) as f64 + 0.5 * width(rest) as f64);
        (width(pair.text) as f64) < most
    };
    is_title(pair.was)
        && !pair.text.contains(COLONS)
        && follows(behind)
        && !follows(behind_origin)
        && pair.was.trim_end_matches(COLONS).split_once(": ").is_some_and(is_first)
}

/// So much of what a link lacks must stand beside it.
const REST: f64 = 0.4;

/// What a thing is, which translators may say outside the link that names it.
const KINDS: &[&str] = &[
    "page", "pages", "site", "website", "settings", "setting", "error", "article", "tool", "wizard", "portal",
    "center", "centre", "document", "section", "command", "cmdlet", "blog", "forum", "guide", "topic", "app",
    "service", "team", "button", "dialog", "menu", "option", "tab", "video",
];

/// Returns the words at the ends of a title that say what it is: "Office Service Status page", "error 30180-28".
pub(super) fn kinds(title: &str) -> impl Iterator<Item = &str> {
    let mut words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let ends = [words.next(), words.next_back()];
    ends.into_iter().flatten().filter(|word| KINDS.contains(word))
}

/// Tells whether a title is a message in quotation marks, behind which may stand what it is.
pub(super) fn is_message(title: &str) -> bool {
    title.starts_with(['"', '“', '\''])
}

/// Tells whether a link says nothing but the last names of its title as they read there: "Contas no [Office](…)" for
/// "Accounts in Office", or the first ones: "Conselheiro do [Contoso Defender](…)" for "Contoso Defender advisor".
pub(super) fn is_rest(pair: Pair<'_, '_>) -> bool {
    let Pair { text, was, original, .. } = pair;
    let names = text.trim_matches(is_sign);
    let was = was.trim_matches(is_sign);
    let [left, right] = [was.strip_suffix(names), was.strip_prefix(names)];
    let left = left.filter(|rest| rest.ends_with(' ')).or(right.filter(|rest| rest.starts_with(' ')));
    let Some(rest) = left else { return false };
    let is_translated = pair.origin_locale().is_some_and(|origin| origin.language() != pair.locale().language());
    let is_word = |word: &&str| word.chars().count() > 3 && !function_words::is_one(&word.to_lowercase());
    let words: Vec<&str> = rest.split(|c: char| !c.is_alphanumeric()).filter(is_word).collect();
    let around = |parts: [String; 2]| parts.iter().map(|part| width(part)).sum::<usize>() as f64;
    let outside = around(sentence(pair.prose(), pair.link, text));
    let there = (pair.ratio().unwrap_or(1.0) * around(sentence(original.prose, original.link, pair.was))).max(PHRASE);
    is_translated
        && (is_title(was) || pair.is_new(ends_passage))
        && names.starts_with(char::is_uppercase)
        && words.iter().any(|word| word.contains(char::is_lowercase) && !KINDS.contains(word))
        && outside > there + REST * width(rest) as f64
        && !pair.around().iter().any(|part| words.iter().any(|word| part.contains(word)))
}

/// Tells whether a link says less than its whole title.
pub(super) fn is_narrow(pair: Pair<'_, '_>) -> bool {
    pair.ratio().is_some_and(|ratio| (width(pair.text) as f64) < WHOLE * ratio * width(pair.was) as f64)
}

/// Words for "you" and "your" that are written with a capital out of politeness.
const POLITE: &[&str] = &[
    "anda",
    "вы",
    "вас",
    "вам",
    "вами",
    "ваш",
    "ваша",
    "ваше",
    "ваши",
    "вашей",
    "вашего",
    "вашу",
    "вашем",
    "ваших",
    "vi",
    "vas",
    "vam",
    "vaš",
    "vaša",
    "vaše",
    "vás",
    "vám",
    "vámi",
    "váš",
    "de",
    "dem",
    "deres",
    "lei",
    "suo",
    "sua",
    "suoi",
    "u",
    "uw",
    "ön",
    "önnek",
    "państwo",
    "państwa",
    "usted",
    "ustedes",
];

/// Tells whether a sign parts what stands before and behind it.
fn is_border(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '(' | ')' | '"' | '“' | '”' | '„' | '«' | '»' | '>' | '–' | '—')
}

fn is_cased(c: char) -> bool {
    matches!(c.script(), Script::Latin | Script::Cyrillic | Script::Greek | Script::Armenian)
}

/// Tells whether a word has a capital as its first letter and no other.
fn has_capital(word: &str) -> bool {
    let mut letters = word.trim_start_matches(is_sign).chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().count() > 1
        && letters.all(|c| !c.is_uppercase() && !c.is_numeric())
}

/// Returns the last clause of a text.
fn clause(text: &str) -> &str {
    text.rsplit([',', ';', ':']).next().unwrap_or_default()
}

/// Returns how many words of a text, its first apart, have a capital.
fn capitals(text: &str) -> usize {
    text.split_whitespace().skip(1).filter(|word| word.starts_with(char::is_uppercase)).count()
}

/// Returns the plain text before a link, from the last one that is set off.
fn before(prose: &Prose<'_>, link: &Link<'_>) -> String {
    let runs = prose.block(link.block).iter();
    let runs: Vec<&Run<'_>> = runs.filter(|run| run.side == link.side && run.span.end <= link.span.start).collect();
    let is_set_off =
        |run: &&&Run<'_>| run.link.is_some() || run.strong || run.emphasis > 0 || run.kind != RunKind::Text;
    let start = runs.iter().rposition(|run| is_set_off(&run)).map_or(0, |at| at + 1);
    let set_off = if start > 0 { "… " } else { "" };
    runs[start..].iter().fold(set_off.to_owned(), |text, run| text + &run.text)
}

//! Links whose borders stand amid brackets, words or names.

use unicode_script::{Script, UnicodeScript};

use super::pair::{Pair, neighbours};
use super::text::is_end;
use crate::check::function_words;
use crate::check::plain::shape;
use crate::markdown::prose::{Link, Prose, Run, RunKind};

/// Tells whether a link is cut where the origin's is not, or lost its signs, or took others' names.
pub(super) fn is_cut(pair: Pair<'_, '_>) -> bool {
    let Pair { link, text, original, was, .. } = pair;
    let is_new = |shows: fn(&Prose<'_>, &Link<'_>, &str) -> bool| {
        shows(pair.prose(), link, text) && !shows(original.prose, original.link, was)
    };
    is_new(is_torn) && !text.contains(was)
        || is_new(is_glued)
        || is_new(starts_amid_word)
        || ends_amid_word(pair)
        || is_amid_name(pair)
        || has_lost_ampersand(pair)
        || pair.is_new(has_loose_ampersand)
        || is_bracketed(text) && !is_bracketed(was) && !was.contains(text.trim_matches(['(', ')', '（', '）']))
        || is_names_beside(pair)
}

/// Brackets, and quotation marks of which one opens and another closes.
const PAIRS: [[char; 2]; 8] =
    [['(', ')'], ['[', ']'], ['（', '）'], ['［', '］'], ['「', '」'], ['『', '』'], ['《', '》'], ['«', '»']];

/// Quotation marks that open in one language and close in another.
const QUOTES: [char; 4] = ['"', '“', '”', '„'];

/// Tells whether brackets or quotation marks open in a link and close behind it, or open before it and close in it.
fn is_torn(prose: &Prose<'_>, link: &Link<'_>, text: &str) -> bool {
    parted(text, || neighbours(prose, link)).is_some()
}

/// Returns what stands between a text and the other one of two brackets or quotation marks, of which it holds one.
pub fn parted(text: &str, around: impl Fn() -> [String; 2]) -> Option<String> {
    if !text.contains(|c| QUOTES.contains(&c) || PAIRS.iter().any(|pair| pair.contains(&c))) {
        return None;
    }
    let of_pair = |[open, close]: [char; 2]| {
        let opens = |text: &str| text.rfind(open).filter(|at| !text[*at..].contains(close));
        let closes = |text: &str| text.find(close).filter(|at| !text[..*at].contains(open));
        let count = |sign: char| text.chars().filter(|c| *c == sign).count();
        if count(open) == count(close) || opens(text).or(closes(text)).is_none() {
            return None;
        }
        let [before, behind] = around();
        let closed = opens(text).and(closes(&behind)).map(|at| behind[..at].to_owned());
        closed.or_else(|| closes(text).and(opens(&before)).map(|at| before[at + open.len_utf8()..].to_owned()))
    };
    let of_quotes = || {
        let is_odd = |text: &str| quotes(text).count() % 2 == 1;
        if !is_odd(text) {
            return None;
        }
        let [before, behind] = around();
        match (is_odd(&before), is_odd(&behind)) {
            (true, false) => quotes(&before).last().map(|(at, sign)| before[at + sign.len()..].to_owned()),
            (false, true) => quotes(&behind).next().map(|(at, _)| behind[..at].to_owned()),
            _ => None,
        }
    };
    PAIRS.into_iter().find_map(of_pair).or_else(of_quotes)
}

/// Returns the quotation marks in a text; in Hebrew one between two letters is none.
fn quotes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_letter = |c: Option<char>| c.is_some_and(|c| matches!(c, 'א'..='ת'));
    text.match_indices(QUOTES).filter(move |(at, sign)| {
        let [before, behind] = [&text[..*at], &text[at + sign.len()..]];
        !(is_letter(before.chars().next_back()) && is_letter(behind.chars().next()))
    })
}

/// Tells whether a link starts amid a word.
fn starts_amid_word(prose: &Prose<'_>, link: &Link<'_>, text: &str) -> bool {
    let [before, _] = prose.beside(link);
    is_one_word(before, text) || text.starts_with(goes_on) && before.ends_with(is_katakana)
}

/// Tells whether a link ends amid a word; an ending may be put behind a name, and in some languages behind any word.
fn ends_amid_word(pair: Pair<'_, '_>) -> bool {
    const SUFFIXED: [&str; 12] = ["az", "et", "eu", "fi", "hu", "hy", "ka", "kk", "ky", "mn", "tr", "uz"];
    let Pair { link, text, was, .. } = pair;
    let [_, behind] = pair.prose().beside(link);
    let last = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_name = last.is_empty() || was.contains(last) || last.chars().any(char::is_numeric);
    let may_be_suffixed = SUFFIXED.contains(&pair.locale().language());
    !is_name && !may_be_suffixed && is_one_word(text, behind)
        || behind.starts_with(goes_on) && text.ends_with(is_katakana)
}

/// Tells whether the end of one text and the start of another are one word. What Arabic and Hebrew write together with a
/// word is none of it.
fn is_one_word(before: &str, behind: &str) -> bool {
    const PREFIXES: [char; 16] = ['و', 'ف', 'ب', 'ل', 'ك', 'ا', 'س', 'ـ', 'ו', 'ב', 'ל', 'ה', 'כ', 'ש', 'מ', '־'];
    let script = |c: char| {
        let is_spaced = |script: &Script| {
            matches!(script, Script::Latin | Script::Cyrillic | Script::Greek | Script::Arabic | Script::Hebrew)
        };
        Some(c.script()).filter(is_spaced).filter(|_| c.is_alphabetic() && !c.is_uppercase())
    };
    let last = before.chars().next_back().and_then(script);
    let head = &before[before.trim_end_matches(char::is_alphabetic).len()..];
    let tail = &behind[..behind.len() - behind.trim_start_matches(char::is_alphabetic).len()];
    // Between two words a blank was lost, and they are whole; one that opens what follows has a blank behind it.
    let is_part = |part: &str| !function_words::is_one(&part.to_lowercase());
    let is_last = behind[tail.len()..].starts_with(is_end);
    let is_short = head.chars().count().min(tail.chars().count()) <= ENDING;
    last.is_some()
        && behind.chars().next().and_then(script) == last
        && !head.chars().all(|c| PREFIXES.contains(&c))
        && is_short
        && is_part(head)
        && (is_part(tail) || is_last)
}

fn is_katakana(c: char) -> bool {
    c.script() == Script::Katakana || c == 'ー'
}

/// Tells whether no word begins with a letter.
fn goes_on(c: char) -> bool {
    matches!(c, 'ー' | 'ン' | 'ッ' | 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ャ' | 'ュ' | 'ョ')
}

/// Tells whether a link ends amid a name of its origin's, or between two that stand side by side there.
fn is_amid_name(pair: Pair<'_, '_>) -> bool {
    let Pair { link, text, was, .. } = pair;
    let [before, behind] = pair.prose().beside(link);
    let is_inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let tail = |text: &str| text.len() - text.trim_end_matches(is_inside).len();
    let head = |text: &str| text[..text.len() - text.trim_start_matches(is_inside).len()].trim_end_matches('.').len();
    let is_name = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase()) && word.len() > 1;
    let is_part = |word: &str| is_name(word) || !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let has = |words: &str| shape::places(was, words).next().is_some();
    let is_cut = |left: &str, right: &str| {
        let (word, next) = (&left[left.len() - tail(left)..], &right[..head(right)]);
        !next.is_empty() && !word.is_empty() && {
            let whole = format!("{word}{next}");
            is_name(&whole) && has(&whole) && !has(word) && !has(next)
        }
    };
    let spaced = |left: &str, right: &str| {
        let (bare, rest) = (left.trim_end(), right.trim_start());
        let (word, next) = (&bare[bare.len() - tail(bare)..], &rest[..head(rest)]);
        let is_parted = bare.len() < left.len() || rest.len() < right.len();
        is_parted && is_name(word) && is_part(next) && has(&format!("{word} {next}"))
    };
    let is_torn = |left: &str, right: &str| is_cut(left, right) || spaced(left, right);
    is_torn(before, text) || is_torn(text, behind)
}

/// Tells whether a link ends amid a word, or between two that no blank parts.
///
/// Endings that a language puts behind a name are shorter.
fn is_glued(prose: &Prose<'_>, link: &Link<'_>, text: &str) -> bool {
    let is_letter =
        |c: char| c.is_lowercase() && matches!(c.script(), Script::Latin | Script::Cyrillic | Script::Greek);
    text.ends_with(is_letter) && {
        let runs = prose.block(link.block);
        let first = runs.partition_point(|run| run.span.start < link.span.end);
        let is_read = |run: &&Run<'_>| run.side == link.side && run.kind != RunKind::Html;
        let behind = runs[first..].iter().find(is_read).filter(|run| run.link.is_none());
        behind.is_some_and(|run| run.text.chars().take_while(|&c| is_letter(c)).count() > ENDING)
    }
}

/// So many letters may an ending have.
const ENDING: usize = 5;

/// Tells whether the sign for "and" stands beside a link that should hold it.
fn has_lost_ampersand(pair: Pair<'_, '_>) -> bool {
    let has = |text: &str| text.contains(['&', '＆']);
    has(pair.was)
        && !has(pair.text)
        && pair.around().iter().any(|part| has(part))
        && !pair.around_origin().iter().any(|part| has(part))
}

/// Tells whether a word of grammar, or nothing, stands beside a sign for "and" that blanks set apart.
fn has_loose_ampersand(text: &str) -> bool {
    let is_sign = |word: &&str| matches!(*word, "&" | "＆");
    let is_named = |word: &&&str| word.starts_with(char::is_uppercase) || !function_words::is_one(word);
    let words: Vec<&str> = if text.contains(['&', '＆']) { text.split_whitespace().collect() } else { Vec::new() };
    let sides = |at: usize| [at.checked_sub(1).and_then(|at| words.get(at)), words.get(at + 1)];
    let is_loose = |at: usize| sides(at).iter().any(|word| word.as_ref().is_none_or(|word| !is_named(word)));
    words.iter().enumerate().any(|(at, word)| is_sign(word) && is_loose(at))
}

/// Tells whether a text is nothing but what stands in its brackets.
fn is_bracketed(text: &str) -> bool {
    const BRACKETS: [(char, char); 2] = [('(', ')'), ('（', '）')];
    let inside = |(open, close)| text.strip_prefix(open).and_then(|text: &str| text.strip_suffix(close));
    BRACKETS.into_iter().find_map(inside).is_some_and(|inside| !inside.contains(['(', ')', '（', '）']))
}

/// A link of more bytes is no list of names.
const LONGEST: usize = 200;

/// Tells whether a link holds nothing but names that stand beside the origin's.
fn is_names_beside(pair: Pair<'_, '_>) -> bool {
    let Pair { text, was, .. } = pair;
    if text.len() > LONGEST {
        return false;
    }
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let is_name = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    words.peek().is_some_and(|word| is_name(word)) && {
        let there = pair.around_origin();
        words.all(|word| is_name(word) && !was.contains(word) && there.iter().any(|part| part.contains(word)))
    }
}

//! Finds in a translation what became of a name that should stand there.
//!
//! The search is Sellers': the part of a text with the fewest changes to the name. A blank too many, a letter
//! that looks alike, a dash or another case cost little, since they leave no doubt about what the part was.

use std::ops::Range;

use unicode_script::{Script, UnicodeScript};
use unicode_security::confusable_detection::skeleton;

use super::difference::is_invisible;
use super::likeness::Bigrams;
use super::numbers::digit;
use super::plain::block::BORDER;
use crate::model::script::{is_of_european_alphabet, is_unspaced};

/// What became of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Whether nothing but blanks, marks and look-alike letters differ.
    pub form: bool,
    /// Whether the borders of the changed word are known.
    pub sure: bool,
}

/// How much of a text is searched, in bytes.
const REACH: usize = 16 << 10;

/// What a real change costs, and one of form.
const CHANGE: u32 = 3;
const FORM: u32 = 1;
/// More than any search may spend on a border.
const NEVER: u32 = 1 << 20;

/// How many cells of the table all searches for one group may fill.
#[derive(Debug)]
pub struct Budget(usize);

impl Default for Budget {
    fn default() -> Self {
        Self(8 << 20)
    }
}

impl Budget {
    /// Takes `cells` away, if so many are left.
    pub fn spend(&mut self, cells: usize) -> Option<()> {
        self.0 = self.0.checked_sub(cells)?;
        Some(())
    }
}

/// Returns the part of `text` that `value` most probably became.
pub fn nearest(text: &str, value: &str, budget: &mut Budget) -> Option<Near> {
    let text = &text[..text.floor_char_boundary(REACH)];
    budget.spend(text.chars().count() * value.chars().count())?;
    let letters: Vec<(usize, Letter)> = text.char_indices().map(|(at, c)| (at, Letter::of(c))).collect();
    let wanted: Vec<Letter> = value.chars().map(Letter::of).collect();
    let (cost, start, end) = search(&letters, &wanted)?;
    let place = |at: usize| {
        letters.get(at).map_or(letters.last().map_or(0, |(at, letter)| at + letter.is.len_utf8()), |(at, _)| *at)
    };
    let found = trimmed(text, place(start)..place(end));
    if found.is_empty() {
        return None;
    }
    let (range, sure) = widened(text, found, value);
    let form = is_form(&text[range.clone()], value);
    let (range, sure) = if form { (range, true) } else { most_like(text, range, sure, value) };
    let actual = &text[range.clone()];
    if actual == value {
        return glued(text, range);
    }
    let length = u32::try_from(wanted.len()).expect("names are short");
    let alike = 1.0 - f64::from(cost) / f64::from(length * CHANGE);
    let needed = if length < 6 {
        SURE
    } else if has_kept_half(actual, value) {
        HALF
    } else {
        ENOUGH
    };
    let near = (form || alike >= needed).then_some(Near { range, form, sure });
    near.or_else(|| kept_part(text, value))
}

/// Returns the word that a parameter became a part of, for it has lost the blank before it: `Get-User-Identity`.
fn glued(text: &str, parameter: Range<usize>) -> Option<Near> {
    let is_inside = |c: &char| c.is_ascii_alphanumeric() || matches!(*c, '-' | '_' | BORDER);
    let before: usize = text[..parameter.start].chars().rev().take_while(is_inside).map(char::len_utf8).sum();
    let is_lost = before > 0 && text[parameter.clone()].starts_with('-');
    is_lost.then_some(Near { range: parameter.start - before..parameter.end, form: true, sure: false })
}

/// Returns the word in which a part of `value` was left and the rest replaced by other letters: `FAILED_削除`.
fn kept_part(text: &str, value: &str) -> Option<Near> {
    let mut joints: Vec<usize> = (1..value.len()).filter(|&at| is_joint(value, at)).collect();
    joints.sort_by_key(|&at| at.abs_diff(value.len()).max(at));
    let parts = joints.iter().flat_map(|&at| [(&value[..at], true), (&value[at..], false)]);
    let mut parts: Vec<(&str, bool)> = parts.filter(|(part, _)| part.len() >= 3).collect();
    parts.sort_by_key(|(part, _)| std::cmp::Reverse(part.len()));
    parts.into_iter().find_map(|(part, is_start)| {
        text.match_indices(part).find_map(|(at, found)| replaced(text, at..at + found.len(), is_start, part))
    })
}

/// Returns the word of which `kept` is the start or the end, if the rest of it is no part of a name.
fn replaced(text: &str, kept: Range<usize>, is_start: bool, part: &str) -> Option<Near> {
    let (before, after) = (text[..kept.start].chars().next_back(), text[kept.end..].chars().next());
    let (inner, outer) = if is_start { (after, before) } else { (before, after) };
    let is_mark = |c: char| matches!(c, '-' | '_');
    let long = part.len() > 3;
    let foreign = |c: char| !c.is_ascii() && c.is_alphabetic() || long && (c.is_ascii_uppercase() || is_mark(c));
    let marked = part.ends_with(is_mark) && is_start || part.starts_with(is_mark) && !is_start;
    // `/var/backup` that became `/var/varnostna`.
    let is_folder = is_start && long && part.starts_with('/') && part.ends_with('/');
    let is_replaced = inner.is_some_and(|c| foreign(c) || (marked || is_folder) && c.is_alphanumeric());
    if !is_replaced || outer.is_some_and(|c| c.is_ascii_alphanumeric() || is_mark(c)) {
        return None;
    }
    let glued = |c: &char| is_glued(*c, true) || is_mark(*c);
    let range = if is_start {
        kept.start..kept.end + text[kept.end..].chars().take_while(glued).map(char::len_utf8).sum::<usize>()
    } else {
        kept.start - text[..kept.start].chars().rev().take_while(glued).map(char::len_utf8).sum::<usize>()..kept.end
    };
    Some(Near { range, form: false, sure: false })
}

/// Tells whether nothing but form differs; whose mail it is may be localised, where it goes may not.
fn is_form(actual: &str, value: &str) -> bool {
    if folded(actual) == folded(value) {
        return true;
    }
    let host = |text: &'_ str| text.split_once('@').map(|(_, host)| host.to_ascii_lowercase());
    let (actual, value) = (host(actual), host(value));
    actual.zip(value).is_some_and(|(actual, value)| actual != value && folded(&actual) == folded(&value))
}

/// Tells whether a text begins and ends with what `value` does, word by word: it was torn apart in between.
fn has_both_ends(text: &str, value: &str) -> bool {
    const ENOUGH: usize = 4;
    let first = text.split_whitespace().next().unwrap_or_default();
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let is_parted = || text.split_whitespace().eq(value.split('_'));
    first.len().min(last.len()) >= ENOUGH && value.starts_with(first) && value.ends_with(last) || is_parted()
}

/// Returns the word in `range` that is most like a name without blanks.
fn most_like(text: &str, range: Range<usize>, sure: bool, value: &str) -> (Range<usize>, bool) {
    let spelt = &text[range.clone()];
    if value.contains(' ') || !spelt.contains(char::is_whitespace) || has_both_ends(spelt, value) {
        return (range, sure);
    }
    let wanted = Bigrams::of(&value.to_lowercase());
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let words = text[range.clone()].split_whitespace();
    let likeness = |word: &str| wanted.likeness(&Bigrams::of(&word.to_lowercase()));
    let best = words.max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    (best.map_or(range, |word| start(word)..start(word) + word.len()), false)
}

/// The share of a name that must be left.
const SURE: f64 = 0.75;
const ENOUGH: f64 = 0.66;
const HALF: f64 = 0.4;

/// A letter, what it looks like, and what it costs where it is too much.
struct Letter {
    is: char,
    like: char,
    extra: u32,
}

impl Letter {
    fn of(is: char) -> Self {
        let extra = match is {
            BORDER => NEVER,
            _ if is.is_whitespace() || is_invisible(is) => FORM,
            _ => CHANGE,
        };
        Self { is, like: fold(is).to_ascii_lowercase(), extra }
    }

    fn change(&self, is: &Self) -> u32 {
        if self.is == is.is {
            0
        } else if is.is == BORDER {
            NEVER
        } else if self.like == is.like {
            FORM
        } else {
            CHANGE
        }
    }
}

/// Returns the least cost at which a part of `text` becomes `wanted`, and where that part starts and ends.
fn search(text: &[(usize, Letter)], wanted: &[Letter]) -> Option<(u32, usize, usize)> {
    // Each cell: the cost so far, and where the part starts.
    let mut row: Vec<(u32, usize)> = (0..=text.len()).map(|at| (0, at)).collect();
    for letter in wanted {
        let lost = if letter.is == ' ' { FORM } else { CHANGE };
        let mut diagonal = row[0];
        row[0] = (row[0].0 + lost, 0);
        for (at, (_, other)) in text.iter().enumerate() {
            let changed = (diagonal.0 + letter.change(other), diagonal.1);
            let dropped = (row[at + 1].0 + lost, row[at + 1].1);
            let added = (row[at].0 + other.extra, row[at].1);
            diagonal = row[at + 1];
            row[at + 1] = cheapest([changed, dropped, added]);
        }
    }
    let (end, &(cost, start)) = row.iter().enumerate().min_by_key(|(_, (cost, _))| *cost)?;
    (end > start).then_some((cost, start, end))
}

/// Returns the first of the cells that cost least.
fn cheapest([first, others @ ..]: [(u32, usize); 3]) -> (u32, usize) {
    others.into_iter().fold(first, |least, other| if other.0 < least.0 { other } else { least })
}

/// Returns the letter that a look-alike stands for, the hyphen for a dash, the straight quote for any other.
fn fold(c: char) -> char {
    match c {
        _ if c.is_ascii() => c,
        '‐'..='―' | '−' | '－' | 'ー' => '-',
        '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' => '\'',
        '،' | '、' => ',',
        '。' => '.',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ if c.is_whitespace() => ' ',
        _ => {
            if let Some(digit) = digit(c) {
                return digit;
            }
            let mut bytes = [0; 4];
            let mut letters = skeleton(c.encode_utf8(&mut bytes));
            letters.next().filter(|letter| letter.is_ascii()).unwrap_or(c)
        }
    }
}

/// Returns a text in which what differs in form alone is the same.
pub fn folded(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)).map(|c| fold(c).to_ascii_lowercase()).collect()
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let is_outside = |c: char| c.is_whitespace() || is_invisible(c) || c == BORDER;
    let found = &text[range.clone()];
    let start = range.end - found.trim_start_matches(is_outside).len();
    let end = range.start + found.trim_end_matches(is_outside).len();
    start..end.max(start)
}

/// Returns `found` with the rest of the words that it begins and ends in, and whether their borders are known.
fn widened(text: &str, found: Range<usize>, value: &str) -> (Range<usize>, bool) {
    let part = &text[found.clone()];
    let lost_start = !same_letter(part.chars().next(), value.chars().next());
    let lost_end = !same_letter(part.chars().next_back(), value.chars().next_back());
    let before: usize =
        text[..found.start].chars().rev().take_while(|c| is_glued(*c, lost_start)).map(char::len_utf8).sum();
    let after: usize = text[found.end..].chars().take_while(|c| is_glued(*c, lost_end)).map(char::len_utf8).sum();
    let range = found.start - before..found.end + after;
    let blankless = |c: char| !c.is_ascii() && c.is_alphabetic() && is_unspaced(c);
    let sure = (!lost_start || !text[..range.start].chars().next_back().is_some_and(blankless))
        && (!lost_end
            || !text[range.end..].chars().next().is_some_and(blankless) && !has_particle(text, &range, lost_end));
    (range, sure)
}

fn same_letter(left: Option<char>, right: Option<char>) -> bool {
    left.zip(right).is_some_and(|(left, right)| fold(left).eq_ignore_ascii_case(&fold(right)))
}

/// Tells whether a letter belongs to the word beside it: those of alphabets do, Korean ones where the name has
/// lost that end.
fn is_glued(c: char, lost: bool) -> bool {
    match c {
        _ if c.is_ascii_alphanumeric() || c == '_' => true,
        _ if c.is_ascii() || !c.is_alphanumeric() => false,
        _ => is_of_european_alphabet(c) || lost && !is_unspaced(c),
    }
}

/// Tells whether what was taken in at the end may hold a particle.
fn has_particle(text: &str, range: &Range<usize>, lost_end: bool) -> bool {
    lost_end && text[range.clone()].chars().next_back().is_some_and(|c| c.script() == Script::Hangul)
}

/// Tells whether a part of a name was left with something foreign in place of the rest: `제거-MsolContact`.
fn has_kept_half(actual: &str, value: &str) -> bool {
    let shared = |left: &mut dyn Iterator<Item = char>, right: &mut dyn Iterator<Item = char>| {
        left.zip(right).take_while(|(a, b)| a == b).count()
    };
    let start = shared(&mut actual.chars(), &mut value.chars());
    let end = shared(&mut actual.chars().rev(), &mut value.chars().rev());
    let is_foreign = actual.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
    let length = value.len();
    value.is_ascii()
        && (start >= 3 && start < length && is_joint(value, start)
            || end >= 3 && end < length && is_joint(value, length - end))
        && (is_foreign || actual.contains(['-', '_']) || start.max(end) * 2 >= length)
}

/// Tells whether `value` may be cut before the byte `at`: at a hyphen, an underscore, a capital.
fn is_joint(value: &str, at: usize) -> bool {
    let bytes = value.as_bytes();
    let here = bytes.get(at).copied().unwrap_or_default();
    let before = at.checked_sub(1).map_or(0, |before| bytes[before]);
    !here.is_ascii_lowercase() && (before.is_ascii_lowercase() || here == b'-' || here == b'_')
        || matches!(before, b'-' | b'_' | b'\\' | b'/')
}

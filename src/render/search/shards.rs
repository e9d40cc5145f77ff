//! The files of one locale's index: plain text, written for few bytes a query.
//!
//! The first line of `index.txt` says in JSON under which folder the others stand and what the language's rules are;
//! the rest at which beginnings the terms are cut. Terms stand in `s<number>.txt` in the order of their keys, documents
//! in `d<number>.txt`. On large sites `n<number>.txt` stands between: the beginnings of some of the shards.
//!
//! A shard's line is a term and, behind a blank, its postings:
//!
//! - how many characters it shares with the term before, as one character from `0`, then the rest of the term;
//! - a character for how rare it is: its code less 32 is six times the logarithm;
//! - postings from the highest level to the lowest: a level as a character, its code less 32, and then documents,
//!   each as its distance from the one before. A distance is a number to the base of 26, its last digit in upper case.
//!
//! A line without postings is a word written backwards behind `~`: it finds words whose first letters are mistyped.

use serde_json::json;

use super::Entry;
use super::index::{Posting, Term};
use super::key::Rules;
use super::tokens;
use crate::model::digest;

/// The longest shard of words, in bytes.
pub const MAX_SHARD: usize = 2560;

/// The longest shard of pairs of characters: a query has more of them than it has words, and their forms are few.
const MAX_PAIRS: usize = MAX_SHARD / 2;

/// How long the list of beginnings in `index.txt` may be, in bytes, before nodes stand between.
const MAX_ROOT: usize = 700;

/// Documents of one file.
pub const DOCUMENTS: usize = 4;

/// Terms that the browser does not look for when there are others: the most frequent.
const FREQUENT: usize = 40;

/// A file of the index: its path below the locale's folder, and its text.
pub type File = (String, String);

/// Returns the text of `index.txt`, from which the way to the folder of all other files is `way`, and these files.
pub fn files(way: &str, terms: Vec<(Box<str>, Term)>, documents: &[Entry], rules: &Rules) -> (String, Vec<File>) {
    let frequent = frequent(&terms, documents.len());
    let lines = lines(terms, documents.len(), rules);
    let (shards, beginnings) = cut(&lines);
    let mut named: Vec<File> = numbered('s', shards);
    let list = coded(&beginnings);
    let is_long = list.len() > MAX_ROOT;
    let width = if is_long { beginnings.len().isqrt().clamp(16, 128) } else { 0 };
    let root = if is_long {
        named.extend(numbered('n', beginnings.chunks(width).map(coded)));
        coded(&beginnings.iter().step_by(width).cloned().collect::<Vec<_>>())
    } else {
        list
    };
    named.extend(numbered('d', documents.chunks(DOCUMENTS).map(|some| some.iter().map(Entry::line).collect())));
    let all: String = named.iter().flat_map(|(name, text)| [name.as_str(), text]).collect();
    let folder = digest::short(all.as_bytes())[..8].to_owned();
    let head = json!([format!("{way}{folder}"), width, DOCUMENTS, frequent, rules.endings, rules.pairs]);
    let files = named.into_iter().map(|(name, text)| (format!("{folder}/{name}"), text)).collect();
    (format!("{head}\n{root}"), files)
}

fn numbered(kind: char, texts: impl IntoIterator<Item = String>) -> Vec<File> {
    texts.into_iter().enumerate().map(|(number, text)| (format!("{kind}{number}.txt"), text)).collect()
}

/// Returns the terms that more than a fifth of all documents have.
fn frequent(terms: &[(Box<str>, Term)], documents: usize) -> Vec<String> {
    let often = |term: &Term| documents >= 50 && term.documents as usize * 5 > documents;
    let mut found: Vec<(u32, &str)> =
        terms.iter().filter(|(_, term)| often(term)).map(|(text, term)| (term.documents, &**text)).collect();
    found.sort_unstable_by_key(|(documents, text)| (std::cmp::Reverse(*documents), *text));
    found.into_iter().take(FREQUENT).map(|(_, text)| text.to_owned()).collect()
}

/// A term on its way into a shard.
struct Line {
    key: String,
    term: String,
    postings: String,
}

/// Returns the terms in the order of their keys, with the words that are also found from their ends.
fn lines(terms: Vec<(Box<str>, Term)>, documents: usize, rules: &Rules) -> Vec<Line> {
    let mut lines = Vec::with_capacity(terms.len() * 3 / 2);
    for (text, term) in terms {
        if is_found_from_its_end(&text, &term) {
            let backwards: String = std::iter::once('~').chain(text.chars().rev()).collect();
            lines.push(Line { key: backwards.clone(), term: backwards, postings: String::new() });
        }
        let postings = encoded(&term, documents);
        let key = rules.key(&text).into_owned();
        lines.push(Line { key, term: text.into(), postings });
    }
    lines.sort_unstable_by(|a, b| a.key.cmp(&b.key).then_with(|| a.term.cmp(&b.term)));
    lines
}

/// Tells whether a word is one that somebody may mistype at its beginning: of letters, long enough, no accident.
fn is_found_from_its_end(text: &str, term: &Term) -> bool {
    let is_word = |c: char| c.is_alphabetic() && !('\u{e00}'..='\u{1fff}').contains(&c) && c < '\u{2e80}';
    (term.is_in_head || term.documents > 1) && text.chars().nth(4).is_some() && text.chars().all(is_word)
}

fn encoded(term: &Term, documents: usize) -> String {
    let mut out = String::new();
    let rare = (1.0 + documents as f64 / f64::from(term.documents.max(1))).ln() * 6.0;
    out.push(char::from(32 + (1..90).find(|step| f64::from(*step) >= rare.round()).unwrap_or(90)));
    let (mut level, mut last) = (0, 0);
    for posting in &term.postings {
        let Posting { document, level: of } = *posting;
        if of != level {
            out.push(char::from(32 + of));
            (level, last) = (of, 0);
        }
        distance(document + 1 - last, &mut out);
        last = document + 1;
    }
    out
}

/// Appends a number from 1 on, to the base of 26.
fn distance(number: u32, out: &mut String) {
    let number = number - 1;
    let digit = |value: u32, zero: u8| char::from(zero + u8::try_from(value % 26).expect("a digit"));
    let digits = (1..).take_while(|power| number >= 26_u32.saturating_pow(*power)).count();
    for power in (1..=digits).rev() {
        let power = u32::try_from(power).expect("a few digits");
        out.push(digit(number / 26_u32.pow(power), b'a'));
    }
    out.push(digit(number, b'A'));
}

/// Returns how many characters two texts share from their beginning.
fn shared(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

/// Appends `text` as the number of characters that it shares with `before` and the rest.
fn front_coded(before: &str, text: &str, out: &mut String) {
    let count = shared(before, text).min(70);
    out.push(char::from(b'0' + u8::try_from(count).expect("no more than 70")));
    out.extend(text.chars().skip(count));
}

/// Cuts the lines into shards of at most [`MAX_SHARD`] or [`MAX_PAIRS`] bytes; returns them with the beginning of each.
///
/// A cut falls where neighbours have least in common, so that the forms of a word stay together.
fn cut(lines: &[Line]) -> (Vec<String>, Vec<String>) {
    let (mut shards, mut beginnings) = (Vec::new(), Vec::new());
    let mut start = 0;
    while start < lines.len() {
        let most = if tokens::is_pair(&lines[start].term) { MAX_PAIRS } else { MAX_SHARD };
        let mut text = String::new();
        // For each line of this shard where it begins in the text, and what its key shares with the one before.
        let mut places: Vec<(usize, usize)> = Vec::new();
        let mut end = start;
        while let Some(line) = lines.get(end) {
            let before = if end == start { None } else { lines.get(end - 1) };
            let at = text.len();
            front_coded(before.map_or("", |line| &line.term), &line.term, &mut text);
            if !line.postings.is_empty() {
                text.push(' ');
                text.push_str(&line.postings);
            }
            text.push('\n');
            places.push((at, before.map_or(0, |before| shared(&before.key, &line.key))));
            if text.len() > most && end > start {
                end = start + best(&places, most);
                text.truncate(places[end - start].0);
                break;
            }
            end += 1;
        }
        beginnings.push(beginning(start.checked_sub(1).map(|at| &*lines[at].key), &lines[start].key));
        shards.push(text);
        start = end;
    }
    (shards, beginnings)
}

/// Returns before which line to cut a shard of `most` bytes: of those in its second half one that shares least with the
/// line before it.
fn best(places: &[(usize, usize)], most: usize) -> usize {
    let last = places.len() - 1;
    let behind = |line: &usize| places[*line].0 >= most * 11 / 20;
    (1..=last).rev().filter(behind).min_by_key(|line| places[*line].1).unwrap_or(last)
}

/// Returns the shortest beginning of `key` that comes after `before`.
fn beginning(before: Option<&str>, key: &str) -> String {
    before.map_or(String::new(), |before| key.chars().take(shared(before, key) + 1).collect())
}

fn coded(beginnings: &[String]) -> String {
    let mut out = String::new();
    let mut before = "";
    for text in beginnings {
        front_coded(before, text, &mut out);
        out.push('\n');
        before = text;
    }
    out
}

impl Entry {
    /// Returns the document's line: its folder, title and code, parted by tabs.
    fn line(&self) -> String {
        let title = self.title.replace(char::is_control, " ");
        format!("{}\t{title}\t{}\n", self.path, self.code.as_deref().unwrap_or_default())
    }
}

//! The index of one locale while it is made: which term stands in which document, and how much it says there.

use std::collections::HashMap;

use super::fold::fold;
use super::tokens;

/// The most documents that are kept for one term: the best.
pub const MOST: usize = 150;

/// The level of a term that is the document's error code or its symbolic name.
pub const CODE: u8 = 31;

/// The highest level of any other term.
const HIGHEST: f64 = 24.0;

/// What part of a document a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// An error code, or the symbolic name that goes with it.
    Code,
    Title,
    /// Headings, description, keywords.
    Head,
    Body,
}

/// A document and how much a term says there, from 1 to [`CODE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    pub document: u32,
    pub level: u8,
}

/// What is known of one term.
#[derive(Debug, Default)]
pub struct Term {
    /// In how many documents it stands; the postings may be fewer.
    pub documents: u32,
    /// Whether it stands in some document's title or head.
    pub is_in_head: bool,
    pub postings: Vec<Posting>,
}

impl Term {
    /// Keeps the best postings, in the order of their levels.
    fn prune(&mut self) {
        self.postings.sort_unstable_by_key(|posting| (std::cmp::Reverse(posting.level), posting.document));
        self.postings.truncate(MOST);
    }
}

/// How often a term stands in the document at hand.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    is_code: bool,
    title: u16,
    head: u16,
    body: u16,
}

/// Terms with their postings, of some documents.
#[derive(Debug, Default)]
pub struct Index {
    by_term: HashMap<Box<str>, u32>,
    terms: Vec<Term>,
    /// Those of the document at hand, by number of the term.
    counts: Vec<Counts>,
    /// The terms of the document at hand.
    touched: Vec<u32>,
    /// How many tokens its title has.
    title_tokens: u32,
    folded: String,
}

impl Index {
    /// Adds `text` to the document at hand.
    pub fn add(&mut self, field: Field, text: &str) {
        let mut folded = std::mem::take(&mut self.folded);
        folded.clear();
        fold(text, &mut folded);
        tokens::each(&folded, |token| self.count(field, token));
        self.folded = folded;
    }

    /// Adds a code or a name, which is to be found as a whole; one that is several words counts as title.
    pub fn add_whole(&mut self, text: &str) {
        let mut folded = String::new();
        fold(text, &mut folded);
        tokens::each(&folded, |token| {
            let is_whole = token.len() == folded.len();
            self.count(if is_whole { Field::Code } else { Field::Title }, token);
        });
    }

    fn count(&mut self, field: Field, token: &str) {
        let number = match self.by_term.get(token) {
            Some(number) => *number,
            None => {
                let number = u32::try_from(self.terms.len()).expect("fewer terms than bytes");
                self.by_term.insert(token.into(), number);
                self.terms.push(Term::default());
                self.counts.push(Counts::default());
                number
            }
        };
        let counts = &mut self.counts[number as usize];
        if !counts.is_code && counts.title == 0 && counts.head == 0 && counts.body == 0 {
            self.touched.push(number);
        }
        match field {
            Field::Code => counts.is_code = true,
            Field::Title => {
                counts.title = counts.title.saturating_add(1);
                self.title_tokens += 1;
            }
            Field::Head => counts.head = counts.head.saturating_add(1),
            Field::Body => counts.body = counts.body.saturating_add(1),
        }
    }

    /// Files the document at hand under its number; `length` is that of its body as a share of the average.
    pub fn finish(&mut self, document: u32, length: f64) {
        for number in self.touched.drain(..) {
            let counts = std::mem::take(&mut self.counts[number as usize]);
            let term = &mut self.terms[number as usize];
            term.documents += 1;
            term.is_in_head |= counts.is_code || counts.title > 0 || counts.head > 0;
            term.postings.push(Posting { document, level: level(counts, self.title_tokens, length) });
        }
        self.title_tokens = 0;
    }

    /// Takes in an index of further documents.
    pub fn absorb(&mut self, other: Self) {
        let mut others: Vec<Option<Term>> = other.terms.into_iter().map(Some).collect();
        for (text, number) in other.by_term {
            let Some(theirs) = others[number as usize].take() else { continue };
            let Some(ours) = self.by_term.get(&text) else {
                let number = u32::try_from(self.terms.len()).expect("fewer terms than bytes");
                self.by_term.insert(text, number);
                self.terms.push(theirs);
                continue;
            };
            let ours = &mut self.terms[*ours as usize];
            ours.documents += theirs.documents;
            ours.is_in_head |= theirs.is_in_head;
            ours.postings.extend(theirs.postings);
            if ours.postings.len() > 4 * MOST {
                ours.prune();
            }
        }
    }

    /// Returns all terms, each with its best postings, the best first; in no order.
    pub fn into_terms(self) -> Vec<(Box<str>, Term)> {
        let mut terms: Vec<Option<Term>> = self.terms.into_iter().map(Some).collect();
        let of = |(text, number): (Box<str>, u32)| {
            let mut term = terms[number as usize].take()?;
            term.prune();
            Some((text, term))
        };
        self.by_term.into_iter().filter_map(of).collect()
    }
}

/// Returns how much a term says in its document: its place counts first, then how often it stands in the body,
/// which a long body makes less of (BM25).
fn level(counts: Counts, title_tokens: u32, length: f64) -> u8 {
    if counts.is_code {
        return CODE;
    }
    let title = match counts.title {
        0 => 0.0,
        _ => 10.0 + 8.0 * (3.0 / f64::from(title_tokens)).min(1.0),
    };
    let head = if counts.head > 0 { 4.0 } else { 0.0 };
    let often = f64::from(counts.body);
    let body = 4.0 * often / (often + 1.2 * (0.25 + 0.75 * length));
    let level = (1.0 + title + head + body).round().min(HIGHEST);
    (1..=CODE).find(|step| f64::from(*step) >= level).unwrap_or(CODE - 1)
}

//! Words that no language has in such letters: `tLS`, `WIndows`, `azure AD`, an abbreviation with two letters exchanged,
//! the end of a name behind a translated beginning. What the others have in the passage says what they were.

use std::cell::RefCell;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::peers::{Peers, has, own_text, place, times};
use crate::catalog::origin::Evidence;
use crate::check::context::GroupContext;
use crate::check::language::Scripts;
use crate::check::near::Budget;
use crate::check::plain::shape::{self, Demand};
use crate::diag::{Finding, Meta};
use crate::markdown::prose::Run;
use crate::model::script::is_of_european_alphabet;
use crate::source::Span;

/// So many other translations must have a name in its own case, where its small first letter is all that is wrong;
/// they are of other scripts, which have Latin letters for names alone.
const FOREIGN: usize = 2;

/// The lengths of abbreviations; shorter ones are exchanged in languages as well, as `EU` and `UE`.
const ACRONYM: Range<usize> = 3..6;

/// What is odd about a word.
enum Odd {
    /// Its case, with the word as it should read.
    Case(String),
    /// Its first letter is small, with a capital in the next word, or a number, which is a part of the name: `azure AD`,
    /// `windows 10`.
    Small { name: String, next: Range<usize> },
    /// Its first letter is small, before the hyphen of a cmdlet: `new-InboxRule`.
    Verb { name: String, end: usize },
    /// It is all capitals.
    Acronym,
    /// It has a capital inside, from the byte `tail` of it.
    Inner { tail: usize },
}

impl Odd {
    /// Returns where it ends, if that is behind the word.
    fn end(&self) -> Option<usize> {
        match self {
            Self::Verb { end, .. } => Some(*end),
            _ => None,
        }
    }
}

/// A word of a translation that may be a name's wreck.
struct Suspect<'r> {
    article: usize,
    run: &'r Run<'r>,
    range: Range<usize>,
}

/// Returns a finding for each such word.
pub fn words(context: &GroupContext<'_>, rule: &'static Meta) -> Vec<Finding> {
    let is_foreign = |article: usize| Scripts::are_foreign(&context.group.articles[article].locale);
    let foreign: Vec<usize> = context.read_translations().filter(|&article| is_foreign(article)).collect();
    let absences = context.absences();
    let size = (0..context.prose.len()).map(|article| context.group.articles[article].body.range().len()).sum();
    let budget = RefCell::default();
    let survey =
        Survey { known: known(context), names: names(context, &foreign), context, rule, foreign, size, budget };
    let is_new = |finding: &Finding| !finding.span().is_some_and(|span| absences.explain(span));
    let found = context.asked().flat_map(|article| survey.article(article));
    found.filter(is_new).collect()
}

struct Survey<'c, 'g> {
    context: &'c GroupContext<'g>,
    rule: &'static Meta,
    /// The translations into languages of other scripts.
    foreign: Vec<usize>,
    /// Odd words that the first article has, too: most are names.
    known: FxHashSet<&'c str>,
    /// Words with a capital that translations in other scripts have.
    names: FxHashSet<&'c str>,
    /// How long all articles are, and how much of them may be searched.
    size: usize,
    budget: RefCell<Budget>,
}

/// Returns the odd words of the first article.
fn known<'c>(context: &'c GroupContext<'_>) -> FxHashSet<&'c str> {
    let mut known = FxHashSet::default();
    let first = context.group.source.unwrap_or_default();
    let Some(prose) = context.prose.get(first) else { return known };
    for run in own_text(&prose.runs) {
        scan(&run.text, |range| {
            if matches!(odd(&run.text, &range), Some(Odd::Acronym | Odd::Inner { .. })) {
                known.insert(&run.text[range]);
            }
        });
    }
    known
}

/// Returns the words with a capital of the `foreign` translations.
fn names<'c>(context: &'c GroupContext<'_>, foreign: &[usize]) -> FxHashSet<&'c str> {
    let mut names = FxHashSet::default();
    if foreign.len() < FOREIGN {
        return names;
    }
    for run in foreign.iter().flat_map(|&article| own_text(&context.prose[article].runs)) {
        scan(&run.text, |range| {
            if run.text.as_bytes()[range.start].is_ascii_uppercase() {
                names.insert(&run.text[range]);
            }
        });
    }
    names
}

impl<'c> Survey<'c, '_> {
    fn article(&self, article: usize) -> Vec<Finding> {
        let mut findings = Vec::new();
        for run in own_text(&self.context.prose[article].runs) {
            scan(&run.text, |range| {
                if let Some(odd) = odd(&run.text, &range)
                    && stands_free(&run.text, &(range.start..odd.end().unwrap_or(range.end)))
                {
                    findings.extend(self.finding(&odd, &Suspect { article, run, range }));
                }
            });
        }
        findings
    }

    fn finding(&self, odd: &Odd, suspect: &Suspect<'_>) -> Option<Finding> {
        let word = suspect.word();
        match odd {
            Odd::Case(name) => {
                let is_other = shape::of(name).is_none();
                let peers = is_other.then(|| self.peers(suspect, name)).flatten()?;
                Some(self.report(suspect, name, &peers, "in another case"))
            }
            Odd::Small { name, next } => {
                if !self.names.contains(&**name) || shape::of(name).is_some() {
                    return None;
                }
                let whole = format!("{name} {}", &suspect.run.text[next.clone()]);
                let peers = self.peers(suspect, name)?;
                let is_name = self.foreign.iter().filter(|&&other| peers.have(other)).count() >= FOREIGN;
                let is_sure = is_name && peers.any_has(&whole) && self.has_own(suspect, name);
                is_sure.then(|| self.report(suspect, name, &peers, "in another case"))
            }
            Odd::Verb { name, end } => self.cmdlet(suspect, name, suspect.range.start..*end),
            Odd::Acronym if !self.known.contains(word) => {
                if let Some(finding) = self.shouted(suspect) {
                    return Some(finding);
                }
                if !ACRONYM.contains(&word.len()) {
                    return None;
                }
                self.spend_own(suspect.article)?;
                let meant = exchanged(word).find(|meant| self.has_own(suspect, meant))?;
                let peers = self.peers(suspect, &meant)?;
                // Beside all of the right ones it is another abbreviation.
                let own = self.context.prose[suspect.article].block(suspect.run.block);
                if times(own, &meant) >= peers.times(&meant) {
                    return None;
                }
                Some(self.report(suspect, &meant, &peers, "its letters are exchanged"))
            }
            Odd::Inner { tail } if !self.known.contains(word) => {
                let (name, peers) = self.behind(suspect, &word[*tail..])?;
                Some(self.report(suspect, &name, &peers, "a part of the name"))
            }
            _ => None,
        }
    }

    /// Returns a finding for a name that is all in capitals, as nobody else has it.
    fn shouted(&self, suspect: &Suspect<'_>) -> Option<Finding> {
        const SHORTEST: usize = 5;
        const KEYS: [&str; 5] = ["Delete", "Enter", "Escape", "Shift", "Windows"];
        let name = capitalised(suspect.word());
        let is_name = name.len() >= SHORTEST && !KEYS.contains(&&*name) && self.names.contains(&*name);
        let peers = is_name.then(|| self.peers(suspect, &name)).flatten()?;
        Some(self.report(suspect, &name, &peers, "in another case"))
    }

    /// Takes some searches through one article off the budget.
    fn spend_own(&self, article: usize) -> Option<()> {
        self.budget.borrow_mut().spend(ACRONYM.end * self.context.group.articles[article].body.range().len())
    }

    /// Takes one search through all articles off the budget, if it allows one.
    fn spend(&self) -> Option<()> {
        self.budget.borrow_mut().spend(self.size)
    }

    /// Returns a finding for a cmdlet that the articles have with a capital verb, and none as it stands here.
    fn cmdlet(&self, suspect: &Suspect<'_>, name: &str, range: Range<usize>) -> Option<Finding> {
        self.spend()?;
        let suspect = Suspect { range, ..*suspect };
        let articles = self.context.prose.iter();
        let places: Vec<Span> = articles.clone().filter_map(|prose| place(&prose.runs, name)).collect();
        let others = (0..self.context.prose.len()).filter(|&other| other != suspect.article);
        let is_said = || others.into_iter().any(|other| has(&self.context.prose[other].runs, suspect.word()));
        let is_cmdlet = shape::of(name).is_some_and(|shape| shape.demand == Demand::Whole);
        if !is_cmdlet || places.is_empty() || is_said() {
            return None;
        }
        let peers = Peers::everywhere(places.len(), articles.len(), places[0]);
        Some(self.report(&suspect, name, &peers, "in another case"))
    }

    /// Returns the other articles, most of which have `name` in the passage, while none has the word that stands here.
    fn peers(&self, suspect: &Suspect<'_>, name: &str) -> Option<Peers<'c>> {
        let at = self.context.readings.column(suspect.article, suspect.run.block)?;
        self.spend_passage(at)?;
        let peers = Peers::of(self.context, suspect.article, at, name);
        let is_said = || peers.others().any(|other| has(&self.context.prose[other].runs, suspect.word()));
        (peers.most_have() && self.spend().is_some() && !is_said()).then_some(peers)
    }

    /// Takes one search through a passage of all articles off the budget.
    fn spend_passage(&self, at: u32) -> Option<()> {
        let length = |article: usize| {
            let block = self.context.readings.block(article, at)?;
            Some(self.context.group.articles[article].blocks[block as usize].span.range().len())
        };
        let size = (0..self.context.prose.len()).filter_map(length).sum();
        self.budget.borrow_mut().spend(size)
    }

    /// Tells whether the article has `name` anywhere.
    fn has_own(&self, suspect: &Suspect<'_>, name: &str) -> bool {
        has(&self.context.prose[suspect.article].runs, name)
    }

    /// Returns the name that most others have in the passage, this one has not, and that ends with `tail`.
    fn behind(&self, suspect: &Suspect<'_>, tail: &str) -> Option<(String, Peers<'c>)> {
        let at = self.context.readings.column(suspect.article, suspect.run.block)?;
        let first = (0..self.context.prose.len()).find(|&other| other != suspect.article)?;
        let block = self.context.readings.block(first, at)?;
        self.spend_passage(at)?;
        let runs = self.context.prose[first].block(block);
        let mut name = None;
        for run in own_text(runs) {
            scan(&run.text, |range| {
                let word = &run.text[range];
                let is_longer = word.len() > tail.len() && word.starts_with(|c: char| c.is_ascii_uppercase());
                let end = word.get(word.len().saturating_sub(tail.len())..).unwrap_or_default();
                if name.is_none() && is_longer && end.eq_ignore_ascii_case(tail) && shape::of(word).is_none() {
                    name = Some(word.to_owned());
                }
            });
        }
        // Another case of the whole is a case of its own.
        let name = name.filter(|name| !name.eq_ignore_ascii_case(suspect.word()))?;
        let own = self.context.prose[suspect.article].block(suspect.run.block);
        let peers = (!has(own, &name)).then(|| self.peers(suspect, &name)).flatten()?;
        let is_name = self.foreign.iter().any(|&other| peers.have(other));
        is_name.then_some((name, peers))
    }

    fn report(&self, suspect: &Suspect<'_>, name: &str, peers: &Peers<'_>, what: &'static str) -> Finding {
        let word = suspect.word();
        let message = format!("the name `{name}` was changed to `{word}`");
        let finding = self.context.finding(self.rule, suspect.article, suspect.place(), message);
        let finding = finding.caption(what).texts(name, word);
        let evidence = Evidence::Majority { agree: peers.keep, of: peers.all + 1 };
        match peers.place {
            Some(place) => self.context.beside(finding, &evidence, place, "as it reads here"),
            None => finding,
        }
    }
}

impl Suspect<'_> {
    fn word(&self) -> &str {
        &self.run.text[self.range.clone()]
    }

    fn place(&self) -> Span {
        self.run.span_of(&self.range)
    }
}

/// Calls `take` with the place of each word of three ASCII letters or more.
fn scan(text: &str, mut take: impl FnMut(Range<usize>)) {
    const SHORTEST: usize = 3;
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
        if at - start >= SHORTEST {
            take(start..at);
        }
    }
}

/// Returns what is odd about a word.
fn odd(text: &str, range: &Range<usize>) -> Option<Odd> {
    let bytes = text.as_bytes();
    let word = &text[range.clone()];
    let letters = word.as_bytes();
    let is_small = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_lowercase);
    let is_capital = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_uppercase);
    let next = range.end + 1;
    match (letters[0].is_ascii_uppercase(), letters[1].is_ascii_uppercase()) {
        (true, true) if is_capital(letters) => (letters.len() >= ACRONYM.start).then_some(Odd::Acronym),
        (true, true) if letters.len() > 3 && is_small(&letters[2..]) => Some(Odd::Case(capitalised(word))),
        (false, true) if is_capital(&letters[1..]) => Some(Odd::Case(word.to_ascii_uppercase())),
        (false, false)
            if bytes.get(range.end) == Some(&b' ')
                && bytes.get(next).is_some_and(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
                && is_small(letters) =>
        {
            let length = bytes[next..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            Some(Odd::Small { name: capitalised(word), next: next..next + length })
        }
        (false, false) if bytes.get(range.end) == Some(&b'-') && is_small(letters) => {
            let length = bytes[next..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            let noun = &text[next..next + length];
            let is_noun = shape::inner_capitals(noun) > 0 && noun.starts_with(|c: char| c.is_ascii_uppercase());
            is_noun.then(|| Odd::Verb { name: format!("{}-{noun}", capitalised(word)), end: next + length })
        }
        (_, false) => {
            // What stands before the last capitals was translated: `omejitevRP`.
            let tail = letters.iter().rposition(|byte| byte.is_ascii_uppercase()).filter(|&tail| tail > 0)?;
            let tail = tail + 1 - letters[..=tail].iter().rev().take_while(|byte| byte.is_ascii_uppercase()).count();
            (tail >= 3 && letters.len() - tail >= 2).then_some(Odd::Inner { tail })
        }
        _ => None,
    }
}

fn capitalised(word: &str) -> String {
    word[..1].to_ascii_uppercase() + &word[1..].to_ascii_lowercase()
}

/// Returns an abbreviation with two neighbouring letters exchanged, in all ways.
fn exchanged(word: &str) -> impl Iterator<Item = String> {
    let pairs = (1..word.len()).filter(|&at| word.as_bytes()[at] != word.as_bytes()[at - 1]);
    pairs.map(|at| format!("{}{}{}{}", &word[..at - 1], &word[at..=at], &word[at - 1..at], &word[at + 1..]))
}

/// Tells whether no sign of a name and no letter of an alphabet stands beside the word.
fn stands_free(text: &str, range: &Range<usize>) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '/' | '\\' | '@' | '$' | '%');
    let is_letter = |c: char| !c.is_ascii() && c.is_alphabetic() && is_of_european_alphabet(c);
    let is_beside = |c: char| is_sign(c) || is_letter(c);
    let before = text[..range.start].chars().next_back();
    let mut behind = text[range.end..].chars();
    let after = behind.next();
    let is_joined = matches!(after, Some('.' | ':')) && behind.next().is_some_and(|c| c.is_ascii_alphanumeric());
    !before.is_some_and(|c| is_beside(c) || matches!(c, '.' | ':')) && !after.is_some_and(is_beside) && !is_joined
}

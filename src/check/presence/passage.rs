//! A block of a translation in which names are looked for, and the text that it translates.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::originals::Originals;
use super::{Changed, KINDS, drive};
use crate::catalog::origin::Expected;
use crate::catalog::target;
use crate::check::context::{GroupContext, occurrences};
use crate::check::near::{Budget, Near, folded, nearest};
use crate::check::numbers::digit;
use crate::check::plain::block::{BORDER, BlockText};
use crate::check::plain::shape::{self, Demand};
use crate::check::plain::token;
use crate::check::plain::{host, output, stranger};
use crate::markdown::prose::{Run, RunKind};
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::source::{SourceId, Span};

/// A block and what is to be known of it.
pub struct Passage<'c, 'g> {
    context: &'c GroupContext<'g>,
    article: usize,
    block: Option<u32>,
    text: Option<BlockText>,
    /// How often each literal stands there.
    have: Counts,
    /// How often it stands in the plain text of each block that the literals come from.
    need: BTreeMap<(SourceId, u32, Side), Counts>,
    /// How often it stands in code there, and how often here.
    code: [BTreeMap<(SourceId, u32, Side), Counts>; 2],
    /// The text without what stands there by right, for names and for what consists of names.
    masked: Option<[String; 2]>,
    /// The text in which what differs in form alone is the same.
    folded: Option<String>,
}

/// From so many digits on a number is a code.
const LONG_CODE: usize = 5;

/// How often literals stand in a text.
type Counts = BTreeMap<(LiteralKind, Box<str>), usize>;

impl<'c, 'g> Passage<'c, 'g> {
    /// Returns the block where `expected` should stand; without a block nothing is found there.
    pub fn of(context: &'c GroupContext<'g>, article: usize, expected: &[Expected<'g>]) -> Self {
        let block = expected.first().and_then(|expected| expected.block);
        let text = block.map(|block| BlockText::whole(context.prose[article].block(block), Side::Target));
        let literals: Vec<&Literal> = expected.iter().map(|expected| expected.literal).collect();
        let have = text.as_ref().map(|text| counts(&text.text, &literals)).unwrap_or_default();
        let mut places: BTreeMap<(SourceId, u32, Side), Vec<&Literal>> = BTreeMap::new();
        for literal in literals {
            places.entry((literal.span.source, literal.block, literal.side)).or_default().push(literal);
        }
        let runs = |article: usize, block: u32| context.prose[article].block(block);
        let own = block.map(|block| runs(article, block)).unwrap_or_default();
        let mut code = [BTreeMap::new(), BTreeMap::new()];
        let need = places.into_iter().map(|(place, literals)| {
            let there = context.group.index_of(place.0).map(|origin| runs(origin, place.1)).unwrap_or_default();
            if has_code(there) && has_code(own) {
                let sides = [(there, place.2), (own, Side::Target)];
                for (code, (runs, side)) in code.iter_mut().zip(sides) {
                    code.insert(place, counts(&BlockText::code(runs, side).text, &literals));
                }
            }
            (place, counts(&BlockText::plain(there, place.2).text, &literals))
        });
        let need = need.collect();
        Self { context, article, block, text, have, need, code, masked: None, folded: None }
    }

    /// Tells of a literal that stands there less often than in its origin whether it is there at all; `lost` are
    /// those that went with a longer literal.
    pub fn lack(&self, literal: &Literal, lost: usize) -> Option<bool> {
        if output::is_line(&literal.value) {
            let text = &self.text.as_ref()?.text;
            return output::is_changed_in(text, &literal.value).then_some(false);
        }
        let key = (literal.kind, literal.value.clone());
        let place = (literal.span.source, literal.block, literal.side);
        let need = self.need.get(&place).and_then(|counts| counts.get(&key)).copied().unwrap_or_default().max(1);
        let have = self.have.get(&key).copied().unwrap_or_default().saturating_sub(self.coded(literal));
        let value = &*literal.value;
        let is_localised = || match value.contains("://") {
            true => self.has_link(value) || self.has_localised(value),
            // People search for a long code as they see it.
            false => (value.contains('.') || value.len() < LONG_CODE) && self.has_in_own_digits(value),
        };
        if have + lost >= need || is_localised() {
            return None;
        }
        Some(have > 0)
    }

    /// Tells whether code has a literal, here and in its origin.
    pub fn has_in_code(&self, literal: &Literal) -> bool {
        self.coded(literal) > 0
    }

    /// Returns how often a literal stands in code in both: that is not what the sentence says.
    fn coded(&self, literal: &Literal) -> usize {
        let place = (literal.span.source, literal.block, literal.side);
        let key = (literal.kind, literal.value.clone());
        let counts = |code: &BTreeMap<(SourceId, u32, Side), Counts>| {
            code.get(&place).and_then(|counts| counts.get(&key)).copied().unwrap_or_default()
        };
        self.code.iter().map(counts).min().unwrap_or_default()
    }

    /// Tells whether the article has a link that leads to an address.
    fn has_link(&self, address: &str) -> bool {
        let literals = &self.context.group.articles[self.article].literals;
        let mut links = literals.iter().filter(|literal| {
            literal.kind == LiteralKind::Link && literal.side == Side::Target && Some(literal.block) == self.block
        });
        let language = self.context.group.articles[self.article].locale.language();
        links.any(|link| {
            target::is_same(LiteralKind::Link, address, &link.value)
                || target::is_localised(address, &link.value, language)
        })
    }

    /// Tells whether the text has an address that leads to the same site in the translation's language.
    fn has_localised(&self, address: &str) -> bool {
        let language = self.context.group.articles[self.article].locale.language();
        let text = self.text.as_ref().map_or("", |text| &*text.text);
        let mut is_there = false;
        token::tokens(text, |range| is_there |= target::is_localised(address, &text[range], language));
        is_there
    }

    /// Tells whether the text has a version or an address of numbers in digits of the locale's own script.
    fn has_in_own_digits(&self, value: &str) -> bool {
        let text = self.text.as_ref().map_or("", |text| &*text.text);
        let is_number = value.starts_with(|c: char| c.is_ascii_digit());
        is_number && !text.is_ascii() && in_ascii_digits(text).contains(value)
    }

    /// Returns what stands there that is like `expected`.
    pub fn became(
        &mut self,
        expected: &Expected<'g>,
        demand: Demand,
        originals: &mut Originals,
        budget: &mut Budget,
    ) -> Option<Changed> {
        let value = &*expected.literal.value;
        if let Some(torn) = self.torn_drive(value) {
            return Some(torn);
        }
        let masked = self.masked(expected.literal)?;
        let is_command = expected.literal.kind == LiteralKind::Command;
        let near = nearest(masked, value, budget).or_else(|| without_a_word(masked, value).filter(|_| is_command))?;
        let actual = masked[near.range.clone()].to_owned();
        // What is a part of a longer name is that name's.
        if !near.form && stranger::goes_on_before(masked, near.range.start) {
            return None;
        }
        let is_change =
            is_change(&actual, near.form, expected, demand) && !originals.has(self.context, expected.literal, &actual);
        is_change.then(|| self.claim(near)).flatten()
    }

    /// Returns what became of a drive, whose sign is no letter of the text but one of Markdown's.
    fn torn_drive(&self, value: &str) -> Option<Changed> {
        if !drive::is_drive(value) {
            return None;
        }
        let article = &self.context.group.articles[self.article];
        let block = article.blocks[self.block? as usize].span;
        let text = self.context.sources.slice(block);
        let range = drive::torn(text, value)?;
        let start = block.start as usize;
        let span = Span::new(block.source, start + range.start..start + range.end);
        Some(Changed { span, text: text[range].to_owned(), near: Near { range: 0..0, form: true, sure: false } })
    }

    /// Returns what stands there that has the form of `expected`, and that its origin has nowhere.
    pub fn stranger(
        &mut self,
        expected: &Expected<'g>,
        originals: &mut Originals,
        budget: &mut Budget,
    ) -> Option<Changed> {
        if expected.literal.kind == LiteralKind::Command || output::is_line(&expected.literal.value) {
            return None;
        }
        let context = self.context;
        let masked = self.masked(expected.literal)?;
        budget.spend(masked.len())?;
        let value = &*expected.literal.value;
        let is_unknown = |word: &str| !value.contains(word) && !originals.has(context, expected.literal, word);
        let range = stranger::find(masked, value, is_unknown)?;
        if !is_change(&masked[range.clone()], false, expected, Demand::Change) {
            return None;
        }
        self.claim(Near { range, form: false, sure: false })
    }

    /// Tells whether the passage may have a name in another form: with blanks inside, in letters that look alike.
    ///
    /// Once the budget is spent, no text has.
    pub fn may_have_form(&mut self, name: &str, budget: &mut Budget) -> bool {
        let Some(text) = &self.text else { return false };
        if budget.spend(text.text.len()).is_none() {
            return false;
        }
        self.folded.get_or_insert_with(|| folded(&text.text)).contains(&folded(name))
    }

    /// Returns the abbreviation that stands there in place of `expected`, by a slip of one letter. What has vowels may be
    /// a word in capitals, which other languages spell otherwise.
    pub fn slipped(
        &mut self,
        expected: &Expected<'g>,
        originals: &mut Originals,
        budget: &mut Budget,
    ) -> Option<Changed> {
        let value = &*expected.literal.value;
        if !shape::is_acronym(value) || value.contains(['A', 'E', 'I', 'O', 'U', 'Y']) {
            return None;
        }
        let context = self.context;
        let masked = self.masked(expected.literal)?;
        budget.spend(masked.len())?;
        let words = masked.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
        let is_capital = |word: &&str| word.bytes().all(|byte| byte.is_ascii_uppercase());
        let mut slips = words.filter(is_capital).filter(|word| host::is_slip_of(word, value));
        let word = slips.find(|word| !originals.has(context, expected.literal, word))?;
        let start = word.as_ptr() as usize - masked.as_ptr() as usize;
        let range = start..start + word.len();
        shape::stands_alone(masked, &range).then(|| self.claim(Near { range, form: false, sure: true })).flatten()
    }

    fn claim(&mut self, near: Near) -> Option<Changed> {
        for masked in self.masked.iter_mut().flatten() {
            mask(masked, near.range.clone());
        }
        let text = self.text.as_ref()?;
        Some(Changed { span: text.span(&near.range), text: text.text[near.range.clone()].to_owned(), near })
    }

    /// Returns the text without what stands there by right, and without what was found to be something else.
    fn masked(&mut self, literal: &Literal) -> Option<&str> {
        let (context, article, block) = (self.context, self.article, self.block?);
        let text = &self.text.as_ref()?.text;
        let masked = self.masked.get_or_insert_with(|| {
            let values = |kind: &LiteralKind| context.readings.values_in(article, *kind, block);
            let commands = values(&LiteralKind::Command);
            let all: BTreeSet<&str> = KINDS.iter().flat_map(values).collect();
            [without(text, &all.into_iter().collect::<Vec<_>>()), without(text, &commands)]
        });
        let has_names = literal.kind == LiteralKind::Command || output::is_line(&literal.value);
        Some(&masked[usize::from(has_names)])
    }
}

fn has_code(runs: &[Run<'_>]) -> bool {
    runs.iter().any(|run| run.kind == RunKind::Code)
}

/// Returns where a command of three words or more stands without one of its arguments.
fn without_a_word(text: &str, command: &str) -> Option<Near> {
    let words: Vec<&str> = command.split(' ').collect();
    let shortened = (1..words.len()).filter(|_| words.len() > 2).map(|at| [&words[..at], &words[at + 1..]].concat());
    shortened.map(|rest| rest.join(" ")).find_map(|rest| {
        let range = shape::places(text, &rest).next()?;
        Some(Near { range, form: false, sure: true })
    })
}

/// Tells whether what was found for a literal is a mistake and not an allowed form of it.
fn is_change(actual: &str, form: bool, expected: &Expected<'_>, demand: Demand) -> bool {
    let (kind, value) = (expected.literal.kind, &*expected.literal.value);
    let any_case = demand == Demand::Form || shape::of(value).is_some_and(|shape| shape.any_case);
    let is_command = kind == LiteralKind::Command;
    // A function is known without its parentheses, too.
    let is_outside = |c: char| matches!(c, '(' | ')' | '（' | '）') || c.is_whitespace();
    let is_called = || {
        let is_call = form || actual.ends_with([')', '）']) && actual.contains(['(', '（']);
        shape::is_call(value) && (!is_call || value.strip_suffix("()") == Some(actual.trim_end_matches(is_outside)))
    };
    let is_allowed = is_command && is_same_but_samples(actual, value)
        || is_called()
        || kind == LiteralKind::Product && shape::is_inflected(actual, value)
        || demand == Demand::Shared && shape::is_acronym(value) && actual.starts_with(value)
        || any_case && actual.eq_ignore_ascii_case(value)
        // What may be no parameter is one only where a hyphen was left of it.
        || demand == Demand::Change && value.starts_with('-') && actual.starts_with(char::is_alphanumeric)
        || demand == Demand::Form && !form && !host::is_slip(actual, value) && !host::is_torn(actual);
    !is_allowed
}

/// Returns a text with the digits of all scripts as ASCII.
fn in_ascii_digits(text: &str) -> String {
    text.chars().map(|c| digit(c).unwrap_or(c)).collect()
}

/// Tells whether two commands differ in nothing but what may be localised: quoted texts, placeholders, sample names.
fn is_same_but_samples(actual: &str, value: &str) -> bool {
    let is_sample = |word: &str| shape::of(word).is_some_and(|shape| shape.demand == Demand::Form);
    let (actual, value) = (target::without_samples(actual), target::without_samples(value));
    let (left, right): (Vec<&str>, Vec<&str>) = (actual.split(' ').collect(), value.split(' ').collect());
    let is_same = |(left, right): (&&str, &&str)| {
        left == right || is_sample(left) && is_sample(right) && !host::is_slip(left, right)
    };
    left.len() == right.len() && left.iter().zip(&right).all(is_same)
}

/// Returns `text` with a border in place of each of `values`.
fn without(text: &str, values: &[&str]) -> String {
    let mut masked = text.to_owned();
    for (_, range) in occurrences(text, values) {
        if shape::stands_alone(text, &range) {
            mask(&mut masked, range);
        } else if shape::begins_word(text, &range) {
            // A product may have an ending.
            let is_product = shape::of(&text[range.clone()]).is_some_and(|shape| shape.kind() == LiteralKind::Product);
            let ending = text[range.end..].find(|c: char| !c.is_lowercase()).unwrap_or(text.len() - range.end);
            if is_product {
                mask(&mut masked, range.start..range.end + ending);
            }
        }
    }
    masked
}

fn mask(text: &mut String, range: Range<usize>) {
    let border = BORDER.to_string().repeat(range.len());
    text.replace_range(range, &border);
}

/// Returns how often each of `literals` stands in `text` by itself; a product may have an ending of the language.
fn counts(text: &str, literals: &[&Literal]) -> Counts {
    let mut counts = Counts::new();
    let is_address = |literal: &Literal| literal.kind == LiteralKind::Name && literal.value.contains("://");
    let any_case = |literal: &Literal| has_any_case(literal.kind, &literal.value);
    let (addresses, others): (Vec<&Literal>, Vec<&Literal>) = literals.iter().partition(|literal| is_address(literal));
    let (folded, exact): (Vec<&Literal>, Vec<&Literal>) = others.into_iter().partition(|literal| any_case(literal));
    count(text, &exact, |value| value.into(), &mut counts);
    if !folded.is_empty() {
        count(&text.to_ascii_lowercase(), &folded, str::to_ascii_lowercase, &mut counts);
    }
    if !addresses.is_empty() {
        count_addresses(text, &addresses, &mut counts);
    }
    counts
}

/// Tells whether a literal is the same in capitals and in small letters.
fn has_any_case(kind: LiteralKind, value: &str) -> bool {
    match kind {
        LiteralKind::ErrorCode => target::is_hexadecimal(value),
        LiteralKind::Name => shape::of(value).is_some_and(|shape| shape.any_case),
        _ => false,
    }
}

fn count(text: &str, literals: &[&Literal], fold: impl Fn(&str) -> String, counts: &mut Counts) {
    let distinct: BTreeSet<(LiteralKind, &str)> =
        literals.iter().map(|literal| (literal.kind, &*literal.value)).collect();
    let distinct: Vec<(LiteralKind, &str)> = distinct.into_iter().collect();
    let values: Vec<String> = distinct.iter().map(|(_, value)| fold(value)).collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    for (number, range) in occurrences(text, &values) {
        let (kind, value) = distinct[number];
        let is_whole = match kind {
            LiteralKind::Product => shape::begins_word(text, &range),
            _ => shape::stands_alone(text, &range),
        };
        *counts.entry((kind, value.into())).or_default() += usize::from(is_whole);
    }
}

/// Counts the addresses in `text` that lead where those of `literals` do.
fn count_addresses(text: &str, literals: &[&Literal], counts: &mut Counts) {
    let mut places: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    token::tokens(text, |range| {
        let found = &text[range];
        if found.contains("://") {
            places.entry(target::path_key(found)).or_default().push(found);
        }
    });
    for literal in literals {
        let found = places.get(&target::path_key(&literal.value)).map(Vec::as_slice).unwrap_or_default();
        let same = found.iter().filter(|found| target::is_same(LiteralKind::Link, &literal.value, found)).count();
        counts.insert((literal.kind, literal.value.clone()), same);
    }
}

//! Names and codes that must stand in a translation, wherever its grammar puts them.
//!
//! What a block has too little of is looked for once more: as something like it that stands there instead, as
//! a stranger of the same form, and at last in the whole article.

pub mod bracketed;
mod drive;
pub mod elsewhere;
mod holders;
pub mod kept;
mod keys;
pub mod letter;
mod lost;
pub mod odd;
mod originals;
mod passage;
mod peers;
pub mod product;
mod siblings;
pub mod slip;
pub mod title;

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::context::GroupContext;
use super::difference::difference;
use super::likeness::likeness;
use super::near::{Budget, Near};
use super::plain::shape::{self, Demand};
use super::plain::{command, host, output};
use super::restore;
use crate::catalog::origin::{Evidence, Expected};
use crate::diag::{Finding, Meta, cut};
use crate::model::document::BlockKind;
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::source::Span;
use holders::Holders;
use originals::Originals;
use passage::Passage;
pub use peers::own_text;

/// What a rule asks for.
pub struct Asked {
    pub rule: &'static Meta,
    pub kind: LiteralKind,
    /// What such a literal is called in messages: "error code".
    pub noun: &'static str,
}

/// A literal that a passage of a translation has too little of.
struct Case<'g> {
    article: usize,
    expected: Expected<'g>,
    demand: Demand,
    /// Whether the passage has it at all.
    is_there: bool,
    /// Whether the passage has it in code, as its origin has beside.
    is_left_in_code: bool,
    /// What stands there instead.
    became: Option<Changed>,
}

/// What became of a literal, and where that stands.
pub struct Changed {
    pub span: Span,
    pub text: String,
    pub near: Near,
}

/// What the translations of a group have too little of.
pub struct Absences<'g> {
    cases: Vec<Case<'g>>,
}

impl<'g> Absences<'g> {
    /// Looks through all translations of the group.
    pub fn of(context: &GroupContext<'g>) -> Self {
        let mut originals = Originals::default();
        let mut cases: Vec<Case<'g>> =
            context.read_translations().flat_map(|article| cases(context, article, &mut originals)).collect();
        if cases.is_empty() {
            return Self { cases };
        }
        let values = cases.iter().map(|case| &*case.expected.literal.value);
        let became = cases.iter().filter_map(|case| case.became.as_ref()).map(|changed| &*changed.text);
        let holders = Holders::of(context, values.chain(became));
        let damaged = |case: &&Case<'_>| case.became.is_some();
        let damaged: BTreeSet<(&str, usize)> =
            cases.iter().filter(damaged).map(|case| (&*case.expected.literal.value, case.article)).collect();
        let budget = RefCell::new(Budget::default());
        let is_true = |case: &Case<'_>| {
            let value = &*case.expected.literal.value;
            // A name that others have damaged was meant to stand there too.
            let is_damaged =
                || damaged.range((value, 0)..=(value, usize::MAX)).any(|(_, other)| *other != case.article);
            let is_supported = || holders.supports(value, case.article) || is_damaged();
            match &case.became {
                // What other translations read in the same way was not lost in this one.
                Some(changed) => {
                    case.is_certain()
                        || holders.supports(value, case.article)
                        || !holders.is_elsewhere(&changed.text, case.article)
                }
                None => {
                    let is_lost_name = || case.is_lost_name(context, &mut budget.borrow_mut());
                    (holders.lacks(value, case.article) || case.is_left_in_code && case.must_stand())
                        && is_supported()
                        && (case.must_stand()
                            || is_lost_name()
                            || case.is_lost_command(context)
                            || case.is_lost_version(context)
                            || case.is_lost_address(context))
                }
            }
        };
        // What the article has elsewhere may be left out of a sentence, if it may be said otherwise at all.
        let is_kept = |case: &Case<'_>| {
            case.may_be_asked_for()
                && (case.demand == Demand::Whole || holders.lacks(&case.expected.literal.value, case.article))
                && siblings::all_keep(context, case.article, &case.expected, &mut budget.borrow_mut())
        };
        let is_true = |case: &Case<'_>| case.demand == Demand::Shared || is_true(case) || is_kept(case);
        let is_true: Vec<bool> = cases.iter().map(is_true).collect();
        let mut keep = is_true.into_iter();
        cases.retain(|_| keep.next().unwrap_or_default());
        Self { cases }
    }
}

impl Absences<'_> {
    /// Tells whether what stands at `span` is known to be something else.
    fn explain(&self, span: Span) -> bool {
        let changed = self.cases.iter().filter_map(|case| case.became.as_ref());
        changed.into_iter().any(|changed| changed.span.contains(span) || span.contains(changed.span))
    }

    /// Tells whether a block of an article is known to lack a name, or what holds it.
    fn tell_of(&self, article: usize, block: u32, name: &str) -> bool {
        let is_of = |case: &Case<'_>| case.article == article && case.expected.block == Some(block);
        let is_one = |value: &str| value.contains(name) || name.contains(value);
        self.cases.iter().any(|case| is_of(case) && is_one(&case.expected.literal.value))
    }
}

/// Returns a finding for each literal that an article should have and has not.
pub fn absent(context: &GroupContext<'_>, asked: &Asked) -> Vec<Finding> {
    let mut lost: BTreeMap<(usize, Option<u32>), usize> = BTreeMap::new();
    let mut findings: Vec<Finding> = Vec::new();
    let cases = &context.absences().cases;
    for case in cases.iter().filter(|case| case.expected.literal.kind == asked.kind) {
        if case.became.is_some() {
            findings.extend(case.changed(context, asked));
            continue;
        }
        // One lost sentence is one finding, however many names it had.
        let before = lost.entry((case.article, case.expected.block)).or_default();
        if *before == 0 || asked.kind == LiteralKind::ErrorCode {
            findings.push(case.missing(context, asked));
        }
        *before += 1;
    }
    findings
}

/// The kinds that are looked for, those first that leave no doubt.
const KINDS: [LiteralKind; 5] =
    [LiteralKind::ErrorCode, LiteralKind::SymbolicName, LiteralKind::Command, LiteralKind::Name, LiteralKind::Product];

/// Returns what the passages of an article have too little of.
fn cases<'g>(context: &GroupContext<'g>, article: usize, originals: &mut Originals) -> Vec<Case<'g>> {
    let mut expected: Vec<Expected<'g>> =
        KINDS.iter().flat_map(|kind| context.readings.expected(article, *kind)).collect();
    let structure = context.structure(article);
    expected.retain(|expected| !structure.explains(expected));
    // The order of kinds within a block stays; a path comes before the file at its end.
    expected.sort_by_key(|expected| {
        let literal = expected.literal;
        let kind = KINDS.iter().position(|kind| *kind == literal.kind);
        // All names of a line are lost with it.
        (expected.block, kind.filter(|_| !output::is_line(&literal.value)), Reverse(literal.value.len()))
    });
    let mut budget = Budget::default();
    let blocks = expected.chunk_by(|a, b| a.block == b.block);
    blocks.flat_map(|block| in_block(context, article, block, originals, &mut budget)).collect()
}

/// Tells whether a translation shows both back-slashes of `\\server`, of which Markdown eats one in the origin.
fn is_mended(context: &GroupContext<'_>, article: usize, expected: &Expected<'_>) -> bool {
    let written = context.sources.slice(expected.literal.span);
    let shows = |block: u32| context.prose[article].text(block, Side::Target).contains(written);
    written.contains(r"\\") && written != &*expected.literal.value && expected.block.is_some_and(shows)
}

/// How many longer literals that are lost are looked at for one that is a part of them.
const NESTED: usize = 64;

/// Returns what one block has too little of.
fn in_block<'g>(
    context: &GroupContext<'g>,
    article: usize,
    expected: &[Expected<'g>],
    originals: &mut Originals,
    budget: &mut Budget,
) -> Vec<Case<'g>> {
    let mut passage = Passage::of(context, article, expected);
    let mut seen: BTreeSet<(LiteralKind, &str)> = BTreeSet::new();
    let mut cases = Vec::new();
    // So many words that other languages may translate are looked for.
    let mut looked = 0;
    for expected in expected {
        let (kind, value) = (expected.literal.kind, &*expected.literal.value);
        if !seen.insert((kind, value)) || is_mended(context, article, expected) {
            continue;
        }
        let inside = |case: &&Case<'_>| case.expected.literal.value.contains(value);
        let lost = cases.iter().take(NESTED).filter(inside).count();
        let Some(is_there) = passage.lack(expected.literal, lost) else { continue };
        let demand = match kind {
            // What is written as code elsewhere is no product's name.
            LiteralKind::Product if is_in_code(context, expected.literal) => Demand::Whole,
            _ => demand(kind, value),
        };
        let is_left_in_code = passage.has_in_code(expected.literal);
        let mut case = Case { article, expected: expected.clone(), demand, is_there, is_left_in_code, became: None };
        if let Some(proof) = siblings::proof(context, article, expected, budget) {
            case.expected.evidence = proof;
        }
        let mut is_kept = || {
            siblings::have_kept(context, article, expected, budget) || keys::is_key(context, article, expected, budget)
        };
        if case.demand != Demand::Shared || case.may_be_asked_for() && is_kept() {
            cases.push(case);
        } else if !is_there && looked < NESTED {
            looked += 1;
            // No word has a blank inside, or letters of another script.
            let torn = passage.may_have_form(value, budget).then(|| {
                let became = passage.became(&case.expected, Demand::Form, originals, budget);
                became.filter(|changed| !is_other_word(&changed.text, value))
            });
            case.became = torn.flatten().or_else(|| passage.slipped(&case.expected, originals, budget));
            cases.extend(case.became.is_some().then_some(case));
        }
    }
    // What may be any word is like many others.
    let is_known =
        |case: &&mut Case<'_>| case.demand != Demand::Shared || shape::of(&case.expected.literal.value).is_some();
    for case in cases.iter_mut().filter(|case| case.became.is_none()).filter(is_known) {
        case.became = passage.became(&case.expected, case.demand, originals, budget);
    }
    for case in cases.iter_mut().filter(|case| case.became.is_none() && case.demand >= Demand::Change) {
        case.became = passage.stranger(&case.expected, originals, budget);
    }
    cases.retain(|case| case.demand != Demand::Shared || case.is_damaged_if_acronym(context));
    cases.retain(|case| {
        !case.may_be_placeholder(context) || siblings::nearly_all_keep(context, article, &case.expected, budget)
    });
    cases
}

/// Tells whether the article that has a name in plain text has it in code, too.
fn is_in_code(context: &GroupContext<'_>, literal: &Literal) -> bool {
    let origin = context.group.index_of(literal.span.source);
    let literals = origin.into_iter().flat_map(|origin| &context.group.articles[origin].literals);
    let code = literals.filter(|other| matches!(other.kind, LiteralKind::CodeSpan | LiteralKind::Fence));
    let has = |text: &str| shape::places(text, &literal.value).next().is_some();
    code.into_iter().any(|other| other.side == literal.side && has(&other.value))
}

/// Tells whether a text is a word of a language that has the letters of a name: in small ones, or with accents.
fn is_other_word(text: &str, name: &str) -> bool {
    let is_accented = |c: char| matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && c.is_alphabetic();
    let is_small = |text: &str| text.bytes().any(|byte| byte.is_ascii_lowercase());
    text.contains(is_accented) || is_small(text) && !is_small(name)
}

/// Returns how much may be asked of a translation for `value`.
fn demand(kind: LiteralKind, value: &str) -> Demand {
    match kind {
        LiteralKind::Name | LiteralKind::Product => shape::of(value).map_or(Demand::Shared, |shape| shape.demand),
        LiteralKind::Command => Demand::Change,
        _ => Demand::Whole,
    }
}

impl Case<'_> {
    /// Tells whether what it became leaves no doubt, whatever other translations have.
    fn is_certain(&self) -> bool {
        let is_form = |changed: &Changed| changed.near.form || host::is_torn(&changed.text);
        self.expected.evidence == Evidence::OwnSegment || self.became.as_ref().is_some_and(is_form)
    }

    /// Tells whether it is a finding that the literal is nowhere, with nothing in its place.
    fn must_stand(&self) -> bool {
        let is_code = matches!(self.expected.literal.kind, LiteralKind::ErrorCode | LiteralKind::SymbolicName);
        let is_known = self.expected.block.is_some() && !matches!(self.expected.evidence, Evidence::OtherVersion(_));
        !self.is_there && self.demand == Demand::Whole && (is_code || is_known)
    }

    /// Tells whether the passage has a name of joined words in no form: what is one word in no language is no word of
    /// the translation's.
    fn is_lost_name(&self, context: &GroupContext<'_>, budget: &mut Budget) -> bool {
        let Literal { kind, value, .. } = self.expected.literal;
        let is_joined =
            *kind == LiteralKind::Product && self.demand == Demand::Change && shape::inner_capitals(value) > 0;
        let is_kept = |budget: &mut Budget| {
            shape::is_identifier(value) || siblings::most_keep(context, self.article, &self.expected, budget)
        };
        is_joined
            && self.may_be_asked_for()
            && is_kept(budget)
            && !siblings::has_form(context, self.article, &self.expected, budget)
    }

    /// Tells whether the passage has no longer all that no translator changes about a command: its program, its
    /// parameters, cmdlets and lists of names.
    fn is_lost_command(&self, context: &GroupContext<'_>) -> bool {
        let Literal { kind, value, .. } = self.expected.literal;
        let is_known = !matches!(self.expected.evidence, Evidence::OtherVersion(_)) && !self.is_there;
        *kind == LiteralKind::Command && is_known && {
            let text = |block: u32| context.prose[self.article].text(block, Side::Target);
            self.expected.block.map(text).is_some_and(|text| command::fixed(value).any(|part| !text.contains(part)))
        }
    }

    /// Tells whether the passage lacks the number of a version that stands behind what it is a version of.
    fn is_lost_version(&self, context: &GroupContext<'_>) -> bool {
        let Literal { kind, value, span, .. } = self.expected.literal;
        let is_number = value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let before = &context.sources.get(span.source).text[..span.start as usize];
        let name = || before.trim_end_matches([' ', '*', '`']).rsplit([' ', '(', '*', '\n']).next().unwrap_or_default();
        let is_name = |name: &str| name.len() > 1 && name.starts_with(|c: char| c.is_ascii_uppercase());
        *kind == LiteralKind::Name
            && is_number
            && self.may_be_asked_for()
            && (is_name(name()) || ["version", "build", "release"].contains(&name()))
    }

    /// Tells whether the passage has no address at all where its origin has one: that of a sample may be another one.
    fn is_lost_address(&self, context: &GroupContext<'_>) -> bool {
        let is_known = !matches!(self.expected.evidence, Evidence::OtherVersion(_)) && !self.is_there;
        let is_address = self.demand == Demand::Form && self.expected.literal.value.contains("://");
        is_address
            && is_known
            && self.expected.block.is_some_and(|block| {
                let prose = &context.prose[self.article];
                let has_host = |text: &str| text.contains("://") || text.contains("www.");
                prose.links_of(block).next().is_none() && !prose.block(block).iter().any(|run| has_host(&run.text))
            })
    }

    /// Tells whether an abbreviation was not just written in small letters, nor a short one left out behind the words
    /// that it stands for.
    fn is_damaged_if_acronym(&self, context: &GroupContext<'_>) -> bool {
        const LONG: usize = 5;
        let Literal { value, span, .. } = self.expected.literal;
        if !shape::is_acronym(value) {
            return true;
        }
        let is_small = |text: &str| text.eq_ignore_ascii_case(value) && !text.contains(|c: char| c.is_uppercase());
        let before = &context.sources.get(span.source).text[..span.start as usize];
        let may_be_dropped =
            || value.len() < LONG && before.ends_with('(') || is_heading(context, self.expected.literal);
        self.became.as_ref().map_or_else(|| !may_be_dropped(), |changed| !is_small(&changed.text))
    }

    /// Tells whether it is a placeholder of several words in italics, which translators may put in their own, and
    /// nothing like it stands there.
    fn may_be_placeholder(&self, context: &GroupContext<'_>) -> bool {
        const SLIP: f64 = 0.7;
        let Literal { value, span, block, .. } = self.expected.literal;
        let is_words = value.contains('_')
            && value.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_')
            && value.contains(|c: char| c.is_ascii_lowercase());
        let is_slip =
            || self.became.as_ref().is_some_and(|changed| changed.near.form || likeness(value, &changed.text) >= SLIP);
        let in_italics = || {
            let origin = context.group.index_of(span.source);
            let mut runs = origin.into_iter().flat_map(|origin| context.prose[origin].block(*block));
            runs.any(|run| run.emphasis > 0 && run.span.contains(*span))
        };
        is_words && !is_slip() && in_italics()
    }

    /// Tells whether the passage has it nowhere, with nothing in its place, and should have it by what is known.
    fn may_be_asked_for(&self) -> bool {
        let is_known = self.expected.block.is_some() && !matches!(self.expected.evidence, Evidence::OtherVersion(_));
        let is_name = matches!(self.expected.literal.kind, LiteralKind::Name | LiteralKind::Product);
        !self.is_there && is_name && is_known && self.demand != Demand::Form
    }

    fn changed(&self, context: &GroupContext<'_>, asked: &Asked) -> Option<Finding> {
        let value = &*self.expected.literal.value;
        let Changed { span, text: actual, near } = self.became.as_ref()?;
        let difference = difference(value, actual);
        let is_plain = context.sources.slice(*span) == actual;
        let place = if is_plain && !difference.actual.is_empty() {
            let start = span.start as usize;
            Span::new(span.source, start + difference.actual.start..start + difference.actual.end)
        } else {
            *span
        };
        let message = format!("the {} `{}` was changed to `{}`", asked.noun, cut(value, 80), cut(actual, 80));
        let mut finding = context.finding(asked.rule, self.article, place, message).caption(difference.words);
        finding.literal = Some(*span);
        if is_plain && near.sure && is_safe(value) {
            finding.fix = restore::word(context, self.article, &self.expected, *span);
        }
        let finding = self.against(context, finding.texts(value, actual.as_str()));
        // A blank in the middle was in no version.
        let squeezed = || actual.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let is_torn = !value.contains(' ') && actual.contains(' ') && squeezed().eq_ignore_ascii_case(value);
        Some(if is_torn { finding.severity(asked.rule.severity) } else { finding })
    }

    fn missing(&self, context: &GroupContext<'_>, asked: &Asked) -> Finding {
        let value = &*self.expected.literal.value;
        let place = context.where_it_should_stand(self.article, &self.expected);
        let message = format!("the {} `{}` is missing", asked.noun, cut(value, 80));
        let mut finding = context.finding(asked.rule, self.article, place, message).caption("it should stand here");
        finding.expected = Some(value.to_owned());
        self.against(context, finding)
    }

    fn against(&self, context: &GroupContext<'_>, finding: Finding) -> Finding {
        context.against(finding, &self.expected, self.expected.literal.span, "as it reads here")
    }
}

/// Tells whether a literal is what its article calls one of its own parts: "see NOTES".
fn is_heading(context: &GroupContext<'_>, literal: &Literal) -> bool {
    let origin = context.group.index_of(literal.span.source);
    origin.is_some_and(|origin| {
        let blocks = context.group.articles[origin].blocks.iter().enumerate();
        let mut headings = blocks.filter(|(_, block)| matches!(block.kind, BlockKind::Heading(_)));
        headings.any(|(at, _)| {
            let at = u32::try_from(at).expect("fewer than bytes");
            context.prose[origin].text(at, literal.side).eq_ignore_ascii_case(&literal.value)
        })
    })
}

/// Tells whether `value` may be written into Markdown as it is.
fn is_safe(value: &str) -> bool {
    !value.contains(['*', '<', '>', '[', ']', '`', '|', '\\', '{', '&', '\n'])
        && !value.starts_with(['_', '-', '+', '#'])
        && !value.ends_with('_')
}

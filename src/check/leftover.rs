//! Sentences that stand in a translation in another article's language: left behind by the translator.

mod copied;
mod parts;
mod quotes;
mod same;
mod short;
mod vocabulary;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use self::quotes::{is_quoted, quoted};
use super::context::GroupContext;
use super::function_words::is_grammar_of_others;
use super::language::{English, Letters, Scripts, is_near, is_small_in_titles};
use super::passage::{Passage, folded, has, is_part_of_name, words};
use crate::catalog::origin::Original;
use crate::model::document::BlockKind;
use crate::model::literal::Side;
use crate::model::locale::Locale;
use crate::source::Span;

/// A part of a block that was not translated.
#[derive(Debug, Clone)]
pub struct Leftover {
    pub block: u32,
    pub span: Span,
    /// How many of the block's sentences it covers, none for a part of one, and whether these are all.
    pub sentences: usize,
    pub whole: bool,
    pub why: Why,
}

/// How it is known.
#[derive(Debug, Clone)]
pub enum Why {
    /// The text reads like its origin.
    Same(Original),
    /// It is English, by its words of grammar.
    English,
    /// It is in Latin letters, where languages of other scripts have theirs.
    Latin,
    /// It reads like another translation, in another language.
    Sibling(usize),
}

/// What was left behind in one article.
#[derive(Debug, Default)]
pub struct Found {
    pub leftovers: Vec<Leftover>,
    /// The letters that were left behind, and all letters of sentences.
    pub left: usize,
    pub all: usize,
}

/// The texts of a group, folded for comparison: by article and block.
pub struct Survey<'c, 'g> {
    context: &'g GroupContext<'c>,
    /// Each filled when it is first asked for: of most blocks nobody asks.
    folded: Vec<Vec<OnceCell<String>>>,
    /// What the language of each article is written in, where that is known.
    scripts: Vec<Option<Scripts>>,
    /// Whether the source article is written in the language that its locale names, once that is asked for.
    honest: OnceCell<bool>,
}

/// What stands alone between two ways or two conditions, in a passage of its own.
const JOINTS: [&str; 2] = ["and", "or"];

/// One passage on its way through the tests.
struct Case<'s, 'p, 'a> {
    article: usize,
    block: u32,
    kind: BlockKind,
    passage: Passage<'p, 'a>,
    original: Option<Original>,
    /// The text of the origin, folded; empty without one.
    origin: Cow<'s, str>,
    /// Whether nearly all of the block is bold: such a text is a heading in disguise, or the name of a button.
    bold: bool,
    /// Whether it is a message behind a colon, and whether it is a heading that is alone in Latin letters, once that is
    /// asked for: its sentences may be many.
    is_quote: OnceCell<bool>,
    is_alone: OnceCell<bool>,
}

/// One sentence by its words.
struct Sentence {
    english: English,
    folded: String,
    /// Words outside quotation marks, bold text and links; those with a small first letter among all.
    free: usize,
    small: usize,
    quoted: usize,
    all: usize,
    /// How many different ones have a small first letter, at most three: registry files repeat their `dword`.
    various: usize,
    /// How many have a capital, and how many a small letter that they would not have in a title.
    capital: usize,
    ordinary: usize,
    /// Whether it is what a server says: `550 5.7.708 Access denied`.
    is_reply: bool,
    /// Whether it has letters of scripts that the locale is not written in.
    is_strange: bool,
    /// Whether it has no letters of the locale's own script, if that is not Latin.
    is_pure: bool,
    /// Whether it has signs that commands and keys are written with.
    is_code: bool,
    /// Where it starts in the passage.
    start: usize,
    /// Whether it says what follows in quotation marks.
    is_announcement: bool,
    /// Whether it is said to somebody, not a name or a label: `What now?`
    is_exclamation: bool,
}

impl Sentence {
    /// Tells whether it is a long sentence of ordinary words beside translated ones: no name, title or message. It
    /// stands behind another sentence of its block, and behind no colon.
    fn is_prose(&self, passage: &Passage<'_, '_>, scripts: &Scripts) -> bool {
        let before = passage.text[..self.start].trim_end();
        self.free >= 8
            && self.english.plain >= 3
            && self.english.is_sure(scripts.latin)
            && !before.is_empty()
            && !before.ends_with([':', '：'])
            && scripts.count(before).own > 8
    }

    /// Tells whether it is written as the titles of books are: `The Art of Scientific Writing`.
    fn is_title(&self) -> bool {
        self.all >= 6 && self.ordinary < 2 && self.capital * 2 > self.all
    }

    /// Tells whether it has as many words of other languages' grammar as a text of theirs in Latin letters has.
    fn is_of_others(&self) -> bool {
        let others = self.folded.split(' ').filter(|word| !word.is_empty() && is_grammar_of_others(word)).count();
        others >= 2 && others * 2 >= self.english.grammar()
    }

    /// Tells whether it has words enough to be nobody's name or title.
    fn is_long(&self) -> bool {
        self.all >= 7 && self.small >= 4
    }

    /// Tells the same of a sentence in letters that the locale is not written in.
    fn is_rather_long(&self) -> bool {
        self.all >= 5 && self.small >= 3
    }
}

impl<'c, 'g> Survey<'c, 'g> {
    /// Reads the texts of a group.
    pub fn of(context: &'g GroupContext<'c>) -> Self {
        let articles = &context.group.articles;
        let folded = articles.iter().map(|article| vec![OnceCell::new(); article.blocks.len()]).collect();
        let scripts = articles.iter().map(|article| Scripts::of(&article.locale)).collect();
        Self { context, folded, scripts, honest: OnceCell::new() }
    }

    /// Returns what a block says, folded.
    fn folded(&self, article: usize, block: u32) -> &str {
        let text = || folded(&Passage::of(&self.context.prose[article], block, Side::Target).text);
        self.folded[article][block as usize].get_or_init(text)
    }

    /// Tells whether the source article is English where its locale says so; other languages are believed.
    fn is_honest(&self) -> bool {
        *self.honest.get_or_init(|| self.context.group.source.is_none_or(|source| self.is_english(source)))
    }

    fn is_english(&self, source: usize) -> bool {
        let article = &self.context.group.articles[source];
        if article.locale.language() != "en" {
            return true;
        }
        let mut english = English::default();
        let texts = (0..article.blocks.len()).map(|block| {
            let block = u32::try_from(block).expect("fewer than bytes");
            self.folded(source, block)
        });
        let words = texts.flat_map(|text| text.split(' ')).filter(|word| !word.is_empty());
        words.take(400).for_each(|word| english.take(word));
        english.words < 20 || english.plain * 30 >= english.words && english.grammar() * 6 >= english.words
    }

    /// Returns what was left behind in one article.
    pub fn article(&self, article: usize) -> Found {
        let mut found = Found::default();
        let group = self.context.group;
        let Some(scripts) = &self.scripts[article] else { return found };
        for (block, kind) in group.articles[article].blocks.iter().map(|block| block.kind).enumerate() {
            let block = u32::try_from(block).expect("fewer than bytes");
            if matches!(kind, BlockKind::Heading(_) | BlockKind::Paragraph | BlockKind::Cell) {
                self.block(article, block, kind, scripts, &mut found);
            }
        }
        found
    }

    fn case(&self, article: usize, block: u32, kind: BlockKind, passage: Passage<'g, 'c>) -> Case<'_, 'g, 'c> {
        let prose = &self.context.prose[article];
        let original = self.context.readings.original(article, block);
        let origin = original.as_ref().map(|original| self.origin(original)).unwrap_or_default();
        let runs = prose.block(block).iter().filter(|run| run.side == Side::Target);
        let letters = |strong: bool| -> usize {
            runs.clone().filter(|run| run.strong == strong).map(|run| run.text.trim().len()).sum()
        };
        let bold = letters(false) * 4 < letters(true);
        let (is_quote, is_alone) = (OnceCell::new(), OnceCell::new());
        Case { article, block, kind, passage, original, origin, bold, is_quote, is_alone }
    }

    fn origin(&self, original: &Original) -> Cow<'_, str> {
        match original.side {
            Side::Target => self.folded(original.article, original.block).into(),
            Side::Source => {
                folded(&Passage::of(&self.context.prose[original.article], original.block, Side::Source).text).into()
            }
        }
    }

    fn block(&self, article: usize, block: u32, kind: BlockKind, scripts: &Scripts, found: &mut Found) {
        let passage = Passage::of(&self.context.prose[article], block, Side::Target);
        let sentences = passage.sentences();
        let (mut suspects, mut mixed) = (Vec::new(), Vec::new());
        for range in &sentences {
            let letters = scripts.count(&passage.text[range.clone()]);
            let size = letters.own + letters.latin + letters.other;
            found.all += size;
            // Words of the locale's own script say that somebody translated here.
            if letters.own * 8 <= size && (letters.latin >= 4 || letters.other >= 4) {
                suspects.push((range.clone(), letters, size));
            } else if !scripts.latin && parts::has_words(&passage.text[range.clone()], letters.latin) {
                mixed.push(range.clone());
            }
        }
        let is_word = JOINTS.iter().any(|joint| joint.eq_ignore_ascii_case(passage.text.trim()));
        if suspects.is_empty() && mixed.is_empty() && !is_word {
            return;
        }
        let case = self.case(article, block, kind, passage);
        if is_word {
            found.leftovers.extend(self.word(&case));
            return;
        }
        let quotes = quoted(&case.passage.text);
        let mut left: Vec<(Range<usize>, Why)> = Vec::new();
        let mut part = None;
        for (range, letters, size) in suspects {
            let folded = folded(&case.passage.text[range.clone()]);
            if scripts.latin && self.is_native(&case, &folded) {
                continue;
            }
            let sentence = sentence(&case, &range, &quotes, &letters, folded);
            if let Some(why) = self.why(&case, &sentence, scripts) {
                found.left += size;
                left.push((range, why));
            } else if has(&case.origin, &sentence.folded) {
                // Names and messages, which read alike in every language.
                found.all -= size;
            } else if scripts.latin && part.is_none() {
                part = copied::find(self, &case, (&range, &sentence), &quotes);
            }
        }
        if left.is_empty() {
            found.leftovers.extend(parts::find(self, &case, &mixed, &quotes).or(part));
        }
        let (Some(first), Some(last)) = (left.first(), left.last()) else { return };
        let Some(span) = case.passage.span(&(first.0.start..last.0.end)) else { return };
        let whole = left.len() == sentences.len();
        found.leftovers.push(Leftover { block, span, sentences: left.len(), whole, why: first.1.clone() });
    }

    /// Tells whether a sentence is surely the translator's own, as most are: it has no word that only English has, and
    /// neither its origin nor another translation has it or a part of it.
    fn is_native(&self, case: &Case<'_, '_, '_>, sentence: &str) -> bool {
        let mut english = English::default();
        sentence.split(' ').for_each(|word| english.take(word));
        if english.plain > 0 || has(&case.origin, sentence) {
            return false;
        }
        let siblings = self.siblings(case, sentence, Kept::InScript(true));
        siblings.keep == 0
            && siblings.foreign.is_none()
            && (english.grammar() == 0 || !copied::may_have(sentence, &case.origin))
    }

    /// Returns a passage that is one English word, if no other translation has it there: `OR` between two ways.
    fn word(&self, case: &Case<'_, '_, '_>) -> Option<Leftover> {
        const ENOUGH: usize = 3;
        let word = case.passage.text.trim();
        let is_english = self.context.group.articles[case.article].locale.language() == "en";
        let siblings = self.siblings(case, &folded(word), Kept::Anywhere);
        if is_english || siblings.keep > 0 || siblings.foreign.is_some() || siblings.all < ENOUGH {
            return None;
        }
        let start = case.passage.text.find(word)?;
        let span = case.passage.span(&(start..start + word.len()))?;
        Some(Leftover { block: case.block, span, sentences: 1, whole: true, why: Why::English })
    }

    /// Returns why a sentence is taken for one that was left behind.
    fn why(&self, case: &Case<'_, '_, '_>, sentence: &Sentence, scripts: &Scripts) -> Option<Why> {
        let is_short = sentence.all > 0 && short::is_left(self, case, sentence, scripts.latin);
        // What is cited stays as its publisher wrote it.
        if !is_short && sentence.is_title() && matches!(case.kind, BlockKind::Paragraph) && !case.bold {
            return None;
        }
        let is_command = sentence.is_code && sentence.english.grammar() < 3 && !is_short;
        if !is_short && (sentence.all < 2 || sentence.quoted * 2 >= sentence.all) || sentence.is_reply {
            return None;
        }
        if *case.is_quote.get_or_init(|| short::is_quote(self, case)) {
            return None;
        }
        let is_long = sentence.is_long() || sentence.is_pure && !scripts.latin && sentence.is_rather_long();
        // What the words of both articles tell apart may be shorter.
        let may_be_copied = (is_long || sentence.all >= 5 && sentence.small >= 4) && sentence.various > 2;
        if is_command && !may_be_copied {
            return None;
        }
        let locale = &self.context.group.articles[case.article].locale;
        let english = locale.language() != "en";
        let is_same = !case.origin.is_empty() && has(&case.origin, &sentence.folded);
        // What stands in another script is another rule's.
        if sentence.is_strange && !is_same {
            return None;
        }
        let is_foreign = || scripts.latin && sentence.is_of_others();
        let is_sure = sentence.free * 2 >= sentence.all && sentence.english.is_sure(scripts.latin) && !is_foreign();
        let is_likely = sentence.is_pure
            && (sentence.english.is_likely(scripts.latin)
                || !scripts.latin && sentence.all >= 3 && sentence.small >= 2 && sentence.free > 0 && self.is_honest())
            && !is_foreign();
        let is_alone = english
            && sentence.is_pure
            && sentence.small > 0
            && *case.is_alone.get_or_init(|| parts::is_alone_in_latin(self, case, scripts));
        let kept_by = if is_same || is_alone || english && (is_sure || is_likely) {
            Kept::Anywhere
        } else if may_be_copied {
            Kept::InScript(scripts.latin || sentence.is_pure)
        } else {
            return None;
        };
        let mut siblings = self.siblings(case, &sentence.folded, kept_by);
        if let Some((other, block)) = siblings.foreign.filter(|_| may_be_copied && !is_sure) {
            match vocabulary::is_copied(self, (case.article, case.block), (other, block), &sentence.folded) {
                Some(true) => return Some(Why::Sibling(other)),
                // It was copied from here.
                Some(false) => return None,
                None => {}
            }
        }
        siblings.foreign = siblings.foreign.filter(|_| !case.origin.is_empty());
        // What other translations keep as well is a name, a title or an error message.
        let is_kept = siblings.keep * 2 >= siblings.all && siblings.keep > 0;
        let is_said = || is_same && siblings.keep < siblings.all && sentence.is_announcement;
        if is_kept && !sentence.is_prose(&case.passage, scripts) && !is_said() {
            return None;
        }
        if is_same {
            return same::why(self, case, sentence, &siblings, is_short).filter(|_| !is_command);
        }
        // Where no other translation kept the sentence, less is asked of it.
        let is_contrasted = siblings.keep == 0 && siblings.all >= 2;
        let is_english = if is_contrasted && sentence.is_pure { is_likely } else { is_sure };
        if english && is_english && !is_command {
            return Some(
                match case
                    .original
                    .as_ref()
                    .filter(|_| self.is_honest() && parts::is_alike(&case.origin, &sentence.folded))
                {
                    Some(original) => Why::Same(original.clone()),
                    None => Why::English,
                },
            );
        }
        if is_alone && is_contrasted {
            return Some(Why::Latin);
        }
        siblings.foreign.filter(|_| is_long).map(|(other, _)| Why::Sibling(other))
    }

    fn language_of(&self, original: &Original) -> Locale {
        let own = &self.context.group.articles[original.article].locale;
        match (original.side, &self.context.catalog.source_locale) {
            (Side::Target, _) => own.clone(),
            (Side::Source, Some(source)) => source.clone(),
            (Side::Source, None) => "en".parse().expect("a language tag"),
        }
    }

    /// Looks for a sentence in the other translations of its block.
    fn siblings(&self, case: &Case<'_, '_, '_>, sentence: &str, kept: Kept) -> Siblings {
        let context = self.context;
        let locale = |index: usize| &context.group.articles[index].locale;
        let mut siblings = Siblings::default();
        let Some(at) = context.readings.column(case.article, case.block) else { return siblings };
        let is_asked = |other: usize| match kept {
            Kept::Anywhere => true,
            Kept::InScript(latin) => self.scripts[other].as_ref().is_none_or(|scripts| scripts.latin == latin),
        };
        for other in context.translations().filter(|&other| other != case.article && is_asked(other)) {
            let Some(block) = context.readings.block(other, at) else { continue };
            siblings.all += 1;
            if has(self.folded(other, block), sentence) {
                siblings.keep += 1;
                if !is_near(locale(other), locale(case.article)) {
                    siblings.foreign.get_or_insert((other, block));
                }
            }
        }
        // One translation that has the sentence, too, may be where it was copied from.
        let is_copy = siblings.foreign.is_some() && siblings.keep == 1 && !has(&case.origin, sentence);
        if !is_copy {
            siblings.foreign = None;
        } else if !case.origin.is_empty() {
            siblings.keep = 0;
        }
        siblings
    }
}

/// Which other translations are asked whether they keep a sentence.
#[derive(Debug, Clone, Copy)]
enum Kept {
    Anywhere,
    /// Those in Latin letters, or those in others: a sentence in the locale's own script stands in no other one.
    InScript(bool),
}

/// What the other translations have in the place of a sentence.
#[derive(Debug, Default)]
struct Siblings {
    /// How many have the block, and how many of them the very sentence.
    all: usize,
    keep: usize,
    /// The one that it was copied from, and the block there.
    foreign: Option<(usize, u32)>,
}

fn sentence(
    case: &Case<'_, '_, '_>,
    range: &Range<usize>,
    quotes: &[Range<usize>],
    letters: &Letters,
    folded: String,
) -> Sentence {
    let text = &case.passage.text[range.clone()];
    let is_reply = text
        .split(['.', '-', ' '])
        .next()
        .is_some_and(|word| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit()));
    let mut sentence = Sentence {
        english: English::default(),
        folded,
        free: 0,
        small: 0,
        quoted: 0,
        all: 0,
        various: 0,
        capital: 0,
        ordinary: 0,
        is_reply,
        is_strange: letters.other > 3,
        is_pure: letters.own == 0,
        start: range.start,
        is_announcement: parts::is_announcement(text),
        is_exclamation: text.trim_end().ends_with(['!', '?']),
        is_code: text.contains(['\\', '=', '$', '{', '<', '_'])
            || text.contains("://")
            || text.contains(" | ")
            || text.contains('｜'),
    };
    let mut various = Vec::new();
    for (at, word) in words(text) {
        let at = range.start + at;
        if !word.starts_with(char::is_alphabetic) {
            continue;
        }
        sentence.all += 1;
        sentence.capital += usize::from(word.starts_with(|c: char| c.is_uppercase()));
        if word.len() > 2 && word.chars().all(|c| c.is_lowercase() || c == '\'') {
            sentence.small += 1;
            sentence.ordinary += usize::from(!is_small_in_titles(word));
            if various.len() < 3 && !various.contains(&word) {
                various.push(word);
            }
        }
        if is_quoted(quotes, at) {
            sentence.quoted += 1;
            continue;
        }
        let run = case.passage.run(at);
        let is_named = run.is_some_and(|run| run.link.is_some() || run.strong && !case.bold);
        // Words of a cmdlet, an identifier or a path are nobody's grammar.
        let is_part = is_part_of_name(&case.passage.text, at..at + word.len());
        sentence.free += usize::from(!is_named);
        let is_read = !is_named || run.is_some_and(|run| !run.strong);
        if is_read && !is_part {
            sentence.english.take(word);
        }
    }
    sentence.various = various.len();
    sentence
}

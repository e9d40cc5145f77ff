//! Sentences that stand in a translation in another article's language: left behind by the translator.

mod copied;
mod parts;
mod quotes;
mod same;
mod sentence;
mod short;
mod vocabulary;

use std::borrow::Cow;
use std::cell::{LazyCell, OnceCell};
use std::ops::Range;

use self::quotes::{is_quoted, quoted};
use self::sentence::Sentence;
use super::context::GroupContext;
use super::language::{English, Scripts, is_near};
use super::passage::{Folded, Passage, folded, has};
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
    folded: Vec<Vec<OnceCell<Folded>>>,
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
    /// Whether nearly all of the block is bold, once that is asked for.
    bold: OnceCell<bool>,
    /// Whether it is a message behind a colon, and whether it is a heading that is alone in Latin letters, once that is
    /// asked for: its sentences may be many.
    is_quote: OnceCell<bool>,
    is_alone: OnceCell<bool>,
    /// Whether a sentence of it is not its origin's, once that is asked for.
    is_begun: OnceCell<bool>,
}

impl Case<'_, '_, '_> {
    /// Tells whether nearly all of the block is bold: such a text is a heading in disguise, or the name of a button.
    fn is_bold(&self) -> bool {
        *self.bold.get_or_init(|| self.passage.is_bold())
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
        let read = || {
            let passage = Passage::of(&self.context.prose[article], block, Side::Target);
            Folded::of(&passage.text, &passage.sentences())
        };
        &self.folded[article][block as usize].get_or_init(read).text
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
        let original = self.context.readings.original(article, block);
        let origin = original.as_ref().map(|original| self.origin(original)).unwrap_or_default();
        let [bold, is_quote, is_alone, is_begun] = [const { OnceCell::new() }; 4];
        Case { article, block, kind, passage, original, origin, bold, is_quote, is_alone, is_begun }
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
        for (number, range) in sentences.iter().enumerate() {
            let letters = scripts.count(&passage.text[range.clone()]);
            let size = letters.own + letters.latin + letters.other;
            found.all += size;
            // Words of the locale's own script say that somebody translated here.
            if letters.own * 8 <= size && (letters.latin >= 4 || letters.other >= 4) {
                suspects.push((number, letters, size));
            } else if !scripts.latin && parts::has_words(&passage.text[range.clone()], letters.latin) {
                mixed.push(range.clone());
            }
        }
        let is_word = JOINTS.iter().any(|joint| joint.eq_ignore_ascii_case(passage.text.trim()));
        if suspects.is_empty() && mixed.is_empty() && !is_word {
            return;
        }
        let own = self.folded[article][block as usize].get_or_init(|| Folded::of(&passage.text, &sentences));
        let case = self.case(article, block, kind, passage);
        if is_word {
            found.leftovers.extend(self.word(&case));
            return;
        }
        let quotes = LazyCell::new(|| quoted(&case.passage.text));
        let mut left: Vec<(Range<usize>, Why)> = Vec::new();
        let mut part = None;
        for (number, letters, size) in suspects {
            let folded = own.sentence(number);
            if scripts.latin && self.is_native(&case, folded) {
                continue;
            }
            let range = sentences[number].clone();
            let sentence = Sentence::of(&case, &range, &quotes, &letters, folded);
            if let Some(why) = self.why(&case, &sentence, scripts) {
                found.left += size;
                left.push((range, why));
            } else if has(&case.origin, sentence.folded) {
                // Names and messages, which read alike in every language.
                found.all -= size;
            } else if scripts.latin && part.is_none() {
                part = copied::find(self, &case, (&range, &sentence), &quotes);
            }
        }
        if left.is_empty() {
            let parts = || if mixed.is_empty() { None } else { parts::find(self, &case, &mixed, &quotes) };
            found.leftovers.extend(parts().or(part));
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
    fn why(&self, case: &Case<'_, '_, '_>, sentence: &Sentence<'_>, scripts: &Scripts) -> Option<Why> {
        let is_short = sentence.all > 0 && short::is_left(self, case, sentence, scripts.latin);
        // What is cited stays as its publisher wrote it.
        if !is_short && sentence.is_title() && matches!(case.kind, BlockKind::Paragraph) && !case.is_bold() {
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
        let is_same = !case.origin.is_empty() && has(&case.origin, sentence.folded);
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
        let mut siblings = self.siblings(case, sentence.folded, kept_by);
        if let Some((other, block)) = siblings.foreign.filter(|_| may_be_copied && !is_sure) {
            match vocabulary::is_copied(self, (case.article, case.block), (other, block), sentence.folded) {
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
                    .filter(|_| self.is_honest() && parts::is_alike(&case.origin, sentence.folded))
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

//! Menu paths in a text: `**File** > **Options**`, by the signs between their steps.

use unicode_script::{Script, UnicodeScript};

use super::displaced::text::width;
use super::function_words;
use super::lexicon::{Dictionary, LIKELY, Stem, stems};
use crate::markdown::prose::{Run, RunKind};
use crate::model::literal::Side;
use crate::model::script::is_unspaced;
use crate::source::Span;

/// A sign between two steps of a path, and what stands beside it.
pub struct Step<'t> {
    pub span: Span,
    pub sides: [Beside<'t>; 2],
    /// Whether it is bold itself.
    pub is_strong: bool,
}

/// What stands on one side of a sign.
pub struct Beside<'t> {
    /// The sign or letter next to it, blanks apart.
    next: Option<char>,
    /// The word that it belongs to.
    word: &'t str,
    /// All of it that is set off alike.
    text: &'t str,
    /// Whether that is set off from the sentence: bold, a link, code, in quotation marks.
    is_set_off: bool,
    is_link: bool,
    /// Whether more than one blank parts it from the sign.
    is_spaced: bool,
    /// Whether it is bold and says nothing but signs or grammar, or where two names were meant to stand apart.
    is_scrap: bool,
    /// Whether it is bold and begins with a word of grammar: "**to Users**".
    has_grammar: bool,
    /// Whether that word has letters that may be capitals.
    has_case: bool,
}

/// The text of a block, with which of its letters are set off.
pub struct Text<'r, 'a> {
    runs: Vec<&'r Run<'a>>,
}

impl<'r, 'a> Text<'r, 'a> {
    pub fn of(runs: &'r [Run<'a>], side: Side) -> Self {
        let is_text = |run: &&Run<'_>| run.side == side && run.kind != RunKind::Html;
        Self { runs: runs.iter().filter(is_text).collect() }
    }

    /// Returns the signs that stand between blanks or bold text, in plain text or within bold.
    pub fn steps(&self) -> Vec<Step<'r>> {
        let signs = |(number, run): (usize, &&'r Run<'a>)| {
            // A back-slash parts a text.
            let last = number.checked_sub(1).map_or("", |last| &*self.runs[last].text);
            let places = run.text.match_indices('>').filter(|(at, _)| !closes_name(last, &run.text[..*at]));
            let places = places.map(|(at, _)| (number, at));
            if run.kind == RunKind::Text { places.collect::<Vec<_>>() } else { Vec::new() }
        };
        let places = self.runs.iter().enumerate().flat_map(signs);
        places.map(|(number, at)| self.step(number, at)).filter(Step::is_apart).collect()
    }

    /// Tells whether signs of the origin's path are missing, and as many of its steps with them.
    pub fn lacks(&self, steps: usize, origin: &Self, wanted: usize) -> bool {
        let has_arrow = self.runs.iter().any(|run| run.text.contains(ARROWS));
        let lost = wanted.saturating_sub(steps);
        let is_joined = || self.set_off() + lost <= origin.set_off();
        lost > 0 && !has_arrow && (is_joined() || self.has_neighbours() && !origin.has_neighbours())
    }

    /// Tells whether nothing but blanks stands between two bold texts: the sign that did stands elsewhere.
    pub fn has_neighbours(&self) -> bool {
        let is_blank = |run: &&&Run<'_>| !run.strong && run.kind == RunKind::Text && run.text.trim().is_empty();
        self.runs.windows(3).any(|runs| runs[0].strong && is_blank(&&runs[1]) && runs[2].strong)
    }

    /// Tells whether so many names, which are all, stand in quotation marks, and two of them side by side.
    pub fn has_quotes_side_by_side(&self, all: usize) -> bool {
        const PAIRS: [&str; 5] = ["\"\"", "”“", "“„", "」「", "»«"];
        let texts = || self.runs.iter().filter(|run| run.kind == RunKind::Text).map(|run| &*run.text);
        let count = |sign: char| texts().map(|text| text.matches(sign).count()).sum::<usize>();
        let quoted = count('"') / 2 + ['“', '„', '「', '«'].map(count).iter().sum::<usize>();
        quoted >= all && texts().any(|text| PAIRS.iter().any(|pair| text.contains(pair)))
    }

    /// Returns how many pieces of bold text, links and code it has; signs part them in bold text, too.
    pub fn set_off(&self) -> usize {
        let is_set_off = |run: &&Run<'_>| run.strong || run.link.is_some() || run.kind == RunKind::Code;
        let pieces = self.runs.chunk_by(|left, right| is_set_off(left) == is_set_off(right));
        let names = |runs: &[&Run<'_>]| {
            let text: String = runs.iter().map(|run| &*run.text).collect();
            text.split('>').filter(|name| name.contains(char::is_alphanumeric)).count()
        };
        pieces.filter(|runs| is_set_off(&runs[0])).map(names).sum()
    }

    fn step(&self, number: usize, at: usize) -> Step<'r> {
        let run = self.runs[number];
        let text: &'r str = &run.text;
        let behind = std::iter::once((run, &text[at + 1..])).chain(self.runs[number + 1..].iter().map(whole));
        let before = std::iter::once((run, &text[..at])).chain(self.runs[..number].iter().rev().map(whole));
        let last_word = |text: &'r str| {
            let end = &text[text.ceil_char_boundary(text.len().saturating_sub(LIMIT))..];
            end.split_whitespace().next_back().unwrap_or_default()
        };
        let first_word =
            |text: &'r str| text[..text.floor_char_boundary(LIMIT)].split_whitespace().next().unwrap_or_default();
        let sides = [
            beside(before, |text| text.chars().next_back(), last_word, |text| blanks(text.chars().rev())),
            beside(behind, |text| text.chars().next(), first_word, |text| blanks(text.chars())),
        ];
        Step { span: run.span_of(&(at..at + 1)), sides, is_strong: run.strong }
    }
}

/// Tells whether a sign behind two texts closes a placeholder: `<app-name>`.
fn closes_name(last: &str, before: &str) -> bool {
    let (name, text) = match before.rsplit_once('<') {
        Some((_, name)) => (name, ""),
        None => (last.rsplit_once('<').map_or(" ", |(_, name)| name), before),
    };
    let is_name = !(name.is_empty() && text.is_empty());
    is_name && ![name, text].iter().any(|part| part.contains(['>', ' ']))
}

/// Returns how many blanks a text begins with, up to some.
fn blanks(text: impl Iterator<Item = char>) -> usize {
    text.take_while(|c| c.is_whitespace()).take(LIMIT).count()
}

/// Signs that some write between two steps.
const ARROWS: [char; 11] = ['→', '←', '➔', '➜', '⇒', '›', '‹', '»', '＞', '▸', '►'];

/// So much of a word is looked at, and so many blanks.
const LIMIT: usize = 64;

fn whole<'r, 'a>(run: &&'r Run<'a>) -> (&'r Run<'a>, &'r str) {
    (run, &run.text)
}

/// Returns what stands on one side of a sign, in the first of the texts there that is no blank.
fn beside<'r, 'a: 'r>(
    mut texts: impl Iterator<Item = (&'r Run<'a>, &'r str)>,
    next: impl Fn(&str) -> Option<char>,
    word: impl Fn(&'r str) -> &'r str,
    blanks: impl Fn(&str) -> usize,
) -> Beside<'r> {
    let mut wide = 0;
    while let Some((run, text)) = texts.next() {
        wide += blanks(text);
        let kept = text.trim();
        if kept.is_empty() {
            continue;
        }
        let next = next(kept);
        let is_set_off = run.strong
            || run.emphasis > 0
            || run.link.is_some()
            || run.kind == RunKind::Code
            || next.is_some_and(is_quote);
        let is_link = run.link.is_some();
        // Brackets are a text of their own.
        let rest: String = texts.take_while(|(other, _)| run.strong && other.strong).map(|(_, text)| text).collect();
        let is_scrap = !rest.contains(char::is_alphanumeric) && is_scrap(run, kept);
        return Beside {
            next,
            word: word(kept),
            text: kept,
            is_set_off,
            is_link,
            is_spaced: wide > 1,
            is_scrap,
            has_grammar: run.strong && starts_with_grammar(kept),
            has_case: kept.starts_with(char::is_lowercase),
        };
    }
    let is_spaced = wide > 1;
    Beside {
        next: None,
        word: "",
        text: "",
        is_set_off: false,
        is_link: false,
        is_spaced,
        is_scrap: false,
        has_grammar: false,
        has_case: false,
    }
}

/// Tells whether the first of several words is one of grammar in small letters, and no "not".
fn starts_with_grammar(text: &str) -> bool {
    let Some((first, rest)) = text.split_once(char::is_whitespace) else { return false };
    let is_grammar =
        first.starts_with(may_be_grammar) && function_words::is_one(first) && !function_words::NOT.contains(&first);
    is_grammar && rest.contains(char::is_alphanumeric)
}

/// Tells whether what stands beside a sign is the scrap of a step: signs or a word of grammar in bold, or two quotation
/// marks between which nothing stands.
fn is_scrap(run: &Run<'_>, text: &str) -> bool {
    // In Chinese, Japanese and Korean a button may be called "About", but none is a verb that ends a sentence.
    let is_grammar = || text.starts_with(may_be_grammar) && function_words::is_one(text) || is_ending(text);
    let is_bare = run.strong && (!text.contains(char::is_alphanumeric) || is_grammar());
    is_bare || text.starts_with("\"\"") || text.ends_with("\"\"")
}

/// Tells whether a text ends a Korean sentence, or is one word that does: "합니다". A button may be called "문의하세요".
fn is_ending(text: &str) -> bool {
    const ENDINGS: [&str; 3] = ["니다", "세요", "시오"];
    const ALONE: usize = 3;
    let words = text.trim_end_matches(['.', ' ']);
    let is_sentence = text.trim_end().ends_with('.') || words.chars().count() <= ALONE;
    is_sentence && ENDINGS.iter().any(|ending| words.ends_with(ending))
}

fn may_be_grammar(c: char) -> bool {
    !c.is_uppercase() && !matches!(c.script(), Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul)
}

/// Tells whether a sign stands between clauses, and in no name of a button.
fn parts_clauses(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '，' | '、' | '；' | '：' | '。' | '،' | '؛' | '।')
}

/// Tells whether a sign encloses the name of a button, in one language or another, or what it is called in another.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '\'' | '‘' | '’' | '‚' | '‹' | '›' | '(' | ')' | '（' | '）')
        || matches!(c, '「' | '」' | '『' | '』' | '《' | '》' | '[' | ']' | '【' | '】' | '［' | '］')
}

impl Beside<'_> {
    /// Tells whether the first word is one of grammar in some language, with a capital or not.
    pub fn is_of_grammar(&self) -> bool {
        let first = self.text.split_whitespace().next().unwrap_or_default();
        function_words::is_one(&first.to_lowercase())
    }
}

impl Step<'_> {
    /// Tells whether nothing but blanks or set-off text touches the sign: in `a->b` it means something else.
    fn is_apart(&self) -> bool {
        let is_sign = |c: Option<char>| c.is_some_and(|c| matches!(c, '-' | '=' | '<' | '|' | '$' | '%'));
        !self.sides.iter().any(|side| is_sign(side.next))
    }

    /// Tells whether it stands between two steps.
    pub fn is_whole(&self) -> bool {
        self.sides.iter().all(|side| side.is_set_off && side.next.is_some())
    }

    /// Tells whether it stands between two steps, or behind a sign between clauses.
    pub fn is_of_path(&self) -> bool {
        let [before, behind] = &self.sides;
        behind.is_set_off && (before.is_set_off || before.next.is_some_and(parts_clauses))
    }

    /// Tells whether one of two steps begins with a word of grammar. In scripts without capitals names may, but for the
    /// first of a path, before which words of the sentence stand. Links that were displaced have their own finding.
    pub fn takes_word(&self, is_first: bool) -> bool {
        let [before, behind] = &self.sides;
        let takes = |side: &Beside<'_>, is_sure: bool| side.has_grammar && (is_sure || side.has_case);
        (takes(before, is_first) || takes(behind, false)) && !self.sides.iter().any(|side| side.is_link)
    }

    pub fn is_spaced(&self) -> bool {
        self.sides.iter().any(|side| side.is_spaced)
    }

    /// Tells whether one of two steps is signs or a word of grammar in bold; links that were displaced have their own
    /// finding.
    pub fn has_scrap(&self) -> bool {
        self.sides.iter().any(|side| side.is_scrap && !side.is_link)
    }

    /// Tells whether it stands between two steps no more; links that were displaced have their own finding.
    pub fn may_be_left_over(&self) -> bool {
        !self.is_whole() && !self.sides.iter().any(|side| side.is_link)
    }

    /// Tells whether one of two steps is set off, and the other is not.
    pub fn has_one_side(&self) -> bool {
        let [before, behind] = &self.sides;
        before.is_set_off != behind.is_set_off
    }

    /// Tells whether a step stands on the other side of the sign than it does in the origin, word for word, and on this
    /// one nowhere in the origin's paths: whole paths may change places.
    pub fn is_swapped(&self, was: &Self, path: &[Step<'_>]) -> bool {
        let texts = |step: &Self| step.sides.each_ref().map(|side| side.text);
        let ([before, behind], [was_before, was_behind]) = (texts(self), texts(was));
        let stood = |side: usize, text: &str| path.iter().any(|step| step.sides[side].text == text);
        let have_moved = [before == was_behind && !stood(0, before), behind == was_before && !stood(1, behind)];
        // One word of English may as well be a word of another language that has its letters: "Design" in German.
        let is_foreign = |text: &str| text.chars().any(|c| c.is_alphabetic() && c.script() != Script::Latin);
        let is_sure = have_moved == [true; 2] || is_foreign(before) || is_foreign(behind);
        self.is_whole() && before != behind && was_before != was_behind && have_moved.contains(&true) && is_sure
    }

    /// Tells whether words of both of the origin's steps are said in the other, or those of one which lost words, where
    /// none of the other's words is said by them.
    pub fn is_mixed(&self, was: &Self, dictionary: &Dictionary<'_>) -> bool {
        let names = [self, was].map(Self::names);
        let is_shorter = |own: usize| {
            let [is, was] = names.map(|names| names[own]);
            let is_unspaced = is.chars().any(is_unspaced);
            let words = |text: &str| text.split_whitespace().count();
            if is_unspaced { 10 * width(is) < 6 * width(was) } else { words(is) < words(was) }
        };
        let [is, was] = names.map(|names| names.map(stems));
        let likely = |word: &Stem| dictionary.translations(*word).iter().filter(|(_, likely)| *likely >= LIKELY);
        let crossed = [(0, 1), (1, 0)].map(|(own, other)| {
            let is_here = |stem: &Stem| is[own].contains(stem);
            let is_others = |stem: &Stem, known: f32| {
                let says = |word: &Stem| {
                    word == stem
                        || dictionary
                            .translations(*word)
                            .iter()
                            .any(|(it, likely)| it == stem && *likely >= 0.5 * known)
                };
                was[other].iter().any(says)
            };
            let has_crossed = |word: &Stem| {
                !is_here(word)
                    && !likely(word).any(|(stem, _)| is_here(stem))
                    && likely(word).any(|(stem, known)| is[other].contains(stem) && !is_others(stem, *known))
            };
            was[own].iter().any(has_crossed)
        });
        crossed == [true; 2] || (0..2).any(|own| crossed[own] && is_shorter(own))
    }

    /// Returns the names of the two steps, which may stand in one bold text with others.
    fn names(&self) -> [&str; 2] {
        let [before, behind] = self.sides.each_ref().map(|side| side.text);
        [before.rsplit('>').next().unwrap_or_default(), behind.split('>').next().unwrap_or_default()]
    }

    pub fn has_side(&self) -> bool {
        self.sides.iter().any(|side| side.is_set_off)
    }

    /// Tells whether a step that is set off in the origin's path is said in plain words; where no more than its bold may
    /// be lost, in a word of grammar.
    pub fn lost_side(&self, was: &Self, has_moved: bool) -> bool {
        let is_grammar = |word: &str| word.starts_with(may_be_grammar) && function_words::is_one(word);
        let is_lost = |(side, was): (&Beside<'_>, &Beside<'_>)| {
            // A clause may end between the name and the sign.
            let is_clause = side.next.is_some_and(parts_clauses);
            was.is_set_off && !side.is_set_off && !is_clause && (has_moved || is_grammar(side.word))
        };
        self.may_be_left_over() && self.sides.iter().zip(&was.sides).any(is_lost)
    }

    /// Tells whether one of two steps is set off, and the other is said in plain words.
    pub fn is_half(&self) -> bool {
        let [before, behind] = &self.sides;
        let plain = if before.is_set_off { behind } else { before };
        self.has_one_side() && plain.word.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase())
    }

    /// Tells whether the words beside the sign are no steps: a translator may leave the bold out of a whole path.
    pub fn is_left_over(&self, is_spaced: bool) -> bool {
        let is_end = |side: &Beside<'_>| !side.is_set_off && side.next.is_none_or(parts_clauses);
        let starts_small = |word: &str| word.starts_with(char::is_lowercase);
        let [before, behind] = &self.sides;
        // A button may be called "Off", and stands with a capital.
        let is_grammar =
            !behind.is_set_off && behind.word.starts_with(may_be_grammar) && function_words::is_one(behind.word);
        let are_words = !before.is_set_off && !behind.is_set_off;
        let is_doubled = |side: &Beside<'_>| side.next == Some('>');
        if self.sides.iter().any(|side| side.is_scrap) || self.sides.iter().any(is_doubled) {
            return !self.sides.iter().any(|side| side.is_link);
        }
        self.may_be_left_over()
            && (self.sides.iter().any(is_end)
                || self.is_half()
                    && [before, behind].into_iter().any(|side| !side.is_set_off && starts_small(side.word))
                || is_grammar
                || are_words && starts_small(before.word) && starts_small(behind.word)
                || !is_spaced && self.is_spaced())
    }
}

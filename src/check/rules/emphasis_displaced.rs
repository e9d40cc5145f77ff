use super::emphasis_broken::is_bold;
use super::menu_path_broken;
use crate::catalog::origin::Original;
use crate::check::context::GroupContext;
use crate::check::displaced::ends_with_joint;
use crate::check::displaced::parted;
use crate::check::function_words;
use crate::check::originals::{models, original_span};
use crate::check::plain::command;
use crate::diag::Finding;
use crate::markdown::prose::{Run, RunKind};
use crate::model::literal::Side;
use crate::rule;
use crate::source::Span;

rule! {
    /// Bold text stands on no name, or on a part of one.
    ///
    /// ## Why
    /// Machines translate a sentence and its bold text apart. Then the name of a button stands in plain letters, and the
    /// comma behind it is bold, a preposition before it, or the half of what stands in quotation marks. Readers look for
    /// a button of that name.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Enter a name, and choose **Pay now**.
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Geben Sie einen Namen ein, und wählen Sie „Jetzt **bezahlen“.**
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Enter a name, and choose **Pay now**.
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Geben Sie einen Namen ein, und wählen Sie **„Jetzt bezahlen“.**
    /// ```
    EMPHASIS_DISPLACED { id: "emphasis-displaced", severity: Warning, scope: Group }
}

/// No passage has more bold texts.
const MOST: usize = 256;

/// What switches and answers are called, and words with which one is stressed that others say in a word of grammar.
const ANSWERS: [&str; 8] = ["yes", "no", "on", "off", "both", "either", "after", "before"];

/// What signs are called.
const SIGNS: [&str; 7] = ["apostrophe", "colon", "comma", "dot", "full stop", "period", "semicolon"];

/// What stands around the names of buttons in Japanese and Chinese.
const BRACKETS: [char; 4] = ['[', ']', '［', '］'];

/// What is wrong with bold text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// It is a sign without a word.
    Sign,
    /// It is a preposition, a conjunction or the like.
    Grammar,
    /// It starts with the particle of what stands before it.
    Particle,
    /// Other bold text begins in it: a blank before the signs that should end it made them begin one.
    Nested,
    /// It is a command of the origin, and a word of the sentence.
    Command,
    /// It holds one of two quotation marks or brackets, and words between them stand outside.
    Torn,
    /// It starts with the sign before a step of a menu path.
    Step,
    /// It starts with a word of grammar before a name, or ends with "and" or "or", and the origin's is the name alone.
    Word,
    /// It is the number or the brackets of a longer text that is bold in the origin.
    Part,
    /// It is the verb that ends the sentence behind a name.
    Verb,
    /// It is a word in small letters before the name, which is not bold.
    Kind,
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.read_translations() {
        let runs = context.prose[article].runs.iter();
        let mut blocks: Vec<u32> =
            runs.filter(|run| run.strong && run.side == Side::Target).map(|run| run.block).collect();
        blocks.dedup();
        findings.extend(blocks.into_iter().filter_map(|block| in_block(context, article, block)));
    }
    findings
}

/// Returns the finding on the bold texts of a passage, where its origin has none such.
fn in_block(context: &GroupContext<'_>, article: usize, block: u32) -> Option<Finding> {
    let (place, fault) = fault_in(context, context.prose[article].block(block), Side::Target)
        .or_else(|| Some((taking_a_word(context, article, block)?, Fault::Command)))
        .or_else(|| beside_name(context, article, block))?;
    let models = models(context, article, block);
    if is_excused(context, (article, block), &models, (place, fault)) {
        return None;
    }
    // A menu path that was torn apart is told as a whole.
    if menu_path_broken::in_block(context, article, context.prose[article].block(block)).is_some() {
        return None;
    }
    let (message, caption) = fault.words();
    let finding = context
        .finding(&EMPHASIS_DISPLACED, article, place, message)
        .caption(caption)
        .help("put the words of the origin's bold text between the asterisks, and the sign behind them");
    Some(match original_span(context, article, block) {
        Some((span, evidence)) => context.beside(finding, &evidence, span, "the passage in the origin"),
        None => finding,
    })
}

impl Fault {
    /// Returns the message and the caption.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Sign => ("nothing but a sign is bold", "bold, and no word in it"),
            Self::Grammar => ("nothing but a word between others is bold", "bold, and no name in it"),
            Self::Particle => {
                ("bold text starts with the particle of what stands before it", "the first name is not bold")
            }
            Self::Command => {
                ("a command in bold text takes in a word of the sentence", "that word is none of the command")
            }
            Self::Nested => ("bold text begins within bold text", "a blank inside the signs leaves it open"),
            Self::Word => ("bold text takes in the word before or behind the name", "that word is none of the name"),
            Self::Part => ("a part of what should be bold is", "the words that belong to it are not bold"),
            Self::Kind => ("the word before a name is bold instead of the name", "bold, and no name in it"),
            Self::Verb => ("the verb behind a name is bold instead of the name", "bold, and no name in it"),
            Self::Step => ("bold text starts with the sign between two steps", "bold, and no part of the step"),
            Self::Torn => ("a part of a quotation or of brackets is bold", "some of it stands outside"),
        }
    }
}

/// Tells whether what is bold in the models of a passage makes its fault none.
fn is_excused(
    context: &GroupContext<'_>,
    passage: (usize, u32),
    models: &[Original],
    (place, fault): (Span, Fault),
) -> bool {
    let runs = |model: &Original| context.prose[model.article].block(model.block);
    let is_faulty = |model: &&Original| fault_in(context, runs(model), model.side).is_some();
    let has = |model: &Original, is_one: &dyn Fn(&str) -> bool| {
        runs(model).iter().any(|run| run.side == model.side && run.strong && is_one(&run.text))
    };
    // A common word may be bold for its weight.
    let is_common = |text: &str| is_small_word(text) || function_words::is_one(text.trim_matches(is_sign));
    let starts = |text: &str, is_one: fn(char) -> bool| text.trim_start_matches(is_sign).starts_with(is_one);
    let names = |model: &Original| has(model, &|text| starts(text, char::is_uppercase));
    let stresses = |model: &Original| has(model, &|text| starts(text, char::is_lowercase));
    !models.iter().any(|model| is_bold(context, model))
        || 2 * models.iter().filter(is_faulty).count() >= models.len()
        || match fault {
            Fault::Grammar | Fault::Sign => {
                let is_answer = |model: &Original| is_answer(context, model, passage, (place, fault));
                fault == Fault::Grammar && models.iter().any(|model| has(model, &is_common))
                    || models.iter().any(is_answer)
            }
            Fault::Particle => !models.iter().all(names),
            Fault::Verb => !models.iter().all(names) || models.iter().any(stresses),
            _ => false,
        }
}

/// Tells whether the origin has an answer, a variable or the name of a sign where a word of grammar or a sign stands, or
/// such a word with a capital: "Y", "On", "Both", "comma".
fn is_answer(
    context: &GroupContext<'_>,
    model: &Original,
    (article, block): (usize, u32),
    (place, fault): (Span, Fault),
) -> bool {
    let ours = bold_texts(context.prose[article].block(block), Side::Target);
    let theirs = bold_texts(context.prose[model.article].block(model.block), model.side);
    let at = ours.iter().position(|(span, _)| *span == place).filter(|_| ours.len() == theirs.len());
    at.is_some_and(|at| {
        let word = theirs[at].1.trim_matches(is_sign).to_lowercase();
        match fault {
            Fault::Sign => SIGNS.contains(&&*word),
            _ => word.chars().count() <= 2 || ANSWERS.contains(&&*word) || function_words::is_one(&word),
        }
    })
}

/// Returns the bold texts of a passage and where they are.
fn bold_texts(runs: &[Run<'_>], side: Side) -> Vec<(Span, String)> {
    let runs: Vec<&Run<'_>> = runs.iter().filter(|run| run.side == side && run.kind != RunKind::Html).collect();
    let bold = runs.chunk_by(|left, right| left.strong == right.strong).filter(|bold| bold[0].strong);
    bold.map(|bold| (Span { end: bold[bold.len() - 1].span.end, ..bold[0].span }, text(bold))).collect()
}

/// Returns the first fault in the bold texts of a passage, and where it is. What touches a sign of a menu path is told as
/// such.
fn fault_in(context: &GroupContext<'_>, runs: &[Run<'_>], side: Side) -> Option<(Span, Fault)> {
    let runs: Vec<&Run<'_>> = runs.iter().filter(|run| run.side == side && run.kind != RunKind::Html).collect();
    let mut start = 0;
    runs.chunk_by(|left, right| left.strong == right.strong).take(2 * MOST).find_map(|bold| {
        let (before, behind) = (&runs[..start], &runs[start + bold.len()..]);
        start += bold.len();
        let (first, last) = bold.first().zip(bold.last()).filter(|(first, _)| first.strong)?;
        let is_of_path = before.last().is_some_and(|run| run.text.trim_end().ends_with('>'))
            || behind.first().is_some_and(|run| run.text.trim_start().starts_with('>'));
        let span = Span { end: last.span.end, ..first.span };
        if is_nested(context.sources.slice(span)) {
            return Some((span, Fault::Nested));
        }
        let words = text(bold);
        if takes_step_sign(&words) {
            return Some((span, Fault::Step));
        }
        let fault = fault(&words, || [text(before), text(behind)])?;
        // Quotation marks may stand around the whole path.
        let is_torn = fault == Fault::Torn && words.contains(BRACKETS);
        if is_of_path && !is_torn {
            return None;
        }
        Some((span, fault))
    })
}

/// Returns where a command stands in bold that is bold alone in the origin, and a word of grammar with it: readers type it.
fn taking_a_word(context: &GroupContext<'_>, article: usize, block: u32) -> Option<Span> {
    let mut ours = bold_texts(context.prose[article].block(block), Side::Target);
    ours.retain(|(_, text)| text.contains(' ') && text.contains(['/', '-']));
    let model = if ours.is_empty() { None } else { models(context, article, block).into_iter().next() }?;
    let commands = bold_texts(context.prose[model.article].block(model.block), model.side);
    let is_command = |text: &str| command::commands(text).first().is_some_and(|range| *range == (0..text.len()));
    let commands: Vec<&str> = commands.iter().map(|(_, text)| text.trim()).filter(|text| is_command(text)).collect();
    let is_word = |rest: &str| is_small_word(rest) && function_words::is_one(rest.trim_matches(is_sign));
    let takes = |text: &str, command: &str| {
        let before = || text.strip_suffix(command).filter(|rest| rest.ends_with(' '));
        text.strip_prefix(command).filter(|rest| rest.starts_with(' ')).or_else(before).is_some_and(is_word)
    };
    let mut ours = ours.iter();
    ours.find(|(_, text)| commands.iter().any(|command| takes(text.trim(), command))).map(|(span, _)| *span)
}

/// Returns where a bold text is more than the name that is bold at its place in the origin, or a part of it, and what is
/// wrong with it; only where both have as many.
fn beside_name(context: &GroupContext<'_>, article: usize, block: u32) -> Option<(Span, Fault)> {
    let ours = bold_texts(context.prose[article].block(block), Side::Target);
    let locale = &context.group.articles[article].locale;
    let source = &context.sources.get(context.group.articles[article].source).text;
    let faults = |span: Span, text: &str| {
        let is_before_name = || is_small_word(text) && goes_on_with_name(&source[span.end as usize..]);
        [
            (Fault::Word, starts_with_word(text) || ends_with_joint(text, locale)),
            (Fault::Part, is_part(text)),
            // German nouns all have a capital.
            (Fault::Kind, locale.language() != "de" && is_before_name()),
        ]
    };
    let suspects = ours.iter().enumerate().flat_map(|(at, (span, text))| {
        faults(*span, text.trim()).into_iter().filter(|(_, is_one)| *is_one).map(move |(fault, _)| (at, *span, fault))
    });
    let suspects: Vec<(usize, Span, Fault)> = suspects.collect();
    let model = if suspects.is_empty() { None } else { models(context, article, block).into_iter().next() }?;
    let english = &context.group.articles[model.article].locale;
    let theirs = bold_texts(context.prose[model.article].block(model.block), model.side);
    let is_one = |&(at, _, fault): &(usize, Span, Fault)| {
        let (ours, theirs) = (ours[at].1.trim(), theirs[at].1.trim());
        match fault {
            Fault::Part => has_more(theirs, ours),
            _ => is_name(theirs) && !ends_with_joint(theirs, english),
        }
    };
    if theirs.len() != ours.len() {
        return None;
    }
    suspects.into_iter().find(is_one).map(|(_, span, fault)| (span, fault))
}

/// Tells whether a text starts with a word of grammar in small letters and goes on with a capital: `auf Rechnungen`.
fn starts_with_word(text: &str) -> bool {
    text.split_once(' ').is_some_and(|(first, rest)| {
        let is_word = is_small_word(first) && function_words::is_one(first) && !function_words::NOT.contains(&first);
        is_word && rest.starts_with(char::is_uppercase)
    })
}

/// Tells whether a word with a capital follows the signs of bold text on the line.
fn goes_on_with_name(behind: &str) -> bool {
    let rest = behind.trim_start_matches(['*', '_']).strip_prefix(' ');
    rest.is_some_and(|rest| {
        let mut letters = rest.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    })
}

/// Tells whether a text is a name of a few words.
fn is_name(text: &str) -> bool {
    const WORDS: usize = 5;
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    text.starts_with(char::is_uppercase)
        && text.split(' ').count() <= WORDS
        && !function_words::is_one(first.trim_matches(is_sign))
        && !text.ends_with(['.', '!', '?'])
}

/// Tells whether a text is a number or a code without words, be it damaged, or all of it stands in brackets.
fn is_part(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ',', ':', ';', ' ']);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let is_number = text.starts_with(|c: char| c.is_ascii_digit()) && letters < 2;
    is_number || text.strip_prefix('(').and_then(|inside| inside.strip_suffix(')')).is_some_and(|it| !it.contains('('))
}

/// Tells whether a text has a number or brackets and several words besides.
fn has_more(theirs: &str, ours: &str) -> bool {
    let words = |text: &str| text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2).count();
    if ours.starts_with('(') {
        return theirs.find('(').is_some_and(|at| words(&theirs[..at]) > 1);
    }
    words(theirs) > 1 && theirs.contains(|c: char| c.is_ascii_digit())
}

/// Tells whether the Markdown of a bold text holds the signs of another, and those begin it.
fn is_nested(bold: &str) -> bool {
    bold.split_once("**").is_some_and(|(before, behind)| {
        before.ends_with(char::is_whitespace) && behind.starts_with(|c: char| c != '*' && !c.is_whitespace())
    })
}

fn text(runs: &[&Run<'_>]) -> String {
    runs.iter().map(|run| &*run.text).collect()
}

/// Returns what is wrong with a bold text that stands between two others.
fn fault(bold: &str, around: impl Fn() -> [String; 2]) -> Option<Fault> {
    if is_bare(bold) {
        return Some(Fault::Sign);
    }
    let words = bold.trim_matches(is_sign);
    if is_small_word(words) && function_words::is_one(words) && !function_words::NOT.contains(&words) {
        return Some(Fault::Grammar);
    }
    if is_verb(bold.trim()) {
        return Some(Fault::Verb);
    }
    if starts_with_particle(bold) {
        return Some(Fault::Particle);
    }
    // A bracket at the end was only taken along, but for those around names of buttons.
    let is_amid = holds_quote(bold) || words.contains(['(', ')', '（', '）']) || bold.contains(BRACKETS);
    let has_words = |left: String| left.contains(char::is_alphanumeric);
    let is_torn = is_amid && !bold.contains('>') && parted(bold, around).is_some_and(has_words);
    is_torn.then_some(Fault::Torn)
}

/// Tells whether a bold text is a single step of a menu path with the sign before it.
fn takes_step_sign(text: &str) -> bool {
    let step = text.trim_start().strip_prefix(['>', '→']);
    step.is_some_and(|step| step.contains(char::is_alphanumeric) && !step.contains(['>', '→']))
}

/// Tells whether a text starts with a particle of Japanese or Korean that no word starts with, and goes on.
fn starts_with_particle(text: &str) -> bool {
    const PARTICLES: [&str; 6] = ["を", "을 ", "를 ", "에서 ", "으로 ", "에게 "];
    let text = text.trim_start();
    PARTICLES.iter().any(|particle| text.strip_prefix(particle).is_some_and(|rest| !rest.trim().is_empty()))
}

/// Tells whether a text is one word that ends a sentence of Korean or Japanese, with its full stop.
fn is_verb(text: &str) -> bool {
    const ENDINGS: [&str; 7] = ["니다.", "세요.", "시오.", "します。", "きます。", "ください。", "ります。"];
    const LONGEST: usize = 10;
    ENDINGS.iter().any(|ending| text.ends_with(ending))
        && text.chars().count() <= LONGEST
        && !text.contains([' ', 'を', 'に', '「', '['])
}

/// Tells whether a text holds a quotation mark, and no more than the sign for inches: `24"`.
fn holds_quote(text: &str) -> bool {
    let is_inches = |at: usize| {
        let number = text[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
        (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.char_indices().any(|(at, c)| is_quote(c) && !(matches!(c, '"' | '”') && is_inches(at)))
}

/// Tells whether a text is signs that stand at words, and neither buttons nor arrows.
fn is_bare(text: &str) -> bool {
    let is_at_word = |c: char| is_quote(c) || ",.;،؛।。，、；'‘’‚)）".contains(c) || c.is_whitespace();
    let text = text.trim();
    !text.is_empty() && !text.contains("..") && text.chars().all(is_at_word)
}

fn is_quote(c: char) -> bool {
    "\"“”„«»‹›「」『』《》".contains(c)
}

fn is_sign(c: char) -> bool {
    !c.is_alphanumeric()
}

/// Tells whether a text is one word in small letters.
fn is_small_word(text: &str) -> bool {
    let word = text.trim_matches(is_sign);
    word.starts_with(char::is_lowercase) && word.chars().all(char::is_lowercase)
}

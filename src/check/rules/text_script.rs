use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

use crate::check::context::GroupContext;
use crate::check::language::{Scripts, has_simplified, is_other_chinese, is_simplified, may_be_other_chinese};
use crate::check::passage::Passage;
use crate::diag::Finding;
use crate::markdown::prose::{Run, RunKind};
use crate::model::document::BlockKind;
use crate::model::literal::Side;
use crate::model::locale::Locale;
use crate::rule;

rule! {
    /// A sentence, or some words of one, are written in a script that its locale is not written in.
    ///
    /// What the origin has in that script, too, is accepted; so are a few letters, and words in brackets or quotation
    /// marks.
    ///
    /// ## Why
    /// Such a text slipped in from another translation, and the reader cannot read it.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Close the window. Start the program again.
    /// ```
    /// ```text content/sl/a.md
    /// # Naslov
    ///
    /// Zaprite okno. Запустите программу ещё раз.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// The Russian word for it is "ошибка".
    /// ```
    /// ```text content/sl/a.md
    /// # Naslov
    ///
    /// Ruska beseda zanjo je »ошибка«.
    /// ```
    TEXT_SCRIPT { id: "text-script", severity: Warning, scope: Group }
}

/// The fewest letters of another script that make a sentence of it.
const ENOUGH: usize = 8;

/// The same in Chinese, where a letter is a word.
const FEW: usize = 6;

/// The fewest letters of another script that stand in a sentence like words; where a letter is a word or half of one,
/// fewer do.
const WORDS: usize = 8;
const DENSE: usize = 5;

/// From so many strange passages on half of an article is most of it.
const MANY: usize = 5;

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    if context.prose.is_empty() {
        return Vec::new();
    }
    context.asked().flat_map(|article| of_article(context, article)).collect()
}

fn of_article(context: &GroupContext<'_>, article: usize) -> Vec<Finding> {
    let text = &context.group.articles[article];
    let Some(scripts) = Scripts::of(&text.locale) else { return Vec::new() };
    let mut findings: Vec<Finding> = in_title(context, article, &scripts).into_iter().collect();
    let body = context.sources.slice(text.body);
    // Japanese without kana is told sentence by sentence.
    let is_open = text.locale.language() == "ja" || may_be_other_chinese(&text.locale, body);
    // Nearly all articles have letters of their own script and Latin ones only.
    let strange = || body.lines().map(|line| scripts.count(line).other).sum::<usize>();
    if !is_open && strange() < DENSE {
        return findings;
    }
    for (block, kind) in text.blocks.iter().map(|block| block.kind).enumerate() {
        let block = u32::try_from(block).expect("fewer than bytes");
        if matches!(kind, BlockKind::Heading(_) | BlockKind::Paragraph | BlockKind::Cell) {
            findings.extend(of_block(context, article, block, &scripts));
        }
    }
    // Of an article that is nearly all in another script one finding says so.
    let share = if findings.len() < MANY { (3, 2) } else { (2, 1) };
    if findings.len() > 1 && findings.len() * share.0 >= texts(context, article) * share.1 {
        findings.truncate(1);
        findings.iter_mut().for_each(|first| {
            first.message = format!("{}, and most of it", first.message);
            first.is_of_all = true;
        });
    }
    findings
}

/// Returns the finding on a title of the front matter in another script, which none of the other titles is in.
fn in_title(context: &GroupContext<'_>, article: usize, scripts: &Scripts) -> Option<Finding> {
    let articles = &context.group.articles;
    let own = &articles[article];
    let title = own.front.title.as_deref().filter(|title| !title.is_ascii())?;
    let script = stranger(context, article, title, scripts)?;
    let source = context.group.source.filter(|&source| source != article)?;
    let has_some = |title: &str| title.chars().filter(|c| is_of(*c, &script)).count() >= ENOUGH / 2;
    if articles[source].front.title.as_deref().is_some_and(has_some) {
        return None;
    }
    let place = own.front.key("title")?.value_span();
    let message = format!("the title is in {} letters, in an article in {}", script.replace('_', " "), own.locale);
    let finding = context.finding(&TEXT_SCRIPT, article, place, message).caption("this title");
    Some(finding.help(format!("replace it with a translation into {}", own.locale)))
}

/// Returns how many blocks of an article have words.
fn texts(context: &GroupContext<'_>, article: usize) -> usize {
    let runs = context.prose[article].runs.iter();
    let has_words = |run: &&Run<'_>| {
        run.kind == RunKind::Text && run.side == Side::Target && run.text.chars().any(char::is_alphabetic)
    };
    let mut blocks: Vec<u32> = runs.filter(has_words).map(|run| run.block).collect();
    blocks.dedup();
    blocks.len()
}

fn of_block(context: &GroupContext<'_>, article: usize, block: u32, scripts: &Scripts) -> Option<Finding> {
    let passage = Passage::of(&context.prose[article], block, Side::Target);
    let locale = &context.group.articles[article].locale;
    let strange: Vec<_> = passage
        .sentences()
        .into_iter()
        .filter_map(|range| Some((stranger(context, article, &passage.text[range.clone()], scripts)?, range)))
        .collect();
    let (script, range) = match (strange.first(), strange.last()) {
        (Some((script, first)), Some((_, last))) => (script.clone(), first.start..last.end),
        _ => phrase(&passage.text, scripts).or_else(|| simplified(&passage.text).filter(|_| is_japanese(locale)))?,
    };
    let script = &*script;
    let origin = context.readings.original(article, block);
    let original = origin.as_ref().map(|at| Passage::of(&context.prose[at.article], at.block, at.side).text);
    if original.is_some_and(|text| text.chars().filter(|c| is_of(*c, script)).count() >= ENOUGH / 2) {
        return None;
    }
    if is_shared(context, article, block, script) {
        return None;
    }
    let span = passage.span(&range)?;
    let message = format!("a text in {} letters stands in an article in {locale}", script.replace('_', " "));
    let mut finding = context
        .finding(&TEXT_SCRIPT, article, span, message)
        .caption("this text")
        .help(format!("replace it with a translation into {locale}"));
    if let Some(at) = origin {
        finding = finding.origin(context.passage_of(&at), "its origin");
    }
    Some(finding)
}

fn is_of(c: char, script: &str) -> bool {
    c.script().full_name() == script || script.ends_with("Chinese") && script != "Chinese" && c.script() == Script::Han
}

/// Returns the script that most of a sentence is written in, where the locale is not written in it.
fn stranger(context: &GroupContext<'_>, article: usize, text: &str, scripts: &Scripts) -> Option<String> {
    let locale = &context.group.articles[article].locale;
    if is_other_chinese(locale, text) {
        let form = if locale.script().is_some_and(|script| script.as_str() == "Hans") {
            "Traditional Chinese"
        } else {
            "Simplified Chinese"
        };
        return Some(form.to_owned());
    }
    let letters = scripts.count(text);
    // Japanese shares half of its letters with Chinese.
    let (share, least) = if matches!(locale.language(), "zh" | "yue") { (3, FEW) } else { (2, ENOUGH) };
    let is_most = letters.other * share > letters.own + letters.latin + letters.other;
    let is_long = letters.other >= 2 * ENOUGH && (scripts.latin || letters.own == 0);
    if letters.other >= least && is_most || is_long {
        return Some(letters.script.unwrap_or(Script::Common).full_name().to_owned());
    }
    // A Japanese sentence without any kana is none.
    let is_kana = |c: char| matches!(c.script(), Script::Hiragana | Script::Katakana) || c == 'ー';
    let is_long = |text: &str| letters.own >= 12 || letters.own >= FEW && has_simplified(text);
    let is_chinese = is_japanese(locale) && is_long(text) && 2 * letters.own > letters.latin && !text.contains(is_kana);
    is_chinese.then(|| "Chinese".to_owned())
}

/// Returns words of another script that stand in a sentence, with neither brackets nor quotation marks around them.
fn phrase(text: &str, scripts: &Scripts) -> Option<(String, Range<usize>)> {
    let strange = |c: char| scripts.count(c.encode_utf8(&mut [0; 4])).script;
    let mut at = 0;
    while let Some((start, script)) = text[at..].char_indices().find_map(|(from, c)| Some((at + from, strange(c)?))) {
        let goes_on = |c: char| strange(c).is_some() || matches!(c, ' ' | 'ー' | '-') || is_combining_mark(c);
        let end = text[start..].find(|c| !goes_on(c)).map_or(text.len(), |length| start + length);
        let words = text[start..end].trim_end();
        let letters = words.chars().filter(|c| strange(*c).is_some()).count();
        let is_dense = matches!(script, Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul);
        let is_part =
            |c: Option<char>| c.is_some_and(|c| matches!(c, '.' | '_' | '/' | '\\' | '@') || c.is_ascii_alphanumeric());
        // Of names of files and the like other rules speak.
        let behind = &text[start + words.len()..];
        let is_name = is_part(text[..start].chars().next_back()) && !(is_dense && words.contains(' '))
            || is_part(behind.chars().next()) && behind.chars().nth(1).is_some_and(char::is_alphanumeric);
        let is_set_off =
            text[..start].trim_end().ends_with(is_opening) || text[end..].trim_start().starts_with(is_closing);
        if letters >= if is_dense { DENSE } else { WORDS } && !is_set_off && !is_name {
            return Some((script.full_name().to_owned(), start..start + words.len()));
        }
        at = end;
    }
    None
}

/// Returns a word of Simplified Chinese amid a Japanese text, with neither brackets nor quotation marks around it.
fn simplified(text: &str) -> Option<(String, Range<usize>)> {
    let is_han = |c: char| c.script() == Script::Han;
    let at = text.find(is_simplified)?;
    let start = at - text[..at].chars().rev().take_while(|c| is_han(*c)).map(char::len_utf8).sum::<usize>();
    let end = text[at..].find(|c| !is_han(c)).map_or(text.len(), |length| at + length);
    let is_word = text[start..end].chars().nth(1).is_some();
    let is_set_off = text[..start].ends_with(is_opening) || text[end..].starts_with(is_closing);
    let is_behind_name = text[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
    (is_word && !is_set_off && !is_behind_name).then(|| ("Simplified Chinese".to_owned(), start..end))
}

fn is_japanese(locale: &Locale) -> bool {
    locale.language() == "ja"
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '（' | '【' | '「' | '『' | '《' | '«' | '»' | '"' | '“' | '”' | '„' | '‘' | '\'' | '/')
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '）' | '】' | '」' | '』' | '》' | '»' | '«' | '"' | '“' | '”' | '’' | '\'' | '/')
}

/// Tells whether most other translations have letters of that script there, too, though it is not their own.
fn is_shared(context: &GroupContext<'_>, article: usize, block: u32, script: &str) -> bool {
    let Some(at) = context.readings.column(article, block) else { return false };
    let (mut all, mut with) = (0, 0);
    for other in context.translations().filter(|&other| other != article) {
        let Some(block) = context.readings.block(other, at) else { continue };
        let text = Passage::of(&context.prose[other], block, Side::Target).text;
        let letters = text.chars().filter(|c| is_of(*c, script)).count();
        all += 1;
        with += usize::from(letters >= ENOUGH / 2 && letters * 3 < text.chars().filter(|c| c.is_alphabetic()).count());
    }
    all > 0 && with * 2 >= all
}

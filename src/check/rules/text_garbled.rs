use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::context::GroupContext;
use crate::check::presence::own_text;
use crate::diag::Finding;
use crate::model::document::BlockKind;
use crate::rule;
use crate::source::Span;

rule! {
    /// Letters were lost when the file was saved or converted: `�`, `???? ??`, `Ã¼` for `ü`, a printed `&nbsp;`.
    ///
    /// A mark of a merge conflict that was left is told as well. What another article of the group has, too, is accepted,
    /// and so is code.
    ///
    /// ## Why
    /// A tool read the file in another encoding than it was written in, or escaped it twice. Nobody can read such words,
    /// and no search finds them. Behind a mark of a conflict the text stands twice.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Check it for mistakes.
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// PrÃ¼fen Sie es auf Fehler.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Check it for mistakes, such as `Ã¼`.
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Prüfen Sie es auf Fehler wie `Ã¼`.
    /// ```
    TEXT_GARBLED { id: "text-garbled", severity: Warning, scope: Group }
}

/// How letters were lost.
enum Loss {
    /// They became U+FFFD.
    Replaced,
    /// They became question marks.
    Asked,
    /// Their bytes were read as those of Windows-1252.
    Misread(String),
}

/// So many places of an article are looked at.
const MOST: usize = 16;

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    context.asked().filter_map(|article| of_article(context, article)).collect()
}

/// Returns the finding on the first such place of an article: the others came about in the same way.
fn of_article(context: &GroupContext<'_>, article: usize) -> Option<Finding> {
    let body = context.sources.slice(context.group.articles[article].body);
    if let Some(mark) = conflict(context, article) {
        return Some(mark);
    }
    if !may_be_garbled(body) {
        return escaped(context, article).or_else(|| in_title(context, article));
    }
    let found = own_text(&context.prose[article].runs).filter_map(|run| Some((run, garbled(&run.text)?)));
    let others = || (0..context.prose.len()).filter(|other| *other != article);
    let is_own = |text: &str| !others().any(|other| context.has_text(other, text));
    let found = found.take(MOST).find(|(run, (range, _))| is_own(&run.text[range.clone()]));
    let Some((run, (range, loss))) = found else {
        return escaped(context, article).or_else(|| in_title(context, article));
    };
    let actual = &run.text[range.clone()];
    Some(finding(context, article, run.span_of(&range), actual, loss))
}

/// Returns the finding on the first mark of a merge conflict (git-merge, "How conflicts are presented"), outside of code.
fn conflict(context: &GroupContext<'_>, article: usize) -> Option<Finding> {
    const MARKS: [&str; 2] = ["<<<<<<< ", ">>>>>>> "];
    let text = &context.group.articles[article];
    let marked = |body: Span| {
        let whole = context.sources.slice(body);
        let mut places = MARKS.iter().filter_map(|mark| memchr::memmem::find(whole.as_bytes(), mark.as_bytes()));
        places.find(|&at| at == 0 || whole.as_bytes()[at - 1] == b'\n')
    };
    let at = text.body.start as usize + marked(text.body)?;
    let line = context.sources.get(text.source).text[at..].lines().next()?;
    let place = Span::new(text.source, at..at + line.trim_end().len());
    let is_code = text.blocks.iter().any(|block| block.kind == BlockKind::Code && block.span.contains(place));
    let mut others = context.group.articles.iter().enumerate().filter(|(other, _)| *other != article);
    if is_code || others.any(|(_, other)| marked(other.body).is_some()) {
        return None;
    }
    let finding = context.finding(&TEXT_GARBLED, article, place, "a mark of a merge conflict was left");
    Some(finding.caption("here").help("keep the text of one side, and delete the marks"))
}

/// Returns the finding on the title of the front matter, where it is damaged and the article is not.
fn in_title(context: &GroupContext<'_>, article: usize) -> Option<Finding> {
    let front = &context.group.articles[article].front;
    let title = front.title.as_deref()?;
    let (range, loss) = garbled(title)?;
    let actual = &title[range];
    let others = context.group.articles.iter().enumerate().filter(|(other, _)| *other != article);
    let is_own = others.filter_map(|(_, other)| other.front.title.as_deref()).all(|other| !other.contains(actual));
    let place = front.key("title").filter(|_| is_own)?.value_span();
    Some(finding(context, article, place, actual, loss))
}

fn finding(context: &GroupContext<'_>, article: usize, place: Span, actual: &str, loss: Loss) -> Finding {
    let (message, help) = match loss {
        Loss::Replaced => ("letters were lost here: `�` stands for what could not be read".to_owned(), RESTORE),
        Loss::Asked => ("letters were lost here: question marks stand for them".to_owned(), RESTORE),
        Loss::Misread(read) => {
            (format!("`{actual}` stands for `{read}`: the text was read in another encoding"), RESTORE)
        }
    };
    context.finding(&TEXT_GARBLED, article, place, message).caption("here").help(help)
}

const RESTORE: &str = "restore the passage from an earlier version, and save the file as UTF-8";

/// Returns the finding on a reference to a character that was escaped once more, outside of code.
fn escaped(context: &GroupContext<'_>, article: usize) -> Option<Finding> {
    static ESCAPED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("&amp;(?:amp|apos|gt|lt|nbsp|quot|#[0-9]{2,5}|#x[0-9A-Fa-f]{2,4});").expect("a pattern")
    });
    let body = context.group.articles[article].body;
    let text = context.sources.slice(body);
    memchr::memmem::find(text.as_bytes(), b"&amp;")?;
    let places = ESCAPED.find_iter(text).map(|found| (found.as_str(), body.start as usize + found.start()));
    let is_text = |at: usize| own_text(&context.prose[article].runs).any(|run| run.span.start as usize == at);
    let others = || context.group.articles.iter().enumerate().filter(|(other, _)| *other != article);
    let is_own = |text: &str| others().all(|(_, other)| !context.sources.slice(other.body).contains(text));
    let (reference, at) = places.take(MOST).find(|(reference, at)| is_text(*at) && is_own(reference))?;
    let message = format!("`{}` is printed as it stands", reference.replacen("amp;", "", 1));
    let finding = context.finding(&TEXT_GARBLED, article, Span::new(body.source, at..at + reference.len()), message);
    Some(finding.caption("here").help("write the character itself, or the reference without `amp;`"))
}

/// Tells whether a text has what such places are made of.
fn may_be_garbled(text: &str) -> bool {
    let has = |part: &str| memchr::memmem::find(text.as_bytes(), part.as_bytes()).is_some();
    has("\u{fffd}") || has("?? ?") || has("????") || may_be_misread(text.as_bytes())
}

/// Returns the first place of a text where letters were lost.
fn garbled(text: &str) -> Option<(Range<usize>, Loss)> {
    static ASKED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\?{2,}(?: \?{2,})+|\?{4,}").expect("a pattern"));
    /// Fewer may be meant, if they are parted.
    const ENOUGH: usize = 6;
    if let Some(at) = text.find('\u{fffd}') {
        return Some((at..at + '\u{fffd}'.len_utf8(), Loss::Replaced));
    }
    let asked = || {
        let is_asked = text.contains("?? ?") || text.contains("????");
        let mut found = if is_asked { Some(ASKED.find_iter(text)) } else { None }.into_iter().flatten();
        let is_enough = |found: &str| found.len() >= ENOUGH || !found.contains(' ');
        found.find(|found| is_enough(found.as_str())).map(|found| (found.range(), Loss::Asked))
    };
    misread(text).or_else(asked)
}

/// Returns the first place of a text that was UTF-8 and read as Windows-1252, and what it says.
fn misread(text: &str) -> Option<(Range<usize>, Loss)> {
    if !may_be_misread(text.as_bytes()) {
        return None;
    }
    let mut letters = text.char_indices().peekable();
    while let Some((start, first)) = letters.next() {
        let mut bytes: Vec<u8> = byte(first).into_iter().collect();
        if bytes.is_empty() {
            continue;
        }
        let mut end = start + first.len_utf8();
        while let Some((at, next)) = letters.next_if(|(_, c)| byte(*c).is_some()) {
            bytes.extend(byte(next));
            end = at + next.len_utf8();
        }
        if let Ok(read) = String::from_utf8(bytes)
            && is_meant(&text[..start], &text[start..end], &read)
        {
            return Some((start..end, Loss::Misread(read)));
        }
    }
    None
}

/// Tells whether what begins a letter in UTF-8 (U+00C2 to U+00F4 here) stands before what goes on with one.
fn may_be_misread(text: &[u8]) -> bool {
    let begins = |at: usize| text.get(at + 1).is_some_and(|byte| (0x82..=0xb4).contains(byte));
    let goes_on = |at: usize| text.get(at + 2).is_some_and(|byte| matches!(byte, 0xc2 | 0xc5 | 0xc6 | 0xcb | 0xe2));
    memchr::memchr_iter(0xc3, text).any(|at| begins(at) && goes_on(at))
}

/// Tells whether what was read anew from a text behind another is meant. `MANHÃ»` at the end of a quotation would be one
/// letter, too: signs that stand behind words prove nothing behind capitals.
fn is_meant(before: &str, text: &str, read: &str) -> bool {
    const BEHIND: [char; 16] = ['«', '»', '‹', '›', '‘', '’', '‚', '“', '”', '„', '®', '©', '™', 'ª', '°', '…'];
    let mut letters = read.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) => {
            matches!(only, '\u{a0}'..='\u{ff}' | '\u{2000}'..='\u{206f}')
                && !(text.ends_with(BEHIND) && text.chars().count() == 2 && before.ends_with(char::is_uppercase))
        }
        (Some(_), Some(_)) => true,
        _ => false,
    }
}

/// Returns the byte beyond ASCII that a character is in Windows-1252, or one that is none there, as programs read it
/// (WHATWG Encoding, index windows-1252).
fn byte(c: char) -> Option<u8> {
    const FROM_0X80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match c {
        '\u{a0}'..='\u{ff}' => u8::try_from(u32::from(c)).ok(),
        _ if c.is_ascii() => None,
        _ => FROM_0X80.chars().position(|other| other == c).and_then(|at| u8::try_from(0x80 + at).ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        garbled(text).map(|(range, _)| &text[range])
    }

    #[test]
    fn what_was_read_in_another_encoding_is_found() {
        for (text, garbled) in [
            ("prÃ¼fen", "Ã¼"),
            ("FÃ¼gen", "Ã¼"),
            ("itâ€™s there", "â€™"),
            ("Ø§Ù„Ø®Ø·Ø£ 404", "Ø§Ù„Ø®Ø·Ø£"),
            ("نطا\u{fffd}", "\u{fffd}"),
            ("a ?? ???? ?? b", "?? ???? ??"),
            ("と、?????クリック", "?????"),
        ] {
            assert_eq!(found(text), Some(garbled), "{text}");
        }
    }

    #[test]
    fn letters_and_signs_that_are_meant_are_not() {
        for text in
            ["«CAFÉ»", "«MANHÃ»", "Überprüfen", "“£5” – it’s ÀÉÎ", "Really?? What?", "AT&T; R&D", "¿Qué? ¡Sí!", "ÃO"]
        {
            assert_eq!(found(text), None, "{text}");
        }
    }
}

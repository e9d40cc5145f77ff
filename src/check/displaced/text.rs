//! What the text of a link, or one beside it, shows by itself.

use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

use crate::check::function_words;
use crate::check::language::is_alphanumeric;

/// Tells whether a link may have been displaced itself, by its text alone: it says "see", or stops amid a phrase.
pub fn is_doubtful(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().map(folded).collect();
    let stops_amid = words.len() > 1 && words.last().is_some_and(|word| function_words::is_one(word));
    stops_amid || words.iter().any(|word| function_words::has_see(word))
}

/// Returns where the last sentence of a text begins.
pub fn last_end(text: &str) -> usize {
    let is_last = |&(at, c): &(usize, char)| is_end(c) && (c != '.' || text[at + 1..].starts_with(char::is_whitespace));
    let end = text.char_indices().rev().find(is_last);
    end.map_or(0, |(at, c)| at + c.len_utf8())
}

/// Tells whether a sign ends a sentence.
pub fn is_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '؟' | '।' | '۔')
}

pub fn folded(text: &str) -> String {
    text.trim_matches(is_sign).to_lowercase()
}

/// What Chinese, Japanese and Korean write behind a word, and hardly a text begins with.
const PARTICLES: [&str; 10] = ["中的", "上的", "里的", "中使用", "裡的", "を", "를 ", "을 ", "의 ", "에서 "];

/// Tells whether a text starts with a sign that belongs to what stands before it.
pub fn starts_amid(text: &str) -> bool {
    let is_name = || text.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    if text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return false;
    }
    text.starts_with(['>', '&', '＆'])
        || PARTICLES.iter().any(|particle| text.starts_with(particle))
        || text.strip_prefix('の').is_some_and(|rest| !rest.starts_with(|c| matches!(c, 'ぁ'..='ゟ' | 'ー')))
        || text.starts_with(is_closing_sign) && !text.starts_with(['”', '»', ':']) && !is_name()
        || text.starts_with(": ")
}

pub fn ends_passage(text: &str) -> bool {
    text.ends_with(['.', ',', ';', ':', '。', '，', '、', '；', '：', '،', '؛', '।'])
}

/// Tells whether the first word of a text is one of grammar.
pub fn starts_with_grammar(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    first.len() < text.len() && function_words::is_one(&folded(first))
}

/// Tells whether the last word of a text is one of grammar.
pub fn ends_with_grammar(text: &str) -> bool {
    text.split_whitespace().next_back().is_some_and(|word| function_words::is_one(&folded(word)))
}

/// Tells whether a phrase of several words begins and ends with one of grammar: "in Section 9, Introduction to".
pub fn is_between_grammar(text: &str) -> bool {
    const WORDS: usize = 4;
    text.split_whitespace().nth(WORDS - 1).is_some() && starts_with_grammar(text) && ends_with_grammar(text)
}

/// Tells whether a text is a title, which is one name: of a phrase translators may link the one word that matters.
pub fn is_title(text: &str) -> bool {
    text.trim_start_matches(is_sign).starts_with(char::is_uppercase)
}

/// Tells whether clauses are parted within a text.
pub fn has_clauses(text: &str) -> bool {
    let text = text.trim_matches(is_sign);
    text.contains(['，', '；', '؛', '،']) || [", ", "; "].iter().any(|sign| text.contains(sign))
}

/// Tells whether a text opens brackets or quotation marks that it does not close, or the other way round.
pub fn has_odd_pairs(text: &str) -> bool {
    let is_one = |c: &char| {
        matches!(c, '(' | ')' | '[' | ']' | '（' | '）' | '«' | '»' | '「' | '」' | '『' | '』' | '《' | '》')
            || matches!(c, '"' | '“' | '”' | '„')
    };
    let signs: Vec<char> = text.chars().filter(is_one).collect();
    let count = |sign: char| signs.iter().filter(|c| **c == sign).count();
    let pairs = [['(', ')'], ['[', ']'], ['（', '）'], ['«', '»'], ['「', '」'], ['『', '』'], ['《', '》']];
    pairs.into_iter().any(|[open, close]| count(open) != count(close))
        || signs.iter().filter(|c| matches!(c, '"' | '“' | '”' | '„')).count() % 2 == 1
}

/// Tells whether a sentence ends within a text.
pub fn has_sentence_end(text: &str) -> bool {
    let text = text.trim_end_matches(is_sign);
    text.contains(['。', '！', '？'])
        || text.match_indices(['.', '!', '?', '؟', '।']).any(|(at, sign)| {
            let mut behind = text[at + sign.len()..].chars();
            let word = text[..at].chars().rev().take_while(|c| c.is_alphanumeric()).count();
            word > 3 && behind.next() == Some(' ') && !behind.next().is_some_and(char::is_lowercase)
        })
}

/// Returns how wide a text is in letters: a sign of Chinese, Japanese or Korean, from U+3000 on, says as much as two.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    // A wide character is known by its first byte.
    let wide = text.bytes().filter(|byte| matches!(byte, 0xe3..=0xef)).count();
    text.chars().count() + wide
}

/// Tells whether a sign belongs to what stands before it.
pub fn is_closing_sign(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '）' | '】' | '」' | '』' | '》' | '»' | '”' | ',' | '.' | ';' | ':' | '!' | '?')
        || matches!(c, '。' | '，' | '、' | '；' | '：' | '！' | '？' | '،' | '؛' | '؟')
}

pub fn is_sign(c: char) -> bool {
    !is_alphanumeric(c) && (c.is_ascii() || !is_combining_mark(c))
}

pub fn is_sentence_sign(c: char) -> bool {
    c.is_whitespace() || ".,;:!?…-–—\"'()«»„“”‘’¿¡।॥።。、，．：；！？（）「」『』《》〈〉・·،؛؟۔׃־๏ฯ".contains(c)
}

/// Tells whether a text is a particle, or one letter of an alphabet.
pub fn is_particle(text: &str) -> bool {
    // No particle has more bytes.
    const LONGEST: usize = 48;
    let word = text.trim_matches(is_sign);
    if word.len() > LONGEST {
        return false;
    }
    let word = word.to_lowercase();
    let mut letters = word.chars().filter(|c| c.is_alphanumeric());
    let is_letter = match (letters.next(), letters.next()) {
        (Some(only), None) => only.is_alphabetic() && only.script() != Script::Han,
        _ => false,
    };
    is_letter || function_words::is_one(&word)
}

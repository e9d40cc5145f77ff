use unicode_script::{Script, UnicodeScript};

use crate::check::context::ArticleContext;
use crate::check::difference::name;
use crate::diag::{Applicability, Finding, Fix};
use crate::rule;
use crate::source::edit::Edit;
use crate::source::{SourceId, Span};

rule! {
    /// A character that is not seen changes how the text around it is shown or copied.
    ///
    /// ## Why
    /// A text-direction override makes a command read otherwise than it runs, and a NUL or another control
    /// character ends up in a terminal: `Run [U+202E]gnp.exe` is shown as `Run exe.png`. Joiners and direction marks that writing needs are no findings.
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Run exe.png now.
    /// ```
    INVISIBLE_CHARACTER { id: "invisible-character", severity: Warning, scope: Article }
}

/// Most articles have none; one that has thousands is not told so thousands of times.
const MOST: usize = 20;

pub(super) fn check(context: &ArticleContext<'_>) -> Vec<Finding> {
    let text = &*context.source.text;
    if !may_be_harmful(text.as_bytes()) {
        return Vec::new();
    }
    let found: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| is_harmful(*c)).collect();
    let is_right_to_left = found.iter().any(|(_, c)| is_formatting(*c)) && text.chars().any(is_of_right_to_left_script);
    let shown = found.iter().enumerate().take(MOST);
    shown
        .map(|(index, &(at, c))| {
            let place = Span::new(context.article.source, at..at + c.len_utf8());
            let message = format!("an invisible character {}{} stands in the text", name(c), kind(c));
            // The last one that is reported speaks for those behind it.
            let count = if index + 1 == MOST { found.len() - index } else { 1 };
            Finding::at(&INVISIBLE_CHARACTER, place, message)
                .caption("here")
                .help("take it out: delete and retype the text around it")
                .fix(removal(context.article.source, &found[index..index + count], is_right_to_left))
        })
        .collect()
}

/// Tells whether `text` may hold a harmful character, at the cost of looking at its bytes.
fn may_be_harmful(text: &[u8]) -> bool {
    // Whole pieces without a way out, as the processor likes it.
    let is_control = |byte: u8| byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t') || byte == 0x7f;
    let mut pieces = text.chunks(4096);
    if pieces.any(|piece| piece.iter().fold(false, |found, byte| found | is_control(*byte))) {
        return true;
    }
    // U+0080 to U+009F, and U+2028 to U+206F.
    memchr::memchr2_iter(0xc2, 0xe2, text).any(|at| match (text[at], text.get(at + 1), text.get(at + 2)) {
        (0xc2, Some(second), _) => *second < 0xa0,
        (0xe2, Some(0x80), Some(third)) => *third >= 0xa8,
        (0xe2, Some(second), _) => *second == 0x81,
        _ => false,
    })
}

/// Returns the fix that takes `found` out.
///
/// It is sure of what never means anything. Others may stand for a blank or for a letter of an old encoding, and
/// text from right to left may need marks of direction.
fn removal(source: SourceId, found: &[(usize, char)], is_right_to_left: bool) -> Fix {
    let is_meaningless = |c: char| match c {
        '\u{b}' | '\u{c}' | '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => false,
        c => !is_formatting(c) || !is_right_to_left,
    };
    let is_sure = found.iter().all(|(_, c)| is_meaningless(*c));
    let edit = |&(at, c): &(usize, char)| Edit { span: Span::new(source, at..at + c.len_utf8()), text: String::new() };
    Fix {
        title: "take it out".to_owned(),
        applicability: if is_sure { Applicability::Safe } else { Applicability::Suggested },
        edits: found.iter().map(edit).collect(),
    }
}

/// Tells whether `c` embeds, overrides or isolates a direction.
fn is_formatting(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_of_right_to_left_script(c: char) -> bool {
    matches!(
        c.script(),
        Script::Arabic | Script::Hebrew | Script::Syriac | Script::Thaana | Script::Nko | Script::Adlam
    )
}

/// Tells whether a character controls what is around it: overrides and embeddings of direction, control characters.
fn is_harmful(c: char) -> bool {
    let is_control = c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{85}');
    is_control || is_formatting(c) || matches!(c, '\u{2028}' | '\u{2029}')
}

fn kind(c: char) -> &'static str {
    match c {
        '\u{202d}' | '\u{202e}' => " (override of the text's direction)",
        '\u{202a}'..='\u{202c}' | '\u{2066}'..='\u{2069}' => " (change of the text's direction)",
        '\u{2028}' | '\u{2029}' => " (line or paragraph separator)",
        '\0' => " (NUL)",
        _ => " (control character)",
    }
}

use crate::check::context::ArticleContext;
use crate::check::difference::name;
use crate::diag::Finding;
use crate::rule;
use crate::source::Span;

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
    // All of them start with one of these bytes: a control character, or the first of U+0080 to U+009F, U+2028 to U+206F.
    if !text
        .bytes()
        .any(|byte| byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t') || matches!(byte, 0x7f | 0xc2 | 0xe2))
    {
        return Vec::new();
    }
    let found = text.char_indices().filter(|(_, c)| is_harmful(*c)).take(MOST);
    found
        .map(|(at, c)| {
            let place = Span::new(context.article.source, at..at + c.len_utf8());
            let message = format!("an invisible character {}{} stands in the text", name(c), kind(c));
            Finding::at(&INVISIBLE_CHARACTER, place, message)
                .caption("here")
                .help("take it out: delete and retype the text around it")
        })
        .collect()
}

/// Tells whether a character controls what is around it: overrides and embeddings of direction, control characters.
fn is_harmful(c: char) -> bool {
    let is_control = c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{85}');
    is_control || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
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

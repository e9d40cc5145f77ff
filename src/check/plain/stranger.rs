//! Words that have the form of a name which is gone, in whatever language.

use std::ops::Range;

use super::words;

/// Returns the first word of `text` that has the form of `value`, in whatever script, and that `counts`:
/// `zahtevana_interakcija` for `interaction_required`.
pub fn find(text: &str, value: &str, mut counts: impl FnMut(&str) -> bool) -> Option<Range<usize>> {
    if value.starts_with('{') && value.ends_with('}') {
        return braced(text, counts);
    }
    if let Some((stem, extension)) = file(value) {
        return other_file(text, stem, extension, counts);
    }
    let form = Form::of(value)?;
    let is_border = |c: char| !(c.is_alphanumeric() || c == '_' || c == '-' && form == Form::Hyphen);
    let mut start = 0;
    for word in text.split(is_border) {
        let range = start..start + word.len();
        start = range.end + text[range.end..].chars().next().map_or(0, char::len_utf8);
        if Form::of(word) == Some(form) && !goes_on_before(text, range.start) && counts(word) {
            return Some(range);
        }
    }
    None
}

/// Returns the name and the extension of a file that belongs to a program.
fn file(value: &str) -> Option<(&str, &str)> {
    let (stem, extension) = value.rsplit_once('.')?;
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    (stem.bytes().all(is_name) && words::FILES.contains(&extension)).then_some((stem, extension))
}

/// Returns the first file of which the name or the extension is another one: `Wert.conf`, `host.Wert` for `host.conf`.
fn other_file(text: &str, stem: &str, extension: &str, mut counts: impl FnMut(&str) -> bool) -> Option<Range<usize>> {
    let is_border = |c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    let words = text.split(is_border).map(|word| word.trim_end_matches('.'));
    let mut words = words.filter_map(|word| Some((word, word.rsplit_once('.')?)));
    let (word, _) = words.find(|(word, (other, behind))| {
        let is_half = (*behind == extension) != (*other == stem);
        is_half && !other.is_empty() && behind.chars().all(char::is_alphabetic) && counts(word)
    })?;
    let start = word.as_ptr() as usize - text.as_ptr() as usize;
    Some(start..start + word.len())
}

/// Returns the first word between braces that `counts`, with them.
fn braced(text: &str, mut counts: impl FnMut(&str) -> bool) -> Option<Range<usize>> {
    let starts = text.match_indices('{').map(|(at, _)| at);
    let mut words = starts.filter_map(|at| Some(at..at + text[at..].find('}')? + 1));
    words.find(|range| {
        let inside = &text[range.start + 1..range.end - 1];
        !inside.is_empty()
            && inside.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
            && counts(&text[range.clone()])
    })
}

/// Tells whether what starts at `at` is a part of a longer name: behind a hyphen, a full stop or the like. Letters
/// of other scripts before a hyphen are a prefix of the language.
pub fn goes_on_before(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let is_joint = before.next().is_some_and(|c| matches!(c, '-' | '_' | '.' | '\\'));
    is_joint && before.next().is_none_or(|c| c.is_ascii_alphanumeric() || c.is_whitespace())
}

/// What joins the parts of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Underscore,
    Hyphen,
    Capitals,
}

impl Form {
    fn of(word: &str) -> Option<Self> {
        let inner =
            || word.chars().zip(word.chars().skip(1)).filter(|(a, b)| a.is_lowercase() && b.is_uppercase()).count();
        let inside = word.trim_matches(['_', '-']);
        if inside.contains('_') {
            Some(Self::Underscore)
        } else if inside.contains('-') {
            let parts = inside.split('-').all(|part| part.starts_with(char::is_uppercase));
            (parts && inner() > 0).then_some(Self::Hyphen)
        } else {
            (inner() > 0 && inside.chars().count() >= 6).then_some(Self::Capitals)
        }
    }
}

//! Words with a capital that follow each other, which authors write for names: `Azure AD Connect`.

use std::ops::Range;

use super::shape;

/// No name has more words.
const LONGEST: usize = 5;

/// Makers, products and keys that have official names in some languages.
pub const LOCALISED: &[&str] =
    &["Bing", "Cortana", "Defender", "Enter", "Internet", "Microsoft", "Store", "Web", "Xbox"];

/// The one of them that stands before names of its products, which are names by themselves.
const MAKER: &str = "Microsoft";

/// Returns where names may stand in a text: words with a capital in a row, each part of such a row, and words with a
/// capital inside.
pub fn names(text: &str) -> Vec<Range<usize>> {
    rows(text).into_iter().flat_map(|row| parts(text, &row)).filter(|range| is_name(text, range)).collect()
}

/// Returns the words of a text that a name may be of, with those that follow each other.
fn rows(text: &str) -> Vec<Vec<Range<usize>>> {
    let is_capital = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase());
    let mut rows: Vec<Vec<Range<usize>>> = Vec::new();
    let mut end = 0;
    while let Some(start) = text[end..].find(|c: char| c.is_ascii_alphanumeric()).map(|at| end + at) {
        let last = end;
        end = word_end(text, start);
        let (word, place) = (&text[start..end], start..end);
        if !is_capital(word) {
            if shape::inner_capitals(word) > 0 {
                rows.push(vec![place]);
            }
            continue;
        }
        match rows.last_mut().filter(|row| row.last().is_some_and(|word| word.end == last)) {
            Some(row) if text[last..start] == *" " && is_capital(&text[row[0].clone()]) => row.push(place),
            _ => rows.push(vec![place]),
        }
    }
    rows
}

/// Returns a row of words, and its parts of two words or more. The first word of a sentence may be any word: what is
/// behind it is a part even if it is a single one.
fn parts(text: &str, row: &[Range<usize>]) -> Vec<Range<usize>> {
    let row = &row[..row.len().min(LONGEST)];
    let from = |first: usize| (first + 1..row.len()).map(move |last| (first, last));
    let pairs = (0..row.len()).flat_map(from);
    let parts = pairs.map(|(first, last)| row[first].start..row[last].end);
    let single = match row {
        [only] => Some(only),
        [first, second] if starts_sentence(text, first.start) => Some(second),
        _ => None,
    };
    parts.chain(single.cloned()).collect()
}

fn starts_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    before.is_empty() || before.ends_with(['.', '!', '?', ':'])
}

/// Returns where the word that begins at `start` ends.
fn word_end(text: &str, start: usize) -> usize {
    text[start..].find(|c: char| !c.is_ascii_alphanumeric()).map_or(text.len(), |length| start + length)
}

/// Tells whether words with capitals may be a name that no language has words for.
fn is_name(text: &str, range: &Range<usize>) -> bool {
    const SHORTEST: usize = 4;
    let name = &text[range.clone()];
    name.len() >= SHORTEST && !name.split(' ').any(|word| LOCALISED.contains(&word)) && shape::stands_alone(text, range)
}

/// Tells whether what stands at `start` is neither the first of a sentence nor behind a colon, nor the rest of a longer
/// row: "Service Switch" of a "Name Service Switch".
pub fn is_amid(text: &str, start: usize) -> bool {
    let before = text[..start].strip_suffix(' ').unwrap_or_default();
    let last = before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let is_first = starts_sentence(text, before.len() - last.len());
    let is_rest = last.starts_with(|c: char| c.is_ascii_uppercase()) && last != MAKER && !is_first;
    !is_rest && before.ends_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, ',' | ')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_rows_of_words_with_capitals_and_their_parts() {
        let found = |text: &'static str| names(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("open Azure AD Connect, then Teams"), ["Azure AD", "Azure AD Connect", "AD Connect", "Teams"]);
        assert_eq!(found("Open Teams. Close it."), ["Open Teams", "Teams", "Close"]);
        assert_eq!(found("the value of sourceAnchor in the AD"), ["sourceAnchor"]);
        assert_eq!(found("see x.Net and the Microsoft Store"), [""; 0]);
    }

    #[test]
    fn the_rest_of_a_row_is_no_name_amid_a_sentence() {
        let check = |text: &str, name: &str| is_amid(text, text.find(name).expect("it is in the text"));
        assert!(
            check("open Azure AD Connect", "Azure")
                && check("Open Teams", "Teams")
                && check("日本 Teams, Delve", "Delve")
        );
        assert!(check("the Microsoft Tech Community", "Tech"));
        assert!(!check("a Name Service Switch", "Service") && !check("Ω Teams", "Teams") && !check("Teams", "Teams"));
    }
}

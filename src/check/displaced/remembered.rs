//! Links of which the site's other articles have the words that stand beside them here.

use super::NEAR;
use super::gloss::without_gloss;
use super::pair::Pair;
use super::text::{folded, is_sign, width};

/// Tells whether what links to the same place say elsewhere in the language stands beside the link.
pub(super) fn is_beside(pair: Pair<'_, '_>) -> bool {
    let Pair { context, link, text, was, .. } = pair;
    // Only of a link that says much less than its origin is it asked.
    if 5 * width(text) > 3 * width(was) {
        return false;
    }
    let text = folded(text);
    let texts: Vec<String> =
        context.memory.texts(pair.locale(), &link.target, link.span).iter().map(|text| folded(text)).collect();
    if texts.is_empty() || texts.iter().any(|other| other.contains(&text) || text.contains(other.as_str())) {
        return false;
    }
    let parts = pair.around().each_ref().map(|part| part.to_lowercase());
    texts.iter().filter(|other| other.chars().count() > 3).any(|other| {
        let [before, behind] = without_gloss(&parts, other).map(|part| part.trim_matches(is_sign));
        let near = |part: &str| part.chars().filter(|c| c.is_alphanumeric()).count() <= NEAR;
        before.rfind(other.as_str()).is_some_and(|at| near(&before[at + other.len()..]))
            || behind.find(other.as_str()).is_some_and(|at| near(&behind[..at]))
            || ends_alike(other.split_whitespace().rev(), before.split_whitespace().rev())
            || ends_alike(other.split_whitespace(), behind.split_whitespace())
    })
}

/// Tells whether the words of a phrase, two or more, stand at the border of a text, their endings apart.
fn ends_alike<'w>(phrase: impl Iterator<Item = &'w str>, text: impl Iterator<Item = &'w str>) -> bool {
    let stem = |word: &'w str| -> Vec<char> { word.chars().filter(|c| c.is_alphanumeric()).collect() };
    let mut text = text.map(stem);
    let mut words = 0;
    for word in phrase.map(stem) {
        let Some(other) = text.next() else { return false };
        let shared = word.iter().zip(&other).take_while(|(left, right)| left == right).count();
        if shared < 2 || 5 * shared < 3 * word.len().max(other.len()) {
            return false;
        }
        words += 1;
    }
    words > 1
}

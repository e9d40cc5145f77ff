//! How alike two texts are.

use std::collections::BTreeMap;

/// The likeness from which two literals in one place are taken for one that was changed.
pub const ENOUGH: f64 = 0.4;

/// Returns the share of pairs of neighbouring characters that two texts have in common (Dice's coefficient
/// over bigrams), from 0.0 to 1.0.
pub fn likeness(left: &str, right: &str) -> f64 {
    if left == right {
        return 1.0;
    }
    let mut counts: BTreeMap<(char, char), usize> = BTreeMap::new();
    let mut total = 0;
    for pair in bigrams(left) {
        *counts.entry(pair).or_default() += 1;
        total += 1;
    }
    let mut shared = 0_usize;
    for pair in bigrams(right) {
        total += 1;
        if let Some(count) = counts.get_mut(&pair).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    if total == 0 { 0.0 } else { 2.0 * shared as f64 / total as f64 }
}

/// Returns the pairs of neighbours in `text`, its ends included, so that short texts have some too.
fn bigrams(text: &str) -> impl Iterator<Item = (char, char)> {
    let start = std::iter::once('\u{2}').chain(text.chars());
    start.zip(text.chars().chain(std::iter::once('\u{3}')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_literals_stay_alike_and_others_do_not() {
        assert!(likeness("Get-Mailbox", "Получить-Mailbox") > ENOUGH);
        assert!(likeness("TokenIssuanceError", "tokenissuanceerror-ada") > ENOUGH);
        assert!(likeness("error", "오류") < ENOUGH);
        assert!(likeness("-Identity", "$true") < ENOUGH);
    }
}

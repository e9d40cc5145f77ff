//! How alike two texts are.

use std::cmp::Ordering;

/// The likeness from which two literals in one place are taken for one that was changed.
pub const ENOUGH: f64 = 0.4;

/// The pairs of neighbouring characters in a text, sorted.
#[derive(Debug, Clone)]
pub struct Bigrams(Vec<(char, char)>);

impl Bigrams {
    pub fn of(text: &str) -> Self {
        let mut pairs: Vec<(char, char)> = bigrams(text).collect();
        pairs.sort_unstable();
        Self(pairs)
    }

    /// Returns the share of pairs that two texts have in common (Dice's coefficient), from 0.0 to 1.0.
    pub fn likeness(&self, other: &Self) -> f64 {
        let (mut left, mut right, mut shared) = (&self.0[..], &other.0[..], 0_usize);
        while let ([first, left_rest @ ..], [second, right_rest @ ..]) = (left, right) {
            match first.cmp(second) {
                Ordering::Less => left = left_rest,
                Ordering::Greater => right = right_rest,
                Ordering::Equal => {
                    (left, right) = (left_rest, right_rest);
                    shared += 1;
                }
            }
        }
        2.0 * shared as f64 / (self.0.len() + other.0.len()) as f64
    }
}

/// Returns how alike two texts are, from 0.0 to 1.0.
pub fn likeness(left: &str, right: &str) -> f64 {
    Bigrams::of(left).likeness(&Bigrams::of(right))
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

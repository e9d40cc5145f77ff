//! Products whose names consist of words, and are no words all the same: `Azure AD Connect`, `Workday`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// The names that their makers leave as they are in every language, one to a line.
const NAMES: &str = include_str!("products.txt");

/// Tells whether a product is sold under this name in all languages.
pub fn is_one(name: &str) -> bool {
    static KNOWN: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| NAMES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect());
    KNOWN.contains(name)
}

/// First words of products that are words of the dictionary, and no product's whole name where another follows in English.
const OPENING: [&str; 8] = ["Active", "Elastic", "Final", "Logic", "Power", "Project", "Surface", "Visual"];

/// Returns what a product's name is without its last word, if that alone is a name of nothing else.
pub fn head(name: &str) -> Option<&str> {
    let (head, _) = name.rsplit_once(' ')?;
    (head.contains(' ') || OPENING.contains(&head)).then_some(head)
}

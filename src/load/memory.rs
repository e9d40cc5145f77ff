//! A tree of files written as one string.

use std::collections::BTreeMap;

use super::tree::Tree;

/// Returns the files that `text` holds: a line `=== path` begins each, and its text goes on to the next one.
///
/// Text before the first such line is left out.
pub fn memory(text: &str) -> Tree {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut current = None;
    for line in text.split_inclusive('\n') {
        if let Some(path) = line.strip_prefix("=== ") {
            current = Some(files.entry(path.trim_end().to_owned()).or_default());
        } else if let Some(file) = &mut current {
            file.push_str(line);
        }
    }
    Tree::Memory(files.into_iter().map(|(path, text)| (path, text.into_bytes().into())).collect())
}

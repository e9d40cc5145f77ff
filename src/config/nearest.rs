//! The nearest name, for "did you mean".

/// Returns the candidate that `name` was most likely meant to be, or `None` where none is near.
///
/// Case, `-` and `_` do not count; of candidates equally near the first one is returned.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = folded(name);
    let near = candidates.into_iter().filter_map(|candidate| {
        let folded = folded(candidate);
        let allowed = allowed(name.len().min(candidate.len()));
        // At least as many edits as one name is longer.
        let is_near = name.len().abs_diff(folded.len()) <= allowed;
        Some((is_near.then(|| distance(&name, &folded, allowed))??, candidate))
    });
    near.min_by_key(|&(distance, _)| distance).map(|(_, candidate)| candidate)
}

/// Returns how many edits two names of `length` may differ by and still be taken for each other.
fn allowed(length: usize) -> usize {
    match length {
        0..=2 => 0,
        3..=5 => 1,
        6..=9 => 2,
        _ => 3,
    }
}

fn folded(name: &str) -> Vec<char> {
    name.chars().filter(|char| !matches!(char, '-' | '_')).flat_map(char::to_lowercase).take(64).collect()
}

/// Returns the edit distance, if it is `allowed`; two neighbours that changed places count as one edit.
fn distance(a: &[char], b: &[char], allowed: usize) -> Option<usize> {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for j in 0..b.len() {
            let replaced = last[j] + usize::from(a[i] != b[j]);
            let mut least = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
        // No later row gets below the least of two neighbours.
        if last.iter().chain(&before).all(|&least| least > allowed) {
            return None;
        }
    }
    Some(last[b.len()]).filter(|distance| *distance <= allowed)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn misspelt_names_find_what_was_meant() {
        let check =
            |name, expected| assert_eq!(nearest(name, ["base_url", "title", "logo", "out"]), expected, "{name}");
        check("baseurl", Some("base_url"));
        check("Base-URL", Some("base_url"));
        check("titel", Some("title"));
        check("lgo", Some("logo"));
        check("uot", Some("out"));
        check("colour", None);
        check("x", None);
        check("", None);
    }
}

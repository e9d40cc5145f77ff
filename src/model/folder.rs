//! Folders of pages, named so that every disk takes them.

/// Returns a path as folders can be named everywhere: what Windows forbids becomes `-`, as do device names,
/// dots and blanks at the end of a name, and the dot in front of one.
pub fn folder(path: &str) -> String {
    path.split('/').map(name).collect::<Vec<_>>().join("/")
}

/// The longest name of a folder, in bytes; Linux, macOS and Windows all take it.
const LONGEST_NAME: usize = 240;

fn name(name: &str) -> String {
    const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
    let mut safe: String = name
        .chars()
        .map(|c| if c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '\\' | '|' | '?' | '*') { '-' } else { c })
        .collect();
    let ends_badly = safe.ends_with(['.', ' ']);
    if ends_badly || safe.starts_with('.') {
        safe = safe.replace('.', "-").trim_end().to_owned();
    }
    let stem = safe.split('.').next().unwrap_or_default();
    let numbered = stem.len() == 4
        && (stem.starts_with("com") || stem.starts_with("lpt"))
        && stem.ends_with(|c: char| c.is_ascii_digit());
    if DEVICES.contains(&stem) || numbered {
        safe.insert(0, '-');
    }
    if safe.len() > LONGEST_NAME {
        let end = (0..=LONGEST_NAME - 17).rev().find(|&at| safe.is_char_boundary(at)).unwrap_or(0);
        safe = format!("{}-{}", &safe[..end], super::digest::short(name.as_bytes()));
    }
    if safe.is_empty() { "-".to_owned() } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_every_disk() {
        assert_eq!(folder("a/con/b:c/.hidden/x."), "a/-con/b-c/-hidden/x-");
        assert!(folder(&"é".repeat(300)).len() <= LONGEST_NAME + 17);
    }
}

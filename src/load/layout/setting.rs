//! Single values from the configuration of other tools, where they stand there in plain words.
//!
//! Nothing is run and nothing is parsed: these files are programs in part. What is not written plainly is not known.

use regex::Regex;

/// Returns the value of `key` in `text`: `key: 'x'`, `key = "x"`, `"key": x`, the first there is.
pub(super) fn value<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    let pattern = format!(r#"(?m)(?:^|[\s{{,])["']?{key}["']?\s*[:=]\s*["']?([A-Za-z0-9_./-]+)"#);
    let found = Regex::new(&pattern).expect("the pattern is well-formed").captures(text)?;
    found.get(1).map(|value| value.as_str())
}

/// Returns the value of `key` that stands next behind `start`, within a few lines.
pub(super) fn value_behind<'t>(text: &'t str, start: &str, key: &str) -> Option<&'t str> {
    const NEAR: usize = 200;
    let rest = &text[text.find(start)? + start.len()..];
    value(&rest[..rest.floor_char_boundary(NEAR)], key)
}

/// Tells whether `word` stands in `text`, and not in a longer word.
pub(super) fn mentions(text: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(is_part) && !text[at + word.len()..].starts_with(is_part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_values_are_read() {
        let check = |text, key, expected| assert_eq!(value(text, key), expected, "{text}");
        check("i18n: { defaultLocale: 'de-AT', locales: ['de-AT', 'ko'] }", "defaultLocale", Some("de-AT"));
        check("defaultContentLanguage = \"ko\"\n", "defaultContentLanguage", Some("ko"));
        check("{\"defaultContentLanguage\": \"ko\"}", "defaultContentLanguage", Some("ko"));
        check("docs_dir: articles/all\n", "docs_dir", Some("articles/all"));
        check("notDefaultLocale: 'x'", "DefaultLocale", None);
        check("defaultLocale: process.env.X", "other", None);
        let root = "locales: { root: { label: 'Deutsch', lang: 'de' }, ko: { label: '한국어', lang: 'ko' } }";
        assert_eq!(value_behind(root, "root", "lang"), Some("de"));
    }

    #[test]
    fn words_are_whole() {
        assert!(mentions("locales: ['en', 'zh-cn']", "zh-cn"));
        assert!(!mentions("locales: ['en', 'zh-cn-x']", "zh-cn") && !mentions("identical", "id"));
    }
}

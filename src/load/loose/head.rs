//! What the beginning of a loose file says of itself.
//!
//! Read line by line and leniently: a file that cannot be read here is read, and judged, as an article later.

use std::collections::BTreeSet;

use super::super::locales::is_locale;
use crate::model::locale::Locale;

/// The front matter's locale and ids, and the explicit anchor of the first heading.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) locale: Option<Locale>,
    pub(super) ids: BTreeSet<String>,
    pub(super) anchor: Option<String>,
    /// The levels of all headings and the values of all code spans, where there are enough of them to tell one
    /// article from another.
    pub(super) outline: Option<String>,
}

/// The keys that say a locale, the surest first.
const LOCALE_KEYS: [&str; 5] = ["ms.contentlocale", "locale", "lang", "language", "languagecode"];

impl Head {
    pub(super) fn of(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let mut lines = text.lines();
        let mut head = Self::default();
        let fence = lines.clone().next().map(str::trim_end).filter(|line| matches!(*line, "---" | "+++"));
        if let Some(fence) = fence {
            lines.next();
            let front: Vec<&str> = lines.by_ref().take_while(|line| line.trim_end() != fence).collect();
            head.front(&front);
        }
        head.outline = outline(lines.clone());
        head.anchor = lines.find(|line| line.starts_with('#')).and_then(anchor);
        head
    }

    fn front(&mut self, lines: &[&str]) {
        let mut best = LOCALE_KEYS.len();
        let mut own = false;
        for (at, line) in lines.iter().enumerate() {
            let Some((name, value)) = key(line) else { continue };
            let name = name.to_ascii_lowercase();
            let rank = LOCALE_KEYS.iter().position(|known| *known == name).filter(|rank| *rank < best);
            if let (Some(rank), Some(tag)) = (rank, scalar(value).filter(|tag| is_locale(tag))) {
                self.locale = tag.parse().ok();
                best = rank;
            }
            if name == "ids" || name == "ms.custom" && !own {
                own = name == "ids";
                self.ids = values(value, &lines[at + 1..]);
            }
        }
    }
}

/// Returns the name and the value of `name: value` or `name = value` at the top level.
fn key(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once([':', '='])?;
    let name = name.trim_end();
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
    is_name.then(|| (name, value.trim()))
}

/// Returns the text of a value without quotes and comment.
fn scalar(value: &str) -> Option<&str> {
    let value = value.trim();
    let text = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split(" #").next()?.trim_end(),
    };
    (!text.is_empty()).then_some(text)
}

/// Returns the values of a list: in brackets, one a line, or a single one.
fn values(value: &str, below: &[&str]) -> BTreeSet<String> {
    let owned = |text: &str| scalar(text).map(str::to_owned);
    match value.strip_prefix('[') {
        Some(list) => list.trim_end_matches(']').split(',').filter_map(owned).collect(),
        None if value.is_empty() => {
            let items = below.iter().map_while(|line| line.trim_start().strip_prefix("- "));
            items.filter_map(owned).collect()
        }
        None => owned(value).into_iter().collect(),
    }
}

/// Returns what articles share with their translations, whatever language they are in.
fn outline<'t>(lines: impl Iterator<Item = &'t str>) -> Option<String> {
    const ENOUGH: usize = 3;
    let mut levels = String::new();
    let mut spans = BTreeSet::new();
    for line in lines {
        levels.extend(line.starts_with('#').then(|| line.bytes().take_while(|byte| *byte == b'#').count().to_string()));
        spans.extend(line.split('`').skip(1).step_by(2).filter(|span| span.len() > 2));
    }
    let spans = (spans.len() >= ENOUGH).then(|| spans.into_iter().collect::<Vec<_>>().join("\n"))?;
    Some(format!("{levels}\n{spans}"))
}

/// Returns the explicit anchor in a heading: `<a name="x">`, `<a id="x">`, `{#x}`.
fn anchor(heading: &str) -> Option<String> {
    let written = ["<a name=\"", "<a id=\"", "{#"].iter().find_map(|start| {
        let rest = &heading[heading.find(start)? + start.len()..];
        rest.split(['"', '}', ' ']).next()
    });
    written.filter(|name| !name.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, locale: Option<&str>, ids: &[&str], anchor: Option<&str>) {
        let head = Head::of(text);
        assert_eq!(head.locale.as_ref().map(Locale::tag), locale, "{text}");
        assert_eq!(head.ids.iter().collect::<Vec<_>>(), ids, "{text}");
        assert_eq!(head.anchor.as_deref(), anchor, "{text}");
    }

    #[test]
    fn files_say_what_they_are() {
        let published =
            "---\nlang: ja\nms.custom:\n- \"12\"\n- 7\nms.contentlocale: ko-KR\n---\n\n# <a name=\"x-y\"></a>Z\n";
        check(published, Some("ko-KR"), &["12", "7"], Some("x-y"));
        check(
            "---\r\nLocale: 'pt-br' # mine\r\nids: [b, a]\r\n---\r\n# T {#t}\r\n",
            Some("pt-BR"),
            &["a", "b"],
            Some("t"),
        );
        check("+++\nlanguage = \"th\"\n+++\n# T\n", Some("th"), &[], None);
        check("# T\n\nlang: ko\n", None, &[], None);
        check("---\nlang: [never closed", None, &[], None);
    }
}

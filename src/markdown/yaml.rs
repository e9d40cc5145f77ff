//! Front matter as keys and values with their places.
//!
//! Nearly all front matter is flat: scalars and lists of scalars, one a line. That form is read here
//! line by line; anything else goes to the YAML library. Both give the same values, and both know where
//! each key stands, which the library does not tell.

use std::borrow::Cow;
use std::ops::Range;

use serde_yaml::Value as Yaml;

use crate::model::front::KEYS;

/// A value; scalars are text as they are written, so that `no` is "no" and `1.10` is "1.10".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value<'t> {
    Null,
    Text(Cow<'t, str>),
    List(Vec<Value<'t>>),
    Map,
}

/// A key with its value; ranges are bytes of the whole text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry<'t> {
    pub name: Cow<'t, str>,
    pub name_range: Range<usize>,
    pub value: Value<'t>,
    pub value_range: Range<usize>,
}

/// Why front matter could not be read, and where; a second place where two things collide.
#[derive(Debug)]
pub(super) struct Problem {
    pub message: String,
    pub range: Range<usize>,
    pub other: Option<Range<usize>>,
}

impl Problem {
    fn new(message: impl Into<String>, range: Range<usize>) -> Self {
        Self { message: message.into(), range, other: None }
    }
}

/// Brackets and indentation deeper than this are refused: no front matter has them.
const MAX_DEPTH: usize = 64;

/// More aliases than these are refused, where there are anchors: no front matter has them.
const MAX_ALIASES: usize = 64;

/// Reads the YAML at `range` of `text` as a map.
pub(super) fn read(text: &str, range: Range<usize>) -> Result<Vec<Entry<'_>>, Problem> {
    let lines: Vec<_> = lines(text, range.clone()).collect();
    if let Some(entries) = flat(text, &lines) {
        twice(text, entries.iter().map(|entry| &entry.name_range))?;
        return Ok(entries);
    }
    let keys = top_level_keys(text, &lines);
    twice(text, keys.iter().map(|(name, _)| name))?;
    by_library(text, range, &keys)
}

/// Returns the lines of `range`, without their ends; LF, CRLF and a lone CR end a line.
pub(super) fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut start = range.start;
    std::iter::from_fn(move || {
        let rest = (start < range.end).then(|| &bytes[start..range.end])?;
        let end = memchr::memchr2(b'\n', b'\r', rest).map_or(range.end, |at| start + at);
        let line = start..end;
        start = end + if bytes[end..range.end].starts_with(b"\r\n") { 2 } else { 1 };
        Some(line)
    })
}

/// Returns the name of the key that starts `line`, where one does, and where its value starts.
fn key(text: &str, line: &Range<usize>) -> Option<(Range<usize>, usize)> {
    let content = &text[line.clone()];
    let first = content.bytes().next()?;
    if first.is_ascii_whitespace()
        || matches!(first, b'#' | b'-' | b'{' | b'[' | b'&' | b'*' | b'!' | b'|' | b'>' | b'%' | b'@' | b'?')
    {
        return None;
    }
    let colon = match first {
        b'"' | b'\'' => {
            let close = 1 + content[1..].find(first as char)?;
            content[close + 1..]
                .trim_start()
                .starts_with(':')
                .then(|| content[close..].find(':'))?
                .map(|at| close + at)?
        }
        _ => content
            .match_indices(':')
            .map(|(at, _)| at)
            .find(|at| content[at + 1..].is_empty() || content[at + 1..].starts_with([' ', '\t']))?,
    };
    let name = content[..colon].trim_end();
    let quotes = usize::from(matches!(first, b'"' | b'\''));
    Some((line.start + quotes..line.start + name.len() - quotes, line.start + colon + 1))
}

/// Returns the keys at the margin, outside block scalars (whose lines are indented anyway).
fn top_level_keys(text: &str, lines: &[Range<usize>]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut keys: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for line in lines {
        match key(text, line) {
            Some((name, value)) => keys.push((name, trimmed(text, value..line.end))),
            None => {
                let content = trimmed(text, line.clone());
                if let (Some((_, value)), false) = (keys.last_mut(), content.is_empty()) {
                    if value.start == value.end {
                        *value = content;
                    } else {
                        value.end = content.end;
                    }
                }
            }
        }
    }
    keys
}

/// Refuses a key that stands twice; the library would keep one of them or name no line.
///
/// A key that means something here is the same in any case; others that differ in case are two.
fn twice<'k>(text: &str, names: impl Iterator<Item = &'k Range<usize>>) -> Result<(), Problem> {
    let mut seen: Vec<(&str, &Range<usize>)> = names
        .map(|name| {
            let written = &text[name.clone()];
            (KEYS.iter().find(|known| written.eq_ignore_ascii_case(known)).copied().unwrap_or(written), name)
        })
        .collect();
    // By length first, for few names are equally long.
    seen.sort_unstable_by_key(|(key, name)| (key.len(), *key, name.start));
    let again = seen.windows(2).filter(|pair| pair[0].0 == pair[1].0).min_by_key(|pair| pair[1].1.start);
    match again {
        Some(pair) => {
            let name = pair[1].1.clone();
            let message = format!("the key `{}` stands twice", &text[name.clone()]);
            Err(Problem { other: Some(pair[0].1.clone()), ..Problem::new(message, name) })
        }
        None => Ok(()),
    }
}

/// Returns `range` without blanks at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let content = &text[range.clone()];
    let start = range.start + (content.len() - content.trim_start_matches([' ', '\t']).len());
    start..(start + text[start..range.end].trim_end_matches([' ', '\t']).len())
}

/// Reads flat front matter, or returns `None` where it is anything else.
fn flat<'t>(text: &'t str, lines: &[Range<usize>]) -> Option<Vec<Entry<'t>>> {
    let mut entries: Vec<Entry<'t>> = Vec::with_capacity(lines.len());
    for line in lines {
        let content = &text[line.clone()];
        if content.trim().is_empty() || content.starts_with('#') {
            continue;
        }
        let item = content.trim_start_matches(' ').strip_prefix("- ");
        if let Some(item) = item {
            let range = trimmed(text, line.end - item.len()..line.end);
            let entry = entries.last_mut()?;
            let value = scalar(&text[range.clone()])?;
            match &mut entry.value {
                Value::List(values) => {
                    values.push(value);
                    entry.value_range.end = range.end;
                }
                Value::Null if entry.value_range.is_empty() => {
                    entry.value = Value::List(vec![value]);
                    entry.value_range = trimmed(text, line.clone()).start..range.end;
                }
                _ => return None,
            }
            continue;
        }
        let (name_range, value) = key(text, line)?;
        let value_range = trimmed(text, value..line.end);
        entries.push(Entry {
            name: Cow::Borrowed(&text[name_range.clone()]),
            value: scalar(&text[value_range.clone()])?,
            name_range,
            value_range,
        });
    }
    Some(entries)
}

/// Reads a scalar that stands on one line and needs no rules of YAML to be understood.
fn scalar(text: &str) -> Option<Value<'_>> {
    let value = match text.bytes().next() {
        None => return Some(Value::Null),
        Some(quote @ (b'"' | b'\'')) => {
            let inner = text[1..].strip_suffix(quote as char).filter(|_| text.len() > 1)?;
            (!inner.contains(['"', '\'', '\\'])).then_some(inner)?
        }
        Some(
            b'[' | b'{' | b'&' | b'*' | b'!' | b'|' | b'>' | b'%' | b'@' | b'`' | b'#' | b'?' | b',' | b']' | b'}',
        ) => return None,
        Some(_) => is_plain(text).then_some(text)?,
    };
    Some(if matches!(text, "~" | "null" | "Null" | "NULL") { Value::Null } else { Value::Text(value.into()) })
}

/// Tells whether a scalar without quotes holds nothing that YAML would read otherwise.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let means_more = |(at, byte): (usize, &u8)| match byte {
        b':' => bytes.get(at + 1).is_none_or(|next| *next == b' '),
        b'#' => at > 0 && bytes[at - 1] == b' ',
        0..0x20 | 0x7f => true,
        // The control characters from U+0080 to U+009F.
        0xc2 => bytes[at + 1] < 0xa0,
        _ => false,
    };
    text != "-" && !text.starts_with("- ") && !bytes.iter().enumerate().any(means_more)
}

/// Reads what is not flat with the YAML library.
fn by_library<'t>(
    text: &'t str,
    range: Range<usize>,
    keys: &[(Range<usize>, Range<usize>)],
) -> Result<Vec<Entry<'t>>, Problem> {
    let yaml = &text[range.clone()];
    too_deep(text, range.clone())?;
    too_many_aliases(text, range.clone())?;
    let value: Yaml =
        serde_yaml::from_str(&with_known_ends(yaml)).map_err(|error| problem(&error, text, range.clone(), keys))?;
    let map = match value {
        Yaml::Mapping(map) => map,
        Yaml::Null => return Ok(Vec::new()),
        _ => return Err(Problem::new("front matter must be a map of keys and values, such as `title: …`", range)),
    };
    let mut entries = Vec::new();
    for (name, value) in map {
        let Some(name) = text_of(&name) else { continue };
        let place = keys.iter().find(|(range, _)| text[range.clone()] == name).cloned();
        let (name_range, value_range) = place.unwrap_or((range.start..range.start, range.start..range.start));
        let raw = &text[value_range.clone()];
        let plain =
            !raw.starts_with(['"', '\'', '|', '>', '!', '&', '*', '[', '{']) && !raw.contains(['\n', '\r', '#']);
        let value = match converted(&value) {
            Value::Text(_) if plain && !matches!(value, Yaml::String(_)) => Value::Text(raw.into()),
            value => value,
        };
        entries.push(Entry { name: name.into(), name_range, value, value_range });
    }
    entries.sort_by_key(|entry| entry.name_range.start);
    Ok(entries)
}

/// Refuses brackets nested too deep before the library sees them: it works in time with their square.
fn too_deep(text: &str, range: Range<usize>) -> Result<(), Problem> {
    let mut depth = 0_usize;
    for line in lines(text, range) {
        let content = &text[line.clone()];
        let indent = content.len() - content.trim_start_matches([' ', '-', '?']).len();
        for (at, byte) in content.bytes().enumerate() {
            match byte {
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > MAX_DEPTH {
                return Err(Problem::new(
                    format!("brackets are nested more than {MAX_DEPTH} deep"),
                    line.start + at..line.start + at + 1,
                ));
            }
        }
        if indent > 4 * MAX_DEPTH {
            return Err(Problem::new(format!("lists are nested more than {MAX_DEPTH} deep"), line));
        }
    }
    Ok(())
}

/// Refuses aliases by the dozen before the library sees them: it works out what they stand for one by one.
fn too_many_aliases(text: &str, range: Range<usize>) -> Result<(), Problem> {
    let bytes = &text.as_bytes()[range.clone()];
    let starting = |sign: u8| {
        bytes.windows(3).enumerate().filter(move |(_, window)| {
            matches!(window[0], b' ' | b'[' | b'{' | b',') && window[1] == sign && window[2].is_ascii_alphanumeric()
        })
    };
    let alias = starting(b'*').nth(MAX_ALIASES).filter(|_| starting(b'&').next().is_some());
    match alias {
        Some((at, _)) => {
            let at = range.start + at + 1;
            Err(Problem::new(format!("there are more than {MAX_ALIASES} aliases"), at..at + 1))
        }
        None => Ok(()),
    }
}

/// Returns `yaml` with a line feed for each carriage return that stands alone: the library does not know that
/// line end. Every byte keeps its place.
fn with_known_ends(yaml: &str) -> Cow<'_, str> {
    if !yaml.contains('\r') {
        return Cow::Borrowed(yaml);
    }
    let pieces = yaml.split("\r\n").map(|piece| piece.replace('\r', "\n"));
    Cow::Owned(pieces.collect::<Vec<_>>().join("\r\n"))
}

/// Returns what the library could not read, in words of the file.
///
/// A quotation mark that is never closed ends at the last line for the library; its author looks where it opens.
fn problem(
    error: &serde_yaml::Error,
    text: &str,
    range: Range<usize>,
    keys: &[(Range<usize>, Range<usize>)],
) -> Problem {
    let opens = |value: &Range<usize>| {
        let value = &text[value.clone()];
        value.starts_with(['"', '\'']) && (value.len() == 1 || !value.ends_with(&value[..1]))
    };
    let ends_early = error.to_string().contains("end of stream");
    if let Some((_, value)) = keys.iter().find(|(_, value)| ends_early && opens(value)) {
        return Problem::new("the quotation mark is not closed", value.start..value.start + 1);
    }
    let at = error.location().map_or(range.start, |location| range.start + location.index()).min(range.end);
    let at = (range.start..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(range.start);
    let words = error.to_string();
    // The library counts lines inside the front matter; ours are those of the file.
    let words = words.split(" at line ").next().unwrap_or_default();
    Problem::new(format!("the front matter is no valid YAML: {words}"), at..at)
}

/// Returns a scalar's text.
fn text_of(value: &Yaml) -> Option<String> {
    match value {
        Yaml::String(text) => Some(text.clone()),
        Yaml::Number(number) => Some(number.to_string()),
        Yaml::Bool(value) => Some(value.to_string()),
        _ => None,
    }
}

fn converted(value: &Yaml) -> Value<'static> {
    match value {
        Yaml::Null => Value::Null,
        Yaml::Sequence(values) => Value::List(values.iter().map(converted).collect()),
        Yaml::Mapping(_) => Value::Map,
        Yaml::Tagged(tagged) => converted(&tagged.value),
        scalar => text_of(scalar).map_or(Value::Null, |text| Value::Text(text.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, Value<'_>)]) {
        let entries = read(text, 0..text.len()).expect("it is YAML");
        let found: Vec<_> = entries.iter().map(|entry| (&*entry.name, entry.value.clone())).collect();
        assert_eq!(found, expected, "{text}");
    }

    fn text(text: &str) -> Value<'_> {
        Value::Text(text.into())
    }

    #[test]
    fn scalars_are_text_as_written() {
        check(
            "title: no\nversion: 1.10\nempty:\nquoted: \"a: b\"\n",
            &[("title", text("no")), ("version", text("1.10")), ("empty", Value::Null), ("quoted", text("a: b"))],
        );
        check(
            "title: >\n  folded\n  text\nversion: 1.10\n",
            &[("title", text("folded text\n")), ("version", text("1.10"))],
        );
    }

    #[test]
    fn lists_come_in_three_forms() {
        let list = Value::List(vec![text("a"), text("1")]);
        check("ids:\n- \"a\"\n- 1\n", &[("ids", list.clone())]);
        check("ids:\n  - a\n  - 1\n", &[("ids", list.clone())]);
        check("ids: [a, 1]\n", &[("ids", list)]);
    }

    #[test]
    fn places_are_those_of_the_text() {
        let front = "a: 1\r\nlist:\r\n- x\r\n- y\r\nb: [z]\r\n";
        let entries = read(front, 0..front.len()).expect("it is YAML");
        let values: Vec<_> = entries.iter().map(|entry| &front[entry.value_range.clone()]).collect();
        assert_eq!(values, ["1", "- x\r\n- y", "[z]"]);
    }

    #[test]
    fn what_cannot_be_read_says_where() {
        let problem = |text: &str| {
            read(text, 0..text.len()).map_err(|problem| (problem.message, problem.range)).expect_err("it is broken")
        };
        assert_eq!(problem("a: 1\na: 2\n"), ("the key `a` stands twice".to_owned(), 5..6));
        assert!(problem("- a\n- b\n").0.contains("must be a map"));
        assert!(problem(&"[".repeat(10_000)).0.contains("nested"));
        assert_eq!(problem("a: \"open\nb: c\n"), ("the quotation mark is not closed".to_owned(), 3..4));
        assert!(problem("a: &a [x, x]\nb: &b [*a, *a]\n\tc: d").0.contains("no valid YAML"));
    }
}

//! Front matter in TOML, between two lines `+++`, as Hugo has it: its flat keys at the top, and nothing else.
//!
//! Whoever writes it has a tool that judges it. What has another form here is passed over.

use std::ops::Range;

use super::yaml::{self, Entry, Value};

/// Returns the keys of `range` that have a plain value.
pub(super) fn read(text: &str, range: Range<usize>) -> Vec<Entry<'_>> {
    let lines = yaml::lines(text, range);
    let top = lines.take_while(|line| !text[line.clone()].starts_with('['));
    top.filter_map(|line| entry(text, line)).collect()
}

fn entry(text: &str, line: Range<usize>) -> Option<Entry<'_>> {
    let (name, value) = text[line.clone()].split_once('=')?;
    let (bare, written) = (name.trim(), value.trim());
    let is_name = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte));
    let start = line.start + name.len() + 1 + (value.len() - value.trim_start().len());
    let name_start = line.start + (name.len() - name.trim_start().len());
    is_name.then_some(())?;
    Some(Entry {
        name: bare.into(),
        name_range: name_start..name_start + bare.len(),
        value: self::value(written)?,
        value_range: start..start + written.len(),
    })
}

/// Reads a string, a list of strings, or a bare value.
fn value(written: &str) -> Option<Value<'static>> {
    if written.starts_with("\"\"\"") || written.starts_with("'''") || written.starts_with('{') {
        return None;
    }
    let Some(list) = written.strip_prefix('[') else { return scalar(written) };
    let items = list.strip_suffix(']')?.split(',').map(str::trim).filter(|item| !item.is_empty());
    items.map(scalar).collect::<Option<Vec<_>>>().map(Value::List)
}

fn scalar(written: &str) -> Option<Value<'static>> {
    let text = match written.chars().next()? {
        '\'' => written[1..].split('\'').next()?.to_owned(),
        '"' => quoted(&written[1..])?,
        _ => written.split('#').next()?.trim().to_owned(),
    };
    Some(Value::Text(text.into()))
}

/// Reads a string up to its closing quotation mark.
fn quoted(written: &str) -> Option<String> {
    let mut text = String::new();
    let mut chars = written.chars();
    loop {
        match chars.next()? {
            '"' => return Some(text),
            '\\' => match chars.next()? {
                'n' => text.push('\n'),
                't' => text.push('\t'),
                sign @ ('"' | '\\') => text.push(sign),
                _ => return None,
            },
            c => text.push(c),
        }
    }
}

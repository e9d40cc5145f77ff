//! The layers of the code: a module uses modules of lower layers only.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules in layers, the lowest first; modules of one layer do not use each other.
const LAYERS: [&[&str]; 11] = [
    &["source"],
    &["model"],
    &["diag"],
    &["config"],
    &["load", "markdown", "i18n"],
    &["catalog"],
    &["check", "render", "report", "exchange"],
    &["output"],
    &["pipeline"],
    &["serve", "lsp", "publish"],
    &["cli"],
];

/// Crates that one module alone may name.
const HOMES: [(&str, &[&str]); 13] = [
    ("pulldown_cmark", &["markdown"]),
    ("serde_yaml", &["markdown"]),
    ("tera", &["render"]),
    ("fluent", &["i18n"]),
    ("fluent_syntax", &["i18n"]),
    ("annotate_snippets", &["report"]),
    ("clap", &["cli"]),
    ("rustix", &["load", "output"]),
    ("tempfile", &["output"]),
    ("walkdir", &["load"]),
    ("ammonia", &["render"]),
    ("brotli", &["output"]),
    ("flate2", &["output"]),
];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|modules| modules.contains(&module))
}

/// Returns all Rust files below `folder`, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the sources are there").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> = entries.collect();
    paths.sort();
    let inside = |path: PathBuf| match path.is_dir() {
        true => files(&path),
        false => Some(path).filter(|path| path.extension().is_some_and(|end| end == "rs")).into_iter().collect(),
    };
    paths.into_iter().flat_map(inside).collect()
}

/// Returns the code of a file without comments.
fn code(text: &str) -> String {
    let kept = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    kept.collect::<Vec<_>>().join("\n")
}

/// Returns the modules that `code` names behind `crate::`, one by one or in braces.
fn used(code: &str) -> Vec<String> {
    let name = |text: &str| -> String { text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect() };
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => names.extend(in_braces(list).into_iter().map(|item| name(item.trim()))),
            None => names.push(name(rest)),
        }
    }
    names
}

/// Returns the items up to the brace that closes a list, split at its own commas.
fn in_braces(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut items) = (0_usize, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                items.push(&list[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    items
}

/// Returns each file with its module and its code; `lib.rs` and `main.rs` belong to none.
fn modules() -> Vec<(String, String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let of_file = |path: PathBuf| {
        let inside = path.strip_prefix(&src).expect("the file is below src").to_path_buf();
        let first = inside.iter().next().expect("a path has a part").to_string_lossy().into_owned();
        let module = first.strip_suffix(".rs").unwrap_or(&first).to_owned();
        let text = fs::read_to_string(&path).expect("sources are UTF-8");
        (inside.display().to_string(), module, code(&text))
    };
    let is_module = |(_, module, _): &(String, String, String)| module != "lib" && module != "main";
    files(&src).into_iter().map(of_file).filter(is_module).collect()
}

#[test]
fn modules_use_lower_layers_only() {
    let mut wrong = Vec::new();
    for (path, module, code) in modules() {
        let Some(own) = layer(&module) else {
            wrong.push(format!("{path}: the module `{module}` is in no layer"));
            continue;
        };
        for name in used(&code).into_iter().filter(|name| *name != module) {
            if layer(&name).is_some_and(|other| other >= own) {
                wrong.push(format!("{path}: `{module}` uses `{name}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn some_crates_have_one_home() {
    let mut wrong = Vec::new();
    for (path, module, code) in modules() {
        for (name, homes) in HOMES {
            let names_it = code.contains(&format!("{name}::")) || code.contains(&format!("use {name};"));
            if names_it && !homes.contains(&module.as_str()) {
                wrong.push(format!("{path}: `{name}` belongs to `{}`", homes.join("`, `")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn files_are_read_and_written_in_their_homes() {
    let wrong: Vec<String> = modules()
        .into_iter()
        .filter(|(_, module, code)| code.contains("std::fs") && !["load", "output"].contains(&module.as_str()))
        .map(|(path, ..)| path)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

//! Full-text search: the index that a build writes, and what the browser finds in it.
//!
//! What is found is tested by `tests/search`, run by Node.js alone. Without it that test says so and passes, except
//! in CI, where it fails.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::common::{node, succeed};

/// Writes the site that `text` holds into a folder of its own, builds it, and returns the folder of the built site.
fn build(name: &str, text: &str, threads: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("search").join(name);
    let _ = fs::remove_dir_all(&folder);
    for file in text.split("=== ").skip(1) {
        let (path, text) = file.split_once('\n').expect("a path has a line of its own");
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a writable folder");
        fs::write(path, text).expect("a writable file");
    }
    let out = folder.join("out");
    let mut build = Command::new(env!("CARGO_BIN_EXE_faultbook"));
    build.arg("build").arg(&folder).arg("--out").arg(&out).arg("--quiet").env("RAYON_NUM_THREADS", threads);
    succeed(&mut build);
    out
}

/// Returns all files of an index by their paths below its folder.
fn index(out: &Path, locale: &str) -> BTreeMap<String, String> {
    let folder = out.join("_/search").join(locale);
    let list = out.join(locale).join("search/index.txt");
    let mut files = BTreeMap::from([("index.txt".to_owned(), fs::read_to_string(list).expect("plain text"))]);
    let mut open = vec![folder.clone()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).expect("the index is there").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                open.push(entry);
                continue;
            }
            let name = entry.strip_prefix(&folder).expect("inside").to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read_to_string(&entry).expect("plain text"));
        }
    }
    files
}

/// A locale of many articles, in which each word of the body is rarer than the one before.
fn many() -> String {
    let mut text = String::new();
    for number in 0..700 {
        let words: String = (1..40).filter(|word| number % word == 0).map(|word| format!(" word{word}x")).collect();
        let _ = write!(
            text,
            "=== content/ko/a{number}.md\n---\ntitle: 문서\n---\n# 문서 {number} 제목\n\n본문{words}. 가나{}다\n",
            "라".repeat(number % 7)
        );
    }
    text
}

/// A site of the articles that the questions in `tests/search/questions.json` are about.
fn asked_about() -> String {
    #[derive(serde::Deserialize)]
    struct Language {
        articles: Vec<(String, String)>,
    }
    let languages: BTreeMap<String, Language> =
        serde_json::from_str(include_str!("../search/questions.json")).expect("articles and questions");
    let mut text = String::new();
    for (locale, Language { articles }) in languages {
        for (number, (title, body)) in articles.iter().enumerate() {
            let _ = write!(text, "=== content/{locale}/a{number}.md\n---\ntitle: {title}\n---\n# {title}\n\n{body}\n");
        }
    }
    text
}

#[test]
fn what_articles_say_is_found_in_their_language() {
    let out = build("languages", include_str!("../search/site.txt"), "2");
    let asked = build("questions", &asked_about(), "2");
    let Some(mut node) = node("tests/search") else { return };
    succeed(node.args(["--test", "search.test.mjs"]).env("SITE", out).env("ASKED", asked));
}

#[test]
fn files_of_an_index_are_small() {
    let files = index(&build("small", &many(), "2"), "ko");
    assert!(files["index.txt"].len() < 1024, "{}", files["index.txt"]);
    let shards: Vec<_> = files.iter().filter(|(name, _)| name.contains("/s")).collect();
    assert!(shards.len() > 1);
    for (name, text) in shards {
        assert!(text.len() <= 5 << 10, "{name} has {} bytes", text.len());
        for line in text.lines() {
            let postings = line.split_once(' ').map_or("", |(_, postings)| postings);
            let count = postings.chars().skip(1).filter(char::is_ascii_uppercase).count();
            assert!(count <= 150, "{count} postings: {line}");
        }
    }
}

#[test]
fn an_index_is_the_same_for_any_number_of_threads() {
    let one = index(&build("one", &many(), "1"), "ko");
    let four = index(&build("four", &many(), "4"), "ko");
    assert!(one == four);
}

#[test]
fn a_site_without_search_has_no_index() {
    let text =
        "=== faultbook.toml\n[build]\nsearch = false\n=== content/en/a.md\n---\ntitle: A\n---\n# Alpha\n\nText.\n";
    let out = build("without", text, "2");
    assert!(!out.join("_/search").exists());
    let page = fs::read_to_string(out.join("en/search/index.html")).expect("a page of results");
    assert!(!page.contains("data-search"), "{page}");
    let scripts = fs::read_dir(out.join("_")).expect("assets").map(|entry| entry.expect("an entry").file_name());
    let scripts: Vec<_> = scripts.filter_map(|name| name.into_string().ok()).collect();
    assert!(scripts.iter().all(|name| !name.starts_with("search.") && !name.starts_with("results.")), "{scripts:?}");
}

#[test]
fn a_locale_without_articles_of_its_own_is_not_searched() {
    let text = "=== content/en/a.md\n---\ntitle: A\n---\n# Alpha\n\nText.\n=== content/de/b.md\n---\ntitle: B\n---\n# Beta\n\nText.\n";
    let files = index(&build("fallback", text, "2"), "de");
    let documents: Vec<_> = files.iter().filter(|(name, _)| name.contains("/d")).collect();
    assert_eq!(documents.len(), 1);
    assert_eq!(documents[0].1, "b\tBeta\t\n");
}

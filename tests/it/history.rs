//! Translations that name the commit of their source: which passages have changed since.

use std::fs;

use serde_json::Value;

use crate::cli::Site;
use crate::limits::git;

const SOURCE: &str = "\
---
title: An error
date: 2026-01-01
---
# An error

The first paragraph says *this*.

- `one_two` is an item.
- Another item.

| Name | Meaning |
|---|---|
| `a_b` | A cell |

The last paragraph.
";

const TRANSLATION: &str = "\
# 오류

첫 문단은 *이것*을 말합니다.

- `one_two`는 항목입니다.
- 다른 항목.

| 이름 | 뜻 |
|---|---|
| `a_b` | 칸 |

마지막 문단.
";

/// A repository with an article and its translation, which names the commit of its source.
struct Translated {
    site: Site,
}

impl Translated {
    fn new() -> Self {
        let site = Site::new("");
        site.write("content/en/a.md", SOURCE);
        git(&site, &["init", "--quiet"]);
        git(&site, &["add", "."]);
        git(&site, &["commit", "--quiet", "-m", "One"]);
        let translated = Self { site };
        let commit = git(&translated.site, &["rev-parse", "HEAD"]);
        translated.stamp("ko", "source_commit", commit.trim());
        translated
    }

    fn stamp(&self, locale: &str, key: &str, commit: &str) {
        let title = "title: 오류";
        self.site
            .write(&format!("content/{locale}/a.md"), format!("---\n{title}\n{key}: {commit}\n---\n{TRANSLATION}"));
    }

    /// Changes the source, and returns what the check says of it.
    fn changed(&self, old: &str, new: &str) -> Vec<Value> {
        assert!(SOURCE.contains(old));
        self.site.write("content/en/a.md", SOURCE.replace(old, new));
        self.found()
    }

    fn found(&self) -> Vec<Value> {
        let run = self.site.run(&["check", "--format", "json"]);
        assert_eq!(run.stderr, "");
        let document: Value = serde_json::from_str(&run.stdout).expect("a document");
        document["findings"].as_array().expect("a list").clone()
    }

    /// Changes the source, and expects one finding at these lines of the translation and of the source.
    #[track_caller]
    fn check(&self, old: &str, new: &str, lines: (u64, u64), message: &str) {
        let found = self.changed(old, new);
        assert_eq!(found.len(), 1, "{found:#?}");
        let line = |place: &str| found[0][place]["start"]["line"].as_u64().expect("a line");
        assert_eq!((&found[0]["rule"], &found[0]["severity"]), (&"translation-outdated".into(), &"warning".into()));
        assert_eq!((line("place"), line("origin")), lines, "{found:#?}");
        assert!(found[0]["message"].as_str().expect("a message").contains(message), "{found:#?}");
    }
}

#[test]
fn what_has_changed_is_shown_at_its_translation() {
    let translated = Translated::new();
    assert_eq!(translated.found(), Vec::<Value>::new());
    translated.check("says *this*", "says *that*", (7, 7), "has changed");
    translated.check("Another item", "One more item", (10, 10), "has changed");
    translated.check("A cell", "One cell", (14, 14), "has changed");
    translated.check("The last", "A new one.\n\nThe last", (14, 16), "new passage");
    translated.check("The last paragraph.\n", "", (16, 14), "no longer has");
    translated.check("title: An error", "title: Some error", (2, 2), "has changed");
}

#[test]
fn the_older_text_is_told() {
    let found = Translated::new().changed("says *this*", "says *that*");
    assert_eq!(found[0]["evidence"], "it read: The first paragraph says this.");
}

#[test]
fn where_no_sentence_changed_nothing_is_said() {
    let translated = Translated::new();
    for (old, new) in [("2026-01-01", "2026-02-02"), ("*this*", "_this_"), ("*this*", "**this**"), ("\n", "\r\n")] {
        assert_eq!(translated.changed(old, new), Vec::<Value>::new(), "{new}");
    }
    translated.site.run(&["check"]).expect(0).reports("1 translation: 1 current");
    translated.changed("says *this*", "says *that*");
    translated.site.run(&["check"]).expect(0).reports("1 translation: 1 outdated");
}

#[test]
fn what_differs_because_of_the_change_is_not_reported_again() {
    let translated = Translated::new();
    translated.check("`one_two` is an item", "`one_three` is an item", (9, 9), "has changed");
    translated.check("The last", "`new_literal`\n\nThe last", (14, 16), "new passage");
    let found = translated.changed("Another item", "One more item");
    assert_eq!(found.len(), 1);
    let korean = translated.site.read("content/ko/a.md");
    translated.site.write("content/ko/a.md", korean.replace("`a_b`", "`a_c`"));
    let rules: Vec<Value> = translated.found().iter().map(|one| one["rule"].clone()).collect();
    assert_eq!(rules, ["translation-outdated", "literal-differs"]);
}

#[test]
fn a_text_that_was_written_anew_is_one_finding() {
    let translated = Translated::new();
    let anew: String = (1..9).map(|number| format!("## Part {number}\n\nText {number}.\n\n")).collect();
    translated.site.write("content/en/a.md", format!("# An error\n\n{anew}"));
    let found = translated.found();
    let outdated: Vec<_> = found.iter().filter(|one| one["rule"] == "translation-outdated").collect();
    assert_eq!(outdated.len(), 1, "{found:#?}");
    assert!(outdated[0]["message"].as_str().expect("a message").contains("passages of the source have changed"));
}

#[test]
fn published_keys_and_short_commits_are_understood() {
    let translated = Translated::new();
    let commit = git(&translated.site, &["rev-parse", "--short=9", "HEAD"]);
    translated.stamp("ko", "ms.sourcegitcommit", commit.trim());
    translated.check("says *this*", "says *that*", (7, 7), "has changed");
}

#[test]
fn what_git_does_not_know_says_nothing() {
    let translated = Translated::new();
    for commit in ["0123456789012345678901234567890123456789", "abcdef0", "main", "--help", "HEAD"] {
        translated.stamp("ko", "source_commit", commit);
        assert_eq!(translated.changed("says *this*", "says *that*"), Vec::<Value>::new(), "{commit}");
    }
    let translated = Translated::new();
    translated.changed("says *this*", "says *that*");
    let mut command = translated.site.command(&["check", "--format", "json"]);
    let run = command.env("PATH", translated.site.path("nowhere")).output().expect("the program to start");
    assert_eq!((run.status.code(), &*run.stderr), (Some(0), &b""[..]));
    fs::remove_dir_all(translated.site.path(".git")).expect("a folder");
    assert_eq!(translated.found(), Vec::<Value>::new());
}

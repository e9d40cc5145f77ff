//! SARIF against the schema of OASIS, by a validator that is not ours: `tests/sarif`, with Ajv.
//!
//! Without Node.js or the npm packages this test says so and passes, except in CI, where it fails.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::common::{node, samples, succeed};

/// A literal that was translated, a character that is not seen, links to nowhere and a file that cannot be read,
/// under names that need escapes.
const DRIFTED: &str = "\
=== content/en/a b#1.md
# An error

`invalid_scope: The requested  scope is invalid.` See [this](gone.md).
=== content/ko/a b#1.md
\u{feff}# 오류

😀 `invalid_scope: The requested scope is invalid.` See [this](gone.md).
=== content/ar/a b#1.md
# خطأ

`invalid_scope: The requested  scope is invalid.` \u{202e}See [this](gone.md).
=== content/ru/broken.md
---
title: [
---
# Ошибка
=== content/xx-yy-zz/a.md
# Text
";

#[test]
fn logs_are_valid_by_the_schema() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sarif");
    let drifted = site(&folder.join("drifted"), DRIFTED);
    let clean = site(&folder.join("clean"), "=== content/en/a.md\n# An error\n\nText.\n");
    let mut logs = vec![log(&drifted, &folder.join("drifted.sarif")), log(&clean, &folder.join("clean.sarif"))];
    for name in ["seeds", "corpus"] {
        logs.extend(samples(name).map(|site| log(&site, &folder.join(format!("{name}.sarif")))));
    }
    let text = fs::read_to_string(&logs[0]).expect("a log");
    check_regions(&drifted, &serde_json::from_str(&text).expect("a log is JSON"));
    let Some(mut validator) = node("tests/sarif") else { return };
    succeed(validator.arg("validate.mjs").args(&logs));
}

/// Regions by bytes and by characters name the same text, and the fix is one that can be made.
fn check_regions(site: &Path, log: &Value) {
    let results = log["runs"][0]["results"].as_array().expect("results");
    let fixed = results.iter().find(|result| result["ruleId"] == "literal-differs").expect("the literal differs");
    let change = &fixed["fixes"][0]["artifactChanges"][0];
    assert_eq!(fixed["fixes"][0]["properties"]["applicability"], "safe");
    assert_eq!(change["artifactLocation"]["uri"], "content/ko/a%20b%231.md");
    let text = fs::read_to_string(site.join("content/ko/a b#1.md")).expect("an article");
    let region = &change["replacements"][0]["deletedRegion"];
    let number = |name: &str| usize::try_from(region[name].as_u64().expect(name)).expect("a small number");
    let at = number("byteOffset");
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    assert_eq!(number("startLine"), before.matches('\n').count() + 1);
    assert_eq!(number("startColumn"), text[line_start..at].chars().count() + 1);
    assert_eq!(number("endColumn"), number("startColumn") + text[at..at + number("byteLength")].chars().count());
    let inserted = change["replacements"][0]["insertedContent"]["text"].as_str().expect("a text");
    let new = format!("{before}{inserted}{}", &text[at + number("byteLength")..]);
    assert_eq!(new, text.replace("requested scope", "requested  scope"));
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("a small number");
        let rule = &log["runs"][0]["tool"]["driver"]["rules"][index];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(
            ["error", "warning", "note"].contains(&rule["defaultConfiguration"]["level"].as_str().expect("a level"))
        );
        assert!(!rule["help"]["text"].as_str().expect("a text").is_empty());
    }
}

/// Writes the files that `text` holds, and nothing else, into `folder`.
fn site(folder: &Path, text: &str) -> PathBuf {
    let _ = fs::remove_dir_all(folder);
    for file in text.split("=== ").skip(1) {
        let (path, text) = file.split_once('\n').expect("a path and a text");
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a writable folder");
        fs::write(path, text).expect("a writable file");
    }
    folder.to_owned()
}

/// Checks `site` and returns where its log was written to.
fn log(site: &Path, to: &Path) -> PathBuf {
    let mut check = Command::new(env!("CARGO_BIN_EXE_faultbook"));
    check.args(["check", "--format", "sarif"]).current_dir(site).stdin(Stdio::null());
    let done = check.output().expect("the program to start");
    assert!(done.status.code().is_some_and(|code| code < 2), "{}", String::from_utf8_lossy(&done.stderr));
    fs::write(to, done.stdout).expect("a writable file");
    to.to_owned()
}

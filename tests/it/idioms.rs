//! What good translators do, in many languages: none of it is a defect.
//!
//! Each file of `idioms/` holds pairs of lines in one locale, the English one and its translation, with an empty line
//! behind each pair; `\n` stands for a line end.

use std::fs;
use std::path::PathBuf;

use faultbook::diag::Severity;

use crate::site::{line, site};

/// The fewest pairs that show something.
const ENOUGH: usize = 150;

#[test]
fn what_good_translators_do_is_no_defect() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/idioms");
    let mut text = String::new();
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        let tag = path.file_stem().and_then(|stem| stem.to_str()).expect("files are named after locales");
        let pairs = fs::read_to_string(&path).expect("the file can be read");
        for (number, pair) in pairs.trim_end().split("\n\n").enumerate() {
            let (english, translation) = pair.split_once('\n').expect("two lines");
            let [english, translation] = [english, translation].map(|line| line.replace("\\n", "\n"));
            text += &format!("=== content/en/{tag}-{number}.md\n# Heading\n\n{english}\n");
            text += &format!("=== content/{tag}/{tag}-{number}.md\n# X\n\n{translation}\n");
            count += 1;
        }
    }
    let site = site(&text);
    let alarms = site.findings.iter().filter(|finding| finding.severity > Severity::Note);
    let alarms: Vec<String> = alarms.map(|finding| line(&site, finding)).collect();
    assert!(alarms.is_empty(), "{} alarms:\n{}", alarms.len(), alarms.join("\n"));
    assert!(count >= ENOUGH, "only {count} pairs");
}

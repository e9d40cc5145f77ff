//! `check --baseline`: what is accepted, what is new, and what no longer occurs.

use serde_json::Value;

use crate::cli::Site;

/// A site in which the Korean and the Russian article each have translated a parameter.
const OLD: &str = "\
=== content/en/a.md
# An error

`invalid_scope: The requested scope is invalid.`

`invalid_grant: The provided grant is invalid.`
=== content/ko/a.md
# 오류

`invalid_scope: 요청한 범위가 잘못되었습니다.`

`invalid_grant: The provided grant is invalid.`
=== content/ru/a.md
# Ошибка

`invalid_scope: Область недействительна.`

`invalid_grant: The provided grant is invalid.`
";

const UPDATE: [&str; 4] = ["check", "--baseline", "baseline.toml", "--update-baseline"];
const CHECK: [&str; 3] = ["check", "--baseline", "baseline.toml"];

/// Returns a site whose findings are all accepted.
fn accepted() -> Site {
    let site = Site::new(OLD);
    site.run(&UPDATE).expect(0).says("Accepted 2 findings in baseline.toml");
    site
}

#[test]
fn what_is_found_today_is_accepted() {
    let site = accepted();
    let text = site.read("baseline.toml");
    let entries: Vec<&str> = text.lines().filter(|line| line.contains("fingerprint")).collect();
    assert_eq!(entries.len(), 2, "{text}");
    assert!(entries[0].starts_with("  { file = \"content/ko/a.md\", rule = \"literal-differs\", fingerprint = \""));
    site.run(&CHECK).expect(0).reports("no findings in 3 articles, 3 locales (2 in the baseline)");
    site.run(&["check"]).expect(1);
    let run = site.run(&["check", "--baseline", "baseline.toml", "--format", "json"]).expect(0);
    let document: Value = serde_json::from_str(&run.stdout).expect("a document");
    assert_eq!((&document["summary"]["accepted"], &document["findings"]), (&2.into(), &Value::Array(Vec::new())));
    let sarif = site.run(&["check", "--baseline", "baseline.toml", "--format", "sarif"]).expect(0);
    assert!(!sarif.stdout.contains("\"ruleId\": \"literal-differs\""), "{}", sarif.stdout);
}

#[test]
fn new_findings_are_reported_wherever_the_old_ones_stand_by_now() {
    let site = accepted();
    let korean = site.read("content/ko/a.md");
    site.write("content/ko/a.md", korean.replace("# 오류\n", "# 오류\n\n새 문단.\n\n또 하나.\n"));
    site.run(&CHECK).expect(0);
    site.write("content/ko/a.md", korean.replace("The provided", "제공된"));
    site.run(&CHECK).expect(1).reports("1 error in").reports("제공된");
}

#[test]
fn the_folder_in_which_it_is_run_does_not_matter() {
    let site = accepted();
    for (folder, baseline, args) in [
        ("content", "../baseline.toml", &[".."][..]),
        ("content", "../baseline.toml", &[]),
        ("content/ko", "../../baseline.toml", &["../.."]),
        ("content/ko", "../../baseline.toml", &["."]),
        ("content", "../baseline.toml", &["--locale", "ko"]),
        ("", "./baseline.toml", &["content"]),
    ] {
        let mut command = site.command(&[&["check", "--baseline", baseline], args].concat());
        let output = command.current_dir(site.path(folder)).output().expect("the program to start");
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && text.contains("in the baseline)"), "{folder} {args:?}: {text}");
        assert!(!text.contains("baseline-outdated"), "{folder} {args:?}: {text}");
    }
}

#[test]
fn equal_findings_count_one_by_one() {
    let link = "[x](gone.md)\n\n";
    let site = Site::new(&format!("=== content/en/a.md\n# A\n\n{link}{link}"));
    site.run(&UPDATE).expect(0).says("Accepted 2 findings");
    site.write("content/en/a.md", format!("# A\n\n{link}{link}{link}"));
    site.run(&CHECK).expect(0).reports("1 warning in 1 article, 1 locale (2 in the baseline)");
    site.write("content/en/a.md", format!("# A\n\n{link}"));
    site.run(&CHECK).expect(0).reports("an entry of the baseline no longer occurs");
}

#[test]
fn what_no_longer_occurs_is_reported_where_the_check_looked() {
    let site = accepted();
    site.write("content/ko/a.md", site.read("content/en/a.md"));
    let run = site.run(&CHECK).expect(0).reports("note[baseline-outdated]").reports("baseline.toml:5:");
    run.reports("`faultbook check --baseline baseline.toml --update-baseline`");
    let with = |args: &[&str]| site.run(&[&CHECK, args].concat()).expect(0).stdout;
    assert!(with(&["content/ko"]).contains("baseline-outdated"));
    assert!(with(&["--locale", "ko"]).contains("baseline-outdated"));
    assert!(with(&["--rule", "literal-*"]).contains("baseline-outdated"));
    for elsewhere in [["content/ru", "--strict"], ["--rule", "link-broken"], ["--locale", "ru"]] {
        assert!(!with(&elsewhere).contains("baseline-outdated"), "{elsewhere:?}");
    }
    site.run(&UPDATE).expect(0).says("Accepted 1 finding in");
    assert!(!with(&[]).contains("baseline-outdated"));
}

#[test]
fn an_update_of_a_part_keeps_the_rest() {
    let site = accepted();
    let before = site.read("baseline.toml");
    site.write("content/ko/a.md", site.read("content/en/a.md"));
    site.run(&[&UPDATE[..], &["content/ru"]].concat()).expect(0);
    assert_eq!(site.read("baseline.toml"), before);
    site.run(&[&UPDATE[..], &["content/ko"]].concat()).expect(0);
    assert_eq!(site.read("baseline.toml").lines().count(), before.lines().count() - 1);
}

#[test]
fn what_blocks_is_never_accepted() {
    let site = Site::new("=== content/en/a.md\n---\ntitle: [\n---\n# A\n\n[x](gone.md)\n");
    site.run(&UPDATE).expect(1).reports("error[front-matter-invalid]");
    assert!(!site.read("baseline.toml").contains("front-matter-invalid"));
    site.run(&CHECK).expect(1);
}

#[test]
fn the_configuration_names_a_baseline() {
    let site = Site::new(&format!("=== faultbook.toml\n[check]\nbaseline = \"known/errors.toml\"\n{OLD}"));
    site.run(&["check"]).expect(2).says("no baseline `known/errors.toml`");
    site.run(&["check", "--update-baseline"]).expect(0).says("in known/errors.toml");
    site.run(&["check"]).expect(0).reports("(2 in the baseline)");
    site.run(&["check", "--no-baseline"]).expect(1).reports("2 errors in");
}

#[test]
fn a_baseline_that_cannot_be_read_says_where_and_what_to_do() {
    let site = Site::new(OLD);
    let run = site.run(&CHECK).expect(2).says("there is no baseline `baseline.toml`");
    run.says("type `faultbook check --baseline baseline.toml --update-baseline`");
    site.run(&["check", "--update-baseline"]).expect(2).says("which file the baseline is");
    let broken = |text: &str, what: &str| {
        site.write("baseline.toml", text);
        site.run(&CHECK).expect(2).says(what).says("--update-baseline");
        site.run(&UPDATE).expect(2);
        assert_eq!(site.read("baseline.toml"), text);
    };
    broken("version = 1\nfindings = [\n=======\n]\n", "baseline.toml:3:1");
    broken("version = 2\n", "version 2");
    broken("title = \"A site\"\n", "unknown field `title`");
    broken("version = 1\nfindings = [\n  { rule = \"a\", fingerprint = \"b\" },\n]\n", "baseline.toml:3:3");
    broken("version = 1\nfindings = [\n  { file = \"a\", rule = 1, fingerprint = \"b\" },\n]\n", "baseline.toml:3:");
}

#[test]
fn what_does_not_merge_is_written_anew() {
    let site = accepted();
    let whole = site.read("baseline.toml");
    let conflict = whole.replacen("  {", "<<<<<<< mine\n  {", 1);
    site.write("baseline.toml", &conflict);
    site.run(&CHECK).expect(2).says("baseline.toml:6:3");
    site.run(&[&UPDATE[..], &["content/ko"]].concat()).expect(2);
    assert_eq!(site.read("baseline.toml"), conflict);
    site.run(&UPDATE).expect(0);
    assert_eq!(site.read("baseline.toml"), whole);
}

//! `action.yml` and `.pre-commit-hooks.yaml`: what they name exists, and inputs never become part of a script.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Output};

use serde_yaml::Value;

fn read(name: &str) -> Value {
    let path = format!("{}/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_yaml::from_str(&fs::read_to_string(&path).expect("the file is there"))
        .unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("`{key}` is a text in {value:?}"))
}

fn steps(action: &Value) -> &Vec<Value> {
    action["runs"]["steps"].as_sequence().expect("the action has steps")
}

fn help() -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_faultbook")).args(["check", "--help"]).output().expect("a run");
    String::from_utf8(output.stdout).expect("text")
}

/// Expects every option in `text` to be one that `faultbook check` has.
#[track_caller]
fn knows_options(text: &str, help: &str) {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '`' | '='));
    for option in words.filter(|word| word.starts_with("--") && word.len() > 2) {
        assert!(help.contains(option), "there is no option {option}");
    }
}

#[test]
fn the_action_has_what_github_wants() {
    let action = read("action.yml");
    let known = ["name", "description", "author", "branding", "inputs", "outputs", "runs"];
    let keys: Vec<&str> = action.as_mapping().expect("a map").keys().filter_map(Value::as_str).collect();
    assert!(keys.iter().all(|key| known.contains(key)), "{keys:?}");
    assert!(!text(&action, "name").is_empty() && !text(&action, "description").is_empty());
    assert_eq!(text(&action["runs"], "using"), "composite");
    for step in steps(&action) {
        let known =
            ["name", "id", "if", "shell", "env", "run", "uses", "with", "working-directory", "continue-on-error"];
        assert!(step.as_mapping().expect("a map").keys().all(|key| known.contains(&key.as_str().expect("a text"))));
        assert_eq!(text(step, "shell"), "bash");
    }
    for (name, input) in action["inputs"].as_mapping().expect("inputs") {
        assert!(input["description"].is_string() && input["default"].is_string(), "{name:?}");
    }
}

#[test]
fn the_inputs_of_the_action_are_used_and_reach_no_script() {
    let action = read("action.yml");
    let declared: BTreeSet<&str> =
        action["inputs"].as_mapping().expect("inputs").keys().filter_map(Value::as_str).collect();
    let whole = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/action.yml")).expect("the action");
    let used: BTreeSet<&str> =
        whole.split("${{ inputs.").skip(1).map(|rest| rest.split([' ', '}']).next().expect("a name")).collect();
    assert_eq!(declared, used);
    for step in steps(&action) {
        assert!(!text(step, "run").contains("${{"), "an expression in a script is code from outside");
    }
    knows_options(text(steps(&action).last().expect("a step"), "run"), &help());
}

#[cfg(unix)]
#[test]
fn inputs_are_arguments_and_nothing_else() {
    let action = read("action.yml");
    let script = text(steps(&action).last().expect("a step"), "run").to_owned();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).and_then(|()| fs::write(path, text)).expect("a file");
    };
    write("content/en/a b.md", "# A\n\n`one two`\n");
    write("content/ko/a b.md", "# 가\n\n`one zwei`\n");
    let run = |paths: &str, args: &str, strict: &str| -> Output {
        let binary = std::path::Path::new(env!("CARGO_BIN_EXE_faultbook")).parent().expect("a folder");
        let path = format!("{}:{}", binary.display(), std::env::var("PATH").expect("a path"));
        let mut bash = Command::new("bash");
        bash.args(["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", &script]).current_dir(folder.path());
        bash.env("PATH", path).env("PATHS", paths).env("ARGS", args).env("STRICT", strict).output().expect("a run")
    };
    let plain = run("", "", "false");
    assert_eq!(plain.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&plain.stdout).contains("::error file=content/ko/a b.md"), "{plain:?}");
    assert_eq!(run("content/ko/a b.md\n\n", "--rule=link-broken\n", "true").status.code(), Some(0));
    for hostile in ["$(touch owned)", "`touch owned`", "; touch owned", "\"; touch owned; \"", "--version"] {
        assert_eq!(run(hostile, "", "false").status.code(), Some(2), "{hostile}");
        assert_eq!(run("", hostile, hostile).status.code(), Some(2), "{hostile}");
    }
    assert!(!folder.path().join("owned").exists());
}

#[test]
fn hooks_of_pre_commit_run_commands_that_there_are() {
    let hooks = read(".pre-commit-hooks.yaml");
    let known = [
        "id",
        "name",
        "entry",
        "language",
        "files",
        "types",
        "pass_filenames",
        "require_serial",
        "description",
        "args",
    ];
    for hook in hooks.as_sequence().expect("a list of hooks") {
        assert!(hook.as_mapping().expect("a map").keys().all(|key| known.contains(&key.as_str().expect("a text"))));
        assert!(
            ["rust", "system"].contains(&text(hook, "language")) && text(hook, "id").starts_with("faultbook-check")
        );
        let entry: Vec<&str> = text(hook, "entry").split(' ').collect();
        assert_eq!(entry[..2], ["faultbook", "check"]);
        knows_options(text(hook, "entry"), &help());
        let files = regex::Regex::new(text(hook, "files")).expect("a regular expression");
        assert!(files.is_match("content/ko/a.md") && files.is_match("docs/a.mdx") && files.is_match("faultbook.toml"));
        assert!(!files.is_match("src/main.rs"));
    }
}

//! The program itself: exit statuses, streams, and what each command does to a site.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder with a site in it, in which the program is run.
pub struct Site {
    folder: TempDir,
}

/// How one run of the program ended.
#[derive(Debug)]
pub struct Run {
    status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Site {
    /// Writes the files that `text` holds: a line `=== path` begins each.
    pub fn new(text: &str) -> Self {
        let site = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        for file in text.split("=== ").skip(1) {
            let (path, text) = file.split_once('\n').expect("a path and a text");
            site.write(path, text);
        }
        site
    }

    /// Returns the site that `faultbook init` makes.
    fn starter() -> Self {
        let site = Self::new("");
        site.run(&["init"]).expect(0);
        site
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("a text")
    }

    /// Returns the names of what stands in the folder.
    #[cfg(unix)]
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("a folder");
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_faultbook"));
        command.args(args).current_dir(self.folder.path()).stdin(Stdio::null());
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        command
    }

    pub fn run(&self, args: &[&str]) -> Run {
        Run::of(self.command(args).output().expect("the program to start"))
    }
}

impl Run {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("text");
        Self { status: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Expects the exit status to be `status`.
    #[track_caller]
    pub fn expect(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "{}{}", self.stdout, self.stderr);
        self
    }

    #[track_caller]
    pub fn says(self, what: &str) -> Self {
        assert!(self.stderr.contains(what), "expected `{what}` in:\n{}", self.stderr);
        self
    }

    #[track_caller]
    pub fn reports(self, what: &str) -> Self {
        assert!(self.stdout.contains(what), "expected `{what}` in:\n{}", self.stdout);
        self
    }
}

/// Two articles of which the Korean one translated a parameter.
const DRIFTED: &str = "\
=== content/en/a.md
# An error

`invalid_scope: The requested scope is invalid.`
=== content/ko/a.md
# 오류

`invalid_scope: 요청한 범위가 잘못되었습니다.`
=== content/ru/a.md
# Ошибка

`invalid_scope: The requested scope is invalid.`
";

/// An article that cannot be read, beside one that can.
const BROKEN: &str = "\
=== content/en/a.md
# An error
=== content/ko/a.md
---
title: [
---
# 오류
";

/// An article with raw HTML in it.
const SCRIPT: &str = "=== content/en/a.md\n# An error\n\n<script>alert(1)</script>\n";

#[test]
fn transcripts() {
    let binary = Path::new(env!("CARGO_BIN_EXE_faultbook"));
    trycmd::TestCases::new().register_bin("faultbook", binary.to_owned()).case("tests/cmd/*.toml");
}

/// Two mistakes in Korean, one in Slovenian; one article has CRLF.
const MISTAKES: &str = "\
=== content/en/a.md
# An error

`invalid_scope: The  scope is invalid.`

`one two`
=== content/ko/a.md
# 오류\r

`invalid_scope: The scope is invalid.`\r

`one tow`
=== content/sl/a.md
# Napaka

`invalid_scope: The  scope is invalid.`

`One two`
";

#[test]
fn fixes_are_shown_before_and_made_when_asked_for() {
    let site = Site::new(MISTAKES);
    let before = site.read("content/ko/a.md");
    let shown = site.run(&["check", "--fix", "--dry-run"]).expect(1).says("Would fix 3 findings in 2 files");
    assert_eq!(site.read("content/ko/a.md"), before);
    let diff = "--- content/ko/a.md\n+++ content/ko/a.md\n@@ -1,5 +1,5 @@\n # 오류\r\n \n\
                -`invalid_scope: The scope is invalid.`\r\n+`invalid_scope: The  scope is invalid.`\r\n \n\
                -`one tow`\n+`one two`\n";
    assert!(shown.stdout.starts_with(diff), "{}", shown.stdout);

    let made = site.run(&["check", "--fix"]).expect(0).reports("no findings in 3 articles, 3 locales, 3 fixed");
    made.says("Fixed content/ko/a.md (2 findings)").says("Fixed content/sl/a.md (1 finding)");
    assert_eq!(site.read("content/ko/a.md"), before.replace("The scope", "The  scope").replace("tow", "two"));
    let again = site.run(&["check", "--fix"]).expect(0).reports("0 fixed");
    assert_eq!(again.stderr.trim(), "Layout `{locale}/{path}`");
    assert_eq!(site.run(&["check", "--fix", "--dry-run"]).expect(0).says("Would fix nothing").stdout, "");
}

#[test]
fn only_what_is_reported_is_fixed() {
    let site = Site::new(MISTAKES);
    site.run(&["check", "--fix", "content/sl"]).expect(0).reports("1 fixed");
    assert!(site.read("content/sl/a.md").contains("`one two`"));
    assert!(site.read("content/ko/a.md").contains("`one tow`"));
    site.run(&["check", "--fix", "--rule", "anchor-missing"]).expect(0).reports("0 fixed");
    let json = site.run(&["check", "--fix", "--format", "json"]).expect(0).stdout;
    assert!(json.contains("\"fixed\":2"), "{json}");
}

#[test]
fn what_cannot_be_fixed_decides_the_status() {
    let site = Site::new(&format!("{MISTAKES}\n`three four`\n"));
    site.write(
        "content/en/a.md",
        "# An error\n\n`invalid_scope: The  scope is invalid.`\n\n`one two`\n\n`left over`\n",
    );
    site.run(&["check", "--fix"]).expect(1).reports("error[literal-missing]");
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_stays_and_is_named() {
    use std::os::unix::fs::PermissionsExt;

    let site = Site::new(MISTAKES);
    let before = site.read("content/ko/a.md");
    fs::set_permissions(site.path("content/ko/a.md"), fs::Permissions::from_mode(0o444)).expect("our file");
    let run = site.run(&["check", "--fix"]).expect(2).says("error: could not change");
    run.says("content/ko/a.md").says("Fixed content/sl/a.md (1 finding)").reports("2 errors").reports("1 fixed");
    assert_eq!(site.read("content/ko/a.md"), before);
}

#[test]
fn dry_runs_are_diffs_and_nothing_else() {
    let site = Site::new(MISTAKES);
    site.run(&["check", "--dry-run"]).expect(2).says("--fix");
    site.run(&["check", "--fix", "--dry-run", "--format", "json"]).expect(2).says("cannot be used with");
    let shown = site.run(&["check", "--max", "1", "--group-by", "rule"]).expect(1);
    shown.reports("literal-differs\n\nerror[literal-differs]").reports("… and 2 more findings").reports("3 errors");
}

#[test]
fn the_site_that_init_makes_builds_and_is_clean() {
    let site = Site::starter();
    let check = site.run(&["check", "--strict"]).expect(0).reports("no findings in 4 articles, 2 locales");
    check.reports("2 translations: 2 current");
    site.run(&["build", "--strict"]).expect(0);
    assert!(site.path("public/ko/errors/aadsts50105/index.html").is_file());
    assert_eq!(site.read(".gitignore"), "/public\n");
}

#[test]
fn init_overwrites_nothing() {
    let site = Site::new("=== new/content/en/aadsts50105.md\nmine\n");
    site.run(&["init", "new"]).expect(2).says("`new/content/en/aadsts50105.md` is there already");
    assert_eq!(fs::read_dir(site.path("new")).expect("a folder").count(), 1);
    assert_eq!(site.read("new/content/en/aadsts50105.md"), "mine\n");
}

#[test]
fn check_fails_on_errors_and_with_strict_on_warnings() {
    let site = Site::new(SCRIPT);
    site.run(&["check"]).expect(0).reports("warning[html-removed]");
    site.run(&["check", "--strict"]).expect(1).reports("1 warning in 1 article, 1 locale");
    Site::new(DRIFTED).run(&["check"]).expect(1).reports("error[literal-differs]");
    Site::new(BROKEN).run(&["check"]).expect(1).reports("error[front-matter-invalid]");
}

#[test]
fn trouble_ends_with_status_2() {
    let check = |files: &str, args: &[&str], what: &str| drop(Site::new(files).run(args).expect(2).says(what));
    check("", &["build"], "there is no article");
    check("", &["check", "nowhere"], "there is no file or folder `nowhere`");
    check(DRIFTED, &["build", "nowhere"], "there is no folder `nowhere`");
    check(DRIFTED, &["build", "--locale", "kr"], "there is no locale `kr`");
    check(DRIFTED, &["build", "--out", "content/ko"], "lies in the content folder");
    check(DRIFTED, &["build", "--out", "."], "is the working directory");
    check(DRIFTED, &["check", "--rule", "literal-difers"], "did you mean `literal-differs`?");
    check(DRIFTED, &["explain", "literal_differs"], "did you mean `literal-differs`?");
    check(DRIFTED, &["build", "--stict"], "--strict");
    check(DRIFTED, &["chek"], "check");
    check(DRIFTED, &["man", "buidl"], "did you mean `build`?");
    check("=== faultbook.toml\nbaseurl = \"x\"\n=== content/en/a.md\n# A\n", &["check"], "faultbook.toml:1:1");
    check("=== mine/en/a.md\n# A\n=== other/en/a.md\n# A\n", &["check", "mine", "other"], "belong to two sites");
    check("=== mine/en/a.md\n# A\n", &["build", "mine"], "--out DIR");
}

#[test]
fn a_build_tells_what_is_wrong_with_articles_and_counts_what_drifted() {
    let run = Site::new(SCRIPT).run(&["build"]).expect(0).says("content/en/a.md:3:1").says("1 warning");
    assert_eq!(run.stdout, "");
    let run = Site::new(DRIFTED).run(&["build"]).expect(0).says("1 error about translations; see `faultbook check`");
    assert!(!run.stderr.contains("literal-differs"), "{}", run.stderr);
    Site::new(DRIFTED).run(&["build", "--verbose"]).expect(0).says("error[literal-differs]");
    assert_eq!(Site::new(SCRIPT).run(&["build", "--quiet"]).expect(0).stderr, "");
}

#[test]
fn a_build_that_fails_publishes_nothing() {
    let site = Site::new(BROKEN);
    site.run(&["build"]).expect(1).says("content/ko/a.md:3:1").says("nothing was published: 1 error");
    assert!(!site.path("public").exists());
    let site = Site::new(DRIFTED);
    site.run(&["build", "--strict"]).expect(1).says("error[literal-differs]").says("because of `--strict`: 1 error");
    assert!(!site.path("public").exists());
    Site::new(SCRIPT).run(&["build", "--strict"]).expect(1).says("because of `--strict`: 1 warning");
}

#[test]
fn skip_broken_leaves_translations_out_and_never_sources() {
    let site = Site::new(BROKEN);
    let run = site.run(&["build", "--skip-broken"]).expect(0).says("warning[front-matter-invalid]");
    run.says("the translation is left out");
    site.run(&["build", "--skip-broken", "--strict"]).expect(1);

    site.write("content/ko/b.md", b"# \xEC\n");
    site.write("content/en/b.md", "# Another error\n");
    site.run(&["build", "--skip-broken"]).expect(0).says("warning[not-utf8]");

    site.write("content/en/a.md", "");
    site.run(&["build", "--skip-broken"]).expect(1).says("error[article-empty]");
}

#[test]
fn a_path_limits_what_is_reported() {
    let site = Site::new(DRIFTED);
    let clean = |path: &str| drop(site.run(&["check", path]).expect(0).reports("no findings in 3 articles"));
    let found = |path: &str| drop(site.run(&["check", path]).expect(1).reports("content/ko/a.md:3:"));
    for path in [".", "content", "content/", "./content/ko", "content/ko", "content/ko/a.md"] {
        found(path);
    }
    for path in ["content/ru", "content/en/a.md"] {
        clean(path);
    }
    site.run(&["check", "content/ru", "content/ko/a.md"]).expect(1);
    site.run(&["check", "content/ru", "."]).expect(1);
    site.run(&["check", "--content", "content", "content/ru"]).expect(0);
    site.run(&["check", "--content", "content", "content/ko"]).expect(1);
    site.run(&["check", "--content", "content"]).expect(1);
    site.write("content/notes/todo.txt", "");
    site.run(&["check", "content/notes"]).expect(2).says("no article of the site is in `content/notes`");
}

#[test]
fn a_locale_s_note_belongs_to_its_folder() {
    let site = Site::new("=== content/en/a.md\n# A\n=== content/en/b.md\n# B\n=== content/ko/a.md\n# A\n");
    site.run(&["check", "content/ko"]).expect(0).reports("note[article-missing]");
    site.run(&["check", "content/en"]).expect(0).reports("no findings");
}

#[test]
fn rules_can_be_asked_for() {
    let site = Site::new(DRIFTED);
    site.run(&["check", "--rule", "link-broken"]).expect(0).reports("no findings");
    site.run(&["check", "--rule", "link-broken", "--rule", "literal-differs"]).expect(1);
}

#[test]
fn json_stands_alone_on_the_standard_output() {
    let site = Site::new(DRIFTED);
    let run = site.run(&["check", "--format", "json", "--verbose"]).expect(1);
    let document: serde_json::Value = serde_json::from_str(&run.stdout).expect("one document");
    assert_eq!(document["version"], 1);
    assert_eq!(document["findings"][0]["place"]["file"], "content/ko/a.md");
    assert_eq!(run.stderr, "");
    assert_eq!(site.run(&["check", "--format", "json", "nowhere"]).expect(2).stdout, "");
}

#[test]
fn explain_knows_every_rule() {
    let site = Site::new("");
    let list = site.run(&["explain"]).expect(0).stdout;
    for rule in faultbook::check::rules::RULES {
        assert!(list.contains(rule.meta.id), "{}", rule.meta.id);
        site.run(&["explain", rule.meta.id]).expect(0).reports("\nWhy\n");
    }
}

#[test]
fn a_stamp_changes_two_keys_and_no_other_byte() {
    let check = |before: &str, after: &str| {
        let site = Site::new("=== content/en/a.md\n# An error\n");
        site.write("content/ko/a.md", before);
        site.run(&["stamp", "content/ko/a.md", "--date", "2026-11-21"]).expect(0).says("Stamped content/ko/a.md");
        let hash = "ab13b4b3c0b9a0fcbf4bd2a9c3f9e0bb";
        let text = site.read("content/ko/a.md");
        let found = text.split("source_hash: ").nth(1).map_or("", |rest| &rest[..64]);
        assert!(found.bytes().all(|byte| byte.is_ascii_hexdigit()), "{text}");
        assert_eq!(text.replace(found, hash), after.replace("HASH", hash));
        site.run(&["check"]).expect(0).reports("1 translation: 1 current");
        let again = site.run(&["stamp", "content/ko"]).expect(0);
        again.says("1 translation, stamped with this text of the source already");
        assert_eq!(site.read("content/ko/a.md"), text);
    };
    check(
        "---\ntitle: a # b\n---\n# 오류  \n",
        "---\ntitle: a # b\nsource_hash: HASH\ntranslated: 2026-11-21\n---\n# 오류  \n",
    );
    check(
        "\u{feff}---\r\ntitle: a\r\n---\r\n# 오류\r\n",
        "\u{feff}---\r\ntitle: a\r\nsource_hash: HASH\r\ntranslated: 2026-11-21\r\n---\r\n# 오류\r\n",
    );
    check(
        "---\ntranslated: '2020-01-01'  # then\nsource_hash:\nms.topic: x\n---\n# 오류",
        "---\ntranslated: 2026-11-21  # then\nsource_hash: HASH\nms.topic: x\n---\n# 오류",
    );
    check("# 오류\n\n---\n", "---\nsource_hash: HASH\ntranslated: 2026-11-21\n---\n# 오류\n\n---\n");
}

#[test]
fn a_stamp_refuses_what_is_no_translation_of_a_source() {
    let site = Site::new(DRIFTED);
    site.write("content/ko/b.md", "# 오류\n");
    site.run(&["stamp", "content/en/a.md"]).expect(2).says("it is the source article itself");
    site.run(&["stamp", "content/ko/a.md", "content/ko/b.md"]).expect(2).says("its source article does not exist");
    site.run(&["stamp", "content/en"]).expect(2).says("no translation");
    site.run(&["stamp", "content/ko/a.md", "--date", "2026-02-30"]).expect(2).says("this is no day");
    assert!(!site.read("content/ko/a.md").contains("source_hash"));

    let site = Site::new(BROKEN);
    site.run(&["stamp", "content/ko/a.md"]).expect(1).says("error[front-matter-invalid]");
}

#[test]
fn colours_are_used_as_people_ask() {
    let site = Site::new(DRIFTED);
    let is_colored = |run: Run| run.stdout.contains('\u{1b}');
    let with =
        |name: &str, args: &[&str]| is_colored(Run::of(site.command(args).env(name, "1").output().expect("a run")));
    assert!(!is_colored(site.run(&["check"])));
    assert!(is_colored(site.run(&["check", "--color", "always"])));
    assert!(is_colored(site.run(&["--color=always", "--help"])));
    assert!(with("CLICOLOR_FORCE", &["check"]));
    assert!(!with("NO_COLOR", &["check"]));
    assert!(!with("CLICOLOR_FORCE", &["check", "--color=never"]));
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_nobody_reads_or_that_is_full_is_no_panic() {
    let site = Site::new(DRIFTED);
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").expect("a device");
    for args in [&["check"][..], &["explain"], &["--help"], &["completions", "bash"], &["man"]] {
        let run = Run::of(site.command(args).stdout(full()).output().expect("a run"));
        run.expect(2).says("could not write to the standard output");

        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let run = Run::of(site.command(args).stdout(writer).output().expect("a run"));
        let is_check = args == ["check"];
        let said = if is_check { "      Layout `{locale}/{path}`\n" } else { "" };
        assert_eq!((run.status, &*run.stderr), (Some(i32::from(is_check)), said));
    }
    let run = site.command(&["build"]).stderr(full()).stdout(Stdio::null()).status().expect("a run");
    assert_eq!(run.code(), Some(0));
}

#[test]
fn one_thread_finds_what_many_find() {
    let site = Site::new(DRIFTED);
    let with = |threads: &str| {
        let mut command = site.command(&["check", "--format", "json"]);
        Run::of(command.env("RAYON_NUM_THREADS", threads).output().expect("a run")).stdout
    };
    assert_eq!(with("1"), with("16"));
}

#[cfg(unix)]
#[test]
fn control_characters_in_names_are_escaped() {
    let run = Site::new("").run(&["check", "a\u{1b}[31mb"]).expect(2).says("there is no file or folder");
    assert!(!run.stderr.contains('\u{1b}'), "{}", run.stderr);
}

/// Starts a build that takes a while, and sends it `signal` once it writes.
#[cfg(unix)]
fn interrupted(signal: &str, status: i32) {
    let site = Site::starter();
    site.run(&["build", "--locale", "ko"]).expect(0);
    let old = site.read("public/errors.json");
    for number in 0..400 {
        site.write(&format!("content/en/article-{number}.md"), format!("# Article {number}\n\nSome text.\n"));
    }
    let mut build = site.command(&["build"]);
    let mut build = build.env("RAYON_NUM_THREADS", "1").stderr(Stdio::null()).spawn().expect("a build");
    let is_litter = |name: &str| name.starts_with(".faultbook-");
    let is_writing = || site.names().iter().any(|name| is_litter(name));
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(60);
    while !is_writing() {
        assert!(std::time::Instant::now() < deadline, "the build never wrote");
        std::thread::yield_now();
    }
    let pid = build.id().to_string();
    assert!(Command::new("kill").args([signal, &pid]).status().expect("`kill` to run").success());
    assert_eq!(build.wait().expect("an end").code(), Some(status));
    assert_eq!(site.read("public/errors.json"), old);
    assert_eq!(site.names().iter().find(|name| is_litter(name)), None);
}

#[cfg(unix)]
#[test]
fn an_interrupted_build_leaves_the_old_site_and_no_litter() {
    interrupted("-INT", 130);
    interrupted("-TERM", 143);
}

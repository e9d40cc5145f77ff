//! What `check` is asked about: locales, rules, patterns of paths, and what has changed since a revision.

use std::process::Command;

use crate::cli::Site;

/// Articles of which `a` has drifted in two locales and `b` in one.
const SITE: &str = "\
=== content/en/a.md
# A

`invalid_scope: The scope is bad.` See [b](b.md).
=== content/en/b.md
# B

`invalid_grant: The grant is bad.`
=== content/ko/a.md
# 가

`invalid_scope: 범위가 잘못됨.` See [b](gone.md).
=== content/ko/b.md
# 나

`invalid_grant: The grant is bad.`
=== content/zh-CN/a.md
# 甲

`invalid_scope: 范围无效。` See [b](b.md).
=== content/zh-CN/b.md
# 乙

`invalid_grant: 授权无效。`
";

/// Runs git in the site, whoever the user is and however git is configured.
pub fn git(site: &Site, args: &[&str]) -> String {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=Ann", "-c", "user.email=ann@example.com", "-c", "init.defaultBranch=main"]);
    command.args(["-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"]).args(args);
    command.current_dir(site.path("")).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    command.env("GIT_AUTHOR_DATE", "2026-01-01T00:00:00Z").env("GIT_COMMITTER_DATE", "2026-01-01T00:00:00Z");
    let output = command.output().expect("git to start");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

/// Returns the site with all of it committed.
fn committed() -> Site {
    let site = Site::new(SITE);
    git(&site, &["init", "--quiet"]);
    git(&site, &["add", "."]);
    git(&site, &["commit", "--quiet", "-m", "One"]);
    site
}

/// Checks with `args` and returns the articles that have findings, in order.
fn articles(site: &Site, args: &[&str]) -> Vec<String> {
    let run = site.run(&[&["check", "--format", "json"], args].concat());
    assert_eq!(run.stderr, "", "{args:?}");
    let document: serde_json::Value = serde_json::from_str(&run.stdout).expect("a document");
    let files = document["findings"].as_array().expect("a list").iter();
    let mut files: Vec<String> = files.filter_map(|one| one["place"]["file"].as_str().map(str::to_owned)).collect();
    files.dedup();
    files
}

#[track_caller]
fn check(site: &Site, args: &[&str], expected: &[&str]) {
    assert_eq!(articles(site, args), expected, "{args:?}");
}

const KOREAN: &str = "content/ko/a.md";
const CHINESE: [&str; 2] = ["content/zh-CN/a.md", "content/zh-CN/b.md"];

#[test]
fn locales_hold_those_below_them() {
    let site = Site::new(SITE);
    check(&site, &["--locale", "ko"], &[KOREAN]);
    check(&site, &["--locale", "zh"], &CHINESE);
    check(&site, &["--locale", "ZH-cn", "--locale", "ko"], &[KOREAN, CHINESE[0], CHINESE[1]]);
    check(&site, &["--locale", "zh-CN,ko"], &[KOREAN, CHINESE[0], CHINESE[1]]);
    check(&site, &["--locale", "en"], &[]);
    site.run(&["check", "--locale", "kr"]).expect(2).says("there is no locale `kr`");
    site.run(&["check", "--locale", "zh-TW"]).expect(2).says("the site has `en`, `ko`, `zh-CN`");
    site.run(&["check", "--locale", "no tag"]).expect(2).says("is no language tag");
}

#[test]
fn rules_are_named_by_patterns() {
    let site = Site::new(SITE);
    check(&site, &["--rule", "link-*"], &[KOREAN]);
    check(&site, &["--rule", "{literal,code}-*", "--locale", "ko"], &[KOREAN]);
    check(&site, &["--rule", "anchor-*"], &[]);
    site.run(&["check", "--rule", "no-such-*"]).expect(2).says("no rule has such a name");
    site.run(&["check", "--rule", "literal-difers"]).expect(2).says("did you mean `literal-differs`?");
}

#[test]
fn patterns_of_paths_need_no_shell() {
    let site = Site::new(SITE);
    check(&site, &["content/*/b*.md"], &["content/zh-CN/b.md"]);
    check(&site, &["./content/zh*"], &CHINESE);
    check(&site, &["content/{ko,en}/**/*.md"], &[KOREAN]);
    check(&site, &["**/b.md", "content/ko/a.md"], &[KOREAN, "content/zh-CN/b.md"]);
    check(&site, &["--content", "content", "content/*/b.md"], &["content/zh-CN/b.md"]);
    site.run(&["check", "content/*/c*.md"]).expect(2).says("no article of the site is in `content/*/c*.md`");
    site.run(&["check", "nowhere/*.md"]).expect(2).says("there is no file or folder `nowhere/*.md`");
}

#[test]
fn a_change_concerns_the_article_in_all_locales() {
    let site = committed();
    check(&site, &["--since", "HEAD"], &[]);
    let english = site.read("content/en/a.md");
    site.write("content/en/a.md", format!("{english}\nMore.\n"));
    check(&site, &["--since", "HEAD"], &[KOREAN, CHINESE[0]]);
    check(&site, &["--since", "HEAD", "--locale", "ko"], &[KOREAN]);
    check(&site, &["--since", "HEAD", "content/zh-CN"], &[CHINESE[0]]);
    git(&site, &["commit", "--quiet", "-a", "-m", "Two"]);
    check(&site, &["--since", "HEAD"], &[]);
    check(&site, &["--since", "HEAD~1"], &[KOREAN, CHINESE[0]]);
}

#[test]
fn new_and_deleted_files_are_changes() {
    let site = committed();
    site.write("content/ko/c.md", "# 다\n\n[x](gone.md)\n");
    check(&site, &["--since", "HEAD"], &["content/ko/c.md"]);
    std::fs::remove_file(site.path("content/ko/b.md")).expect("a file");
    check(&site, &["--since", "HEAD"], &["content/ko/c.md", "content/zh-CN/b.md"]);
}

#[test]
fn what_others_did_since_is_no_change() {
    let site = committed();
    git(&site, &["checkout", "--quiet", "-b", "mine"]);
    let korean = site.read("content/ko/b.md");
    site.write("content/ko/b.md", format!("{korean}\n끝.\n"));
    git(&site, &["commit", "--quiet", "-a", "-m", "Mine"]);
    git(&site, &["checkout", "--quiet", "main"]);
    site.write("content/en/a.md", site.read("content/en/a.md") + "\nTheirs.\n");
    git(&site, &["commit", "--quiet", "-a", "-m", "Theirs"]);
    git(&site, &["checkout", "--quiet", "mine"]);
    check(&site, &["--since", "main"], &["content/zh-CN/b.md"]);
}

#[test]
fn git_s_troubles_say_what_to_do() {
    let site = Site::new(SITE);
    site.run(&["check", "--since", "HEAD"]).expect(2).says("is in no git repository").says("name their paths");
    git(&site, &["init", "--quiet"]);
    site.run(&["check", "--since", "HEAD"]).expect(2).says("there is no revision `HEAD`");
    let site = committed();
    site.run(&["check", "--since", "gone"]).expect(2).says("there is no revision `gone`").says("fetch it first");
    site.run(&["check", "--since", "--output=x"]).expect(2).says("`--output=x` is no revision");
    site.run(&["check", "--since=-h"]).expect(2).says("`-h` is no revision");
    let mut command = site.command(&["check", "--since", "HEAD"]);
    let output = command.env("PATH", site.path("nowhere")).output().expect("the program to start");
    assert!(String::from_utf8_lossy(&output.stderr).contains("could not run `git`"));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn the_core_rules_alone_find_what_a_build_counts() {
    let article = |name: &str, link: &str| format!("# A\n\n`a_b` and {name}, see [this text]({link}).\n");
    let english = article("Remove-MsolContact", "https://example.com/a");
    let german = article("Entferne-MsolContact", "https://example.com/b");
    let silenced = "<!-- faultbook: allow(text-untranslated) quoted -->\n\n";
    let site = Site::new(&format!("=== content/en/a.md\n{english}=== content/de/a.md\n{german}\n{silenced}Mehr.\n"));
    let found = |args: &[&str]| site.run(&[&["check", "--quiet"], args].concat()).stdout;
    assert!(found(&[]).contains("error[name-differs]"));
    let core = found(&["--core"]);
    assert!(core.contains("warning[link-target-differs]"), "{core}");
    assert!(!core.contains("name-differs") && !core.contains("suppression-unused"), "{core}");
    let built = site.run(&["build"]).stderr;
    assert!(built.contains("Found 1 warning about translations"), "{built}");
}

#[test]
fn the_core_rules_are_not_mixed_with_others() {
    for other in [&["--rule", "name-differs"][..], &["--fix"]] {
        let run = Site::new(SITE).run(&[&["check", "--core"], other].concat()).expect(2);
        assert!(run.stderr.contains("cannot be used with"), "{}", run.stderr);
    }
}

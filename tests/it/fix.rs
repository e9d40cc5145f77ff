//! What fixing does to the bytes of a file, and what it leaves to people.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use faultbook::diag::Applicability;
use faultbook::load::{self, Tree};
use faultbook::pipeline::{self, Fixed, PipelineError, Request};

/// Articles of one group by locale.
type Articles<'a> = [(&'a str, &'a str)];

fn tree(articles: &Articles<'_>) -> Tree {
    let file = |(locale, text): &(&str, &str)| (format!("content/{locale}/a.md"), text.as_bytes().into());
    Tree::Memory(articles.iter().map(file).collect::<BTreeMap<_, _>>())
}

fn fixed(tree: &Tree) -> Fixed {
    pipeline::fix(tree, &Request::default(), |_| Ok::<_, PipelineError>(())).unwrap_or_else(|error| panic!("{error}"))
}

/// Checks that `damaged`, beside three articles that read like `origin`, becomes `wanted`.
#[track_caller]
fn check(origin: &str, damaged: &str, wanted: &str) {
    let articles = [("en", origin), ("id", origin), ("ko", damaged), ("ru", origin)];
    let Fixed { site, files, count } = fixed(&tree(&articles));
    let new: Vec<&str> = files.iter().map(|file| &*file.new).collect();
    assert_eq!(new, [wanted], "{:#?}", site.findings.iter().map(|left| &left.message).collect::<Vec<_>>());
    assert!(count > 0, "something is said to be mended");
    assert!(site.findings.is_empty(), "{:#?}", site.findings);
}

/// Checks that nothing is changed in `damaged`.
#[track_caller]
fn check_left(origin: &str, damaged: &str) {
    let Fixed { site, files, count } = fixed(&tree(&[("en", origin), ("id", origin), ("ko", damaged), ("ru", origin)]));
    assert!(files.is_empty(), "{:#?}", files[0].new);
    assert_eq!(count, 0);
    assert!(!site.findings.is_empty(), "there is something to be said");
}

#[test]
fn only_the_differing_characters_change() {
    check(
        "# A\n\nSend `invalid_client`.\n",
        "# 가\n\n  `invalid_сlient`를   보내기  \n",
        "# 가\n\n  `invalid_client`를   보내기  \n",
    );
    check("# A\n\n`one:  two three`\n", "# 가\n\n`one: two three`\n", "# 가\n\n`one:  two three`\n");
    check("# A\n\n`say \"yes\" - now`\n", "# 가\n\n`say “yes” – now`\n", "# 가\n\n`say \"yes\" - now`\n");
}

#[test]
fn line_ends_and_byte_order_marks_stay() {
    check(
        "# A\n\n`Get-It -Now`\n\nEnd.\n",
        "\u{feff}# 가\r\n\r\n`Get-It –Now`\r\n\r\n끝.",
        "\u{feff}# 가\r\n\r\n`Get-It -Now`\r\n\r\n끝.",
    );
    check(
        "# A\n\nText `one two three`.\n",
        "# 가\r\n\r\n글 `one\r\ntwo thre`.\r\n",
        "# 가\r\n\r\n글 `one\r\ntwo three`.\r\n",
    );
}

#[test]
fn lines_of_a_code_block_keep_their_indentation_and_line_ends() {
    let origin = "# A\n\n```\none two\n\nthree\n```\n";
    check(
        origin,
        "# 가\r\n\r\n```\r\none  two\r\n\r\nthree\r\n```\r\n",
        "# 가\r\n\r\n```\r\none two\r\n\r\nthree\r\n```\r\n",
    );
    let origin = "# A\n\n> ```\n> one two\n> three\n> four\n> ```\n";
    check(
        origin,
        "# 가\r\n\r\n> ```\r\n> one two\r\n>  four\r\n> ```\r\n",
        "# 가\r\n\r\n> ```\r\n> one two\r\n> three\r\n> four\r\n> ```\r\n",
    );
    check(
        origin,
        "# 가\n\n> ```\n> one two\n> more\n> three\n> four\n> ```\n",
        "# 가\n\n> ```\n> one two\n> three\n> four\n> ```\n",
    );
    let origin = "# A\n\n- B\n  1. C\n\n     ```\n     one two\n     three\n     ```\n";
    check(origin, &origin.replace("one two", "One two").replace("- B", "- 나"), &origin.replace("- B", "- 나"));
}

#[test]
fn a_code_span_keeps_the_marks_of_the_blocks_around_it() {
    check(
        "# A\n\n| a | b |\n|---|---|\n| x | `one \\| two` |\n",
        "# 가\n\n| 가 | 나 |\n|---|---|\n| x | `one \\| tow` |\n",
        "# 가\n\n| 가 | 나 |\n|---|---|\n| x | `one \\| two` |\n",
    );
    check(
        "# A\n\n| a | b |\n|---|---|\n| x | `one \\| two` |\n",
        "# 가\n\n| 가 | 나 |\n|---|---|\n| x | `one / two` |\n",
        "# 가\n\n| 가 | 나 |\n|---|---|\n| x | `one \\| two` |\n",
    );
    check(
        "# A\n\n> - Set `one two\n>   three`.\n",
        "# 가\n\n> - `one two\n>   thre` 설정\n",
        "# 가\n\n> - `one two\n>   three` 설정\n",
    );
    check("# A\n\nSet `` a`b `` now.\n", "# 가\n\n설정 `` a`c ``.\n", "# 가\n\n설정 `` a`b ``.\n");
    check("# A\n\nSet `` a`b `` now.\n", "# 가\n\n설정 `a'b`.\n", "# 가\n\n설정 ``a`b``.\n");
}

#[test]
fn lost_back_ticks_are_put_back() {
    check("# A\n\nSet `$true` now.\n", "# 가\n\n$true로 설정\n", "# 가\n\n`$true`로 설정\n");
    check(
        "# A\n\nSet `$true`, not `$false`, or `$true`.\n",
        "# 가\n\n$true, `$false`, $true\n",
        "# 가\n\n`$true`, `$false`, `$true`\n",
    );
    check("# A\n\nSet `$true` now.\n", "# 가\n\n`$true로 설정\n", "# 가\n\n`$true`로 설정\n");
    // The word stands there twice: which of them was marked is not known.
    check_left("# A\n\nThe error is `error` then.\n", "# 가\n\nerror, error\n");
}

#[test]
fn links_keep_locale_and_form() {
    let origin = "# A\n\nSee [it](https://example.com/en-us/a/reference?x=1#part).\n";
    let check = |damaged: &str, wanted: &str| {
        let text = |target: &str| format!("# 가\n\n[이것](<{target}>) 참조\n");
        check(origin, &text(damaged), &text(wanted));
    };
    check("https://example.com/ko-kr/a/refrence?x=1#part", "https://example.com/ko-kr/a/reference?x=1#part");
    check("https://example.com/a/reference?x=1", "https://example.com/a/reference?x=1#part");
    check("/ko-kr/a/reference?x=1#prt", "/ko-kr/a/reference?x=1#part");
}

#[test]
fn anchors_come_back_as_they_were_written() {
    check("# <a name=\"a-b\"></a>A\n\nText.\n", "#  가\r\n\r\n글\r\n", "#  <a name=\"a-b\"></a>가\r\n\r\n글\r\n");
    check("# A\n\n## B {#b-c}\n\nText.\n", "# 가\n\n## 나  \n\n글\n", "# 가\n\n## 나 {#b-c}  \n\n글\n");
}

#[test]
fn an_anchor_that_was_changed_gets_its_name_back() {
    let origin = "# A\n\nSee [b](#b-c).\n\n## <a name=\"b-c\"></a>B\n\nText.\n";
    check(
        origin,
        "# 가\n\n[나](#b-c)를 보세요.\n\n## <a name=\"b-다\"></a>나\n\n글\n",
        "# 가\n\n[나](#b-c)를 보세요.\n\n## <a name=\"b-c\"></a>나\n\n글\n",
    );
    // One that a link names stays beside it.
    check(
        "# A\n\n## <a name=\"b-c\"></a>B\n\nText.\n",
        "# 가\n\n[나](#b-d)를 보세요.\n\n## <a name=\"b-d\"></a>나\n\n글\n",
        "# 가\n\n[나](#b-d)를 보세요.\n\n## <a name=\"b-c\"></a><a name=\"b-d\"></a>나\n\n글\n",
    );
}

#[test]
fn codes_and_names_are_spelt_again() {
    let origin = "# A\n\n**AADSTS50000**: TokenIssuanceError - Something failed.\n";
    check(
        origin,
        "# 가\n\n**AADSTS50000**: tokenissuanceerror-실패\n",
        "# 가\n\n**AADSTS50000**: TokenIssuanceError-실패\n",
    );
    check(
        origin,
        "# 가\n\n**AADS\u{200b}TS50000**: TokenIssuanceError - 실패\n",
        "# 가\n\n**AADSTS50000**: TokenIssuanceError - 실패\n",
    );
    check(
        origin,
        "# 가\n\n**ААDSTS50000**: TokenIssuanceError - 실패\n",
        "# 가\n\n**AADSTS50000**: TokenIssuanceError - 실패\n",
    );
}

#[test]
fn characters_that_are_not_seen_are_taken_out_where_they_mean_nothing() {
    let plain = "# A\n\nText.\n";
    check(plain, "# 가\n\n글\u{202e} \u{0}글\u{7f}\n", "# 가\n\n글 글\n");
    check(plain, &format!("# 가\n\n{}글\n", "\u{7}".repeat(50)), "# 가\n\n글\n");
    // A separator stands for a blank, or for the end of a line; isolates belong to right-to-left text.
    check_left(plain, "# 가\n\n글\u{2028}글\n");
    check_left(plain, "# א\n\nאב \u{2066}Get-It\u{2069} גד\n");
}

#[test]
fn what_is_not_sure_is_only_suggested() {
    let suggested = |articles: &Articles<'_>| {
        let Fixed { site, files, .. } = fixed(&tree(articles));
        assert!(files.is_empty(), "{}", files[0].new);
        let mut fixes = site.findings.iter().filter_map(|finding| finding.fix.as_ref());
        fixes.all(|fix| fix.applicability == Applicability::Suggested)
    };
    // The source may have been changed since, and nobody else has what it says.
    assert!(suggested(&[("en", "# A\n\nRun `Get-MsolUser -All`.\n"), ("ko", "# 가\n\n`Get-MgUsers -Filter` 실행\n")]));
    // The other literal of the article stands there: perhaps the two belong elsewhere.
    let origin = "# A\n\nRun `net stop it`.\n\nThen:\n\nRun `net start it`.\n";
    assert!(suggested(&[
        ("en", origin),
        ("id", origin),
        ("ko", "# 가\n\n실행\n\n`net stop it`\n\n실행\n"),
        ("ru", origin)
    ]));
}

#[test]
fn a_key_that_is_the_same_everywhere_gets_its_value_back() {
    let with = |topic: &str, heading: &str| {
        format!("---\r\nms.topic: {topic}\r\ntitle: T\r\n---\r\n# {heading}\r\n\r\nText.\r\n")
    };
    let (right, wrong) = (with("article", "A"), with("člen", "B"));
    let articles = [("id", &*right), ("ko", &*right), ("ru", &*right), ("sl", &*wrong)];
    let Fixed { files, .. } = fixed(&tree(&articles));
    assert_eq!(files.iter().map(|file| &*file.new).collect::<Vec<_>>(), [with("article", "B")]);
}

#[test]
fn fixes_that_meet_wait_for_the_next_round() {
    let origin = "# A\n\n`one two three`\n\n**AADSTS50000**: TokenIssuanceError - It.\n";
    check(
        origin,
        "# 가\n\n`one \u{202e}two three`\n\n**AADSTS\u{202e}50000**: TokenIssuanceError - 이것\n",
        "# 가\n\n`one two three`\n\n**AADSTS50000**: TokenIssuanceError - 이것\n",
    );
}

#[test]
fn a_fix_that_would_break_something_else_is_not_safe() {
    // With the origin's back-tick fence inside, the block would end early.
    let tilde = "# A\n\n~~~\none two\n```\nthree four\n~~~\n";
    let Fixed { files, .. } = fixed(&tree(&[
        ("en", tilde),
        ("id", tilde),
        ("ko", "# 가\n\n```\none two\n``\nthree four\n```\n"),
        ("ru", tilde),
    ]));
    assert!(files.is_empty(), "{}", files[0].new);
}

/// A site on the disk with one mistake in `content/ko/a.md`.
fn on_disk() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (locale, text) in
        [("en", "# A\n\n`one two`\n"), ("id", "# B\n\n`one two`\n"), ("ko", "# 가\r\n\r\n`one tow`\r\n")]
    {
        let path = folder.path().join("content").join(locale);
        fs::create_dir_all(&path).expect("a folder");
        fs::write(path.join("a.md"), text).expect("a file");
    }
    let article = folder.path().join("content/ko/a.md");
    (folder, article)
}

fn fixed_on_disk(folder: &tempfile::TempDir) -> Fixed {
    let tree = Tree::disk(folder.path());
    let load = load::Request { dir: Some(folder.path().to_owned()), ..Default::default() };
    let request = Request { load, ..Request::default() };
    pipeline::fix(&tree, &request, |_| Ok::<_, PipelineError>(())).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_file_that_changed_meanwhile_is_left_alone() {
    let (folder, article) = on_disk();
    let fixed = fixed_on_disk(&folder);
    fs::write(&article, "mine\n").expect("a file");
    let error = fixed.files[0].write().expect_err("it changed");
    assert!(error.to_string().contains("changed meanwhile and was left alone"), "{error}");
    assert_eq!(fs::read_to_string(&article).expect("a file"), "mine\n");
    fs::remove_file(&article).expect("a file");
    fixed.files[0].write().expect_err("it is gone");
    assert!(!article.exists());
}

#[cfg(unix)]
#[test]
fn a_read_only_file_stays_and_a_writable_one_keeps_its_mode() {
    use std::os::unix::fs::PermissionsExt;

    let (folder, article) = on_disk();
    let fixed = fixed_on_disk(&folder);
    let mode = |mode| fs::set_permissions(&article, fs::Permissions::from_mode(mode)).expect("our file");
    mode(0o440);
    let error = fixed.files[0].write().expect_err("it is read-only");
    assert!(error.to_string().contains("could not change"), "{error}");
    assert_eq!(fs::read_to_string(&article).expect("a file"), "# 가\r\n\r\n`one tow`\r\n");
    mode(0o640);
    fixed.files[0].write().expect("it is writable");
    assert_eq!(fs::read_to_string(&article).expect("a file"), "# 가\r\n\r\n`one two`\r\n");
    assert_eq!(fs::metadata(&article).expect("a file").permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_dir(article.parent().expect("a folder")).expect("a folder").count(), 1, "no litter");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let (folder, article) = on_disk();
    let real = folder.path().join("content/ko/kept.txt");
    fs::rename(&article, &real).expect("our file");
    std::os::unix::fs::symlink(&real, &article).expect("a link");
    let fixed = fixed_on_disk(&folder);
    fixed.files[0].write().expect("it is writable");
    assert!(fs::symlink_metadata(&article).expect("a link").is_symlink());
    assert_eq!(fs::read_to_string(&real).expect("a file"), "# 가\r\n\r\n`one two`\r\n");
}

#[test]
fn a_code_block_that_stands_bare_gets_its_fences_again() {
    let origin = "# A\n\nRun this:\n\n```powershell\nGet-Mailbox -Identity ann\nGet-User\n```\n";
    check(
        origin,
        "# 가\n\n실행합니다:\n\nGet-Mailbox -Identity ann\nGet-User\n",
        "# 가\n\n실행합니다:\n\n```powershell\nGet-Mailbox -Identity ann\nGet-User\n```\n",
    );
    // The text goes on behind it: where the block ends is for a person to say.
    check_left(origin, "# 가\n\n실행합니다:\n\nGet-Mailbox -Identity ann\nGet-User 그리고 기다립니다.\n");
}

//! Writing a site: the swap, the refusals, builds that are killed, builds at the same time.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use faultbook::model::artifact::{Artifact, Content};
use faultbook::output::{Cancel, MANIFEST, Memory, OutputError, Protected, Sink, Staging, Written, replace};
use tempfile::TempDir;

type Site = BTreeMap<String, Vec<u8>>;

/// A folder around the output, which is `public` in it.
fn around() -> (TempDir, PathBuf) {
    let around = tempfile::tempdir().expect("a temporary folder");
    let target = around.path().join("public");
    (around, target)
}

fn page(path: &str, text: &str) -> Artifact {
    Artifact { path: path.into(), content: Content::Bytes(text.into()) }
}

fn begin(target: &Path) -> Result<Staging, OutputError> {
    Staging::begin(target, &[], Cancel::default())
}

fn build(target: &Path, pages: &[(&str, &str)]) -> Written {
    let staging = begin(target).expect("a target that may be replaced");
    for (path, text) in pages {
        staging.write(page(path, text)).expect("a page");
    }
    staging.finish().expect("a whole site")
}

/// Returns all that is in `folder`; links and folders that are empty count as files that say so.
fn tree(folder: &Path) -> Site {
    let mut files = Site::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.expect("an entry");
        let path = entry.path().strip_prefix(folder).expect("within").to_string_lossy().into_owned();
        let kind = entry.file_type();
        if kind.is_file() {
            files.insert(path, fs::read(entry.path()).expect("a file"));
        } else if kind.is_symlink() || fs::read_dir(entry.path()).expect("a folder").next().is_none() {
            files.insert(path, format!("{kind:?}").into_bytes());
        }
    }
    files
}

fn pages(folder: &Path) -> Vec<(String, String)> {
    let text = |bytes| String::from_utf8(bytes).expect("text");
    tree(folder).into_iter().filter(|(path, _)| path != MANIFEST).map(|(path, bytes)| (path, text(bytes))).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").file_name().to_string_lossy().into();
    let mut names: Vec<String> = fs::read_dir(folder).expect("a folder").map(name).collect();
    names.sort();
    names
}

/// Checks that a build into `target` is refused for `reason`, and that nothing `within` changes.
fn check_refused(within: &Path, target: &Path, protected: &[Protected], reason: &str) {
    let before = tree(within);
    let error = Staging::begin(target, protected, Cancel::default()).expect_err(reason).to_string();
    assert!(error.contains(reason), "{error:?} does not say {reason:?}");
    assert_eq!(before, tree(within));
}

#[test]
fn a_site_appears_at_once_and_whole() {
    let (around, target) = around();
    let staging = begin(&target).expect("a new target");
    staging.write(page("ko/errors/x/index.html", "오류")).expect("a page");
    staging.write(page("index.html", "")).expect("a page");
    assert!(!target.exists());
    let written = staging.finish().expect("a site");
    assert_eq!((written.files, written.bytes), (2, 6));
    assert!(written.litter.is_none());
    assert_eq!(
        pages(&target),
        [("index.html".into(), String::new()), ("ko/errors/x/index.html".into(), "오류".into())]
    );
    assert_eq!(names(around.path()), ["public"]);
}

#[test]
fn a_page_that_is_no_longer_built_is_gone() {
    let (around, target) = around();
    build(&target, &[("a/index.html", "a"), ("b/index.html", "b")]);
    build(&target, &[("b/index.html", "new"), ("c", "c")]);
    assert_eq!(pages(&target), [("b/index.html".into(), "new".into()), ("c".into(), "c".into())]);
    assert_eq!(names(around.path()), ["public"]);
}

#[test]
fn an_empty_folder_becomes_a_site() {
    let (_around, target) = around();
    fs::create_dir(&target).expect("a folder");
    build(&target, &[("a", "a")]);
    assert_eq!(names(&target), [MANIFEST, "a"]);
}

#[test]
fn a_build_that_is_given_up_leaves_no_trace() {
    let (around, target) = around();
    let deep = around.path().join("not/yet/there");
    begin(&deep).expect("a new target").write(page("a", "a")).expect("a page");
    assert!(names(around.path()).is_empty());

    build(&target, &[("a", "old")]);
    begin(&target).expect("a site of ours").write(page("a", "new")).expect("a page");
    assert_eq!(pages(&target), [("a".into(), "old".into())]);
    assert_eq!(names(around.path()), ["public"]);

    build(&deep, &[("a", "a")]);
    assert_eq!(pages(&deep), [("a".into(), "a".into())]);
}

#[test]
fn a_cancelled_build_publishes_nothing() {
    let (around, target) = around();
    build(&target, &[("a", "old")]);
    let cancel = Cancel::default();
    let staging = Staging::begin(&target, &[], cancel.clone()).expect("a site of ours");
    staging.write(page("a", "new")).expect("a page");
    cancel.cancel();
    assert!(matches!(staging.write(page("b", "new")), Err(OutputError::Cancelled)));
    assert!(matches!(staging.finish(), Err(OutputError::Cancelled)));
    assert_eq!(pages(&target), [("a".into(), "old".into())]);
    assert_eq!(names(around.path()), ["public"]);
}

#[test]
fn same_artifacts_give_the_same_bytes_in_any_order() {
    let (around, target) = around();
    let other = around.path().join("other");
    build(&target, &[("a/b/c", "1"), ("a/d", "2"), ("e", "3")]);
    let staging = begin(&other).expect("a new target");
    std::thread::scope(|scope| {
        for (path, text) in [("e", "3"), ("a/d", "2"), ("a/b/c", "1")] {
            let staging = &staging;
            scope.spawn(move || staging.write(page(path, text)).expect("a page"));
        }
    });
    staging.finish().expect("a site");
    assert_eq!(tree(&target), tree(&other));
}

#[test]
fn folders_that_matter_are_refused() {
    let (home, _) = around();
    let site = home.path().join("project/site");
    let content = site.join("content");
    fs::create_dir_all(content.join("ko")).expect("a site");
    let protected = [
        Protected::around("home folder", home.path()),
        Protected::around("site folder", &site),
        Protected::input("content folder", &content),
        Protected::input("template folder", site.join("not there")),
    ];
    for (target, reason) in [
        (home.path().to_path_buf(), "is the home folder"),
        (home.path().join("project"), "holds the site folder"),
        (site.clone(), "is the site folder"),
        (content.clone(), "is the content folder"),
        (content.join("ko"), "lies in the content folder"),
        (content.join("ko/not/yet/there"), "lies in the content folder"),
        (site.join("content/../content/ko"), "lies in the content folder"),
        (PathBuf::from("/"), "holds the home folder"),
    ] {
        check_refused(home.path(), &target, &protected, reason);
    }
    Staging::begin(&site.join("public"), &protected, Cancel::default()).expect("the ordinary place");
}

#[test]
fn folders_with_foreign_files_are_refused() {
    let (around, target) = around();
    fs::create_dir(&target).expect("a folder");
    for name in ["thesis.odt", "a", "c", "b"] {
        fs::write(target.join(name), "mine").expect("a file");
    }
    check_refused(around.path(), &target, &[], "did not make: `a`, `b`, `c`, more");
    for name in ["a", "b", "c"] {
        fs::remove_file(target.join(name)).expect("a file to go");
    }
    check_refused(around.path(), &target, &[], "did not make: `thesis.odt`");
}

#[test]
fn a_site_with_foreign_files_in_it_is_refused() {
    let (around, target) = around();
    build(&target, &[("ko/a/index.html", "a")]);
    fs::write(target.join("ko/notes\u{1b}.txt"), "mine").expect("a file");
    check_refused(around.path(), &target, &[], "did not make: `ko/notes\\u{1b}.txt`");
    fs::remove_file(target.join("ko/notes\u{1b}.txt")).expect("a file to go");
    fs::create_dir(target.join("ko/drafts")).expect("a folder");
    check_refused(around.path(), &target, &[], "did not make: `ko/drafts`");
    fs::remove_dir(target.join("ko/drafts")).expect("a folder to go");
    fs::remove_file(target.join("ko/a/index.html")).expect("a page to go");
    build(&target, &[("b", "a page that was lost is no hindrance")]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_foreign_name_that_is_not_unicode_is_refused() {
    use std::os::unix::ffi::OsStrExt;

    let (around, target) = around();
    build(&target, &[("a\u{fffd}", "a")]);
    fs::rename(target.join("a\u{fffd}"), target.join(std::ffi::OsStr::from_bytes(b"a\xff"))).expect("another name");
    check_refused(around.path(), &target, &[], "did not make: `a\u{fffd}`");
}

#[test]
fn a_foreign_file_that_comes_during_the_build_is_kept() {
    let (around, target) = around();
    build(&target, &[("a", "old")]);
    let staging = begin(&target).expect("a site of ours");
    fs::write(target.join("mine"), "mine").expect("a file");
    let error = staging.finish().expect_err("something foreign");
    assert!(matches!(error, OutputError::Foreign { .. }), "{error}");
    assert_eq!(pages(&target), [("a".into(), "old".into()), ("mine".into(), "mine".into())]);
    assert_eq!(names(around.path()), ["public"]);
}

#[test]
fn a_file_in_the_output_s_place_is_kept() {
    let (around, target) = around();
    fs::write(&target, "mine").expect("a file");
    check_refused(around.path(), &target, &[], "is not a folder");
}

#[cfg(unix)]
#[test]
fn a_site_lands_behind_a_link_and_the_link_stays() {
    let (around, target) = around();
    let behind = around.path().join("disk/site");
    fs::create_dir_all(&behind).expect("a folder");
    std::os::unix::fs::symlink("disk/site", &target).expect("a link");
    for text in ["old", "new"] {
        build(&target, &[("a", text)]);
        assert_eq!(fs::read_link(&target).expect("a link still"), Path::new("disk/site"));
        assert_eq!(pages(&behind), [("a".into(), text.into())]);
    }
    assert_eq!(names(&around.path().join("disk")), ["site"]);

    fs::remove_dir_all(&behind).expect("a site to go");
    check_refused(around.path(), &target, &[], "could not look at");
}

#[cfg(unix)]
#[test]
fn a_link_in_a_file_s_place_is_foreign() {
    let (around, target) = around();
    build(&target, &[("a", "a")]);
    fs::remove_file(target.join("a")).expect("a page to go");
    std::os::unix::fs::symlink("/dev/null", target.join("a")).expect("a link");
    check_refused(around.path(), &target, &[], "did not make: `a`");
}

#[test]
fn a_second_build_at_the_same_time_is_told_so() {
    let (around, target) = around();
    let first = begin(&target).expect("a new target");
    first.write(page("a", "first")).expect("a page");
    let error = begin(&target).expect_err("one build at a time");
    assert!(matches!(error, OutputError::Busy { .. }), "{error}");
    begin(&around.path().join("other")).expect("another target is free");
    first.finish().expect("the first to be undisturbed");
    build(&target, &[("a", "second")]);
    assert_eq!(pages(&target), [("a".into(), "second".into())]);
    assert_eq!(names(around.path()), ["public"]);
}

#[test]
fn builds_that_race_leave_one_whole_site() {
    let (around, target) = around();
    std::thread::scope(|scope| {
        for version in 0..8 {
            let target = &target;
            scope.spawn(move || {
                for _ in 0..20 {
                    match write_version(target, version) {
                        Ok(written) => assert!(written.litter.is_none(), "{:?}", written.litter),
                        Err(error) => assert!(matches!(error, OutputError::Busy { .. }), "{error}"),
                    }
                }
            });
        }
    });
    assert!((0..8).any(|number| tree(&target) == version(number)));
    assert_eq!(names(around.path()), ["public"]);
}

#[test]
fn paths_that_lead_out_or_meet_are_refused() {
    let (_around, target) = around();
    let staging = begin(&target).expect("a new target");
    let memory = Memory::default();
    let long = format!("a/{}", "x".repeat(300));
    let check = |path: &str, reason: &str| {
        let error = staging.write(page(path, "")).expect_err(path).to_string();
        assert!(error.contains(reason), "{error:?} does not say {reason:?}");
        if path != long {
            memory.write(page(path, "")).expect_err(path);
        }
    };
    for sink in [&staging as &dyn Sink, &memory] {
        sink.write(page("a/b", "")).expect("a page");
    }
    check("../x", "has a part `.` or `..`");
    check("/x", "absolute");
    check("a\0b", "does not allow");
    check("a/b", "two files");
    check("a/b/c", "two files");
    check("a", "two files");
    check(&long, "longer than the file system allows");
}

#[test]
fn files_are_copied_as_they_are() {
    let (around, target) = around();
    let picture = around.path().join("picture.png");
    fs::write(&picture, [0, 1, 2, 255]).expect("a picture");
    let artifact = || Artifact { path: "_/picture.png".into(), content: Content::Copy(picture.clone()) };
    let staging = begin(&target).expect("a new target");
    staging.write(artifact()).expect("a copy");
    assert_eq!(staging.finish().expect("a site").bytes, 4);
    assert_eq!(fs::read(target.join("_/picture.png")).expect("a copy"), [0, 1, 2, 255]);

    let memory = Memory::default();
    memory.write(artifact()).expect("a copy");
    assert_eq!(memory.into_files()["_/picture.png"], [0, 1, 2, 255]);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_copied() {
    let (around, target) = around();
    let pipe = around.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let link = around.path().join("link");
    std::os::unix::fs::symlink("pipe", &link).expect("a link");
    let staging = begin(&target).expect("a new target");
    for path in [pipe, link, around.path().to_path_buf(), "/dev/zero".into()] {
        let error = staging.write(Artifact { path: "x".into(), content: Content::Copy(path) }).expect_err("no file");
        assert!(matches!(error, OutputError::NotRegular { .. }), "{error}");
    }
}

#[test]
fn a_source_is_replaced_only_if_it_is_what_it_was() {
    let (around, _) = around();
    let path = around.path().join("a.md");
    fs::write(&path, "old").expect("a source");
    replace(&path, b"old", b"new").expect("a replacement");
    assert_eq!(fs::read(&path).expect("a source"), b"new");
    let error = replace(&path, b"old", b"newer").expect_err("it changed");
    assert!(matches!(error, OutputError::Changed { .. }), "{error}");
    assert_eq!(fs::read(&path).expect("a source"), b"new");
    assert_eq!(names(around.path()), ["a.md"]);
}

#[cfg(unix)]
#[test]
fn a_replaced_source_keeps_permissions_and_link() {
    use std::os::unix::fs::PermissionsExt;

    let (around, _) = around();
    let (path, link) = (around.path().join("a.md"), around.path().join("link.md"));
    fs::write(&path, "old").expect("a source");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("permissions");
    std::os::unix::fs::symlink("a.md", &link).expect("a link");
    replace(&link, b"old", b"new").expect("a replacement");
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert_eq!(fs::read(&path).expect("a source"), b"new");
    assert_eq!(fs::metadata(&path).expect("a source").permissions().mode() & 0o777, 0o640);

    fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).expect("permissions");
    replace(&path, b"new", b"newer").expect_err("it is read-only");
    assert_eq!(fs::read(&path).expect("a source"), b"new");
}

/// The variable that tells the child of `a_killed_build_leaves_a_whole_site` where to build.
const CHILD_TARGET: &str = "FAULTBOOK_TEST_CHILD_TARGET";

const PAGES: usize = 12;

/// Returns the pages of one of several sites that share some paths and no text.
fn artifacts(number: usize) -> impl Iterator<Item = Artifact> {
    (number..number + PAGES).map(move |at| page(&format!("ko/{}/{at}/index.html", at % 3), &format!("{number} {at}")))
}

fn write_version(target: &Path, number: usize) -> Result<Written, OutputError> {
    let staging = begin(target)?;
    artifacts(number).try_for_each(|artifact| staging.write(artifact))?;
    staging.finish()
}

/// Returns what `write_version` publishes, worked out by itself.
fn version(number: usize) -> Site {
    let mut site: Site = artifacts(number)
        .map(|artifact| match artifact.content {
            Content::Bytes(bytes) => (artifact.path, bytes),
            Content::Copy(path) => unreachable!("{} is no page", path.display()),
        })
        .collect();
    let paths: String = site.keys().map(|path| format!("{path}\n")).collect();
    site.insert(MANIFEST.into(), format!("faultbook site 1\n{paths}").into_bytes());
    site
}

#[test]
fn a_killed_build_leaves_a_whole_site() {
    let (around, target) = around();
    let versions = [version(0), version(1)];
    write_version(&target, 0).expect("a first site");
    // Further than one build, so that kills fall into the swap and the removal of the old site too.
    for progress in (0..3 * (PAGES + 2)).chain([PAGES; 20]) {
        kill_after(progress, &target);
        assert!(versions.contains(&tree(&target)), "killed after {progress} steps");
        let next = progress % 2;
        write_version(&target, next).expect("the next build to repair everything");
        assert_eq!(tree(&target), versions[next], "killed after {progress} steps");
        assert_eq!(names(around.path()), ["public"], "killed after {progress} steps");
    }
}

/// Lets a child build into `target` and kills it once it has told of so many steps.
fn kill_after(steps: usize, target: &Path) {
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "output::child_that_builds_in_turn", "--ignored", "--nocapture"])
        .env(CHILD_TARGET, target)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a child");
    let mut told = vec![0; steps + 1];
    let stderr = child.stderr.as_mut().expect("a pipe, which stays open lest the child should end by itself");
    stderr.read_exact(&mut told).expect("a child that builds on");
    child.kill().expect("a child to kill");
    child.wait().expect("a child that ends");
}

#[test]
#[ignore = "run as a child by a_killed_build_leaves_a_whole_site"]
fn child_that_builds_in_turn() {
    let Some(target) = std::env::var_os(CHILD_TARGET) else { return };
    let step = || std::io::stderr().write_all(b".").expect("a parent that reads");
    for number in (0..2).cycle().take(1000) {
        step();
        let staging = begin(Path::new(&target)).expect("a site of ours");
        for artifact in artifacts(number) {
            staging.write(artifact).expect("a page");
            step();
        }
        staging.finish().expect("a whole site");
        step();
    }
}

//! The output, seen from outside: the swap, the refusals, and builds that are killed.

use std::fs;
use std::path::Path;

use super::case::{Files, TestSite, tree};

fn site() -> TestSite {
    let article = |n: usize| (format!("content/en/a{n}.md"), format!("# Article {n}\n\nText {n}.\n").into_bytes());
    TestSite::new(&(0..40).map(article).collect::<Vec<_>>())
}

/// Checks that a build into `out` is refused for a reason, and that not a byte changes.
#[track_caller]
fn check_refused(site: &TestSite, out: &str, says: &str) {
    let before = tree(site.folder());
    site.run(&["build", "--out", out]).expect(2).says(says);
    assert!(before == tree(site.folder()), "{out}");
}

#[test]
fn folders_that_matter_are_refused() {
    let site = site();
    let here = site.folder().to_str().expect("a path").to_owned();
    check_refused(&site, ".", "working directory");
    check_refused(&site, "..", "working directory");
    check_refused(&site, "/", "working directory");
    check_refused(&site, &here, "working directory");
    check_refused(&site, "content", "content folder");
    check_refused(&site, "content/en", "content folder");
    check_refused(&site, "content/new", "content folder");
    check_refused(&site, "public/../content/new", "content folder");
    fs::create_dir_all(site.path("static")).expect("a folder");
    check_refused(&site, "static/new", "folder of files");
    fs::create_dir_all(site.path("other")).expect("a folder");
    fs::write(site.path("other/mine.txt"), "mine").expect("a file");
    check_refused(&site, "other", "mine.txt");
    check_refused(&site, "other/mine.txt", "other/mine.txt");
    check_refused(&site, "other/mine.txt/x", "other/mine.txt");
    fs::write(site.path("public/mine.txt"), "mine").expect("a file");
    check_refused(&site, "public", "mine.txt");
    check_refused(&site, "", "");

    let mut home = site.command(&["build", "--out", "home"]);
    fs::create_dir(site.path("home")).expect("a folder");
    super::case::Run::of(home.env("HOME", site.path("home"))).expect(2).says("home folder");
}

#[cfg(unix)]
#[test]
fn a_site_lands_behind_a_link_to_a_folder() {
    let site = site();
    fs::create_dir(site.path("real")).expect("a folder");
    std::os::unix::fs::symlink("real", site.path("link")).expect("a link");
    site.run(&["build", "--out", "link"]).expect(0);
    assert!(site.path("link").is_symlink());
    assert!(site.path("real/index.html").is_file());
    std::os::unix::fs::symlink("content", site.path("bad")).expect("a link");
    check_refused(&site, "bad", "content folder");
}

#[test]
fn a_deleted_article_s_page_is_gone() {
    let site = site();
    site.run(&["build"]).expect(0);
    assert!(site.path("public/en/articles/a1/index.html").is_file());
    fs::remove_file(site.path("content/en/a1.md")).expect("a file");
    site.run(&["build"]).expect(0);
    assert!(!site.path("public/en/articles/a1").exists());
}

#[cfg(unix)]
mod unix {
    use std::process::{Child, Command, Stdio};
    use std::time::{Duration, Instant};

    use super::*;

    fn started(site: &TestSite) -> Child {
        let mut command = site.command(&["build"]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts")
    }

    /// Waits for `delay`, on the clock: a child at work gives no sign to wait for.
    fn spin(delay: Duration) {
        let started = Instant::now();
        while started.elapsed() < delay {
            std::thread::yield_now();
        }
    }

    #[test]
    fn a_build_that_is_killed_leaves_a_whole_site() {
        let site = site();
        let old = site.public();
        let names = site.names();
        let clean = {
            let site = super::site();
            site.run(&["build"]).expect(0);
            site.public()
        };
        let longest = Instant::now();
        site.run(&["build"]).expect(0);
        let longest = longest.elapsed();
        let restore = |files: &Files| {
            fs::remove_dir_all(site.path("public")).expect("the old site");
            files.iter().for_each(|(path, bytes)| super::super::case::write(&site.path("public").join(path), bytes));
        };
        for step in 0..24 {
            restore(&old);
            let mut child = started(&site);
            spin(longest * step / 20);
            let signal = ["-KILL", "-TERM", "-INT"][step as usize % 3];
            // It may have ended by itself.
            let _ = Command::new("kill").args([signal, &child.id().to_string()]).stderr(Stdio::null()).status();
            let status = child.wait().expect("it ends").code();
            let now = site.public();
            assert!(now == old || now == clean, "{signal} at step {step}: neither the old site nor the new one");
            assert!(matches!(status, None | Some(0 | 130 | 143)), "{signal} at step {step}: {status:?}");
            if signal != "-KILL" {
                assert_eq!(site.names(), names, "{signal} at step {step} leaves litter");
            }
            site.run(&["build"]).expect(0);
            assert!(site.public() == clean, "the next build repairs it");
            assert_eq!(site.names(), names, "the next build leaves no litter");
        }
    }

    #[test]
    fn two_builds_at_once_leave_one_whole_site() {
        let site = site();
        let names = site.names();
        let clean = {
            let site = super::site();
            site.run(&["build"]).expect(0);
            site.public()
        };
        for _ in 0..5 {
            let children: Vec<Child> = (0..3).map(|_| started(&site)).collect();
            let ends: Vec<_> = children.into_iter().map(|mut child| child.wait().expect("it ends").code()).collect();
            assert!(ends.iter().all(|end| matches!(end, Some(0 | 2))) && ends.contains(&Some(0)), "{ends:?}");
            assert!(site.public() == clean);
            assert_eq!(site.names(), names);
        }
    }

    fn limited(site: &TestSite, limits: &str) -> super::super::case::Run {
        let mut command = Command::new("sh");
        let script = format!("{limits}; exec \"$0\" build");
        command.current_dir(site.folder()).args(["-c", &script, env!("CARGO_BIN_EXE_faultbook")]);
        super::super::case::Run::of(&mut command)
    }

    #[test]
    fn narrow_limits_are_enough_or_named() {
        for limits in ["ulimit -n 16", "ulimit -s 256", "ulimit -v 524288", "ulimit -f 8", "ulimit -f 0"] {
            let site = site();
            let old = site.public();
            let run = limited(&site, limits);
            assert!(matches!(run.status, Some(0 | 2)), "{limits}: {:?} {}", run.status, run.said);
            if run.status == Some(2) {
                assert!(site.public() == old, "{limits}");
                assert!(run.said.contains("error: "), "{limits}: {}", run.said);
            }
            assert_eq!(site.names(), ["content", "public"], "{limits}");
        }
    }

    #[test]
    fn a_folder_that_may_not_be_written_is_named() {
        use std::os::unix::fs::PermissionsExt;
        let site = site();
        let locked: &Path = &site.path("locked");
        fs::create_dir(locked).expect("a folder");
        fs::set_permissions(locked, fs::Permissions::from_mode(0o555)).expect("modes can be set");
        if fs::write(locked.join("x"), "").is_ok() {
            eprintln!("SKIPPED: the superuser may write everywhere");
            return;
        }
        site.run(&["build", "--out", "locked/x"]).expect(2).says("locked").says("Permission denied");
    }
}

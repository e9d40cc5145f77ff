//! Same input, same bytes, whatever is around it.

use std::path::Path;
use std::process::Command;

use super::case::{Files, Run, TestSite, tree, write};

/// A site with several of everything, in an order that is none.
fn site() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for locale in ["ko", "en", "ru"] {
        for n in [3, 1, 2, 9, 4, 8] {
            let text = format!(
                "---\ndate: 2026-01-0{n}\n---\n# AADSTS5000{n}: Name{n}Error\n\n`invalid_grant: It is {n}.`\n\nSee AADSTS50001 and [x](a{}.md).\n\n![p](p.png)\n",
                n % 3 + 1
            );
            files.push((format!("content/{locale}/a{n}.md"), text.into_bytes()));
        }
        files.push((format!("content/{locale}/p.png"), b"no picture".to_vec()));
    }
    files
}

fn built(site: &TestSite, prepare: impl Fn(&mut Command)) -> Files {
    let mut command = site.command(&["build", "--base-url", "https://example.com/x/"]);
    prepare(&mut command);
    Run::of(&mut command).expect(0);
    site.public()
}

fn expected() -> Files {
    built(&TestSite::without_output(&site()), |_| {})
}

#[test]
fn the_environment_does_not_matter() {
    let expected = expected();
    let environments: &[&[(&str, &str)]] = &[
        &[("RAYON_NUM_THREADS", "1")],
        &[("RAYON_NUM_THREADS", "16")],
        &[("TZ", "Pacific/Kiritimati")],
        &[("TZ", "nowhere/at all")],
        &[("LANG", "C"), ("LC_ALL", "C")],
        &[("LANG", "tr_TR.UTF-8"), ("LC_ALL", "ar_EG.UTF-8")],
        &[("SOURCE_DATE_EPOCH", "1")],
        &[("TMPDIR", "/nowhere")],
        &[("COLUMNS", "20"), ("TERM", "dumb")],
    ];
    for environment in environments {
        let site = TestSite::without_output(&site());
        let files = built(&site, |command| {
            command.envs(environment.iter().copied());
        });
        assert!(files == expected, "{environment:?}");
    }
    let site = TestSite::without_output(&site());
    assert!(
        built(&site, |command| {
            command.env_remove("HOME").env_remove("PATH");
        }) == expected
    );
}

#[test]
fn neither_order_nor_place_nor_what_stood_there_matters() {
    let expected = expected();
    let mut reversed = site();
    reversed.reverse();
    assert!(built(&TestSite::without_output(&reversed), |_| {}) == expected, "files in another order");

    let again = TestSite::new(&site());
    assert!(built(&again, |_| {}) == expected, "over an old site");
    assert!(built(&again, |_| {}) == expected, "again");

    let deep = TestSite::without_output(&[]);
    let folder = deep.path("an/other place/é");
    for (path, bytes) in
        site().iter().chain([&("content/en/good.md".into(), b"# A good article\n\nIts text.\n".to_vec())])
    {
        write(&folder.join(path), bytes);
    }
    let args = ["build", "an/other place/é", "--base-url", "https://example.com/x/"];
    deep.run(&args).expect(0);
    assert!(tree(&folder.join("public")) == expected, "at another place");
}

#[test]
fn modification_times_do_not_matter() {
    let expected = expected();
    for seconds in [0, 1, 4_070_908_800] {
        let site = TestSite::without_output(&site());
        let time = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
        for path in tree(&site.path("content")).keys() {
            set_time(&site.path("content").join(path), time);
        }
        assert!(built(&site, |_| {}) == expected, "{seconds} seconds since 1970");
        write(&site.path("content/en/a1.md"), b"# Changed\n\nOther words.\n");
        set_time(&site.path("content/en/a1.md"), time);
        let page =
            built(&site, |_| {}).into_values().any(|bytes| String::from_utf8_lossy(&bytes).contains("Other words."));
        assert!(page, "a change is seen whatever its time");
    }
}

fn set_time(path: &Path, time: std::time::SystemTime) {
    let file = std::fs::File::options().write(true).open(path).expect("a file");
    file.set_modified(time).expect("times can be set");
}

#[cfg(unix)]
#[test]
fn a_strict_umask_changes_no_contents() {
    let site = TestSite::without_output(&site());
    let mut command = Command::new("sh");
    let program = env!("CARGO_BIN_EXE_faultbook");
    command.current_dir(site.folder()).args([
        "-c",
        "umask 077; exec \"$0\" build --base-url https://example.com/x/",
        program,
    ]);
    Run::of(&mut command).expect(0);
    assert!(site.public() == expected());
}

#[test]
fn what_check_says_is_the_same_each_time() {
    let check = |threads: &str, format: &str| {
        let mut files = site();
        files.push(("content/ko/broken.md".into(), b"---\ntitle: [\n---\n".to_vec()));
        files.push(("content/ru/a1.md".into(), "# AADSTS50001\n\n`invalid_grant: Это.`\n\n[x](nowhere.md)\n".into()));
        let site = TestSite::without_output(&files);
        let mut command = site.command(&["check", "--format", format]);
        Run::of(command.env("RAYON_NUM_THREADS", threads)).said
    };
    for format in ["text", "json", "sarif", "github"] {
        assert_eq!(check("1", format), check("16", format));
    }
}

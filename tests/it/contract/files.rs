//! Files and folders: what may not be read is named, and no name leads out of the output.

use super::case::{Case, TestSite, check, fine, refused, safe, trouble, warned};

#[test]
fn odd_names_are_published_and_never_raw() {
    let text = "# A\n\nIt is seen.\n";
    let named = |name: &str| safe(name).file(&format!("content/en/{name}.md"), text).shows("It is seen.");
    check([
        named("a'b\"c"),
        named("<script>alert(1)<").hides("<script>alert"),
        named("&amp;&lt;"),
        named("a b  c"),
        named("con"),
        named("NUL.x"),
        named("a:b"),
        named("a?b#c%20d"),
        named("%2e%2e%2fx"),
        named("a\\b"),
        named("dot."),
        named("blank "),
        named("-"),
        named("--help"),
        named("{{ config }}"),
        named("\u{200b}"),
        named("č ошибка 错误"),
        named("a\u{202e}b"),
        named("a\nb"),
        named("a\u{1b}[31mb"),
        named("index"),
        named("javascript:alert(1)"),
        named(&"x".repeat(252)),
        named(&"é".repeat(126)),
        safe("ending only").file("content/en/.md", text),
        safe("folders of odd names").file("content/en/<b>/con/a b./x.md", text).shows("It is seen."),
        safe("a picture with quotes").article("# A\n\n![](<x'\"&.png>)\n").file("content/en/x'\"&.png", "no picture"),
        safe("a reserved name")
            .file("content/en/errors/x.md", text)
            .file("content/en/errors.md", text)
            .shows("It is seen."),
    ]);
}

#[test]
fn deep_folders_are_published_or_named() {
    let deep = |levels: usize, name: &str| format!("content/en/{}a.md", format!("{name}/").repeat(levels));
    check([
        safe("20 folders").file(&deep(20, "folder"), "# A\n\nIt is seen.\n").shows("It is seen."),
        safe("150 short folders").file(&deep(150, "dir"), "# A\n\nIt is seen.\n"),
        safe("10 long folders").file(&deep(10, &"x".repeat(250)), "# A\n\nIt is seen.\n"),
    ]);
}

#[test]
fn what_editors_leave_is_passed_over() {
    let litter = [
        "x.md~",
        ".#x.md",
        ".x.md.swp",
        "#x.md#",
        ".git/x.md",
        "x.md.bak",
        "x.md.orig",
        ".DS_Store",
        "x.tmp",
        "Thumbs.db",
        "4913",
        "x.swp",
        ".hidden.md",
        "._x.md",
        "TOC.md",
        "toc.yml",
    ];
    check(litter.map(|name| {
        fine(name).file(&format!("content/en/{name}"), "# Litter\n\nsecret words\n").hides("secret words")
    }));
}

#[test]
fn a_folder_named_like_an_article_is_a_folder() {
    check([safe("x.md/").file("content/en/x.md/y.md", "# A\n\nIt is seen.\n").shows("It is seen.")]);
}

#[test]
fn without_an_article_nothing_is_built() {
    let empty = |case: Case| case.with(|folder| std::fs::remove_dir_all(folder.join("content")).expect("content"));
    check([
        empty(trouble("no content folder")),
        empty(trouble("an empty content folder"))
            .with(|folder| std::fs::create_dir(folder.join("content")).expect("a folder"))
            .says("no article"),
        empty(trouble("only litter")).with(|folder| super::case::write(&folder.join("content/en/x.md~"), b"# A\n")),
        empty(trouble("a file of that name")).with(|folder| super::case::write(&folder.join("content"), b"# A\n")),
    ]);
}

#[test]
fn broken_translations_can_be_left_out() {
    let broken = |locale: &str| {
        TestSite::new(&[
            ("content/en/a.md".into(), b"# A\n\nEnglish.\n".to_vec()),
            ("content/ko/good.md".into(), b"# B\n\nKorean.\n".to_vec()),
            (format!("content/{locale}/a.md"), b"\xff".to_vec()),
        ])
    };
    let site = broken("ko");
    site.run(&["build"]).expect(1).says("content/ko/a.md:1:1");
    site.run(&["build", "--skip-broken"]).expect(0).says("warning[not-utf8]").says("content/ko/a.md:1:1");
    let page = site.public().remove("ko/articles/a/index.html").expect("a fallback page");
    assert!(String::from_utf8_lossy(&page).contains("English."));
    broken("en").run(&["build", "--skip-broken"]).expect(1).says("content/en/a.md:1:1");
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::fs;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;
    use std::path::Path;

    use super::super::case::write;
    use super::*;

    const SECRET: &str = "# Secret\n\nsecret words\n";

    fn linked(case: Case, path: &'static str, target: &'static str) -> Case {
        case.with(move |folder| {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
            symlink(target, path).expect("a link");
        })
    }

    #[test]
    fn links_never_lead_out() {
        let out = |case: Case, path, target| {
            let case =
                case.file("elsewhere/x.md", SECRET).file("elsewhere/x.png", SECRET).file("elsewhere/en/a.md", SECRET);
            linked(case, path, target).hides("secret words").says(path)
        };
        check([
            out(warned("a file"), "content/en/x.md", "../../elsewhere/x.md"),
            out(warned("a folder"), "content/en/x", "../../elsewhere"),
            out(warned("a picture"), "content/en/x.png", "../../elsewhere/x.png"),
            out(warned("a locale"), "content/ko", "../elsewhere/en"),
            out(warned("a file of the system"), "content/en/x.md", "/etc/passwd"),
            out(refused("nothing"), "content/en/x.md", "nowhere.md"),
            out(safe("a static file"), "static/x.png", "../elsewhere/x.png"),
            out(safe("a template"), "templates/head.html", "../elsewhere/x.md"),
            out(safe("messages"), "locales/en/site.ftl", "../../elsewhere/x.md"),
        ]);
    }

    #[test]
    fn loops_of_links_end() {
        let looped = |name: &str, path, target| {
            linked(safe(name).article("# A\n\nIt is seen.\n").file("content/ko/b.md", "# B\n\nText.\n"), path, target)
        };
        check([
            looped("a folder in itself", "content/en/again", "."),
            looped("the folder above", "content/en/up", ".."),
            looped("the root", "content/en/up", "/"),
            looped("another locale", "content/en/other", "../ko"),
            looped("a file to itself", "content/en/x.md", "x.md").says("content/en/x.md"),
            linked(looped("two to each other", "content/en/x.md", "y.md"), "content/en/y.md", "x.md"),
        ]);
    }

    #[test]
    fn what_is_no_file_is_never_read() {
        let fifo = |path: &Path| {
            use rustix::fs::{CWD, FileType, Mode, mknodat};
            mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
        };
        let piped = |case: Case, path: &'static str| {
            case.with(move |folder| {
                let path = folder.join(path);
                fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
                fifo(&path);
            })
        };
        check([
            piped(refused("a pipe"), "content/en/x.md").says("content/en/x.md").says("named pipe"),
            piped(safe("a picture that is a pipe"), "content/en/x.png").article("# A\n\n![x](x.png)\n"),
            linked(piped(refused("a link to a pipe"), "content/en/pipe"), "content/en/x.md", "pipe"),
            linked(refused("a device"), "content/en/x.md", "/dev/zero").says("content/en/x.md").says("device"),
            refused("a socket")
                .with(|folder| drop(UnixListener::bind(folder.join("content/en/x.md")).expect("a socket")))
                .says("content/en/x.md"),
            piped(safe("a configuration that is a pipe"), "faultbook.toml"),
            piped(trouble("a template that is a pipe"), "templates/head.html").says("templates/head.html"),
            piped(trouble("messages that are a pipe"), "locales/en/site.ftl").says("locales/en/site.ftl"),
            piped(safe("a static file that is a pipe"), "static/x"),
        ]);
    }

    #[test]
    fn names_that_are_not_utf_8_are_named() {
        let named = |name: &'static [u8]| {
            refused("not UTF-8")
                .with(move |folder| write(&folder.join("content/en").join(OsStr::from_bytes(name)), b"# A\n\nText.\n"))
        };
        check([named(b"\xe9.md").says("\\xE9.md"), named(b"x/\xff/y.md").says("\\xFF")]);
    }

    #[test]
    fn what_may_not_be_read_is_named_in_the_system_s_words() {
        let closed = |name: &str, path: &'static str| {
            refused(name).article("# A\n\nText.\n").file("content/en/x/y.md", "# A\n\nText.\n").with(move |folder| {
                fs::set_permissions(folder.join(path), fs::Permissions::from_mode(0o0)).expect("modes can be set");
            })
        };
        let probe = tempfile::NamedTempFile::new().expect("a file");
        fs::set_permissions(probe.path(), fs::Permissions::from_mode(0o0)).expect("modes can be set");
        if fs::read(probe.path()).is_ok() {
            eprintln!("SKIPPED: the superuser may read everything");
            return;
        }
        check([
            closed("an article", "content/en/a.md").says("Permission denied").says("content/en/a.md"),
            closed("a folder", "content/en/x").says("Permission denied").says("content/en/x"),
        ]);
    }
}

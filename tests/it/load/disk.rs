//! Reading from the disk: bytes, links, special files, names.

use std::fs;

use super::*;

/// A folder on the disk that goes when it is dropped.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let folder = Self(tempfile::tempdir().expect("a temporary folder"));
        files.iter().for_each(|(path, bytes)| folder.write(path, bytes));
        folder
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("folders can be made");
        fs::write(path, bytes).expect("files can be written");
    }

    fn read(&self) -> Site {
        read(&Tree::disk(self.0.path()), &Request::default()).unwrap_or_else(|error| panic!("{error}"))
    }
}

const ARTICLE: (&str, &[u8]) = ("content/en/a.md", b"# A\n");

#[test]
fn paths_are_relative_to_the_working_directory() {
    let folder = Folder::new(&[ARTICLE]);
    let shown = |working: PathBuf, given: PathBuf| {
        let site = read(&Tree::disk(working), &dir(given)).expect("a site");
        site.sources.iter().next().map(|source| source.path.to_string())
    };
    assert_eq!(shown(folder.path(""), ".".into()).as_deref(), Some("content/en/a.md"));
    assert_eq!(shown(folder.path("content"), ".".into()).as_deref(), Some("en/a.md"));
    assert_eq!(shown(folder.path(""), folder.path("")).as_deref(), Some("content/en/a.md"));
    assert_eq!(shown(folder.path("content"), "..".into()).as_deref(), Some("../content/en/a.md"));
    let elsewhere = shown(std::env::temp_dir().join("nowhere"), folder.path("")).expect("a source");
    assert!(Path::new(&elsewhere).is_absolute(), "{elsewhere}");
}

#[test]
fn what_is_not_utf8_is_named_with_its_place() {
    let russian = b"---\ntitle: x\n---\n# \xce\xf8\xe8\xe1\xea\xe0\n";
    let folder = Folder::new(&[ARTICLE, ("content/ru/b.md", russian), ("content/ru/c.md", b"\xff\xfe#\0 \0A\0")]);
    let site = folder.read();
    assert_eq!(site.articles(), ["en a"]);
    assert_eq!(
        site.findings(),
        [
            "not-utf8 content/ru/b.md:19: byte 0xCE is not UTF-8",
            "not-utf8 content/ru/c.md:0: the file is UTF-16 (little-endian), not UTF-8",
        ]
    );
    assert!(site.helps().contains("windows-1251"), "{}", site.helps());
}

#[test]
fn the_size_of_a_file_has_a_limit() {
    let folder = Folder::new(&[ARTICLE, ("faultbook.toml", b"[limits]\narticle_mib = 1\n")]);
    folder.write("content/en/b.md", &vec![b'x'; (1 << 20) + 1]);
    folder.write("content/en/c.md", &vec![b'x'; 1 << 20]);
    let site = folder.read();
    assert_eq!(site.articles(), ["en a", "en c"]);
    assert_eq!(site.findings(), ["limit-exceeded content/en/b.md: the file has 1048577 bytes; the limit is 1 MiB"]);
}

#[test]
fn front_matter_without_end_is_not_read_to_the_end() {
    let long = |close: &str| format!("---\ntitle: \"{}\n{close}\ntext\n", "한".repeat(1 << 20)).into_bytes();
    let folder = Folder::new(&[("content/en/a.md", &long("---")), ("content/en/b.md", &vec![b'-'; 1 << 20])]);
    folder.write("content/en/c.md", &[b"---\ntitle: x\n---\n".to_vec(), vec![b'x'; 1 << 20]].concat());
    let lengths: Vec<usize> = folder.read().sources.iter().map(|source| source.text.len()).collect();
    assert!(lengths[0] > 64 << 10 && lengths[0] < 65 << 10, "{lengths:?}");
    assert_eq!(lengths[1..], [1 << 20, (1 << 20) + 17]);
}

#[test]
fn pictures_have_their_size() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x20\0\0\0\x10\x08\x02\0\0\0\xfc\x18\xed\xa3";
    let folder = Folder::new(&[ARTICLE, ("content/en/x.png", png), ("content/en/y.png", b"no picture")]);
    let site = folder.read();
    let sizes: Vec<_> = site.loaded.files.others.iter().map(load::OtherFile::dimensions).collect();
    assert_eq!(sizes, [Some(Dimensions { width: 32, height: 16 }), None]);
    assert!(
        matches!(&site.loaded.files.others[0].content, Blob::Disk(path) if *path == folder.path("./content/en/x.png"))
    );
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    use super::*;

    fn link(folder: &Folder, path: &str, target: &str) {
        symlink(target, folder.path(path)).expect("links can be made");
    }

    fn fifo(path: &Path) {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("pipes can be made");
    }

    #[test]
    fn links_within_the_content_are_followed() {
        let folder = Folder::new(&[ARTICLE, ("content/shared/media/x.png", b""), ("content/en/includes/f.md", b"x")]);
        fs::create_dir(folder.path("content/ko")).expect("folders can be made");
        link(&folder, "content/ko/b.md", "../en/a.md");
        link(&folder, "content/ko/media", "../shared/media");
        let site = folder.read();
        assert_eq!(site.articles(), ["en a", "en includes/f", "ko b"]);
        assert_eq!(site.others(), ["ko media/x.png"]);
        assert_eq!(site.findings(), [""; 0]);
    }

    #[test]
    fn link_loops_end_and_give_no_page_twice() {
        let folder = Folder::new(&[ARTICLE, ("content/shared/x.png", b""), ("content/ko/a.md", b"x")]);
        link(&folder, "content/en/self", ".");
        link(&folder, "content/en/up", "..");
        link(&folder, "content/en/other", "../ko");
        link(&folder, "content/en/shared", "../shared");
        link(&folder, "content/shared/again", "../shared");
        link(&folder, "content/en/x.md", "x.md");
        let site = folder.read();
        assert_eq!(site.articles(), ["en a", "ko a"]);
        assert_eq!(site.others(), ["en shared/x.png"]);
        let findings = site.findings();
        assert_eq!(findings.iter().filter(|line| line.starts_with("link-repeated")).count(), 4, "{findings:#?}");
        assert!(findings.iter().any(|line| line.starts_with("file-unreadable content/en/x.md")), "{findings:#?}");
    }

    #[test]
    fn a_long_chain_of_links_is_followed_or_named() {
        let folder = Folder::new(&[ARTICLE]);
        for n in 0..200 {
            fs::create_dir_all(folder.path(&format!("content/shared/{n}"))).expect("folders can be made");
            link(&folder, &format!("content/shared/{n}/l"), &format!("../{}", n + 1));
        }
        link(&folder, "content/en/l", "../shared/0");
        assert!(folder.read().articles().contains(&"en a".to_owned()));
    }

    #[test]
    fn links_out_of_the_content_are_never_followed() {
        let folder =
            Folder::new(&[ARTICLE, ("secret.md", b"secret"), ("secrets/b.md", b"secret"), ("content/.git/c.md", b"s")]);
        link(&folder, "content/en/b.md", "../../secret.md");
        link(&folder, "content/en/c.md", "../.git/c.md");
        link(&folder, "content/en/d", "../../secrets");
        link(&folder, "content/ko", "../secrets");
        link(&folder, "content/en/gone.md", "nowhere.md");
        let site = folder.read();
        assert_eq!(site.articles(), ["en a"]);
        assert_eq!(site.sources.iter().count(), 1);
        assert_eq!(
            site.findings(),
            [
                "link-outside content/en/b.md: the link `b.md` leads to `../../secret.md`, which is not part of the content",
                "link-outside content/en/c.md: the link `c.md` leads to `../.git/c.md`, which is not part of the content",
                "link-outside content/en/d: the link `d` leads to `../../secrets`, which is not part of the content",
                "file-unreadable content/en/gone.md: the link `gone.md` leads to `nowhere.md`, which does not exist",
                "link-outside content/ko: the link `ko` leads to `../secrets`, which is not part of the content",
            ]
        );
    }

    #[test]
    fn static_files_come_without_what_leads_out() {
        let folder = Folder::new(&[ARTICLE, ("static/.htaccess", b"x"), ("secret", b"x"), ("static/.git/x", b"x")]);
        link(&folder, "static/x", "../secret");
        let site = folder.read();
        assert_eq!(site.loaded.files.statics.iter().map(|file| &*file.path).collect::<Vec<_>>(), [".htaccess"]);
        assert_eq!(
            site.findings(),
            ["link-outside static/x: the link `x` leads to `../secret`, which is not part of the content"]
        );
    }

    #[test]
    fn a_content_folder_behind_a_link_is_read() {
        let folder = Folder::new(&[("elsewhere/en/a.md", b"x")]);
        link(&folder, "content", "elsewhere");
        assert_eq!((folder.read().articles(), folder.read().findings()), (vec!["en a".to_owned()], vec![]));
    }

    #[test]
    fn pipes_and_sockets_are_never_opened() {
        let folder = Folder::new(&[ARTICLE]);
        fifo(&folder.path("content/en/pipe.md"));
        let socket = UnixListener::bind(folder.path("content/en/socket.md")).expect("sockets can be made");
        link(&folder, "content/en/through.md", "pipe.md");
        link(&folder, "content/en/zero.md", "/dev/zero");
        let site = folder.read();
        drop(socket);
        assert_eq!(
            site.findings(),
            [
                "file-unreadable content/en/pipe.md: `pipe.md` is a named pipe (FIFO), which is never read",
                "file-unreadable content/en/socket.md: `socket.md` is a socket, which is never read",
                "file-unreadable content/en/through.md: `through.md` is a named pipe (FIFO), which is never read",
                "file-unreadable content/en/zero.md: `zero.md` is a device, which is never read",
            ]
        );
    }

    #[test]
    fn odd_names_are_taken_or_named() {
        let folder = Folder::new(&[ARTICLE, ("content/en/b.md/c.md", b"x"), ("content/en/d <script>'\".md", b"x")]);
        for bad in [&b"content/en/\xe9.md"[..], b"content/\xff"] {
            let path = folder.path("").join(OsStr::from_bytes(bad));
            let made = if bad.ends_with(b".md") { fs::write(&path, "x") } else { fs::create_dir(&path) };
            made.expect("this file system takes any name");
        }
        let site = folder.read();
        assert_eq!(site.articles(), ["en a", "en b.md/c", "en d <script>'\""]);
        assert_eq!(
            site.findings(),
            [
                "file-unreadable content/en/\\xE9.md: the name `\\xE9.md` is not UTF-8",
                "file-unreadable content/\\xFF: the name `\\xFF` is not UTF-8",
            ]
        );
    }

    #[test]
    fn what_may_not_be_read_is_said_in_the_systems_words() {
        let folder = Folder::new(&[ARTICLE, ("content/en/b.md", b"x"), ("content/en/c/d.md", b"x")]);
        let allow = |path: &str, mode| {
            fs::set_permissions(folder.path(path), fs::Permissions::from_mode(mode)).expect("modes can be set");
        };
        allow("content/en/b.md", 0);
        allow("content/en/c", 0);
        let findings = folder.read().findings();
        let is_superuser = fs::read(folder.path("content/en/b.md")).is_ok();
        allow("content/en/c", 0o700);
        let expected = [
            "file-unreadable content/en/c: `c` could not be read: Permission denied (os error 13)",
            "file-unreadable content/en/b.md: the file could not be read: Permission denied (os error 13)",
        ];
        assert_eq!(findings, if is_superuser { &[][..] } else { &expected[..] });
    }

    #[test]
    fn paths_of_any_depth_are_read_or_named() {
        let folder = Folder::new(&[ARTICLE]);
        let name = "d".repeat(40);
        let mut deep = fs::File::open(folder.path("content/en")).expect("the folder opens");
        for _ in 0..150 {
            use rustix::fs::{Mode, OFlags, mkdirat, openat};
            mkdirat(&deep, &*name, Mode::RWXU).expect("folders can be made");
            deep = openat(&deep, &*name, OFlags::RDONLY, Mode::empty()).expect("the folder opens").into();
        }
        let findings = folder.read().findings();
        assert_eq!(findings.len(), 1, "{findings:#?}");
        assert!(
            findings[0].starts_with("file-unreadable content/en/ddd") && findings[0].contains("name too long"),
            "{findings:#?}"
        );
    }
}

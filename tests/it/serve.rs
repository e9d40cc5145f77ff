//! The preview server, asked over real connections: what it gives, what it refuses, what it survives.

mod client;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use faultbook::load::{self, Tree};
use faultbook::output::Cancel;
use faultbook::pipeline::{Built, Request};
use faultbook::serve::{Build, Failure, Notice, Options, Preview, Project, ServeError, start};

use self::client::{Server, serving};

/// A build that serves the files of a folder: `broken` says what is broken in it, `panic` makes it panic.
struct Folder(PathBuf);

impl Build for Folder {
    fn build(&mut self, _cancel: &Cancel) -> Result<Preview, Failure> {
        assert!(!self.0.join("panic").exists(), "asked to panic");
        let files = walkdir::WalkDir::new(&self.0).into_iter().flatten().filter(|entry| entry.file_type().is_file());
        let read = |path: &Path| {
            let name = path.strip_prefix(&self.0).expect("within").to_string_lossy().into_owned();
            (name, fs::read(path).unwrap_or_default())
        };
        let files: BTreeMap<String, Vec<u8>> = files.map(|entry| read(entry.path())).collect();
        let broken = files.get("broken").map(|text| String::from_utf8_lossy(text).into_owned());
        Ok(Preview { files, broken, base: String::new(), built: Built::default() })
    }

    fn watched(&self) -> Vec<PathBuf> {
        vec![self.0.clone()]
    }
}

/// Starts a server in a folder with `files`.
fn server(files: &[(&str, &str)]) -> Server {
    serving(files, |folder| Folder(folder.join("site")))
}

/// Starts a server for a site of the pipeline.
fn project(files: &[(&str, &str)]) -> Server {
    serving(files, |folder| {
        let dir = Some(PathBuf::from("site"));
        Project::new(
            Tree::disk(folder),
            Request { load: load::Request { dir, ..load::Request::default() }, ..Request::default() },
        )
    })
}

const PAGES: &[(&str, &str)] = &[
    ("index.html", "<!doctype html><body>root</body>"),
    ("404.html", "<!doctype html><body>nothing</body>"),
    ("ko/index.html", "<!doctype html><body>한국어</body>"),
    ("ko/404.html", "<!doctype html><body>없음</body>"),
    ("style.css", "0123456789"),
    ("empty.txt", ""),
    (".env", "secret"),
    (".git/config", "secret"),
    (".well-known/security.txt", "Contact: mailto:a@example.com"),
];

#[test]
fn files_have_their_types_and_safe_headers() {
    let server = server(PAGES);
    let check = |path: &str, status: u16, media_type: &str| {
        let answer = server.get(path);
        assert_eq!((answer.status, answer.header("content-type")), (status, Some(media_type)), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(answer.header("content-security-policy"), Some("default-src 'self'"), "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), None, "{path}");
        assert_eq!(answer.header("content-length"), Some(&*answer.body.len().to_string()), "{path}");
    };
    check("/", 200, "text/html; charset=utf-8");
    check("/ko/?a=b", 200, "text/html; charset=utf-8");
    check("/style.css", 200, "text/css; charset=utf-8");
    check("/empty.txt", 200, "text/plain; charset=utf-8");
    check("/_/reload.js", 200, "text/javascript; charset=utf-8");
    check("/.well-known/security.txt", 200, "text/plain; charset=utf-8");
    check("/nowhere", 404, "text/html; charset=utf-8");
    assert_eq!(server.get("/style.css").text(), "0123456789");
    assert!(server.get("/ko/nowhere").text().contains("없음"));
    assert!(server.get("/sl/nowhere").text().contains("nothing"));
}

#[test]
fn pages_alone_have_the_script_that_reloads_them() {
    let server = server(PAGES);
    let page = server.get("/ko/");
    assert!(page.text().contains("한국어<script src=\"/_/reload.js\" data-build=\""), "{}", page.text());
    assert!(page.text().ends_with(" defer></script></body>"));
    assert!(!server.get("/style.css").text().contains("reload"));
}

#[test]
fn no_path_leads_out_of_the_site() {
    let server = server(PAGES);
    fs::write(server.folder.path().join("outside"), "secret").expect("a file");
    let up = [
        "..",
        "%2e%2e",
        "%2E.",
        ".%2e",
        "%252e%252e",
        "..%00",
        "..%5c..",
        "%c0%ae%c0%ae",
        "%uff0e%uff0e",
        "....",
        ".;",
    ];
    let slashes = ["/", "%2f", "%252f", "\\", "%5c", "//"];
    let mut paths: Vec<String> =
        up.iter().flat_map(|up| slashes.iter().map(move |slash| format!("/{up}{slash}outside"))).collect();
    paths.extend(["/", "//", "///"].map(|start| format!("{start}{}", server.folder.path().join("outside").display())));
    paths.extend(["/ko/", "/ko/%2e%2e/"].map(|start| format!("{start}../../outside")));
    paths.extend(["/outside%00.html", "/%", "/%zz", "/file:///etc/passwd", "file:///etc/passwd"].map(str::to_owned));
    paths.extend([1000, 5000].map(|times| format!("/{}outside", "../".repeat(times))));
    paths.extend(["/.env", "/%2eenv", "/.git/config", "/ko/../.env", "/.git"].map(str::to_owned));
    assert!(paths.len() > 70);
    for path in paths {
        let answer = server.get(&path);
        assert!((300..500).contains(&answer.status), "{path}: {}", answer.head);
        assert!(!answer.body.windows(6).any(|window| window == b"secret"), "{path}");
    }
    let absolute = format!("http://{}/style.css", server.address());
    assert_eq!(server.get(&absolute).status, 200);
}

#[test]
fn folders_redirect_within_the_site() {
    let server = server(PAGES);
    let location = |path: &str| server.get(path).header("location").map(str::to_owned);
    assert_eq!(location("/ko").as_deref(), Some("./ko/"));
    assert_eq!(location("/ko?a=//evil.example").as_deref(), Some("./ko/?a=//evil.example"));
    for path in
        ["//evil.example", "//evil.example/ko", "//evil.example/..;/ko", "/%2f%2fevil.example/ko", "/\\evil.example"]
    {
        assert_eq!(location(path), None, "{path}");
    }
    let split = server.get("/ko?%0d%0aSet-Cookie:%20a=b");
    assert_eq!((split.status, split.header("set-cookie")), (307, None));
}

#[test]
fn only_its_own_names_are_answered() {
    let server = server(PAGES);
    let port = server.address().port();
    let check = |host: &str, status: u16| {
        let answer = server.raw(format!("GET / HTTP/1.1\r\nConnection: close\r\n{host}\r\n").as_bytes());
        assert_eq!(answer.status, status, "{host}");
    };
    for host in
        ["localhost".to_owned(), format!("localhost:{port}"), format!("127.0.0.1:{port}"), format!("[::1]:{port}")]
    {
        check(&format!("Host: {host}\r\n"), 200);
    }
    for host in ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "192.168.0.1", "a@localhost"] {
        check(&format!("Host: {host}:{port}\r\n"), 421);
    }
    check("", 400);
    check("Host:\r\n", 400);
    check("Host: localhost\r\nHost: localhost\r\n", 400);
    check("Host: local host\r\n", 400);
    let absolute = server.ask("GET", "http://evil.example/", "");
    assert_eq!(absolute.status, 400);
    assert!(server.address().ip().is_loopback());
}

#[test]
fn only_reading_is_answered() {
    let server = server(PAGES);
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"] {
        let path = if method == "CONNECT" { "localhost:80" } else { "/" };
        let answer = server.ask(method, path, "X-Echo: seen\r\n");
        assert!(matches!(answer.status, 400 | 405), "{method}: {}", answer.head);
        assert!(answer.status == 400 || answer.header("allow") == Some("get, head"), "{method}");
        assert!(!answer.text().contains("seen"), "{method}");
    }
    let whole = server.get("/style.css");
    let head = server.ask("HEAD", "/style.css", "");
    assert_eq!(
        (head.status, head.header("content-length"), head.header("etag")),
        (200, Some("10"), whole.header("etag"))
    );
    assert!(head.body.is_empty());
    assert_eq!(server.ask("HEAD", "/nowhere", "").status, 404);
}

#[test]
fn parts_of_files_are_given() {
    let server = server(PAGES);
    let check = |range: &str, status: u16, place: Option<&str>, body: &str| {
        let answer = server.ask("GET", "/style.css", &format!("Range: {range}\r\n"));
        assert_eq!((answer.status, answer.header("content-range")), (status, place), "{range}");
        assert!(status == 416 || answer.text() == body, "{range}");
    };
    check("bytes=2-4", 206, Some("bytes 2-4/10"), "234");
    check("bytes=-2", 206, Some("bytes 8-9/10"), "89");
    check("bytes=10-", 416, Some("bytes */10"), "");
    check("bytes=4-2", 200, None, "0123456789");
    check(&format!("bytes={}0-1", "0-9,".repeat(1000)), 200, None, "0123456789");
    assert_eq!(server.ask("GET", "/empty.txt", "Range: bytes=0-\r\n").status, 416);
    assert_eq!(server.ask("HEAD", "/style.css", "Range: bytes=2-4\r\n").status, 200);
    let etag = server.get("/style.css").header("etag").expect("an ETag").to_owned();
    let when = |tag: &str| server.ask("GET", "/style.css", &format!("Range: bytes=2-4\r\nIf-Range: {tag}\r\n")).status;
    assert_eq!((when(&etag), when("\"other\"")), (206, 200));
}

#[test]
fn what_the_browser_has_is_not_sent_again() {
    let server = server(PAGES);
    for path in ["/", "/style.css", "/_/reload.js"] {
        let etag = server.get(path).header("etag").expect("an ETag").to_owned();
        for tags in [etag.clone(), format!("W/{etag}"), format!("\"x\", {etag}"), "*".to_owned()] {
            let answer = server.ask("GET", path, &format!("If-None-Match: {tags}\r\n"));
            assert_eq!(
                (answer.status, answer.body.len(), answer.header("etag")),
                (304, 0, Some(&*etag)),
                "{path} {tags}"
            );
        }
        assert_eq!(server.ask("GET", path, "If-None-Match: \"x\"\r\n").status, 200);
    }
}

#[test]
fn malformed_requests_are_refused() {
    let server = server(PAGES);
    let host = "Host: localhost\r\n";
    let long = "a".repeat(1 << 20);
    let many: String = (0..10_000).map(|index| format!("X-{index}: a\r\n")).collect();
    let requests = [
        format!("GET / HTTP/1.1\r\n{host}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
        format!("GET / HTTP/1.1\r\n{host}Content-Length: x\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}Content-Length: 10485760\r\n\r\n{}", "a".repeat(10 << 20)),
        format!("GET / HTTP/1.1\r\n{host}X: a\0b\r\n\r\n"),
        format!("GET /\0 HTTP/1.1\r\n{host}\r\n"),
        format!("GET /{long} HTTP/1.1\r\n{host}\r\n"),
        format!("GET / HTTP/1.1\r\n{host}X: {long}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}{many}\r\n"),
        format!("GET / HTTP/9.9\r\n{host}\r\n"),
        format!("GET / /x HTTP/1.1\r\n{host}\r\n"),
        format!("GET / HTTP/1.1\r\n {host}\r\n"),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(),
        "\x16\x03\x01\x02\0\x01\0\x01\u{fc}\x03\x03\r\n\r\n".to_owned(),
        "\0\0\0\0\r\n\r\n".to_owned(),
    ];
    for request in requests {
        let answer = server.raw(request.as_bytes());
        let shown: String = request.chars().take(80).collect();
        assert!(
            answer.status == 0 || (400..500).contains(&answer.status) || answer.status == 505,
            "{shown}: {}",
            answer.head
        );
    }
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn slow_clients_hold_up_nobody() {
    let server = server(PAGES);
    let slow: Vec<TcpStream> = (0..200)
        .map(|_| {
            let mut stream = server.connect();
            stream.write_all(b"GET / HTTP/1.1\r\nHost: local").expect("half a head");
            stream
        })
        .collect();
    let began = Instant::now();
    assert_eq!(server.get("/").status, 200);
    assert!(began.elapsed() < Duration::from_secs(2));
    drop(slow);
}

#[test]
fn other_sites_cannot_listen() {
    let server = server(PAGES);
    for header in
        ["Origin: http://evil.example", "Origin: null", "Origin: http://localhost", "Sec-Fetch-Site: cross-site"]
    {
        assert_eq!(server.ask("GET", "/_/reload", &format!("{header}\r\n")).status, 403, "{header}");
    }
    let own = server.ask("HEAD", "/_/reload", &format!("Origin: http://{}\r\n", server.address()));
    assert_eq!((own.status, own.header("content-type")), (200, Some("text/event-stream")));
}

#[test]
fn a_changed_file_is_built_and_told() {
    let server = server(PAGES);
    let mut events = server.listen();
    let first = events.next(|_| true);
    assert!(server.get("/").text().contains(first["build"].as_str().expect("a name")));
    server.write("ko/index.html", "<body>새</body>");
    let second = events.next(|state| state["build"] != first["build"]);
    let page = server.get("/ko/");
    assert!(page.text().contains("새") && page.text().contains(second["build"].as_str().expect("a name")));
    server.write("new/index.html", "new");
    events.next(|state| state["build"] != second["build"]);
    assert_eq!(server.get("/new/").status, 200);
}

#[test]
fn what_is_broken_is_told_and_its_pages_stay() {
    let server = server(PAGES);
    let mut events = server.listen();
    fs::remove_dir_all(server.path("ko")).expect("no more pages");
    events.next(|_| server.get("/ko/").status == 404);
    server.write("ko/index.html", "<body>다시</body>");
    events.next(|_| server.get("/ko/").status == 200);
    server.write("broken", "<b>a\n\u{2028}</script>");
    let state = events.next(|state| !state["problem"].is_null());
    assert_eq!(state["problem"], "<b>a\n\u{2028}</script>");
    fs::remove_file(server.path("ko/index.html")).expect("no more page");
    server.write("sl/index.html", "<body>novo</body>");
    events.next(|_| server.get("/sl/").status == 200);
    assert!(server.get("/ko/").text().contains("다시"));
    fs::remove_file(server.path("broken")).expect("mended");
    events.next(|state| state["problem"].is_null());
    assert_eq!(server.get("/ko/").status, 404);
}

#[test]
fn a_panic_in_a_build_ends_nothing() {
    let server = server(PAGES);
    let mut events = server.listen();
    server.write("panic", "");
    let state = events.next(|state| !state["problem"].is_null());
    assert!(state["problem"].as_str().expect("text").contains("asked to panic"));
    assert_eq!(server.get("/ko/").status, 200);
    fs::remove_file(server.path("panic")).expect("mended");
    events.next(|state| state["problem"].is_null());
}

#[test]
fn a_deleted_folder_ends_nothing() {
    let server = server(&[("a/index.html", "a")]);
    let mut events = server.listen();
    fs::remove_dir_all(server.path("")).expect("gone");
    events.next(|_| server.get("/a/").status == 404);
    server.write("a/index.html", "again");
    events.next(|_| server.get("/a/").status == 200);
    server.write("a/index.html", "and again");
    events.next(|_| server.get("/a/").text().contains("and again"));
}

const ARTICLE: &str = "---\ntitle: Sign-in\n---\n# AADSTS50000: sign-in fails\n\nTry again.\n";

#[test]
fn a_broken_article_is_shown_until_it_is_mended() {
    let server = project(&[("content/en/a.md", ARTICLE), ("content/en/b.md", "# AADSTS50001: other\n\nText.\n")]);
    let mut events = server.listen();
    events.next(|state| state["problem"].is_null());
    let pages = ["/", "/en/", "/en/errors/aadsts50000/", "/en/errors/aadsts50001/", "/status/"];
    let are_there = || pages.iter().all(|path| server.get(path).status == 200);
    assert!(are_there());
    server.write("content/en/a.md", "---\ntitle: [\n---\n# A\n\nText.\n");
    let state = events.next(|state| !state["problem"].is_null());
    let problem = state["problem"].as_str().expect("text");
    assert!(problem.contains("error[front-matter-invalid]") && problem.contains("site/content/en/a.md:"), "{problem}");
    let report = server.hear(|notice| if let Notice::Broken { report } = notice { Some(report.clone()) } else { None });
    assert!(report.contains("a.md"), "{report}");
    assert!(are_there());
    server.write("content/en/b.md", "# AADSTS50001: another word\n\nText.\n");
    events.next(|_| server.get("/en/errors/aadsts50001/").text().contains("another word"));
    server.write("content/en/a.md", ARTICLE);
    events.next(|state| state["problem"].is_null());
}

#[test]
fn a_broken_configuration_and_a_deleted_content_folder_end_nothing() {
    let server = project(&[("content/en/a.md", ARTICLE)]);
    let mut events = server.listen();
    server.write("faultbook.toml", "title = ");
    let state = events.next(|state| !state["problem"].is_null());
    assert!(state["problem"].as_str().expect("text").contains("faultbook.toml:1:"), "{state}");
    server.write("faultbook.toml", "title = \"Errors\"\n");
    events.next(|state| state["problem"].is_null());
    fs::remove_dir_all(server.path("content")).expect("gone");
    let state = events.next(|state| !state["problem"].is_null());
    assert!(state["problem"].as_str().expect("text").contains("help: "), "{state}");
    assert!(matches!(server.get("/").status, 200 | 404));
    server.write("content/en/a.md", ARTICLE);
    events.next(|state| state["problem"].is_null());
}

#[test]
fn a_broken_template_is_shown_over_the_old_pages() {
    let server = project(&[("content/en/a.md", ARTICLE)]);
    let mut events = server.listen();
    server.write("templates/article.html", "{% if %}");
    let state = events.next(|state| !state["problem"].is_null());
    assert!(state["problem"].as_str().expect("text").contains("article.html"), "{state}");
    assert_eq!(server.get("/en/").status, 200);
    fs::remove_dir_all(server.path("templates")).expect("mended");
    events.next(|state| state["problem"].is_null());
}

#[test]
fn a_site_that_cannot_be_read_is_an_error_at_the_start() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let options = Options { port: Some(0), ..Options::default() };
    let error = start(&options, Project::new(Tree::disk(folder.path()), Request::default()), |_| {})
        .expect_err("nothing there");
    assert!(matches!(error, ServeError::Build(Failure::Read(_))), "{error}");
}

#[test]
fn a_port_that_is_taken_is_an_error_if_it_was_asked_for() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let port = Some(taken.local_addr().expect("an address").port());
    let options = Options { port, ..Options::default() };
    let error = start(&options, Folder(folder.path().to_owned()), |_| {}).expect_err("the port is taken");
    assert!(matches!(error, ServeError::Listen(_)), "{error}");
}

#[test]
fn a_server_that_was_stopped_is_gone() {
    let server = server(PAGES);
    let mut idle = server.connect();
    let address = server.address();
    server.handle.stop();
    assert_eq!(idle.read(&mut [0]).unwrap_or_default(), 0);
    assert!(TcpStream::connect(address).is_err());
}

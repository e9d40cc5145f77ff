//! A server in a temporary folder, and a client that sends what it is told to.

use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use faultbook::serve::{Build, Handle, Notice, Options, start};
use tempfile::TempDir;

/// What must happen happens within this time.
const DEADLINE: Duration = Duration::from_secs(20);

pub struct Server {
    pub handle: Handle,
    notices: Receiver<Notice>,
    pub folder: TempDir,
}

/// Starts a server of what `build` returns for a folder whose `site` has `files`.
pub fn serving<B: Build + 'static>(files: &[(&str, &str)], build: impl FnOnce(&Path) -> B) -> Server {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("site")).expect("a folder");
    for (path, text) in files {
        write(folder.path(), path, text);
    }
    let (sender, notices) = channel();
    let tell = move |notice: &Notice| drop(sender.send(notice.clone()));
    let options = Options { port: Some(0), ..Options::default() };
    let handle = start(&options, build(folder.path()), tell).expect("a server");
    Server { handle, notices, folder }
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join("site").join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// An answer; nothing at all where the connection was just closed.
#[derive(Debug, Default)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    fn read(stream: &mut TcpStream) -> Self {
        let mut bytes = Vec::new();
        match stream.read_to_end(&mut bytes) {
            Ok(_) => {}
            // The server closed while the request was still being sent.
            Err(error) if matches!(error.kind(), ErrorKind::ConnectionReset | ErrorKind::BrokenPipe) => {}
            Err(error) => panic!("no answer: {error}"),
        }
        let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else { return Self::default() };
        let head = String::from_utf8(bytes[..end].to_vec()).expect("an ASCII head").to_ascii_lowercase();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Self { status, head, body: bytes[end + 4..].to_vec() }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.head
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(": "))
            .find_map(|(key, value)| (key == name).then_some(value))
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text")
    }
}

impl Server {
    pub fn address(&self) -> SocketAddr {
        self.handle.address()
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address()).expect("a connection");
        stream.set_read_timeout(Some(DEADLINE)).expect("a timeout");
        stream
    }

    /// Sends `bytes` as they are.
    pub fn raw(&self, bytes: &[u8]) -> Answer {
        let mut stream = self.connect();
        // A server that refuses needn't read to the end.
        let _ = stream.write_all(bytes);
        Answer::read(&mut stream)
    }

    pub fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        let host = self.address();
        self.raw(format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n").as_bytes())
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    pub fn listen(&self) -> Events {
        let mut stream = self.connect();
        write!(stream, "GET /_/reload HTTP/1.1\r\nHost: {}\r\n\r\n", self.address()).expect("a request");
        Events(BufReader::new(stream))
    }

    /// Waits for a notice that `wanted` returns something for.
    pub fn hear<T>(&self, wanted: impl Fn(&Notice) -> Option<T>) -> T {
        let end = Instant::now() + DEADLINE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let notice = self.notices.recv_timeout(left).expect("a notice in time");
            if let Some(found) = wanted(&notice) {
                return found;
            }
        }
    }

    pub fn write(&self, path: &str, text: &str) {
        write(self.folder.path(), path, text);
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join("site").join(path)
    }
}

/// The stream of events.
pub struct Events(BufReader<TcpStream>);

impl Events {
    /// Returns the next state that `wanted` holds for.
    pub fn next(&mut self, wanted: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        let end = Instant::now() + DEADLINE;
        while Instant::now() < end {
            let mut line = String::new();
            self.0.read_line(&mut line).expect("an event");
            if let Some(json) = line.strip_prefix("data: ") {
                let state = serde_json::from_str(json).expect("JSON");
                if wanted(&state) {
                    return state;
                }
            }
        }
        panic!("no such event in time");
    }
}

//! The files of one build, as they are served.

use std::collections::BTreeMap;
use std::sync::Arc;

use hyper::body::Bytes;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::kind::media_type;
use super::project::Preview;

/// The script that reloads pages.
const SCRIPT: &str = include_str!("../../templates/assets/reload.js");

/// What stands for itself in a path.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A site as one build made it.
#[derive(Debug, Default)]
pub(super) struct Snapshot {
    /// Names the build; no other build of any server has the same name.
    pub version: Arc<str>,
    base: String,
    files: BTreeMap<String, File>,
}

#[derive(Debug, Clone)]
struct File {
    bytes: Bytes,
    /// The version of the first build with these bytes.
    since: Arc<str>,
}

/// A file as it is sent.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub bytes: Bytes,
    pub media_type: &'static str,
    /// With its quotes.
    pub etag: String,
}

/// What stands at an address.
#[derive(Debug)]
pub(super) enum Found {
    File(Answer),
    /// A folder, to be asked for with a slash at its end: a reference relative to the address.
    Folder(String),
    /// Nothing, with the page that says so.
    Nothing(Option<Answer>),
}

impl Snapshot {
    /// Returns the files of `preview` under the name `version`; what is missing because of broken content
    /// stays as it is in `old`.
    pub fn new(preview: Preview, version: &str, old: &Self) -> Self {
        let version: Arc<str> = version.into();
        let file = |path: &str, bytes: Vec<u8>| match old.files.get(path) {
            Some(file) if file.bytes == bytes => file.clone(),
            _ => File { bytes: bytes.into(), since: version.clone() },
        };
        let files = preview.files.into_iter();
        let mut files: BTreeMap<String, File> = files.map(|(path, bytes)| (path.clone(), file(&path, bytes))).collect();
        if preview.broken.is_some() {
            for (path, file) in &old.files {
                files.entry(path.clone()).or_insert_with(|| file.clone());
            }
        }
        Self { version, base: preview.base, files }
    }

    /// Tells whether `other` has the same files.
    pub fn is_like(&self, other: &Self) -> bool {
        let is_same =
            |(one, other): ((&String, &File), (&String, &File))| one.0 == other.0 && one.1.bytes == other.1.bytes;
        self.base == other.base
            && self.files.len() == other.files.len()
            && self.files.iter().zip(&other.files).all(is_same)
    }

    /// Returns what stands at `address`, the path of a URL.
    pub fn find(&self, address: &str) -> Found {
        let Some(path) = plain_path(address) else { return Found::Nothing(self.not_found("")) };
        match self.at(&path) {
            Found::Nothing(page) => match self.below_base(&path).map(|path| self.at(path)) {
                Some(found) => found,
                None => Found::Nothing(page),
            },
            found => found,
        }
    }

    fn at(&self, path: &str) -> Found {
        if path.is_empty() || path.ends_with('/') {
            let index = format!("{path}index.html");
            return self.answer(&index).map_or_else(|| Found::Nothing(self.not_found(path)), Found::File);
        }
        if let Some(answer) = self.answer(path) {
            return Found::File(answer);
        }
        if self.files.contains_key(&format!("{path}/index.html")) {
            let name = path.rsplit('/').next().unwrap_or(path);
            // With `./` a name can be taken for neither a scheme nor a host.
            return Found::Folder(format!("./{}/", utf8_percent_encode(name, PLAIN)));
        }
        Found::Nothing(self.not_found(path))
    }

    /// Returns the page of the locale that `path` is in, or of the whole site, for what is not there.
    fn not_found(&self, path: &str) -> Option<Answer> {
        let locale = path.split('/').next().unwrap_or_default();
        self.answer(&format!("{locale}/404.html")).or_else(|| self.answer("404.html"))
    }

    /// Returns the path without that of the base URL.
    fn below_base<'a>(&self, path: &'a str) -> Option<&'a str> {
        if self.base.is_empty() {
            return None;
        }
        path.strip_prefix(&*self.base)?.strip_prefix('/')
    }

    fn answer(&self, path: &str) -> Option<Answer> {
        let file = self.files.get(path)?;
        let media_type = media_type(path);
        let answer = if media_type.starts_with("text/html") {
            Answer::new(media_type, with_script(&file.bytes, &self.version), &self.version)
        } else {
            Answer::new(media_type, file.bytes.clone(), &file.since)
        };
        Some(answer)
    }

    /// Returns the script that reloads pages.
    pub fn script(&self) -> Answer {
        Answer::new(media_type(".js"), Bytes::from_static(SCRIPT.as_bytes()), &self.version)
    }
}

impl Answer {
    /// Returns the answer of `bytes`, which are the same as long as `version` is.
    fn new(media_type: &'static str, bytes: Bytes, version: &str) -> Self {
        Self { bytes, media_type, etag: format!("\"{version}\"") }
    }
}

/// Returns `page` with the script at the end of its body.
fn with_script(page: &[u8], version: &str) -> Bytes {
    let at = memchr::memmem::rfind(page, b"</body>").unwrap_or(page.len());
    let script = format!("<script src=\"/_/reload.js\" data-build=\"{version}\" defer></script>");
    [&page[..at], script.as_bytes(), &page[at..]].concat().into()
}

/// Returns the path of the site that `address` names: decoded once, without the leading slash.
///
/// There is none for an address that is no plain path, or has a part that begins with a dot.
fn plain_path(address: &str) -> Option<String> {
    let mut parts = Vec::new();
    let encoded = address.strip_prefix('/')?;
    let last = encoded.matches('/').count();
    for (index, part) in encoded.split('/').enumerate() {
        let part = percent_decode_str(part).decode_utf8().ok()?;
        let is_end = index == last && part.is_empty();
        let is_hidden = part.starts_with('.') && !(index == 0 && part == ".well-known");
        if is_hidden || part.is_empty() && !is_end || part.contains(['/', '\\', '\0']) {
            return None;
        }
        parts.push(part);
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapshot(paths: &[&str]) -> Snapshot {
        let files = paths.iter().map(|&path| (path.to_owned(), path.as_bytes().to_vec())).collect();
        let preview = Preview { files, base: "docs/errors".to_owned(), ..Preview::default() };
        Snapshot::new(preview, "1", &Snapshot::default())
    }

    fn found(address: &str) -> String {
        let paths = ["index.html", "404.html", "ko/index.html", "ko/404.html", "ko/č 오류/index.html", "a.txt", ".env"];
        match snapshot(&paths).find(address) {
            Found::File(answer) => {
                let text = String::from_utf8_lossy(&answer.bytes).into_owned();
                text.split('<').next().unwrap_or_default().to_owned()
            }
            Found::Folder(reference) => format!("-> {reference}"),
            Found::Nothing(page) => match page {
                Some(answer) if answer.bytes.starts_with(b"ko/") => "nothing in ko".to_owned(),
                _ => "nothing".to_owned(),
            },
        }
    }

    #[test]
    fn addresses_lead_to_files() {
        assert_eq!(found("/"), "index.html");
        assert_eq!(found("/ko/"), "ko/index.html");
        assert_eq!(found("/ko/%C4%8D%20%EC%98%A4%EB%A5%98/"), "ko/č 오류/index.html");
        assert_eq!(found("/a.txt"), "a.txt");
        assert_eq!(found("/%61.txt"), "a.txt");
    }

    #[test]
    fn folders_are_asked_for_with_a_slash() {
        assert_eq!(found("/ko"), "-> ./ko/");
        assert_eq!(found("/ko/%C4%8D%20%EC%98%A4%EB%A5%98"), "-> ./%C4%8D%20%EC%98%A4%EB%A5%98/");
    }

    #[test]
    fn the_site_stands_at_its_published_path_too() {
        assert_eq!(found("/docs/errors/"), "index.html");
        assert_eq!(found("/docs/errors/ko"), "-> ./ko/");
        assert_eq!(found("/docs/errors/ko/x"), "nothing in ko");
        assert_eq!(found("/docs/errorsko/"), "nothing");
    }

    #[test]
    fn nothing_else_is_there() {
        for address in
            ["//ko/", "/ko//", "/./a.txt", "/../a.txt", "/.env", "/%2e%65nv", "/ko%2Findex.html", "/a.txt/", "*"]
        {
            assert_eq!(found(address), "nothing", "{address}");
        }
        assert_eq!(found("/ko/nowhere/"), "nothing in ko");
    }

    #[test]
    fn pages_stay_while_content_is_broken() {
        let old = snapshot(&["a", "b"]);
        let broken = Preview { broken: Some("an error".to_owned()), ..Preview::default() };
        let kept = Snapshot::new(broken, "2", &old);
        assert_eq!(kept.files.keys().collect::<Vec<_>>(), ["a", "b"]);
        let fixed = Snapshot::new(Preview::default(), "3", &kept);
        assert!(fixed.files.is_empty());
    }
}

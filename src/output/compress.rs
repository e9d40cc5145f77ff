//! Copies of files in the forms that browsers take compressed: `.br` (RFC 7932) and `.gz` (RFC 1952).
//!
//! The same bytes come out of the same file on every machine. Large files are compressed one at a time, so that
//! memory does not grow with the number of threads.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Mutex;

use brotli::CompressorWriter;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

/// Kinds of files that are not compressed in themselves.
const KINDS: [&str; 14] =
    ["css", "csv", "html", "ico", "js", "json", "map", "md", "mjs", "svg", "txt", "wasm", "webmanifest", "xml"];

/// Files of fewer bytes fit into one packet anyway.
const SMALLEST: usize = 1 << 10;

/// Files of more bytes than this are compressed one at a time.
const LARGE: usize = 1 << 20;

/// Files of more bytes than this stay as they are.
pub(super) const LARGEST: usize = 64 << 20;

/// Makes the compressed copies of a site's files.
#[derive(Debug)]
pub struct Compressor {
    /// Paths that others take.
    taken: BTreeSet<String>,
    large: Mutex<()>,
}

impl Compressor {
    /// Returns a compressor that makes none of the files `taken`, which the site brings along.
    pub fn new(taken: impl IntoIterator<Item = String>) -> Self {
        Self { taken: taken.into_iter().collect(), large: Mutex::new(()) }
    }

    /// Tells whether the file at `path` is of a kind that becomes smaller.
    pub(super) fn takes(path: &str) -> bool {
        let extension = Path::new(path).extension().and_then(|extension| extension.to_str());
        extension.is_some_and(|extension| KINDS.iter().any(|kind| extension.eq_ignore_ascii_case(kind)))
    }

    /// Returns the copies of the file at `path` that are smaller than its `bytes`, with their paths.
    pub(super) fn copies(&self, path: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
        if !Self::takes(path) || !(SMALLEST..=LARGEST).contains(&bytes.len()) {
            return Vec::new();
        }
        let _alone = (bytes.len() > LARGE).then(|| self.large.lock().expect("nobody panics while compressing"));
        let forms: [(&str, fn(&str, &[u8]) -> Vec<u8>); 2] = [("br", brotli), ("gz", gzip)];
        let paths = forms.map(|(extension, form)| (format!("{path}.{extension}"), form));
        let wanted = paths.into_iter().filter(|(copy, _)| !self.taken.contains(copy));
        wanted.map(|(copy, form)| (copy, form(path, bytes))).filter(|(_, copy)| copy.len() < bytes.len()).collect()
    }
}

/// How hard the encoder tries: assets are few and are sent the most, pages come by the ten thousand.
///
/// Between 6 and 9 it takes 16 to 32 MiB for each file, whose clearing costs more than what follows.
fn quality(path: &str, size: usize) -> i32 {
    match path.split_once('/') {
        _ if size > LARGE => 5,
        Some(("_", _)) => 11,
        _ => 10,
    }
}

fn brotli(path: &str, bytes: &[u8]) -> Vec<u8> {
    // A window as large as the file is all that it can use.
    let window = (usize::BITS - bytes.len().leading_zeros()).clamp(16, 22);
    let params = BrotliEncoderParams {
        quality: quality(path, bytes.len()),
        lgwin: i32::try_from(window).expect("it is clamped"),
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut encoder = CompressorWriter::with_params(Vec::new(), 4096, &params);
    written(encoder.write_all(bytes));
    encoder.into_inner()
}

fn gzip(_: &str, bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::best());
    written(encoder.write_all(bytes));
    encoder.finish().expect("memory takes everything")
}

fn written(result: io::Result<()>) {
    result.expect("memory takes everything");
}

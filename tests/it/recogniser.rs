//! What the box recognises: tables of typed and pasted texts, in `tests/recogniser`, run by Node.js alone.
//!
//! Without Node.js this test says so and passes, except in CI, where it fails.

use std::env;
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn errors_are_recognised_in_whatever_is_pasted() {
    let mut node = Command::new("node");
    node.args(["--test", "tests/recogniser/recogniser.test.mjs"]).current_dir(Path::new(env!("CARGO_MANIFEST_DIR")));
    let Ok(done) = node.stdin(Stdio::null()).output() else {
        let skipped = "SKIPPED: the tests of the recogniser need Node.js (Debian: apt install nodejs)";
        assert!(env::var_os("CI").is_none(), "{skipped}");
        eprintln!("{skipped}");
        return;
    };
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
}

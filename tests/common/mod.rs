//! What several test programs need.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folder of the checkout.
pub const PROJECT: &str = env!("CARGO_MANIFEST_DIR");

/// Returns the folder of that name among the real articles that stand beside a checkout: `../shared`, or the folder that
/// `FAULTBOOK_SAMPLES` names. Without them the test that asks is skipped.
pub fn samples(name: &str) -> Option<PathBuf> {
    let beside = || Path::new(PROJECT).join("../shared");
    let folder = env::var_os("FAULTBOOK_SAMPLES").map_or_else(beside, PathBuf::from).join(name);
    if !folder.is_dir() {
        skip(&format!("there are no samples in {}", folder.display()));
        return None;
    }
    Some(folder)
}

/// Returns Node.js, to be started in `folder`; without it or the npm packages that the folder lists the test that asks
/// is skipped.
pub fn node(folder: &str) -> Option<Command> {
    let path = Path::new(PROJECT).join(folder);
    if program("node").is_none() {
        skip(&format!("{folder} needs Node.js (Debian: apt install nodejs npm)"));
        return None;
    }
    if path.join("package.json").is_file() && !path.join("node_modules").is_dir() {
        skip(&format!("{folder} needs the npm packages (npm ci --prefix {folder})"));
        return None;
    }
    let mut node = Command::new("node");
    node.current_dir(path);
    Some(node)
}

/// Runs `command`, which is to succeed, and returns what it says.
pub fn succeed(command: &mut Command) -> String {
    let done = command.stdin(Stdio::null()).output().expect("the program to start");
    let told = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{command:?}\n{told}\n{}", String::from_utf8_lossy(&done.stderr));
    told
}

/// Returns the path of the program of that name.
pub fn program(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// Says that a test is skipped; in CI that fails.
pub fn skip(why: &str) {
    let skipped = format!("SKIPPED: {why}");
    assert!(env::var_os("CI").is_none(), "{skipped}");
    eprintln!("{skipped}");
}

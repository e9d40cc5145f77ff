//! Shows the site in the browser.

use std::process::{Command, Stdio};
use std::thread;

use super::notice::Notice;

/// Opens `url` in the user's browser, without waiting for it.
pub(super) fn open(url: &str, tell: &dyn Fn(&Notice)) {
    let mut command = command(url);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let started = command.spawn().and_then(|mut child| {
        // Somebody has to take note of its end, or it stays in the list of processes.
        thread::Builder::new().name("browser".to_owned()).spawn(move || child.wait())
    });
    if started.is_err() {
        tell(&Notice::NoBrowser { url: url.to_owned() });
    }
}

#[cfg(target_os = "macos")]
fn command(url: &str) -> Command {
    let mut command = Command::new("open");
    command.arg(url);
    command
}

#[cfg(windows)]
fn command(url: &str) -> Command {
    let mut command = Command::new("cmd");
    // The empty argument is the window's title.
    command.args(["/C", "start", "", url]);
    command
}

#[cfg(not(any(target_os = "macos", windows)))]
fn command(url: &str) -> Command {
    let mut command = Command::new("xdg-open");
    command.arg(url);
    command
}

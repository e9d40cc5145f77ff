//! Built sites in a browser: the tests of `tests/browser`, with Playwright and the system's Chromium.
//!
//! Without Node.js, Chromium or the npm packages this test says so and passes, except in CI, where it fails. It is a
//! program of its own, so that the other tests leave the machine to it.

#![allow(clippy::disallowed_methods, reason = "tests make the files that they are about")]

mod common;

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::{PROJECT, node, program, samples, skip, succeed};

/// Codes of the site `long`: more than a page of a list holds.
const MANY: u32 = 210;

#[test]
fn sites_work_in_a_browser() {
    let Some((mut tests, chromium)) = node("tests/browser").zip(browser()) else { return };
    let sites = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    let port = free_port();
    let address = format!("http://127.0.0.1:{port}/");
    build(Path::new(PROJECT), &sites.join("content"), &address);
    build(Path::new(PROJECT), &sites.join("docs"), &format!("{address}docs/"));
    build(&Path::new(PROJECT).join("tests/fixtures/rtl"), &sites.join("rtl"), &format!("{address}rtl/"));
    build(&long_site(), &sites.join("long"), &format!("{address}long/"));
    let seeds = samples("seeds");
    if let Some(seeds) = &seeds {
        build(seeds, &sites.join("seeds"), &format!("{address}seeds/"));
    }
    tests.args(["node_modules/@playwright/test/cli.js", "test"]);
    tests.env("SITES", &sites).env("PORT", port.to_string()).env("CHROMIUM", chromium);
    println!("{}", succeed(tests.env("SEEDS", seeds.unwrap_or_default())));
}

/// Returns the browser, without which the test is skipped. The one without windows takes half the time of the others.
fn browser() -> Option<PathBuf> {
    let names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
    let chromium = names.into_iter().find_map(program);
    let chromium = env::var_os("CHROMIUM").map(PathBuf::from).or(chromium);
    if chromium.is_none() {
        skip("tests/browser needs Chromium (Debian: apt install chromium; or its path in CHROMIUM)");
    }
    chromium
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port()
}

fn build(site: &Path, out: &Path, address: &str) {
    let mut build = Command::new(env!("CARGO_BIN_EXE_faultbook"));
    build.arg("build").arg(site).arg("--out").arg(out).args(["--base-url", address, "--for", "cloudflare", "--quiet"]);
    succeed(&mut build);
}

/// Writes a site whose lists take several pages; each of its articles mentions one code more.
fn long_site() -> PathBuf {
    let site = Path::new(env!("CARGO_TARGET_TMPDIR")).join("long");
    for locale in ["ar", "en", "ko", "ru"] {
        let folder = site.join("content").join(locale);
        fs::create_dir_all(&folder).expect("a writable folder");
        for number in 90_000..90_000 + MANY {
            let mut text = format!("# AADSTS{number}: {locale} {number}\n\n");
            let _ = writeln!(text, "**AADSTS{number}**: Name{number} - {locale}.\n\nAADSTS16000, {number}.");
            fs::write(folder.join(format!("aadsts{number}.md")), text).expect("a writable file");
        }
    }
    site
}

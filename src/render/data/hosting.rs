//! `_redirects` and `_headers`: what a host is to answer, in the form that Netlify and Cloudflare Pages read.

use thiserror::Error;

use super::super::{Input, Renderer, address};
use crate::config::Host;
use crate::model::artifact::{Artifact, Content};

/// The names of the two files, at the top of the site.
pub const REDIRECTS: &str = "_redirects";
pub const HEADERS: &str = "_headers";

/// What a host takes, as its documentation says.
struct Limits {
    host: &'static str,
    /// Rules in `_redirects` without a wildcard, and characters in a line.
    redirects: usize,
    redirect: usize,
    /// Rules in `_headers`, and characters in a line.
    headers: usize,
    header: usize,
}

const NETLIFY: Limits =
    Limits { host: "Netlify", redirects: 10_000, redirect: usize::MAX, headers: usize::MAX, header: usize::MAX };

const CLOUDFLARE: Limits =
    Limits { host: "Cloudflare Pages", redirects: 2_000, redirect: 1_000, headers: 100, header: 2_000 };

fn limits(host: Host) -> &'static Limits {
    match host {
        Host::Netlify => &NETLIFY,
        Host::Cloudflare => &CLOUDFLARE,
    }
}

/// A file that its host would not take whole.
#[derive(Debug, Error)]
pub enum HostError {
    #[error(
        "`{file}` would have more than {most} rules, which is all that {host} takes; the first too many is `{rule}`"
    )]
    Rules { file: &'static str, host: &'static str, most: usize, rule: String },
    #[error("a line of `{file}` would have more than {most} characters, which is all that {host} takes: `{rule}`")]
    Line { file: &'static str, host: &'static str, most: usize, rule: String },
}

/// Returns which of the two files the site has at its host; what `static` has stands for ours.
pub fn files(input: Input<'_>) -> Vec<&'static str> {
    let is_own = |name: &&str| input.files.statics.iter().any(|file| file.path == **name);
    let files: &[&'static str] = if input.config.host.is_some() { &[REDIRECTS, HEADERS] } else { &[] };
    files.iter().copied().filter(|name| !is_own(name)).collect()
}

/// Returns `_redirects`: further addresses of articles, and for Netlify each locale's page for what is not there.
///
/// The pages at those addresses lead on as well, for whoever has the site from another host.
///
/// # Errors
/// More or longer rules than the host takes.
pub fn redirects(renderer: &Renderer<'_>, host: Host) -> Result<Artifact, HostError> {
    let limits = limits(host);
    let base = renderer.setting.base_path();
    let at = |path: &str| format!("{base}{}", address::encoded(path));
    // Netlify shows a page that is there unless the rule is forced.
    let status = if host == Host::Netlify { "301!" } else { "301" };
    let mut text = String::new();
    let mut count = 0;
    for locale in &renderer.setting.locales {
        for (path, group) in &locale.aliases {
            let from = at(&address::below(&locale.locale, path));
            let rule = format!("{from} {} {status}", at(&renderer.facts.path(*group, &locale.locale)));
            count += 1;
            if count > limits.redirects {
                return Err(HostError::Rules { file: REDIRECTS, host: limits.host, most: limits.redirects, rule });
            }
            if rule.chars().count() > limits.redirect {
                return Err(HostError::Line { file: REDIRECTS, host: limits.host, most: limits.redirect, rule });
            }
            text += &rule;
            text.push('\n');
        }
    }
    if host == Host::Netlify {
        for locale in &renderer.setting.locales {
            let home = at(&address::home(&locale.locale));
            text += &format!("{home}* {home}404.html 404\n");
        }
    }
    Ok(Artifact { path: REDIRECTS.to_owned(), content: Content::Bytes(text.into_bytes()) })
}

/// How long a page may be shown without asking: not at all.
const PAGE: &str = "public, max-age=0, must-revalidate";

/// How long a file may be kept whose name changes with its content.
const FINGERPRINTED: &str = "public, max-age=31536000, immutable";

/// Returns `_headers`: what protects the reader, and how long files may be kept.
///
/// Both hosts join the headers of all rules that fit an address, so that no two here give the same one.
///
/// # Errors
/// More or longer rules than the host takes.
pub fn headers(renderer: &Renderer<'_>, host: Host) -> Result<Artifact, HostError> {
    let limits = limits(host);
    let base = renderer.setting.base_path();
    let mut protection = vec![
        "X-Content-Type-Options: nosniff".to_owned(),
        "Referrer-Policy: strict-origin-when-cross-origin".to_owned(),
        "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()".to_owned(),
    ];
    if let Some(policy) = renderer.engine.content_security_policy() {
        protection.insert(0, format!("Content-Security-Policy: {policy}; frame-ancestors 'self'"));
    }
    let kept = |lifetime: &str| vec![format!("Cache-Control: {lifetime}")];
    let mut rules = vec![(format!("{base}*"), protection), (format!("{base}_/*"), kept(FINGERPRINTED))];
    let pages = [String::new(), "errors/*".to_owned(), "errors.json".to_owned(), "feed/*".to_owned()];
    let homes = renderer.setting.locales.iter().map(|of| address::home(&of.locale) + "*");
    rules.extend(pages.into_iter().chain(homes).map(|path| (format!("{base}{path}"), kept(PAGE))));
    let mut text = String::new();
    for (number, (path, lines)) in rules.into_iter().enumerate() {
        if number == limits.headers {
            return Err(HostError::Rules { file: HEADERS, host: limits.host, most: limits.headers, rule: path });
        }
        text += &format!("{path}\n");
        for line in lines {
            if line.chars().count() + 2 > limits.header {
                return Err(HostError::Line { file: HEADERS, host: limits.host, most: limits.header, rule: line });
            }
            text += &format!("  {line}\n");
        }
    }
    Ok(Artifact { path: HEADERS.to_owned(), content: Content::Bytes(text.into_bytes()) })
}

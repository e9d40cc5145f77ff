//! What holds for every file of every site.

use std::collections::BTreeSet;

use super::case::Files;

/// Elements that run, load, frame or post, and stand on no page.
const FORBIDDEN: &[&str] = &[
    "applet",
    "audio",
    "base",
    "basefont",
    "canvas",
    "embed",
    "frame",
    "frameset",
    "iframe",
    "image",
    "math",
    "object",
    "plaintext",
    "source",
    "style",
    "svg",
    "template",
    "textarea",
    "track",
    "video",
    "xmp",
];

const VOID: &[&str] = &["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"];

/// Attributes whose value is an address.
const ADDRESSES: &[&str] = &["action", "cite", "data-home", "data-codes", "data-script", "formaction", "href", "src"];

/// Schemes that an address may have.
const SCHEMES: &[&str] = &["https", "http", "mailto", "tel", "ms-settings", "feedback-hub"];

/// Returns what is wrong with the files of a site, whatever it was made from.
pub fn problems(files: &Files) -> Vec<String> {
    let of_file = |(path, bytes): (&String, &Vec<u8>)| {
        let text = String::from_utf8_lossy(bytes);
        let mut problems = Vec::new();
        if path.ends_with(".html") {
            problems = Page::new(&text).problems();
        }
        let is_ours = [".html", ".json", ".xml", ".txt"].iter().any(|end| path.ends_with(end));
        if is_ours && text.contains('\0') {
            problems.push("has a NUL".to_owned());
        }
        if path.ends_with(".json") && serde_json::from_slice::<serde_json::Value>(bytes).is_err() {
            problems.push("is no JSON".to_owned());
        }
        problems.into_iter().map(move |problem| format!("`{path}` {problem}")).collect::<Vec<_>>()
    };
    files.iter().flat_map(of_file).take(20).collect()
}

/// A page that is read tag by tag.
struct Page<'a> {
    rest: &'a str,
    open: Vec<&'a str>,
    ids: BTreeSet<&'a str>,
    problems: Vec<String>,
}

impl<'a> Page<'a> {
    fn new(html: &'a str) -> Self {
        let rest = html.strip_prefix("<!DOCTYPE html>").unwrap_or("<no-doctype>");
        Self { rest, open: Vec::new(), ids: BTreeSet::new(), problems: Vec::new() }
    }

    fn problems(mut self) -> Vec<String> {
        while let Some(at) = self.rest.find('<') {
            self.rest = &self.rest[at + 1..];
            self.tag();
        }
        if !self.open.is_empty() {
            self.problems.push(format!("leaves {:?} open", self.open));
        }
        self.problems
    }

    fn say(&mut self, problem: String) {
        self.problems.push(problem);
    }

    fn tag(&mut self) {
        let is_closing = self.rest.starts_with('/');
        let text = self.rest.strip_prefix('/').unwrap_or(self.rest);
        let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(text.len());
        let name = &text[..end];
        self.rest = &text[end..];
        if name.is_empty() {
            return self.say(format!("has a `<` that is no tag: {:?}", text.chars().take(40).collect::<String>()));
        }
        let attributes = self.attributes();
        if is_closing {
            return self.close(name);
        }
        if FORBIDDEN.contains(&name) || name == "no" {
            self.say(format!("has a `<{name}>`"));
        }
        if name == "script" {
            self.script(&attributes);
        }
        for (attribute, value) in &attributes {
            self.attribute(name, attribute, value);
        }
        self.nested(name);
        if !VOID.contains(&name) {
            self.open.push(name);
        }
    }

    /// Reads attributes up to the end of the tag; all are written with double quotes.
    fn attributes(&mut self) -> Vec<(&'a str, &'a str)> {
        let mut attributes = Vec::new();
        loop {
            let text = self.rest.trim_start();
            if let Some(rest) = text.strip_prefix('>') {
                self.rest = rest;
                return attributes;
            }
            let end = text.find(|c: char| c.is_whitespace() || "=>\"'<".contains(c)).unwrap_or(text.len());
            let name = &text[..end];
            self.rest = &text[end..];
            if name.is_empty() {
                self.say(format!("has a tag with {:?} in it", text.chars().take(40).collect::<String>()));
                self.rest = self.rest.find('>').map_or("", |at| &self.rest[at + 1..]);
                return attributes;
            }
            let mut value = "";
            if let Some(rest) = self.rest.strip_prefix("=\"") {
                let end = rest.find('"').unwrap_or(rest.len());
                value = &rest[..end];
                self.rest = rest.get(end + 1..).unwrap_or("");
            }
            attributes.push((name, value));
        }
    }

    fn close(&mut self, name: &'a str) {
        match self.open.pop() {
            Some(open) if open == name => {}
            open => {
                let place: String = self.rest.chars().take(40).collect();
                self.say(format!("closes `{name}` where {open:?} is open, before {place:?}"));
                if self.open.iter().rev().any(|open| *open == name) {
                    while self.open.pop().is_some_and(|open| open != name) {}
                } else {
                    self.open.extend(open);
                }
            }
        }
    }

    /// Scripts are files of the site, or data.
    fn script(&mut self, attributes: &[(&str, &'a str)]) {
        let is_own = attributes.iter().any(|(name, value)| *name == "src" && is_own(value));
        let is_data = attributes.contains(&("type", "application/ld+json"));
        if !is_own && !is_data {
            self.say(format!("has a script {attributes:?}"));
        }
        let end = self.rest.find("</script>").unwrap_or(self.rest.len());
        let inside = &self.rest[..end];
        if inside.contains('<') || !is_data && !inside.is_empty() {
            self.say(format!("has a script that holds {inside:?}"));
        }
        self.rest = &self.rest[end..];
    }

    fn attribute(&mut self, tag: &str, name: &'a str, value: &'a str) {
        let acts =
            name.starts_with("on") || matches!(name, "style" | "srcdoc" | "srcset" | "ping" | "background" | "poster");
        let refreshes = name == "http-equiv" && value != "Content-Security-Policy" && value != "refresh";
        if acts || refreshes {
            self.say(format!("has `{name}=\"{value}\"` in a `<{tag}>`"));
        }
        if ADDRESSES.contains(&name) && !is_harmless(tag, value) {
            self.say(format!("leads to `{value}`"));
        }
        if name == "id" && !self.ids.insert(value) {
            self.say(format!("has the id `{value}` twice"));
        }
    }

    fn nested(&mut self, name: &str) {
        if matches!(name, "a" | "form" | "main") && self.open.contains(&name) {
            self.say(format!("has a `<{name}>` in another"));
        }
        let is_block = matches!(name, "p" | "div" | "ul" | "ol" | "table" | "blockquote" | "pre" | "h2" | "h3" | "dl");
        if is_block && self.open.last() == Some(&"p") {
            self.say(format!("has a `<{name}>` in a paragraph"));
        }
    }
}

/// Tells whether `address` is that of an asset of the site.
fn is_own(address: &str) -> bool {
    let is_elsewhere = address.starts_with("//") || address.contains(':');
    !is_elsewhere && (address.starts_with("_/") || address.contains("/_/"))
}

/// Tells whether a browser that follows `address` stays within the schemes that are allowed.
fn is_harmless(tag: &str, address: &str) -> bool {
    let decoded = address.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"");
    let plain: String = decoded.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let end = plain.find(|c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c)).unwrap_or(plain.len());
    let scheme = plain[..end].to_ascii_lowercase();
    let has_scheme = plain[end..].starts_with(':');
    let is_picture = tag == "img" && plain.starts_with("data:image/") && !plain.starts_with("data:image/svg");
    !has_scheme || SCHEMES.contains(&&*scheme) || is_picture
}

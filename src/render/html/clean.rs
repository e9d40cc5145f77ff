//! The net below raw HTML: what is not on the list goes, whatever came through before.

use std::collections::{HashMap, HashSet};

use ammonia::{Builder, UrlRelative};

use crate::markdown::html::{ALLOWED, GLOBAL, SCHEMES};

/// The elements that `writer` makes, with the attributes that it gives them.
const OURS: &[(&str, &[&str])] = &[
    ("a", &["href", "hreflang", "id", "class", "title", "rel", "role", "aria-label"]),
    ("bdi", &["translate"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &["class", "translate", "dir"]),
    ("dd", &["data-literal"]),
    ("del", &[]),
    ("div", &["class", "role", "aria-label", "tabindex"]),
    ("dl", &["class"]),
    ("dt", &["id"]),
    ("em", &[]),
    ("h1", &["id"]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("hr", &[]),
    ("img", &["src", "alt", "title", "width", "height", "loading", "decoding"]),
    ("kbd", &["translate"]),
    ("li", &["id"]),
    ("ol", &["start"]),
    ("p", &["class"]),
    ("pre", &["translate", "dir", "tabindex"]),
    ("samp", &["translate"]),
    ("section", &["class", "role", "aria-label"]),
    ("span", &["id", "class", "lang", "dir", "hidden", "role", "aria-label"]),
    ("strong", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["class", "scope"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];

/// Returns `html` with our own markup and what authors may use, well-formed.
pub(super) fn clean(html: &str, schemes: &[String]) -> String {
    let mut attributes: HashMap<&str, HashSet<&str>> = HashMap::new();
    for (tag, names) in OURS.iter().chain(ALLOWED) {
        attributes.entry(tag).or_default().extend(*names);
    }
    let mut builder = Builder::empty();
    builder
        .tags(attributes.keys().copied().collect())
        .clean_content_tags(HashSet::from(["script", "style"]))
        .tag_attributes(attributes)
        .generic_attributes(GLOBAL.iter().copied().collect())
        .url_schemes(SCHEMES.iter().copied().chain(schemes.iter().map(String::as_str)).collect())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None);
    builder.clean(html).to_string()
}

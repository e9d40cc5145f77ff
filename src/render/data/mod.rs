//! Files for machines: one file a format.

pub mod codes;
pub mod errors;
pub mod feed;
pub mod hosting;
pub mod sitemap;

use super::Renderer;

/// Returns `robots.txt`.
pub fn robots(renderer: &Renderer<'_>) -> String {
    let sitemap = renderer.setting.absolute("sitemap.xml");
    let sitemap = sitemap.map(|url| format!("Sitemap: {url}\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

/// Returns `text` for XML, without the characters that XML 1.0 has no way to write.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

/// Returns `json` with `<` written as an escape, so that no program takes a text in it for markup.
///
/// Outside of texts JSON has no such character.
fn without_markup(json: &str) -> String {
    json.replace('<', "\\u003c")
}

//! Stylesheet, scripts and icon, and the site's accent colour.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// The script of every page.
pub const SCRIPT: &str = include_str!("../../templates/assets/site.js");
/// The script that compares with the original and copies answers.
pub const READING: &str = include_str!("../../templates/assets/reading.js");
/// The box's script.
pub const BOX: &str = include_str!("../../templates/assets/box.js");
/// Results of full-text search in the box's list, which brings it in when it is needed.
pub const RESULTS: &str = include_str!("../../templates/assets/results.js");
/// What was meant by a mistyped word, which the search brings in when it finds none.
pub const TYPOS: &str = include_str!("../../templates/assets/typos.js");
/// Full-text search itself.
pub const SEARCH: &str = include_str!("../../templates/assets/search.js");
/// What the box recognises errors with; its script brings it in.
pub const RECOGNISE: &str = include_str!("../../templates/assets/recognise.js");
/// What the box keeps of a message for support.
pub const SUPPORT: &str = include_str!("../../templates/assets/support.js");
/// What the page for unknown addresses reads its address with.
pub const MISSING: &str = include_str!("../../templates/assets/missing.js");
/// The script of pages that choose a language.
pub const LANGUAGE: &str = include_str!("../../templates/assets/language.js");
/// The site's icon, unless it has its own.
pub const ICON: &str = include_str!("../../templates/assets/icon.svg");

/// The stylesheet, unless the site has its own.
pub const STYLE: &str = include_str!("../../templates/assets/style.css");

/// The grounds that text stands on in light and in dark, tints included, as the stylesheet has them.
const LIGHT: [Colour; 2] = [Colour(0xfd, 0xfd, 0xfb), Colour(0xf1, 0xf1, 0xec)];
const DARK: [Colour; 2] = [Colour(0x15, 0x18, 0x1b), Colour(0x20, 0x25, 0x2a)];

/// The contrast of text with its ground (WCAG, level AAA).
const TEXT: f64 = 7.0;

/// A colour of the screen: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// The text is no colour.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is no colour of the form `#0a4a84`")]
pub struct NoColour(pub String);

impl FromStr for Colour {
    type Err = NoColour;

    /// Reads `#0a4a84` or `#04a`.
    fn from_str(text: &str) -> Result<Self, NoColour> {
        let no_colour = || NoColour(text.to_owned());
        let digits = text.strip_prefix('#').ok_or_else(no_colour)?;
        let digits: Option<Vec<u8>> =
            digits.chars().map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
        match *digits.ok_or_else(no_colour)? {
            [a, b, c, d, e, f] => Ok(Self(a * 16 + b, c * 16 + d, e * 16 + f)),
            [a, b, c] => Ok(Self(a * 17, b * 17, c * 17)),
            _ => Err(no_colour()),
        }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl Colour {
    /// Returns the contrast of the two colours, from 1 to 21 (WCAG 2).
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Returns the colour moved towards `goal` as little as makes it legible on all of `grounds`.
    fn legible(self, goal: Self, grounds: [Self; 2]) -> Self {
        let mixed = |step: u16| {
            let part = |from: u8, to: u8| {
                let sum = u16::from(from) * (100 - step) + u16::from(to) * step;
                u8::try_from(sum / 100).expect("between two bytes")
            };
            Self(part(self.0, goal.0), part(self.1, goal.1), part(self.2, goal.2))
        };
        let legible = |colour: &Self| grounds.iter().all(|ground| colour.contrast(*ground) >= TEXT);
        (0..=100).map(mixed).find(legible).unwrap_or(goal)
    }
}

/// Returns `style` without indentation, empty lines and comments that have lines of their own: they are for whoever
/// writes it.
pub fn compact(style: &str) -> String {
    let mut kept = String::with_capacity(style.len());
    let mut in_comment = false;
    for line in style.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let starts = in_comment || line.starts_with("/*");
        if starts && (line.ends_with("*/") || !line.contains("*/")) {
            in_comment = !line.ends_with("*/");
            continue;
        }
        in_comment = false;
        kept.extend([line, "\n"]);
    }
    kept
}

/// Returns `script` without indentation, empty lines and comments that have lines of their own; as it is where a text
/// in it may go over several lines.
pub fn compact_script(script: &str) -> String {
    let goes_on = |line: &str| line.matches('`').count() % 2 == 1 || line.ends_with('\\');
    if script.lines().any(goes_on) {
        return script.to_owned();
    }
    let kept = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    kept.flat_map(|line| [line, "\n"]).collect()
}

/// Returns `script` with its import of the script `name` beside it led to the file that is published at `path`.
pub fn importing(script: &str, name: &str, path: &str) -> String {
    let file = path.rsplit_once('/').map_or(path, |(_, file)| file);
    script.replace(&format!("\"./{name}\""), &format!("\"./{file}\""))
}

/// Returns `style` with links in `accent`, darker or lighter where it could not be read.
pub fn stylesheet(style: &str, accent: Option<Colour>) -> String {
    let Some(accent) = accent else { return style.to_owned() };
    let light = accent.legible(Colour(0, 0, 0), LIGHT);
    let dark = accent.legible(Colour(0xff, 0xff, 0xff), DARK);
    format!(":root {{\n  --accent: {light};\n  --accent-dark: {dark};\n}}\n\n{style}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        text.parse().expect("a colour")
    }

    /// The values that the stylesheet gives to `name`: in light, in dark.
    fn values(name: &str) -> [Colour; 2] {
        let declaration = format!("--{name}: light-dark(");
        let value = STYLE.lines().find_map(|line| line.trim().strip_prefix(&*declaration)).expect("a declaration");
        let found: Vec<_> = value.match_indices('#').map(|(at, _)| colour(&value[at..at + 7])).collect();
        found.try_into().expect("a colour for light and one for dark")
    }

    #[test]
    fn text_is_legible_in_light_and_in_dark() {
        for name in ["ink", "quiet", "link", "note", "tip", "important", "warning", "caution"] {
            let found = values(name);
            for ground in LIGHT {
                assert!(found[0].contrast(ground) >= TEXT, "--{name} on {ground}: {}", found[0].contrast(ground));
            }
            for ground in DARK {
                assert!(found[1].contrast(ground) >= TEXT, "--{name} on {ground}: {}", found[1].contrast(ground));
            }
        }
    }

    #[test]
    fn edges_of_controls_are_seen() {
        let found = values("edge");
        assert!(found[0].contrast(LIGHT[0]) >= 4.5 && found[1].contrast(DARK[0]) >= 4.5);
    }

    #[test]
    fn grounds_are_those_of_the_stylesheet() {
        let grounds = [values("paper"), values("tint")];
        assert_eq!([grounds[0][0], grounds[1][0]], LIGHT);
        assert_eq!([grounds[0][1], grounds[1][1]], DARK);
    }

    #[test]
    fn any_accent_becomes_legible() {
        for accent in ["#ffd400", "#000", "#fff", "#0a4a84", "#e60023"] {
            let style = stylesheet(STYLE, Some(colour(accent)));
            let value = |name: &str| {
                let line = style.lines().find_map(|line| line.trim().strip_prefix(name)).expect("a declaration");
                colour(line.trim_start_matches(": ").trim_end_matches(';'))
            };
            assert!(LIGHT.iter().all(|ground| value("--accent").contrast(*ground) >= TEXT));
            assert!(DARK.iter().all(|ground| value("--accent-dark").contrast(*ground) >= TEXT));
        }
    }

    #[test]
    fn a_compact_style_says_the_same() {
        let style = "/* a */\n\n/* b\n   c */\na {\n  color: red; /* d */\n  /* e */ left: 0;\n}\n";
        assert_eq!(compact(style), "a {\ncolor: red; /* d */\n/* e */ left: 0;\n}\n");
        assert_eq!(compact("/* never closed\na {}"), "");
    }

    #[test]
    fn a_compact_script_does_the_same() {
        let script = "// a\n\nif (b) {\n  c(`//`); // d\n}\n";
        assert_eq!(compact_script(script), "if (b) {\nc(`//`); // d\n}\n");
        let text = "c(`a\n  // b`);\n";
        assert_eq!(compact_script(text), text);
    }

    #[test]
    fn imports_lead_to_published_files() {
        let script = importing("import { a } from \"./recognise.js\";", "recognise.js", "_/recognise.0f.js");
        assert_eq!(script, "import { a } from \"./recognise.0f.js\";");
        assert!(BOX.contains("\"./recognise.js\""));
    }

    #[test]
    fn assets_keep_to_their_sizes() {
        let scripts = [SCRIPT, READING, LANGUAGE].map(|script| compact_script(script).len());
        assert!(
            compact(STYLE).len() < 20_000 && scripts.iter().zip([8_000, 8_000, 2_000]).all(|(size, most)| *size < most)
        );
        let box_scripts = [BOX, RECOGNISE, SUPPORT, MISSING].map(|script| compact_script(script).len());
        assert!(
            box_scripts.iter().zip([6_500, 14_000, 4_000, 2_500]).all(|(size, most)| *size < most),
            "{box_scripts:?}"
        );
    }
}

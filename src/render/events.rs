//! What the writers of HTML and of Markdown make of events alike.

use crate::markdown::event::{Event, Tag};
use crate::model::document::AlertKind;

/// Passes over events to the end of the tag that has just begun.
pub fn skip<'a>(events: &mut impl Iterator<Item = Event<'a>>, is: impl Fn(&Tag<'_>) -> bool) {
    let mut depth = 1_usize;
    for event in events {
        match event {
            Event::Start(tag) if is(&tag) => depth += 1,
            Event::End(tag) if is(&tag) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return;
        }
    }
}

/// Returns the text up to the end of the picture that has just begun, source sentences left out.
pub fn alternative<'a>(events: &mut impl Iterator<Item = Event<'a>>) -> String {
    let mut text = String::new();
    let (mut pictures, mut originals) = (1_usize, 0_usize);
    for event in events {
        match event {
            Event::Start(Tag::Image { .. }) => pictures += 1,
            Event::End(Tag::Image { .. }) => pictures -= 1,
            Event::Start(Tag::Original) => originals += 1,
            Event::End(Tag::Original) => originals = originals.saturating_sub(1),
            Event::Text(part) | Event::Code(part) if originals == 0 => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak if originals == 0 => text.push(' '),
            _ => {}
        }
        if pictures == 0 {
            break;
        }
    }
    text
}

/// Returns the message that names an alert.
pub fn alert(kind: AlertKind) -> &'static str {
    match kind {
        AlertKind::Note => "alert-note",
        AlertKind::Tip => "alert-tip",
        AlertKind::Important => "alert-important",
        AlertKind::Warning => "alert-warning",
        AlertKind::Caution => "alert-caution",
    }
}

/// Tells whether a character is of a script that is written without blanks, so that a line end is none.
pub fn has_no_blanks(char: char) -> bool {
    matches!(char, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

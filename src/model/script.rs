//! What scripts do with blanks, as far as words are looked for in a text.

use unicode_script::{Script, UnicodeScript};

/// Tells whether a character is of a script whose words follow each other without blanks.
pub fn is_unspaced(c: char) -> bool {
    has_no_blanks(c.script())
}

/// Tells whether a character is of a script in which a word is not known by the blanks around it: one without them,
/// or Korean, which writes particles onto words.
pub fn is_unparted(c: char) -> bool {
    let script = c.script();
    script == Script::Hangul || has_no_blanks(script)
}

/// Tells whether a letter outside ASCII is of an alphabet that a name in Latin letters may go on in.
pub fn is_of_european_alphabet(c: char) -> bool {
    matches!(c.script(), Script::Latin | Script::Cyrillic | Script::Greek)
}

fn has_no_blanks(script: Script) -> bool {
    matches!(
        script,
        Script::Han
            | Script::Hiragana
            | Script::Katakana
            | Script::Thai
            | Script::Lao
            | Script::Khmer
            | Script::Myanmar
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_differ_in_how_words_are_parted() {
        for (c, unspaced, unparted) in
            [('字', true, true), ('か', true, true), ('ไ', true, true), ('를', false, true), ('я', false, false)]
        {
            assert_eq!((is_unspaced(c), is_unparted(c)), (unspaced, unparted), "{c}");
        }
    }
}

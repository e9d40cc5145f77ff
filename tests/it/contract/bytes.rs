//! Bytes and encodings: what is not UTF-8 is named, what is invisible is shown, and line ends do not matter.

use super::case::{TestSite, check, fine, refused, safe, warned};

/// An article with everything in it that has lines.
const LINES: &str = "---\ntitle: A title\ndescription: >\n  folded\n  text\nms.custom:\n- '1'\n- \"2\"\n---\n# AADSTS50000\n\n\
    `invalid_grant: It is wrong.`\n\nA line\nand another  \nwith a break.\n\n| a | b |\n|---|---|\n| `c` | d |\n\n\
    ```text\nfence\n\n  two\n```\n\n> [!NOTE]\n> An alert\n> in lines.\n\n1. One\n   more\n2. Two\n\n<div>\nraw\n</div>\n\n\
    A note[^1] and a `code\nspan` and [a\nlink](https://example.com).\n\n[^1]: What\n    it says.\n";

fn utf16(text: &str, unit: fn(u16) -> [u8; 2], mark: &[u8]) -> Vec<u8> {
    mark.iter().copied().chain(text.encode_utf16().flat_map(unit)).collect()
}

/// Returns Cyrillic text in Windows-1251.
fn windows_1251(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        'А'..='я' => (c as u32 - 'А' as u32 + 0xc0) as u8,
        c => u8::try_from(c).expect("the text is Cyrillic or ASCII"),
    };
    text.chars().map(byte).collect()
}

#[test]
fn bytes_that_are_not_utf_8_are_named() {
    let long = "Это статья об ошибке входа. ".repeat(20);
    let cyrillic = windows_1251(&format!("# Ошибка\n\n{long}\n"));
    check([
        refused("a stray byte").article(b"# A\n\nWord \xff here.\n").says("content/en/a.md:3:6").says("0xFF"),
        refused("a stray byte behind letters")
            .file("content/sl/a.md", b"# Napaka\n\n\xc4\x8d\xc5\xa1\xc5\xbe \x9e\n")
            .says("content/sl/a.md:3:5")
            .says("0x9E"),
        refused("Windows-1251").file("content/ru/a.md", cyrillic).says("content/ru/a.md:1:3").says("windows-1251"),
        refused("an overlong form").article(b"# A\n\n\xc0\xaf\n").says("content/en/a.md:3:1").says("0xC0"),
        refused("a surrogate").article(b"# A\n\n\xed\xa0\x80\n").says("content/en/a.md:3:1"),
        refused("the end of a character is lost").article(b"# A\n\n\xec\x98").says("content/en/a.md:3:1"),
        refused("in the front matter").article(b"---\ntitle: \xe9\n---\n# A\n").says("content/en/a.md:2:8"),
        refused("UTF-16 with a mark").article(utf16("# A\n", u16::to_le_bytes, b"\xff\xfe")).says("UTF-16"),
        refused("UTF-16, the other way").article(utf16("# A\n", u16::to_be_bytes, b"\xfe\xff")).says("UTF-16"),
        refused("UTF-16 without a mark").article(utf16("# A title\n\nText.\n", u16::to_le_bytes, b"")).says("UTF-16"),
        refused("random bytes").article((0..5000u32).map(|n| ((n * n) >> 3) as u8).collect::<Vec<_>>()),
    ]);
}

#[test]
fn a_file_without_a_text_is_named() {
    check([
        refused("an empty file").article("").says("content/en/a.md").says("article-empty"),
        refused("blanks only").article(" \n\t\r\n\n").says("content/en/a.md").says("article-empty"),
        refused("a byte order mark only").article("\u{feff}").says("content/en/a.md").says("article-empty"),
        warned("front matter without a body")
            .article("---\ntitle: A\n---\n")
            .says("content/en/a.md")
            .says("body-missing"),
        warned("front matter at the end of the file").article("---\ntitle: A\n---").says("body-missing"),
        warned("an empty front matter").article("---\n---\n").says("body-missing"),
    ]);
}

#[test]
fn invisible_characters_are_shown() {
    let check_char = |char: char, name: &str| {
        let text = format!("# A\n\nopen{char}nepo\n");
        warned(name).article(text).says("content/en/a.md:3:5").says("invisible-character").says(name)
    };
    check([
        check_char('\u{202e}', "U+202E"),
        check_char('\u{202a}', "U+202A"),
        check_char('\u{2066}', "U+2066"),
        check_char('\u{0008}', "U+0008"),
        check_char('\u{001b}', "U+001B"),
        check_char('\u{007f}', "U+007F"),
        check_char('\u{2028}', "U+2028"),
        warned("in the front matter")
            .article("---\ntitle: a\u{202e}b\n---\n# A\n\nText.\n")
            .says("content/en/a.md:2:9"),
        warned("in a code span").article("# A\n\n`a\u{202e}b`\n").says("content/en/a.md:3:3"),
    ]);
}

#[test]
fn a_nul_never_reaches_a_page() {
    check([
        safe("in the text").article("# A\n\na\0b\n").says("content/en/a.md:3:2"),
        safe("in the title").article("---\ntitle: \"a\\0b\"\n---\n\nText\n"),
        safe("in a heading").article("# A\0B\n\nText\n"),
        safe("as an entity").article("# A&#0;B\n\n&#0; and &#x0; <b title='&#0;'>x</b> [x](y&#0;z)\n"),
        safe("in a fence").article("# A\n\n```a\0b\nx\0y\n```\n"),
        safe("in a link").article("# A\n\n[x](java\0script:alert(1)) ![x](a\0b.png) <https://x/\0>\n"),
        safe("in raw HTML").article("# A\n\n<b title='\0'>x\0y</b>\n\n<div\0>\n\0</div>\n"),
        safe("everything").article("\0".repeat(100)),
    ]);
}

#[test]
fn line_ends_and_a_byte_order_mark_do_not_matter() {
    let site = |text: &str| {
        let site = TestSite::without_output(&[("content/en/a.md".into(), text.into())]);
        site.run(&["build"]).expect(0);
        site.public()
    };
    let plain = site(LINES);
    let is_same = |text: &str| {
        let other = site(text);
        assert_eq!(plain.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        for (path, bytes) in &plain {
            let (bytes, other) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&other[path]));
            assert_eq!(bytes, other, "{path}");
        }
    };
    is_same(&format!("\u{feff}{LINES}"));
    is_same(&LINES.replace('\n', "\r\n"));
    is_same(&format!("\u{feff}{}", LINES.replace('\n', "\r\n")));
}

#[test]
fn a_lone_carriage_return_is_a_line_end() {
    check([
        safe("everywhere").article(LINES.replace('\n', "\r")).shows("AADSTS50000").hides("ms.custom").hides("title: "),
        refused("in broken front matter").article("---\rtitle: a\rtitle: b\r---\r# A\r").says("content/en/a.md:3:1"),
        fine("here and there").article("---\rtitle: A\r\n---\n# A\r\rText.\n").hides("title: "),
    ]);
}

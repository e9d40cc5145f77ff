//! The pages of rules, set for a terminal.

use std::fmt::Write;

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

/// The longest line of prose, in columns.
const WIDTH: usize = 80;

/// Returns `markdown` (headings, paragraphs, lists, fenced blocks) as lines for a terminal.
///
/// The info string of a fence names the file that the block is: it becomes the block's caption.
pub(super) fn render(markdown: &str, heading: Style) -> String {
    let mut page = Page { out: String::new(), paragraph: String::new() };
    let mut in_fence = false;
    for line in lines(markdown) {
        if let Some(info) = line.trim_start().strip_prefix("```") {
            page.end_paragraph();
            if !in_fence {
                page.caption(info.split_once(' ').map_or("", |(_, file)| file));
            } else {
                page.out.push('\n');
            }
            in_fence = !in_fence;
        } else if in_fence {
            page.line(&format!("    {line}"));
        } else if let Some(title) = line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#')) {
            page.end_paragraph();
            page.line(&format!("{heading}{title}{heading:#}"));
        } else if line.trim().is_empty() {
            page.end_paragraph();
        } else {
            if line.starts_with("- ") {
                page.end_item();
            }
            page.add(line);
        }
    }
    page.end_paragraph();
    page.out.truncate(page.out.trim_end().len());
    page.out + "\n"
}

/// Returns the first sentence of `markdown`, which may go on over several lines.
pub(super) fn first_sentence(markdown: &str) -> String {
    let paragraph: Vec<&str> =
        lines(markdown).skip_while(|line| line.is_empty()).take_while(|line| !line.is_empty()).collect();
    let paragraph = paragraph.join(" ");
    let end = paragraph.find(". ").map_or(paragraph.len(), |dot| dot + 1);
    paragraph[..end].trim_end_matches('.').to_owned()
}

/// Returns the lines of a doc comment without the blank that each begins with.
fn lines(markdown: &str) -> impl Iterator<Item = &str> {
    markdown.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end())
}

struct Page {
    out: String,
    paragraph: String,
}

impl Page {
    fn add(&mut self, line: &str) {
        if !self.paragraph.is_empty() {
            self.paragraph.push(' ');
        }
        self.paragraph.push_str(line.trim());
    }

    fn line(&mut self, line: &str) {
        writeln!(self.out, "{}", line.trim_end()).expect("a text can be written to");
    }

    fn caption(&mut self, file: &str) {
        if !file.is_empty() {
            self.line(&format!("  {file}:"));
        }
    }

    fn end_paragraph(&mut self) {
        if !self.paragraph.is_empty() {
            self.end_item();
            self.out.push('\n');
        }
    }

    /// Ends a paragraph or an item of a list; an item's further lines stand under its text.
    fn end_item(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let hanging = if paragraph.starts_with("- ") { "  " } else { "" };
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.width() + 1 + word.width() > WIDTH {
                self.line(&line);
                line = format!("{hanging}{word}");
            } else if line.is_empty() {
                line.push_str(word);
            } else {
                line.push(' ');
                line.push_str(word);
            }
        }
        if !line.is_empty() {
            self.line(&line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_s_page_reads_well_without_markup() {
        let docs = " One thing reads\n otherwise. See there.\n\n ## Why\n - first\n   goes on\n - second\n\n ```text en/a.md\n # A\n\n b\n ```\n";
        let page =
            "One thing reads otherwise. See there.\n\nWhy\n- first goes on\n- second\n\n  en/a.md:\n    # A\n\n    b\n";
        assert_eq!(render(docs, Style::new()), page);
        assert_eq!(first_sentence(docs), "One thing reads otherwise");
    }

    #[test]
    fn long_lines_are_broken_between_words() {
        let page = render(&"word ".repeat(40), Style::new());
        assert!(page.lines().all(|line| line.width() <= WIDTH && line.ends_with("word")), "{page}");
    }
}

use super::super::html::{Picture, Resolve, Target};
use super::super::sample::written;
use super::super::view::Html;
use super::{Markdown, write};

/// A page whose first heading is its title; `gone.md` leads nowhere.
struct Page;

impl Resolve for Page {
    fn claim(&self, _: &str) -> bool {
        true
    }

    fn link(&self, target: &str) -> Option<Target> {
        (target != "gone.md").then(|| Target { href: target.to_owned(), external: false, hreflang: None })
    }

    fn image(&self, target: &str) -> Option<Picture> {
        (target != "gone.png").then(|| Picture { src: target.to_owned(), size: None })
    }

    fn heading_id(&self, _: usize) -> Option<&str> {
        None
    }

    fn is_title(&self, index: usize) -> bool {
        index == 0
    }

    fn parameter(&self, _: &str) -> Option<String> {
        None
    }

    fn include(&self, _: &str) -> Option<Html> {
        None
    }

    fn literals(&self, _: &std::ops::Range<usize>) -> &[std::ops::Range<usize>] {
        &[]
    }

    fn original(&self) -> (&str, &str) {
        ("en", "ltr")
    }
}

fn twin(markdown: &str) -> String {
    let include = |target: &str| match target {
        "line.md" => Some(Markdown { text: "a line".to_owned(), is_sentence: true }),
        "blocks.md" => Some(Markdown { text: "one\n\ntwo".to_owned(), is_sentence: false }),
        _ => None,
    };
    written(markdown, |events, texts| {
        let events = events.into_iter().map(|(event, _)| event);
        write(events, &Page, &include, texts).text
    })
}

/// Checks the twin of an article, and that the twin's twin is the same.
fn check(markdown: &str, expected: &str) {
    let made = twin(markdown);
    assert_eq!(made, expected, "from {markdown:?}");
    assert_eq!(twin(&made), expected, "from its own twin");
}

/// Checks that an article's twin is what was written.
fn same(markdown: &str) {
    check(markdown, markdown);
}

#[test]
fn plain_markdown_stays() {
    same("One `code  span`, *two*, **three**, ~~four~~.\n\n## Part\n\nFive\\\nsix.\n\n---\n\nSeven");
    same("- a\n- b\n  - c\n\n1. e\n2. f\n   ```sh\n   g\n\n     h\n   ```");
    same("> quoted\n>\n> - one\n> - two\n>\n> > three");
    same("| a | b |\n| --- | --: |\n| `x\\|y` | z<br>w |");
    same("Text[^1] and [link](b.md#c \"title\"), ![picture](m/p.png).\n\n[^1]: Note.\n\n    More.");
    same("`invalid_grant: The provided  grant is bad.`\n\n``a`b``");
    same("- [x] done\n- [ ] open");
}

#[test]
fn what_is_no_text_goes() {
    check("## Part <a name=\"x\"></a>\n\n<!-- faultbook: allow(link-broken) why -->\nText", "## Part\n\nText");
    check("[gone](gone.md), ![no picture](gone.png) <kbd>Esc</kbd>", "gone, no picture Esc");
    check("<div>\n\nText\n\n</div>\n\n<details><summary>More</summary>x <b>y</b> z</details>", "Text\n\nMore\n\nx y z");
    assert_eq!(twin("<div>\nx &rarr; *y* &lt;\n</div>"), "x &rarr; \\*y\\* &lt;");
    check("> [!NOTE]\n> Text", "> **Note**\n>\n> Text");
    check("one\ntwo 错\n误", "one two 错误");
}

#[test]
fn source_sentences_go() {
    let pair = "<span data-ttu-id=\"a-1\">번역</span><span class=\"sxs-lookup\"><span data-stu-id=\"a-1\">Source</span></span>";
    check(&format!("1. {pair}\n2. *{pair}*"), "1. 번역\n2. *번역*");
}

#[test]
fn fragments_come_in() {
    check("Say [!INCLUDE [x](line.md)] twice.\n\n- [!INCLUDE [x](blocks.md)]", "Say a line twice.\n\n- one\n\n  two");
}

#[test]
fn text_that_looks_like_markup_is_escaped() {
    same("\\*no\\* \\`no\\` \\[no\\](x) \\<tenant> \\&amp; snake_case \\_no\\_ C:\\Users 1 < 2 & 3 \\~no\\~");
    same("1\\. no\n\n\\# no\n\n\\- no\n\n\\+ no\n\n\\> no\n\nno\\\n\\= no");
    check("&lt;tenant&gt; &amp;lt; 2 * 3", "\\<tenant> \\&lt; 2 * 3");
    same("## A \\*b\\* C#");
}

#[test]
fn emphasis_that_is_not_read_goes() {
    check("**오류:**를 **보기**", "오류:를 **보기**");
    same("***both*** and *one **in** it*");
}

#[test]
fn lists_that_touch_stay_apart() {
    same("- a\n\n* b\n\n1. c\n\n1) d");
}

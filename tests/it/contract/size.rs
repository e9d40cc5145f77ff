//! Large and odd Markdown: no size and no depth is more than the program can bear, or it says so.
//!
//! The program under test is not optimised, so sizes are a tenth of what it must bear, and times generous.

use super::case::{Case, check, safe};

fn big(name: &str, text: String) -> Case {
    safe(name).article(format!("# A\n\n{text}\n\nIt is seen.\n"))
}

fn many(n: usize, of: impl Fn(usize) -> String) -> String {
    (0..n).map(of).collect()
}

#[test]
fn large_articles_cost_in_line_with_their_size() {
    check([
        big("one line", "word ".repeat(20_000)),
        big(
            "an ordinary article",
            "## Head\n\nA line of **text** with `code` and [a link](good.md).\n\n- One\n- Two\n\n".repeat(10_000),
        ),
        big("a table", format!("| a | b |\n|---|---|\n{}", "| c | d |\n".repeat(100_000))),
        big("headings alike", "## The same\n\n".repeat(5_000)),
        big("notes", many(2_000, |n| format!("x[^{n}]\n\n[^{n}]: note\n\n"))),
        big("entities", "&amp;&lt;<https://example.com> ".repeat(10_000)),
        big(
            "side-by-side sentences",
            many(5_000, |n| {
                format!(
                    "<span data-ttu-id=\"{n}\">one</span><span class=\"sxs-lookup\"><span data-stu-id=\"{n}\">two</span></span> "
                )
            }),
        ),
        big("alerts", "> [!NOTE]\n> x\n\n".repeat(5_000)),
        big("placeholders", "<tenant> ".repeat(10_000)),
        big("codes", many(500, |n| format!("AADSTS{n} "))),
        big("parameters", many(500, |n| format!("`parameter_{n}: It is wrong.`\n\n"))),
        big("broken links", many(5_000, |n| format!("[x](nowhere{n}.md) "))),
        big("emphasis to be repaired", "**오류:**를 ".repeat(10_000)),
        big("raw HTML", "<b onclick=x>b</b> ".repeat(10_000)),
        big("tags that never end", "<a ".repeat(200_000)),
        big("comments that never end", "<!-- ".repeat(100_000)),
        big("directives that never end", "[!INCLUDE [a]( [!VIDEO :::image :::[! ".repeat(10_000)),
    ]);
}

#[test]
fn depth_is_borne_or_refused() {
    let deep = 5_000;
    check([
        big("quotes", "> ".repeat(deep)),
        big("quotes with a text", format!("{}x", ">".repeat(deep))),
        big("list markers", format!("{}x", "- ".repeat(deep))),
        big("list markers, ordered", format!("{}x", "1. ".repeat(deep))),
        big("list levels", many(100, |n| format!("{}- x\n", "  ".repeat(n)))),
        big("open tags", "<div>".repeat(deep)),
        big("open tags in lines", "<b>".repeat(deep)),
        big("open tags in text", format!("x {}", "<i>".repeat(deep))),
        big("open tables", "<table><tr><td>".repeat(deep / 4)),
        big("links in tags", "<a href=x><b>".repeat(deep / 4)),
        big("emphasis", "*a **b ".repeat(deep)),
        big("emphasis that closes", format!("{}x{}", "*".repeat(deep), "*".repeat(deep))),
        big("brackets that close", format!("{}x{}", "[".repeat(deep), "]".repeat(deep))),
        big("pictures in pictures", format!("{}x{}", "![".repeat(deep / 4), "](y)".repeat(deep / 4))),
        big("quotes and lists", format!("{}x", "> - ".repeat(deep / 2))),
        big("side-by-side sentences", "<span class=\"sxs-lookup\">".repeat(deep)),
        big("side-by-side translations", "<span data-ttu-id=\"1\">".repeat(deep)),
        big("alerts in alerts", many(100, |n| format!("{}[!NOTE]\n", "> ".repeat(n + 1)))),
    ]);
}

#[test]
fn openers_that_never_close_cost_no_square() {
    let n = 5_000;
    let openers = [
        "[",
        "![",
        "[a](",
        "[a](<b",
        "`",
        "``` ",
        "<!-- ",
        "<![CDATA[",
        "<!A ",
        "<?",
        "*",
        "_",
        "~",
        "~~",
        "^",
        "**a",
        "a**b",
        "_a",
        "<a ",
        "<a href=\"",
        "</",
        "[^",
        "[a][",
        "[a]: ",
        "&",
        "\\[",
        "{{",
        "[!",
        "[!INCLUDE[",
        "[!INCLUDE [x](",
        ":::image ",
        "(",
        "<span data-ttu-id=\"",
        "<script>",
        "<style> ",
        "<textarea>x",
        "<iframe ",
        "a_b_",
        "**:**",
        "** a **",
        "****",
        "|",
        "<https://",
        "{#",
        "x{#",
        "`a: ",
        "0x",
        "5.7.",
        "HTTP ",
    ];
    check(openers.iter().map(|opener| big(&format!("{opener} on one line"), opener.repeat(n))));
    check(openers.iter().map(|opener| big(&format!("{opener} on many lines"), format!("{opener}\n").repeat(n))));
    check(
        openers.iter().map(|opener| big(&format!("{opener} in paragraphs"), format!("{opener} x\n\n").repeat(n / 2))),
    );
    check([
        big("growing runs of back-ticks", many(300, |n| format!("{} ", "`".repeat(n)))),
        big("growing runs of asterisks", many(300, |n| format!("{}a ", "*".repeat(n)))),
    ]);
}

#[test]
fn what_grows_is_limited() {
    let target = "x".repeat(10_000);
    check([
        big(
            "a long definition, used often",
            format!("{}\n\n[a]: https://example.com/{target}\n", "[a] ".repeat(2_000)),
        ),
        big("a broken definition, used often", format!("{}\n\n[a]: {target}.md\n", "[a] ".repeat(2_000))),
        big("a refused definition, used often", format!("{}\n\n[a]: javascript:{target}\n", "[a] ".repeat(2_000))),
        big("a long title, used often", format!("{}\n\n[a]: x '{target}'\n", "[a] ".repeat(2_000))),
        big(
            "many columns, short rows",
            format!("|{}\n|{}\n{}", "a|".repeat(500), "-|".repeat(500), "|b|\n".repeat(2_000)),
        ),
        big("a note, used often", format!("{}\n\n[^a]: {target}\n", "x[^a] ".repeat(2_000))),
    ]);
}

#[test]
fn what_is_compared_costs_in_line_with_its_size() {
    let both = |name: &str, english: &str, german: &str| {
        big(name, english.to_owned()).file("content/de/a.md", format!("# A\n\n{german}\n"))
    };
    let labels = format!("{}\n\n[a]: https://example.com\n", "[x] [a] ".repeat(1_000));
    let row = format!("|{}\n|{}\n", " this is the same. |".repeat(2_000), "-|".repeat(2_000));
    let before = |text: &str| format!("{}\n\n> {}", text.repeat(500), "This is the same. ".repeat(500));
    check([
        both("labels apart from their words", "x [a]\n\n[a]: https://example.com", &labels),
        both("a row of sentences", &row, &row),
        both("a quote behind a long passage", &before("It says more. "), &before("Es steht mehr da. ")),
    ]);
}

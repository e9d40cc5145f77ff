//! Front matter: what cannot be read is named with its line, and what it says is only ever text.

use super::case::{Case, check, fine, refused, safe, warned};

fn front(case: Case, front: &str) -> Case {
    case.article(format!("---\n{front}\n---\n# AADSTS50000\n\nText.\n"))
}

#[test]
fn front_matter_that_cannot_be_read_is_named() {
    let broken = |name: &str, text: &str, place: &str| {
        front(refused(name), text).says(&format!("content/en/a.md:{place}")).says("front-matter-invalid").says("help: ")
    };
    check([
        refused("not closed").article("---\ntitle: A\n\n# A\n\nText.\n").says("content/en/a.md:1:1").says("not closed"),
        refused("one line").article("---\n").says("content/en/a.md:1:1"),
        broken("an open quote", "title: \"open\ndate: 2026-01-01", "2:"),
        broken("a tab as indent", "ids:\n\t- a", "3:1"),
        broken("a list where a map belongs", "- a\n- b", "2:1"),
        broken("a text where a map belongs", "only words", "2:1"),
        broken("a title that is a list", "title:\n- a\n- b", "3:1"),
        broken("a title that is a map", "title:\n  a: b", "3:3"),
        broken("a title that is a list in one line", "title: [a, b]", "2:8"),
        broken("a date that is a map", "date: {a: b}", "2:7"),
        broken("a published date that is a map", "ms.date: {a: b}", "2:10"),
        broken("30 February", "date: 2026-02-30", "2:7"),
        broken("30 February, quoted", "description: x\ndate: \"2026-02-30\"", "3:7"),
        broken("a key twice", "title: a\ndescription: x\ntitle: b", "4:1").says("content/en/a.md:2:1"),
        broken("a key twice, once quoted", "title: a\n\"title\": b", "3:").says("content/en/a.md:2:"),
        broken("a key twice, in other case", "title: a\nTitle: b", "3:1").says("content/en/a.md:2:1"),
        broken("a key twice, below", "x:\n  a: 1\n  a: 2", ""),
        broken("an unknown alias", "title: *nothing", "2:"),
        broken("an alias of itself", "a: &a [*a]", "2:"),
        broken("a colon in a value", "title: a: b", "2:"),
        broken("two documents", "title: a\n--- x\ntitle: b", ""),
        broken("an error code that is a map", "error_codes: {a: b}", "2:"),
        broken("drafts", "draft: maybe", "2:"),
        broken("translation", "translation: robot", "2:"),
        broken("a hash", "source_hash: abc", "2:"),
    ]);
}

#[test]
fn a_day_that_does_not_exist_is_a_warning_in_a_published_key() {
    check([
        front(warned("30 February"), "ms.date: 02/30/2026").says("content/en/a.md:2:10"),
        front(warned("month 13"), "ms.lasthandoff: 2026-13-01").says("content/en/a.md:2:17"),
        front(fine("an empty date"), "ms.date:"),
        front(fine("one digit"), "ms.date: 1/2/2026"),
    ]);
}

#[test]
fn bombs_do_not_explode() {
    let bomb = |levels: usize| {
        let level = |n: usize| format!("l{n}: &l{n} [{}]\n", vec![format!("*l{}", n - 1); 10].join(", "));
        format!("l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n{}", (1..levels).map(level).collect::<String>())
    };
    let merged = |levels: usize| {
        let level = |n: usize| format!("l{n}: &l{n} {{a: *l{}, b: *l{}, c: *l{}}}\n", n - 1, n - 1, n - 1);
        format!("l0: &l0 {{x: y}}\n{}", (1..levels).map(level).collect::<String>())
    };
    let nested = |open: &str, close: &str| format!("x: {}{}", open.repeat(10_000), close.repeat(10_000));
    let bad = |name: &str, text: &str| front(refused(name), text).says("content/en/a.md:").says("front-matter-invalid");
    check([
        bad("aliases of aliases", &bomb(9)),
        bad("aliases of aliases, many", &bomb(500)),
        bad("maps of maps", &merged(60)),
        bad("10,000 lists", &nested("[", "]")),
        bad("10,000 maps", &nested("{a: ", "}")),
        bad("10,000 lists that stay open", &nested("[", "")),
        bad("10,000 lists on one line", &format!("x:\n {}y", "- ".repeat(10_000))),
        bad("10,000 keys on one line", &format!("? {}y", "? ".repeat(10_000))),
        bad("a list of lists by indentation", &(0..300).map(|n| format!("{}- \n", " ".repeat(n))).collect::<String>()),
        refused("64 KiB of keys")
            .article(format!("---\n{}---\n# A\n", (0..8000).map(|n| format!("key{n}: x\n")).collect::<String>()))
            .says("content/en/a.md:1:1")
            .says("64 KiB"),
        refused("100 MB in one value")
            .article([b"---\ntitle: ".to_vec(), vec![b'x'; 100 << 20], b"\n---\n# A\n".to_vec()].concat())
            .says("content/en/a.md")
            .says("64 MiB"),
        refused("64 KiB that are not closed")
            .article(format!("---\ntitle: {}\n", "x".repeat(70_000)))
            .says("content/en/a.md"),
    ]);
}

#[test]
fn values_are_text_as_they_are_written() {
    check([
        front(safe("a tag that would run"), "title: !!python/object/apply:os.system [\"touch /tmp/x\"]")
            .hides("os.system"),
        front(safe("a tag on a text"), "title: !!x word"),
        fine("no").article("---\ntitle: no\n---\n\nText.\n").shows("<title>no – ").hides(">false"),
        fine("off").article("---\ntitle: off\n---\n\nText.\n").shows("<title>off – "),
        fine("a number").article("---\ntitle: 1.10\n---\n\nText.\n").shows("<title>1.10 – "),
        fine("a sexagesimal number").article("---\ntitle: 12:30:45\n---\n\nText.\n").shows("<title>12:30:45 – "),
        fine("an octal number").article("---\ntitle: 0777\n---\n\nText.\n").shows("<title>0777 – "),
        fine("a date").article("---\ntitle: 2026-01-01\n---\n\nText.\n").shows("<title>2026-01-01 – "),
        fine("null in words").article("---\ntitle: 'null'\n---\n\nText.\n").shows("<title>null – "),
        fine("a quote in a quote").article("---\ntitle: 'It''s'\n---\n\nText.\n").shows("<title>It&#39;s – "),
        fine("an escape").article("---\ntitle: \"a\\u0041\"\n---\n\nText.\n").shows("<title>aA – "),
    ]);
}

#[test]
fn titles_and_locales_are_looked_at() {
    check([
        warned("neither title nor heading").article("Only text.\n").says("content/en/a.md").says("title-missing"),
        warned("an empty title").article("---\ntitle: ''\n---\nText.\n").says("content/en/a.md"),
        warned("a locale that differs from the folder")
            .file("content/ko/a.md", "---\nms.contentlocale: ru-RU\n---\n# A\n\nText.\n")
            .says("content/ko/a.md:2:19")
            .says("`ru-RU`")
            .says("`ko`"),
        warned("a country for a language")
            .file("content/jp/a.md", "# エラー\n\nText.\n")
            .says("content/jp")
            .says("did you mean `ja`?"),
        warned("a language mixed up with a country")
            .file("content/kr/a.md", "# 오류\n\n로그인할 수 없는 오류입니다.\n")
            .says("content/kr")
            .says("`ko`"),
    ]);
}

/// Markup that must never be read as such.
const MARKUP: &str = "</title></script><script>alert(1)</script>\\\"'><img src=x onerror=alert(1)>{{ 7 * 7 }}";

#[test]
fn markup_in_values_is_text() {
    let base = |case: Case| case.arg("--base-url").arg("https://example.com/x/");
    let keys = ["title", "description", "keywords", "robots", "ids", "source_commit", "ms.topic", "replaced_by"];
    let cases = keys.map(|key| {
        let article = format!("---\n{key}: \"{MARKUP}\"\n---\n\nAADSTS50000 is a code.\n");
        base(safe(key)).article(article).hides("<script>alert").hides("<img src=x").hides("</title></script>")
    });
    check(cases);
    let text = format!("---\nerror_codes: \"{MARKUP}\"\n---\n# {} \n\nText\n", MARKUP.replace('\\', ""));
    check([
        base(safe("a heading")).article(text).hides("<img src=x"),
        base(safe("a code span"))
            .article(format!("# A\n\n`{MARKUP}`\n\n`invalid_x: {MARKUP} more`\n"))
            .hides("<img src=x"),
        base(safe("symbolic names")).article(format!("# AADSTS50000: \"{MARKUP}\" - x\n\nText\n")).hides("<img src=x"),
        safe("the site's title")
            .file("faultbook.toml", "title = \"</title><script>alert(1)</script>\"\n")
            .hides("<script>alert"),
    ]);
}

#[test]
fn text_like_a_path_leads_nowhere() {
    let long = "x".repeat(300);
    let paths = [
        "../../../x",
        "/etc/passwd",
        "..\\\\..\\\\x",
        "con",
        "a/../../x",
        "x\\0y",
        "C:/x",
        "//x/y",
        ".",
        "..",
        "",
        "index.html",
        "errors",
        "../_",
        &long,
        "a\\nb",
        "%2e%2e/x",
        "nul.txt",
        ".faultbook-manifest",
    ];
    let article = |key: &str, path: &&str| format!("---\n{key}: \"{path}\"\n---\n# A");
    // These may be refused, one by one; all others are text.
    for key in ["aliases", "error_codes", "source_hash"] {
        check(paths.iter().map(|path| safe(&format!("{key}: {path:.20}")).articles([article(key, path)])));
    }
    let kept =
        ["slug", "url", "layout", "ids", "replaced_by", "locale", "ms.contentlocale", "title", "include", "robots"];
    check(kept.map(|key| safe(key).articles(paths.iter().map(|path| article(key, path)))));
    let texts: Vec<String> =
        paths.iter().map(|path| path.replace("\\\\", "\\").replace("\\0", "\0").replace("\\n", "\n")).collect();
    let headings =
        texts.iter().map(|text| format!("# {text}\n\n`{text}: is a text.` **{text}**\n\n`{text}`\n\n## B {text}"));
    let links = texts.iter().map(|text| format!("# A\n\n[x]({text}) ![y]({text}) [!INCLUDE [z]({text})]"));
    check([safe("headings and code spans").articles(headings), safe("links").articles(links)]);
}

#[test]
fn articles_that_claim_one_address_are_named() {
    let both = |name: &str, one: &str, other: &str| {
        refused(name)
            .file(&format!("content/en/{one}"), "# One\n\nText.\n")
            .file(&format!("content/en/{other}"), "# Other\n\nText.\n")
            .says("address-taken")
            .says(&format!("content/en/{one}"))
            .says(&format!("content/en/{other}"))
    };
    let alias = |name: &str, one: &str, other: &str| {
        refused(name)
            .file("content/en/x.md", format!("---\naliases: {one}\n---\n# One\n\nText.\n"))
            .file("content/en/y.md", format!("---\naliases: {other}\n---\n# Other\n\nText.\n"))
            .says("content/en/x.md")
            .says("content/en/y.md")
    };
    check([
        both("case", "a.md", "A.md"),
        both("case of the ending", "a.md", "a.MD"),
        both("case of a folder", "x/a.md", "X/a.md"),
        both("case beyond ASCII", "é.md", "É.md"),
        both("composed or not", "\u{10d}.md", "c\u{30c}.md"),
        both("what Windows forbids", "a:b.md", "a-b.md"),
        both("blanks at the end", "a .md", "a.md"),
        alias("one alias", "[old]", "old"),
        alias("one alias in other case", "Old", "old"),
    ]);
}

#[test]
fn one_run_names_all_that_is_broken() {
    check([refused("five ways")
        .file("content/en/a.md", "---\ntitle: \"x\n---\n")
        .file("content/en/b.md", "---\ntitle: x\ntitle: y\n---\n# A\n")
        .file("content/en/c.md", b"# \xff\n")
        .file("content/ko/d.md", "")
        .file("content/ko/e.md", "---\ndate: 2026-02-30\n---\n# A\n\nText.\n")
        .says("content/en/a.md:")
        .says("content/en/b.md:3:1")
        .says("content/en/c.md:1:3")
        .says("content/ko/d.md")
        .says("content/ko/e.md:2:7")
        .says("5 errors")]);
}

//! Templates, messages and configuration: what is wrong with them is named with its file and line.

use super::case::{Case, TestSite, check, fine, safe, trouble, warned};

fn template(case: Case, name: &str, text: &str) -> Case {
    case.file(&format!("templates/{name}"), text)
}

#[test]
fn templates_that_cannot_be_used_are_named() {
    let broken = |name: &str, text: &str| {
        // `check` renders nothing, so only a build can tell.
        template(trouble(name), "article.html", text).says("template `article.html`, line ").build_only()
    };
    check([
        broken("an open tag", "<p>\n{% if x %}\n").says("`article.html`, line "),
        broken("an open block", "<p>\n{{ page.title\n"),
        broken("an unknown tag", "<p>\n{% nothing %}\n").says("`article.html`, line 2"),
        broken("an unknown variable", "<p>x</p>\n{{ page.titel }}\n").says("`article.html`, line 2").says("titel"),
        broken("an unknown top-level variable", "<p>\n\n{{ nothing }}\n")
            .says("`article.html`, line 3")
            .says("nothing"),
        broken("an unknown variable in a condition", "{% if nothing %}x{% endif %}\n").says("nothing"),
        broken("an unknown filter", "<p>\n{{ page.title | shout }}\n").says("`article.html`, line 2").says("shout"),
        broken("an unknown function", "<p>\n{{ shout() }}\n").says("shout"),
        broken("a missing parent", "{% extends \"nowhere.html\" %}\n")
            .says("nowhere.html")
            .says("`article.html`, line 1"),
        broken("a missing part", "<p>\n{% include \"nowhere.html\" %}\n")
            .says("nowhere.html")
            .says("`article.html`, line 2"),
        broken("itself as its parent", "{% extends \"article.html\" %}\n"),
        broken("itself as a part", "<p>\n{% include \"article.html\" %}\n"),
        broken("a value of the wrong type", "<p>\n{{ page.title + 1 }}\n").says("`article.html`, line 2"),
        broken("a division by zero", "<p>\n{{ 1 / 0 }}\n").says("`article.html`, line 2"),
        template(trouble("not UTF-8"), "article.html", "")
            .says("templates/article.html:1:4")
            .with(|folder| std::fs::write(folder.join("templates/article.html"), b"<p>\xff").expect("a file")),
        broken("10,000 conditions", &"{% if true %}".repeat(10_000)),
        broken("10,000 brackets", &format!("{{{{ {}1 }}}}", "(".repeat(10_000))),
        template(trouble("two in a circle"), "article.html", "{% include \"b.html\" %}")
            .says("template `b.html`, line 1")
            .build_only()
            .file("templates/b.html", "{% include \"article.html\" %}"),
    ]);
}

#[test]
fn the_page_that_a_template_fails_on_is_named() {
    check([template(trouble("a page"), "article.html", "{{ page.title + 1 }}")
        .says("en/articles/good/")
        .says("template `article.html`, line 1")
        .build_only()]);
}

#[test]
fn templates_get_text_that_is_escaped() {
    check([template(fine("a title"), "head.html", "<meta name=\"x\" content=\"{{ page.title }}\">")
        .article("# A \"><b> title\n\nText.\n")
        .hides("content=\"A \"><b>")]);
}

#[test]
fn endless_templates_are_stopped() {
    let endless = "{% for a in range(end=100000000) %}{% for b in range(end=100000000) %}x{% endfor %}{% endfor %}";
    check([template(trouble("two loops"), "article.html", endless).build_only()]);
}

fn message(case: Case, text: &str) -> Case {
    case.file("locales/en/site.ftl", text)
}

#[test]
fn messages_that_cannot_be_read_are_named() {
    let broken = |name: &str, text: &str, place: &str| {
        message(trouble(name), text).says(&format!("locales/en/site.ftl:{place}"))
    };
    check([
        broken("no value", "articles = Articles\nhome\n", "2:"),
        broken("an open placeable", "articles = { $x\n", "1:"),
        broken("words", "this is no message\n", "1:"),
        broken("a select without a default", "articles = { $x ->\n  [one] x\n}\n", ""),
        message(trouble("not UTF-8"), "")
            .says("locales/en/site.ftl:1:5")
            .with(|folder| std::fs::write(folder.join("locales/en/site.ftl"), b"a = \xff\n").expect("a file")),
        broken("10,000 placeables", &format!("articles = {}\n", "{".repeat(10_000)), "1:"),
    ]);
}

#[test]
fn messages_that_are_missing_have_a_stand_in() {
    check([
        message(warned("an unknown reference"), "articles = { nothing }\n")
            .says("locales/en/site.ftl:1:")
            .says("nothing"),
        message(warned("itself"), "articles = { articles }\n").says("locales/en/site.ftl:1:").says("articles"),
        message(warned("in a circle"), "articles = { errors }\nerrors = { articles }\n").says("locales/en/site.ftl:"),
        message(warned("an unknown term"), "articles = { -nothing }\n").says("locales/en/site.ftl:1:"),
        message(warned("an unknown variable"), "articles = { $nothing }\n")
            .says("locales/en/site.ftl:1:")
            .says("nothing"),
        fine("markup").file("locales/en/site.ftl", "articles = <script>alert(1)</script>\n").hides("<script>alert"),
        warned("missing in one locale")
            .file("content/nl/good.md", "# Goed\n\nTekst.\n")
            .file("locales/nl/site.ftl", "site-search-label = Zoeken en vinden\n")
            .shows("Zoeken en vinden")
            .says("message-missing"),
    ]);
}

#[test]
fn configuration_that_cannot_be_read_is_named() {
    let broken = |name: &str, text: &str, place: &str| {
        trouble(name).file("faultbook.toml", text).says(&format!("faultbook.toml:{place}"))
    };
    check([
        broken("malformed", "title = \"x\"\nbase_url = \n", "2:"),
        broken("an open quote", "title = \"x\n", "1:"),
        broken("a wrong type", "# first\ntitle = 5\n", "2:9").says("title"),
        broken("a list for a text", "title = [\"a\"]\n", "1:"),
        broken("a table for a list", "[featured]\na = 1\n", "1:"),
        broken("a misspelt key", "baseurl = \"https://example.com\"\n", "1:1").says("did you mean `base_url`?"),
        broken("a misspelt table", "[buld]\nout = \"x\"\n", "1:").says("did you mean `build`?"),
        broken("a misspelt key in a table", "[build]\nsaerch = true\n", "2:1").says("did you mean"),
        broken("a misspelt rule", "[rules]\nliteral-difers = \"off\"\n", "2:1").says("did you mean `literal-differs`?"),
        broken("a misspelt severity", "[rules]\nliteral-differs = \"warnign\"\n", "2:").says("warning"),
        broken("a key twice", "title = \"a\"\ntitle = \"b\"\n", "2:1"),
        broken("no address", "base_url = \"example.com\"\n", "1:"),
        broken("an address that is no page", "base_url = \"javascript:alert(1)\"\n", "1:"),
        broken("a locale that is none", "source_locale = \"english\"\n", "1:"),
        broken("a pattern that is none", "[[families]]\nid = \"x\"\npattern = \"(\"\n", "3:"),
        broken("a colour that is none", "accent = \"red; } body { display: none\"\n", "1:"),
        broken("a logo that is not there", "logo = \"nowhere.png\"\n", "1:"),
        broken("10,000 brackets", &format!("title = {}\n", "[".repeat(10_000)), "1:"),
        broken("two errors", "baseurl = \"x\"\ntitle = 5\n", "1:1").says("faultbook.toml:2:9"),
        trouble("not UTF-8").file("faultbook.toml", b"title = \"\xff\"\n").says("faultbook.toml:1:10"),
        trouble("a folder").file("faultbook.toml/x", ""),
        broken("an output above", "[build]\nout = \"..\"\n", ""),
        safe("a footer link that runs")
            .file("faultbook.toml", "[[footer_links]]\ntext = \"x\"\nurl = \"javascript:alert(1)\"\n"),
        safe("a title with markup").file("faultbook.toml", "title = \"<b>\\\"'&\"\n"),
        safe("a byte order mark").file("faultbook.toml", "\u{feff}title = \"x\"\n"),
    ]);
}

#[test]
fn wrong_usage_names_what_is_nearest() {
    let site = TestSite::new(&[]);
    let wrong = |args: &[&str], words: &str| {
        site.run(args).expect(2).says(words);
    };
    wrong(&["biuld"], "build");
    wrong(&["build", "--strct"], "--strict");
    wrong(&["build", "--base-url", "nowhere"], "base-url");
    wrong(&["build", "--locale", "kr"], "kr");
    wrong(&["build", "--locale", "no such"], "no such");
    wrong(&["check", "--format", "jsn"], "json");
    wrong(&["check", "--rule", "link-brokn"], "link-broken");
    wrong(&["build", "nowhere"], "nowhere");
    wrong(&["build", "--color", "red"], "red");
    assert_eq!(site.public(), *super::case::old_site());
}

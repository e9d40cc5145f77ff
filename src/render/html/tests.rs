use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::Range;

use super::{Picture, Resolve, Target, body, escape};
use crate::render::sample::written;
use crate::render::view::Html;

/// A page whose first heading is its title; `gone.md` leads nowhere.
#[derive(Default)]
struct Page {
    ids: RefCell<HashSet<String>>,
}

impl Resolve for Page {
    fn claim(&self, id: &str) -> bool {
        self.ids.borrow_mut().insert(id.to_owned())
    }

    fn link(&self, target: &str) -> Option<Target> {
        let external = target.starts_with("https:");
        let hreflang = target.ends_with("english.md").then(|| "en".to_owned());
        (target != "gone.md").then(|| Target { href: target.replace(".md", "/"), external, hreflang })
    }

    fn image(&self, target: &str) -> Option<Picture> {
        (target != "gone.png").then(|| Picture { src: format!("../{target}"), size: Some((2, 1)) })
    }

    fn heading_id(&self, index: usize) -> Option<&str> {
        ["title", "one", "two"].get(index).copied()
    }

    fn is_title(&self, index: usize) -> bool {
        index == 0
    }

    fn parameter(&self, name: &str) -> Option<String> {
        (name == "invalid_grant").then(|| "../grant/".to_owned())
    }

    fn include(&self, target: &str) -> Option<Html> {
        target.ends_with("part.md").then(|| Html("<p>part</p>\n".to_owned()))
    }

    fn original(&self) -> (&str, &str) {
        ("en", "ltr")
    }

    fn literals(&self, _: &Range<usize>) -> &[Range<usize>] {
        &[]
    }
}

#[test]
fn comments_that_silence_rules_leave_no_trace() {
    let comment = "<!-- faultbook: allow(link-broken) not written yet -->\n";
    assert_eq!(html(&format!("1. one\n{comment}2. two\n\n{comment}Text\n")), html("1. one\n2. two\n\nText\n"));
    assert_eq!(html(&format!("## A {}", comment.trim())).replace("A ", "A"), html("## A"));
}

/// Returns the body of an English article with that text behind its title.
fn html(markdown: &str) -> String {
    written(markdown, |events, texts| body(events, &Page::default(), texts, &[]).0)
}

fn check(markdown: &str, expected: &str) {
    assert_eq!(html(markdown).trim_end(), expected, "{markdown}");
}

#[test]
fn literals_stand_as_they_are() {
    check("`a  <b>`", "<p><code class=\"short\" translate=\"no\" dir=\"ltr\">a  &lt;b&gt;</code></p>");
    check("`Set-TransportRule -Name x`", "<p><code translate=\"no\" dir=\"ltr\">Set-TransportRule -Name x</code></p>");
    check(
        "```PowerShell title=\"x\"\na < b\n```",
        "<pre translate=\"no\" dir=\"ltr\" tabindex=\"0\"><code class=\"language-powershell\">a &lt; b\n</code></pre>",
    );
    check("```{onclick=x}\na\n```", "<pre translate=\"no\" dir=\"ltr\" tabindex=\"0\"><code>a\n</code></pre>");
}

#[test]
fn parameters_are_a_list_with_anchors() {
    check(
        "`invalid_grant: The grant is  bad.`\n\n`invalid_scope:  Two blanks.`",
        "<dl class=\"parameters\">\n\
         <dt id=\"invalid_grant\"><a href=\"../grant/\"><code translate=\"no\" dir=\"ltr\">invalid_grant</code></a></dt>\n\
         <dd><code class=\"literal\" translate=\"no\" dir=\"ltr\">The grant is  bad.</code></dd>\n\
         <dt id=\"invalid_scope\"><code translate=\"no\" dir=\"ltr\">invalid_scope</code></dt>\n\
         <dd data-literal=\"invalid_scope:  Two blanks.\"><code class=\"literal\" translate=\"no\" dir=\"ltr\">Two blanks.</code></dd>\n\
         </dl>",
    );
}

#[test]
fn headings_step_down_one_at_a_time() {
    let html = html("#### Deep\n\n# Again");
    assert!(html.starts_with("<h2 id=\"one\">Deep</h2>"));
    assert!(html.contains("<h2 id=\"two\">") && !html.contains("Title"), "{html}");
}

#[test]
fn links_go_where_they_are_resolved() {
    check("[a](b.md)", "<p><a href=\"b/\">a</a></p>");
    check("[a](english.md \"t\")", "<p><a href=\"english/\" hreflang=\"en\" title=\"t\">a</a></p>");
    check("[a](https://x.example/)", "<p><a href=\"https://x.example/\" rel=\"external\">a</a></p>");
    check("[a *b*](gone.md)", "<p>a <em>b</em></p>");
}

#[test]
fn pictures_have_sizes_and_alternative_texts() {
    check(
        "![a `b` \"c\"](d.png)",
        "<p><img src=\"../d.png\" alt=\"a b &quot;c&quot;\" width=\"2\" height=\"1\" loading=\"lazy\" decoding=\"async\"></p>",
    );
    check("![a](gone.png)", "<p>a</p>");
}

#[test]
fn tables_are_aligned_by_class_and_can_be_scrolled() {
    check(
        "| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |",
        "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table\">\n<table>\n<thead>\n<tr>\n\
         <th scope=\"col\">a</th>\n<th scope=\"col\" class=\"center\">b</th>\n<th scope=\"col\" class=\"end\">c</th>\n\
         </tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td class=\"center\">2</td>\n<td class=\"end\">3</td>\n</tr>\n\
         </tbody>\n</table>\n</div>",
    );
}

#[test]
fn alerts_say_what_they_are() {
    check(
        "> [!WARNING]\n> Hot.",
        "<div class=\"alert warning\" role=\"note\">\n<p class=\"alert-label\">Warning</p>\n<p>Hot.</p>\n</div>",
    );
}

#[test]
fn footnotes_lead_there_and_back() {
    let html = html("One[^b], two[^a], again[^b].\n\n[^a]: A.\n[^b]: B.");
    assert!(html.contains("<sup><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup>, two"), "{html}");
    assert!(html.contains("again<sup><a href=\"#fn-1\" role=\"doc-noteref\">1</a></sup>"), "{html}");
    let section = html.find("<section class=\"footnotes\"").expect("a section at the end");
    let order = [html.find("<li id=\"fn-1\"><p>B. <a href=\"#fnref-1\""), html.find("<li id=\"fn-2\"><p>A.")];
    assert!(order[0].is_some_and(|first| section < first) && order[0] < order[1], "{html}");
}

#[test]
fn tasks_have_names() {
    check("- [x] Done", "<ul>\n<li><span class=\"task\" role=\"img\" aria-label=\"Done\">☑</span> Done</li>\n</ul>");
}

#[test]
fn source_sentences_are_hidden_and_in_no_heading() {
    let segment = |text: &str| {
        format!(
            "<span data-ttu-id=\"1\">{text}<span class=\"sxs-lookup\"><span data-stu-id=\"1\">Source.</span></span></span>"
        )
    };
    check(&segment("Ziel."), "<p>Ziel.<span class=\"original\" lang=\"en\" dir=\"ltr\" hidden>Source.</span></p>");
    assert!(!html(&format!("## {}", segment("Ziel"))).contains("Source"));
}

#[test]
fn raw_html_is_cleaned_and_our_markup_stays() {
    let ours =
        "| a |\n|--:|\n| `b  c` |\n\n> [!NOTE]\n> x[^1]\n\n`invalid_grant: The grant:  bad.`\n\n[^1]: y\n\n## h\n";
    let plain = html(ours);
    let mixed = html(&format!("{ours}\n<kbd onclick=\"x()\">K</kbd> <script>alert(1)</script> after"));
    let start = mixed.find("<kbd").expect("what is allowed stays");
    assert!(mixed.contains("<kbd translate=\"no\" dir=\"ltr\">K</kbd>"), "{mixed}");
    assert!(!mixed.contains("onclick") && !mixed.contains("script") && mixed.contains("after"), "{mixed}");
    let before = mixed[..start].trim_end_matches("<p>");
    assert_eq!(before, &plain[..before.len()]);
    let unbalanced = html("<table><tr><td>x</body></html>\n\nend");
    assert_eq!(unbalanced.matches("<table>").count(), unbalanced.matches("</table>").count(), "{unbalanced}");
}

#[test]
fn line_ends_are_blanks_where_a_script_has_blanks() {
    check("令牌\n服务", "<p>令牌服务</p>");
    check("토큰\n서비스", "<p>토큰\n서비스</p>");
    check("令牌\ntoken", "<p>令牌\ntoken</p>");
}

#[test]
fn escaping_leaves_no_markup() {
    let mut out = String::new();
    escape(&mut out, "\"><script>&\0");
    assert_eq!(out, "&quot;&gt;&lt;script&gt;&amp;");
}

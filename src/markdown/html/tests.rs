use pulldown_cmark::Parser;

use super::*;

/// Returns what the tags of `text` come to, one after the other, text left out.
fn tags(raw: &str) -> Vec<Html<'_>> {
    let pieces = Reader::new(&[]).block(raw);
    pieces.into_iter().map(|(html, _)| html).filter(|html| !matches!(html, Html::Text(_))).collect()
}

/// Returns what of `raw` a page would have as HTML.
fn shown(raw: &str) -> String {
    let show = |(html, _)| match html {
        Html::Text(text) => text.into_owned(),
        Html::Allowed { tag, .. } => tag,
        Html::Break => "<br>".to_owned(),
        Html::Placeholder(text) => escape(text).into_owned(),
        _ => String::new(),
    };
    Reader::new(&[]).block(raw).into_iter().map(show).collect()
}

#[test]
fn active_content_goes_and_the_text_after_it_stays() {
    for active in [
        "<script>alert(1)</script>",
        "<SCRIPT src=//x></ScRiPt >",
        "<script>a</script x>",
        "<style>body{display:none}</style>",
        "<iframe src=\"https://x\"></iframe>",
        "<iframe srcdoc='<script>x</script>'>x</iframe>",
        "<object data=x><b>y</b></object>",
        "<embed src=x>",
        "<form action=x>",
        "<input onfocus=x autofocus>",
        "<button formaction=javascript:x>",
        "<meta http-equiv=refresh content=0>",
        "<base href=//x>",
        "<link rel=stylesheet href=//x>",
        "<svg onload=x><script>y</script></svg>",
        "<svg/onload=x>z</svg>",
        "<math><mtext></mtext></math>",
        "<template>x</template>",
        "<video src=x onerror=y></video>",
        "<!-- <script>x</script> -->",
        "<![CDATA[ x ]]>",
        "<?php x ?>",
        "<!DOCTYPE html>",
        "</body></html>",
        "<frameset><frame src=x></frameset>",
        "<dialog open>",
        "<o:p></o:p>",
    ] {
        assert_eq!(shown(&format!("{active}after")), "after", "{active}");
    }
}

#[test]
fn an_element_that_is_not_closed_takes_nothing_along() {
    assert_eq!(shown("<script>text <b>bold</b>"), "text <b>bold</b>");
    assert_eq!(shown("<!-- text"), "&lt;!-- text");
    assert_eq!(
        shown("a <b title=\"x <script>alert(1)</script>"),
        "a &lt;b title=\"x &lt;script&gt;alert(1)&lt;/script&gt;"
    );
    assert_eq!(shown("1 < 2 <3 & <"), "1 &lt; 2 &lt;3 & &lt;");
}

#[test]
fn allowed_tags_are_written_anew() {
    let check = |raw: &str, expected: &str| assert_eq!(shown(raw), expected, "{raw}");
    check("<B CLASS=x>y</B>", "<b>y</b>");
    check("<td colspan=2 rowspan='x' align=left>", "<td colspan=\"2\">");
    check("<img src=javascript:x alt='a < b'>", "a &lt; b");
    check("<details open><summary>x</summary></details>", "<details open=\"\"><summary>x</summary></details>");
    check("<b/onclick=x title=\"t\">", "<b title=\"t\">");
    check("<b title=x title=y =z \"q\">", "<b title=\"x\">");
    check("</b></i>", "");
}

#[test]
fn what_was_taken_out_of_a_tag_is_named() {
    let removed = |raw| match tags(raw).remove(0) {
        Html::Allowed { removed, .. } => removed,
        other => panic!("{other:?}"),
    };
    assert_eq!(
        removed("<p onClick=x STYLE='y' class=z>"),
        [Removal::Attribute("onclick".into()), Removal::Attribute("style".into())]
    );
    assert_eq!(removed("<a href='java&#115;cript&colon;x'>"), [Removal::Url("javascript:x".into())]);
    assert_eq!(tags("<Script></Script>"), [Html::Removed("script".into())]);
}

#[test]
fn links_and_pictures_are_those_of_markdown() {
    assert_eq!(
        tags("<a href='x?a=1&amp;b=\"2\"' target=_blank onclick=y>t</a>"),
        [
            Html::LinkOpen {
                target: "x?a=1&b=\"2\"".into(),
                title: String::new(),
                removed: vec![Removal::Attribute("onclick".into())],
            },
            Html::LinkClose,
        ]
    );
    assert_eq!(
        tags("<img src=a.png alt='\"><script>'>"),
        [Html::Image { target: "a.png".into(), alt: "\"><script>".into(), removed: vec![] }]
    );
}

#[test]
fn unknown_tags_are_placeholders() {
    assert_eq!(
        tags("<your tenant> </tenant> <path>"),
        [Html::Placeholder("<your tenant>"), Html::Placeholder("</tenant>"), Html::Placeholder("<path>")]
    );
    assert_eq!(shown("<x onclick=y>"), "&lt;x onclick=y&gt;");
}

#[test]
fn breaks_and_anchors_have_names_of_their_own() {
    assert_eq!(tags("<br><BR/><br />"), [Html::Break, Html::Break, Html::Break]);
    assert_eq!(
        tags("<a name=\"x\"></a><A ID='y&amp;z'/>"),
        [Html::Anchor("x".into()), Html::AnchorClose, Html::Anchor("y&z".into())]
    );
}

#[test]
fn side_by_side_markup_is_read_in_any_spelling() {
    let raw = "<span data-ttu-id=\"a-1\"><span>x</span></span><SPAN class='y SXS-lookup'><span id=q data-stu-id=a-1>";
    assert_eq!(
        tags(&format!("{raw}</span></span></span>")),
        [
            Html::SegmentOpen("a-1".into()),
            Html::Nothing,
            Html::Nothing,
            Html::SegmentClose,
            Html::LookupOpen,
            Html::SourceOpen("a-1".into()),
            Html::SourceClose,
            Html::LookupClose,
            Html::Nothing,
        ]
    );
}

#[test]
fn inline_elements_take_their_content_along_where_they_are_closed() {
    let check = |source: &str, expected: &[&str]| {
        let items: Vec<_> = Parser::new(source).into_offset_iter().collect();
        let slice = |range: Range<usize>| &source[items[range.start].1.start..items[range.end - 1].1.end];
        assert_eq!(dropped(&items).into_iter().map(slice).collect::<Vec<_>>(), expected, "{source}");
    };
    check("a <script>x *y*</script> b <style>z</STYLE>", &["<script>x *y*</script>", "<style>z</STYLE>"]);
    check("a <svg><script>x</script></svg> b", &["<svg><script>x</script></svg>"]);
    check("a <script>x <b>y</b> </style>", &[]);
}

#[test]
fn addresses_have_allowed_schemes() {
    let extra = ["msteams".to_owned()];
    for url in [
        "https://x",
        "HTTP://x",
        "mailto:a@b",
        "tel:1",
        "ms-settings:a",
        "feedback-hub:?x",
        "MSTeams:x",
        "x.md",
        "/x",
        "#a:b",
        "?a:b",
        "//host/x",
        "../a:b",
        "",
        "x/y:z",
        "https://[x",
        "오류:x",
        "a b:c",
    ] {
        assert!(allowed_url(url, &extra), "{url}");
    }
    for url in [
        "javascript:x",
        "JaVaScRiPt:x",
        " javascript:x",
        "\u{1}javascript:x",
        "java\tscript:x",
        "java\nscript:x",
        "java\r\nscript:x",
        "java\0script:x",
        "javascript\t:x",
        "javascript&colon;x",
        "&#106;avascript:x",
        "&#x6a;avascript:x",
        "&#106avascript:x",
        "java&Tab;script:x",
        "&#0;javascript:x",
        "vbscript:x",
        "data:text/html,x",
        "DATA:x",
        "file:///x",
        "blob:x",
        "\u{200b}javascript:x",
        "java script:x",
        "about:blank",
        "msteams2:x",
        "view-source:x",
        "C:\\x",
        "\u{a0}javascript:x",
    ] {
        assert!(!allowed_url(url, &extra), "{url:?}");
    }
}

#[test]
fn the_table_is_sorted_and_has_nothing_active() {
    assert!(ALLOWED.is_sorted());
    for (tag, attributes) in ALLOWED {
        assert!(!known(tag), "{tag} is allowed and removed");
        assert!(!attributes.iter().any(|name| name.starts_with("on") || table::ACTIVE.contains(name)), "{tag}");
    }
}

#[test]
fn openers_that_never_close_are_read_in_time() {
    for unit in [
        "<",
        "<a ",
        "<a b=\"",
        "<!--",
        "<![CDATA[",
        "<?",
        "<!x",
        "<script>",
        "<svg><iframe>",
        "</b>",
        "<b>",
        "<x a='",
        "&",
        "<b x=y",
    ] {
        Reader::new(&[]).block(&unit.repeat(200_000 / unit.len()));
        let attributes = format!("<b {}>", unit.repeat(20_000 / unit.len()));
        Reader::new(&[]).tag(&attributes);
        decode(&unit.repeat(10_000));
    }
}

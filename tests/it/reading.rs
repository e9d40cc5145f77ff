//! Pages for readers in a hurry: steps first, literals that nobody translates, the original, notices that lead on.

use std::collections::BTreeMap;

use faultbook::output::Memory;
use faultbook::pipeline;

use crate::site;

const HEAD: &str = "# AADSTS50000: No token\n\n**AADSTS50000**: TokenIssuanceError - No token was issued.\n\n";
const PARAMETERS: &str = "The server answers with one of these:\n\n`invalid_grant: The grant is invalid.`\n\n`invalid_scope: The scope is wrong.`\n\n";

/// Returns the files of the site that `text` holds.
fn built(text: &str) -> BTreeMap<String, String> {
    let site = site::site(text);
    let memory = Memory::default();
    pipeline::build(&site, &memory, &|_, _| {}).expect("the site is whole");
    let files = memory.into_files().into_iter();
    files.filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?))).collect()
}

/// Returns the page of the code in `locale`.
fn page(text: &str, locale: &str) -> String {
    built(text).remove(&format!("{locale}/errors/aadsts50000/index.html")).expect("the code has a page")
}

/// Checks that the page of an article with that body has `parts` in that order, each behind the one before.
fn in_order(body: &str, parts: &[&str]) {
    let page = page(&format!("=== content/en/a.md\n{HEAD}{body}"), "en");
    let mut at = 0;
    for part in parts {
        at += page[at..].find(part).unwrap_or_else(|| panic!("`{part}` is not where it should be:\n{page}"));
    }
}

#[test]
fn what_to_do_comes_before_the_parameters() {
    let way = "<a href=\"#page--first-step\">";
    let anchor = "<span id=\"page--first-step\"></span>";
    let passage = format!("{PARAMETERS}Open a ticket.\n");
    in_order(&passage, &[way, anchor, "Open a ticket", "The server answers", "<dl", "invalid_scope", "</dl>"]);
    in_order(&format!("{PARAMETERS}1. Wait.\n2. Retry.\n"), &[way, anchor, "Wait.", "The server answers", "<dl"]);
    let sections = format!("## Parameters\n\n{PARAMETERS}## Steps\n\n1. Wait.\n");
    let toc = ["<a href=\"#steps\">", "class=\"toc", "#steps", "#also", "#parameters", "</nav>"];
    in_order(&format!("{sections}\n## Also\n\nMore.\n"), &toc);
    in_order(&sections, &["<a href=\"#steps\">", "<h2 id=\"steps\">", "Wait.", "<h2 id=\"parameters\">", "<dl"]);
}

#[test]
fn what_is_in_order_stays_in_order() {
    let steps = format!("## Steps\n\n1. Wait.\n\n## Parameters\n\n{PARAMETERS}A last word.\n");
    in_order(&steps, &["<h2 id=\"steps\">", "<h2 id=\"parameters\">", "The server", "<dl", "</dl>", "A last word."]);
    in_order(&format!("{PARAMETERS}\n## More\n\nText.\n"), &["The server", "<dl", "<h2 id=\"more\">"]);
    let noted = format!("Text[^1].\n\n{PARAMETERS}[^1]: A note.\n");
    in_order(&noted, &["Text", "The server", "<dl", "A note."]);
    in_order("- Wait.\n- Retry.\n", &["<a href=\"#page--first-step\">", "page--first-step", "<ul>\n<li>Wait."]);
}

#[test]
fn literals_are_marked_wherever_they_stand() {
    let body =
        "## Read `sign in log`\n\nSee AADSTS65001 and <https://example.com/a>.\n\n## B\n\nx\n\n## C\n\n<kbd>K</kbd>\n";
    in_order(
        body,
        &[
            "Read <bdi translate=\"no\" dir=\"ltr\">sign in log</bdi></a>",
            "<code class=\"short\" translate=\"no\" dir=\"ltr\">sign in log</code></h2>",
            "See <bdi translate=\"no\" dir=\"ltr\">AADSTS65001</bdi> and",
            "\"><bdi translate=\"no\" dir=\"ltr\">https://example.com/a</bdi></a>",
            "<kbd translate=\"no\" dir=\"ltr\">K</kbd>",
        ],
    );
}

/// Returns the line of notices on the Korean page of an article whose texts end in `en` and in `ko`.
fn notice(configuration: &str, front: &str, en: &str, ko: &str) -> String {
    let text = format!(
        "=== faultbook.toml\n{configuration}\n=== content/en/a.md\n{HEAD}{en}\n=== content/ko/a.md\n---\n{front}\n---\n{HEAD}{ko}\n"
    );
    let page = page(&text, "ko");
    let start = page.find("<p class=\"notice\">").expect("a notice");
    page[start..].split_once("</p>").expect("an end").0.to_owned()
}

#[test]
fn the_original_is_offered_passage_by_passage_where_outlines_are_equal() {
    let (equal, link) = ("data-original>원문 표시</button>", "<a href=\"../../../en/errors/aadsts50000/\" lang=\"en\"");
    let human = notice("", "translation: human", "## A\n\nText.", "## 가\n\n글.");
    assert!(human.contains(equal) && human.contains(link), "{human}");
    let other = notice("", "translation: machine", "## A\n\nText.", "## 가\n\n- 글.");
    assert!(!other.contains("<button") && other.contains("원문: ") && other.contains(link), "{other}");
}

#[test]
fn a_translation_can_be_reported_where_it_is_not_what_it_should_be() {
    let address = "https://example.com/new?title={title}&url={url}&path={path}&in={locale}";
    let configuration = format!("base_url = \"https://example.org/\"\nreport_url = \"{address}\"");
    let machine = notice(&configuration, "translation: machine", "Text.", "글.");
    let expected = "https://example.com/new?title=AADSTS50000%3A%20No%20token%20was%20issued.&amp;url=https%3A%2F%2Fexample.org%2Fko%2Ferrors%2Faadsts50000%2F&amp;path=content%2Fko%2Fa.md&amp;in=ko\"";
    assert!(machine.contains(expected) || machine.contains(&expected.replace("%20was%20issued.", "")), "{machine}");
    assert!(!notice(&configuration, "translation: human", "Text.", "글.").contains("example.com/new"));
    let mail = notice("report_url = \"mailto:a@b.example?subject={title}{url}\"", "translation: machine", "x", "y");
    assert!(mail.contains("\"mailto:a@b.example?subject=AADSTS50000%3A%20No%20token"), "{mail}");
}

#[test]
fn machine_made_and_outdated_are_said_at_once() {
    let text = format!(
        "=== content/en/a.md\n{HEAD}Text.\n=== content/ko/a.md\n---\ntranslation: machine\nsource_hash: {}\n---\n{HEAD}글.\n\
         === content/ru/a.md\n---\nsource_hash: {}\n---\n{HEAD}Текст.\n",
        "0".repeat(64),
        "1".repeat(64),
    );
    // Nothing proves which text the source is.
    assert!(page(&text, "ko").contains("<span class=\"machine\">기계 번역</span>"));
    let hash = faultbook::catalog::version::text_hash;
    let site = site::site(&text);
    let source = &site.catalog.groups[0].articles[0];
    let faultbook::model::front::SourceHash::Text(proven) = hash(source, site.sources.get(source.source)) else {
        panic!("our own hash");
    };
    let text = text.replace(&"1".repeat(64), &proven);
    assert!(page(&text, "ko").contains("<span class=\"machine\">기계 번역, 최신 원문과 다름</span>"));
}

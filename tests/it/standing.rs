//! Fragments that the configuration puts on pages: `home` and `footer`.

use faultbook::load;
use faultbook::output::Memory;
use faultbook::pipeline::{self, PipelineError, Request};

const SITE: &str = "\
=== content/en/includes/home.md
What errors mean. See [the guide](../guide.md).
=== content/ko/includes/home.md
오류의 뜻입니다. [안내](../guide.md)를 보세요.
=== content/en/includes/footer.md
Independent of everybody. <b>All</b> names are [their owners'](https://example.com/).
=== content/en/guide.md
# The guide

Text.
=== content/ko/guide.md
# 안내

글입니다.
=== content/en/a.md
# AADSTS50000: An error

Text.
=== content/ko/a.md
# AADSTS50000: 오류

글입니다.
=== faultbook.toml
home = 'includes/home.md'
footer = 'includes/footer.md'
base_url = 'https://example.com/help/'
";

fn pages(text: &str) -> impl Fn(&str) -> String + use<> {
    let site = pipeline::read(&load::memory(text), &Request::default()).unwrap_or_else(|error| panic!("{error}"));
    let memory = Memory::default();
    pipeline::build(&site, &memory, &|_, _| {}).expect("the site is whole");
    let files = memory.into_files();
    move |path| String::from_utf8(files[path].clone()).expect("pages are texts")
}

#[test]
fn the_home_page_begins_with_the_sites_own_words() {
    let page = pages(SITE);
    let home = page("ko/index.html");
    assert!(home.contains("<div class=\"intro\"><p>오류의 뜻입니다."), "{home}");
    assert!(home.contains("<a href=\"../ko/articles/guide/\">안내</a>"));
    assert!(home.contains("<meta name=\"description\" content=\"오류의 뜻입니다. 안내를 보세요.\">"));
    assert!(page("en/index.html").contains("<p>What errors mean."));
    assert!(!page("en/articles/guide/index.html").contains("What errors mean."));
}

#[test]
fn every_page_ends_with_the_sites_own_words_in_its_language_or_marked() {
    let page = pages(SITE);
    for path in ["en/index.html", "en/errors/aadsts50000/index.html", "404.html", "index.html"] {
        assert!(page(path).contains("<div class=\"imprint\"><p>Independent of everybody."), "{path}");
    }
    let korean = page("ko/articles/guide/index.html");
    assert!(korean.contains("<div class=\"imprint\" lang=\"en\" dir=\"ltr\"><p>Independent"), "{korean}");
}

#[test]
fn links_of_the_footer_hold_on_every_page() {
    let page = pages(&SITE.replace("Independent of everybody.", "[Guide](../guide.md)."));
    for (path, link) in [
        ("en/index.html", "../en/articles/guide/"),
        ("en/errors/aadsts50000/index.html", "../../../en/articles/guide/"),
        ("index.html", "en/articles/guide/"),
        ("404.html", "/help/en/articles/guide/"),
        ("ko/404.html", "/help/ko/articles/guide/"),
    ] {
        assert!(page(path).contains(&format!("<p><a href=\"{link}\"")), "{path}");
    }
}

#[test]
fn without_them_pages_are_as_before() {
    let page = pages(&SITE.replace("home = ", "# ").replace("footer = ", "# "));
    assert!(page("en/index.html").contains("<p class=\"intro\">What an error means"));
    assert!(!page("en/index.html").contains("imprint"));
}

#[test]
fn a_name_that_no_locale_has_is_refused() {
    for name in ["includes/hom.md", "guide.md", "../content/en/includes/home.md", ""] {
        let text = SITE.replace("home = 'includes/home.md'", &format!("home = '{name}'"));
        let error = pipeline::read(&load::memory(&text), &Request::default()).expect_err("there is no such fragment");
        let PipelineError::Config { errors, .. } = error else { panic!("{error}") };
        assert!(errors.to_string().contains("`home`"), "{errors}");
    }
}

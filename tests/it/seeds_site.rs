//! What the site shows that is built from real articles: their literals byte for byte, and notices where due.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const ARTICLE: &str = "troubleshoot-aadsts50000-error-code.md";
const PAGE: &str = "errors/aadsts50000/index.html";

/// Folders of the five articles, and whether a machine translated them.
const LOCALES: [(&str, bool); 5] =
    [("ko-KR", false), ("zh-CN", false), ("ru-RU", false), ("sl-SI", true), ("id-ID", true)];

/// The articles, and the site that was built from them.
struct Built {
    articles: PathBuf,
    site: PathBuf,
}

impl Built {
    /// Builds the site `name`; none without the articles.
    fn new(name: &str) -> Option<Self> {
        let articles = crate::common::samples("seeds")?;
        let site = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let mut build = Command::new(env!("CARGO_BIN_EXE_faultbook"));
        build.arg("build").arg(&articles).arg("--out").arg(&site).args(["--base-url", "https://example.com/help/"]);
        let done = build.stdin(Stdio::null()).output().expect("the program to start");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        Some(Self { articles, site })
    }

    fn article(&self, locale: &str) -> String {
        fs::read_to_string(self.articles.join(locale).join(ARTICLE)).expect("an article")
    }

    fn page(&self, locale: &str) -> String {
        fs::read_to_string(self.site.join(locale.to_ascii_lowercase()).join(PAGE)).expect("a page")
    }
}

#[test]
fn six_parameters_read_as_in_each_article() {
    let Some(built) = Built::new("seeds-parameters") else { return };
    for (locale, _) in LOCALES {
        let article = built.article(locale);
        let literals: Vec<&str> =
            article.lines().filter_map(|line| line.strip_prefix('`')?.strip_suffix('`')).collect();
        let page = built.page(locale);
        let shown: Vec<String> = entries(&page).into_iter().map(|(name, text)| format!("{name}: {text}")).collect();
        assert_eq!(literals.len(), 6, "{locale}");
        assert_eq!(shown, literals, "{locale}");
        assert!(shown.iter().any(|literal| literal.contains(").  The")), "{locale} keeps two blanks");
    }
}

#[test]
fn every_source_sentence_is_hidden() {
    let Some(built) = Built::new("seeds-originals") else { return };
    for (locale, machine) in LOCALES {
        let page = built.page(locale);
        let originals: Vec<&str> = page.split("<span class=\"original\"").skip(1).collect();
        assert_eq!(!originals.is_empty(), machine, "{locale}");
        for original in &originals {
            let (tag, _) = original.split_once('>').expect("an end of the tag");
            assert_eq!(tag, " lang=\"en\" dir=\"ltr\" hidden", "{locale}");
        }
        assert!(!page.contains("data-stu-id") && !page.contains("sxs-lookup"), "{locale}");
    }
}

#[test]
fn only_machine_translations_carry_that_notice() {
    let Some(built) = Built::new("seeds-notices") else { return };
    for (locale, machine) in LOCALES {
        assert_eq!(built.page(locale).contains("<span class=\"machine\">"), machine, "{locale}");
    }
}

#[test]
fn the_source_is_rebuilt_and_says_so() {
    let Some(built) = Built::new("seeds-rebuilt") else { return };
    let page = built.page("en");
    assert!(page.contains("<html lang=\"en\"") && page.contains("<span class=\"rebuilt\">"), "{page}");
    assert!(page.contains("'s an issue with the sign-in service.</p>"), "{page}");
    assert_eq!(entries(&page), entries(&built.page("id-ID")));
    assert!(
        built
            .page("ko-KR")
            .contains("<a href=\"../../../en/errors/aadsts50000/\" hreflang=\"en\" data-kind=\"rebuilt\"")
    );
}

#[test]
fn search_engines_are_kept_away() {
    let Some(built) = Built::new("seeds-robots") else { return };
    let locales = LOCALES.map(|(locale, _)| locale);
    for locale in locales.into_iter().chain(["en"]) {
        let page = built.page(locale);
        assert!(page.contains("<meta name=\"robots\" content=\"noindex, nofollow\">"), "{locale}");
    }
    let sitemap = fs::read_to_string(built.site.join("sitemap.xml")).expect("a sitemap");
    assert!(!sitemap.contains("aadsts50000"), "{sitemap}");
}

/// Returns names and texts of the parameters that a page lists, entities decoded.
fn entries(page: &str) -> Vec<(String, String)> {
    let between = |text: &str, start: &str, end: &str| {
        let text = text.split_once(start).expect(start).1;
        text.split_once(end).expect(end).0.to_owned()
    };
    let list = between(page, "<dl class=\"parameters\">", "</dl>");
    let entry = |entry: &str| {
        let name = between(entry, "<code translate=\"no\" dir=\"ltr\">", "</code>");
        let text = between(entry, "<dd><code class=\"literal\" translate=\"no\" dir=\"ltr\">", "</code></dd>");
        (decoded(&name), decoded(&text))
    };
    list.split("<dt").skip(1).map(entry).collect()
}

/// Returns the text that `html` without tags stands for.
fn decoded(html: &str) -> String {
    assert!(!html.contains('<'), "{html} has no tags");
    html.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

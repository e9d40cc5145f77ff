//! What a site has for programs and other sites: Markdown, JSON, feeds, sitemap, redirects, headers; and that its
//! addresses stay.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use faultbook::config::Host;
use faultbook::load;
use faultbook::output::Memory;
use faultbook::pipeline::{self, Request};
use serde_json::Value;

use crate::cli::Site;
use crate::common::{node, succeed};

const ADDRESS: &str = "https://errors.example.com/";

/// A code with a translation, one that is retired, and an article that is in English only.
const SITE: &str = "\
=== faultbook.toml
base_url = \"https://errors.example.com/\"
edit_url = \"https://example.org/edit/{path}\"
=== content/en/AADSTS50011.md
---
date: 2026-01-02
aliases: [oldies/reply, articles/reply]
---
# AADSTS50011: the reply address

**AADSTS50011**: InvalidReplyTo - The reply address is `wrong  twice`.

`invalid_request: The  request is bad.`

> [!NOTE]
> See [the guide](Guide.md).
=== content/ko/AADSTS50011.md
---
date: 2026-01-03
translated: 2026-03-01
---
# AADSTS50011: 회신 주소

**AADSTS50011**: InvalidReplyTo - <span data-ttu-id=\"a-1\">회신 주소가 `wrong  twice`입니다.</span><span class=\"sxs-lookup\"><span data-stu-id=\"a-1\">The reply address is `wrong  twice`.</span></span>

`invalid_request: The  request is bad.`

> [!NOTE]
> [안내](Guide.md)를 참조하세요.
=== content/en/AADSTS50012.md
---
retired: 2026-02-03
replaced_by: aadsts50011
date: 2026-02-03
---
# AADSTS50012: a code of old times

Text.
=== content/en/Guide.md
---
date: 2026-02-01
---
# A <guide>

It mentions AADSTS16000.
";

/// Returns the files of the site that `text` holds.
fn built(text: &str, request: &Request) -> BTreeMap<String, String> {
    let site = pipeline::read(&load::memory(text), request).unwrap_or_else(|error| panic!("{error}"));
    let memory = Memory::default();
    pipeline::build(&site, &memory, &|_, _| {}).expect("a whole site");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    memory.into_files().into_iter().map(|(path, bytes)| (path, text(bytes))).collect()
}

fn files() -> BTreeMap<String, String> {
    built(SITE, &Request::default())
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// Returns the JSON-LD of a page: the article and the way to it.
fn linked_data(page: &str) -> Value {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("linked data");
    json(rest.split_once("</script>").expect("an end").0)["@graph"].clone()
}

#[test]
fn articles_have_markdown_twins() {
    let files = files();
    let expected = "# AADSTS50011: 회신 주소\n\n**AADSTS50011**: InvalidReplyTo - 회신 주소가 `wrong  twice`입니다.\n\n\
         `invalid_request: The  request is bad.`\n\n> **참고**\n>\n> [안내](../../articles/guide/)를 참조하세요.\n";
    assert_eq!(files["ko/errors/aadsts50011/index.md"], expected);
    assert_eq!(files["ko/articles/guide/index.md"], "# A \\<guide>\n\nIt mentions AADSTS16000.\n");
    assert!(!files.contains_key("en/articles/aadsts50011/index.md"), "that address only leads on");
    let link = "<link rel=\"alternate\" type=\"text/markdown\" href=\"index.md\">";
    assert!(files["ko/errors/aadsts50011/index.html"].contains(link));
    assert!(!files["ko/index.html"].contains(link));
    for settings in ["[build]\nmarkdown = false", "[build]\nsearch = false"] {
        let without = SITE.replace("edit_url", &format!("{settings}\n#"));
        let files = built(&without, &Request::default());
        assert!(!files.keys().any(|path| path.ends_with(".md")), "{settings}");
        assert!(!files["ko/errors/aadsts50011/index.html"].contains("text/markdown"));
    }
}

/// What a twin says is what its article says: the twins of a site made from twins are the same.
#[test]
fn twins_of_published_articles_read_the_same() {
    let Some(seeds) = crate::common::samples("seeds") else { return };
    let site = Site::new("");
    let folder = seeds.to_str().expect("a path");
    site.run(&["build", folder, "--out", "one"]).expect(0);
    let page = |site: &Site, out: &str, locale: &str| site.read(&format!("{out}/{locale}/errors/aadsts50000/index.md"));
    let locales = ["ko-kr", "zh-cn", "ru-ru", "sl-si", "id-id"];
    for locale in locales {
        let twin = page(&site, "one", locale);
        for markup in ["<span", "data-", "sxs", "---\n", "[!", ":::"] {
            assert!(!twin.contains(markup), "{locale} has {markup}");
        }
        site.write(&format!("again/{locale}/aadsts50000.md"), twin);
    }
    site.run(&["build", "again", "--out", "two"]).expect(0);
    for locale in locales {
        assert_eq!(page(&site, "one", locale), page(&site, "two", locale));
    }
}

#[test]
fn each_code_has_a_file_of_its_own() {
    let files = files();
    let code = json(&files["errors/aadsts50011/index.json"]);
    assert_eq!((&code["version"], &code["code"]), (&1.into(), &"AADSTS50011".into()));
    assert_eq!(code["parameters"][0]["text"], "The  request is bad.");
    let korean = &code["locales"]["ko"];
    assert_eq!(korean["url"], format!("{ADDRESS}ko/errors/aadsts50011/"));
    assert_eq!(korean["markdown"], format!("{ADDRESS}ko/errors/aadsts50011/index.md"));
    assert_eq!(korean["message"], "회신 주소가 wrong  twice입니다.");
    let retired = json(&files["errors/aadsts50012/index.json"]);
    assert_eq!((&retired["retired"], &retired["replaced_by"]), (&"2026-02-03".into(), &"AADSTS50011".into()));
    assert_eq!(json(&files["errors/aadsts16000/index.json"])["locales"]["en"]["state"], "mention");
    let all = json(&files["errors.json"]);
    assert_eq!(all["version"], 1);
    let same = all["codes"].as_array().expect("codes").iter().find(|one| one["code"] == "AADSTS50011");
    assert_eq!(same.expect("the code")["locales"], code["locales"]);
}

#[test]
fn json_is_valid_by_the_published_schema() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("share-json");
    fs::create_dir_all(&folder).expect("a writable folder");
    let mut paths = Vec::new();
    let without_address = SITE.replace("base_url", "title");
    for (number, site) in [SITE, &without_address].into_iter().enumerate() {
        for (path, text) in built(site, &Request::default()) {
            if path.starts_with("errors") && path.ends_with(".json") {
                let copy = folder.join(format!("{number}-{}", path.replace('/', "-")));
                fs::write(&copy, text).expect("a writable file");
                paths.push(copy);
            }
        }
    }
    let (schemas, documents): (Vec<_>, Vec<_>) =
        paths.into_iter().partition(|path| path.to_string_lossy().ends_with("schema.json"));
    assert_eq!((schemas.len(), documents.len()), (2, 8));
    let Some(mut validator) = node("tests/sarif") else { return };
    succeed(validator.arg("schema.mjs").arg(&schemas[0]).args(&documents));
}

#[test]
fn search_engines_are_told_what_a_page_is() {
    let files = files();
    let data = linked_data(&files["ko/errors/aadsts50011/index.html"]);
    let article = &data[0];
    assert_eq!((&article["@type"], &article["inLanguage"]), (&"TechArticle".into(), &"ko".into()));
    assert_eq!((&article["datePublished"], &article["dateModified"]), (&"2026-01-03".into(), &"2026-03-01".into()));
    assert_eq!(article["headline"], "AADSTS50011: 회신 주소");
    let steps = data[1]["itemListElement"].as_array().expect("steps");
    let items: Vec<_> = steps.iter().map(|step| (&step["position"], &step["item"])).collect();
    let errors = format!("{ADDRESS}ko/errors/");
    let expected: [(Value, Value); 3] =
        [(1.into(), errors.clone().into()), (2.into(), format!("{errors}#aadsts").into()), (3.into(), Value::Null)];
    assert_eq!(items, expected.iter().map(|(position, item)| (position, item)).collect::<Vec<_>>());
    let fallback = linked_data(&files["ko/articles/guide/index.html"]);
    assert_eq!((&fallback[0]["inLanguage"], &fallback[0]["headline"]), (&"en".into(), &"A <guide>".into()));
}

#[test]
fn feeds_tell_what_is_new_and_changed() {
    let files = files();
    let entries = |feed: &str| -> Vec<String> {
        let parts = files[feed].split("<entry>").skip(1);
        parts.map(|entry| entry.split("<updated>").nth(1).expect("a day")[..10].to_owned()).collect()
    };
    assert_eq!(entries("feed/en.xml"), ["2026-02-01", "2026-01-02"], "what is retired is not in it");
    assert_eq!(entries("feed/ko.xml"), ["2026-03-01"]);
    assert!(files["feed/ko.xml"].contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ko\">"));
    assert!(files["feed/en.xml"].contains("<title>A &lt;guide&gt;</title>"));
    let link = "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"../feed/ko.xml\">";
    assert!(files["ko/index.html"].contains(link));
}

/// Returns what stands between `<loc>` and `</loc>`.
fn addresses(text: &str) -> Vec<&str> {
    text.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next()).collect()
}

#[test]
fn a_sitemap_that_would_be_too_large_comes_in_parts() {
    // Long addresses in many languages make it large with few pages.
    let base = format!("https://errors.example.com/{}", "a-long-path/".repeat(90));
    let locales = "ar de en es fr he id it ja ko nl pl pt ru sl sv th tr uk vi".split(' ');
    let mut text = format!("=== faultbook.toml\nbase_url = \"{base}\"\n[build]\nsearch = false\n");
    let mut pages: Vec<String> = Vec::new();
    for locale in locales {
        pages.extend(["", "errors/", "articles/"].map(|list| format!("{base}{locale}/{list}")));
        for number in 0..40 {
            let _ = write!(text, "=== content/{locale}/a{number}.md\n# {locale} {number}\n\nText.\n");
            pages.push(format!("{base}{locale}/articles/a{number}/"));
        }
    }
    let files = built(&text, &Request::default());
    let parts = addresses(&files["sitemap.xml"]);
    assert!(files["sitemap.xml"].contains("<sitemapindex") && parts.len() > 1, "{parts:?}");
    let mut found = Vec::new();
    for part in &parts {
        let text = &files[part.strip_prefix(&base).expect("below the address of the site")];
        assert!(text.len() < 17 << 20 && text.ends_with("</urlset>\n"), "{part} has {} bytes", text.len());
        found.extend(addresses(text));
    }
    found.sort_unstable();
    pages.sort_unstable();
    assert!(found == pages, "{} of {} pages", found.len(), pages.len());
}

#[test]
fn a_page_can_be_edited_and_translated() {
    let edit = |path: &str| format!("<a href=\"https://example.org/edit/{path}\">");
    let files = files();
    let own = &files["ko/errors/aadsts50011/index.html"];
    assert!(own.contains(&edit("content/ko/AADSTS50011.md")) && !own.contains("이 페이지 번역"));
    let fallback = &files["ko/articles/guide/index.html"];
    assert!(fallback.contains(&edit("content/en/Guide.md")) && fallback.contains(&edit("content/ko/Guide.md")));
    assert!(fallback.contains("이 페이지 번역"));

    let translate = |setting: &str, expected: &str| {
        let site = SITE.replace("edit_url = \"https://example.org/edit/{path}\"", setting);
        let page = &built(&site, &Request::default())["ko/articles/guide/index.html"];
        assert!(page.contains(&format!("<a href=\"{expected}\">이 페이지 번역")), "{expected}");
    };
    translate(
        "edit_url = \"https://github.com/acme/errors/edit/main/site/{path}\"",
        "https://github.com/acme/errors/new/main/site?filename=content/ko/Guide.md",
    );
    translate(
        "translate_url = \"https://example.org/{locale}?new={path}\"",
        "https://example.org/ko?new=content/ko/Guide.md",
    );
}

#[test]
fn a_missing_translation_is_named_as_the_layout_names_it() {
    let check = |layout: &str, english: &str, korean: &str, expected: &str| {
        let site = format!(
            "=== faultbook.toml\nedit_url = \"https://example.org/edit/{{path}}\"\nlayout = \"{layout}\"\n\
             === hugo.toml\nbaseURL = \"https://example.com/\"\n\
             === content/other.md\n# Other\n\nText.\n=== {english}\n# A guide\n\nText.\n=== {korean}\n# 안내\n\n다른 글.\n"
        );
        let files = built(&site, &Request::default());
        let page = &files["ko/articles/guide/index.html"];
        assert!(page.contains(&format!("<a href=\"https://example.org/edit/{expected}\">이 페이지 번역")), "{layout}");
    };
    check("{path}.{locale}", "content/guide.en.md", "content/other.ko.md", "content/guide.ko.md");
    check("docs/{locale}/{path}", "content/docs/en/guide.md", "content/docs/ko/b.md", "content/docs/ko/guide.md");
    check("hugo", "content/guide.md", "content/other.ko.md", "content/guide.ko.md");
}

#[test]
fn retired_articles_keep_their_page_and_leave_the_lists() {
    let files = files();
    let page = &files["ko/errors/aadsts50012/index.html"];
    assert!(page.contains("<span class=\"replaced\"><a href=\"../aadsts50011/\""), "{page}");
    for (path, text) in &files {
        let is_list =
            ["/errors/index.html", "/articles/index.html", "sitemap.xml"].iter().any(|end| path.ends_with(end));
        let is_home = ["en/index.html", "ko/index.html"].contains(&path.as_str());
        if is_list || is_home || path.starts_with("feed/") || path.starts_with("_/codes") {
            assert!(!text.contains("aadsts50012"), "{path}");
        }
    }
    let lost = SITE.replace("replaced_by: aadsts50011", "replaced_by: aadsts50099");
    assert!(crate::site::rules(&crate::site::site(&lost)).contains(&"link-broken"));
}

#[test]
fn aliases_lead_on_in_every_locale() {
    let files = files();
    for old in ["en/oldies/reply", "ko/oldies/reply", "en/articles/reply", "ko/articles/reply"] {
        let page = &files[&format!("{old}/index.html")];
        assert!(page.contains("content=\"0; url=../../errors/aadsts50011/\""), "{old}: {page}");
    }
    for taken in ["errors/aadsts50012", "articles/guide", "errors", "search/x", "404.html", "a/index.html"] {
        let site = crate::site::site(&SITE.replace("oldies/reply", taken));
        assert!(site.is_blocked(), "{taken}");
    }
}

#[test]
fn hosts_get_redirects_and_headers() {
    let of = |host| built(SITE, &Request { host: Some(host), ..Request::default() });
    let cloudflare = of(Host::Cloudflare);
    let lines: Vec<&str> = cloudflare["_redirects"].lines().collect();
    assert_eq!(lines.len(), 4);
    assert!(lines.contains(&"/ko/oldies/reply/ /ko/errors/aadsts50011/ 301"), "{lines:?}");
    let netlify = of(Host::Netlify);
    assert!(netlify["_redirects"].contains("/ko/oldies/reply/ /ko/errors/aadsts50011/ 301!\n"));
    assert!(netlify["_redirects"].ends_with("/en/* /en/404.html 404\n/ko/* /ko/404.html 404\n"));
    let headers = &cloudflare["_headers"];
    let page = &cloudflare["en/index.html"];
    let (_, policy) = page.split_once("Content-Security-Policy\" content=\"").expect("a policy");
    let policy = policy.split('"').next().expect("a value");
    assert!(headers.starts_with(&format!("/*\n  Content-Security-Policy: {policy}; frame-ancestors 'self'\n")));
    assert!(headers.contains("/_/*\n  Cache-Control: public, max-age=31536000, immutable\n"));
    assert!(headers.contains("/ko/*\n  Cache-Control: public, max-age=0, must-revalidate\n"));
    assert!(!policy.contains("unsafe") && headers.contains("  X-Content-Type-Options: nosniff\n"));
    assert!(!files().contains_key("_headers"), "only where it is asked for");
    let configured = built(&SITE.replace("edit_url", "build.for = \"netlify\"\n#"), &Request::default());
    assert_eq!(configured["_redirects"], netlify["_redirects"]);
    let own = format!("{SITE}=== static/_headers\nmine\n");
    let own = built(&own, &Request { host: Some(Host::Netlify), ..Request::default() });
    assert_eq!((&*own["_headers"], &own["_redirects"]), ("mine\n", &netlify["_redirects"]));
}

#[test]
fn what_a_host_does_not_take_is_an_error() {
    let site = |aliases: &str| format!("=== content/en/a.md\n---\naliases:\n{aliases}---\n# A\n\nText.\n");
    let many: String = (0..2_001).map(|number| format!("  - old/{number}\n")).collect();
    let site_of_many = Site::new(&site(&many));
    let run = site_of_many.run(&["build", "--for", "cloudflare"]).expect(2);
    run.says("`_redirects` would have more than 2000 rules").says("Cloudflare Pages").says("`/en/old/");
    assert!(!site_of_many.path("public").exists());
    site_of_many.run(&["build", "--for", "netlify"]).expect(0);
    let long: String = vec!["x".repeat(100); 10].join("/");
    let run = Site::new(&site(&format!("  - {long}\n"))).run(&["build", "--for", "cloudflare"]).expect(2);
    run.says("more than 1000 characters");
    Site::new(&site("  - b\n")).run(&["build", "--for", "cloudflair"]).expect(2).says("cloudflare");
}

#[test]
fn addresses_that_would_be_gone_are_named() {
    let site = Site::new("=== content/en/a.md\n# A\n\nText.\n=== content/en/b.md\n# B\n\nText.\n");
    site.run(&["build", "--strict"]).expect(0);
    fs::copy(site.path("public/.faultbook-manifest"), site.path("before")).expect("a manifest");
    site.run(&["build", "--strict", "--previous", "before"]).expect(0);
    fs::rename(site.path("content/en/b.md"), site.path("content/en/c.md")).expect("a new name");

    let before = site.read("public/.faultbook-manifest");
    let run = site.run(&["build", "--strict", "--previous", "public"]).expect(1);
    run.says("`/en/articles/b/` was published")
        .says("nothing was published because of `--strict`: 1 published address");
    assert_eq!(site.read("public/.faultbook-manifest"), before);

    let run = site.run(&["build", "--previous", "before"]).expect(0).says("warning: `/en/articles/b/`");
    assert!(!run.stderr.contains("index.md") && run.stderr.contains("`aliases`"));
    site.write("content/en/c.md", "---\naliases: articles/b\n---\n# B\n\nText.\n");
    let run = site.run(&["build", "--strict", "--previous", "before"]).expect(0);
    assert!(!run.stderr.contains("was published"));
    site.run(&["build", "--previous", "nowhere"]).expect(2).says("nowhere");
    site.run(&["build", "--previous", "content/en/a.md"]).expect(2).says("is no list of a site's files");
}

#[test]
fn compressed_copies_stand_beside_files() {
    let site = Site::new(SITE);
    let script = "// a script\n".repeat(200);
    site.write("static/own.js", &script);
    site.write("static/own.js.gz", "mine");
    site.run(&["build", "--compress"]).expect(0);
    let page = fs::read(site.path("public/ko/errors/aadsts50011/index.html")).expect("a page");
    let mut from_brotli = Vec::new();
    let copy = fs::read(site.path("public/ko/errors/aadsts50011/index.html.br")).expect("a copy");
    brotli::BrotliDecompress(&mut copy.as_slice(), &mut from_brotli).expect("it is whole");
    let mut from_gzip = Vec::new();
    let copy = fs::File::open(site.path("public/ko/errors/aadsts50011/index.html.gz")).expect("a copy");
    std::io::copy(&mut flate2::read::GzDecoder::new(copy), &mut from_gzip).expect("it is whole");
    assert!(page == from_brotli && page == from_gzip);
    assert!(!site.path("public/en/articles/guide/index.md.br").exists(), "it is too small");
    assert_eq!(site.read("public/own.js.gz"), "mine");
    assert!(site.path("public/own.js.br").exists());
    let manifest = site.read("public/.faultbook-manifest");
    assert!(manifest.contains("\nko/errors/aadsts50011/index.html.br\n"));
    fs::rename(site.path("public"), site.path("first")).expect("a folder");
    site.run(&["build", "--compress"]).expect(0);
    for copy in manifest.lines().skip(1).filter(|path| path.ends_with(".br") || path.ends_with(".gz")) {
        let bytes = |folder: &str| fs::read(site.path(folder).join(copy)).expect("a copy");
        assert!(bytes("first") == bytes("public"), "{copy}");
    }
    site.run(&["build"]).expect(0);
    assert!(!site.path("public/own.js.br").exists());
}

//! Pages: what templates make of views, and what goes wrong with templates.
//!
//! Every kind of page is also written to `target/tmp/pages`, where it can be looked at.

mod sample;

use std::fs;
use std::path::{Path, PathBuf};

use faultbook::model::locale::Locale;
use faultbook::render::assets;
use faultbook::render::templates::{Engine, Template, TemplateError};
use faultbook::render::view::*;
use sample::{LANGUAGES, Language, code, code_entries, mentions, page, site};

fn engine(own: &[(&str, &str)]) -> Result<Engine, TemplateError> {
    let own: Vec<Template<'_>> = own.iter().map(|&(name, text)| Template { name, text }).collect();
    let locales: Vec<Locale> = LANGUAGES.iter().map(|language| language.tag.parse().expect("a tag")).collect();
    Engine::new(&site(), &own, &sample::messages(), &locales.iter().collect::<Vec<_>>())
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages")
}

fn write(path: &str, text: &str) {
    let file = folder().join(path);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a writable folder");
    fs::write(file, text).expect("a writable file");
}

/// Returns the page as a template makes it.
fn rendered<V: View>(engine: &Engine, page: &Page<'_>, view: &V) -> String {
    let html = engine.render(page, view).expect("a page");
    String::from_utf8(html).expect("templates and values are texts")
}

/// Makes the page at `path`, checks what holds for all pages, and puts it where people can look at it.
fn make<V: View>(engine: &Engine, path: &str, page: &Page<'_>, view: &V) -> String {
    let html = rendered(engine, page, view);
    assert!(html.starts_with("<!DOCTYPE html>"), "{path}");
    for active in [" style=", "<style", "javascript:", " onclick", "data-ttu-id"] {
        assert!(!html.contains(active), "{path} has {active}");
    }
    assert_eq!(html.matches("<h1").count(), 1, "{path} has one title");
    write(&format!("{path}index.html"), &html);
    html
}

fn assets_for(language: Language) {
    write("_/style.css", &assets::stylesheet(assets::STYLE, None));
    write("_/site.js", assets::SCRIPT);
    write("_/box.js", assets::BOX);
    write("_/recognise.js", assets::RECOGNISE);
    write("_/support.js", assets::SUPPORT);
    write("_/missing.js", assets::MISSING);
    write("_/language.js", assets::LANGUAGE);
    write("_/icon.svg", assets::ICON);
    let entries = code_entries(language).into_iter().map(|entry| {
        codes::Entry(
            entry.code,
            entry.href.trim_end_matches('/').to_owned(),
            entry.name.unwrap_or_default(),
            entry.title,
            None,
        )
    });
    let data = codes::Codes {
        version: 1,
        words: codes::Words::default(),
        codes: entries.collect(),
        parameters: vec!["invalid_grant".to_owned()],
    };
    write(&format!("_/codes.{}.json", language.tag), &serde_json::to_string(&data).expect("plain texts"));
}

#[test]
fn every_kind_of_page_is_made() {
    let engine = engine(&[]).expect("the built-in templates are sound");
    for language in LANGUAGES {
        assets_for(language);
        let tag = language.tag;
        let at = |path: &str, title: &str| (format!("{tag}/{path}"), page(language, &format!("{tag}/{path}"), title));
        let (code_page, view) = code(language);
        make(&engine, &format!("{tag}/errors/aadsts50000/"), &code_page, &view);

        let families = ["Sign-in", "Windows", "Mail delivery"].map(|name| FamilyLink {
            name: name.to_owned(),
            href: "errors/#aadsts".to_owned(),
            count: "12".to_owned(),
        });
        let home = Home {
            intro: None,
            featured: code_entries(language),
            newest: code_entries(language),
            families: families.into(),
        };
        let (path, common) = at("", "Faultbook");
        make(&engine, &path, &common, &home);

        let (path, common) = at("errors/", "Errors");
        let family = |id: &str, entries, parts| Family {
            id: id.to_owned(),
            name: id.to_owned(),
            count: "4".to_owned(),
            entries,
            parts,
        };
        let parts: Vec<Part> =
            (1..4).map(|part| Part { text: part.to_string(), href: format!("{part}/"), current: part == 2 }).collect();
        let families =
            vec![family("aadsts", code_entries(language), Vec::new()), family("smtp", Vec::new(), parts.clone())];
        make(&engine, &path, &common, &Errors { families });

        let (path, mut common) = at("articles/sample/", language.meaning);
        let (text, toc) = sample::text(language, language.article);
        common.toc = toc;
        let article =
            Article { title: Html(language.meaning.to_owned()), title_id: None, text, codes: code_entries(language) };
        make(&engine, &path, &common, &article);

        let (path, common) = at("articles/", "Articles");
        let entries = vec![sample::article_entry(language), sample::article_entry(language)];
        let groups = vec![ArticleGroup { initial: Some("A".to_owned()), entries: entries.clone() }];
        make(&engine, &path, &common, &Articles { groups, parts: parts.clone() });

        let (path, common) = at("parameters/invalid_grant/", "invalid_grant");
        let text = ParameterText {
            text: "The provided authorization grant is invalid,  expired, revoked.".to_owned(),
            codes: code_entries(language),
            articles: Vec::new(),
        };
        let parameter = Parameter { name: "invalid_grant".to_owned(), texts: vec![text] };
        let html = make(&engine, &path, &common, &parameter);
        assert!(html.contains("invalid,  expired"), "blanks stay");

        let (path, common) = at("errors/aadsts16000/", "AADSTS16000");
        let mention = Mention { code: "AADSTS16000".to_owned(), name: None, mentions: mentions() };
        make(&engine, &path, &common, &mention);

        let (path, common) = at("search/", "Search");
        make(&engine, &path, &common, &Search {});

        let (path, common) = at("lists/aadsts/2/", "Sign-in, 2");
        let list = List {
            codes: code_entries(language),
            parts,
            previous: Some("../1/".to_owned()),
            next: Some("../3/".to_owned()),
            ..List::default()
        };
        make(&engine, &path, &common, &list);

        let (path, common) = at("nowhere/", "Not found");
        make(
            &engine,
            &path,
            &common,
            &NotFound { locales: common.locales.iter().map(sample::not_found_locale).collect() },
        );
    }
}

#[test]
fn pages_without_a_language_are_made() {
    let engine = engine(&[]).expect("the built-in templates are sound");
    let english = LANGUAGES[0];
    let root = page(english, "", "Faultbook");
    make(&engine, "", &root, &LanguageRoot { locales: root.locales.clone() });
    let code = page(english, "errors/aadsts50000/", "AADSTS50000");
    let view = CodeRoot { code: "AADSTS50000".to_owned(), name: None, locales: code.locales.clone() };
    make(&engine, "errors/aadsts50000/", &code, &view);
    let status = page(english, "status/", "Status");
    let rows = LANGUAGES.map(|language| StatusRow {
        tag: language.tag.to_owned(),
        name: language.name.to_owned(),
        dir: language.dir.to_owned(),
        href: format!("{}/", language.tag),
        articles: "1,204".to_owned(),
        translated: "96%".to_owned(),
        machine: "12".to_owned(),
        outdated: "3".to_owned(),
        unknown: "0".to_owned(),
        missing: "7".to_owned(),
        rebuilt: "0".to_owned(),
    });
    make(&engine, "status/", &status, &Status { rows: rows.into() });
    let locale = page(english, "status/ko/", "Status");
    let row = StatusArticle { title: "Sign-in".to_owned(), state: "missing".to_owned(), ..StatusArticle::default() };
    make(&engine, "status/ko/", &locale, &StatusLocale { name: "한국어".to_owned(), rows: vec![row] });
}

#[test]
fn texts_that_are_written_into_templates_are_those_that_the_function_returns() {
    let search = r#"{{ t(id="nav-errors") }} {{ t(id="search-recognised", what="{what}") }}
        {%- if page.lang -%} {{ t(id="search-recognised", what="<b>") }} {%- endif %}
        {{ t(id="search-recognised", what=" ") }} {{ t(id="search-recognised", what="{{ page }}") }}
        {{- t(id="mention-title", code=page.title) -}} {# {{ t(id="nav-errors") }} #}"#;
    let raw = r#"{{ t(id="nav-errors") }} {% raw %}{{ t(id="nav-errors") }}{% endraw %}"#;
    for own in [search, raw] {
        let own = [Template { name: "search.html", text: own }];
        let plain = Engine::new(&site(), &own, &sample::messages(), &[]).expect("sound templates");
        for language in LANGUAGES {
            let locale: Locale = language.tag.parse().expect("a tag");
            let written = Engine::new(&site(), &own, &sample::messages(), &[&locale]).expect("sound templates");
            let page = page(language, "search/", "Search");
            assert_eq!(rendered(&written, &page, &Search {}), rendered(&plain, &page, &Search {}));
        }
    }
}

#[test]
fn markup_in_values_is_text() {
    let engine = engine(&[]).expect("the built-in templates are sound");
    let evil = "</title><script>alert(1)</script>";
    let mut common = page(LANGUAGES[0], "en/", evil);
    common.description = Some(format!("\"{evil}"));
    common.json_ld = Some(Json::new(&serde_json::json!({ "name": evil })));
    let html = rendered(&engine, &common, &Search {});
    assert!(!html.contains("<script>alert"), "{html}");
    assert_eq!(html.matches("</script>").count(), 2);
}

#[test]
fn source_sentences_are_hidden_and_literals_exact() {
    let (text, _) = sample::text(LANGUAGES[1], LANGUAGES[1].article);
    let html = text.html.0;
    assert!(html.contains("<span class=\"original\" lang=\"en\" dir=\"ltr\" hidden>If the service"), "{html}");
    assert!(
        html.contains("<dt id=\"invalid_grant\">")
            && html.contains("ltr\">The provided")
            && html.contains("method).  The authorization"),
        "{html}"
    );
}

/// Checks that the site's own `templates` are refused with a message that has `words`, in `template` at `line`.
fn refused(templates: &[(&str, &str)], template: &str, line: u32, words: &str) {
    let Err(error) = engine(templates) else { panic!("{templates:?} should be refused") };
    assert!(error.message.contains(words), "{error:?}");
    assert_eq!((&*error.template, error.line), (template, Some(line)), "{error:?}");
}

#[test]
fn broken_templates_name_template_and_line() {
    refused(&[("tail.html", "a\n{% if page.date %}\n")], "tail.html", 3, "");
    refused(&[("tail.html", "\n{{ page.title | shout }}")], "tail.html", 2, "shout");
    refused(&[("tail.html", "\n\n{% include \"gone.html\" %}")], "tail.html", 3, "gone.html");
    refused(&[("code.html", "{# x #}\n{% extends \"gone.html\" %}")], "code.html", 2, "gone.html");
    refused(&[("tail.html", "\n{% include \"tail.html\" %}")], "tail.html", 2, "includes itself");
    refused(&[("code.html", "{% extends \"code.html\" %}")], "code.html", 1, "extends itself");
}

#[test]
fn unknown_names_are_refused_with_the_nearest() {
    refused(&[("tail.html", "\n{% if paeg %}x{% endif %}")], "tail.html", 2, "did you mean `page`?");
    refused(&[("tail.html", "{% if page.titel %}x{% endif %}")], "tail.html", 1, "did you mean `title`?");
    refused(&[("home.html", "\n\n{% for a in home.feature %}x{% endfor %}")], "home.html", 3, "`featured`");
    refused(&[("tail.html", "{{ t(id=\"nonsense\") }}")], "tail.html", 1, "no message `nonsense`");
    refused(&[("home.html", "{{ article.title }}")], "home.html", 1, "no variable `article`");
}

#[test]
fn own_templates_stand_for_built_in_ones() {
    let own = [
        ("head.html", "<meta name=\"own\" content=\"{{ site.title }}\">"),
        ("search.html", "{% include \"part.html\" %}"),
        ("part.html", "mine, {{ page.title }}"),
    ];
    let engine = engine(&own).expect("sound templates");
    let html = rendered(&engine, &page(LANGUAGES[0], "en/search/", "Search"), &Search {});
    assert_eq!(html, "mine, Search");
    let html = rendered(&engine, &page(LANGUAGES[0], "en/", "Home"), &Home::default());
    assert!(html.contains("content=\"Faultbook\""));
}

#[test]
fn errors_of_a_page_name_the_template() {
    let engine = engine(&[("search.html", "\n{{ page.json_ld.name.first }}")]).expect("sound templates");
    let error = engine.render(&page(LANGUAGES[0], "en/search/", "Search"), &Search {}).expect_err("no such value");
    assert_eq!((&*error.template, error.line), ("search.html", Some(2)), "{error}");
}

#[test]
fn a_template_without_end_is_stopped() {
    let endless = format!("{{% for a in range(end=100000) %}}{}{{% endfor %}}", "x".repeat(10_000));
    let engine = engine(&[("search.html", &endless)]).expect("a sound template");
    let error = engine.render(&page(LANGUAGES[0], "en/search/", "Search"), &Search {}).expect_err("too long a page");
    assert!(error.message.contains("128 MiB") && error.template == "search.html", "{error}");
}

//! A small site in four languages, as views.

use std::ops::Range;
use std::sync::Arc;

use faultbook::i18n::Messages;
use faultbook::markdown::{self, Options};
use faultbook::model::key::ArticleKey;
use faultbook::model::locale::Locale;
use faultbook::render::html::{Picture, Resolve, Target, body};
use faultbook::render::view::*;
use faultbook::source::SourceMap;

/// A language of the sample.
#[derive(Clone, Copy)]
pub struct Language {
    pub tag: &'static str,
    pub name: &'static str,
    pub dir: &'static str,
    pub day: &'static str,
    pub meaning: &'static str,
    pub article: &'static str,
}

pub const LANGUAGES: [Language; 4] = [
    Language {
        tag: "en",
        name: "English",
        dir: "ltr",
        day: "November 21, 2026",
        meaning: "The sign-in service could not issue a token.",
        article: include_str!("en.md"),
    },
    Language {
        tag: "ko",
        name: "한국어",
        dir: "ltr",
        day: "2026년 11월 21일",
        meaning: "로그인 서비스가 토큰을 발급하지 못했습니다.",
        article: include_str!("ko.md"),
    },
    Language {
        tag: "ru",
        name: "Русский",
        dir: "ltr",
        day: "21 ноября 2026 г.",
        meaning: "Служба входа не смогла выдать маркер.",
        article: include_str!("ru.md"),
    },
    Language {
        tag: "ar",
        name: "العربية",
        dir: "rtl",
        day: "21 نوفمبر 2026",
        meaning: "تعذّر على خدمة تسجيل الدخول إصدار رمز مميز.",
        article: include_str!("ar.md"),
    },
];

/// Returns the built-in messages.
pub fn messages() -> Arc<Messages> {
    let english = "en".parse().expect("a tag");
    let (messages, _) = Messages::new(&[], &english);
    Arc::new(messages)
}

/// Headings by number, the other parts of a page as simple as can be.
struct Resolver {
    ids: Vec<String>,
}

impl Resolve for Resolver {
    fn link(&self, target: &str) -> Option<Target> {
        let external = target.contains("://");
        Some(Target { href: target.replace(".md", "/"), external, hreflang: None })
    }

    fn image(&self, target: &str) -> Option<Picture> {
        Some(Picture { src: target.to_owned(), size: Some((640, 360)) })
    }

    fn heading_id(&self, index: usize) -> Option<&str> {
        self.ids.get(index).map(String::as_str)
    }

    fn claim(&self, _: &str) -> bool {
        true
    }

    fn is_title(&self, index: usize) -> bool {
        index == 0
    }

    fn parameter(&self, name: &str) -> Option<String> {
        Some(format!("../../parameters/{name}/"))
    }

    fn include(&self, _: &str) -> Option<Html> {
        None
    }

    fn original(&self) -> (&str, &str) {
        ("en", "ltr")
    }

    fn literals(&self, _: &Range<usize>) -> &[Range<usize>] {
        &[]
    }
}

/// Returns `markdown` as a page shows it, and its outline.
pub fn text(language: Language, markdown: &str) -> (Text, Vec<TocEntry>) {
    let mut sources = SourceMap::default();
    let id = sources.add("sample.md", markdown);
    let locale: Locale = language.tag.parse().expect("a tag");
    let options = Options::default();
    let source = sources.get(id);
    let (article, _) = markdown::parse(source, locale.clone(), ArticleKey::new("sample.md"), &options);
    let ids: Vec<String> = (0..article.headings.len()).map(|index| format!("section-{index}")).collect();
    let headings = article.headings.iter().zip(&ids).skip(1);
    let toc = headings.map(|(heading, id)| TocEntry {
        level: heading.level,
        id: id.clone(),
        text: Html(heading.text.to_string()),
    });
    let toc = toc.collect();
    let events = markdown::events(&article, source, &options, &[]);
    let html = body(events, &Resolver { ids }, &messages().texts(&locale), &[]);
    (Text { html, lang: language.tag.to_owned(), dir: language.dir.to_owned(), foreign: false }, toc)
}

pub fn site() -> Site {
    let link = |text: &str, href: &str| FooterLink { text: text.to_owned(), href: href.to_owned(), external: true };
    Site {
        titles: std::collections::BTreeMap::new(),
        title: "Faultbook".to_owned(),
        logo: None,
        footer_links: vec![link("Source", "https://example.org/source"), link("Contact", "mailto:help@example.org")],
        assets: Assets {
            style: "_/style.css".to_owned(),
            script: "_/site.js".to_owned(),
            search_box: "_/box.js".to_owned(),
            search: None,
            reading: "_/reading.js".to_owned(),
            language: "_/language.js".to_owned(),
            icon: "_/icon.svg".to_owned(),
            custom: None,
        },
    }
}

/// Returns the parts that every page at `path` has; `path` lies `depth` folders below the root.
pub fn page(language: Language, path: &str, title: &str) -> Page<'static> {
    let root = "../".repeat(path.split('/').filter(|part| !part.is_empty()).count());
    let home = format!("{root}{}/", language.tag);
    let rest = path.strip_prefix(&format!("{}/", language.tag)).unwrap_or(path);
    let entry = |other: Language| LocaleLink {
        tag: other.tag,
        name: other.name,
        dir: other.dir,
        href: format!("{root}{}/{rest}", other.tag),
        kind: if other.tag == "en" { LocaleKind::Rebuilt } else { LocaleKind::Own },
        current: other.tag == language.tag,
    };
    Page {
        lang: language.tag.to_owned(),
        dir: language.dir.to_owned(),
        errors: format!("{home}errors/"),
        articles: format!("{home}articles/"),
        search: format!("{home}search/"),
        codes: Some(format!("{root}_/codes.{}.json", language.tag)),
        home,
        root: root.clone(),
        title: title.to_owned(),
        description: Some(language.meaning.to_owned()),
        locales: LANGUAGES.into_iter().map(entry).collect(),
        ..Page::default()
    }
}

/// Returns `link` as the page for unknown addresses has it.
pub fn not_found_locale(link: &LocaleLink<'_>) -> NotFoundLocale {
    NotFoundLocale {
        tag: link.tag.to_owned(),
        name: link.name.to_owned(),
        dir: link.dir.to_owned(),
        href: link.href.clone(),
        codes: format!("/_/codes.{}.json", link.tag),
    }
}

pub fn code_entry(language: Language, code: &str) -> CodeEntry {
    CodeEntry {
        code: code.to_owned(),
        name: code.starts_with("AADSTS").then(|| "TokenIssuanceError".to_owned()),
        title: language.meaning.to_owned(),
        href: format!("{}/", code.to_lowercase()),
        lang: None,
        dir: None,
    }
}

pub fn code_entries(language: Language) -> Vec<CodeEntry> {
    ["AADSTS50000", "AADSTS700016", "0x8004DE40", "5.7.750"].map(|code| code_entry(language, code)).into()
}

pub fn mentions() -> Mentions {
    let entry = MentionEntry {
        title: "Sign-in logs".to_owned(),
        href: "../../articles/logs/".to_owned(),
        sentence: "The log shows AADSTS50000 when no token was issued.".to_owned(),
        lang: Some("en".to_owned()),
        dir: Some("ltr".to_owned()),
    };
    Mentions { entries: vec![entry], all: Some("../../lists/mentions/aadsts50000/".to_owned()), count: 31 }
}

pub fn article_entry(language: Language) -> ArticleEntry {
    ArticleEntry {
        title: language.meaning.to_owned(),
        href: "sample/".to_owned(),
        description: Some(language.meaning.repeat(2)),
        lang: None,
        dir: None,
    }
}

pub fn code(language: Language) -> (Page<'static>, Code) {
    let mut page = page(language, &format!("{}/errors/aadsts50000/", language.tag), "AADSTS50000");
    let (text, toc) = text(language, language.article);
    let crumb = |text: &str, href: Option<&str>| Link {
        text: text.to_owned(),
        href: href.map(str::to_owned),
        lang: None,
        dir: None,
    };
    page.breadcrumb = vec![crumb("Errors", Some("../")), crumb("Sign-in", Some("../#aadsts"))];
    page.toc = toc;
    page.date = Some(Day { iso: "2026-11-21".to_owned(), text: language.day.to_owned() });
    page.edit = Some("https://example.org/edit/".to_owned());
    if language.tag != "en" {
        page.notices = vec![Notice { id: "machine".to_owned(), text: "Machine-translated".to_owned(), link: None }];
        page.has_original = true;
    }
    let code = Code {
        code: "AADSTS50000".to_owned(),
        name: Some("TokenIssuanceError".to_owned()),
        message: Html(language.meaning.to_owned()),
        title: None,
        title_id: Some("section-0".to_owned()),
        first_step: Some("section-2".to_owned()),
        text,
        shown_at: None,
        own: Vec::new(),
        related: vec![article_entry(language)],
        mentions: mentions(),
    };
    (page, code)
}

//! `faultbook.toml`: what it can say, and how its mistakes are reported.

use faultbook::config::{self, Chosen, Config, Layout, Level, Robots, Tool};
use faultbook::diag::{Place, Severity};
use faultbook::model::family::Case;
use faultbook::model::locale::Locale;
use faultbook::source::SourceMap;
use faultbook::source::lines::LineIndex;

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a tag")
}

fn read(text: &str) -> Config {
    let mut sources = SourceMap::default();
    let id = sources.add("faultbook.toml", text);
    config::parse(sources.get(id)).unwrap_or_else(|errors| panic!("{errors}"))
}

/// Returns the problems of `text` as `line:column message`, one a line.
fn problems(text: &str) -> String {
    let mut sources = SourceMap::default();
    let id = sources.add("faultbook.toml", text);
    let Err(errors) = config::parse(sources.get(id)) else { return String::new() };
    let lines = LineIndex::new(text);
    let line = |finding: &faultbook::diag::Finding| {
        let Place::Span(span) = finding.place else { panic!("a problem has a place") };
        let at = lines.line_column(text, span.range().start);
        let help = finding.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
        format!("{}:{} {}{help}", at.line, at.column, finding.message)
    };
    errors.0.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_key_is_read() {
    let config = read(
        r##"
title = "Errors"
base_url = "https://example.com/help"
source_locale = "en-US"
locales = ["en-US", { locale = "ko", folder = "../ko" }]
layout = "{path}.{locale}"
link_prefixes = ["/Alchemy", "https://example.com/docs/"]
link_schemes = ["MS-Excel", "slack:"]
featured = ["AADSTS50000"]
logo = "logo.svg"
accent = "#0B5CAD"
footer_links = [{ text = "Imprint", url = "/imprint/" }]
robots = "ignore"
status = true
out = "../site"
edit_url = "https://example.com/edit/{path}"
report_url = "mailto:help@example.com?subject={title}"

[build]
search = false

[limits]
article_mib = 2

[fallback]
sr-Latn = ["hr", "en-US"]

[[families]]
id = "abc"
pattern = 'ABC\d+'
name = "Alphabet"
prefix = "abc-"
case = "upper"

[rules]
link-broken = "error"
literal-order = "off"
literal-differs = { severity = "warning", forms = ["a", "b"] }

[allow]
"ko/old/**" = ["link-broken"]
"##,
    );
    assert_eq!(config.title.as_deref(), Some("Errors"));
    assert_eq!(config.base_url.as_deref(), Some("https://example.com/help/"));
    assert_eq!(config.source_locale, Some(locale("en-us")));
    assert_eq!(config.locales[1].folder.as_ref().map(|folder| folder.path.clone()), Some("../ko".into()));
    assert!(config.lists(&locale("ko")) && !config.lists(&locale("ru")));
    assert_eq!(
        pattern(&config).split("a/b.ko.md").map(|(locale, path)| (locale, path.into_owned())),
        Some(("ko", "a/b.md".to_owned()))
    );
    assert_eq!(config.link_prefixes, ["/Alchemy/", "https://example.com/docs/"]);
    assert_eq!(config.link_schemes, ["ms-excel", "slack"]);
    assert_eq!(
        (config.featured.len(), config.logo.map(|logo| logo.path), config.accent.as_deref()),
        (1, Some("logo.svg".into()), Some("#0b5cad"))
    );
    assert_eq!(config.footer_links[0].url, "/imprint/");
    assert_eq!(config.report_url.as_deref(), Some("mailto:help@example.com?subject={title}"));
    assert_eq!((config.robots, config.status, config.search), (Robots::Ignore, true, false));
    assert_eq!((config.out, config.max_article_bytes), (Some("../site".into()), 2 << 20));
    assert_eq!(config.fallback[&locale("sr-Latn")], [locale("hr"), locale("en-US")]);
    let family = &config.families[0];
    assert_eq!((&*family.id, &*family.pattern, family.case), ("abc", r"ABC\d+", Case::Upper));
    assert_eq!((family.name.as_deref(), family.prefix.as_deref()), (Some("Alphabet"), Some("abc-")));
    let levels: Vec<_> = config.rules.iter().map(|rule| (&*rule.name, rule.level)).collect();
    let expected = [
        ("link-broken", Some(Level::At(Severity::Error))),
        ("literal-order", Some(Level::Off)),
        ("literal-differs", Some(Level::At(Severity::Warning))),
    ];
    assert_eq!(levels, expected);
    assert_eq!(config.rules[2].options[0].name, "forms");
    assert!(config.allow[0].paths.is_match("ko/old/a/b.md") && !config.allow[0].paths.is_match("ko/a.md"));
}

fn pattern(config: &Config) -> &Layout {
    let Some(Chosen::Pattern(layout)) = &config.layout else { panic!("{:?}", config.layout) };
    layout
}

#[test]
fn a_layout_is_a_pattern_or_the_name_of_a_tool() {
    let layout = |text: &str| read(&format!("layout = \"{text}\"")).layout;
    assert_eq!(layout("Docusaurus"), Some(Chosen::Tool(Tool::Docusaurus)));
    assert_eq!(layout("mkdocs"), Some(Chosen::Tool(Tool::MkDocs)));
    assert_eq!(pattern(&read("layout = \"docs/{locale}/{path}\"")).to_string(), "docs/{locale}/{path}");
}

#[test]
fn an_address_for_reports_is_of_the_web_or_of_mail() {
    let text = |address: &str| problems(&format!("report_url = \"{address}\""));
    assert_eq!(text("http://example.com/?t={title}&u={url}&p={path}&l={locale}"), "");
    insta::assert_snapshot!(text("https://example.com/{titel}"), @"1:14 `report_url` has `{titel}`, which stands for nothing (`{title}`, `{url}`, `{path}` and `{locale}` are filled in)");
    insta::assert_snapshot!(text("javascript:alert(1)"), @"1:14 `report_url` is no address of the web or of mail: `javascript:alert(1)` (give an address such as `https://example.com/report?title={title}&url={url}` or `mailto:help@example.com`)");
    insta::assert_snapshot!(text("mailto:"), @"1:14 `report_url` is no address of the web or of mail: `mailto:` (give an address such as `https://example.com/report?title={title}&url={url}` or `mailto:help@example.com`)");
}

#[test]
fn an_empty_file_is_the_default() {
    let config = read("\u{feff}# nothing\r\n");
    assert_eq!((config.search, config.status, config.robots), (true, false, Robots::Respect));
    assert_eq!(config.link_prefixes, ["/AlchemyInsights/"]);
    assert_eq!(config.layout, None);
}

#[test]
fn the_source_locale_is_en_unless_configured() {
    let among = |config: &Config, tags: &[&str]| {
        let locales: Vec<Locale> = tags.iter().map(|tag| locale(tag)).collect();
        config.source_among(&locales).map(|locale| locale.tag().to_owned())
    };
    let default = Config::default();
    assert_eq!(among(&default, &["ko", "en-US", "en"]).as_deref(), Some("en"));
    assert_eq!(among(&default, &["ko", "en-US", "en-GB"]).as_deref(), Some("en-GB"));
    assert_eq!(among(&default, &["ko", "ru"]), None);
    let german = read("source_locale = \"de\"");
    assert_eq!(among(&german, &["de", "en"]).as_deref(), Some("de"));
}

#[test]
fn misspelt_keys_are_named_with_what_was_meant() {
    insta::assert_snapshot!(problems("baseurl = 1\n[build]\nserch = true\n[[families]]\nid = 'a'\npatern = 'b'\n"), @r#"
    1:1 unknown key `baseurl`, did you mean `base_url`?
    3:1 unknown key `serch` in `build`, did you mean `search`?
    4:1 `families[0]` needs `id` and `pattern`
    6:1 unknown key `patern` in `families[0]`, did you mean `pattern`?
    "#);
}

#[test]
fn all_problems_come_in_one_run() {
    let text = r##"
title = 1
base_url = "example.com"
locales = ["ko", "ko", "k_", 7, { folder = "x" }]
layout = "{locale}"
link_prefixes = ["alchemy"]
link_schemes = ["javascript"]
accent = "blue"
footer_links = [{ text = "x" }, { text = "y", url = "javascript:alert(1)" }]
robots = "ignor"
status = "yes"
[limits]
article_mib = 0
[[families]]
id = "a"
pattern = "("
[[families]]
id = "B!"
pattern = "x*"
[rules]
a = "errors"
b = 7
[allow]
"[" = ["c"]
"##;
    insta::assert_snapshot!(problems(text), @r#"
    2:9 `title` should be a string, not a whole number
    3:12 `base_url` is no web address: `example.com` (give the whole address, such as `https://errors.example.com/`)
    4:18 `ko` is listed twice
    4:24 `k_` is no language tag (BCP 47) (a tag is a language, perhaps a script and a region: `ko`, `zh-CN`, `sr-Latn-RS`)
    4:30 `locales[3]` should be a tag such as `"ko"`, or a table with `locale` and `folder`, not a whole number
    4:33 `locales[4]` lacks `locale`
    5:10 `layout` needs one `{locale}` and one `{path}` (give a pattern such as `{locale}/{path}`, or `docusaurus`, `starlight`, `hugo` or `mkdocs`)
    6:18 `link_prefixes[0]` is `alchemy` (a prefix is a path from the root such as `/AlchemyInsights/`, or a web address)
    7:17 the link scheme `javascript` cannot be allowed (such links run or load something when a reader follows them)
    8:10 `accent` is no colour: `blue` (write it as `#rrggbb`, such as `#0b5cad`)
    9:17 `footer_links[0]` needs `text` and `url`
    9:53 `footer_links[1].url` has a scheme that is not allowed: `javascript:alert(1)` (link to `https:`, `http:`, `mailto:`, `tel:` or a path of this site)
    10:10 `robots` has no value `ignor`; did you mean `ignore`? (it is one of `respect`, `ignore`)
    11:10 `status` should be `true` or `false`, not a string
    13:15 `limits.article_mib` is 0, which is out of range (give a number from 1 to 255)
    16:11 `families[0].pattern` is no regular expression: unclosed group
    18:6 `families[1].id` is `B!` (use lower-case letters, digits and `-`, since it stands in addresses)
    19:11 `families[1].pattern` matches the empty text (let it match a whole code, such as `ABC\d+`)
    21:5 `rules.a` has no value `errors`; did you mean `error`? (it is one of `off`, `note`, `warning`, `error`)
    22:5 `rules.b` should be `"off"`, `"note"`, `"warning"`, `"error"` or a table, not a whole number
    24:7 `[` is no pattern of paths: unclosed character class; missing ']' (write `ko/**`, `**/old-*.md`)
    "#);
}

#[test]
fn malformed_toml_names_its_place() {
    insta::assert_snapshot!(problems("title = \"x\nstatus = \n[build\n"), @r#"
    1:11 this is no valid TOML: invalid basic string, expected `"`
    2:10 this is no valid TOML: string values must be quoted, expected literal string
    3:7 this is no valid TOML: unclosed table, expected `]`
    "#);
    assert_eq!(problems("title = 'a'\ntitle = 'b'\n"), "2:1 this is no valid TOML: duplicate key");
}

#[test]
fn any_text_is_read_or_refused() {
    for text in
        ["\0", "\u{202e}", "[", "a = {", "a = [[[[[[[[", "[a.b.c]\n[a]\nb=1", "= 1", "'' = ''", "title = \"\"\"\n"]
    {
        problems(text);
    }
    problems(&"[".repeat(100_000));
    problems(&format!("a = {}", "[".repeat(100_000)));
}

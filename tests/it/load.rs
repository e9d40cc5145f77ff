//! Reading a site: which files are articles of which locale, and what is wrong with the others.

mod disk;

use std::path::{Path, PathBuf};

use faultbook::config::{self, Config};
use faultbook::diag::{Finding, Place};
use faultbook::load::{self, Blob, Dimensions, Folders, LoadError, Loaded, Request, Tree};
use faultbook::model::key::ArticleKey;
use faultbook::source::SourceMap;

struct Site {
    sources: SourceMap,
    folders: Folders,
    loaded: Loaded,
}

/// Reads the site that `dir` of `tree` is.
fn read(tree: &Tree, request: &Request) -> Result<Site, LoadError> {
    let mut sources = SourceMap::default();
    let folders = load::configuration(tree, request, &mut sources)?;
    let config = folders.config.map(|id| config::parse(sources.get(id)).unwrap_or_else(|errors| panic!("{errors}")));
    let loaded = load::content(tree, &folders, &config.unwrap_or_default(), &mut sources)?;
    Ok(Site { sources, folders, loaded })
}

fn dir(path: impl Into<PathBuf>) -> Request {
    Request { dir: Some(path.into()), ..Request::default() }
}

fn memory(text: &str) -> Site {
    read(&load::memory(text), &Request::default()).unwrap_or_else(|error| panic!("{error}"))
}

fn failure(text: &str) -> String {
    let Err(error) = read(&load::memory(text), &Request::default()) else { panic!("the site was read") };
    format!("{error} ({})", error.help().unwrap_or_default())
}

impl Site {
    /// Returns the articles as `locale key`.
    fn articles(&self) -> Vec<String> {
        self.loaded.files.articles.iter().map(|article| format!("{} {}", article.locale, article.key)).collect()
    }

    fn others(&self) -> Vec<String> {
        let locale = |file: &load::OtherFile| file.locale.as_ref().map_or("-".to_owned(), ToString::to_string);
        self.loaded.files.others.iter().map(|file| format!("{} {}", locale(file), file.path)).collect()
    }

    /// Returns the findings as `rule place: message`.
    fn findings(&self) -> Vec<String> {
        let place = |finding: &Finding| match &finding.place {
            Place::Path(path) => path.to_string(),
            Place::Span(span) => format!("{}:{}", self.sources.get(span.source).path, span.start),
            other => format!("{other:?}"),
        };
        let line = |finding: &Finding| format!("{} {}: {}", finding.rule.id, place(finding), finding.message);
        self.loaded.findings.iter().map(line).collect()
    }

    fn helps(&self) -> String {
        self.loaded.findings.iter().filter_map(|finding| finding.help.as_deref()).collect::<Vec<_>>().join("\n")
    }
}

#[test]
fn a_site_folder_has_its_content_in_content() {
    let site =
        memory("=== content/en/a.md\n# A\n=== content/ko/sub/B.MD\n# B\n=== content/ko/media/x.png\n\n=== README.md\n");
    assert_eq!(site.articles(), ["en a", "ko sub/b"]);
    assert_eq!(site.others(), ["ko media/x.png"]);
    assert_eq!(site.findings(), [""; 0]);
    assert_eq!(site.folders.site.as_deref(), Some(".".as_ref()));
    assert_eq!(
        site.sources.iter().map(|source| &*source.path).collect::<Vec<_>>(),
        ["content/en/a.md", "content/ko/sub/B.MD"]
    );
}

#[test]
fn a_bare_content_folder_is_enough() {
    let tree =
        load::memory("=== docs/en-us/a.md\n# A\n=== docs/LICENSE\nx\n=== docs/README.md\nx\n=== docs/tools/x.py\nx\n");
    let site = read(&tree, &dir("docs")).expect("a content folder");
    assert_eq!(site.articles(), ["en-US a"]);
    assert_eq!(site.findings(), [""; 0]);
    assert_eq!(site.folders.site, None);
    let error = site.folders.output(&Config::default()).expect_err("it is not clear where the site goes");
    assert_eq!(error.help().as_deref(), Some("type `faultbook build docs --out DIR`"));
}

#[test]
fn the_site_folder_is_found_from_its_content() {
    let found = |text, request: &Request| {
        let site = read(&load::memory(text), request).expect("a site");
        let path = |path: &Path| path.display().to_string();
        (site.folders.site.as_deref().map(path), path(&site.folders.content), site.folders.config.is_some())
    };
    let plain = "=== x/content/en/a.md\n# A\n";
    let configured = "=== x/faultbook.toml\ntitle = 'X'\n=== x/docs/en/a.md\n# A\n";
    let beside = "=== faultbook.toml\ntitle = 'here'\n=== x/docs/en/a.md\n# A\n";
    assert_eq!(found(plain, &dir("x/content")), (Some("x".into()), "x/content".into(), false));
    assert_eq!(found(configured, &dir("x/docs")), (Some("x".into()), "x/docs".into(), true));
    assert_eq!(found(beside, &dir("x/docs")), (None, "x/docs".into(), false));
    let content = Request { content: Some("x/docs".into()), ..Request::default() };
    assert_eq!(found(beside, &content), (Some(".".into()), "x/docs".into(), true));
    assert_eq!(found(configured, &content), (Some("x".into()), "x/docs".into(), true));
    let config = Request { config: Some("x/faultbook.toml".into()), ..dir("x/docs") };
    assert_eq!(found(configured, &config), (Some("x".into()), "x/docs".into(), true));
    let inside = "=== faultbook.toml\ntitle = 'here'\n=== en/a.md\n# A\n";
    assert_eq!(found(inside, &Request::default()), (Some(".".into()), ".".into(), true));
}

#[test]
fn a_path_finds_the_content_around_it() {
    let tree = load::memory("=== s/content/en/sub/a.md\n# A\n=== docs/ko-KR/new/a.md\n# A\n=== docs/ko-KR/b.md\n# B\n");
    let around = |path: &str| load::enclosing(&tree, path.as_ref()).map(|path| path.display().to_string());
    assert_eq!(around("s").as_deref(), Some("s"));
    assert_eq!(around("s/content").as_deref(), Some("s/content"));
    assert_eq!(around("s/content/en/sub/a.md").as_deref(), Some("s/content"));
    assert_eq!(around("docs/ko-KR").as_deref(), Some("docs"));
    assert_eq!(around("docs/ko-KR/new/a.md").as_deref(), Some("docs"));
    assert_eq!(around("elsewhere.md"), None);
    // A site that is named like a language.
    let tree = load::memory("=== sites/sr/en-US/a.md\n# A\n=== sites/sr/de-DE/a.md\n# A\n");
    let around = |path: &str| load::enclosing(&tree, path.as_ref()).map(|path| path.display().to_string());
    assert_eq!(around("sites/sr").as_deref(), Some("sites/sr"));
}

#[test]
fn without_articles_there_is_an_error_that_says_what_to_do() {
    assert_eq!(
        failure("=== content/README.md\n# A\n"),
        "there is no article in `content`: looked for `<locale>/**/*.md` (write a first article, such as `content/en/first.md`, or type `faultbook init DIR`)"
    );
    assert_eq!(
        failure("=== content/jp/a.md\n# A\n"),
        "there is no article in `content`: looked for `<locale>/**/*.md` (the folder `jp` is named after no language; rename it to `ja`)"
    );
    let missing = read(&load::memory("=== a\n"), &dir("b")).err().map(|error| error.to_string());
    assert_eq!(missing.as_deref(), Some("there is no folder `b`"));
}

#[test]
fn tables_of_contents_and_litter_are_passed_over() {
    let site = memory(
        "=== content/en/a.md\nx\n=== content/en/TOC.md\nx\n=== content/en/sub/toc.MD\nx\n=== content/en/a.md~\nx\n\
         === content/en/.#a.md\nx\n=== content/en/#a.md#\nx\n=== content/en/.a.md.swp\nx\n=== content/en/.git/b.md\nx\n\
         === content/.hidden/b.md\nx\n=== content/en/includes/c.md\nx\n",
    );
    assert_eq!(site.articles(), ["en a", "en includes/c"]);
    assert!(site.loaded.files.articles[1].key.is_fragment());
    assert_eq!((site.others(), site.findings()), (vec![], vec![]));
}

#[test]
fn folders_of_articles_are_named_after_languages() {
    let site = memory(
        "=== content/en/a.md\nx\n=== content/jp/a.md\nx\n=== content/jp/b.md\nx\n=== content/bilingual/ko/a.md\nx\n=== content/tools/README.md\nx\n",
    );
    assert_eq!(site.articles(), ["en a"]);
    assert_eq!(
        site.findings(),
        [
            "locale-unknown content/bilingual: `bilingual` is no locale; its article is left out",
            "locale-unknown content/jp: `jp` is no locale (did you mean `ja`?); its 2 articles are left out",
        ]
    );
    assert!(site.helps().contains("rename it to `ja`"));
    let listed = memory("=== faultbook.toml\nlocales = ['jp']\n=== content/jp/a.md\nx\n");
    assert_eq!((listed.articles(), listed.findings()), (vec!["jp a".to_owned()], vec![]));
}

#[test]
fn a_language_that_looks_like_a_country_is_suspicious() {
    let site = memory("=== content/kr/a.md\n# 오류\n=== content/ar/a.md\n# Not translated\n=== content/en/a.md\n# A\n");
    assert_eq!(
        site.findings(),
        ["locale-suspicious content/kr: `kr` is Kanuri, but the articles look like Korean, which is `ko`"]
    );
    assert_eq!(site.loaded.findings[0].locale.as_ref().map(|locale| locale.tag()), Some("kr"));
}

#[test]
fn layouts_and_folders_are_configured() {
    let site = memory(
        "=== faultbook.toml\nlayout = '{path}.{locale}'\n=== content/a/b.ko.md\nx\n=== content/a/x.png\n\n=== content/a/x.min.js\n\n=== content/b.qqx.md\nx\n=== content/README.md\nx\n",
    );
    assert_eq!(
        (site.articles(), site.others()),
        (vec!["ko a/b".to_owned()], vec!["- a/x.min.js".to_owned(), "- a/x.png".to_owned()])
    );
    assert_eq!(site.findings(), ["locale-unknown content/b.qqx.md: `qqx` is no locale; its article is left out"]);

    let site = memory(
        "=== faultbook.toml\nlocales = ['en', { locale = 'ko', folder = 'content/korean' }, { locale = 'ru', folder = '../ru/docs' }]\n\
         === content/en/a.md\nx\n=== content/korean/a.md\nx\n=== ru/docs/a.md\nx\n",
    );
    assert_eq!(
        (site.articles(), site.findings()),
        (vec!["en a".to_owned(), "ko a".to_owned(), "ru a".to_owned()], vec![])
    );
    assert_eq!(
        failure("=== faultbook.toml\nlocales = [{ locale = 'ko', folder = 'k' }]\n=== content/en/a.md\nx\n"),
        "there is no folder `k` (the path is relative to the folder of the configuration file)"
    );
}

#[test]
fn what_a_site_adds_is_read() {
    let site = memory(
        "=== content/en/a.md\nx\n=== templates/article.html\nx\n=== templates/parts/head.html\nx\n=== templates/assets/style.css\nx\n\
         === locales/ko/site.ftl\na = b\n=== locales/README.md\nx\n=== locales/jp/site.ftl\na = b\n=== templates/x.png\nx\n=== static/.well-known/x\nx\n=== static/x~\nx\n=== logo.svg\n<svg width='3' height='4'>\n\
         === faultbook.toml\nlogo = 'logo.svg'\n",
    );
    let files = &site.loaded.files;
    let names = |files: &[load::OtherFile]| files.iter().map(|file| file.path.clone()).collect::<Vec<_>>();
    assert_eq!(
        files.templates.iter().map(|(name, _)| &**name).collect::<Vec<_>>(),
        ["article.html", "parts/head.html"]
    );
    assert_eq!(
        (names(&files.assets), names(&files.statics)),
        (vec!["style.css".to_owned()], vec![".well-known/x".to_owned()])
    );
    assert_eq!(files.messages.iter().map(|(locale, _)| locale.tag()).collect::<Vec<_>>(), ["ko"]);
    assert_eq!(
        site.findings(),
        ["locale-unknown locales/jp: `jp` is no locale (did you mean `ja`?); its messages are left out"]
    );
    let logo = files.logo.as_ref().and_then(load::OtherFile::dimensions);
    assert_eq!(logo, Some(Dimensions { width: 3, height: 4 }));
    let missing = failure("=== faultbook.toml\nlogo = 'x.svg'\n=== content/en/a.md\nx\n");
    assert!(missing.starts_with("there is no file `x.svg`"), "{missing}");
}

#[test]
fn empty_files_are_errors_that_block() {
    let site =
        memory("=== content/en/a.md\n=== content/en/b.md\n\n \n=== content/en/c.md\n\u{feff}=== content/en/d.md\nx\n");
    assert_eq!(
        site.findings(),
        ["article-empty content/en/a.md: the file is empty", "article-empty content/en/b.md: the file is empty",]
    );
    let first = &site.loaded.findings[0];
    assert_eq!(
        (first.blocks, first.group.as_ref().map(ArticleKey::as_str), first.locale.as_ref().map(|l| l.tag())),
        (true, Some("a"), Some("en"))
    );
}

//! The messages of the interface: the built-in ones, a site's own, and what is found wrong with them.

mod faults;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use faultbook::diag::{Finding, Place};
use faultbook::i18n::{Messages, Value};
use faultbook::model::locale::Locale;
use faultbook::source::SourceMap;
use faultbook::source::edit;
use faultbook::source::lines::LineIndex;

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a tag")
}

/// A site's files of messages: `=== locales/ko/site.ftl` begins one.
struct Site {
    sources: SourceMap,
    messages: Messages,
    found: Vec<Finding>,
}

fn site_from(source_locale: &str, text: &str) -> Site {
    let mut sources = SourceMap::default();
    let mut locales = Vec::new();
    for part in text.split("=== ").skip(1) {
        let (path, text) = part.split_once('\n').expect("a path stands on a line of its own");
        let tag = path.split('/').nth(1).expect("locales/<locale>/<name>.ftl");
        locales.push((locale(tag), sources.add(path, text)));
    }
    let files: Vec<_> = locales.into_iter().map(|(locale, id)| (locale, sources.get(id))).collect();
    let (messages, found) = Messages::new(&files, &locale(source_locale));
    Site { sources, messages, found }
}

fn site(text: &str) -> Site {
    site_from("en", text)
}

impl Site {
    fn get(&self, tag: &str, id: &str, arguments: &[(&str, Value<'_>)]) -> String {
        self.messages.get(&locale(tag), id, arguments)
    }

    /// Returns the findings as people would read them, one a line.
    fn findings(&self) -> String {
        self.found.iter().map(|finding| self.line(finding)).collect()
    }

    /// Returns the findings of one rule, likewise.
    fn found_by(&self, rule: &str) -> String {
        self.found.iter().filter(|finding| finding.rule.id == rule).map(|finding| self.line(finding)).collect()
    }

    fn line(&self, finding: &Finding) -> String {
        let place = match &finding.place {
            Place::Span(span) => {
                let source = self.sources.get(span.source);
                let at = LineIndex::new(&source.text).line_column(&source.text, span.range().start);
                format!("{}:{}:{} `{}`", source.path, at.line, at.column, source.slice(*span))
            }
            Place::File(id) => self.sources.get(*id).path.to_string(),
            other => format!("{other:?}"),
        };
        format!("{place}: {}: {} ({})\n", finding.rule.id, finding.message, finding.help.as_deref().unwrap_or_default())
    }
}

/// The built-in files as if they were a site's own, so that the rules look at them.
fn builtin() -> Site {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    for folder in fs::read_dir(root.join("locales")).expect("the project has locales") {
        let folder = folder.expect("a folder").path();
        for file in fs::read_dir(&folder).expect("a folder of messages") {
            let file = file.expect("a file").path();
            let path = file.strip_prefix(root).expect("it lies in the project").to_string_lossy().replace('\\', "/");
            text += &format!("=== {path}\n{}", fs::read_to_string(&file).expect("a readable file"));
        }
    }
    site(&text)
}

/// Returns the names of the messages in each built-in locale.
fn builtin_names(site: &Site) -> BTreeMap<String, Vec<String>> {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in site.sources.iter() {
        let tag = source.path.split('/').nth(1).expect("locales/<locale>/<name>.ftl");
        let defined = source.text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
        let defined = defined.filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned()));
        names.entry(tag.to_owned()).or_default().extend(defined);
    }
    names.values_mut().for_each(|names| names.sort());
    names
}

#[test]
fn every_built_in_locale_has_the_messages_of_english_and_no_findings() {
    let site = builtin();
    assert_eq!(site.findings(), "");
    let names = builtin_names(&site);
    assert_eq!(names.keys().collect::<Vec<_>>(), ["ar", "de", "en", "he", "id", "ja", "ko", "ru", "sl", "zh"]);
    for (tag, own) in &names {
        assert_eq!(own, &names["en"], "{tag}");
    }
}

#[test]
fn every_built_in_message_reads_whole_with_its_declared_variables() {
    let site = builtin();
    let variables = ["what", "family", "language", "code", "title", "date", "name"];
    let mut arguments: Vec<(&str, Value<'_>)> = variables.iter().map(|&name| (name, Value::Text("x"))).collect();
    arguments.push(("n", Value::Number(3)));
    for (tag, names) in builtin_names(&site) {
        for name in names {
            let text = site.get(&tag, &name, &arguments);
            assert!(text != name && !text.contains(['{', '}', '$']), "{tag} {name}: {text}");
        }
    }
}

#[test]
fn counts_have_the_plural_forms_of_the_language() {
    let site = site("");
    let of = |tag: &str, id: &str, numbers: &[u64]| {
        let texts = numbers.iter().map(|&n| site.get(tag, id, &[("n", n.into())]));
        texts.collect::<Vec<_>>().join("\n")
    };
    let table = [
        of("en", "also-in", &[1, 2]),
        of("sl-SI", "list-more", &[1, 2, 3, 5, 101]),
        of("ru-RU", "list-more", &[1, 2, 5, 21, 17808]),
        of("ar", "code-mentions-count", &[0, 1, 2, 3, 11, 100]),
        of("ko-KR", "code-mentions-count", &[1, 1234]),
        of("zh-CN", "also-in", &[1]),
        of("id", "list-more", &[1]),
        of("de-AT", "list-more", &[1, 2]),
        of("ja", "list-more", &[1]),
        of("he-IL", "list-more", &[1, 2, 3]),
    ];
    insta::assert_snapshot!(table.join("\n"), @r"
    Also in 1 other language
    Also in 2 other languages
    Še 1 vnos
    Še 2 vnosa
    Še 3 vnosi
    Še 5 vnosov
    Še 101 vnos
    Еще 1 запись
    Еще 2 записи
    Еще 5 записей
    Еще 21 запись
    Еще 17 808 записей
    لا توجد مقالات تذكر هذا الخطأ
    مقالة واحدة تذكر هذا الخطأ
    مقالتان تذكران هذا الخطأ
    3 مقالات تذكر هذا الخطأ
    11 مقالة تذكر هذا الخطأ
    100 مقالة تذكر هذا الخطأ
    이 오류를 언급한 문서 1개
    이 오류를 언급한 문서 1,234개
    另有 1 种语言版本
    1 entri lainnya
    1 weiterer Eintrag
    2 weitere Einträge
    他 1 件
    עוד פריט אחד
    עוד שני פריטים
    עוד 3 פריטים
    ");
}

#[test]
fn plural_rules_are_those_of_icu_where_fluent_s_own_are_wrong() {
    let forms = "[zero] zero\n [one] one\n [two] two\n [few] few\n [many] many\n *[other] other\n }\n";
    let site = site(
        &["ar", "lt", "lv", "ro", "he", "sr-Latn"]
            .map(|tag| format!("=== locales/{tag}/a.ftl\nforms = {{ PLURAL($n) ->\n {forms}"))
            .concat(),
    );
    let of = |tag: &str, numbers: [u64; 4]| numbers.map(|n| site.get(tag, "forms", &[("n", n.into())])).join(" ");
    assert_eq!(of("ar", [0, 2, 3, 11]), "zero two few many");
    assert_eq!(of("lt", [1, 2, 11, 21]), "one few other one");
    assert_eq!(of("lv", [0, 1, 2, 11]), "zero one other zero");
    assert_eq!(of("ro", [0, 1, 2, 20]), "few one few other");
    assert_eq!(of("he", [1, 2, 10, 20]), "one two other other");
    assert_eq!(of("sr-Latn-RS", [1, 2, 5, 21]), "one few other one");
}

#[test]
fn a_missing_message_comes_from_the_nearest_relative() {
    let site = site_from(
        "de",
        "=== locales/pt-BR/a.ftl\ngreeting = Olá\n\
         === locales/de/a.ftl\ngreeting = Hallo\nonly-de = Nur deutsch\n\
         === locales/en/a.ftl\ngreeting = Hello\nonly-en = English only\n",
    );
    assert_eq!(site.get("zh-CN", "alert-note", &[]), "备注", "a region has the texts of its language");
    assert_eq!(site.get("pt-PT", "greeting", &[]), "Olá", "another region of the language");
    assert_eq!(site.get("zh-TW", "greeting", &[]), "Hallo", "another script is another text: the source locale");
    assert_eq!(site.get("ko", "only-en", &[]), "English only");
    assert_eq!(site.get("ko", "nowhere", &[]), "nowhere");
    assert!(site.messages.has("only-de") && site.messages.has("alert-note") && !site.messages.has("nowhere"));
}

#[test]
fn a_site_overrides_and_adds_messages() {
    let site = site(
        "=== locales/ko/site.ftl\nnav-home = 처음\n\
         === locales/zh-CN/a.ftl\n-name = 名\nalert-tip = 小提示 { alert-note }{ -name }\n",
    );
    assert_eq!(site.get("ko-KR", "nav-home", &[]), "처음");
    assert_eq!(site.get("ko-KR", "nav-errors", &[]), "오류");
    assert_eq!(site.get("zh-CN", "alert-tip", &[]), "小提示 备注名", "a region refers to messages of its language");
    assert_eq!(site.get("zh", "alert-tip", &[]), "提示");
    assert_eq!(site.findings(), "");
}

#[test]
fn malformed_files_are_errors_with_their_places() {
    let site = site(
        "=== locales/ko/a.ftl\nok = 좋음\nthis is no message\nname = { $x\nnext = }\n\
         === locales/ru/b.ftl\nchoice = { PLURAL($n) ->\n    [one] раз\n}\nempty =\n\
         === locales/sl/c.ftl\nquotes = { \"open }\na = { { $x } }\n",
    );
    insta::assert_snapshot!(site.found_by("message-invalid"), @r#"
    locales/ko/a.ftl:2:6 `i`: message-invalid: expected `=` behind the name of a message (a message is written `name = text`; further lines are indented)
    locales/ko/a.ftl:3:12 ``: message-invalid: expected `}` (close what `{` opened)
    locales/ko/a.ftl:4:8 `}`: message-invalid: `}` closes nothing (write `{ "}" }` for a brace as text)
    locales/ru/b.ftl:2:14 ``: message-invalid: no variant is the default (mark one variant with an asterisk: `*[other]`)
    locales/ru/b.ftl:4:1 `empty`: message-invalid: message `empty` has no text ()
    locales/sl/c.ftl:1:19 ``: message-invalid: the text in quotes is not closed ()
    locales/sl/c.ftl:2:10 `x`: message-invalid: braces stand directly inside braces (remove the inner ones)
    "#);
}

#[test]
fn texts_that_the_resolver_would_give_up_on_are_errors() {
    let twice = |n: usize| format!("m{n} = {{ m{} }}{{ m{} }}\n", n + 1, n + 1);
    let laughs: String = (0..50).map(twice).collect();
    let laughing = site(&format!("=== locales/ko/a.ftl\n{laughs}m50 = ha\n"));
    assert!(laughing.get("ko", "m0", &[]).len() < 10_000);
    let odd =
        site("=== locales/ko/a.ftl\na = { { nav-home } }\nb = { 1 ->\n *[one] x\n }\nc = { 1.00000000000000000000 }\n");
    insta::assert_snapshot!(odd.found_by("message-invalid"), @r"
    locales/ko/a.ftl:1:9 `nav-home`: message-invalid: braces stand directly inside braces (remove the inner ones)
    locales/ko/a.ftl:2:7 `1`: message-invalid: a fixed value always chooses the same variant (write that variant)
    locales/ko/a.ftl:5:7 `1.00000000000000000000`: message-invalid: a number has more than 15 digits (write it as text)
    ");
    let bare = site("=== locales/tlh/a.ftl\nbare = { $n ->\n [one] x\n *[other] y\n }\n");
    assert_eq!(bare.get("tlh", "bare", &[("n", 1_u64.into())]), "x", "no rules for the language: those of English");
    let deep = site(&format!("=== locales/ko/a.ftl\na = {}\n", "{ $x ->\n *[a] ".repeat(100_000)));
    insta::assert_snapshot!(deep.found_by("message-invalid"), @"locales/ko/a.ftl:31:7 `{`: message-invalid: braces are nested more than 30 deep (split the message)");
}

#[test]
fn byte_order_marks_and_line_ends_do_not_matter() {
    let site = site("=== locales/ko/a.ftl\n\u{feff}# $n (number)\r\nnav-home = 처음\r\nother-x = { $y }\r\n");
    assert_eq!(site.get("ko", "nav-home", &[]), "처음");
}

#[test]
fn missing_messages_and_references_are_found() {
    let site = site(
        "=== locales/en/a.ftl\ngreeting = Hello\nfarewell = Bye\n\
         === locales/ko/a.ftl\ngreeting = 안녕, { friend }{ -brand } { greeting.title } { DATETIME($d) }\n",
    );
    insta::assert_snapshot!(site.findings(), @r"
    locales/ko/a.ftl:1:18 `friend`: message-missing: `greeting` refers to `friend`, which ko does not have (add `friend` to `locales/ko/a.ftl`)
    locales/ko/a.ftl:1:28 `-brand`: message-missing: `greeting` refers to `-brand`, which ko does not have (add `-brand` to `locales/ko/a.ftl`)
    locales/ko/a.ftl:1:39 `greeting.title`: message-missing: `greeting` refers to `greeting.title`, which ko does not have (add `.title` below `greeting`)
    locales/ko/a.ftl:1:58 `DATETIME`: message-missing: `greeting` refers to function `DATETIME`, which does not exist (there are `PLURAL`, `NUMBER`)
    locales/ko/a.ftl:1:67 `$d`: message-variable-unknown: message `greeting` does not have the variable `$d` (`greeting` declares no variable; a comment above it declares one: `# $d (text)`)
    locales/ko/a.ftl: message-missing: message `farewell` of en is missing in ko (translate into `locales/ko/a.ftl`; until then pages show the text of en)
    ");
    assert_eq!(site.get("ko", "greeting", &[]), "Hello", "a broken text gives way to a whole one");
}

#[test]
fn a_language_with_few_own_messages_is_one_finding() {
    let site = site("=== locales/th/a.ftl\nnav-home = หน้าแรก\n");
    assert_eq!(site.findings().lines().count(), 1);
    assert!(site.findings().contains("are missing in th: `alert-caution`, `alert-important`"), "{}", site.findings());
}

#[test]
fn messages_that_refer_to_themselves_are_found_and_end() {
    let site = site(
        "=== locales/en/a.ftl\nself = { self }\nhen = { egg }\negg = { shell } { hen }\nshell = -\nstart = { hen }\n-term = { -term }\n\
         fine = { fine.title }\n    .title = Fine\nloop = x\n    .title = { loop.title }\n",
    );
    insta::assert_snapshot!(site.findings(), @r"
    locales/en/a.ftl:1:10 `self`: message-missing: `self` refers to itself (a message can't be a part of its own text: write the text out)
    locales/en/a.ftl:2:9 `egg`: message-missing: `egg` refers to itself through `hen` (a message can't be a part of its own text: write the text out)
    locales/en/a.ftl:6:11 `-term`: message-missing: `-term` refers to itself (a message can't be a part of its own text: write the text out)
    locales/en/a.ftl:10:16 `loop.title`: message-missing: `loop.title` refers to itself (a message can't be a part of its own text: write the text out)
    ");
    assert_eq!(site.get("en", "self", &[]), "{self}");
    assert!(site.get("ko", "hen", &[]).contains('{'), "visible");
}

#[test]
fn long_chains_of_messages_are_followed_without_recursion() {
    let count = 20_000;
    let chain: String = (0..count).map(|n| format!("m{n} = {{ m{} }}{{ m0 }}\n", n + 1)).collect();
    let site = site(&format!("=== locales/en/a.ftl\n{chain}m{count} = end\n"));
    assert_eq!(site.found.len(), count);
}

#[test]
fn undeclared_variables_are_found() {
    let site = site(
        "=== locales/en/a.ftl\n# $days (number) - until it ends\n# $who (text)\nends = { $who }: { $days }\nplain = { $x }\n\
         === locales/ko/a.ftl\nends = { $who } { $day }\nplain = { -t(y: 1) }\n-t = { $y }\nonly-ko = { $z }\nnotice-fallback = { $langauge }\n",
    );
    insta::assert_snapshot!(site.findings(), @r"
    locales/en/a.ftl:4:11 `$x`: message-variable-unknown: message `plain` does not have the variable `$x` (`plain` declares no variable; a comment above it declares one: `# $x (text)`)
    locales/ko/a.ftl:1:19 `$day`: message-variable-unknown: message `ends` does not have the variable `$day` (`ends` declares `$days`, `$who`)
    locales/ko/a.ftl:2:11 `-t`: message-reference-differs: `plain` brings in `-t`, as en does not (see whether it is meant)
    locales/ko/a.ftl:4:1 `only-ko`: message-obsolete: message `only-ko` is not in the source locale (remove it, or add it to the source locale)
    locales/ko/a.ftl:5:21 `$langauge`: message-variable-unknown: message `notice-fallback` does not have the variable `$langauge` (`notice-fallback` declares `$language`)
    ");
}

#[test]
fn wrong_plural_forms_are_found() {
    let site = site(
        "=== locales/en/a.ftl\n# $n (number)\ncount = { PLURAL($n) ->\n [one] one\n *[other] many\n }\n\
         # $n (number)\nbare = { $n ->\n [0] none\n [one] one\n *[other] many\n }\n\
         # $kind (text)\nkind = { $kind ->\n [dark] Dark\n *[other] Light\n }\n\
         === locales/ru/a.ftl\ncount = { PLURAL($n) ->\n [one] один\n [few] два\n *[many] пять\n }\n\
         bare = { PLURAL($n) ->\n [0] ноль\n [one] один\n *[other] много\n }\nkind = x\n\
         === locales/ko/a.ftl\ncount = { PLURAL($n) ->\n [one] 하나\n *[other] 여럿\n }\nbare = 여럿\nkind = x\n",
    );
    insta::assert_snapshot!(site.findings(), @r"
    locales/en/a.ftl:7:10 `$n`: message-plural-category: `$n` chooses a plural form by rules that are wrong for several languages (choose by `PLURAL($n)`, which knows every language)
    locales/ru/a.ftl:6:10 `PLURAL($n`: message-plural-category: `bare` lacks the plural forms `few`, `many` (Russian has `one`, `few`, `many`, `other`)
    locales/ru/a.ftl:7:3 `0`: message-plural-category: `bare` has a variant `[0]` that is never chosen in ru (`PLURAL` gives a category; choose by the number around it: `{ $n ->` `[0] …`)
    locales/ko/a.ftl:2:3 `one`: message-plural-category: `count` has a variant `[one]` that is never chosen in ko (Korean has `other`)
    ");
}

#[test]
fn a_file_that_cannot_be_read_hides_nothing_of_others() {
    let site = site(
        "=== locales/en/a.ftl\none = One\n=== locales/ko/a.ftl\none = { $x\n=== locales/ru/a.ftl\none = Один\nold = Два\n",
    );
    insta::assert_snapshot!(site.findings(), @r"
    locales/ko/a.ftl:1:11 ``: message-invalid: expected `}` (close what `{` opened)
    locales/ru/a.ftl:2:1 `old`: message-obsolete: message `old` is not in the source locale (remove it, or add it to the source locale)
    ");
}

#[test]
fn each_fault_of_a_file_of_messages_is_found_by_itself() {
    let english =
        "-brand = Guide\ngreeting = Hello { -brand }\nbutton = Go\n    .title = Go there\nlabel =\n    .text = X\n";
    let check = |korean: &str, expected: &str| {
        let korean = format!("-brand = 안내\n{korean}");
        let found = site(&format!("=== locales/en/a.ftl\n{english}=== locales/ko/a.ftl\n{korean}")).findings();
        assert_eq!(found.trim_end(), expected, "{korean}");
    };
    let greeting = "greeting = 안녕 { -brand }\n";
    let rest = "button = 가기\n    .title = 그리로\nlabel =\n    .text = X\n";
    check(&format!("{greeting}{rest}"), "");
    check(
        &format!("greeting = 안녕\n{rest}"),
        "locales/ko/a.ftl:2:1 `greeting`: message-reference-differs: `greeting` does not bring in `-brand`, as en does \
         (put `{ -brand }` where it belongs in the sentence)",
    );
    check(
        &format!("{greeting}button = 가기\nlabel =\n    .text = X\n"),
        "locales/ko/a.ftl:3:1 `button`: message-missing: `button` lacks the attribute `.title` of en (translate it, too)",
    );
    check(
        &format!("{greeting}{rest}    .more = X\n"),
        "locales/ko/a.ftl:7:6 `more`: message-obsolete: `label.more` is not in the source locale (remove it)",
    );
    check(
        &format!("{greeting}button =\n    .title = 그리로\nlabel =\n    .text = X\n"),
        "locales/ko/a.ftl:3:1 `button`: message-missing: `button` lacks a text of its own, which en has (translate it, too)",
    );
    check(
        &format!("{greeting}button = 가기\n    .title = 그리로\nlabel = 값\n    .text = X\n"),
        "locales/ko/a.ftl:5:1 `label`: message-obsolete: `label` has a text of its own, and has none in the source locale (keep its attributes only)",
    );
    check(
        &format!("{greeting}{rest}greting = x\n"),
        "locales/ko/a.ftl:7:1 `greting`: message-obsolete: message `greting` is not in the source locale (did you mean `greeting`? Else remove it)",
    );
    check(
        &format!("{greeting}{rest}{greeting}"),
        "locales/ko/a.ftl:7:1 `greeting`: message-duplicate: `greeting` is there twice (remove one of the two)",
    );
    check(
        &format!("{greeting}{rest}    .text = Y\n"),
        "locales/ko/a.ftl:7:6 `text`: message-duplicate: `label.text` is there twice (remove one of the two)",
    );
    check(
        &format!("{greeting}button = {{ \"\" }}\n    .title = 그리로\nlabel =\n    .text = X\n"),
        "locales/ko/a.ftl:3:1 `button`: message-empty: `button` has an empty text (write the text, or remove the message, so that the source locale's is shown)",
    );
}

#[test]
fn a_bare_number_is_mended_by_its_fix() {
    let text = "# $n (number)\nbare = { $n ->\n    [one] one\n   *[other] many\n}\n";
    let site = site(&format!("=== locales/en/a.ftl\n{text}"));
    let fix = site.found[0].fix.as_ref().expect("a fix");
    assert_eq!(edit::apply(text, &fix.edits).as_deref(), Some(&*text.replace("{ $n ->", "{ PLURAL($n) ->")));
}

#[test]
fn the_rules_find_what_their_pages_say() {
    for rule in faultbook::i18n::rules::RULES {
        let (_, examples) = rule.docs.split_once("## Reported").expect("a page shows what is reported");
        let (reported, accepted) = examples.split_once("## Accepted").expect("and what is accepted");
        let found = |part: &str| {
            let lines = part.lines().map(|line| line.trim_start_matches(' ')).filter(|line| *line != "```");
            let files: String = lines.map(|line| line.replacen("```text ", "=== ", 1) + "\n").collect();
            site(&files).findings()
        };
        assert!(found(reported).contains(rule.id), "{}", rule.id);
        assert_eq!(found(accepted), "", "{}", rule.id);
    }
}

#[test]
fn messages_are_shared_by_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Messages>();
    shared::<faultbook::i18n::Formats>();
}

//! How articles hang together: versions, rebuilt sources, heading ids, fallbacks, owners of codes, links.

use faultbook::catalog::anchors::heading_ids;
use faultbook::catalog::fallback::Standing;
use faultbook::catalog::links::Target;
use faultbook::diag::{Freshness, Severity};
use faultbook::model::key::ArticleKey;
use faultbook::model::locale::Locale;
use faultbook::pipeline::Site;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use crate::site::{lines, of_files, rules, site};

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a tag")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

const SOURCE: &str = "---\ntitle: T\n---\n# T\n\nText.\n";

/// Returns a site of a source and of translations with these hashes and dates of translation.
fn versions(source: &str, translations: &[(&str, &str, &str)]) -> Site {
    let mut files = crate::site::Files::new();
    files.insert("content/en/a.md".to_owned(), source.to_owned());
    for (tag, hash, date) in translations {
        let text = format!("---\n{hash}\nms.lasthandoff: {date}\n---\n# T\n\nX.\n");
        files.insert(format!("content/{tag}/a.md"), text);
    }
    of_files(&files)
}

fn freshness(current: usize, outdated: usize, unknown: usize) -> Freshness {
    Freshness { current, outdated, unknown }
}

#[test]
fn a_hash_of_the_sources_bytes_proves_its_version() {
    let crlf = SOURCE.replace('\n', "\r\n");
    let file = |digits: String| format!("ms.openlocfilehash: {digits}");
    let proofs = [
        file(hex(&Sha1::digest(SOURCE))),
        file(hex(&Sha256::digest(SOURCE))),
        file(hex(&Sha1::digest(&crlf))),
        file(hex(&Sha256::digest(&crlf)).to_uppercase()),
        format!("source_hash: {}", hex(&Sha256::digest("T\n\n# T\n\nText.\n\n"))),
    ];
    for proof in &proofs {
        for source in [SOURCE, &crlf] {
            let site = versions(source, &[("ko", proof, "1/2/2021")]);
            assert_eq!(site.summary().freshness, freshness(1, 0, 0), "{proof}");
        }
    }
    let dated = SOURCE.replace("title: T\n", "title: T\nms.date: 01/01/2022\n");
    assert_eq!(versions(&dated, &[("ko", &proofs[4], "1/2/2021")]).summary().freshness, freshness(1, 0, 0));
    assert_eq!(versions(&dated, &[("ko", &proofs[0], "1/2/2021")]).summary().freshness, freshness(0, 0, 1));
}

#[test]
fn against_a_proven_source_others_are_older_or_newer() {
    let proof = format!("ms.openlocfilehash: {}", hex(&Sha1::digest(SOURCE)));
    let other = format!("ms.openlocfilehash: {}", "0".repeat(64));
    let older = versions(SOURCE, &[("ko", &proof, "2/1/2021"), ("ru", &other, "1/1/2021")]);
    assert_eq!(older.summary().freshness, freshness(1, 1, 0));
    assert_eq!(lines(&older), ["note translation-outdated content/ru/a.md:2:21 of an older version"]);
    let newer = versions(SOURCE, &[("ko", &proof, "2/1/2021"), ("ru", &other, "3/1/2021")]);
    assert_eq!(newer.summary().freshness, freshness(1, 0, 1));
    assert!(newer.findings.is_empty());
    let unknown = versions(SOURCE, &[("ko", &other, "2/1/2021"), ("ru", &other, "1/1/2021")]);
    assert_eq!(unknown.summary().freshness, freshness(0, 0, 2));
    assert!(unknown.findings.is_empty());
}

/// Returns side-by-side markup of one sentence.
fn both(target: &str, source: &str) -> String {
    format!(
        "<span data-ttu-id=\"1-1\">{target}</span><span class=\"sxs-lookup\"><span data-stu-id=\"1-1\">{source}</span></span>"
    )
}

#[test]
fn segments_tell_whether_an_older_text_differs() {
    let proof = hex(&Sha1::digest("# T\n\nNew text.\n"));
    let text = |source: &str| {
        format!(
            "=== content/en/a.md\n# T\n\nNew text.\n\
             === content/ko/a.md\n---\nms.openlocfilehash: {proof}\nms.lasthandoff: 2/1/2021\n---\n# T\n\nX.\n\
             === content/sl/a.md\n---\nms.openlocfilehash: {}\nms.lasthandoff: 1/1/2021\n---\n# {}\n\n{}\n",
            "0".repeat(64),
            both("N", "T"),
            both("Besedilo.", source)
        )
    };
    assert!(site(&text("New text.")).findings.is_empty());
    let changed = site(&text("Old text."));
    assert_eq!(rules(&changed), ["translation-outdated"]);
    assert_eq!(changed.findings[0].severity, Severity::Warning);
}

#[test]
fn a_changed_source_is_one_note() {
    let translation = |tag: &str, value: &str| format!("=== content/{tag}/a.md\n# T\n\nX `{value}` x.\n");
    let text = |values: [&str; 4]| {
        let tags = ["de", "ja", "ko", "ru"];
        let all: String = tags.iter().zip(values).map(|(tag, value)| translation(tag, value)).collect();
        format!("=== content/en/a.md\n# T\n\nRun `Get-New` now.\n{all}")
    };
    assert_eq!(
        lines(&site(&text(["Get-Old"; 4]))),
        ["note translation-outdated content/en/a.md:3:6 no translation has this"]
    );
    let drifted = site(&text(["Get-Old", "Get-Old", "Get-0ld", "Get-Old"]));
    assert_eq!(rules(&drifted), ["translation-outdated", "literal-differs"]);
    assert_eq!(lines(&drifted)[1], "error literal-differs content/ko/a.md:3:8 `O` became `0`");
    assert_eq!(rules(&site(&text(["Get-New", "Get-Old", "Get-Old", "Get-Old"]))), ["literal-differs"; 3]);
}

#[test]
fn translations_alone_agree_by_majority_or_disagree() {
    let text = |values: &[&str]| {
        let tags = ["de", "ja", "ko", "pt-BR", "ru"];
        tags.iter()
            .zip(values)
            .map(|(tag, value)| format!("=== content/{tag}/a.md\n# T\n\nX {value} x.\n"))
            .collect::<String>()
    };
    let found = |values: &[&str]| lines(&site(&text(values)));
    assert!(found(&["`a`", "`a`", "`a`"]).is_empty());
    assert_eq!(found(&["`abc`", "`abd`", "`abc`"]), ["error literal-differs content/ja/a.md:3:6 `c` became `d`"]);
    assert_eq!(found(&["`a`", "a", "`a`"]), ["error literal-missing content/ja/a.md:3:3 here as plain text"]);
    assert_eq!(found(&["`a`", "`b`", "`c`"]), ["warning translations-disagree content/de/a.md:3:4 one reading"]);
    assert_eq!(found(&["`a`", "`a`", "`b`", "`b`"]), ["warning translations-disagree content/de/a.md:3:4 one reading"]);
    assert_eq!(found(&["`a`", "`b`"]), ["warning translations-disagree content/de/a.md:3:4 one reading"]);
    assert_eq!(found(&["x", "`b`"]), ["warning translations-disagree content/ja/a.md:3:4 one reading"]);
    assert_eq!(found(&["b", "`b`"]), ["note translations-disagree content/ja/a.md:3:4 one reading"]);
    assert_eq!(found(&["`abc`", "`abc`", "`abd`", "`abc`", "`abd`"]).len(), 2);
}

#[test]
fn the_source_is_rebuilt_from_segments() {
    let sl = format!(
        "=== content/sl/a.md\n---\ntitle: Naslov\nrobots: noindex\n---\n# {}\n\n{}\n\n> [!NOTE]\n> {}\n\n`code: One two.`\n",
        both("Naslov", "Title"),
        both("4. korak.", "4. Step."),
        both("Glejte [tu](b.md).", "See [here](b.md).")
    );
    let site = site(&format!("{sl}=== content/sl/b.md\n# B\n\nBesedilo.\n"));
    let group = &site.catalog.groups[0];
    let rebuilt = group.rebuilt.as_ref().expect("all prose is in segments");
    assert_eq!(
        site.sources.slice(rebuilt.body),
        "# Title\n\n4\\. Step.\n\n> [!NOTE]\n> See [here](b.md).\n\n`code: One two.`\n"
    );
    assert_eq!((rebuilt.locale.tag(), rebuilt.title()), ("en", "Title"));
    assert_eq!(rebuilt.front.robots.as_deref(), Some("noindex"));
    let shown = site.catalog.fallbacks.shown(group, &locale("en"), None).expect("it is shown");
    assert_eq!(shown.standing, Standing::Rebuilt);
    assert!(site.catalog.groups[1].rebuilt.is_none());
}

#[test]
fn a_text_with_prose_outside_segments_is_not_rebuilt() {
    for prose in ["In besedilo.", "**Krepko**", "- element"] {
        let site = site(&format!("=== content/sl/a.md\n# {}\n\n{}\n\n{prose}\n", both("N", "T"), both("x", "y")));
        assert!(site.catalog.groups[0].rebuilt.is_none(), "{prose}");
    }
}

#[test]
fn blocks_outside_segments_are_what_most_have() {
    let text = |tag: &str, code: &str, date: &str| {
        format!("=== content/{tag}/a.md\n---\nms.lasthandoff: {date}\n---\n# {}\n\n`{code}`\n", both("N", "T"))
    };
    let all = [
        text("id", "x: One two.", "1/1/2021"),
        text("ms", "x: One two.", "1/1/2021"),
        text("sl", "x: Ena dve.", "2/1/2021"),
    ];
    let site = site(&all.concat());
    let rebuilt = site.catalog.groups[0].rebuilt.as_ref().expect("all prose is in segments");
    assert_eq!(site.sources.slice(rebuilt.body), "# T\n\n`x: One two.`\n");
}

#[test]
fn headings_have_one_id_in_all_languages() {
    let ids = |site: &Site, tag: &str| {
        let group = &site.catalog.groups[0];
        heading_ids(group, group.article(&locale(tag)).expect("the article is there"))
    };
    let same = site("=== content/en/a.md\n# One\n\n## Two\n\n## Two\n=== content/ko/a.md\n# 하나\n\n## 둘\n\n## 셋\n");
    assert_eq!(ids(&same, "en"), ["one", "two", "two-1"]);
    assert_eq!(ids(&same, "ko"), ["one", "two", "two-1"]);
    let other =
        site("=== content/en/a.md\n# One\n\n## Two\n=== content/ko/a.md\n# 하나\n\n### 둘 <a name=\"x\"></a>\n");
    assert_eq!(ids(&other, "ko"), ["하나", "x"]);
}

#[test]
fn what_is_not_there_is_shown_in_a_near_language() {
    let site = site(
        "=== content/en/a.md\n# A\n\nX.\n=== content/en/b.md\n# B\n\nX.\n=== content/de/b.md\n# B\n\nX.\n\
         === content/de-AT/a.md\n# A\n\nX.\n=== content/ko/c.md\n# C\n\nX.\n",
    );
    let shown = |key: &str, tag: &str| {
        let group = site.catalog.group(&ArticleKey::new(key)).expect("the group is there");
        let source = site.catalog.source_locale.as_ref();
        let shown = site.catalog.fallbacks.shown(&site.catalog.groups[group], &locale(tag), source);
        shown.map(|shown| (shown.article.locale.tag().to_owned(), shown.standing)).expect("something is shown")
    };
    assert_eq!(shown("a", "en"), ("en".to_owned(), Standing::Own));
    assert_eq!(shown("b", "de-AT"), ("de".to_owned(), Standing::Fallback));
    assert_eq!(shown("a", "ko"), ("en".to_owned(), Standing::Fallback));
    assert_eq!(shown("c", "de"), ("ko".to_owned(), Standing::Fallback));
}

#[test]
fn a_code_has_one_owner() {
    let owner = |text: &str| {
        let site = site(text);
        let (_, entry) = site.catalog.codes.by_code.first_key_value().expect("there is a code");
        entry.owner.map(|owner| site.catalog.groups[owner].key.to_string())
    };
    assert_eq!(
        owner("=== content/en/b.md\n# AADSTS1000\n\nX.\n=== content/en/a.md\n# A\n\nAADSTS1000.\n").as_deref(),
        Some("b")
    );
    assert_eq!(
        owner("=== content/en/a.md\n# AADSTS1000 AADSTS1001\n\nX.\n=== content/en/b.md\n# AADSTS1000\n\nX.\n")
            .as_deref(),
        Some("b")
    );
    assert_eq!(owner("=== content/en/a.md\n# AADSTS1000\n\nX.\n=== content/en/b.md\n---\nerror_codes: AADSTS1000\n---\n# B\n\nX.\n").as_deref(), Some("b"));
    assert_eq!(
        owner("=== content/en/b.md\n# AADSTS1000\n\nX.\n=== content/en/a.md\n# AADSTS1000\n\nX.\n").as_deref(),
        Some("a")
    );
    assert_eq!(owner("=== content/en/a.md\n---\ntitle: AADSTS1000\n---\n# A\n\nSee AADSTS1000.\n"), None);
    assert_eq!(owner("=== content/en/a.md\n---\ntitle: AADSTS1000\n---\nX.\n").as_deref(), Some("a"));
}

#[test]
fn links_lead_to_articles_files_and_away() {
    let site = site(
        "=== content/en/sub/a.md\n# A\n\nX.\n=== content/en/sub/b.md\n# B\n\nX.\n=== content/en/index.md\n# I\n\nX.\n\
         === content/ko/sub/b.md\n# B\n\nX.\n=== content/en/media/x.png\n\n",
    );
    let group = &site.catalog.groups[site.catalog.group(&ArticleKey::new("sub/a")).expect("it is there")];
    let to = |target: &str| match site.catalog.resolve(&group.articles[0], target) {
        Target::Article { group, fragment } => {
            format!("{}{}", site.catalog.groups[group].key, fragment.map(|at| format!("#{at}")).unwrap_or_default())
        }
        Target::Here(at) => format!("#{at}"),
        Target::File(path) => format!("file {path}"),
        Target::External => "away".to_owned(),
        Target::Broken(path) => format!("broken {path}"),
        Target::Outside => "outside".to_owned(),
    };
    let cases = [
        ("b.md", "sub/b"),
        ("./B.MD#x", "sub/b#x"),
        ("b", "sub/b"),
        ("../index.md", "index"),
        ("..", "index"),
        ("#x%20y", "#x y"),
        ("../media/x.png", "file media/x.png"),
        ("../media/X.png?v=1", "file media/x.png"),
        ("https://x.example/b.md", "away"),
        ("//x.example", "away"),
        ("mailto:a@b.c", "away"),
        ("/other/x", "away"),
        ("c.md", "broken sub/c.md"),
        ("../../ko/sub/b.md", "sub/b"),
        ("../../../x.md", "outside"),
        ("", "away"),
    ];
    for (target, expected) in cases {
        assert_eq!(to(target), expected, "{target}");
    }
}

#[test]
fn fragments_in_a_circle_are_told_once() {
    let site = site(
        "=== content/en/a.md\n# A\n\n[!INCLUDE [x](includes/x.md)]\n\
         === content/en/includes/x.md\n[!INCLUDE [y](y.md)]\n=== content/en/includes/y.md\n[!INCLUDE [z](z.md)]\n\
         === content/en/includes/z.md\n[!INCLUDE [y](y.md)]\n",
    );
    assert_eq!(rules(&site), ["include-cycle"], "{:#?}", lines(&site));
}

/// The cost of a finding must not hang on how many there are: thousands in one file end soon.
#[test]
fn findings_cost_no_more_than_their_number() {
    const MANY: usize = 3_000;
    let text = |line: fn(usize) -> String| (0..MANY).map(line).collect::<String>();
    let english = text(|n| format!("Run `command-{n}` and `other`.\n\n"));
    let changes: [fn(usize) -> String; 5] = [
        |n| format!("X `command-{n}x` x `other`.\n\n"),
        |n| format!("X command-{n} x `other`.\n\n"),
        |_| "X x `other`.\n\n".to_owned(),
        |n| format!("X `команда{n}` `other`.\n\n"),
        |n| format!("X `command-{}` x `other`.\n\n", MANY - 1 - n),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let site = site(&format!("=== content/en/a.md\n# T\n\n{english}=== content/ko/a.md\n# T\n\n{}", text(change)));
        let labels = site.findings.iter().map(|finding| 1 + finding.labels.len()).sum::<usize>();
        assert!(labels >= MANY, "{number}: {labels}");
    }
    let one_line = |mark: &str| (0..MANY).map(|n| format!("`command-{n}{mark}` ")).collect::<String>();
    let site =
        site(&format!("=== content/en/a.md\n# T\n\n{}\n=== content/ko/a.md\n# T\n\n{}\n", one_line(""), one_line("x")));
    assert!(site.findings.len() >= MANY);
}

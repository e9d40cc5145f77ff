//! Repositories as they are: which layout is recognised, what is read, and what is left alone.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// A folder with the files that a text holds: a line `=== path` begins each.
struct Repository(TempDir);

/// What one run of `check` said.
struct Run {
    status: Option<i32>,
    layout: String,
    findings: Vec<String>,
    articles: u64,
    groups: u64,
}

impl Repository {
    fn new(text: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut files: Vec<(&str, String)> = Vec::new();
        for line in text.split_inclusive('\n') {
            // A tab of MkDocs begins like this, too: `=== "Tab"`.
            match (line.strip_prefix("=== ").filter(|rest| !rest.starts_with('"')), files.last_mut()) {
                (Some(path), _) => files.push((path.trim_end(), String::new())),
                (None, Some((_, text))) => text.push_str(line),
                (None, None) => panic!("{line} stands before the first file"),
            }
        }
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).and_then(|()| fs::write(path, text)).expect("a file");
        }
        Self(folder)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn command(&self, format: &str, args: &[&str]) -> std::process::Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_faultbook"));
        command.args(["check", "--format", format]).args(args).current_dir(self.path()).output().expect("a run")
    }

    fn check(&self, args: &[&str]) -> Run {
        let text = self.command("text", args);
        let said = String::from_utf8(text.stderr).expect("text");
        let json = self.command("json", args);
        let document: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap_or_default();
        let finding = |finding: &serde_json::Value| {
            let place = &finding["place"];
            let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
            format!("{} {}:{}", text(&finding["rule"]), text(&place["file"]), place["start"]["line"])
        };
        Run {
            status: json.status.code(),
            layout: said.trim_start().trim_start_matches("Layout ").trim_end().to_owned(),
            findings: document["findings"].as_array().into_iter().flatten().map(finding).collect(),
            articles: document["summary"]["articles"].as_u64().unwrap_or_default(),
            groups: document["summary"]["groups"].as_u64().unwrap_or_default(),
        }
    }
}

/// Expects a layout by its words, the numbers of articles and groups, and the findings.
#[track_caller]
fn expect(text: &str, layout: &str, counts: (u64, u64), findings: &[&str]) {
    let run = Repository::new(text).check(&[]);
    assert_eq!((&*run.layout, run.articles, run.groups), (layout, counts.0, counts.1), "{:?}", run.findings);
    assert_eq!(run.findings, findings);
}

const DOCUSAURUS: &str = "\
=== docusaurus.config.js
module.exports = { i18n: { defaultLocale: 'fr', locales: ['fr', 'ko'] } };
=== docs/guide/a.mdx
import Tabs from '@theme/Tabs';
import Part from '../_part.mdx';

# Titre {#a}

Ouvrez <Button kind=\"primary\">Suivant</Button> et `run x`, {props.name}.

:::note[Attention]

Texte, <Link to=\"/fr/x\">ici</Link>.

:::

<Tabs groupId=\"os\">
  <TabItem value=\"win\" label=\"Windows\">

Voir [b](./b) et [c](../c.md).

  </TabItem>
</Tabs>

{/* une remarque */}
=== docs/c.md
# C
=== i18n/ko/docusaurus-plugin-content-docs/current/guide/a.mdx
import Tabs from '@theme/Tabs';
import Part from '../../_part.mdx';

# 제목 {#a}

<Button kind=\"primary\">다음</Button>과 `run x`, {props.name}.

:::note[주의]

본문, <Link to=\"/ko/x\">여기</Link>.

:::

<Tabs groupId=\"os\">
  <TabItem value=\"win\" label=\"윈도우\">

[b](./b)와 [c](../c.md) 참조.

  </TabItem>
</Tabs>

{/* 메모 */}
=== i18n/ko/docusaurus-plugin-content-docs/current/c.md
# C
=== i18n/ko/code.json
{}
=== versioned_docs/version-1.0/c.md
# C `one`
=== i18n/ko/docusaurus-plugin-content-docs/version-1.0/c.md
# C `on`
=== blog/hello.md
---
date: 2024-05-06T10:00
---
# Bonjour
=== i18n/ko/docusaurus-plugin-content-blog/hello.md
# 안녕
=== node_modules/theme/ko/a.md
# X
=== build/ko/a.md
# X
=== README.md
# R
";

#[test]
fn docusaurus_is_read_with_versions_and_blog() {
    let file = "i18n/ko/docusaurus-plugin-content-docs/version-1.0/c.md";
    let found = format!("literal-differs {file}:1");
    expect(DOCUSAURUS, "Docusaurus (`docs` and `i18n/{locale}`)", (8, 4), &[&found]);
}

#[test]
fn a_part_of_a_repository_is_compared_with_the_rest() {
    let repository = Repository::new(DOCUSAURUS);
    let run = repository.check(&["i18n/ko"]);
    assert_eq!((run.status, run.findings.len(), run.articles), (Some(1), 1, 8));
    let run = repository.check(&["docs/c.md"]);
    assert_eq!((run.status, run.findings.len(), run.articles), (Some(0), 0, 8));
}

#[test]
fn what_a_component_or_an_aside_is_named_stays_the_same() {
    let ko = DOCUSAURUS.replacen("<Button kind=\"primary\">다음", "<Taste kind=\"primary\">다음", 1);
    let ko = ko.replacen(":::note[주의]", ":::주의[주의]", 1).replace("`on`", "`one`");
    let ko = ko.replacen("`run x`, {props.name}.\n\n:::주의", "`run x`, {props.nom}.\n\n:::주의", 1);
    let file = "i18n/ko/docusaurus-plugin-content-docs/current/guide/a.mdx";
    let run = Repository::new(&ko).check(&[]);
    let rules = [6, 6, 8].map(|line| format!("literal-differs {file}:{line}"));
    assert_eq!(run.findings, rules);
}

#[test]
fn starlight_has_its_source_at_the_root() {
    expect(
        "=== astro.config.mjs\nstarlight({ defaultLocale: 'root', locales: { root: { label: 'Deutsch', lang: 'de' }, 'pt-br': {} } })\n\
         === src/content/docs/a.mdx\n# A\n\n`one`\n=== src/content/docs/id/faq.md\n# Kennung\n\
         === src/content/docs/pt-br/a.mdx\n# A\n\n`um`\n=== src/content/docs/pt-br/id/faq.md\n# Id\n",
        "Starlight (`src/content/docs/{locale}`, de at the root)",
        (4, 2),
        &["literal-differs src/content/docs/pt-br/a.mdx:3"],
    );
}

#[test]
fn hugo_has_suffixes_or_folders() {
    expect(
        "=== hugo.toml\nbaseURL = 'https://example.com/'\ndefaultContentLanguage = 'de'\n\
         === content/a/index.md\n+++\ntitle = \"A \\\"x\\\"\"\ndate = 2024-05-06T10:00:00Z\ndraft = false\n+++\n\n{{< param version >}}, {{% ref \"b.md\" %}} `one`\n\
         === content/a/index.ko.md\n+++\ntitle = '가'\n+++\n\n{{< param version >}}, {{% ref \"b.md\" %}} `two`\n\
         === content/release.1.0.md\n# R\n=== content/a/x.png\nx\n=== public/ko/a.md\n# X\n=== themes/x/README.md\n# X\n",
        "Hugo (`content/{path}.{locale}.md`, de without a suffix)",
        (3, 2),
        &["literal-differs content/a/index.ko.md:5", "article-missing :null"],
    );
    expect(
        "=== hugo.yaml\nbaseURL: x\n=== content/en/a.md\n# A\n=== content/ko/a.md\n# A\n",
        "Hugo (`content/{locale}/{path}`)",
        (2, 1),
        &[],
    );
}

#[test]
fn mkdocs_has_suffixes_or_folders() {
    let aside = |title: &str, text: &str| {
        format!("!!! note \"{title}\"\n\n    {text}\n\n    ```\n    {text}\n    ```\n\n=== \"{title}\"\n\n    {text}\n")
    };
    let english = format!("# A\n\n{}\nUse {{{{ version }}}}.\n", aside("Note", "Some text"));
    let korean = format!("# 가\n\n{}\n{{{{ version }}}} 사용.\n", aside("참고", "본문"));
    expect(
        &format!(
            "=== mkdocs.yml\nsite_name: x\nplugins:\n  - i18n:\n      languages:\n        - locale: en\n          default: true\n        - locale: ko\n=== docs/a.md\n{english}=== docs/a.ko.md\n{korean}=== docs/only.ko.md\n# 나\n=== site/a.ko.md\n# X\n"
        ),
        "MkDocs (`docs/{path}.{locale}.md`, en without a suffix)",
        (3, 2),
        &["article-missing :null"],
    );
    expect(
        "=== mkdocs.yml\ndocs_dir: help/texts\n=== help/texts/en/a.md\n# A\n=== help/texts/ko/a.md\n# A\n=== help/texts/img/x.md\n# X\n",
        "MkDocs (`help/texts/{locale}/{path}`)",
        (2, 1),
        &["locale-unknown help/texts/img:null"],
    );
}

#[test]
fn two_files_for_one_path_are_a_sign_without_a_tool() {
    expect(
        "=== README.md\n# A\n=== README.ko.md\n# A\n=== help/b.zh-CN.md\n# B\n=== help/b.ko.md\n# B\n=== node.js.md\n# N\n=== dist/b.ko.md\n# X\n",
        "`{path}.{locale}.md`, en without a suffix",
        (5, 3),
        &["article-missing :null", "article-missing :null", "article-missing :null"],
    );
    expect(
        "=== site/docs/ko/a.md\n# A\n=== site/docs/en/a.md\n# A\n=== site/docs/README.md\n# R\n",
        "`site/docs/{locale}/{path}`",
        (2, 1),
        &[],
    );
}

#[test]
fn the_default_wins_where_it_fits() {
    // A repository whose own handbook is made by MkDocs.
    let text = "=== mkdocs.yml\nsite_name: x\n=== docs/a.md\n# A\n=== content/en/a.md\n# A\n=== content/ko/a.md\n# A\n";
    expect(text, "`{locale}/{path}`", (2, 1), &[]);
    let text = "=== content/ko/a.zh.md\n# A\n=== content/ko/a.ru.md\n# A\n";
    expect(text, "`{locale}/{path}`", (2, 2), &[]);
    let text = "=== en/a.md\n# A\n=== en/build/b.md\n# B\n=== ko/a.md\n# A\n=== build/ko/a.md\n# X\n=== node_modules/x.md\n# X\n";
    expect(text, "`{locale}/{path}`", (3, 2), &["article-missing :null"]);
}

#[test]
fn the_configuration_names_a_layout() {
    let text = "=== faultbook.toml\nlayout = \"mkdocs\"\n=== docs/a.md\n# A\n=== docs/a.ko.md\n# A\n";
    expect(text, "MkDocs (`docs/{path}.{locale}.md`, en without a suffix)", (2, 1), &[]);
    let text = "=== faultbook.toml\nlayout = \"l10n/{locale}/texts/{path}\"\n=== l10n/en/texts/a.md\n# A\n=== l10n/ko/texts/a.mdx\n# A\n";
    expect(text, "`l10n/{locale}/texts/{path}`", (2, 1), &[]);
    let run = Repository::new("=== faultbook.toml\nlayout = \"docusaurus\"\n=== x.md\n# A\n").check(&[]);
    assert_eq!(run.status, Some(2));
    assert!(run.layout.contains("looked for `Docusaurus`"), "{}", run.layout);
}

#[test]
fn loose_files_are_compared_with_one_another() {
    let repository = Repository::new(
        "=== a.ko.md\n# 가\n\n`one` [x](gone.md)\n=== b.zh.md\n# 甲\n\n`one`\n=== a-ja.md\n# あ\n\n`on` ![x](gone.png)\n\
         === x/one.md\n---\nlocale: ko\n---\n# 나 {#same}\n=== y/two.md\n---\nlang: 'pt-br'\n---\n# B <a id=\"same\"></a>\n\
         === z/ko/c.md\n# 다\n=== z/c.th.md\n# C\n=== how-to.md\n# H\n",
    );
    let check = |args: &[&str]| {
        let run = repository.check(args);
        (run.layout, run.articles, run.groups)
    };
    let layout = |text: &str, articles, groups| (text.to_owned(), articles, groups);
    assert_eq!(
        check(&["a.ko.md", "b.zh.md"]),
        layout("2 loose files as 2 articles, which have nothing in common", 2, 2)
    );
    assert_eq!(check(&["a.ko.md", "a-ja.md"]), layout("2 loose files as 1 article, grouped by path", 2, 1));
    assert_eq!(
        check(&["x", "y/two.md"]),
        layout("2 loose files as 1 article, grouped by the anchor of the first heading", 2, 1)
    );
    assert_eq!(check(&["z/ko/c.md", "z/c.th.md"]), layout("2 loose files as 1 article, grouped by path", 2, 1));
    let run = repository.check(&["a.ko.md", "a-ja.md", "how-to.md"]);
    assert_eq!(run.findings.len(), 2, "{:?}", run.findings);
    assert!(run.findings[0].starts_with("translations-disagree a-ja.md:3"), "{:?}", run.findings);
    assert_eq!(run.findings[1], "locale-unknown how-to.md:null");
    let run = repository.check(&["how-to.md"]);
    assert_eq!(run.status, Some(2));
    assert!(run.layout.contains("nothing says which language `how-to.md` is in"), "{}", run.layout);
}

#[test]
fn loose_files_agree_by_way_of_others() {
    let file = |name: &str, locale: &str, id: &str, anchor: &str| {
        format!("=== {name}.md\n---\nlocale: {locale}\nids: [{id}]\n---\n# H {{#{anchor}}}\n")
    };
    let text = [
        file("a", "ko", "1", "x"),
        file("b", "zh", "2", "y"),
        file("c", "ru", "2", "x"),
        file("d", "th", "3", "y"),
        file("e", "ja", "1", "z"),
    ];
    let layout = "5 loose files as 1 article, grouped by `ids` and the anchor of the first heading";
    expect(&text.concat(), layout, (5, 1), &["anchor-missing"; 0]);
}

#[test]
fn two_files_of_one_locale_are_never_one_article() {
    let text = "=== a.md\n---\nlocale: ko\nids: [1]\n---\n# A\n=== b.md\n---\nlocale: ko\nids: [1]\n---\n# B\n";
    expect(text, "2 loose files as 2 articles, which have nothing in common", (2, 2), &[]);
}

#[test]
fn nothing_is_said_of_the_layout_when_asked_for_quiet_or_beside_json() {
    let repository = Repository::new("=== content/en/a.md\n# A\n");
    assert!(repository.command("text", &["--quiet"]).stderr.is_empty());
    assert!(repository.command("json", &[]).stderr.is_empty());
    assert!(repository.command("sarif", &[]).stderr.is_empty());
}

#[test]
fn shared_pictures_are_there_for_all_locales() {
    let text =
        "=== a.md\n# A\n\n![x](img/a.png)\n=== a.ko.md\n# A\n\n![x](img/a.png) ![y](img/b.png)\n=== img/a.png\nx\n";
    expect(text, "`{path}.{locale}.md`, en without a suffix", (2, 1), &["image-missing a.ko.md:3"]);
}

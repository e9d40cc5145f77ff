//! Five published translations of one article, laid out as each tool has it: always the same one finding.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::common::samples;

const NAME: &str = "troubleshoot-aadsts50000-error-code.md";
const LOCALES: [&str; 5] = ["id-ID", "ko-KR", "ru-RU", "sl-SI", "zh-CN"];

/// A layout: where the file of a locale goes, and what else there is, as `path text`.
struct Layout {
    name: &'static str,
    place: fn(usize, &str) -> String,
    others: &'static [(&'static str, &'static str)],
}

const LAYOUTS: [Layout; 15] = [
    Layout { name: "`{locale}/{path}`", place: |_, locale| format!("{locale}/{NAME}"), others: &[] },
    Layout {
        name: "Hugo (`content/{locale}/{path}`)",
        place: |_, locale| format!("content/{locale}/a.md"),
        others: &[("hugo.toml", "baseURL = 'x'")],
    },
    Layout {
        name: "one folder for each locale",
        place: |_, locale| format!("repository-{locale}/articles/{NAME}"),
        others: &[(
            "faultbook.toml",
            r#"locales = [
                { locale = "id-ID", folder = "repository-id-ID/articles" },
                { locale = "ko-KR", folder = "repository-ko-KR/articles" },
                { locale = "ru-RU", folder = "repository-ru-RU/articles" },
                { locale = "sl-SI", folder = "repository-sl-SI/articles" },
                { locale = "zh-CN", folder = "repository-zh-CN/articles" },
            ]"#,
        )],
    },
    Layout {
        name: "Docusaurus",
        place: |_, locale| format!("i18n/{locale}/docusaurus-plugin-content-docs/current/a.md"),
        others: &[("docusaurus.config.js", "")],
    },
    Layout {
        name: "Docusaurus",
        place: |_, locale| match locale {
            "zh-CN" => "docs/x/a.mdx".to_owned(),
            _ => format!("i18n/{locale}/docusaurus-plugin-content-docs/current/x/a.mdx"),
        },
        others: &[("docusaurus.config.ts", "export default { i18n: { defaultLocale: 'zh-CN' } };")],
    },
    Layout {
        name: "Starlight",
        place: |_, locale| format!("src/content/docs/{}/a.md", locale.to_lowercase()),
        others: &[("astro.config.mjs", "")],
    },
    Layout {
        name: "Starlight",
        place: |_, locale| match locale {
            "ru-RU" => "src/content/docs/a.md".to_owned(),
            _ => format!("src/content/docs/{}/a.md", locale.to_lowercase()),
        },
        others: &[("astro.config.mjs", "starlight({ locales: { root: { label: 'Русский', lang: 'ru' } } })")],
    },
    Layout {
        name: "Hugo",
        place: |_, locale| format!("content/x/a.{}.md", locale.to_lowercase()),
        others: &[("hugo.toml", "baseURL = 'https://example.com/'")],
    },
    Layout {
        name: "Hugo",
        place: |_, locale| match locale {
            "ko-KR" => "content/a/index.md".to_owned(),
            _ => format!("content/a/index.{}.md", locale.to_lowercase()),
        },
        others: &[("config/_default/hugo.yaml", "baseURL: x\ndefaultContentLanguage: ko-kr\n")],
    },
    Layout {
        name: "MkDocs",
        place: |_, locale| format!("docs/a.{locale}.md"),
        others: &[("mkdocs.yml", "site_name: Errors\n")],
    },
    Layout {
        name: "MkDocs",
        place: |_, locale| format!("docs/{}/a.md", &locale[..2]),
        others: &[("mkdocs.yml", "site_name: Errors\n")],
    },
    Layout { name: "`{path}.{locale}.md`", place: |_, locale| format!("help/a.{locale}.md"), others: &[] },
    Layout {
        name: "`translations/{locale}/{path}`",
        place: |_, locale| format!("translations/{locale}/a.md"),
        others: &[("faultbook.toml", "layout = \"translations/{locale}/{path}\"")],
    },
    Layout {
        name: "`documentation/{locale}/{path}`",
        place: |_, locale| format!("documentation/{locale}/a.md"),
        others: &[],
    },
    Layout { name: "5 loose files as 1 article", place: |at, _| format!("text {at}.md"), others: &[] },
];

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).and_then(|()| fs::write(path, text)).expect("a file");
}

/// Expects the one finding that there is in the seeds.
#[track_caller]
fn finds_the_defect(folder: &Path, args: &[String], file: &str, layout: &str) {
    let command = |format: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_faultbook"));
        command.arg("check").args(["--format", format]).args(args).current_dir(folder).output().expect("a run")
    };
    let said = String::from_utf8(command("text").stderr).expect("text");
    assert!(said.starts_with("      Layout ") && said.contains(layout) && said.lines().count() == 1, "{said}");
    let run = command("json");
    assert_eq!(run.status.code(), Some(1), "{layout}");
    let document: serde_json::Value = serde_json::from_slice(&run.stdout).expect("one document");
    let [finding] = &document["findings"].as_array().expect("findings")[..] else { panic!("{layout}: {document:#}") };
    assert_eq!(finding["rule"], "symbolic-name-changed", "{layout}");
    assert_eq!(finding["expected"], "TokenIssuanceError", "{layout}");
    assert_eq!(finding["place"]["file"], file, "{layout}");
    let start = &finding["place"]["start"];
    assert_eq!((start["line"].as_u64(), start["column"].as_u64()), (Some(27), Some(48)), "{layout}");
    assert_eq!(document["summary"]["groups"], 1, "{layout}");
}

#[test]
fn the_seeds_have_one_defect_in_every_layout() {
    let Some(seeds) = samples("seeds") else { return };
    for Layout { name, place, others } in LAYOUTS {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (at, locale) in LOCALES.into_iter().enumerate() {
            let text = fs::read_to_string(seeds.join(locale).join(NAME)).expect("a seed");
            write(&folder.path().join(place(at, locale)), &text);
        }
        others.iter().for_each(|(path, text)| write(&folder.path().join(path), text));
        finds_the_defect(folder.path(), &[], &place(0, "id-ID"), name);
    }
}

#[test]
fn the_seeds_have_one_defect_as_files_from_anywhere() {
    let Some(seeds) = samples("seeds") else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let names = ["one.md", "deep/er/two.md", "three.txt.md", "x/4.md", "five-5.md"];
    for (locale, name) in LOCALES.into_iter().zip(names) {
        write(&folder.path().join(name), &fs::read_to_string(seeds.join(locale).join(NAME)).expect("a seed"));
    }
    let named: Vec<String> = names.into_iter().map(str::to_owned).collect();
    finds_the_defect(folder.path(), &named, "one.md", "grouped by `ids`");
    finds_the_defect(folder.path(), &[".".to_owned()], "one.md", "grouped by `ids`");
}

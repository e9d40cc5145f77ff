//! Translations that drift from their source, in many languages and kinds of Markdown; and the edits of a
//! translator that change nothing.

use crate::site::{lines, rules, site, terminal};

/// Returns a site of an English article and its translation.
fn pair(english: &str, tag: &str, translation: &str) -> String {
    format!("=== content/en/a.md\n{english}\n=== content/{tag}/a.md\n{translation}\n")
}

fn check(english: &str, tag: &str, translation: &str, expected: &[&str]) {
    let site = site(&pair(english, tag, translation));
    assert_eq!(rules(&site), expected, "{english}\n{translation}\n{:#?}", lines(&site));
}

/// An article with a literal of every kind, and `{}` where its words stand.
const ENGLISH: &str = "---
ids: [9801, 9005744]
robots: NOINDEX
---
# <a name=\"sign-in\"></a>Sign-in fails with AADSTS50126

**AADSTS50126**: InvalidUserNameOrPassword - Wrong credentials.

Run `Get-MsolUser -UserPrincipalName` and read [the list](https://learn.example.com/en-us/list?tab=a#codes).

1. Set `$true` in the **Value** column.

   ```powershell
   Set-Mailbox -Identity \"Ann\"
   Get-Mailbox
   ```

2. See [the answer](https://example.com/answers/).

| Code | Meaning |
|:-----|--------:|
| `0x80070005` | Access is denied |
| `0x8004010f` | Not found |

> [!NOTE]
> The server says 0x8004DE40 then.

`invalid_grant: The provided grant is invalid.`

`invalid_scope: The requested scope is unknown.`
";

/// The same in German, as it should be.
const GERMAN: &str = "---
ids: [\"9005744\", \"9801\"]
robots: noindex
---
# <a name=\"sign-in\"></a>Die Anmeldung schlägt mit AADSTS50126 fehl

**AADSTS50126**: InvalidUserNameOrPassword – Falsche Anmeldedaten.

Führen Sie `Get-MsolUser -UserPrincipalName` aus und lesen Sie [die Liste](https://learn.example.com/de-de/list?tab=a#codes).

1. Setzen Sie `$true` in der Spalte **Wert**.

   ```powershell
   Set-Mailbox -Identity \"Ann\"
   Get-Mailbox
   ```

2. Siehe [die Antwort](https://example.com/answers/).

| Code | Bedeutung |
|:-----|----------:|
| `0x80070005` | Zugriff verweigert |
| `0x8004010f` | Nicht gefunden |

> [!NOTE]
> Der Server meldet dann 0x8004DE40.

`invalid_grant: The provided grant is invalid.`

`invalid_scope: The requested scope is unknown.`
";

#[test]
fn published_keys_say_the_same_in_every_language() {
    let check = |english: &str, tag: &str, translation: &str, expected: &[&str]| {
        let files = format!(
            "=== content/en/a.md\n---\n{english}\n---\n# One\n\nText.\n\
             === content/{tag}/a.md\n---\n{translation}\n---\n# Jedna\n\nTekst.\n"
        );
        let site = site(&files);
        assert_eq!(rules(&site), expected, "{translation}: {:#?}", lines(&site));
    };
    let found: &[&str] = &["front-matter-differs"];
    check("ms.audience: Admin", "pl", "ms.audience: \"admin\" ", &[]);
    check("ms.audience: Admin", "pl", "ms.audience: Administrator", found);
    check("ms.assetid: fe00f4c0-44d5", "pl", "ms.assetid: 'fe00f4c0-44d6'", found);
    check("ms.collection: Adm_O365", "ja", "ms.collection: 管理者_O365", found);
    check("ms.collection: [Adm_O365]", "ja", "ms.collection: 管理者_O365", &[]);
    // The source may have got another value since.
    check("localization_priority: Normal", "pl", "localization_priority: Priority", &[]);
    check("author: ann", "pl", "author: żaneta", &[]);
    check("author: Ann Hall", "ja", "author: アン・ホール", &[]);
    check("author: annhall21", "ja", "author: アンホール21", found);
}

#[test]
fn a_right_translation_is_clean() {
    check(ENGLISH, "de", GERMAN, &[]);
}

#[test]
fn each_kind_of_drift_is_one_finding() {
    let cases = [
        ("Get-MsolUser -UserPrincipalName", "Get-MsolUser –UserPrincipalName", "literal-differs"),
        ("`Get-MsolUser -UserPrincipalName`", "Get-MsolUser -UserPrincipalName", "literal-missing"),
        ("`$true`", "`$True`", "literal-differs"),
        ("`$true`", "wahr", "literal-missing"),
        ("`$true`", "`wahr`", "literal-differs"),
        ("-Identity \"Ann\"", "-Identity „Ann“", "literal-differs"),
        ("   Get-Mailbox\n", "", "literal-differs"),
        ("   Get-Mailbox\n", "   Postfach-Abrufen\n", "literal-differs"),
        ("de-de/list?tab=a", "de-de/liste?tab=a", "link-target-differs"),
        ("tab=a#codes", "tab=a#kodes", "link-target-differs"),
        ("example.com/answers/", "example.com/antworten/", "link-target-differs"),
        ("`0x80070005`", "`0x80070006`", "literal-differs"),
        ("meldet dann 0x8004DE40", "meldet dann 0x8004DE4O", "code-differs"),
        ("meldet dann 0x8004DE40", "meldet dann einen Fehler", "code-differs"),
        ("mit AADSTS50126 fehl", "mit AADSTS5O126 fehl", "code-differs"),
        ("InvalidUserNameOrPassword", "UngültigerNameOderPasswort", "symbolic-name-changed"),
        ("InvalidUserNameOrPassword", "InvalidUserNameorPassword", "symbolic-name-changed"),
        ("<a name=\"sign-in\"></a>", "", "anchor-missing"),
        ("name=\"sign-in\"", "name=\"anmelden\"", "anchor-missing"),
        ("\"9005744\"", "\"905744\"", "front-matter-differs"),
        ("robots: noindex\n", "", "front-matter-differs"),
        ("grant is invalid.`", "grant is invalid`", "literal-differs"),
        ("`invalid_scope: The requested scope is unknown.`\n", "", "literal-missing"),
        ("`invalid_scope:", "`invalid scope:", "literal-differs"),
        ("## ", "", "nothing"),
    ];
    for (from, to, rule) in cases {
        let changed = GERMAN.replacen(from, to, 1);
        let expected: Vec<_> = Some(rule).filter(|rule| *rule != "nothing").into_iter().collect();
        let site = site(&pair(ENGLISH, "de", &changed));
        assert_eq!(rules(&site), expected, "{from} -> {to}: {:#?}", lines(&site));
        let finding = site.findings.first();
        assert!(finding.is_none_or(|finding| finding.origin.is_some()), "{from} -> {to}");
    }
}

#[test]
fn two_literals_that_change_places_are_one_finding() {
    let swapped = GERMAN.replace("invalid_grant: The provided grant is invalid.", "X");
    let swapped = swapped
        .replace("invalid_scope: The requested scope is unknown.", "invalid_grant: The provided grant is invalid.");
    let swapped = swapped.replace("`X`", "`invalid_scope: The requested scope is unknown.`");
    check(ENGLISH, "de", &swapped, &["literal-order"]);
}

#[test]
fn edits_that_change_nothing_are_no_findings() {
    let edits: [fn(&str) -> String; 14] = [
        |text| text.replace('\n', "\r\n"),
        |text| format!("\u{feff}{text}"),
        |text| text.replace("`$true`", "``$true``"),
        |text| text.replace("`$true`", "`` $true ``"),
        |text| text.replace("**", "__"),
        |text| text.replace(".\n", ".  \n"),
        |text| text.replace("\n\n1. ", "\n\n<!-- ein Kommentar -->\n\n1. "),
        |text| text.replace("robots: noindex", "robots: \"NoIndex\""),
        |text| text.replace("ids: [\"9005744\", \"9801\"]", "ids:\n  - 9801\n  - 9005744"),
        |text| text.replace("https://learn.example.com/de-de/list", "https://LEARN.example.com/list/"),
        |text| text.replace("https://example.com/answers/", "https://example.com/%61nswers"),
        |text| text.replace("```", "~~~"),
        |text| text.replace("1. ", "1) ").replace("2. ", "2) "),
        |text| text.replace("**AADSTS50126**:", "**AADSTS50126** :"),
    ];
    for (number, edit) in edits.into_iter().enumerate() {
        let site = site(&pair(ENGLISH, "de", &edit(GERMAN)));
        assert!(site.findings.is_empty(), "edit {number}: {}", terminal(&site));
    }
}

#[test]
fn order_within_a_block_is_the_languages_own() {
    check("# T\n\nFrom `one` to `two` by `three`.", "ja", "# T\n\n`three`で`two`へ`one`から。", &[]);
}

#[test]
fn particles_and_blanks_around_literals_do_not_count() {
    check("# T\n\nSet `$true`, error AADSTS50011.", "ko", "# T\n\n`$true`로 설정하면 AADSTS50011이 나타납니다.", &[]);
    check("# T\n\nSet `$true`, error AADSTS50011.", "zh-CN", "# T\n\n设置`$true`，错误AADSTS50011。", &[]);
    check("# T\n\nSet `$true`, error AADSTS50011.", "th", "# T\n\nตั้งค่า`$true`ข้อผิดพลาดAADSTS50011", &[]);
    check("# T\n\nSet `$true`, error AADSTS50011.", "ar", "# T\n\nعيّن `$true`، الخطأ AADSTS50011.", &[]);
    check("# T\n\nSet `$true`, error AADSTS50011.", "he", "# T\n\nהגדר `$true`, שגיאה AADSTS50011.", &[]);
}

#[test]
fn what_is_said_of_a_difference_names_it() {
    let said = |english: &str, tag: &str, translation: &str| {
        let site = site(&pair(english, tag, translation));
        site.findings.iter().map(|finding| format!("{}: {}", finding.rule.id, finding.caption)).collect::<Vec<_>>()
    };
    let said = |tag, literal: &str| said("# T\n\nRun `a \"b\" -c: d` now.", tag, &format!("# T\n\nX `{literal}` x."));
    assert_eq!(said("pt-BR", "a “b” -c: d"), ["literal-differs: a typographic quotation mark (U+201C)"]);
    assert_eq!(said("de", "a \"b\" –c: d"), ["literal-differs: a dash in place of a hyphen (U+2013)"]);
    assert_eq!(said("ja", "a \"b\" -c： d"), ["literal-differs: a full-width character (U+FF1A)"]);
    assert_eq!(said("ja", "a　\"b\" -c: d"), ["literal-differs: a full-width character (U+3000)"]);
    assert_eq!(said("fr", "a\u{202f}\"b\" -c: d"), ["literal-differs: a no-break or other special space (U+202F)"]);
    assert_eq!(said("ar", "a \"b\" -\u{200f}c: d"), ["literal-differs: an invisible character (U+200F)"]);
    assert_eq!(said("ru", "а \"b\" -c: d"), ["literal-differs: looks alike, but is another letter (U+0430)"]);
    assert_eq!(said("he", "A \"b\" -c: d"), ["literal-differs: upper and lower case differ"]);
}

#[test]
fn a_finding_shows_both_places() {
    let site = site(&pair("# T\n\n`code: Bad thing.`", "ru", "# З\n\n`code: Плохо.`"));
    insta::assert_snapshot!(terminal(&site), @r"
    error[literal-differs]: parameter `code` differs from en
     --> content/ru/a.md:3:8
      |
    3 | `code: Плохо.`
      |        ^^^^^ translated
      |
     ::: content/en/a.md:3:8
      |
    3 | `code: Bad thing.`
      |        --------- should read like this
      |
      = note: the source article in en reads like this
      = help: literals stay as they are in every language, so that readers can search for them
      = fix: restore the origin's text
    ");
}

#[test]
fn links_are_compared_where_they_lead() {
    let english = "# T\n\n[a](/graph/errors) [b](b.md) <https://x.example/y>";
    check(
        &format!("{english}\n"),
        "de",
        "# T\n\n[a](https://docs.example/de-de/graph/errors) [b](b.md) <https://x.example/y/>",
        &["link-broken"],
    );
    check(
        "# T\n\n[a](https://x.example/a) [b](https://x.example/b)",
        "de",
        "# T\n\n[b](https://x.example/b) [a](https://x.example/a)",
        &[],
    );
    check("# T\n\n[a](https://x.example/a)", "de", "# T\n\na", &["link-missing"]);
    check("# T\n\n<a id=\"x\"></a>Text [a](#x).", "de", "# T\n\n<a id=\"x\"></a>Text [a](#x).", &[]);
}

#[test]
fn fragments_are_compared_like_articles() {
    let site = site(
        "=== content/en/a.md\n# T\n\n[!INCLUDE [x](includes/x.md)]\n\
         === content/en/includes/x.md\nSet `$true`.\n\
         === content/de/a.md\n# T\n\n[!INCLUDE [x](includes/x.md)]\n\
         === content/de/includes/x.md\nSetzen Sie `$tru`.\n",
    );
    assert_eq!(lines(&site), ["error literal-differs content/de/includes/x.md:1:17 `e` is missing here"]);
}

#[test]
fn a_sentence_is_held_against_the_source_beside_it() {
    let sentence = |target: &str, source: &str| {
        format!(
            "<span data-ttu-id=\"1-1\">{target}</span><span class=\"sxs-lookup\"><span data-stu-id=\"1-1\">{source}</span></span>"
        )
    };
    let text = |target: &str| {
        format!("=== content/sl/a.md\n# T\n\n{}\n", sentence(target, "Set `$true` in [it](https://x.example/a)."))
    };
    let found = |target: &str| lines(&site(&text(target)));
    assert!(found("Nastavite `$true` v [tem](https://x.example/a).").is_empty());
    assert_eq!(
        found("Nastavite `$tru` v [tem](https://x.example/a)."),
        ["error literal-differs content/sl/a.md:3:40 `e` is missing here"]
    );
    assert_eq!(
        found("Nastavite $true v [tem](https://x.example/a)."),
        ["error literal-missing content/sl/a.md:3:35 here as plain text"]
    );
    assert_eq!(
        found("Nastavite `$true` v [tem](https://x.example/b)."),
        ["warning link-target-differs content/sl/a.md:3:69 `a` became `b`"]
    );
}

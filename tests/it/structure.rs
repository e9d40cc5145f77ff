//! The structure of translations: what breaks it, and how translators may build sentences and lists.

use crate::site::{lines, rules, site};

fn check(english: &str, tag: &str, translation: &str, expected: &[&str]) {
    let text = format!("=== content/en/a.md\n# Heading\n\n{english}\n=== content/{tag}/a.md\n# X\n\n{translation}\n");
    let site = site(&text);
    assert_eq!(rules(&site), expected, "{english}\n{translation}\n{:#?}", lines(&site));
}

const THREE: &str = "The first paragraph tells what happens when someone signs in to the service.

The second one tells what to do with the `0x80070005` that the server answers, and links [a page](https://example.com/p).

The third one tells whom to ask when none of this helps.";

#[test]
fn a_lost_paragraph_is_one_finding() {
    let two = "Der erste Absatz sagt, was geschieht, wenn sich jemand beim Dienst anmeldet.

Der dritte sagt, wen man fragt, wenn nichts davon hilft.";
    check(THREE, "de", two, &["passage-missing"]);
    let joined = "最初の段落は、サービスにサインインしたときに何が起こるかを説明します。2 番目の段落は、サーバーが返す `0x80070005` の対処方法を説明し、[ページ](https://example.com/p)にリンクします。

3 番目の段落は、これで解決しない場合の問い合わせ先を説明します。";
    check(THREE, "ja", joined, &[]);
}

#[test]
fn a_lost_item_or_row_is_one_finding() {
    let list = "1. Open the settings of the account.\n2. Choose the button that says save.\n3. Close the window again.";
    check(list, "he", "1. פתחו את הגדרות החשבון.\n2. סגרו שוב את החלון.", &["passage-missing"]);
    check(list, "he", "1. פתחו את הגדרות החשבון.\n1. בחרו בלחצן השמירה.\n1. סגרו שוב את החלון.", &[]);
    let table = "| Code | Meaning |\n|---|---|\n| `1` | One thing |\n| `2` | Two things |";
    check(table, "th", "| รหัส | ความหมาย |\n|---|---|\n| `2` | สองสิ่ง |", &["passage-missing"]);
    check(table, "th", "| รหัส | ความหมาย |\n|---|---|\n| `1` |  |\n| `2` | สองสิ่ง |", &["passage-missing"]);
    check(table, "th", "รหัส | ความหมาย\n--|:-:\n`1` | หนึ่งสิ่ง\n`2` | สองสิ่ง", &[]);
    check(table, "ar", "| الرمز | المعنى |\n|—|—|\n| `1` | شيء |\n| `2` | شيئان |", &["table-broken"]);
}

#[test]
fn sentences_that_begin_like_items_become_lists() {
    let year = "The service was closed in 2024, and nothing took its place.";
    check(year, "sl", "2024. leta se je storitev zaprla in nič je ni nadomestilo.", &["list-differs"]);
    check(year, "de", "- 2024 wurde der Dienst geschlossen, und nichts trat an seine Stelle.", &["list-differs"]);
    check(year, "de", "2024\\. Jahr der Schließung; nichts trat an die Stelle des Dienstes.", &[]);
    check(year, "hu", "2024-ben a szolgáltatás bezárt, és semmi sem lépett a helyébe.", &[]);
    check("- One thing.\n- Another thing.", "pt", "* Uma coisa.\n* Outra coisa.", &[]);
    check("1.One thing.", "ko", "1. 한 가지.", &[]);
}

#[test]
fn text_that_became_code_is_told_once() {
    let indented = "Der erste Absatz sagt, was geschieht, wenn sich jemand beim Dienst anmeldet.

Der zweite sagt, was bei `0x80070005` vom Server zu tun ist, und verweist auf [eine Seite](https://example.com/p).

    Der dritte sagt, wen man fragt, wenn nichts davon hilft.";
    check(THREE, "de", indented, &["code-block-accidental"]);
    let fenced =
        "Run:\n\n```\nGet-Mailbox\n```\n\nThen read [a page](https://example.com/p) and `close` it.\n\n## End\n\nBye.";
    let russian = "Выполните:\n\n```\nGet-Mailbox\n```\n\nПрочтите [страницу](https://example.com/p), затем `close`.\n\n## Конец\n\nПока.";
    check(fenced, "ru", &russian.replace("```\n\nПроч", "\n\nПроч"), &["code-block-accidental"]);
    check(fenced, "ru", &russian.replace("Выполните:\n\n```\n", "Выполните:\n\n"), &["code-block-accidental"]);
    check(fenced, "ru", &russian.replace("```", "~~~"), &[]);
}

#[test]
fn headings_keep_their_levels() {
    let heading = "Some text.\n\n## A part\n\nMore text.";
    check(heading, "ja", "本文。\n\n##節\n\n続き。", &["heading-differs"]);
    check(heading, "ja", "本文。\n\n### 節\n\n続き。", &["heading-differs"]);
    check(heading, "ja", "本文。\n\n節\n---\n\n続き。", &[]);
    check(heading, "ja", "本文。\n\n続き。", &["passage-missing"]);
}

#[test]
fn the_words_of_alerts_are_the_programs() {
    let alert = "> [!WARNING]\n> Keep a copy of the file.";
    check(alert, "ko", "> [!경고]\n> 파일 사본을 보관하세요.", &["alert-differs"]);
    check(alert, "ru", "> [! WARNING]\n> Сохраните копию файла.", &["alert-differs"]);
    check(alert, "es", "> [!NOTE]\n> Guarde una copia del archivo.", &["alert-differs"]);
    check(alert, "ar", "> [!تحذير]\n> احتفظ بنسخة من الملف.", &["alert-differs"]);
    check(alert, "zh-CN", "> [！警告]\n> 保留文件的副本。", &["alert-differs"]);
    check(alert, "de", ">[!warning]\n>Behalten Sie eine Kopie der Datei.", &[]);
}

#[test]
fn directives_footnotes_boxes_and_tags_stay() {
    check("[!VIDEO https://example.com/v]", "es", "[!VÍDEO https://example.com/v]", &["directive-broken"]);
    check("[!VIDEO https://example.com/v]\n\nText.", "es", "Texto.", &["directive-broken"]);
    check("[!VIDEO https://example.com/v]", "es", "[!video https://example.com/v]", &[]);
    check("One[^a] word.\n\n[^a]: A note.", "fr", "Un mot.\n\n[^a]: Une note.", &["mark-missing"]);
    check("One[^a] word.\n\n[^a]: A note.", "tr", "Bir sözcük[^a].\n\n[^a]: Bir not.", &[]);
    check("- [ ] One thing.", "vi", "- Một việc.", &["mark-missing"]);
    check("- [ ] One thing.", "vi", "- [x] Một việc.", &[]);
    check("One.<br>Two.", "pt", "Um.< br>Dois.", &["html-broken"]);
    check("One.<br>Two.", "pt", "Um.<br/>Dois; 1 < 2.", &[]);
}

#[test]
fn printed_asterisks_are_found_where_the_origin_has_none() {
    let bold = "Choose **Save** twice.";
    check(bold, "de", "Wählen Sie zweimal **Speichern.", &["emphasis-broken"]);
    check(bold, "ko", "**저장**을 두 번 선택하세요.", &[]);
    check(bold, "ja", "__保存__を 2 回選択します。", &["emphasis-broken"]);
    check(bold, "ru", "Дважды нажмите «Сохранить».", &[]);
    check(bold, "pt", "Escolha \\*\\*Salvar\\*\\* duas vezes.", &["emphasis-broken"]);
    check("Choose Save twice.", "pt", "Escolha \\*Salvar\\* duas vezes.", &[]);
    check("Files named `*`, or \\*\\*all\\*\\*.", "th", "ไฟล์ `*` หรือ \\*\\*ทั้งหมด\\*\\*", &[]);
}

#[test]
fn emphasis_that_other_programs_do_not_see_is_one_note() {
    let bold = "Choose **Save** twice.\n\nThen choose **Error:** once.";
    let notes = |translation: &str| {
        let site = site(&format!("=== content/en/a.md\n# H\n\n{bold}\n=== content/ko/a.md\n# X\n\n{translation}\n"));
        let of_finding = |finding: &faultbook::diag::Finding| {
            let fix = finding.fix.as_ref().map(|fix| fix.edits.len());
            (finding.rule.id, finding.severity, fix)
        };
        site.findings.iter().map(of_finding).collect::<Vec<_>>()
    };
    let note = |edits| vec![("emphasis-broken", faultbook::diag::Severity::Note, edits)];
    assert_eq!(notes("** 저장 **을 두 번 선택합니다.\n\n그런 다음 **오류:**를 선택합니다."), note(Some(2)));
    assert_eq!(notes("**저장**을 두 번 선택합니다.\n\n그런 다음 **오류:**를 선택합니다."), note(None));
    assert_eq!(notes("**저****장**을 두 번 선택합니다.\n\n그런 다음 **오류**를 선택합니다."), note(Some(1)));
    assert_eq!(notes("**저장**을 두 번 선택합니다.\n\n그런 다음 **오류**를 선택합니다."), []);
}

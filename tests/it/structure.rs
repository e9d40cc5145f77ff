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

const GERMAN: &str = "Der erste Absatz sagt, was geschieht, wenn sich jemand beim Dienst anmeldet.

Der zweite sagt, was bei der Antwort `0x80070005` des Servers zu tun ist, und verweist auf [eine Seite](https://example.com/p).

Der dritte sagt, wen man fragen kann, wenn nichts davon hilft.";

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
    let nested =
        "1. Open the settings.\n2. Run the command:\n\n    Then close the window again and wait.\n\n3. Close it.";
    let lost = "1. Öffnen Sie die Einstellungen.\n\n        Schließen Sie das Fenster dann wieder, und warten Sie.\n\n3. Schließen Sie es.";
    check(nested, "de", lost, &["passage-missing"]);
    let table = "| Code | Meaning |\n|---|---|\n| `1` | One thing |\n| `2` | Two things |";
    check(table, "th", "| รหัส | ความหมาย |\n|---|---|\n| `2` | สองสิ่ง |", &["passage-missing"]);
    check(table, "th", "| รหัส | ความหมาย |\n|---|---|\n| `1` |  |\n| `2` | สองสิ่ง |", &["passage-missing"]);
    let row = "| Plan | Messages | Size |\n|---|---|---|\n| A | 10,000 | 150 |\n| B | 500 | 25 |";
    check(
        row,
        "de",
        "| Tarif | Nachrichten | Größe |\n|---|---|---|\n| A 10.000 | 150 |\n| B | 500 | 25 |",
        &["passage-missing"],
    );
    check(table, "th", "รหัส | ความหมาย\n--|:-:\n`1` | หนึ่งสิ่ง\n`2` | สองสิ่ง", &[]);
    check(table, "ar", "| الرمز | المعنى |\n|—|—|\n| `1` | شيء |\n| `2` | شيئان |", &["table-broken"]);
}

#[test]
fn sentences_that_begin_like_items_become_lists() {
    let year = "The service was closed in 2024, and nothing took its place.";
    check(year, "sl", "2024. leta se je storitev zaprla in nič je ni nadomestilo.", &["list-differs"]);
    check(year, "de", "- 2024 wurde der Dienst geschlossen, und nichts trat an seine Stelle.", &["list-differs"]);
    let steps = "1\\. Open the list of users and wait.\n\n2\\. Select the user and wait again.";
    check(steps, "de", "1. Öffnen Sie die Liste der Benutzer.\n\n2. Wählen Sie den Benutzer aus und warten Sie.", &[]);
    check(year, "de", "2024\\. Jahr der Schließung; nichts trat an die Stelle des Dienstes.", &[]);
    check(year, "hu", "2024-ben a szolgáltatás bezárt, és semmi sem lépett a helyébe.", &[]);
    check("- One thing.\n- Another thing.", "pt", "* Uma coisa.\n* Outra coisa.", &[]);
    check("1.One thing.", "ko", "1. 한 가지.", &[]);
}

#[test]
fn text_that_became_code_is_told_once() {
    check(THREE, "de", &GERMAN.replace("Der dritte", "    Der dritte"), &["code-block-accidental"]);
    let fenced =
        "Run:\n\n```\nGet-Mailbox\n```\n\nThen read [a page](https://example.com/p) and `close` it.\n\n## End\n\nBye.";
    let russian = "Выполните:\n\n```\nGet-Mailbox\n```\n\nПотом прочтите [страницу](https://example.com/p), и `close`.\n\n## Конец\n\nДо встречи.";
    check(fenced, "ru", &russian.replace("```\n\nПотом", "\n\nПотом"), &["code-block-accidental"]);
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
    let tags = "Choose <b>Save</b> and <kbd>Enter</kbd>.";
    check(tags, "ja", "<b>保存、<kbd>Enter</kbd> の順に押します。", &["html-broken"]);
    check(tags, "th", "เลือก <b>บันทึก</b> และ <kbd>Enter", &["html-broken"]);
    check(tags, "ar", "اختر <B>حفظ</B> ثم <kbd>Enter</kbd>.", &[]);
    check("Choose <b>Save.", "de", "Wählen Sie <b>Speichern.", &[]);
    check("Press <kbd class=\"k\">Enter</kbd>.", "de", "Drücken Sie <kbd class=\"k>Enter</kbd>.", &["html-broken"]);
    check("## Connect", "ja", "## <a name=\"connect></a>接続する", &["html-broken"]);
    check("## Connect", "ja", "## <a name=\"connect\"></a>接続する", &[]);
    check("Write `<a name=\"x\">` or \\<a name=x>.", "de", "Schreiben Sie `<a name=\"x\">` oder \\<a name=x>.", &[]);
}

#[test]
fn bold_text_is_more_than_the_sign_behind_a_name() {
    let bold = "Choose **Save**, then **Send**.";
    let found: &[&str] = &["emphasis-displaced"];
    check(bold, "zh-CN", "依次选择“**保存**”和“**发送**”。", &[]);
    check(bold, "zh-CN", "选择\"保存\"，然后选择\"发送 **\"。**", found);
    check(bold, "de", "Wählen Sie Speichern **,** dann **Senden**.", found);
    check(bold, "fr", "Choisissez **Enregistrer**, puis **Envoyer** **.**", found);
    // One that carries no bold text at all may have left it out, and some buttons are signs.
    check("Choose Save.", "de", "Wählen Sie Speichern **.**", &[]);
    check("Choose **,** twice.", "ja", "**、** を 2 回選択します。", &[]);
    check("Choose **More** for all.", "th", "เลือก **...** สำหรับทั้งหมด", &[]);
}

#[test]
fn bold_signs_of_one_translation_do_not_excuse_those_of_another() {
    let texts = [
        ("de", "Geben Sie **Name**, **Ort** und **Art** ein."),
        ("ko", "**이름**, **위치** 및 **종류**를 입력합니다."),
        ("ru", "Введите **имя**, **место** и **вид**."),
        ("zh", "输入 **“** 名称、位置和 **“** 种类。"),
        ("id", "Masukkan **nilai Nama** **,** Tempat, dan **Jenis**."),
    ];
    let files = texts.map(|(tag, text)| format!("=== content/{tag}/a.md\n# X\n\n{text}\n"));
    let site = site(&files.concat());
    let places: Vec<String> =
        site.findings.iter().filter_map(|finding| Some(finding.locale.as_ref()?.to_string())).collect();
    assert_eq!(rules(&site), ["emphasis-displaced"; 2], "{:#?}", lines(&site));
    assert_eq!(places, ["id", "zh"]);
}

#[test]
fn bold_text_is_more_than_a_word_between_others() {
    let bold = "Set **Keep a copy** to **No**.";
    let found: &[&str] = &["emphasis-displaced"];
    check(bold, "sl", "Nastavite **Obdrži kopijo** na **Ne**.", &[]);
    check(bold, "sl", "Nastavite Obdrži kopijo **na** **Ne**.", found);
    check(bold, "pt", "Defina Manter uma cópia **como** **Não**.", found);
    // What the origin stresses may be a small word.
    check("The record is **not** a **text** record.", "ru", "Это **не** запись **текста**.", &[]);
    let thai = "ระเบียน **ไม่ใช่** ระเบียน **ข้อความ**";
    check(thai, "pt", "O registo **não** é um registo de **texto**.", &[]);
    check("Restart **without** it.", "de", "Starten Sie **ohne** es neu.", &[]);
}

#[test]
fn answers_and_stressed_words_may_look_like_words_of_grammar() {
    check("Type **Y** to continue.", "fr", "Tapez **o** pour continuer.", &[]);
    check("Set it to **On** or **Off**.", "de", "Stellen Sie es auf **ein** oder **aus**.", &[]);
    check("**After** the update, restart.", "de", "Starten Sie **nach** dem Update neu.", &[]);
    check("Use **AND** and **OR**.", "de", "Verwenden Sie **und** und **oder**.", &[]);
    check("Part them with a **comma**.", "de", "Trennen Sie sie durch **,**.", &[]);
    check("The **24-inch monitor** or **27-inch monitor**.", "de", "Der **24\"-Monitor** oder **27\"-Monitor**.", &[]);
}

#[test]
fn bold_text_does_not_start_with_a_particle() {
    let bold = "Right-click **Registry** first.";
    let found: &[&str] = &["emphasis-displaced"];
    check(bold, "ja", "まず **[レジストリ]** を右クリックします。", &[]);
    check(bold, "ja", "まず [レジストリ] **を右クリックします。**", found);
    check(bold, "ko", "먼저 **레지스트리**를 마우스 오른쪽 단추로 클릭합니다.", &[]);
    check(bold, "ko", "먼저 레지스트리 **를 마우스 오른쪽 단추로 클릭합니다.**", found);
    // What is stressed for its weight is no name.
    check("It removes all files, **including** yours.", "ja", "あなたのもの**を含めて**すべて削除します。", &[]);
}

#[test]
fn an_item_behind_one_of_several_blocks_keeps_its_marker() {
    let english = "1. One thing:\n\n   `code a`\n\n2. After the file was made, save it.";
    check(english, "ar", "1. شيء واحد:\n\n   `code a`\n\n2. بعد إنشاء الملف، احفظه.", &[]);
    check(english, "ar", "1. شيء واحد:\n\n   `code a`\n\nبعد إنشاء الملف، احفظه.", &["list-differs"]);
}

#[test]
fn bold_text_holds_both_brackets_of_a_button() {
    let english = "Choose **+ New alert policy**, then **File** > **Accepted domains**.";
    let found: &[&str] = &["emphasis-displaced"];
    check(
        english,
        "ja",
        "**[+ 新しいアラート ポリシー]**、**[ファイル]** > **[承認済みドメイン]** の順に選択します。",
        &[],
    );
    check(
        english,
        "ja",
        "**[+ 新しい** アラート ポリシー]、**[ファイル]** > **[承認済みドメイン]** の順に選択します。",
        found,
    );
    check(
        english,
        "ja",
        "**[+ 新しいアラート ポリシー]**、**[ファイル]** > **[承認**済みドメイン] の順に選択します。",
        found,
    );
}

#[test]
fn a_command_in_bold_is_all_that_is_bold() {
    let command = "Type **dsregcmd /join** and wait for it.";
    check(command, "sl", "Vnesite **dsregcmd /join** in počakajte.", &[]);
    check(command, "sl", "Vnesite **dsregcmd /join in** počakajte.", &["emphasis-displaced"]);
    check(command, "es", "Escriba **y dsregcmd /join** espere.", &["emphasis-displaced"]);
}

#[test]
fn bold_text_does_not_begin_in_bold_text() {
    let bold = "On the **Settings** tab, turn on **Save space**.";
    check(bold, "ja", "**[設定]** タブで、**[容量を節約]** をオンにします。", &[]);
    check(bold, "ja", "**[設定] **タブで、**[容量を節約]** をオンにします。", &["emphasis-displaced"]);
    check(bold, "ja", "**[設定]**<br>**タブ** で、**[容量を節約]** をオンにします。", &[]);
}

#[test]
fn bold_text_holds_all_of_a_quotation() {
    let bold = "Then choose **Pay now**.";
    let found: &[&str] = &["emphasis-displaced"];
    check(bold, "zh-CN", "然后选择\"**立即支付**\"。", &[]);
    check(bold, "zh-CN", "然后选择\"**立即支付\"。**", &[]);
    check(bold, "zh-CN", "然后选择\"立即 **支付\"。**", found);
    check(bold, "de", "Wählen Sie dann **„Jetzt** bezahlen“.", found);
    check(bold, "he", "בחר אז ב**דו\"ח** על תשלומים ובדו\"ח.", &[]);
    let brackets = "**To restore a folder (of any type)**, do this.";
    check(brackets, "ko", "**폴더(모든 형식)를 복원하려면** 이렇게 하세요.", &[]);
    check(brackets, "ko", "폴더(모든 **형식)를 복원하려면** 이렇게 하세요.", found);
    // A bracket at the end of the words was only taken along.
    check("Use the keys (**Shift** or **Ctrl**).", "id", "Gunakan tombol (**Shift** atau **Ctrl).**", &[]);
}

#[test]
fn printed_asterisks_are_found_where_the_origin_has_none() {
    let bold = "Choose **Save** twice.";
    check(bold, "de", "Wählen Sie zweimal **Speichern.", &["emphasis-broken"]);
    check(bold, "ko", "**저장**을 두 번 선택하세요.", &[]);
    check(bold, "ja", "__保存__を 2 回選択します。", &["emphasis-broken"]);
    check(bold, "ru", "Дважды нажмите «Сохранить».", &[]);
    check("Files named `*`, or \\*\\*all\\*\\*.", "th", "ไฟล์ `*` หรือ \\*\\*ทั้งหมด\\*\\*", &[]);
}

#[test]
fn what_all_others_of_both_versions_have_is_lost() {
    let file = |tag: &str, hash: char, paragraphs: &[&str]| {
        let hash = String::from(hash).repeat(40);
        format!("=== content/{tag}/a.md\n---\nms.openlocfilehash: {hash}\n---\n# T\n\n{}\n", paragraphs.join("\n\n"))
    };
    let german = ["Der erste Absatz sagt, was geschieht.", "Der zweite sagt, was zu tun ist.", "Der dritte sagt mehr."];
    let newer = file("ar", 'b', &["تقول الفقرة الأولى ما يحدث.", "وتقول الثانية ما يجب فعله.", "وتقول الثالثة المزيد."])
        + &file("th", 'b', &["ย่อหน้าแรกบอกว่าเกิดอะไรขึ้น", "ย่อหน้าที่สองบอกว่าต้องทำอะไร", "ย่อหน้าที่สามบอกเพิ่มเติม"])
        + &file(
            "pt",
            'b',
            &["O primeiro parágrafo diz o que acontece.", "O segundo diz o que fazer.", "O terceiro diz mais."],
        );
    let older = ["Prvi odstavek pove, kaj se zgodi.", "Drugi pove, kaj je treba storiti.", "Tretji pove več."];
    let rules = |slovenian: &[&str], german: &[&str]| {
        let site = site(&(newer.clone() + &file("de", 'a', german) + &file("sl", 'a', slovenian)));
        rules(&site).into_iter().filter(|rule| *rule != "translation-outdated").collect::<Vec<_>>()
    };
    assert_eq!(rules(&older, &german), [""; 0]);
    assert_eq!(rules(&[older[0], older[2]], &german), ["passage-missing"]);
    // The older version may have had two paragraphs.
    assert_eq!(rules(&[older[0], older[2]], &[german[0], german[2]]), [""; 0]);
}

#[test]
fn an_alert_that_became_plain_is_told_once() {
    let alert = "Before you start, read this.\n\n> [!NOTE]\n> Keep a copy of the old file.\n\nThen go on.";
    let german = |alert: &str| format!("Lesen Sie dies, bevor Sie beginnen.\n\n{alert}\n\nFahren Sie dann fort.");
    for broken in [
        "Bewahren Sie eine Kopie der alten Datei auf.",
        "> Bewahren Sie eine Kopie der alten Datei auf.",
        "> **Hinweis**\n> Bewahren Sie eine Kopie der alten Datei auf.",
        "> [!NOTE]\n\nBewahren Sie eine Kopie der alten Datei auf.",
    ] {
        check(alert, "de", &german(broken), &["alert-differs"]);
    }
    let list = "> [!TIP]\n> - Keep the old settings.\n> - Write down the date.";
    check(list, "ja", "> - 古い設定を保持します。\n> - 日付を書き留めます。", &["alert-differs"]);
    check(list, "ja", "> [!ヒント]\n> - 古い設定を保持します。\n> - 日付を書き留めます。", &["alert-differs"]);
    check(list, "ja", "- 古い設定を保持します。\n- 日付を書き留めます。", &["alert-differs"]);
    check(list, "ja", "> [!TIP]\n> * 古い設定を保持します。\n> * 日付を書き留めます。", &[]);
    let two = "> [!NOTE]\n> Keep a copy of the file.\n>\n> The old one is deleted soon.";
    check(two, "zh", "＞ [!NOTE]\n＞ 保留文件的副本。\n＞\n＞ 旧文件很快就会被删除。", &["alert-differs"]);
}

#[test]
fn items_stay_apart_and_where_they_are() {
    let list = "- Open the settings of the account.\n- Choose the button that says save.\n- Close the window again.";
    for joined in [
        "- Ouvrez les paramètres du compte.\n- Choisissez le bouton qui dit enregistrer. Fermez à nouveau la fenêtre.",
        "- Ouvrez les paramètres du compte.\n- Choisissez le bouton qui dit enregistrer.\nFermez à nouveau la fenêtre.",
        "- Ouvrez les paramètres du compte.\n- Choisissez le bouton qui dit enregistrer.\n  Fermez à nouveau la fenêtre.",
    ] {
        check(list, "fr", joined, &["list-differs"]);
    }
    let continued =
        "1. Open the settings of the account with `cmd.exe`.\n\n   They take a moment to load.\n\n1. Run `logoff`.";
    let joined = "1. Hesap ayarlarını `cmd.exe` ile açın. Yüklenmeleri biraz sürer.\n1. `logoff` komutunu çalıştırın.";
    check(continued, "tr", joined, &[]);
    let nested = "1. Check the value of the field:\n   - If it is empty, choose the first one.\n   - If it is wrong, copy it.\n2. Save it.";
    let flat = "1. フィールドの値を確認します。\n- 空の場合は、最初の値を選択します。\n- 間違っている場合は、コピーします。\n\n2. 保存します。";
    check(nested, "ja", flat, &["list-differs"]);
    let deep = "1. フィールドの値を確認します。\n    * 空の場合は、最初の値を選択します。\n    * 間違っている場合は、コピーします。\n2. 保存します。";
    check(nested, "ja", deep, &[]);
    check("- One thing to do.\n- Another thing.", "ja", "・1 つ目の作業。\n・別の作業。", &["list-differs"]);
}

#[test]
fn an_item_without_its_marker_is_told_wherever_it_stands() {
    let steps = "1. Open the console.\n2. Check the type.\n3. If it is **open**, change the value.\n4. Save it all.";
    let step = "1. Öffnen Sie die Konsole.\n2. Prüfen Sie die Art.\n3 Wenn sie **offen** ist, ändern Sie den Wert.\n4. Speichern Sie alles.";
    check(steps, "de", &step.replace("3 ", "3. "), &[]);
    check(steps, "de", step, &["list-differs"]);
    let items = "- The files must be corrected.\n- If it was a news site, update the address.\n- Some sites need to be checked.";
    let item = "- يجب تصحيح الملفات.\n• إذا كان موقع أخبار، فحدّث العنوان.\n- يلزم التحقق من بعض المواقع.";
    check(items, "ar", &item.replace('•', "-"), &[]);
    check(items, "ar", item, &["list-differs"]);
    // A number at the start of a line is one of the sentence where the origin has it.
    let items = "- It may take up to\n2 hours to start.\n- Then it works.";
    check(items, "pt", "- Pode demorar até\n2 horas a iniciar.\n- Depois funciona.", &[]);
}

#[test]
fn a_heading_that_took_in_its_text_is_told() {
    let part = "Some text.\n\n## A part\n\nThis is what the part says about the server.";
    check(part, "ar", "بعض النص.\n\n## جزء هذا ما يقوله الجزء عن الخادم.", &["heading-differs"]);
    check(part, "ar", "بعض النص.\n\n## جزء\n\nهذا ما يقوله الجزء عن الخادم.", &[]);
}

#[test]
fn elements_and_directives_are_closed() {
    let english = "<details>\n<summary>Details for everyone</summary>\n\nSome words.\n\n</details>\n\nLast words.";
    let polish = |open: &str, summary: &str, close: &str| {
        let html = [open, summary, "", "Kilka słów.", "", close, "", "Ostatnie słowa."];
        html.into_iter().map(|line| line.to_owned() + "\n").collect::<String>()
    };
    let summary = "<summary>Szczegóły dla wszystkich</summary>";
    check(english, "pl", &polish("<details>", summary, "</details>"), &[]);
    check(english, "pl", &polish("<DETAILS open>", summary, "</DETAILS>"), &[]);
    check(english, "pl", &polish("<details>", summary, ""), &["html-broken"]);
    check(english, "pl", &polish("<details>", summary, "<details>"), &["html-broken"]);
    check(english, "pl", &polish("", summary, "</details>"), &["html-broken"]);
    check(english, "pl", &polish("<details>", "<summary>Szczegóły", "</details>"), &["html-broken"]);
    check(english, "pl", &polish("<details>", "Szczegóły</summary>", "</details>"), &["html-broken"]);
    let image = ":::image type=\"content\" source=\"https://example.com/p.png\" alt-text=\"A window.\":::";
    for broken in [
        ":::image type=\"content\" source=\"https://example.com/p.png\" alt-text=\"หน้าต่าง\"",
        ":::image type=\"content\" source=\"https://example.com/p.png\" alt-text=\"หน้าต่าง\"：：：",
        ":::image type=\"content\" source=\"https://example.com/p.png\" alt-text=\"หน้าต่าง:::",
    ] {
        check(image, "th", broken, &["directive-broken"]);
    }
    let other = ":::image type=\"content\" source=\"https://example.com/p.png\" alt-text=\"หน้าต่าง\":::";
    check(image, "th", other, &[]);
}

#[test]
fn a_row_without_its_bars_is_one_finding() {
    let table =
        "| Code | Meaning | What to do | Who |\n|---|---|---|---|\n| `12` | It is gone. | Register it again. | You |";
    let wide = "| 代码 | 含义 | 处理方法 | 谁 |\n|---|---|---|---|\n｜ `12` ｜ 不见了。 ｜ 重新注册。 ｜ 你 ｜";
    check(table, "zh", wide, &["passage-missing"]);
}

#[test]
fn an_alert_of_a_newer_source_is_no_loss() {
    let alert = "Before you start, read this.\n\n> [!NOTE]\n> Keep a copy of the old file.\n\nThen go on.";
    let german = "Lesen Sie dies, bevor Sie beginnen.\n\n**Hinweis:** Bewahren Sie eine Kopie der alten Datei auf.\n\nFahren Sie dann fort.";
    check(alert, "de", german, &[]);
}

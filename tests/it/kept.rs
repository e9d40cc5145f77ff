//! Names that nothing tells from words but the other translations, which keep them.

use crate::site::{lines, rules, site};

/// Checks an article in English and translations of it, of which `expected` is said.
fn check(english: &str, translations: &[(&str, &str)], expected: &[&str]) {
    let mut text = format!("=== content/en/a.md\n# Heading\n\n{english}\n");
    for (tag, translation) in translations {
        text += &format!("=== content/{tag}/a.md\n# X\n\n{translation}\n");
    }
    let site = site(&text);
    assert_eq!(rules(&site), expected, "{text}\n{:#?}", lines(&site));
}

/// Puts what stands for `@` in one translation into it, and `kept` into the others.
fn check_last(english: &str, kept: &str, others: &[(&str, &str)], became: &str, expected: &[&str]) {
    let last = others.len() - 1;
    let texts: Vec<(&str, String)> = others
        .iter()
        .enumerate()
        .map(|(at, (tag, text))| (*tag, text.replace('@', if at == last { became } else { kept })))
        .collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(tag, text)| (*tag, &**text)).collect();
    check(&english.replace('@', kept), &texts, expected);
}

const RUN: &str = "If the run ends with **@**, open the log and look for its cause.";
const RUNS: [(&str, &str); 4] = [
    ("de", "Wenn die Ausführung mit **@** endet, öffnen Sie das Protokoll und suchen Sie die Ursache."),
    ("ja", "実行が **@** で終了した場合は、ログを開いて原因を探します。"),
    ("ar", "إذا انتهى التشغيل بـ **@**، فافتح السجل وابحث عن السبب."),
    ("pt", "Se a execução terminar com **@**, abra o log e procure a causa."),
];

#[test]
fn names_of_errors_with_hyphens_stay() {
    let name = "join-rule-exception";
    check_last(RUN, name, &RUNS, name, &[]);
    check_last(RUN, name, &RUNS, "exceção-de-regra", &["name-differs"]);
    check_last(RUN, name, &RUNS, "join-rule-exceção", &["name-differs"]);
    let name = "stopped-by-web-server-timeout";
    check_last(RUN, name, &RUNS, "parado por tempo limite do servidor", &[]);
}

#[test]
fn samples_and_forms_of_dates_are_localised() {
    check_last(RUN, "yyyy-mm-dd", &RUNS, "aaaa-mm-dd", &[]);
    check_last(RUN, r"CONTOSO\pilot", &RUNS, "uma conta", &[]);
    check_last(RUN, "800.555.0199", &RUNS, "21 555 01 99", &[]);
}

#[test]
fn compounds_are_translated() {
    let english = "Set it up **step-by-step** with an end-to-end test of the third-party-hosted service.";
    let translations = [
        ("de", "Richten Sie es **Schritt für Schritt** mit einem durchgehenden Test des gehosteten Diensts ein."),
        ("ja", "ホストされるサービスの全体テストで**順を追って**設定します。"),
        ("ar", "قم بإعداده **خطوة بخطوة** مع اختبار شامل للخدمة المستضافة."),
    ];
    check(english, &translations, &[]);
}

#[test]
fn a_bold_word_that_all_others_keep_is_a_command() {
    let english = "Choose Start, type **@** and press Enter.";
    let others = [
        ("de", "Wählen Sie Start, geben Sie **@** ein und drücken Sie die Eingabetaste."),
        ("ja", "[スタート] を選択し、「**@**」と入力して Enter キーを押します。"),
        ("ar", "اختر البدء واكتب **@** ثم اضغط على مفتاح الإدخال."),
        ("pt", "Escolha Iniciar, digite **@** e pressione a tecla de entrada."),
    ];
    check_last(english, "cmd", &others, "cmd", &[]);
    check_last(english, "cmd", &others, "CMD", &[]);
    check_last(english, "cmd", &others, "comando", &["name-differs"]);
    // Two of three are not all.
    let words = ["comando", "コマンド"];
    let texts: Vec<(&str, String)> = others
        .iter()
        .map(|(tag, text)| match *tag {
            "pt" => (*tag, text.replace('@', words[0])),
            "ja" => (*tag, text.replace('@', words[1])),
            _ => (*tag, text.replace('@', "cmd")),
        })
        .collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(tag, text)| (*tag, &**text)).collect();
    check(&english.replace('@', "cmd"), &texts, &[]);
}

#[test]
fn the_value_of_a_property_stays() {
    let english = "An event is only added if its SenderTrust = \"@\" in the log.";
    let others = [
        ("de", "Ein Ereignis wird nur hinzugefügt, wenn im Protokoll SenderTrust = \"@\" steht."),
        ("ja", "ログで SenderTrust = \"@\" の場合にのみ、イベントが追加されます。"),
        ("ar", "لا تتم إضافة الحدث إلا إذا كان SenderTrust = \"@\" في السجل."),
        ("pt", "Um evento só é adicionado se SenderTrust = \"@\" estiver no log."),
    ];
    check_last(english, "Verified", &others, "Verified", &[]);
    check_last(english, "Verified", &others, "Verificado", &["name-differs"]);
}

#[test]
fn a_name_that_all_others_have_in_its_place_was_lost() {
    let english = "Set the growth of @ and look at it once more after a day.";
    let others = [
        ("de", "Legen Sie das Wachstum von @ fest und sehen Sie nach einem Tag noch einmal nach."),
        ("ja", "@ の増加を設定し、1 日後にもう一度確認します。"),
        ("ar", "اضبط نمو @ وتحقق منه مرة أخرى بعد يوم."),
        ("pt", "Defina o crescimento de @ e olhe outra vez depois de um dia."),
    ];
    check_last(english, "ReplayDB", &others, "código", &["product-name-differs"]);
    check_last(english, "OneNote", &others, "OneNotu", &[]);
    check_last(english, "anchorValue", &others, "valor", &["name-differs"]);
    // What one other translation says otherwise as well may be said otherwise.
    let mut some = others;
    some[0].1 = "Legen Sie das Wachstum der Datenbank fest und sehen Sie nach einem Tag noch einmal nach.";
    check_last(english, "ReplayDB", &some, "dados", &[]);
}

#[test]
fn a_damaged_copy_beside_a_right_one_is_found() {
    let english = "If /srv/mirror is a disk, exclude /srv/mirror as well.";
    check(english, &[("pt", "Se /srv/espelho for um disco, exclua também /srv/mirror.")], &["name-differs"]);
    check(english, &[("pt", "Se /srv/mirror for um disco, exclua-o também.")], &[]);
    let english = "Write \"Enabled\"=dword:00000001 for clients and \"Enabled\"=dword:00000001 for servers.";
    let german = "Schreiben Sie \"Enabled\"=dword:00000001 für Clients und \"Enabled\"=@ für Server.";
    check(english, &[("de", &german.replace('@', "dword:00000001"))], &[]);
    check(english, &[("de", &german.replace('@', "dword:000000001"))], &["name-differs"]);
    check(english, &[("de", &german.replace('@', "dword：00000001"))], &["name-differs"]);
    let english = r"Remove [HKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Link 1.2] and [HKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Link 1.2\Client].";
    let german = r"Entfernen Sie [HKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Link @] und [HKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Link 1.2\Client].";
    check(english, &[("de", &german.replace('@', "1.2"))], &[]);
    check(english, &[("de", &german.replace('@', "1,2"))], &["name-differs"]);
}

#[test]
fn names_of_operations_keep_their_capitals() {
    let english = "The role needs Vendor.Storage/storageAccounts/read on the host example.net/Docs.";
    let korean = "역할에는 호스트 example.net/Docs의 @ 권한이 필요합니다.";
    check(english, &[("ko", &korean.replace('@', "Vendor.Storage/storageAccounts/read"))], &[]);
    check(english, &[("ko", &korean.replace('@', "vendor.Storage/storageAccounts/read"))], &["name-differs"]);
    check(english, &[("ko", &korean.replace('@', "Vendor.Storage/storageaccounts/read"))], &["name-differs"]);
}

#[test]
fn asterisks_are_printed_where_a_passage_has_no_twin() {
    let english = "First paragraph.\n\n> [!NOTE]\n> **Copy** is not there.";
    let note = "Ein Absatz.\n\n**Hinweis**: **Kopieren** gibt es nicht.";
    let broken = "最初の段落です。\n\n**注****：コピー** はありません。";
    let found = |translations: &[(&str, &str)]| {
        let mut text = format!("=== content/en/a.md\n# Heading\n\n{english}\n");
        for (tag, translation) in translations {
            text += &format!("=== content/{tag}/a.md\n# X\n\n{translation}\n");
        }
        rules(&site(&text)).iter().filter(|rule| **rule == "emphasis-broken").count()
    };
    assert_eq!(found(&[("de", note), ("ja", broken)]), 1);
    assert_eq!(found(&[("de", note), ("ja", "最初の段落です。\n\n**注**: コピーはありません。")]), 0);
    // What others show as well came from a source that is not at hand.
    let shared = "Ein Absatz.\n\n**Hinweis****:Kopieren** gibt es nicht.";
    assert_eq!(found(&[("de", shared), ("ja", broken)]), 0);
}

#[test]
fn a_part_of_a_sentence_in_other_letters_is_left_behind() {
    let english = "To mend this, download and install the [Network Helper](https://example.com/h).";
    let left = ["text-untranslated"];
    check(
        english,
        &[("ja", "To mend this, download and install the [ネットワーク ヘルパー](https://example.com/h)。")],
        &left,
    );
    check(
        english,
        &[("ar", "To mend this, download and install the [مساعد الشبكة](https://example.com/h) الآن.")],
        &left,
    );
    check(
        english,
        &[("ja", "これを修正するには、[Network Helper](https://example.com/h) をダウンロードしてインストールします。")],
        &[],
    );
    let english = "The setting is off. In the center, choose **Rules** > add the tag that you made to the rule.";
    let korean = "설정이 꺼져 있습니다. in the center, choose **규칙** > add the tag that you made to the rule.";
    check(english, &[("ko", korean)], &left);
    let english = "Then the program says that the page \"cannot be found in the list that you made\" and ends.";
    let russian =
        "Затем программа сообщает, что страница \"cannot be found in the list that you made\", и закрывается.";
    check(english, &[("ru", russian)], &[]);
    check(english, &[("ru", &russian.replace('"', ""))], &[]);
    let english = "Then it says: The page cannot be found in the list that you made.";
    check(english, &[("ru", "Затем появится сообщение: The page cannot be found in the list that you made.")], &[]);
}

#[test]
fn what_is_said_of_a_message_is_translated_although_others_left_it_too() {
    let english = "- The sender is getting this answer back - '421 4.4.2 Connection was dropped'\n- Another thing";
    let left = "- The sender is getting this answer back - '421 4.4.2 Connection was dropped'";
    let german = "- Der Absender erhält diese Antwort - '421 4.4.2 Connection was dropped'\n- Etwas anderes";
    let (arabic, thai) = (format!("{left}\n- شيء آخر"), format!("{left}\n- อีกสิ่งหนึ่ง"));
    let files = [("ar", &*arabic), ("de", german), ("th", &*thai)];
    check(english, &files, &["text-untranslated", "text-untranslated"]);
    // A message that most keep stays.
    let english = "- Connection to the server was dropped by the 'remote end of it'\n- Another thing";
    let left = "- Connection to the server was dropped by the 'remote end of it'";
    let (arabic, thai) = (format!("{left}\n- شيء آخر"), format!("{left}\n- อีกสิ่งหนึ่ง"));
    let german = "- Die Verbindung wurde vom 'anderen Ende' getrennt\n- Etwas anderes";
    check(english, &[("ar", &arabic), ("de", german), ("th", &thai)], &[]);
}

#[test]
fn abbreviations_that_all_others_keep_stay() {
    let english = "The Password Notice Component (@) reports an error in the log.";
    let others = [
        ("de", "Die Komponente für Kennworthinweise (@) meldet einen Fehler im Protokoll."),
        ("ja", "パスワード通知コンポーネント (@) はログにエラーを報告します。"),
        ("ar", "يبلغ مكون إشعار كلمة المرور (@) عن خطأ في السجل."),
        ("pt", "O componente de aviso de senha (@) relata um erro no log."),
    ];
    check_last(english, "PNCS", &others, "PNCS", &[]);
    check_last(english, "PNCS", &others, "PNC", &["name-differs"]);
    check_last(english, "PNCS", &others, "Pncs", &["name-differs"]);
    check_last(english, "PNCS", &others, "pncs", &[]);
    check_last(english, "PNCS", &others, "componente de senhas", &[]);
    check_last(english, "BADHOST", &others, "host ruim", &["name-differs"]);
    check_last(english, "CTRL", &others, "STRG", &[]);
    check_last(english, "GDPR", &others, "RGPD", &[]);
    let refused = english.replace("(@)", "**@ Refused**");
    check_last(&refused, "HTTP", &others, "recusado", &["name-differs"]);
    // What one other translation says otherwise may be said otherwise.
    let mut some = others;
    some[0].1 = "Die Komponente für Kennworthinweise meldet einen Fehler im Protokoll.";
    check_last(english, "PNCS", &some, "CASP", &[]);
}

#[test]
fn a_parameter_has_a_blank_before_it() {
    let english = "The program stops in HandleFault -FaultContext here.";
    check(english, &[("ru", "Программа останавливается в HandleFault -FaultContext здесь.")], &[]);
    check(english, &[("ko", "프로그램은 여기 HandleFault에서 -FaultContext로 중지됩니다.")], &[]);
    check(english, &[("ru", "Программа останавливается в HandleFault-FaultContext здесь.")], &["name-differs"]);
}

#[test]
fn an_address_with_placeholders_is_torn_by_blanks() {
    let english = "Sample: `x` https://\\<tenant>.example.com/sites/\\<name>/_layouts/15/people.aspx?GroupId=0";
    let whole = "例: `x` https://\\<テナント>.example.com/sites/\\<name>/_layouts/15/people.aspx?GroupId=0";
    check(english, &[("ja", whole)], &[]);
    let torn = "例: `x` \\<tenant> https:// .example.com/sites/ \\<name> /_layouts/15/people.aspx?GroupId=0";
    check(english, &[("ja", torn)], &["name-differs"]);
    let torn = "مثال: `x` https:// \\<tenant> .example.com/sites/ \\<name> /_layouts/15/people.aspx? GroupId=0";
    check(english, &[("ar", torn)], &["name-differs"]);
}

#[test]
fn a_dotted_name_torn_apart_is_shown_whole() {
    let english = "The page says **X-WEB-Error: Vendor.Server.Data.Storage.LicenseFault** at once.";
    let korean = "페이지에 바로 **X-WEB-Error: Vendor.Server. 데이터. Storage.LicenseFault** 오류가 표시됩니다.";
    let german = "Auf der Seite steht gleich **X-WEB-Error: Vendor.Server. Data.Storage.LicenseFault**.";
    let arabic = "تعرض الصفحة **X-WEB-Error: Vendor. Server.Data.Storage.LicenseFault** على الفور.";
    check(
        english,
        &[("ar", arabic), ("de", german), ("ko", korean)],
        &["name-differs", "name-differs", "name-differs"],
    );
}

#[test]
fn translations_that_kept_the_whole_sentence_are_no_witnesses() {
    let english = "These calls are queue-safe-by-design and may be made when the others have not ended.";
    let german = "Diese Aufrufe sind durch ihren Entwurf sicher und dürfen erfolgen, wenn die anderen noch laufen.";
    let left: Vec<(&str, &str)> = ["ja", "ar"].map(|tag| (tag, english)).into();
    check(english, &[&left[..], &[("de", german)]].concat(), &[]);
}

#[test]
fn parts_of_an_article_are_named_as_they_are_called_there() {
    let english = "Read the LIMITS before you call it.\n\n## Limits\n\nIt is called ten times a day.";
    let translations = [
        ("ja", "呼び出す前に LIMITS を読んでください。\n\n## LIMITS\n\n1 日に 10 回呼び出されます。"),
        ("ar", "اقرأ LIMITS قبل استدعائها.\n\n## LIMITS\n\nتُستدعى عشر مرات في اليوم."),
        ("ko", "호출하기 전에 LIMITS 를 읽으세요.\n\n## LIMITS\n\n하루에 10번 호출됩니다."),
        ("de", "Lesen Sie vor dem Aufruf die GRENZEN.\n\n## Grenzen\n\nSie wird zehnmal am Tag aufgerufen."),
    ];
    check(english, &translations, &[]);
}

#[test]
fn placeholders_in_italics_are_translated_unless_nearly_all_keep_them() {
    let english = "The file goes where *target_folder* says.";
    let [german, french] =
        ["Die Datei kommt dorthin, wo *ziel_ordner* es sagt.", "Le fichier va où *dossier_cible* le dit."];
    check(english, &[("de", german), ("fr", french)], &[]);
    let kept = [
        ("ja", "ファイルは *target_folder* の場所に移動します。"),
        ("ar", "ينتقل الملف إلى حيث يشير *target_folder*."),
    ];
    check(english, &[&kept[..], &[("de", german)]].concat(), &["name-differs"]);
    check(english, &[("de", "Die Datei kommt dorthin, wo *traget_folder* es sagt.")], &["name-differs"]);
}

/// The source says `@` in four passages, and one of them lacks it in the translation.
const TOOL: &str = "Open @ on the server.\n\nThen wait until @ has read all of it.\n\nNow close @ once more.\n\nAt last, start @ again.";
const TOOL_ID: &str = "Buka @ di server.\n\nKemudian tunggu hingga @ membaca semuanya.\n\nSekarang tutup @ sekali lagi.\n\nTerakhir, mulai # lagi.";

#[test]
fn names_that_a_translation_keeps_elsewhere_are_kept_in_every_passage() {
    let check_tool = |name: &str, became: &str, expected: &[&str]| {
        let text = TOOL_ID.replace('@', name).replace('#', became);
        check(&TOOL.replace('@', name), &[("id", &text)], expected);
    };
    for name in ["Azure AD Connect", "Planner", "sourceAnchor", "Active Directory"] {
        check_tool(name, name, &[]);
        check_tool(name, "alat itu sendiri", &["product-name-differs"]);
    }
    // Forms of a name are no loss of it.
    check_tool("Planner", "Planneru", &[]);
    check_tool("Network Manager", "NetworkManager", &[]);
    // Official names of some makers differ between languages.
    check_tool("Microsoft Store", "Toko", &[]);
    // Another script may spell a word in its own letters.
    let [english, text] = [TOOL, TOOL_ID].map(|text| text.replace('@', "Planner"));
    check(&english, &[("ru", &text.replace('#', "Планировщик"))], &[]);
}

#[test]
fn names_are_not_written_in_capitals() {
    let english = "You use the tool to install Office 365 versions of Office.";
    let others = [
        ("zh", "使用该工具安装 Office 365 版本的 Office。"),
        ("ru", "Используйте средство, чтобы установить Office 365."),
    ];
    let korean = |text| [others[0], others[1], ("ko", text)];
    check(english, &korean("이 도구를 사용하여 Office 365 버전을 설치합니다."), &[]);
    check(english, &korean("이 도구를 사용하여 OFFICE 365 버전의 Office를 설치합니다."), &["product-name-differs"]);
}

//! Numbers, text that was left behind, scripts and terms, in many languages: what is reported and what is not.

use crate::site::{lines, pointed_at, site};

const RULES: [&str; 6] =
    ["number-differs", "text-untranslated", "text-script", "term-untranslated", "term-missing", "term-forbidden"];

/// Holds one paragraph against its source; `expected` is `rule: text that it points at`.
fn check(english: &str, tag: &str, translation: &str, expected: &[&str]) {
    check_with("", english, tag, translation, expected);
}

fn check_with(terms: &str, english: &str, tag: &str, translation: &str, expected: &[&str]) {
    let terms = if terms.is_empty() { String::new() } else { format!("=== terms.toml\n{terms}\n") };
    let site = site(&format!(
        "{terms}=== content/en/a.md\n# Mailbox\n\n{english}\n=== content/{tag}/a.md\n# X1\n\n{translation}\n"
    ));
    let ours = site.findings.iter().filter(|finding| RULES.contains(&finding.rule.id));
    let found: Vec<String> =
        ours.map(|finding| format!("{}: {}", finding.rule.id, pointed_at(&site, finding))).collect();
    assert_eq!(found, expected, "{english}\n{translation}\n{:#?}", lines(&site));
}

#[test]
fn a_number_in_the_form_of_the_language_is_the_same() {
    let english = "The limit is 10,000 items or 2.5 GB within 30 days.";
    for (tag, translation) in [
        ("de", "Das Limit liegt bei 10.000 Elementen oder 2,5 GB in 30 Tagen."),
        ("fr", "La limite est de 10\u{202f}000 éléments ou 2,5 Go en 30 jours."),
        ("ja", "制限は 30 日以内に 1万 項目または 2.5GB です。"),
        ("zh-CN", "限制为 30 天内 10000 个项目或 2.5 GB。"),
        ("ar", "الحد هو ١٠٬٠٠٠ عنصر أو ٢٫٥ غيغابايت خلال ٣٠ يومًا."),
        ("fa", "حد مجاز ۱۰٬۰۰۰ مورد یا ۲٫۵ گیگابایت در ۳۰ روز است."),
        ("th", "ขีดจำกัดคือ ๑๐,๐๐๐ รายการหรือ 2.5 GB ภายใน 30 วัน"),
        ("he", "המגבלה היא 10,000 פריטים או 2.5 GB בתוך 30 ימים."),
        ("pt-BR", "O limite é de 10.000 itens ou 2,5 GB em 30 dias."),
        ("ru", "Ограничение — 10 000 элементов или 2,5 ГБ за 30 дней."),
        ("de-CH", "Das Limit liegt bei 10'000 Elementen oder 2.5 GB in 30 Tagen."),
        ("hi", "सीमा 30 दिनों में १०,००० आइटम या 2.5 GB है।"),
        ("ko", "한도는 30일 이내 １０，０００개 항목 또는 2.5GB입니다."),
    ] {
        check(english, tag, translation, &[]);
    }
    check(
        "Use port 443 for 99% of users, from 25-30.",
        "tr",
        "Kullanıcıların %99'u için 443 bağlantı noktası, 25–30.",
        &[],
    );
    check("Add one or more users before 3 PM.", "ja", "15:00 より前に 1 人以上のユーザーを追加します。", &[]);
    check("Wait twelve or 12 hours.", "ru", "Подождите двенадцать часов.", &[]);
    check("It costs 24 dollars.", "zh-CN", "它的价格是二十四美元。", &[]);
}

#[test]
fn a_version_has_no_comma_in_any_language() {
    let english = "It speaks OAuth 2.0 and TLS 1.2. A folder holds 2.5 GB.";
    check(english, "sl", "Govori OAuth 2,0 in TLS 1.2. Mapa ima 2,5 GB.", &["number-differs: 2,0"]);
    check(english, "sl", "Govori OAuth 2.0 in TLS\u{a0}1,2. Mapa ima 2,5 GB.", &["number-differs: 1,2"]);
    let quoted = english.replace("OAuth", "“OAuth");
    check(&quoted, "sl", "Govori „OAuth 2.0 in TLS\u{a0}1.2. Mapa ima 2,5 GB.", &[]);
    check(english, "zh-CN", "它使用 OAuth 2.0 和 TLS1.2。一个文件夹可容纳 2.5 GB。", &[]);
    let glued = "Sign in with OAuth2.0 first.";
    check(glued, "fr", "Connectez-vous d’abord avec OAuth 2.0.", &[]);
    check(glued, "fr", "Connectez-vous d’abord avec OAuth2,0.", &["number-differs: 2,0"]);
}

#[test]
fn an_amount_is_no_version() {
    check("It costs USD 12.50 per user.", "de", "Es kostet USD 12,50 pro Benutzer.", &[]);
    check("It costs EUR12.50 per user.", "fr", "Cela coûte EUR12,50 par utilisateur.", &[]);
    check("Set Alpha 0.5 and Beta 1.5 here.", "de", "Legen Sie hier Alpha 0,5 und Beta 1,5 fest.", &[]);
}

#[test]
fn a_version_may_have_a_letter_before_it() {
    let english = "Use the v1.0 endpoint (v2.5 or later) of the API.";
    check(english, "ja", "API の v1.0 エンドポイント (v2.5 以降) を使用します。", &[]);
    check(english, "ru", "Используйте конечную точку версии 1.0 (2.5 или более поздней) API.", &[]);
    check(english, "ja", "API の v2.0 エンドポイント (v2.5 以降) を使用します。", &["number-differs: 2.0"]);
}

#[test]
fn a_number_that_was_changed_is_one_finding_at_the_number() {
    let english = "The limit is 10,000 items or 2.5 GB within 30 days.";
    check(english, "de", "Das Limit liegt bei 1.000 Elementen oder 2,5 GB in 30 Tagen.", &["number-differs: 1.000"]);
    check(english, "ja", "制限は 30 日以内に 10,000 項目または 25GB です。", &["number-differs: 25"]);
    check(english, "ar", "الحد هو ١٠٬٠٠٠ عنصر أو ٢٫٥ غيغابايت خلال ٣٥ يومًا.", &["number-differs: ٣٥"]);
    check(english, "th", "ขีดจำกัดคือ 10,000 รายการหรือ 2.5 GB ภายใน 3 วัน", &["number-differs: 3"]);
    let lost = "O limite é de 10.000 itens ou 2,5 GB.";
    check(english, "pt-BR", lost, &[&format!("number-differs: {lost}")]);
}

#[test]
fn a_digit_that_grew_is_a_number_that_was_changed() {
    let english = "Wait at least 2 hours after you created it.";
    check(english, "tr", "Oluşturduktan sonra en az 2 saat bekleyin.", &[]);
    check(english, "tr", "Oluşturduktan sonra en az iki saat bekleyin.", &[]);
    check(english, "tr", "Oluşturduktan sonra en az 12 saat bekleyin.", &["number-differs: 12"]);
    check(english, "ar", "انتظر ٢٠ ساعة على الأقل بعد إنشائه.", &["number-differs: ٢٠"]);
    // Days may be said in hours, and hours of the evening in another way.
    check("Wait 1 day after that.", "de", "Warten Sie danach 24 Stunden.", &[]);
    check("Wait 1 to 2 days.", "de", "Warten Sie 24 bis 48 Stunden.", &[]);
    check("The office is open from 1 to 3 PM.", "de", "Das Büro ist von 13 bis 15 Uhr geöffnet.", &[]);
    check("The shop closes at 8 PM.", "de", "Das Geschäft schließt um 20 Uhr.", &[]);
}

#[test]
fn a_text_that_was_left_behind_is_found() {
    let english = "Sign in again with the new password. If this does not help, ask the owner of the account.";
    check(english, "de", english, &[&format!("text-untranslated: {english}")]);
    for (tag, start) in [
        ("de", "Melden Sie sich mit dem neuen Kennwort an."),
        ("ja", "新しいパスワードで再度サインインします。"),
        ("ar", "سجّل الدخول مرة أخرى بكلمة المرور الجديدة."),
        ("th", "ลงชื่อเข้าใช้อีกครั้งด้วยรหัสผ่านใหม่ ครับ."),
        ("he", "היכנס שוב עם הסיסמה החדשה."),
        ("pt-PT", "Inicie sessão novamente com a nova palavra-passe."),
    ] {
        let text = format!("{start} If this does not help, ask the owner of the account.");
        check(english, tag, &text, &["text-untranslated: If this does not help, ask the owner of the account."]);
    }
}

#[test]
fn a_heading_that_was_left_behind_is_found_unless_it_is_a_message() {
    let english = "Text.\n\n## Forwarded mail comes back with 5.7.520\n\nThe server refuses it.";
    let left = "Texto.\n\n## Forwarded mail comes back with 5.7.520\n\nO servidor recusa.";
    check(english, "pt", left, &["text-untranslated: Forwarded mail comes back with 5.7.520"]);
    let english = "Text.\n\n## Mail was refused by the server\n\nIt says 550 Mail was refused by the server then.";
    let kept = "Texto.\n\n## Mail was refused by the server\n\nEle diz 550 Mail was refused by the server.";
    check(english, "pt", kept, &[]);
}

#[test]
fn names_and_quoted_messages_are_not_left_behind() {
    for (tag, translation) in [
        ("de", "Öffnen Sie das Microsoft 365 Admin Center und wählen Sie **Set up and install the app** aus."),
        ("ko", "Microsoft 365 admin center를 열고 **Set up and install the app**을 선택합니다."),
        ("nl", "Open het Microsoft 365 admin center en kies **Set up and install the app** in de app."),
        ("ja", "Microsoft 365 admin center を開き、**Set up and install the app** を選択します。"),
    ] {
        check("Open the Microsoft 365 admin center and select **Set up and install the app**.", tag, translation, &[]);
    }
    let message = "\"You do not have the permission to open this file.\"";
    check(&format!("It says: {message}"), "sl", &format!("Piše: {message}"), &[]);
    check("Outlook, Word, Excel, and PowerPoint", "ru", "Outlook, Word, Excel, PowerPoint", &[]);
    check(
        "See `you can not do this` and [Exchange Online](https://x.example/).",
        "he",
        "ראה `you can not do this` וכן [Exchange Online](https://x.example/).",
        &[],
    );
}

#[test]
fn a_source_in_another_language_makes_no_findings() {
    let spanish = "Abra la aplicación de correo en el equipo y seleccione la cuenta que desea cerrar para siempre. Después, \
                   siga los pasos que aparecen en la pantalla hasta que la cuenta se haya cerrado del todo.";
    check(spanish, "es", spanish, &[]);
    check(spanish, "de", spanish, &[]);
}

#[test]
fn a_sentence_in_another_script_is_found_and_a_name_is_not() {
    let english = "Close the window. Start the program again.";
    check(english, "sl", "Zaprite okno. Запустите программу ещё раз.", &["text-script: Запустите программу ещё раз."]);
    check(
        english,
        "zh-CN",
        "关闭窗口。プログラムをもう一度起動してください。",
        &["text-script: プログラムをもう一度起動してください。"],
    );
    check(
        english,
        "ja",
        "ウィンドウを閉じます。请在关闭窗口之后重新启动该应用程序。",
        &["text-script: 请在关闭窗口之后重新启动该应用程序。"],
    );
    check(
        english,
        "zh-CN",
        "請關閉這個視窗，並選擇重新開啟應用程式。",
        &["text-script: 請關閉這個視窗，並選擇重新開啟應用程式。"],
    );
    check(
        english,
        "ru",
        "Закройте окно. プログラムをもう一度起動してください。",
        &["text-script: プログラムをもう一度起動してください。"],
    );
    check(english, "zh-CN", "关闭窗口。再次启动程序。", &[]);
    check(english, "sr", "Затворите прозор. Pokrenite program ponovo.", &[]);
    check(
        "Choose Ελληνικά (Greek) or Русский (Russian) now.",
        "de",
        "Wählen Sie Ελληνικά (Griechisch) oder Русский (Russisch).",
        &[],
    );
    check(english, "ko", "창(窓)을 닫습니다. 프로그램을 다시 시작합니다.", &[]);
}

#[test]
fn words_in_another_script_amid_a_sentence_are_found() {
    let english = "Support does not make custom scripts for it.";
    for (tag, text, strange) in [
        ("ar", "لا يوفر الدعم カスタム スクリプト لهذا الغرض.", "カスタム スクリプト"),
        ("de", "Der Support stellt dafür keine 自定义脚本 bereit.", "自定义脚本"),
        ("de", "Der Support stellt dafür keine наши скрипты bereit.", "наши скрипты"),
        ("ja", "サポートは、このための 사용자 지정 스크립트 を提供しません。", "사용자 지정 스크립트"),
        ("pl", "Wsparcie nie udostępnia برامج نصية do tego celu.", "برامج نصية"),
    ] {
        check(english, tag, text, &[&format!("text-script: {strange}")]);
    }
    check(english, "de", "Der Support stellt keine Skripts („наши скрипты“) bereit.", &[]);
    check(english, "ko", "지원에서는 사용자 지정 스크립트(自定义脚本文件)를 제공하지 않습니다.", &[]);
    check("Choose Simplified Chinese.", "fr", "Choisissez 简体中文.", &[]);
    let both = "Support does not make 自定义脚本 for it.";
    check(both, "de", "Der Support stellt dafür keine 自定义脚本 bereit.", &[]);
}

#[test]
fn terms_are_judged_where_the_source_has_them() {
    let terms = "[[terms]]\nsource = \"Exchange Online\"\nkeep = true\n\n[[terms]]\nsource = \"tenant\"\nnote = \"the customer's part\"\n\
                 translations = { sl = \"najemnik*\", zh = [\"租户\"] }\nforbidden = { sl = [\"stanoval*\"] }\n";
    let english = "Both tenants use Exchange Online.";
    check_with(terms, english, "sl-SI", "Oba najemnika uporabljata Exchange Online.", &[]);
    check_with(terms, english, "zh-CN", "两个租户都使用Exchange Online。", &[]);
    check_with(
        terms,
        english,
        "sl-SI",
        "Oba najemnika uporabljata izmenjavo.",
        &["term-untranslated: Oba najemnika uporabljata izmenjavo."],
    );
    let wrong = "Oba stanovalca uporabljata Exchange Online.";
    check_with(terms, english, "sl-SI", wrong, &[&format!("term-missing: {wrong}"), "term-forbidden: stanoval"]);
    check_with(
        terms,
        "See `tenant` and [this](https://x.example/tenant).",
        "sl-SI",
        "Glejte `tenant` in [to](https://x.example/tenant).",
        &[],
    );
    check_with(terms, "The subtenant.", "sl-SI", "Podnajemni stanovalec.", &[]);
}

#[test]
fn misspelt_keys_of_front_matter_are_found() {
    let check = |keys: &str, expected: &[&str]| {
        let site = site(&format!(
            "=== content/en/a.md\n---\ntitle: A\nms.audience: all\n---\n# A\n\nText.\n\
             === content/ja/a.md\n---\ntitle: あ\nms.audience: all\n---\n# あ\n\n本文。\n\
             === content/de/a.md\n\u{feff}---\r\n{keys}---\r\n# A\r\n\r\nText hier.\r\n"
        ));
        let ours = site.findings.iter().filter(|finding| finding.rule.id == "front-matter-key");
        assert_eq!(ours.map(|finding| pointed_at(&site, finding)).collect::<Vec<_>>(), expected, "{keys}");
    };
    check("titel: A\r\nms.audience: all\r\n", &["titel"]);
    check("title: A\r\nms.audiense: all\r\n", &["ms.audiense"]);
    check("title: A\r\nms.contentlocal: de\r\n", &["ms.contentlocal"]);
    check("\"title\": 'A' # a comment\r\nms.author: [x, y]\r\ntags: [a]\r\ndates: x\r\n", &[]);
    check("TITLE: A\r\ntitles: B\r\nMS.Audience: all\r\n", &[]);
}

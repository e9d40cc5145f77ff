//! Small slips: a letter of an acronym, a bracket, the number behind a name, a sign that came into bold text; damaged
//! letters; titles that were forgotten; words that lead to links.

use std::fmt::Write as _;

use crate::site::{check_pair as check, lines, pointed_at, site};

#[test]
fn acronyms_in_other_scripts_are_the_origins() {
    let english = "Use the UPN format in the MDM console.";
    check(english, "ar", "استخدم تنسيق UPN في وحدة تحكم MDM.", &[]);
    check(english, "ar", "استخدم تنسيق UNP في وحدة تحكم MDM.", &[("product-name-differs", "UNP")]);
    check(english, "ru", "Используйте формат UPN в консоли MDMS.", &[("product-name-differs", "MDMS")]);
    check(english, "ja", "MD コンソールで UPN 形式を使用します。", &[]);
    // Languages in Latin letters have acronyms of their own.
    check("A sample of DNA is taken.", "sl", "Vzame se vzorec DNK.", &[]);
    // What the origin says elsewhere is no slip.
    check("Use the SCP.\n\nOpen the SPC.", "ru", "Используйте SPC.\n\nОткройте SCP.", &[]);
}

#[test]
fn placeholders_of_several_words_are_closed() {
    let english = r"Type the value for \<mailbox name\> in the shell, then press Enter.";
    check(english, "ar", "اكتب قيمة <اسم علبة البريد> في الطبقة ثم اضغط على مفتاح الإدخال.", &[]);
    check(english, "ru", "Введите значение для <имя ящика> в оболочке и нажмите ВВОД.", &[]);
    check(english, "ru", "Введите значение для <имя ящика в оболочке и нажмите ВВОД.", &[("name-differs", "<")]);
    check(r"Keep x < 5 for \<all users>.", "ru", "Для <всех пользователей> нужно x < 5.", &[]);
}

#[test]
fn the_number_behind_a_name_goes_with_it() {
    let english = "Windows 10 devices join with the OAuth2.0 specification.";
    check(english, "ar", "تنضم أجهزة Windows 10 بمواصفات OAuth 2.0.", &[]);
    check(english, "de", "Windows-10-Geräte treten mit der Spezifikation OAuth 2.0 bei.", &[]);
    let lost = "Windows-Geräte treten mit der Spezifikation OAuth2.0 bei.";
    check(english, "de", lost, &[("number-differs", lost)]);
    check(english, "ar", "تنضم أجهزة Windows 10 بمواصفات OAuth 1.0.", &[("number-differs", "1.0")]);
    // The name may be said otherwise, and then the number as well.
    check("Restart the Windows 10 device.", "de", "Starten Sie das Gerät neu.", &[]);
}

#[test]
fn sizes_keep_their_unit() {
    let english = "The limit is 50 MB, and the timeout 30 seconds.";
    check(english, "fr", "La limite est de 50 Mo et le délai de 30 secondes.", &[]);
    check(english, "de", "Das Limit ist 50 GB und das Timeout 30 Sekunden.", &[("number-differs", "50 GB")]);
    // Both may be said of one number.
    check("Use 1 MB or 1 GB.", "de", "Verwenden Sie 1 GB oder 1 MB.", &[]);
}

#[test]
fn bold_steps_start_with_a_word() {
    let english = "Choose **Policies** > add the **tag** to it > **Save**.";
    check(english, "de", "Wählen Sie **Richtlinien** > fügen Sie das **Tag** hinzu > **Speichern**.", &[]);
    let torn = "Wählen Sie **Richtlinien** > fügen Sie das **Tag** hinzu **> Speichern**.";
    check(english, "de", torn, &[("emphasis-displaced", "> Speichern")]);
    check("See the *Getting started* guide.", "ar", "راجع دليل *بدء الاستخدام*.", &[]);
    check("See the *Getting started* guide.", "ar", "راجع دليل * بدء الاستخدام *.", &[("emphasis-broken", "*")]);
}

#[test]
fn links_end_before_the_next_clause() {
    let english = "Open the [admin center](https://a.b/c) and select **Users**.";
    check(english, "de", "Öffnen Sie das [Admin Center](https://a.b/c), und wählen Sie **Benutzer** aus.", &[]);
    let taken = "Öffnen Sie das [Admin Center, und wählen Sie](https://a.b/c) **Benutzer** aus.";
    check(english, "de", taken, &[("link-displaced", "Admin Center, und wählen Sie")]);
}

#[test]
fn damaged_letters_are_told_once_an_article() {
    let english = "Add the following item to the list.";
    check(english, "de", "Fügen Sie das folgende Element hinzu.", &[]);
    check(english, "de", "FÃ¼gen Sie das folgende Element zur Liste hinzu. WÃ¤hlen.", &[("text-garbled", "Ã¼")]);
    check(english, "ar", "أضف العنص\u{fffd} التالي إلى القائمة.", &[("text-garbled", "\u{fffd}")]);
    check(english, "ar", "أضف ?? ???? ??? القائمة.", &[("text-garbled", "?? ???? ???")]);
    check(english, "pl", "Dodaj&amp;nbsp;element do listy.", &[("text-garbled", "&amp;nbsp;")]);
    // It may be what the article is about.
    let english = "If you see Ã¼, ???? ?? or &amp;nbsp;, save it as UTF-8.";
    check(english, "de", "Wenn Sie Ã¼, ???? ?? oder &amp;nbsp; sehen, speichern Sie es als UTF-8.", &[]);
}

/// Checks the front matter and the heading of a German article beside those of an English one.
fn check_titles(english: [&str; 2], german: [&str; 2], expected: &[&str]) {
    let of = |[title, heading]: [&str; 2], text: &str| format!("---\ntitle: \"{title}\"\n---\n# {heading}\n\n{text}\n");
    let (english, german) = (of(english, "Save the file."), of(german, "Speichern Sie die Datei."));
    let site = site(&format!("=== content/en/a.md\n{english}=== content/de/a.md\n{german}"));
    let found: Vec<String> =
        site.findings.iter().map(|finding| format!("{} {}", finding.rule.id, finding.message)).collect();
    assert_eq!(found, expected, "{german}");
}

#[test]
fn titles_are_translated_as_their_headings_are() {
    let english = ["Fix a relay error 5.4.1", "Fix a relay error 5.4.1"];
    check_titles(english, ["Relayfehler 5.4.1 beheben", "Relayfehler 5.4.1 beheben"], &[]);
    let left = "title-differs the title is still in en, and the heading is translated";
    check_titles(english, [english[0], "Relayfehler 5.4.1 beheben"], &[left]);
    check_titles(english, ["", "Relayfehler 5.4.1 beheben"], &["title-differs the title is empty"]);
    let changed = "title-differs the title has the code `5.1.4` for `5.4.1`";
    check_titles(english, ["Relayfehler 5.1.4 beheben", "Relayfehler 5.4.1 beheben"], &[changed]);
    let english = ["The move stops at 95%", "The move stops at 95%"];
    let changed = "title-differs the title has the number `59` for `95`";
    check_titles(english, ["Umzug endet bei 59 %", "Umzug endet bei 95 %"], &[changed]);
    let english = ["Fix a relay error 5.4.1", "Fix a relay error 5.4.1"];
    let lost = "title-differs the title lacks the code `5.4.1`";
    check_titles(english, ["Relayfehler beheben", "Relayfehler 5.4.1 beheben"], &[lost]);
    // The name of a product is no title to be translated.
    check_titles(["Contoso Relay Hub", "Contoso Relay Hub"], ["Contoso Relay Hub", "Der Contoso Relay Hub"], &[]);
}

#[test]
fn links_leave_the_words_that_lead_to_them_outside() {
    let names = ["hops", "tokens", "hosts", "zones", "rules", "plans"];
    let mut text = String::new();
    for (number, name) in names.iter().enumerate() {
        let link = format!("(https://x.y/{number})");
        let _ = write!(
            text,
            "=== content/en/a{number}.md\n# T\n\nTo understand it, see [Number of {name}]{link}.\n\
             === content/ru/a{number}.md\n# X\n\nЧтобы понять это, загляните в обзор [Число {name}]{link}.\n"
        );
    }
    let english = "=== content/en/z.md\n# T\n\nTo understand it, see [Number of resets](https://x.y/z).\n";
    let check = |russian: &str, expected: &[(&str, &str)]| {
        let site = site(&format!("{text}{english}=== content/ru/z.md\n# X\n\nЧтобы понять это, {russian}\n"));
        let found: Vec<(&str, &str)> =
            site.findings.iter().map(|finding| (finding.rule.id, pointed_at(&site, finding))).collect();
        assert_eq!(found, expected, "{russian}\n{:#?}", lines(&site));
    };
    check("загляните в обзор [Число сбросов](https://x.y/z).", &[]);
    // The word before it may be taken along; then nothing of the link's own is left behind.
    check("загляните в [обзор Число сбросов](https://x.y/z).", &[]);
    check("загляните в [обзор Число](https://x.y/z) сбросов.", &[("link-displaced", "обзор Число")]);
    check("загляните [снова в обзор](https://x.y/z) Число сбросов.", &[("link-displaced", "снова в обзор")]);
}

#[test]
fn names_with_a_slip_stand_out_in_other_scripts() {
    let english = "Connect Exchange Online and Azure AD Connect for Microsoft Teams, or use Azure AD B2C and Exchange.";
    let good = "Microsoft Teams では Exchange Online と Azure AD Connect を接続するか、Azure AD B2C と Exchange を使用します。";
    check(english, "ja", good, &[]);
    for (name, slip) in
        [("Exchange Online", "Exchnage"), ("Microsoft", "Micro soft"), ("AD Connect", "ADConnect"), ("B2C", "B2B")]
    {
        let first = name.split(' ').next().unwrap_or(name);
        let ours = good.replacen(if slip.len() > first.len() { name } else { first }, slip, 1);
        check(english, "ja", &ours, &[("product-name-differs", slip)]);
    }
    // Other countries spell English otherwise, and a language may need no plural.
    check("Choose the Organizations tab.", "ja", "[Organization] タブを選択します。", &[]);
    check("Choose the Color tab.", "ja", "[Colour] タブを選択します。", &[]);
}

#[test]
fn times_keep_their_unit() {
    let english = "Wait 24 hours; the mailbox is kept for 30 days.";
    check(english, "de", "Warten Sie 24 Stunden; das Postfach bleibt 30 Tage erhalten.", &[]);
    let wrong = "Warten Sie 24 Stunden; das Postfach bleibt 30 Monate erhalten.";
    check(english, "de", wrong, &[("number-differs", "30 Monate")]);
    let wrong = "24 日待ちます。メールボックスは 30 日間保持されます。";
    check(english, "ja", wrong, &[("number-differs", "24 日")]);
    check("Wait 24 hours.", "fr", "Attendez un jour (24 h).", &[]);
}

#[test]
fn numbers_that_english_says_in_words_are_no_strangers() {
    let english = "After seven days without a signal the device is inactive; reports cover the last 30 days.";
    let said = "信号がない状態が 7 日続くとデバイスは非アクティブになります。レポートは過去三十日間を対象とします。";
    check(english, "ja", said, &[]);
}

#[test]
fn codes_stay_in_their_digits() {
    let english = "The error 80048163 is shown for 25 users.";
    check(english, "ar", "يظهر الخطأ 80048163 لعدد ٢٥ مستخدمًا.", &[]);
    let ours = "يظهر الخطأ ٨٠٠٤٨١٦٣ لعدد 25 مستخدمًا.";
    check(english, "ar", ours, &[("number-differs", "٨٠٠٤٨١٦٣")]);
}

#[test]
fn values_of_the_registry_are_one_name_with_their_number() {
    let english = "Set \"Enabled\"=dword:00000001 and \"Hidden\"=dword:00000000 there.";
    check(english, "ja", "そこで \"Enabled\"=dword:00000001 と \"Hidden\"=dword:00000000 を設定します。", &[]);
    let ours = "そこで \"Enabled\"=dword:00000000 と \"Hidden\"=dword:00000000 を設定します。";
    check(english, "ja", ours, &[("name-differs", "0")]);
    let ours = "そこで 「Enabled」=dword:00000001 と \"Hidden\"=dword:00000000 を設定します。";
    check(english, "ja", ours, &[("name-differs", "「Enabled」")]);
}

#[test]
fn names_of_attributes_keep_their_hyphen() {
    let english = "The msDS-ConsistencyGuid attribute is read, then msDS-ConsistencyGuid is written.";
    check(english, "ja", "msDS-ConsistencyGuid 属性が読み取られ、msDS-ConsistencyGuid が書き込まれます。", &[]);
    for (torn, sign) in
        [("msDS－ConsistencyGuid", "－"), ("msDSーConsistencyGuid", "ー"), ("msDS- ConsistencyGuid", " ")]
    {
        let ours = format!("{torn} 属性が読み取られ、msDS-ConsistencyGuid が書き込まれます。");
        check(english, "ja", &ours, &[("name-differs", sign)]);
    }
}

#[test]
fn words_of_alerts_are_not_printed() {
    let english = "Read this.\n\n> [!NOTE]\n> Keep the file.";
    check(english, "ja", "これを読みます。\n\n> [!NOTE]\n> ファイルを保存します。", &[]);
    let ours = "これを読みます。 > [!NOTE] ファイルを保存します。";
    check(english, "ja", ours, &[("alert-differs", "[!NOTE]")]);
}

#[test]
fn marks_of_a_merge_are_told() {
    let english = "One.\n\nTwo.";
    let ours = "Eins.\n\n<<<<<<< HEAD\nZwei.";
    check(english, "de", ours, &[("text-garbled", "<<<<<<< HEAD")]);
    check(english, "de", "Eins.\n\nZwei. Und ????? mehr.", &[("text-garbled", "?????")]);
}

#[test]
fn words_of_chinese_and_korean_stand_out_in_japanese() {
    let english = "Restart the server that sends mail. Fix an unhealthy sensor in Contoso Protect.";
    check(english, "ja", "メールを送信するサーバーを再起動します。Contoso Protect の異常なセンサーを修正します。", &[]);
    let ours = "メールを发送するサーバーを再起動します。Contoso Protect の異常なセンサーを修正します。";
    check(english, "ja", ours, &[("text-script", "发送")]);
    let ours = "メールを送信するサーバーを再起動します。Contoso Protect에서 비정상 센서를 修正します。";
    check(english, "ja", ours, &[("text-script", "에서 비정상 센서를")]);
}

#[test]
fn bold_names_leave_the_word_before_them_outside() {
    let english = "Under **Billing**, click **Invoices**.";
    check(english, "de", "Klicken Sie unter **Abrechnung** auf **Rechnungen**.", &[]);
    let ours = "Klicken Sie unter **Abrechnung** **auf Rechnungen.**";
    check(english, "de", ours, &[("emphasis-displaced", "auf Rechnungen.")]);
    // What is stressed is no name.
    check("Add **one user** or more.", "de", "Fügen Sie **einen Benutzer** oder mehr hinzu.", &[]);
    check("Use **At least one** user.", "de", "Verwenden Sie **mit Absicht** einen Benutzer.", &[]);
}

#[test]
fn steps_side_by_side_lost_their_sign() {
    let english = "In the menu, select **Users** > **Active users**.";
    check(english, "de", "Wählen Sie im Menü **Benutzer** > **Aktive Benutzer** aus.", &[]);
    let ours = "Wählen Sie im Menü **Benutzer** **Aktive Benutzer** aus.";
    check(english, "de", ours, &[("menu-path-broken", ours)]);
}

#[test]
fn links_end_at_no_joint() {
    let english = "Review [a guide](https://x.y/a) or [the limit](https://x.y/b).";
    let good = "Lesen Sie [einen Leitfaden](https://x.y/a) oder [das Limit](https://x.y/b).";
    check(english, "de", good, &[]);
    let ours = good.replace("Leitfaden](https://x.y/a) oder", "Leitfaden oder](https://x.y/a)");
    check(english, "de", &ours, &[("link-displaced", "einen Leitfaden oder")]);
}

#[test]
fn bold_stands_on_the_name_and_on_all_of_it() {
    let english = "Enter your number, and then click **Text me** or **Call me**.";
    check(english, "sl", "Vnesite svojo številko in kliknite **Pošlji sporočilo** ali **Pokliči me**.", &[]);
    let ours = "Vnesite svojo številko in kliknite **Pošlji sporočilo ali** **Pokliči me**.";
    check(english, "sl", ours, &[("emphasis-displaced", "Pošlji sporočilo ali")]);

    let english = "The senders get the error **the address is not known (550 5.4.1)** at once.";
    check(english, "ru", "Отправители сразу получают ошибку **адрес неизвестен (550 5.4.1)**.", &[]);
    let ours = "Отправители сразу получают ошибку: адрес неизвестен **(550 5.4.1),** и ждут.";
    check(english, "ru", ours, &[("emphasis-displaced", "(550 5.4.1),")]);
    check("Use **Plan 2** here.", "ru", "Используйте здесь план **2**.", &[]);

    let english = "Select the **Policies** tab.";
    check(english, "sl", "Izberite zavihek **Pravilniki**.", &[]);
    check(english, "sl", "Izberite **zavihek** Pravilniki.", &[("emphasis-displaced", "zavihek")]);
    check("Type **cmd** there.", "sl", "Tja vnesite **cmd** Enter.", &[]);

    let english = "Make your updates, and then click **Save**.";
    check(english, "ko", "업데이트한 다음 **저장** 을 클릭합니다.", &[]);
    check(english, "ko", "업데이트한 다음 **저장을 클릭합니다.**", &[]);
    check(english, "ko", "업데이트한 다음 저장을 **클릭합니다.**", &[("emphasis-displaced", "클릭합니다.")]);
    check(english, "ja", "更新してから保存を**選択します。**", &[("emphasis-displaced", "選択します。")]);
    check("**Do not** click it. It **fails.**", "ko", "클릭하지 마십시오. **실패합니다.**", &[]);
}

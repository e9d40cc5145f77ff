//! Damage of many kinds in small sites: one article in English and one translation, as translators have them.

use faultbook::diag::Severity;

use crate::site::{check_pair as check, lines, pointed_at, site};

/// Checks a menu path and what a machine made of it; the rule points at `sign`.
fn check_path(tag: &str, translation: &str, sign: &str) {
    check("Go to **File** > **Account**, and sign out.", tag, translation, &[("menu-path-broken", sign)]);
}

#[test]
fn steps_of_a_menu_path_stand_beside_its_sign() {
    let english = "Go to **File** > **Account**, and sign out.";
    for (tag, good) in [
        ("pt", "Vá para **Arquivo** > **Conta** e saia."),
        ("pt", "Vá para **Arquivo** → **Conta** e saia."),
        ("de", "Wählen Sie **Datei** und dann **Konto** aus, und melden Sie sich ab."),
        ("ja", "**[ファイル]** > **[アカウント]** に移動し、サインアウトします。"),
        ("zh", "转到“**文件**” > “**关于**”，然后注销。"),
    ] {
        check(english, tag, good, &[]);
    }
    // Words of grammar took the place of a step, or signs did.
    check_path("pt", "Vá para **Conta** > **de** Arquivo e saia.", ">");
    check_path("pt", "Vá para **Conta** > arquivo **.** E saia.", ">");
    // One step has lost its bold, another took too much.
    check_path("he", "עבור **אל קובץ** > חשבון **וצא**.", ">");
    // Two signs stand side by side, or the steps do.
    check_path("zh", "转到“文件 > **\"\"帐户**”，然后注销。", ">");
    check_path("de", "Öffnen Sie > **Datei** **Konto**, und melden Sie sich ab.", ">");
    // A placeholder has such a sign as well.
    let english = "Go to **File** > **Account**, and open \\<app-name\\>.";
    let moved = "Vá para **Arquivo** **Conta** > e abra \\<app-name\\>.";
    check(english, "pt", moved, &[("menu-path-broken", ">")]);
    // The sign is gone, and the steps are one.
    check_path("pt", "Vá para **Conta do Arquivo** e saia.", "Vá para **Conta do Arquivo** e saia.");
}

#[test]
fn links_are_not_cut_amid_words_and_names() {
    let english = "Run it in [Exchange Online PowerShell](https://x.y/z) now.";
    let cut = |words: &'static str| [("link-displaced", words)];
    check(english, "de", "Führen Sie es jetzt in [Exchange Online PowerShell](https://x.y/z) aus.", &[]);
    let german = "Führen Sie es jetzt in Exchange [Online PowerShell](https://x.y/z) aus.";
    check(english, "de", german, &cut("Online PowerShell"));
    let german = "Führen Sie es jetzt in [Exchange Online](https://x.y/z) PowerShell aus.";
    check(english, "de", german, &cut("Exchange Online"));
    let german = "Führen Sie es jetzt in [Exchange Online PowerShe](https://x.y/z)ll aus.";
    check(english, "de", german, &cut("Exchange Online PowerShe"));
    let english = "Read [Managed connections and services](https://x.y/z) first.";
    let german = "Lesen Sie zuerst Ge[steuerte Verbindungen und Dienste](https://x.y/z).";
    check(english, "de", german, &cut("steuerte Verbindungen und Dienste"));
    let german = "Lesen Sie zuerst [Gesteuerte Verbindungen und Dien](https://x.y/z)ste.";
    check(english, "de", german, &cut("Gesteuerte Verbindungen und Dien"));
    // A blank alone was lost, or a language writes an ending or an article there.
    check(english, "sl", "Najprej preberite [Upravljane povezave in storitve](https://x.y/z)in počakajte.", &[]);
    check(english, "hu", "Először olvassa el: [Felügyelt kapcsolatok és szolgáltatások](https://x.y/z)at.", &[]);
    check(english, "he", "קרא תחילה את ה[חיבורים והשירותים המנוהלים](https://x.y/z).", &[]);
}

#[test]
fn titles_begin_in_their_links() {
    let english = "For more, see [Upgrade to a different plan](https://x.y/z).";
    check(english, "sl", "Za več informacij glejte [Nadgradnja na drug paket](https://x.y/z).", &[]);
    let cut = "Za več informacij glejte Nadgradnja na drug [paket](https://x.y/z).";
    check(english, "sl", cut, &[("link-displaced", "paket")]);
    // A polite word has its capital by right.
    check(english, "id", "Untuk informasi lengkap, Anda bisa [memutakhirkan ke paket lain](https://x.y/z).", &[]);
    let english = "For more, see [Accounts in Office](https://x.y/z).";
    let cut = "Para obter mais informações, consulte Contas no [Office](https://x.y/z).";
    check(english, "pt", cut, &[("link-displaced", "Office")]);
    // Where the link is all that the origin says, nothing is left beside it.
    let cut = "- Número de [saltos](https://x.y/z)";
    check("- [Hop count of messages](https://x.y/z)", "pt", cut, &[("link-displaced", "saltos")]);
    let english = "Use the steps in [this article](https://x.y/z).";
    check(english, "zh", "请使用本文[中的步骤](https://x.y/z)。", &[("link-displaced", "中的步骤")]);
    check(english, "zh", "请使用[本文](https://x.y/z)中的步骤。", &[]);
    let english = "If not, use the steps in [this article](https://x.y/z) to enable it.";
    let cut = "如果没有，请使用本文 [中的步骤](https://x.y/z)启用它。";
    check(english, "zh", cut, &[("link-displaced", "中的步骤")]);
}

#[test]
fn a_link_keeps_its_own_words() {
    let english = "Turn off the [defaults](https://x.y/z) by setting **Enable defaults** to **No**.";
    let german =
        "Deaktivieren Sie die Standards, indem Sie [**Standards aktivieren**](https://x.y/z) auf **Nein** setzen.";
    check(english, "de", german, &[("link-displaced", "Standards aktivieren")]);
    let english = "Try these to fix error [30015-25](https://x.y/z):";
    let slovenian = "Težavo [30015-25 poskusite odpraviti s temi rešitvami:](https://x.y/z)";
    check(english, "sl", slovenian, &[("link-displaced", "30015-25 poskusite odpraviti s temi rešitvami:")]);
    let english = "See [Office errors](https://x.y/a) and [Word problems](https://x.y/b).";
    let german = "Siehe [Probleme mit Word](https://x.y/a) und [Fehler von Office](https://x.y/b).";
    check(english, "de", german, &[("link-target-differs", "[Probleme mit Word](https://x.y/a)")]);
}

#[test]
fn commands_in_sentences_are_one_literal() {
    let english = "Check it with Get-Mailbox -Identity sales | Format-List User,AccessRights and wait.";
    check(english, "de", "Prüfen Sie es mit Get-Mailbox -Identity sales | Format-List User,AccessRights.", &[]);
    for (german, place) in [
        ("Prüfen Sie es mit Get-Mailbox -Identity sales ｜ Format-List User,AccessRights.", "｜"),
        ("Prüfen Sie es mit Get-Mailbox -Identity sales | Format-List User、AccessRights.", "、"),
        (
            "Prüfen Sie es mit Get-Mailbox -Identity sales | User,AccessRights.",
            "Get-Mailbox -Identity sales | User,AccessRights",
        ),
    ] {
        check(english, "de", german, &[("command-differs", place)]);
    }
    let german = "Führen Sie den Befehl aus.";
    check("Run ipconfig /flushdns now.", "de", german, &[("command-differs", german)]);
    let german = "Führen Sie ipconfig aus.";
    check("Run ipconfig /flushdns now.", "de", german, &[("command-differs", german)]);
}

#[test]
fn names_that_are_code_elsewhere_stay_in_the_sentence() {
    let english = "Add the CreateItems right: `Add-Right -Rights CreateItems`";
    check(english, "pt", "Adicione o direito CreateItems: `Add-Right -Rights CreateItems`", &[]);
    let lost = "Adicione o direito Criar Itens: `Add-Right -Rights CreateItems`";
    check(english, "pt", lost, &[("product-name-differs", lost)]);
    let english = "Replace \\<CustomDomain\\> with your own: `New-Config -Name <CustomDomain>`";
    let lost = "Substitua \\<Domínio\\> pelo seu: `New-Config -Name <CustomDomain>`";
    check(english, "pt", lost, &[("name-differs", lost)]);
    // A pronoun may stand for what the article says elsewhere.
    let english = "The file proxy.conf is read.\n\nThen proxy.conf is written again.";
    check(english, "de", "Die Datei proxy.conf wird gelesen.\n\nDann wird sie neu geschrieben.", &[]);
}

#[test]
fn codes_versions_and_numbers_do_not_get_lost() {
    check("The agent says E4102 then.", "de", "Der Agent meldet dann e4102.", &[("name-differs", "e")]);
    check("The post MC229914 says it.", "th", "โพสต์ MC 229914 บอกไว้", &[("name-differs", " ")]);
    let german = "OpenSSL funktioniert auch.";
    check("OpenSSL 3.0.7 works too.", "de", german, &[("name-differs", german)]);
    let german = "Öffnen Sie den Port.";
    check("Open port 8443.", "de", german, &[("number-differs", german)]);
    // The sign of a code is a part of it.
    let code = "It fails (0x801c001d/-2145648611) or returns -2147024891.";
    check(code, "ja", "失敗する (0x801c001d/-2145648611) か、-2147024891 を返します。", &[]);
    check(
        code,
        "ja",
        "失敗する (0x801c001d/2145648611) か、-2147024891 を返します。",
        &[("number-differs", "2145648611")],
    );
    check(code, "de", "Er schlägt fehl (0x801c001d/-2145648611) oder gibt –2147024891 zurück.", &[]);
    // What may be said in words is a note.
    check("Wait for 24 hours.", "de", "Warten Sie einen Tag.", &[("number-differs", "Warten Sie einen Tag.")]);
}

#[test]
fn a_number_of_two_digits_is_lost_where_nothing_says_it() {
    let lesson = |tag: &str, lines: [&str; 4]| format!("=== content/{tag}/lesson.md\n# X\n\n{}\n", lines.join("\n\n"));
    let lessons = [
        lesson("en", ["Some days are long.", "All days count.", "Name the days.", "Days off."]),
        lesson("de", ["Manche Tage sind lang.", "Alle Tage zählen.", "Nennen Sie die Tage.", "Freie Tage."]),
    ]
    .concat();
    let check = |english: &str, tag: &str, translation: &str, is_sure: bool| {
        let pair = format!("=== content/en/a.md\n# T\n\n{english}\n=== content/{tag}/a.md\n# T\n\n{translation}\n");
        let site = site(&format!("{lessons}{pair}"));
        let numbers = site.findings.iter().filter(|finding| finding.rule.id == "number-differs");
        let severities: Vec<Severity> = numbers.map(|finding| finding.severity).collect();
        let expected = if is_sure { Severity::Warning } else { Severity::Note };
        assert_eq!(severities, [expected], "{translation}");
    };
    check("Open port 25 first.", "de", "Öffnen Sie zuerst den Port.", true);
    check("Up to 50 users may join.", "ar", "يمكن للمستخدمين الانضمام.", true);
    check("Up to 50 users may join.", "fr", "Une cinquantaine de personnes peuvent participer.", false);
    check("Up to 50 users may join.", "sw", "Watumiaji wanaweza kujiunga.", false);
    check("It is 90% full.", "ja", "% まで使用されています。", true);
    check("It is 90% full.", "ja", "ほぼ満杯です。", false);
    check("It is kept for 30 days.", "de", "Es wird Tage lang aufbewahrt.", true);
    check("It is kept for 30 days.", "de", "Es wird dreißig Tage lang aufbewahrt.", false);
    check("It is kept for 30 days.", "de", "Es wird einen Monat lang aufbewahrt.", false);
}

#[test]
fn words_have_letters_of_one_alphabet() {
    check("The former name stays.", "de", "Der früher so bеzеichnеte Name bleibt.", &[("name-differs", "bеzеichnеte")]);
    check("The error is gone.", "ru", "Ошибка испрaвлена.", &[("name-differs", "испрaвлена")]);
    // An ending of the language, and a compound of two alphabets.
    check("In SharePoint it is gone.", "ru", "В SharePointе IP-адрес исчез.", &[]);
}

#[test]
fn items_keep_their_markers() {
    let english = "1. Open the settings of it.\n2. Select the proxy of it.\n3. Save the file now.";
    let german = "Öffnen Sie die Einstellungen.\n2. Wählen Sie den Proxy aus.\n3. Speichern Sie die Datei.";
    check(english, "de", german, &[("list-differs", "Öffnen Sie die Einstellungen.")]);
    let english = "- Open the settings of it.\n- Select the proxy of it.\n- Save the file now.";
    let german = "Öffnen Sie die Einstellungen.\n- Wählen Sie den Proxy aus.\n- Speichern Sie die Datei.";
    check(english, "de", german, &[("list-differs", "Öffnen Sie die Einstellungen.")]);
}

#[test]
fn anchors_are_made_of_the_origins_words() {
    let english = "## Need help\n\nText.\n\n## Known issues\n\nText.";
    let good = "## <a name=\"need-help\"></a>ต้องการความช่วยเหลือ\n\nข้อความ\n\n## <a name=\"known-issues\"></a>ปัญหาที่ทราบ\n\nข้อความ";
    check(english, "th", good, &[]);
    let bad = good.replace("known-issues", "ปัญหาที่ทราบ");
    check(english, "th", &bad, &[("anchor-missing", "ปัญหาที่ทราบ")]);
}

#[test]
fn anchors_are_made_of_the_origins_words_as_in_other_articles() {
    let other =
        "=== content/en/b.md\n# Need help\n\nText.\n=== content/pl/b.md\n# <a name=\"need-help\"></a>Pomoc\n\nTekst.\n";
    let article = |anchor: &str| {
        let polish = format!("# <a name=\"{anchor}\"></a>Znane problemy\n\nTekst.\n");
        format!("=== content/en/a.md\n# Known issues\n\nText.\n=== content/pl/a.md\n{polish}")
    };
    let rules = |text: &str| crate::site::rules(&site(text));
    assert!(rules(&(article("known-issues") + other)).is_empty());
    assert_eq!(rules(&(article("znane-problemy") + other)), ["anchor-missing"]);
    // Where nobody keeps them, an author may choose; a heading that is a name has one anchor in all languages.
    assert!(rules(&article("znane-problemy")).is_empty());
    let name =
        "=== content/en/b.md\n# Contoso\n\nText.\n=== content/pl/b.md\n# <a name=\"contoso\"></a>Contoso\n\nTekst.\n";
    assert!(rules(&(article("znane-problemy") + name)).is_empty());
}

#[test]
fn titles_of_the_front_matter_keep_names_codes_and_numbers() {
    let article = |tag: &str, title: &str| format!("=== content/{tag}/a.md\n---\ntitle: {title}\n---\n# X\n\nX.\n");
    let of = |english: &str, others: &[(&str, &str)]| {
        let others = others.iter().map(|(tag, title)| article(tag, title));
        let site = site(&(article("en", english) + &others.collect::<String>()));
        site.findings.iter().map(|finding| format!("{} {}", finding.rule.id, finding.message)).collect::<Vec<_>>()
    };
    let english = "Fix AADSTS50000 in SharePoint 2019";
    assert_eq!(of(english, &[("de", "AADSTS50000 in SharePoint 2019 beheben")]), [""; 0]);
    let changed = [
        "title-differs the title has `sharepoint` for `SharePoint`",
        "title-differs the title has the number `2018` for `2019`",
        "title-differs the title has `AADSTS5000` for `AADSTS50000`",
    ];
    assert_eq!(of(english, &[("ja", "sharepoint 2018 の AADSTS5000 を修正する")]), changed);
    // Nothing but an older title may be known of one that lacks a code; the others tell.
    let french = ("fr", "Corriger AADSTS50000 dans SharePoint 2019");
    let arabic = ("ar", "إصلاح AADSTS50000 في SharePoint 2019");
    assert_eq!(of(english, &[("ko", "로그인 문제 해결")]), [""; 0]);
    let lost = ["title-differs the title lacks `AADSTS50000`"];
    assert_eq!(of(english, &[french, arabic, ("ko", "SharePoint 2019 문제 해결")]), lost);
    // What most translate is no name.
    let russian = ("ru", "Включить автосохранение");
    assert_eq!(of("Turn on AutoSave", &[russian, ("es", "Activar Autosalve"), ("it", "Attivare AutoSalva")]), [""; 0]);
}

#[test]
fn alerts_have_words_that_are_understood() {
    let english = "> [!NOTE]\n> Save the file.";
    check(english, "pt", "> [!NOTE]\n> Salve o arquivo.", &[]);
    check(english, "pt", "> [!OBSERVAÇÃO]\n> Salve o arquivo.", &[("alert-differs", "[!OBSERVAÇÃO]")]);
}

#[test]
fn headings_are_translated_where_their_title_is() {
    let of = |title: &str, heading: &str| format!("---\ntitle: {title}\n---\n# {heading}\n\n");
    let english = of("Configure Files On-Demand", "Configure Files On-Demand") + "Save the file.";
    let check = |german: &str, expected: &[(&str, &str)]| {
        let site = site(&format!("=== content/en/a.md\n{english}\n=== content/de/a.md\n{german}\n"));
        let found: Vec<(&str, &str)> =
            site.findings.iter().map(|finding| (finding.rule.id, pointed_at(&site, finding))).collect();
        assert_eq!(found, expected, "{:#?}", lines(&site));
    };
    let left = of("Dateien bei Bedarf einrichten", "Configure Files On-Demand") + "Speichern Sie die Datei.";
    check(&left, &[("text-untranslated", "Configure Files On-Demand")]);
    // Where the title stays as well, it may be the name of something.
    let name = of("Configure Files On-Demand", "Configure Files On-Demand") + "Speichern Sie die Datei.";
    check(&name, &[]);
}

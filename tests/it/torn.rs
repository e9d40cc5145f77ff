//! What machines tear apart in plain text: paths of drives, lines of output, hosts, words with a letter of another
//! script, times.

use crate::site::{check_pair as check, lines, pointed_at, site};

/// Checks translations without an English article; of one of them `expected` is said.
fn among(translations: &[(&str, &str)], expected: &[(&str, &str)]) {
    let files = translations.iter().map(|(tag, text)| format!("=== content/{tag}/a.md\n# X\n\n{text}\n"));
    let site = site(&files.collect::<String>());
    let found: Vec<(&str, &str)> =
        site.findings.iter().map(|finding| (finding.rule.id, pointed_at(&site, finding))).collect();
    assert_eq!(found, expected, "{:#?}", lines(&site));
}

#[test]
fn the_sign_of_a_drive_stays_behind_its_letter() {
    let prompt = r"In the shell (PS D:\) type the line below to stop the job:";
    check(prompt, "de", r"Geben Sie in der Shell (PS D:\) die folgende Zeile ein, um den Auftrag zu beenden:", &[]);
    check(prompt, "cs", r"V prostředí (PS D:\\) zadejte následující řádek a zastavte úlohu:", &[]);
    let torn = r"V prostředí (PS D: zadejte následující řádek a zastavte \) úlohu:";
    check(prompt, "cs", torn, &[("name-differs", " zadejte následující řádek a zastavte ")]);
    check(prompt, "th", r"ใน shell (PS D: \) ให้พิมพ์บรรทัดด้านล่างเพื่อหยุดงาน:", &[("name-differs", " ")]);
    check(
        prompt,
        "ja",
        r"シェル（PS D：次の行を入力して \) ジョブを停止します。",
        &[("name-differs", "：次の行を入力して ")],
    );
    // A drive is named without it, too.
    check(r"Free some space on the D:\ drive.", "nl", "Maak ruimte vrij op station D:.", &[]);
    check(r"Free some space on D:\.", "pl", "Zwolnij miejsce na dysku D.", &[]);
}

#[test]
fn lines_of_output_are_the_same_everywhere() {
    let english = "The shell says:\n\n*Send-Report: the server did not answer.*<br>\n*+ CategoryInfo          : OpenError: (:) [Send-Report], SocketException*<br>\n*+ FullyQualifiedErrorId : NoAnswer,Contoso.Reports.SendReport*";
    let german = |category: &str, id: &str| {
        format!(
            "Die Shell meldet:\n\n*Send-Report: Der Server hat nicht geantwortet.*<br>\n*+ {category}*<br>\n*+ {id}*"
        )
    };
    let category = "CategoryInfo : OpenError: (:) [Send-Report], SocketException";
    let id = "FullyQualifiedErrorId: NoAnswer,Contoso.Reports.SendReport";
    check(english, "de", &german(category, id), &[]);
    let wide = category.replace(':', "：").replace(", ", "，");
    check(english, "ja", &german(&wide, id), &[("name-differs", "： OpenError： (：) [Send-Report]，")]);
    let wide = id.replace(':', "：").replace(',', "，");
    check(english, "zh", &german(category, &wide), &[("name-differs", "： NoAnswer，")]);
    let translated = "CategoryInfo: Fehler beim Öffnen: (:) [Send-Report], SocketException";
    check(english, "de", &german(translated, id), &[("name-differs", ": Fehler beim Öffnen")]);
}

#[test]
fn words_with_a_full_stop_inside_are_not_parted() {
    let english = "Put it into settings.profile.cache or type sample.contoso behind it.";
    check(english, "de", "Setzen Sie es in settings.profile.cache oder geben Sie sample.contoso dahinter ein.", &[]);
    check(
        english,
        "vi",
        "Đặt nó vào settings. profile. cache hoặc nhập sample.contoso phía sau.",
        &[("name-differs", " profile. ")],
    );
    // Two sentences without a blank are translated.
    check("Close the window.then open it.", "fr", "Fermez la fenêtre. Puis ouvrez-la.", &[]);
    check("It starts at 9 a.m. and ends at 5 p.m. sharp.", "es", "Empieza a las 9 a. m. y termina a las 5 p. m.", &[]);
}

#[test]
fn a_letter_of_another_script_inside_a_word_is_found() {
    let english = "Choose **Forêt** to see what the crêperie sells.";
    check(english, "zh", "选择 **Forêt** 以查看crêperie出售的商品。", &[]);
    check(english, "zh", "选择 **Forêt** 以查看crê以erie出售的商品。", &[]);
    check(english, "zh", "选择 **Forêt** 以查看cr以perie出售的商品。", &[("name-differs", "cr以perie")]);
    check(english, "ja", "**For를t** を選択して crêperie の商品を表示します。", &[("name-differs", "For를t")]);
    check("Open Word and Excel.", "zh", "打开Word和Excel。", &[]);
    let french = [
        ("de", "Il faut que vous fermiez la fenêtre de votre boîte."),
        ("ko", "Il faut que vous fermiez la fenêtre de votre boîte."),
        ("ru", "Il faut que vous fermiez la fenêtre de votre boîte."),
        ("zh", "Il faut que vous fermiez la fenêtre de votre bo以te."),
    ];
    among(&french, &[("name-differs", "bo以te")]);
}

#[test]
fn a_time_of_day_is_the_same_in_every_language() {
    let english = "The service is down from 9:00 AM to 6:30 PM on Sunday.";
    for (tag, right, wrong) in [
        ("de", "Der Dienst ist am Sonntag von 9:00 bis 18:30 Uhr nicht verfügbar.", "18:30"),
        ("sl", "Storitev v nedeljo ni na voljo med 9.00 in 18.30.", "18.30"),
        ("ko", "일요일 오전 9:00~오후 6:30에는 서비스를 사용할 수 없습니다.", "6:30"),
        ("ja", "日曜日の午前９：００から午後６：３０までサービスは停止します。", "６：３０"),
    ] {
        check(english, tag, right, &[]);
        let other = wrong.replace('8', "7").replace('6', "5").replace('６', "５");
        check(english, tag, &right.replace(wrong, &other), &[("number-differs", &other)]);
    }
    check(english, "fr", "Le service est arrêté de 9 h à 18 h 30 le dimanche.", &[]);
    check(english, "fi", "Palvelu ei ole käytössä sunnuntaina klo 9–18.30.", &[]);
    check(english, "cs", "V neděli od 10:00 do 19:30 SEČ je služba mimo provoz.", &[]);
    let among_times = |last: &'static str| {
        [
            ("de", "Der Dienst ist von 9:00 bis 18:00 Uhr nicht verfügbar."),
            ("ko", "오전 9:00~오후 6:00에는 서비스를 사용할 수 없습니다."),
            ("id", "Layanan tidak tersedia pukul 9.00–18.00."),
            ("sl", last),
        ]
    };
    among(&among_times("Storitev ni na voljo med 9.00 in 18.00."), &[]);
    among(&among_times("Storitev ni na voljo med 9.00 in 17.00."), &[("number-differs", "17.00")]);
}

#[test]
fn functions_are_known_by_their_parentheses() {
    let english = "Then **reopen**() is called, which needs more time than reset().";
    check(english, "de", "Danach wird **reopen**() aufgerufen, das mehr Zeit benötigt als reset().", &[]);
    check(english, "de", "Danach wird die Funktion reopen aufgerufen, die mehr Zeit benötigt als reset ().", &[]);
    check(english, "ja", "次に **reopen**（）が呼び出されます。これには reset() より時間がかかります。", &[]);
    check(english, "ar", "ثم تُستدعى ‎**reopen**()، وهي تحتاج إلى وقت أطول.", &[]);
    check(
        english,
        "fr",
        "Ensuite, **reopn**() est appelée, ce qui prend plus de temps que reset().",
        &[("name-differs", "reopn**()")],
    );
    check(english, "th", "จากนั้น **preopen**() ถูกเรียก ซึ่งใช้เวลานานกว่า reset()", &[("name-differs", "preopen**()")]);
}

#[test]
fn abbreviations_have_no_blanks_inside() {
    let english = "The call ends with EBUSYX, or **stopped** if it is OBSOLETE.";
    check(english, "de", "Der Aufruf endet mit EBUSYX oder **angehalten**, wenn er OBSOLET ist.", &[]);
    check(english, "fr", "L'appel se termine par EBUSYX ou **arrêté** s'il est obsolète.", &[]);
    check(english, "de", "Der Aufruf endet mit EBU SYX oder **angehalten**.", &[("name-differs", " ")]);
    check(english, "ru", "Вызов завершается с ЕBUSYХ или **stopped**.", &[("name-differs", "ЕBUSYХ")]);
}

#[test]
fn a_file_keeps_its_name_and_its_extension() {
    let english = "The file proxy.conf is read.\n\nThen proxy.conf is written again.";
    check(english, "de", "Die Datei proxy.conf wird gelesen.\n\nDann wird proxy.conf neu geschrieben.", &[]);
    check(english, "de", "Die Datei proxy.conf wird gelesen.\n\nDann wird sie neu geschrieben.", &[]);
    for (wreck, part) in
        [("stellvertreter.conf", "stellvertreter"), ("proxy.konf", "k"), ("заместитель.conf", "заместитель")]
    {
        let text = format!("Die Datei proxy.conf wird gelesen.\n\nDann wird {wreck} neu geschrieben.");
        check(english, "de", &text, &[("name-differs", part)]);
    }
    check("Open proxy.conf and host.conf.", "de", "Öffnen Sie host.conf und proxy.conf.", &[]);
}

#[test]
fn numbers_and_names_keep_their_parts() {
    let english = "The value 0x1f4 goes to /shared/reports/daily and its job_owner.";
    check(english, "cs", "Hodnota 0x1F4 patří do /shared/reports/daily a jeho job_owner.", &[]);
    check(english, "cs", "Hodnota 0x14f patří do /shared/reports/daily a jeho job_owner.", &[("name-differs", "4f")]);
    check(
        english,
        "pt",
        "O valor 0x1f4 vai para /shared/relatórios/daily e para o job_owner.",
        &[("name-differs", "latório")],
    );
    check(english, "nl", "De waarde 0x1f4 gaat naar /shared/reports/daily en de job owner.", &[("name-differs", " ")]);
    check("See /de-de/reports/daily or and/or else.", "nl", "Zie /nl-nl/reports/daily of een ander.", &[]);
}

#[test]
fn abbreviations_without_vowels_have_no_other_letters() {
    let english = "Open the port for DHCP and for SMTP first.";
    check(english, "pl", "Najpierw otwórz port dla DHCP i dla SMTP.", &[]);
    check(english, "pl", "Najpierw otwórz port dla DHCP i dla SMPT.", &[("name-differs", "PT")]);
    check(english, "ko", "먼저 DHC 및 SMTP용 포트를 엽니다.", &[("name-differs", "DHC")]);
    check(english, "es", "Abra primero el puerto para el protocolo de correo.", &[]);
    check("Open HTTP or HTTPS.", "de", "Öffnen Sie HTTPS.", &[]);
    check("Follow the GDPR here.", "fr", "Respectez ici le RGPD.", &[]);
}

#[test]
fn versions_have_no_blanks_inside() {
    let english = "Turn off TLS 1.0 and TLS 1.1. Without TLS 1.0 it takes Windows 8.1.";
    let german = "Deaktivieren Sie TLS 1.0 und TLS 1.1. Ohne TLS 1.0 braucht es Windows 8.1.";
    check(english, "de", german, &[]);
    for (right, wrong) in [("TLS 1.0 b", "1. 0"), ("TLS 1.0 u", "1,0"), ("Windows 8.1", "8. 1"), ("TLS 1.1", "1 . 1")] {
        let wreck = right.replace(&wrong.replace(' ', "").replace(',', "."), wrong);
        check(english, "de", &german.replace(right, &wreck), &[("number-differs", wrong)]);
    }
    check("It needs Windows 8.1 now.", "cs", "Vyžaduje Windows 8. 1 GB je málo.", &[("number-differs", "8. 1")]);
    check("It needs Windows 8. 1 GB is not enough.", "cs", "Vyžaduje Windows 8. 1 GB je málo.", &[]);
}

#[test]
fn what_is_missing_is_missing_in_its_line() {
    let english = "First the report_owner:<br>\nthen the report_reader,<br>\nand at last nobody.";
    let german = "Zuerst der report_owner:<br>\ndann der Leser,<br>\nund schließlich niemand.";
    check(english, "de", german, &[("name-differs", "dann der Leser,<br>")]);
    check(
        english,
        "de",
        "Zuerst der report_owner: dann der Leser, und niemand.",
        &[("name-differs", "Zuerst der report_owner: dann der Leser, und niemand.")],
    );
}

#[test]
fn the_text_of_html_is_compared_too() {
    let english = "<table>\n<tr>\n<td style=\"width: 40px\">Set report_owner to 10.20.30.40</td>\n<td>Wait 45 minutes</td>\n</tr>\n</table>";
    let german = "<table>\n<tr>\n<td style=\"width: 60px\">Setzen Sie report_owner auf 10.20.30.40</td>\n<td>Warten Sie 45 Minuten</td>\n</tr>\n</table>";
    let found = |text: &str| {
        let text = format!("=== content/en/a.md\n# T\n\n{english}\n=== content/de/a.md\n# X\n\n{text}\n");
        let site = site(&text);
        let told = site.findings.iter().filter(|finding| finding.rule.id.ends_with("-differs"));
        told.map(|finding| (finding.rule.id, pointed_at(&site, finding).to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(found(german), []);
    assert_eq!(found(&german.replace("_owner", "_inhaber")), [("name-differs", "inhab".to_owned())]);
    assert_eq!(found(&german.replace("45", "54")), [("number-differs", "54".to_owned())]);
}

#[test]
fn paths_in_a_row_are_paths() {
    let english = "The list is /usr/local/bin:/usr/bin by default.";
    check(english, "de", "Die Liste ist standardmäßig /usr/local/bin:/usr/bin.", &[]);
    check(english, "de", "Die Liste ist standardmäßig /usr/lokal/bin:/usr/bin.", &[("name-differs", "k")]);
}

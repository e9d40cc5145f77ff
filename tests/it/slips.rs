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

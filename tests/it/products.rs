//! Products whose names are words of the dictionary, and that are called so in every language.

use crate::site::{lines, pointed_at, rules, site};

/// Checks an article in English and translations of it; returns the site.
fn check(english: &str, translations: &[(&str, &str)], expected: &[&str]) -> faultbook::pipeline::Site {
    let mut text = format!("=== content/en/a.md\n# Heading\n\n{english}\n");
    for (tag, translation) in translations {
        text += &format!("=== content/{tag}/a.md\n# X\n\n{translation}\n");
    }
    let site = site(&text);
    assert_eq!(rules(&site), expected, "{text}\n{:#?}", lines(&site));
    site
}

#[test]
fn products_are_not_translated() {
    let lost = |english: &str, tag: &str, translation: &str| {
        check(english, &[(tag, translation)], &["product-name-differs"]);
    };
    lost("Azure AD Connect writes the value back.", "id", "Azure AD Koneksi menuliskan kembali nilainya.");
    lost("Azure AD Connect writes the value back.", "ru", "Azure AD Подключение записывает значение обратно.");
    lost("The users come from Workday every night.", "ko", "사용자는 매일 밤 작업일에서 가져옵니다.");
    lost("People search for it in SharePoint Online.", "ja", "オンラインでSharePointを検索します。");
    // One of several, and one in a long passage.
    lost(
        "It goes through Azure AD Connect. The cycle depends on Azure AD Connect. See the document.",
        "pt-BR",
        "Passa pelo Azure AD Connect. O ciclo depende do Azure AD Conectar. Consulte o documento.",
    );
    lost(
        "Wait for a day. Then the flow of Exchange Online stops. Nobody is told.",
        "pt-BR",
        "Aguarde um dia. Depois, o fluxo da Troca Online para. Ninguém é avisado.",
    );
    lost("Sites of Project Server need a license.", "pt-BR", "Os sites do Servidor de Projetos precisam de licença.");
}

#[test]
fn all_translations_may_have_translated_the_end_of_a_name() {
    let translations = [
        ("id", "Azure AD Koneksi menuliskan kembali nilainya."),
        ("ko", "Azure AD 커넥트가 값을 다시 씁니다."),
        ("sl", "Azure AD Povezovalnik zapiše vrednost nazaj."),
    ];
    check("Azure AD Connect writes the value back.", &translations, &["product-name-differs"; 3]);
    let translations = [
        ("id", "Project Situs server harus divalidasi."),
        ("ko", "Project 서버 사이트의 유효성을 검사해야 합니다."),
        ("th", "ต้องตรวจสอบไซต์ Project เซิร์ฟเวอร์"),
    ];
    check("Project Server sites must be validated.", &translations, &["product-name-differs"; 3]);
    // A first word that is a product by itself may stand for the whole, and other signs between two are a language's own.
    let translations = [
        ("de", "Der Active-Directory-Dienst und Exchange laufen."),
        ("es", "Se ejecutan el servicio de Active Directory y Exchange."),
        ("fr", "Le service Active Directory et Exchange sont en marche."),
    ];
    check("The service of Active Directory and Exchange Online are running.", &translations, &[]);
}

#[test]
fn a_name_may_be_wrapped_shared_or_a_part_of_a_word() {
    let kept = |english: &str, tag: &str, translation: &str| {
        check(english, &[(tag, translation)], &[]);
    };
    kept("Open Visual Studio now and close it.", "fr", "Ouvrez maintenant Visual\nStudio, puis fermez-le.");
    kept("Open Visual Studio now and close it.", "fr", "Ouvrez maintenant Visual\u{202f}Studio, puis fermez-le.");
    kept("Leave Lotus Notes and Lotus Domino servers.", "ru", "Покиньте серверы Lotus Notes и Domino.");
    kept(
        "Open Power Apps. In Power Apps, press the power key.",
        "de",
        "Öffnen Sie Power Apps. Drücken Sie dort die Power-Taste.",
    );
}

#[test]
fn products_keep_their_case() {
    let pointed = |english: &str, tag: &str, translation: &str, expected: &str| {
        let site = check(english, &[(tag, translation)], &["product-name-differs"]);
        assert_eq!(pointed_at(&site, &site.findings[0]), expected);
    };
    pointed("Sign in to Azure AD B2C first.", "sl", "Najprej se vpišite v AZURE ad B2C.", "AZURE ad B2C");
    pointed("Ask Active Directory for it.", "it", "Chiedilo ad Active directory.", "Active directory");
    pointed("Sign in to Azure AD first.", "id", "Masuk ke AZURE AD terlebih dulu.", "AZURE AD");
    check("Sign in to Azure AD first.", &[("de", "ZUERST BEI AZURE AD ANMELDEN.")], &[]);
}

#[test]
fn words_of_the_same_letters_are_translated() {
    let silent = |english: &str, tag: &str, translation: &str| {
        check(english, &[(tag, translation)], &[]);
    };
    // Small letters, the start of a sentence, words of a menu or a title.
    silent("Both teams use a planner.", "de", "Beide Gruppen nutzen einen Kalender.");
    silent("Teams of five are best.", "es", "Los equipos de cinco son los mejores.");
    silent("Select **Planner** and wait.", "fr", "Sélectionnez **Planificateur** et attendez.");
    silent("See Working With Teams of Developers.", "pl", "Zobacz Praca z zespołami deweloperów.");
    // Named once, and meant again.
    silent(
        "Put the app Teams on a device. Then the app Teams opens. Sign in.",
        "de",
        "Installieren Sie die App Teams auf einem Gerät. Dann wird sie geöffnet. Melden Sie sich an.",
    );
    // Endings of a language, and compounds.
    silent("It is in Outlook and in Teams.", "pl", "Jest w Outlooku i w Teamsach.");
    silent("Azure AD Connect writes it.", "fi", "Azure AD Connectin avulla se kirjoitetaan.");
    silent("Open a site of SharePoint Online.", "de", "Öffnen Sie eine SharePoint-Online-Website.");
    silent("ask ACTIVE DIRECTORY.", "de", "fragen Sie ACTIVE DIRECTORY.");
}

#[test]
fn what_most_translations_say_otherwise_is_no_name() {
    let translations = [
        ("de", "Der Dienst läuft auf einem Windows-Rechner mit Server."),
        ("es", "El servicio se ejecuta en un servidor Windows."),
        ("fr", "Le service tourne sur un serveur Windows."),
        ("it", "Il servizio gira su Windows Server."),
    ];
    check("The service runs on a Windows Server.", &translations, &[]);
}

#[test]
fn each_passage_without_the_name_is_told() {
    let english = "## Workday is slow\n\nThe job of Workday waits.\n\nStop the job of Workday.";
    let korean = "## 작업일이 느림\n\n작업일의 작업이 대기합니다.\n\n작업일의 작업을 중지합니다.";
    check(english, &[("ko", korean)], &["product-name-differs"; 3]);
    // One that stands where it did elsewhere is a word of the title.
    let korean = "## 작업일이 느림\n\nWorkday의 작업이 대기합니다.\n\nWorkday의 작업을 중지합니다.";
    check(english, &[("ko", korean)], &[]);
}

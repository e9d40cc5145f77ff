//! Names and commands in plain text: correct translations in many languages, and one mistake at a time.

mod texts;

use faultbook::diag::Finding;

use self::texts::{ALL, ENGLISH};
use crate::site::{lines, pointed_at, rules, site};

/// The rules that are tested here.
const RULES: [&str; 5] =
    ["name-differs", "product-name-differs", "command-differs", "code-differs", "symbolic-name-changed"];

fn is_tested(finding: &&Finding) -> bool {
    RULES.contains(&finding.rule.id)
}

/// Checks a translation of `english` and returns what the rules say: rule, text at the caret.
fn found(english: &str, tag: &str, translation: &str) -> Vec<(&'static str, String)> {
    let site = site(&format!("=== content/en/a.md\n{english}\n=== content/{tag}/a.md\n{translation}\n"));
    let findings = site.findings.iter().filter(is_tested);
    findings.map(|finding| (finding.rule.id, pointed_at(&site, finding).to_owned())).collect()
}

#[test]
fn correct_translations_are_left_alone() {
    for (tag, translation) in ALL {
        let site = site(&format!("=== content/en/a.md\n{ENGLISH}\n=== content/{tag}/a.md\n{translation}\n"));
        assert_eq!(site.findings.iter().filter(is_tested).count(), 0, "{tag}: {:#?}", lines(&site));
    }
}

#[test]
fn correct_translations_agree_without_a_source() {
    let files = ALL.iter().map(|(tag, translation)| format!("=== content/{tag}/a.md\n{translation}\n"));
    let site = site(&files.collect::<String>());
    assert_eq!(site.findings.iter().filter(is_tested).count(), 0, "{:#?}", lines(&site));
}

/// What breaks names: the text that stands in every translation, and what became of it.
const DAMAGES: &[(&str, &str, &str)] = &[
    ("Get-MessageTrace", "GetMessageTrace", "name-differs"),
    ("Get-MessageTrace", "Get–MessageTrace", "name-differs"),
    ("Get-MessageTrace", "Get- MessageTrace", "name-differs"),
    ("Set-MailboxFolderPermission", "Set-MailboxFolderPermision", "name-differs"),
    ("Set-MailboxFolderPermission", "設定-MailboxFolderPermission", "name-differs"),
    ("-AccessRights", "-accessrights", "name-differs"),
    ("-AccessRights", "-Access Rights", "name-differs"),
    ("interaction_required", "zahtevana_interakcija", "name-differs"),
    ("interaction_required", "interaction_reqired", "name-differs"),
    ("interaction_required", "interaction required", "name-differs"),
    ("InvalidReplyTo", "InvalidReplyТo", "name-differs"),
    ("InvalidReplyTo", "Invalid ReplyTo", "name-differs"),
    ("userPrincipalName", "UserPrincipalName", "name-differs"),
    ("setup.exe", "setup. exe", "name-differs"),
    ("%windir%", "%windri%", "name-differs"),
    ("%windir%", "% windir%", "name-differs"),
    ("$env:TEMP", "$env: TEMP", "name-differs"),
    (r"C:\Windows\System32\drivers", r"C:\Windows\ System32\drivers", "name-differs"),
    (r"C:\Windows\System32\drivers", r"C：\Windows\System32\drivers", "name-differs"),
    ("/etc/hosts", "/etc/host", "name-differs"),
    (r"HKEY_LOCAL_MACHINE\SOFTWARE", r"HKEY_LOCAL_MACHINE\SOFTWRE", "name-differs"),
    ("office365.com", "office365. com", "name-differs"),
    ("office365.com", "ofice365.com", "name-differs"),
    ("10.20.30.40", "10.20.30.41", "name-differs"),
    ("16.0.4266.1001", "16.0.4266.101", "name-differs"),
    ("X-MS-Exchange-Organization-SCL", "X-MS-Exchange-Organisation-SCL", "name-differs"),
    ("{tenantId}", "{tenatId}", "name-differs"),
    ("@contoso.com", "@contoso. com", "name-differs"),
    ("ipconfig /flushdns", "ipconfig / flushdns", "command-differs"),
    ("ipconfig /flushdns", "ipconfig /flushdn", "command-differs"),
    ("| Set-Mailbox -Type", "| Set-Mailbox –Type", "command-differs"),
    ("-Identity \"", "-Identity “", "command-differs"),
    ("-Identity", "-Iden tity", "command-differs"),
    ("objectClass", "objectclass", "name-differs"),
    ("MailboxNotFoundError", "MailboxNotFoundErorr", "name-differs"),
    ("MailboxNotFoundError", "BuzonNotFoundError", "name-differs"),
    ("OneDrive", "Onedrive", "product-name-differs"),
    ("OneDrive", "OneDrve", "product-name-differs"),
    ("PowerShell", "Power Shell", "product-name-differs"),
    ("PowerShell", "PowеrShell", "product-name-differs"),
    ("SharePoint", "ShаrePoint", "product-name-differs"),
];

#[test]
fn every_damage_is_one_finding_in_every_language() {
    let mut wrong = Vec::new();
    for (turn, (tag, translation)) in ALL.into_iter().enumerate() {
        // Each language takes a third of them in its turn.
        for &(whole, damaged, rule) in DAMAGES.iter().skip(turn % 3).step_by(3) {
            assert!(translation.contains(whole), "{tag} has no {whole}");
            let found = found(ENGLISH, tag, &translation.replacen(whole, damaged, 1));
            if found.iter().map(|(rule, _)| *rule).ne([rule]) {
                wrong.push(format!("{tag}: {whole} → {damaged}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

fn check(english: &str, tag: &str, translation: &str, expected: &[(&str, &str)]) {
    let found = found(&format!("# T\n\n{english}"), tag, &format!("# T\n\n{translation}"));
    let found: Vec<(&str, &str)> = found.iter().map(|(rule, text)| (*rule, &**text)).collect();
    assert_eq!(found, expected, "{english}\n{translation}");
}

#[test]
fn what_only_looks_like_a_mistake_is_none() {
    let silent = |english: &str, tag: &str, translation: &str| check(english, tag, translation, &[]);
    // Names that the sentence drops, puts between back-ticks, or has official names for.
    silent("Open SharePoint and sign in to SharePoint.", "fr", "Ouvrez SharePoint et connectez-vous-y.");
    silent("Run Get-MessageTrace.", "hi", "`Get-MessageTrace` चलाएँ।");
    silent("Ask on LinkedIn or use WordArt.", "zh-CN", "请在领英上提问或使用艺术字。");
    // A name may be cased as the origin has it elsewhere, hosts and addresses in any way.
    silent("The sourceAnchor is set. SourceAnchor stays.", "sl", "Nastavljen je sourceAnchor. sourceAnchor ostane.");
    silent(
        "Write to Support@Vendor.com or open Portal.Vendor.com.",
        "es",
        "Escriba a support@vendor.com o abra portal.vendor.com.",
    );
    // Endings of languages, in Latin letters and others.
    silent("Use OneNote and SharePoint.", "sl", "Uporabite OneNotu in SharePointov.");
    silent("Use PowerShell.", "fi", "Käytä PowerShelliä tai PowerShellissä.");
    silent("Use OneDrive.", "uk", "Скористайтеся OneDrive’ом.");
    // Compounds of German and English, and what is no parameter.
    silent("Turn off Add-Ins for On-Premises Test-Calls.", "de", "Add-ins für lokale Testanrufe deaktivieren.");
    silent(
        "Der Test-Anruf zeigt die Netzwerk-Konfiguration und das Start-Menü.",
        "fr",
        "L’appel de test affiche la configuration.",
    );
    silent("Teams -Outlook add-in", "pt-BR", "Teams – suplemento do Outlook");
    // Numbers, dates and units in the locale's form.
    silent(
        "Wait until 12:30 for 1,000,000 items at 2.4 GHz on 3/4/2021.",
        "ru",
        "Ждите до 12.30: 1 000 000 элементов, 2,4 ГГц, 04.03.2021.",
    );
    silent(
        "It is on until 12.03.2021, with 1.000.000 items.",
        "en-GB",
        "It is on until 12 March 2021, with 1,000,000 items.",
    );
    // Samples.
    silent("Save Report.docx and ask alain@contoso.com.", "it", "Salva Relazione.docx e chiedi a ivan@contoso.com.");
    silent(
        "Run Set-User -Identity <user name> -Title \"Boss\"",
        "cs",
        "Spusťte Set-User -Identity <jméno> -Title \"Šéf\"",
    );
}

#[test]
fn carets_stand_under_what_was_changed() {
    check("Run Remove-MsolContact.", "ko", "제거-MsolContact를 실행합니다.", &[("name-differs", "제거")]);
    check("It says GatewayNotReachable.", "sl", "Sporočilo je PrehodNotReachable.", &[("name-differs", "Prehod")]);
    check(
        "It says interaction_required.",
        "ru",
        "Ответ: требуется_взаимодействие.",
        &[("name-differs", "требуется_взаимодействие")],
    );
    check("Run sfc /scannow now.", "ar", "شغّل sfc /sca nnow الآن.", &[("command-differs", " ")]);
    check("The error is AADSTS650056.", "he", "השגיאה היא AADS650056.", &[("code-differs", "AADS650056")]);
}

#[test]
fn a_code_or_a_name_is_found_where_it_stands_more_than_once() {
    let english =
        "The error is AADSTS50011.\n\nAgain AADSTS50011 with InvalidReplyToAddress.\n\nThen InvalidReplyToAddress.";
    let german =
        "Der Fehler ist AADSTS50011.\n\nWieder AADST50011 mit InvalidReplyToAddress.\n\nDann InvalidReplyToAdress.";
    check(english, "de", german, &[("code-differs", "AADST50011"), ("name-differs", "InvalidReplyToAdress")]);
}

#[test]
fn what_no_translation_has_was_changed_in_the_source() {
    let files =
        [("en", "Run Get-NewThing now."), ("de", "Starten Sie es."), ("fr", "Démarrez-le."), ("it", "Avvialo.")];
    let files = files.iter().map(|(tag, text)| format!("=== content/{tag}/a.md\n# T\n\n{text}\n"));
    let site = site(&files.collect::<String>());
    assert_eq!(site.findings.iter().filter(is_tested).count(), 0, "{:#?}", lines(&site));
}

#[test]
fn an_address_with_placeholders_is_one_name() {
    let english = "# T\n\nOpen https://\\<tenant>.example.net/sites/\\<name>/people?Id=0 now.\n";
    let site = |russian: &str| site(&format!("=== content/en/a.md\n{english}=== content/ru/a.md\n# Т\n\n{russian}\n"));
    let torn = site("Откройте https:// \\<tenant> .example.net/sites/ \\<name> /people? Id=0 сейчас.");
    assert_eq!(rules(&torn), ["name-differs"], "{:#?}", lines(&torn));
    let right = site("Сейчас откройте https://\\<tenant>.example.net/sites/\\<name>/people?Id=0.");
    assert_eq!(rules(&right), [""; 0], "{:#?}", lines(&right));
}

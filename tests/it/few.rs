//! Sites of one article in two languages, whose words nobody can count: what is found there all the same.

use crate::site::{lines, rules, site};

fn check(english: &str, tag: &str, translation: &str, expected: &[&str]) {
    let text = format!("=== content/en/a.md\n# Heading\n\n{english}\n=== content/{tag}/a.md\n# X\n\n{translation}\n");
    let site = site(&text);
    assert_eq!(rules(&site), expected, "{english}\n{translation}\n{:#?}", lines(&site));
}

#[test]
fn names_of_joined_words_are_no_words() {
    let owner = "The task is given to the MailboxOwner when it fails.";
    check(owner, "de", "Die Aufgabe geht an den MailboxOwner, wenn sie fehlschlägt.", &[]);
    check(owner, "de", "Die Aufgabe geht an den Postfachbesitzer, wenn sie fehlschlägt.", &["product-name-differs"]);
    check(owner, "ja", "失敗すると、タスクはメールボックス所有者に渡されます。", &["product-name-differs"]);
    check(owner, "ar", "يتم إعطاء المهمة عند فشلها.", &["product-name-differs"]);
    check("The file is in SharePoint now.", "pl", "Plik znajduje się teraz w witrynie.", &["product-name-differs"]);
    // It is said otherwise in one place.
    let twice = "The MailboxOwner gets a message.\n\nThe MailboxOwner has to answer it.";
    check(twice, "th", "MailboxOwner ได้รับข้อความ\n\nต้องตอบกลับข้อความนั้น", &[]);
}

#[test]
fn quotes_within_quotes_are_part_of_a_command() {
    let command = "Run Get-MgUser -Filter \"city eq 'Rome'\" and wait.";
    check(command, "fr", "Exécutez Get-MgUser -Filter \"city eq 'Lyon'\" et patientez.", &[]);
    check(command, "fr", "Exécutez Get-MgUser -Filter \"city eq «Rome»\" et patientez.", &["command-differs"]);
    check(command, "vi", "Chạy Get-MgUser -Filter \"city eq Rome\" rồi chờ.", &["command-differs"]);
    let said = "Run Send-MailMessage -Subject \"The disk is full\" and wait.";
    check(said, "fr", "Exécutez Send-MailMessage -Subject \"L'espace n'est plus libre\" et patientez.", &[]);
}

#[test]
fn short_texts_that_were_left_are_found() {
    let list = "- The job was deleted last week.\n- Nobody has given consent yet.\n- The name is wrong.";
    check(
        list,
        "de",
        "- Der Auftrag wurde letzte Woche gelöscht.\n- Nobody has given consent yet.\n- Der Name ist falsch.",
        &["text-untranslated"],
    );
    check(
        list,
        "hi",
        "- काम पिछले सप्ताह हटाया गया था।\n- अभी तक किसी ने सहमति नहीं दी है।\n- The name is wrong.",
        &["text-untranslated"],
    );
    let panel = "Select **+ New policy**. A panel appears.";
    for (tag, left, right) in [
        ("ar", "حدّد **+ نهج جديد**. A panel appears.", "حدّد **+ نهج جديد**. تظهر لوحة."),
        (
            "de",
            "Wählen Sie **+ Neue Richtlinie**. A panel appears.",
            "Wählen Sie **+ Neue Richtlinie**. Ein Panel erscheint.",
        ),
        (
            "ja",
            "**[+ 新しいポリシー]** を選択します。A panel appears.",
            "**[+ 新しいポリシー]** を選択します。パネルが表示されます。",
        ),
    ] {
        check(panel, tag, left, &["text-untranslated"]);
        check(panel, tag, right, &[]);
    }
    let message = "The log says: The disk is full. Then restart it.";
    check(message, "de", "Im Protokoll steht: The disk is full. Starten Sie dann neu.", &[]);
    let parts = "Some words.\n\n## Change the port\n\nMore words about it.";
    check(parts, "pl", "Kilka słów.\n\n## Change the port\n\nWięcej słów na ten temat.", &["text-untranslated"]);
    let cause = "Some words.\n\n## Cause\n\nMore words about it.";
    check(cause, "ja", "いくつかの言葉。\n\n## Cause\n\nそれについての詳しい言葉。", &["text-untranslated"]);
    check(cause, "fr", "Quelques mots.\n\n## Cause\n\nPlus de mots à ce sujet.", &[]);
    let table = "| Code | What to do |\n|---|---|\n| `1` | Register it again. |\n| `2` | Ask the owner. |";
    check(
        table,
        "tr",
        "| Kod | Ne yapmalı |\n|---|---|\n| `1` | Register it again. |\n| `2` | Sahibine sorun. |",
        &["text-untranslated"],
    );
}

#[test]
fn names_and_messages_stay() {
    let name = "Some words.\n\n## Outlook on the web\n\nMore words about it.";
    check(name, "ja", "いくつかの言葉。\n\n## Outlook on the web\n\nそれについての詳しい言葉。", &[]);
    let quote = "The log says:\n\n> Error: could not bind to the port\n\nThen wait.";
    check(quote, "ar", "يقول السجل:\n\n> Error: could not bind to the port\n\nثم انتظر.", &[]);
    let command = "Run Get-MgUser -All | Select-Object Id in the shell.";
    check(command, "zh", "在 shell 中运行 Get-MgUser -All | Select-Object Id。", &[]);
}

#[test]
fn what_a_shell_puts_out_stays() {
    let error = "Some words.\n\n*Get-Item : Cannot find the path that you asked for, because it is not there.*";
    check(error, "ja", &error.replace("Some words.", "いくつかの言葉。"), &[]);
    let note = "Some words.\n\n*Note : You cannot find the path that you asked for, because it is not there.*";
    check(note, "ja", &note.replace("Some words.", "いくつかの言葉。"), &["text-untranslated"]);
}

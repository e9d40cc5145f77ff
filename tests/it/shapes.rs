//! What is known for a name or a command by its shape alone, and what is not.

use crate::site::{lines, rules, site};

/// Holds one paragraph against its source; `expected` are the rules that say something.
fn check(english: &str, tag: &str, translation: &str, expected: &[&str]) {
    let text = format!("=== content/en/a.md\n# T\n\n{english}\n=== content/{tag}/a.md\n# T\n\n{translation}\n");
    let site = site(&text);
    assert_eq!(rules(&site), expected, "{english}\n{translation}\n{:#?}", lines(&site));
}

#[test]
fn commands_without_a_switch_are_commands_and_sentences_are_none() {
    let changed = |english: &str, tag: &str, translation: &str, rule: &str| check(english, tag, translation, &[rule]);
    let service = "Run net stop wuauserv first.";
    changed(service, "de", "Führen Sie zuerst net stop wuausrv aus.", "command-differs");
    changed(service, "ja", "最初に net stop wuau serv を実行します。", "command-differs");
    changed(service, "th", "เรียกใช้ netstop wuauserv ก่อน", "command-differs");
    let rename = "Run ren %windir%\\Logs Logs.old and wait.";
    changed(rename, "he", "הפעל את ren %windir%\\Logs Logs. old והמתן.", "command-differs");
    changed("Run git clone and wait.", "ar", "شغّل git clon وانتظر.", "command-differs");
    let silent = |english: &str, tag: &str, translation: &str| check(english, tag, translation, &[]);
    silent("Then copy web.config to the folder.", "de", "Kopieren Sie dann web.config in den Ordner.");
    silent("Then move C:\\a.txt to D:\\b.txt now.", "pt", "Mova agora C:\\a.txt para D:\\b.txt.");
    silent("Then ping contoso.com and wait.", "de", "Pingen Sie dann contoso.com an und warten Sie.");
    silent("The net start of the year is good.", "ja", "年初は好調です。");
    silent("Run nslookup mail.contoso.com now.", "ru", "Выполните nslookup mail.fabrikam.com.");
}

#[test]
fn a_back_slash_that_markdown_eats_may_be_put_back() {
    let english = r"Run PsExec -s \\win10client01 cmd now.";
    check(english, "de", r"Führen Sie jetzt PsExec -s \\win10client01 cmd aus.", &[]);
    check(english, "de", r"Führen Sie jetzt PsExec -s \\\\win10client01 cmd aus.", &[]);
    check(english, "de", r"Führen Sie jetzt `PsExec -s \\win10client01 cmd` aus.", &[]);
    check(english, "de", r"Führen Sie jetzt PsExec -s \\\\win10klient01 cmd aus.", &["command-differs"]);
}

#[test]
fn a_slip_in_a_sample_host_is_found_and_another_sample_is_none() {
    let host = "The server is wsus01.contoso.com here.";
    for slip in ["wsus01.contso.com", "wsu01.contoso.com", "wsus01.contosso.com"] {
        check(host, "pt", &format!("O servidor é {slip} aqui."), &["name-differs"]);
    }
    check(host, "pt", "O servidor é wsus01.fabrikam.com aqui.", &[]);
    check("Write to ann@contoso.com.", "pt", "Escreva para ana@contoso.com.", &[]);
    let account = r"Sign in as CONTOSO\ann on that server.";
    check(account, "pt", r"Inicie sessão como CONTOSO\ana nesse servidor.", &[]);
    check(account, "pt", r"Inicie sessão como CONTOSO \ann nesse servidor.", &["name-differs"]);
    check(account, "pt", "Inicie sessão como ela nesse servidor.", &[]);
    check("Send x-ms-request-id and plot the x-axis.", "de", "Senden Sie x-ms-request-id; die x-Achse folgt.", &[]);
}

#[test]
fn a_part_of_a_longer_name_is_not_what_another_name_became() {
    check(
        "Connect with PowerShell and run Get-MessageTrace -PageSize 5.",
        "de",
        "Führen Sie mit PowerShell Get-MessageTrace -PageSize 5 aus, oder Set-HostedOutboundRule.",
        &[],
    );
    check("Open PowerShell now.", "he", "פתח עכשיו את ה-PowerShel.", &["product-name-differs"]);
}

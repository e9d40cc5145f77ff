//! Edits that change nothing of what must be kept.

use super::{Pair, Plant};

/// What an edit is called, and how it is made.
pub(super) type Harmless = (&'static str, fn(&Pair) -> Vec<Plant>);

pub(super) const KINDS: &[Harmless] = &[
    ("CRLF line ends", |pair| whole(pair, |text| text.replace('\n', "\r\n"))),
    ("a byte order mark", |pair| whole(pair, |text| format!("\u{feff}{text}"))),
    ("trailing blanks", |pair| whole(pair, |text| text.replace(".\n", ". \n"))),
    // Between letters underscores are no marks, as in Japanese and Thai.
    ("other marks for bold", |pair| match pair.locale {
        "ja" | "th" => Vec::new(),
        _ => whole(pair, |text| text.replace("**", "__")),
    }),
    ("other marks for lists", |pair| whole(pair, |text| text.replace("\n- ", "\n* "))),
    ("double back-ticks", |pair| {
        several(
            pair,
            &[("`Automatic`", "``Automatic``"), ("`client_id`", "`` client_id ``"), ("`-Force`", "``-Force``")],
        )
    }),
    ("names between back-ticks", |pair| {
        several(
            pair,
            &[
                ("OrganizationManagement", "`OrganizationManagement`"),
                ("unauthorized_client", "`unauthorized_client`"),
                ("appsettings.json", "`appsettings.json`"),
                ("CBS_E_NOT_APPLICABLE", "**CBS_E_NOT_APPLICABLE**"),
                ("sfc /scannow", "`sfc /scannow`"),
                ("net stop wuauserv", "`net stop wuauserv`"),
                ("x-ms-request-id", "`x-ms-request-id`"),
            ],
        )
    }),
    ("particles and text right after a name", |pair| {
        several(
            pair,
            &[
                ("OrganizationManagement", "OrganizationManagement를"),
                ("unauthorized_client", "unauthorized_client错误"),
                ("appsettings.json", "appsettings.jsonを"),
                ("CBS_E_NOT_APPLICABLE", "「CBS_E_NOT_APPLICABLE」"),
            ],
        )
    }),
    ("numbers in another form", |pair| {
        several(
            pair,
            &[
                ("10,000", "10 000"),
                ("10.000", "10 000"),
                ("10,000", "１０，０００"),
                ("10,000", "10،000"),
                ("3,600", "3600"),
                ("3.600", "3 600"),
                (" 24 ", " २४ "),
                (" 30 ", " ٣٠ "),
                (" 20 GB", " 20GB"),
                ("10,000", "1 万"),
                (" 300 ", "\u{a0}300\u{a0}"),
            ],
        )
    }),
    ("no-break blanks in prose", |pair| {
        whole(pair, |text| {
            text.replace("Exchange Online", "Exchange\u{a0}Online").replace("Windows Update", "Windows\u{a0}Update")
        })
    }),
    ("other locales in addresses", |pair| {
        whole(pair, |text| {
            let tag = text.split("learn.microsoft.com/").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or("x");
            text.replace(&format!("learn.microsoft.com/{tag}/"), "learn.microsoft.com/en-gb/")
        })
    }),
    ("no locale in addresses", |pair| {
        whole(pair, |text| {
            let tag = text.split("learn.microsoft.com/").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or("x");
            text.replace(&format!("learn.microsoft.com/{tag}/"), "learn.microsoft.com/")
        })
    }),
    ("a slash behind an address", |pair| {
        several(pair, &[("monitoring/trace)", "monitoring/trace/)"), ("release-information)", "release-information/)")])
    }),
    ("letter case of a host", |pair| {
        several(
            pair,
            &[
                ("https://entra.microsoft.com", "https://Entra.Microsoft.com"),
                ("wsus01.contoso.com", "WSUS01.contoso.com"),
            ],
        )
    }),
    ("a sentence more", |pair| {
        whole(pair, |text| format!("{text}\n{}\n", pair.translation.split("\n\n").nth(2).unwrap_or_default()))
    }),
    ("a comment", |pair| whole(pair, |text| text.replacen("\n## ", "\n<!-- checked -->\n\n## ", 1))),
    ("another sample", |pair| {
        several(pair, &[("wsus01.contoso.com", "wsus01.fabrikam.com"), ("wsus01.contoso.com", "update.contoso.com")])
    }),
    ("quotes around front matter", |pair| {
        whole(pair, |text| {
            text.replacen("ids: \"4120\"", "ids: 4120", 1).replacen(
                "ids: [9301, 9302]",
                "ids:\n  - 9302\n  - \"9301\"",
                1,
            )
        })
    }),
    ("a bold word less", |pair| whole(pair, |text| text.replacen("**", "", 2))),
    ("a compound that looks like a cmdlet", |pair| {
        whole(pair, |text| format!("{} Add-Ins, Test-Anruf, On-Premises, -Konfiguration.\n", text.trim_end()))
    }),
];

/// Changes the text as a whole.
fn whole(pair: &Pair, change: impl Fn(&str) -> String) -> Vec<Plant> {
    let text = change(&pair.translation);
    if text == pair.translation { Vec::new() } else { vec![Plant { what: "everywhere".to_owned(), text }] }
}

fn several(pair: &Pair, changes: &[(&str, &str)]) -> Vec<Plant> {
    changes.iter().filter_map(|(from, to)| Plant::replace(&pair.translation, from, to)).collect()
}

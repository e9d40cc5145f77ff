//! The kinds of defects, and how each is planted.

use faultbook::diag::Severity::{self, Error, Note, Warning};

use super::{Kind, Pair, Plant};

const fn kind(name: &'static str, severity: Severity, plant: fn(&Pair) -> Vec<Plant>) -> Kind {
    Kind { name, severity, plant }
}

pub(super) const KINDS: &[Kind] = &[
    kind("code span: a letter dropped", Error, |pair| in_each(pair, CODE_SPANS, without_a_letter)),
    kind("code span: letter case", Error, |pair| in_each(pair, CODE_SPANS, |text| Some(swapped_case(text)))),
    kind("code span: a look-alike letter", Error, |pair| in_each(pair, CODE_SPANS, with_look_alike)),
    kind("code span: an invisible character", Error, |pair| in_each(pair, CODE_SPANS, |text| inside(text, "\u{200b}"))),
    kind("code span: back-ticks lost", Error, |pair| {
        in_each(pair, CODE_SPANS, |text| Some(text.trim_matches('`').to_owned()))
    }),
    kind("code span: translated", Error, |pair| {
        in_each(pair, CODE_SPANS, |_| Some(format!("`{}`", word(pair.locale))))
    }),
    kind("parameter: a word replaced", Error, |pair| {
        several(
            pair,
            &[
                ("because", "weil"),
                ("Client", "Клиент"),
                ("try again", "retry"),
                ("is busy", "is  busy"),
                ("failed", "Failed"),
            ],
        )
    }),
    kind("fence: changed", Error, |pair| {
        several(
            pair,
            &[
                ("Operation: install", "Operation: Install"),
                ("Error: 0x80240017\nOp", "Error: 0x80240071\nOp"),
                ("-AccountEnabled:$true", "-AccountEnabled: $true"),
                ("Update-MgServicePrincipal", "Update-MgServicePrincipals"),
                ("Operation: install\n```", "Operation: install\nEnde\n```"),
            ],
        )
    }),
    kind("name: a letter dropped", Warning, |pair| in_each(pair, NAMES, without_a_letter)),
    kind("name: letter case", Warning, |pair| {
        in_each(pair, NAMES, |text| Some(text.to_lowercase()).filter(|low| low != text))
    }),
    kind("name: a look-alike letter", Warning, |pair| in_each(pair, NAMES, with_look_alike)),
    kind("name: a blank put in", Warning, |pair| in_each(pair, NAMES, |text| inside(text, " "))),
    kind("name: half of it translated", Warning, |pair| in_each(pair, COMPOUNDS, |text| half(text, word(pair.locale)))),
    // A role may have a name in the language, and a sample host may be another one there.
    kind("name: replaced by words", Warning, |pair| {
        let must_stay = |name: &&&str| !matches!(**name, "OrganizationManagement" | "wsus01.contoso.com");
        let names: Vec<&str> = NAMES.iter().filter(must_stay).copied().collect();
        in_each(pair, &names, |_| Some(word(pair.locale).to_owned()))
    }),
    kind("error code: digits changed", Error, |pair| {
        several(
            pair,
            &[
                ("AADSTS90094", "AADSTS90049"),
                ("AADSTS90094", "AADTS90094"),
                ("550 5.7.520", "550 5.7.250"),
                (" 0x80240017 ", " 0x80240071 "),
                ("AADSTS90094", "AADSTS 90094"),
            ],
        )
    }),
    kind("command: a blank put in or lost", Error, |pair| {
        several(
            pair,
            &[
                ("-AutoForwardingMode On", "-AutoForwardingModeOn"),
                ("-AutoForwardingMode On", "- AutoForwardingMode On"),
                ("-Identity Default", "-Identity  Default"),
                ("sfc /scannow", "sfc / scannow"),
                ("net stop wuauserv", "netstop wuauserv"),
                ("SoftwareDistribution SoftwareDistribution.old", "SoftwareDistribution SoftwareDistribution. old"),
            ],
        )
    }),
    kind("command: a dash or a letter changed", Error, |pair| {
        several(
            pair,
            &[
                ("-AutoForwardingMode On", "–AutoForwardingMode On"),
                ("-Identity Default", "—Identity Default"),
                ("-Identity Default", "-Identity Standard"),
                ("sfc /scannow", "sfc /scanow"),
                ("net stop wuauserv", "net stop wuausrv"),
                ("-AutoForwardingMode On", "-AutoForwardingMode Ein"),
            ],
        )
    }),
    kind("link: its text left empty", Error, |pair| links(pair, |_, target| Some(format!("[]({target})")))),
    kind("link: target changed", Warning, |pair| {
        links(pair, |text, target| Some(format!("[{text}]({})", target.replacen(['o', 'e'], "u", 3))))
    }),
    kind("link: dropped", Warning, |pair| links(pair, |text, _| Some(text.to_owned()))),
    kind("link: broken syntax", Warning, |pair| links(pair, |text, target| Some(format!("[{text}] ({target})")))),
    kind("link: never closed", Warning, |pair| links(pair, |text, target| Some(format!("[{text}]({target}")))),
    kind("link: full-width brackets", Warning, |pair| {
        links(pair, |text, target| Some(format!("［{text}］（{target}）")))
    }),
    kind("link: its words beside it", Warning, |pair| links(pair, |text, target| Some(format!("{text}[.]({target})")))),
    kind("link: fragment lost or changed", Warning, |pair| {
        several(
            pair,
            &[
                ("protection#rules)", "protection)"),
                ("protection#rules)", "protection#regeln)"),
                ("com/#apps)", "com/)"),
                ("com/#apps)", "com/#aps)"),
                ("md#check-the-request)", "md)"),
            ],
        )
    }),
    kind("link: targets exchanged", Warning, exchanged_targets),
    kind("picture: lost or another", Warning, |pair| {
        several(
            pair,
            &[
                ("media/switch.png", "media/schalter.png"),
                ("![", "["),
                ("switch.png)", "switch.png"),
                ("switch.png)", "switch.jpg)"),
            ],
        )
        .into_iter()
        .chain(without_lines(pair, |line| line.starts_with("![")))
        .collect()
    }),
    kind("bold printed as asterisks", Warning, |pair| {
        bold(pair)
            .into_iter()
            .flat_map(|text| {
                let inner = text.trim_matches('*');
                [format!("**{inner}"), format!("{inner}**"), format!("\\*\\*{inner}\\*\\*"), format!("* *{inner}* *")]
                    .into_iter()
                    .filter_map(|to| Plant::replace(&pair.translation, &text, &to))
                    .collect::<Vec<_>>()
            })
            .collect()
    }),
    kind("bold that is only repaired", Note, |pair| {
        bold(pair)
            .into_iter()
            .filter_map(|text| Plant::replace(&pair.translation, &text, &format!("** {} **", text.trim_matches('*'))))
            .collect()
    }),
    kind("a sentence turned into a list", Warning, |pair| {
        paragraphs(pair)
            .into_iter()
            .flat_map(|text| {
                ["1. ", "- ", "2020. "]
                    .into_iter()
                    .filter_map(|mark| Plant::replace(&pair.translation, &text, &format!("{mark}{text}")))
                    .collect::<Vec<_>>()
            })
            .collect()
    }),
    kind("a paragraph turned into code", Warning, |pair| {
        paragraphs(pair)
            .into_iter()
            .filter_map(|text| Plant::replace(&pair.translation, &text, &format!("    {text}")))
            .collect()
    }),
    kind("a paragraph lost", Warning, |pair| {
        paragraphs(pair)
            .into_iter()
            .filter_map(|text| Plant::replace(&pair.translation, &format!("{text}\n\n"), ""))
            .collect()
    }),
    kind("a list item lost", Warning, |pair| without_lines(pair, |line| line.starts_with("- ") || is_numbered(line))),
    kind("a table row lost", Warning, |pair| {
        without_lines(pair, |line| line.starts_with("| ") && line.contains(|c: char| c.is_ascii_digit()))
    }),
    kind("a heading's level", Warning, |pair| {
        headings(pair)
            .into_iter()
            .filter_map(|text| Plant::replace(&pair.translation, &format!("\n{text}\n"), &format!("\n#{text}\n")))
            .collect()
    }),
    kind("a heading's mark without a blank", Warning, |pair| {
        headings(pair)
            .into_iter()
            .filter_map(|text| {
                Plant::replace(
                    &pair.translation,
                    &format!("\n{text}\n"),
                    &format!("\n{}\n", text.replacen("# ", "#", 1)),
                )
            })
            .collect()
    }),
    kind("an alert's kind", Warning, |pair| {
        several(
            pair,
            &[
                ("[!NOTE]", "[!WARNING]"),
                ("[!WARNING]", "[!TIP]"),
                ("[!TIP]", "[!IMPORTANT]"),
                ("[!NOTE]", "[!CAUTION]"),
                ("[!TIP]", "[!NOTE]"),
            ],
        )
    }),
    kind("an alert's word translated or broken", Warning, |pair| {
        let translated = format!("[!{}]", word(pair.locale));
        let changes = [
            ("[!NOTE]", &*translated),
            ("[!WARNING]", &*translated),
            ("[!TIP]", &*translated),
            ("[!NOTE]", "[! NOTE]"),
            ("[!WARNING]", "[WARNING]"),
            ("[!TIP]", "[!TIP"),
        ];
        several(pair, &changes)
    }),
    kind("an anchor changed", Warning, |pair| {
        several(
            pair,
            &[
                ("name=\"admin\"", "name=\"verwalter\""),
                ("<a name=\"admin\"></a>", ""),
                ("<a name=\"admin\"></a>", "< a name=\"admin\"></a>"),
                ("name=\"admin\"", "name=\"Admin\""),
                ("name=\"admin\"", "name=\"admin-1\""),
            ],
        )
    }),
    kind("a number changed", Warning, |pair| {
        several(
            pair,
            &[
                (" 30 ", " 13 "),
                ("2020", "2021"),
                (" 24 ", " 48 "),
                ("150", "105"),
                ("500", "50"),
                ("300", "30"),
                (" 8530", " 8350"),
                (" 45", " 54"),
                (" 20", " 200"),
                ("| 72 |", "| 27 |"),
            ],
        )
    }),
    kind("a number lost", Note, |pair| {
        several(pair, &[(" 30 ", " "), (" 2020", ""), (" 24 ", " "), (" 300 ", " "), (" 8530", ""), (" 45", "")])
    }),
    kind("a paragraph left in the source language", Warning, |pair| {
        let source = blocks(&pair.source);
        let target = blocks(&pair.translation);
        source
            .iter()
            .zip(&target)
            .filter(|(from, _)| is_prose(from))
            .filter_map(|(from, to)| Plant::replace(&pair.translation, to, from))
            .collect()
    }),
    kind("a list item left in the source language", Warning, |pair| {
        let item = |line: &&str| (line.starts_with("- ") || is_numbered(line)) && line.split(' ').count() > 7;
        let (source, target) = (
            pair.source.lines().filter(item),
            pair.translation.lines().filter(|line| line.starts_with("- ") || is_numbered(line)),
        );
        let all: Vec<&str> = pair.source.lines().filter(|line| line.starts_with("- ") || is_numbered(line)).collect();
        let target: Vec<&str> = target.collect();
        source
            .filter_map(|from| {
                let at = all.iter().position(|line| *line == from)?;
                Plant::replace(&pair.translation, target.get(at)?, from)
            })
            .collect()
    }),
    kind("a heading left in the source language", Warning, |pair| {
        let (source, target) = (headings_of(&pair.source), headings(pair));
        source
            .into_iter()
            .zip(target)
            .filter(|(from, _)| from.split(' ').count() > 4)
            .filter_map(|(from, to)| Plant::replace(&pair.translation, &to, &from))
            .collect()
    }),
    kind("a paragraph in the wrong script", Warning, |pair| {
        let wrong = "Сервер отклоняет сообщения, потому что политика организации не разрешает пересылку наружу.";
        paragraphs(pair).into_iter().filter_map(|text| Plant::replace(&pair.translation, &text, wrong)).collect()
    }),
    kind("front matter: an invariant key", Warning, |pair| {
        several(
            pair,
            &[
                ("ids: \"4120\"", "ids: \"4121\""),
                ("ids: [9301, 9302]", "ids: [9301]"),
                ("robots: noindex\n", ""),
                ("ids: \"5507\"", "ids: \"5570\""),
                ("ids: \"4120\"\n", ""),
            ],
        )
    }),
    kind("front matter: a key translated", Warning, |pair| {
        in_each(pair, &["title:", "description:", "ids:", "robots:"], |_| Some(format!("{}:", word(pair.locale))))
    }),
    kind("a number of a list in other signs", Warning, |pair| {
        several(
            pair,
            &[
                ("\n1. ", "\n１．"),
                ("\n2. ", "\n2．"),
                ("\n3. ", "\n3.\u{200b}"),
                ("\n3. ", "\n３．"),
                ("\n4. ", "\n4."),
            ],
        )
    }),
];

const CODE_SPANS: &[&str] = &[
    "`Get-InboxRule -Mailbox \"ann@contoso.com\"`",
    "`Automatic`",
    "`client_id`",
    "`client_secret`",
    "`DISM /Online /Cleanup-Image /RestoreHealth`",
    "`-Force`",
];

const NAMES: &[&str] = &[
    "Get-HostedOutboundSpamFilterPolicy",
    "X-MS-Exchange-Organization-AutoForwarded",
    "OrganizationManagement",
    "unauthorized_client",
    "interaction_required",
    "ConfidentialClientApplication",
    "appsettings.json",
    "UnauthorizedClientApplicationDisabled",
    "C:\\Windows\\Logs\\CBS\\CBS.log",
    "%windir%\\WindowsUpdate.log",
    "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate",
    "CBS_E_NOT_APPLICABLE",
    "wsus01.contoso.com",
    "x-ms-request-id",
];

const COMPOUNDS: &[&str] = &[
    "Get-HostedOutboundSpamFilterPolicy",
    "X-MS-Exchange-Organization-AutoForwarded",
    "unauthorized_client",
    "interaction_required",
    "appsettings.json",
    "CBS_E_NOT_APPLICABLE",
    "x-ms-request-id",
];

/// Returns a word of the locale.
fn word(locale: &str) -> &'static str {
    match locale {
        "ar" => "السياسة",
        "he" => "מדיניות",
        "ja" => "ポリシー",
        "th" => "นโยบาย",
        "pt" => "política",
        _ => "Richtlinie",
    }
}

fn several(pair: &Pair, changes: &[(&str, &str)]) -> Vec<Plant> {
    changes.iter().filter_map(|(from, to)| Plant::replace(&pair.translation, from, to)).collect()
}

/// Changes each of `texts` that the translation has.
fn in_each(pair: &Pair, texts: &[&str], change: impl Fn(&str) -> Option<String>) -> Vec<Plant> {
    let plant = |text: &&str| Plant::replace(&pair.translation, text, &change(text)?);
    texts.iter().filter_map(plant).collect()
}

/// Returns `text` without the letter in its middle.
fn without_a_letter(text: &str) -> Option<String> {
    let middle = text.len() / 2;
    let at = (middle..text.len()).chain(0..middle).find(|&at| text.as_bytes()[at].is_ascii_alphabetic())?;
    Some(format!("{}{}", &text[..at], &text[at + 1..]))
}

fn swapped_case(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() }).collect()
}

fn with_look_alike(text: &str) -> Option<String> {
    [('a', 'а'), ('e', 'е'), ('o', 'о'), ('c', 'с'), ('A', 'А')]
        .into_iter()
        .find(|(latin, _)| text.contains(*latin))
        .map(|(latin, cyrillic)| text.replacen(latin, &cyrillic.to_string(), 1))
}

fn inside(text: &str, what: &str) -> Option<String> {
    let at = text.len() / 2;
    Some(format!("{}{what}{}", &text[..at], &text[at..]))
}

/// Replaces the last part of a compound by `word`.
fn half(text: &str, word: &str) -> Option<String> {
    let at = text.rfind(['-', '_', '.'])?;
    Some(format!("{}{word}", &text[..=at]))
}

/// Returns the links of the translation as their text and target, pictures left out.
fn link_parts(pair: &Pair) -> Vec<(&str, &str)> {
    let text = &pair.translation;
    let link = |at: usize| {
        let start = text[..at].rfind('[')?;
        let end = at + text[at..].find(')')?;
        (!text[..start].ends_with('!')).then(|| (&text[start + 1..at], &text[at + 2..end]))
    };
    text.match_indices("](").filter_map(|(at, _)| link(at)).collect()
}

fn links(pair: &Pair, change: impl Fn(&str, &str) -> Option<String>) -> Vec<Plant> {
    let plant = |(text, target): (&str, &str)| {
        Plant::replace(&pair.translation, &format!("[{text}]({target})"), &change(text, target)?)
    };
    link_parts(pair).into_iter().filter_map(plant).collect()
}

/// Lets a link lead where another one does, and swaps the targets of two links in different passages.
fn exchanged_targets(pair: &Pair) -> Vec<Plant> {
    let [(_, first), (_, second), ..] = link_parts(pair)[..] else { return Vec::new() };
    let other = |target: &str| if target == first { second.to_owned() } else { first.to_owned() };
    let mut plants = links(pair, |text, target| Some(format!("[{text}]({})", other(target))));
    if pair.article == "token-refused" {
        let text = pair.translation.replacen(first, "\u{1}", 1).replacen(second, first, 1).replacen('\u{1}', second, 1);
        plants.push(Plant { what: "two targets swapped".to_owned(), text });
    }
    plants
}

fn bold(pair: &Pair) -> Vec<String> {
    let text = &pair.translation;
    let mut found = Vec::new();
    let mut rest = &text[..];
    while let Some(start) = rest.find("**") {
        let Some(end) = rest[start + 2..].find("**") else { break };
        found.push(rest[start..start + end + 4].to_owned());
        rest = &rest[start + end + 4..];
    }
    found
}

fn is_numbered(line: &str) -> bool {
    line.split_once(". ")
        .is_some_and(|(number, _)| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Returns the blocks of a text, parted by empty lines.
fn blocks(text: &str) -> Vec<String> {
    text.split("\n\n").map(|block| block.trim_matches('\n').to_owned()).collect()
}

/// Tells whether a block is a paragraph of words.
fn is_prose(block: &str) -> bool {
    block.starts_with(char::is_alphabetic) && block.len() > 40 && !block.starts_with("Error:")
}

fn paragraphs(pair: &Pair) -> Vec<String> {
    blocks(&pair.translation).into_iter().filter(|block| is_prose(block)).collect()
}

fn headings_of(text: &str) -> Vec<String> {
    text.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect()
}

/// Returns the headings of the translation that no link of it leads to.
fn headings(pair: &Pair) -> Vec<String> {
    let is_linked = pair.translation.contains("token-refused.md#");
    if is_linked { Vec::new() } else { headings_of(&pair.translation) }
}

fn without_lines(pair: &Pair, is: impl Fn(&str) -> bool) -> Vec<Plant> {
    let lines: Vec<&str> = pair.translation.lines().filter(|line| is(line)).collect();
    lines.into_iter().filter_map(|line| Plant::replace(&pair.translation, &format!("\n{line}\n"), "\n")).collect()
}

//! One defect is one finding: what follows from it is not told besides. And the defects that were hard to see.

use crate::site::{lines, rules, site};

/// Checks an article in English and translations of it.
fn check(files: &[(&str, &str)], expected: &[&str]) {
    let text: String = files.iter().map(|(tag, text)| format!("=== content/{tag}/a.md\n{text}\n")).collect();
    let site = site(&text);
    assert_eq!(rules(&site), expected, "{text}\n{:#?}", lines(&site));
}

#[test]
fn what_stood_in_an_empty_link_is_not_told_besides() {
    let english =
        "# Heading\n\nFor codes see [Error 5.7.708 of Get-MailboxRule in Outlook 2016](https://example.com/a).";
    let german = "# Titel\n\nZu den Codes siehe [](https://example.com/a).";
    check(&[("en", english), ("de", german)], &["link-empty"]);
}

#[test]
fn a_number_that_is_a_code_or_an_address_is_one_finding() {
    let english = "# Heading\n\nThe page answers with HTTP 404 then. Open the address 162.231.119.187 first.";
    let german = "# Titel\n\nDie Seite antwortet dann mit HTTP 414. Öffnen Sie zuerst 162.231.119.187.";
    check(&[("en", english), ("de", german)], &["code-differs"]);
    let german = "# Titel\n\nDie Seite antwortet dann mit HTTP 404. Öffnen Sie zuerst 162.213.119.187.";
    check(&[("en", english), ("de", german)], &["name-differs"]);
}

#[test]
fn front_matter_that_cannot_be_read_is_one_finding() {
    let english = "---\ntitle: One\nids: \"12\"\nrobots: noindex\n---\n# Heading\n\nText.";
    check(
        &[("en", english), ("de", "---\ntitle: \"Eins\nids: \"12\"\nrobots: noindex\n---\n# Titel\n\nText.")],
        &["front-matter-invalid"],
    );
    check(
        &[("en", english), ("de", "---\ntitle: Eins\nids: \"12\"\nrobost: noindex\n---\n# Titel\n\nText.")],
        &["front-matter-key"],
    );
    check(
        &[("en", english), ("de", "---\ntitle: Eins\nids: \"12\"\nrobots: noindex\n# Titel\n\nText.")],
        &["front-matter-invalid"],
    );
    let english = english.replace("ids:", "author: ana\nids:");
    check(
        &[
            ("en", &english),
            ("de", "---\ntitle: Eins\nautorin: ana\nids: \"12\"\nrobots: noindex\n---\n# Titel\n\nText."),
        ],
        &["front-matter-key"],
    );
}

#[test]
fn a_code_block_without_its_fence_is_one_finding() {
    let english = "# Heading\n\nThe log says:\n\n```text\nThe client is not known here and must be registered.\n```";
    let german = "# Titel\n\nIm Protokoll steht:\n\nThe client is not known here and must be registered.";
    check(&[("en", english), ("de", german)], &["literal-missing"]);
}

#[test]
fn an_article_in_another_script_is_one_finding() {
    let english =
        "# The mailbox is full\n\nDelete what is not needed.\n\nThen try again in an hour.\n\nAsk for more space.";
    let russian =
        "# Почтовый ящик полон\n\nУдалите то, что не нужно.\n\nЗатем повторите через час.\n\nПопросите больше места.";
    check(&[("en", english), ("de", russian)], &["text-script"]);
}

#[test]
fn a_text_from_another_translation_is_found_where_it_does_not_belong() {
    let english = "# Heading\n\nThe server is asked first, and then it answers the program that asked.\n\nWhen the answer does not come the program asks again and waits for it.";
    let slovenian = "# Naslov\n\nNajprej je vprašan strežnik, nato pa odgovori programu, ki je vprašal.\n\nKadar odgovora ni, je program tisti, ki vpraša znova, nato pa čaka.";
    let mixed = "# Judul\n\nServer ditanya terlebih dahulu, lalu menjawab program yang bertanya.\n\nKadar odgovora ni, je program tisti, ki vpraša znova, nato pa čaka.";
    let first = |text: &str| site(&text.replace("@", "=== content/")).findings.len();
    assert_eq!(first(&format!("@en/a.md\n{english}\n@sl/a.md\n{slovenian}\n@id/a.md\n{mixed}\n")), 1);
    // Neither is the source needed.
    let chinese = "# 标题\n\n首先询问服务器，然后它回答询问的程序。\n\nKadar odgovora ni, je program tisti, ki vpraša znova, nato pa čaka.";
    let korean = "# 제목\n\n먼저 서버에 묻고 서버는 물어본 프로그램에 답합니다.\n\n답이 오지 않으면 프로그램은 다시 묻고 기다립니다.";
    check(&[("ko", korean), ("sl", slovenian), ("zh", chinese)], &["text-untranslated"]);
}

#[test]
fn broken_bold_is_found_without_a_source() {
    let text = |bold: &str, rest: &str| format!("# X\n\n{bold} {rest}");
    let (german, russian) = (text("**Wichtig**", "ist das."), text("**Важно**", "это."));
    let check_third = |bold: &str, expected: &[&str]| {
        check(&[("de", &german), ("pt", &text(bold, "para todos.")), ("ru", &russian)], expected);
    };
    check_third("**Importante**", &[]);
    check_third("** Importante **", &["emphasis-broken"]);
    check_third("\\*\\*Importante\\*\\*", &["emphasis-broken"]);
    check_third("Isto é * *importante* *", &["emphasis-broken"]);
}

#[test]
fn an_anchor_that_is_never_closed_is_found() {
    let english = "# <a name=\"top\"></a>Heading\n\nText that follows.";
    check(&[("en", english), ("de", "# <a name=\"top\">Titel\n\nText, der folgt.")], &["html-broken"]);
    check(&[("en", english), ("de", "# <a name=\"top\"></ a>Titel\n\nText, der folgt.")], &["html-broken"]);
    check(&[("en", english), ("de", "# <a name=\"top\">Titel</a>\n\nText, der folgt.")], &[]);
}

#[test]
fn paths_go_on_behind_brackets() {
    let english = "# Heading\n\nOpen C:\\Program Files (x86)\\Contoso\\agent.log with an editor.";
    let german = |path: &str| format!("# Titel\n\nÖffnen Sie {path} mit einem Editor.");
    check(&[("en", english), ("de", &german("C:\\Program Files (x86)\\Contoso\\agent.log"))], &[]);
    for path in ["C:\\Program Files (x68)\\Contoso\\agent.log", "c:\\program files (x86)\\contoso\\agent.log"] {
        check(&[("en", english), ("de", &german(path))], &["name-differs"]);
    }
}

#[test]
fn a_paragraph_that_became_a_heading_is_found_beside_anchors_that_only_translations_have() {
    let english = "# Error 0x8004de40 in Contoso Sync\n\nIf you see 0x8004de40 in Contoso Sync restart the computer.\n\nThen wait.";
    let german = |mark: &str| {
        format!(
            "# <a name=\"error-0x8004de40\"></a>0x8004de40 beim Abgleich\n\n{mark}Wenn Sie 0x8004de40 in Contoso Sync sehen, starten Sie den Computer neu.\n\nWarten Sie dann."
        )
    };
    check(&[("en", english), ("de", &german(""))], &[]);
    check(&[("en", english), ("de", &german("# "))], &["heading-differs"]);
}

#[test]
fn languages_and_locales_in_addresses_do_not_count() {
    let english = "# Heading\n\nSee [the help](https://example.com/en/help?ui=en-US&page=2).";
    check(
        &[("en", english), ("de", "# Titel\n\nSiehe [die Hilfe](https://example.com/de/help?ui=de-DE&page=2).")],
        &[],
    );
    check(
        &[("en", english), ("de", "# Titel\n\nSiehe [die Hilfe](https://example.com/de/help?ui=de-DE&page=3).")],
        &["link-target-differs"],
    );
}

#[test]
fn the_body_of_another_article_is_one_finding() {
    let english = |name: &str, code: &str| {
        format!(
            "# {name}\n\nRun `{code}` and see [the page](https://example.com/{code}) for the details of what it does to the mailbox."
        )
    };
    let german = |name: &str, code: &str| {
        format!(
            "# {name}\n\nFühren Sie `{code}` aus; die [Seite](https://example.com/{code}) sagt, was es mit dem Postfach macht."
        )
    };
    let text = format!(
        "=== content/en/a.md\n{}\n=== content/en/b.md\n{}\n=== content/de/a.md\n{}\n=== content/de/b.md\n{}\n",
        english("First", "Get-One"),
        english("Second", "Get-Two"),
        german("Zweiter", "Get-Two"),
        german("Zweiter", "Get-Two"),
    );
    let site = site(&text);
    assert_eq!(rules(&site), ["article-misplaced"], "{:#?}", lines(&site));
}

#[test]
fn bodies_that_changed_places_are_one_finding_each() {
    let english = |name: &str, code: &str| {
        format!("# {name}\n\nRun `{code}`, then see [the page](https://example.com/{code}) and `{code}.log`.")
    };
    let german = |name: &str, code: &str| {
        format!("# {name}\n\nFühren Sie `{code}` aus; siehe [die Seite](https://example.com/{code}) und `{code}.log`.")
    };
    let text = format!(
        "=== content/en/a.md\n{}\n=== content/en/b.md\n{}\n=== content/de/a.md\n{}\n=== content/de/b.md\n{}\n",
        english("First", "Get-One"),
        english("Second", "Get-Two"),
        german("Zweiter", "Get-Two"),
        german("Erster", "Get-One"),
    );
    let site = site(&text);
    assert_eq!(rules(&site), ["article-misplaced", "article-misplaced"], "{:#?}", lines(&site));
}

#[test]
fn what_all_articles_of_a_locale_end_with_says_nothing_of_their_places() {
    let english = |code: &str| format!("# Probe\n\n    {code} /* starts it */\n\nThen wait until it is done.");
    let end = "Sie dürfen [weitergeben](https://example.com/licence), was Sie lesen, [fragen](https://example.com/forum), \
        wenn Sie nicht weiterkommen, und [schreiben](https://example.com/list), wenn etwas [fehlt](https://example.com/bugs).";
    let german = |code: &str| {
        format!("# Messung\n\n    {code} /* beginnt sie */\n\nWarten Sie dann, bis sie fertig ist.\n\n{end}")
    };
    let text = format!(
        "=== content/en/a.md\n{}\n=== content/en/b.md\n{}\n=== content/de/a.md\n{}\n=== content/de/b.md\n{}\n",
        english("start one"),
        english("begin two"),
        german("start one"),
        german("begin two"),
    );
    let site = site(&text);
    assert!(!rules(&site).contains(&"article-misplaced"), "{:#?}", lines(&site));
}

#[test]
fn a_fault_of_the_source_is_told_there_alone() {
    let english = "# Heading\n\nOpen <tenant> and see [this](gone.md).";
    let german = "# Titel\n\nÖffnen Sie <tenant>, siehe [dies](gone.md).";
    let korean = "# 제목\n\n<tenant>를 열고 [이것](gone.md)을 참조하세요.";
    let both = ["placeholder-unmarked", "link-broken"];
    check(&[("en", english), ("de", german), ("ko", korean)], &both);
    // Without a source, what all have is the source's.
    let russian = "# Раздел\n\nОткройте <tenant>, см. [это](gone.md).";
    check(&[("de", german), ("ko", korean), ("ru", russian)], &both);
    // What a translation has of its own stays its own.
    let own = german.replace("<tenant>", "<mandant>").replace("gone.md", "weg.md");
    let found: Vec<&str> = both.into_iter().chain(["link-target-differs", "name-differs"]).collect();
    let site = site(&format!("=== content/de/a.md\n{own}\n=== content/en/a.md\n{english}\n"));
    for rule in found {
        assert!(rules(&site).contains(&rule), "{rule}: {:#?}", lines(&site));
    }
    assert!(lines(&site).iter().any(|line| line.contains("content/de/a.md") && line.contains("placeholder-unmarked")));
}

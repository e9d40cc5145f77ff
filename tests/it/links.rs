//! Links of translations: what breaks them, and what translators may do with them, in many languages.

use crate::site::{lines, rules, site};

fn check(english: &str, tag: &str, translation: &str, expected: &[&str]) {
    let text = format!("=== content/en/a.md\n# Heading\n\n{english}\n=== content/{tag}/a.md\n# X\n\n{translation}\n");
    let site = site(&text);
    assert_eq!(rules(&site), expected, "{english}\n{translation}\n{:#?}", lines(&site));
}

const ONE: &str = "Open the [status page](https://example.com/en-us/status/#now) first, then wait.";

#[test]
fn a_link_says_the_same_in_every_language() {
    check(
        ONE,
        "de",
        "Öffnen Sie zuerst die [Statusseite](https://example.com/de-de/status#now), dann warten Sie.",
        &[],
    );
    check(ONE, "ja", "まず[状態ページ](https://EXAMPLE.com/ja-jp/status/#now)を開いてから待ちます。", &[]);
    check(ONE, "ko", "먼저 [상태 페이지](https://example.com/status/#now)를 열고 기다리세요.", &[]);
    check(ONE, "ar", "افتح [صفحة الحالة](https://example.com/ar-sa/status/#now) أولا، ثم انتظر.", &[]);
    check(ONE, "he", "פתחו תחילה את [דף המצב](https://example.com/he-il/status/#now) והמתינו.", &[]);
    check(ONE, "th", "เปิด[หน้าสถานะ](https://example.com/th-th/status/#now)ก่อน แล้วรอ", &[]);
    check(
        ONE,
        "pt",
        "Abra primeiro a [página de estado][1] e espere.\n\n[1]: https://example.com/pt-pt/status/#now",
        &[],
    );
    check(ONE, "zh-CN", "先打开[状态](https://example.com/zh-cn/status/#now)页，然后等待。", &[]);
    check(
        ONE,
        "ru",
        "Сначала откройте [страницу состояния](https://example.com/ru-ru/status/%23now), затем ждите.",
        &["link-target-differs"],
    );
    check(
        ONE,
        "sl",
        "Najprej odprite [stran](https://example.com/sl-si/status/#now) in [še eno](https://example.com/b).",
        &[],
    );
    check(
        ONE,
        "vi",
        "Trước tiên hãy mở **[trang trạng thái](<https://example.com/vi-vn/status/#now>)**, rồi chờ.",
        &[],
    );
}

#[test]
fn empty_links_are_found_whatever_hides_in_them() {
    for text in ["", " ", "\u{200b}", "\u{a0}", "<br>"] {
        check(
            ONE,
            "de",
            &format!("Zuerst die Statusseite [{text}](https://example.com/status#now), dann warten."),
            &["link-empty"],
        );
    }
    let picture = "[![Page](https://example.com/p.png)](https://example.com/status)";
    check(picture, "th", "[![หน้า](https://example.com/p.png)](https://example.com/status)", &[]);
    check("[](https://example.com/x) text", "he", "[](https://example.com/x) טקסט", &[]);
}

#[test]
fn links_on_signs_and_particles_are_displaced() {
    check(ONE, "de", "Öffnen Sie die Statusseite[.](https://example.com/status#now)", &["link-displaced"]);
    check(ONE, "ja", "状態ページを開きます[。](https://example.com/status#now)", &["link-displaced"]);
    check(ONE, "ar", "افتح صفحة الحالة[،](https://example.com/status#now) ثم انتظر.", &["link-displaced"]);
    check(ONE, "ko", "상태 페이지[를](https://example.com/status#now) 열고 기다리세요.", &["link-displaced"]);
    check(ONE, "sl", "Odprite stran [in](https://example.com/status#now) počakajte.", &["link-displaced"]);
    check(
        "See [?](https://example.com/a) and [C](https://example.com/c).",
        "ru",
        "См. [?](https://example.com/a) и [C](https://example.com/c).",
        &[],
    );
    check(ONE, "he", "פתחו את דף המצב [ואז](https://example.com/status#now) המתינו.", &[]);
    check(ONE, "he", "פתחו את דף המצב [ועל](https://example.com/status#now) השאר.", &["link-displaced"]);
    check(ONE, "ar", "افتح صفحة الحالة [ثم](https://example.com/status#now) انتظر.", &["link-displaced"]);
    check(ONE, "id", "Buka halaman status [lalu](https://example.com/status#now) tunggu.", &["link-displaced"]);
    check("[About](https://example.com/a) us", "de", "[Über](https://example.com/a) uns", &[]);
    check("See [this](https://example.com/a).", "de", "Siehe [dies](https://example.com/a).", &[]);
    check("See the [map](https://example.com/a).", "zh-CN", "请参阅[图](https://example.com/a)。", &[]);
}

#[test]
fn links_cut_out_of_a_sentence_are_displaced() {
    let guide = "For more, see the [Contoso Mail setup guide](https://example.com/guide) now.";
    let found = &["link-displaced"];
    check(guide, "ko", "자세한 내용은 Contoso Mail 설정 가이드를 [참조하세요.](https://example.com/guide)", found);
    check(guide, "ja", "詳しくは、Contoso Mail 設定ガイド[をご覧ください。](https://example.com/guide)", found);
    check(guide, "de", "Mehr dazu im Contoso Mail [, Anleitung zum Einrichten](https://example.com/guide).", found);
    check(guide, "th", "ดู Contoso Mail setup guide [ตอนนี้](https://example.com/guide)", found);
    check(guide, "ar", "راجع دليل Contoso Mail [(للإعداد](https://example.com/guide)).", found);
    check(guide, "de", "Mehr dazu in der [Contoso Mail-Anleitung](https://example.com/guide).", &[]);
    check(guide, "ko", "자세한 내용은 [Contoso Mail 설정 가이드를 참조하세요.](https://example.com/guide)", &[]);
    let longer =
        "Odprite [vodnik, nato pa izberite nastavitve in počakajte, da se vse konča.](https://example.com/guide)";
    check("Open the [guide](https://example.com/guide) now.", "sl", longer, found);
    let number = "Siehe KB 2713898 [unter](https://example.com/kb).";
    check("See KB [2713898](https://example.com/kb).", "de", number, found);
}

#[test]
fn words_of_the_origin_in_brackets_explain_a_link() {
    let english = "Open [My Account](https://example.com/me) and wait.";
    let found = &["link-displaced"];
    for (tag, glossed, displaced) in [
        (
            "sl",
            "Odprite [Moj račun](https://example.com/me) (angl. My Account) in počakajte.",
            "Odprite My Account [in počakajte](https://example.com/me).",
        ),
        (
            "ja",
            "[マイ アカウント](https://example.com/me)（My Account）を開いて待ちます。",
            "マイ アカウント（My Account）を開いて[、](https://example.com/me)待ちます。",
        ),
        (
            "ar",
            "افتح [حسابي](https://example.com/me) (My Account) وانتظر.",
            "افتح [وانتظر](https://example.com/me) My Account.",
        ),
        (
            "de",
            "Öffnen Sie [Mein Konto](https://example.com/me) („My Account“), und warten Sie.",
            "Öffnen Sie das [Fenster](https://example.com/me) (in My Account finden Sie auch alle Ihre Geräte).",
        ),
        (
            "ru",
            "Откройте (My Account) [Моя учётная запись](https://example.com/me) и подождите.",
            "Откройте (My Account), [а затем](https://example.com/me) подождите.",
        ),
        (
            "pt",
            "Abra a página My Account ([A minha conta](https://example.com/me)) e espere.",
            "Abra a página My Account [e](https://example.com/me) espere.",
        ),
    ] {
        check(english, tag, glossed, &[]);
        check(english, tag, displaced, found);
    }
}

#[test]
fn a_link_that_is_a_whole_sentence_has_its_words_in_it() {
    let english = "Wait. For more information, see [here](https://example.com/more). Then go on.";
    let whole =
        "Warten Sie. [Wenn Sie mehr darüber wissen möchten, klicken Sie hier](https://example.com/more). Weiter.";
    check(english, "de", whole, &[]);
    let cut = "Hier finden Sie Weiteres[. Warten Sie, bis er endet, und klicken Sie dann](https://example.com/more).";
    check(english, "de", cut, &["link-displaced"]);
}

#[test]
fn a_link_on_the_rest_of_its_title_is_displaced() {
    let english = "Wait. For more information, see [Restore the messages that were deleted from a folder](https://example.com/r).";
    let found = &["link-displaced"];
    check(
        english,
        "sl",
        "Počakajte. Več informacij najdete v članku Obnovitev sporočil, ki so bila izbrisana iz [mape](https://example.com/r).",
        found,
    );
    check(
        english,
        "de",
        "Warten Sie. Weitere Informationen finden Sie unter Wiederherstellen von Nachrichten, die aus einem Ordner [gelöscht wurden](https://example.com/r).",
        found,
    );
    check(
        english,
        "ja",
        "待ちます。詳細については、フォルダーから削除されたメッセージの[復元](https://example.com/r)を参照してください。",
        found,
    );
    check(
        english,
        "ar",
        "انتظر. لمزيد من المعلومات، راجع استعادة الرسائل التي تم حذفها من [المجلد](https://example.com/r).",
        found,
    );
    check(english, "th", "รอสักครู่ สำหรับข้อมูลเพิ่มเติม โปรดดูการกู้คืนข้อความที่ถูกลบออกจาก[โฟลเดอร์](https://example.com/r)", found);
    check(
        english,
        "de",
        "Warten Sie. Wie Sie Nachrichten aus einem Ordner wiederherstellen, steht [hier](https://example.com/r).",
        &[],
    );
    check(
        english,
        "ja",
        "待ちます。詳細については、[メッセージの復元](https://example.com/r)を参照してください。",
        &[],
    );
    check(english, "ar", "انتظر. لمزيد من المعلومات، راجع [استعادة الرسائل](https://example.com/r).", &[]);
}

#[test]
fn a_link_that_begins_or_ends_amid_its_words_is_displaced() {
    let found = &["link-displaced"];
    let english = "Admins can now [swap the classic root site with a modern one](https://example.com/s). Try it.";
    let end = "이제 관리자는 클래식 루트 사이트를 최신 사이트로 바꾸는 기능을 [사용할 수 있습니다.](https://example.com/s) 해 보세요.";
    check(english, "ko", end, found);
    let whole =
        "이제 관리자는 [클래식 루트 사이트를 최신 사이트로 바꿀 수 있습니다.](https://example.com/s) 해 보세요.";
    check(english, "ko", whole, &[]);
    let english = "Write it in the [Sample Query Language (SQL)](https://example.com/q) of the server.";
    check(english, "ja", "サーバーの[サンプル (クエリ](https://example.com/q)言語) で書きます。", found);
    check(english, "ja", "サーバーの[サンプル クエリ言語 (SQL)](https://example.com/q) で書きます。", &[]);
    let english = "Now [assign the policy](https://example.com/p) to everybody.";
    check(english, "zh-CN", "现在[，将策略](https://example.com/p)分配给每个人。", found);
    check(english, "zh-CN", "现在，将[策略分配](https://example.com/p)给每个人。", &[]);
    let english = "Read the [documentation of .NET](https://example.com/n) first.";
    check(english, "de", "Lesen Sie zuerst die [.NET-Dokumentation](https://example.com/n).", &[]);
}

#[test]
fn what_a_language_says_elsewhere_tells_where_a_links_words_are() {
    let english = "Open the [sign-in settings page](https://example.com/page) of the account.";
    let other = "Read about the [sign-in settings page](https://example.com/page).";
    let text = |hebrew: &str| {
        let pair = |name: &str, english: &str, hebrew: &str| {
            format!("=== content/en/{name}.md\n# H\n\n{english}\n=== content/he/{name}.md\n# X\n\n{hebrew}\n")
        };
        pair("a", english, hebrew) + &pair("b", other, "קראו על [דף ההגדרות](https://example.com/page).")
    };
    let displaced = site(&text("פתחו את דף ההגדרות [מהחשבון](https://example.com/page)."));
    assert_eq!(rules(&displaced), ["link-displaced"], "{:#?}", lines(&displaced));
    let right = site(&text("פתחו את [דף ההגדרות](https://example.com/page) מהחשבון."));
    assert_eq!(rules(&right), [""; 0]);
    let other_words = site(&text("פתחו את [המסך](https://example.com/page) מהחשבון."));
    assert_eq!(rules(&other_words), [""; 0]);
}

#[test]
fn exchanged_targets_are_told_by_what_the_language_says_elsewhere() {
    let two = "See [limits](https://example.com/aa) and [quotas](https://example.com/bb).";
    let text = |hebrew: &str| {
        let pair = |name: &str, english: &str, hebrew: &str| {
            format!("=== content/en/{name}.md\n# H\n\n{english}\n=== content/he/{name}.md\n# X\n\n{hebrew}\n")
        };
        let other = "Mind the [limits](https://example.com/aa).\n\nMind the [quotas](https://example.com/bb).";
        let memory = "שימו לב אל [המגבלות](https://example.com/aa).\n\nשימו לב אל [המכסות](https://example.com/bb).";
        pair("a", two, hebrew) + &pair("b", other, memory)
    };
    let exchanged = site(&text("ראו [המגבלות](https://example.com/bb) וגם [המכסות](https://example.com/aa)."));
    assert_eq!(rules(&exchanged), ["link-target-differs"], "{:#?}", lines(&exchanged));
    let turned = site(&text("ראו [המכסות](https://example.com/bb) וגם [המגבלות](https://example.com/aa)."));
    assert_eq!(rules(&turned), [""; 0]);
}

#[test]
fn broken_signs_of_links_are_found_and_mended_where_sure() {
    let broken = [
        "Die [Statusseite] (https://example.com/status#now) zuerst.",
        "Die [Statusseite](https://example.com/status#now zuerst.",
        "Die [Statusseite](https://example.com/ status#now) zuerst.",
        "Die (Statusseite)[https://example.com/status#now] zuerst.",
        "Die ［Statusseite］（https://example.com/status#now） zuerst.",
        "Die 【Statusseite】(https://example.com/status#now) zuerst.",
        "Die [Statusseite(https://example.com/status#now) zuerst.",
        "Die [Statusseite]\u{200f}(https://example.com/status#now) zuerst.",
        "Die [Statusseite].(https://example.com/status#now) zuerst.",
        "Die [Statusseite]\n(https://example.com/status#now) zuerst.",
        "Die \"Statusseite\"(https://example.com/status#now) zuerst.",
        "Die [Statusseite](https ://example.com/status#now) zuerst.",
        "Die [Statusseite]**(https://example.com/status#now)** zuerst.",
        "Die [Statusseite][https://example.com/status#now] zuerst.",
        "Die (https://example.com/status#now)[Statusseite] zuerst.",
        "Die ]Statusseite[(https://example.com/status#now) zuerst.",
        "Die (Statusseite)(https://example.com/status#now) zuerst.",
        "Die 「Statusseite」（https://example.com/status#now） zuerst.",
        "Die [Statusseite（https://example.com/status#now） zuerst.",
        "Die \\[Statusseite\\](https://example.com/status#now) zuerst.",
        "Die [Statusseite](https://example.com/status#now „jetzt“) zuerst.",
    ];
    for text in broken {
        check(ONE, "de", text, &["link-syntax"]);
    }
    check("Use [a] (b) or `[a] (https://x.y)`.", "de", "Nutzen Sie [a] (b) oder `[a] (https://x.y)`.", &[]);
    check(
        "Read [this][r] now.\n\n[r]: https://example.com/r",
        "de",
        "Lesen Sie [dies] [q] jetzt.\n\n[r]: https://example.com/r",
        &["link-syntax"],
    );
}

#[test]
fn a_lost_link_is_one_finding() {
    check(ONE, "pt", "Abra primeiro a página de estado e espere.", &["link-missing"]);
    check(ONE, "pt", "Abra primeiro https://example.com/en-us/status/#now e espere.", &[]);
    check("Write to [us](mailto:us@example.com).", "ja", "[こちら](mailto:jp@example.com)へ。", &[]);
    check("Write to [us](mailto:us@example.com).", "ja", "お問い合わせください。", &[]);
    let twice = "See [a page](https://example.com/p). Later see [a page](https://example.com/p) again.";
    check(twice, "th", "ดู[หน้า](https://example.com/p)สองครั้ง", &[]);
}

#[test]
fn a_passage_keeps_its_links_whatever_the_others_have() {
    let english = "See [how it works](https://example.com/how) first.\n\nThen [read on](https://example.com/on), and look at [the picture](https://example.com/how).";
    let whole = "Najpierw zobacz [jak to działa](https://example.com/how).\n\nPotem [czytaj dalej](https://example.com/on) i obejrzyj [obraz](https://example.com/how).";
    check(english, "pl", whole, &[]);
    check(english, "pl", &whole.replace("[obraz](https://example.com/how)", "obraz"), &["link-missing"]);
    // The address is there for all to see.
    check(english, "pl", &whole.replace("[obraz](https://example.com/how)", "obraz (example.com/how)"), &[]);
}

#[test]
fn exchanged_targets_are_told_by_what_the_links_say() {
    let two =
        "Read [Exchange limits](https://example.com/exchange). Then read [Teams limits](https://example.com/teams).";
    check(
        two,
        "de",
        "Lesen Sie [Exchange-Grenzen](https://example.com/exchange) und [Teams-Grenzen](https://example.com/teams).",
        &[],
    );
    check(
        two,
        "ja",
        "[Teams の制限](https://example.com/teams)の前に[Exchange の制限](https://example.com/exchange)を読みます。",
        &[],
    );
    check(
        two,
        "ru",
        "Читайте [ограничения Exchange](https://example.com/teams). Затем [ограничения Teams](https://example.com/exchange).",
        &["link-target-differs"],
    );
    let items = "- [One](https://example.com/1)\n- [Two](https://example.com/2)";
    check(items, "he", "- [אחת](https://example.com/2)\n- [שתיים](https://example.com/1)", &["link-target-differs"]);
}

#[test]
fn exchanged_targets_are_told_by_words_that_languages_share() {
    let two = "See [spam filters](https://example.com/spam-filters) and [limits](https://example.com/limits).";
    let kept = "Siehe [Spamfilter](https://example.com/spam-filters) und [Limits](https://example.com/limits).";
    let turned = "Siehe [Limits](https://example.com/limits) und [Spamfilter](https://example.com/spam-filters).";
    let exchanged = "Siehe [Spamfilter](https://example.com/limits) und [Limits](https://example.com/spam-filters).";
    check(two, "de", kept, &[]);
    check(two, "de", turned, &[]);
    check(two, "de", exchanged, &["link-target-differs"]);
}

#[test]
fn exchanged_words_are_told_by_their_lengths() {
    let two = "Then [remove](https://example.com/1) and [reassign a license](https://example.com/2) to the user.";
    let thai = |first: &str, second: &str| {
        format!("จากนั้น [{first}](https://example.com/1) และ [{second}](https://example.com/2) ให้กับผู้ใช้")
    };
    check(two, "th", &thai("เอาออก", "มอบหมายสิทธิ์การใช้งานใหม่"), &[]);
    check(two, "th", &thai("มอบหมายสิทธิ์การใช้งานใหม่", "เอาออก"), &["link-target-differs"]);
    // Abbreviations are written out.
    let two = "Set up [MFA](https://example.com/1) or a [password](https://example.com/2).";
    check(two, "zh", "设置[多重身份验证](https://example.com/1)或[密码](https://example.com/2)。", &[]);
    // What differs little may be the longer one in another language.
    let two = "Then [sign in](https://example.com/1) with a [password](https://example.com/2).";
    check(two, "de", "Dann [anmelden](https://example.com/1) mit einer [PIN](https://example.com/2).", &[]);
}

#[test]
fn exchanged_words_of_two_passages_are_told_by_their_names() {
    let items = |first: &str, second: &str| {
        format!(
            "- [{first}](https://example.com/1)\n- [A page](https://example.com/2)\n- [{second}](https://example.com/3)"
        )
    };
    let english = items("When Word does not start", "Errors in Contoso Mail");
    check(&english, "pt", &items("Quando o Word não inicia", "Erros no Contoso Mail"), &[]);
    check(&english, "pt", &items("Erros no Contoso Mail", "Quando o Word não inicia"), &["link-target-differs"]);
}

#[test]
fn an_anchor_that_all_others_have_is_gone_whatever_their_version() {
    let anchor = |tag: &str, hash: char, anchor: &str| {
        let hash = String::from(hash).repeat(40);
        format!("=== content/{tag}/a.md\n---\nms.openlocfilehash: {hash}\n---\n# {anchor}T\n\nA.\n")
    };
    let named = "<a name=\"t\"></a>";
    let others = anchor("de", 'a', named) + &anchor("ja", 'b', named);
    assert_eq!(rules(&site(&(others.clone() + &anchor("th", 'c', "")))), ["anchor-missing"]);
    assert_eq!(rules(&site(&(others + &anchor("th", 'c', named)))), [""; 0]);
}

#[test]
fn pictures_are_the_same_under_the_name_of_a_locale() {
    let picture = "![A dialog](https://example.com/media/dialog.png)";
    check(picture, "de", "![Ein Fenster](https://example.com/media/dialog.de-de.png)", &[]);
    check(picture, "ko", "![대화 상자](https://example.com/ko/media/dialog_ko.png)", &[]);
    check(picture, "de", "![Ein Fenster](https://example.com/media/other.png)", &["image-differs"]);
    check(picture, "de", "Nichts.", &["image-differs"]);
    check(picture, "de", "![](https://example.com/media/dialog.png)", &["image-alt-missing"]);
}

#[test]
fn references_and_addresses_are_whole() {
    let guide = "Read the [guide to connectors][guide] first.\n\n[guide]: https://example.com/connectors";
    let german = |link: &str| format!("Lesen Sie zuerst den {link}.\n\n[guide]: https://example.com/connectors");
    check(guide, "de", &german("[Leitfaden zu Connectors][guide]"), &[]);
    check(guide, "de", &german("[Leitfaden zu Connectors] [guide]"), &["link-syntax"]);
    check("Read [one] [guide].\n\n[guide]: https://example.com/connectors", "de", &german("[eins] [guide]"), &[]);
    let shell = "Use [Contoso Shell](https://example.com/x) first.";
    check(shell, "ar", "استخدم [[Contoso Shell](https://example.com/x) أولا.", &["link-syntax"]);
    check(shell, "de", "Verwenden Sie zuerst [Contoso Shell](https://example.com/x)].", &["link-syntax"]);
    check(shell, "ja", "まず [[Contoso Shell](https://example.com/x)] を使います。", &[]);
    check(shell, "de", "Verwenden Sie zuerst (siehe [1]) [Contoso Shell](https://example.com/x).", &[]);
    check(
        "Use [[Contoso Shell](https://example.com/x).",
        "de",
        "Nehmen Sie [[Contoso Shell](https://example.com/x).",
        &[],
    );
    check(ONE, "pl", "Najpierw otwórz [stronę stanu]https://example.com/status/#now) i poczekaj.", &["link-syntax"]);
    let two = "Compare it with <https://status.example.com> and <https://status.example.com/history>.";
    check(two, "vi", "So sánh với <https://status.example.com> và <https://status.example.com/history>.", &[]);
    check(two, "vi", "So sánh với trang này và <https://status.example.com/history>.", &["link-missing"]);
}

#[test]
fn links_side_by_side_keep_their_order() {
    let two = "You need the [admin center](https://example.com/admin) and the [list](https://example.com/users).";
    let vietnamese = |first: &str, second: &str| {
        format!(
            "Bạn cần [trung tâm quản trị](https://example.com/{first}) và [danh sách](https://example.com/{second})."
        )
    };
    check(two, "vi", &vietnamese("admin", "users"), &[]);
    check(two, "vi", &vietnamese("users", "admin"), &["link-target-differs"]);
    // What is done first may be said last.
    let steps = "Read the [terms](https://example.com/terms) and then open [the form](https://example.com/form).";
    let last = "[フォーム](https://example.com/form)を開く前に[規約](https://example.com/terms)をお読みください。";
    check(steps, "ja", last, &[]);
    let of = "See the [list of codes](https://example.com/codes) in the [guide](https://example.com/guide).";
    check(
        of,
        "ja",
        "[ガイド](https://example.com/guide)の[コード一覧](https://example.com/codes)を参照してください。",
        &[],
    );
}

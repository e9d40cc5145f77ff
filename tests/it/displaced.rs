//! Links that stand on other words than their own.

use crate::site::{lines, rules, site};

/// Passages that say in each language what calendars, backups and reports are called; two of each are alike in nothing
/// else.
const WORDS: [(&str, [&str; 9]); 5] = [
    (
        "en",
        [
            "The calendar shows what you planned.",
            "Everyone may share a calendar.",
            "Print your calendar every Monday.",
            "A backup takes one hour.",
            "Nobody deletes the backup.",
            "Keep each backup for a year.",
            "The report lists all devices.",
            "Send us that report.",
            "Read the report aloud.",
        ],
    ),
    (
        "de",
        [
            "Der Kalender zeigt, was Sie geplant haben.",
            "Jeder darf einen Kalender freigeben.",
            "Drucken Sie Ihren Kalender jeden Montag.",
            "Eine Sicherung dauert eine Stunde.",
            "Niemand löscht die Sicherung.",
            "Bewahren Sie jede Sicherung ein Jahr auf.",
            "Der Bericht führt alle Geräte auf.",
            "Schicken Sie uns diesen Bericht.",
            "Lesen Sie den Bericht laut vor.",
        ],
    ),
    (
        "ja",
        [
            "予定表には計画したことが表示されます。",
            "だれでも予定表を共有できます。",
            "毎週月曜日に予定表を印刷します。",
            "バックアップには一時間かかります。",
            "だれもバックアップを削除しません。",
            "各バックアップを一年間残してください。",
            "報告書にはすべての端末が載っています。",
            "その報告書を送ってください。",
            "報告書を声に出して読みます。",
        ],
    ),
    (
        "ko",
        [
            "일정에는 계획한 내용이 표시됩니다.",
            "누구나 일정을 공유할 수 있습니다.",
            "매주 월요일에 일정을 인쇄합니다.",
            "백업에는 한 시간이 걸립니다.",
            "아무도 백업을 삭제하지 않습니다.",
            "각 백업을 일 년 동안 보관하세요.",
            "보고서에 모든 장치가 나열됩니다.",
            "우리에게 그 보고서를 보내세요.",
            "소리 내어 보고서를 읽습니다.",
        ],
    ),
    (
        "ar",
        [
            "يعرض التقويم ما خططت له.",
            "يمكن للجميع مشاركة تقويم.",
            "اطبع تقويمك كل يوم اثنين.",
            "يستغرق النسخ الاحتياطي ساعة واحدة.",
            "لا أحد يحذف النسخ الاحتياطي.",
            "احتفظ بكل نسخ احتياطي لمدة عام.",
            "يسرد التقرير جميع الأجهزة.",
            "أرسل إلينا ذلك التقرير.",
            "اقرأ التقرير بصوت عال.",
        ],
    ),
];

/// Checks `articles` in a site whose other article says the words above, if it can in all of the locales.
fn check(articles: &[(&str, &str)], expected: &[&str]) {
    let words = |tag: &str| WORDS.iter().find(|(other, _)| *other == tag).map(|(_, words)| words.join("\n\n"));
    let are_known = articles.iter().all(|(tag, _)| words(tag).is_some());
    let mut text = String::new();
    for (tag, line) in articles {
        if let Some(words) = words(tag).filter(|_| are_known) {
            text += &format!("=== content/{tag}/words.md\n# Words\n\n{words}\n");
        }
        text += &format!("=== content/{tag}/a.md\n# Heading\n\n{line}\n");
    }
    let site = site(&text);
    assert_eq!(rules(&site), expected, "{articles:?}\n{:#?}", lines(&site));
}

#[test]
fn words_that_other_articles_translate_are_known_beside_their_link() {
    let english = ("en", "Go to the [calendar](https://example.com/c) and wait for her.");
    for (tag, right, wrong) in [
        (
            "de",
            "Wechseln Sie zum [Kalender](https://example.com/c), und warten Sie auf sie.",
            "Wechseln Sie zum Kalender, und [warten Sie](https://example.com/c) auf sie.",
        ),
        (
            "ja",
            "[予定表](https://example.com/c)に移動し、彼女を待ちます。",
            "予定表に[移動し](https://example.com/c)、彼女を待ちます。",
        ),
        (
            "ko",
            "[일정](https://example.com/c)으로 이동하여 그녀를 기다리세요.",
            "일정으로 [이동하여](https://example.com/c) 그녀를 기다리세요.",
        ),
        (
            "ar",
            "انتقل إلى [التقويم](https://example.com/c) وانتظرها.",
            "انتقل إلى التقويم [وانتظرها](https://example.com/c).",
        ),
    ] {
        check(&[english, (tag, right)], &[]);
        check(&[english, (tag, wrong)], &["link-displaced"]);
    }
}

#[test]
fn words_of_a_step_stay_on_their_side_of_the_sign() {
    let english = ("en", "Choose **Calendar view** > **Report list** at the top.");
    for (tag, right, torn, swapped) in [
        (
            "de",
            "Wählen Sie oben **Kalenderansicht** > **Berichtsliste** aus.",
            "Wählen Sie oben **Ansicht** > **Kalender Berichte** aus.",
            "Wählen Sie oben **Bericht** > **Kalender** aus.",
        ),
        (
            "ja",
            "上部の **予定表ビュー** > **報告書リスト** を選択します。",
            "上部の **ビュー** > **予定表の報告書** を選択します。",
            "上部の **報告書** > **予定表** を選択します。",
        ),
        (
            "ar",
            "اختر **عرض التقويم** > **قائمة التقارير** في الأعلى.",
            "اختر **عرض** > **التقويم والتقرير** في الأعلى.",
            "اختر **التقرير** > **التقويم** في الأعلى.",
        ),
    ] {
        check(&[english, (tag, right)], &[]);
        check(&[english, (tag, torn)], &["menu-path-broken"]);
        check(&[english, (tag, swapped)], &["menu-path-broken"]);
    }
    // Both may have the word.
    let both = ("en", "Choose **Calendar** > **Calendar report** at the top.");
    check(&[both, ("de", "Wählen Sie oben **Kalender** > **Kalenderbericht** aus.")], &[]);
}

#[test]
fn words_that_both_translations_know_are_asked_where_no_source_is() {
    let [german, japanese] = [
        ("de", "Öffnen Sie die [Sicherung](https://example.com/b), und sehen Sie nach."),
        ("ja", "[バックアップ](https://example.com/b)を開いて確かめます。"),
    ];
    check(&[german, japanese, ("ko", "[백업](https://example.com/b)을 열고 확인하세요.")], &[]);
    check(&[german, japanese, ("ko", "백업을 열고 [확인하세요](https://example.com/b).")], &["link-displaced"]);
}

#[test]
fn a_word_that_is_said_in_the_link_may_be_said_again_beside_it() {
    let english = ("en", "Read the [report](https://example.com/r) first.");
    let twice = "Lesen Sie zuerst den [Bericht](https://example.com/r); der Bericht ist kurz.";
    check(&[english, ("de", twice)], &[]);
    let english = ("en", "Read this [report](https://example.com/r) first.");
    check(&[english, ("de", "Lesen Sie zuerst den Bericht [hier](https://example.com/r).")], &[]);
    let other = "Lesen Sie zuerst die [Liste](https://example.com/r) im Anhang.";
    check(&[english, ("de", other)], &[]);
}

#[test]
fn words_of_other_parts_of_the_sentence_in_a_link_tell_that_it_was_displaced() {
    let english = ("en", "Print the calendar, then open the [new report](https://example.com/r).");
    let wrong = "Drucken Sie den [Kalender](https://example.com/r), und öffnen Sie dann den neuen Bericht.";
    check(&[english, ("de", wrong)], &["link-displaced"]);
    let right = "Öffnen Sie den [neuen Bericht](https://example.com/r), sobald Sie den Kalender gedruckt haben.";
    check(&[english, ("de", right)], &[]);
}

#[test]
fn words_right_beside_a_link_belong_into_it() {
    let english = ("en", "Then print the [calendar report](https://example.com/r) at once.");
    for (tag, right, wrong) in [
        (
            "ko",
            "그런 다음 [일정 보고서](https://example.com/r)를 바로 인쇄하세요.",
            "그런 다음 일정 [보고서](https://example.com/r)를 바로 인쇄하세요.",
        ),
        (
            "ar",
            "ثم اطبع [تقرير التقويم](https://example.com/r) على الفور.",
            "ثم اطبع تقرير [التقويم](https://example.com/r) على الفور.",
        ),
    ] {
        check(&[english, (tag, right)], &[]);
        check(&[english, (tag, wrong)], &["link-displaced"]);
    }
    // What a thing is may stand outside, and nothing else.
    let english = ("en", "Open the [calendar page](https://example.com/r) at once.");
    check(&[english, ("ko", "바로 [일정](https://example.com/r) 페이지를 여세요.")], &[]);
    check(&[english, ("ko", "바로 일정 [쪽](https://example.com/r)을 여세요.")], &["link-displaced"]);
    let english = ("en", "Replace [(now) the old page](https://example.com/r) with it.");
    check(&[english, ("ru", "Замените ею [(теперь)](https://example.com/r) старую страницу.")], &["link-displaced"]);
    // In place of its own word it has one of the sentence's.
    let english = ("en", "In the calendar, open the page of the [backup report](https://example.com/r) today.");
    let right = "일정에서 오늘 [백업 보고서](https://example.com/r)의 페이지를 여세요.";
    let wrong = "오늘 백업 [보고서 일정](https://example.com/r)에서 페이지를 여세요.";
    check(&[english, ("ko", right)], &[]);
    check(&[english, ("ko", wrong)], &["link-displaced"]);
}

#[test]
fn words_beside_a_link_belong_into_it_behind_others_of_its_own() {
    // It took the end of its sentence, so that its width tells nothing.
    let english = ("en", "Open the [shared calendar report (CR)](https://example.com/r).");
    let right = "Öffnen Sie den [Bericht des gemeinsamen Kalenders (CR)](https://example.com/r).";
    let wrong = "Öffnen Sie den Bericht [des gemeinsamen Kalenders (CR).](https://example.com/r)";
    check(&[english, ("de", right)], &[]);
    check(&[english, ("de", wrong)], &["link-displaced"]);
    // A word of the sentence stands in it, and its own behind another of its own.
    let english = ("en", "For the calendar, print the [backup report](https://example.com/r).");
    let right = "일정에 대해 [백업 보고서](https://example.com/r)를 인쇄하세요.";
    let wrong = "[일정에 대해](https://example.com/r) 그 백업 보고서를 인쇄하세요.";
    check(&[english, ("ko", right)], &[]);
    check(&[english, ("ko", wrong)], &["link-displaced"]);
    // The very next word is its own.
    let english = ("en", "Now read [Print the shared calendar report](https://example.com/r) first.");
    let right = "Lesen Sie zuerst [So drucken Sie den Bericht des gemeinsamen Kalenders](https://example.com/r).";
    let wrong = "Lesen Sie zuerst [So drucken Sie den gemeinsam genutzten Kalender](https://example.com/r) Bericht.";
    check(&[english, ("de", right)], &[]);
    check(&[english, ("de", wrong)], &["link-displaced"]);
    // It is the same word in both languages.
    let english = ("en", "There is an error in the connector [Report format](https://example.com/r) of the server.");
    let right = "Im [Berichtsformat](https://example.com/r) des Konnektors ist ein Fehler.";
    let wrong = "Ein Fehler ist im Format [Bericht des Konnektors](https://example.com/r) auf dem Server.";
    check(&[english, ("de", right)], &[]);
    check(&[english, ("de", wrong)], &["link-displaced"]);
    // It took the word for "your" from before it.
    let english = ("en", "Open your [shared calendar report](https://example.com/r) now.");
    let right = "Öffnen Sie jetzt Ihren [Bericht des gemeinsamen Kalenders](https://example.com/r).";
    let wrong = "Öffnen Sie jetzt den Bericht [Ihren gemeinsam genutzten Kalender](https://example.com/r).";
    check(&[english, ("de", right)], &[]);
    check(&[english, ("de", wrong)], &["link-displaced"]);
    // Another form of its word is said beside the origin's link.
    let english = ("en", "The [backup report](https://example.com/r) is used for reporting.");
    check(&[english, ("de", "Hier dient zum Berichten das [Protokoll](https://example.com/r).")], &[]);
}

#[test]
fn signs_and_halves_of_words_tell_that_a_link_was_displaced() {
    let found: &[&str] = &["link-displaced"];
    for (english, tag, translation, expected) in [
        (
            "Go to [Tax & Law](https://example.com/t).",
            "de",
            "Gehen Sie zu Steuern & [Recht](https://example.com/t).",
            found,
        ),
        (
            "Go to [Tax & Law](https://example.com/t).",
            "de",
            "Gehen Sie zu [Steuern und Recht](https://example.com/t).",
            &[],
        ),
        (
            "Go to [Tax & Law](https://example.com/t).",
            "ko",
            "세금 [& 법률로](https://example.com/t) 이동하세요.",
            found,
        ),
        (
            "Choose [**File** > **Save**](https://example.com/s).",
            "ja",
            "**ファイル** [ > **保存**](https://example.com/s)を選びます。",
            found,
        ),
        (
            "Use [signs](https://example.com/s) like AND, NOT.",
            "ja",
            "[AND、NOT](https://example.com/s)などの記号を使います。",
            found,
        ),
        (
            "Use [signs](https://example.com/s) like AND, NOT.",
            "ja",
            "AND、NOTなどの[記号](https://example.com/s)を使います。",
            &[],
        ),
        (
            "You can [swap](https://example.com/s) (now).",
            "ko",
            "(지금 [바꿀) 수 있습니다](https://example.com/s).",
            found,
        ),
        (
            "Read [how it was found](https://example.com/s).",
            "ru",
            "Прочтите, [как его на](https://example.com/s)ходили тогда.",
            found,
        ),
        (
            "For help, see: [Common errors](https://example.com/s)",
            "zh",
            "有关帮助，请参阅[：常见错误](https://example.com/s)",
            found,
        ),
        (
            "For help, see: [Common errors](https://example.com/s)",
            "zh",
            "有关帮助，请参阅：[常见错误](https://example.com/s)",
            &[],
        ),
        (
            "For more, see this [support KB](https://example.com/s).",
            "id",
            "Untuk selengkapnya, lihat KB [dukungan ini.](https://example.com/s)",
            found,
        ),
        (
            "First [make sure that it is new](https://example.com/s).",
            "ru",
            "Сначала [убедитесь, что приложение новое](https://example.com/s)о.",
            found,
        ),
        ("Open [Contoso](https://example.com/s).", "tr", "[Contoso](https://example.com/s)yu açın.", &[]),
        ("See code ([7](https://example.com/s)).", "ko", "코드([7)를](https://example.com/s) 보세요.", &[]),
    ] {
        check(&[("en", english), (tag, translation)], expected);
    }
}

#[test]
fn the_sign_for_and_stands_between_two_words_of_a_link() {
    let english = ("en", "Go to the [Backup & Report center](https://example.com/c) first.");
    for (tag, right, wrong) in [
        (
            "sl",
            "Najprej obiščite [Središče za arhiv & poročila](https://example.com/c).",
            "Najprej obiščite Središče [za & za poročila](https://example.com/c).",
        ),
        (
            "ko",
            "먼저 [백업 & 보고서 센터](https://example.com/c)로 이동합니다.",
            "먼저 백업 및 [보고서 센터 &](https://example.com/c) 로 이동합니다.",
        ),
    ] {
        check(&[english, (tag, right)], &[]);
        check(&[english, (tag, wrong)], &["link-displaced"]);
    }
    let single = ("en", "Take the [Vitamin A & D report](https://example.com/c) first.");
    check(&[single, ("es", "Tome primero el [informe sobre vitamina A & D](https://example.com/c).")], &[]);
}

#[test]
fn a_link_that_points_may_be_longer_than_its_origin() {
    let english = ("en", "If not, take the steps in [this report](https://example.com/r) to back up the calendar.");
    let japanese = "そうでない場合は、[こちらの記事](https://example.com/r)の手順に従って予定表をバックアップします。";
    check(&[english, ("ja", japanese)], &[]);
}

//! Code spans that an article has more than once, of which one was damaged; and links torn by quotation marks.

use crate::site::{lines, rules, site};

/// Checks one passage of a translation beside its English one.
fn found(english: &str, tag: &str, translation: &str) -> Vec<String> {
    let site =
        site(&format!("=== content/en/a.md\n# Heading\n\n{english}\n=== content/{tag}/a.md\n# X\n\n{translation}\n"));
    rules(&site).iter().zip(lines(&site)).map(|(rule, line)| format!("{rule}: {line}")).collect()
}

#[track_caller]
fn check(english: &str, tag: &str, translation: &str, expected: &[&str]) {
    let found = found(english, tag, translation);
    let rules: Vec<&str> = found.iter().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(rules, expected, "{translation}\n{found:#?}");
}

const QUEUE: &str = "Run `mailq` to see the queue, and `mailq` again after a minute.\n\nStop `mailq` with a key.";

#[test]
fn one_of_several_that_lost_its_back_ticks_is_found() {
    let bare = "Führen Sie `mailq` aus, um die Schlange zu sehen, und nach einer Minute noch einmal mailq.";
    check(QUEUE, "de", &format!("{bare}\n\nBeenden Sie `mailq` mit einer Taste."), &["literal-missing"]);
    let said_once = "Führen Sie `mailq` aus, um die Schlange zu sehen, und nach einer Minute noch einmal.";
    check(QUEUE, "de", &format!("{said_once}\n\nBeenden Sie `mailq` mit einer Taste."), &[]);
}

#[test]
fn one_of_several_that_was_replaced_is_found() {
    let translated = "`mailq` でキューを確認し、一分後にもう一度 `メール` を実行します。";
    check(QUEUE, "ja", &format!("{translated}\n\n`mailq` はキーで停止します。"), &["literal-differs"]);
    // The translation says the name more often, and one of them has a slip in it.
    let slip = "`mailq` でキューを確認し、一分後に `mailq` を実行します。`maliq` は短い処理です。";
    check(QUEUE, "ja", &format!("{slip}\n\n`mailq` はキーで停止します。"), &["literal-differs"]);
    let more = "`mailq` でキューを確認し、一分後に `mailq` を実行します。`mailq` は短い処理です。";
    check(QUEUE, "ja", &format!("{more}\n\n`mailq` はキーで停止します。"), &[]);
}

#[test]
fn links_that_part_quotation_marks_are_torn() {
    let english =
        "You can plan it as shown in [Part 9, “Plan the tasks of a day”](https://example.com/plan) of this guide.";
    for (tag, torn, whole) in [
        (
            "de",
            "Planen Sie es, wie [in Teil 9, „Die Aufgaben](https://example.com/plan) eines Tages planen“ gezeigt.",
            "Planen Sie es, wie in [Teil 9, „Die Aufgaben eines Tages planen“](https://example.com/plan) gezeigt.",
        ),
        (
            "fr",
            "Planifiez comme [dans la partie 9, « Planifier](https://example.com/plan) les tâches d’une journée ».",
            "Planifiez comme dans la [partie 9, « Planifier les tâches d’une journée »](https://example.com/plan).",
        ),
        (
            "ja",
            "[第 9 部「一日の](https://example.com/plan)作業を計画する」のとおりに計画します。",
            "[第 9 部「一日の作業を計画する」](https://example.com/plan)のとおりに計画します。",
        ),
    ] {
        check(english, tag, torn, &["link-displaced"]);
        check(english, tag, whole, &[]);
    }
}

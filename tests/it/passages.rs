//! Which passage of an article is compared with which one of its origin, where their outlines differ.

use crate::site::{lines, rules, site};

#[track_caller]
fn check(english: &str, tag: &str, translation: &str, expected: &[&str]) {
    let site = site(&format!("=== content/en/a.md\n{english}\n=== content/{tag}/a.md\n{translation}\n"));
    let found = lines(&site);
    assert_eq!(rules(&site), expected, "{} findings: {:#?}", found.len(), &found[..found.len().min(20)]);
}

/// Returns an article of so many settings, which says of each what `say` does.
fn settings(count: usize, say: impl Fn(usize) -> String) -> String {
    (0..count).map(say).collect::<Vec<String>>().join("\n\n")
}

fn english(at: usize) -> String {
    format!("The setting `probe_{at}` tells the meter how long it waits, and queue_length_{at} how many of them may.")
}

fn german(at: usize) -> String {
    format!(
        "Die Einstellung `probe_{at}` sagt dem Messgerät, wie lange es wartet, und queue_length_{at}, wie viele es dürfen."
    )
}

const NOTE: &str = "Dieser Absatz steht nur in der Übersetzung und sagt, woher die Wörter kommen, die sie verwendet.";

/// More than a table for all of it holds.
const MANY: usize = 1_200;

#[test]
fn what_a_long_article_lacks_or_has_more_leaves_the_rest_in_its_place() {
    let german = |at: usize| match at {
        2 => format!("{NOTE}\n\n{}", german(at)),
        700 | 701 => String::new(),
        1_190 => german(at).replace("queue_length", "queue_lenght"),
        _ => german(at),
    };
    let english = format!("# Settings\n\n{}", settings(MANY, english));
    let german = format!("# Einstellungen\n\n{}", settings(MANY, german));
    check(&english, "de", &german, &["passage-missing", "name-differs"]);
}

#[test]
fn a_long_article_of_which_each_passage_stands_twice_is_aligned_all_the_same() {
    let german = |at: usize| match at {
        1 => format!("{NOTE}\n\n{}", german(at)),
        500 | 501 => String::new(),
        1_190 => german(at % 40).replace("queue_length", "queue_lenght"),
        _ => german(at % 40),
    };
    let english = format!("# Settings\n\n{}", settings(MANY, |at| english(at % 40)));
    let german = format!("# Einstellungen\n\n{}", settings(MANY, german));
    check(&english, "de", &german, &["passage-missing", "name-differs"]);
}

#[test]
fn a_section_that_is_new_in_the_source_takes_nothing_from_the_next_one() {
    let full = |intro: &str, call: &str, caveats: &str, before: &str, also: &str| {
        format!(
            "# Probe\n\n{intro}\n\n**poll**() {call}\n\n## {caveats}\n\n{before} **settle**.\n\n## {also}\n\n**poll**, **drain**"
        )
    };
    let english = full("Since release four.", "waits.", "Caveats", "Without a clock, first call", "See also");
    let german = full("Seit der vierten Ausgabe.", "wartet.", "Fallen", "Ohne Uhr braucht es zuvor", "Siehe auch");
    let french = full("Depuis la version quatre.", "attend.", "Pièges", "Sans horloge, appelez d'abord", "Voir aussi");
    let spanish = full("Desde la versión cuatro.", "espera.", "Trampas", "Sin reloj, llame antes a", "Véase también");
    // Made before there were caveats; a section on the translation follows.
    let japanese = "# Probe\n\n**poll**() は待つ。\n\n## 関連項目\n\n**poll**, **drain**\n\n## この文書について\n\nこの文書は有志によって翻訳された。";
    let articles = [("de", &*german), ("en", &*english), ("es", &*spanish), ("fr", &*french), ("ja", japanese)];
    let text: String = articles.map(|(tag, text)| format!("=== content/{tag}/a.md\n{text}\n")).concat();
    let site = site(&text);
    let lost: Vec<&str> = site.findings.iter().map(|finding| &*finding.message).collect();
    let expected = [
        "a paragraph of the origin is missing: `Since release four.`",
        "2 passages of the origin are missing, the first is `Caveats`",
    ];
    assert_eq!(lost, expected, "{:#?}", lines(&site));
}

const NEW: &str = "# Meters

The command `meter list` shows all meters with `serial_no`.

The file meter_limits.toml holds max_wait_time and min_wait_time for each of them.

The file meter_groups.toml holds group_owner and group_size.

The file meter_alarms.toml holds alarm_level and alarm_sound.

The file meter_users.toml holds user_rights and user_shifts.

The command `meter reset` sets `serial_no` to nothing.";

#[test]
fn names_are_not_asked_for_where_another_text_stands() {
    // Made from an older text, which spoke of other things between the two commands.
    let german = "# Messgeräte

Der Befehl `meter list` zeigt alle Messgeräte mit `serial_no`.

## Aufstellung

Ein Messgerät steht am besten dort, wo es trocken ist und niemand darüber stolpert.

Wer mehrere hat, stellt sie in einer Reihe auf und zählt sie von links nach rechts.

### Pflege

Staub wird einmal im Monat mit einem trockenen Tuch entfernt, nie mit Wasser.

> Der Hersteller rät von Lösungsmitteln ab.

Der Befehl `meter reset` setzt `serial_no` auf nichts.";
    check(NEW, "de", german, &["passage-missing"]);
}

#[test]
fn names_that_were_translated_are_told_where_nothing_else_is_wrong() {
    let german = "# Messgeräte

Der Befehl `meter list` zeigt alle Messgeräte mit `serial_no`.

Die Datei messer_grenzen.toml enthält längste_wartezeit und kürzeste_wartezeit für jedes von ihnen.

Die Datei meter_groups.toml enthält group_owner und group_size.

Die Datei meter_alarms.toml enthält alarm_level und alarm_sound.

Die Datei meter_users.toml enthält user_rights und user_shifts.

Der Befehl `meter reset` setzt `serial_no` auf nichts.

## Übersetzung

Diese Seite haben Freiwillige übersetzt.

Fehler nehmen sie gern entgegen.

Sie danken allen, die ihnen helfen.";
    let site = site(&format!("=== content/en/a.md\n{NEW}\n=== content/de/a.md\n{german}\n"));
    assert!(rules(&site).contains(&"name-differs"), "{:#?}", lines(&site));
}

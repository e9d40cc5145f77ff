//! What cannot be read, what is missing, misspelt or empty in a file of messages: one finding each, in its place.

use super::site;

#[test]
fn what_cannot_be_read_is_one_finding_and_hides_nothing() {
    let english = "-brand = Guide\ngreeting = Hello { -brand }\nbutton = Go\n    .title = Go there\nlast = End { button.title }\n";
    let good = "-brand = Průvodce\ngreeting = Ahoj { -brand }\nbutton = Jdi\n    .title = Jdi tam\nlast = Konec { button.title }\n";
    let check = |old: &str, new: &str, expected: &str| {
        assert!(good.contains(old), "{old}");
        let czech = good.replace(old, new);
        let site = site(&format!("=== locales/en/a.ftl\n{english}=== locales/ko/a.ftl\n{czech}"));
        let found = site.found.iter().map(|finding| site.line(finding)).collect::<String>();
        let found: Vec<&str> =
            found.lines().map(|line| line.rsplit_once(" (").map_or(line, |(line, _)| line)).collect();
        assert_eq!(found.join("\n"), expected, "{czech}");
    };
    let invalid = |place: &str, message: &str| format!("locales/ko/a.ftl:{place}: message-invalid: {message}");
    check("greeting = Ahoj { -brand }", "greeting =", &invalid("2:1 `greeting`", "message `greeting` has no text"));
    check("-brand = Průvodce", "-brand =", &invalid("1:1 `-brand`", "term `-brand` has no text"));
    check(".title = Jdi tam", ".title =", &invalid("4:6 `title`", "attribute `.title` has no text"));
    check(".title = Jdi tam", ".title = { $x", &invalid("4:18 ``", "expected `}`"));
    check(
        "button = Jdi\n    .title = Jdi tam",
        "button =\n    .title =",
        &invalid("4:6 `title`", "attribute `.title` has no text"),
    );
    check("-brand =", "-brand", &invalid("1:8 `P`", "expected `=` behind the name of a message"));
    check("last", "<<<< mine\nlast", &invalid("5:1 `<`", "expected a name, which begins with a letter from A to Z"));
    check("Ahoj { -brand }", "{ { -brand } }", &invalid("2:17 `brand`", "braces stand directly inside braces"));
    check("Jdi tam", &"{".repeat(40), &invalid("4:44 `{`", "braces are nested more than 30 deep"));
}

#[test]
fn what_is_missing_is_told_once_however_often_it_is_referred_to() {
    let english = "a = A\n    .title = T\nb = B\nc = { a.title } { b }\n";
    let korean = english.replace("    .title = T\nb = B\n", "");
    let site = site(&format!("=== locales/en/a.ftl\n{english}=== locales/ko/a.ftl\n{korean}"));
    let found: Vec<&str> = site.found.iter().map(|finding| &*finding.message).collect();
    assert_eq!(found, ["`a` lacks the attribute `.title` of en", "message `b` of en is missing in ko"]);
}

#[test]
fn a_message_is_missing_in_the_file_of_the_same_name() {
    let site = site(
        "=== locales/en/a.ftl\none = 1\n=== locales/en/b.ftl\ntwo = 2\nthree = 3\n=== locales/en/c.ftl\nfour = 4\n\
         === locales/ko/a.ftl\none = 1\n=== locales/ko/b.ftl\ntwo = 2\n=== locales/ru/a.ftl\n# nothing yet\n",
    );
    insta::assert_snapshot!(site.findings(), @r"
    locales/ko/a.ftl: message-missing: message `four` of en is missing in ko (translate into `locales/ko/a.ftl`; until then pages show the text of en)
    locales/ko/b.ftl: message-missing: message `three` of en is missing in ko (translate into `locales/ko/b.ftl`; until then pages show the text of en)
    locales/ru/a.ftl: message-missing: 4 messages of en are missing in ru: `four`, `one`, `three`, `two` (translate into `locales/ru/a.ftl`; until then pages show the text of en)
    ");
}

#[test]
fn a_form_under_a_wrong_name_is_one_finding() {
    let count = |one: &str| format!("# $n (number)\ncount = {{ PLURAL($n) ->\n [{one}] one\n *[other] many\n }}\n");
    let site = site(&format!("=== locales/en/a.ftl\n{}=== locales/de/a.ftl\n{}", count("one"), count("One")));
    insta::assert_snapshot!(site.findings(), @"locales/de/a.ftl:3:3 `One`: message-plural-category: `count` has a variant `[One]` that is never chosen in de (German has `one`, `other`)");
}

#[test]
fn texts_that_only_look_as_if_they_were_there_are_empty() {
    let english = "# $n (number)\na = A { PLURAL($n) ->\n [one] one\n *[other] many\n }\nb = { PLURAL($n) ->\n [one] one\n *[other] many\n }\nc = C\n";
    let site = site(&format!(
        "=== locales/en/a.ftl\n# $n (number)\n{}=== locales/de/a.ftl\n{}",
        english.replace("\nb =", "\n# $n (number)\nb ="),
        english.replace("one\n", "{ \"\" }\n").replace("c = C", "c = { \"\\u200B\" }{ \" \" }")
    ));
    insta::assert_snapshot!(site.findings(), @r"
    locales/de/a.ftl:7:3 `one`: message-empty: `b` has a variant `[one]` with an empty text (write the text)
    locales/de/a.ftl:10:1 `c`: message-empty: `c` has an empty text (write the text, or remove the message, so that the source locale's is shown)
    ");
}

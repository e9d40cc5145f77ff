use super::*;

/// Checks which codes `text` has whose context is not the lead's to decide.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found = mentions_in(&Families::default(), text);
    let codes: Vec<_> =
        found.iter().filter(|found| found.context != Context::Lead).map(|found| &*found.code.text).collect();
    assert_eq!(codes, expected, "{text}");
}

#[test]
fn sign_in_codes_stand_in_any_text() {
    for text in [
        "AADSTS50000: TokenIssuanceError",
        "(aadsts50000)",
        "\"AADSTS50000：请求\"",
        "오류 AADSTS50000을(를) 해결",
        "要解决AADSTS50000错误",
        "der AADSTS50000-Fehler",
        "AADSTS50000-es hiba, AADSTS50000's",
        "error=AADSTS50000.",
        "AADSTS50000.The user",
    ] {
        assert!(!mentions_in(&Families::default(), text).is_empty(), "{text}");
        assert!(
            mentions_in(&Families::default(), text).iter().all(|found| &*found.code.text == "AADSTS50000"),
            "{text}"
        );
    }
    check("AADSTS50011/AADSTS50012", &["AADSTS50011", "AADSTS50012"]);
}

#[test]
fn names_and_addresses_hold_no_codes() {
    for text in [
        "troubleshoot-aadsts50000-error-code.md",
        "aadsts50000-error-code",
        "https://login.example/AADSTS50000",
        "https://x.example/?c=AADSTS50000&d=0x8004de40",
        "see login.example/error?code=AADSTS50011",
        "aka.ms/AADSTS50000",
        "AADSTS50000@contoso.com",
        "user_gmail.com#EXT#@fabrikam404.onmicrosoft.com",
        "xAADSTS50000",
        "AADSTS50000x",
        "AADSTS_50000",
        "C:\\AADSTS50000",
        "%AADSTS50000",
        "da865931-4658-4829-ba2d-8133aa",
        "0x8004de40a 0x004de40 a0x8004de40 0x",
    ] {
        check(text, &[]);
    }
}

#[test]
fn hexadecimal_codes_have_eight_digits() {
    check("错误0x8004de40代码 0X80070005?", &["0x8004DE40", "0x80070005"]);
    check("READ_FAILED (0x801c001d/-2145648611)", &["0x801C001D"]);
}

#[test]
fn enhanced_status_codes_are_no_versions() {
    check("NDR with \"550 5.7.705 Access denied\"", &["5.7.705"]);
    check("오류 코드 5.4.6 또는 5.4.14가", &["5.4.6", "5.4.14"]);
    check("codes 5.7.700 through 5.7.750. Then", &["5.7.700", "5.7.750"]);
    check("#550 4.4.7 x, #5.1.1 smtp;550 5.1.1 RESOLVER", &["4.4.7", "5.1.1", "5.1.1"]);
    check("Antispam - 5.7.23", &["5.7.23"]);
    for text in [
        "версия 5.7.1",
        "v5.7.1",
        "v 5.7.1",
        "Version 5.7.1",
        "5.7.1 or later",
        "5.7.1 이상",
        ".NET Framework 4.7.2",
        "TLS 1.2.3",
        "10.0.0.1",
        "2.5.7.1",
        "5.7.1.2",
        "Version 16.0.1",
        "5.7.1 GB",
        "5.7.1%",
        "5.7.1-5.7.9",
        "5.7.1–5.7.9",
        "5.7.1-beta",
        "5.7.1x",
        "x5.7.1",
        "5.7.1@x",
        "https://x/5.7.1",
        "section 4.2.1",
        "버전 5.7.1",
        "版本：5.7.1",
        "5.10.2021",
        "§ 5.7.1",
        "$5.7.1",
        "PowerShell 5.1.14",
        "na versão 5.7.1",
        "różnica w wersji 5.7.1",
        "različica 5.7.1",
        "5.7.1 及更高版本",
        "5.7.1234",
    ] {
        check(text, &[]);
    }
}

#[test]
fn installation_codes_begin_with_five_digits() {
    check("코드 30125-4 또는 30125-1011을, [30179-25)", &["30125-4", "30125-1011", "30179-25"]);
    for text in [
        "393943-22222-281721",
        "130015-11",
        "30015-11-2",
        "30015-11111",
        "Redmond, WA 98052-6399",
        "2021-10-12",
        "30015-",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_status_has_its_name_or_the_word_error_beside_it() {
    for text in [
        "HTTP 404",
        "an HTTP 404 (Not found)",
        "HTTP/1.1 404 Not Found",
        "HTTP404",
        "HTTP-404",
        "HTTP status code: 404",
        "HTTP 오류 404",
        "Error 404",
        "404 error",
        "오류 **404** 파일",
        "错误 404：",
        "错误代码404",
        "код ошибки 404",
        "ошибку 404",
        "404 Not Found",
        "(404) Not Found",
        "Not Found (404)",
        "error code 404",
        "404-Fehler",
        "\"Error: (404)",
        "404エラー",
        "404 File Not Found",
    ] {
        check(&text.replace("**", ""), &["HTTP 404"]);
    }
    check("errors 401, 403 or 404", &["HTTP 401", "HTTP 403", "HTTP 404"]);
    check("HTTP 200 OK", &["HTTP 200"]);
}

#[test]
fn other_numbers_are_no_status() {
    for text in [
        "error 418",
        "Error 200",
        "error 404,000",
        "error 10 500",
        "an error after 500 items",
        "500 users",
        "error 404.3",
        "#404",
        "error 500 MB",
        "error 421 4.4.2",
        "451 4.7.0 Temporary",
        "http://x/404",
        "400-499 errors",
        "port 443",
        "error 4041",
        "-404 x",
        "1,500 errors",
        "404% error",
    ] {
        let codes = mentions_in(&Families::default(), text);
        let own = codes.iter().filter(|found| found.context != Context::Lead && &*found.code.family == "http");
        assert_eq!(own.count(), 0, "{text}: {codes:?}");
    }
}

#[test]
fn a_bare_number_is_a_status_where_the_lead_has_it() {
    let contexts = |text| mentions_in(&Families::default(), text).iter().map(|found| found.context).collect::<Vec<_>>();
    assert_eq!(contexts("404 파일을"), [Context::Lead]);
    assert_eq!(contexts("Ошибка 404"), [Context::Errors]);
    assert_eq!(contexts("HTTP 404, 5.7.1, 30015-11"), [Context::NotMail, Context::Mail, Context::Any]);
}

#[test]
fn configured_families_are_found_too() {
    use crate::model::family::{Case, FamilySpec};
    let spec =
        FamilySpec { id: "teams".into(), pattern: "caa[0-9a-f]{5}|max_path".into(), prefix: None, case: Case::Upper };
    let families = Families::new([spec]).expect("the pattern is fine");
    let found =
        mentions_in(&families, "오류 caa2000b는 AADSTS50000, xcaa2000b, CAA2000Bf, https://x/caa2000b max_path");
    assert_eq!(
        found.iter().map(|found| &*found.code.text).collect::<Vec<_>>(),
        ["CAA2000B", "AADSTS50000", "MAX_PATH"]
    );
}

/// Returns the pieces of `source`, in which back-ticks switch code on and off and `*` ends a piece.
fn pieces(source: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut at, mut kind) = (0, PieceKind::Text);
    for (end, sign) in source.match_indices(['*', '`']).chain([(source.len(), "")]) {
        if at < end {
            pieces.push(Piece { text: &source[at..end], range: at..end, kind });
        }
        kind = match (sign, kind) {
            ("`", PieceKind::Text) => PieceKind::Code,
            _ => PieceKind::Text,
        };
        at = end + sign.len();
    }
    pieces
}

#[test]
fn places_lead_back_to_the_source() {
    let source = "버전 `5.7.1`: HTTP `404`, *AADSTS*50000은, *0x8004de40*";
    let found = mentions(&Families::default(), &pieces(source));
    let places: Vec<_> = found.iter().map(|found| &source[found.range.clone()]).collect();
    assert_eq!(places, ["404", "AADSTS*50000", "0x8004de40"]);
    let decoded = [
        Piece { text: "&", range: 0..5, kind: PieceKind::Text },
        Piece { text: " 0x8004de40", range: 5..16, kind: PieceKind::Text },
    ];
    assert_eq!(mentions(&Families::default(), &decoded)[0].range, 6..16);
}

#[track_caller]
fn introduces(source: &str, expected: Option<(&str, Option<&str>, Option<&str>)>) {
    let introduced = introduction(&Families::default(), &pieces(source));
    let text = |range: &Option<Range<usize>>| range.clone().map(|range| &source[range]);
    let parts = introduced.as_ref().map(|it| (&*it.code.text, text(&it.name), text(&it.message)));
    assert_eq!(parts, expected, "{source}");
}

#[test]
fn a_code_is_introduced_by_name_and_message() {
    let name = Some("TokenIssuanceError");
    for (source, message) in [
        ("*AADSTS50000*: TokenIssuanceError - There's an issue.", "There's an issue."),
        ("*AADSTS50000*：TokenIssuanceError - 登录服务存在问题。", "登录服务存在问题。"),
        ("AADSTS50000: TokenIssuanceError – prišlo je", "prišlo je"),
        ("*AADSTS50000*：TokenIssuanceError—登录", "登录"),
        ("*AADSTS50000*: TokenIssuanceError-로그인", "로그인"),
        ("*AADSTS50000: TokenIssuanceError* - x `y` z", "x `y` z"),
        (" `AADSTS50000` — `TokenIssuanceError` — сбой ", "сбой"),
    ] {
        introduces(source, Some(("AADSTS50000", name, Some(message))));
    }
    introduces("*AADSTS50000*: TokenIssuanceError", Some(("AADSTS50000", name, None)));
    introduces("0x80070005: E_ACCESSDENIED.", Some(("0x80070005", Some("E_ACCESSDENIED"), None)));
}

#[test]
fn a_message_needs_no_name() {
    let check = |source, message| introduces(source, Some(("AADSTS50011", None, Some(message))));
    check("\"AADSTS50011: The reply URL does not match\"", "The reply URL does not match\"");
    check("AADSTS50011: tokenissuanceerror-ada masalah", "tokenissuanceerror-ada masalah");
    check("AADSTS50011: OneDrive - sign in", "OneDrive - sign in");
    introduces("550 5.7.705: Access denied", Some(("5.7.705", None, Some("Access denied"))));
    introduces("To resolve AADSTS50000: do this", None);
    introduces("AADSTS50000 error", None);
    introduces("AADSTS50000:", None);
}

#[test]
fn mail_is_spoken_of_by_signs_and_words() {
    let check = |text, expected| assert_eq!(speaks_of_mail(text), expected, "{text}");
    check("受信者に NDR が届く", true);
    check("오류 550 5.7.1", true);
    check("the mail flow connector", true);
    check("почта, почту и почтой", true);
    check("Send an email to your administrator.", false);
    check("version 5.7.1 of SMTPX", false);
    assert_eq!(["Ошибки", "오류", "Fehlercode", "chatapp"].map(speaks_of_errors), [true, true, true, false]);
}

#[test]
fn one_long_line_costs_in_line_with_its_length() {
    for unit in ["404,", "5.7.1.", "5.7.1 ", "AADSTS1-", "30015-1-", "0x8004de40/", "error 404 ", "HTTP-404-", "1@"] {
        mentions_in(&Families::default(), &unit.repeat(4_000));
    }
}

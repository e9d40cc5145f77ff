//! Findings as people and programs see them.

mod formats;
mod views;

use faultbook::diag::fix::Fix;
use faultbook::diag::{Applicability, Finding, Freshness, Place, Severity, Summary};
use faultbook::model::key::ArticleKey;
use faultbook::report::{Format, Options, Report, fingerprint, fingerprints, write};
use faultbook::source::edit::Edit;
use faultbook::source::{SourceId, SourceMap, Span};
use proptest::prelude::*;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

faultbook::rule! {
    /// A literal reads differently than in the text it was translated from.
    ///
    /// ## Why
    /// Readers search for the exact text the server sent.
    LITERAL_DIFFERS { id: "literal-differs", severity: Error, scope: Group }
}

faultbook::rule! {
    /// A locale does not have an article.
    ARTICLE_MISSING { id: "article-missing", severity: Note, scope: Group }
}

const KOREAN: &str = "# 오류\n\n한국어 `invalid_grant: 요청` 설명\n";
const ENGLISH: &str = "# Error\n\n`invalid_grant: Bad.`\n";

/// Returns the span of the first `needle` in `source`.
fn find(sources: &SourceMap, source: SourceId, needle: &str) -> Span {
    let start = sources.get(source).text.find(needle).expect("the needle is in the text");
    Span::new(source, start..start + needle.len())
}

fn summary(findings: &[Finding]) -> Summary {
    let freshness = Freshness { current: 1, outdated: 0, unknown: 4 };
    let mut summary = Summary { locales: 6, groups: 30, articles: 180, freshness, ..Summary::default() };
    summary.count(findings);
    summary
}

fn render(format: Format, sources: &SourceMap, findings: &[Finding], options: Options) -> String {
    let rules = [&LITERAL_DIFFERS, &ARTICLE_MISSING];
    let report = Report { findings, sources, summary: &summary(findings), rules: &rules };
    let mut out = Vec::new();
    write(format, &report, &options, &mut out).expect("a vector takes all bytes");
    String::from_utf8(out).expect("reports are UTF-8")
}

fn text(sources: &SourceMap, findings: &[Finding]) -> String {
    render(Format::Text, sources, findings, Options { quiet: true, ..Options::default() })
}

/// Two articles, and a finding with everything that a finding can have.
fn one_of_everything() -> (SourceMap, Vec<Finding>) {
    let mut sources = SourceMap::default();
    let korean = sources.add("content/ko-KR/x.md", KOREAN);
    let english = sources.add("content/en/x.md", ENGLISH);
    let ours = find(&sources, korean, "요청");
    let literal = find(&sources, korean, "invalid_grant: 요청");
    let mut finding = Finding::at(&LITERAL_DIFFERS, ours, "parameter `invalid_grant` differs from en")
        .caption("this text")
        .origin(find(&sources, english, "Bad."), "should read like this")
        .label(find(&sources, korean, "# 오류"), "in this article")
        .evidence("4 of 5 translations agree")
        .help("parameters stay untranslated, so that readers can search for them")
        .fix(Fix {
            title: "restore the text of en".into(),
            applicability: Applicability::Safe,
            edits: vec![Edit { span: ours, text: "Bad.".into() }],
        })
        .texts("Bad.", "요청");
    finding.literal = Some(literal);
    finding.group = Some(ArticleKey::new("x"));
    finding.locale = Some("ko-KR".parse().expect("a tag"));
    let slovenian = Place::Locale("sl".parse().expect("a tag"));
    (sources, vec![Finding::new(&ARTICLE_MISSING, slovenian, "30 articles have no translation"), finding])
}

#[test]
fn a_finding_shows_both_places_and_the_remedy() {
    let (sources, findings) = one_of_everything();
    insta::assert_snapshot!(render(Format::Text, &sources, &findings, Options::default()), @"
    error[literal-differs]: parameter `invalid_grant` differs from en
     --> content/ko-KR/x.md:3:21
      |
    3 | 한국어 `invalid_grant: 요청` 설명
      |                        ^^^^ this text
      |
     ::: content/en/x.md:3:17
      |
    3 | `invalid_grant: Bad.`
      |                 ---- should read like this
      |
     ::: content/ko-KR/x.md:1:1
      |
    1 | # 오류
      | ------ in this article
      |
      = note: 4 of 5 translations agree
      = help: parameters stay untranslated, so that readers can search for them
      = fix: restore the text of en

    note[article-missing]: 30 articles have no translation
    --> locale sl

    1 error, 1 note in 180 articles, 6 locales
    by rule: article-missing 1, literal-differs 1
    by locale: ko-KR 1, sl 1
    5 translations: 1 current, 4 of unknown age
    ");
}

/// Checks that the carets under the first `needle` of `line` begin and end with it, as a terminal draws it.
fn check_carets(line: &str, needle: &str) {
    let mut sources = SourceMap::default();
    let source = sources.add("a.md", format!("first\n{line}\nlast"));
    let finding = Finding::at(&LITERAL_DIFFERS, find(&sources, source, needle), "differs");
    let text = text(&sources, &[finding]).replace(['\u{2068}', '\u{2069}'], "");
    let mut lines = text.lines().skip_while(|line| !line.starts_with("2 |"));
    let (shown, carets) = (lines.next().expect("the line"), lines.next().expect("its carets"));
    let before = shown.split(needle).next().expect("split gives a part");
    let expected = " ".repeat(before.width() - "2 |".len()) + &"^".repeat(needle.width().max(1));
    assert_eq!(carets, format!("  |{expected}"), "{text}");
}

#[test]
fn carets_stand_under_the_characters_of_every_script() {
    check_carets("앞에 `잘못된 요청` 뒤", "요청");
    check_carets("前面的文字：错误，后面", "错误");
    check_carets("cafe\u{301} re\u{301}sume\u{301} here", "here");
    check_carets("😀 smile 🇰🇷 flag 😀", "flag");
    check_carets("النص قبل الخطأ وبعده", "الخطأ");
    check_carets("हिन्दी में त्रुटि", "में");
    check_carets("\u{1112}\u{1161}\u{11ab}글 오류", "오류");
    check_carets("👨\u{200d}👩\u{200d}👧 👍🏽 ⚠\u{fe0f} 1\u{fe0f}\u{20e3} word", "word");
    check_carets("می\u{200c}شود error", "error");
    check_carets("\tone\ttab", "tab");
}

#[test]
fn a_combining_mark_is_pointed_at_through_its_letter() {
    let mut sources = SourceMap::default();
    let source = sources.add("a.md", "cafe\u{301} au lait");
    let mark = Finding::at(&LITERAL_DIFFERS, find(&sources, source, "\u{301}"), "one mark more");
    insta::assert_snapshot!(text(&sources, &[mark]), @"
    error[literal-differs]: one mark more
     --> a.md:1:5
      |
    1 | café au lait
      |    ^
    ");
}

#[test]
fn right_to_left_text_is_isolated_and_the_gutter_is_not() {
    let mut sources = SourceMap::default();
    let source = sources.add("a.md", "قبل الخطأ\nplain");
    let of = |needle| Finding::at(&LITERAL_DIFFERS, find(&sources, source, needle), "differs");
    let shown = text(&sources, &[of("الخطأ"), of("plain")]);
    assert!(shown.contains("\n1 |\u{2068} قبل الخطأ\u{2069}\n"), "{shown}");
    assert_eq!(shown.matches('\u{2068}').count(), 1, "{shown}");
    let colored = Options { color: true, ..Options::default() };
    let shown = render(Format::Text, &sources, &[of("الخطأ")], colored);
    assert!(shown.contains("|\u{2068}"), "{shown:?}");
}

/// Characters that steer a terminal or cannot be seen.
const HIDDEN: &str =
    "\u{1b}[31m\u{7}\u{9b}\u{7f}\u{202e}\u{2066}\u{200b}\u{200d}\u{feff}\u{ad}\u{fe0f}\u{e0041}\u{e000}";

#[test]
fn hidden_characters_are_written_out_everywhere() {
    let mut sources = SourceMap::default();
    let source = sources.add(format!("{HIDDEN}.md"), format!("{HIDDEN} here"));
    let here = find(&sources, source, "here");
    let finding = Finding::at(&LITERAL_DIFFERS, here, format!("message {HIDDEN}\r\n::error::"))
        .caption(HIDDEN)
        .origin(here, HIDDEN)
        .evidence(HIDDEN)
        .help(HIDDEN)
        .texts(HIDDEN, HIDDEN);
    let path = Finding::new(&LITERAL_DIFFERS, Place::Path(format!("{HIDDEN}\n").into()), HIDDEN);
    for format in [Format::Text, Format::Json, Format::Github, Format::Sarif] {
        let shown = render(format, &sources, &[finding.clone(), path.clone()], Options::default());
        let is_raw = |c: char| c != '\n' && !c.is_ascii_graphic() && HIDDEN.contains(c);
        assert_eq!(shown.find(is_raw), None, "{shown:?}");
    }
    let shown = text(&sources, &[finding]);
    assert!(shown.contains(r"\u{1b}[31m\u{7}\u{9b}\u{7f}\u{202e}"), "{shown}");
    let lines: Vec<&str> = shown.lines().collect();
    let line = lines.iter().position(|line| line.starts_with("1 |")).expect("the line is shown");
    assert_eq!(lines[line].find("here"), lines[line + 1].find("^^^^"), "{shown}");
}

#[test]
fn long_lines_are_cut_around_the_caret_and_columns_stay() {
    let mut sources = SourceMap::default();
    let source = sources.add("a.md", format!("{}needle{}", "한".repeat(300_000), "z".repeat(300_000)));
    let finding = Finding::at(&LITERAL_DIFFERS, find(&sources, source, "needle"), "differs");
    insta::assert_snapshot!(text(&sources, &[finding]), @"
    error[literal-differs]: differs
     --> a.md:1:300001
      |
    1 | …한한한한한한한한한한한한한한한한한한한needlezzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz…
      |                                        ^^^^^^
    ");
}

#[test]
fn places_of_every_kind_are_shown() {
    let mut sources = SourceMap::default();
    let source = sources.add("a.md", "\u{feff}one\r\ntwo\r\nthree");
    let many = sources.add("b.md", "line\n".repeat(12));
    let span = |source, range| Finding::at(&LITERAL_DIFFERS, Span::new(source, range), "here").caption("text");
    let findings = [
        span(source, 0..0),
        span(source, 6..8),
        span(source, 4..14),
        span(source, 18..18),
        span(many, 2..40),
        span(many, 60..60),
        Finding::new(&LITERAL_DIFFERS, Place::File(source), "the whole file"),
        Finding::new(&LITERAL_DIFFERS, Place::Path("c/d.md".into()), "could not be read").severity(Severity::Warning),
        Finding::new(&ARTICLE_MISSING, Place::Locale("sl".parse().expect("a tag")), "one article is missing"),
    ];
    insta::assert_snapshot!(text(&sources, &findings), @"
    error[literal-differs]: here
     --> a.md:1:1
      |
    1 | one
      | ^ text

    error[literal-differs]: the whole file
    --> a.md

    error[literal-differs]: here
     --> a.md:1:2
      |
    1 |   one
      |  __^
    2 | | two
    3 | | three
      | |_^ text

    error[literal-differs]: here
     --> a.md:1:4
      |
    1 | one
      |    ^ text

    error[literal-differs]: here
     --> a.md:3:6
      |
    3 | three
      |      ^ text

    error[literal-differs]: here
     --> b.md:1:3
      |
    1 | line
      |   ^^ text (to line 8)

    error[literal-differs]: here
      --> b.md:13:1
       |
    13 |
       | ^ text

    warning[literal-differs]: could not be read
    --> c/d.md

    note[article-missing]: one article is missing
    --> locale sl
    ");
}

#[test]
fn files_with_errors_come_first_and_the_order_of_finding_does_not_count() {
    let mut sources = SourceMap::default();
    let a = sources.add("a.md", "one\ntwo");
    let b = sources.add("b.md", "one\ntwo");
    let at =
        |source, range, severity| Finding::at(&LITERAL_DIFFERS, Span::new(source, range), "differs").severity(severity);
    let mut findings = vec![
        at(a, 0..3, Severity::Note),
        at(b, 0..3, Severity::Note),
        at(b, 4..7, Severity::Error),
        at(a, 4..7, Severity::Warning),
    ];
    let places = |findings: &[Finding]| -> Vec<String> {
        let text = text(&sources, findings);
        text.lines().filter_map(|line| line.trim_start().strip_prefix("--> ")).map(str::to_owned).collect()
    };
    assert_eq!(places(&findings), ["b.md:2:1", "b.md:1:1", "a.md:2:1", "a.md:1:1"]);
    for format in [Format::Text, Format::Json, Format::Github, Format::Sarif] {
        let forward = render(format, &sources, &findings, Options::default());
        findings.reverse();
        assert_eq!(forward, render(format, &sources, &findings, Options::default()));
    }
}

#[test]
fn fingerprints_stay_while_lines_move_and_differ_within_a_file() {
    let finding = |text: &str, nth: usize| {
        let mut sources = SourceMap::default();
        let source = sources.add("a.md", text);
        let (start, word) = text.match_indices("bad").nth(nth).expect("the word is in the text");
        let span = Span::new(source, start..start + word.len());
        (Finding::at(&LITERAL_DIFFERS, span, "differs"), sources)
    };
    let (first, sources) = finding("bad\nbad\n", 0);
    let (second, _) = finding("bad\nbad\n", 1);
    let (moved, moved_sources) = finding("new\nlines\nbad\n", 0);
    assert_eq!(fingerprint(&first, &sources), fingerprint(&moved, &moved_sources));
    let forward = fingerprints(&[first.clone(), second.clone()], &sources);
    let backward = fingerprints(&[second, first.clone()], &sources);
    assert_ne!(forward[0], forward[1]);
    assert_eq!(forward[0], fingerprint(&first, &sources));
    assert_eq!([&forward[0], &forward[1]], [&backward[1], &backward[0]]);
}

#[test]
fn without_findings_there_is_a_summary() {
    let sources = SourceMap::default();
    insta::assert_snapshot!(render(Format::Text, &sources, &[], Options::default()), @"
    no findings in 180 articles, 6 locales
    5 translations: 1 current, 4 of unknown age
    ");
}

proptest! {
    #[test]
    fn no_place_makes_a_report_fail(
        content in "(?s)([a-z \t\r\n]|\\PC|[\u{200b}\u{301}\u{202e}\u{feff}한ع😀]){0,60}",
        ends in (0usize..400, 0usize..400, 0usize..400, 0usize..400),
        width in 0usize..200,
    ) {
        let mut sources = SourceMap::default();
        let source = sources.add("a.md", content.as_str());
        let span = |a: usize, b: usize| {
            let (a, b) = (a % (content.len() + 1), b % (content.len() + 1));
            Span::new(source, a.min(b)..a.max(b))
        };
        let place = span(ends.0, ends.1);
        let fix = Fix {
            title: "restore".into(),
            applicability: Applicability::Suggested,
            edits: vec![Edit { span: place, text: content.clone() }],
        };
        let finding = Finding::at(&LITERAL_DIFFERS, place, content.as_str())
            .caption(content.clone())
            .origin(span(ends.2, ends.3), content.clone())
            .help(content.clone())
            .fix(fix);
        for format in [Format::Text, Format::Json, Format::Github, Format::Sarif] {
            let options = Options { width, color: width % 2 == 0, ..Options::default() };
            let shown = render(format, &sources, std::slice::from_ref(&finding), options);
            if matches!(format, Format::Json | Format::Sarif) {
                prop_assert!(serde_json::from_str::<Value>(&shown).is_ok());
            }
        }
    }
}

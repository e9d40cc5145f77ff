//! Many findings: which are shown, what stands together, what they come to; and changes as a diff.

use faultbook::report::{GroupBy, Reader, diff};

use super::*;

/// Findings of two rules in three files of two locales, a word each.
fn mixed() -> (SourceMap, Vec<Finding>) {
    let mut sources = SourceMap::default();
    let mut findings = Vec::new();
    for (path, locale, severity) in
        [("ko/a.md", "ko", Severity::Note), ("ko/b.md", "ko", Severity::Error), ("sl/a.md", "sl", Severity::Warning)]
    {
        let source = sources.add(path, "one two");
        for (range, rule) in [(0..3, &LITERAL_DIFFERS), (4..7, &ARTICLE_MISSING)] {
            let mut finding = Finding::at(rule, Span::new(source, range), "differs").severity(severity);
            finding.locale = Some(locale.parse().expect("a tag"));
            findings.push(finding);
        }
    }
    (sources, findings)
}

#[test]
fn findings_stand_together_as_asked() {
    let (sources, findings) = mixed();
    let outline = |group_by| -> Vec<String> {
        let options = Options { group_by: Some(group_by), quiet: true, ..Options::default() };
        let text = render(Format::Text, &sources, &findings, options);
        let place = |line: &str| line.trim_start().strip_prefix("--> ").map(|place| format!("- {place}"));
        let heading = |line: &str| (!line.starts_with([' ', '1']) && !line.contains('[')).then(|| line.to_owned());
        text.lines().filter(|line| !line.is_empty()).filter_map(|line| place(line).or_else(|| heading(line))).collect()
    };
    assert_eq!(
        outline(GroupBy::Article),
        [
            "ko/b.md",
            "- ko/b.md:1:1",
            "- ko/b.md:1:5",
            "sl/a.md",
            "- sl/a.md:1:1",
            "- sl/a.md:1:5",
            "ko/a.md",
            "- ko/a.md:1:1",
            "- ko/a.md:1:5"
        ]
    );
    assert_eq!(
        outline(GroupBy::Rule),
        [
            "article-missing",
            "- ko/b.md:1:5",
            "- sl/a.md:1:5",
            "- ko/a.md:1:5",
            "literal-differs",
            "- ko/b.md:1:1",
            "- sl/a.md:1:1",
            "- ko/a.md:1:1"
        ]
    );
    assert_eq!(
        outline(GroupBy::Locale),
        [
            "ko",
            "- ko/b.md:1:1",
            "- ko/b.md:1:5",
            "- ko/a.md:1:1",
            "- ko/a.md:1:5",
            "sl",
            "- sl/a.md:1:1",
            "- sl/a.md:1:5"
        ]
    );
}

#[test]
fn of_many_findings_the_gravest_are_shown_and_all_are_counted() {
    let (sources, findings) = mixed();
    let options = Options { max: Some(3), ..Options::default() };
    let shown = render(Format::Text, &sources, &findings, options);
    assert_eq!(shown.matches(" --> ").count(), 3, "{shown}");
    assert_eq!(shown.matches("error[").count(), 2, "{shown}");
    assert!(shown.contains("\n… and 3 more findings\n\n2 errors, 2 warnings, 2 notes in 180 articles"), "{shown}");
    assert!(shown.contains("\nby rule: article-missing 3, literal-differs 3\nby locale: ko 4, sl 2\n"), "{shown}");

    let json = |options| -> Value {
        serde_json::from_str(&render(Format::Json, &sources, &findings, options)).expect("one document of JSON")
    };
    let (whole, cut) = (json(Options::default()), json(options));
    let names = |json: &Value| -> Vec<String> {
        let findings = json["findings"].as_array().expect("findings").iter();
        findings.map(|finding| finding["fingerprint"].to_string()).collect()
    };
    assert_eq!((names(&whole).len(), names(&cut).len()), (6, 3));
    assert!(names(&cut).iter().all(|name| names(&whole).contains(name)), "a finding keeps its name");
    assert_eq!((&whole["summary"]["omitted"], &cut["summary"]["omitted"]), (&Value::Null, &3.into()));
    let sarif: Value = serde_json::from_str(&render(Format::Sarif, &sources, &findings, options)).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"].as_array().expect("results").len(), 3);
    let github = render(Format::Github, &sources, &findings, options);
    assert!(github.contains("\n3 more\n"), "{github}");
}

/// What is written for each finding does not grow with their number, in one line or in many.
#[test]
fn many_findings_are_written_as_briefly_as_few() {
    let length = |format, count: usize, line_end: &str| {
        let mut sources = SourceMap::default();
        let unit = format!("한국어 word {line_end}");
        let source = sources.add("a.md", unit.repeat(count));
        let place = |nth: usize| Span::new(source, nth * unit.len()..nth * unit.len() + 9);
        let findings: Vec<Finding> = (0..count)
            .map(|nth| Finding::at(&LITERAL_DIFFERS, place(nth), "differs").origin(place(0), "from this"))
            .collect();
        render(format, &sources, &findings, Options::default()).len()
    };
    for (format, line_end) in [(Format::Text, "\n"), (Format::Text, ""), (Format::Json, ""), (Format::Sarif, "\n")] {
        let (few, many) = (length(format, 500, line_end), length(format, 4_000, line_end));
        // Numbers of lines, columns and bytes get a digit longer, nothing else does.
        assert!(many < few * 9, "{format:?}: {few} and {many} bytes");
    }
}

#[test]
fn a_diff_can_be_applied_by_programs_and_read_by_people() {
    let old = "# 가\r\n\r\n`one\u{200b} two`\r\nend";
    let new = "# 가\r\n\r\n`one two`\r\nend";
    insta::assert_snapshot!(diff("a\u{7}.md", old, new, Reader::Program).replace('\r', "<CR>").replace('\u{200b}', "<ZWSP>"), @r"
    --- a\u{7}.md
    +++ a\u{7}.md
    @@ -1,4 +1,4 @@
     # 가<CR>
     <CR>
    -`one<ZWSP> two`<CR>
    +`one two`<CR>
     end
    \ No newline at end of file
    ");
    let person = diff("a.md", old, new, Reader::Person { color: false });
    assert!(person.contains("\n-`one\\u{200b} two`\n+`one two`\n"), "{person}");
    assert!(diff("a.md", old, new, Reader::Person { color: true }).contains("\u{1b}[31m-`one"));
}

use pulldown_cmark::{Options, Parser};

use super::*;

fn read(source: &str) -> Vec<Candidate> {
    let items: Vec<_> = Parser::new_ext(source, Options::ENABLE_TABLES).into_offset_iter().collect();
    candidates(source, &items)
}

/// Checks what `source` is with candidates as `{` and `}` for bold, `<` and `>` for italics.
#[track_caller]
fn check(source: &str, expected: &str) {
    let mut marks: Vec<(Range<usize>, &str)> = Vec::new();
    for Candidate { open, close, strong } in read(source) {
        marks.push((open, if strong { "{" } else { "<" }));
        marks.push((close, if strong { "}" } else { ">" }));
    }
    marks.sort_by_key(|(range, _)| range.start);
    let (mut out, mut at) = (String::new(), 0);
    for (range, mark) in marks {
        out += &source[at..range.start];
        out += mark;
        at = range.end;
    }
    assert_eq!(out + &source[at..], expected);
}

#[test]
fn adjacent_bold_is_two_bold_texts() {
    check("**A****B**", "**A{}B**");
    check("选择**文件****打开**，", "选择**文件{}打开**，");
    check("**A：****B**", "{A：}**B**");
    check("**A：****B：**然后", "{A：}{B：}然后");
    check("**A ****B**", "{A }**B**");
    check("**注意****：** 如果", "**注意**{：} 如果");
    check("选择 **窗格****，然后选择** 保存", "选择 **窗格**{，然后选择} 保存");
    check("foo****bar", "foo{}bar");
}

#[test]
fn bold_may_end_with_punctuation_before_a_letter() {
    check("**오류:**를 확인", "{오류:}를 확인");
    check("클릭하여**\"저장\"**을 선택", "클릭하여{\"저장\"}을 선택");
    check("**[링크](x)**를 **`코드`**로", "{[링크](x)}를 {`코드`}로");
    check("选择**“确定”**。", "选择{“确定”}。");
    check("**注意：**请参阅[**“A”**的](x)页", "{注意：}请参阅[{“A”}的](x)页");
    check("***주의:***는 *주의:*는", "{<주의:>}는 <주의:>는");
    check("**`code`:**를 [x](y) **(a)**는", "{`code`:}를 [x](y) {(a)}는");
}

#[test]
fn blanks_may_stand_inside_the_markers() {
    check("Klik ** Simpan ** lalu", "Klik { Simpan } lalu");
    check("Select **Save **and go", "Select {Save }and go");
    check("** Opomba:** besedilo", "{ Opomba:} besedilo");
    check("选择 **保存 **按钮", "选择 {保存 }按钮");
}

#[test]
fn asterisks_that_are_no_markers_stay() {
    for text in [
        "2 * 3 * 4",
        "2 ** 3 ** 4",
        "x ** y ** z",
        "2**(a)**b",
        "5*(a+b)*c",
        "a * b",
        "*) note *) note",
        "*.txt, *.doc",
        "**/x **/y",
        "src/**/x/**/y",
        "****",
        "(****)",
        "**Password: ****",
        "1234****5678",
        "**(****)**",
        "* * *x",
        "\\*\\*오류:\\*\\*를",
        "&#42;&#42;오류:&#42;&#42;를",
        "`**오류:**를`",
        "![**오류:**를](x)",
        "[x](**오류:**를)",
        "<b title=\"**오류:**를\">",
        "*****a*****",
        "Price** includes tax. See terms**",
        "C** d**",
    ] {
        check(text, text);
    }
}

#[test]
fn what_commonmark_reads_stands() {
    for text in ["**bold**", "*a **b** c*", "**a*b**", "***x***", "**오류**를", "a*b*c", "**[**x**](y)**"] {
        check(text, text);
    }
    check("**A: [**B:**를](x) C:**를", "{A: [{B:}를](x) C:}를");
    check("*A **B:*를 C:**를", "<A **B:>를 C:**를");
}

#[test]
fn a_translation_and_its_source_pair_by_themselves() {
    let side = |text: &str| format!("<span data-ttu-id=\"1\">{text}</span><span class=\"sxs-lookup\">{text}</span>");
    check(&side("**A:**를"), &side("{A:}를"));
    check(&side("**A: 를"), &side("**A: 를"));
}

#[test]
fn a_hundred_thousand_asterisks_are_read_in_time() {
    for unit in [
        "*",
        "**",
        "** ",
        "**a ",
        "** a",
        "a****b",
        "**a:**b",
        "**( -",
        "-** ",
        "*a ",
        "**A: [**B](x) ",
        "\\*",
        "***a ",
    ] {
        read(&unit.repeat(100_000 / unit.len()));
    }
}

proptest::proptest! {
    #[test]
    fn pairs_nest_with_each_other_and_with_elements(
        parts in proptest::collection::vec(
            proptest::sample::select(vec![
                "*", "**", "***", "****", " ", "a", "를", "：", "(", ")", "[", "](x)", "`", "\\", "_", "\n", "<span>", "</span>", "1",
            ]),
            0..40,
        )
    ) {
        let source = parts.concat();
        let items: Vec<_> = Parser::new(&source).into_offset_iter().collect();
        let elements = items.iter().filter(|(event, _)| matches!(event, Event::Start(_))).map(|(_, range)| range.clone());
        let found = candidates(&source, &items);
        let spans = found.iter().map(|pair| pair.open.start..pair.close.end);
        let all: Vec<_> = spans.clone().chain(elements).collect();
        for pair in &found {
            let marks = if pair.strong { "**" } else { "*" };
            proptest::prop_assert_eq!([&source[pair.open.clone()], &source[pair.close.clone()]], [marks; 2]);
            proptest::prop_assert!(pair.open.end <= pair.close.start);
        }
        for a in spans {
            for b in &all {
                let apart = a.end <= b.start || b.end <= a.start;
                let nested = a.start <= b.start && b.end <= a.end || b.start <= a.start && a.end <= b.end;
                proptest::prop_assert!(apart || nested, "{:?} crosses {:?} in {:?}", a, b, source);
            }
        }
    }
}

//! What is read from one article, and the events that its page is made of.

use faultbook::diag::Finding;
use faultbook::markdown::{self, Options, event::Event, event::Tag};
use faultbook::model::article::Article;
use faultbook::model::document::BlockKind;
use faultbook::model::key::ArticleKey;
use faultbook::model::literal::{LiteralKind, Side};
use faultbook::source::lines::LineIndex;
use faultbook::source::{Source, SourceMap, Span};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// An article with its text and what was found in it.
struct Read {
    sources: SourceMap,
    article: Article,
    findings: Vec<Finding>,
    options: Options,
}

fn read(text: &str) -> Read {
    let mut sources = SourceMap::default();
    let id = sources.add("content/sl/a.md", text);
    let options = Options::default();
    let locale = "sl".parse().expect("a tag");
    let (article, findings) = markdown::parse(sources.get(id), locale, ArticleKey::new("a"), &options);
    Read { sources, article, findings, options }
}

impl Read {
    fn source(&self) -> &Source {
        self.sources.get(self.article.source)
    }

    fn slice(&self, span: Span) -> &str {
        self.source().slice(span)
    }

    fn events(&self) -> Vec<(Event<'_>, std::ops::Range<usize>)> {
        markdown::events(&self.article, self.source(), &self.options, &[])
    }

    /// Returns the page as a line of text: tags in brackets, source sentences in braces.
    fn page(&self) -> String {
        let piece = |event: &Event<'_>| match event {
            Event::Start(tag) => name(tag).map(|name| format!("[{name}")).unwrap_or_default(),
            Event::End(tag) => name(tag).map(|_| "]".to_owned()).unwrap_or_default(),
            Event::Text(text) => text.to_string(),
            Event::Code(code) => format!("`{code}`"),
            Event::Parameter { name, description } => format!("<{name}{description}>"),
            Event::SoftBreak | Event::HardBreak => "/".to_owned(),
            Event::Rule => "---".to_owned(),
            Event::Task(done) => format!("({done})"),
            Event::Footnote(label) => format!("^{label}"),
            Event::Anchor(name) => format!("#{name}"),
            Event::Html(html) => html.to_string(),
            Event::Video(url) => format!("video {url}"),
            Event::Foreign { text, literal } => format!("foreign {text} {}", literal.as_deref().unwrap_or_default()),
            Event::Include(path) => format!("include {path}"),
        };
        self.events().iter().map(|(event, _)| piece(event)).collect()
    }

    /// Returns the article's segments: translation and source.
    fn segments(&self) -> Vec<(&str, &str)> {
        self.article.segments.iter().map(|segment| (self.slice(segment.target), self.slice(segment.source))).collect()
    }

    /// Returns the literals of one kind and side.
    fn literals(&self, kind: LiteralKind, side: Side) -> Vec<&str> {
        let literals = self.article.literals.iter().filter(|literal| literal.kind == kind && literal.side == side);
        literals.map(|literal| &*literal.value).collect()
    }

    /// Returns `line: message` of each finding.
    fn found(&self) -> Vec<String> {
        let text = &*self.source().text;
        let line = |finding: &Finding| match finding.place {
            faultbook::diag::Place::Span(span) => LineIndex::new(text).line(span.start as usize) + 1,
            _ => 0,
        };
        self.findings.iter().map(|finding| format!("{}: {}", line(finding), finding.message)).collect()
    }
}

/// Returns a letter or two for a tag; paragraphs and the like have none.
fn name(tag: &Tag<'_>) -> Option<String> {
    Some(match tag {
        Tag::Heading { level, .. } => format!("h{level} "),
        Tag::Quote => "quote ".to_owned(),
        Tag::Alert(kind) => format!("{} ", kind.id()),
        Tag::CodeBlock { language } => format!("pre {} ", language.as_deref().unwrap_or("-")),
        Tag::List(None) => "ul ".to_owned(),
        Tag::List(Some(first)) => format!("ol{first} "),
        Tag::Item => "li ".to_owned(),
        Tag::Parameters => "dl ".to_owned(),
        Tag::Table => "table ".to_owned(),
        Tag::TableCell(_) => "td ".to_owned(),
        Tag::Emphasis => "i ".to_owned(),
        Tag::Strong => "b ".to_owned(),
        Tag::Strikethrough => "s ".to_owned(),
        Tag::Link { target, .. } => format!("a({target}) "),
        Tag::Image { target, .. } => format!("img({target}) "),
        Tag::Original => "orig ".to_owned(),
        Tag::Paragraph | Tag::FootnoteDefinition(_) | Tag::TableHead | Tag::TableRow => return None,
    })
}

/// Returns side-by-side markup of one sentence.
fn both(target: &str, source: &str) -> String {
    format!(
        "<span data-ttu-id=\"1-1\">{target}</span><span class=\"sxs-lookup\"><span data-stu-id=\"1-1\">{source}</span></span>"
    )
}

#[test]
fn both_texts_of_a_sentence_are_told_apart() {
    let text = read(&format!("{}\n", both("Klic `a` **krepko**.", "Call `a` **bold**.")));
    assert_eq!(text.page(), "Klic `a` [b krepko].[orig Call `a` [b bold].]");
    assert_eq!(text.segments(), [("Klic `a` **krepko**.", "Call `a` **bold**.")]);
    assert_eq!(text.literals(LiteralKind::CodeSpan, Side::Target), ["a"]);
    assert_eq!(text.literals(LiteralKind::CodeSpan, Side::Source), ["a"]);
    assert_eq!(text.article.translated_text(text.source()).matches("Call").count(), 0);
}

#[test]
fn side_by_side_markup_stands_in_any_block() {
    let text = read(&format!("# {}\n", both("Naslov", "Title")));
    assert_eq!(&*text.article.headings[0].text, "Naslov");
    assert_eq!(text.article.headings[0].source_text.as_deref(), Some("Title"));
    assert_eq!(read(&format!("- {}\n", both("a", "b"))).page(), "[ul [li a[orig b]]]");
    assert_eq!(read(&format!("|x|\n|-|\n|{}|\n", both("a", "b"))).page(), "[table [td x][td a[orig b]]]");
    assert_eq!(read(&format!("> {}\n", both("a", "b"))).page(), "[quote a[orig b]]");
    assert_eq!(read(&format!("[{}](u)\n", both("a", "b"))).page(), "[a(u) a[orig b]]");
    assert_eq!(read(&both("[a](u)", "[b](v)")).page(), "[a(u) a][orig [a(v) b]]");
    let lines = read(
        "<span data-ttu-id=\"1\">a\nb</span><span class=\"sxs-lookup\"><span data-stu-id=\"1\">c\nd</span></span>\n",
    );
    assert_eq!((lines.page(), lines.segments()), ("a/b[orig c/d]".to_owned(), vec![("a\nb", "c\nd")]));
}

#[test]
fn side_by_side_markup_stands_in_html_blocks() {
    let block =
        read("<span data-ttu-id=\"1\">a</span>\n<span class=\"sxs-lookup\"><span data-stu-id=\"1\">b</span></span>\n");
    assert_eq!(block.segments(), [("a", "b")]);
    let own_line = read(
        "<div>\n<span data-ttu-id=\"1\">a</span><span class=\"sxs-lookup\"><span data-stu-id=\"1\">b</span></span>\n</div>\n",
    );
    assert_eq!(own_line.segments(), [("a", "b")]);
    assert_eq!(own_line.page().matches("[orig b]").count(), 1, "{}", own_line.page());
}

#[test]
fn a_translation_that_looks_like_a_list_is_none() {
    let text = read(&both("4. korak je tu.", "Step 4 is here."));
    assert_eq!(text.page(), "4. korak je tu.[orig Step 4 is here.]");
}

#[test]
fn overlapping_and_unbalanced_markup_stays_nested() {
    let bold = read(
        "<span data-ttu-id=\"1\">**a</span>**<span class=\"sxs-lookup\"><span data-stu-id=\"1\">b</span></span>\n",
    );
    assert_eq!(bold.segments().len(), 1, "{}", bold.page());
    for text in [
        "<span data-ttu-id=\"1\">a",
        "a</span>",
        "<span class=\"sxs-lookup\">a\n\nb</span>",
        "<span data-stu-id=\"1\">*a</span>*",
    ] {
        let read = read(text);
        assert_nested(&read);
        assert!(read.page().contains('a'), "{text}: {}", read.page());
    }
}

#[test]
fn alerts_have_many_spellings() {
    for spelling in [
        "[!NOTE]\n> x",
        "[!note]\n> x",
        "[!Note] \n> x",
        "[!NOTE]\r\n> x",
        "[!NOTE] x",
        "[!NOTE]\n>\n> x",
        "[!NOTE]\n> \n> x",
    ] {
        assert_eq!(read(&format!("> {spelling}\n")).page(), "[note x]", "{spelling:?}");
    }
    let all = read("> [!TIP]\n> x\n\n> [!IMPORTANT]\n> x\n\n> [!WARNING]\n> x\n\n> [!CAUTION]\n> x\n");
    assert_eq!(all.page(), "[tip x][important x][warning x][caution x]");
    assert_eq!(read("> [!OTHER]\n> x\n").page(), "[quote [!OTHER]/x]");
    assert_eq!(read(&format!("> [!NOTE]\n> {}\n", both("a", "b"))).page(), "[note a[orig b]]");
}

#[test]
fn directives_become_what_they_mean() {
    assert_eq!(read("[!VIDEO https://x.example/v]\n").page(), "video https://x.example/v");
    assert_eq!(read("> [!VIDEO https://x.example/v]\n").page(), "[quote video https://x.example/v]");
    assert_eq!(read("[!INCLUDE [x](includes/a.md)]\n").page(), "include includes/a.md");
    assert_eq!(read("[!include[x](includes/a.md)]\n").page(), "include includes/a.md");
    let image = ":::image type=\"content\" source=\"m/x.png\" alt-text=\"An x\":::\n";
    assert_eq!(read(image).page(), "[img(m/x.png) An x]");
    assert_eq!(read(image).literals(LiteralKind::Image, Side::Target), ["m/x.png"]);
    assert_eq!(read("[!INCLUDE [x](includes/a.md)]\n").article.includes.len(), 1);
    assert_eq!(read("`[!INCLUDE [x](a.md)]`\n").page(), "`[!INCLUDE [x](a.md)]`");
}

#[test]
fn anchors_are_the_headings_own() {
    let named = read("# <a name=\"one\"></a>Title\n\n## Two {#two}\n\n<a id=\"x\"></a>Text\n");
    let anchors: Vec<_> =
        named.article.headings.iter().map(|heading| (&*heading.text, heading.anchor.as_deref())).collect();
    assert_eq!(anchors, [("Title", Some("one")), ("Two", Some("two"))]);
    assert_eq!(named.page(), "[h1 Title][h2 Two]#xText");
}

#[test]
fn runs_of_parameters_become_one_list() {
    let text = read("`a_b: One two.`\n\n`c: Three four.`\n\nText.\n\n`d: Five six.` and more.\n");
    assert_eq!(text.page(), "[dl <a_b: One two.><c: Three four.>]Text.`d: Five six.` and more.");
    assert_eq!(text.article.parameters().count(), 3);
    assert_eq!(read("`a: one`\n").page(), "`a: one`");
}

#[test]
fn literals_keep_their_bytes_and_their_place() {
    let text = read(
        "# T\n\n`a  b` ``c`d`` `` `e` `` [x](<u v> \"t\") ![y](m.png)\n\n| `f\\|g` |\n|-|\n\n```sh\nh\n\ni\n```\n",
    );
    assert_eq!(text.literals(LiteralKind::CodeSpan, Side::Target), ["a  b", "c`d", "`e`", "f|g"]);
    assert_eq!(text.literals(LiteralKind::Fence, Side::Target), ["h\n\ni\n"]);
    assert_eq!(text.literals(LiteralKind::Link, Side::Target), ["u v"]);
    assert_eq!(text.literals(LiteralKind::Image, Side::Target), ["m.png"]);
    for literal in text.article.literals.iter().filter(|literal| &*literal.value != "f|g") {
        assert_eq!(text.slice(literal.span), &*literal.value);
    }
    let kinds: Vec<_> = text.article.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Heading(1), BlockKind::Paragraph, BlockKind::Cell, BlockKind::Code]);
    for lines in ["`a\nb`\n", "`a\r\nb`\r\n", "> `a\r\n> b`\r\n", "- `a\r\n  b`\r\n"] {
        assert_eq!(read(lines).literals(LiteralKind::CodeSpan, Side::Target), ["a b"], "{lines:?}");
    }
}

#[test]
fn broken_front_matter_says_where() {
    let found = |text: &str| read(text).found();
    assert_eq!(found("---\ntitle: x\n# T\n"), ["1: the front matter is not closed"]);
    let keys = "title: x\nms.custom:\n- \"1\"\nms.date: 05/12/2022\n";
    for opening in ["", "—\n", "--\n", "----\n", " ---\n", "\n---\n", "***\n"] {
        let text = format!("{opening}{keys}---\n# T\n");
        let found = found(&text);
        let message = "the front matter does not begin with three dashes on the first line";
        assert!(matches!(&found[..], [one] if one.ends_with(message)), "{text}: {found:?}");
    }
    for text in
        ["***\nText: x\n***\n", "Note: x\ntitle: y\n---\n", "title: x\n\nText\n---\n", "# T\n\n---\ntitle: x\n---\n"]
    {
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
    }
    assert!(found("---\na: 1\ntitle: \"x\nb: 2\n---\n# T\n")[0].contains("the quotation mark is not closed"));
    assert!(found("---\na:\n\tb: 1\n---\n# T\n")[0].starts_with("3: "), "{:?}", found("---\na:\n\tb: 1\n---\n# T\n"));
    assert_eq!(
        found("---\n- a\n- b\n---\n# T\n"),
        ["2: front matter must be a map of keys and values, such as `title: …`"]
    );
    assert_eq!(found("---\na: 1\ntitle:\n- x\n---\n# T\n"), ["4: the value of `title` must be text"]);
    assert_eq!(found("---\ndate:\n  a: b\n---\n# T\n").len(), 1);
    assert_eq!(
        found("---\na: 1\ndate: 2026-02-30\n---\n# T\n"),
        ["3: the value of `date` must be a day that exists, such as 2026-11-21"]
    );
    assert_eq!(
        found("---\nms.date: 02/30/2026\n---\n# T\n"),
        ["2: the value of `ms.date` must be a day that exists, such as 11/21/2026"]
    );
    assert_eq!(found("---\na: 1\nb: 2\na: 3\n---\n# T\n"), ["4: the key `a` stands twice"]);
    assert_eq!(found("---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f]\n---\n# T\n").len(), 1);
    assert_eq!(found(&format!("---\na: {}\n---\n# T\n", "[".repeat(10_000))).len(), 1);
    assert_eq!(found(&format!("---\n{}a\n---\n# T\n", "- ".repeat(10_000))).len(), 1);
    assert_eq!(
        found(&format!("---\na: {}\n---\n# T\n", "x".repeat(70_000))),
        ["1: the front matter is longer than 64 KiB"]
    );
}

#[test]
fn odd_front_matter_is_read_as_it_is() {
    let front = |text: &str| read(text).article.front;
    assert_eq!(front("---\ntitle: no\n---\n").title.as_deref(), Some("no"));
    assert_eq!(front("---\nTITLE: 'It''s'\n---\n").title.as_deref(), Some("It's"));
    assert_eq!(front("---\ntitle: !!x y\n---\n").title.as_deref(), Some("y"));
    assert_eq!(front("---\r\ntitle: x\r\n---\r\n# T\r\n").title.as_deref(), Some("x"));
    assert_eq!(front("\u{feff}---\ntitle: x\n---\n# T\n").title.as_deref(), Some("x"));
    assert_eq!(front("---\nms.custom:\n---\n").ids.len(), 0);
    for ids in ["9801", "\"9801\"", "[9801]", "\n- 9801", "\n  - \"9801\""] {
        assert_eq!(front(&format!("---\nms.custom: {ids}\n---\n")).ids, ["9801".into()], "{ids}");
    }
    assert!(read("---\nms.date: \nslug: ../x\nms.datee: 5\n---\n# T\n").findings.is_empty());
    assert_eq!(read("---\ntitle: x\n").page(), "");
}

/// Fails unless every start has its end, in order, and every place is one of the text.
fn assert_nested(read: &Read) {
    let text = &read.source().text;
    let mut open = Vec::new();
    for (event, range) in read.events() {
        assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
        match event {
            Event::Start(tag) => open.push(tag),
            Event::End(tag) => assert_eq!(open.pop(), Some(tag), "{text:?}"),
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?} of {text:?}");
}

/// Fails unless every span of the article is one of its text, and every index leads somewhere.
fn assert_in_bounds(read: &Read) {
    let article = &read.article;
    let text = &read.source().text;
    let blocks = article.blocks.iter().map(|block| block.span);
    let literals = article.literals.iter().map(|literal| literal.span);
    let segments = article.segments.iter().flat_map(|segment| [segment.target, segment.source]);
    let headings = article.headings.iter().map(|heading| heading.span);
    let codes = article.codes.iter().map(|code| code.span);
    for span in blocks.chain(literals).chain(segments).chain(headings).chain(codes) {
        assert!(text.get(span.range()).is_some(), "{span:?} of {text:?}");
    }
    assert!(article.literals.iter().all(|literal| (literal.block as usize) < article.blocks.len()), "{text:?}");
    assert!(article.segments.iter().all(|segment| (segment.block as usize) < article.blocks.len()), "{text:?}");
    assert!(article.headings.iter().all(|heading| (heading.block as usize) < article.blocks.len()), "{text:?}");
    assert!(article.repairs.iter().all(|repair| (repair.block as usize) < article.blocks.len()), "{text:?}");
}

const PIECES: [&str; 56] = [
    "a",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "한",
    "é",
    "**",
    "*",
    "_",
    "__",
    "~~",
    "`",
    "``",
    "```\n",
    "# ",
    "## ",
    "> ",
    "- ",
    "1. ",
    "| ",
    "|-|\n",
    "[",
    "](",
    ")",
    "]",
    "![",
    "<",
    ">",
    "<br>",
    "<a name=\"x\">",
    "</a>",
    "<!--",
    "-->",
    "<span data-ttu-id=\"1\">",
    "</span>",
    "<span class=\"sxs-lookup\">",
    "<span data-stu-id=\"1\">",
    "<div>",
    "</div>",
    "<script>",
    "[!NOTE]",
    "[!VIDEO x]",
    "[!INCLUDE [a](b)]",
    ":::image source=\"a\":::",
    "{#x}",
    "[^1]",
    "[^1]: ",
    "AADSTS50000",
    "0x80070005",
    ": ",
    "---\n",
    "    ",
    "&amp;",
    "\\",
    "a_b: one two",
];

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(20), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..40)) {
        let read = read(&pieces.concat());
        assert_nested(&read);
        assert_in_bounds(&read);
    }
}

#[test]
fn deep_and_open_markup_takes_no_stack() {
    for piece in [
        "<span data-ttu-id=\"1\">a ",
        "<span class=\"sxs-lookup\"><span data-stu-id=\"1\">",
        "**",
        "<a name=\"x\">",
        "<div>",
        "> ",
        "[",
        "`a",
        "- ",
        "</span>",
        "<kbd>",
    ] {
        let read = read(&piece.repeat(5_000));
        assert_nested(&read);
        assert_in_bounds(&read);
    }
}

#[test]
fn html_blocks_are_placed_whatever_their_line_ends() {
    let block = |start: &str, end: &str| {
        format!(
            "{start}<div>{end}{start}<p>a</p>{end}{start}<span data-ttu-id=\"1\">č</span><span class=\"sxs-lookup\"><span data-stu-id=\"1\">b</span></span>{end}{start}</div>{end}"
        )
    };
    for (start, end) in [("", "\n"), ("", "\r\n"), ("> ", "\n"), ("> ", "\r\n"), ("", "\r")] {
        assert_eq!(read(&block(start, end)).segments(), [("č", "b")], "{start:?} {end:?}");
    }
}

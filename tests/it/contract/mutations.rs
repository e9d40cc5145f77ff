//! Articles that nobody would write: random pieces in random order.

use faultbook::load::Tree;
use faultbook::output::Memory;
use faultbook::pipeline;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::case::Files;
use super::page;

/// What articles are made of, whole and broken.
const PIECES: &[&str] = &[
    "---\n",
    "title: x\n",
    "title: \"",
    "ms.custom:\n- '1'\n",
    "date: 2026-02-30\n",
    "\n",
    "\n\n",
    " ",
    "    ",
    "\t",
    "# ",
    "## ",
    "AADSTS50000",
    "AADSTS50000: NameError - words",
    "0x8004DE40",
    "HTTP 404",
    "5.7.750 mail",
    "word",
    "오류",
    "错误",
    "**",
    "*",
    "_",
    "~~",
    "`",
    "``",
    "```\n",
    "```js\n",
    "`invalid_grant: It is wrong.`",
    "[",
    "](",
    ")",
    "![",
    "[^1]",
    "[^1]: ",
    "> ",
    "> [!NOTE]\n",
    "- ",
    "1. ",
    "- [x] ",
    "| a | b |\n|---|:-:|\n",
    "| c | d |\n",
    "<b>",
    "</b>",
    "<div>\n",
    "</div>\n",
    "<div>",
    "</div>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<p>",
    "</p>",
    "<br>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<iframe src=x>",
    "<svg>",
    "</svg>",
    "<img src=x onerror=alert(1)>",
    "<a name=\"n\"></a>",
    "<a href=\"x\">",
    "</a>",
    "<tenant>",
    "<span data-ttu-id=\"1\">",
    "</span>",
    "<span class=\"sxs-lookup\"><span data-stu-id=\"1\">",
    "</span></span>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<details>",
    "<summary>",
    "</summary>",
    "</details>",
    "<pre>",
    "</pre>",
    "<h1>",
    "</h1>",
    "<ul>",
    "<li>",
    "</ul>",
    "<blockquote>",
    "[!INCLUDE [x](includes/f.md)]",
    "[!VIDEO https://example.com]",
    ":::image source=\"x.png\" alt-text=\"t\":::",
    "{#id}",
    "{{ x }}",
    "javascript:alert(1)",
    "https://example.com",
    "<https://example.com>",
    "\\",
    "&lt;",
    "&#0;",
    "&quot;",
    "\"",
    "'",
    "<",
    ">",
    "\0",
    "\r",
    "\r\n",
    "\u{202e}",
    "\u{feff}",
    "---\n",
    "===\n",
    "<span title='x'>",
    "<caption>",
    "<dl><dt>x<dd>y</dl>",
    "<ruby><rt>",
    "<col>",
    "</p>",
    "<h2 onclick=x>",
    "<figure>",
    "<del>",
    "<ins>",
    "[a]: x\n",
    "[a]",
    "~",
    "</body>",
    "</html>",
];

fn article() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

/// Builds a site of two translations and a fragment in memory; nothing where the content is refused.
fn built(article: &str, translation: &str) -> Option<Files> {
    let files = [
        ("content/en/good.md", "# A good article\n"),
        ("content/en/a.md", article),
        ("content/ko/a.md", translation),
        ("content/en/includes/f.md", article),
    ];
    let tree = Tree::Memory(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect());
    let site = pipeline::read(&tree, &pipeline::Request::default()).expect("there is an article");
    if site.is_blocked() {
        return None;
    }
    let memory = Memory::default();
    pipeline::build(&site, &memory, &|_, _| {}).expect("the site is whole");
    Some(memory.into_files())
}

fn check(article: &str, translation: &str) {
    if let Some(files) = built(article, translation) {
        let problems = page::problems(&files);
        assert!(problems.is_empty(), "{article:?} {translation:?}: {problems:#?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, rng_seed: RngSeed::Fixed(20), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_pieces_make_whole_pages(article in article(), translation in article()) {
        check(&article, &translation);
    }

    #[test]
    fn random_characters_make_whole_pages(article in "\\PC{0,200}", translation in "[<>&\"'a/=\\- \n*`\\[\\]()!#|]{0,200}") {
        check(&article, &translation);
        check(&format!("---\n{article}\n---\n# A\n"), &translation);
    }

    #[test]
    fn a_piece_in_a_real_article_breaks_nothing(at in 0..1000usize, piece in prop::sample::select(PIECES), cut in 0..20usize) {
        let mut text = include_str!("../pages/ko.md").to_owned();
        let at = text.floor_char_boundary(at % (text.len() + 1));
        let end = text.floor_char_boundary((at + cut).min(text.len())).max(at);
        text.replace_range(at..end, piece);
        check(&text, &text);
        check(include_str!("../pages/en.md"), &text);
    }
}

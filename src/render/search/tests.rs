//! The table of cases that the browser is held to as well.

use super::fold::fold;
use super::key::Rules;
use super::text;
use super::tokens;
use crate::markdown::{self, Options};
use crate::source::SourceMap;

#[derive(serde::Deserialize)]
struct Cases {
    fold: Vec<(String, String)>,
    tokens: Vec<(String, Vec<String>)>,
    keys: Vec<(String, String, String)>,
}

fn cases() -> Cases {
    serde_json::from_str(include_str!("../../../tests/search/cases.json")).expect("a table of cases")
}

fn folded(text: &str) -> String {
    let mut out = String::new();
    fold(text, &mut out);
    out
}

#[test]
fn spellings_fold_alike() {
    for (text, expected) in cases().fold {
        assert_eq!(folded(&text), expected, "{text}");
    }
}

#[test]
fn texts_split_into_tokens() {
    for (text, expected) in cases().tokens {
        let folded = folded(&text);
        let mut found = Vec::new();
        tokens::each(&folded, |token| found.push(token));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn forms_of_a_word_have_one_key() {
    for (language, term, expected) in cases().keys {
        assert_eq!(Rules::of(&language).key(&term), expected, "{term}");
    }
}

#[test]
fn pieces_of_a_body_are_what_readers_see() {
    let text = "# Title\n\nA **bold** <b>tag</b>, [a link](https://example.com/target) and https://example.org/x.\n\n\
                > [!NOTE]\n> `code` &amp; more<!-- hidden -->\n\n![alt](media/a.png)\n\n[!VIDEO https://example.net]\n\n\
                <span data-ttu-id=\"1\">translated</span><span class=\"sxs-lookup\"><span data-stu-id=\"1\">source</span></span>\n";
    let mut sources = SourceMap::default();
    let id = sources.add("a.md", text);
    let (locale, key) = ("en".parse().expect("a tag"), crate::model::key::ArticleKey::new("a"));
    let (article, _) = markdown::parse(sources.get(id), locale, key, &Options::default());
    let mut found = String::new();
    text::pieces(&article, sources.get(id), |piece| {
        found.push(' ');
        found.push_str(piece);
    });
    let folded = folded(&found);
    let mut words = Vec::new();
    tokens::each(&folded, |token| words.push(token));
    assert_eq!(words, ["title", "bold", "tag", "link", "and", "code", "more", "alt", "translated"]);
}

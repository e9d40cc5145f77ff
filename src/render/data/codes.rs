//! What the box of a locale knows: codes, names, parameters.

use super::super::Input;
use super::super::facts::Facts;
use super::super::view::codes::{Codes, Entry, Words};
use crate::i18n::{Texts, Value};
use crate::model::code::ErrorCode;
use crate::model::locale::Locale;

/// Returns `/_/codes.<locale>.json`.
pub fn json(input: Input<'_>, facts: &Facts<'_>, locale: &Locale, texts: &Texts) -> String {
    let listed = facts.codes.iter().filter(|(_, group)| !facts.is_retired(*group));
    let owned = listed.map(|(code, group)| {
        let shown = facts.shown(*group, locale);
        let name = facts.name(facts.group(*group), shown.article, code).unwrap_or_default();
        let lang = (shown.article.locale != *locale).then(|| shown.article.locale.tag().to_owned());
        entry(code, name, facts.short_title(shown.article, code), lang)
    });
    let has_mention = |code: &ErrorCode| {
        let mentions = &input.catalog.codes.by_code[code].mentions;
        mentions.iter().any(|mention| input.catalog.groups[mention.group].articles[mention.article].locale == *locale)
    };
    let mentioned = facts.mentioned.iter().filter(|code| has_mention(code));
    let mentioned = mentioned.map(|code| entry(code, "", String::new(), None));
    let codes = Codes {
        version: 1,
        words: words(texts),
        codes: owned.chain(mentioned).collect(),
        parameters: facts.parameters().keys().map(|name| name.to_string()).collect(),
    };
    super::without_markup(&serde_json::to_string(&codes).expect("texts and lists are always JSON"))
}

fn entry(code: &ErrorCode, name: &str, title: String, lang: Option<String>) -> Entry {
    let slug = if *code.slug == code.text.to_ascii_lowercase() { "" } else { &*code.slug };
    Entry(code.text.to_string(), slug.to_owned(), name.to_owned(), title, lang)
}

/// Results that the box lists; its script has the same number.
const RESULTS: u64 = 8;

fn words(texts: &Texts) -> Words {
    let text = |id: &str| texts.get(id, &[]).into_owned();
    let named = |id: &str| texts.get(id, &[("what", "{what}".into())]).into_owned();
    Words {
        recognised: named("search-recognised"),
        enter: text("search-enter"),
        none: text("search-none"),
        unknown: named("box-unknown"),
        nearest: text("not-found-nearest"),
        results: (1..=RESULTS).map(|n| texts.get("box-results", &[("n", Value::Number(n))]).into_owned()).collect(),
        support: text("box-support"),
        privacy: text("search-privacy"),
        copy: text("literal-copy"),
        copied: text("copied"),
    }
}

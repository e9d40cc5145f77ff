//! The interface's texts, as templates ask for them: `t(id="…", …)`.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use tera::{Error, Kwargs, State, TeraResult, Value};

use crate::i18n::{self, Messages};
use crate::model::locale::Locale;

/// The messages, with the texts of each language at hand by its tag.
pub(super) struct Texts {
    messages: Arc<Messages>,
    by_tag: RwLock<HashMap<String, Arc<i18n::Texts>>>,
}

impl Texts {
    pub(super) fn new(messages: Arc<Messages>) -> Self {
        Self { messages, by_tag: RwLock::default() }
    }

    /// Returns what `t(id="…", …)` says in the language of `page`.
    pub(super) fn call(&self, args: &Kwargs, state: &State<'_>) -> TeraResult<Value> {
        let page: Option<Value> = state.get("page")?;
        let tag = page.as_ref().and_then(|page| page.get_from_path("lang")).and_then(Value::as_str);
        let tag = tag.ok_or_else(|| Error::message("`t` needs `page`: declare `@page` in the component"))?;
        let id: Cow<'_, str> = args.must_get("id")?;
        let given = args.iter().filter_map(|(name, value)| Some((name.as_str()?, value)));
        let given: Vec<_> = given
            .filter(|(name, _)| *name != "id")
            .map(|(name, value)| Ok((name, argument(name, value)?)))
            .collect::<TeraResult<_>>()?;
        Ok(Value::from(&*self.of(tag)?.get(&id, &given)))
    }

    fn of(&self, tag: &str) -> TeraResult<Arc<i18n::Texts>> {
        if let Some(texts) = self.by_tag.read().unwrap_or_else(PoisonError::into_inner).get(tag) {
            return Ok(Arc::clone(texts));
        }
        let locale: Locale = tag.parse().map_err(Error::message)?;
        let texts = self.messages.texts(&locale);
        self.by_tag.write().unwrap_or_else(PoisonError::into_inner).insert(tag.to_owned(), Arc::clone(&texts));
        Ok(texts)
    }
}

/// Returns `template` with its plainest tags, `{{ t(id="…") }}`, replaced by what they print.
///
/// A tag stays where its text would be escaped or read as template syntax, or where blanks around it count.
pub(super) fn written_in(template: &str, texts: &i18n::Texts) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    // Tags in a part that is printed as it stands are no tags.
    while let Some(start) = rest.find(CALL).filter(|_| !template.contains("endraw")) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let (tag, text) = constant(rest, texts).unwrap_or((CALL, CALL.into()));
        out.push_str(&text);
        rest = &rest[tag.len()..];
    }
    out + rest
}

/// How a tag begins that is nothing but a text.
const CALL: &str = "{{ t(id=\"";

/// Returns the tag that `template` begins with and its text, where that is the same on every page.
fn constant<'t>(template: &'t str, texts: &i18n::Texts) -> Option<(&'t str, String)> {
    let (id, mut rest) = template.strip_prefix(CALL)?.split_once('"')?;
    let mut given = Vec::new();
    while let Some(argument) = rest.strip_prefix(", ") {
        let (name, value) = argument.split_once("=\"")?;
        let (value, after) = value.split_once('"')?;
        given.push((name, i18n::Value::Text(value)));
        rest = after;
    }
    let end = template.len() - rest.strip_prefix(") }}")?.len();
    let text = texts.get(id, &given);
    let is_plain = !text.is_empty() && text.trim() == text && !text.contains(['<', '>', '&', '"', '\'']);
    let is_syntax = ["{{", "{%", "{#"].iter().any(|mark| text.contains(mark)) || text.ends_with('{');
    (is_plain && !is_syntax).then(|| (&template[..end], text.into_owned()))
}

fn argument<'a>(name: &str, value: &'a Value) -> TeraResult<i18n::Value<'a>> {
    let text = value.as_str().map(i18n::Value::Text);
    let number = || value.as_u64().map(i18n::Value::Number);
    text.or_else(number).ok_or_else(|| Error::message(format!("`{name}` is neither a text nor a count")))
}

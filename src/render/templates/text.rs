//! The interface's texts, as templates ask for them: `t(id="…", …)`.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use tera::{Error, Kwargs, State, TeraResult, Value};

use super::check::bound;
use crate::i18n::{self, Messages};
use crate::model::locale::Locale;
use crate::render::view::Site;

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

/// Returns `template` with its plainest tags, `{{ t(id="…") }}` and `{{ site.… }}`, replaced by what they print on
/// every page.
///
/// A tag stays where its text would be escaped or read as template syntax, or where blanks around it count.
pub(super) fn written_in(template: &str, texts: &i18n::Texts, site: &Site) -> String {
    // Tags in a part that is printed as it stands are no tags.
    if template.contains("endraw") {
        return template.to_owned();
    }
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(start) = rest.find(CALL) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let (tag, text) = constant(rest, texts).unwrap_or((CALL, CALL.into()));
        out.push_str(&text);
        rest = &rest[tag.len()..];
    }
    out.push_str(rest);
    if bound(template).contains("site") {
        return out;
    }
    let values =
        values(site).into_iter().filter_map(|(name, value)| Some((name, value.filter(|value| is_plain(value))?)));
    values.fold(out, |out, (name, value)| out.replace(&format!("{{{{ {name} }}}}"), value))
}

/// Returns what of `site` templates print most.
fn values(site: &Site) -> [(&'static str, Option<&str>); 8] {
    let assets = &site.assets;
    [
        ("site.title", Some(&site.title)),
        ("site.logo", site.logo.as_deref()),
        ("site.assets.style", Some(&assets.style)),
        ("site.assets.script", Some(&assets.script)),
        ("site.assets.box", Some(&assets.search_box)),
        ("site.assets.search", assets.search.as_deref()),
        ("site.assets.reading", Some(&assets.reading)),
        ("site.assets.icon", Some(&assets.icon)),
    ]
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
    is_plain(&text).then(|| (&template[..end], text.into_owned()))
}

/// Tells whether `text` can stand in a template for itself.
fn is_plain(text: &str) -> bool {
    let is_syntax = ["{{", "{%", "{#"].iter().any(|mark| text.contains(mark)) || text.ends_with('{');
    !is_syntax && !text.is_empty() && text.trim() == text && !text.contains(['<', '>', '&', '"', '\''])
}

fn argument<'a>(name: &str, value: &'a Value) -> TeraResult<i18n::Value<'a>> {
    let text = value.as_str().map(i18n::Value::Text);
    let number = || value.as_u64().map(i18n::Value::Number);
    text.or_else(number).ok_or_else(|| Error::message(format!("`{name}` is neither a text nor a count")))
}

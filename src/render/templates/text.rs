//! The interface's texts, as templates ask for them: `t(id="…", …)`.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use tera::{Error, Kwargs, State, TeraResult, Value};

/// What a message is given for one of its variables.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arg<'a> {
    Text(&'a str),
    Number(i64),
}

/// Where the interface's texts come from.
pub trait Translate: Send + Sync {
    /// Returns the message `id` in the language with the tag `locale`, or in that language's fallback.
    fn text(&self, locale: &str, id: &str, args: &[(&str, Arg<'_>)]) -> String;

    /// Tells whether there is such a message in the fallback of last resort.
    fn has(&self, id: &str) -> bool;
}

/// Messages, with those that take no variables kept for the next page: by locale, then by id.
pub(super) struct Texts<T> {
    messages: T,
    plain: RwLock<HashMap<String, HashMap<String, Value>>>,
}

impl<T: Translate> Texts<T> {
    pub(super) fn new(messages: T) -> Self {
        Self { messages, plain: RwLock::default() }
    }

    /// Returns what `t(id="…", …)` says in the language of `page`.
    pub(super) fn call(&self, args: &Kwargs, state: &State<'_>) -> TeraResult<Value> {
        let page: Option<Value> = state.get("page")?;
        let locale = page.as_ref().and_then(|page| page.get_from_path("lang")).and_then(Value::as_str);
        let locale = locale.ok_or_else(|| Error::message("`t` needs `page`: declare `@page` in the component"))?;
        let id: Cow<'_, str> = args.must_get("id")?;
        let given = args.iter().filter_map(|(name, value)| Some((name.as_str()?, value)));
        let given: Vec<_> = given
            .filter(|(name, _)| *name != "id")
            .map(|(name, value)| Ok((name, arg(name, value)?)))
            .collect::<TeraResult<_>>()?;
        if given.is_empty() {
            return Ok(self.plain(locale, &id));
        }
        Ok(Value::from(self.messages.text(locale, &id, &given)))
    }

    fn plain(&self, locale: &str, id: &str) -> Value {
        let kept = self.plain.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = kept.get(locale).and_then(|texts| texts.get(id)) {
            return value.clone();
        }
        drop(kept);
        let value = Value::from(self.messages.text(locale, id, &[]));
        let mut kept = self.plain.write().unwrap_or_else(PoisonError::into_inner);
        kept.entry(locale.to_owned()).or_default().insert(id.to_owned(), value.clone());
        value
    }
}

fn arg<'a>(name: &str, value: &'a Value) -> TeraResult<Arg<'a>> {
    let text = value.as_str().map(Arg::Text);
    text.or_else(|| value.as_i64().map(Arg::Number))
        .ok_or_else(|| Error::message(format!("`{name}` is neither a text nor a whole number")))
}

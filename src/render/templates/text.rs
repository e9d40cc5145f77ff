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

fn argument<'a>(name: &str, value: &'a Value) -> TeraResult<i18n::Value<'a>> {
    let text = value.as_str().map(i18n::Value::Text);
    let number = || value.as_u64().map(i18n::Value::Number);
    text.or_else(number).ok_or_else(|| Error::message(format!("`{name}` is neither a text nor a count")))
}

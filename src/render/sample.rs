//! An article for the tests of both writers.

use std::ops::Range;

use crate::i18n::{Messages, Texts};
use crate::markdown::event::Event;
use crate::markdown::{self, Options};
use crate::model::key::ArticleKey;
use crate::model::locale::Locale;
use crate::source::SourceMap;

/// Returns what `write` makes of the events of an English article with that text behind its title.
pub fn written<T>(markdown: &str, write: impl FnOnce(Vec<(Event<'_>, Range<usize>)>, &Texts) -> T) -> T {
    let mut sources = SourceMap::default();
    let id = sources.add("a.md", format!("# Title\n\n{markdown}\n"));
    let locale: Locale = "en".parse().expect("a tag");
    let options = Options::default();
    let source = sources.get(id);
    let (article, _) = markdown::parse(source, locale.clone(), ArticleKey::new("a.md"), &options);
    let (messages, _) = Messages::new(&[], &locale);
    let events = markdown::events(&article, source, &options, &[]);
    write(events.into_iter().collect(), &messages.texts(&locale))
}

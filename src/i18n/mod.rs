//! The language of the pages: messages, dates, numbers, order and names of languages.
//!
//! Messages are Fluent's; everything that depends on a locale besides its words (plural categories,
//! numbers, dates, lists, order) is ICU's, from CLDR. This module reads no files: the built-in
//! messages are compiled in, those of a site come as texts.

mod builtin;
mod format;
mod ftl;
mod language;
mod malformed;
mod messages;
mod nesting;
pub mod rules;
mod unread;

pub use format::Formats;
pub use language::{Direction, direction, language_name, own_name, own_names, parents, same_script_sibling};
pub use messages::{Messages, Texts, Value};

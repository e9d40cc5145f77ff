//! From Markdown text to an article.

pub mod code;
pub mod event;

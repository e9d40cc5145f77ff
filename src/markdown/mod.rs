//! From Markdown text to an article.

pub mod event;

//! From Markdown text to an article.

pub mod code;
pub mod emphasis;
pub mod event;
pub mod html;

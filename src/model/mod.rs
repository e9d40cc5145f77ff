//! The words of the field as types: what a locale, a code, a literal, an article is.
//!
//! A value that exists is valid. Nothing here reads files, and nothing depends on how text is parsed.

pub mod article;
pub mod artifact;
pub mod code;
pub mod date;
pub mod digest;
pub mod document;
pub mod family;
pub mod folder;
pub mod front;
pub mod key;
pub mod literal;
pub mod locale;
pub mod script;
pub mod segment;
pub mod suppression;

//! Faultbook: error documentation in every language, with the error text kept word for word.
//!
//! The modules stand in the order in which data flows: texts are read, parsed into articles, indexed
//! into a catalog, checked, rendered and written. `ARCHITECTURE.md` draws the way.

pub mod source;

pub mod model;

pub mod diag;

pub mod config;

pub mod load;

pub mod markdown;

pub mod i18n;

pub mod catalog;

pub mod check;

pub mod render;

pub mod report;

pub mod output;

pub mod pipeline;

#[cfg(feature = "serve")]
pub mod serve;

pub mod cli;

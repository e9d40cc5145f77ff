//! From the catalog to pages: views are filled, templates make them HTML.

pub mod assets;
pub mod html;
pub mod templates;
pub mod view;

//! The messages that are compiled in.

use crate::model::locale::Locale;

/// One built-in file of messages.
pub(super) struct Builtin {
    pub locale: Locale,
    pub text: &'static str,
}

/// Locale and text of every file in `locales/`, in the order of paths.
static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/builtin_messages.rs"));

/// Returns all built-in files.
pub(super) fn files() -> impl Iterator<Item = Builtin> {
    FILES.iter().map(|&(tag, text)| Builtin {
        locale: tag.parse().expect("the folders in locales/ are named by language tags"),
        text,
    })
}

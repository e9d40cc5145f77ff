//! `message-invalid`.

use crate::diag::Finding;
use crate::i18n::malformed::Malformed;
use crate::model::locale::Locale;
use crate::rule;

rule! {
    /// A file of messages cannot be read.
    ///
    /// ## Why
    /// A message that is not understood would be missing on every page, so nothing is built until the file
    /// reads as Fluent.
    ///
    /// ## Reported
    /// Text that is no Fluent: a name without `=`, a brace that is not closed, a choice without a default.
    ///
    /// ## Accepted
    /// Messages, terms, comments and attributes of Fluent 1.0.
    MESSAGE_INVALID { id: "message-invalid", severity: Error, scope: Catalog, blocks }
}

pub(in crate::i18n) fn finding(Malformed { span, message, help }: Malformed, locale: &Locale) -> Finding {
    Finding { help: help.map(Into::into), locale: Some(locale.clone()), ..Finding::at(&MESSAGE_INVALID, span, message) }
}

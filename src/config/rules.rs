//! The rule that reading the configuration reports by itself.

use crate::rule;

rule! {
    /// `faultbook.toml` cannot be read as it is meant.
    ///
    /// ## Why
    /// A key that is misspelt, or a value that is ignored because it has the wrong form, gives a site other
    /// than the one that was asked for. So nothing is built or checked until the file is understood whole.
    ///
    /// ## Reported
    /// TOML that is malformed, a key that is unknown (`baseurl` for `base_url`), a value of another type
    /// than the key has (`status = "yes"`), a value out of its range, a rule that does not exist.
    ///
    /// ## Accepted
    /// The keys and values of the manual. All problems of a file are reported in one run.
    CONFIG_INVALID { id: "config-invalid", severity: Error, scope: Catalog, blocks }
}

//! The rule that indexing reports by itself.

use crate::rule;

rule! {
    /// Two files claim one address.
    ///
    /// ## Why
    /// One of them would be published and the other lost, and which one would hang on chance. Addresses do
    /// not tell upper from lower case, nor a composed letter from a decomposed one.
    ///
    /// ## Reported
    /// ```text content/en/One.md
    /// # A heading
    ///
    /// Text.
    /// ```
    /// ```text content/en/one.md
    /// # A heading
    ///
    /// Text.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/one.md
    /// # A heading
    ///
    /// Text.
    /// ```
    /// ```text content/en/two.md
    /// # A heading
    ///
    /// Text.
    /// ```
    ADDRESS_TAKEN { id: "address-taken", severity: Error, scope: Catalog, blocks }
}

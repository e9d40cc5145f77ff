//! What can be wrong with a suppression, or with the list of accepted findings.

use crate::rule;

rule! {
    /// A suppression names no rule that can be silenced, so it silences nothing.
    ///
    /// ## Why
    /// Its author believes that something is accepted, and it is not. Its form is wrong, there is no rule of
    /// that name, or the rule's findings block publication: those must be mended.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// <!-- faultbook: allow(link-brokn) the page comes next week -->
    /// See [the other page](https://example.com/other).
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// <!-- faultbook: allow(link-broken) the page comes next week -->
    /// See [the other page](other.md).
    /// ```
    SUPPRESSION_INVALID { id: "suppression-invalid", severity: Warning, scope: Group }
}

rule! {
    /// A suppression silences nothing.
    ///
    /// ## Why
    /// What it was for has been mended or has moved. Left in place, it would silence the next mistake there.
    /// A comment is for the block that follows it; `allow` in front matter and in `faultbook.toml` is for whole
    /// files. Rules that are switched off are not judged.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// <!-- faultbook: allow(link-broken) the page comes next week -->
    /// See [the other page](b.md).
    /// ```
    /// ```text content/en/b.md
    /// # Another heading
    ///
    /// Text.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// <!-- faultbook: allow(link-broken) the page comes next week -->
    /// See [the other page](b.md).
    /// ```
    SUPPRESSION_UNUSED { id: "suppression-unused", severity: Warning, scope: Group }
}

rule! {
    /// A suppression does not say why.
    ///
    /// ## Why
    /// Whoever reads it next year cannot tell an exception from a mistake. In a comment the reason stands
    /// behind the rules; in front matter and `faultbook.toml` it is a comment in the same line or the one above.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// <!-- faultbook: allow(link-broken) -->
    /// See [the other page](other.md).
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// ---
    /// allow: link-broken # the other page comes next week
    /// ---
    /// # A heading
    ///
    /// See [the other page](other.md).
    /// ```
    SUPPRESSION_UNEXPLAINED { id: "suppression-unexplained", severity: Note, scope: Group }
}

rule! {
    /// Entries of the baseline no longer occur.
    ///
    /// ## Why
    /// What they stood for has been mended or reads otherwise by now. Left in place, they would accept the same
    /// mistake when it comes back. `faultbook check --update-baseline` takes them out. A check of some files,
    /// rules or locales judges their entries only.
    ///
    /// ## Reported
    /// A baseline with an entry for a finding that is not there any more: one note for all of them.
    ///
    /// ## Accepted
    /// A baseline whose entries all stand for a finding.
    BASELINE_OUTDATED { id: "baseline-outdated", severity: Note, scope: Catalog }
}

//! What a rule is: its name, its severity, how far it looks, and its page.

use super::Severity;

/// How much a rule looks at, which is also how long what it found holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// One file and the fragments in it.
    Article,
    /// One article in all its locales.
    Group,
    /// Everything.
    Catalog,
}

/// The identity of a rule.
#[derive(Debug)]
pub struct Meta {
    /// The public name: `literal-differs`.
    pub id: &'static str,
    pub severity: Severity,
    pub scope: Scope,
    /// Whether its findings block publication.
    pub blocks: bool,
    /// The rule's page in Markdown: what it says in the first line, then *Why*, *Reported*, *Accepted*.
    pub docs: &'static str,
}

impl Meta {
    /// Returns the first sentence of the rule's page.
    pub fn summary(&self) -> &'static str {
        self.docs.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim()
    }
}

/// Declares a rule: a doc comment, which is its page, and `Name { id: "…", severity: …, scope: … }`.
///
/// `, blocks` behind the scope makes its findings block publication. The name becomes a
/// `pub static NAME: Meta` in the place of the call.
#[macro_export]
macro_rules! rule {
    ($(#[doc = $doc:literal])+ $name:ident { id: $id:literal, severity: $severity:ident, scope: $scope:ident }) => {
        $crate::rule!(@ $name, $id, $severity, $scope, false, $($doc)+);
    };
    ($(#[doc = $doc:literal])+ $name:ident { id: $id:literal, severity: $severity:ident, scope: $scope:ident, blocks }) => {
        $crate::rule!(@ $name, $id, $severity, $scope, true, $($doc)+);
    };
    (@ $name:ident, $id:literal, $severity:ident, $scope:ident, $blocks:literal, $($doc:literal)+) => {
        $(#[doc = $doc])+
        pub static $name: $crate::diag::Meta = $crate::diag::Meta {
            id: $id,
            severity: $crate::diag::Severity::$severity,
            scope: $crate::diag::Scope::$scope,
            blocks: $blocks,
            docs: concat!($($doc, "\n"),+),
        };
    };
}

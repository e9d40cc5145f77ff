use crate::check::context::GroupContext;
use crate::check::structural::finding;
use crate::check::structure::{Became, ChangeKind};
use crate::diag::Finding;
use crate::rule;

rule! {
    /// A sentence became an item of a list, or an item a sentence, a part of another one or one of the outer list.
    ///
    /// ## Why
    /// A line that begins with a number and a full stop, or with a hyphen, is an item of a list, whatever the
    /// translator meant: the number of a year becomes the number of a step. A marker without a blank behind
    /// it is no marker, and the item runs into the text.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// The new centre opened in 2024. It replaces the old one.
    /// ```
    /// ```text content/sl/a.md
    /// # Naslov
    ///
    /// 2024. leta se je odprlo novo središče. Nadomešča staro.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// 1.Open the centre.
    /// ```
    /// ```text content/sl/a.md
    /// # Naslov
    ///
    /// 1. Odprite središče.
    /// ```
    LIST_DIFFERS { id: "list-differs", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.read_translations() {
        for change in &context.structure(article).changes {
            let (message, help) = match change.kind {
                ChangeKind::Became(Became::List) => (
                    "a sentence of the origin became an item of a list",
                    "put a back-slash before the full stop or the hyphen, or write the sentence otherwise",
                ),
                ChangeKind::Became(Became::NoList) => (
                    "an item of a list became plain text",
                    "give it its marker and a blank behind that, and put an empty line before the list",
                ),
                ChangeKind::Became(Became::Outer) => (
                    "an item of an inner list stands in the outer one",
                    "indent it as far as the text of the item that it belongs to",
                ),
                ChangeKind::Became(Became::Joined) => (
                    "an item of the list took in the next one",
                    "begin each item on a line of its own, with its marker",
                ),
                _ => continue,
            };
            let message = message.to_owned();
            findings.push(finding(context, &LIST_DIFFERS, article, change, message, "this line").help(help));
        }
    }
    findings
}

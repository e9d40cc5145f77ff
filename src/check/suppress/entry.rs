//! One rule that is silenced somewhere.

use std::ops::Range;

use super::reach::Reach;
use super::{SUPPRESSION_INVALID, SUPPRESSION_UNEXPLAINED, SUPPRESSION_UNUSED};
use crate::check::rules;
use crate::diag::Finding;
use crate::model::front::Key;
use crate::model::key::ArticleKey;
use crate::model::locale::Locale;
use crate::model::suppression::Suppression;
use crate::source::{Source, Span};

/// The group and the locale of the article in which something is silenced.
pub(super) type Owner<'a> = Option<(&'a ArticleKey, &'a Locale)>;

/// One rule that is silenced.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub rule: &'a str,
    /// Where its name is written.
    pub span: Span,
    /// Where it is said that rules are silenced: one place for all rules that are named together.
    pub statement: Span,
    pub reach: Reach,
    pub has_reason: bool,
    /// Whether all texts that it is for were read.
    pub is_known: bool,
    pub is_used: bool,
    pub owner: Owner<'a>,
}

impl<'a> Entry<'a> {
    pub(super) fn of_comment(rule: &'a str, span: Span, comment: &Suppression) -> Self {
        let reach = Reach::Block(comment.block);
        Self { reach, has_reason: comment.has_reason, ..Self::of_file(rule, span, comment.span) }
    }

    pub(super) fn of_front_matter(rule: &'a str, key: &Key, source: &Source) -> Self {
        let at = name_in(source.slice(key.value_span()), rule);
        let span = at.map_or(key.value_span(), |at| {
            let start = key.value_span().range().start + at;
            Span::new(source.id, start..start + rule.len())
        });
        let has_reason = has_comment(&source.text, span) || has_comment(&source.text, key.name_span());
        Self { has_reason, ..Self::of_file(rule, span, key.name_span()) }
    }

    /// Returns the entry for one rule of a pattern of paths that is written at `pattern`.
    pub(super) fn configured(rule: &'a str, span: Span, pattern: Span, source: &Source) -> Self {
        let has_reason = has_comment(&source.text, span) || has_comment(&source.text, pattern);
        Self { has_reason, ..Self::of_file(rule, span, pattern) }
    }

    fn of_file(rule: &'a str, span: Span, statement: Span) -> Self {
        Self {
            rule,
            span,
            statement,
            reach: Reach::File,
            has_reason: false,
            is_known: true,
            is_used: false,
            owner: None,
        }
    }

    /// Returns what is wrong with the name: there is no such rule, or it cannot be silenced.
    pub(super) fn invalid(&self) -> Option<Finding> {
        let rule = self.rule;
        let finding = |message: String| owned(Finding::at(&SUPPRESSION_INVALID, self.span, message), self.owner);
        match rules::find(rule) {
            None => {
                let finding = finding(format!("there is no rule `{rule}` to be silenced")).caption("silences nothing");
                Some(match rules::nearest(rule) {
                    Some(near) => finding.help(format!("did you mean `{near}`?")),
                    None => finding.help("`faultbook explain` lists all rules"),
                })
            }
            Some(found) if found.meta.blocks => Some(
                finding(format!("`{rule}` blocks publication and cannot be silenced"))
                    .caption("silences nothing")
                    .help("mend what it reports"),
            ),
            Some(_) => None,
        }
    }

    /// Returns the finding that nothing was silenced; suppressions of these very rules are not judged.
    pub(super) fn unused(&self) -> Option<Finding> {
        let own = [&SUPPRESSION_INVALID, &SUPPRESSION_UNUSED, &SUPPRESSION_UNEXPLAINED];
        if own.iter().any(|meta| meta.id == self.rule) {
            return None;
        }
        let (message, caption) = match self.reach {
            Reach::File => (format!("`{}` finds nothing that this silences", self.rule), "not needed"),
            Reach::Block(Some(_)) => (format!("`{}` finds nothing in the next block", self.rule), "not needed"),
            Reach::Block(None) => {
                (format!("no block follows in which `{}` is silenced", self.rule), "silences nothing")
            }
        };
        let finding = Finding::at(&SUPPRESSION_UNUSED, self.span, message).caption(caption);
        Some(owned(finding.help("take it out, lest it silence the next mistake"), self.owner))
    }

    /// Returns the finding that no reason is given.
    pub(super) fn unexplained(&self) -> Finding {
        let help = match self.reach {
            Reach::Block(_) => format!("say why: `<!-- faultbook: allow({}) the reason -->`", self.rule),
            Reach::File => "say why in a comment `# the reason` in this line or the one above".to_owned(),
        };
        let message = format!("it is not said why `{}` is silenced", self.rule);
        owned(Finding::at(&SUPPRESSION_UNEXPLAINED, self.span, message).help(help), self.owner)
    }
}

/// Returns the finding about a comment that cannot be read.
pub(super) fn malformed(span: Span) -> Finding {
    Finding::at(&SUPPRESSION_INVALID, span, "this comment silences nothing: it names no rule")
        .help("write `<!-- faultbook: allow(rule) the reason -->`, several rules with commas between them")
}

/// Returns `finding` with the group and the locale that it is about.
pub(super) fn owned(mut finding: Finding, owner: Owner<'_>) -> Finding {
    finding.group = owner.map(|(key, _)| key.clone());
    finding.locale = owner.map(|(_, locale)| locale.clone());
    finding
}

/// Returns where `name` stands in `text` as a whole name.
fn name_in(text: &str, name: &str) -> Option<usize> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let is_whole = |at: usize| {
        let (before, after) = (text[..at].chars().next_back(), text[at + name.len()..].chars().next());
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    };
    text.match_indices(name).map(|(at, _)| at).find(|&at| is_whole(at))
}

/// Tells whether the line in which `span` ends, or the one above it, has a comment `# …` with words in it.
fn has_comment(text: &str, span: Span) -> bool {
    let Range { start, end } = span.range();
    let says_something = |comment: &str| comment.chars().any(char::is_alphanumeric);
    let behind = text[end..].lines().next().and_then(|rest| rest.split_once('#'));
    let first = text[..start].rfind('\n');
    let above =
        first.and_then(|at| text[..at].lines().next_back()).and_then(|line| line.trim_start().strip_prefix('#'));
    behind.is_some_and(|(_, comment)| says_something(comment)) || above.is_some_and(says_something)
}

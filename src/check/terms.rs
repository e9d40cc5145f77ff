//! The terms of a site in the passages of its articles.

use std::collections::BTreeMap;
use std::ops::Range;

use super::context::GroupContext;
use super::passage::Passage;
use crate::catalog::origin::{Evidence, Original};
use crate::config::Term;
use crate::diag::{Finding, Meta, Severity};
use crate::model::document::BlockKind;
use crate::model::literal::Side;
use crate::model::locale::Locale;
use crate::model::script::is_unparted;
use crate::source::Span;

/// A passage of a translation whose origin has a term.
pub struct Use<'c, 'p> {
    pub article: usize,
    pub term: &'c Term,
    pub locale: &'c Locale,
    /// The translation's own text, code spans blanked out, and with them.
    pub passage: &'p Passage<'p, 'c>,
    pub text: &'p str,
    /// All of the block.
    pub block: Span,
    original: &'p Original,
    /// Where the origin has the term.
    there: Span,
}

impl Use<'_, '_> {
    /// Returns a finding of `rule` about this passage.
    pub fn finding(&self, context: &GroupContext<'_>, rule: &'static Meta, place: Span, message: String) -> Finding {
        let mut finding = context
            .finding(rule, self.article, place, message)
            .origin(self.there, "this term")
            .evidence(context.evidence(&self.original.evidence));
        if let Some(note) = &self.term.note {
            finding = finding.help(note.clone());
        }
        match self.original.evidence {
            Evidence::OtherVersion(_) => finding.severity(Severity::Note),
            _ => finding,
        }
    }
}

/// Hands every use of a term that `concerns` to `judge`, and returns what that finds.
pub fn judged<'c>(
    context: &GroupContext<'c>,
    concerns: impl Fn(&Term, &Locale) -> bool,
    judge: impl Fn(&Use<'_, '_>) -> Option<Finding>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.translations() {
        let text = &context.group.articles[article];
        let terms: Vec<&Term> = context.terms.0.iter().filter(|term| concerns(term, &text.locale)).collect();
        if terms.is_empty() || context.prose.is_empty() {
            continue;
        }
        for (block, kind) in text.blocks.iter().map(|block| block.kind).enumerate() {
            let block = u32::try_from(block).expect("fewer than bytes");
            if !matches!(kind, BlockKind::Heading(_) | BlockKind::Paragraph | BlockKind::Cell) {
                continue;
            }
            let Some(original) = context.readings.original(article, block) else { continue };
            let source = Passage::of(&context.prose[original.article], original.block, original.side);
            let passage = Passage::of(&context.prose[article], block, Side::Target);
            let whole = context.prose[article].text(block, Side::Target);
            for &term in &terms {
                let found = find(&source.text, &term.source, term.case, true);
                let Some(there) = found.and_then(|range| source.span(&range)) else { continue };
                let place = Original { article, block, side: Side::Target, evidence: original.evidence.clone() };
                let found = Use {
                    article,
                    term,
                    locale: &text.locale,
                    passage: &passage,
                    text: &whole,
                    block: context.passage_of(&place),
                    original: &original,
                    there,
                };
                findings.extend(judge(&found));
            }
        }
    }
    findings
}

/// Returns what a table by locale has for `locale`: under its tag, else under its language.
pub fn for_locale<'t>(table: &'t BTreeMap<Locale, Vec<String>>, locale: &Locale) -> &'t [String] {
    let by_language = || table.iter().find(|(other, _)| other.tag() == locale.language()).map(|(_, texts)| texts);
    table.get(locale).or_else(by_language).map(Vec::as_slice).unwrap_or_default()
}

/// Returns where `term` stands in `text` as a word; a `*` at its end or start stands for any letters.
///
/// With `plural` an English plural counts, too.
pub fn find(text: &str, term: &str, case: bool, plural: bool) -> Option<Range<usize>> {
    let (starts, ends) = (term.starts_with('*'), term.ends_with('*'));
    let wanted: Vec<char> = folded(term.trim_matches('*'), case).collect();
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let is_ascii = wanted.iter().all(char::is_ascii);
    let joins = |c: char| if is_ascii { c.is_ascii_alphanumeric() } else { is_spaced(c) };
    (0..chars.len()).find_map(|at| {
        let end = matched(&chars[at..], &wanted, case)? + at;
        let before = at.checked_sub(1).is_none_or(|before| !joins(chars[before].1) || !joins(wanted[0]));
        let mut rest = chars[end..].iter().map(|&(_, c)| c);
        let is_open = |c: Option<char>| c.is_none_or(|c| !joins(c));
        let last_joins = wanted.last().is_some_and(|&c| joins(c));
        let after = ends
            || !last_joins
            || is_open(rest.clone().next())
            || plural && {
                rest.clone().next() == Some('s') && is_open(rest.clone().nth(1))
                    || rest.next() == Some('e') && rest.next() == Some('s') && is_open(rest.next())
            };
        let to = chars.get(end).map_or(text.len(), |&(to, _)| to);
        ((starts || before) && after).then_some(chars[at].0..to)
    })
}

/// Returns how many characters at the start of `chars` are `wanted`; any blank is a blank.
fn matched(chars: &[(usize, char)], wanted: &[char], case: bool) -> Option<usize> {
    let mut at = 0;
    for &want in wanted {
        let (_, c) = *chars.get(at)?;
        let is_same = c == want
            || want.is_whitespace() && c.is_whitespace()
            || !case && c.to_lowercase().eq(std::iter::once(want));
        if !is_same {
            return None;
        }
        at += 1;
    }
    (at > 0).then_some(at)
}

fn folded(text: &str, case: bool) -> impl Iterator<Item = char> {
    text.chars().flat_map(move |c| {
        let lower = c.to_lowercase().filter(move |_| !case);
        std::iter::once(c).filter(move |_| case).chain(lower)
    })
}

/// Tells whether a letter belongs to a script that puts blanks between words.
fn is_spaced(c: char) -> bool {
    c.is_alphanumeric() && !is_unparted(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, term: &str, expected: Option<&str>) {
        assert_eq!(find(text, term, false, true).map(|range| &text[range]), expected, "{term} in {text}");
    }

    #[test]
    fn terms_are_found_as_words_in_any_script() {
        check("Two Tenants here", "tenant", Some("Tenant"));
        check("the subtenant", "tenant", None);
        check("Outlook에서 엽니다", "Outlook", Some("Outlook"));
        check("najemnikom", "najemnik*", Some("najemnik"));
        check("najemnikom", "najemnik", None);
        check("请打开租户设置", "租户", Some("租户"));
        check("арендатора", "арендатор", None);
        check("ב-Outlook", "outlook", Some("Outlook"));
        check("admin\u{a0}center", "admin center", Some("admin\u{a0}center"));
    }
}

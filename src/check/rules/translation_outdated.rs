use crate::catalog::history::{Change, History};
use crate::catalog::version::Version;
use crate::check::context::GroupContext;
use crate::diag::{Finding, Place, Severity, cut};
use crate::model::article::Article;
use crate::model::literal::LiteralKind;
use crate::rule;
use crate::source::Span;

rule! {
    /// A translation was made from an older text of its source.
    ///
    /// ## Why
    /// The source says something new that readers of this language do not learn. It is reported only where
    /// it can be known: another translation's hash proves which version the source is, and this one's is
    /// another; or `source_commit` names the text that it was made from, and git has it. Then each passage
    /// that has changed is shown. Where git or side-by-side markup shows that no text has changed, nothing is
    /// said.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// ---
    /// title: New
    /// ---
    /// # A heading
    ///
    /// Text.
    /// ```
    /// ```text content/ko/a.md
    /// ---
    /// source_hash: 7cfc8231618b9093dfe416741a88c6775f3af06877679eae0f5cd80452374fe8
    /// translated: 2026-02-01
    /// ---
    /// # 제목
    ///
    /// 글.
    /// ```
    /// ```text content/ru/a.md
    /// ---
    /// source_hash: 0000000000000000000000000000000000000000000000000000000000000000
    /// translated: 2026-01-01
    /// ---
    /// # Заголовок
    ///
    /// Текст.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Text.
    /// ```
    /// ```text content/ru/a.md
    /// ---
    /// source_hash: 0000000000000000000000000000000000000000000000000000000000000000
    /// ---
    /// # Заголовок
    ///
    /// Текст.
    /// ```
    TRANSLATION_OUTDATED { id: "translation-outdated", severity: Warning, scope: Group }
}

/// So many changed passages are always told one by one.
const FEW: usize = 5;

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let Some(source) = context.group.source else { return Vec::new() };
    let history = &context.group.history;
    let outdated = |article: &usize| context.group.versions.of_article(*article) == Version::Older;
    let by_hash = context.translations().filter(|article| !history.contains_key(article)).filter(outdated);
    let mut findings: Vec<Finding> = by_hash.filter_map(|article| finding(context, article, source)).collect();
    findings.extend(history.iter().flat_map(|(article, history)| changed_passages(context, *article, history)));
    if history.is_empty() {
        findings.extend(changed_source(context, source));
    }
    findings
}

/// Returns a finding for each passage of the source that has changed; one for all where most have.
fn changed_passages(context: &GroupContext<'_>, article: usize, history: &History) -> Vec<Finding> {
    let count = history.changes.len();
    let help = "translate what has changed, then note the commit of the source in the front matter";
    if count > FEW && 2 * count > history.blocks {
        let message = format!("{count} passages of the source have changed since this was translated");
        let first = &history.changes[0];
        let finding = context.finding(&TRANSLATION_OUTDATED, article, first.place, message);
        return vec![finding.caption("the first of them").origin(first.now, "the source's text now").help(help)];
    }
    let finding = |change: &Change| {
        let (message, caption, now) = match (&change.then, change.is_gone) {
            (_, true) => ("the source no longer has this passage", "no longer in the source", "it stood behind this"),
            (None, _) => ("the source has a new passage that is not translated", "belongs here", "new in the source"),
            _ => ("the source has changed since this was translated", "of an older text", "the source's text now"),
        };
        let finding = context.finding(&TRANSLATION_OUTDATED, article, change.place, message);
        let finding = finding.caption(caption).origin(change.now, now).help(help);
        match change.then.as_deref() {
            Some(then) if !then.is_empty() => finding.evidence(format!("it read: {}", cut(then, 200))),
            _ => finding,
        }
    };
    history.changes.iter().map(finding).collect()
}

fn finding(context: &GroupContext<'_>, article: usize, source: usize) -> Option<Finding> {
    let (translation, origin) = (&context.group.articles[article], &context.group.articles[source]);
    let place = translation.front.key_of(&["source_hash", "ms.openlocfilehash"]).map(|key| key.value_span())?;
    let evidence = "another translation's hash is that of the source file, this one's is not";
    let finding = |message: &str| context.finding(&TRANSLATION_OUTDATED, article, place, message).evidence(evidence);
    if translation.segments.is_empty() {
        let finding = finding("the source file has changed since this was translated").severity(Severity::Note);
        return Some(
            finding.caption("of an older version").help("compare it with the source, then run `faultbook stamp`"),
        );
    }
    let (ours, theirs) = changed_sentence(context, translation, origin)?;
    Some(
        finding("the source has changed since this was translated")
            .caption("of an older version")
            .label(ours, "this sentence is no longer in the source")
            .origin(theirs, "the source's text now")
            .help("translate what is new, then run `faultbook stamp`"),
    )
}

/// Returns the first source sentence of the translation that the source no longer has, and the source's body.
fn changed_sentence(context: &GroupContext<'_>, translation: &Article, origin: &Article) -> Option<(Span, Span)> {
    let text = context.sources.get(origin.source);
    let source_text = plain(text.slice(origin.body));
    let segment = translation.segments.iter().find(|segment| {
        let sentence = plain(context.sources.slice(segment.source));
        !source_text.contains(sentence.trim())
    })?;
    let first_line = origin.headings.first().map_or(origin.body, |heading| heading.span);
    Some((segment.source, first_line))
}

/// Returns a text without what Markdown and line ends do to it.
fn plain(text: &str) -> String {
    let words = text.replace(['*', '_', '\\', '`'], "");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns one note for the group where no translation knows something that the source says.
fn changed_source(context: &GroupContext<'_>, source: usize) -> Option<Finding> {
    let kinds = [LiteralKind::CodeSpan, LiteralKind::Fence, LiteralKind::Link];
    let changed = kinds.iter().find_map(|kind| context.readings.changed_in_source(*kind))?;
    let count = context.translations().count();
    let message = format!("the source reads otherwise than all {count} translations: it was changed, or is old");
    let mut finding = Finding::new(&TRANSLATION_OUTDATED, Place::Span(changed.span), message);
    finding.group = Some(context.group.key.clone());
    finding.locale = Some(context.group.articles[source].locale.clone());
    Some(finding.severity(Severity::Note).caption("no translation has this"))
}

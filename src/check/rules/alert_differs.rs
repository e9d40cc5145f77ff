use crate::check::context::GroupContext;
use crate::check::passage::Passage;
use crate::check::presence::own_text;
use crate::check::structural::finding;
use crate::check::structure::{Became, Change, ChangeKind, is_word_of_alert};
use crate::diag::{Applicability, Finding, Fix};
use crate::markdown::prose::{Alert, Prose, Run};
use crate::model::document::{AlertKind, BlockKind, ContainerKind};
use crate::model::literal::Side;
use crate::rule;
use crate::source::Span;
use crate::source::edit::Edit;

rule! {
    /// An alert is plain text or of another kind than the origin's, or its word is translated or broken.
    ///
    /// ## Why
    /// `[!NOTE]` is a word of the program and chooses colour and title; the title is shown in the reader's
    /// language by itself. A translated word makes a plain quote with brackets in it, and a warning that
    /// became a note is overlooked.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// > [!NOTE]
    /// > Keep the file.
    /// ```
    /// ```text content/ru/a.md
    /// # Заголовок
    ///
    /// > [!ПРИМЕЧАНИЕ]
    /// > Сохраните файл.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// > [!NOTE]
    /// > Keep the file.
    /// ```
    /// ```text content/ru/a.md
    /// # Заголовок
    ///
    /// >[!note]
    /// >Сохраните файл.
    /// ```
    ALERT_DIFFERS { id: "alert-differs", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.read_translations() {
        for change in &context.structure(article).changes {
            if change.kind == ChangeKind::Became(Became::Quote) {
                findings.push(broken(context, article, change));
            }
        }
        let blocks = 0..u32::try_from(context.group.articles[article].blocks.len()).expect("fewer than bytes");
        findings.extend(blocks.filter_map(|block| unknown(context, article, block)));
        let alerts = context.prose[article].alerts.iter();
        findings.extend(alerts.filter_map(|alert| other_kind(context, article, alert)));
        let known: Vec<Span> = findings.iter().filter_map(Finding::span).collect();
        findings.extend(printed(context, article, &known));
    }
    findings
}

/// Returns a finding for an alert whose word is not understood.
fn broken(context: &GroupContext<'_>, article: usize, change: &Change) -> Finding {
    let original = change.passages.first().and_then(|passage| {
        let span = context.group.articles[passage.article].blocks[passage.block as usize].span;
        around(&context.prose[passage.article], span)
    });
    let word = original.map_or_else(|| "NOTE".to_owned(), |alert| alert.kind.id().to_ascii_uppercase());
    let what = if is_quote(context, article, change) { "a plain quote" } else { "plain text" };
    let message = format!("the alert `[!{word}]` is {what} here");
    let change = &with_word(context, article, change);
    let mut finding = finding(context, &ALERT_DIFFERS, article, change, message, "its word is not understood")
        .help(format!("begin it with `[!{word}]` on a line of its own; the title is translated by the program"));
    if let crate::diag::Place::Span(line) = finding.place
        && let Some(place) = bracketed(context.sources.slice(line))
    {
        let start = line.start as usize;
        let span = Span::new(line.source, start + place.start..start + place.end);
        finding.place = crate::diag::Place::Span(span);
        finding = finding.texts(format!("[!{word}]"), context.sources.slice(span)).fix(Fix {
            title: format!("write `[!{word}]`"),
            applicability: Applicability::Safe,
            edits: vec![Edit { span, text: format!("[!{word}]") }],
        });
    }
    finding
}

/// Returns a finding for a quote that begins with a word of no alert, where the structure does not show that it was one.
fn unknown(context: &GroupContext<'_>, article: usize, block: u32) -> Option<Finding> {
    let text = &context.group.articles[article];
    let own = &text.blocks[block as usize];
    if own.kind != BlockKind::Paragraph || !own.containers.is_in_quote() {
        return None;
    }
    let is_known = |change: &Change| {
        let is_of = |change: &Change| change.block == Some(block);
        change.kind == ChangeKind::Became(Became::Quote)
            && (is_of(change) || is_of(&with_word(context, article, change)))
    };
    let slice = context.sources.slice(own.span);
    let place = bracketed(slice).filter(|place| slice[place.clone()].starts_with("[!"))?;
    let word = &slice[place.clone()];
    let is_elsewhere = |other: usize| {
        other != article && context.sources.get(context.group.articles[other].source).text.contains(word)
    };
    if context.structure(article).changes.iter().any(is_known) || (0..context.prose.len()).any(is_elsewhere) {
        return None;
    }
    let start = own.span.start as usize;
    let span = Span::new(own.span.source, start + place.start..start + place.end);
    let message = format!("`{word}` begins no alert");
    let finding = context.finding(&ALERT_DIFFERS, article, span, message).caption("its word is not understood");
    Some(finding.help("begin it with `[!NOTE]` or the origin's word; the title is translated by the program"))
}

/// Returns a finding for each word of an alert that is printed as it stands: behind text, or behind a sign that is none
/// of Markdown's.
fn printed(context: &GroupContext<'_>, article: usize, known: &[Span]) -> Vec<Finding> {
    let prose = &context.prose[article];
    let mut blocks: Vec<u32> = own_text(&prose.runs).filter(|run| may_have_word(run)).map(|run| run.block).collect();
    blocks.dedup();
    let is_known = |block: u32| {
        let span = context.group.articles[article].blocks[block as usize].span;
        known.iter().any(|known| known.contains(span) || span.contains(*known))
    };
    let finding = |block: u32| {
        let passage = Passage::of(prose, block, Side::Target);
        let (range, kind) = word_of_alert(&passage.text)?;
        let word = &passage.text[range.clone()];
        let others = (0..context.prose.len()).filter(|&other| other != article);
        if others.into_iter().any(|other| prints(&context.prose[other], kind)) {
            return None;
        }
        let message = format!("`{word}` is printed and begins no alert");
        let finding = context.finding(&ALERT_DIFFERS, article, passage.span(&range)?, message).caption("this word");
        let right = kind.id().to_ascii_uppercase();
        Some(finding.help(format!("put `> [!{right}]` on a line of its own, and `> ` before the text below")))
    };
    blocks.into_iter().filter(|block| !is_known(*block)).filter_map(finding).collect()
}

/// Tells whether an article prints the word of an alert.
fn prints(prose: &Prose<'_>, kind: AlertKind) -> bool {
    let mut runs = own_text(&prose.runs).filter(|run| may_have_word(run));
    let text = |run: &Run<'_>| Passage::of(prose, run.block, Side::Target).text;
    runs.any(|run| word_of_alert(&text(run)).is_some_and(|(_, other)| other == kind))
}

/// Tells whether a run has the sign that the word of an alert begins with.
fn may_have_word(run: &Run<'_>) -> bool {
    run.text
        .match_indices(['!', '！'])
        .any(|(at, sign)| run.text[at + sign.len()..].trim_start().starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Returns where a text has the word of an alert in its brackets, in ASCII or in wide signs, and of which alert.
fn word_of_alert(text: &str) -> Option<(std::ops::Range<usize>, AlertKind)> {
    let mut opens = text.match_indices(['!', '！']).filter(|(at, _)| text[..*at].ends_with(['[', '［', '【']));
    opens.find_map(|(at, sign)| {
        let start = at - text[..at].chars().next_back()?.len_utf8();
        let from = at + sign.len();
        let end = from + text[from..].find([']', '］', '】'])?;
        let close = text[end..].chars().next()?.len_utf8();
        Some((start..end + close, AlertKind::parse(text[from..end].trim())?))
    })
}

/// Tells whether an alert is a quote still.
fn is_quote(context: &GroupContext<'_>, article: usize, change: &Change) -> bool {
    let quoted = change.passages.first().and_then(|passage| {
        let original = &context.group.articles[passage.article].blocks[passage.block as usize];
        original.containers.without_alert(Some(ContainerKind::Quote))
    });
    change.block.is_some_and(|block| {
        let block = &context.group.articles[article].blocks[block as usize];
        Some(block.containers) == quoted || context.sources.slice(block.span).trim_start().starts_with('＞')
    })
}

/// Returns a change with its block at the printed word of the alert, if that is a block of its own.
fn with_word(context: &GroupContext<'_>, article: usize, change: &Change) -> Change {
    let blocks = &context.group.articles[article].blocks;
    let is_word = |&before: &u32| {
        context.readings.column(article, before).is_none()
            && is_word_of_alert(context.sources.slice(blocks[before as usize].span))
    };
    let word = change.block.and_then(|block| block.checked_sub(1)).filter(is_word);
    Change { block: word.or(change.block), ..change.clone() }
}

/// Returns where the brackets at the start of a line stand, if nothing else stands in them than a word and `!`.
fn bracketed(line: &str) -> Option<std::ops::Range<usize>> {
    let open = line.chars().next().filter(|c| matches!(c, '[' | '［' | '【'))?;
    let (end, close) = line.char_indices().find(|(_, c)| matches!(c, ']' | '］' | '】'))?;
    let inner = &line[open.len_utf8()..end];
    let is_word = inner.chars().count() <= 24 && !inner.contains(['(', '[']);
    (is_word && !line[end + close.len_utf8()..].starts_with('(')).then_some(0..end + close.len_utf8())
}

/// Returns a finding for an alert whose kind is another than the origin's.
fn other_kind(context: &GroupContext<'_>, article: usize, alert: &Alert) -> Option<Finding> {
    let blocks = &context.group.articles[article].blocks;
    let at = blocks.partition_point(|block| block.span.start < alert.span.start);
    let block =
        u32::try_from(at).ok().filter(|_| blocks.get(at).is_some_and(|block| alert.span.contains(block.span)))?;
    let (kind, original, evidence) =
        match context.readings.original(article, block).filter(|it| it.side == Side::Target) {
            Some(original) => {
                let span = context.group.articles[original.article].blocks[original.block as usize].span;
                let other = around(&context.prose[original.article], span)?;
                (other.kind, other.span, Some(original.evidence))
            }
            None => majority(context, article, block)?,
        };
    let text = context.sources.slice(alert.span);
    let (open, end) = (text.find("[!")?, text.find(']')?);
    let start = alert.span.start as usize;
    let place = Span::new(alert.span.source, start + open + 2..start + end);
    let (was, is) = (kind.id().to_ascii_uppercase(), context.sources.slice(place));
    let is_spaced = is.contains(char::is_whitespace) && !context.sources.slice(original).contains(&format!("[!{is}]"));
    let message = match kind == alert.kind {
        true if is_spaced => format!("a blank stands in the word of the alert `[!{was}]`"),
        true => return None,
        false => format!("the alert is `{is}`, the origin's is `{was}`"),
    };
    let finding = context.finding(&ALERT_DIFFERS, article, place, message).caption("this word");
    let finding = match &evidence {
        Some(evidence) => context.beside(finding, evidence, context.trimmed(original), "the origin"),
        None => finding.origin(context.trimmed(original), "the other translations"),
    };
    let fix = Fix {
        title: format!("write `{was}`"),
        applicability: Applicability::Safe,
        edits: vec![Edit { span: place, text: was.clone() }],
    };
    Some(finding.texts(was, is).help("take the origin's word over").fix(fix))
}

type Kind = (AlertKind, Span, Option<crate::catalog::origin::Evidence>);

/// Returns the kind that more than half of three or more articles have there.
fn majority(context: &GroupContext<'_>, article: usize, block: u32) -> Option<Kind> {
    let column = context.readings.column(article, block)?;
    let alerts: Vec<&Alert> = (0..context.prose.len())
        .filter_map(|other| {
            let block = context.readings.block(other, column)?;
            around(&context.prose[other], context.group.articles[other].blocks[block as usize].span)
        })
        .collect();
    let most = alerts.iter().find(|alert| {
        let agree = alerts.iter().filter(|other| other.kind == alert.kind).count();
        alerts.len() >= 3 && 2 * agree > alerts.len()
    })?;
    Some((most.kind, most.span, None))
}

/// Returns the innermost alert around a block.
fn around<'p>(prose: &'p Prose<'_>, span: Span) -> Option<&'p Alert> {
    prose.alerts.iter().rfind(|alert| alert.span.contains(context_free(span)))
}

/// Returns the start of a span: a block may reach behind the quote that it stands in.
fn context_free(span: Span) -> Span {
    Span { end: span.start, ..span }
}

use std::collections::BTreeSet;
use std::ops::Range;

use super::link_missing::is_directive;
use crate::catalog::origin::Original;
use crate::check::compare::Difference;
use crate::check::context::GroupContext;
use crate::check::originals::{Shown, is_stranger, models, original_span};
use crate::check::residue::{FULL_WIDTH, plain};
use crate::diag::{Applicability, Finding, Fix};
use crate::markdown::prose::{Link, Run, RunKind};
use crate::model::literal::{LiteralKind, Side};
use crate::rule;
use crate::source::Span;
use crate::source::edit::Edit;

rule! {
    /// A directive is broken or gone: `[!VIDEO …]`, `[!INCLUDE …]`.
    ///
    /// ## Why
    /// Its words belong to the program. Translated, or with a blank in the wrong place, it is printed as it
    /// stands, and the video or the text that it brings in is missing.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// [!VIDEO https://example.com/video/1]
    ///
    /// Text.
    /// ```
    /// ```text content/es/a.md
    /// # Título
    ///
    /// [!VÍDEO https://example.com/video/1]
    ///
    /// Texto.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// [!VIDEO https://example.com/video/1]
    ///
    /// Text.
    /// ```
    /// ```text content/es/a.md
    /// # Título
    ///
    /// [!video https://example.com/video/1]
    ///
    /// Texto.
    /// ```
    DIRECTIVE_BROKEN { id: "directive-broken", severity: Error, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.asked() {
        let printed = printed(context, article);
        let is_printed = !printed.is_empty();
        findings.extend(printed);
        findings.extend(unclosed(context, article));
        if !is_printed {
            findings.extend(lost(context, article));
        }
    }
    findings
}

/// Returns the directives that are printed as text.
fn printed(context: &GroupContext<'_>, article: usize) -> Vec<Finding> {
    let runs = context.prose[article].runs.iter();
    let shows = |run: &&Run<'_>| {
        run.kind == RunKind::Text
            && run.side == Side::Target
            && memchr::memchr3(b'!', b':', FULL_WIDTH, run.text.as_bytes()).is_some()
            && run.text.contains(['!', '！', ':', '：'])
    };
    let mut blocks: Vec<u32> = runs.filter(shows).map(|run| run.block).collect();
    blocks.dedup();
    blocks.into_iter().filter_map(|block| in_block(context, article, block)).collect()
}

fn in_block(context: &GroupContext<'_>, article: usize, block: u32) -> Option<Finding> {
    let (start, text) = plain(context, article, block)?;
    let range = directive(&text)?;
    if !is_stranger(context, article, block, |shown: &Shown<'_>| directive(&shown.text()).is_some()) {
        return None;
    }
    let start = start as usize;
    let span = Span::new(context.group.articles[article].source, start + range.start..start + range.end);
    let finding = context
        .finding(&DIRECTIVE_BROKEN, article, span, "the directive is printed as text")
        .caption("not understood")
        .help("take its words over from the origin; only what it shows may be translated");
    Some(match original_span(context, article, block) {
        Some((span, evidence)) => context.beside(finding, &evidence, span, "the origin"),
        None => finding,
    })
}

/// Returns a finding for each picture of colons that does not end as the origin's do.
fn unclosed(context: &GroupContext<'_>, article: usize) -> Vec<Finding> {
    let mut findings = Vec::new();
    for links in context.prose[article].links.chunk_by(|left, right| left.block == right.block) {
        let pictures = pictures(context, links.iter());
        let broken = pictures.filter(|(link, text)| link.side == Side::Target && !is_closed(text));
        let mut broken = broken.peekable();
        if broken.peek().is_some()
            && let Some(model) = closed_in(context, article, links[0].block)
        {
            findings.extend(broken.filter_map(|(link, text)| unclosed_picture(context, article, link, text, &model)));
        }
    }
    findings
}

/// Returns the pictures of colons among links, with what stands in the file.
fn pictures<'l, 'a: 'l>(
    context: &'l GroupContext<'_>,
    links: impl Iterator<Item = &'l Link<'a>>,
) -> impl Iterator<Item = (&'l Link<'a>, &'l str)> {
    let pictures = links.filter(|link| link.is_picture);
    pictures.map(|link| (link, context.sources.slice(link.span))).filter(|(_, text)| text.starts_with(":::"))
}

/// Returns the first model of a passage that ends all its pictures of colons, if most models do.
fn closed_in(context: &GroupContext<'_>, article: usize, block: u32) -> Option<Original> {
    let models = models(context, article, block);
    let count = models.len();
    let is_closed_in = |model: &Original| {
        let mut theirs = pictures(context, context.prose[model.article].links_of(model.block)).peekable();
        theirs.peek().is_some() && theirs.all(|(_, text)| is_closed(text))
    };
    let mut closed: Vec<Original> = models.into_iter().filter(is_closed_in).collect();
    (2 * closed.len() > count).then(|| closed.swap_remove(0))
}

fn unclosed_picture(
    context: &GroupContext<'_>,
    article: usize,
    link: &Link<'_>,
    text: &str,
    model: &Original,
) -> Option<Finding> {
    let is_quoted = text.matches('"').count() % 2 == 1;
    let message = match is_quoted {
        true => "a quotation mark of the directive is never closed",
        false => "the directive is never closed",
    };
    let kept = text.trim_end_matches([':', '：', ' ', '\u{3000}']).len();
    let end = Span { start: link.span.start + u32::try_from(kept).ok()?, ..link.span };
    let mut finding = context
        .finding(&DIRECTIVE_BROKEN, article, link.span, message)
        .caption("its end is lost")
        .help("end it as the origin does, with `\":::`");
    if !is_quoted {
        finding.fix = Some(Fix {
            title: "end it with `:::`".to_owned(),
            applicability: Applicability::Safe,
            edits: vec![Edit { span: end, text: ":::".to_owned() }],
        });
    }
    Some(context.beside(finding, &model.evidence, context.passage_of(model), "the origin"))
}

/// Tells whether a directive of colons ends with them, and its quotation marks are pairs.
fn is_closed(text: &str) -> bool {
    text.len() > 6 && text.ends_with(":::") && text.matches('"').count().is_multiple_of(2)
}

/// Returns where a text shows a directive with something to bring in: `[!ВИДЕО https://…]`, `:::画像 source=`.
fn directive(text: &str) -> Option<Range<usize>> {
    let brackets = text.match_indices('[').find_map(|(at, _)| {
        let inner = text[at + 1..].trim_start();
        let word = inner.strip_prefix(['!', '！', '¡'])?;
        let end = word.find([']', '\n']).unwrap_or(word.len());
        let brings = word[..end].contains(['/', '[']) || word[end..].starts_with("](");
        let end = text.len() - word.len() + end;
        brings.then(|| at..end + text[end..].chars().next().filter(|c| *c == ']').map_or(0, char::len_utf8))
    });
    brackets.or_else(|| {
        let at = text.find(":::").or_else(|| text.find("：：："))?;
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        Some(at..end)
    })
}

/// Returns the directives of the origin that bring in something which the article has nowhere.
fn lost(context: &GroupContext<'_>, article: usize) -> Vec<Finding> {
    let missing = context.differences(article, LiteralKind::Link).iter().filter_map(|found| match found {
        Difference::Missing(expected) if is_directive(context, expected) => Some(expected),
        _ => None,
    });
    let videos = missing.map(|expected| {
        let place = context.where_it_should_stand(article, expected);
        let message = format!("the directive for `{}` is missing", expected.literal.value);
        let finding = context.finding(&DIRECTIVE_BROKEN, article, place, message).caption("it should stand here");
        let finding = context.against(finding, expected, expected.literal.span, "it stands here");
        finding.help("take it over from the origin as it is")
    });
    videos.chain(includes(context, article)).collect()
}

/// Returns a finding for each fragment that the source brings in and the article does not.
fn includes(context: &GroupContext<'_>, article: usize) -> Vec<Finding> {
    let ours: BTreeSet<&str> =
        context.group.articles[article].includes.iter().map(|include| &*include.target).collect();
    let Some(outline) = context.readings.outline(article) else { return Vec::new() };
    let mut findings = Vec::new();
    for (number, passage) in outline.passages.iter().enumerate() {
        let origin = &context.group.articles[passage.article];
        let span = origin.blocks[passage.block as usize].span;
        let brought = origin.includes.iter().filter(|include| span.contains(include.span));
        for include in brought.filter(|include| !ours.contains(&*include.target)) {
            let place = context.passage(article, Some(passage.column));
            let message = format!("the directive for `{}` is missing", include.target);
            let finding = context.finding(&DIRECTIVE_BROKEN, article, place, message).caption("it should stand here");
            let finding = context.beside(finding, &outline.evidence(number), include.span, "it stands here");
            findings.push(finding.help("take it over from the origin as it is"));
        }
    }
    findings
}

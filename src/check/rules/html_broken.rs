use super::anchor_missing;
use crate::catalog::origin::Original;
use crate::check::context::GroupContext;
use crate::check::elements::{Broken, Survey};
use crate::check::originals::{Shown, is_stranger, models, original_span};
use crate::check::residue::{FULL_WIDTH, broken_entity, broken_tag, plain};
use crate::diag::Finding;
use crate::markdown::prose::{Run, RunKind};
use crate::model::literal::{Literal, LiteralKind, Side};
use crate::rule;
use crate::source::Span;

rule! {
    /// A tag of HTML is broken and printed as it stands, or it is never closed or missing.
    ///
    /// ## Why
    /// A blank behind the bracket, as in `< br>`, and the tag is text.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// One line.<br>Another line.
    /// ```
    /// ```text content/pt/a.md
    /// # Título
    ///
    /// Uma linha.< br>Outra linha.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// One line.<br>Another line.
    /// ```
    /// ```text content/pt/a.md
    /// # Título
    ///
    /// Uma linha.<br />Outra linha; 1 < 2 e 3 > 2.
    /// ```
    HTML_BROKEN { id: "html-broken", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let survey = Survey::of(context);
    for article in context.read_translations() {
        let count = findings.len();
        let shows = |run: &&Run<'_>| {
            run.kind == RunKind::Text
                && run.side == Side::Target
                && memchr::memchr3(b'<', b'&', FULL_WIDTH, run.text.as_bytes()).is_some()
                && run.text.contains(['<', '＜', '&'])
        };
        let mut blocks: Vec<u32> = context.prose[article].runs.iter().filter(shows).map(|run| run.block).collect();
        blocks.dedup();
        findings.extend(blocks.into_iter().filter_map(|block| in_block(context, article, block)));
        findings.extend(unclosed_anchors(context, article));
        findings.extend(unclosed_tags(context, article));
        // A tag that is printed is told as what it is.
        if findings.len() == count
            && let Some(broken) = survey.broken(article)
            && !shows_placeholder(context, article)
        {
            findings.push(of_element(context, article, &broken));
        }
    }
    findings
}

/// Tells whether an article has a tag that HTML does not know.
fn shows_placeholder(context: &GroupContext<'_>, article: usize) -> bool {
    let mut runs = context.prose[article].runs.iter().filter(|run| run.kind == RunKind::Text);
    runs.any(|run| run.text.starts_with('<') && run.text.ends_with('>'))
}

/// Returns a finding for an element that is never closed, or gone.
fn of_element(context: &GroupContext<'_>, article: usize, broken: &Broken) -> Finding {
    let name = broken.name;
    let finding = match broken.open {
        Some(span) => context
            .finding(&HTML_BROKEN, article, span, format!("the tag `<{name}>` is never closed"))
            .caption("it takes in all that follows")
            .help(format!("put `</{name}>` where the origin does")),
        None => {
            let block = context.prose[broken.model].runs.iter().find(|run| run.span == broken.origin);
            let column = block.and_then(|run| context.readings.column(broken.model, run.block));
            context
                .finding(
                    &HTML_BROKEN,
                    article,
                    context.passage(article, column),
                    format!("the tag `<{name}>` is missing"),
                )
                .caption("it should stand here")
                .help("take it over from the origin")
        }
    };
    context.beside(finding, &broken.evidence, broken.origin, "the tag in the origin")
}

/// Returns a finding for each anchor that is never closed, where the models of its block close theirs.
fn unclosed_anchors(context: &GroupContext<'_>, article: usize) -> Vec<Finding> {
    let is_meant = |model: &Original| {
        let theirs = anchors(context, model.article, model.side).filter(|anchor| anchor.block == model.block);
        theirs.into_iter().any(|anchor| unclosed(context, model.article, anchor).is_some())
    };
    let of_anchor = |anchor: &Literal| {
        let span = unclosed(context, article, anchor)?;
        let models = models(context, article, anchor.block);
        if models.is_empty() || models.iter().any(is_meant) {
            return None;
        }
        let message = format!("the tag `{}` is never closed", context.sources.slice(span));
        let finding = context
            .finding(&HTML_BROKEN, article, span, message)
            .caption("it takes in all that follows")
            .help("put `</a>` behind it");
        Some(with_origin(context, article, anchor.block, finding))
    };
    anchors(context, article, Side::Target).filter_map(of_anchor).collect()
}

/// Returns a finding for the first tag in each block that makes all text behind it bold or small, where the models of
/// the block close theirs.
fn unclosed_tags(context: &GroupContext<'_>, article: usize) -> Vec<Finding> {
    let tags = context.prose[article].runs.iter().filter(|run| run.kind == RunKind::Html && run.side == Side::Target);
    let mut blocks: Vec<u32> = tags.map(|run| run.block).collect();
    blocks.dedup();
    let of_block = |block: u32| {
        let (name, span) = open_tag(context, article, block, Side::Target)?;
        let models = models(context, article, block);
        let is_meant = |model: &Original| open_tag(context, model.article, model.block, model.side).is_some();
        if models.is_empty() || models.iter().any(is_meant) {
            return None;
        }
        let message = format!("the tag `<{name}>` is never closed");
        let finding = context
            .finding(&HTML_BROKEN, article, span, message)
            .caption("it takes in all that follows")
            .help(format!("put `</{name}>` where the origin does"));
        Some(with_origin(context, article, block, finding))
    };
    blocks.into_iter().filter_map(of_block).collect()
}

/// Tags that say how text looks.
const LOOKS: [&str; 10] = ["b", "i", "u", "em", "strong", "code", "kbd", "sub", "sup", "small"];

/// Returns the name of a tag that a block opens and never closes, and where.
fn open_tag(context: &GroupContext<'_>, article: usize, block: u32, side: Side) -> Option<(&'static str, Span)> {
    let runs = context.prose[article].block(block).iter();
    let tags = runs.filter(|run| run.kind == RunKind::Html && run.side == side);
    let mut open: [Vec<Span>; LOOKS.len()] = Default::default();
    for span in tags.map(|run| run.span) {
        let tag = context.sources.slice(span).trim_start_matches('<').trim_end_matches('>').trim();
        let name = tag.trim_start_matches('/').trim_start();
        let Some(look) = LOOKS.into_iter().position(|look| look.eq_ignore_ascii_case(name)) else { continue };
        if !tag.starts_with('/') {
            open[look].push(span);
        } else {
            open[look].pop();
        }
    }
    let first = LOOKS.into_iter().zip(&open).filter_map(|(name, spans)| Some((name, *spans.first()?)));
    first.min_by_key(|(_, span)| span.start)
}

fn anchors<'c>(context: &GroupContext<'c>, article: usize, side: Side) -> impl Iterator<Item = &'c Literal> {
    let literals = context.group.articles[article].literals.iter();
    literals.filter(move |literal| literal.kind == LiteralKind::Anchor && literal.side == side)
}

/// Returns the tag `<a name="…">` of an anchor if nothing in its block closes it.
fn unclosed(context: &GroupContext<'_>, article: usize, anchor: &Literal) -> Option<Span> {
    let source = context.sources.get(anchor.span.source);
    let block = context.group.articles[article].blocks[anchor.block as usize].span;
    let before = &source.text[block.range().start..anchor.span.range().start];
    let behind = &source.text[anchor.span.range().end..block.range().end];
    let start = block.range().start + before.rfind('<')?;
    let end = anchor.span.range().end + behind.find('>')? + 1;
    let tag = &source.text[start..end];
    if source.text[end..].starts_with("</a>") {
        return None;
    }
    let is_open = tag.get(..3)?.eq_ignore_ascii_case("<a ") && !tag.ends_with("/>");
    // A closing tag with blanks in it is told as what it is.
    let rest: String = source.text[end..block.range().end].chars().filter(|c| !c.is_whitespace()).collect();
    let is_closed = rest.to_ascii_lowercase().contains("</a");
    (is_open && !is_closed).then(|| Span::new(source.id, start..end))
}

fn in_block(context: &GroupContext<'_>, article: usize, block: u32) -> Option<Finding> {
    let (start, text) = plain(context, article, block)?;
    let is_tag = broken_tag(&text).is_some();
    let find = if is_tag { broken_tag } else { broken_entity };
    let range = find(&text)?;
    if !is_stranger(context, article, block, |shown: &Shown<'_>| find(&shown.text()).is_some()) {
        return None;
    }
    // An anchor that is printed is missing, too, and told as that where it is known.
    let is_missing = || {
        let mut missing = anchor_missing::missing(context, article).into_iter();
        missing.any(|anchor| text[range.clone()].contains(&*anchor.literal.value))
    };
    if text[range.clone()].contains('=') && is_missing() {
        return None;
    }
    let start = start as usize;
    let span = Span::new(context.group.articles[article].source, start + range.start..start + range.end);
    let noun = if is_tag { "tag" } else { "entity" };
    let message = format!("the {noun} `{}` is printed as it stands", &text[range]);
    let finding = context
        .finding(&HTML_BROKEN, article, span, message)
        .caption("read as text")
        .help("take out the blanks in it, and use the signs of the origin");
    Some(with_origin(context, article, block, finding))
}

/// Adds the origin's passage; what is broken is broken whatever version it was made from.
fn with_origin(context: &GroupContext<'_>, article: usize, block: u32, finding: Finding) -> Finding {
    let Some((span, evidence)) = original_span(context, article, block) else { return finding };
    let severity = finding.severity;
    context.beside(finding, &evidence, span, "the passage in the origin").severity(severity)
}

//! From Markdown text to an article, and from an article to the events that its page is made of.
//!
//! The only module that knows pulldown-cmark and YAML. Everything here is pure, takes one file at a
//! time, and never fails: what cannot be read is a finding.

mod code;
mod directive;
mod emphasis;
pub mod event;
mod facts;
pub mod foreign;
mod front;
pub mod html;
mod html_block;
mod parameters;
mod place;
pub mod prose;
pub mod rules;
mod stream;
mod suppression;
mod toml_front;
mod yaml;

use std::ops::Range;

use crate::diag::{Finding, cut};
use crate::model::article::{Article, Repair};
use crate::model::code::{Context, Position};
use crate::model::family::Families;
use crate::model::key::ArticleKey;
use crate::model::locale::Locale;
use crate::source::{Source, Span};
use emphasis::Candidate;
use event::Event;
use foreign::Dialect;
use prose::Prose;
use rules::{HTML_REMOVED, PLACEHOLDER_UNMARKED, URL_REMOVED};
use stream::{Knowledge, Remark};

/// What reading depends on besides the text.
#[derive(Debug, Default)]
pub struct Options {
    /// The error-code families to look for.
    pub families: Families,
    /// URL schemes that are allowed besides the built-in ones.
    pub schemes: Vec<String>,
    /// What articles may have besides Markdown; those named `.mdx` have components and expressions in any case.
    pub dialect: Dialect,
}

impl Options {
    fn dialect_of(&self, source: &Source) -> Dialect {
        let is_mdx = source.path.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("mdx"));
        if is_mdx { Dialect::Mdx } else { self.dialect }
    }
}

/// Reads `source` as an article, with what could not be read among the findings.
pub fn parse(source: &Source, locale: Locale, key: ArticleKey, options: &Options) -> (Article, Vec<Finding>) {
    read(source, locale, key, options, None)
}

/// Reads `article` again with only those of its repairs that `keep`: titles and codes follow what is left.
pub fn parse_with_repairs(source: &Source, article: &Article, keep: &[Repair], options: &Options) -> Article {
    let markers = markers(keep);
    read(source, article.locale.clone(), article.key.clone(), options, Some(&markers)).0
}

fn read(
    source: &Source,
    locale: Locale,
    key: ArticleKey,
    options: &Options,
    repairs: Option<&[Candidate]>,
) -> (Article, Vec<Finding>) {
    let (front, body, mut findings) = front::read(source, options.dialect_of(source));
    let mut article = Article {
        source: source.id,
        locale,
        key,
        front,
        body,
        blocks: Vec::new(),
        headings: Vec::new(),
        literals: Vec::new(),
        codes: Vec::new(),
        introductions: Vec::new(),
        segments: Vec::new(),
        includes: Vec::new(),
        suppressions: Vec::new(),
        repairs: Vec::new(),
        asterisks: Vec::new(),
        prose: Box::default(),
        speaks_of_mail: false,
        speaks_of_errors: false,
    };
    let knowledge =
        Knowledge { schemes: &options.schemes, repairs, parameters: &[], dialect: options.dialect_of(source) };
    let stream = stream::read(&source.text, body.range(), knowledge);
    facts::collect(&mut article, source, &stream, &options.families);
    title_codes(&mut article, source, &options.families);
    // Only what looks like a code of mail or of HTTP needs to know what the article speaks of.
    if article.codes.iter().any(|mention| mention.context != Context::Any) {
        article.speaks_of_mail = code::speaks_of_mail(source.slice(body));
        article.speaks_of_errors = code::speaks_of_errors(source.slice(body));
    }
    article.suppressions = suppression::read(source, stream.suppressions);
    article.prose = Prose::read(&article, source, stream.items).pack(&source.text);
    shrink(&mut article);
    findings.extend(stream.remarks.into_iter().map(|remark| finding(remark, source)));
    for finding in &mut findings {
        finding.group = Some(article.key.clone());
        finding.locale = Some(article.locale.clone());
    }
    (article, findings)
}

/// Returns the body of `article` as events with the bytes that they come from.
///
/// `parameters` are names of the group's error parameters: a paragraph that is a code span with such a
/// name before its colon is an entry of the list, whatever its description looks like.
pub fn events<'a>(
    article: &Article,
    source: &'a Source,
    options: &Options,
    parameters: &[&str],
) -> Vec<(Event<'a>, Range<usize>)> {
    let repairs = markers(&article.repairs);
    let knowledge = Knowledge {
        schemes: &options.schemes,
        repairs: Some(&repairs),
        parameters,
        dialect: options.dialect_of(source),
    };
    stream::read(&source.text, article.body.range(), knowledge).items
}

/// Returns what a reader reads at `span`, without markup and without source sentences.
pub fn plain_text(source: &Source, span: Span) -> String {
    let text = source.slice(span).trim();
    if is_plain(text) {
        return text.to_owned();
    }
    let stream = stream::read(&source.text, span.range(), Knowledge::default());
    text_of(stream.items.iter().map(|(event, _)| event))
}

/// Returns what a reader reads at `span` of the article that `events` are of, as [`plain_text`] does.
pub fn text_at(events: &[(Event<'_>, Range<usize>)], span: Span) -> String {
    let span = span.range();
    let inside = events.iter().filter(|(_, place)| place.start >= span.start && place.end <= span.end);
    text_of(inside.map(|(event, _)| event))
}

fn text_of<'e, 'a: 'e>(events: impl Iterator<Item = &'e Event<'a>>) -> String {
    let mut text = String::new();
    let mut originals = 0_usize;
    for event in events {
        match event {
            Event::Start(event::Tag::Original) => originals += 1,
            Event::End(event::Tag::Original) => originals = originals.saturating_sub(1),
            _ if originals > 0 => {}
            Event::Text(part) | Event::Code(part) => text.push_str(part),
            Event::Parameter { name, description } => text.extend([&**name, &**description]),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text.trim().to_owned()
}

/// Tells whether `text` is one line in which nothing can be markup.
fn is_plain(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    let is_mark = |byte: u8| byte.is_ascii_control() || b"\\`*_[]<>&~|#".contains(&byte);
    text.bytes().next().is_some_and(is_letter) && !text.bytes().any(is_mark)
}

fn markers(repairs: &[Repair]) -> Vec<Candidate> {
    let marker =
        |repair: &Repair| Candidate { open: repair.open.range(), close: repair.close.range(), strong: repair.strong };
    repairs.iter().map(marker).collect()
}

/// Files the codes of the front matter's title, which counts where there is no heading.
fn title_codes(article: &mut Article, source: &Source, families: &Families) {
    let title = article.front.key("title").map(|key| key.value_span());
    if let (true, Some(span)) = (article.headings.is_empty(), title) {
        let piece = code::Piece { text: source.slice(span), range: span.range(), kind: code::PieceKind::Text };
        let mentions = code::mentions(families, &[piece]);
        facts::file_mentions(article, mentions, Position::Title);
    }
}

/// Gives back what the tables have reserved: articles are kept by the hundred thousand.
fn shrink(article: &mut Article) {
    article.blocks.shrink_to_fit();
    article.headings.shrink_to_fit();
    article.literals.shrink_to_fit();
    article.codes.shrink_to_fit();
    article.segments.shrink_to_fit();
    article.repairs.shrink_to_fit();
    article.front.keys.shrink_to_fit();
    article.front.others.shrink_to_fit();
}

fn finding(remark: Remark, source: &Source) -> Finding {
    let span = |range: Range<usize>| Span::new(source.id, range);
    match remark {
        Remark::Removed { what, range } => {
            Finding::at(&HTML_REMOVED, span(range), format!("raw HTML is not published: `{what}`"))
                .caption("taken out")
                .help("say it in Markdown; harmless tags such as `<kbd>` and `<br>` are kept")
        }
        Remark::Address { target, range } => {
            Finding::at(&URL_REMOVED, span(range), format!("the address `{}` is not published", cut(&target, 60)))
                .caption("taken out; a link keeps its text, a picture its description")
                .help("allowed are https, http, mailto, tel and what `link_schemes` in `faultbook.toml` lists")
        }
        Remark::Placeholder { text, range } => {
            Finding::at(&PLACEHOLDER_UNMARKED, span(range), format!("the placeholder `{text}` stands in plain text"))
                .caption("read as HTML by most programs")
                .help(format!("put it between back-ticks, or write `\\{text}`"))
        }
    }
}

//! What pages say of groups and codes, worked out once for the site.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::Input;
use super::address;
use crate::catalog::fallback::{Shown, Standing};
use crate::catalog::group::Group;
use crate::config::Robots;
use crate::diag::Severity;
use crate::i18n::Formats;
use crate::markdown;
use crate::model::article::Article;
use crate::model::code::{ErrorCode, Introduction};
use crate::model::document::BlockKind;
use crate::model::folder::folder;
use crate::model::front::SourceHash;
use crate::model::literal::Side;
use crate::model::locale::Locale;
use crate::source::{SourceId, Span};

/// Facts that several pages need.
pub struct Facts<'s> {
    input: Input<'s>,
    /// For each group the code whose page shows it.
    pages: Vec<Option<&'s ErrorCode>>,
    /// For each group its folder among the articles.
    folders: Vec<String>,
    /// Codes with a group of their own, in order.
    pub codes: Vec<(&'s ErrorCode, usize)>,
    /// Codes that are only mentioned.
    pub mentioned: Vec<&'s ErrorCode>,
    /// Articles that may be older than their source's text, and how sure that is.
    outdated: BTreeSet<(SourceId, Severity)>,
    /// For each locale its own articles by title, once they were asked for.
    sorted: BTreeMap<Locale, OnceLock<Vec<(usize, String)>>>,
    /// How many articles keep search engines away.
    pub hidden_from_robots: usize,
}

impl<'s> Facts<'s> {
    pub(super) fn of(input: Input<'s>) -> Self {
        let catalog = input.catalog;
        let pages = (0..catalog.groups.len()).map(|group| catalog.codes.page_of(group, &catalog.groups)).collect();
        let owned = |(code, entry): (&'s ErrorCode, &'s crate::catalog::codes::CodeEntry)| Some((code, entry.owner?));
        let codes = catalog.codes.by_code.iter().filter_map(owned).collect();
        let mentioned = catalog.codes.by_code.iter().filter(|(_, entry)| entry.owner.is_none());
        let outdated = input.findings.iter().filter(|finding| finding.rule.id == "translation-outdated");
        let articles = catalog.groups.iter().flat_map(|group| &group.articles);
        Self {
            pages,
            folders: catalog.groups.iter().map(|group| folder(group.key.as_str())).collect(),
            codes,
            mentioned: mentioned.map(|(code, _)| code).collect(),
            sorted: catalog.locales.iter().map(|locale| (locale.clone(), OnceLock::new())).collect(),
            outdated: outdated.filter_map(|finding| Some((finding.source()?, finding.severity))).collect(),
            hidden_from_robots: articles.filter(|article| is_hidden(robots(input, article))).count(),
            input,
        }
    }

    /// Returns the group at `index`.
    pub fn group(&self, index: usize) -> &'s Group {
        &self.input.catalog.groups[index]
    }

    /// Returns what `locale` shows of a group.
    pub fn shown(&self, group: usize, locale: &Locale) -> Shown<'s> {
        let catalog = self.input.catalog;
        let shown = catalog.fallbacks.shown(self.group(group), locale, catalog.source_locale.as_ref());
        shown.expect("a group has an article")
    }

    /// Returns the code whose page shows a group, if one does.
    pub fn page_code(&self, group: usize) -> Option<&'s ErrorCode> {
        self.pages[group]
    }

    /// Returns the path of the page that shows a group in `locale`.
    pub fn path(&self, group: usize, locale: &Locale) -> String {
        match self.pages[group] {
            Some(code) => address::code(locale, &code.slug),
            None => self.article_path(group, locale),
        }
    }

    /// Returns the path of a group's article in `locale`, whether or not a code's page shows it.
    pub fn article_path(&self, group: usize, locale: &Locale) -> String {
        address::article(locale, &self.folders[group])
    }

    /// Tells whether the article's text is known to be older than its source's.
    pub fn is_outdated(&self, article: &Article) -> bool {
        let mut told = self.outdated.range((article.source, Severity::Note)..=(article.source, Severity::Error));
        // A changed file is noted. Its text has changed where it is the text that was hashed.
        let is_of_text = matches!(article.front.source_hash, Some(SourceHash::Text(_)));
        told.any(|(_, severity)| is_of_text || *severity >= Severity::Warning)
    }

    /// Returns the article's text about `code`: its symbolic name, which the lead settles.
    pub fn name(&self, group: &'s Group, article: &'s Article, code: &ErrorCode) -> Option<&'s str> {
        let of = |article: &'s Article| {
            let name = introduction(article, code).and_then(|introduction| introduction.name)?;
            Some(self.input.sources.slice(name))
        };
        of(group.lead()).or_else(|| of(article)).or_else(|| group.articles.iter().find_map(of))
    }

    /// Returns the sentence that says what `code` means, as the article has it.
    pub fn message(&self, article: &Article, code: &ErrorCode) -> Option<String> {
        let message = introduction(article, code).and_then(|introduction| introduction.message)?;
        let text = markdown::plain_text(self.input.sources.get(article.source), message);
        (!text.is_empty()).then_some(text)
    }

    /// Returns how the article begins, for descriptions: its first paragraph, cut at a word where it is long.
    pub fn opening(&self, article: &Article) -> Option<String> {
        let source = self.input.sources.get(article.source);
        Self::opening_in(article, |span| markdown::plain_text(source, span))
    }

    /// Returns the same, where `text` gives what readers read at a place of the article.
    pub fn opening_in(article: &Article, text: impl FnOnce(Span) -> String) -> Option<String> {
        const LONGEST: usize = 160;
        let first = article.blocks.iter().find(|block| block.kind == BlockKind::Paragraph)?;
        let text = text(first.span).split_whitespace().collect::<Vec<_>>().join(" ");
        let Some((end, _)) = text.char_indices().nth(LONGEST) else { return (!text.is_empty()).then_some(text) };
        let cut = text[..end].rfind(' ').unwrap_or(end);
        Some(format!("{}…", &text[..cut]))
    }

    /// Returns the article's title without the code that it starts with.
    pub fn short_title(&self, article: &Article, code: &ErrorCode) -> String {
        let title = article.title();
        let rest = match title.get(..code.text.len()) {
            Some(start) if start.eq_ignore_ascii_case(&code.text) => &title[code.text.len()..],
            _ => return title.to_owned(),
        };
        let rest = rest.trim_start_matches([' ', ':', '：', '-', '–', '—', '\u{a0}']);
        if rest.is_empty() { title.to_owned() } else { rest.to_owned() }
    }

    /// Returns what the article tells search engines, in lower case.
    pub fn robots(&self, article: &Article) -> Option<String> {
        robots(self.input, article).map(str::to_owned)
    }

    /// Tells whether the article keeps search engines away.
    pub fn is_hidden(&self, article: &Article) -> bool {
        is_hidden(robots(self.input, article))
    }

    /// Tells whether an article of `group` keeps out of lists: it, or what it translates, is retired.
    pub fn is_unlisted(&self, group: &Group, article: &Article) -> bool {
        article.front.retired.or(group.lead().front.retired).is_some()
    }

    /// Tells whether a code's page keeps out of lists: the article on it is retired.
    pub fn is_retired(&self, group: usize) -> bool {
        self.group(group).lead().front.retired.is_some()
    }

    /// Returns the groups that have an article of `locale`'s own, in the order of keys.
    pub fn own_groups(&self, locale: &Locale) -> impl Iterator<Item = (usize, &'s Article)> {
        let locale = locale.clone();
        self.input.catalog.groups.iter().enumerate().filter_map(move |(at, group)| {
            let article = group.article(&locale)?;
            (!self.is_unlisted(group, article)).then_some((at, article))
        })
    }

    /// Returns the groups of the locale's own articles with their titles, in the locale's order.
    pub fn sorted(&self, locale: &Locale) -> &[(usize, String)] {
        let Some(sorted) = self.sorted.get(locale) else { return &[] };
        sorted.get_or_init(|| {
            let formats = Formats::of(locale);
            let own = self.own_groups(locale).map(|(group, article)| (group, article.title().to_owned()));
            let mut articles: Vec<(usize, String)> = own.collect();
            articles.sort_by(|(a, left), (b, right)| formats.compare(left, right).then(a.cmp(b)));
            articles
        })
    }

    /// Returns the group of the article that takes the place of a retired one.
    pub fn replacement(&self, group: &Group, article: &Article) -> Option<usize> {
        let named = article.front.replaced_by.as_deref().or(group.lead().front.replaced_by.as_deref())?;
        self.input.catalog.named(named).filter(|other| !std::ptr::eq(self.group(*other), group))
    }

    /// Returns the parameters of a site with the groups that describe each.
    pub fn parameters(&self) -> &'s BTreeMap<Box<str>, Vec<usize>> {
        &self.input.catalog.codes.parameters
    }
}

/// Tells whether what is shown is the locale's own text.
pub fn is_own(shown: &Shown<'_>) -> bool {
    shown.standing == Standing::Own
}

/// Returns the passage of `article` that introduces `code`.
pub fn introduction<'a>(article: &'a Article, code: &ErrorCode) -> Option<&'a Introduction> {
    let mut introductions = article.introductions.iter().filter(|introduction| introduction.side == Side::Target);
    introductions.find(|introduction| introduction.code == *code)
}

fn robots<'s>(input: Input<'s>, article: &'s Article) -> Option<&'s str> {
    match input.config.robots {
        Robots::Ignore => None,
        Robots::Respect => article.front.robots.as_deref(),
    }
}

/// Tells whether `robots` forbids to index.
fn is_hidden(robots: Option<&str>) -> bool {
    let words = robots.into_iter().flat_map(|robots| robots.as_bytes().split(|byte| *byte == b','));
    words.map(<[u8]>::trim_ascii).any(|word| matches!(word, b"noindex" | b"none"))
}

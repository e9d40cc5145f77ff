//! One article in all its locales, and what they have in common.

use std::collections::{BTreeMap, BTreeSet};

use super::align::{Alignment, align};
use super::history::History;
use super::version::Versions;
use crate::model::article::Article;
use crate::model::code::{CodeMention, Context, ErrorCode};
use crate::model::document::{BlockKind, Containers};
use crate::model::key::ArticleKey;
use crate::model::locale::Locale;
use crate::source::{SourceId, Span};

/// Files to which the layout gives the same path.
#[derive(Debug)]
pub struct Group {
    pub key: ArticleKey,
    /// By locale tag; one a locale.
    pub articles: Vec<Article>,
    /// The article in the source locale, as an index into `articles`.
    pub source: Option<usize>,
    /// The source text put together from side-by-side markup, where no source article exists.
    pub rebuilt: Option<Box<Article>>,
    pub(super) lead: Lead,
    pub versions: Versions,
    /// What has changed in the source since a translation was made, where its older text is at hand.
    pub history: BTreeMap<usize, History>,
    /// Whether its articles speak of mail delivery or of errors, which decides what is an error code.
    pub speaks_of_mail: bool,
    pub speaks_of_errors: bool,
    /// The codes that the group is about, in the order of its heading.
    pub primary: Vec<ErrorCode>,
}

/// Which article settles outline, heading ids and codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    Article(usize),
    Rebuilt,
}

impl Group {
    /// Returns the article that settles what the group has in common.
    pub fn lead(&self) -> &Article {
        match self.lead {
            Lead::Article(index) => &self.articles[index],
            Lead::Rebuilt => self.rebuilt.as_ref().expect("a rebuilt lead exists"),
        }
    }

    /// Returns the index of the lead among the articles, unless it is rebuilt.
    pub fn lead_index(&self) -> Option<usize> {
        match self.lead {
            Lead::Article(index) => Some(index),
            Lead::Rebuilt => None,
        }
    }

    /// Returns the article in `locale`.
    pub fn article(&self, locale: &Locale) -> Option<&Article> {
        self.index(locale).map(|index| &self.articles[index])
    }

    /// Returns the index of the article in `locale`.
    pub fn index(&self, locale: &Locale) -> Option<usize> {
        self.articles.binary_search_by(|article| article.locale.cmp(locale)).ok()
    }

    /// Returns the index of the article whose text `source` is.
    pub fn index_of(&self, source: SourceId) -> Option<usize> {
        self.articles.iter().position(|article| article.source == source)
    }

    /// Returns for each block of `article` the lead's block that it translates.
    pub fn alignment(&self, article: &Article) -> Alignment {
        align(self.lead(), article)
    }

    /// Tells whether something that looks like a code is one here.
    pub fn accepts(&self, mention: &CodeMention) -> bool {
        match mention.context {
            Context::Any => true,
            Context::Lead => {
                let mut known = self.lead().codes.iter().filter(|other| other.context != Context::Lead);
                known.any(|other| other.code == mention.code && self.accepts(other))
            }
            Context::Mail => self.speaks_of_mail,
            Context::Errors => self.speaks_of_errors && !self.speaks_of_mail,
            Context::NotMail => !self.speaks_of_mail,
        }
    }

    /// Returns the codes in `article` that are codes in this group.
    pub fn codes<'a>(&'a self, article: &'a Article) -> impl Iterator<Item = &'a CodeMention> {
        article.codes.iter().filter(|mention| self.accepts(mention))
    }

    /// Returns where those codes stand.
    pub(super) fn code_spans(&self, article: &Article) -> BTreeSet<Span> {
        self.codes(article).map(|mention| mention.span).collect()
    }

    /// Tells whether the article at `index` is what the others are compared with.
    pub fn is_source(&self, index: usize) -> bool {
        self.source == Some(index)
    }
}

/// Returns the first article, by tag, whose outline most articles share.
pub(super) fn majority_outline(articles: &[Article]) -> usize {
    let outline = |article: &Article| -> Vec<(BlockKind, Containers)> {
        article.blocks.iter().map(|block| (block.kind, block.containers)).collect()
    };
    let mut votes: BTreeMap<Vec<(BlockKind, Containers)>, (usize, usize)> = BTreeMap::new();
    for (index, article) in articles.iter().enumerate() {
        votes.entry(outline(article)).or_insert((0, index)).0 += 1;
    }
    let most = votes.into_values().max_by_key(|&(count, first)| (count, std::cmp::Reverse(first)));
    most.map_or(0, |(_, first)| first)
}

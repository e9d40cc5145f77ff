//! Which passages an article should have, and who says so.

use super::origin::{Evidence, Readings};

/// The fewest translations whose agreement says that a source was changed.
const ENOUGH: usize = 3;

/// A passage that an article should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// The lead's block.
    pub column: u32,
    /// Index of an article that has it: the source, or the first translation that does.
    pub article: usize,
    /// Index of the block there.
    pub block: u32,
}

/// The passages that an article should have, in order.
#[derive(Debug, Clone)]
pub struct Outline {
    pub passages: Vec<Passage>,
    evidence: Evidence,
    /// How many translations have each, where the majority decides.
    agree: Vec<usize>,
}

impl Outline {
    /// Returns why the article should have the passage of that number.
    pub fn evidence(&self, passage: usize) -> Evidence {
        match (&self.evidence, self.agree.get(passage)) {
            (Evidence::Majority { of, .. }, Some(&agree)) => Evidence::Majority { agree, of: *of },
            (evidence, _) => evidence.clone(),
        }
    }
}

impl Readings<'_> {
    /// Returns what the article should consist of; `None` where neither a source of its version nor three
    /// translations can say.
    ///
    /// What more than a third of three or more translations lack was added to the source later, or is there in
    /// another form.
    pub fn outline(&self, article: usize) -> Option<Outline> {
        let width = u32::try_from(self.group.lead().blocks.len()).expect("fewer blocks than bytes");
        let ladder = &self.ladders[article];
        if let Some(source) = ladder.source {
            let siblings: Vec<usize> = (0..self.group.articles.len()).filter(|&other| other != source).collect();
            let is_kept = |column: u32| {
                let having = siblings.iter().filter(|&&other| self.block(other, column).is_some()).count();
                siblings.len() < ENOUGH || 3 * having >= 2 * siblings.len()
            };
            let passage = |column: u32| {
                let block = self.block(source, column)?;
                is_kept(column).then_some(Passage { column, article: source, block })
            };
            let evidence = Evidence::Source(self.group.articles[source].locale.clone());
            return Some(Outline { passages: (0..width).filter_map(passage).collect(), evidence, agree: Vec::new() });
        }
        let Some(voters) = ladder.voters().next() else { return self.common_outline(article) };
        let mut outline = Outline {
            passages: Vec::new(),
            evidence: Evidence::Majority { agree: 0, of: voters.len() },
            agree: Vec::new(),
        };
        for column in 0..width {
            let agree = voters.iter().filter(|&&voter| self.block(voter, column).is_some()).count();
            let model = voters.iter().find_map(|&voter| Some((voter, self.block(voter, column)?)));
            let Some((model, block)) = model.filter(|_| 2 * agree > voters.len()) else { continue };
            outline.passages.push(Passage { column, article: model, block });
            outline.agree.push(agree);
        }
        Some(outline)
    }

    /// Returns what the article has in common with all other translations, three or more, where one of them at least
    /// was made from the same version: what both versions have, neither lost.
    fn common_outline(&self, article: usize) -> Option<Outline> {
        let articles = &self.group.articles;
        let model = *self.ladders[article].same_version.iter().find(|&&other| other != article)?;
        let others: Vec<usize> =
            (0..articles.len()).filter(|&other| other != article && !self.group.is_source(other)).collect();
        if others.len() < ENOUGH {
            return None;
        }
        let block_of = |other: usize, column: u32| Some(&articles[other].blocks[self.block(other, column)? as usize]);
        let passage = |column: u32| {
            let block = self.block(model, column)?;
            let is_like = |&other: &usize| Some(block_of(other, column)?.is_like(block_of(model, column)?));
            let is_common = others.iter().all(|other| is_like(other) == Some(true));
            is_common.then_some(Passage { column, article: model, block })
        };
        let width = u32::try_from(self.group.lead().blocks.len()).expect("fewer blocks than bytes");
        let evidence = Evidence::Majority { agree: others.len(), of: others.len() + 1 };
        Some(Outline { passages: (0..width).filter_map(passage).collect(), evidence, agree: Vec::new() })
    }
}

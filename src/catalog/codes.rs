//! Which error codes there are, which article is about each, and where else each is mentioned.

use std::collections::{BTreeMap, BTreeSet};

use super::group::Group;
use crate::model::article::Article;
use crate::model::code::{CodeMention, ErrorCode, Position};
use crate::model::family::Families;
use crate::model::literal::{Parameter, Side};

/// All codes of a site.
#[derive(Debug, Default)]
pub struct Codes {
    pub by_code: BTreeMap<ErrorCode, CodeEntry>,
    /// Names of error parameters, with the groups that describe them.
    pub parameters: BTreeMap<Box<str>, Vec<usize>>,
}

/// What is known of one code.
#[derive(Debug, Default)]
pub struct CodeEntry {
    /// The group whose article is the code's page.
    pub owner: Option<usize>,
    /// All groups that are about the code, the owner among them.
    pub groups: Vec<usize>,
    /// Where else it stands: group, article, and the mention's number among the article's codes; one an article.
    pub mentions: Vec<Mention>,
}

/// A place where an article speaks of a code that it is not about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    pub group: usize,
    pub article: usize,
    pub mention: usize,
}

impl Codes {
    /// Files the codes and parameters of `groups`.
    pub(super) fn of(groups: &[Group]) -> Self {
        let mut codes = Self::default();
        for (at, group) in groups.iter().enumerate() {
            for code in &group.primary {
                codes.by_code.entry(code.clone()).or_default().groups.push(at);
            }
            codes.file_mentions(at, group);
            for (_, parameter) in group.lead().parameters() {
                let groups = codes.parameters.entry(parameter.name.into()).or_default();
                if groups.last() != Some(&at) {
                    groups.push(at);
                }
            }
        }
        for entry in codes.by_code.values_mut() {
            entry.owner = owner(&entry.groups, groups);
        }
        codes
    }

    /// Files the first mention of each code in each article; a translation has a code where the lead has it.
    fn file_mentions(&mut self, at: usize, group: &Group) {
        let known: BTreeSet<&ErrorCode> = group.codes(group.lead()).map(|mention| &mention.code).collect();
        let primary: BTreeSet<&ErrorCode> = group.primary.iter().collect();
        for (index, article) in group.articles.iter().enumerate() {
            let mut seen: BTreeSet<&ErrorCode> = BTreeSet::new();
            for (number, mention) in article.codes.iter().enumerate() {
                let counts = mention.side == Side::Target
                    && group.accepts(mention)
                    && !primary.contains(&mention.code)
                    && known.contains(&mention.code);
                if counts && seen.insert(&mention.code) {
                    let entry = self.by_code.entry(mention.code.clone()).or_default();
                    entry.mentions.push(Mention { group: at, article: index, mention: number });
                }
            }
        }
    }

    /// Returns the code whose page the group's article is, if it owns one: the first of its codes that it owns.
    pub fn page_of<'g>(&self, group: usize, groups: &'g [Group]) -> Option<&'g ErrorCode> {
        let owns = |code: &&ErrorCode| self.by_code.get(*code).is_some_and(|entry| entry.owner == Some(group));
        groups[group].primary.iter().find(owns)
    }
}

/// Returns the group that is a code's page: one that names it in `error_codes`, then the one about the
/// fewest codes, then the first by path.
fn owner(about: &[usize], groups: &[Group]) -> Option<usize> {
    about.iter().copied().min_by_key(|&at| {
        let group = &groups[at];
        (group.lead().front.error_codes.is_empty(), group.primary.len(), at)
    })
}

/// Returns the codes that a group is about: those of `error_codes`, else those of the lead's first heading.
pub(super) fn primary(group: &Group, families: &Families) -> Vec<ErrorCode> {
    let lead = group.lead();
    let named: Vec<ErrorCode> = lead.front.error_codes.iter().filter_map(|text| families.parse(text)).collect();
    let in_title = |mention: &&CodeMention| mention.position == Position::Title && mention.side == Side::Target;
    let codes = if named.is_empty() {
        group.codes(lead).filter(in_title).map(|mention| mention.code.clone()).collect()
    } else {
        named
    };
    let mut seen = BTreeSet::new();
    let codes: Vec<ErrorCode> = codes;
    codes.into_iter().filter(|code| seen.insert(code.clone())).collect()
}

/// Returns the names of the error parameters that the group has, judged on its lead.
pub fn parameter_names(group: &Group) -> Vec<&str> {
    group.lead().parameters().map(|(_, parameter)| parameter.name).collect()
}

/// Returns the article's parameters: code spans whose name the group knows, whatever the description looks like.
pub fn parameters<'a>(group: &Group, article: &'a Article) -> Vec<Parameter<'a>> {
    let known: BTreeSet<&str> = parameter_names(group).into_iter().collect();
    let literals = article.literals.iter().filter(|literal| literal.side == Side::Target);
    literals
        .filter_map(|literal| {
            let name = Parameter::name_of(&literal.value).filter(|name| known.contains(name))?;
            let description = literal.value[name.len()..].trim_start_matches([':', '：']).trim_start();
            Some(Parameter { name, description })
        })
        .collect()
}

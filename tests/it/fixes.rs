//! Damage done at random to real articles is mended byte for byte, and nothing else is touched.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use faultbook::catalog::group::Group;
use faultbook::catalog::target;
use faultbook::diag::{Finding, Severity};
use faultbook::load::{self, Tree};
use faultbook::model::article::Article;
use faultbook::model::literal::{Literal, LiteralKind, Side};
use faultbook::pipeline::{self, Fixed, PipelineError, Request, Site};
use faultbook::report;

use crate::common::samples;

/// Numbers that are the same in every run (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % below as u64).expect("below is a usize")
    }

    fn pick<'t, T>(&mut self, of: &'t [T]) -> Option<&'t T> {
        if of.is_empty() { None } else { Some(&of[self.next(of.len())]) }
    }
}

/// Samples, and what is to be fixed in them as they were published.
struct Samples {
    tree: Tree,
    request: Request,
    site: Site,
    fixed: BTreeMap<String, String>,
    remaining: BTreeSet<String>,
}

impl Samples {
    fn read(name: &str) -> Option<Self> {
        let folder = samples(name)?;
        let tree = Tree::disk(&folder);
        let request = Request { load: load::Request { dir: Some(folder), ..Default::default() }, ..Request::default() };
        let site = pipeline::read(&tree, &request).unwrap_or_else(|error| panic!("{error}"));
        let fixed =
            pipeline::fix(&tree, &request, |_| Ok::<_, PipelineError>(())).unwrap_or_else(|error| panic!("{error}"));
        let remaining = names(&fixed.site);
        let fixed = fixed.files.into_iter().map(|file| (file.shown.to_string(), file.new)).collect();
        Some(Self { tree, request, site, fixed, remaining })
    }

    fn text(&self, article: &Article) -> &str {
        &self.site.sources.get(article.source).text
    }

    /// Returns the text that an article must have in the end.
    fn wanted(&self, article: &Article) -> &str {
        let path = &*self.site.sources.get(article.source).path;
        self.fixed.get(path).map_or_else(|| self.text(article), String::as_str)
    }

    fn path(&self, article: &Article) -> PathBuf {
        let mut files = self.site.files.articles.iter();
        files.find(|file| file.source == article.source).expect("an article stands in a file").path.clone()
    }

    /// Fixes the samples with `damaged` texts in the place of some.
    fn fixed(&self, damaged: &BTreeMap<PathBuf, Damaged<'_>>) -> Fixed {
        let texts = damaged.iter().map(|(path, damaged)| (path.clone(), damaged.text.as_bytes().into()));
        pipeline::fix(&self.tree.with(texts), &self.request, |_| Ok::<_, PipelineError>(()))
            .unwrap_or_else(|error| panic!("{error}"))
    }

    /// Returns the files among `damaged` of which the check says more than before, notes left out.
    fn reported(&self, damaged: &BTreeMap<PathBuf, Damaged<'_>>) -> BTreeSet<String> {
        let texts = damaged.iter().map(|(path, damaged)| (path.clone(), damaged.text.as_bytes().into()));
        let site = pipeline::read(&self.tree.with(texts), &self.request).unwrap_or_else(|error| panic!("{error}"));
        let known = names(&self.site);
        let of_file = |source| site.sources.get(source).path.to_string();
        let new = names_and_findings(&site).filter(|(name, _)| !known.contains(name));
        let grave = new.filter(|(_, finding)| finding.severity > Severity::Note);
        grave.filter_map(|(_, finding)| finding.source().map(of_file)).collect()
    }

    /// Fixes `damaged` and returns what is not as it was.
    fn unmended(&self, damaged: &BTreeMap<PathBuf, Damaged<'_>>) -> Vec<String> {
        let Fixed { site, files, .. } = self.fixed(damaged);
        let reported = self.reported(damaged);
        let mut fixed: BTreeMap<String, String> =
            files.into_iter().map(|file| (file.shown.to_string(), file.new)).collect();
        let mut wrong = Vec::new();
        for damaged in damaged.values() {
            let shown = self.site.sources.get(damaged.article.source).path.to_string();
            let text = fixed.remove(&shown).unwrap_or_else(|| damaged.text.clone());
            let original = self.wanted(damaged.article);
            if text != original && reported.contains(&shown) {
                let at = text.bytes().zip(original.bytes()).take_while(|(a, b)| a == b).count();
                let around = |text: &str| {
                    text[text.floor_char_boundary(at.saturating_sub(20))
                        ..text.ceil_char_boundary((at + 60).min(text.len()))]
                        .to_owned()
                };
                wrong.push(format!(
                    "{shown}: {} of {:?} {:?}: {:?} for {:?}",
                    damaged.kind,
                    damaged.literal.kind,
                    damaged.literal.value,
                    around(&text),
                    around(original)
                ));
            }
        }
        fixed.retain(|path, text| self.fixed.get(path) != Some(text));
        wrong.extend(fixed.into_keys().map(|path| format!("{path} was changed, though nothing was wrong")));
        let silent: BTreeSet<String> = damaged.keys().map(|path| path.display().to_string()).collect();
        let is_silent = |finding: &Finding| {
            let path = finding.source().map(|source| &*site.sources.get(source).path);
            path.is_some_and(|path| silent.iter().any(|file| file.ends_with(path)) && !reported.contains(path))
        };
        let after: BTreeSet<String> =
            names_and_findings(&site).filter(|(_, finding)| !is_silent(finding)).map(|(name, _)| name).collect();
        wrong.extend(after.difference(&self.remaining).map(|name| format!("new: {name}")));
        wrong.extend(self.remaining.difference(&names(&site)).map(|name| format!("gone: {name}")));
        wrong
    }
}

/// Returns the findings of `site` by fingerprint, with their messages.
fn names(site: &Site) -> BTreeSet<String> {
    names_and_findings(site).map(|(name, _)| name).collect()
}

fn names_and_findings(site: &Site) -> impl Iterator<Item = (String, &Finding)> {
    let names = report::fingerprints(&site.findings, &site.sources).into_iter().zip(&site.findings);
    names.map(|(name, finding)| (format!("{name} {} {}", finding.rule.id, finding.message), finding))
}

/// An article with one mistake in one literal.
struct Damaged<'s> {
    article: &'s Article,
    literal: &'s Literal,
    kind: &'static str,
    text: String,
}

/// What is done to the text of a literal; `None` where it has nothing of the kind.
type Damage = fn(&str, &mut Random) -> Option<String>;

const DAMAGES: [(&str, Damage); 11] = [
    ("a letter dropped", |text, random| {
        let letters: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| c.is_ascii_alphabetic()).collect();
        let (at, c) = *random.pick(&letters)?;
        (letters.len() > 3).then(|| format!("{}{}", &text[..at], &text[at + c.len_utf8()..]))
    }),
    ("case changed", |text, random| {
        let letters: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| c.is_ascii_alphabetic()).collect();
        let (at, c) = *random.pick(&letters)?;
        let other = if c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() };
        Some(format!("{}{other}{}", &text[..at], &text[at + 1..]))
    }),
    ("a double space lost", |text, _| text.contains("  ").then(|| text.replacen("  ", " ", 1))),
    ("a no-break space", |text, random| replaced(text, random, " ", "\u{a0}")),
    ("smart quotes", |text, random| replaced(text, random, "\"", "“").or_else(|| replaced(text, random, "'", "’"))),
    ("an en dash", |text, random| replaced(text, random, "-", "–")),
    ("a zero-width space", |text, random| {
        let inside: Vec<usize> = text.char_indices().skip(1).map(|(at, _)| at).collect();
        let at = *random.pick(&inside)?;
        Some(format!("{}\u{200b}{}", &text[..at], &text[at..]))
    }),
    ("a full-width colon", |text, random| replaced(text, random, ":", "：")),
    ("a Cyrillic letter", |text, random| {
        let pairs = [("a", "а"), ("e", "е"), ("o", "о"), ("c", "с"), ("p", "р"), ("T", "Т"), ("S", "Ѕ")];
        let found: Vec<_> = pairs.into_iter().filter(|(from, _)| text.contains(from)).collect();
        let (from, to) = *random.pick(&found)?;
        replaced(text, random, from, to)
    }),
    ("a letter too many", |text, random| {
        let inside: Vec<usize> = text.char_indices().skip(1).map(|(at, _)| at).collect();
        let at = *random.pick(&inside)?;
        Some(format!("{}q{}", &text[..at], &text[at..]))
    }),
    ("a space doubled", |text, random| replaced(text, random, " ", "  ")),
];

fn replaced(text: &str, random: &mut Random, from: &str, to: &str) -> Option<String> {
    let found: Vec<usize> = text.match_indices(from).map(|(at, _)| at).collect();
    let at = *random.pick(&found)?;
    Some(format!("{}{to}{}", &text[..at], &text[at + from.len()..]))
}

/// Returns what of an article can be damaged: what all the others of its group have as often as it.
fn candidates<'s>(group: &'s Group, article: &'s Article) -> Vec<&'s Literal> {
    let others: Vec<&Article> = group.articles.iter().filter(|other| other.source != article.source).collect();
    let count = |article: &Article, literal: &Literal| {
        let same = |own: &&Literal| {
            own.kind == literal.kind && own.side == Side::Target && target::key(own) == target::key(literal)
        };
        article.literals.iter().filter(same).count()
    };
    let is_shared = |literal: &&Literal| {
        let own = count(article, literal);
        let anchors = literal.kind == LiteralKind::Anchor;
        others
            .iter()
            .filter(|other| !(anchors && group.source.is_some_and(|at| group.articles[at].source == other.source)))
            .all(|other| count(other, literal) == own)
    };
    let kinds = [
        LiteralKind::CodeSpan,
        LiteralKind::Fence,
        LiteralKind::Link,
        LiteralKind::Anchor,
        LiteralKind::ErrorCode,
        LiteralKind::SymbolicName,
    ];
    let own = article.literals.iter().filter(|literal| literal.side == Side::Target && kinds.contains(&literal.kind));
    own.filter(|literal| !literal.span.is_empty() && literal.value.len() > 3).filter(is_shared).collect()
}

/// Makes one mistake in `literal`: that of [`DAMAGES`], or the loss of its back-ticks.
fn damage<'s>(
    samples: &Samples,
    article: &'s Article,
    literal: &'s Literal,
    kind: usize,
    random: &mut Random,
) -> Option<Damaged<'s>> {
    let text = samples.text(article);
    let range = literal.span.range();
    let whole = match literal.kind {
        // Which of several would be marked again is not known.
        LiteralKind::CodeSpan if text.matches(&*literal.value).count() > 1 => None,
        LiteralKind::CodeSpan => text[..range.start].ends_with('`').then(|| range.start - 1..range.end + 1),
        LiteralKind::Anchor => {
            let start = text[..range.start].rfind("<a ")?;
            Some(start..range.end + text[range.end..].find("</a>")? + "</a>".len())
        }
        _ => None,
    };
    let (kind, range, changed) = match (literal.kind, kind) {
        (LiteralKind::Anchor, _) => ("anchor dropped", whole?, String::new()),
        (LiteralKind::CodeSpan, kind) if kind == DAMAGES.len() => ("back-ticks lost", whole?, text[range].to_owned()),
        (LiteralKind::Link, _) => {
            let start = range.start + text[range.clone()].find("//")? + 2;
            let start = start + text[start..range.end].rfind('/')? + 1;
            let part = start..range.end;
            let changed = DAMAGES[0].1(&text[part.clone()], random)?;
            ("target changed", part, changed)
        }
        (_, nth) => {
            let (kind, make) = DAMAGES[nth % DAMAGES.len()];
            let changed = make(&text[range.clone()], random)?;
            (kind, range, changed)
        }
    };
    Some(Damaged { article, literal, kind, text: format!("{}{changed}{}", &text[..range.start], &text[range.end..]) })
}

/// Makes a mistake in one article of each group that has enough of them; returns how many, and what is not mended.
fn round(samples: &Samples, seed: u64, least: usize) -> (usize, Vec<String>) {
    let mut random = Random(seed);
    let mut damaged = BTreeMap::new();
    for group in samples.site.catalog.groups.iter().filter(|group| group.articles.len() >= least) {
        let translations = translations(group);
        for _ in 0..20 {
            let Some(article) = random.pick(&translations) else { break };
            let candidates = candidates(group, article);
            let Some(literal) = random.pick(&candidates) else { continue };
            let kind = random.next(DAMAGES.len() + 1);
            if let Some(done) = damage(samples, article, literal, kind, &mut random) {
                damaged.insert(samples.path(article), done);
                break;
            }
        }
    }
    (damaged.len(), samples.unmended(&damaged))
}

/// Returns the translations that are not known to be made from another text than the source at hand.
fn translations(group: &Group) -> Vec<&Article> {
    let own = (0..group.articles.len()).filter(|&index| !group.is_source(index) && !group.versions.is_other(index));
    own.map(|index| &group.articles[index]).collect()
}

fn check(name: &str, seeds: std::ops::Range<u64>, fewest_articles: usize, least: usize) {
    let Some(samples) = Samples::read(name) else { return };
    let (mut made, mut wrong) = (0, Vec::new());
    for seed in seeds {
        let (count, unmended) = round(&samples, seed, fewest_articles);
        made += count;
        wrong.extend(unmended);
    }
    assert!(wrong.is_empty(), "{} of {made}: {wrong:#?}", wrong.len());
    assert!(made >= least, "{made} mistakes were made");
}

#[test]
fn damage_to_real_articles_is_mended_byte_for_byte() {
    check("corpus", 0..2, 4, 250);
}

#[test]
fn damage_beside_source_sentences_is_mended_byte_for_byte() {
    check("corpus/bilingual", 0..3, 3, 40);
}

/// Mistakes of every kind in every literal of the five articles, one by one.
#[test]
fn every_mistake_in_the_seeds_is_mended_byte_for_byte() {
    let Some(seeds) = Samples::read("seeds") else { return };
    let mut random = Random(0);
    let (mut made, mut wrong) = (0, Vec::new());
    for group in &seeds.site.catalog.groups {
        for (at, article) in translations(group).into_iter().enumerate() {
            for (nth, literal) in candidates(group, article).into_iter().enumerate() {
                // Each kind is made in each article, and in each literal of one of them.
                for kind in (0..=DAMAGES.len()).filter(|kind| (kind + nth + at) % 3 == 0) {
                    let Some(done) = damage(&seeds, article, literal, kind, &mut random) else { continue };
                    wrong.extend(seeds.unmended(&BTreeMap::from([(seeds.path(article), done)])));
                    made += 1;
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {made}: {wrong:#?}", wrong.len());
    assert!(made > 80, "{made} mistakes were made");
}

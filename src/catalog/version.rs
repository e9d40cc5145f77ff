//! Which text of the source each translation was made from.

use sha1::Sha1;
use sha2::{Digest, Sha256};

use crate::model::article::Article;
use crate::model::date::Date;
use crate::model::front::SourceHash;
use crate::source::Source;

/// What is known of one translation against the source article at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// It was made from this very text.
    Current,
    /// It was made from another text, and before the earliest translation of this one.
    Older,
    /// It was made from another text, after this one.
    Newer,
    Unknown,
}

/// What is known of the versions in a group.
#[derive(Debug, Clone, Default)]
pub struct Versions {
    known: Vec<Version>,
    hashes: Vec<Option<Equal>>,
}

/// What hashes of a group say of each other: of which article each is the first.
#[derive(Debug, Clone, Copy)]
struct Equal {
    /// Of those that are equal.
    digits: u32,
    /// Of those that can be compared.
    kind: u32,
}

impl Equal {
    /// Returns what is equal to each of `hashes`.
    fn of(hashes: &[Option<&SourceHash>]) -> Vec<Option<Self>> {
        let first = |is: &dyn Fn(&SourceHash) -> bool| {
            let at = hashes.iter().position(|hash| hash.is_some_and(is)).expect("a hash is equal to itself");
            u32::try_from(at).expect("fewer articles than bytes")
        };
        let equal = |hash: &SourceHash| Self {
            digits: first(&|other| other == hash),
            kind: first(&|other| other.is_comparable(hash)),
        };
        hashes.iter().map(|hash| hash.map(equal)).collect()
    }
}

impl Versions {
    /// Compares the hashes of `articles` with the source (its index among them, and its text) and with each other.
    pub fn of(articles: &[Article], source: Option<(usize, &Source)>) -> Self {
        let hashes: Vec<_> = articles.iter().map(|article| article.front.source_hash.as_ref()).collect();
        let mut known = vec![Version::Unknown; articles.len()];
        if let Some((index, text)) = source {
            let digests = digests(&articles[index], text, &hashes);
            let matches = |at: usize| hashes[at].is_some_and(|hash| digests.contains(hash));
            let proven: Vec<usize> = (0..articles.len()).filter(|&at| at != index && matches(at)).collect();
            if !proven.is_empty() {
                let earliest = proven.iter().filter_map(|&at| articles[at].front.translated).min();
                for at in (0..articles.len()).filter(|&at| at != index && hashes[at].is_some()) {
                    known[at] =
                        if matches(at) { Version::Current } else { other(articles[at].front.translated, earliest) };
                }
            }
            known[index] = Version::Current;
        }
        Self { known, hashes: Equal::of(&hashes) }
    }

    /// Returns what is known of the article at `index` against the source.
    pub fn of_article(&self, index: usize) -> Version {
        self.known[index]
    }

    /// Sets what is known of the article at `index` by more than hashes.
    pub(super) fn settle(&mut self, index: usize, version: Version) {
        self.known[index] = version;
    }

    /// Tells whether the article is known to be made from another text than the source at hand.
    pub fn is_other(&self, index: usize) -> bool {
        matches!(self.known[index], Version::Older | Version::Newer)
    }

    /// Tells whether the source's version is proven by any translation.
    pub fn is_proven(&self, source: usize) -> bool {
        self.known.iter().enumerate().any(|(at, version)| at != source && *version == Version::Current)
    }

    /// Tells whether two articles are of one source version; `None` where it cannot be known.
    pub fn same(&self, left: usize, right: usize) -> Option<bool> {
        if left == right {
            return Some(true);
        }
        match (self.known[left], self.known[right]) {
            (Version::Current, Version::Current) => return Some(true),
            (Version::Current, Version::Older | Version::Newer)
            | (Version::Older | Version::Newer, Version::Current) => {
                return Some(false);
            }
            _ => {}
        }
        match (self.hashes[left], self.hashes[right]) {
            (Some(left), Some(right)) if left.kind == right.kind => Some(left.digits == right.digits),
            _ => None,
        }
    }
}

/// Returns whether a translation of another text is older or newer than the earliest of this one.
fn other(translated: Option<Date>, earliest: Option<Date>) -> Version {
    match (translated, earliest) {
        (Some(translated), Some(earliest)) if translated >= earliest => Version::Newer,
        _ => Version::Older,
    }
}

/// Returns every hash that a translation of this very source may carry, of the kinds that occur.
fn digests(source: &Article, text: &Source, hashes: &[Option<&SourceHash>]) -> Vec<SourceHash> {
    let mut digests = Vec::new();
    let wants =
        |length| hashes.iter().flatten().any(|hash| matches!(hash, SourceHash::File(digits) if digits.len() == length));
    if wants(40) || wants(64) {
        let lf = text.text.replace("\r\n", "\n");
        let crlf = lf.replace('\n', "\r\n");
        let mut forms = vec![&*text.text, &lf, &crlf];
        forms.sort_unstable();
        forms.dedup();
        for form in forms {
            if wants(40) {
                digests.push(SourceHash::File(hex(&Sha1::digest(form))));
            }
            if wants(64) {
                digests.push(SourceHash::File(hex(&Sha256::digest(form))));
            }
        }
    }
    if hashes.iter().flatten().any(|hash| matches!(hash, SourceHash::Text(_))) {
        digests.push(text_hash(source, text));
    }
    digests
}

/// Returns our own hash of a source: SHA-256 over title, description and body, each followed by LF, line ends LF.
///
/// A changed date or keyword changes nothing that was translated, and does not count.
pub fn text_hash(source: &Article, text: &Source) -> SourceHash {
    let mut hash = Sha256::new();
    let front = &source.front;
    for part in [front.title.as_deref().unwrap_or_default(), front.description.as_deref().unwrap_or_default()] {
        hash.update(part.replace("\r\n", "\n"));
        hash.update("\n");
    }
    hash.update(published(source, text).replace("\r\n", "\n"));
    hash.update("\n");
    SourceHash::Text(hex(&hash.finalize()))
}

/// Returns the body without the comments that silence rules: who silences one changes nothing that is translated.
fn published(article: &Article, text: &Source) -> String {
    let mut body = String::new();
    let mut at = article.body.start as usize;
    for comment in &article.suppressions {
        body.push_str(&text.text[at..comment.span.start as usize]);
        at = comment.span.end as usize;
        let rest = &text.text[at..article.body.end as usize];
        at += if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
    }
    body + &text.text[at..article.body.end as usize]
}

fn hex(bytes: &[u8]) -> Box<str> {
    let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0xf)]).collect::<String>().into()
}

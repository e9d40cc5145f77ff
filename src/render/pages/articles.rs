//! All articles of a locale, in its own order.

use unicode_segmentation::UnicodeSegmentation;

use super::super::job::{self, LIST_PAGE};
use super::super::{RenderError, Renderer, address, view};
use super::common::Draft;
use super::{entries, html};
use crate::model::artifact::Artifact;

/// The name of the list in addresses.
const LIST: &str = "articles";

pub fn page(renderer: &Renderer<'_>, locale: usize) -> Result<Artifact, RenderError> {
    let tag = &renderer.setting.locales[locale].locale;
    let mut draft = Draft::new(renderer, locale, address::articles(tag), String::new());
    draft.page.title = draft.text("articles-title", &[]);
    draft.every_locale(address::articles);
    let home = draft.text("nav-home", &[]);
    draft.breadcrumb(&[(home, &address::home(tag))], Some(draft.text("nav-articles", &[])));
    let articles = renderer.facts.sorted(tag);
    let count = job::parts(articles.len());
    let view = view::Articles {
        groups: if count == 0 { by_initial(&draft, articles) } else { Vec::new() },
        parts: parts(&draft, articles, None),
    };
    html(renderer, &draft.path, &draft.page, &view)
}

pub fn part(renderer: &Renderer<'_>, locale: usize, part: usize) -> Result<Artifact, RenderError> {
    let tag = &renderer.setting.locales[locale].locale;
    let path = address::list(tag, LIST, &(part + 1).to_string());
    let mut draft = Draft::new(renderer, locale, path, String::new());
    draft.page.title = draft.text("articles-title", &[]);
    let articles = draft.text("nav-articles", &[]);
    draft
        .breadcrumb(&[(articles, &address::articles(tag))], Some(draft.text("list-part", &[("n", (part + 1).into())])));
    let articles = renderer.facts.sorted(tag);
    let (previous, next) = entries::turn(&draft, LIST, job::parts(articles.len()), part);
    let shown = articles.iter().skip(part * LIST_PAGE).take(LIST_PAGE);
    let list = view::List {
        articles: shown.map(|(group, _)| entries::article(&draft, *group)).collect(),
        parts: parts(&draft, articles, Some(part)),
        previous,
        next,
        ..view::List::default()
    };
    html(renderer, &draft.path, &draft.page, &list)
}

/// Returns the links to the parts, each named by the initials that it starts and ends with.
fn parts(draft: &Draft<'_, '_>, articles: &[(usize, String)], current: Option<usize>) -> Vec<view::Part> {
    let mut parts = entries::parts(draft, LIST, job::parts(articles.len()), current);
    for (part, chunk) in parts.iter_mut().zip(articles.chunks(LIST_PAGE)) {
        if let (Some(first), Some(last)) = (initial(&chunk[0].1), initial(&chunk[chunk.len() - 1].1)) {
            part.text = if first == last {
                format!("{} ({first})", part.text)
            } else {
                format!("{} ({first}–{last})", part.text)
            };
        }
    }
    parts
}

/// Groups sorted articles by their initials.
fn by_initial(draft: &Draft<'_, '_>, articles: &[(usize, String)]) -> Vec<view::ArticleGroup> {
    let mut groups: Vec<view::ArticleGroup> = Vec::new();
    for (group, title) in articles {
        let initial = initial(title);
        let entry = entries::article(draft, *group);
        match groups.last_mut() {
            Some(last) if last.initial == initial => last.entries.push(entry),
            _ => groups.push(view::ArticleGroup { initial, entries: vec![entry] }),
        }
    }
    groups
}

/// Returns a title's first letter in upper case, of a Korean syllable its first consonant; `#` for other signs.
fn initial(title: &str) -> Option<String> {
    let first = title.graphemes(true).next()?;
    Some(match first.chars().next()? {
        c @ '가'..='힣' => consonant(c).to_string(),
        c if c.is_alphabetic() => first.to_uppercase(),
        _ => "#".to_owned(),
    })
}

/// Returns the consonant that a Korean syllable is listed under; a double one counts as its single one.
fn consonant(syllable: char) -> char {
    const CONSONANTS: [char; 19] = [
        'ㄱ', 'ㄱ', 'ㄴ', 'ㄷ', 'ㄷ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅂ', 'ㅅ', 'ㅅ', 'ㅇ', 'ㅈ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ',
        'ㅎ',
    ];
    /// Syllables that begin with the same consonant.
    const EACH: usize = 588;
    let place = (u32::from(syllable) - u32::from('가')) as usize;
    CONSONANTS[place / EACH]
}

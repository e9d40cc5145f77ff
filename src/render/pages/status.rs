//! How far each translation is: for those who keep the site, linked from no reader's page.

use super::super::{RenderError, Renderer, view};
use super::common::{Draft, foreign};
use super::html;
use crate::catalog::fallback::Standing;
use crate::catalog::version::Version;
use crate::model::artifact::Artifact;
use crate::model::front::Translation;
use crate::model::locale::Locale;

/// How a locale's article of one group stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Current,
    Machine,
    Outdated,
    Unknown,
    Missing,
    Rebuilt,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Machine => "machine",
            Self::Outdated => "outdated",
            Self::Unknown => "unknown",
            Self::Missing => "missing",
            Self::Rebuilt => "rebuilt",
        }
    }
}

fn state(renderer: &Renderer<'_>, group: usize, locale: &Locale) -> State {
    let of = renderer.facts.group(group);
    let Some(index) = of.index(locale) else {
        let shown = renderer.facts.shown(group, locale);
        let is_rebuilt = shown.standing == Standing::Rebuilt && shown.article.locale == *locale;
        return if is_rebuilt { State::Rebuilt } else { State::Missing };
    };
    if of.is_source(index) {
        return State::Current;
    }
    match of.versions.of_article(index) {
        Version::Older => State::Outdated,
        _ if of.articles[index].front.translation == Some(Translation::Machine) => State::Machine,
        Version::Current => State::Current,
        Version::Newer | Version::Unknown => State::Unknown,
    }
}

/// `/status/`: one row a locale.
pub fn page(renderer: &Renderer<'_>) -> Result<Artifact, RenderError> {
    let mut draft = Draft::new(renderer, 0, "status/".to_owned(), String::new());
    draft.page.title = draft.text("status-title", &[]);
    draft.page.robots = Some("noindex".to_owned());
    let groups = renderer.input.catalog.groups.len();
    let rows = renderer.setting.locales.iter().map(|of| {
        let states: Vec<State> = (0..groups).map(|group| state(renderer, group, &of.locale)).collect();
        let count = |state: State| states.iter().filter(|other| **other == state).count();
        let number = |count: usize| draft.locale.formats.number(count as u64);
        let present = groups - count(State::Missing) - count(State::Rebuilt);
        view::StatusRow {
            tag: of.locale.tag().to_owned(),
            name: of.name.clone(),
            dir: of.direction.html().to_owned(),
            href: draft.way(&path(&of.locale)),
            articles: number(present),
            translated: format!("{} %", number(100 * present / groups.max(1))),
            machine: number(count(State::Machine)),
            outdated: number(count(State::Outdated)),
            unknown: number(count(State::Unknown)),
            missing: number(count(State::Missing)),
            rebuilt: number(count(State::Rebuilt)),
        }
    });
    let view = view::Status { rows: rows.collect() };
    html(renderer, &draft.path, &draft.page, &view)
}

fn path(locale: &Locale) -> String {
    format!("status/{}/", locale.segment())
}

/// `/status/<locale>/`: the articles that want work.
pub fn locale(renderer: &Renderer<'_>, locale: usize) -> Result<Artifact, RenderError> {
    let of = &renderer.setting.locales[locale];
    let mut draft = Draft::new(renderer, locale, path(&of.locale), String::new());
    draft.page.title = draft.text("status-title", &[]);
    draft.page.robots = Some("noindex".to_owned());
    let wanting = (0..renderer.input.catalog.groups.len()).filter_map(|group| {
        let state = state(renderer, group, &of.locale);
        (state != State::Current).then_some((group, state))
    });
    let rows = wanting.map(|(group, state)| {
        let shown = renderer.facts.shown(group, &of.locale);
        let (lang, dir) = foreign(&shown.article.locale, &of.locale);
        let date = shown.article.front.translated.filter(|_| shown.standing == Standing::Own);
        view::StatusArticle {
            title: shown.article.title().to_owned(),
            href: Some(draft.way(&renderer.facts.path(group, &of.locale))),
            state: state.word().to_owned(),
            lang,
            dir,
            date: date.map(|date| view::Day { iso: date.to_string(), text: of.formats.date(date) }),
        }
    });
    let view = view::StatusLocale { name: of.name.clone(), rows: rows.collect() };
    html(renderer, &draft.path, &draft.page, &view)
}

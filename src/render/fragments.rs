//! Fragments that the configuration puts on pages: the introduction of the home page, and the footer.
//!
//! Each is made once a locale. Its links begin at [`ROOT`], which every page replaces by its own way to the site's root.

use super::Renderer;
use super::body::{Body, Shared};
use super::pages::common::foreign;
use super::view;
use crate::config::FilePath;

/// Stands in links for the way to the site's root; no text has it (Unicode keeps it for use inside programs).
pub(super) const ROOT: &str = "\u{fdd0}";

/// What stands on many pages of a locale.
#[derive(Debug, Default)]
pub(super) struct Fragments {
    home: Option<Fragment>,
    footer: Option<Fragment>,
}

#[derive(Debug)]
struct Fragment {
    view: view::Fragment,
    opening: Option<String>,
}

impl Fragments {
    /// Returns the introduction for the home page whose way to the root is `root`, and how its text begins.
    pub fn home(&self, root: &str) -> Option<(view::Fragment, Option<String>)> {
        self.home.as_ref().map(|fragment| (fragment.at(root), fragment.opening.clone()))
    }

    /// Returns the footer of a page whose way to the root is `root`.
    pub fn footer(&self, root: &str) -> Option<view::Fragment> {
        self.footer.as_ref().map(|fragment| fragment.at(root))
    }
}

impl Fragment {
    fn at(&self, root: &str) -> view::Fragment {
        view::Fragment { html: view::Html(self.view.html.0.replace(ROOT, root)), ..self.view.clone() }
    }
}

/// Makes the configured fragments of every locale.
pub(super) fn of(renderer: &Renderer<'_>) -> Vec<Fragments> {
    let config = renderer.input.config;
    let both = |locale| Fragments {
        home: fragment(renderer, locale, config.home.as_ref()),
        footer: fragment(renderer, locale, config.footer.as_ref()),
    };
    (0..renderer.setting.locales.len()).map(both).collect()
}

fn fragment(renderer: &Renderer<'_>, locale: usize, named: Option<&FilePath>) -> Option<Fragment> {
    let catalog = renderer.input.catalog;
    let page = &renderer.setting.locales[locale];
    let group = catalog.fragments.group(&named?.path.to_string_lossy())?;
    let shown = catalog.fallbacks.shown(group, &page.locale, catalog.source_locale.as_ref())?;
    let shared = Shared::default();
    let body = Body::new(renderer, page, ROOT, group, shown.article, &shared).as_fragment();
    let (lang, dir) = foreign(&shown.article.locale, &page.locale);
    Some(Fragment {
        view: view::Fragment { html: body.html(None), lang, dir },
        opening: renderer.facts.opening(shown.article),
    })
}

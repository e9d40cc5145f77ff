//! The template engine: built-in templates, a site's own in their place, and pages made from both.
//!
//! One [`Engine`] serves all threads and all pages. Whatever can be known about a template is checked
//! when it is loaded: a name or message that does not exist would otherwise be silently empty.

mod check;
mod error;
mod languages;
mod text;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;

use memchr::memchr;
use rayon::prelude::*;
use tera::{Context, Kwargs, State, Tera, Value};

pub use error::TemplateError;

use super::view::{LanguageList, Page, Site, View};
use crate::i18n::Messages;
use crate::model::locale::Locale;

/// The longest page that is made, in bytes; what is longer comes from a template that does not end.
const MAX_BYTES: usize = 128 << 20;

macro_rules! built_in {
    ($($name:literal),* $(,)?) => {
        /// The templates that come with the program, by name.
        pub const BUILT_IN: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../templates/", $name)))),*];
    };
}

built_in![
    "article.html",
    "articles.html",
    "base.html",
    "box.html",
    "code.html",
    "code_root.html",
    "components.html",
    "errors.html",
    "head.html",
    "home.html",
    "language_list.html",
    "language_root.html",
    "languages.html",
    "list.html",
    "mention.html",
    "not_found.html",
    "notices.html",
    "parameter.html",
    "redirect.html",
    "search.html",
    "status.html",
    "status_locale.html",
    "tail.html",
    "toc.html",
];

/// A template of the site, which stands for the built-in one of that name or is a new one.
#[derive(Debug, Clone, Copy)]
pub struct Template<'a> {
    pub name: &'a str,
    pub text: &'a str,
}

/// Makes pages from views.
pub struct Engine {
    tera: Tera,
    /// By a language's tag: the same templates with the texts of that language written into them, which is
    /// most of what a template does.
    by_tag: BTreeMap<String, Tera>,
    lists: languages::Lists,
    /// What `base.html` says that pages may load.
    policy: Option<String>,
}

impl Engine {
    /// Reads the built-in templates and the site's `own`, which go first where names are equal, for pages in `locales`.
    ///
    /// # Errors
    /// [`TemplateError`] where a template cannot be read, or names a template, variable, field or message
    /// that does not exist.
    pub fn new(
        site: &Site,
        own: &[Template<'_>],
        messages: &Arc<Messages>,
        locales: &[&Locale],
    ) -> Result<Self, TemplateError> {
        let kept = BUILT_IN.iter().filter(|(name, _)| own.iter().all(|template| template.name != *name));
        let templates: Vec<Template<'_>> =
            kept.map(|&(name, text)| Template { name, text }).chain(own.iter().copied()).collect();
        let texts = Arc::new(text::Texts::new(Arc::clone(messages)));
        let engine = |site: &Site, written: &dyn Fn(&str) -> String| {
            let mut tera = Tera::new();
            let texts = Arc::clone(&texts);
            tera.register_function("t", move |args: Kwargs, state: &State<'_>| texts.call(&args, state));
            tera.global_context().insert("site", site);
            tera.add_raw_templates(templates.iter().map(|template| (template.name, written(template.text))))
                .map_err(|error| TemplateError::from_tera(&error, &templates))?;
            Ok(tera)
        };
        let tera = engine(site, &str::to_owned)?;
        check::names(&tera, &templates)?;
        check::messages(&templates, messages)?;
        let localized = |locale: &&Locale| {
            let texts = messages.texts(locale);
            let site = Site { title: site.title_in(locale.tag()).to_owned(), ..site.clone() };
            Ok((locale.tag().to_owned(), engine(&site, &|template| text::written_in(template, &texts, &site))?))
        };
        let by_tag = locales.par_iter().map(localized).collect::<Result<_, _>>()?;
        let base = templates.iter().find(|template| template.name == "base.html");
        let lists = languages::Lists::default();
        Ok(Self { tera, by_tag, lists, policy: base.and_then(|base| policy(base.text)) })
    }

    /// Returns the Content Security Policy of the pages, where `base.html` has one that is the same on all.
    pub fn content_security_policy(&self) -> Option<&str> {
        self.policy.as_deref()
    }

    /// Returns the page that the template of `view` makes.
    ///
    /// # Errors
    /// [`TemplateError`] where the template uses what is not there; the caller knows the page.
    pub fn render<V: View>(&self, page: &Page<'_>, view: &V) -> Result<Vec<u8>, TemplateError> {
        let failed = |error: tera::Error| TemplateError::from_tera(&error, &[]).or_in(V::TEMPLATE);
        let mut context = Context::new();
        context.insert_value("page", Value::try_from_serializable(page).map_err(failed)?);
        context.insert_value(variable(V::TEMPLATE), Value::try_from_serializable(view).map_err(failed)?);
        let mut made = |tera: &Tera| self.page(tera, V::TEMPLATE, page, &mut context);
        let localized = self.by_tag.get(&page.lang).and_then(|tera| made(tera).ok());
        // What fails does so again, for places in the template as it was written.
        let mut html = localized.map_or_else(|| made(&self.tera), Ok).map_err(failed)?;
        // HTML has no way to write it, and front matter can: `"\0"`.
        if memchr(0, &html).is_some() {
            html.retain(|byte| *byte != 0);
        }
        Ok(html)
    }

    /// Returns what `template` makes from `context`, to which the page's languages are added.
    fn page(&self, tera: &Tera, template: &str, page: &Page<'_>, context: &mut Context) -> tera::TeraResult<Vec<u8>> {
        let languages = self.lists.of(page, |locales| {
            let list = Value::try_from_serializable(&LanguageList { locales })?;
            context.insert_value(variable(LanguageList::TEMPLATE), list);
            tera.render(LanguageList::TEMPLATE, context)
        })?;
        context.insert_value("languages", Value::try_from_serializable(&languages)?);
        let mut bytes = Limited(Vec::with_capacity(16 << 10));
        tera.render_to(template, context, &mut bytes).map(|()| bytes.0)
    }
}

/// Returns the value of the meta element that names a Content Security Policy.
fn policy(template: &str) -> Option<String> {
    let (_, rest) = template.split_once("http-equiv=\"Content-Security-Policy\"")?;
    let (_, value) = rest.split_once('>')?.0.split_once("content=\"")?;
    let policy = value.split('"').next()?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!policy.is_empty() && !policy.contains('{')).then(|| policy.trim_end_matches([';', ' ']).to_owned())
}

/// Returns the name of the variable that a template finds its view in: `code` for `code.html`.
fn variable(template: &'static str) -> &'static str {
    template.strip_suffix(".html").unwrap_or(template)
}

/// Bytes that are no more than [`MAX_BYTES`].
struct Limited(Vec<u8>);

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MAX_BYTES {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

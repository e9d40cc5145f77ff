//! The texts of the pages in all locales, with what stands in for a missing one.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use super::format::{Formats, category_word};
use super::ftl::{File, Name};
use super::language::{parents, same_script_sibling};
use super::{builtin, rules};
use crate::diag::Finding;
use crate::model::locale::Locale;
use crate::source::Source;

/// The messages of every locale that has some, built-in and a site's own.
///
/// A message that a locale lacks is taken from its CLDR parents, then from another region of its
/// language in the same script, then from the source locale, then from English; one that is nowhere
/// shows as its id.
pub struct Messages {
    bundles: Bundles,
    source_locale: Locale,
    /// The ids of all messages.
    ids: BTreeSet<Box<str>>,
    /// The texts of each locale that was asked for.
    texts: RwLock<BTreeMap<Locale, Arc<Texts>>>,
}

type Bundle = FluentBundle<Arc<FluentResource>>;
type Bundles = BTreeMap<Locale, Arc<Bundle>>;

/// The texts of the pages in one locale, with what it takes from others.
pub struct Texts {
    /// Where a message is looked for, nearest first.
    chain: Vec<Arc<Bundle>>,
    /// The messages that always read the same: nearly all of them, and every page shows dozens.
    constant: BTreeMap<Box<str>, Box<str>>,
}

/// What a variable of a message stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    Text(&'a str),
    /// A count: shown with the locale's digits and grouping.
    Number(u64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").field("source_locale", &self.source_locale).finish_non_exhaustive()
    }
}

impl Messages {
    /// Returns the built-in messages with those of `site` added; a later text of a locale overrides an earlier one.
    ///
    /// The findings are those of [`rules`], on the site's files. What can't be read of a file is left out.
    pub fn new(site: &[(Locale, &Source)], source_locale: &Locale) -> (Self, Vec<Finding>) {
        let mut files: Vec<File<'_>> = builtin::files().map(|file| File::builtin(file.locale, file.text)).collect();
        let mut findings = Vec::new();
        for (locale, source) in site {
            let (file, malformed) = File::of_site(locale.clone(), source);
            findings.extend(malformed.into_iter().map(|malformed| rules::invalid::finding(malformed, locale)));
            files.push(file);
        }
        let names = files.iter().flat_map(File::entries).map(|entry| entry.name);
        let messages = Self {
            bundles: bundles(&files),
            source_locale: source_locale.clone(),
            ids: names.filter(|name| matches!(name, Name::Message(_))).map(|name| name.id().into()).collect(),
            texts: RwLock::default(),
        };
        findings.extend(rules::check(&files, &messages.chain(source_locale)));
        (messages, findings)
    }

    /// Returns the texts of pages in `locale`, for many look-ups.
    pub fn texts(&self, locale: &Locale) -> Arc<Texts> {
        if let Some(texts) = self.texts.read().unwrap_or_else(PoisonError::into_inner).get(locale) {
            return Arc::clone(texts);
        }
        let chain = self.chain(locale).iter().map(|locale| Arc::clone(&self.bundles[locale])).collect();
        let texts = Arc::new(Texts::new(chain, &self.ids));
        let mut known = self.texts.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(locale.clone()).or_insert(texts))
    }

    /// Returns message `id` for a page in `locale`, as [`Texts::get`] does.
    pub fn get(&self, locale: &Locale, id: &str, arguments: &[(&str, Value<'_>)]) -> String {
        self.texts(locale).get(id, arguments).into_owned()
    }

    /// Tells whether message `id` exists in the source locale or in English, so that every locale has a text for it.
    pub fn has(&self, id: &str) -> bool {
        self.texts(&self.source_locale).chain.iter().any(|bundle| bundle.has_message(id))
    }

    /// Returns the locales that have messages of their own, in the order of their tags.
    pub fn locales(&self) -> impl Iterator<Item = &Locale> {
        self.bundles.keys()
    }

    /// Returns the locales that have messages, in the order in which `locale` asks them.
    fn chain(&self, locale: &Locale) -> Vec<Locale> {
        let english: Locale = "en".parse().expect("a language tag");
        let mut chain = Vec::new();
        for wanted in [locale, &self.source_locale, &english] {
            let relatives = relatives(wanted, self.bundles.keys());
            let further: Vec<Locale> = relatives.into_iter().filter(|relative| !chain.contains(relative)).collect();
            chain.extend(further);
        }
        chain
    }
}

impl Texts {
    fn new(chain: Vec<Arc<Bundle>>, ids: &BTreeSet<Box<str>>) -> Self {
        let mut texts = Self { chain, constant: BTreeMap::new() };
        let constant = |id: &str| Some((id.into(), texts.whole(id, &FluentArgs::new()).ok()?.into()));
        texts.constant = ids.iter().filter_map(|id| constant(id)).collect();
        texts
    }

    /// Returns message `id`.
    ///
    /// A text in which something is missing (a message that it refers to, a variable) gives way to the
    /// next one that is whole; where there is none, what is missing stands in braces. An unknown message
    /// is its id.
    pub fn get<'a>(&'a self, id: &'a str, arguments: &[(&str, Value<'_>)]) -> Cow<'a, str> {
        if let Some(text) = self.constant.get(id) {
            return Cow::Borrowed(text);
        }
        let mut values = FluentArgs::with_capacity(arguments.len());
        for &(name, value) in arguments {
            match value {
                Value::Text(text) => values.set(name, text),
                Value::Number(number) => values.set(name, number),
            }
        }
        match self.whole(id, &values) {
            Ok(text) | Err(Some(text)) => Cow::Owned(text),
            Err(None) => Cow::Borrowed(id),
        }
    }

    /// Returns the first text of `id` in which nothing is missing, else the first of all as an error.
    fn whole(&self, id: &str, values: &FluentArgs<'_>) -> Result<String, Option<String>> {
        let mut first = None;
        for bundle in &self.chain {
            let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else { continue };
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(values), &mut errors).into_owned();
            if errors.is_empty() {
                return Ok(text);
            }
            first.get_or_insert(text);
        }
        Err(first)
    }
}

/// Returns those of `available` whose texts a reader of `locale` can read: itself, its parents, its siblings.
pub(super) fn relatives<'a>(locale: &Locale, available: impl Iterator<Item = &'a Locale> + Clone) -> Vec<Locale> {
    let lineage = std::iter::once(locale.clone()).chain(parents(locale));
    let siblings = available.clone().filter(|other| same_script_sibling(locale, other)).cloned();
    let mut found: Vec<Locale> = Vec::new();
    for relative in lineage.filter(|one| available.clone().any(|other| other == one)).chain(siblings) {
        if !found.contains(&relative) {
            found.push(relative);
        }
    }
    found
}

/// Returns a bundle for each locale that has files; it holds the messages of the locale's parents too,
/// so that its own messages may refer to them.
fn bundles(files: &[File<'_>]) -> Bundles {
    let mut resources: BTreeMap<&Locale, Vec<Arc<FluentResource>>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.is_usable) {
        let resource = FluentResource::try_new(file.text.to_owned()).unwrap_or_else(|(readable, _)| readable);
        resources.entry(&file.locale).or_default().push(Arc::new(resource));
    }
    let with_parents = |locale: &Locale| {
        let mut bundle = empty_bundle(locale);
        for relative in parents(locale).iter().rev().chain([locale]) {
            for resource in resources.get(relative).into_iter().flatten() {
                bundle.add_resource_overriding(Arc::clone(resource));
            }
        }
        bundle
    };
    resources.keys().map(|&locale| (locale.clone(), Arc::new(with_parents(locale)))).collect()
}

/// The functions that messages may call.
pub(super) const FUNCTIONS: [&str; 2] = ["PLURAL", "NUMBER"];

/// Returns a bundle without messages that counts and formats numbers by ICU's rules for `locale`.
///
/// Fluent's own plural rules are wrong for several languages (Arabic, Romanian, Lithuanian, Latvian).
fn empty_bundle(locale: &Locale) -> Bundle {
    let identifier: LanguageIdentifier = locale.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(formatted));
    let formats = Formats::of(locale);
    let plural = move |values: &[FluentValue<'_>]| match values {
        [FluentValue::Number(number)] => category_word(formats.plural_of(&number.as_string())).into(),
        _ => FluentValue::Error,
    };
    let number = |values: &[FluentValue<'_>]| match values {
        [FluentValue::Number(number)] => FluentValue::Number(number.clone()),
        _ => FluentValue::Error,
    };
    let [plural_name, number_name] = FUNCTIONS;
    bundle.add_function(plural_name, move |values, _| plural(values)).expect("the bundle is empty");
    bundle.add_function(number_name, move |values, _| number(values)).expect("the bundle has no such function");
    bundle
}

/// Returns numbers as ICU writes them; other values are Fluent's business.
fn formatted(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    memoizer
        .with_try_get::<LocaleFormats, _, _>((), |LocaleFormats(formats)| formats.decimal(&number.as_string()))
        .ok()?
}

/// The formats of a bundle's locale, as Fluent keeps them.
struct LocaleFormats(Arc<Formats>);

impl Memoizable for LocaleFormats {
    type Args = ();
    type Error = crate::model::locale::NotATag;

    fn construct(identifier: LanguageIdentifier, (): ()) -> Result<Self, Self::Error> {
        identifier.to_string().parse().map(|locale| Self(Formats::of(&locale)))
    }
}
